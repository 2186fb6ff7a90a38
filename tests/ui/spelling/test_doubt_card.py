"""The card that asks what to do with a misspelt word."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from success_desktop.services.finding import Passage
from success_desktop.services.spelling import Misspelling
from success_desktop.services.spelling_walk import Doubt
from success_desktop.ui.qt_catalog import speak
from success_desktop.ui.spelling.doubt_card import DoubtCard
from tests.plans import named, small_plan


@pytest.fixture
def card(qtbot: QtBot) -> DoubtCard:
    plan = small_plan()
    passage = Passage(named(plan, "Water"), "name", "th", "น้ำ<b>พัฒณา", True)
    card = DoubtCard()
    qtbot.addWidget(card)
    card.show_doubt(Doubt(passage, Misspelling(6, 11, "พัฒณา", "th")), plan, ("พัฒนา", "วัฒนา"))
    card.show()
    return card


@pytest.mark.parametrize("deed", ["correct", "correct_all", "skip", "skip_all", "keep"])
def test_every_button_tells_its_deed_once(qtbot: QtBot, card: DoubtCard, deed: str):
    with qtbot.waitSignal(card.decided) as told:
        QTest.mouseClick(card.buttons[deed], Qt.MouseButton.LeftButton)
    assert told.args == [deed]


def test_signs_in_a_text_are_shown_as_they_are(card: DoubtCard):
    assert "&lt;b&gt;" in card.sentence.text()


def test_choosing_a_suggestion_writes_it(card: DoubtCard):
    card.suggestions.setCurrentRow(1)
    assert card.wording.text() == "วัฒนา"


def test_enter_in_the_list_corrects(qtbot: QtBot, card: DoubtCard):
    with qtbot.waitSignal(card.decided) as told:
        QTest.keyClick(card.suggestions, Qt.Key.Key_Return)
    assert told.args == ["correct"]


def test_without_a_suggestion_only_a_new_wording_corrects(card: DoubtCard):
    plan = small_plan()
    passage = Passage(plan.root_id, "title", "en", "Pladuk", True)
    card.show_doubt(Doubt(passage, Misspelling(0, 6, "Pladuk", "en")), plan, ())
    assert card.wording.text() == "Pladuk"
    assert not card.buttons["correct"].isEnabled()
    card.wording.setText("Catfish")
    assert card.buttons["correct"].isEnabled()
    assert "ชื่อแผน (อังกฤษ)" in card.place.text()


def test_the_place_is_a_link(qtbot: QtBot, card: DoubtCard):
    with qtbot.waitSignal(card.place_chosen):
        card.place.linkActivated.emit("#")


def test_the_card_speaks_the_language_of_the_interface(card: DoubtCard):
    speak("en")
    assert card.buttons["keep"].text() == "Add to the plan’s dictionary"
