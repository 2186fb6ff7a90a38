"""The cards of the overview: a title, a chart or lines on a white card, and a word on how to read them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from success_desktop.ui.figures.figure_lines import FigureLines, Line
from success_desktop.ui.figures.legend import Key, Legend
from success_desktop.ui.figures.year_chart import Column, YearChart
from success_desktop.ui.theme import GRID


class Card(QWidget):
    """A title over a card, and a note below it. `goal_requested(Goal)` tells which figure was asked for."""

    goal_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.empty, self.note = QLabel(), QLabel(), QLabel()
        for label in (self.title, self.empty, self.note):
            label.setProperty("role", "secondary")
            label.setWordWrap(True)
        self.frame = QFrame()
        self.frame.setProperty("role", "card")
        self.inside = QVBoxLayout(self.frame)
        self.inside.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self.inside.setSpacing(GRID)
        self.inside.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for widget in (self.title, self.frame, self.note):
            column.addWidget(widget)
        column.addStretch(1)

    def word(self, title: str, empty: str, note: str = "") -> None:
        """Say what the card shows, what is said when there is nothing to show, and how to read it."""
        self.title.setText(title)
        self.empty.setText(empty)
        self.note.setText(note)
        self.note.setVisible(bool(note))


class YearsCard(Card):
    """The chart of budgets by year with its legend."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart, self.legend = YearChart(), Legend()
        self.inside.addWidget(self.chart)
        self.inside.addWidget(self.legend)
        for group in (self.chart, self.legend):
            group.goal_requested.connect(self.goal_requested)

    def show_years(self, columns: Sequence[Column], keys: Sequence[Key]) -> None:
        """Show other sums; the words for nothing where there are none."""
        self.chart.show_columns(columns)
        self.legend.show_keys(keys)
        self.empty.setVisible(not columns)
        for group in (self.chart, self.legend):
            group.setVisible(bool(columns))

    def word(self, title: str, empty: str, note: str = "") -> None:
        """Name the chart for those who hear it."""
        super().word(title, empty, note)
        self.chart.setAccessibleName(title)


class LinesCard(Card):
    """Lines with numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = FigureLines()
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.inside.setSpacing(0)
        self.empty.setMargin(GRID)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.inside.addWidget(self.lines)
        self.lines.goal_requested.connect(self.goal_requested)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the words for nothing where there are none."""
        self.lines.show_lines(lines)
        self.lines.setVisible(bool(lines))
        self.empty.setVisible(not lines)

    def word(self, title: str, empty: str, note: str = "") -> None:
        """Name the lines for those who hear them."""
        super().word(title, empty, note)
        self.lines.setAccessibleName(title)
