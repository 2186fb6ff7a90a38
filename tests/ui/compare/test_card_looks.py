"""Cards are legible in every scheme, narrow or wide, and what they tell does not hang on colours."""

import pytest
from PySide6.QtGui import QImage

from success_desktop.domain.edits import remove_branch, set_value
from success_desktop.ui.compare.card_layout import CardLayout, Style
from success_desktop.ui.compare.differences_page import DifferencesPage
from success_desktop.ui.schemes import CONTRAST, DARK, LIGHT
from success_desktop.ui.theme import use_tokens
from tests.plans import named
from tests.ui.compare.comparisons import card_about, edited, writer_of


def laid_out(card, font, width=600, reading="edits"):
    return CardLayout(card, Style(font, width, reading), can_restore=True)


@pytest.fixture
def font(bridge, application):
    return application.qt.font()


def test_a_narrow_card_is_higher_and_its_head_stays_in_one_line(plan, canal, font):
    text = "ลดความเสียหายจากน้ำท่วมในชุมชนริมคลองและฟื้นระบบนิเวศตลิ่ง " * 3
    card = card_about(edited(plan, set_value(plan, canal, "objective", "th", text)), canal, "objective")
    wide, narrow = laid_out(card, font, 900), laid_out(card, font, 300)
    assert narrow.height > wide.height
    for layout in (wide, narrow):
        assert layout.name_rect.right() <= layout.restore_rect.left()
        assert layout.name_rect.height() < 40


def test_side_by_side_takes_half_the_width_for_each(plan, canal, font):
    card = card_about(edited(plan, set_value(plan, canal, "objective", "th", "น้ำ" * 200)), canal, "objective")
    assert laid_out(card, font, reading="beside").height > laid_out(card, font, reading="new").height


def test_a_deleted_project_is_not_read_in_the_new_text(plan, canal, font):
    card = card_about(edited(plan, remove_branch(plan, canal)), canal)
    assert laid_out(card, font, reading="new").height < laid_out(card, font, reading="original").height / 2
    assert laid_out(card, font, reading="beside").height == laid_out(card, font, reading="edits").height


def test_without_a_way_back_none_can_be_pressed(plan, canal, font):
    card = card_about(edited(plan, set_value(plan, canal, "place", "en", "x")), canal, "place")
    layout = CardLayout(card, Style(font, 600, "edits"), can_restore=False)
    assert layout.restore_rect.isEmpty()
    assert layout.part_at(layout.name_rect.center()) == "name"


@pytest.fixture
def page(qtbot, bridge, plan, canal):
    shown = DifferencesPage()
    qtbot.addWidget(shown)
    shown.resize(900, 400)
    shown.show()
    compared = edited(
        plan,
        set_value(plan, canal, "name", "en", "Dredge the canal"),
        remove_branch(plan, named(plan, "Project gauge")),
    )
    shown.show_differences(writer_of(compared), can_restore=True)
    return shown


@pytest.mark.parametrize("scheme", [DARK, CONTRAST, LIGHT], ids=["dark", "contrast", "light"])
def test_cards_follow_the_scheme(page, application, scheme):
    use_tokens(application.qt, CONTRAST if scheme is LIGHT else LIGHT)
    application.settle(10)
    before = page.grab().toImage()
    use_tokens(application.qt, scheme)
    application.settle(10)
    after = page.grab().toImage()
    ground = (
        after.pixelColor(page.cards.geometry().center().x(), page.cards.geometry().top() + 4).name().upper()
    )
    assert before != after
    assert ground == scheme.card
    use_tokens(application.qt, LIGHT)


def test_old_and_new_are_told_apart_without_colours(page):
    page.read_as("edits")
    shown = page.cards.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    page.read_as("new")
    plain = page.cards.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    assert shown != plain
