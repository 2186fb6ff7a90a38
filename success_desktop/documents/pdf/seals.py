"""The seal of a printed page: a QR code drawn as squares, sharp at every size."""

import functools
from collections.abc import Iterator
from itertools import groupby

import segno

from success_desktop.documents.pdf.pen import Pen

_QUIET_EDGE = 4
"""Modules left white around a code (ISO/IEC 18004)."""
_OVERLAP = 0.02
"""How far neighbouring lines of squares overlap, in modules: no viewer shows a hair's breadth of white between them."""


class SealCode:
    """The code that holds `payload`."""

    def __init__(self, payload: str) -> None:
        self._rows = _rows_of(payload)

    def draw(self, pen: Pen, x: float, y: float, side: float) -> None:
        """Draw it with its white edge in a square of `side` points, whose lower left corner is at `x` and `y`."""
        module = side / (len(self._rows) + 2 * _QUIET_EDGE)
        pen.book.code.append("q 0 g")
        for place, row in enumerate(reversed(self._rows)):
            bottom = y + (_QUIET_EDGE + place) * module
            for start, length in _dark_stretches(row):
                left = x + (_QUIET_EDGE + start) * module
                pen.book.code.append(
                    f"{left:.3f} {bottom:.3f} {length * module:.3f} {module * (1 + _OVERLAP):.3f} re"
                )
        pen.book.code.append("f Q")


@functools.lru_cache(8)
def _rows_of(payload: str) -> tuple[bytes, ...]:
    """The modules of a code of medium error correction, dark ones 1, from the uppermost row down."""
    return tuple(bytes(row) for row in segno.make(payload, error="m", micro=False).matrix)


def _dark_stretches(row: bytes) -> Iterator[tuple[int, int]]:
    """Where dark modules begin in a row, and how many stand side by side."""
    place = 0
    for is_dark, group in groupby(row):
        length = len(list(group))
        if is_dark:
            yield place, length
        place += length
