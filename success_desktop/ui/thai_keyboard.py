"""Shortcuts under a Thai keyboard layout: Ctrl with a Thai letter means Ctrl with the Latin letter on the same key.

Qt finds the Latin key by itself only where the system has a Latin layout to look it up in. Where it has none, a
key press arrives as Ctrl+ห and matches neither Ctrl+S nor a text field's own Ctrl+C.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

# The Kedmanee layout (TIS 820-2538), row by row, unshifted then shifted, over the US keys in the same places.
_KEDMANEE = (
    ("ๅ/-ภถุึคตจขช", "1234567890-="),
    ("ๆไำพะัีรนยบลฃ", "QWERTYUIOP[]\\"),
    ("ฟหกดเ้่าสวง", "ASDFGHJKL;'"),
    ("ผปแอิืทมใฝ", "ZXCVBNM,./"),
    ("+๑๒๓๔ู฿๕๖๗๘๙", "1234567890-="),
    ('๐"ฎฑธํ๊ณฯญฐ,ฅ', "QWERTYUIOP[]\\"),
    ("ฤฆฏโฌ็๋ษศซ.", "ASDFGHJKL;'"),
    ("()ฉฮฺ์?ฒฬฦ", "ZXCVBNM,./"),
)
_ALL = {sign: latin for row, keys in _KEDMANEE for sign, latin in zip(row, keys, strict=True)}
_LATIN = {thai: latin for thai, latin in _ALL.items() if ord(thai) > 0xE00}
_SIGNS = {sign: latin for sign, latin in _ALL.items() if ord(sign) < 0xE00}
"""Signs that both layouts have, but on other keys: the Thai / is on the 2, the Thai - on the 3."""
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def latin_key(key: int) -> Qt.Key | None:
    """The Latin key under a Thai one (a code point); None for every other key."""
    latin = _LATIN.get(chr(key)) if 0xE00 < key < 0xE80 else None
    return Qt.Key(ord(latin)) if latin else None


class ThaiKeyboardFilter(QObject):
    """An application's event filter that turns Ctrl or Alt with a Thai key into the shortcut on that key.

    A sign that both layouts have means the Latin key in its place where nothing goes by the sign itself: Ctrl+/ is Ctrl+2.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow such a key press and do what the Latin one would have done; let everything else pass."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if not event.modifiers() & _COMMAND or not isinstance(watched, QWidget):
            return False
        latin = latin_key(event.key())
        if latin is None:
            return _do_below_sign(watched, event)
        action = _find_action(watched, QKeySequence(event.modifiers().value | latin.value))
        if action is not None and not _is_claimed(watched, latin, event.modifiers()):
            action.trigger()
            return True
        return QCoreApplication.sendEvent(watched, QKeyEvent(event.type(), latin, event.modifiers()))


def _do_below_sign(widget: QWidget, event: QKeyEvent) -> bool:
    """Do what the Latin key below a sign of the Thai layout does, unless the sign is a shortcut too; whether it was done."""
    latin = _SIGNS.get(chr(event.key())) if event.key() < 0x80 else None
    is_keypad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
    if latin is None or is_keypad or _is_claimed(widget, Qt.Key(event.key()), event.modifiers()):
        return False
    if _find_action(widget, QKeySequence(event.modifiers().value | event.key())) is not None:
        return False
    action = _find_action(widget, QKeySequence(event.modifiers().value | ord(latin)))
    if action is not None:
        action.trigger()
    return action is not None


def _is_claimed(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    """Whether a widget wants a key for itself although it is a shortcut: a text field with typing to undo, say."""
    question = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    question.ignore()
    QCoreApplication.sendEvent(widget, question)
    return question.isAccepted()


def _find_action(widget: QWidget, keys: QKeySequence) -> QAction | None:
    """The enabled action of the widget's window with that shortcut; modal dialogs keep the window's shortcuts away."""
    modal = QApplication.activeModalWidget()
    if modal is not None and modal is not widget.window():
        return None
    actions = widget.window().findChildren(QAction)
    return next((action for action in actions if action.isEnabled() and keys in action.shortcuts()), None)
