"""Rows, and fields with their labels, that came, went or moved bear the name of who did that."""

from success_desktop.documents.outline_anchors import anchor_name
from success_desktop.domain.edits import AddNode, Edit, MoveNode, place_among, remove_branch
from success_desktop.domain.plan import Plan
from tests.documents.redline.revised_plans import Story, find_node, label_of, move_heat, row_of, write_value
from tests.plans import small_plan

MALEE, SOMCHAI = "มาลี", "สมชาย"


def move_second_goal(plan: Plan) -> tuple[Edit, ...]:
    first, second = (node for node in plan.walk() if node.kind == "goal")
    place = place_among(plan, first.parent_id or "", first.id, second.id)
    return (MoveNode(second.id, second.parent_id or "", second.position, first.parent_id or "", place),)


def remove_heat(plan: Plan) -> tuple[Edit, ...]:
    return remove_branch(plan, find_node(plan, "project", "โครงการheat").id)


def add_project(plan: Plan) -> tuple[Edit, ...]:
    approach = find_node(plan, "approach")
    return (AddNode("new-project", "project", approach.id, place_among(plan, approach.id)),)


def test_a_row_is_signed_by_who_added_removed_or_moved_its_node():
    plan = small_plan()
    row = row_of(plan, "โครงการheat")
    assert Story(plan).step(MALEE, move_heat).signer().sign_whole(row, "moved").author == MALEE
    assert Story(plan).step(MALEE, remove_heat).signer().sign_whole(row, "removed").author == MALEE
    story = (
        Story(plan).step(MALEE, add_project).step(SOMCHAI, write_value("goal", "description", "th", "ใหม่"))
    )
    row = anchor_name("r", "new-project", "projects")
    assert story.signer().sign_whole(row, "added").author == MALEE


def test_a_row_that_moved_with_the_group_it_stands_in_is_signed_by_who_moved_the_group():
    plan = small_plan()
    story = Story(plan).step(MALEE, move_second_goal)
    assert story.signer().sign_whole(row_of(plan, "โครงการheat"), "moved").author == MALEE


def test_a_row_that_moved_although_nothing_happened_to_it_is_signed_by_the_program():
    plan = small_plan()
    story = Story(plan).step(MALEE, move_heat)
    assert story.signer().sign_whole(row_of(plan, "โครงการdredge"), "moved").author == "คำนวณโดยโปรแกรม"
    assert story.signer().sign_whole("", "added").author == "คำนวณโดยโปรแกรม"


def test_a_field_that_came_with_its_label_is_signed_by_who_filled_it():
    plan = small_plan()
    story = (
        Story(plan)
        .step(MALEE, write_value("goal", "description", "th", "ใหม่"))
        .step(SOMCHAI, write_value("goal", "name", "th", "เป้าหมายใหม่"))
    )
    assert story.signer().sign_whole(label_of(plan, "goal", "description"), "added").author == MALEE


def test_a_row_that_came_into_a_table_without_its_node_moving_bears_the_newest_edit_of_the_node():
    """A node that is printed elsewhere because of what a field of it says, such as the part a section belongs to."""
    plan, project = small_plan(), "โครงการdredge"
    story = Story(plan).step(MALEE, write_value("project", "objective", "th", "ลดน้ำท่วม", project))
    assert story.signer().sign_whole(row_of(plan, project), "added").author == MALEE
