"""Sums of official forms, and the addition done a second time, straight from the plan, that must agree with them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from success_desktop.domain.forms.resolved import ResolvedColumn
from success_desktop.domain.plan import Plan

Amounts = Mapping[int, Decimal]
"""Baht by fiscal year (Buddhist Era); years without money are left out."""


class SumsDisagreeError(Exception):
    """A sum of a form is not what its rows add up to in the plan: a fault of the program, never of its user."""


@dataclass(slots=True)
class Tally:
    """Rows added up one by one: their ids, how many hold money in each year (Buddhist Era), and baht by year.

    A nought is no money: no row counts for it.
    """

    row_ids: list[str] = field(default_factory=list)
    filled: dict[int, int] = field(default_factory=dict)
    baht: dict[int, Decimal] = field(default_factory=dict)

    def add(self, row_id: str, amounts: Amounts) -> None:
        """Count a row and its money."""
        self.row_ids.append(row_id)
        for year_be, amount in amounts.items():
            self.filled[year_be] = self.filled.get(year_be, 0) + bool(amount)
            self.baht[year_be] = self.baht.get(year_be, Decimal(0)) + amount

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.row_ids)

    def total(self, years_be: Iterable[int]) -> Decimal:
        """Baht over the years given."""
        return sum((self.baht.get(year_be, Decimal(0)) for year_be in years_be), Decimal(0))


def sum_of_column(column: ResolvedColumn, tally: Tally, years_be: Iterable[int]) -> Decimal | None:
    """What a column of money holds under the rows of a tally; None where none of them has any."""
    if column.year_be is not None:
        return tally.baht.get(column.year_be)
    return tally.total(years_be) if tally.baht else None


def add_again(plan: Plan, row_ids: Iterable[str], fields: tuple[str, ...]) -> dict[int, Decimal]:
    """The money of rows by year, read part by part from the plan: nothing that filled the form has a share in it."""
    found: dict[int, Decimal] = {}
    for row_id in row_ids:
        for field_name in fields:
            for (year_be, _source), baht in plan.nodes[row_id].yearly_money(field_name).items():
                found[year_be] = found.get(year_be, Decimal(0)) + baht
    return found


def check_sums(
    plan: Plan, row_ids: Sequence[str], fields: tuple[str, ...], printed: Amounts, form: str
) -> None:
    """Raise SumsDisagreeError unless the sums printed below some rows are what these hold in the plan.

    Years without money and sums of nought are the same; of years that have no column `printed` need say nothing.
    """
    again = add_again(plan, row_ids, fields)
    wrong = [year_be for year_be, baht in printed.items() if again.get(year_be, 0) != baht]
    if wrong or len(set(row_ids)) != len(row_ids):
        raise SumsDisagreeError(
            f"{form}: {len(row_ids)} rows were summed as {_told(printed)}, the plan holds {_told(again)}"
        )


def _told(amounts: Amounts) -> str:
    return ", ".join(f"{year_be}: {amounts[year_be]}" for year_be in sorted(amounts)) or "nothing"
