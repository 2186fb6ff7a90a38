"""Widgets in lines, like words."""

import pytest
from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QLabel, QWidget

from success_desktop.ui.page.flow_layout import FlowLayout


@pytest.fixture
def parent(qtbot) -> QWidget:
    """A widget on the screen."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def flow(parent: QWidget) -> FlowLayout:
    """Four labels of 100 by 20 pixels, 6 pixels apart."""
    layout = FlowLayout(parent, 6, QMargins(0, 0, 0, 0))
    for _number in range(4):
        label = QLabel()
        label.setFixedSize(100, 20)
        layout.addWidget(label)
        label.show()
    return layout


def test_a_line_that_is_full_begins_another(flow):
    assert flow.heightForWidth(418) == 20
    assert flow.heightForWidth(417) == 46
    assert flow.heightForWidth(100) == 98


def test_what_is_hidden_takes_no_room_and_no_gap(flow, parent):
    flow.itemAt(1).widget().hide()
    assert flow.heightForWidth(312) == 20
    parent.resize(312, 20)
    flow.activate()
    assert [flow.itemAt(place).widget().x() for place in (0, 2, 3)] == [0, 106, 212]


def test_a_widget_put_in_between_stands_there(flow, parent):
    label = QLabel()
    label.setFixedSize(50, 20)
    flow.insert_widget(1, label)
    label.show()
    parent.resize(600, 20)
    flow.activate()
    assert label.x() == 106
    assert flow.count() == 5
