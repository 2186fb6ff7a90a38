"""What is done to several cells or rows of a grid is one step of undo."""

from success_desktop.services.plan_editor import PlanEdited, PlanEditor
from success_desktop.services.tabulating import GridColumn, list_columns
from success_desktop.services.tabulating_edits import add_row_after, clear_cells, remove_rows
from tests.plans import named


def columns(editor: PlanEditor) -> dict[str, GridColumn]:
    return {column.key: column for column in list_columns(editor.plan, "projects", "th")}


def test_cells_are_cleared_in_one_step(editor):
    before = editor.plan
    dredge, gauge = named(before, "Project dredge"), named(before, "Project gauge")
    wanted = [(dredge, columns(editor)[key]) for key in ("budget:2568", "budget:2569", "status", "objective")]
    wanted.append((gauge, columns(editor)["lead_agencies"]))
    assert clear_cells(editor, wanted, "th") == 4
    assert editor.plan.nodes[dredge].parts("budget") == {}
    assert editor.plan.nodes[gauge].links("lead_agencies") == ()
    editor.undo()
    assert editor.plan.nodes == before.nodes


def test_clearing_blank_cells_is_no_step(editor):
    heat = named(editor.plan, "Project heat")
    assert clear_cells(editor, [(heat, columns(editor)["status"])], "th") == 0
    assert editor.undo_label is None


def test_clearing_tells_who_asked(editor):
    seen: list[PlanEdited] = []
    editor.listen(seen.append)
    clear_cells(editor, [(named(editor.plan, "Project dredge"), columns(editor)["status"])], "th", "me")
    assert [event.initiator for event in seen] == ["me"]


def test_a_row_is_added_right_behind_another(editor):
    dredge, gauge = named(editor.plan, "Project dredge"), named(editor.plan, "Project gauge")
    added = add_row_after(editor, dredge)
    approach = editor.plan.nodes[dredge].parent_id or ""
    assert editor.plan.children[approach] == (dredge, added, gauge)
    assert editor.plan.nodes[added].kind == "project"


def test_a_row_is_added_behind_the_last(editor):
    gauge = named(editor.plan, "Project gauge")
    added = add_row_after(editor, gauge)
    assert editor.plan.children[editor.plan.nodes[gauge].parent_id or ""][-1] == added


def test_rows_are_removed_in_one_step_with_what_refers_to_them(editor):
    before = editor.plan
    agencies = [named(before, "กองช่าง"), named(before, "กองสาธารณสุข")]
    gauge = named(before, "Project gauge")
    assert remove_rows(editor, [*agencies, gauge]) == 3
    assert not {*agencies, gauge} & set(editor.plan.nodes)
    editor.undo()
    assert editor.plan.nodes == before.nodes


def test_a_row_that_went_with_the_one_above_is_not_removed_twice(editor):
    goal = named(editor.plan, "Safe canal communities")
    dredge = named(editor.plan, "Project dredge")
    assert remove_rows(editor, [goal, dredge]) == 1
    assert dredge not in editor.plan.nodes
