"""Whatever is edited, every satang between two plans is accounted for, and groups agree with the sums shown elsewhere."""

from decimal import Decimal
from typing import get_args

import pytest

from success_desktop.domain.authorship import Authorship
from success_desktop.domain.budgets import sum_budgets
from success_desktop.domain.comparison import compare_plans
from success_desktop.domain.money_groups import GROUPINGS, Grouping, Key, MoneyGroups
from success_desktop.domain.money_steps import Deed, money_steps
from success_desktop.domain.row_filter import UNCHOSEN
from success_desktop.domain.totals import total_of_branch
from tests.random_plans import random_pair, sample_plan

PAIRS = 60
NOBODY = Authorship((), ())


@pytest.mark.parametrize("seed", range(PAIRS))
def test_start_and_steps_make_the_end_and_causes_make_each_step_to_the_satang(seed: int) -> None:
    old, new = random_pair(sample_plan(), seed)
    for by in GROUPINGS:
        waterfall = money_steps(compare_plans(old, new), NOBODY, by)
        assert waterfall.start_baht + sum(step.baht for step in waterfall.steps) == waterfall.end_baht
        assert waterfall.baht == waterfall.end_baht - waterfall.start_baht
        for step in waterfall.steps:
            assert sum(cause.baht for cause in step.causes) == step.baht
            assert all(cause.baht for cause in step.causes)
        assert waterfall.start_baht == total_of_branch(old, old.root_id).total_baht
        assert waterfall.end_baht == total_of_branch(new, new.root_id).total_baht


@pytest.mark.parametrize("seed", range(PAIRS))
def test_groups_agree_with_the_totals_and_the_overview_at_both_ends(seed: int) -> None:
    for plan in random_pair(sample_plan(), seed):
        total, budgets = total_of_branch(plan, plan.root_id), sum_budgets(plan, plan.root_id, "project")
        sums = {by: MoneyGroups(plan, by).sum_of(plan.nodes.values()) for by in GROUPINGS}
        assert all(sum(by_key.values()) == total.total_baht for by_key in sums.values())
        assert {int(year): baht for (year,), baht in sums["year"].items()} == total.by_year
        assert {source: baht for (source,), baht in sums["source"].items() if baht} == budgets.by_source
        assert {branch: baht for (branch,), baht in sums["strategy"].items() if baht} == {
            branch: sum(by_year.values()) for branch, by_year in budgets.by_branch.items()
        }
        assert _in_full_for_each(sums["agency"]) == budgets.by_agency


def _in_full_for_each(sums: dict[Key, Decimal]) -> dict[str, Decimal]:
    """The overview's view of it: what is several agencies' together counts for each of them."""
    by_agency: dict[str, Decimal] = {}
    for agencies, baht in sums.items():
        for agency_id in (agencies or (UNCHOSEN,)) if baht else ():
            by_agency[agency_id] = by_agency.get(agency_id, Decimal(0)) + baht
    return by_agency


@pytest.mark.parametrize("seed", range(PAIRS))
def test_a_step_holds_the_sums_of_its_group_and_what_is_no_step_is_the_same(seed: int) -> None:
    old, new = random_pair(sample_plan(), seed)
    for by in GROUPINGS:
        before = MoneyGroups(old, by).sum_of(old.nodes.values())
        after = MoneyGroups(new, by).sum_of(new.nodes.values())
        steps = {step.key: step for step in money_steps(compare_plans(old, new), NOBODY, by).steps}
        for key in before.keys() | after.keys():
            sums = before.get(key, Decimal(0)), after.get(key, Decimal(0))
            if key in steps:
                assert sums == (steps[key].old_baht, steps[key].new_baht)
            else:
                assert sums[0] == sums[1]


@pytest.mark.parametrize("by", GROUPINGS)
def test_the_way_back_is_the_way_there_with_the_signs_turned(by: Grouping) -> None:
    old, new = random_pair(sample_plan(), 5)
    there = money_steps(compare_plans(old, new), NOBODY, by)
    back = money_steps(compare_plans(new, old), NOBODY, by)
    assert (back.start_baht, back.end_baht) == (there.end_baht, there.start_baht)
    assert {step.key: -step.baht for step in back.steps} == {step.key: step.baht for step in there.steps}


def test_random_pairs_hold_every_deed_so_that_the_promises_above_mean_something() -> None:
    deeds = {
        cause.deed
        for seed in range(PAIRS)
        for by in GROUPINGS
        for step in money_steps(compare_plans(*random_pair(sample_plan(), seed)), NOBODY, by).steps
        for cause in step.causes
    }
    assert deeds == set(get_args(Deed))
