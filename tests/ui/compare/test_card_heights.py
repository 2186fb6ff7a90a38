"""Where cards stand while the heights of most of them are only guessed."""

import pytest

from success_desktop.ui.compare.card_heights import GUESS, CardHeights


@pytest.fixture
def heights():
    heights = CardHeights()
    heights.begin(10)
    return heights


def test_unseen_rows_are_guessed(heights):
    assert heights.count == 10
    assert heights.total() == 10 * GUESS
    assert heights.top(3) == 3 * GUESS
    assert not heights.is_known(3)


def test_a_known_height_moves_what_is_below(heights):
    heights.set_height(2, GUESS + 50)
    assert heights.is_known(2)
    assert heights.height(2) == GUESS + 50
    assert heights.top(2) == 2 * GUESS
    assert heights.top(3) == 3 * GUESS + 50
    assert heights.total() == 10 * GUESS + 50


@pytest.mark.parametrize(
    ("y", "row"), [(-5, 0), (0, 0), (GUESS - 1, 0), (GUESS, 1), (9 * GUESS, 9), (100 * GUESS, 9)]
)
def test_the_row_at_a_place_is_found_also_beyond_the_ends(heights, y, row):
    assert heights.row_at(y) == row


def test_beginning_anew_forgets_what_was_seen(heights):
    heights.set_height(0, 500)
    heights.begin(3)
    assert heights.total() == 3 * GUESS
    assert not heights.is_known(0)
