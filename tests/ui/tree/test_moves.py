"""Where nodes can go."""

import pytest

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
