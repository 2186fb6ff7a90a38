"""Reading an outline in tests: its tables as plain texts, its blocks by kind."""

from typing import TypeVar

from success_desktop.documents.outline_blocks import (
    Outline,
    Table,
    TotalRow,
)
from success_desktop.documents.outline_passages import list_rows, list_tables

B = TypeVar("B")


def find_table(outline: Outline, form: str) -> Table:
    return next(table for table in list_tables(outline) if table.form == form)


def read_cells(table: Table) -> list[list[str]]:
    return [["|".join(phrase.text for phrase in cell) for cell in row.cells] for row in list_rows(table)]


def find_totals(table: Table) -> list[TotalRow]:
    return [row for row in table.rows if isinstance(row, TotalRow)]


def read_total(row: TotalRow) -> list[str]:
    return [" ".join(phrase.text for phrase in phrases) for phrases, _span in row.cells]


def find_blocks(outline: Outline, kind: type[B]) -> list[B]:
    return [block for section in outline.sections for block in section.blocks if isinstance(block, kind)]
