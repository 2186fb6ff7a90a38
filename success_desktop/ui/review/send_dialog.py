"""The dialog that asks how the Word file for reviewers shall be: as an export, with a message and earlier remarks."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from success_desktop.domain.revision import Revision
from success_desktop.i18n import _
from success_desktop.services.comparing import PRESENT, Point
from success_desktop.settings import Settings
from success_desktop.ui.dialogs.export_word import ExportDialog
from success_desktop.ui.dialogs.form import make_line
from success_desktop.ui.dialogs.point_box import PointBox
from success_desktop.ui.theme import GRID


class SendDialog(ExportDialog):
    """Asks what an export asks, and first what goes along; `open_count` is how many remarks are open.

    `points` are the drafts that can be sent, the newest (the present) first.
    """

    def __init__(
        self,
        proposed: Path,
        open_count: int,
        settings: Settings,
        parent: QWidget | None,
        points: Sequence[Point] = (PRESENT,),
    ) -> None:
        super().__init__(proposed, settings, parent, _("Send for review"))
        self.deed.setText(_("Make the file"))
        self.draft_box = PointBox(points, points[0])
        self.message = QLineEdit()
        self.message.setPlaceholderText(_("For example: by when, and to whom the file goes back"))
        self.open_remarks = QCheckBox(
            _("Put the {count} open remarks into the file as comments").format(count=f"{open_count:,}")
        )
        for unasked in (self.draft_box, self.open_remarks):  # what is not shown goes with the dialog, too
            unasked.setParent(self)
            unasked.hide()
        self.open_remarks.setAccessibleName(self.open_remarks.text())
        self.column.insertWidget(1, self._make_lead(has_remarks=open_count > 0))

    def revision(self) -> Revision | None:
        """The kept revision that is to be sent; None for the plan as it is now."""
        return self.draft_box.point().revision

    def _make_lead(self, *, has_remarks: bool) -> QWidget:
        """What the file does, and what goes along in it."""
        lead = QWidget()
        column = QVBoxLayout(lead)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        explanation = _(
            "Reviewers open the file in Word, change and comment as they are used to, and send it back. Change "
            "tracking is on. The plan is kept as a revision."
        )
        column.addWidget(make_line(explanation))
        if self.draft_box.count() > 1:
            self._add_field(column, _("Draft to send"), self.draft_box)
            self.draft_box.show()
        self._add_field(column, _("Add to the note on the first page"), self.message)
        if has_remarks:
            column.addWidget(self.open_remarks)
            self.open_remarks.show()
        return lead

    def _add_field(self, column: QVBoxLayout, text: str, field: QWidget) -> None:
        label = make_line(text)
        label.setBuddy(field)
        field.setAccessibleName(text)
        column.addSpacing(GRID)
        column.addWidget(label)
        column.addWidget(field)
