"""Minutes are pasted here, and shown split into points while they are still being corrected."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from success_desktop.domain.minutes import Minutes, number_points, split_minutes
from success_desktop.i18n import _
from success_desktop.ui.page.part import make_label
from success_desktop.ui.thai_text import ThaiTextEdit
from success_desktop.ui.theme import GRID

_INDENT = "      "
_LEAST_HEIGHT = 8 * GRID
"""Pixels that the text, and the points below it, shrink to on a small screen."""


class MinutesPage(QWidget):
    """Emits `taken(points, preface)` when the points shall come in (preface "" unless it is wanted), `left` when not."""

    taken = Signal(object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.minutes = Minutes("", ())
        self.heading = QLabel()
        self.heading.setProperty("role", "strong")
        self.hint = make_label("", "secondary")
        self.hint.setWordWrap(True)
        self.text = ThaiTextEdit()
        self.count = make_label("", "label")
        self.found = QListWidget()
        self.found.setWordWrap(True)
        self.keeps_preface = QCheckBox()
        self.keeps_preface.setChecked(True)
        self.take = QPushButton()
        self.take.setProperty("primary", "true")
        self.cancel = QPushButton()
        self._lay_out()
        self._word()
        self.text.textChanged.connect(self.split)
        self.take.clicked.connect(self._on_take)
        self.cancel.clicked.connect(self.left)

    def begin(self, text: str) -> None:
        """Start with a text, from the clipboard say."""
        self.text.setPlainText(text)
        self.text.setFocus()
        self.split()

    def split(self) -> None:
        """Show how the text is split."""
        self.minutes = split_minutes(self.text.plain_text())
        self.found.clear()
        for number, point in zip(number_points(self.minutes.points), self.minutes.points, strict=True):
            self.found.addItem(f"{_INDENT * point.depth}{number}  {' '.join(point.text.split())}")
        self._count()

    def changeEvent(self, event: QEvent) -> None:
        """Word the page anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _on_take(self) -> None:
        preface = self.minutes.preface if self.keeps_preface.isChecked() else ""
        self.taken.emit(self.minutes.points, preface)

    def _count(self) -> None:
        points = self.minutes.points
        tops = sum(point.depth == 0 for point in points)
        words = _("{count} points and {below} sub-points").format(count=tops, below=len(points) - tops)
        self.count.setText(words if points else _("No points yet"))
        self.keeps_preface.setVisible(bool(self.minutes.preface))
        self.take.setEnabled(bool(points))

    def _word(self) -> None:
        self.heading.setText(_("Paste minutes"))
        self.hint.setText(
            _(
                "Points are told by their marks: 1, 1.1, ข้อ ๑, ก., (a), •. Correct the text where it is split wrong."
            )
        )
        self.text.setAccessibleName(_("Text of the minutes"))
        self.text.setPlaceholderText(_("Paste the text of the minutes here (Ctrl+V)"))
        self.found.setAccessibleName(_("The points found"))
        self.keeps_preface.setText(_("Keep what stands before the first point in the agenda"))
        self.take.setText(_("Take these points"))
        self.cancel.setText(_("Cancel"))
        self._count()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, GRID, GRID)
        column.setSpacing(GRID)
        for widget in (self.heading, self.hint):
            column.addWidget(widget)
        for box in (self.text, self.found):
            box.setMinimumHeight(_LEAST_HEIGHT)
        column.addWidget(self.text, 2)
        column.addWidget(self.count)
        column.addWidget(self.found, 3)
        column.addWidget(self.keeps_preface)
        column.addLayout(buttons)
