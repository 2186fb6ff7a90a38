"""Groups and causes go by the names that planners know, in the language asked for."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from success_desktop.domain.comparison import Comparison, compare_plans
from success_desktop.domain.edits import Edit, SetValue, apply, remove_branch
from success_desktop.domain.money_groups import GROUPINGS, Grouping
from success_desktop.domain.money_in_words import MoneyWords
from success_desktop.domain.money_steps import Cause, Deed, money_steps
from success_desktop.domain.plan import Plan
from tests.money_edits import budget, compare_signed, move_to, plan_of_two_issues
from tests.plans import named, small_plan
from tests.random_plans import random_pair, sample_plan


@pytest.fixture
def plan() -> Plan:
    """The small plan."""
    return small_plan()


def same(plan: Plan) -> Comparison:
    """A plan compared with itself."""
    return compare_plans(plan, plan)


def english(plan: Plan) -> MoneyWords:
    """The words of a plan that did not change."""
    return MoneyWords(same(plan), "en", "en")


def told(plan: Plan, edits: Sequence[Edit], by: Grouping) -> list[str]:
    """Every cause of every step, in English."""
    comparison, authorship = compare_signed(plan, [("Somsri", edits)])
    words = MoneyWords(comparison, "en", "en")
    return [
        words.cause(cause, by)
        for step in money_steps(comparison, authorship, by).steps
        for cause in step.causes
    ]


def test_years_are_of_the_era_of_the_language(plan: Plan) -> None:
    assert english(plan).group("year", ("2569",)) == "fiscal year 2026"
    assert english(plan).short_group("year", ("2569",)) == "FY 2026"
    assert MoneyWords(same(plan), "en", "th").group("year", ("2569",)) == "ปีงบประมาณ พ.ศ. 2569"


def test_sources_go_by_the_templates_names_and_by_their_id_when_it_knows_none(plan: Plan) -> None:
    assert english(plan).group("source", ("loan",)) == "Loan"
    assert english(plan).short_group("source", ("loan",)) == "Loan"
    assert MoneyWords(same(plan), "th", "en").group("source", ("loan",)) == "เงินกู้"
    assert english(plan).group("source", ("village_fund",)) == "village_fund"


def test_projects_and_strategies_have_their_number_unless_room_is_short(plan: Plan) -> None:
    dredge, water = named(plan, "Project dredge"), named(plan, "Water")
    assert english(plan).group("project", (dredge,)) == "1.1.1 Project dredge"
    assert english(plan).short_group("project", (dredge,)) == "Project dredge"
    assert english(plan).group("strategy", (water,)) == "1 Water"
    assert MoneyWords(same(plan), "th", "en").group("strategy", (water,)) == "1 น้ำ"


def test_agencies_that_share_are_named_together_and_nobody_is_said_to_be_nobody(plan: Plan) -> None:
    pair = named(plan, "Engineering Division"), named(plan, "Public Health Division")
    assert english(plan).group("agency", pair) == "Engineering Division + Public Health Division"
    assert english(plan).group("agency", ()) == english(plan).short_group("agency", ()) == "No agency yet"


def test_a_removed_node_keeps_the_number_and_the_name_it_had(plan: Plan) -> None:
    gauge = named(plan, "Project gauge")
    words = MoneyWords(compare_plans(plan, apply(plan, remove_branch(plan, gauge))), "en", "en")
    assert words.node(gauge) == "1.1.2 Project gauge"


def test_a_node_that_neither_plan_has_is_said_to_be_gone(plan: Plan) -> None:
    assert english(plan).node("gone") == "(deleted since)"


def test_a_name_is_borrowed_from_the_other_language_and_at_last_from_the_kind(plan: Plan) -> None:
    gauge = named(plan, "Project gauge")
    thai_alone = apply(plan, [SetValue(gauge, "name", "en", "Project gauge", None)])
    assert english(thai_alone).short_name(gauge) == "โครงการgauge"
    nameless = apply(thai_alone, [SetValue(gauge, "name", "th", "โครงการgauge", None)])
    assert english(nameless).short_name(gauge) == "Project"


def test_a_cell_tells_the_old_the_new_the_year_and_the_source(plan: Plan) -> None:
    dredge = named(plan, "Project dredge")
    grant = plan.template.sources["pao_grant"].en
    assert told(plan, [budget(dredge, "2569:pao_grant", 1200000, 1500000)], "project") == [
        f"1,200,000 → 1,500,000 · FY 2026 · {grant}"
    ]
    assert told(plan, [budget(dredge, "2572:loan", None, "0.50")], "year") == ["- → 0.50 · FY 2029 · Loan"]


@pytest.mark.parametrize("by", GROUPINGS)
def test_what_came_and_what_went_is_told_by_any_grouping(plan: Plan, by: Grouping) -> None:
    going = remove_branch(plan, named(plan, "Project gauge"))
    assert told(plan, going, by) == ["Deleted with its budget"]
    comparison = compare_plans(apply(plan, going), plan)
    assert (
        MoneyWords(comparison, "en", "en").cause(Cause("added", "x", Decimal(1), None), by)
        == "Added with its budget"
    )


def test_a_move_names_both_strategies(plan: Plan) -> None:
    two_issues = plan_of_two_issues()
    edits = [move_to(two_issues, named(two_issues, "Project gauge"), "approach-b")]
    assert told(two_issues, edits, "strategy") == ["Moved from 1 Water to 2 Strategic issue"] * 2


def test_another_lead_agency_names_both_sides(plan: Plan) -> None:
    project, agency = named(plan, "Project map"), named(plan, "Engineering Division")
    edits = [SetValue(project, "lead_agencies", agency, None, "V")]
    assert told(plan, edits, "agency") == ["Lead agency: No agency yet → Engineering Division"] * 2


def test_deeds_have_a_word_for_below_a_bar(plan: Plan) -> None:
    words = english(plan)
    deeds: tuple[Deed, ...] = ("set", "added", "removed", "moved", "reassigned")
    assert [words.deed(Cause(deed, "x", Decimal(1), None)) for deed in deeds] == [
        "Budget edited",
        "Added",
        "Deleted",
        "Moved",
        "Other agency",
    ]


@pytest.mark.parametrize("seed", range(12))
def test_there_are_words_for_everything_that_can_happen(seed: int) -> None:
    old, new = random_pair(sample_plan(), seed)
    comparison, nobody = compare_plans(old, new), compare_signed(old, [])[1]
    words = MoneyWords(comparison, "en", "en")
    for by in GROUPINGS:
        for step in money_steps(comparison, nobody, by).steps:
            assert words.group(by, step.key).strip()
            assert words.short_group(by, step.key).strip()
            assert all(words.cause(cause, by) and words.node(cause.node_id) for cause in step.causes)
