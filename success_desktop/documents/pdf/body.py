"""The blocks of an outline as boxes that flow down the pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from success_desktop.documents.outline_blocks import (
    Block,
    Heading,
    Label,
    Outline,
    Paragraph,
    PartHeading,
    Passage,
    Phrase,
    Picture,
    SideBySide,
    Table,
)
from success_desktop.documents.pdf.boxes import Box, Place
from success_desktop.documents.pdf.contents import table_name
from success_desktop.documents.pdf.pictures import PictureBox
from success_desktop.documents.pdf.styles import (
    BLANK_LINE,
    BODY_ENGLISH,
    BODY_THAI,
    FIELD_LABEL,
    FIELD_LINE,
    HEADING_ENGLISH,
    HEADINGS,
    PARAGRAPHS,
    PART,
    PART_ENGLISH,
    TABLE_CAPTION,
    TABLE_TITLE,
    TextStyle,
    in_english,
)
from success_desktop.documents.pdf.tables import TableBox
from success_desktop.documents.pdf.tables_sides import SideBySideBox
from success_desktop.documents.pdf.text import Run
from success_desktop.documents.pdf.text_box import Blank, Tag, TextBox
from success_desktop.documents.pdf.wording import GAP, Runs, set_paragraphs, set_titled
from success_desktop.documents.word_xml import heading_name, split_paragraphs

_AFTER_TABLE = 7.5


class BodyWriter:
    """Turns blocks into boxes, in the order of the document: headings are numbered for the contents to find them."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._main = outline.main_language
        self._numbers = count(1)
        self._table_numbers = count(1)

    def write(self, block: Block, width: float) -> Iterable[Box]:
        """The boxes of a block, for lines of `width` points."""
        if isinstance(block, Table):
            return self._table(block, width)
        if isinstance(block, Heading | PartHeading):
            return self._heading(block, width)
        if isinstance(block, Passage):
            return self._passage(block, width)
        if isinstance(block, Paragraph):
            return self._paragraph(block, width)
        if isinstance(block, Picture):
            return (PictureBox(block, width),)
        return self._sides(block, width)

    def _heading(self, block: Heading | PartHeading, width: float) -> Iterator[Box]:
        """The first line is the heading; lines in another language belong to its tag."""
        if isinstance(block, PartHeading):
            style, below = PART, PART_ENGLISH
            lines = [self._joined(title) for title in block.titles]
            anchors: tuple[str, ...] = ()
        else:
            style, below = HEADINGS[block.level], HEADING_ENGLISH
            lines = [set_titled(line, self._main) for line in block.lines]
            anchors = tuple(anchor.name for line in block.lines for anchor in line.label.anchors)
        names = (heading_name(next(self._numbers)), *anchors)
        tag = Tag(style.role)
        places = [Place(name, "", 0.0) for name in names]
        yield TextBox(lines[0], style, width, tag, places)
        for line in lines[1:]:
            yield TextBox(line, below, width, Tag("Span", tag, line[0].language if line else ""))

    def _joined(self, phrase: Phrase, *, is_bold: bool = True) -> Runs:
        """A phrase of a heading as one paragraph of one or more lines."""
        paragraphs = set_paragraphs(phrase, self._main, is_bold=is_bold)
        runs = [run for paragraph in paragraphs for run in (*paragraph, Run("\n"))]
        return runs[:-1]

    def _passage(self, block: Passage, width: float) -> Iterator[Box]:
        body = BODY_ENGLISH if block.value.language == "en" else BODY_THAI
        label = block.label
        if not label.phrase.text:
            yield from self._paragraphs(block.value, body, width)
        elif block.is_inline:
            lead = [self._label(label), Run(GAP, is_bold=True)]
            yield from self._paragraphs(block.value, FIELD_LINE, width, lead)
        else:
            yield TextBox([self._label(label)], FIELD_LABEL, width)
            yield from self._paragraphs(block.value, body, width)

    def _label(self, label: Label) -> Run:
        text = " ".join(split_paragraphs(label.phrase.text))
        return Run(text, is_bold=True, language=label.phrase.language or self._main)

    def _paragraphs(
        self, phrase: Phrase, style: TextStyle, width: float, lead: Iterable[Run] = ()
    ) -> Iterator[Box]:
        first, *others = set_paragraphs(phrase, self._main, is_bold=style.is_bold)
        for runs in ([*lead, *first], *others):
            yield self._set(runs, style, width) if runs else Blank(BLANK_LINE)

    def _set(self, runs: Runs, style: TextStyle, width: float, places: Sequence[Place] = ()) -> TextBox:
        language = runs[0].language if runs else self._main
        tag = Tag(style.role, language="" if language == self._main else language)
        return TextBox(runs, style, width, tag, places)

    def _paragraph(self, block: Paragraph, width: float) -> Iterator[Box]:
        """A paragraph of a letter: runs one behind the other, parted where a run has line ends.

        The lines of a signature stay together; the last one of them does not wait for what follows.
        """
        style = PARAGRAPHS[block.style]
        if block.runs and block.runs[0].language == "en":
            style = in_english(style)
        paragraphs: list[Runs] = [[]]
        for phrase in block.runs:
            first, *others = set_paragraphs(phrase, self._main, is_bold=style.is_bold)
            paragraphs[-1].extend(first)
            paragraphs.extend(others)
        if style.is_boxed:
            yield from self._boxed(paragraphs, style, width)
            return
        last = replace(style, is_kept=False) if block.style == "signature" else style
        for place, runs in enumerate(paragraphs, start=1):
            look = last if place == len(paragraphs) else style
            yield self._set(runs, look, width) if runs else Blank(BLANK_LINE)

    def _boxed(self, paragraphs: list[Runs], style: TextStyle, width: float) -> Iterator[Box]:
        """One frame around all paragraphs."""
        styles = [replace(style, before=style.left), *[style] * (len(paragraphs) - 1)]
        boxes = [self._set(runs, look, width) for runs, look in zip(paragraphs, styles, strict=True)]
        boxes[0].edges.add("first")
        boxes[-1].edges.add("last")
        return iter(boxes)

    def _sides(self, block: SideBySide, width: float) -> Iterator[Box]:
        yield SideBySideBox(block, width, self._outline.language)
        yield Blank(_AFTER_TABLE)

    def _table(self, table: Table, width: float) -> Iterator[Box]:
        yield from self._table_titles(table, width)
        for caption in table.caption:
            yield from self._paragraphs(caption, TABLE_CAPTION, width)
        yield TableBox(table, width, self._outline.language)
        yield Blank(_AFTER_TABLE)

    def _table_titles(self, table: Table, width: float) -> Iterator[Box]:
        """The titles above a table; its place in the outline of the file is the first of them."""
        places: tuple[Place, ...] = (Place(table_name(next(self._table_numbers)), "", 0.0),)
        for title in table.titles:
            for runs in set_paragraphs(title, self._main, is_bold=TABLE_TITLE.is_bold):
                yield self._set(runs, TABLE_TITLE, width, places) if runs else Blank(BLANK_LINE)
                places = () if runs else places
