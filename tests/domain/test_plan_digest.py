"""A plan in a few figures: they agree with the plan they are of."""

from decimal import Decimal

import pytest

from success_desktop.domain.edits import apply
from success_desktop.domain.plan import Plan
from success_desktop.domain.plan_digest import digest_plan
from success_desktop.domain.schema import Seed
from success_desktop.domain.seeds import sow_plan
from success_desktop.domain.totals import total_of_branch
from tests.plans import counted_ids, named, project, small_plan, small_seed, template


@pytest.fixture
def plan():
    return small_plan()


def test_projects_and_money_are_those_of_the_whole_plan(plan):
    figures = digest_plan(plan)
    assert figures.project_count == 5 - 1
    assert figures.baht == total_of_branch(plan, plan.root_id).total_baht == Decimal(2_590_000)


def test_the_branches_are_the_topmost_nodes_with_projects(plan):
    (branch,) = digest_plan(plan).branches
    assert branch.node_id == named(plan, "Water")
    assert (branch.project_count, branch.baht) == (4, Decimal(2_590_000))


def test_branches_add_up_to_the_plan(plan):
    figures = digest_plan(plan)
    assert sum(branch.baht for branch in figures.branches) == figures.baht
    assert sum(branch.project_count for branch in figures.branches) == figures.project_count


def test_every_year_of_the_plan_is_told_with_the_projects_that_have_money_in_it(plan):
    years = {share.year_be: (share.project_count, share.baht) for share in digest_plan(plan).years}
    assert years == {
        2568: (2, Decimal(740_000)),
        2569: (1, Decimal(1_700_000)),
        2570: (1, Decimal(150_000)),
        2571: (0, Decimal(0)),
        2572: (0, Decimal(0)),
    }


def test_the_largest_projects_come_first_and_those_without_money_not_at_all(plan):
    names = [plan.nodes[share.node_id].text("name", "en") for share in digest_plan(plan).largest]
    assert names == ["Project dredge", "Project gauge", "Project map"]


def test_agencies_are_counted_for_every_project_that_they_lead(plan):
    counts = {
        plan.nodes[share.node_id].text("name", "en"): share.project_count
        for share in digest_plan(plan).agencies
    }
    assert counts == {"Engineering Division": 2, "Public Health Division": 1}


def test_an_agency_that_has_gone_leads_nothing(plan):
    lost = named(plan, "Public Health Division")
    without = Plan(
        plan.template,
        {node_id: node for node_id, node in plan.nodes.items() if node_id != lost},
        {
            parent: tuple(child for child in children if child != lost)
            for parent, children in plan.children.items()
        },
        plan.root_id,
    )
    assert [share.node_id for share in digest_plan(without).agencies] == [named(plan, "Engineering Division")]


def test_a_plan_without_projects_has_figures_all_the_same():
    base = template()
    empty = apply(
        Plan(base, {}, {}), sow_plan(base, Seed(kind="plan", fields={"first_year": 2568}), counted_ids())
    )
    figures = digest_plan(empty)
    assert (figures.project_count, figures.baht, figures.branches, figures.largest) == (0, Decimal(0), (), ())
    assert [share.baht for share in figures.years] == [Decimal(0)] * 5


def test_a_year_outside_the_plan_is_in_the_sum_but_not_among_its_years():
    base = template()
    seed = small_seed()
    first = seed.children[0].children[0].children[1]
    late = first.model_copy(update={"children": (*first.children, project("late", {2580: {"ordinance": 7}}))})
    goal = seed.children[0].children[0]
    goal = goal.model_copy(update={"children": (goal.children[0], late, goal.children[2])})
    issue = seed.children[0].model_copy(update={"children": (goal, seed.children[0].children[1])})
    seed = seed.model_copy(update={"children": (issue, seed.children[1])})
    figures = digest_plan(apply(Plan(base, {}, {}), sow_plan(base, seed, counted_ids())))
    assert figures.baht - sum(share.baht for share in figures.years) == Decimal(7)
