"""The rows that an edition amends: a list of them, and below it the one chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from success_desktop.domain.editions import EditionRow
from success_desktop.i18n import Language, _
from success_desktop.services.edition_rows import Amendment
from success_desktop.ui.editions.row_page import RowPage
from success_desktop.ui.editions.rows_model import NAME, NATURE, NUMBER, REASON, ROUTED, RowsModel, list_lines
from success_desktop.ui.theme import GRID
from success_desktop.ui.work_view import LanguageMode

_WIDTHS = {NUMBER: 9 * GRID, NATURE: 16 * GRID, ROUTED: 20 * GRID}
_LEAST_HEIGHT = 18 * GRID


class RowsPage(QWidget):
    """Keeps the row that is chosen while the edition is edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._amendment: Amendment | None = None
        self._language: Language = "th"
        self._is_locked = False
        self.model, self.table, self.page = RowsModel(self), QTableView(), RowPage()
        self.summary, self.nothing = (
            QLabel(),
            QLabel(_("Nothing in the plan differs from the edition adopted last.")),
        )
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(lambda *_places: self._show_current())

    def show_amendment(self, amendment: Amendment, language: Language, *, is_locked: bool = False) -> None:
        """Show the rows of an edition, named in one language; where it `is_locked`, to be read only."""
        row_id = self.page.row.row_id if self.page.row is not None else ""
        self._amendment, self._language, self._is_locked = amendment, language, is_locked
        self.model.show_lines(list_lines(amendment, language))
        here, elsewhere = len(amendment.here), len(amendment.elsewhere)
        words = _("{count} rows in this edition.").format(count=f"{here:,}")
        if elsewhere:
            rest = _("{count} rows wait for an edition of another kind.").format(count=f"{elsewhere:,}")
            words = f"{words} {rest}"
        self.summary.setText(words)
        for column in (NATURE, ROUTED, REASON):
            self.table.setColumnHidden(column, amendment.edition.kind == "first")
        has_rows = bool(self.model.lines)
        for part in (self.summary, self._splitter):
            part.setVisible(has_rows)
        self.nothing.setVisible(not has_rows)
        if has_rows:
            self.choose(row_id)

    def choose(self, row_id: str) -> None:
        """Choose a row; the first one when it is not here."""
        place = max(self.model.place_of(row_id), 0)
        self.table.setCurrentIndex(self.model.index(place, NAME))
        self._show_current()

    def current(self) -> EditionRow | None:
        """The row chosen."""
        return self.page.row if self.model.lines else None

    def set_language_mode(self, mode: LanguageMode) -> None:
        """Ask for reasons in Thai, English or both."""
        self.page.decision.set_language_mode(mode)

    def commit(self) -> None:
        """Hand in what is being typed."""
        self.page.decision.commit()

    def _show_current(self) -> None:
        place = self.table.currentIndex().row()
        if self._amendment is not None and 0 <= place < len(self.model.lines):
            row = self.model.lines[place].row
            self.page.show_row(self._amendment, row, self._language, is_locked=self._is_locked)

    def _lay_out(self) -> None:
        for label in (self.summary, self.nothing):
            label.setProperty("role", "secondary")
            label.setWordWrap(True)
        self.table.setModel(self.model)
        self.table.setAccessibleName(_("Rows of the edition"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.setMinimumHeight(_LEAST_HEIGHT)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, width)
        for column in (NAME, REASON):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.table)
        self._splitter.addWidget(self.page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, GRID, 0, 0)
        outer.addWidget(self.summary)
        outer.addWidget(self._splitter, 1)
        outer.addWidget(self.nothing)
        outer.addStretch(0)
