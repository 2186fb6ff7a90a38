"""What the panel replaces, and what it leaves alone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from success_desktop.i18n import Language
from success_desktop.services import editing
from tests.plans import named
from tests.ui.finding.panels import (
    CHECKED,
    UNCHECKED,
    bridge,
    checks,
    clock,
    editor,
    find,
    panel,
    plan_path,
    rows,
)

__all__ = ["bridge", "clock", "editor", "panel", "plan_path"]
Key = Qt.Key


def test_only_what_is_checked_is_replaced_as_one_step(panel, editor, qtbot):
    before = editor.plan
    find(panel, "โครงการ", "งาน")
    panel.table.setFocus()
    panel.table.setCurrentIndex(panel.hits.index(1, 2))
    QTest.keyClick(panel.table, Key.Key_Space)
    assert checks(panel) == [CHECKED, UNCHECKED, CHECKED, CHECKED]
    assert panel.replace_button.text() == "แทนที่ 3 แห่ง"
    with qtbot.waitSignal(panel.replaced) as told:
        QTest.mouseClick(panel.replace_button, Qt.MouseButton.LeftButton)
    assert told.args[0][:3] == (3, 3, 0)
    panel.finish()
    assert [row[2] for row in rows(panel)] == ["โครงการgauge"]
    assert checks(panel) == [UNCHECKED]
    editor.undo()
    assert editor.plan == before


def test_a_click_on_the_box_checks(panel):
    find(panel, "โครงการ")
    index = panel.hits.index(0, 0)
    assert panel.hits.flags(index) & Qt.ItemFlag.ItemIsUserCheckable
    assert panel.hits.setData(index, UNCHECKED, Qt.ItemDataRole.CheckStateRole)
    assert not panel.hits.setData(index, "x")
    assert checks(panel)[0] == UNCHECKED


def test_all_and_none_are_chosen_with_one_press(panel):
    find(panel, "โครงการ")
    panel.none_button.click()
    assert checks(panel) == [UNCHECKED] * 4
    assert not panel.replace_button.isEnabled()
    panel.all_button.click()
    assert checks(panel) == [CHECKED] * 4


def test_hits_that_are_more_than_what_is_wanted_begin_unchecked(panel, editor):
    editing.set_text(editor, (named(editor.plan, "Water"), "name", "th"), "น้ำ นา")
    find(panel, "น")
    mine = [
        (panel.hits.snippet(panel.hits.stop(panel.hits.index(row, 0)), is_new=False).marked, check)
        for row, check in enumerate(checks(panel))
    ]
    assert ("น้ำ", UNCHECKED) in mine
    assert ("น", CHECKED) in mine


def test_checks_taken_away_survive_edits_elsewhere(panel, editor, qtbot):
    find(panel, "โครงการ")
    panel.hits.toggle(panel.hits.index(2, 0))
    editing.set_text(editor, (named(editor.plan, "Project map"), "name", "en"), "A map")
    panel.look()
    panel.finish()
    assert checks(panel) == [CHECKED, CHECKED, UNCHECKED, CHECKED]
    find(panel, "โครง")
    assert checks(panel) == [CHECKED] * 4


def test_checks_go_along_with_a_text_that_is_edited(panel, editor):
    place: tuple[str, str, Language] = (named(editor.plan, "Water"), "name", "th")
    editing.set_text(editor, place, "คลองหนึ่ง คลองสอง คลองสาม")
    find(panel, "คลอง")
    panel.hits.choose_all(False)
    rows_here = range(panel.hits.rowCount())
    mine = [row for row in rows_here if panel.hits.stop(panel.hits.index(row, 0)).passage[:3] == place]
    panel.hits.toggle(panel.hits.index(mine[2], 0))
    editing.set_text(editor, place, "คลองหนึ่งคลองใหม่ คลองสอง คลองสาม")
    panel.look()
    panel.finish()
    assert [new.new for new in panel.hits.chosen()] == ["คลองหนึ่งใหม่ คลองสอง สาม"]


def test_new_hits_that_are_more_than_what_is_wanted_begin_unchecked_too(panel, editor):
    place: tuple[str, str, Language] = (named(editor.plan, "Water"), "name", "th")
    editing.set_text(editor, place, "นา")
    find(panel, "น", "ม")
    before = panel.hits.counts().places
    editing.set_text(editor, place, "นา น้ำ")
    panel.look()
    panel.finish()
    assert panel.hits.counts().places == before + 1
    assert "มา น้ำ" in [replacement.new for replacement in panel.hits.chosen()]


def test_what_no_plan_can_hold_is_not_put_in(panel, editor):
    find(panel, "โครงการdredge", "ขุด\x00\x07")
    panel.replace()
    assert editor.plan.nodes[named(editor.plan, "Project dredge")].text("name", "th") == "ขุด"


def test_a_text_being_typed_at_that_moment_is_skipped_and_told(panel, editor, bridge, qtbot):
    find(panel, "โครงการ", "งาน")
    node_id = named(editor.plan, "Project map")
    bridge.leaving.connect(lambda: editing.set_text(editor, (node_id, "name", "th"), "โครงการใหม่"))
    with qtbot.waitSignal(panel.replaced) as told:
        panel.replace()
    assert told.args[0][:3] == (3, 3, 1)
    assert editor.plan.nodes[node_id].text("name", "th") == "โครงการใหม่"


def test_the_replacement_can_be_typed_after_the_hits_are_there(panel):
    find(panel, "โครงการdredge")
    assert rows(panel)[0][3] == ""
    panel.wording.setText("ขุด")
    assert rows(panel)[0][3] == "ขุด"
