"""The panel for finding and replacing as a test uses it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from success_desktop.ui.finding.find_panel import FindPanel
from success_desktop.ui.finding.hit_list import Column
from success_desktop.ui.plan_bridge import PlanBridge
from tests.ui.small_plan import bridge, clock, editor, plan_path

__all__ = ["bridge", "clock", "editor", "plan_path"]


@pytest.fixture
def panel(qtbot, bridge: PlanBridge) -> FindPanel:
    """The panel on the small plan, on the screen."""
    panel = FindPanel(bridge)
    qtbot.addWidget(panel)
    panel.resize(1000, 400)
    panel.show()
    panel.activateWindow()
    qtbot.waitExposed(panel)
    return panel


def find(panel: FindPanel, text: str, wording: str = "") -> None:
    """Look for a text to the end of the plan."""
    panel.wording.setText(wording)
    panel.sought.setText(text)
    panel.finish()


def rows(panel: FindPanel) -> list[list[str]]:
    """What the list shows."""
    hits = panel.hits
    return [[str(hits.index(row, column).data()) for column in Column] for row in range(hits.rowCount())]


def checks(panel: FindPanel) -> list[object]:
    """The check boxes from top to bottom; None where there is none."""
    return [
        panel.hits.index(row, 0).data(Qt.ItemDataRole.CheckStateRole) for row in range(panel.hits.rowCount())
    ]


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
