"""What is known of a meeting, to be filled in while it goes on: name, day, place, who was there, what it is about."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from success_desktop.domain.calendar_dates import date_text, parse_date
from success_desktop.errors import UserError
from success_desktop.i18n import N_, _, interface_language
from success_desktop.services.meetings import MeetingDetails
from success_desktop.ui.page.part import make_label, restyle
from success_desktop.ui.page.text_field import GrowingTextEdit
from success_desktop.ui.thai_text import ThaiLineEdit
from success_desktop.ui.theme import GRID

_LINES = (
    ("name", N_("Name of the meeting")),
    ("on", N_("Day")),
    ("place", N_("Place, or link of the video call")),
    ("reviewer", N_("Whose advice it is")),
)
_TEXTS = (("attendees", N_("Who attended")), ("agenda", N_("Agenda")))
_MOST_HEIGHT = 12 * GRID
_LABELS = dict((*_LINES, *_TEXTS))


class MeetingForm(QWidget):
    """Emits `changed(MeetingDetails)` when a field is left with something else in it."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = MeetingDetails()
        self.lines: dict[str, ThaiLineEdit] = {name: ThaiLineEdit() for name, _label in _LINES}
        self.texts: dict[str, GrowingTextEdit] = {name: GrowingTextEdit(1) for name, _label in _TEXTS}
        self._labels: dict[str, QLabel] = {name: make_label("") for name in _LABELS}
        self.refusal = make_label("", "refusal")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        self._lay_out()
        self._word()
        for line in self.lines.values():
            line.editingFinished.connect(self._on_left)
        for text in self.texts.values():
            text.left.connect(self._on_left)
            text.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def show_details(self, details: MeetingDetails) -> None:
        """Show what is known; fields that are being typed in keep their text."""
        self._shown = details
        for name, line in self.lines.items():
            if not line.isModified():
                line.setText(_day_words(details) if name == "on" else str(getattr(details, name)))
        for name, text in self.texts.items():
            if not text.document().isModified():
                text.show_text(str(getattr(details, name)))
                text.document().setModified(False)

    def forget_typing(self) -> None:
        """Let go of what is being typed: another meeting is to be shown."""
        for line in self.lines.values():
            line.setModified(False)
        for text in self.texts.values():
            text.document().setModified(False)
        self._refuse("")

    def commit(self) -> None:
        """Hand in what has been typed. A day that cannot be read is marked, and stays as typed."""
        if not self._is_changed():
            return
        try:
            on = parse_date(self.lines["on"].text())
        except UserError as error:
            self._refuse(str(error))
            return
        told = {name: line.text() for name, line in self.lines.items() if name != "on"}
        told |= {name: text.plain_text() for name, text in self.texts.items()}
        self.forget_typing()
        self.changed.emit(MeetingDetails(on=on, **told))

    def focus_name(self) -> None:
        """Let the meeting's name be typed."""
        self.lines["name"].setFocus()
        self.lines["name"].selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Word the form anew when the language changes; the day, too."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
            self.show_details(self._shown)
        super().changeEvent(event)

    def _is_changed(self) -> bool:
        fields = [line.isModified() for line in self.lines.values()]
        return any((*fields, *(text.document().isModified() for text in self.texts.values())))

    def _on_left(self) -> None:
        self.commit()

    def _fit(self) -> None:
        """Make both texts as high as the longer one, within limits."""
        height = min(_MOST_HEIGHT, max(text.wanted_height() for text in self.texts.values()))
        for text in self.texts.values():
            if text.height() != height or text.minimumHeight() != height:
                text.setFixedHeight(height)

    def _refuse(self, sentence: str) -> None:
        day: QLineEdit = self.lines["on"]
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        day.setAccessibleDescription(sentence)
        day.setProperty("state", "refused" if sentence else "")
        restyle(day)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, GRID, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 1)
        places = {"name": (0, 0, 2), "on": (2, 1, 1), "reviewer": (2, 0, 1), "place": (5, 0, 2)}
        places |= {"attendees": (7, 0, 1), "agenda": (7, 1, 1)}
        for name, (row, column, span) in places.items():
            field: QWidget = self.lines.get(name) or self.texts[name]
            self._labels[name].setBuddy(field)
            grid.addWidget(self._labels[name], row, column, 1, span)
            grid.addWidget(field, row + 1, column, 1, span)
        grid.addWidget(self.refusal, 4, 0, 1, 2)

    def _word(self) -> None:
        for name, label in self._labels.items():
            words = _(_LABELS[name])
            label.setText(words)
            field: QWidget = self.lines.get(name) or self.texts[name]
            field.setAccessibleName(words)
        self.lines["on"].setPlaceholderText(_("12 Feb 2024"))


def _day_words(details: MeetingDetails) -> str:
    return date_text(details.on, interface_language(), "short") if details.on else ""
