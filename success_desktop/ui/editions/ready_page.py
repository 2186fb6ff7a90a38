"""Before an edition is adopted: what is still missing, and the adopting itself."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QWidget

from success_desktop.domain.calendar_dates import date_text, parse_date
from success_desktop.domain.edition_lacks import Lack
from success_desktop.errors import UserError
from success_desktop.i18n import _, interface_language
from success_desktop.ui.documents.field_column import FieldColumn
from success_desktop.ui.editions.kept_fields import KeptLine
from success_desktop.ui.theme import GRID

_MOST_DIGITS = 4
"""Of a page number: no book has ten thousand pages."""


class ReadyPage(FieldColumn):
    """Asks by `lack_chosen(Lack)` for the place where something is missing, by `adopted(day, first page)` to adopt."""

    lack_chosen = Signal(object)
    adopted = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lacks: Sequence[Lack] = ()
        self.list, self.day, self.first_page, self.deed = QListWidget(), KeptLine(), KeptLine(), QPushButton()
        self._lay_out()
        self.list.itemActivated.connect(self._on_activated)
        self.list.itemClicked.connect(self._on_activated)
        self.deed.clicked.connect(self._on_deed)

    def show_lacks(self, lacks: Sequence[Lack], today: date) -> None:
        """Show what is missing."""
        self._lacks = lacks
        language = interface_language()
        self.list.clear()
        self.list.addItems([lack.text(language) for lack in lacks])
        has_lacks = bool(lacks)
        self.state.setText(
            _("Still missing: {count}. Choose one to go there.").format(count=f"{len(lacks):,}")
            if has_lacks
            else _("Nothing is missing. The edition can be adopted.")
        )
        self.list.setVisible(has_lacks)
        self.deed.setEnabled(not has_lacks)
        if not self.day.text():
            self.day.setText(date_text(today, language))

    def _lay_out(self) -> None:
        self.column.setContentsMargins(0, GRID, 0, GRID)
        self.state = self.add_line("", "strong")
        self.list.setAccessibleName(_("What is missing"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addWidget(self.list, 1)
        self.first_page.setText("1")
        self.first_page.setMaxLength(_MOST_DIGITS)
        self.add_beside((_("Day of adoption"), self.day), (_("First page of its book"), self.first_page))
        self.promise = self.add_line(
            _(
                "Adopting keeps the plan as a revision for good, with the page and number of every row in the printed book. "
                "The book can be printed again as it was at any time."
            )
        )
        self.note = self.add_line("", "refusal")
        self.deed.setText(_("Adopt the edition"))
        self.deed.setProperty("primary", "true")
        row = QHBoxLayout()
        row.addWidget(self.deed)
        row.addStretch(1)
        self.column.addLayout(row)
        self.fill_up()

    def _on_activated(self, item: QListWidgetItem) -> None:
        self.lack_chosen.emit(self._lacks[self.list.row(item)])

    def _on_deed(self) -> None:
        page = self.first_page.text().strip()
        if not page.isdecimal() or not int(page):
            self.note.setText(_("The first page of a book is a whole number from 1 on."))
            return
        try:
            day = parse_date(self.day.text())
        except UserError as error:
            self.note.setText(f"{error.sentence()} {error.remedy()}".strip())
            return
        self.note.setText("")
        self.adopted.emit(day, int(page))
