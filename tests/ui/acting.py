"""Doing what a person does: typing Thai, answering dialogs, looking at everything on the screen."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget

LOOKING_MS = 10
MOST_CHILDREN = 60


def type_text(widget: QWidget, text: str) -> None:
    """Type text key by key; key presses carry the text, as an input method's do."""
    widget.setFocus()
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def send_mouse(widget: QWidget, kind: QEvent.Type, point: QPoint) -> None:
    """A mouse event at a point of a widget with the left button held, as it is while somebody drags."""
    left = Qt.MouseButton.LeftButton
    place, on_screen = QPointF(point), QPointF(widget.mapToGlobal(point))
    QApplication.sendEvent(
        widget, QMouseEvent(kind, place, on_screen, left, left, Qt.KeyboardModifier.NoModifier)
    )


def answer(act: Callable[..., None], kind: type[QDialog] = QDialog) -> None:
    """Let `act` work on the next modal dialog of that kind in this test; one that it leaves open is rejected."""
    asked_by = _running_test()

    def look() -> None:
        if _running_test() != asked_by:
            return  # no such dialog came up before the test was over
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind):
            QTimer.singleShot(LOOKING_MS, look)
            return
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, look)


def _running_test() -> str:
    """The test under way, without its stage."""
    return os.environ.get("PYTEST_CURRENT_TEST", "").rpartition(" ")[0]


def answer_file(path: Path) -> None:
    """Choose a path in the next file dialog."""

    def choose(dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert line is not None
        line.setText(str(path))
        dialog.accept()

    answer(choose, QFileDialog)


def accessible_parts(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Everything that a screen reader finds in a widget."""
    QAccessible.setActive(True)
    waiting = [QAccessible.queryAccessibleInterface(widget)]
    while waiting:
        part = waiting.pop()
        yield part
        children: list[QAccessibleInterface | None] = []
        children.extend(part.child(place) for place in range(min(part.childCount(), MOST_CHILDREN)))
        waiting.extend(child for child in children if child is not None and child.isValid())
