"""The life of a node, read off the log of a real plan file."""

from success_desktop.domain.edits import AddNode, SetValue
from success_desktop.services.editing import add_node, set_text
from success_desktop.services.histories import find_beginning, list_entries
from success_desktop.services.plan_editor import PlanEditor


def first(editor: PlanEditor, kind: str) -> str:
    return next(node.id for node in editor.plan.walk() if node.kind == kind)


def test_each_wording_is_told_with_who_and_when(editor, clock):
    project = first(editor, "project")
    before = editor.plan.nodes[project].text("objective", "th")
    set_text(editor, (project, "objective", "th"), "ลดน้ำท่วม")
    clock.pass_seconds(60)
    editor.author = "ผู้ทรงคุณวุฒิ"
    set_text(editor, (project, "objective", "th"), "ลดน้ำท่วมและน้ำแล้ง")
    newest, older = list_entries(editor, project)
    assert older.edits == (SetValue(project, "objective", "th", before or None, "ลดน้ำท่วม"),)
    assert newest.edits == (SetValue(project, "objective", "th", "ลดน้ำท่วม", "ลดน้ำท่วมและน้ำแล้ง"),)
    assert (newest.step.author, newest.step.at) == ("ผู้ทรงคุณวุฒิ", clock.at)


def test_undo_is_a_change_of_its_own(editor):
    project = first(editor, "project")
    set_text(editor, (project, "objective", "th"), "ลดน้ำท่วม")
    editor.undo()
    newest, older = list_entries(editor, project)
    assert newest.is_undo
    assert not older.is_undo


def test_what_happens_elsewhere_is_not_told(editor):
    project = first(editor, "project")
    set_text(editor, (first(editor, "goal"), "name", "th"), "เป้า")
    assert list_entries(editor, project) == []


def test_a_branch_tells_of_everything_below_it(editor):
    approach = first(editor, "approach")
    added = add_node(editor, approach, "project")
    set_text(editor, (added, "name", "th"), "โครงการใหม่")
    assert list_entries(editor, approach) == []
    newest, older = list_entries(editor, approach, is_whole_branch=True)
    assert newest.edits == (SetValue(added, "name", "th", None, "โครงการใหม่"),)
    assert isinstance(older.edits[0], AddNode)


def test_the_beginning_of_the_plan_is_known(editor):
    beginning = find_beginning(editor)
    assert beginning is not None
    assert beginning.number == 1
