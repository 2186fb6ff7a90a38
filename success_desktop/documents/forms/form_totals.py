"""The lines of sums below the groups of a form and below the whole."""

from collections.abc import Iterator
from itertools import groupby

from success_desktop.documents.forms.form_sums import Tally, sum_of_column
from success_desktop.documents.forms.form_words import FormWords
from success_desktop.documents.outline_blocks import Phrases, TotalRow
from success_desktop.domain.amounts import format_baht
from success_desktop.domain.forms.form_set import TotalSpec
from success_desktop.domain.forms.resolved import ResolvedColumn, ResolvedForm
from success_desktop.domain.schema import Wording

_NONE = "-"
_LABEL_COLUMNS = 2
"""A label takes the columns of the number and the name where signs stand in the others up to the sums."""

Cell = tuple[Phrases, int]


class TotalLines:
    """Words the lines of sums of one form of rows."""

    def __init__(self, words: FormWords, form: ResolvedForm) -> None:
        self._words = words
        self._form = form

    def write(self, tally: Tally, *, is_grand: bool) -> Iterator[TotalRow]:
        """The sums of `tally`, and the line that counts how many rows hold money, as far as the form has them."""
        spec = self._form.spec.grand_total if is_grand else self._form.spec.subtotal
        if spec is not None:
            sums = [self._sum(column, tally) for column in self._form.columns]
            yield TotalRow(is_grand, self._cells(spec, tally, sums))
            if self._form.spec.counts is not None:
                counts = [_count(column, tally) for column in self._form.columns]
                yield TotalRow(is_grand, self._cells(self._form.spec.counts, tally, counts))

    def _sum(self, column: ResolvedColumn, tally: Tally) -> str:
        return format_baht(sum_of_column(column, tally, self._form.years)) if column.is_sum else ""

    def _cells(self, spec: TotalSpec, tally: Tally, figures: list[str]) -> tuple[Cell, ...]:
        """The texts laid over the columns: the label before the sums, the words over all years behind them."""
        runs = [
            (is_sum, [place for place, _column in run])
            for is_sum, run in groupby(enumerate(self._form.columns), key=lambda one: one[1].is_sum)
        ]
        cells: list[Cell] = []
        for is_sum, places in runs:
            if is_sum:
                cells.extend((self._words.figure(figures[place]), 1) for place in places)
            elif places[0] == 0:
                cells.extend(self._lead(spec, tally, len(places)))
            else:
                is_last = places[-1] == len(self._form.columns) - 1
                cells.append((self._fill(spec.after, tally) if is_last else (), len(places)))
        return tuple(cells)

    def _lead(self, spec: TotalSpec, tally: Tally, width: int) -> Iterator[Cell]:
        """What stands before the sums over `width` columns: the label, the count, and a sign in each column left."""
        label, count = self._fill(spec.label, tally), self._fill(spec.count, tally)
        signs = self._words.figure(spec.between)
        own = 1 if count and width > 1 else min(width, _LABEL_COLUMNS) if signs else width
        yield label, own
        rest = width - own
        if count and rest:
            taken = 1 if signs else rest
            yield count, taken
            rest -= taken
        yield from [(signs, 1)] * rest

    def _fill(self, wording: Wording, tally: Tally) -> Phrases:
        years = self._form.years
        return self._words.in_each(
            wording,
            count=f"{tally.count:,}",
            total=format_baht(tally.total(years)),
            years=str(len(years)),
        )


def _count(column: ResolvedColumn, tally: Tally) -> str:
    """How many rows hold money in the year of a column; over all years, how many rows there are."""
    if not column.is_sum:
        return ""
    filled = tally.count if column.year_be is None else tally.filled.get(column.year_be, 0)
    return f"{filled:,}" if filled else _NONE
