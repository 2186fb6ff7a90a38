"""What a cell is made of: the parts of the plan behind it, as far as they differ."""

from success_desktop.documents.outline_blocks import Column
from success_desktop.documents.redline.origins import Origin, Origins, spread_columns
from success_desktop.domain.comparison import compare_plans
from success_desktop.domain.edits import remove_branch
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import ColumnSpec, Wording
from tests.documents.redline.revised_plans import Story, find_node, move_heat, write_value
from tests.plans import small_plan

MALEE = "มาลี"


def dredge(plan: Plan) -> str:
    return find_node(plan, "project", "โครงการdredge").id


CHILDREN = ColumnSpec(show="children", child="project", head=Wording(th="ก", en="a"), width=1)
ANCESTOR = ColumnSpec(show="ancestor", ancestor="goal", head=Wording(th="ก", en="a"), width=1)


def test_names_of_children_and_of_what_stands_above_come_from_those_nodes():
    plan = small_plan()
    approach, project = find_node(plan, "approach").id, dredge(plan)
    story = Story(plan).step(
        MALEE,
        write_value("project", "name", "th", "อื่น", "โครงการdredge"),
        write_value("goal", "name", "th", "เป้าหมายใหม่"),
        move_heat,
    )
    origins = Origins(compare_plans(story.old, story.new))
    heat = find_node(plan, "project", "โครงการheat").id
    assert origins.of_column(approach, CHILDREN, None, "th") == (Origin(project, "name", "th"), Origin(heat))
    assert origins.of_column(project, ANCESTOR, None, "th") == (
        Origin(find_node(plan, "goal").id, "name", "th"),
    )
    assert origins.of_column(project, ANCESTOR, None, "en") == ()


def test_what_the_program_counts_has_no_origin_and_a_node_of_one_plan_those_of_that_plan():
    plan = small_plan()
    project, goal = dredge(plan), find_node(plan, "goal").id
    story = Story(plan).step(
        MALEE,
        write_value("goal", "name", "th", "เป้าหมายใหม่"),
        lambda plan: remove_branch(plan, project),
    )
    origins = Origins(compare_plans(story.old, story.new))
    number = ColumnSpec(show="number", head=Wording(th="ก", en="a"), width=1)
    assert origins.of_column(project, number, None, "th") == ()
    assert origins.of_column(project, ANCESTOR, None, "th") == (Origin(goal, "name", "th"),)


def test_columns_of_years_are_told_apart_even_when_two_fields_follow_each_other():
    head = Wording(th="ก", en="a")
    number = ColumnSpec(show="number", head=head, width=1)
    target = ColumnSpec(show="years", field="target", head=head, width=1)
    budget = ColumnSpec(show="years", field="budget", head=head, width=1)
    total = ColumnSpec(show="total", field="budget", head=head, width=1)
    specs = (number, target, target, budget, total)
    sources = ("number", "target:2568", "target:2569", "target:2568", "target:2569", "budget:2568", "budget")
    columns = tuple(Column(1, "text", source) for source in sources)
    assert spread_columns(specs, columns) == (
        (number, None),
        (target, 2568),
        (target, 2569),
        (target, 2568),
        (target, 2569),
        (budget, 2568),
        (total, None),
    )
