"""A row of joined buttons of which one is pressed: a choice that is always in sight."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from success_desktop.i18n import _

_AROUND_TEXT = 26
"""Pixels beside the text of a button, so that it keeps its place when it is pressed and its text is bold."""


class Segment(NamedTuple):
    """One choice. `text` and `hint` are catalogue entries; a text that is not in the catalogue stays as it is."""

    id: str
    text: str
    hint: str


class Segments(QWidget):
    """Emits `chosen(id)` when the user presses a button."""

    chosen = Signal(str)

    def __init__(self, segments: Sequence[Segment], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments = segments
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, segment in enumerate(segments):
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("segment", _place_name(place, len(segments)))
            button.clicked.connect(lambda _checked=False, id_=segment.id: self.chosen.emit(id_))
            self._group.addButton(button, place)
            row.addWidget(button)
        self._word()

    def press(self, segment_id: str) -> None:
        """Press the button of a choice without telling anybody."""
        for place, segment in enumerate(self._segments):
            self._group.button(place).setChecked(segment.id == segment_id)

    def button(self, segment_id: str) -> QPushButton:
        """The button of a choice. Raises KeyError when there is none of that id."""
        for place, segment in enumerate(self._segments):
            if segment.id == segment_id:
                button = self._group.button(place)
                assert isinstance(button, QPushButton)
                return button
        raise KeyError(segment_id)

    def changeEvent(self, event: QEvent) -> None:
        """Word the buttons anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _word(self) -> None:
        for place, segment in enumerate(self._segments):
            button = self._group.button(place)
            button.setText(_(segment.text))
            bold = QFont(button.font())
            bold.setBold(True)
            button.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(button.text()) + _AROUND_TEXT)
            button.setToolTip(_(segment.hint))
            button.setAccessibleName(": ".join((_(segment.text), _(segment.hint))))


def _place_name(place: int, count: int) -> str:
    if place == 0:
        return "first"
    return "last" if place == count - 1 else "middle"
