"""The points of a meeting are typed one under the other, moved among levels, and tied to passages."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests.ui.acting import type_text
from tests.ui.review.meetings import remarks, said, say

_Key = Qt.Key


def test_enter_goes_on_to_the_next_point(qtbot, open_desk, meeting):
    for text in ("ชัดเจน", "เฉียบคม"):
        say(meeting, text)
        qtbot.keyClick(QApplication.focusWidget(), _Key.Key_Return)
    assert said(open_desk) == ["1 ชัดเจน", "2 เฉียบคม"]
    assert meeting.points.draft.edit.hasFocus()


def test_the_line_being_typed_stays_in_sight_below_many_others(qtbot, open_desk, meeting):
    for number in range(14):
        say(meeting, f"ข้อที่ {number}")
        qtbot.keyClick(QApplication.focusWidget(), _Key.Key_Return)
    points = meeting.points
    draft = points.draft

    def is_in_sight() -> bool:
        top = draft.mapTo(points.viewport(), QPoint(0, 0)).y()
        return bool(top >= 0 and top + draft.height() <= points.viewport().height())

    qtbot.waitUntil(lambda: points.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(is_in_sight)
    meeting.head.form_wanted.emit()
    qtbot.waitUntil(is_in_sight)
    assert draft.edit.hasFocus()


def test_tab_makes_a_sub_point_and_shift_tab_brings_it_up(qtbot, open_desk, meeting):
    say(meeting, "ชัดเจน")
    qtbot.keyClick(QApplication.focusWidget(), _Key.Key_Return)
    qtbot.keyClick(meeting.points.draft.edit, _Key.Key_Tab)
    say(meeting, "ภาคภูมิใจ")
    qtbot.keyClick(QApplication.focusWidget(), _Key.Key_Return)
    say(meeting, "ต้องปรับปรุง")
    qtbot.keyClick(QApplication.focusWidget(), _Key.Key_Return)
    qtbot.keyClick(meeting.points.draft.edit, _Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    say(meeting, "เฉียบคม")
    meeting.commit_pending()
    assert said(open_desk) == ["1 ชัดเจน", "1.1 ภาคภูมิใจ", "1.2 ต้องปรับปรุง", "2 เฉียบคม"]


def test_a_point_taken_down_changes_its_level_with_tab(qtbot, open_desk, meeting):
    meeting.paste("1. ก\n2. ข", is_for_new=False)
    meeting.minutes.take.click()
    row = meeting.points.rows[remarks(open_desk)[1].id]
    qtbot.keyClick(row.edit, _Key.Key_Tab)
    assert said(open_desk) == ["1 ก", "1.1 ข"]
    assert row.edit.hasFocus()
    assert row.number.text() == "1.1"
    qtbot.keyClick(row.edit, _Key.Key_Backtab)
    assert said(open_desk) == ["1 ก", "2 ข"]


def test_a_pause_is_enough_to_take_a_point_down(qtbot, open_desk, meeting):
    say(meeting, "ยังพูดไม่จบ")
    qtbot.waitUntil(lambda: said(open_desk) == ["1 ยังพูดไม่จบ"])
    edit = QApplication.focusWidget()
    assert edit is not None
    type_text(edit, " จบแล้ว")
    meeting.commit_pending()
    assert said(open_desk) == ["1 ยังพูดไม่จบ จบแล้ว"]


def test_a_new_point_stands_behind_the_one_that_had_the_keyboard(qtbot, open_desk, meeting):
    meeting.paste("1. ก\n1.1 ข\n2. ง", is_for_new=False)
    meeting.minutes.take.click()
    qtbot.keyClick(meeting.points.rows[remarks(open_desk)[0].id].edit, _Key.Key_Return)
    say(meeting, "ค")
    meeting.commit_pending()
    assert said(open_desk) == ["1 ก", "1.1 ข", "2 ค", "3 ง"]


def test_a_point_is_tied_to_the_field_and_words_in_view(open_desk, project_id, meeting):
    open_desk.workspace.open_node(project_id)
    edit = open_desk.workspace.page.form.fields["name"].edits["th"]
    edit.setFocus()
    edit.select((0, 7))
    say(meeting, "ชื่อยาวไป")
    meeting.commit_pending()
    anchor = remarks(open_desk)[0].anchor
    assert anchor.place == (project_id, "name", "th")
    assert anchor.quote == edit.plain_text()[:7]
    row = meeting.points.rows[remarks(open_desk)[0].id]
    assert "ชื่อโครงการ" in row.passage.words()


def test_a_point_on_the_whole_plan_is_tied_to_nothing(open_desk, meeting):
    open_desk.workspace.open_node(open_desk.bridge.editor.plan.root_id)
    say(meeting, "ทั้งแผน")
    meeting.commit_pending()
    assert not remarks(open_desk)[0].is_placed


def test_tying_can_be_switched_off_and_done_later(qtbot, open_desk, project_id, meeting):
    open_desk.workspace.open_node(project_id)
    meeting.head.tying.click()
    say(meeting, "เรื่องทั่วไป")
    meeting.commit_pending()
    row = meeting.points.rows[remarks(open_desk)[0].id]
    assert not remarks(open_desk)[0].is_placed
    assert row.tie.isVisibleTo(meeting)
    qtbot.keyClick(row.edit, _Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert remarks(open_desk)[0].anchor.node_id == project_id
    row.untie.click()
    assert not remarks(open_desk)[0].is_placed


def test_the_passage_of_a_point_is_gone_to(open_desk, project_id, meeting):
    open_desk.workspace.open_node(project_id)
    open_desk.workspace.page.form.fields["name"].edits["th"].setFocus()
    say(meeting, "ชื่อ")
    meeting.commit_pending()
    open_desk.workspace.open_node(open_desk.bridge.editor.plan.root_id)
    meeting.points.rows[remarks(open_desk)[0].id].passage.click()
    assert open_desk.workspace.page.current_node_id() == project_id


def test_backspace_takes_an_empty_point_away(qtbot, open_desk, meeting):
    meeting.paste("1. ก\n2. ข", is_for_new=False)
    meeting.minutes.take.click()
    second = meeting.points.rows[remarks(open_desk)[1].id]
    second.edit.selectAll()
    qtbot.keyClick(second.edit, _Key.Key_Backspace)
    qtbot.keyClick(second.edit, _Key.Key_Backspace)
    assert said(open_desk) == ["1 ก"]
    assert meeting.points.rows[remarks(open_desk)[0].id].edit.hasFocus()


def test_the_arrow_keys_go_from_point_to_point(qtbot, open_desk, meeting):
    meeting.paste("1. ก\n2. ข", is_for_new=False)
    meeting.minutes.take.click()
    first, second = (meeting.points.rows[remark.id].edit for remark in remarks(open_desk))
    first.setFocus()
    qtbot.keyClick(first, _Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, _Key.Key_Up)
    assert first.hasFocus()
    qtbot.keyClick(first, _Key.Key_Up)
    assert first.hasFocus()
    qtbot.keyClick(first, _Key.Key_Escape)
    assert meeting.head.rounds.hasFocus()


def test_undo_takes_a_point_back_and_the_list_follows(open_desk, meeting):
    say(meeting, "ผิด")
    meeting.commit_pending()
    open_desk.bridge.undo()
    assert said(open_desk) == []
    assert not meeting.points.rows


def test_letters_grow_and_shrink(meeting):
    before = meeting.points.draft.edit.font().pointSizeF()
    meeting.head.larger.click()
    assert meeting.points.draft.edit.font().pointSizeF() > before
    for _time in range(9):
        meeting.head.smaller.click()
    assert 11 < meeting.points.draft.edit.font().pointSizeF() < before
