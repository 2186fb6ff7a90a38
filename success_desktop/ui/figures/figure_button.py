"""A figure that can be asked what is behind it: a bar, a number, a line; by mouse, keyboard and screen reader alike."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from success_desktop.domain.checks_in_words import Topic
from success_desktop.domain.row_filter import RowFilter
from success_desktop.ui.theme import tokens

_Key = Qt.Key
_STEPS = {
    _Key.Key_Left: (-1, 0),
    _Key.Key_Right: (1, 0),
    _Key.Key_Up: (0, -1),
    _Key.Key_Down: (0, 1),
}


class Figure(NamedTuple):
    """A figure in words: what it is of, and what it is exactly ("1,234,000 baht").

    `goal` is what it stands for: rows of the table, one node (its id), findings on one topic, remarks on which one thing was
    decided, or several figures in one.
    """

    name: str
    amount: str
    goal: "Goal"

    def sentence(self) -> str:
        """Both in one: "Water, fiscal year 2025: 1,234,000 baht"."""
        return f"{self.name}: {self.amount}"


class Decided(NamedTuple):
    """The remarks on which one thing was decided, as a goal."""

    disposition: str


Goal = RowFilter | Topic | Decided | str | tuple[Figure, ...]


class FigureButton(QAbstractButton):
    """The base of all figures on the screen: it names itself, shows the exact amount, and takes part in a FigureGroup."""

    def __init__(self, figure: Figure, parent: QWidget) -> None:
        super().__init__(parent)
        self.figure = figure
        self.setAccessibleName(figure.sentence())
        self.setToolTip(f"{figure.name}\n{figure.amount}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def paint_ring(self, painter: QPainter) -> None:
        """Show where the keyboard is."""
        if not self.hasFocus():
            return
        edge = tokens().focus_edge
        pen = QPen(QColor(tokens().text), edge)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(
            QRect(self.rect()).adjusted(edge // 2, edge // 2, -edge + edge // 2, -edge + edge // 2)
        )


class FigureGroup(QWidget):
    """Figures in columns. Tab leads to one of them, the arrows from there; Enter, Space or a click asks for its goal."""

    goal_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns: list[list[FigureButton]] = []

    def set_columns(self, columns: Sequence[Sequence[FigureButton]]) -> None:
        """Show these figures instead of those before; the focus stays at its place."""
        old = [button for column in self.columns for button in column]
        focused = next((self._place(button) for button in old if button.hasFocus()), None)
        self.columns = [list(column) for column in columns if column]
        for button in (button for column in self.columns for button in column):
            button.installEventFilter(self)
            button.clicked.connect(
                lambda _checked=False, one=button: self.goal_requested.emit(one.figure.goal)
            )
            button.show()
        self._order()
        self._let_tab_in(0, 0)
        if focused is not None:
            self._go(*focused)
        for button in old:
            button.hide()
            button.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows lead from figure to figure, and Enter press the one in focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, FigureButton):
            return isinstance(event, QKeyEvent) and self._press(watched, _Key(event.key()))
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, FigureButton):
            self._let_tab_in(*self._place(watched))
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Paint in the colours of the scheme now in use."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)

    def _order(self) -> None:
        """Let Tab find the figures where their group stands, not behind everything that was made before them."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt puts nothing behind a widget that takes no focus
        before: QWidget = self
        for button in (button for column in self.columns for button in column):
            QWidget.setTabOrder(before, button)
            before = button
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _press(self, button: FigureButton, key: Qt.Key) -> bool:
        if key in (_Key.Key_Return, _Key.Key_Enter):
            button.click()
            return True
        step = _STEPS.get(key)
        if step is not None:
            column, level = self._place(button)
            self._go(column + step[0], level + step[1])
        return step is not None

    def _go(self, column: int, level: int) -> None:
        """Focus the figure at a place, or the nearest to it."""
        if self.columns:
            column = max(0, min(column, len(self.columns) - 1))
            level = max(0, min(level, len(self.columns[column]) - 1))
            self.columns[column][level].setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_tab_in(self, column: int, level: int) -> None:
        """Make one figure the one that Tab leads to."""
        here = self.columns[column][level] if self.columns else None
        for button in (button for one in self.columns for button in one):
            is_entry = button is here
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_entry else Qt.FocusPolicy.ClickFocus)

    def _place(self, button: FigureButton) -> tuple[int, int]:
        column = next(place for place, one in enumerate(self.columns) if button in one)
        return column, self.columns[column].index(button)
