"""The revisions in the window: kept, seen, compared, handed out, restored, and kept by the program itself."""

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit

from success_desktop.domain.restoring import Scope
from success_desktop.services.comparing import PRESENT, Point
from success_desktop.services.editing import set_text
from success_desktop.services.keeping import keep_automatically
from success_desktop.services.revisions import list_revisions, read_revision, take_revision
from success_desktop.ui.compare.compare_view import CompareView
from success_desktop.ui.dialogs.revision import RevisionDialog
from success_desktop.ui.documents.print_dialog import PrintDialog
from success_desktop.ui.revisions.revisions_panel import RevisionsPanel
from tests.ui.acting import answer, type_text


@pytest.fixture
def editor(open_desk):
    assert open_desk.bridge.editor is not None
    return open_desk.bridge.editor


@pytest.fixture
def write(editor, project_id):
    """Writes another objective into the first project, as a step of its own."""

    def reword(text: str) -> None:
        editor.end_step()
        set_text(editor, (project_id, "objective", "th"), text)

    return reword


@pytest.fixture
def drafts(open_desk, editor, write):
    """Two drafts, and something written since."""
    first = take_revision(editor, "", "ร่างที่ 1")
    write("ลดน้ำท่วม")
    second = take_revision(editor, "", "ร่างที่ 2")
    write("ลดน้ำท่วมและน้ำแล้ง")
    return first, second


def panel_of(desk) -> RevisionsPanel:
    inside = desk.workspace.panel("revisions").inside()
    assert isinstance(inside, RevisionsPanel)
    return inside


def compared(desk) -> list[str]:
    view = desk.workspace.view("compare")
    assert isinstance(view, CompareView)
    assert view.compared is not None
    points = view.compared.old_point, view.compared.new_point
    return [point.revision.label if point.revision else "present" for point in points]


def objective(editor, project_id):
    return editor.plan.nodes[project_id].text("objective", "th")


def keep(window, name: str, note: str = "") -> None:
    def fill(dialog: RevisionDialog) -> None:
        dialog.name.setText(name)
        dialog.note.setPlainText(note)
        dialog.deed.click()

    answer(fill, RevisionDialog)
    window.actions_table["keep_revision"].trigger()


def test_a_revision_kept_is_confirmed_and_shown(qtbot, open_desk, window, editor):
    keep(window, "ร่างที่ 1", "ก่อนประชุม")
    (kept,) = list_revisions(editor)
    assert (kept.label, kept.message) == ("ร่างที่ 1", "ก่อนประชุม")
    bar = open_desk.frame.message_bar
    assert bar.sentence.text() == "เก็บ “ร่างที่ 1” เป็นฉบับแล้ว"
    assert "ร่างที่ 1" in open_desk.frame.status_line.revision.text()
    bar.link_buttons()[0].click()
    assert panel_of(open_desk).timeline.model.rowCount() == 2
    assert editor.file.is_published


def test_a_note_alone_is_enough(open_desk, window, editor):
    keep(window, "", "ก่อนประชุม")
    (kept,) = list_revisions(editor)
    assert (kept.label, kept.message) == ("", "ก่อนประชุม")


def test_the_panel_asks_for_a_revision_too(qtbot, open_desk, editor):
    open_desk.revisions.show()
    answer(lambda dialog: dialog.deed.click(), RevisionDialog)
    panel_of(open_desk).timeline.keep.click()
    assert len(list_revisions(editor)) == 1


def test_the_view_that_compares_follows_what_is_chosen(qtbot, open_desk, drafts):
    open_desk.looks.show_view("compare")
    assert compared(open_desk) == ["ร่างที่ 2", "present"]
    timeline = panel_of(open_desk).timeline
    assert len(timeline.list.chosen) == 2
    timeline.list.choose(drafts[0].id)
    qtbot.waitUntil(lambda: compared(open_desk) == ["ร่างที่ 1", "present"])
    timeline.list.choose(drafts[0].id, drafts[1].id)
    qtbot.waitUntil(lambda: compared(open_desk) == ["ร่างที่ 1", "ร่างที่ 2"])


def test_beside_the_page_one_click_only_looks_and_two_compare(qtbot, open_desk, drafts):
    open_desk.revisions.show()
    timeline = panel_of(open_desk).timeline
    with qtbot.waitSignal(timeline.pair_chosen):
        timeline.list.choose(drafts[0].id)
    assert open_desk.workspace.view_id == "page"
    timeline.list.choose(drafts[0].id, drafts[1].id)
    qtbot.waitUntil(lambda: open_desk.workspace.view_id == "compare")
    assert compared(open_desk) == ["ร่างที่ 1", "ร่างที่ 2"]


def test_the_button_compares_at_once(open_desk, drafts):
    open_desk.revisions.show()
    timeline = panel_of(open_desk).timeline
    timeline.list.choose(drafts[0].id)
    timeline.compare.click()
    assert compared(open_desk) == ["ร่างที่ 1", "present"]


def test_the_menu_compares_with_the_newest_revision(open_desk, window, drafts):
    window.actions_table["compare_newest"].trigger()
    assert compared(open_desk) == ["ร่างที่ 2", "present"]


@pytest.mark.parametrize("action", ["compare_newest", "restore_revision"])
def test_without_a_revision_the_menu_says_how_to_keep_one(open_desk, window, action):
    window.actions_table[action].trigger()
    assert open_desk.frame.message_bar.sentence.text() == "แผนนี้ยังไม่มีฉบับที่เก็บไว้"
    assert open_desk.workspace.view_id == "page"


def test_a_restoration_is_seen_first_done_once_and_taken_back_by_one_click(
    open_desk, window, editor, drafts, project_id
):
    window.actions_table["restore_revision"].trigger()
    page = panel_of(open_desk).restoring
    assert page.isVisible()
    assert objective(editor, project_id) == "ลดน้ำท่วมและน้ำแล้ง"
    page.deed.click()
    assert objective(editor, project_id) == "ลดน้ำท่วม"
    assert not page.isVisible()
    bar = open_desk.frame.message_bar
    assert bar.sentence.text() == "กู้คืนจาก “ร่างที่ 2” แล้ว"
    bar.link_buttons()[0].click()
    assert objective(editor, project_id) == "ลดน้ำท่วมและน้ำแล้ง"


def test_the_present_is_kept_before_something_is_restored(open_desk, editor, drafts, project_id):
    open_desk.restoring.offer(drafts[0], Scope(project_id))
    panel_of(open_desk).restoring.deed.click()
    assert list_revisions(editor)[-1].occasion == "restore"
    assert panel_of(open_desk).timeline.model.rowCount() == 4


def test_text_still_being_typed_belongs_to_the_present_that_is_kept(open_desk, editor, drafts, project_id):
    typed = open_desk.workspace.page.form.fields["objective"].findChild(QTextEdit)
    open_desk.restoring.offer(drafts[1], Scope(project_id, "objective"))
    typed.selectAll()
    type_text(typed, "ยังพิมพ์อยู่")
    panel_of(open_desk).restoring.deed.click()
    assert objective(editor, project_id) == "ลดน้ำท่วม"
    kept = list_revisions(editor)[-1]
    assert read_revision(editor, kept).nodes[project_id].text("objective", "th") == "ยังพิมพ์อยู่"
    open_desk.steps.undo()
    assert objective(editor, project_id) == "ยังพิมพ์อยู่"


def test_the_revision_chosen_is_the_one_to_restore_from(open_desk, window, drafts):
    open_desk.revisions.show()
    panel_of(open_desk).timeline.list.choose(drafts[0].id)
    panel_of(open_desk).timeline.restore.click()
    assert panel_of(open_desk).restoring.title.text() == "กู้คืนจาก “ร่างที่ 1”"
    panel_of(open_desk).restoring.cancel.click()
    window.actions_table["restore_revision"].trigger()
    assert panel_of(open_desk).restoring.title.text() == "กู้คืนจาก “ร่างที่ 1”"


def test_a_difference_in_the_view_can_be_restored(open_desk, drafts, project_id):
    open_desk.looks.show_view("compare")
    view = open_desk.workspace.view("compare")
    view.restore_requested.emit(drafts[1], Scope(project_id, "objective"))
    page = panel_of(open_desk).restoring
    assert page.isVisible()
    assert page.chosen_scope() == Scope(project_id, "objective")


def test_an_empty_view_asks_for_a_revision(open_desk, editor):
    open_desk.looks.show_view("compare")
    answer(lambda dialog: dialog.deed.click(), RevisionDialog)
    open_desk.workspace.view("compare").revision_requested.emit()
    assert len(list_revisions(editor)) == 1


def export_of(open_desk, qtbot, revision, path):
    def fill(dialog: PrintDialog) -> None:
        dialog.target.line.setText(str(path))
        dialog.deed.click()

    answer(fill, PrintDialog)
    with qtbot.waitSignal(open_desk.documents.exported, timeout=30_000):
        open_desk.revisions.export_requested.emit(revision)
    return "\n".join(
        cell.text for table in Document(str(path)).tables for row in table.rows for cell in row.cells
    )


def test_a_revision_leaves_as_word_with_what_stood_in_it_then(qtbot, open_desk, drafts, tmp_path, write):
    write("ลดน้ำเสียของวันนี้")
    text = export_of(open_desk, qtbot, drafts[1], tmp_path / "ร่าง.docx")
    assert "ลดน้ำท่วม" in text
    assert "ลดน้ำเสียของวันนี้" not in text
    assert len(list_revisions(open_desk.bridge.editor)) == 2


def test_a_revision_that_could_give_way_stays_once_a_document_names_it(
    qtbot, open_desk, editor, tmp_path, write
):
    write("ลดน้ำท่วม")
    kept = keep_automatically(editor, "hour")
    write("ลดน้ำแล้ง")
    export_of(open_desk, qtbot, kept, tmp_path / "ร่าง.docx")
    write("ลดน้ำเสีย")
    keep_automatically(editor, "hour")
    assert kept is not None
    assert kept.id in [revision.id for revision in list_revisions(editor)]


def test_closing_keeps_what_was_edited_since(open_desk, editor, write, plan_path):
    write("ลดน้ำท่วม")
    assert open_desk.files.close_plan()
    open_desk.files.open_plan(plan_path)
    assert [kept.occasion for kept in list_revisions(open_desk.bridge.editor)] == ["closing"]
    assert open_desk.files.close_plan()
    open_desk.files.open_plan(plan_path)
    assert len(list_revisions(open_desk.bridge.editor)) == 1


def test_the_clock_belongs_to_the_window(open_desk, editor, write):
    write("ลดน้ำท่วม")
    open_desk.revisions.clock.timer.timeout.emit()
    assert [kept.occasion for kept in list_revisions(editor)] == ["hour"]


def test_points_can_be_compared_from_anywhere(open_desk, drafts):
    open_desk.revisions.compare(Point(drafts[0].id, drafts[0]), PRESENT)
    assert compared(open_desk) == ["ร่างที่ 1", "present"]


def test_the_menu_of_a_card_leads_to_the_redline(qtbot, open_desk, drafts):
    open_desk.revisions.show()
    timeline = panel_of(open_desk).timeline
    pair = (Point(drafts[0].id, drafts[0]), PRESENT)
    answer(lambda dialog: dialog.reject())
    with qtbot.waitSignal(open_desk.revisions.redline_requested) as told:
        timeline.wanted.emit("redline", pair)
    assert tuple(told.args) == pair


def test_the_panel_stands_left_and_opens_by_its_key(qtbot, open_desk, window):
    panel = open_desk.workspace.panel("revisions")
    assert not panel.isVisible()
    window.actions_table["panel_revisions"].trigger()
    assert panel.isVisible()
    assert open_desk.workspace.dockWidgetArea(panel) == Qt.DockWidgetArea.LeftDockWidgetArea
