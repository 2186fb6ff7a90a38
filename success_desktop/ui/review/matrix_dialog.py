"""The response matrix: the dialog that asks which one is wanted, and the verb that writes it."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSizePolicy, QWidget

from success_desktop.domain.feedback import Feedback, Round, read_feedback
from success_desktop.domain.feedback_words import ROUND_SORTS
from success_desktop.domain.response_matrix import MatrixOrder, MatrixScope, ResponseMatrix, reviewer_of
from success_desktop.i18n import N_, _
from success_desktop.services.export import ExportOptions
from success_desktop.services.matrix import export_matrix, read_matrix
from success_desktop.settings import Settings
from success_desktop.ui.background import Progress
from success_desktop.ui.dialogs.export_word import EXCEL_SUFFIX, WORD_SUFFIX, ExportChoice, ExportDialog
from success_desktop.ui.document_names import name_matrix
from success_desktop.ui.kept_settings import keep_settings
from success_desktop.ui.review.surroundings import Surroundings
from success_desktop.ui.theme import GRID

_NAME_LETTERS = 36
_SUFFIXES: tuple[tuple[str, str], ...] = (
    (WORD_SUFFIX, N_("Word document")),
    (EXCEL_SUFFIX, N_("Excel workbook")),
)
_ORDERS: tuple[tuple[MatrixOrder, str], ...] = (
    ("round", N_("By round")),
    ("reviewer", N_("By reviewer")),
    ("strategy", N_("By strategy")),
)


class MatrixDialog(ExportDialog):
    """Asks what an export asks, and first for the kind of file, the order of the items, and which of them are wanted."""

    def __init__(
        self, proposed: Path, feedback: Feedback, settings: Settings, parent: QWidget | None
    ) -> None:
        super().__init__(proposed, settings, parent, _("Response matrix"))
        self.deed.setText(_("Make the file"))
        self._feedback = feedback
        self.kind_box = _box(_("Kind of file"), [_(text) for _suffix, text in _SUFFIXES])
        self.order_box = _box(_("Order"), [_(text) for _order, text in _ORDERS])
        self.round_box = _box(_("Round"), [_("All rounds"), *map(_round_name, feedback.rounds)])
        self._names = _reviewers(feedback)
        self.reviewer_box = _box(_("Reviewer"), [_("All reviewers"), *self._names])
        waiting = self.add_line(
            _("Items without a decision stand on top: {count}.").format(count=f"{feedback.open_count:,}")
        )
        self.column.removeWidget(waiting)
        self.column.insertWidget(1, waiting)
        self.column.insertWidget(2, self._grid())
        self.kind_box.currentIndexChanged.connect(self._on_kind_chosen)

    def scope(self) -> MatrixScope:
        """Which remarks are wanted."""
        round_place, name_place = self.round_box.currentIndex(), self.reviewer_box.currentIndex()
        rounds = (self._feedback.rounds[round_place - 1].id,) if round_place else ()
        return MatrixScope(rounds, self._names[name_place - 1] if name_place else "")

    def order(self) -> MatrixOrder:
        """What the items are grouped by."""
        return _ORDERS[self.order_box.currentIndex()][0]

    def _grid(self) -> QWidget:
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, GRID, 0, 0)
        grid.setHorizontalSpacing(GRID)
        for line, box in enumerate((self.kind_box, self.order_box, self.round_box, self.reviewer_box)):
            label = QLabel(box.accessibleName())
            label.setBuddy(box)
            grid.addWidget(label, line, 0)
            grid.addWidget(box, line, 1)
        grid.setColumnStretch(1, 1)
        return held

    def _on_kind_chosen(self, place: int) -> None:
        """Give the file the other ending."""
        path = self.target.path()
        self.suffix = _SUFFIXES[place][0]
        self.embed.setEnabled(self.suffix == WORD_SUFFIX)
        if path.name:
            self.target.line.setText(str(path.with_suffix(self.suffix)))
        self._check()


def write_matrix(around: Surroundings) -> None:
    """Ask which response matrix is wanted, and write it in the background; nothing happens while files are written."""
    editor = around.bridge.editor
    if editor is None or around.documents.task is not None:
        return
    around.bridge.leaving.emit()
    path = editor.file.path
    feedback = read_feedback(editor.plan)
    dialog = MatrixDialog(
        path.with_name(f"{name_matrix(path.stem)}.docx"), feedback, around.settings, around.window
    )
    if dialog.ask():
        dialog.keep_in(around.settings)
        keep_settings(around.settings, around.bridge)
        matrix = around.bridge.do(lambda: read_matrix(editor, dialog.scope(), dialog.order()))
        if matrix is not None:
            choice = dialog.chosen()
            work = partial(_write, matrix, choice)
            around.documents.write_file(work, choice.path, _("Response matrix"))


def _write(matrix: ResponseMatrix, choice: ExportChoice, progress: Progress) -> Path:
    progress(0)
    look = ExportOptions(
        language=choice.language,
        has_thai_digits=choice.has_thai_digits,
        font=choice.font,
        has_embedded_font=choice.has_embedded_font,
    )
    export_matrix(matrix, choice.path, look)
    return choice.path


def _box(name: str, texts: list[str]) -> QComboBox:
    box = QComboBox()
    box.addItems(texts)
    box.setAccessibleName(name)
    box.setMinimumContentsLength(_NAME_LETTERS)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box


def _round_name(of: Round) -> str:
    """What a round goes by in a list."""
    name = of.name or of.reviewer or of.file_name or _(ROUND_SORTS[of.sort])
    return _("Round {number}: {name}").format(number=of.number, name=name)


def _reviewers(feedback: Feedback) -> list[str]:
    rounds = {of.id: of for of in feedback.rounds}
    names = (reviewer_of(remark, rounds[remark.round_id]) for remark in feedback.remarks.values())
    return sorted({name.strip() for name in names if name.strip()}, key=str.casefold)
