"""The dialog that keeps the plan as it is now, under a name."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from success_desktop.i18n import _
from success_desktop.ui.dialogs.form import FormDialog


class RevisionDialog(FormDialog):
    """Asks for the name of a revision and a note on it."""

    def __init__(self, proposed: str, parent: QWidget | None) -> None:
        super().__init__(_("Keep a named revision"), _("Keep it"), parent)
        self.add_line(
            _("The plan is kept as it is now, for good. You can go on writing; the revision stays as it was.")
        )
        self.name = QLineEdit(proposed)
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(84)
        self.add_field(_("Name"), self.name, _("For example: Draft 3 after the meeting"))
        self.add_field(_("Note (may be left empty)"), self.note)
        self.finish()
        self.name.textChanged.connect(self._check)
        self.name.selectAll()
        self.name.setFocus()
        self._check()

    def chosen(self) -> tuple[str, str]:
        """The name and the note."""
        return self.name.text().strip(), self.note.toPlainText().strip()

    def _check(self) -> None:
        self.deed.setEnabled(bool(self.name.text().strip()))
