"""Which source of funds an amount goes to when nobody names one."""

from decimal import Decimal

import pytest

from success_desktop.domain.edits import SetValue, apply
from success_desktop.domain.plan import Plan
from success_desktop.services.budget_sources import list_sources, source_for_amount
from tests.plans import named, small_plan


def sources(plan: Plan, name: str, *more: str) -> tuple[str, ...]:
    return list_sources(plan.template, plan.nodes[named(plan, name)], "budget", more)


def source(plan: Plan, name: str, year_be: int) -> str | None:
    return source_for_amount(plan.template, plan.nodes[named(plan, name)], "budget", year_be)


def test_sources_stand_in_the_order_of_the_template_and_unknown_ones_last() -> None:
    plan = small_plan()
    place = (named(plan, "Project gauge"), "budget", "2570:lottery")
    plan = apply(plan, [SetValue(*place, None, Decimal(5))])
    assert sources(plan, "Project gauge", "unspecified", "loan") == ("loan", "codi", "unspecified", "lottery")


def test_an_empty_budget_begins_with_the_first_source_of_the_template() -> None:
    plan = small_plan()
    assert sources(plan, "Project heat") == (next(iter(plan.template.sources)),)


@pytest.mark.parametrize(
    ("name", "year_be", "expected"),
    [
        ("Project heat", 2570, "ordinance"),
        ("Project gauge", 2570, "codi"),
        ("Project dredge", 2568, "ordinance"),
        ("Project dredge", 2571, "ordinance"),
        ("Project dredge", 2569, None),
    ],
)
def test_an_amount_goes_to_the_source_that_its_budget_is_shown_by(
    name: str, year_be: int, expected: str | None
) -> None:
    plan = small_plan()
    assert source(plan, name, year_be) == expected
    if expected is not None:
        assert expected in sources(plan, name)
