"""What may have become of a row that is gone: one of the same name is still there, or its money lies in another one.

A guess for a person to record or not: a duplicate and a merger look alike from outside, and may be neither.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property

from success_desktop.domain.edition_routing import budget_by_year
from success_desktop.domain.office import Deed
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.thai_search import search_key

_Money = Mapping[int, Decimal]
"""Baht by fiscal year (Buddhist Era)."""


class Whereabouts:
    """Looks for what is gone among the rows that `new` still has. Both ways to look are prepared when first needed."""

    def __init__(self, old: Plan, new: Plan, row_ids: Iterable[str]) -> None:
        self._old = old
        self._new = new
        self._row_ids = tuple(row_ids)

    def find(self, gone: Node) -> tuple[Deed, str]:
        """What has become of a row of the old plan, and the row that it repeats or was merged into; blank for no idea."""
        twins = self._named.get(_name_key(self._old, gone), ())
        if twins:
            return "duplicate", twins[0]
        money = _money_of(self._old, gone)
        grown = self._grown.get(frozenset(money.items()), ()) if money else ()
        return ("merged", grown[0]) if len(grown) == 1 else ("", "")

    @cached_property
    def _named(self) -> dict[str, list[str]]:
        """The rows by their names."""
        named: dict[str, list[str]] = {}
        for row_id in self._row_ids:
            if key := _name_key(self._new, self._new.nodes[row_id]):
                named.setdefault(key, []).append(row_id)
        return named

    @cached_property
    def _grown(self) -> dict[frozenset[tuple[int, Decimal]], list[str]]:
        """The rows of both plans by the money that they have more than they had."""
        grown: dict[frozenset[tuple[int, Decimal]], list[str]] = {}
        for row_id in self._row_ids:
            was = self._old.nodes.get(row_id)
            if was is not None and was is not self._new.nodes[row_id]:
                more = _difference(_money_of(self._old, was), _money_of(self._new, self._new.nodes[row_id]))
                grown.setdefault(frozenset(more.items()), []).append(row_id)
        return grown


def _difference(was: _Money, now: _Money) -> _Money:
    more = {year: now.get(year, Decimal(0)) - was.get(year, Decimal(0)) for year in (*was, *now)}
    return {year: baht for year, baht in more.items() if baht}


def _name_key(plan: Plan, node: Node) -> str:
    """The name of a row as it is compared: whatever its spelling and blanks."""
    name = plan.template.kind(node.kind).naming_field() or ""
    return "".join(search_key(node.text(name, "th") or node.text(name, "en")).split())


def _money_of(plan: Plan, node: Node) -> _Money:
    """The money of all budgets of a row; years without any are left out."""
    fields = plan.template.kind(node.kind).fields.items()
    money: dict[int, Decimal] = {}
    for name, spec in fields:
        if spec.type == "yearly_money":
            for year_be, baht in budget_by_year(node.parts(name)).items():
                money[year_be] = money.get(year_be, Decimal(0)) + baht
    return {year_be: baht for year_be, baht in money.items() if baht}
