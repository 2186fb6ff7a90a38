"""What proposals about rows mean for the budget, and which cannot be carried out."""

from dataclasses import replace
from decimal import Decimal

import pytest

from success_desktop.domain.edits import apply, remove_branch
from success_desktop.domain.plan import Plan
from success_desktop.domain.proposals import AddedRow, Cell, MovedRow, RemovedRow
from success_desktop.errors import UserError
from success_desktop.services.proposing import BudgetEffect, budget_effect, proposal_of, row_edits
from tests.plans import named, small_plan
from tests.services.proposals import comment, row_remark


@pytest.fixture(scope="module")
def plan() -> Plan:
    return small_plan()


def removal(plan: Plan, name: str):
    node_id = named(plan, name)
    return row_remark("removed", RemovedRow(node_id), node_id)


def test_a_removal_takes_its_money_out_year_by_year(plan):
    effect = budget_effect(plan, removal(plan, "Project dredge"))
    assert effect.total_baht == Decimal(-2_200_000)
    assert effect.by_year == {2568: Decimal(-500_000), 2569: Decimal(-1_700_000)}


def test_a_removed_branch_takes_all_that_is_below_it(plan):
    assert budget_effect(plan, removal(plan, "Restore the canals")).total_baht == Decimal(-2_440_000)


def test_a_new_row_brings_its_money(plan):
    approach = named(plan, "Restore the canals")
    cells = (Cell("budget", "2570:ordinance", "100,000"), Cell("budget", "2571:ordinance", "2 ล้าน"))
    effect = budget_effect(plan, row_remark("added", AddedRow(approach, "project", cells=cells), approach))
    assert effect == BudgetEffect(Decimal(2_100_000), {2570: Decimal(100_000), 2571: Decimal(2_000_000)})


def test_a_move_within_a_branch_moves_no_money(plan):
    gauge = named(plan, "Project gauge")
    parent = plan.nodes[named(plan, "Project map")].parent_id
    assert budget_effect(plan, row_remark("moved", MovedRow(gauge, parent), gauge)) == BudgetEffect()


def added(plan: Plan, kind: str, parent_id: str) -> tuple[Plan, str]:
    """The plan with a new row that somebody proposed, and the row's id."""
    row = row_edits(plan, row_remark("added", AddedRow(parent_id, kind), parent_id))
    return apply(plan, row.edits), row.node_id


def test_a_move_to_another_branch_tells_how_much_goes_where(plan):
    grown, issue = added(plan, "strategic_issue", plan.root_id)
    grown, goal = added(grown, "goal", issue)
    grown, approach = added(grown, "approach", goal)
    gauge = named(plan, "Project gauge")
    effect = budget_effect(grown, row_remark("moved", MovedRow(gauge, approach), gauge))
    assert effect == BudgetEffect(Decimal(0), {}, Decimal(240_000), named(plan, "Water"), issue)


def test_what_is_done_already_has_no_effect(plan):
    remark = removal(plan, "Project dredge")
    without = apply(plan, remove_branch(plan, remark.anchor.node_id))
    assert row_edits(without, remark).edits == ()
    assert budget_effect(without, remark) == BudgetEffect()


def test_a_new_row_under_what_has_gone_is_refused(plan):
    remark = row_remark("added", AddedRow("gone", "project"), "gone")
    with pytest.raises(UserError):
        row_edits(plan, remark)


def test_a_new_row_goes_behind_its_like_when_its_neighbour_has_gone(plan):
    approach = named(plan, "Restore the canals")
    row = row_edits(plan, row_remark("added", AddedRow(approach, "project", "gone"), approach))
    assert apply(plan, row.edits).children[approach][-1] == row.node_id


def test_a_row_of_a_kind_that_does_not_belong_there_is_refused(plan):
    gauge = named(plan, "Project gauge")
    for kind in ("strategic_issue", "moon"):
        with pytest.raises(UserError):
            row_edits(plan, row_remark("added", AddedRow(gauge, kind), gauge))


def test_a_comment_proposes_nothing_about_rows():
    with pytest.raises(ValueError):
        proposal_of(comment("ดีมาก"))


def test_what_cannot_be_read_is_refused(plan):
    approach = named(plan, "Restore the canals")
    odd_part = row_remark("added", AddedRow(approach, "project", cells=(Cell("name", "fr", "x"),)), approach)
    for remark in (replace(comment("x"), sort="added", proposed="{}"), odd_part):
        with pytest.raises(UserError):
            row_edits(plan, remark)
