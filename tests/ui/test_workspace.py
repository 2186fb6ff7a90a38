"""The views in the middle and the panels around them: always on the same node, and where the user left them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabBar

from success_desktop.app import furnish_window
from success_desktop.domain.row_filter import RowFilter
from success_desktop.services import editing
from success_desktop.settings import load_settings
from success_desktop.ui.main_window import MainWindow
from success_desktop.ui.panels import PANELS
from success_desktop.ui.thai_text import ThaiTextEdit
from success_desktop.ui.views import VIEWS

VIEW_IDS = [view.id for view in VIEWS]


def central(desk):
    return desk.workspace.centralWidget().currentWidget()


@pytest.mark.parametrize("view_id", VIEW_IDS)
def test_every_view_is_a_press_of_its_button_away(open_desk, window, view_id):
    window.frame.slim_bar.views.button(view_id).click()
    assert central(open_desk) is open_desk.workspace.view(view_id)
    assert window.actions_table[f"view_{view_id}"].isChecked()
    assert window.frame.slim_bar.views.button(view_id).isChecked()


@pytest.mark.parametrize("view", VIEWS, ids=VIEW_IDS)
def test_every_view_has_an_action_with_its_key(open_desk, window, view):
    action = window.actions_table[f"view_{view.id}"]
    assert action.shortcut().toString() == view.shortcut
    action.trigger()
    assert open_desk.looks.view_id == view.id
    assert window.frame.slim_bar.views.button(view.id).isChecked()


def test_without_a_plan_there_is_nothing_to_view(desk, window):
    assert not any(window.actions_table[f"view_{view_id}"].isEnabled() for view_id in VIEW_IDS)


def test_a_view_is_made_when_it_is_first_shown(open_desk):
    made = open_desk.workspace.centralWidget().count()
    assert made == 1
    open_desk.looks.show_view("timeline")
    assert open_desk.workspace.centralWidget().count() == 2
    open_desk.looks.show_view("page")
    open_desk.looks.show_view("timeline")
    assert open_desk.workspace.centralWidget().count() == 2


def test_there_is_no_view_of_another_name(open_desk):
    with pytest.raises(KeyError):
        open_desk.workspace.view("dashboard")
    with pytest.raises(KeyError):
        open_desk.workspace.panel("clock")
    with pytest.raises(KeyError):
        open_desk.frame.slim_bar.views.button("clock")


def test_what_is_chosen_stays_chosen_from_view_to_view(open_desk, project_id):
    for view_id in (*VIEW_IDS, "page"):
        open_desk.looks.show_view(view_id)
        assert open_desk.workspace.node_id() == project_id
    assert open_desk.workspace.page.current_node_id() == project_id


def test_what_was_edited_elsewhere_is_on_the_page_when_it_comes_back(open_desk, project_id):
    open_desk.looks.show_view("overview")
    editing.set_text(open_desk.bridge.editor, (project_id, "name", "th"), "ชื่อจากที่อื่น")
    open_desk.looks.show_view("page")
    assert open_desk.workspace.page.area.heading.text().endswith("ชื่อจากที่อื่น")


def test_a_view_asks_for_a_node_and_gets_the_page(open_desk, project_id):
    open_desk.looks.show_view("overview")
    other = next(node.id for node in open_desk.bridge.editor.plan.walk() if node.kind == "goal")
    open_desk.workspace.view("overview").node_requested.emit(other)
    assert open_desk.looks.view_id == "page"
    assert open_desk.workspace.page.current_node_id() == other


def test_a_view_asks_for_rows_and_gets_the_table(open_desk):
    open_desk.workspace.view("overview").rows_requested.emit(RowFilter(year_be=2569))
    assert open_desk.looks.view_id == "table"


def test_undo_goes_to_what_it_changed_when_the_view_does_not_show_it(open_desk, project_id):
    other = next(node.id for node in open_desk.bridge.editor.plan.walk() if node.kind == "goal")
    editing.set_text(open_desk.bridge.editor, (other, "name", "th"), "เป้าใหม่")
    open_desk.looks.show_view("overview")
    open_desk.steps.undo()
    assert open_desk.workspace.node_id() == project_id
    open_desk.looks.show_view("page")
    open_desk.steps.redo()
    assert open_desk.workspace.node_id() == other


@pytest.mark.parametrize("panel", PANELS, ids=[panel.id for panel in PANELS])
def test_every_panel_can_be_closed_and_brought_back(open_desk, window, panel):
    action = window.actions_table[f"panel_{panel.id}"]
    dock = open_desk.workspace.panel(panel.id)
    if dock.isVisible():
        dock.title.cross.click()
    assert not dock.isVisible()
    action.trigger()
    assert dock.isVisible()
    assert action.isChecked()
    action.trigger()
    assert not dock.isVisible()
    assert not action.isChecked()


@pytest.mark.parametrize("panel", PANELS, ids=[panel.id for panel in PANELS])
def test_every_panel_says_what_it_is(open_desk, panel):
    dock = open_desk.workspace.panel(panel.id)
    assert dock.windowTitle()
    assert dock.title.name.text() == dock.windowTitle()
    assert dock.inside().accessibleName()


def test_a_panel_alone_carries_its_title_and_among_tabs_the_tab_does(open_desk):
    workspace = open_desk.workspace
    outline, history = workspace.panel("outline"), workspace.panel("history")
    workspace.show_panel("history")
    QApplication.processEvents()
    assert outline.titleBarWidget() is outline.title
    workspace.tabifyDockWidget(outline, history)
    QApplication.processEvents()
    assert outline.titleBarWidget() is not outline.title
    history.setFloating(True)
    QApplication.processEvents()
    assert outline.titleBarWidget() is outline.title
    assert history.titleBarWidget() is history.title


def test_rows_of_tabs_have_a_name(open_desk):
    workspace = open_desk.workspace
    workspace.tabifyDockWidget(workspace.panel("outline"), workspace.panel("history"))
    workspace.show_panel("history")
    QApplication.processEvents()
    bars = workspace.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert bars
    assert {bar.accessibleName() for bar in bars} == {"แผงข้าง"}


def test_each_view_remembers_its_own_panels(open_desk):
    history = open_desk.workspace.panel("history")
    open_desk.looks.show_view("page")
    open_desk.workspace.show_panel("history")
    open_desk.looks.show_view("table")
    assert not history.isVisible()
    open_desk.looks.show_view("page")
    assert history.isVisible()
    history.close()
    open_desk.looks.show_view("table")
    open_desk.looks.show_view("page")
    assert not history.isVisible()


def test_panels_stand_where_they_were_left_when_the_program_starts_again(open_desk, window, qtbot, plan_path):
    workspace = open_desk.workspace
    workspace.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, workspace.panel("outline"))
    workspace.panel("history").close()
    assert window.close()
    other = MainWindow(load_settings())
    qtbot.addWidget(other)
    other.show()
    desk = furnish_window(other, load_settings())
    desk.files.open_plan(plan_path)
    area = desk.workspace.dockWidgetArea(desk.workspace.panel("outline"))
    assert area == Qt.DockWidgetArea.RightDockWidgetArea
    assert not desk.workspace.panel("history").isVisible()
    desk.files.close_plan()
    desk.documents.stop()


def test_a_layout_that_cannot_be_understood_gives_the_usual_one(open_desk, settings):
    settings.layouts = {"table": "bm9uc2Vuc2U="}
    open_desk.looks.show_view("table")
    assert open_desk.workspace.panel("outline").isVisible()


def test_names_of_views_and_panels_follow_the_language(open_desk, window):
    open_desk.looks.speak("en")
    assert window.frame.slim_bar.views.button("table").text() == "Table"
    assert open_desk.workspace.panel("history").title.name.text() == "History"
    open_desk.looks.speak("th")
    assert window.frame.slim_bar.views.button("table").text() == "ตาราง"


def test_the_page_is_made_once_when_a_plan_is_opened(desk, plan_path):
    made: list[ThaiTextEdit] = []
    desk.workspace.page.context.text_edit_made.connect(made.append)
    desk.files.open_plan(plan_path)
    names = [edit.objectName() for edit in made]
    assert names
    assert len(names) == len(set(names))


@pytest.mark.parametrize("panel_id", [panel.id for panel in PANELS if not panel.views])
def test_a_panel_that_is_not_open_at_first_is_made_when_it_is_shown(open_desk, panel_id):
    panel = open_desk.workspace.panel(panel_id)
    assert panel.widget() is None
    open_desk.workspace.show_panel(panel_id)
    assert panel.isVisible()
    assert panel.widget() is not None
