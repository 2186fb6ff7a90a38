"""A plan as one edition adopts it: rows of other kinds stay as they were."""

from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.comparison import compare_plans
from success_desktop.domain.edition_plans import leave_out
from success_desktop.domain.plan import Plan
from tests.editions import (
    CANAL,
    LAMP,
    PUMP,
    ROAD,
    SCHOOL,
    TRAINING,
    changed,
    moved,
    paid,
    row_id,
    town_plan,
    with_action,
    with_project,
    without,
)

PLAN = town_plan()


def differing(old: Plan, new: Plan) -> set[str]:
    return set(compare_plans(old, new).differences)


def test_nothing_left_out_is_the_plan_itself() -> None:
    assert leave_out(PLAN, PLAN, []) is PLAN


def test_a_row_left_out_is_as_it_was_and_its_neighbours_as_they_are() -> None:
    new = paid(changed(PLAN, ROAD, "name", "th", "ถนน"), CANAL, {2567: 1})
    left = leave_out(new, PLAN, [row_id(PLAN, ROAD)])

    assert differing(PLAN, left) == {row_id(PLAN, CANAL)}


def test_a_new_row_left_out_is_not_there_and_what_named_it_names_nothing() -> None:
    new = with_project(PLAN, "ใหม่", "แผนงานการศึกษา", {})
    new = changed(new, CANAL, "lead_agencies", row_id(new, "ใหม่"), "V")
    new = changed(new, ROAD, "lead_agencies", row_id(new, "ใหม่"), "W")
    left = leave_out(new, PLAN, [row_id(new, "ใหม่")])

    assert left.nodes.keys() == PLAN.nodes.keys()
    assert left.nodes[row_id(PLAN, CANAL)].fields == PLAN.nodes[row_id(PLAN, CANAL)].fields
    assert left.nodes[row_id(PLAN, ROAD)].links("lead_agencies") == (row_id(PLAN, "กองช่าง"),)


def test_a_row_that_is_gone_comes_back_with_what_was_below_it() -> None:
    old = with_action(PLAN, LAMP, "สำรวจเสาไฟ")
    left = leave_out(without(old, LAMP), old, [row_id(old, LAMP)])

    assert differing(old, left) == set()


def test_a_row_that_is_gone_with_its_programme_comes_back_with_it() -> None:
    left = leave_out(without(PLAN, "แผนงานการศึกษา"), PLAN, [row_id(PLAN, SCHOOL)])

    assert [node.text("name", "th") for node in left.ancestors(row_id(PLAN, SCHOOL))][:1] == ["แผนงานการศึกษา"]


def test_a_row_moved_elsewhere_is_back_at_its_place() -> None:
    left = leave_out(moved(PLAN, ROAD, "แผนงานการศึกษา"), PLAN, [row_id(PLAN, ROAD)])

    assert differing(PLAN, left) == set()


@given(st.sets(st.sampled_from([ROAD, CANAL, LAMP, TRAINING, SCHOOL, PUMP])))
def test_whichever_rows_are_left_out_exactly_the_others_differ(names: set[str]) -> None:
    new = PLAN
    for name in (ROAD, CANAL, TRAINING):
        new = paid(new, name, {2570: 7})
    for name in (SCHOOL, PUMP):
        new = changed(new, name, "expected_result", "th", "ดีขึ้น")
    new = moved(new, LAMP, "แผนงานการศึกษา")
    left = leave_out(new, PLAN, [row_id(PLAN, name) for name in names])

    others = {ROAD, CANAL, LAMP, TRAINING, SCHOOL, PUMP} - names
    assert differing(PLAN, left) == {row_id(PLAN, name) for name in others}
