"""The keys that lead from difference to difference: < and >, on whatever keyboard layout is in use."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_BACK = "<,ฒม"
_ON = ">.ฬใ"
"""The signs of the same keys with and without Shift, Latin and Thai (Kedmanee)."""

_SHIFT = Qt.KeyboardModifier.ShiftModifier


def steps_of(event: QKeyEvent) -> int:
    """How far a key leads: 1 to the next difference, -1 to the one before, 0 for every other key."""
    if not event.text() or event.modifiers() & ~_SHIFT:
        return 0
    return (event.text() in _ON) - (event.text() in _BACK)
