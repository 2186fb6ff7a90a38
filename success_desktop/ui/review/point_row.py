"""One recommendation in the list of a meeting: its number, its words, and the passage that it is tied to."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from success_desktop.i18n import _
from success_desktop.ui.elided_button import ElidedButton
from success_desktop.ui.icons import draw_icon
from success_desktop.ui.review.point_edit import PointEdit, lettering
from success_desktop.ui.theme import GRID

INDENT = 3 * GRID
"""Pixels by which each level stands further right."""


class PointRow(QWidget):
    """A row of the list. `remark_id` is "" while nothing has been taken down in it yet.

    `passage_wanted` asks to show the passage, `untie_wanted` to let go of it, `tie_wanted` to take the one in view.
    """

    passage_wanted = Signal()
    untie_wanted = Signal()
    tie_wanted = Signal()

    def __init__(self, points: float) -> None:
        super().__init__()
        self.remark_id = ""
        self.number = QLabel()
        self.number.setProperty("role", "point_number")
        self.number.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.edit = PointEdit(points)
        self.passage = ElidedButton()
        self.passage.setProperty("role", "link")
        self.untie = QToolButton()
        self.untie.setIcon(draw_icon("x"))
        self.tie = QToolButton()
        self.tie.setIcon(draw_icon("link-2"))
        for button in (self.untie, self.tie):
            button.setIconSize(QSize(14, 14))
        self._lay_out()
        self.passage.clicked.connect(self.passage_wanted)
        self.untie.clicked.connect(self.untie_wanted)
        self.tie.clicked.connect(self.tie_wanted)
        self.set_points(points)
        self._word()

    def show_point(self, number: str, depth: int) -> None:
        """Show where the point stands in the tree."""
        self.number.setText(number)
        self._line.setContentsMargins(depth * INDENT, 0, 0, 0)
        self._word()

    def show_text(self, text: str) -> None:
        """Show what was said; what is being typed at this moment stays."""
        if not self.edit.is_changed:
            self.edit.take_words(text)
            self.edit.show_text(text)

    def show_passage(self, words: str) -> None:
        """Name the passage; "" for none."""
        self.passage.set_words(words)
        for widget in (self.passage, self.untie):
            widget.setVisible(bool(words))
        self.tie.setVisible(not words)

    def set_points(self, points: float) -> None:
        """Show number and words in letters of that size (points)."""
        self.number.setFont(lettering(self.number.font(), points))
        metrics = self.number.fontMetrics()
        self.number.setMinimumWidth(metrics.horizontalAdvance("8.8"))
        self.number.setContentsMargins(0, 4, 0, 0)
        self.edit.set_points(points)

    def changeEvent(self, event: QEvent) -> None:
        """Word the row anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(2)
        foot.addWidget(self.passage)
        foot.addWidget(self.untie)
        foot.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.edit)
        column.addLayout(foot)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(GRID)
        self._line.addWidget(self.number)
        self._line.addLayout(column, 1)
        self._line.addWidget(self.tie, alignment=Qt.AlignmentFlag.AlignTop)

    def _word(self) -> None:
        number = self.number.text()
        self.edit.setAccessibleName(
            _("Recommendation {number}").format(number=number) if number else _("New recommendation")
        )
        self.edit.setPlaceholderText("" if self.remark_id else _("Type, then Enter (Tab: sub-point)"))
        self.untie.setToolTip(_("Tied to no passage"))
        self.untie.setAccessibleName(_("Let go of the passage of {number}").format(number=number))
        self.tie.setToolTip(_("Tie to what is in view (Ctrl+L)"))
        self.tie.setAccessibleName(_("Tie {number} to what is in view").format(number=number))
