"""Bringing back a field, a node, a branch or all: inside the scope the past, outside it the present."""

from decimal import Decimal

import pytest

from success_desktop.domain.edits import AddNode, Edit, MoveNode, apply, place_among, remove_branch, set_value
from success_desktop.domain.plan import Plan
from success_desktop.domain.restoring import DroppedLink, Restoration, Scope, restore_edits
from tests.plans import named, small_plan

PAST = small_plan()
ISSUE, GOAL, OTHER_GOAL = named(PAST, "Water"), named(PAST, "Safe canal communities"), "id-000011"
CANALS, DREDGE, GAUGE = (
    named(PAST, name) for name in ("Restore the canals", "โครงการdredge", "โครงการgauge")
)
MAP, HEAT, ENGINEERING = (named(PAST, name) for name in ("โครงการmap", "โครงการheat", "กองช่าง"))
MAPPING = PAST.nodes[MAP].parent_id or ""


def move(plan: Plan, node_id: str, parent_id: str, before_id: str | None = None) -> MoveNode:
    node = plan.nodes[node_id]
    position = place_among(plan, parent_id, before_id, moving_id=node_id)
    return MoveNode(node_id, node.parent_id or "", node.position, parent_id, position)


def add(node_id: str, kind: str, parent_id: str) -> AddNode:
    return AddNode(node_id, kind, parent_id, "zz")


def edited(*edits: Edit) -> Plan:
    return apply(PAST, edits)


def restored(present: Plan, scope: Scope) -> Plan:
    return apply(present, restore_edits(present, PAST, scope).edits)


def place_of(plan: Plan, node_id: str) -> tuple[str | None, str]:
    return plan.nodes[node_id].parent_id, plan.nodes[node_id].position


def test_the_whole_plan_is_exactly_what_it_was():
    present = edited(*remove_branch(PAST, ISSUE), add("new", "strategic_issue", PAST.root_id))
    assert restored(present, Scope()) == PAST
    assert restored(present, Scope(PAST.root_id, is_branch=True)) == PAST


def test_what_is_as_it_was_needs_no_edits():
    for scope in (Scope(), Scope(DREDGE), Scope(GOAL, is_branch=True), Scope(DREDGE, field="name")):
        assert restore_edits(PAST, PAST, scope) == Restoration(())


def test_a_field_comes_back_and_its_neighbours_stay():
    present = edited(
        *set_value(PAST, DREDGE, "name", "th", "อื่น"),
        *set_value(PAST, DREDGE, "name", "en", "Other"),
        *set_value(PAST, DREDGE, "budget", "2568:loan", Decimal(9)),
    )
    node = restored(present, Scope(DREDGE, field="name")).nodes[DREDGE]
    assert node.parts("name") == PAST.nodes[DREDGE].parts("name")
    assert node.parts("budget") == present.nodes[DREDGE].parts("budget")


def test_one_part_comes_back_and_the_other_language_stays():
    present = edited(
        *set_value(PAST, DREDGE, "name", "th", "อื่น"), *set_value(PAST, DREDGE, "name", "en", "Other")
    )
    node = restored(present, Scope(DREDGE, field="name", part="th")).nodes[DREDGE]
    assert node.parts("name") == {"th": "โครงการdredge", "en": "Other"}


def test_a_part_that_was_blank_is_blank_again():
    present = edited(*set_value(PAST, DREDGE, "budget", "2568:loan", Decimal(9)))
    back = restored(present, Scope(DREDGE, field="budget", part="2568:loan"))
    assert back == PAST
    first_wording = edited(*set_value(PAST, DREDGE, "objective", "th", "ใหม่"))
    assert restored(first_wording, Scope(DREDGE, field="objective")) == PAST


def test_a_field_of_a_node_that_was_not_there_is_cleared():
    fresh = edited(add("new", "project", CANALS))
    present = apply(fresh, set_value(fresh, "new", "name", "th", "ใหม่"))
    assert restored(present, Scope("new", field="name")) == fresh


def test_a_node_gets_its_fields_back_where_it_stands_now():
    present = edited(
        *set_value(PAST, DREDGE, "name", "th", "อื่น"),
        *set_value(PAST, GAUGE, "name", "th", "เก็บไว้"),
        move(PAST, DREDGE, MAPPING),
    )
    back = restored(present, Scope(DREDGE))
    assert back.nodes[DREDGE].fields == PAST.nodes[DREDGE].fields
    assert place_of(back, DREDGE) == place_of(present, DREDGE)
    assert back.nodes[GAUGE] == present.nodes[GAUGE]


def test_only_its_place_comes_back():
    present = edited(move(PAST, DREDGE, MAPPING), *set_value(PAST, DREDGE, "name", "th", "อื่น"))
    back = restored(present, Scope(DREDGE, is_place=True))
    assert place_of(back, DREDGE) == place_of(PAST, DREDGE)
    assert back.nodes[DREDGE].fields == present.nodes[DREDGE].fields


def test_a_place_below_the_node_itself_is_not_taken_again():
    inner = edited(add("inner", "section", PAST.root_id), add("outer", "section", PAST.root_id))
    past = apply(inner, [move(inner, "inner", "outer")])
    freed = apply(past, [move(past, "inner", past.root_id)])
    present = apply(freed, [move(freed, "outer", "inner")])
    back = apply(present, restore_edits(present, past, Scope("inner", is_place=True)).edits)
    assert back.nodes["inner"].parent_id == past.root_id
    assert {node.id for node in back.walk()} == back.nodes.keys()


def test_a_removed_node_comes_back_with_its_branch_to_its_place():
    present = edited(*remove_branch(PAST, CANALS))
    assert restored(present, Scope(CANALS)) == PAST
    assert restored(present, Scope(CANALS, is_branch=True)) == PAST


def test_a_removed_node_leaves_alone_what_lives_on_elsewhere():
    moved = edited(move(PAST, GAUGE, MAPPING))
    present = apply(moved, remove_branch(moved, CANALS))
    back = restored(present, Scope(CANALS))
    assert place_of(back, GAUGE) == place_of(present, GAUGE)
    assert back.nodes[DREDGE] == PAST.nodes[DREDGE]
    assert restored(present, Scope(CANALS, is_branch=True)) == PAST


def test_a_removed_node_finds_its_moved_parent():
    moved = edited(move(PAST, CANALS, OTHER_GOAL))
    present = apply(moved, remove_branch(moved, DREDGE))
    assert place_of(restored(present, Scope(DREDGE)), DREDGE) == place_of(PAST, DREDGE)


def test_a_node_that_may_not_stand_under_the_nearest_ancestor_brings_its_parent_back_alone():
    present = edited(*remove_branch(PAST, CANALS))
    back = restored(present, Scope(DREDGE))
    assert place_of(back, DREDGE) == place_of(PAST, DREDGE)
    assert place_of(back, CANALS) == place_of(PAST, CANALS)
    assert GAUGE not in back.nodes


def test_several_parents_come_back_with_a_node_that_needs_them():
    back = restored(edited(*remove_branch(PAST, ISSUE)), Scope(DREDGE, is_branch=True))
    assert [node.id for node in back.walk(ISSUE)] == [ISSUE, GOAL, CANALS, DREDGE]


def test_a_node_whose_parent_is_gone_stands_last_under_the_next_that_may_hold_it():
    past = edited(
        add("part", "section", PAST.root_id),
        add("chapter", "section", "part"),
        add("page", "section", "chapter"),
        add("other", "section", "part"),
    )
    present = apply(past, remove_branch(past, "chapter"))
    back = apply(present, restore_edits(present, past, Scope("page")).edits)
    assert back.children["part"] == ("other", "page")


def test_what_a_plan_has_only_one_of_is_not_brought_back_beside_the_one_it_has_now():
    register = PAST.nodes[ENGINEERING].parent_id or ""
    present = edited(*remove_branch(PAST, register), add("register-2", "agency_register", PAST.root_id))
    back = restored(present, Scope(ENGINEERING))
    assert back.nodes[ENGINEERING].parent_id == "register-2"
    assert register not in back.nodes


def test_a_node_added_since_goes_with_what_was_added_below_it():
    fresh = edited(add("new", "approach", GOAL), add("below", "project", "new"))
    present = apply(fresh, [move(fresh, DREDGE, "new")])
    for scope in (Scope("new"), Scope("new", is_branch=True)):
        assert restored(present, scope) == PAST


def test_a_branch_is_as_it_was_and_the_rest_as_it_is():
    present = edited(
        *set_value(PAST, DREDGE, "name", "th", "อื่น"),
        *set_value(PAST, MAP, "name", "th", "นอกขอบเขต"),
        *remove_branch(PAST, GAUGE),
        add("new", "project", CANALS),
        add("outside", "project", MAPPING),
    )
    back = restored(present, Scope(CANALS, is_branch=True))
    assert list(back.walk(CANALS)) == list(PAST.walk(CANALS))
    assert back.nodes[MAP] == present.nodes[MAP]
    assert "outside" in back.nodes


def test_a_branch_stays_where_it_has_been_moved():
    present = edited(move(PAST, CANALS, OTHER_GOAL), *set_value(PAST, CANALS, "name", "th", "อื่น"))
    back = restored(present, Scope(CANALS, is_branch=True))
    assert place_of(back, CANALS) == place_of(present, CANALS)
    assert back.nodes[CANALS].fields == PAST.nodes[CANALS].fields


def test_what_was_moved_out_of_a_branch_comes_back():
    present = edited(move(PAST, DREDGE, MAPPING))
    assert restored(present, Scope(CANALS, is_branch=True)) == PAST


def test_what_was_moved_into_a_branch_goes_home_with_its_later_edits():
    present = edited(move(PAST, MAP, CANALS), *set_value(PAST, MAP, "name", "th", "แก้ทีหลัง"))
    back = restored(present, Scope(CANALS, is_branch=True))
    assert place_of(back, MAP) == place_of(PAST, MAP)
    assert back.nodes[MAP].fields == present.nodes[MAP].fields


def test_a_branch_that_hangs_below_one_of_its_own_nodes_gets_its_place_back():
    past = edited(add("outer", "section", PAST.root_id), add("inner", "section", "outer"))
    freed = apply(past, [move(past, "inner", past.root_id)])
    present = apply(freed, [move(freed, "outer", "inner")])
    back = apply(present, restore_edits(present, past, Scope("outer", is_branch=True)).edits)
    assert back == past


def test_links_to_what_is_not_there_any_more_are_dropped_and_told():
    unlinked = edited(*remove_branch(PAST, ENGINEERING))
    restoration = restore_edits(unlinked, PAST, Scope(DREDGE))
    assert restoration == Restoration((), (DroppedLink(DREDGE, "lead_agencies", ENGINEERING),))
    branch = restore_edits(unlinked, PAST, Scope(CANALS, is_branch=True))
    assert {link.node_id for link in branch.dropped_links} == {DREDGE, GAUGE}
    field = restore_edits(unlinked, PAST, Scope(GAUGE, field="lead_agencies"))
    assert field.dropped_links == (DroppedLink(GAUGE, "lead_agencies", ENGINEERING),)


def test_links_to_what_goes_are_dropped_and_told():
    register = PAST.nodes[ENGINEERING].parent_id or ""
    fresh = edited(add("new", "agency", register))
    present = apply(fresh, set_value(fresh, DREDGE, "lead_agencies", "new", "zz"))
    restoration = restore_edits(present, PAST, Scope(register, is_branch=True))
    assert apply(present, restoration.edits) == PAST
    assert restoration.dropped_links == (DroppedLink(DREDGE, "lead_agencies", "new"),)


@pytest.mark.parametrize(
    "scope",
    [
        Scope("nowhere"),
        Scope("nowhere", is_branch=True),
        Scope("nowhere", field="name"),
        Scope(DREDGE, field="name"),
        Scope(DREDGE, is_place=True),
        Scope("new", is_place=True),
    ],
)
def test_what_is_not_in_both_plans_cannot_be_asked_for(scope: Scope):
    present = edited(*remove_branch(PAST, DREDGE), add("new", "project", CANALS))
    with pytest.raises(KeyError):
        restore_edits(present, PAST, scope)
