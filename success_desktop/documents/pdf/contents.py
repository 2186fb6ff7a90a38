"""The contents: a line for every heading, with dots that lead to the number of its page, and all of it a link."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from success_desktop.documents.outline_blocks import Heading, Outline, PartHeading, Phrases, Table
from success_desktop.documents.pdf.boxes import Box, Place
from success_desktop.documents.pdf.pen import Pen
from success_desktop.documents.pdf.press import OutlineEntry
from success_desktop.documents.pdf.styles import CONTENTS_TITLE, TextStyle, contents_style
from success_desktop.documents.pdf.text import Line, Run, break_lines, width_of
from success_desktop.documents.pdf.text_box import BASELINE, Tag, TextBox
from success_desktop.documents.word_xml import heading_name, split_paragraphs

_DEPTH = 3
_DOTS_GAP = 4.0
_DOT, _DOT_DISTANCE = 0.9, 3.6
_WIDEST_NUMBER = "๘๘๘๘"


def list_headings(outline: Outline) -> dict[str, OutlineEntry]:
    """Every heading of a document by the name of its place, in order; of official forms the titles."""
    return {entry.name: entry for entry in _list_entries(outline)}


def _list_entries(outline: Outline) -> Iterator[OutlineEntry]:
    headings, tables = count(1), count(1)
    for section in outline.sections:
        for block in section.blocks:
            if isinstance(block, PartHeading | Heading):
                yield _entry_of(next(headings), block)
            elif isinstance(block, Table):
                name = table_name(next(tables))
                if section.margins == "form" and block.titles:
                    yield _entry_of_form(name, section.stamp, block.titles)


def table_name(number: int) -> str:
    """The name of the place where the document's nth table, counted from 1, begins with its titles."""
    return f"table{number}"


def _entry_of_form(name: str, stamp: Phrases, titles: Phrases) -> OutlineEntry:
    """An official form: what its stamp says, then its title."""
    words = (phrase.text for phrase in (*stamp[:1], *titles[:1]))
    return OutlineEntry(name, 1, _on_one_line("  ".join(filter(None, words))), is_listed=False)


def _entry_of(number: int, heading: PartHeading | Heading) -> OutlineEntry:
    if isinstance(heading, PartHeading):
        return OutlineEntry(heading_name(number), 1, _on_one_line(heading.titles[0].text))
    line = heading.lines[0]
    words = (line.label.phrase.text, line.value.mark, line.value.text)
    return OutlineEntry(heading_name(number), heading.level, _on_one_line("  ".join(filter(None, words))))


def _on_one_line(text: str) -> str:
    return " ".join(split_paragraphs(text))


def list_contents(
    outline: Outline, entries: Sequence[tuple[OutlineEntry, str]], width: float
) -> Iterator[Box]:
    """The boxes of the contents; each entry comes with the number of its page as it is printed there."""
    for title in outline.contents_title:
        run = Run(title.text, CONTENTS_TITLE.is_bold, language=title.language or outline.main_language)
        yield TextBox([run], CONTENTS_TITLE, width)
    tag = Tag("TOC")
    for entry, page in entries:
        if entry.is_listed and entry.level <= _DEPTH:
            yield ContentsLine(entry, page, width, tag)


class ContentsLine:
    """One entry of the contents, all of which are kids of `tag`. It may fill more than one line; it stays on one page."""

    is_kept = False

    def __init__(self, entry: OutlineEntry, page: str, width: float, tag: Tag) -> None:
        style = contents_style(entry.level)
        room = width - style.left - width_of(_WIDEST_NUMBER, style.size, style.is_bold) - _DOTS_GAP
        lines = break_lines([Run(entry.text, style.is_bold)], style.size, room, style.first)
        number = break_lines([Run(page, style.is_bold)], style.size, width)[0]
        self.least = style.before + len(lines) * style.leading
        self.is_done = False
        self._piece = _ContentsPiece(entry, lines, number, style, width, tag)

    def take(self, room: float, *, is_fresh: bool) -> "_ContentsPiece | None":
        """All of it."""
        if not is_fresh and self.least > room:
            return None
        self.is_done = True
        return self._piece


@dataclass(frozen=True, slots=True)
class _ContentsPiece:
    """The lines of an entry, the dots and the number."""

    entry: OutlineEntry
    lines: Sequence[Line]
    number: Line
    style: TextStyle
    width: float
    tag: Tag
    places: Sequence[Place] = ()

    @property
    def height(self) -> float:
        """Of the lines and the blanks around them."""
        return self.style.before + len(self.lines) * self.style.leading + self.style.after

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the entry; a link lies over all of it."""
        style = self.style
        y = first = top - style.before - style.leading * (1 - BASELINE)
        link = pen.tags.element("Link", pen.tags.element("TOCI", self.tag.element(pen.tags)))
        pen.tags.begin(link)
        for line in self.lines:
            pen.text.draw_line(line, x + style.left, y, self.width, "left")
            y -= style.leading
        y += style.leading
        pen.tags.end()
        self._draw_dots(pen, x, y)
        pen.tags.begin(link)
        pen.text.draw_line(self.number, x, y, self.width, "right")
        pen.tags.end()
        box = (x, y - style.leading * BASELINE, x + self.width, first + style.leading * (1 - BASELINE))
        link.kids.append(pen.book.add_link(box, self.entry.name, self.entry.text))

    def _draw_dots(self, pen: Pen, x: float, y: float) -> None:
        last = self.lines[-1]
        left = x + self.style.left + last.indent + last.width + _DOTS_GAP
        right = x + self.width - self.number.width - _DOTS_GAP
        if left >= right:
            return
        begin = x + self.width - ((x + self.width - left) // _DOT_DISTANCE) * _DOT_DISTANCE
        pen.tags.begin_artifact()
        pen.book.code.append(
            f"q 1 J {_DOT} w [0 {_DOT_DISTANCE}] 0 d {begin:.3f} {y:.3f} m {right:.3f} {y:.3f} l S Q"
        )
        pen.tags.end()
