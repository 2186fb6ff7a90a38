"""The keys of steps lead on and back on every keyboard, and no other key does."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from success_desktop.ui.compare.step_keys import steps_of

_Modifier = Qt.KeyboardModifier


def pressed(text: str, modifiers: Qt.KeyboardModifier = _Modifier.NoModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, 0, modifiers, text)


@pytest.mark.parametrize("text", [">", ".", "ฬ", "ใ"])
def test_these_lead_on(text: str) -> None:
    assert steps_of(pressed(text)) == 1
    assert steps_of(pressed(text, _Modifier.ShiftModifier)) == 1


@pytest.mark.parametrize("text", ["<", ",", "ฒ", "ม"])
def test_these_lead_back(text: str) -> None:
    assert steps_of(pressed(text)) == -1
    assert steps_of(pressed(text, _Modifier.ShiftModifier)) == -1


@pytest.mark.parametrize("text", ["", "a", "ก", "\r", " ", "1"])
def test_others_lead_nowhere(text: str) -> None:
    assert steps_of(pressed(text)) == 0


@pytest.mark.parametrize(
    "modifier", [_Modifier.ControlModifier, _Modifier.AltModifier, _Modifier.MetaModifier]
)
def test_a_shortcut_with_one_of_the_keys_is_no_step(modifier: Qt.KeyboardModifier) -> None:
    assert steps_of(pressed(".", modifier)) == 0
