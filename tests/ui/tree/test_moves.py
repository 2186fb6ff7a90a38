"""Where nodes can go."""

import pytest

from success_desktop.domain.plan import Node, plan_of_nodes
from success_desktop.services import editing
from success_desktop.ui.tree import moves
from success_desktop.ui.tree.moves import Target
from tests.plans import named, small_plan


@pytest.fixture
def plan():
    return small_plan()


def test_indenting_goes_behind_the_children_of_the_sibling_before(plan):
    first, second = (node.id for node in plan.children_of(named(plan, "ชุมชนริมคลองปลอดภัย"))[1:3])
    assert moves.indented(plan, second) == Target(second, first)
    assert not moves.is_possible(plan, Target(second, first))


def test_a_first_child_has_nothing_to_be_indented_under(plan):
    assert moves.indented(plan, named(plan, "น้ำ")) is None
    assert moves.indented(plan, plan.root_id) is None


def test_outdenting_goes_behind_the_parent(plan):
    goal = plan.nodes[named(plan, "ชุมชนริมคลองปลอดภัย")]
    assert moves.outdented(plan, goal.id) == Target(goal.id, plan.root_id, named_register(plan))


def named_register(plan):
    return plan.children[plan.root_id][1]


def test_top_nodes_have_nowhere_to_come_out_of(plan):
    assert moves.outdented(plan, named(plan, "น้ำ")) is None
    assert moves.outdented(plan, plan.root_id) is None


def test_the_plan_and_strangers_do_not_move(plan):
    assert not moves.is_possible(plan, Target(plan.root_id, named(plan, "น้ำ")))
    assert not moves.is_possible(plan, Target("nobody", plan.root_id))
    assert not moves.is_possible(plan, Target(named(plan, "น้ำ"), "nobody"))


def test_after_a_removal_the_eye_goes_to_the_next_then_the_one_before_then_up(plan):
    dredge, gauge = named(plan, "โครงการdredge"), named(plan, "โครงการgauge")
    assert moves.neighbour(plan, dredge) == gauge
    assert moves.neighbour(plan, gauge) == dredge
    only = named(plan, "โครงการmap")
    assert moves.neighbour(plan, only) == plan.nodes[only].parent_id


def test_the_survivor_of_a_removed_node_is_the_nearest_above(editor):
    old = editor.plan
    dredge, approach = named(old, "โครงการdredge"), named(old, "ฟื้นสายคลอง")
    editing.remove_node(editor, dredge)
    assert moves.survivor(old, editor.plan, dredge) == approach
    assert moves.survivor(old, editor.plan, approach) == approach
    editing.remove_node(editor, named(old, "น้ำ"))
    assert moves.survivor(old, editor.plan, dredge) == old.root_id


# --- between two rows -----------------------------------------------------------------------------------------


def test_in_front_of_the_first_child_there_is_one_place(plan):
    approach, dredge = named(plan, "ฟื้นสายคลอง"), named(plan, "โครงการdredge")
    heat = named(plan, "โครงการheat")
    assert moves.gap_targets(plan, heat, (approach, dredge)) == [Target(heat, approach, dredge)]


def test_behind_the_end_of_a_branch_every_level_that_the_template_allows_is_a_place(plan):
    goal, second = (node.id for node in plan.children_of(named(plan, "น้ำ")))
    last, dredge = named(plan, "โครงการmap"), named(plan, "โครงการdredge")
    approach = plan.nodes[last].parent_id
    assert moves.gap_targets(plan, dredge, (last, second)) == [Target(dredge, approach, None)]
    first = named(plan, "ฟื้นสายคลอง")
    assert moves.gap_targets(plan, first, (last, second)) == [Target(first, goal, None)]
    assert moves.gap_targets(plan, second, (last, second)) == [Target(second, named(plan, "น้ำ"), second)]


def test_sections_offer_a_place_on_each_level(plan):
    nodes = dict(plan.nodes)
    for node_id, parent_id in (("a", plan.root_id), ("b", "a"), ("c", "b"), ("d", plan.root_id)):
        nodes[node_id] = Node(node_id, "section", parent_id, node_id, {})
    plan = plan_of_nodes(plan.template, nodes)
    assert moves.gap_targets(plan, "d", ("c", "d")) == [
        Target("d", "c", None),
        Target("d", "b", None),
        Target("d", "a", None),
        Target("d", plan.root_id, "d"),
    ]
    assert moves.gap_targets(plan, "a", ("c", "d")) == [Target("a", plan.root_id, "d")]


def test_above_everything_and_below_everything(plan):
    issue, register = plan.children[plan.root_id]
    assert moves.gap_targets(plan, register, ("", issue)) == [Target(register, plan.root_id, issue)]
    assert moves.gap_targets(plan, issue, (register, "")) == [Target(issue, plan.root_id, None)]
    assert moves.gap_targets(plan, named(plan, "โครงการmap"), ("", issue)) == []
