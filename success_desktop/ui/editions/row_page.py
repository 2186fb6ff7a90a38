"""One row of an edition: what it said and says, and what people decide on it."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from success_desktop.domain.edition_words import row_name
from success_desktop.domain.editions import EditionRow
from success_desktop.domain.office import Deed
from success_desktop.i18n import Language, _
from success_desktop.services.edition_rows import Amendment
from success_desktop.ui.documents.field_column import FieldColumn
from success_desktop.ui.editions.row_decision import Choice, RowDecision
from success_desktop.ui.editions.row_words import tell_changes, tell_rule
from success_desktop.ui.editions.rows_model import plan_with
from success_desktop.ui.elided_button import ElidedButton
from success_desktop.ui.scrolled_page import ScrolledPage
from success_desktop.ui.theme import GRID

_LEAST_HEIGHT = 38 * GRID
_ANY_HEIGHT = (1 << 24) - 1
"""Pixels; Qt takes this for a widget that may be as high as it likes."""


class RowPage(QWidget):
    """`opened(id)` asks for the row on the page; `decision` hands in what a person decides."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row: EditionRow | None = None
        self.name, self.changes, self.decision = ElidedButton(), QTextBrowser(), RowDecision()
        self._lay_out()
        self.name.clicked.connect(self._on_name_clicked)

    def show_row(
        self, amendment: Amendment, row: EditionRow, language: Language, *, is_locked: bool = False
    ) -> None:
        """Show a row, its wording in one language. A first edition, which amends nothing, leaves nothing to decide."""
        if self.row is not None and self.row.row_id != row.row_id:
            self.decision.commit()  # what is being typed belongs to the row shown so far
        self.row = row
        self.name.set_words(row_name(plan_with(amendment, row.row_id), row.row_id, language))
        self.name.setEnabled(row.row_id in amendment.present.nodes)
        self.changes.setHtml(tell_changes(amendment, row, language))
        self.decision.offer_others(lambda deed: list(_choices(amendment, row, deed, language)))
        self.decision.show_row(
            f"{amendment.edition.id} {row.row_id}", row, tell_rule(amendment, row, language)
        )
        self.decision.set_read_only(is_read_only=amendment.edition.is_adopted or is_locked)
        self._show_parts(is_first=amendment.edition.kind == "first")

    def _show_parts(self, *, is_first: bool) -> None:
        """Leave the room to the list of rows where there is nothing but the name to show of one."""
        for part in (self._told, self._decided):
            part.setVisible(not is_first)
        self.setMinimumHeight(0 if is_first else _LEAST_HEIGHT)
        self.setMaximumHeight(self.name.sizeHint().height() + 2 * GRID if is_first else _ANY_HEIGHT)

    def _on_name_clicked(self) -> None:
        if self.row is not None:
            self.opened.emit(self.row.row_id)

    def _lay_out(self) -> None:
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.name.setProperty("role", "link")
        self.changes.setObjectName("history_text")
        self.changes.setOpenLinks(False)
        self._told = FieldColumn()
        self._told.add_field(_("What reads otherwise"), self.changes, 1)
        columns = QHBoxLayout()
        columns.setSpacing(3 * GRID)
        columns.addWidget(self._told, 1)
        self._decided = ScrolledPage(self.decision)
        columns.addWidget(self._decided, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.name)
        column.addLayout(columns, 1)


def _choices(amendment: Amendment, row: EditionRow, deed: Deed, language: Language) -> Iterator[Choice]:
    """What a deed of a row can refer to: another row, or for a move a group of rows."""
    form_set, plan = amendment.form_set, amendment.present
    rows = {kind for form in form_set.forms.values() for kind in form.rows}
    groups = {kind for level in form_set.levels.values() for kind in level.kinds}
    wanted = groups if deed == "programme" else rows
    for node in plan.walk():
        if node.kind in wanted and node.id != row.row_id:
            yield Choice(node.id, row_name(plan, node.id, language))
