"""Where cards stand in a list of thousands: the height of those that have been seen is known, of the others guessed."""

from bisect import bisect_right
from itertools import accumulate

GUESS = 72
"""Pixels that a card not seen yet is taken to be high, with the gap below it."""


class CardHeights:
    """Rows below each other, in pixels from the top of the list."""

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._known: list[bool] = []
        self._tops: list[int] = [0]
        self._is_stale = False

    def begin(self, count: int) -> None:
        """Begin anew with so many rows, none of them seen."""
        self._heights, self._known = [GUESS] * count, [False] * count
        self._is_stale = True

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._heights)

    def set_height(self, row: int, height: int) -> None:
        """Tell how high a row is."""
        self._is_stale = self._is_stale or self._heights[row] != height
        self._heights[row], self._known[row] = height, True

    def is_known(self, row: int) -> bool:
        """Whether a row's height has been told."""
        return self._known[row]

    def height(self, row: int) -> int:
        """The height of a row."""
        return self._heights[row]

    def top(self, row: int) -> int:
        """Where a row begins; of the row behind the last: where the list ends."""
        if self._is_stale:
            self._tops = list(accumulate(self._heights, initial=0))
            self._is_stale = False
        return self._tops[row]

    def total(self) -> int:
        """The height of all rows together."""
        return self.top(len(self._heights))

    def row_at(self, y: int) -> int:
        """The row at a place; the first or the last beyond the ends. There must be rows."""
        self.top(0)
        return max(0, min(bisect_right(self._tops, y) - 1, self.count - 1))
