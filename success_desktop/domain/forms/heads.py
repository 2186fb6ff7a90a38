"""The head of a form: the texts above its columns, with neighbours that share one merged."""

from collections.abc import Sequence
from typing import NamedTuple

from success_desktop.domain.forms.resolved import ResolvedColumn
from success_desktop.domain.schema import Wording


class HeadSpan(NamedTuple):
    """A cell of the head: `span` columns wide; with `reaches_down` it also fills the rows of the head below it."""

    wording: Wording
    span: int
    reaches_down: bool


def merge_heads(columns: Sequence[ResolvedColumn]) -> tuple[tuple[HeadSpan, ...], ...]:
    """The rows of the head from the top down, as many as the tallest column has texts.

    Columns side by side share a cell where it and all above it say the same and both have more below it.
    """
    height = max((len(column.heads) for column in columns), default=0)
    return tuple(_row(columns, depth, height) for depth in range(height))


def _row(columns: Sequence[ResolvedColumn], depth: int, height: int) -> tuple[HeadSpan, ...]:
    cells: list[HeadSpan] = []
    above: tuple[Wording, ...] = ()
    for column in columns:
        if depth >= len(column.heads):
            above = ()
            continue
        is_lowest = depth == len(column.heads) - 1
        own = () if is_lowest else column.heads[: depth + 1]
        if own and own == above:
            cells[-1] = cells[-1]._replace(span=cells[-1].span + 1)
        else:
            cells.append(HeadSpan(column.heads[depth], 1, is_lowest and depth < height - 1))
        above = own
    return tuple(cells)
