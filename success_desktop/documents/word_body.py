"""The body of a Word document: cover, contents, then the blocks of every section, written in pieces."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from success_desktop.documents.outline_blocks import (
    Block,
    CoverLine,
    Heading,
    Label,
    Outline,
    Paragraph,
    PartHeading,
    Passage,
    Phrase,
    Picture,
    Section,
    SideBySide,
    Table,
)
from success_desktop.documents.sheets import sheet_of
from success_desktop.documents.word_cover import write_title
from success_desktop.documents.word_layout import Layout
from success_desktop.documents.word_letters import is_signature, write_letter_paragraph
from success_desktop.documents.word_styles import COVER_POINTS
from success_desktop.documents.word_tables import TableWriter, write_side_by_side, write_titled
from success_desktop.documents.word_xml import (
    CLOSE_FIELD,
    Marker,
    heading_name,
    open_field,
    write_field,
    write_paragraph,
    write_run,
    write_value,
)
from success_desktop.domain.thai_digits import thai_digits

_CONTENTS_DEPTH = 3
_BETWEEN_TABLES = write_paragraph("AfterTable", "")
_COVER_STYLES = {"title": "CoverTitle", "notice": "CoverNotice"}
COVER_TOP = write_paragraph("CoverLine", "", f'<w:spacing w:before="{150 * 20}"/>')
"""What stands above the first line of a cover: 150 points of nothing."""


class _Entry(NamedTuple):
    """A line of the contents: the text of a heading, where it is and the number of its bookmark."""

    level: int
    text: str
    page: int
    number: int


class BodyWriter:
    """Writes what stands on the pages of one document."""

    def __init__(self, outline: Outline, layout: Layout, drawings: Iterable[str] = ()) -> None:
        """`drawings` are the pictures of the outline's sections as runs, in their order."""
        self._outline = outline
        self._drawings = iter(drawings)
        self._heading_pages = layout.heading_pages
        self._tables = iter(layout.tables)
        self._marker = Marker()

    def write(self) -> Iterator[Iterator[str]]:
        """Cover, contents, then section after section, each in pieces of a paragraph or a row; to be read in this order."""
        if self._outline.cover:
            yield self._cover()
        if self._outline.contents_title:
            yield self._contents()
        yield from map(self._section, self._outline.sections)

    def _cover(self) -> Iterator[str]:
        yield COVER_TOP
        for line in self._outline.cover:
            yield from self._cover_line(line)

    def _cover_line(self, line: CoverLine) -> Iterator[str]:
        """A field on the cover. Nothing names it there: its bookmark stands in the blank line above it."""
        style = _COVER_STYLES.get(line.field, "CoverLine")
        for anchor, value in line.values:
            yield write_paragraph("AfterTable", self._marker.mark(anchor.name, ""))
            is_title = style == "CoverTitle" and not value.mark
            yield (
                write_title(
                    value, style, COVER_POINTS, sheet_of("portrait", paper=self._outline.paper).text_width
                )
                if is_title
                else write_value(value, style)
            )

    def _contents(self) -> Iterator[str]:
        for title in self._outline.contents_title:
            yield write_paragraph("ContentsTitle", write_run(title.text))
        entries = self._entries()
        for place, entry in enumerate(entries):
            opening = open_field(f'TOC \\o "1-{_CONTENTS_DEPTH}" \\h \\z \\u') if place == 0 else ""
            closing = CLOSE_FIELD if place == len(entries) - 1 else ""
            yield write_paragraph(f"TOC{entry.level}", opening + self._contents_line(entry) + closing)

    def _contents_line(self, entry: _Entry) -> str:
        name = heading_name(entry.number)
        page = thai_digits(str(entry.page)) if self._outline.has_thai_digits else str(entry.page)
        inside = write_run(entry.text) + "<w:r><w:tab/></w:r>" + write_field(f"PAGEREF {name} \\h", page)
        return f'<w:hyperlink w:anchor="{name}" w:history="1">{inside}</w:hyperlink>'

    def _entries(self) -> list[_Entry]:
        headings = [
            block
            for section in self._outline.sections
            for block in section.blocks
            if isinstance(block, PartHeading | Heading)
        ]
        entries = [
            _Entry(_level_of(heading), _text_of(heading), page, number)
            for number, (heading, page) in enumerate(zip(headings, self._heading_pages, strict=True), start=1)
        ]
        return [entry for entry in entries if entry.level <= _CONTENTS_DEPTH]

    def _section(self, section: Section) -> Iterator[str]:
        width = sheet_of(section.orientation, section.margins, self._outline.paper).text_width
        for block, following in zip(section.blocks, (*section.blocks[1:], None), strict=True):
            if isinstance(block, Table):
                yield from self._table(block)
            elif isinstance(block, Paragraph):
                yield write_letter_paragraph(block, is_kept=is_signature(following))
            elif isinstance(block, SideBySide):
                yield write_side_by_side(block, width, self._marker) + _BETWEEN_TABLES
            else:
                yield self._text(block)

    def _table(self, table: Table) -> Iterator[str]:
        for title in table.titles:
            yield write_value(title, "TableTitle")
        for caption in table.caption:
            yield write_value(caption, "TableCaption")
        yield from TableWriter(table, next(self._tables), self._marker).write()
        yield _BETWEEN_TABLES

    def _text(self, block: Block) -> str:
        if isinstance(block, PartHeading):
            first, *others = block.titles
            heading = write_paragraph("Heading1", self._marker.mark_heading(write_run(first.text)))
            return heading + "".join(write_value(title, "PartEnglish") for title in others)
        if isinstance(block, Heading):
            first_line, *other_lines = block.lines
            content = self._marker.mark_heading(write_titled(first_line, self._marker))
            return write_paragraph(f"Heading{block.level}", content) + "".join(
                write_paragraph("HeadingEnglish", write_titled(line, self._marker)) for line in other_lines
            )
        if isinstance(block, Picture):
            return write_paragraph("LetterCentre", next(self._drawings))
        return self._passage(block.label, block.value, block.is_inline) if isinstance(block, Passage) else ""

    def _passage(self, label: Label, value: Phrase, is_inline: bool) -> str:
        body = "BodyEnglish" if value.language == "en" else "BodyThai"
        if not label.phrase.text:
            return write_value(value, body)
        if is_inline:
            return write_value(value, "FieldLine", self._marker.label(label, "LabelText") + write_run("  "))
        return write_paragraph("FieldLabel", self._marker.label(label)) + write_value(value, body)


def _level_of(heading: PartHeading | Heading) -> int:
    return 1 if isinstance(heading, PartHeading) else heading.level


def _text_of(heading: PartHeading | Heading) -> str:
    if isinstance(heading, PartHeading):
        return heading.titles[0].text
    line = heading.lines[0]
    words = (line.label.phrase.text, line.value.mark, line.value.text)
    return "  ".join(word for word in words if word).replace("\n", " ")
