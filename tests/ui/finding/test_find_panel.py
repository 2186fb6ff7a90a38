"""The panel for finding and replacing: what it lists, and how it lives."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from success_desktop.i18n import use_language
from success_desktop.services import editing
from success_desktop.services.finding import SearchIndex
from success_desktop.ui.finding import hit_list
from success_desktop.ui.finding.hit_list import Column, HitRole, Snippet
from tests.plans import named
from tests.ui.acting import type_text
from tests.ui.finding.panels import bridge, checks, clock, editor, find, name_of, panel, plan_path, rows

__all__ = ["bridge", "clock", "editor", "panel", "plan_path"]
Key = Qt.Key


# --- listing ------------------------------------------------------------------------------------------------


def test_every_hit_is_a_row_with_its_place_and_its_text_before_and_after(panel):
    find(panel, "โครงการd", "งาน")
    assert rows(panel) == [["1.1.1 โครงการdredge", "ชื่อโครงการ (ไทย)", "โครงการdredge", "งานredge"]]
    index = panel.hits.index(0, Column.BEFORE)
    assert index.data(HitRole.SNIPPET) == Snippet("", "โครงการd", "redge", False)
    assert panel.hits.index(0, Column.AFTER).data(HitRole.SNIPPET) == Snippet("", "งาน", "redge", True)
    assert panel.hits.index(0, Column.WHERE).data(Qt.ItemDataRole.DecorationRole) is None


def test_long_texts_are_shown_around_the_hit_in_one_line(panel, editor):
    text = f"{'ก่อนหน้า' * 20}\nคลองหลัก\n{'ตามหลัง' * 40}"
    editing.set_text(editor, (named(editor.plan, "Water"), "name", "th"), text)
    find(panel, "คลองหลัก")
    before, marked, after, _is_new = panel.hits.snippet(panel.hits.stop(panel.hits.index(0, 0)), is_new=False)
    assert before.startswith("…")
    assert marked == "คลองหลัก"
    assert "\n" not in before + after
    assert len(before) < 60 < len(after) < 120


def test_typing_finds_after_a_moment_and_tells_what_is_wanted(panel, qtbot):
    with qtbot.waitSignal(panel.wanted_changed) as told:
        type_text(panel.sought, "โครงการ")
    assert told.args[0].text == "โครงการ"
    qtbot.waitUntil(lambda: panel.hits.rowCount() == 4)
    assert panel.replace_button.text() == "แทนที่ 4 แห่ง"


def test_hits_follow_the_plan(panel, editor, qtbot):
    find(panel, "โครงการ")
    editing.set_text(editor, (named(editor.plan, "Project map"), "name", "th"), "แผนที่")
    qtbot.waitUntil(lambda: panel.hits.rowCount() == 3)
    editor.undo()
    qtbot.waitUntil(lambda: panel.hits.rowCount() == 4)


def test_a_panel_out_of_sight_does_nothing_and_catches_up_when_shown(panel, editor, qtbot):
    find(panel, "โครงการ")
    panel.hide()
    editing.set_text(editor, (named(editor.plan, "Project map"), "name", "th"), "แผนที่")
    qtbot.wait(300)
    assert panel.hits.rowCount() == 4
    panel.show()
    qtbot.waitUntil(lambda: panel.hits.rowCount() == 3)


def test_a_large_plan_is_looked_through_in_slices(panel, qtbot, monkeypatch):
    monkeypatch.setattr("success_desktop.ui.finding.find_panel._SLICE_SECONDS", -1.0)
    panel.sought.setText("โครงการ")
    panel.look()
    assert panel.hits.rowCount() == 0
    qtbot.waitUntil(lambda: panel.hits.rowCount() == 4)


def test_more_hits_than_can_be_listed_are_counted_and_replaced(panel, editor, monkeypatch):
    monkeypatch.setattr(hit_list, "MOST_SHOWN", 3)
    monkeypatch.setattr("success_desktop.ui.finding.find_panel.MOST_SHOWN", 3)
    find(panel, "โครงการ", "งาน")
    assert panel.hits.rowCount() == 3
    assert "4" in panel.told.text()
    assert "3" in panel.told.text()
    panel.replace()
    assert editor.plan.nodes[named(editor.plan, "Project heat")].text("name", "th") == "งานheat"


def test_what_is_not_there_is_said(panel):
    find(panel, "")
    empty = panel.told.text()
    find(panel, "ไม่มีแน่")
    assert panel.told.text() not in ("", empty)
    assert not panel.replace_button.isEnabled()
    assert not panel.all_button.isEnabled()


def test_numbers_are_found_but_not_replaced_and_that_is_said(panel, editor):
    before = editor.plan
    find(panel, "500,000", "1")
    assert [row[2] for row in rows(panel)] == ["500,000", "500,000"]
    assert rows(panel)[0][1] == "งบประมาณ (บาท)"
    assert checks(panel) == [None, None]
    panel.hits.toggle(panel.hits.index(0, 0))
    assert not panel.hits.flags(panel.hits.index(0, 0)) & Qt.ItemFlag.ItemIsUserCheckable
    assert "2" in panel.told.text()
    assert not panel.replace_button.isEnabled()
    panel.replace()
    assert editor.plan is before


# --- keys and life ------------------------------------------------------------------------------------------


def test_enter_leads_to_the_list_and_from_a_row_to_its_place(panel, qtbot):
    panel.sought.setFocus()
    panel.sought.setText("โครงการ")
    QTest.keyClick(panel.sought, Key.Key_Return)
    assert panel.table.hasFocus()
    with qtbot.waitSignal(panel.stop_chosen) as told:
        QTest.keyClick(panel.table, Key.Key_Return)
    assert told.args[0].passage.text == "โครงการdredge"
    QTest.keyClick(panel.table, Key.Key_Down)
    assert panel.table.currentIndex().row() == 1
    panel.look()
    panel.finish()
    assert panel.table.currentIndex().row() == 1


def test_enter_stays_where_nothing_is_found(panel):
    panel.sought.setFocus()
    panel.sought.setText("ไม่มีแน่")
    QTest.keyClick(panel.sought, Key.Key_Return)
    assert panel.sought.hasFocus()


def test_escape_gives_up(panel, qtbot):
    with qtbot.waitSignal(panel.given_up):
        QTest.keyClick(panel.sought, Key.Key_Escape)
    QTest.keyClick(panel, Key.Key_A)


def test_beginning_takes_a_text_over_or_keeps_the_last(panel):
    panel.begin("คลอง")
    assert panel.sought.selectedText() == "คลอง"
    panel.begin("")
    assert panel.sought.text() == "คลอง"


def test_without_a_plan_there_is_nothing(panel, bridge):
    find(panel, "โครงการ")
    bridge.release()
    panel.finish()
    assert panel.hits.rowCount() == 0
    panel.replace()
    panel.show_node("gone")
    assert panel.hits.index(0, 0).data() is None


def test_another_index_can_be_used(panel):
    index = SearchIndex("en")
    panel.use_index(lambda: index)
    find(panel, "1 Oct 2024")
    assert panel.hits.counts().places == 1
    panel.use_index(lambda: None)
    find(panel, "โครงการ")
    assert panel.hits.counts().places == 0


def test_the_panel_speaks_the_language_of_the_interface(panel):
    find(panel, "โครงการ")
    use_language("en")
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    QApplication.sendEvent(panel.options, QEvent(QEvent.Type.LanguageChange))
    panel.finish()
    assert panel.replace_button.text() == "Replace in 4 places"
    assert panel.options.kind.itemText(0) == "All kinds"
    assert rows(panel)[0][0] == "1.1.1 Project dredge"
    assert panel.hits.headerData(0, Qt.Orientation.Horizontal) == "Where"
    assert panel.hits.headerData(0, Qt.Orientation.Vertical) is None


def test_everything_in_the_panel_has_a_name(panel):
    find(panel, "โครงการ")
    nameless = [
        widget
        for widget in panel.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() and not name_of(widget)
    ]
    assert nameless == []


def test_rows_can_be_painted_narrow_and_wide_chosen_or_not(panel):
    find(panel, "500,000")
    find(panel, "โครงการ", "งานที่ยาวกว่าเดิมมากจนไม่พอดีกับช่อง")
    panel.table.selectRow(0)
    wide = panel.table.grab().toImage()
    panel.resize(500, 300)
    narrow = panel.table.grab().toImage()
    assert wide != narrow
