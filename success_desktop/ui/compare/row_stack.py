"""Rows below each other that are set only when they come into sight, and where each stands."""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QRect

from success_desktop.ui.compare.card_heights import CardHeights
from success_desktop.ui.theme import GRID

GAP = GRID
"""Pixels between two rows."""
_MOST_KEPT = 200


class Laid(Protocol):
    """A row that has been set; `height` is what it takes, in pixels."""

    height: int


class Fit(Protocol):
    """How rows are set; `width` is theirs, in pixels."""

    @property
    def width(self) -> int:
        """The width of a row in pixels."""


_Laid = TypeVar("_Laid", bound=Laid)
_Fit = TypeVar("_Fit", bound=Fit)


class RowStack(Generic[_Fit, _Laid]):
    """Rows in pixels from the top of their list. `style` is how they are set; None while they are not."""

    def __init__(self, count: Callable[[], int]) -> None:
        self._count = count
        self._heights = CardHeights()
        self.style: _Fit | None = None
        self._lay_out = lru_cache(_MOST_KEPT)(self._set)

    def begin(self, style: _Fit) -> None:
        """Set all rows anew: other rows, another width, other colours."""
        self.style = style
        self._heights.begin(self._count())
        self._lay_out = lru_cache(_MOST_KEPT)(self._set)

    def layout(self, row: int) -> _Laid:
        """A row, set now if it has not been."""
        layout = self._lay_out(row, self.state_of(row))
        self._heights.set_height(row, layout.height + GAP)
        return layout

    def state_of(self, row: int) -> Hashable:
        """What makes a row look otherwise than before, besides what it says; nothing as a rule."""
        return None

    def fill(self, top: int, room: int) -> None:
        """Set what a window of `room` pixels from `top` shows: the list may end later than was guessed."""
        for row in range(self._heights.row_at(top) if self._heights.count else 0, self._heights.count):
            if self._heights.top(row) >= top + room:
                return
            self.layout(row)

    def rect(self, row: int) -> QRect:
        """Where a row stands; how high it is, is a guess until it has been seen."""
        width = self.style.width if self.style is not None else 0
        return QRect(0, self._heights.top(row), width, self._heights.height(row) - GAP)

    def total(self) -> int:
        """The height of all rows, as far as is known."""
        return self._heights.total()

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows in sight between two heights."""
        if not self._heights.count:
            return range(0)
        return range(self._heights.row_at(top), self._heights.row_at(bottom) + 1)

    def settle(self, top: int, room: int) -> int:
        """Set what is in sight in a window of `room` pixels from `top`; returns where the window's top is then.

        What was seen before stays in its place on the screen when a row above it turns out higher than was guessed.
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

    def lay_out(self, row: int, style: _Fit) -> _Laid:
        """Set one row."""
        raise NotImplementedError

    def _set(self, row: int, _state: Hashable) -> _Laid:
        assert self.style is not None  # nothing is in sight before the list has a width
        return self.lay_out(row, self.style)
