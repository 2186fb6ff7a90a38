"""A box to choose a point of the plan's history in: the present, or a revision by its name."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QSizePolicy

from success_desktop.domain.moments import Moment
from success_desktop.i18n import interface_language
from success_desktop.services.comparing import Point
from success_desktop.services.comparing_names import name_point

_NAME_LETTERS = 40


class PointBox(QComboBox):
    """Offers `points`, the newest first; `chosen` is one of them.

    Those of one name are told apart by when they were kept.
    """

    def __init__(self, points: Sequence[Point], chosen: Point) -> None:
        super().__init__()
        self._points = tuple(points)
        self.addItems(_tell_apart(self._points))
        self.setCurrentIndex(self._points.index(chosen))
        self.setMinimumContentsLength(_NAME_LETTERS)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def point(self) -> Point:
        """The point that is chosen now."""
        return self._points[self.currentIndex()]


def _tell_apart(points: Sequence[Point]) -> list[str]:
    """What the points go by; those of one name also by when they were kept."""
    names = [name_point(point) for point in points]
    counts = Counter(names)
    return [
        f"{name} · {Moment(point.revision.at.astimezone()).spoken(interface_language())}"
        if point.revision is not None and counts[name] > 1
        else name
        for name, point in zip(names, points, strict=True)
    ]
