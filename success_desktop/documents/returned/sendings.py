"""What went out: the labelled values of a document, and the lines in it that belong to no field."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from success_desktop.documents.outline_blocks import (
    GroupRow,
    Heading,
    Outline,
    PartHeading,
    Phrase,
    Phrases,
    Table,
    TableRow,
    TotalRow,
)
from success_desktop.documents.outline_passages import list_printed_fields, list_rows, list_tables
from success_desktop.documents.returned.sent_map import SentField, SentMap, SentRow, SentTable, SentText
from success_desktop.documents.word_xml import drop_forbidden

Margin = tuple[str, ...]
"""The lines at the head or the foot of a page, as `margin_words` gives them."""

_GAP = "  "
_ID = re.compile("[0-9a-hjkmnp-tv-z]{26}")


@dataclass(frozen=True)
class Sending:
    """A document as it was sent.

    `furniture` are the lines that the program words itself, outside tables (titles of parts, forms and tables), `fixtures`
    those in tables (heads, sums); empty when only the map inside the file tells what was sent. So are `heads` and `feet`,
    the different margins of its pages.
    """

    sent: SentMap
    furniture: frozenset[str] = frozenset()
    fixtures: frozenset[str] = frozenset()
    heads: tuple[Margin, ...] = ()
    feet: tuple[Margin, ...] = ()


def sending_of(outline: Outline) -> Sending:
    """What is sent when `outline` is written: the same as the map inside the file tells, and the furniture."""
    sent = SentMap(
        plan_id=outline.plan_id,
        revision_id=outline.revision_id,
        language=outline.language,
        has_thai_digits=outline.has_thai_digits,
        fields=tuple(
            SentField(*printed.anchor, printed.label, _text_of(printed.value))
            for printed in list_printed_fields(outline)
        ),
        tables=tuple(map(_table_of, list_tables(outline))),
    )
    return Sending(
        sent,
        frozenset(text.strip() for text in _furniture_of(outline) if text),
        frozenset(text.strip() for text in _fixtures_of(outline) if text),
        heads=tuple(dict.fromkeys(_heads_of(outline))),
        feet=(_margin(f"{outline.owner.text} {outline.page_word.text}", outline.origin.text),),
    )


def margin_words(text: str) -> str:
    """A line of a margin without the ids of plan and revision, its blanks joined."""
    return " ".join(_ID.sub("", drop_forbidden(text)).split())


def _heads_of(outline: Outline) -> Iterator[Margin]:
    """The stamp over the title, as the pages of the contents and of each section have them."""
    for stamp in ((), *(section.stamp for section in outline.sections)):
        yield _margin(*(phrase.text for phrase in stamp), outline.title.text)


def _margin(*texts: str) -> Margin:
    return tuple(filter(None, map(margin_words, texts)))


def _table_of(table: Table) -> SentTable:
    return SentTable(
        table.form,
        tuple(column.source for column in table.columns),
        tuple(
            SentRow(
                row.anchor.name,
                row.anchor.node_id,
                tuple(tuple(map(_text_of, phrases)) for phrases in row.cells),
            )
            for row in list_rows(table)
        ),
    )


def _text_of(phrase: Phrase) -> SentText:
    return SentText(phrase.text, phrase.language, phrase.mark)


def _furniture_of(outline: Outline) -> Iterator[str]:
    yield from _lines_of(outline.contents_title)
    for section in outline.sections:
        for block in section.blocks:
            if isinstance(block, PartHeading):
                yield from _lines_of(block.titles)
            elif isinstance(block, Heading):
                yield from _bare_lines(block)
            elif isinstance(block, Table):
                yield from _lines_of((*block.titles, *block.caption))
                yield from (
                    line.value.text
                    for row in block.rows
                    if isinstance(row, GroupRow)
                    for line in row.lines
                    if not line.label.anchors
                )


def _fixtures_of(outline: Outline) -> Iterator[str]:
    """The heads and the sums of tables, and what stands in lines across them that are no field."""
    for table in list_tables(outline):
        for cells in table.head:
            for cell in cells:
                yield from _lines_of(cell.phrases)
        for row in table.rows:
            yield from _fixtures_in(row)


def _fixtures_in(row: TableRow) -> Iterator[str]:
    if isinstance(row, TotalRow):
        for phrases, _span in row.cells:
            yield from _lines_of(phrases)
    elif isinstance(row, GroupRow):
        for line in row.lines:
            yield from (line.label.phrase.text, line.value.text)


def _bare_lines(heading: Heading) -> Iterator[str]:
    """The lines of a heading that name no field."""
    for line in heading.lines:
        if not line.label.anchors:
            yield _GAP.join(filter(None, (line.label.phrase.text, line.value.text)))


def _lines_of(phrases: Phrases) -> Iterator[str]:
    for phrase in phrases:
        yield from phrase.text.split("\n")
