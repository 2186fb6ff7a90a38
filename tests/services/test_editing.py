"""Adding, moving, deleting: allowed where the template allows it, each one step of undo."""

import pytest

from success_desktop.errors import UserError
from success_desktop.services.editing import (
    add_node,
    can_add,
    move_down,
    move_node,
    move_up,
    remove_node,
    set_links,
    set_part,
)
from success_desktop.services.plan_editor import PlanEditor
from tests.plans import named


def names_under(editor: PlanEditor, parent: str) -> list[str]:
    return [node.text("name", "en") for node in editor.plan.children_of(named(editor.plan, parent))]


def test_a_node_is_added_last_or_in_front_of_another(editor: PlanEditor) -> None:
    approach = named(editor.plan, "Restore the canals")
    last = add_node(editor, approach, "project")
    first = add_node(editor, approach, "project", named(editor.plan, "Project dredge"))
    children = editor.plan.children[approach]
    assert (children[0], children[-1]) == (first, last)
    editor.undo()
    assert first not in editor.plan.nodes


def test_a_node_is_refused_where_its_kind_does_not_belong(editor: PlanEditor) -> None:
    with pytest.raises(UserError) as refusal:
        add_node(editor, named(editor.plan, "Project dredge"), "goal")
    assert refusal.value.sentence("en") == "“เป้าประสงค์” cannot be placed under “โครงการ”."
    with pytest.raises(UserError):
        add_node(editor, editor.plan.root_id, "spaceship")


def test_a_kind_that_stands_alone_is_added_once(editor: PlanEditor) -> None:
    root = editor.plan.root_id
    assert can_add(editor.plan, root, "vision")
    add_node(editor, root, "vision")
    assert not can_add(editor.plan, root, "vision")
    assert can_add(editor.plan, root, "section")


def test_the_plan_itself_is_not_deleted(editor: PlanEditor) -> None:
    with pytest.raises(UserError):
        remove_node(editor, editor.plan.root_id)


def test_deleting_is_one_step(editor: PlanEditor) -> None:
    before = editor.plan
    remove_node(editor, named(editor.plan, "Water"))
    assert len(editor.plan.nodes) == 4
    editor.undo()
    assert editor.plan == before


def test_moving_up_and_down_swaps_neighbours_and_stops_at_the_ends(editor: PlanEditor) -> None:
    dredge, gauge = named(editor.plan, "Project dredge"), named(editor.plan, "Project gauge")
    third = add_node(editor, named(editor.plan, "Restore the canals"), "project")
    move_down(editor, dredge)
    assert editor.plan.children[named(editor.plan, "Restore the canals")] == (gauge, dredge, third)
    move_down(editor, dredge)
    move_down(editor, dredge)
    assert editor.plan.children[named(editor.plan, "Restore the canals")] == (gauge, third, dredge)
    move_up(editor, dredge)
    move_up(editor, dredge)
    move_up(editor, dredge)
    assert editor.plan.children[named(editor.plan, "Restore the canals")] == (dredge, gauge, third)


def test_the_plan_itself_does_not_move_among_siblings(editor: PlanEditor) -> None:
    before = editor.plan
    move_up(editor, editor.plan.root_id)
    move_down(editor, editor.plan.root_id)
    assert editor.plan == before


def test_a_node_moves_under_another_parent_of_the_right_kind(editor: PlanEditor) -> None:
    dredge, map_ = named(editor.plan, "Project dredge"), named(editor.plan, "Project map")
    other = editor.plan.nodes[map_].parent_id or ""
    move_node(editor, dredge, other, map_)
    assert editor.plan.children[other] == (dredge, map_)
    with pytest.raises(UserError):
        move_node(editor, dredge, named(editor.plan, "Safe canal communities"))


def test_a_node_does_not_move_into_itself(editor: PlanEditor) -> None:
    issue = named(editor.plan, "Water")
    with pytest.raises(UserError):
        move_node(editor, issue, named(editor.plan, "Project dredge"))
    with pytest.raises(UserError):
        move_node(editor, editor.plan.root_id, issue)


def test_moving_to_where_it_stands_is_no_step(editor: PlanEditor) -> None:
    dredge = named(editor.plan, "Project dredge")
    parent = editor.plan.nodes[dredge].parent_id or ""
    move_node(editor, dredge, parent, dredge)
    move_node(editor, dredge, parent, named(editor.plan, "Project gauge"))
    move_node(editor, named(editor.plan, "Project gauge"), parent)
    assert editor.undo_label is None


def test_links_are_set_whole_and_in_order(editor: PlanEditor) -> None:
    dredge = named(editor.plan, "Project dredge")
    health, engineering = (
        named(editor.plan, "Public Health Division"),
        named(editor.plan, "Engineering Division"),
    )
    set_links(editor, dredge, "lead_agencies", [health, engineering, health])
    assert editor.plan.nodes[dredge].links("lead_agencies") == (health, engineering)
    set_links(editor, dredge, "lead_agencies", [])
    assert editor.plan.nodes[dredge].links("lead_agencies") == ()
    editor.undo()
    assert editor.plan.nodes[dredge].links("lead_agencies") == (health, engineering)


def test_a_part_is_set_and_cleared(editor: PlanEditor) -> None:
    dredge = named(editor.plan, "Project dredge")
    set_part(editor, (dredge, "status", ""), "completed")
    assert editor.plan.nodes[dredge].word("status") == "completed"
    set_part(editor, (dredge, "status", ""), None)
    assert editor.plan.nodes[dredge].word("status") == ""


def test_a_new_node_stands_behind_its_like_and_in_the_templates_order_of_kinds(editor: PlanEditor) -> None:
    root = editor.plan.root_id
    glossary = add_node(editor, root, "glossary")
    issue = add_node(editor, root, "strategic_issue")
    vision = add_node(editor, root, "vision")
    kinds = [node.kind for node in editor.plan.children_of(root)]
    assert kinds == ["vision", "strategic_issue", "strategic_issue", "agency_register", "glossary"]
    children = editor.plan.children[root]
    assert (children[0], children[2], children[4]) == (vision, issue, glossary)
