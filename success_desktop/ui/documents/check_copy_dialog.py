"""The dialog that tells of a printed copy, or of a file that came back, which revision of the plan it shows."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from success_desktop.errors import UserError
from success_desktop.i18n import _, interface_language
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.verifying_copies import (
    COPY_SUFFIXES,
    CopyVerdict,
    verdict_sentences,
    verify_code,
    verify_file,
)
from success_desktop.settings import Settings
from success_desktop.ui.dialogs.form import FormDialog, choose_file_to_open, usual_folder
from success_desktop.ui.review.surroundings import Surroundings
from success_desktop.ui.theme import GRID

_LINES = 6


class CheckCopyDialog(FormDialog):
    """It does not stand in the way of the window: one code after the other can be typed beside the plan."""

    def __init__(self, editor: PlanEditor, settings: Settings, parent: QWidget | None) -> None:
        super().__init__(_("Check a printed copy"), _("Check"), parent)
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._editor, self._settings = editor, settings
        self.add_line(
            _(
                "Every page printed with a seal has a code at its foot. Type it as it stands there, or choose the file."
            )
        )
        self.code, self.file = QLineEdit(), QPushButton(_("Choose a file…"))
        self.code.setPlaceholderText("XXXX-XXXX-XXXX")
        self.file.setAutoDefault(False)
        self.add_field(_("Code at the foot of the page"), self._first_row())
        self.code.setAccessibleName(_("Code at the foot of the page"))
        self.column.addSpacing(GRID)
        self.verdict = self.add_line("", "strong")
        self.details = self.add_line("")
        for label in (self.verdict, self.details):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details.setMinimumHeight(_LINES * self.details.fontMetrics().height())
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Close"))
        self.finish()
        self.code.textChanged.connect(self._on_typed)
        self.file.clicked.connect(self._on_file)
        self._on_typed()
        self.code.setFocus()

    def accept(self) -> None:
        """Tell what the typed code is of."""
        self._tell(verify_code(self._editor, self.code.text()))
        self.code.selectAll()
        self.code.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Go when the interface speaks another language: what it has told is in the language before."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            self.reject()

    def check_file(self, path: Path) -> None:
        """Tell what a file is of."""
        try:
            self._tell(verify_file(self._editor, path))
        except UserError as error:
            self.verdict.setText(error.sentence())
            self.details.setText(error.remedy())

    def _first_row(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.code, 1)
        row.addWidget(self.file)
        held.setFocusProxy(self.code)
        return held

    def _tell(self, verdict: CopyVerdict) -> None:
        first, *rest = verdict_sentences(verdict, interface_language())
        self.verdict.setText(first)
        self.details.setText("\n".join(rest))

    def _on_typed(self) -> None:
        self.deed.setEnabled(bool(self.code.text().strip()))
        self.verdict.clear()
        self.details.clear()

    def _on_file(self) -> None:
        kinds = _("Documents") + " (" + " ".join(f"*{suffix}" for suffix in COPY_SUFFIXES) + ")"
        path = choose_file_to_open(self, self.windowTitle(), usual_folder(self._settings), kinds)
        if path is not None:
            self.check_file(path)


def check_copy(around: Surroundings) -> None:
    """Let somebody check copies of the open plan, beside the window; the dialog that is open already comes to the front."""
    editor = around.bridge.editor
    if editor is None:
        return
    around.bridge.leaving.emit()
    open_already = next(filter(QWidget.isVisible, around.window.findChildren(CheckCopyDialog)), None)
    dialog = open_already or CheckCopyDialog(editor, around.settings, around.window)
    if open_already is None:
        around.bridge.closed.connect(dialog.reject)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
