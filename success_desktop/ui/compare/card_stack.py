"""The cards of a list, set when they come into sight, and where each stands."""

from functools import lru_cache

from PySide6.QtCore import QRect

from success_desktop.ui.compare.card_heights import CardHeights
from success_desktop.ui.compare.card_layout import GAP, CardLayout, Style
from success_desktop.ui.compare.card_model import CardModel

_MOST_KEPT = 200


class CardStack:
    """Cards below each other, in pixels from the top of the list; `can_restore` offers the way back on each."""

    def __init__(self, model: CardModel) -> None:
        self._model = model
        self._heights = CardHeights()
        self.style: Style | None = None
        self.can_restore = False
        self._lay_out = lru_cache(_MOST_KEPT)(self._layout_of)

    def begin(self, style: Style) -> None:
        """Set all cards anew: other cards, another width, other colours."""
        self.style = style
        self._heights.begin(self._model.rowCount())
        self._lay_out = lru_cache(_MOST_KEPT)(self._layout_of)

    def layout(self, row: int) -> CardLayout:
        """The card of a row, set now if it has not been."""
        layout = self._lay_out(row)
        self._heights.set_height(row, layout.height + GAP)
        return layout

    def fill(self, top: int, room: int) -> None:
        """Set what a window of `room` pixels from `top` shows: the list may end later than was guessed."""
        for row in range(self._heights.row_at(top) if self._heights.count else 0, self._heights.count):
            if self._heights.top(row) >= top + room:
                return
            self.layout(row)

    def rect(self, row: int) -> QRect:
        """Where a card stands; how high it is, is a guess until it has been seen."""
        width = self.style.width if self.style is not None else 0
        return QRect(0, self._heights.top(row), width, self._heights.height(row) - GAP)

    def total(self) -> int:
        """The height of all cards, as far as is known."""
        return self._heights.total()

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows in sight between two heights."""
        if not self._heights.count:
            return range(0)
        return range(self._heights.row_at(top), self._heights.row_at(bottom) + 1)

    def settle(self, top: int, room: int) -> int:
        """Set what is in sight in a window of `room` pixels from `top`; returns where the window's top is then.

        What was seen before stays in its place on the screen when a card above it turns out higher than was guessed.
        """
        while True:
            rows = self.rows_between(top, top + room)
            fresh = [row for row in rows if not self._heights.is_known(row)]
            if not fresh:
                return top
            anchor = next((row for row in rows if self._heights.is_known(row)), rows[0])
            offset = self._heights.top(anchor) - top
            for row in fresh:
                self.layout(row)
            top = min(self._heights.top(anchor) - offset, max(self.total() - room, 0))
            top = max(top, 0)

    def _layout_of(self, row: int) -> CardLayout:
        assert self.style is not None  # nothing is in sight before the list has a width
        return CardLayout(self._model.card(row), self.style, self.can_restore)
