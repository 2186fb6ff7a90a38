"""Comment forms on paper: writing one to print, and typing in what people wrote on it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from success_desktop.domain.calendar_dates import parse_date
from success_desktop.domain.plan import Plan
from success_desktop.errors import UserError
from success_desktop.i18n import N_, _
from success_desktop.services.comment_forms import (
    FormHead,
    FormLine,
    add_form_round,
    read_place,
    write_comment_form,
)
from success_desktop.services.export import ExportOptions
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import revision_id_for_export
from success_desktop.ui.background import Progress
from success_desktop.ui.dialogs.export_word import ExportDialog
from success_desktop.ui.dialogs.form import FormDialog
from success_desktop.ui.document_names import name_form
from success_desktop.ui.kept_settings import keep_settings
from success_desktop.ui.review.surroundings import Surroundings
from success_desktop.ui.thai_text import ThaiLineEdit
from success_desktop.ui.theme import GRID

_HEADS = (N_("Place in the plan"), N_("Remark"), N_("Suggested wording or action"))
_FIRST_ROWS = 6
_WIDTH = 880
_TABLE_HEIGHT = 34 * GRID


class FormTypingDialog(FormDialog):
    """The lines of one filled form, typed as they stand on the paper. It does not stand in the way of the window.

    A place is the number or the name of something in the plan; one that is none stays as words. Further rows come as the
    last one is filled.
    """

    def __init__(self, around: Surroundings, editor: PlanEditor, parent: QWidget | None) -> None:
        super().__init__(_("Type in a filled comment form"), _("Bring it in"), parent)
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self._around = around
        self._editor = editor
        self.reviewer, self.place, self.day = ThaiLineEdit(), ThaiLineEdit(), ThaiLineEdit()
        self.reviewer.setPlaceholderText(_("A representative of the community"))
        self.day.setPlaceholderText(_("For example: 12 Feb 2024"))
        self.add_field(_("Name"), self.reviewer)
        self.add_field(_("Office, community or village"), self.place)
        self.add_field(_("Day"), self.day)
        self.lines = self._make_table()
        self.add_field(_("What stands on the form"), self.lines)
        self.note = self.add_line("", "warning")
        self._is_warned = False
        self.finish()
        self.lines.itemChanged.connect(self._on_typed)
        around.bridge.closed.connect(self._on_plan_closed)
        self._check()
        self.reviewer.setFocus()

    def head(self) -> FormHead:
        """Whom the form is from, and when. Raises UserError when the day cannot be read."""
        return FormHead(self.reviewer.text().strip(), parse_date(self.day.text()), self.place.text().strip())

    def written(self) -> list[FormLine]:
        """The lines on which something stands."""
        lines = (
            FormLine(*(self._text(row, column) for column in range(3)))
            for row in range(self.lines.rowCount())
        )
        return [line for line in lines if not line.is_blank]

    def accept(self) -> None:
        """Bring the form in, as one step of undo; what cannot be taken is said here, and nothing typed is lost."""
        try:
            round_id = add_form_round(self._editor, self.head(), self.written())
        except UserError as error:
            self.note.setText(f"{error.sentence()} {error.remedy()}".strip())
            return
        count = len(self.written())
        self._around.message_bar.show_success(
            N_("{count} remarks came in from the form."), count=f"{count:,}"
        )
        self.setProperty("round_id", round_id)
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter belong to the lines: it brings the form in only on the button that says so."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not is_enter or self.deed.hasFocus():
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Close the dialog; lines that were typed are given up only when it is closed a second time."""
        if self.written() and not self._is_warned:
            self._is_warned = True
            self.note.setText(_("These lines have not come in yet. Cancel once more to give them up."))
            return
        super().reject()

    def _on_plan_closed(self) -> None:
        self.done(QDialog.DialogCode.Rejected)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(_FIRST_ROWS, len(_HEADS))
        table.setHorizontalHeaderLabels([_(head) for head in _HEADS])
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setWordWrap(True)
        table.setMinimumHeight(_TABLE_HEIGHT)
        return table

    def _text(self, row: int, column: int) -> str:
        item = self.lines.item(row, column)
        return item.text().strip() if item is not None else ""

    def _on_typed(self, item: QTableWidgetItem) -> None:
        """Offer another row below the last; say of a place whether the plan has it."""
        if item.row() == self.lines.rowCount() - 1 and item.text().strip():
            self.lines.setRowCount(self.lines.rowCount() + 1)
        self._check()

    def _check(self) -> None:
        self._is_warned = False
        lines = self.written()
        unknown = [
            line.place for line in lines if line.place and not read_place(self._editor.plan, line.place)
        ]
        self.deed.setEnabled(bool(lines))
        words = _("Not a place in the plan, kept as words: {places}").format(places=", ".join(unknown[:5]))
        self.note.setText(words if unknown else "")


def write_form(around: Surroundings) -> None:
    """Ask how the comment form shall be, and write it in the background; the plan is kept as a revision for it."""
    editor = around.bridge.editor
    if editor is None or around.documents.task is not None:
        return
    around.bridge.leaving.emit()
    path = editor.file.path
    proposed = path.with_name(f"{name_form(path.stem)}.docx")
    dialog = ExportDialog(proposed, around.settings, around.window, _("Comment form to print"))
    if not dialog.ask():
        return
    dialog.keep_in(around.settings)
    keep_settings(around.settings, around.bridge)
    choice = dialog.chosen()
    revision_id = around.bridge.do(lambda: revision_id_for_export(editor, choice.path.name))
    around.bridge.revised.emit()
    if revision_id is not None:
        look = ExportOptions(
            choice.language,
            choice.has_thai_digits,
            choice.font,
            choice.has_embedded_font,
            revision_id=revision_id,
        )
        work = partial(_write, editor.plan, choice.path, look)
        around.documents.write_file(work, choice.path, _("Comment form to print"))


def type_form(around: Surroundings) -> None:
    """Let the lines of a filled form be typed in, beside the window."""
    editor = around.bridge.editor
    if editor is not None:
        FormTypingDialog(around, editor, around.window).show()


def _write(plan: Plan, path: Path, look: ExportOptions, progress: Progress) -> Path:
    progress(0)
    write_comment_form(plan, path, look)
    return path
