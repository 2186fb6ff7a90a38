"""Every dialog of the documents menu is opened, filled in, left and done with keys alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from success_desktop.domain.office import read_office
from success_desktop.ui.documents.check_copy_dialog import CheckCopyDialog
from success_desktop.ui.documents.forms_dialog import FormsDialog
from success_desktop.ui.documents.pack_dialog import PackDialog
from success_desktop.ui.documents.papers_box import EXCEL, PDF
from success_desktop.ui.documents.print_dialog import PrintDialog
from tests.ui.acting import answer, type_text


def press(key: Qt.Key, widget: QWidget | None = None) -> None:
    """Press a key where the focus is, or at a widget that it is put on."""
    if widget is not None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
    focused = widget or QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


@pytest.fixture
def open_by_menu(window, qtbot):
    """Opens a dialog by its action and lets `look` work on it."""

    def run(action: str, kind: type[QDialog], look: Callable[..., None]) -> None:
        def begin(dialog: QDialog) -> None:
            dialog.activateWindow()
            qtbot.waitUntil(lambda: dialog.isActiveWindow() and QApplication.focusWidget() is not None)
            look(dialog)

        answer(begin, kind)
        window.actions_table[action].trigger()

    return run


MODAL = [
    ("export_document", PrintDialog),
    ("official_forms", FormsDialog),
    ("council_pack", PackDialog),
]


@pytest.mark.parametrize(("action", "kind"), MODAL)
def test_escape_leaves_a_dialog_without_a_step_or_a_file(open_by_menu, open_desk, plan_path, action, kind):
    before, files = open_desk.bridge.editor.plan, set(plan_path.parent.iterdir())
    left: list[bool] = []

    def look(dialog: QDialog) -> None:
        press(Qt.Key.Key_Escape, dialog)
        left.append(not dialog.isVisible())

    open_by_menu(action, kind, look)
    assert left == [True]
    assert open_desk.bridge.editor.plan is before
    assert open_desk.documents.task is None
    assert set(plan_path.parent.iterdir()) == files


@pytest.mark.parametrize(("action", "kind"), MODAL)
def test_something_in_a_dialog_has_the_focus_at_once(open_by_menu, open_desk, action, kind):
    inside: list[bool] = []

    def look(dialog: QDialog) -> None:
        focused = QApplication.focusWidget()
        inside.append(focused is not None and dialog.isAncestorOf(focused))

    open_by_menu(action, kind, look)
    assert inside == [True]


@pytest.mark.parametrize(("action", "kind"), MODAL)
def test_the_deed_is_what_enter_does(open_by_menu, open_desk, action, kind):
    defaults: list[bool] = []
    open_by_menu(action, kind, lambda dialog: defaults.append(dialog.deed.isDefault()))
    assert defaults == [True]


def test_enter_exports_the_plan_as_last_time(open_by_menu, open_desk, qtbot, plan_path):
    with qtbot.waitSignal(open_desk.documents.exported, timeout=20_000):
        open_by_menu("export_document", PrintDialog, lambda _dialog: press(Qt.Key.Key_Return))
    qtbot.waitUntil(lambda: open_desk.documents.task is None)
    assert plan_path.with_suffix(".docx").stat().st_size > 0


def test_kinds_of_file_are_chosen_by_arrows_and_forms_by_space(open_by_menu, open_desk):
    seen: list[tuple[str, tuple[str, ...], Path]] = []

    def look(dialog: PrintDialog) -> None:
        dialog.papers.forms.setCurrentRow(1)
        press(Qt.Key.Key_Space, dialog.papers.forms)
        press(Qt.Key.Key_Right, dialog.kinds.checkedButton())
        seen.append((dialog.suffix, dialog.papers.what(), dialog.chosen().path))
        press(Qt.Key.Key_Right, dialog.kinds.checkedButton())
        seen.append((dialog.suffix, dialog.papers.what(), dialog.chosen().path))

    open_by_menu("export_document", PrintDialog, look)
    assert [suffix for suffix, _what, _path in seen] == [PDF, EXCEL]
    assert {what for _suffix, what, _path in seen} == {("p02",)}
    assert [path.suffix for _suffix, _what, path in seen] == [PDF, EXCEL]


def test_enter_in_a_fact_goes_to_the_next_one_and_makes_no_pack(open_by_menu, open_desk, editor):
    seen: list[tuple[bool, bool, bool]] = []

    def look(dialog: PackDialog) -> None:
        lacking = [field for field in dialog.facts.fields if field.fact.source == "office"]
        line = lacking[0].lines["th"]
        line.selectAll()
        type_text(line, "นายสมชาย ใจดี")
        press(Qt.Key.Key_Return, line)
        seen.append((dialog.isVisible(), line.hasFocus(), lacking[0].lines["th"].isModified()))

    open_by_menu("council_pack", PackDialog, look)
    assert seen == [(True, False, False)]
    assert open_desk.documents.task is None
    assert "นายสมชาย ใจดี" in {fact.get("th") for fact in read_office(editor.plan).facts.values()}


def test_papers_are_ticked_off_by_space(open_by_menu, open_desk):
    counts: list[int] = []

    def look(dialog: PackDialog) -> None:
        counts.append(len(dialog.ticked()))
        dialog.papers.setCurrentRow(0)
        press(Qt.Key.Key_Space, dialog.papers)
        counts.append(len(dialog.ticked()))

    open_by_menu("council_pack", PackDialog, look)
    assert counts[1] == counts[0] - 1


def test_a_form_set_is_chosen_by_arrows_and_told_at_once(open_by_menu, open_desk, editor):
    def look(dialog: FormsDialog) -> None:
        before.append(dialog.description.text())
        way = Qt.Key.Key_Down if dialog.sets.currentIndex() == 0 else Qt.Key.Key_Up
        press(way, dialog.sets)
        after.append(dialog.description.text())

    before: list[str] = []
    after: list[str] = []
    open_by_menu("official_forms", FormsDialog, look)
    assert after
    assert after != before
    assert read_office(editor.plan).form_set


def test_forms_are_gone_through_by_arrows(open_by_menu, open_desk):
    rows: list[int] = []

    def look(dialog: FormsDialog) -> None:
        rows.append(dialog.lines.columns.rowCount())
        press(Qt.Key.Key_Down, dialog.lines.forms)
        rows.append(dialog.lines.columns.rowCount())

    open_by_menu("official_forms", FormsDialog, look)
    assert rows[1] > rows[0] > 0


def test_a_code_is_checked_by_enter_and_escape_closes(open_desk, window):
    window.actions_table["check_copy"].trigger()
    dialog = window.findChild(CheckCopyDialog)
    type_text(dialog.code, "AAAA-BBBB-CCCC")
    press(Qt.Key.Key_Return, dialog.code)
    assert dialog.isVisible()
    assert dialog.verdict.text()
    press(Qt.Key.Key_Escape, dialog)
    assert not dialog.isVisible()
