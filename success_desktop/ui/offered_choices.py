"""What a filter's box offers: everything, or one of the choices there are."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox


def offer_choices(box: QComboBox, everything: str, choices: Sequence[tuple[str, str]]) -> None:
    """Offer other choices (words, data) below the one for everything; the one chosen stays, if it still can."""
    with QSignalBlocker(box):
        chosen = box.currentData()
        box.clear()
        box.addItem(everything, "")
        for words, data in choices:
            box.addItem(words, data)
        box.setCurrentIndex(max(0, box.findData(chosen)))
