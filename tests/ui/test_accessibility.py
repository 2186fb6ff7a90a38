"""Everything in the window can be found, named and reached without eyes or mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from success_desktop.domain.office import Edition, FormatSwitches
from success_desktop.services.library import list_templates
from success_desktop.services.papers import list_papers, read_letters
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.dialogs.about import AboutDialog
from success_desktop.ui.dialogs.export_word import ExportDialog
from success_desktop.ui.dialogs.new_plan import NewPlanDialog
from success_desktop.ui.dialogs.revision import RevisionDialog
from success_desktop.ui.documents.check_copy_dialog import CheckCopyDialog
from success_desktop.ui.documents.forms_dialog import FormsDialog
from success_desktop.ui.documents.pack_dialog import PackDialog
from success_desktop.ui.documents.papers_box import Offered, OfferedForm
from success_desktop.ui.documents.print_dialog import PrintDialog
from success_desktop.ui.error_dialogs import BugDialog
from success_desktop.ui.qt_catalog import speak
from tests.ui.everywhere import Walk
from tests.ui.faults import describe, is_reached_by_tab, nameless, shown

OFFICE = ("print", "pack", "forms", "check")
"""The dialogs of the documents menu."""
OFFERED = Offered(
    [OfferedForm("p01", "แบบ ผ.01", of_year=False), OfferedForm("pd02", "แบบ ผด.02", of_year=True)],
    {"o-1": "แผนฉบับแรก"},
    (2568, 2569),
    has_feedback=True,
)
MOST_STOPS = 400
MOST_STEPS_INSIDE = 100
"""So often Tab may stay in one thing: a line of links, the cells of a table."""


@pytest.mark.parametrize("language", ["th", "en"])
def test_everything_that_can_be_acted_on_has_a_name(desk, window, application, plan_path, language):
    found: dict[str, list[str]] = {}

    def visit(name: str, widget: QWidget) -> None:
        if faults := nameless(widget):
            found[name] = faults

    desk.looks.speak(language)
    Walk(desk, window, application.settle, visit).everywhere(plan_path)
    speak("th")
    assert found == {}


def _pack(folder: Path) -> PackDialog:
    """The dialog of a pack with every paper and every fact that a municipality's first edition has."""
    dialog = PackDialog((Edition(id=""),), "thesaban", FormatSwitches(), folder / "ชุด", None)
    dialog.show_papers(list_papers("thesaban", "first", read_letters()))
    return dialog


@pytest.fixture
def dialogs(application, qtbot, tmp_path, settings, request):
    """Ways to the dialogs, by name; each gives one that stands on the screen."""

    def editor() -> PlanEditor:
        found = request.getfixturevalue("open_desk").bridge.editor
        assert isinstance(found, PlanEditor)
        return found

    makers = {
        "new": lambda: NewPlanDialog(list_templates(), tmp_path, ".success", None),
        "export": lambda: ExportDialog(tmp_path / "ก.success", settings, None),
        "revision": lambda: RevisionDialog("ร่างที่ 1", None),
        "about": lambda: AboutDialog(None),
        "bug": lambda: BugDialog("details", "log.txt", None),
        "print": lambda: PrintDialog(OFFERED, FormatSwitches(), lambda _what: tmp_path / "ก", "/".join, None),
        "pack": lambda: _pack(tmp_path),
        "forms": lambda: FormsDialog(editor(), settings, None),
        "check": lambda: CheckCopyDialog(editor(), settings, None),
    }

    def show(kind: str) -> QDialog:
        dialog = makers[kind]()
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return show


@pytest.mark.parametrize("kind", ["new", "export", "revision", "about", "bug", *OFFICE])
def test_everything_in_a_dialog_has_a_name(kind, dialogs):
    assert nameless(dialogs(kind)) == []


def test_a_control_without_a_name_is_found(application, qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    for part in (QPushButton(), QLineEdit(), QTextEdit()):
        column.addWidget(part)
    box.show()
    assert len({fault.split("(")[0].split()[-1] for fault in nameless(box)}) == 3


# --- by keyboard -----------------------------------------------------------------------------------------


def tab_stops(*, backwards: bool = False) -> list[QWidget]:
    """What has the focus one after the other when Tab is pressed, until it comes round."""
    key = Qt.Key.Key_Backtab if backwards else Qt.Key.Key_Tab
    modifiers = Qt.KeyboardModifier.ShiftModifier if backwards else Qt.KeyboardModifier.NoModifier
    stops: list[QWidget] = []
    while len(stops) < MOST_STOPS:
        focused = QApplication.focusWidget()
        assert focused is not None
        is_trapped = stops[-MOST_STEPS_INSIDE:] == [focused] * MOST_STEPS_INSIDE
        if is_trapped or (focused in stops and focused is not stops[-1]):
            break
        stops.append(focused)
        QTest.keyClick(focused, key, modifiers)
    return stops


def unreached(widget: QWidget, stops: list[QWidget]) -> list[str]:
    """What should be reached by Tab and is not."""
    met = {*stops, *(stop.focusProxy() for stop in stops)}
    return [
        describe(part) for part in shown(widget, (QWidget,)) if is_reached_by_tab(part) and part not in met
    ]


def focus_first(widget: QWidget) -> None:
    """Begin where a person begins who has no mouse."""
    first = next(part for part in shown(widget, (QWidget,)) if is_reached_by_tab(part))
    first.setFocus(Qt.FocusReason.TabFocusReason)


def test_tab_reaches_everything_on_the_start_page_and_comes_back(desk, window):
    focus_first(window)
    stops = tab_stops()
    assert unreached(window, stops) == []
    assert len(stops) < MOST_STOPS


@pytest.mark.parametrize("kind", ["plan", "project", "person", "section", "strategic_issue"])
def test_tab_reaches_everything_on_a_page_and_comes_back(open_desk, window, application, kind):
    plan = open_desk.bridge.editor.plan
    open_desk.workspace.outline.select_node(next(node.id for node in plan.walk() if node.kind == kind))
    application.settle(30)
    focus_first(window)
    forwards = tab_stops()
    assert unreached(window, forwards) == []
    assert len(forwards) < MOST_STOPS
    focus_first(window)
    backwards = tab_stops(backwards=True)
    assert unreached(window, backwards) == []
    assert len(backwards) < MOST_STOPS


@pytest.mark.parametrize("panel", ["history", "findings", "find", "spelling"])
def test_tab_reaches_everything_in_a_panel_both_ways(open_desk, window, application, panel):
    open_desk.workspace.show_panel(panel)
    application.settle(30)
    for backwards in (False, True):
        focus_first(window)
        assert unreached(open_desk.workspace.panel(panel), tab_stops(backwards=backwards)) == []


@pytest.mark.parametrize("kind", ["new", "export", "revision", *OFFICE])
def test_tab_reaches_everything_in_a_dialog_and_comes_back(kind, dialogs):
    dialog = dialogs(kind)
    focus_first(dialog)
    assert unreached(dialog, tab_stops()) == []


def test_tab_leaves_a_text_of_several_lines(open_desk, project_id, window, application):
    texts = [part for part in window.findChildren(QTextEdit) if part.isVisible() and not part.isReadOnly()]
    assert texts
    for text in texts:
        text.setFocus(Qt.FocusReason.TabFocusReason)
        before = text.toPlainText()
        QTest.keyClick(text, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is not text
        assert text.toPlainText() == before


def test_alt_and_a_thai_key_opens_the_menu_with_its_latin_letter(desk, window, application):
    menu = window.actions_table.menus["file"]
    assert "(&F)" in menu.title()
    opened = []
    menu.aboutToShow.connect(lambda: opened.append(True))
    thai_key_on_f = Qt.Key(ord("ด"))
    QTest.sendKeyEvent(
        QTest.KeyAction.Press,
        window.focusWidget() or window,
        thai_key_on_f,
        "ด",
        Qt.KeyboardModifier.AltModifier,
    )
    assert opened
    menu.close()
