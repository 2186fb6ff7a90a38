"""Weaving in tests: pieces, pages and whole plans woven, signed by made-up people, and shown as lines of text."""

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import count, zip_longest
from pathlib import Path
from typing import NamedTuple

from docx.oxml.ns import nsdecls
from lxml import etree

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import Outline
from success_desktop.documents.outline_passages import list_printed_fields, list_rows, list_tables
from success_desktop.documents.redline.signed import Fate, Signature, SignedPiece
from success_desktop.documents.redline.tracked import FIRST_TRACKED_ID, TrackedXml
from success_desktop.documents.redline.weaving import Weaver
from success_desktop.documents.word_body import BodyWriter
from success_desktop.documents.word_dates import MOMENT_DECLARATION
from success_desktop.documents.word_layout import lay_out
from success_desktop.domain.compare_text import compare_texts
from success_desktop.domain.plan import Plan

AT = datetime(2026, 2, 12, 9, 30, tzinfo=UTC)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {"ins": "{+%s+}", "del": "[-%s-]", "moveFrom": "<<%s<<", "moveTo": ">>%s>>"}
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


class SignerByKind:
    """Signs each difference with the kind of thing that differs, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []

    def sign_value(self, anchor: str, old: str, new: str) -> Sequence[SignedPiece]:
        return self._sign("value", anchor, old, new)

    def sign_cell(self, anchor: str, column: int, old: str, new: str) -> Sequence[SignedPiece]:
        return self._sign(f"cell {column}", anchor, old, new)

    def sign_computed(self, old: str, new: str) -> Sequence[SignedPiece]:
        return self._sign("computed", "", old, new)

    def sign_whole(self, anchor: str, fate: Fate) -> Signature:
        return Signature(fate if anchor else "computed", AT)

    def _sign(self, kind: str, anchor: str, old: str, new: str) -> Sequence[SignedPiece]:
        self.asked.append((kind, anchor, old, new))
        return [
            SignedPiece(piece.kind, piece.text, Signature(kind.partition(" ")[0], AT))
            for piece in compare_texts(old, new)
        ]


def weave_pieces(
    old: Iterable[str],
    new: Iterable[str],
    signer: SignerByKind | None = None,
    xml: TrackedXml | None = None,
) -> str:
    """One pair of pages woven; the names of the new one are read off its bookmarks."""
    after = list(new)
    names = frozenset(re.findall(r'w:name="([^"]*)"', "".join(after)))
    weaver = Weaver(signer or SignerByKind(), xml or TrackedXml(count(FIRST_TRACKED_ID)), names)
    return "".join(weaver.weave(old, after))


def show(xml: str) -> list[str]:
    """Paragraphs, rows and the ends of moves as lines.

    ``[-gone-]{+come+}<<moved away<<>>arrived>>``, ``¶ins`` behind a paragraph whose mark is tracked, ``row del: a | b``;
    ``/`` parts the paragraphs of a cell, ``_`` stands for a turn of a title's line.
    """
    body = etree.fromstring(f"<w:body {nsdecls('w')} {MOMENT_DECLARATION}>{xml}</w:body>")
    return [line for element in body for line in _show(element)]


def _show(element: etree._Element) -> Iterator[str]:
    name = etree.QName(element).localname
    if name == "p":
        yield _show_paragraph(element)
    elif name == "tbl":
        yield from (line for row in element if row.tag != f"{_W}tblPr" for line in _show(row))
    elif name == "tr":
        marks = [etree.QName(mark).localname for mark in element.findall(f"{_W}trPr/*")]
        kind = next((f" {mark}" for mark in marks if mark in _SIGNS), "")
        cells = (" / ".join(map(_show_paragraph, cell.iter(f"{_W}p"))) for cell in element.iter(f"{_W}tc"))
        yield f"row{kind}: {' | '.join(cells)}"
    elif name.startswith("move"):
        yield f"{name} {element.get(f'{_W}name', '')}".rstrip()


def _show_paragraph(paragraph: etree._Element) -> str:
    marks = paragraph.findall(f"{_W}pPr/{_W}rPr/*")
    ending = "".join(f" ¶{etree.QName(mark).localname}" for mark in marks)
    return "".join(_show_runs(paragraph)) + ending


def _show_runs(holder: etree._Element) -> Iterator[str]:
    for child in holder:
        name = etree.QName(child).localname
        if name in _SIGNS:
            yield _SIGNS[name] % "".join(_show_runs(child))
        elif name in ("t", "delText"):
            yield child.text or ""
        elif name in ("tab", "br"):
            style = holder.find(f"{_W}rPr/{_W}rStyle")
            is_turn = style is not None and style.get(f"{_W}val") == "LineTurn"
            yield "_" if is_turn else {"tab": "\t", "br": "\n"}[name]
        elif name in ("r", "hyperlink"):
            yield from _show_runs(child)


class Woven(NamedTuple):
    """A woven file and the two that it is woven of, each of one body alone."""

    old: Path
    new: Path
    redline: Path


def weave_plans(old: Plan, new: Plan, folder: Path, options: OutlineOptions | None = None) -> Woven:
    """Weave two plans, and write the three bodies to `folder`."""
    outlines = (build_outline(old, options), build_outline(new, options))
    pages = [
        [list(pieces) for pieces in BodyWriter(outline, lay_out(outline)).write()] for outline in outlines
    ]
    signer, xml = SignerByKind(), TrackedXml(count(FIRST_TRACKED_ID))
    weaver = Weaver(signer, xml, names_of(outlines[1]))
    contents_at = int(bool(outlines[1].cover))
    woven = [
        list((weaver.weave_contents if place == contents_at else weaver.weave)(before, after))
        for place, (before, after) in enumerate(zip_longest(*pages, fillvalue=[]))
    ]
    return Woven(
        write_pages(folder / "old.docx", pages[0]),
        write_pages(folder / "new.docx", pages[1]),
        write_pages(folder / "redline.docx", woven),
    )


def names_of(outline: Outline) -> frozenset[str]:
    """The bookmarks of a document's labels and rows."""
    fields = (printed.anchor.name for printed in list_printed_fields(outline))
    rows = (row.anchor.name for table in list_tables(outline) for row in list_rows(table))
    return frozenset((*fields, *rows))


def write_pages(path: Path, pages: Iterable[Iterable[str]]) -> Path:
    """A Word file that holds these pages, and nothing that Word wants besides."""
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "".join(_document(pages)))
        package.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{_RELATIONS}"/>')
    return path


def _document(pages: Iterable[Iterable[str]]) -> Iterator[str]:
    yield f"<w:document {nsdecls('w')} {MOMENT_DECLARATION}><w:body>"
    for pieces in pages:
        yield from pieces
    yield '<w:p><w:pPr><w:pStyle w:val="SectionEnd"/></w:pPr></w:p><w:sectPr/></w:body></w:document>'
