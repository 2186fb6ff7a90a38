"""What the edits between two plans do to the money: from the old total, step by step, to the new one, each with its causes.

The steps account for the whole difference: start + all steps = end, to the satang, whatever they are grouped by, and the
causes of a step add up to the step.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from success_desktop.domain.authorship import Authorship, Stamp
from success_desktop.domain.comparison import Comparison, walk_merged
from success_desktop.domain.money_groups import Cell, Grouping, Key, MoneyGroups
from success_desktop.domain.plan import Node
from success_desktop.domain.totals import total_of_branch

Deed = Literal["set", "added", "removed", "moved", "reassigned"]
"""What was done: an amount was set; a node came or went with its budget; it was moved to another branch; other agencies
answer for it now."""

_NOTHING = Decimal(0)
_Cells = Mapping[Cell, Decimal]


@dataclass(frozen=True, slots=True)
class Cause:
    """One edit's share of a step: `baht` is signed, what it added to the group.

    `set` names the cell (`field`, `part`) and its amounts in baht (None: blank). `moved` and `reassigned` name the groups
    that the money went from and to (`old_key`, `new_key`); they come in pairs, which cancel each other out. `stamp` tells
    who and when; None where the log does not know.
    """

    deed: Deed
    node_id: str
    baht: Decimal
    stamp: Stamp | None
    field: str = ""
    part: str = ""
    old_baht: Decimal | None = None
    new_baht: Decimal | None = None
    old_key: Key = ()
    new_key: Key = ()


@dataclass(frozen=True, slots=True)
class MoneyStep:
    """What happened to one group: its baht before and after, and why. The two are the same where the causes balance."""

    key: Key
    old_baht: Decimal
    new_baht: Decimal
    causes: tuple[Cause, ...]

    @property
    def baht(self) -> Decimal:
        """What was added (or, below nought, taken away)."""
        return self.new_baht - self.old_baht


@dataclass(frozen=True, slots=True)
class Waterfall:
    """The way from the old total to the new one, in baht. Groups that nothing happened to are no steps."""

    by: Grouping
    start_baht: Decimal
    steps: tuple[MoneyStep, ...]
    end_baht: Decimal

    @property
    def baht(self) -> Decimal:
        """The whole difference."""
        return self.end_baht - self.start_baht


def money_steps(comparison: Comparison, authorship: Authorship, by: Grouping) -> Waterfall:
    """What happened to the money, by `by`.

    The steps come in the order of years, of the template's sources, or of the merged tree (`walk_merged`), in which the
    causes of each step come, too.
    """
    account = _Account(comparison, authorship, by)
    account.settle()
    old, new = comparison.old, comparison.new
    old_sums, new_sums = account.old.sum_of(old.nodes.values()), account.new.sum_of(new.nodes.values())
    places = {node_id: place for place, (node_id, _depth, _fate) in enumerate(walk_merged(comparison))}
    ranks = {source: rank for rank, source in enumerate(new.template.sources)} if by == "source" else places
    behind = len(ranks)
    steps = (
        MoneyStep(
            key,
            old_sums.get(key, _NOTHING),
            new_sums.get(key, _NOTHING),
            tuple(sorted(causes, key=lambda cause: places.get(cause.node_id, len(places)))),
        )
        for key, causes in account.causes.items()
    )
    return Waterfall(
        by,
        total_of_branch(old, old.root_id).total_baht,
        tuple(
            sorted(
                steps, key=lambda step: ([ranks.get(part, behind) for part in step.key] or [behind], step.key)
            )
        ),
        total_of_branch(new, new.root_id).total_baht,
    )


class _Account:
    """Books every difference of money on the groups that it touches."""

    def __init__(self, comparison: Comparison, authorship: Authorship, by: Grouping) -> None:
        self.old = MoneyGroups(comparison.old, by)
        self.new = MoneyGroups(comparison.new, by)
        self.causes: dict[Key, list[Cause]] = {}
        self._authorship = authorship
        self._regrouping: Deed = "moved" if by == "strategy" else "reassigned"

    def settle(self) -> None:
        """Book all nodes that are not the same in both plans, or lie in another branch."""
        old_nodes, new_nodes = self.old.plan.nodes, self.new.plan.nodes
        for node in new_nodes.values():
            before = old_nodes.get(node.id)
            if before is None:
                self._book_whole("added", node, self.new)
            elif before is not node or self.old.branches.get(node.id) != self.new.branches.get(node.id):
                cells = self.old.cells_of(before), self.new.cells_of(node)
                self._book_regrouping(before, node, *cells)
                self._book_cells(before, node, *cells)
        for node in old_nodes.values():
            if node.id not in new_nodes:
                self._book_whole("removed", node, self.old)

    def _book_whole(self, deed: Deed, node: Node, groups: MoneyGroups) -> None:
        """Book the whole budget of a node that came or went."""
        for key, baht in groups.sum_of((node,)).items():
            share = -baht if deed == "removed" else baht
            self._book(key, Cause(deed, node.id, share, self._authorship.stamp_of(node.id)))

    def _book_regrouping(self, old: Node, new: Node, before: _Cells, after: _Cells) -> None:
        """Book what a node had and still has, if it counts for another group now: out of the one, into the other.

        All of it goes over: money only changes its group where the node decides on it, and not the cell.
        """
        stayed = {cell: baht for cell, baht in before.items() if cell in after}
        keys = {(self.old.key_of(old, part), self.new.key_of(new, part)) for _field, part in stayed}
        for old_key, new_key in keys:
            if old_key != new_key:
                baht = sum(stayed.values(), _NOTHING)
                stamp = self._stamp_of_regrouping(old, new)
                cause = Cause(self._regrouping, new.id, baht, stamp, old_key=old_key, new_key=new_key)
                self._book(old_key, replace(cause, baht=-baht))
                self._book(new_key, cause)

    def _book_cells(self, old: Node, new: Node, before: _Cells, after: _Cells) -> None:
        """Book the cells that hold another amount: on the group they count for now, or did as long as they held any."""
        for cell in sorted({**before, **after}):
            field, part = cell
            old_baht, new_baht = before.get(cell), after.get(cell)
            baht = (new_baht or _NOTHING) - (old_baht or _NOTHING)
            if baht:
                key = self.old.key_of(old, part) if new_baht is None else self.new.key_of(new, part)
                stamp = self._authorship.stamp_of(new.id, field, part)
                self._book(key, Cause("set", new.id, baht, stamp, field, part, old_baht, new_baht))

    def _book(self, key: Key, cause: Cause) -> None:
        if cause.baht:
            self.causes.setdefault(key, []).append(cause)

    def _stamp_of_regrouping(self, old: Node, new: Node) -> Stamp | None:
        """Who moved the node, or what it lies in; or who named other agencies."""
        if self._regrouping == "reassigned":
            return self._authorship.stamp_of(new.id, self.new.role_of(new))
        above = (new, *self.new.plan.ancestors(new.id))
        known = self.old.plan.nodes
        moved = (node.id for node in above if node.id in known and known[node.id].parent_id != node.parent_id)
        return self._authorship.stamp_of(next(moved, old.id))
