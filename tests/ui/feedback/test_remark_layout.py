"""How a card is set: nothing overlaps, nothing leaves the card, and a current card has room for its buttons."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont, QImage, QPainter

from success_desktop.domain.feedback import read_feedback
from success_desktop.ui.compare.run_layout import Run
from success_desktop.ui.feedback.remark_card import Chip, RemarkCard
from success_desktop.ui.feedback.remark_layout import RemarkLayout, RemarkStyle
from success_desktop.ui.feedback.remark_writer import RemarkWriter
from success_desktop.ui.feedback.reviewer_mark import colour_of
from success_desktop.ui.schemes import CONTRAST, DARK, LIGHT
from success_desktop.ui.theme import use_tokens
from tests.ui.feedback.reviews import remark_id

WIDTH = 300
pytestmark = pytest.mark.usefixtures("application")


@pytest.fixture
def card(plan) -> RemarkCard:
    return RemarkWriter(plan, read_feedback(plan), "th", {}).write(remark_id("data"))


def lay_out(card, foot: int = 0, *, is_current: bool = False, width: int = WIDTH) -> RemarkLayout:
    return RemarkLayout(card, RemarkStyle(QFont(), width), foot, is_current=is_current)


def paint(layout: RemarkLayout, *, is_current: bool = False, has_focus: bool = False) -> QImage:
    picture = QImage(WIDTH, layout.height, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    layout.draw(painter, QPoint(0, 0), is_current=is_current, has_focus=has_focus)
    painter.end()
    return picture


def test_more_to_say_makes_a_higher_card(card):
    plain = lay_out(card)
    assert lay_out(replace(card, notices=("โปรดดู",))).height > plain.height
    assert lay_out(replace(card, answer=(Run("same", "รับ"),))).height > plain.height
    assert lay_out(replace(card, said="", passage=(), talk=(), chips=())).height < plain.height
    assert lay_out(card, width=200).height > plain.height


def test_a_heading_stands_above_the_frame(card):
    plain, headed = lay_out(card), lay_out(replace(card, heading="1.1.1 โครงการที่มีชื่อยาวมากจนไม่มีที่พอสำหรับทั้งชื่อ"))
    assert plain.frame.top() == 0
    assert headed.frame.top() > 0
    assert headed.frame.height() == plain.frame.height()


def test_the_buttons_have_the_room_that_they_ask_for_inside_the_frame(card):
    layout = lay_out(card, 40, is_current=True)
    assert layout.foot.height() == 40
    assert layout.frame.contains(layout.foot)
    assert layout.height > lay_out(card).height + 40


def test_sub_points_stand_to_the_right_but_never_leave_the_panel(card):
    lefts = [lay_out(replace(card, depth=depth)).frame.left() for depth in (0, 1, 2, 9)]
    assert lefts[0] < lefts[1] < lefts[2] < WIDTH // 4
    assert lefts[3] < WIDTH // 4


def test_only_the_current_card_tells_all_of_a_long_remark(card):
    long = replace(card, said="ควรระบุหน่วยงานให้ชัดเจน " * 60)
    assert lay_out(long, is_current=True).height > 2 * lay_out(long).height


def test_many_chips_begin_a_line_of_their_own(card):
    few = replace(card, chips=(Chip("ต้องทำ", "amber"),))
    many = replace(card, chips=tuple(Chip(f"ป้ายที่ {place} ยาว", "plain") for place in range(6)))
    assert lay_out(many).height > lay_out(few).height
    assert lay_out(replace(card, chips=(Chip("ยาว" * 90, "red"),))).height == lay_out(few).height


@pytest.mark.parametrize("scheme", [LIGHT, DARK, CONTRAST])
def test_a_card_has_the_line_of_its_reviewer_and_the_ring_of_the_keyboard(application, card, scheme):
    use_tokens(application.qt, scheme)
    layout = lay_out(card)
    still, focused = paint(layout), paint(layout, is_current=True, has_focus=True)
    assert still.pixelColor(3, layout.height // 2) == colour_of(card.seat)
    assert focused.pixelColor(WIDTH // 2, layout.height - 1).name() == scheme.accent.lower()
    use_tokens(application.qt, LIGHT)
