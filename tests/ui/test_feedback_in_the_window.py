"""The feedback in the window: marks on the page, badges, the counter, the overview, and the way from each to the panel."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from success_desktop.services import deciding
from success_desktop.services.arranging import place_remark
from success_desktop.ui.desk import Desk
from success_desktop.ui.feedback.feedback_panel import FeedbackPanel
from success_desktop.ui.feedback.page_marks import text_edits
from success_desktop.ui.feedback.passages import touched
from success_desktop.ui.feedback.remark_model import REMARK_MIME
from success_desktop.ui.figures.figure_button import Decided
from success_desktop.ui.figures.overview_view import OverviewView
from success_desktop.ui.page.sheet_parts import SheetPart
from success_desktop.ui.schemes import CONTRAST, LIGHT
from success_desktop.ui.theme import use_tokens
from success_desktop.ui.tree.model import OutlineRole
from tests.ui.acting import type_text
from tests.ui.feedback.reviews import bring_in_sample, projects_of, remark_id


def panel_of(desk: Desk) -> FeedbackPanel:
    inside = desk.workspace.panel("feedback").inside()
    assert isinstance(inside, FeedbackPanel)
    return inside


def plan_of(desk: Desk):
    assert desk.bridge.editor is not None
    return desk.bridge.editor.plan


def objective(desk: Desk):
    return text_edits(desk.workspace.page)["objective", "th"]


def marked(desk: Desk) -> list[str]:
    desk.feedback.marks.refresh()
    return [mark.cursor.selectedText() for mark in objective(desk).extraSelections()]


@pytest.fixture
def reviewed(open_desk: Desk) -> Desk:
    """A window on the sample plan, on which three reviewers have remarked, with its first project on the page."""
    assert open_desk.bridge.editor is not None
    bring_in_sample(open_desk.bridge.editor)
    open_desk.workspace.outline.select_node(projects_of(open_desk.bridge.editor.plan)[0])
    open_desk.workspace.show_panel("feedback")
    return open_desk


@pytest.fixture
def quote(reviewed: Desk) -> str:
    """The words of the objective that the first reviewer remarks on."""
    return panel_of(reviewed).feedback.read.remarks[remark_id("data")].anchor.quote


def test_the_words_remarked_on_are_marked_and_follow_what_is_typed_before_them(reviewed, quote):
    assert quote in marked(reviewed)
    edit = objective(reviewed)
    cursor = edit.textCursor()
    cursor.setPosition(0)
    edit.setTextCursor(cursor)
    type_text(edit, "ใหม่")
    reviewed.bridge.leaving.emit()
    assert quote in marked(reviewed)


def test_what_is_decided_is_marked_no_more_and_the_current_one_is_underlined(reviewed, quote):
    panel = panel_of(reviewed)
    panel.show_remark(remark_id("data"))
    reviewed.feedback.marks.refresh()
    lines = {
        mark.cursor.selectedText(): mark.format.underlineStyle()
        for mark in objective(reviewed).extraSelections()
    }
    assert lines[quote].name == "SingleUnderline"
    deciding.defer(reviewed.bridge.editor, remark_id("data"), "ปีหน้า")
    panel.cards.choose(0)
    assert quote not in marked(reviewed)


def test_a_proposed_wording_marks_the_words_that_it_would_alter_and_no_more(reviewed):
    panel = panel_of(reviewed)
    remark = next(
        one
        for one in panel.feedback.read.of_node(reviewed.workspace.page.current_node_id())
        if one.sort == "wording" and one.anchor.place[1:] == ("objective", "th")
    )
    panel.show_remark(remark.id)
    reviewed.feedback.marks.refresh()
    lines = {
        mark.cursor.selectedText(): mark.format.underlineStyle()
        for mark in objective(reviewed).extraSelections()
    }
    text = objective(reviewed).plain_text()
    wanted = [text[start:end] for start, end in touched(text, remark.proposed)]
    assert wanted
    assert all(lines[words] == QTextCharFormat.UnderlineStyle.SingleUnderline for words in wanted)
    assert text not in lines


def test_a_whole_text_is_marked_for_the_current_remark_alone(reviewed, application):
    panel = panel_of(reviewed)
    panel.show_remark(remark_id("data"))
    text = objective(reviewed).plain_text()
    assert text not in marked(reviewed)
    editor = reviewed.bridge.editor
    place_remark(editor, remark_id("data"), (projects_of(editor.plan)[0], "objective", "th"))
    assert text in marked(reviewed)
    panel.show_remark(remark_id("first wording"))
    assert text not in marked(reviewed)
    panel.show_remark(remark_id("data"))
    use_tokens(application.qt, CONTRAST)
    reviewed.feedback.marks.refresh()
    assert {mark.format.underlineStyle().name for mark in objective(reviewed).extraSelections()} == {
        "DotLine"
    }
    use_tokens(application.qt, LIGHT)


def test_marks_of_the_search_stand_beside_those_of_the_remarks(reviewed, quote):
    assert quote in marked(reviewed)
    reviewed.finding.open()
    edit = objective(reviewed)
    edit.show_marks("hits", [])
    assert quote in [mark.cursor.selectedText() for mark in edit.extraSelections()]


def test_the_outline_counts_open_remarks_and_says_so(reviewed):
    model, plan = reviewed.workspace.outline.model, plan_of(reviewed)
    first = projects_of(plan)[0]
    index = model.index_of(first)
    assert index.data(OutlineRole.COUNT).remarks == 3
    assert "ข้อเสนอแนะค้าง 3" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    branch = model.index_of(plan.nodes[first].parent_id)
    assert branch.data(OutlineRole.COUNT).remarks == 5
    assert not reviewed.workspace.outline.tree.grab().isNull()


def test_the_counter_in_the_status_line_leads_to_the_open_remarks(reviewed, qtbot):
    link = reviewed.frame.status_line.remarks
    qtbot.waitUntil(lambda: link.text() == "ข้อเสนอแนะค้าง 9", timeout=2_000)
    reviewed.workspace.panel("feedback").close()
    link.click()
    panel = panel_of(reviewed)
    assert panel.isVisible()
    assert panel.body.filter.wanted().state == "open"
    assert len(panel.model.ids) == 9


def test_in_a_narrow_window_other_figures_give_way_to_the_open_remarks(reviewed, qtbot):
    line = reviewed.frame.status_line
    qtbot.waitUntil(lambda: bool(line.remarks.text()), timeout=2_000)
    assert line.budget.isVisible()
    line.resize(line.state.sizeHint().width() + 360, line.height())
    assert not line.budget.isVisible()
    assert line.remarks.isVisible()
    line.resize(1366, line.height())
    assert line.budget.isVisible()


def test_a_plan_that_nobody_has_remarked_on_has_no_counter(open_desk, qtbot):
    qtbot.wait(20)
    assert not open_desk.frame.status_line.remarks.isVisible()


def test_f9_goes_to_the_next_open_remark_and_the_page_goes_along(reviewed):
    panel = panel_of(reviewed)
    panel.show_remark(remark_id("data"))
    reviewed.review.step(1)
    assert panel.cards.current_id == remark_id("name")
    assert reviewed.workspace.page.current_node_id() == projects_of(plan_of(reviewed))[1]
    reviewed.review.step(-1)
    assert reviewed.workspace.page.current_node_id() == projects_of(plan_of(reviewed))[0]


def test_choosing_a_card_leads_the_page_and_leaves_the_keyboard_and_the_list(reviewed):
    panel = panel_of(reviewed)
    reviewed.workspace.outline.select_node(plan_of(reviewed).root_id)
    before = list(panel.model.ids)
    panel.cards.setFocus()
    panel.cards.choose(panel.model.row_of(remark_id("name")))
    assert reviewed.workspace.page.current_node_id() == projects_of(plan_of(reviewed))[1]
    assert panel.model.ids == before
    assert panel.cards.hasFocus()


def test_enter_puts_the_keyboard_into_the_words_remarked_on(reviewed, quote):
    panel = panel_of(reviewed)
    panel.show_remark(remark_id("data"))
    QTest.keyClick(panel.cards, Qt.Key.Key_Return)
    assert objective(reviewed).hasFocus()
    assert objective(reviewed).textCursor().selectedText() == quote
    reviewed.feedback.open_remark("f-none")
    reviewed.feedback.go_to_remark(remark_id("nowhere"))
    assert reviewed.workspace.page.current_node_id() == projects_of(plan_of(reviewed))[0]


def test_the_overview_counts_by_decision_and_leads_to_the_remarks(reviewed, qtbot):
    deciding.defer(reviewed.bridge.editor, remark_id("data"), "ปีหน้า")
    reviewed.workspace.outline.select_node(plan_of(reviewed).root_id)
    reviewed.workspace.show_view("overview")
    view = reviewed.workspace.view("overview")
    assert isinstance(view, OverviewView)
    view.refresh()
    assert view.remarks.isVisible()
    assert lines_of(view) == {"ค้างพิจารณา": 8, "รับไว้ดำเนินการต่อ": 1}
    view.remarks.goal_requested.emit(Decided("deferred"))
    assert panel_of(reviewed).model.ids == [remark_id("data")]
    view.show_node(plan_of(reviewed).nodes[projects_of(plan_of(reviewed))[0]].parent_id)
    view.refresh()
    assert lines_of(view) == {"ค้างพิจารณา": 4, "รับไว้ดำเนินการต่อ": 1}


def lines_of(view: OverviewView) -> dict[str, int]:
    assert view.figures is not None
    return {line.name: int(line.text) for line in view.figures.remark_lines(view.feedback.read)}


@pytest.mark.parametrize(("way_out", "verb"), [("receive", "receive"), ("meeting", "begin_meeting")])
def test_an_empty_panel_leads_to_what_brings_feedback_in(open_desk, monkeypatch, way_out, verb):
    asked: list[str] = []
    monkeypatch.setattr(type(open_desk.review), verb, lambda _review: asked.append(verb))
    open_desk.workspace.show_panel("feedback")
    panel_of(open_desk).way_out_requested.emit(way_out)
    assert asked == [verb]


# --- dragging a card onto the page ---------------------------------------------------------------------------


def carried(name: str) -> QMimeData:
    content = QMimeData()
    content.setData(REMARK_MIME, remark_id(name).encode())
    return content


def drag_to(desk: Desk, point: QPoint, content: QMimeData) -> tuple[bool, bool]:
    """Drag something over the page and let it go at a point; whether it was taken on the way, and at the end."""
    page = desk.workspace.page
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    link = Qt.DropAction.LinkAction
    QApplication.sendEvent(page, QDragEnterEvent(point, link, content, left, none))
    move = QDragMoveEvent(point, link, content, left, none)
    QApplication.sendEvent(page, move)
    drop = QDropEvent(QPointF(point), link, content, left, none)
    drop.setAccepted(False)
    QApplication.sendEvent(page, drop)
    return move.isAccepted(), drop.isAccepted()


def middle_of(desk: Desk, widget) -> QPoint:
    return QPoint(widget.mapTo(desk.workspace.page, widget.rect().center()))


def test_a_card_let_go_on_a_text_is_placed_there_and_can_be_taken_back(reviewed):
    edit = text_edits(reviewed.workspace.page)["objective", "en"]
    assert drag_to(reviewed, middle_of(reviewed, edit), carried("nowhere")) == (True, True)
    placed = panel_of(reviewed).feedback.read.remarks[remark_id("nowhere")]
    assert placed.anchor.node_id == projects_of(plan_of(reviewed))[0]
    assert placed.anchor.part == "en"
    assert placed.placed_by == "hand"
    reviewed.bridge.undo()
    assert not panel_of(reviewed).feedback.read.remarks[remark_id("nowhere")].is_placed


def test_a_card_let_go_on_a_cell_of_a_table_is_placed_on_that_value(reviewed):
    part = next(one for one in reviewed.workspace.page.form.fields.values() if isinstance(one, SheetPart))
    cell = part.view.visualRect(part.model.index(0, 1)).center()
    target = reviewed.feedback.drops.target_at(part.view.viewport().mapTo(reviewed.workspace.page, cell))
    assert target is not None
    assert target.place[1] == "budget"
    assert target.place[2].startswith("2568:")


def test_a_single_value_is_a_place_as_a_whole(reviewed):
    form, page = reviewed.workspace.page.form, reviewed.workspace.page
    reviewed.workspace.page.area.ensureWidgetVisible(form.fields["status"])
    target = reviewed.feedback.drops.target_at(middle_of(reviewed, form.fields["status"]))
    assert target is not None
    assert target.place == (page.current_node_id(), "status", "")


def test_beside_the_fields_a_card_is_not_taken(reviewed):
    assert drag_to(reviewed, QPoint(3, 3), carried("nowhere")) == (False, False)
    assert not panel_of(reviewed).feedback.read.remarks[remark_id("nowhere")].is_placed


def test_other_things_that_are_dragged_are_the_pages_own_business(reviewed):
    text = QMimeData()
    text.setText("ข้อความ")
    drag_to(reviewed, middle_of(reviewed, objective(reviewed)), text)
    QApplication.sendEvent(reviewed.workspace.page, QDragLeaveEvent())
    assert panel_of(reviewed).feedback.read.open_count == 9
