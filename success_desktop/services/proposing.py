"""What accepting a proposal about a row would do: the edits, and what they mean for the budget."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from success_desktop.domain.beside import is_beside
from success_desktop.domain.edits import Edit, apply, remove_branch
from success_desktop.domain.feedback import Remark
from success_desktop.domain.plan import Plan
from success_desktop.domain.proposals import AddedRow, MovedRow, Proposal, RemovedRow, read_proposal
from success_desktop.domain.totals import Totals, total_of_branch
from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.services.editing import add_edit, move_edits, plan_stays
from success_desktop.services.entering import read_value

ROW_SORTS = frozenset(("added", "removed", "moved"))
"""The sorts of remarks that propose something about a row."""


_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class RowEdits:
    """What makes a proposal so. `node_id` is the row: the new one, or the one that goes or moves.

    `edits` is empty when the plan is so already.
    """

    node_id: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class BudgetEffect:
    """What a proposal does to the plan's total (baht, below nought for less), in all and by fiscal year (Buddhist Era).

    A move leaves the total as it is and takes `moved_baht` out of the branch `out_of_id` into the branch `into_id`, if these
    are two branches directly below the plan.
    """

    total_baht: Decimal = _NOTHING
    by_year: Mapping[int, Decimal] = field(default_factory=dict)
    moved_baht: Decimal = _NOTHING
    out_of_id: str = ""
    into_id: str = ""


def proposal_of(remark: Remark) -> Proposal:
    """What a remark proposes to do with a row. Raises ValueError for a remark of another sort."""
    return read_proposal(remark.proposed)


def row_edits(plan: Plan, remark: Remark) -> RowEdits:
    """The edits that make a proposal about a row so.

    Raises UserError when the plan has no place for it any more, or when it or a value of a new row cannot be read.
    """
    try:
        return _row_edits(plan, proposal_of(remark))
    except ValueError as error:
        raise UserError(
            N_("What is proposed here cannot be read by this program."),
            advice=N_("Make the change by hand, and link it to the remark."),
        ) from error


def _row_edits(plan: Plan, proposal: Proposal) -> RowEdits:
    if isinstance(proposal, AddedRow):
        made_id = next((one for one in (proposal.node_id, proposal.old_id) if one in plan.nodes), "")
        return RowEdits(made_id, ()) if made_id else _add(plan, proposal)
    if isinstance(proposal, RemovedRow):
        return RowEdits(proposal.node_id, _remove(plan, proposal.node_id))
    return _move(plan, proposal)


def budget_effect(plan: Plan, remark: Remark) -> BudgetEffect:
    """What accepting a proposal about a row would do to the budget. Raises UserError as `row_edits`."""
    row = row_edits(plan, remark)
    after = apply(plan, row.edits)
    before_sum, after_sum = _sum_of(plan, row.node_id), _sum_of(after, row.node_id)
    if before_sum == after_sum:
        branches = _branch_of(plan, row.node_id), _branch_of(after, row.node_id)
        is_elsewhere = branches[0] != branches[1]
        return (
            BudgetEffect(_NOTHING, {}, before_sum.total_baht, *branches) if is_elsewhere else BudgetEffect()
        )
    years = sorted(before_sum.by_year.keys() | after_sum.by_year.keys())
    return BudgetEffect(
        after_sum.total_baht - before_sum.total_baht,
        {
            year_be: after_sum.by_year.get(year_be, _NOTHING) - before_sum.by_year.get(year_be, _NOTHING)
            for year_be in years
        },
    )


def _add(plan: Plan, proposal: AddedRow) -> RowEdits:
    _require(plan, proposal.parent_id)
    before = plan.nodes.get(proposal.before_id)
    before_id = before.id if before is not None and before.parent_id == proposal.parent_id else None
    added = add_edit(plan, proposal.parent_id, proposal.kind, before_id)
    known = plan.template.kinds[proposal.kind].fields
    edits: list[Edit] = [added]
    with_row = apply(plan, edits)
    for cell in proposal.cells:
        if cell.field in known:
            edits.extend(read_value(with_row, (added.node_id, cell.field, cell.part), cell.text))
    return RowEdits(added.node_id, tuple(edits))


def _remove(plan: Plan, node_id: str) -> tuple[Edit, ...]:
    if node_id not in plan.nodes:
        return ()
    _require(plan, node_id)
    if node_id == plan.root_id:
        raise plan_stays()
    return remove_branch(plan, node_id)


def _move(plan: Plan, proposal: MovedRow) -> RowEdits:
    _require(plan, proposal.node_id)
    _require(plan, proposal.parent_id)
    before_id = proposal.before_id if proposal.before_id in plan.nodes else None
    return RowEdits(proposal.node_id, move_edits(plan, proposal.node_id, proposal.parent_id, before_id))


def _require(plan: Plan, node_id: str) -> None:
    """Raise UserError when a node that a proposal speaks of is not in the plan any more."""
    if node_id not in plan.nodes or is_beside(node_id):
        raise UserError(
            N_("What this proposal is about is not in the plan any more."),
            advice=N_("Decline it with a reason, or bring the row back from an earlier revision first."),
        )


def _branch_of(plan: Plan, node_id: str) -> str:
    """The branch directly below the plan that a node lies in (or is); "" for a node that is not there."""
    if node_id not in plan.nodes:
        return ""
    path = (node_id, *(node.id for node in plan.ancestors(node_id)))
    return path[-2] if len(path) > 1 else path[0]


def _sum_of(plan: Plan, node_id: str) -> Totals:
    """The budgets of a row and of all below it; nothing for a row that is not there."""
    return total_of_branch(plan, node_id) if node_id in plan.nodes else Totals({}, _NOTHING)
