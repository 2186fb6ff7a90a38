"""Which text of a document is which field of the plan: the map that travels with a file and brings its changes home."""

from collections.abc import Iterator
from typing import NamedTuple

from success_desktop.documents.outline_blocks import (
    Anchor,
    DataRow,
    GroupRow,
    Heading,
    Outline,
    Passage,
    Phrase,
    SideBySide,
    Table,
    Titled,
)


class PrintedField(NamedTuple):
    """A field as it was printed: the anchor on its label, the label's text and the value."""

    anchor: Anchor
    label: str
    value: Phrase


def list_printed_fields(outline: Outline) -> tuple[PrintedField, ...]:
    """Every anchored field of a document outside the rows of tables, in printed order."""
    fields: dict[str, PrintedField] = {}
    for line in outline.cover:
        fields |= {anchor.name: PrintedField(anchor, "", value) for anchor, value in line.values}
    for titled in _labelled_values(outline):
        for anchor in titled.label.anchors:
            label = fields[anchor.name].label if anchor.name in fields else titled.label.phrase.text
            fields[anchor.name] = PrintedField(anchor, label, titled.value)
    return tuple(fields.values())


def list_tables(outline: Outline) -> tuple[Table, ...]:
    """The tables of a document in printed order."""
    return tuple(
        block for section in outline.sections for block in section.blocks if isinstance(block, Table)
    )


def list_rows(table: Table) -> Iterator[DataRow]:
    """The rows of a table that stand for nodes."""
    return (row for row in table.rows if isinstance(row, DataRow))


def _labelled_values(outline: Outline) -> Iterator[Titled]:
    """Labels with their values. A value without a label of its own comes after the heading whose label it shares."""
    for section in outline.sections:
        for block in section.blocks:
            if isinstance(block, Heading):
                yield from block.lines
            elif isinstance(block, Passage):
                yield Titled(block.label, block.value)
            elif isinstance(block, SideBySide):
                yield from (titled for pair in block.pairs for titled in pair)
            elif isinstance(block, Table):
                yield from (line for row in block.rows if isinstance(row, GroupRow) for line in row.lines)
