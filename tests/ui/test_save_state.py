"""The left end of the status line: what is safe, and what the plan's file holds."""

from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from success_desktop.ui.save_state import SaveState, clock

AT = datetime(2026, 3, 2, 4, 30, 10, tzinfo=UTC)
SAME_MINUTE = AT + timedelta(seconds=40)
NEXT_MINUTE = AT + timedelta(seconds=55)


@pytest.fixture
def state(qtbot: QtBot) -> SaveState:
    shown = SaveState()
    qtbot.addWidget(shown)
    shown.show_opened(AT, is_complete=True)
    return shown


def test_an_edit_leaves_the_file_behind_even_in_the_minute_of_the_edit_before(state: SaveState):
    complete = state.file.text()
    state.show_saved(AT)
    behind = state.file.text()
    state.show_written(AT)
    assert state.file.text() == complete
    state.show_saved(SAME_MINUTE)
    assert state.file.text() == behind != complete


@pytest.mark.parametrize("at", [SAME_MINUTE, NEXT_MINUTE])
def test_the_time_of_the_last_edit_is_said(state: SaveState, at: datetime):
    state.show_saved(AT)
    state.show_saved(at)
    assert clock(at) in state.work.text()


def test_after_a_silence_the_same_minute_is_said_again(state: SaveState):
    state.show_saved(AT)
    state.clear()
    assert state.work.text() == ""
    state.show_saved(SAME_MINUTE)
    assert clock(AT) in state.work.text()


def test_a_file_that_is_behind_says_that_the_changes_since_are_safe(state: SaveState):
    assert state.file.toolTip() == ""
    state.show_saved(NEXT_MINUTE)
    assert "Ctrl+S" in state.file.toolTip()
    state.show_written(NEXT_MINUTE)
    assert state.file.toolTip() == ""
