"""The receipt of a file that was brought in: what it held, what became of each thing, and what is to be done next."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from success_desktop.i18n import N_, _, interface_language
from success_desktop.services.receipts import Receipt
from success_desktop.services.receipts_in_words import receipt_sentences, sort_word
from success_desktop.ui.dialogs.form import make_line
from success_desktop.ui.theme import GRID

_HEADS = (N_("In the file"), N_("Placed"), N_("Without a place"), N_("Set aside"))
_WIDTH, _HEIGHT = 560, 520


class ReceiptView(QWidget):
    """A receipt to read: the sentences, then the numbers, which add up line by line."""

    def __init__(self, receipt: Receipt, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._receipt = receipt
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._content = QWidget()
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for sentence in receipt_sentences(self._receipt, interface_language()):
            line = make_line(sentence, "")
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(line)
        if self._receipt.lines:
            column.addLayout(self._make_table())
        column.addStretch(1)
        self._column.addWidget(self._content)

    def _make_table(self) -> QGridLayout:
        """What the file holds, by sort: how much of it was placed, has no place, or was set aside."""
        grid = QGridLayout()
        grid.setContentsMargins(0, GRID, 0, 0)
        grid.setHorizontalSpacing(3 * GRID)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        self._add_row(grid, "", [_(head) for head in _HEADS], "secondary")
        for line in self._receipt.lines:
            if line.in_file:
                name = sort_word(line.sort, interface_language())
                self._add_row(grid, name, [f"{count:,}" if count else "–" for count in line[1:]], "")
        sums = (sum(counts) for counts in zip(*(line[1:] for line in self._receipt.lines), strict=True))
        self._add_row(grid, _("Total"), [f"{count:,}" for count in sums], "strong")
        return grid

    def _add_row(self, grid: QGridLayout, name: str, cells: Iterable[str], role: str) -> None:
        row = grid.rowCount()
        for column, text in enumerate((name, *cells)):
            label = QLabel(text)
            label.setProperty("role", role)
            if column:
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(label, row, column)


class ReceiptWindow(QDialog):
    """A receipt in a window of its own, which leaves the text free.

    With `is_offer` nothing has come in yet: `accepted_all_the_same` tells that it shall. `panel_wanted` tells that the
    remarks themselves are wanted.
    """

    accepted_all_the_same = Signal()
    panel_wanted = Signal()

    def __init__(self, receipt: Receipt, parent: QWidget | None, *, is_offer: bool = False) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._receipt = receipt
        self._is_offer = is_offer
        self.heading = make_line("", "heading")
        self.origin = make_line("")
        self.view = ReceiptView(receipt)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.deed = self.buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.deed.setProperty("primary", "true")
        self.deed.clicked.connect(self._on_deed)
        self.buttons.rejected.connect(self.close)
        self._lay_out()
        self._word()

    def changeEvent(self, event: QEvent) -> None:
        """Word heading and buttons anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for part in (self.heading, self.origin):
            column.addWidget(part)
        column.addWidget(area, 1)
        column.addWidget(self.buttons)
        self.resize(_WIDTH, _HEIGHT)

    def _word(self) -> None:
        receipt = self._receipt
        title = N_("Is this file meant?") if self._is_offer else N_("Receipt of “{name}”")
        self.setWindowTitle(_(title).format(name=receipt.file_name))
        self.heading.setText(self.windowTitle())
        self.origin.setText(self._say_origin())
        unplaced = len(receipt.unplaced)
        if self._is_offer:
            self.deed.setText(_("Bring it in all the same"))
        elif unplaced:
            self.deed.setText(_("Place {count} by hand").format(count=f"{unplaced:,}"))
        else:
            self.deed.setText(_("Open the feedback"))

    def _say_origin(self) -> str:
        receipt = self._receipt
        if self._is_offer:
            return _("{name}: nothing has been brought in yet.").format(name=receipt.file_name)
        return _("{reviewer} · round {number}").format(
            reviewer=receipt.reviewer or _("Nobody named"), number=receipt.round_number
        )

    def _on_deed(self) -> None:
        (self.accepted_all_the_same if self._is_offer else self.panel_wanted).emit()
        self.close()
