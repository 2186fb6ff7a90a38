"""The command palette: actions, nodes and plans by a few letters, without leaving the keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

from success_desktop.domain.edits import SetValue, apply
from success_desktop.i18n import use_language
from success_desktop.services import editing
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.settings import Settings
from success_desktop.ui.palette import Palette
from success_desktop.ui.palette_entries import MOST_ENTRIES, NodeKeys, list_keys, rank_key
from success_desktop.ui.plan_bridge import PlanBridge
from tests.plans import named, small_plan
from tests.services.conftest import clock, editor, plan_path
from tests.ui.acting import type_text

__all__ = ["clock", "editor", "plan_path"]
Key = Qt.Key


class Desk:
    """A window with menus, and what the palette asked of it."""

    def __init__(self, editor: PlanEditor) -> None:
        self.window = QMainWindow()
        self.field = QLineEdit()
        self.done: list[str] = []
        self.bridge = PlanBridge(self.window)
        self.bridge.hold(editor)
        self.settings = Settings()
        self.window.resize(1000, 600)
        self.window.setCentralWidget(self.field)
        menu = self.window.menuBar().addMenu("แฟ้ม(&F)")
        inner = menu.addMenu("เปิดล่าสุด")
        for name, text, keys in (
            ("save", "บันทึก", "Ctrl+S"),
            ("water", "&Water R&&D", ""),
            ("off", "ปิดอยู่", ""),
        ):
            action = menu.addAction(text)
            action.setObjectName(name)
            action.setShortcut(keys)
            action.setEnabled(name != "off")
            action.triggered.connect(lambda _on=False, name=name: self.done.append(name))
        inner.addAction("ไม่มีชื่อ")
        self.palette = Palette(
            self.window,
            self.bridge,
            self.settings,
            self.done.append,
            lambda path: self.done.append(path.name),
        )

    def texts(self) -> list[str]:
        return [entry.text for entry in self.palette.entries()]

    def look_for(self, text: str) -> list[str]:
        self.palette.line.setText(text)
        return self.texts()


@pytest.fixture
def desk(qtbot, editor: PlanEditor) -> Desk:
    desk = Desk(editor)
    qtbot.addWidget(desk.window)
    desk.window.show()
    desk.window.activateWindow()
    desk.field.setFocus()
    qtbot.waitUntil(desk.field.hasFocus)
    desk.palette.open()
    return desk


@pytest.mark.parametrize(
    ("key", "words", "rank"),
    [
        ("ขุดลอกคลอง", ["ขุด"], 0),
        ("โครงการ ขุดลอกคลอง", ["ขุด"], 1),
        ("โครงการขุดลอกคลอง", ["คลอง"], 2),
        ("โครงการขุดลอกคลอง", ["คลอง", "โครง"], 2),
        ("โครงการขุดลอกคลอง", ["คลอง", "ถนน"], None),
        ("anything", [], 0),
    ],
)
def test_beginnings_fit_better_than_what_lies_inside(key, words, rank):
    assert rank_key(key, words) == rank


def test_it_begins_with_what_can_be_done_now(desk):
    assert desk.texts() == ["บันทึก", "Water R&D"]
    entry = desk.palette.entries()[0]
    assert (entry.detail, entry.shortcut) == ("แฟ้ม", "Ctrl+S")
    assert desk.palette.line.hasFocus()


def test_nodes_are_found_by_number_and_by_words_in_either_language_and_any_spelling(desk, editor):
    assert desk.look_for("1.1.2")[0] == "1.1.2 โครงการgauge"
    assert desk.look_for("๑.๑.๒")[0] == "1.1.2 โครงการgauge"
    assert desk.look_for("gauge project") == ["1.1.2 โครงการgauge"]
    assert desk.look_for("นํ้า")[0] == "1 น้ำ"
    assert desk.look_for("water") == ["Water R&D", "1 น้ำ"]
    assert desk.look_for("ไม่มีแน่") == ["ไม่พบรายการที่ตรงกัน"]


def test_enter_does_what_is_chosen_and_the_focus_goes_back_first(desk, editor):
    type_text(desk.palette.line, "gauge")
    QTest.keyClick(desk.palette.line, Key.Key_Return)
    assert desk.done == [named(editor.plan, "Project gauge")]
    assert not desk.palette.isVisible()
    assert desk.field.hasFocus()


def test_arrows_choose_and_stop_at_the_ends(desk):
    for key, row in (
        (Key.Key_Up, 0),
        (Key.Key_Down, 1),
        (Key.Key_Down, 1),
        (Key.Key_PageUp, 0),
        (Key.Key_PageDown, 1),
    ):
        QTest.keyClick(desk.palette.line, key)
        assert desk.palette.list.currentRow() == row
    QTest.keyClick(desk.palette.line, Key.Key_Enter)
    assert desk.done == ["water"]


def test_a_click_does_it_too(desk):
    point = desk.palette.list.visualItemRect(desk.palette.list.item(1)).center()
    QTest.mouseClick(desk.palette.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert desk.done == ["water"]


def test_nothing_is_done_where_nothing_fits(desk):
    desk.look_for("ไม่มีแน่")
    QTest.keyClick(desk.palette.line, Key.Key_Return)
    assert desk.done == []
    assert desk.palette.isVisible()


def test_escape_and_another_focus_close_it(desk):
    QTest.keyClick(desk.palette.line, Key.Key_Escape)
    assert not desk.palette.isVisible()
    assert desk.field.hasFocus()
    desk.palette.open()
    desk.field.setFocus()
    assert not desk.palette.isVisible()


def test_its_own_menu_does_not_close_it(desk):
    away = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason)
    QApplication.sendEvent(desk.palette.line, away)
    assert desk.palette.isVisible()


def test_opened_twice_it_begins_anew_and_still_knows_where_the_focus_was(desk):
    desk.look_for("gauge")
    desk.palette.open()
    assert desk.palette.line.text() == ""
    QTest.keyClick(desk.palette.line, Key.Key_Escape)
    assert desk.field.hasFocus()


def test_plans_opened_lately_are_offered_while_their_files_are_there(desk, tmp_path):
    here = tmp_path / "แผนเมืองเก่า.success"
    here.touch()
    desk.settings.recent_paths = [str(here), str(tmp_path / "แผนเมืองหาย.success")]
    assert desk.look_for("แผนเมือง")[-1] == "แผนเมืองเก่า"
    desk.palette.list.setCurrentRow(desk.palette.list.count() - 1)
    QTest.keyClick(desk.palette.line, Key.Key_Return)
    assert desk.done == [here.name]


def test_names_follow_edits(desk, editor):
    desk.look_for("gauge")
    editing.set_text(editor, (named(editor.plan, "Project gauge"), "name", "th"), "วัดระดับน้ำ")
    desk.palette.open()
    assert desk.look_for("วัดระดับ") == ["1.1.2 วัดระดับน้ำ"]


def test_it_stays_in_the_middle_of_the_window(desk):
    QApplication.sendEvent(desk.palette.list, QEvent(QEvent.Type.Resize))
    desk.window.resize(QSize(640, 500))
    QApplication.processEvents()
    box = desk.palette.geometry()
    assert abs(box.center().x() - desk.window.width() // 2) <= 1
    assert desk.window.rect().contains(box)


def test_it_speaks_the_language_of_the_interface(desk):
    use_language("en")
    QApplication.sendEvent(desk.palette, QEvent(QEvent.Type.LanguageChange))
    assert desk.look_for("gauge") == ["1.1.2 Project gauge"]
    assert desk.palette.line.accessibleName() == "Commands and places"
    assert not desk.palette.grab().isNull()


def test_without_a_plan_there_are_still_commands(desk):
    desk.bridge.release()
    desk.palette.open()
    assert desk.look_for("gauge") == ["ไม่พบรายการที่ตรงกัน"]
    assert desk.look_for("บันทึก") == ["บันทึก"]


def test_no_more_is_offered_than_anybody_reads(desk, tmp_path: Path):
    for number in range(MOST_ENTRIES + 5):
        (tmp_path / f"แผน{number}").touch()
    desk.settings.recent_paths = [str(tmp_path / f"แผน{number}") for number in range(MOST_ENTRIES + 5)]
    assert len(desk.look_for("แผน")) == MOST_ENTRIES


def test_a_node_without_a_name_is_found_by_its_number_alone(desk):
    plan = small_plan()
    gauge = named(plan, "Project gauge")
    bare = apply(
        plan,
        [SetValue(gauge, "name", part, atom, None) for part, atom in plan.nodes[gauge].parts("name").items()],
    )
    keys = NodeKeys()
    keys.count(bare)
    ranked = list(keys.rank(bare, ["1.1.2"], "th", str))
    (only,) = ranked
    assert only.make().text.startswith("1.1.2 (โครงการ")


def test_the_list_of_keys_names_what_has_one_even_what_cannot_be_done_now(desk):
    desk.window.menuBar().actions()[0].menu().actions()[1].setEnabled(False)
    assert list_keys(desk.window.menuBar()) == [("แฟ้ม", [("บันทึก", "Ctrl+S")])]
