"""The dialog that asks between which revisions a Word redline leads, and how the document shall be."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSizePolicy, QWidget

from success_desktop.domain.moments import Moment
from success_desktop.i18n import _, interface_language
from success_desktop.services.comparing import Point
from success_desktop.services.comparing_names import name_point
from success_desktop.settings import Settings
from success_desktop.ui.dialogs.export_word import ExportDialog
from success_desktop.ui.document_names import name_redline
from success_desktop.ui.theme import GRID

_NAME_LETTERS = 40


class Pair(NamedTuple):
    """The points between which a redline leads."""

    old: Point
    new: Point


class RedlineDialog(ExportDialog):
    """Asks what an export to Word asks, and first from which point to which one of `points` (newest first)."""

    def __init__(
        self, plan_path: Path, points: Sequence[Point], pair: Pair, settings: Settings, parent: QWidget | None
    ) -> None:
        self._plan_path = plan_path
        super().__init__(self._propose(pair), settings, parent, _("Word redline"))
        self._points = tuple(points)
        self.old_box, self.new_box = self._point_box(pair.old), self._point_box(pair.new)
        self.column.insertWidget(1, self._point_row())
        self._proposed = self.target.path()
        for box in (self.old_box, self.new_box):
            box.currentIndexChanged.connect(self._on_point_chosen)
        self._on_point_chosen()

    def pair(self) -> Pair:
        """The points chosen."""
        return Pair(self._points[self.old_box.currentIndex()], self._points[self.new_box.currentIndex()])

    def _point_box(self, chosen: Point) -> QComboBox:
        box = QComboBox()
        box.addItems(_tell_apart(self._points))
        box.setCurrentIndex(self._points.index(chosen))
        box.setMinimumContentsLength(_NAME_LETTERS)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return box

    def _point_row(self) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, GRID, 0, 0)
        grid.setHorizontalSpacing(GRID)
        for line, (text, box) in enumerate(((_("From"), self.old_box), (_("To"), self.new_box))):
            label = QLabel(text)
            label.setBuddy(box)
            box.setAccessibleName(text)
            grid.addWidget(label, line, 0)
            grid.addWidget(box, line, 1)
        grid.setColumnStretch(1, 1)
        return row

    def _on_point_chosen(self) -> None:
        """Propose another name, unless somebody has given one; a point does not differ from itself."""
        pair = self.pair()
        self.objection = _("Choose two revisions that differ.") if pair.old == pair.new else ""
        if self.target.path() == self._proposed:
            self._proposed = self._propose(pair)
            self.target.line.setText(str(self._proposed))
        self._check()

    def _propose(self, pair: Pair) -> Path:
        name = name_redline(self._plan_path.stem, pair.old, pair.new)
        return self._plan_path.with_name(f"{name}.docx")


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
