"""The list sets only what is seen, follows the keyboard, and keeps what is in sight where it is."""

import functools

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from success_desktop.domain.edits import apply
from success_desktop.domain.feedback import read_feedback
from success_desktop.domain.plan import Plan
from success_desktop.ui.feedback.remark_foot import RemarkFoot
from success_desktop.ui.feedback.remark_list import RemarkList
from success_desktop.ui.feedback.remark_model import REMARK_MIME, RemarkModel, dragged_remark_id
from success_desktop.ui.feedback.remark_writer import RemarkWriter
from tests.plans import small_plan
from tests.ui.feedback.reviews import make_many, objective_edits, remark_id, review_edits

MANY = 2_000


class CountingWriter:
    """Words cards and counts them."""

    def __init__(self, plan) -> None:
        self._writer = RemarkWriter(plan, read_feedback(plan), "th", {})
        self.count = 0

    def write(self, one: str):
        self.count += 1
        return self._writer.write(one)


@functools.cache
def crowded_plan() -> Plan:
    bare = small_plan()
    worded = apply(bare, objective_edits(bare))
    return apply(worded, review_edits(worded, make_many(worded, MANY)))


@pytest.fixture
def writer() -> CountingWriter:
    return CountingWriter(crowded_plan())


@pytest.fixture
def ids() -> list[str]:
    return [remark_id(f"many {place}") for place in range(MANY)]


@pytest.fixture
def cards(qtbot, application, writer, ids) -> RemarkList:
    shown = RemarkList(RemarkModel(), RemarkFoot())
    qtbot.addWidget(shown)
    shown.resize(320, 600)
    shown.show()
    shown.show_remarks(ids, writer.write)
    return shown


def test_of_two_thousand_remarks_only_those_in_sight_are_worded(cards, writer):
    cards.grab()
    assert cards.model().rowCount() == MANY
    assert writer.count < 20
    cards.verticalScrollBar().setValue(cards.verticalScrollBar().maximum() // 2)
    cards.grab()
    assert writer.count < 60


def test_the_first_card_is_the_current_one_and_has_the_buttons(cards, ids):
    assert cards.current_id == ids[0]
    assert cards.foot.isVisible()
    rect = cards.visualRect(cards.currentIndex())
    assert rect.contains(cards.foot.geometry())
    assert cards.foot.buttons["accept"].isVisible()
    assert not cards.foot.buttons["reopen"].isVisible()


def test_the_buttons_go_along_with_their_card(cards):
    before = cards.foot.y()
    cards.move_to(40)
    assert cards.foot.y() == before - 40
    QTest.keyClick(cards, Qt.Key.Key_Down)
    assert cards.visualRect(cards.currentIndex()).contains(cards.foot.geometry())


def test_a_card_that_is_chosen_stays_under_the_mouse_when_it_opens(cards):
    cards.move_to(2_000)
    row = cards.stack.rows_between(2_200, 2_200)[0]
    top = cards.visualRect(cards.model().index(row, 0)).top()
    cards.choose(row, is_seen=False)
    assert cards.visualRect(cards.currentIndex()).top() == top


def test_keys_lead_through_all_cards_to_the_end(cards, ids):
    QTest.keyClick(cards, Qt.Key.Key_End)
    assert cards.current_id == ids[-1]
    QTest.keyClick(cards, Qt.Key.Key_Home)
    assert cards.current_id == ids[0]


def test_enter_and_a_double_click_open_the_place_of_a_remark(cards, qtbot):
    with qtbot.waitSignal(cards.opened, timeout=500):
        QTest.keyClick(cards, Qt.Key.Key_Return)
    left, head = Qt.MouseButton.LeftButton, QPoint(150, 10)
    QTest.mouseClick(cards.viewport(), left, pos=head)
    with qtbot.waitSignal(cards.opened, timeout=500):
        QTest.mouseDClick(cards.viewport(), left, pos=head)


def test_listed_anew_the_current_card_and_what_is_in_sight_stay(cards, writer, ids):
    cards.choose(500)
    cards.move_to(cards.stack.rect(500).top() - 100)
    cards.show_remarks(ids[5:], writer.write)
    assert cards.current_id == ids[500]
    assert abs(cards.visualRect(cards.currentIndex()).top() - 100) < 300
    cards.show_remarks(ids, writer.write, ids[3])
    assert cards.current_id == ids[3]
    assert cards.viewport().rect().intersects(cards.visualRect(cards.currentIndex()))


def test_without_remarks_there_is_no_card_and_no_button(cards, writer, ids):
    cards.show_remarks([], writer.write)
    assert cards.current_id == ""
    assert not cards.foot.isVisible()
    cards.show_remarks(ids[:1], writer.write)
    assert cards.current_id == ids[0]


def test_the_menu_opens_by_mouse_on_the_card_under_it_and_by_key_on_the_current_one(cards, ids, qtbot):
    second = cards.visualRect(cards.model().index(1, 0)).center()
    for reason, expected in (
        (QContextMenuEvent.Reason.Mouse, ids[1]),
        (QContextMenuEvent.Reason.Keyboard, ids[1]),
    ):
        with qtbot.waitSignal(cards.menu_requested, timeout=500):
            QApplication.sendEvent(
                cards.viewport(), QContextMenuEvent(reason, second, cards.viewport().mapToGlobal(second))
            )
        assert cards.current_id == expected


def test_a_card_can_be_carried_away_under_its_id(cards, ids):
    model = cards.remarks
    assert model.mimeTypes() == [REMARK_MIME]
    assert dragged_remark_id(model.mimeData([model.index(2, 0)])) == ids[2]
    assert model.flags(model.index(2, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    assert not cards.picture_of(cards.currentIndex()).isNull()


def test_cards_can_be_heard(cards):
    spoken = cards.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "ผู้อ่าน 0" in spoken
    assert "ข้อสังเกตที่ 0" in spoken
    assert cards.model().index(0, 0).data(Qt.ItemDataRole.DecorationRole) is None
