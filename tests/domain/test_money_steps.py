"""Every step of the money knows its causes: who edited what, and what came, went, moved or changed hands."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from success_desktop.domain.authorship import Authorship, Stamp
from success_desktop.domain.comparison import compare_plans
from success_desktop.domain.edits import (
    AddNode,
    Edit,
    SetValue,
    apply,
    remove_branch,
)
from success_desktop.domain.money_groups import GROUPINGS, Grouping, Key
from success_desktop.domain.money_steps import Cause, Waterfall, money_steps
from success_desktop.domain.plan import Plan
from tests.money_edits import MORNING, budget, compare_signed, move_to, plan_of_two_issues
from tests.plans import named, small_plan

NOBODY = Authorship((), ())


def steps_of(plan: Plan, edits: Sequence[Edit], by: Grouping) -> Waterfall:
    """What edits that nobody signed do to the money of a plan."""
    return money_steps(compare_plans(plan, apply(plan, edits)), NOBODY, by)


def signed_steps(plan: Plan, steps: Sequence[tuple[str, Sequence[Edit]]], by: Grouping) -> Waterfall:
    """What the steps of several people do to the money of a plan; all at the same time."""
    return money_steps(*compare_signed(plan, steps), by)


def amounts(waterfall: Waterfall) -> dict[Key, int]:
    """The baht of each step by its group, in order."""
    return {step.key: int(step.baht) for step in waterfall.steps}


def only_cause(waterfall: Waterfall) -> Cause:
    """The one cause of the one step."""
    (step,) = waterfall.steps
    (cause,) = step.causes
    return cause


@pytest.fixture
def plan() -> Plan:
    """The small plan: 2,590,000 baht in three projects of one issue, and a fourth without any."""
    return small_plan()


@pytest.fixture
def two_issues() -> Plan:
    """The small plan with a second issue that has a goal and an approach, still without projects."""
    return plan_of_two_issues()


def test_one_cell_is_one_step_whose_cause_names_the_cell_and_who_edited_it_when(plan: Plan) -> None:
    dredge = named(plan, "Project dredge")
    steps = [("สมศรี", [budget(dredge, "2569:pao_grant", 1200000, 1500000)])]
    keys: dict[Grouping, Key] = {"project": (dredge,), "year": ("2569",), "source": ("pao_grant",)}
    for by, key in keys.items():
        waterfall = signed_steps(plan, steps, by)
        assert amounts(waterfall) == {key: 300_000}
        assert only_cause(waterfall) == Cause(
            "set",
            dredge,
            Decimal(300_000),
            Stamp("สมศรี", MORNING),
            "budget",
            "2569:pao_grant",
            Decimal(1_200_000),
            Decimal(1_500_000),
        )


def test_satang_are_kept(plan: Plan) -> None:
    dredge = named(plan, "Project dredge")
    waterfall = steps_of(plan, [budget(dredge, "2568:ordinance", 500000, "500000.01")], "project")
    assert waterfall.baht == waterfall.steps[0].baht == Decimal("0.01")


def test_a_cell_filled_in_and_a_cell_emptied_stand_against_a_blank(plan: Plan) -> None:
    gauge = named(plan, "Project gauge")
    filled = only_cause(steps_of(plan, [budget(gauge, "2570:loan", None, 90000)], "year"))
    assert (filled.old_baht, filled.new_baht, filled.baht) == (None, Decimal(90_000), Decimal(90_000))
    emptied = only_cause(steps_of(plan, [budget(gauge, "2568:codi", 240000, None)], "source"))
    assert (emptied.old_baht, emptied.new_baht, emptied.baht) == (Decimal(240_000), None, Decimal(-240_000))


def test_a_nought_where_there_was_a_blank_is_no_step(plan: Plan) -> None:
    gauge = named(plan, "Project gauge")
    for by in GROUPINGS:
        assert steps_of(plan, [budget(gauge, "2571:loan", None, 0)], by).steps == ()


def test_a_budget_of_nought_comes_and_moves_without_a_step(two_issues: Plan) -> None:
    heat = named(two_issues, "Project heat")
    with_nought = apply(two_issues, [budget(heat, "2568:loan", None, 0)])
    moved = [move_to(with_nought, heat, "approach-b")]
    going = remove_branch(with_nought, heat)
    for by in GROUPINGS:
        assert steps_of(with_nought, moved, by).steps == steps_of(with_nought, going, by).steps == ()


def test_words_and_names_do_nothing_to_the_money(plan: Plan) -> None:
    gauge = named(plan, "Project gauge")
    edits = [SetValue(gauge, "name", "en", "Project gauge", "Gauges")]
    assert [steps_of(plan, edits, by).steps for by in GROUPINGS] == [()] * len(GROUPINGS)


def test_money_moved_between_years_is_two_steps_by_year_and_one_of_nought_by_project(plan: Plan) -> None:
    gauge = named(plan, "Project gauge")
    edits = [budget(gauge, "2568:codi", 240000, None), budget(gauge, "2570:codi", None, 240000)]
    assert amounts(steps_of(plan, edits, "year")) == {("2568",): -240_000, ("2570",): 240_000}
    (step,) = steps_of(plan, edits, "project").steps
    assert step.baht == 0
    assert [cause.baht for cause in step.causes] == [Decimal(-240_000), Decimal(240_000)]


def test_a_node_added_is_one_cause_with_its_whole_budget_in_each_group(plan: Plan) -> None:
    approach = named(plan, "Restore the canals")
    edits: list[Edit] = [
        AddNode("p9", "project", approach, "zz"),
        budget("p9", "2568:loan", None, 100),
        budget("p9", "2569:loan", None, 23),
    ]
    assert only_cause(signed_steps(plan, [("ก", edits)], "project")) == Cause(
        "added", "p9", Decimal(123), Stamp("ก", MORNING)
    )
    assert amounts(steps_of(plan, edits, "year")) == {("2568",): 100, ("2569",): 23}
    assert amounts(steps_of(plan, edits, "source")) == {("loan",): 123}
    assert amounts(steps_of(plan, edits, "agency")) == {(): 123}


def test_a_node_removed_takes_its_whole_budget_and_stands_where_it_stood(plan: Plan) -> None:
    dredge, gauge, heat = (named(plan, f"Project {name}") for name in ("dredge", "gauge", "map"))
    edits = [
        *remove_branch(plan, gauge),
        budget(dredge, "2568:ordinance", 500000, 1),
        budget(heat, "2570:ordinance", 150000, 1),
    ]
    waterfall = signed_steps(plan, [("ข", edits)], "project")
    assert list(amounts(waterfall)) == [(dredge,), (gauge,), (heat,)]
    assert waterfall.steps[1].causes == (Cause("removed", gauge, Decimal(-240_000), Stamp("ข", MORNING)),)


def test_a_branch_moved_to_another_strategy_is_minus_there_and_plus_here_and_nothing_by_year(
    two_issues: Plan,
) -> None:
    restore, issue = named(two_issues, "Restore the canals"), named(two_issues, "Water")
    steps = [("วิชัย", [move_to(two_issues, restore, "goal-b")])]
    waterfall = signed_steps(two_issues, steps, "strategy")
    assert amounts(waterfall) == {(issue,): -2_440_000, ("issue-b",): 2_440_000}
    for step, sign in zip(waterfall.steps, (-1, 1), strict=True):
        assert [cause.deed for cause in step.causes] == ["moved", "moved"]
        assert {cause.stamp for cause in step.causes} == {Stamp("วิชัย", MORNING)}
        assert {(cause.old_key, cause.new_key) for cause in step.causes} == {((issue,), ("issue-b",))}
        assert [int(cause.baht) * sign for cause in step.causes] == [2_200_000, 240_000]
    for by in GROUPINGS:
        if by != "strategy":
            assert signed_steps(two_issues, steps, by).steps == ()


def test_a_node_moved_and_edited_goes_over_as_it_was_and_is_edited_there(two_issues: Plan) -> None:
    gauge, issue = named(two_issues, "Project gauge"), named(two_issues, "Water")
    edits: list[Edit] = [
        move_to(two_issues, gauge, "approach-b"),
        budget(gauge, "2568:codi", 240000, 300000),
        budget(gauge, "2569:codi", None, 50000),
    ]
    left, come = steps_of(two_issues, edits, "strategy").steps
    assert (left.key, int(left.baht)) == ((issue,), -240_000)
    assert [(cause.deed, int(cause.baht)) for cause in come.causes] == [
        ("moved", 240_000),
        ("set", 60_000),
        ("set", 50_000),
    ]


def test_a_node_moved_and_emptied_is_lost_to_where_it_was(two_issues: Plan) -> None:
    gauge, issue = named(two_issues, "Project gauge"), named(two_issues, "Water")
    edits: list[Edit] = [move_to(two_issues, gauge, "approach-b"), budget(gauge, "2568:codi", 240000, None)]
    waterfall = steps_of(two_issues, edits, "strategy")
    assert amounts(waterfall) == {(issue,): -240_000}
    assert only_cause(waterfall).deed == "set"


def test_a_node_moved_within_its_strategy_is_no_step(plan: Plan) -> None:
    gauge = named(plan, "Project gauge")
    heat = plan.nodes[named(plan, "Project heat")]
    assert heat.parent_id is not None
    assert steps_of(plan, [move_to(plan, gauge, heat.parent_id)], "strategy").steps == ()


def test_a_budget_with_two_agencies_counts_once_for_the_pair(plan: Plan) -> None:
    gauge = named(plan, "Project gauge")
    pair = tuple(sorted((named(plan, "Engineering Division"), named(plan, "Public Health Division"))))
    waterfall = steps_of(plan, [budget(gauge, "2568:codi", 240000, 250000)], "agency")
    assert amounts(waterfall) == {pair: 10_000}
    assert (waterfall.start_baht, waterfall.end_baht) == (Decimal(2_590_000), Decimal(2_600_000))


def test_another_lead_agency_takes_the_money_over_and_the_cause_names_who_named_it(plan: Plan) -> None:
    dredge = named(plan, "Project dredge")
    old, new = named(plan, "Engineering Division"), named(plan, "Public Health Division")
    edits = [
        SetValue(dredge, "lead_agencies", old, "V", None),
        SetValue(dredge, "lead_agencies", new, None, "V"),
    ]
    waterfall = signed_steps(plan, [("ปลัด", edits)], "agency")
    assert amounts(waterfall) == {(old,): -2_200_000, (new,): 2_200_000}
    (cause,) = waterfall.steps[1].causes
    assert (cause.deed, cause.old_key, cause.new_key) == ("reassigned", (old,), (new,))
    assert cause.stamp == Stamp("ปลัด", MORNING)


def test_the_order_in_which_agencies_are_named_does_not_matter(plan: Plan) -> None:
    gauge = named(plan, "Project gauge")
    first, second = plan.nodes[gauge].links("lead_agencies")
    places = plan.nodes[gauge].parts("lead_agencies")
    edits = [SetValue(gauge, "lead_agencies", first, places[first], f"{places[second]}z")]
    assert steps_of(plan, edits, "agency").steps == ()


def test_steps_come_in_the_order_of_years_and_of_the_templates_sources(plan: Plan) -> None:
    dredge = named(plan, "Project dredge")
    edits = [
        budget(dredge, f"{year_be}:{source}", None, 5)
        for year_be in (2572, 2570, 2571)
        for source in ("unknown_fund", "loan", "ordinance")
    ]
    assert list(amounts(steps_of(plan, edits, "year"))) == [("2570",), ("2571",), ("2572",)]
    assert list(amounts(steps_of(plan, edits, "source"))) == [("ordinance",), ("loan",), ("unknown_fund",)]


def test_nobody_yet_comes_behind_the_agencies(plan: Plan) -> None:
    names = [named(plan, f"Project {name}") for name in ("map", "dredge")]
    edits = [budget(node_id, "2572:loan", None, 5) for node_id in names]
    assert list(amounts(steps_of(plan, edits, "agency"))) == [(named(plan, "Engineering Division"),), ()]


def test_an_edit_without_a_known_author_has_no_stamp(plan: Plan) -> None:
    dredge = named(plan, "Project dredge")
    assert only_cause(steps_of(plan, [budget(dredge, "2572:loan", None, 5)], "year")).stamp is None


def test_a_plan_without_any_money_has_nothing_to_tell(plan: Plan) -> None:
    bare = apply(plan, remove_branch(plan, named(plan, "Water")))
    for by in GROUPINGS:
        assert money_steps(compare_plans(bare, bare), NOBODY, by) == Waterfall(by, Decimal(0), (), Decimal(0))
        back = money_steps(compare_plans(bare, plan), NOBODY, by)
        assert (back.start_baht, back.end_baht) == (Decimal(0), Decimal(2_590_000))
        assert {cause.deed for step in back.steps for cause in step.causes} == {"added"}
