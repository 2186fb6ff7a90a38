"""The line in which a recommendation is typed while people look on: large letters, and keys that make the tree."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent

from success_desktop.ui.page.text_field import LATEST_MS, GrowingTextEdit

_KEYS = Qt.Key
_ENTER = (_KEYS.Key_Return, _KEYS.Key_Enter)


class PointEdit(GrowingTextEdit):
    """Grows with its words.

    Enter asks for the next point (`next_wanted`; with Shift it begins a line), Tab and Shift+Tab for another level
    (`level_wanted(1)`, `level_wanted(-1)`), Backspace in front of nothing for its removal (`removal_wanted`), the arrow keys
    at an end for the point above or below (`step_wanted`), Ctrl+L for the passage in view (`tie_wanted`), Escape to get out
    (`escape_wanted`). `rested` tells that typing has paused.
    """

    next_wanted = Signal()
    level_wanted = Signal(int)
    removal_wanted = Signal()
    step_wanted = Signal(int)
    tie_wanted = Signal()
    escape_wanted = Signal()
    rested = Signal()

    def __init__(self, points: float) -> None:
        super().__init__(1)
        self._taken = ""
        self.setTabChangesFocus(False)
        self._rest = QTimer(self, interval=LATEST_MS, singleShot=True)
        self._rest.timeout.connect(self.rested)
        self.left.connect(self.rested)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.set_points(points)

    def set_points(self, points: float) -> None:
        """Show letters of that size (points)."""
        self.setFont(lettering(self.font(), points))
        self._fit()

    @property
    def is_changed(self) -> bool:
        """Whether something has been typed since `take_words`. Qt counts other letters as a change, too; they are none."""
        return self.plain_text() != self._taken

    def take_words(self, taken: str | None = None) -> None:
        """Count these words (None: those that stand here) as handed in."""
        self._taken = self.plain_text() if taken is None else taken

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that make the tree; all others write."""
        if not self._take_key(event):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key, has_shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _ENTER and not has_shift:
            self.next_wanted.emit()
        elif key in (_KEYS.Key_Tab, _KEYS.Key_Backtab):
            self.level_wanted.emit(-1 if has_shift or key == _KEYS.Key_Backtab else 1)
        elif key == _KEYS.Key_Backspace and not self.plain_text():
            self.removal_wanted.emit()
        elif key == _KEYS.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.tie_wanted.emit()
        else:
            return self._take_leaving(key)
        return True

    def _take_leaving(self, key: int) -> bool:
        """Get out, upwards from the first line, downwards from the last."""
        if key == _KEYS.Key_Escape:
            self.escape_wanted.emit()
            return True
        if key not in (_KEYS.Key_Up, _KEYS.Key_Down):
            return False
        before = self.textCursor()
        moved = self.textCursor()
        moved.movePosition(moved.MoveOperation.Up if key == _KEYS.Key_Up else moved.MoveOperation.Down)
        if moved.position() != before.position():
            return False
        self.step_wanted.emit(-1 if key == _KEYS.Key_Up else 1)
        return True

    def _on_text_changed(self) -> None:
        if self.is_changed and not self._rest.isActive():
            self._rest.start()

    def _fit(self) -> None:
        height = self.wanted_height()
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)


def lettering(font: QFont, points: float) -> QFont:
    """A font in letters of another size (points)."""
    sized = QFont(font)
    sized.setPointSizeF(points)
    return sized
