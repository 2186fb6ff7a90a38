"""A filter's box keeps what is chosen while its choices come and go."""

import pytest
from PySide6.QtWidgets import QComboBox

from success_desktop.ui.offered_choices import offer_choices


@pytest.fixture
def box(qtbot) -> QComboBox:
    box = QComboBox()
    qtbot.addWidget(box)
    offer_choices(box, "ทุกคน", [("ก", "a"), ("ข", "b")])
    return box


def test_everything_is_chosen_at_first(box: QComboBox):
    assert (box.currentText(), box.currentData()) == ("ทุกคน", "")


def test_the_choice_stays_without_a_signal_while_it_can(box: QComboBox, qtbot):
    box.setCurrentIndex(box.findData("b"))
    with qtbot.assertNotEmitted(box.currentIndexChanged):
        offer_choices(box, "ทุกคน", [("ค", "c"), ("ข", "b")])
    assert box.currentData() == "b"


def test_a_choice_that_is_gone_gives_way_to_everything(box: QComboBox):
    box.setCurrentIndex(box.findData("b"))
    offer_choices(box, "ทุกคน", [("ก", "a")])
    assert box.currentData() == ""
