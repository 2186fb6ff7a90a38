"""Plans and nodes as they are read."""

from datetime import date
from decimal import Decimal

import pytest

from success_desktop.domain.edits import apply, set_value
from success_desktop.domain.plan import Node, plan_of_nodes
from success_desktop.domain.values import SINGLE_MONEY, money_part, shape_of, split_money_part
from tests.plans import named, small_plan


def test_a_node_reads_each_kind_of_field() -> None:
    plan = small_plan()
    dredge = plan.nodes[named(plan, "Project dredge")]
    assert dredge.text("name", "th") == "โครงการdredge"
    assert dredge.word("status") == "in_progress"
    assert dredge.yearly_money("budget")[2569, "pao_grant"] == Decimal(1200000)
    assert dredge.day("start_on") == date(2024, 10, 1)
    assert dredge.links("lead_agencies") == (named(plan, "Engineering Division"),)
    indicator = plan.nodes[named(plan, "Households flooded over 3 days")]
    assert indicator.number("baseline") == 184
    assert indicator.year("baseline_year") == 2566
    assert indicator.yearly_numbers("target") == {2568: 150, 2572: 40}


def test_a_blank_field_reads_as_blank_never_as_zero() -> None:
    node = Node("n", "project", None, "V", {})
    assert node.text("name", "en") == ""
    assert node.word("status") == ""
    assert node.number("baseline") is None
    assert node.year("first_year") is None
    assert node.money("amount") is None
    assert node.day("start_on") is None
    assert node.yearly_money("budget") == {}
    assert node.links("lead_agencies") == ()


def test_a_single_amount_is_told_from_a_number() -> None:
    node = Node("n", "adoption", None, "V", {"amount": {SINGLE_MONEY: Decimal("12.50")}})
    assert node.money("amount") == Decimal("12.50")
    assert shape_of(SINGLE_MONEY, Decimal(1)) == "money"
    assert shape_of("", Decimal(1)) == "number"
    assert shape_of("2568", Decimal(1)) == "number"


@pytest.mark.parametrize(
    ("part", "atom", "shape"),
    [
        ("th", "ก", "text"),
        ("", "in_progress", "word"),
        ("id-000001", "V", "link"),
        ("", date(2024, 2, 12), "day"),
    ],
)
def test_the_shape_of_a_field_can_be_read_off_any_part(part: str, atom: str | date, shape: str) -> None:
    assert shape_of(part, atom) == shape


def test_a_budget_part_names_year_and_source() -> None:
    assert split_money_part(money_part(2568, "codi")) == (2568, "codi")


def test_walking_goes_through_the_tree_in_printed_order() -> None:
    plan = small_plan()
    kinds = [node.kind for node in plan.walk()]
    assert kinds[:6] == ["plan", "strategic_issue", "goal", "indicator", "approach", "project"]
    assert len(kinds) == len(plan.nodes)
    assert [node.kind for node in plan.walk(named(plan, "Restore the canals"))] == [
        "approach",
        "project",
        "project",
    ]


def test_ancestors_lead_from_the_parent_to_the_plan() -> None:
    plan = small_plan()
    above = plan.ancestors(named(plan, "Project dredge"))
    assert [node.kind for node in above] == ["approach", "goal", "strategic_issue", "plan"]
    assert plan.ancestors(plan.root_id) == ()


def test_a_plan_knows_its_kinds_and_years() -> None:
    plan = small_plan()
    assert plan.kind_of(plan.root_id).name.en == "Plan"
    assert plan.years() == (2568, 2569, 2570, 2571, 2572)
    shorter = apply(plan, set_value(plan, plan.root_id, "last_year", "", Decimal(2569)))
    assert shorter.years() == (2568, 2569)
    for field in ("first_year", "last_year"):
        plan = apply(plan, set_value(plan, plan.root_id, field, "", None))
    assert plan.years() == (2568, 2569, 2570, 2571, 2572)


def test_a_plan_can_be_built_from_its_nodes_in_any_order() -> None:
    plan = small_plan()
    shuffled = dict(sorted(plan.nodes.items(), reverse=True))
    assert plan_of_nodes(plan.template, shuffled) == plan


def test_a_plan_has_exactly_one_root() -> None:
    plan = small_plan()
    with pytest.raises(ValueError, match="one root"):
        plan_of_nodes(plan.template, {})


def test_a_last_year_before_the_first_leaves_the_first_alone() -> None:
    plan = small_plan()
    (edit,) = set_value(plan, plan.root_id, "last_year", "", Decimal(2500))
    assert apply(plan, [edit]).years() == (plan.years()[0],)
