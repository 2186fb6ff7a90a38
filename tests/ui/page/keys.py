"""Typing as a person does: Thai arrives as key events that carry text."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def type_text(widget: QWidget, text: str) -> None:
    """Type `text`, one code point a key."""
    for letter in text:
        QCoreApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter))
        QCoreApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyRelease, 0, NONE, letter))


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key that types nothing."""
    text = "\r" if key == Qt.Key.Key_Return else "\t" if key == Qt.Key.Key_Tab else ""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))


def is_taken(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> bool:
    """Whether a field claims a shortcut for itself before the window's actions can have it."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()
