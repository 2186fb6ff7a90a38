"""A page in a small window is scrolled, not squeezed."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from success_desktop.ui.scrolled_page import ScrolledPage

PAGE_HEIGHT = 300


def make_page() -> QWidget:
    page = QWidget()
    label = QLabel("แผน")
    label.setMinimumSize(200, PAGE_HEIGHT)
    QVBoxLayout(page).addWidget(label)
    return page


def test_a_page_is_scrolled_where_there_is_no_room_for_it(qtbot):
    page = make_page()
    area = ScrolledPage(page)
    qtbot.addWidget(area)
    area.resize(240, 120)
    area.show()
    assert area.minimumSizeHint().height() < PAGE_HEIGHT
    assert page.height() >= PAGE_HEIGHT
    assert area.verticalScrollBar().maximum() > 0


def test_a_page_fills_the_room_there_is_and_keeps_its_width(qtbot):
    page = make_page()
    area = ScrolledPage(page)
    qtbot.addWidget(area)
    area.resize(100, 500)
    area.show()
    assert area.width() >= 200
    assert page.height() == area.viewport().height()
    assert area.horizontalScrollBar().maximum() == 0
