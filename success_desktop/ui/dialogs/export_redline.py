"""The dialog that asks between which revisions a Word redline leads, and how the document shall be."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from success_desktop.i18n import _
from success_desktop.services.comparing import Point
from success_desktop.settings import Settings
from success_desktop.ui.dialogs.export_word import ExportDialog
from success_desktop.ui.dialogs.point_box import PointBox
from success_desktop.ui.document_names import name_redline
from success_desktop.ui.theme import GRID


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
        self.old_box, self.new_box = PointBox(points, pair.old), PointBox(points, pair.new)
        self.column.insertWidget(1, self._point_row())
        self._proposed = self.target.path()
        for box in (self.old_box, self.new_box):
            box.currentIndexChanged.connect(self._on_point_chosen)
        self._on_point_chosen()

    def pair(self) -> Pair:
        """The points chosen."""
        return Pair(self.old_box.point(), self.new_box.point())

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
