"""Numbered minutes as points: what was advised in a meeting, split by its numbers, letters and bullets into a tree.

No letter is lost on the way: what stands before the first point, the marks and the points together are the minutes.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from success_desktop.domain.minute_marks import Mark, read_marks
from success_desktop.domain.thai_digits import arabic_digits

_INLINE = re.compile(r"(?:(?<=\s)|^)\(?([1-9]\d?)\)\s*")
_FEWEST_INLINE = 2


class Point(NamedTuple):
    """One point of minutes. `depth` 0 is a point, 1 a sub-point; `label` is the mark as it was written ("" without one)."""

    depth: int
    text: str
    label: str = ""


class Minutes(NamedTuple):
    """Minutes split into points, in their order; `preface` is what stands before the first one."""

    preface: str
    points: tuple[Point, ...]


def split_minutes(text: str) -> Minutes:
    """Split pasted minutes, Thai or English, with Thai or Arabic digits.

    A list inside a list has other marks (ก. under 1.) or longer numbers (1.1 under 1.). A line whose number fits into no
    list ("12.5 ล้านบาท", "ข้อ 17 ของระเบียบ") goes on with the point before it. Without any marks, a paragraph with "1) … 2) …"
    in it is split there, other lines are a point each.
    """
    splitting = _Splitting()
    for line in text.splitlines():
        if line.strip():
            splitting.take(line)
    if splitting.points:
        return Minutes("\n".join(splitting.preface), tuple(splitting.points))
    return _split_unmarked(splitting.preface)


def number_points(points: Iterable[Point]) -> tuple[str, ...]:
    """The numbers of points by their depths: 1, 1.1, 1.2, 2. A depth that skips one counts as the next."""
    counted: list[int] = []
    numbers: list[str] = []
    for point in points:
        depth = min(point.depth, len(counted))
        last = counted[depth] if depth < len(counted) else 0
        counted = [*counted[:depth], last + 1]
        numbers.append(".".join(map(str, counted)))
    return tuple(numbers)


def fit_depths(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points with depths that make a tree: the first is 0, none is more than one below the point before it."""
    fitting: list[Point] = []
    for point in points:
        most = fitting[-1].depth + 1 if fitting else 0
        fitting.append(point._replace(depth=max(0, min(point.depth, most))))
    return tuple(fitting)


class _Splitting:
    """Reads minutes line by line; `_open` holds the marks from the outermost list to the one of the last point."""

    def __init__(self) -> None:
        self.preface: list[str] = []
        self.points: list[Point] = []
        self._open: list[Mark] = []

    def take(self, line: str) -> None:
        """Take one line: a new point, or more of the last one."""
        for mark in read_marks(line):
            depth = self._depth_of(mark)
            if depth is not None:
                self._open = [*self._open[:depth], mark]
                self.points.append(Point(depth, line[mark.end :].strip(), line[: mark.end].strip()))
                return
        if self.points:
            last = self.points[-1]
            self.points[-1] = last._replace(text=f"{last.text}\n{line.strip()}".strip())
        else:
            self.preface.append(line.strip())

    def _depth_of(self, mark: Mark) -> int | None:
        """How deep a point with that mark lies; None when the line only looks as if it began one."""
        alike = next((depth for depth in self._depths() if self._open[depth].style == mark.style), None)
        if not mark.path:
            return len(self._open) if alike is None else alike
        if mark.is_dotted:
            return self._depth_of_dotted(mark)
        if alike is not None and mark.follows(self._open[alike]):
            return alike
        if alike is None and mark.path == (1,):
            return len(self._open)
        if not self._open:
            return 0 if mark.is_number else None
        return next((depth for depth in self._depths() if mark.is_next_to(self._open[depth])), None)

    def _depth_of_dotted(self, mark: Mark) -> int | None:
        for depth in self._depths():
            earlier = self._open[depth]
            if mark.follows(earlier):
                return depth
            if mark.path == (*earlier.path, 1):
                return depth + 1
            if mark.opens_section_after(earlier):
                return depth
        return 0 if not self._open and mark.path[-1] == 1 else None

    def _depths(self) -> range:
        """The open lists, innermost first."""
        return range(len(self._open) - 1, -1, -1)


def _split_unmarked(lines: Sequence[str]) -> Minutes:
    """Minutes without a mark at any line's beginning."""
    text = "\n".join(lines)
    found = list(_INLINE.finditer(arabic_digits(text)))
    if len(found) < _FEWEST_INLINE or [int(mark[1]) for mark in found] != list(range(1, len(found) + 1)):
        return Minutes("", tuple(Point(0, line) for line in lines))
    ends = [*(mark.start() for mark in found[1:]), len(text)]
    points = (
        Point(0, text[mark.end() : end].strip(), text[mark.start() : mark.end()].strip())
        for mark, end in zip(found, ends, strict=True)
    )
    return Minutes(text[: found[0].start()].strip(), tuple(points))
