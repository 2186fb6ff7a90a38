"""What Word makes of tracked changes when all are accepted or all rejected, by ECMA-376 part 1, 17.13.5, and nothing else.

Written against the standard alone: it knows the XML of a Word file and not the program that wrote it.

    reject_all(path) == read_document(old_path)
"""

import posixpath
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, Union

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

ARRIVED = frozenset({f"{W}ins", f"{W}moveTo"})
GONE = frozenset({f"{W}del", f"{W}moveFrom"})
_PROPERTIES = {f"{W}{name}" for name in ("pPr", "rPr", "trPr", "tcPr", "tblPr", "sectPr", "numPr")}
_OLD_PROPERTIES = {
    f"{W}{name}" for name in ("pPrChange", "rPrChange", "trPrChange", "tcPrChange", "tblPrChange")
}
_OLD_PAGES = f"{W}sectPrChange"
_POINTS = {
    f"{W}{name}"
    for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr")
}
_POINTS |= {f"{W}move{side}Range{end}" for side in ("From", "To") for end in ("Start", "End")}
_BLOCKS = {f"{W}p", f"{W}tbl"}
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
PAGE = "\N{LEFTWARDS ARROW}page"
"""Stands for the page number that a PAGE or PAGEREF field shows: who opens a document counts it anew."""

Block = Union[str, "Table"]
Blocks = tuple[Block, ...]
Cells = tuple[Blocks, ...]


class Table(NamedTuple):
    """A table: rows of cells of blocks."""

    rows: tuple[Cells, ...]


class Pages(NamedTuple):
    """The text of a section, how its pages lie, and what repeats on each of them: heads, then feet."""

    blocks: Blocks
    orientation: str
    margins: tuple[Blocks, Blocks]


Reading = tuple[Pages, ...]
Change = Callable[[etree._Element], None]


def read_document(path: Path) -> Reading:
    """The text of a Word file without tracked changes, section by section."""
    return _read(path, lambda _tree: None)


def accept_all(path: Path, prepare: Change | None = None) -> Reading:
    """The text of a Word file once every change is accepted; `prepare` may alter each part's tree before."""
    return _read(path, lambda tree: _resolve(tree, GONE, prepare))


def reject_all(path: Path, prepare: Change | None = None) -> Reading:
    """The text of a Word file once every change is rejected."""
    return _read(path, lambda tree: _resolve(tree, ARRIVED, prepare))


def _resolve(tree: etree._Element, dropped: frozenset[str], prepare: Change | None) -> None:
    if prepare is not None:
        prepare(tree)
    _resolve_properties(tree, restores=dropped is ARRIVED)
    _drop_rows(tree, dropped)
    _drop_runs(tree, dropped)
    _join_paragraphs(tree, dropped)


def _resolve_properties(tree: etree._Element, *, restores: bool) -> None:
    """Properties that changed: the old ones come back, or the note of them goes. Heads and feet of pages stay."""
    for change in list(tree.iter(*_OLD_PROPERTIES, _OLD_PAGES)):
        holder, old = _parent(change), change[0] if len(change) else ()
        holder.remove(change)
        if restores and change.tag in (f"{W}pPrChange", _OLD_PAGES):
            kept = {f"{W}rPr", f"{W}sectPr", f"{W}headerReference", f"{W}footerReference"}
            for child in [child for child in holder if child.tag not in kept]:
                holder.remove(child)
            for place, child in enumerate(list(old)):
                holder.insert(place, child)


def _drop_rows(tree: etree._Element, dropped: frozenset[str]) -> None:
    for row in list(tree.iter(f"{W}tr")):
        properties = row.find(f"{W}trPr")
        if properties is not None and any(child.tag in dropped for child in properties):
            _parent(row).remove(row)
    for table in list(tree.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            _parent(table).remove(table)


def _drop_runs(tree: etree._Element, dropped: frozenset[str]) -> None:
    """Runs that go, and what is tracked inside them; those that stay lose the element around them by how they are read."""
    for change in list(tree.iter(*dropped)):
        holder = change.getparent()
        if holder is not None and holder.tag not in _PROPERTIES:
            for point in [inner for inner in change if inner.tag in _POINTS]:
                change.addprevious(point)
            holder.remove(change)


def _join_paragraphs(tree: etree._Element, dropped: frozenset[str]) -> None:
    """A paragraph whose mark goes runs on in the next one, whose properties hold; the last ones are joined first.

    The last paragraph of a cell, a margin or the body cannot run on: it stays. One before a table has nothing to run into:
    it goes when nothing is left in it.
    """
    for paragraph in reversed(list(tree.iter(f"{W}p"))):
        marks = paragraph.findall(f"{W}pPr/{W}rPr/*")
        if not any(mark.tag in dropped for mark in marks):
            continue
        following = next((one for one in paragraph.itersiblings() if one.tag not in _POINTS), None)
        content = [child for child in paragraph if child.tag != f"{W}pPr"]
        if following is not None and following.tag == f"{W}p":
            start = 0 if following.find(f"{W}pPr") is None else 1
            for place, child in enumerate(content):
                following.insert(start + place, child)
            _parent(paragraph).remove(paragraph)
        elif following is not None and following.tag == f"{W}tbl" and not _has_text(paragraph):
            _parent(paragraph).remove(paragraph)


def _has_text(paragraph: etree._Element) -> bool:
    return next(paragraph.iter(f"{W}r"), None) is not None


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None, f"{element.tag} stands alone"
    return parent


def _read(path: Path, change: Change) -> Reading:
    parts = read_parts(path)
    document = parts["document.xml"]
    for tree in parts.values():
        change(tree)
    margins = _Margins(_read_relations(path), parts)
    body = document.find(f"{W}body")
    assert body is not None, "a document without body"
    return tuple(_split_sections(body, margins))


def read_parts(path: Path) -> dict[str, etree._Element]:
    """The trees of the main document and of the heads and feet of its pages, by their names in the folder ``word``."""
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False)
    with zipfile.ZipFile(path) as package:
        names = [posixpath.split(name)[1] for name in package.namelist() if posixpath.dirname(name) == "word"]
        wanted = [name for name in names if name.startswith(("document.", "header", "footer"))]
        return {name: etree.fromstring(package.read(f"word/{name}"), parser) for name in wanted}


def _read_relations(path: Path) -> Mapping[str, str]:
    """The files that the main document of a Word file refers to, by the ids of its references."""
    with zipfile.ZipFile(path) as package:
        tree = etree.fromstring(package.read("word/_rels/document.xml.rels"))
    return {str(one.get("Id")): str(one.get("Target")) for one in tree}


class _Margins:
    """What repeats on the pages of one section after the other: a section that names none goes on with those before."""

    def __init__(self, relations: Mapping[str, str], parts: Mapping[str, etree._Element]) -> None:
        self._relations = relations
        self._parts = parts
        self._current: dict[str, Blocks] = {"header": (), "footer": ()}

    def of_section(self, properties: etree._Element | None) -> tuple[Blocks, Blocks]:
        """The heads and the feet of the pages whose section has these properties; to be asked in order."""
        for side in self._current if properties is not None else ():
            assert properties is not None
            for reference in properties.iter(f"{W}{side}Reference"):
                part = self._parts[self._relations[str(reference.get(f"{R}id"))]]
                self._current[side] = _read_blocks(part, _Fields())
        return self._current["header"], self._current["footer"]


def _split_sections(body: etree._Element, margins: _Margins) -> Iterator[Pages]:
    blocks: list[Block] = []
    fields = _Fields()
    for element in body:
        if element.tag == f"{W}sectPr":
            yield Pages(tuple(blocks), _orientation(element), margins.of_section(element))
            blocks = []
        else:
            blocks.extend(_read_block(element, fields))
            ending = element.find(f"{W}pPr/{W}sectPr")
            if ending is not None:
                yield Pages(tuple(blocks), _orientation(ending), margins.of_section(ending))
                blocks = []
    assert not blocks, "text behind the properties of the last section"


def _orientation(properties: etree._Element) -> str:
    page = properties.find(f"{W}pgSz")
    return "portrait" if page is None else page.get(f"{W}orient", "portrait")


def _read_blocks(holder: etree._Element, fields: "_Fields") -> Blocks:
    return tuple(block for element in holder for block in _read_block(element, fields))


def _read_block(element: etree._Element, fields: "_Fields") -> Iterator[Block]:
    if element.tag == f"{W}p":
        yield "".join(fields.read(element))
    elif element.tag == f"{W}tbl":
        rows = element.findall(f"{W}tr")
        yield Table(tuple(tuple(_read_blocks(cell, fields) for cell in _cells(row)) for row in rows))


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    """The cells of a row, without those that only go on with the cell above them."""
    for cell in row.findall(f"{W}tc"):
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        if merged is None or merged.get(f"{W}val") == "restart":
            yield cell


class _Fields:
    """Reads the text of paragraphs in the order of the document, and knows in the result of which fields it is."""

    def __init__(self) -> None:
        self._instructions: list[str] = []
        self._is_shown: list[bool] = []

    def read(self, element: etree._Element) -> Iterator[str]:
        """The text of a paragraph in pieces; of a field the result, of one that shows a page's number PAGE."""
        for child in element:
            if child.tag == f"{W}fldChar":
                yield from self._turn(str(child.get(f"{W}fldCharType")))
            elif child.tag in (f"{W}instrText", f"{W}delInstrText"):
                self._instructions[-1] += child.text or ""
            elif not self._is_hidden():
                yield from self._read_visible(child)
            elif child.tag not in _PROPERTIES:
                yield from self.read(child)

    def _read_visible(self, child: etree._Element) -> Iterator[str]:
        if child.tag in (f"{W}t", f"{W}delText"):
            yield child.text or ""
        elif child.tag in _SIGNS and _parent(child).tag == f"{W}r":
            yield _SIGNS[str(child.tag)]
        elif child.tag not in _PROPERTIES:
            yield from self.read(child)

    def _turn(self, kind: str) -> Iterator[str]:
        if kind == "begin":
            self._instructions.append("")
            self._is_shown.append(False)
        elif kind == "separate":
            is_page = self._instructions[-1].split()[:1] in [["PAGE"], ["PAGEREF"]]
            self._is_shown[-1] = not is_page
            if is_page:
                yield PAGE
        else:
            self._instructions.pop()
            self._is_shown.pop()

    def _is_hidden(self) -> bool:
        return not all(self._is_shown)
