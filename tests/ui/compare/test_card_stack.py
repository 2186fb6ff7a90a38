"""Cards below each other: set when they come into sight, and nothing that is seen jumps when others turn out higher."""

import itertools

import pytest
from PySide6.QtGui import QFont

from success_desktop.ui.compare.card_heights import GUESS
from success_desktop.ui.compare.card_layout import Style
from success_desktop.ui.compare.card_model import CardModel
from success_desktop.ui.compare.card_stack import CardStack
from success_desktop.ui.compare.row_stack import GAP
from tests.ui.compare.comparisons import writer_of

ROOM = 500
"""Pixels of the window through which the cards are seen."""


@pytest.fixture
def stack(application, import_compared) -> CardStack:
    """Twenty thousand cards, none of them set yet."""
    model = CardModel()
    model.show(writer_of(import_compared))
    stack = CardStack(model)
    stack.begin(Style(QFont(), 600, "edits"))
    return stack


def known(stack: CardStack, rows: range) -> list[bool]:
    return [stack.rect(row).height() + GAP != GUESS for row in rows]


def test_nothing_is_set_before_it_is_seen(stack):
    assert stack.rect(10).top() == 10 * GUESS
    assert stack.total() % GUESS == 0


def test_settling_sets_what_is_in_sight_and_little_else(stack):
    top = stack.settle(0, ROOM)
    rows = stack.rows_between(top, top + ROOM)
    assert top == 0
    assert all(stack.layout(row).height + GAP == stack.rect(row).height() + GAP for row in rows)
    assert not any(known(stack, range(rows.stop + 20, rows.stop + 40)))


def test_what_was_seen_stays_where_it_is_while_one_scrolls_up(stack):
    top = stack.settle(400 * GUESS, ROOM)
    for _step in range(20):
        anchor = stack.rows_between(top, top + ROOM)[0]
        stood = stack.rect(anchor).top() - top
        top = stack.settle(top - 60, ROOM)
        assert stack.rect(anchor).top() - top == stood + 60


def test_the_end_is_reached_and_not_passed(stack):
    top = 0
    for _time in range(3):  # what turns out higher than was guessed moves the end away
        top = stack.settle(stack.total() - ROOM, ROOM)
    assert top + ROOM <= stack.total()
    last = stack.rows_between(top, top + ROOM)[-1]
    assert stack.rect(last).bottom() + 1 + GAP == stack.total()


def test_cards_touch_nowhere(stack):
    top = stack.settle(3_000 * GUESS, ROOM)
    rects = [stack.rect(row) for row in stack.rows_between(top, top + ROOM)]
    assert {after.top() - before.bottom() - 1 for before, after in itertools.pairwise(rects)} == {GAP}


def test_another_width_sets_them_anew(stack):
    wide = stack.layout(0).height
    stack.begin(Style(QFont(), 200, "edits"))
    assert stack.total() % GUESS == 0
    assert stack.layout(0).height >= wide
    assert stack.rect(0).width() == 200


def test_a_list_without_cards_has_nothing_in_sight(application):
    empty = CardStack(CardModel())
    empty.begin(Style(QFont(), 600, "edits"))
    assert list(empty.rows_between(0, ROOM)) == []
    assert empty.settle(40, ROOM) == 40
    assert empty.total() == 0
