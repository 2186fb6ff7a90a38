"""Sums below the groups of a form and below the whole: of money by column, and in how many rows there is any."""

from collections.abc import Callable
from decimal import Decimal

from success_desktop.documents.outline_blocks import Phrases, TotalRow
from success_desktop.documents.outline_columns import Amounts, PlacedColumn
from success_desktop.documents.outline_values import PlanWording
from success_desktop.domain.amounts import format_baht
from success_desktop.domain.schema import FormSpec, Wording
from success_desktop.i18n import N_, Language

_NONE = "-"


class Tally:
    """Adds up rows as they are printed: their number and, for every column of money, baht and rows that hold any."""

    def __init__(self) -> None:
        self.count = 0
        self.baht: Amounts = {}
        self.filled: dict[int, int] = {}

    def add(self, amounts: Amounts) -> None:
        """Count one row and the money it holds."""
        self.count += 1
        for place, amount in amounts.items():
            self.baht[place] = self.baht.get(place, Decimal(0)) + amount
            self.filled[place] = self.filled.get(place, 0) + 1


class TotalLines:
    """Words the lines of sums of one table."""

    def __init__(self, words: PlanWording, form: FormSpec, columns: tuple[PlacedColumn, ...]) -> None:
        self._words = words
        self._form = form
        self._columns = columns

    def write(self, tally: Tally, *, is_grand: bool) -> list[TotalRow]:
        """The sum of `tally` and, where the form asks for it, the line that counts rows."""
        wording = self._form.grand_total if is_grand else self._form.subtotal
        sums = {place: format_baht(tally.baht.get(place)) for place in self._sum_places()}
        lines = [self._line(is_grand, self._label(wording, tally), sums, self._overall(tally))]
        if self._form.counts is not None:
            counts = {place: str(tally.filled.get(place, _NONE)) for place in self._sum_places()}
            lines.append(self._line(is_grand, self._label(self._form.counts, tally), counts, ()))
        return lines

    def _sum_places(self) -> list[int]:
        return [place for place, column in enumerate(self._columns) if column.is_sum]

    def _label(self, wording: Wording, tally: Tally) -> Phrases:
        return self._in_each(
            lambda language: self._words.word(wording, language, count=f"{tally.count:,}").text
        )

    def _overall(self, tally: Tally) -> Phrases:
        """The sum over the years, which has no column of its own where the years have theirs."""
        yearly = [place for place in self._sum_places() if self._columns[place].year_be is not None]
        if not yearly or len(yearly) < len(self._sum_places()):
            return ()
        baht = format_baht(sum((tally.baht.get(place, Decimal(0)) for place in yearly), Decimal(0)))
        return self._in_each(
            lambda language: (
                self._words.say(
                    N_("All {years} years: {baht} baht"), language, years=len(yearly), baht=baht
                ).text
            )
        )

    def _in_each(self, write: Callable[[Language], str]) -> Phrases:
        return tuple(self._words.phrase(write(language), language) for language in self._words.languages)

    def _line(self, is_grand: bool, label: Phrases, sums: dict[int, str], overall: Phrases) -> TotalRow:
        """Lay the texts over the columns: columns without a sum run together; the label goes first, the overall sum last."""
        cells: list[tuple[Phrases, int]] = []
        for place in range(len(self._columns)):
            if place in sums:
                cells.append(((self._words.phrase(sums[place]),), 1))
            elif place > 0 and place - 1 not in sums:
                cells[-1] = (cells[-1][0], cells[-1][1] + 1)
            else:
                cells.append(((), 1))
        if 0 not in sums:
            cells[0] = (label, cells[0][1])
        if len(self._columns) - 1 not in sums:
            last_text = overall if len(cells) > 1 else (*cells[-1][0], *overall)
            cells[-1] = (last_text, cells[-1][1])
        return TotalRow(is_grand, tuple(cells))
