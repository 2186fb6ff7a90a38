"""What an edition is: its number and year, the clause it rests on, its reasons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from success_desktop.domain.calendar import parse_year, year_text
from success_desktop.domain.calendar_dates import date_text, parse_date
from success_desktop.domain.office import Edition, Office
from success_desktop.domain.word_fields import FieldValue
from success_desktop.errors import UserError
from success_desktop.i18n import _, interface_language
from success_desktop.ui.documents.field_column import FieldColumn
from success_desktop.ui.editions.edition_words import tell_base
from success_desktop.ui.editions.kept_fields import KeptLine, KeptWording
from success_desktop.ui.theme import GRID
from success_desktop.ui.work_view import LanguageMode

_LINES_OF_REASONS = 4
_MOST_DIGITS = 4


class EditionAbout(FieldColumn):
    """Shows one edition. `typed(field, value)` hands in what a person gave; what cannot be read is told below the field."""

    typed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self.year, self.clause, self.announced = KeptLine(), KeptLine(), KeptLine(), KeptLine()
        self.reasons = KeptWording(_("Reasons and necessity of the edition"), _LINES_OF_REASONS)
        self.remove = QPushButton(_("Give up this edition"))
        self._lay_out()
        self._connect()

    def show_edition(self, office: Office, edition: Edition, *, is_read_only: bool = False) -> None:
        """Show an edition; one that is adopted stays as it is, but for the day of its announcement.

        Nothing of it can be altered where it `is_read_only`.
        """
        language = interface_language()
        base = tell_base(office, edition)
        self.base.setText(base)
        self.base.setVisible(bool(base))
        self.number.show_text(str(edition.number or ""))
        self.year.show_text(year_text(edition.year_be, language) if edition.year_be else "")
        self.clause.show_text(edition.clause)
        day = edition.announced_on
        self.announced.show_text(date_text(day, language) if day is not None else "")
        self.reasons.show_wordings(edition.id, edition.reasons)
        for held in self._numbering:
            held.setVisible(edition.kind != "first")
        is_kept = edition.is_adopted or is_read_only
        for line in (self.number, self.year, self.clause):
            line.setReadOnly(is_kept)
        self.announced.setEnabled(edition.is_adopted and not is_read_only)
        self.reasons.set_read_only(is_read_only=is_kept)
        self.remove.setVisible(not is_kept)
        self._tell("")

    def set_language_mode(self, mode: LanguageMode) -> None:
        """Show the reasons in Thai, English or both."""
        self.reasons.set_languages(mode)

    def commit(self) -> None:
        """Hand in what is being typed."""
        for line in self.lines:
            line.commit()
        self.reasons.commit()

    @property
    def lines(self) -> tuple[KeptLine, ...]:
        """The fields of one line."""
        return self.number, self.year, self.clause, self.announced

    def _lay_out(self) -> None:
        self.column.setContentsMargins(0, GRID, 0, GRID)
        self.base = self.add_line("")
        *self._numbering, _announced = self.add_beside(
            (_("Number"), self.number), (_("Year"), self.year), (_("Day of announcement"), self.announced)
        )
        self.number.setMaxLength(_MOST_DIGITS)
        self.announced.setPlaceholderText(_("For example: 12 Feb 2024"))
        self.add_field(_("Clause of the regulation"), self.clause)
        self.note = self.add_line("", "refusal")
        self.column.addSpacing(GRID)
        self.add(self.reasons)
        self.remove.setProperty("role", "link")
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addStretch(1)
        self.column.addSpacing(GRID)
        self.column.addLayout(row)
        self.fill_up()

    def _connect(self) -> None:
        self.number.typed.connect(self._on_number_typed)
        self.year.typed.connect(self._on_year_typed)
        self.clause.typed.connect(lambda text: self.typed.emit("clause", text))
        self.announced.typed.connect(self._on_day_typed)
        self.reasons.typed.connect(lambda wordings: self.typed.emit("reasons", wordings))

    def _on_number_typed(self, text: str) -> None:
        if text.isdecimal() and int(text):
            self._hand_in("number", int(text))
        else:
            self._tell(_("The number of an edition is a whole number from 1 on."))

    def _on_year_typed(self, text: str) -> None:
        try:
            year_be = parse_year(text)
        except UserError as error:
            self._tell(f"{error.sentence()} {error.remedy()}".strip())
        else:
            self._hand_in("year_be", year_be or "")

    def _on_day_typed(self, text: str) -> None:
        try:
            day = parse_date(text)
        except UserError as error:
            self._tell(f"{error.sentence()} {error.remedy()}".strip())
        else:
            self._hand_in("announced_on", day)

    def _hand_in(self, field: str, value: FieldValue) -> None:
        self._tell("")
        self.typed.emit(field, value)

    def _tell(self, sentence: str) -> None:
        """Say why something typed could not be read; "" for nothing."""
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))
