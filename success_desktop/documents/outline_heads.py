"""Where the cells of a table's head stand: each row of it fills what the cells reaching down from above leave free."""

from collections.abc import Iterator
from typing import NamedTuple

from success_desktop.documents.outline_blocks import HeadCell, Table


class PlacedHead(NamedTuple):
    """A cell of a head: its row and first column, counted from 0, and the columns and rows that it fills."""

    cell: HeadCell
    row: int
    place: int
    span: int
    depth: int


def place_head(table: Table) -> tuple[PlacedHead, ...]:
    """The cells of a table's head, row by row from the left. Raises ValueError when they do not fill it."""
    depth, width = len(table.head), len(table.columns)
    placed: list[PlacedHead] = []
    taken: set[int] = set()
    for number, cells in enumerate(table.head):
        free = iter([place for place in range(width) if place not in taken])
        for cell in cells:
            places = [place for _column, place in zip(range(cell.span), free, strict=False)]
            if len(places) < cell.span:
                raise ValueError(
                    f"row {number} of the head of {table.form} is wider than its {width} columns"
                )
            if cell.reaches_down:
                taken.update(places)
            rows = depth - number if cell.reaches_down else 1
            placed.append(PlacedHead(cell, number, places[0], cell.span, rows))
        if next(free, None) is not None:
            raise ValueError(f"row {number} of the head of {table.form} leaves columns open")
    return tuple(placed)


def list_head_texts(table: Table) -> Iterator[tuple[int, str]]:
    """What stands in the head above one column alone: the column's place and a text."""
    for placed in place_head(table):
        if placed.span == 1:
            yield from ((placed.place, phrase.text) for phrase in placed.cell.phrases)
