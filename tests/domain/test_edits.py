"""Edits: they do what they say, refuse to overwrite what they have not seen, and can always be taken back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.edits import (
    AddNode,
    Edit,
    MoveNode,
    RemoveNode,
    SetValue,
    StaleEdit,
    apply,
    invert,
    place_among,
    remove_branch,
    set_value,
)
from success_desktop.domain.plan import Plan
from tests.plans import named, small_plan, template


def test_setting_a_value_changes_one_part_and_leaves_the_old_plan_alone() -> None:
    plan = small_plan()
    dredge = named(plan, "Project dredge")
    later = apply(plan, set_value(plan, dredge, "name", "th", "ขุดลอกคลอง"))
    assert later.nodes[dredge].fields["name"] == {"th": "ขุดลอกคลอง", "en": "Project dredge"}
    assert plan.nodes[dredge].text("name", "th") == "โครงการdredge"


def test_empty_text_is_blank_and_a_blank_field_leaves_no_trace() -> None:
    plan = small_plan()
    issue = named(plan, "Water")
    for language in ("th", "en"):
        plan = apply(plan, set_value(plan, issue, "name", language, ""))
    assert "name" not in plan.nodes[issue].fields
    assert set_value(plan, issue, "name", "th", "") == ()


def test_setting_the_value_that_is_there_is_no_edit() -> None:
    plan = small_plan()
    assert set_value(plan, named(plan, "Water"), "name", "en", "Water") == ()


def test_a_field_refuses_values_of_another_shape_and_unknown_fields() -> None:
    plan = small_plan()
    dredge = named(plan, "Project dredge")
    with pytest.raises(ValueError, match="cannot hold"):
        set_value(plan, dredge, "budget", "th", "มาก")
    with pytest.raises(KeyError):
        set_value(plan, dredge, "colour", "th", "แดง")


def stale_edits(plan: Plan) -> list[Edit]:
    dredge = plan.nodes[named(plan, "Project dredge")]
    goal = named(plan, "Safe canal communities")
    return [
        SetValue("gone", "name", "th", None, "ก"),
        SetValue(dredge.id, "name", "th", "another text", "ก"),
        AddNode(dredge.id, "project", goal, "V"),
        AddNode("new", "project", "gone", "V"),
        AddNode("new", "plan", None, "V"),
        RemoveNode("gone", "project", goal, "V"),
        RemoveNode(dredge.id, dredge.kind, dredge.parent_id, dredge.position),
        RemoveNode(goal, "goal", plan.nodes[goal].parent_id, plan.nodes[goal].position),
        MoveNode("gone", goal, "V", goal, "W"),
        MoveNode(dredge.id, dredge.parent_id or "", "elsewhere", goal, "W"),
        MoveNode(dredge.id, dredge.parent_id or "", dredge.position, "gone", "W"),
        MoveNode(goal, plan.nodes[goal].parent_id or "", plan.nodes[goal].position, dredge.id, "W"),
    ]


@pytest.mark.parametrize("index", range(12))
def test_an_edit_made_for_another_plan_is_refused(index: int) -> None:
    plan = small_plan()
    edit = stale_edits(plan)[index]
    with pytest.raises(StaleEdit) as refusal:
        apply(plan, [edit])
    assert refusal.value.edit == edit


def test_a_branch_goes_with_everything_below_it_and_every_link_to_it() -> None:
    plan = small_plan()
    agency = named(plan, "Engineering Division")
    dredge, gauge = named(plan, "Project dredge"), named(plan, "Project gauge")
    later = apply(plan, remove_branch(plan, agency))
    assert agency not in later.nodes
    assert later.nodes[dredge].links("lead_agencies") == ()
    assert later.nodes[gauge].links("lead_agencies") == (named(plan, "Public Health Division"),)
    without_goal = apply(plan, remove_branch(plan, named(plan, "Safe canal communities")))
    assert sorted(node.kind for node in without_goal.walk()).count("project") == 1
    assert set(without_goal.children) <= set(without_goal.nodes)


def test_removing_is_taken_back_whole() -> None:
    plan = small_plan()
    edits = remove_branch(plan, named(plan, "Water"))
    assert apply(apply(plan, edits), invert(edits)) == plan


def test_a_node_can_be_placed_first_between_and_last() -> None:
    plan = small_plan()
    approach = named(plan, "Restore the canals")
    first, second = plan.children[approach]
    assert place_among(plan, approach, first) < plan.nodes[first].position
    assert plan.nodes[first].position < place_among(plan, approach, second) < plan.nodes[second].position
    assert place_among(plan, approach) > plan.nodes[second].position
    assert place_among(plan, first) == place_among(plan, second)


def test_a_node_can_be_placed_among_siblings_that_share_a_position() -> None:
    plan = small_plan()
    approach = named(plan, "Restore the canals")
    twins: list[Edit] = [AddNode(name, "project", approach, "x") for name in ("twin-a", "twin-b")]
    plan = apply(plan, twins)
    assert place_among(plan, approach, "twin-b") > "x"
    plan = apply(plan, [AddNode("last", "project", approach, "y")])
    assert "x" < place_among(plan, approach, "twin-b") < "y"


def test_a_move_takes_the_branch_along() -> None:
    plan = small_plan()
    approach = plan.nodes[named(plan, "Restore the canals")]
    goals = plan.children[named(plan, "Water")]
    move = MoveNode(approach.id, goals[0], approach.position, goals[1], "a")
    later = apply(plan, [move])
    assert approach.id in later.children[goals[1]]
    assert [node.kind for node in later.walk(goals[1])].count("project") == 3
    assert apply(later, [move.inverse()]) == plan


@st.composite
def edit_stories(draw: st.DrawFn) -> list[tuple[str, int, int]]:
    verbs = st.sampled_from(["set", "add", "remove", "move", "budget"])
    number = st.integers(min_value=0, max_value=1000)
    return draw(st.lists(st.tuples(verbs, number, number), max_size=25))


def next_edits(plan: Plan, verb: str, first: int, second: int, new_name: str) -> tuple[Edit, ...]:
    """Some edit that fits the plan, chosen by two numbers."""
    nodes = list(plan.walk())
    node = nodes[first % len(nodes)]
    other = nodes[second % len(nodes)]
    if verb == "set" and "name" in plan.kind_of(node.id).fields:
        return set_value(plan, node.id, "name", "th", f"ชื่อ {second % 3}")
    if verb == "budget" and node.kind == "project":
        return set_value(plan, node.id, "budget", f"{2568 + second % 5}:codi", Decimal(second) or None)
    if verb == "add":
        return (AddNode(new_name, "project", node.id, place_among(plan, node.id)),)
    if verb == "remove" and node.parent_id:
        return remove_branch(plan, node.id)
    if (
        verb == "move"
        and node.parent_id
        and node.id not in {other.id, *(above.id for above in plan.ancestors(other.id))}
    ):
        position = place_among(plan, other.id, moving_id=node.id)
        return (MoveNode(node.id, node.parent_id, node.position, other.id, position),)
    return ()


@given(edit_stories())
def test_any_story_of_edits_can_be_taken_back_to_the_very_plan(story: list[tuple[str, int, int]]) -> None:
    plan = start = small_plan()
    done: list[Edit] = []
    for verb, first, second in story:
        edits = next_edits(plan, verb, first, second, f"new-{len(done)}")
        plan = apply(plan, edits)
        done.extend(edits)
        assert {child for family in plan.children.values() for child in family} == set(plan.nodes) - {
            plan.root_id
        }
    assert apply(start, done) == plan
    assert apply(plan, invert(done)) == start


def test_an_empty_plan_grows_from_its_root() -> None:
    plan = apply(Plan(template(), {}, {}), [AddNode("root", "plan", None, "V")])
    assert plan.root.kind == "plan"


def test_even_the_first_edit_can_be_taken_back() -> None:
    nothing = Plan(template(), {}, {})
    grow = AddNode("root", "plan", None, "V")
    assert apply(apply(nothing, [grow]), [grow.inverse()]).nodes == {}
