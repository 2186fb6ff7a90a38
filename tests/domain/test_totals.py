"""Sums of budgets."""

from decimal import Decimal

from success_desktop.domain.edits import apply, set_value
from success_desktop.domain.totals import total_of_branch, total_of_nodes
from tests.plans import named, small_plan


def test_a_branch_sums_its_budgets_by_year_over_all_sources() -> None:
    plan = small_plan()
    totals = total_of_branch(plan, named(plan, "Restore the canals"))
    assert totals.by_year == {2568: 740000, 2569: 1700000}
    assert totals.total_baht == 2440000


def test_years_without_money_are_left_out_and_satang_are_kept() -> None:
    plan = small_plan()
    heat = named(plan, "Project heat")
    assert total_of_branch(plan, heat).by_year == {}
    plan = apply(plan, set_value(plan, heat, "budget", "2571:codi", Decimal("0.25")))
    assert total_of_branch(plan, plan.root_id).total_baht == Decimal("2590000.25")


def test_nodes_of_kinds_that_the_template_does_not_know_are_passed_over() -> None:
    plan = small_plan()
    stranger = plan.root._replace(kind="unheard_of")
    assert total_of_nodes(plan, [stranger]).total_baht == 0
