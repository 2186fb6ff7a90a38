"""Weaving the contents: lines that came, went or are worded otherwise, while the field around them stays whole."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from success_desktop.documents.redline.alignment import Key, align
from success_desktop.documents.redline.signed import SignedPiece, Signer
from success_desktop.documents.redline.strands import read_stretches, rename_headings
from success_desktop.documents.redline.tracked import Ink, ParagraphWriter, TrackedXml

_PARAGRAPH = re.compile("<w:p>.*?</w:p>", re.DOTALL)
_ENTRY = re.compile(
    r"<w:p><w:pPr>(?P<look>.*?)</w:pPr>(?P<opening>.*?)<w:hyperlink (?P<target>[^>]*)>(?P<text><w:r>.*?</w:r>)?"
    r"(?P<tail><w:r><w:tab/></w:r>.*?)</w:hyperlink>(?P<closing>.*?)</w:p>",
    re.DOTALL,
)
_GAP = "  "
_LEAST_COMMON = 0.3
"""The share of a line that must stay the same for its words to be compared."""


class _Entry(NamedTuple):
    """A line of the contents: its text, and behind it the tab and the field of its page number."""

    look: str
    target: str
    text: str
    tail: str


class _Line(NamedTuple):
    """A line of the woven contents: what it was and what it is, None where one document has no such line."""

    old: _Entry | None
    new: _Entry | None


class ContentsWeaver:
    """Weaves the pages of the contents, all of which the program words itself. Page numbers are the new ones, untracked."""

    def __init__(self, signer: Signer, xml: TrackedXml) -> None:
        self._signer = signer
        self._out = ParagraphWriter(xml)
        self._xml = xml
        signature = signer.sign_whole("", "added")
        self._ins, self._del = Ink("ins", signature), Ink("del", signature)

    def weave(self, old: Iterable[str], new: Iterable[str]) -> Iterator[str]:
        """The contents as BodyWriter yields them, woven into paragraphs."""
        before, after = _PARAGRAPH.findall("".join(old)), _PARAGRAPH.findall("".join(new))
        yield from (paragraph for paragraph in after if not _ENTRY.fullmatch(paragraph))
        paired = _pair_last(list(_pair_entries(_read_entries(before), _read_entries(after))))
        lines = [part for line in paired[:-1] for part in self._part(line)] + paired[-1:]
        opening, closing = _field_of(after) or _field_of(before) or ("", "")
        inks = [self._ink_of_mark(line) for line in lines]
        shifted = _shift_tail(inks)
        for place, (line, ink) in enumerate(zip(lines, shifted, strict=True)):
            self._out.place(opening if place == 0 else "")
            self._write(line)
            self._out.place(closing if place == len(lines) - 1 else "")
            shown = line.new or line.old
            assert shown is not None
            self._out.end(shown.look, ink)
            yield self._out.take()

    def _part(self, line: _Line) -> Iterator[_Line]:
        """Unlike lines are no pair: LibreOffice takes a line that ends with an insertion for one with the next."""
        if line.old is not None and line.new is not None and self._compare(line.old, line.new) is None:
            yield _Line(line.old, None)
            yield _Line(None, line.new)
        else:
            yield line

    def _ink_of_mark(self, line: _Line) -> Ink | None:
        if line.old is not None and line.new is not None:
            return None
        return self._del if line.new is None else self._ins

    def _write(self, line: _Line) -> None:
        old, new = line
        if new is None:
            self._write_gone(old)
            return
        pieces = self._compare(old, new)
        if pieces is None:
            self._write_gone(old)
        self._out.place(f"<w:hyperlink {new.target}>")
        inks = {"same": None, "deleted": self._del, "inserted": self._ins}
        for piece in pieces or ():
            self._out.write(piece.text, "", inks[piece.kind])
        if pieces is None:
            self._out.write(new.text, "", self._ins)
            self._out.place(self._xml.wrap(self._ins, new.tail))
        else:
            self._out.place(new.tail)
        self._out.place("</w:hyperlink>")

    def _compare(self, old: _Entry | None, new: _Entry) -> Sequence[SignedPiece] | None:
        """How the line's words differ; None for a line that is new or has little in common with the old one."""
        if old is None:
            return None
        if old.text == new.text:
            return (SignedPiece("same", new.text),)
        pieces = self._signer.sign_computed(old.text, new.text)
        common = sum(len(piece.text) for piece in pieces if piece.kind == "same")
        return pieces if common >= _LEAST_COMMON * max(len(old.text), len(new.text)) else None

    def _write_gone(self, entry: _Entry | None) -> None:
        """An old line; it leads to the bookmark of the heading that went."""
        if entry is not None:
            self._out.write(entry.text, "", self._del)
            tail = entry.tail.replace("w:instrText", "w:delInstrText").replace("<w:t ", "<w:delText ")
            tail = rename_headings(tail.replace("</w:t>", "</w:delText>"))
            self._out.place(self._xml.wrap(self._del, tail))


def _read_entries(paragraphs: Iterable[str]) -> list[_Entry]:
    entries = []
    for found in filter(None, map(_ENTRY.fullmatch, paragraphs)):
        text = "".join(stretch.text for stretch in read_stretches(found["text"] or ""))
        entries.append(_Entry(found["look"], found["target"], text, found["tail"]))
    return entries


def _field_of(paragraphs: Iterable[str]) -> tuple[str, str] | None:
    """What begins the field of the contents, and what ends it."""
    found = list(filter(None, map(_ENTRY.fullmatch, paragraphs)))
    return (found[0]["opening"], found[-1]["closing"]) if found else None


def _pair_entries(old: list[_Entry], new: list[_Entry]) -> Iterator[_Line]:
    """Lines are the same when their names are, whatever their numbers; others are paired by level as they come."""
    for step in align(list(_name_entries(old)), list(_name_entries(new))):
        is_source, is_target = step.end != "to", step.end != "from"
        yield _Line(
            old[step.old] if step.old is not None and is_source else None,
            new[step.new] if step.new is not None and is_target else None,
        )


def _name_entries(entries: list[_Entry]) -> Iterator[Key]:
    times: dict[str, int] = {}
    for entry in entries:
        name = entry.text.rpartition(_GAP)[2]
        times[name] = times.get(name, 0) + 1
        yield Key(f"{name} {times[name]}", entry.look)


def _pair_last(lines: list[_Line]) -> list[_Line]:
    """Let the last line that went and the last that came, behind all that stayed, share a paragraph."""
    start = max((place for place, line in enumerate(lines) if None not in line), default=-1) + 1
    gone = [place for place in range(start, len(lines)) if lines[place].new is None]
    if not gone or gone[-1] == len(lines) - 1:
        return lines
    last = _Line(lines[gone[-1]].old, lines[-1].new)
    return [line for place, line in enumerate(lines[:-1]) if place != gone[-1]] + [last]


def _shift_tail(inks: list[Ink | None]) -> list[Ink | None]:
    """The inks of the lines' marks. The last one bears none, since the field ends there: that of the one before it does."""
    if len(inks) < 2 or inks[-1] is None:
        return inks
    start = max((place for place, ink in enumerate(inks) if ink is None), default=-1)
    return inks if start < 0 else [*inks[:start], *inks[start + 1 :], None]
