"""What people decide on one row of an edition: to which kind it belongs, why it differs, and what became of it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from success_desktop.domain.edition_words import DEED_NAMES, KIND_NAMES
from success_desktop.domain.editions import EditionRow
from success_desktop.domain.office import Deed, Routing
from success_desktop.i18n import _, interface_language, translate
from success_desktop.ui.documents.field_column import FieldColumn
from success_desktop.ui.editions.kept_fields import KeptLine, KeptWording
from success_desktop.ui.page.entry_field import CalmComboBox
from success_desktop.ui.theme import GRID
from success_desktop.ui.work_view import LanguageMode

_ROUTES: tuple[Routing, ...] = ("", "addition", "change", "correction")
_DEEDS: tuple[Deed, ...] = ("", "coordination", "merged", "duplicate", "programme")
_WITH_OTHER: frozenset[Deed] = frozenset(("merged", "duplicate", "programme"))
_LINES_OF_REASON = 3


class Choice(NamedTuple):
    """A row or a programme that a deed can refer to."""

    node_id: str
    name: str


class RowDecision(FieldColumn):
    """Shows what is decided of a row.

    `routed(kind, reason)`, `reasoned(Wordings)` and `recorded(deed, other id)` hand in what a person decides. Another kind
    than the rule's is handed in once there is a reason for it.
    """

    routed = Signal(str, str)
    reasoned = Signal(object)
    recorded = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: EditionRow | None = None
        self._list_others: Callable[[Deed], Sequence[Choice]] = lambda _deed: ()
        self.kinds, self.deeds, self.others = CalmComboBox(), CalmComboBox(), CalmComboBox()
        self.why = KeptLine()
        self.reason = KeptWording(_("Reason and necessity"), _LINES_OF_REASON)
        self._lay_out()
        self._connect()

    def show_row(self, place: str, row: EditionRow, rule: str) -> None:
        """Show a row of the edition `place` (a word that tells it from the same row of another) and why it belongs there."""
        language = interface_language()
        self._row = row
        self.rule.setText(rule)
        proposed = translate(KIND_NAMES[row.proposed], language)
        with QSignalBlocker(self.kinds):
            self.kinds.setItemText(0, _("By the rule: {kind}").format(kind=proposed))
            self.kinds.setCurrentIndex(_ROUTES.index(row.note.routed if row.note else ""))
        self.why.show_text(row.note.routing_reason if row.note else "")
        self.reason.show_wordings(place, row.reason)
        with QSignalBlocker(self.deeds):
            self.deeds.setCurrentIndex(_DEEDS.index(row.deed))
        self._fit(row.other_id)

    def offer_others(self, list_others: Callable[[Deed], Sequence[Choice]]) -> None:
        """Ask `list_others` for what a deed can refer to, once one is chosen that refers to something."""
        self._list_others = list_others

    def set_read_only(self, *, is_read_only: bool) -> None:
        """Let what is decided be read only: the edition is adopted."""
        for part in (self.kinds, self.deeds, self.others):
            part.setEnabled(not is_read_only)
        self.why.setReadOnly(is_read_only)
        self.reason.set_read_only(is_read_only=is_read_only)

    def set_language_mode(self, mode: LanguageMode) -> None:
        """Ask for the reason in Thai, English or both."""
        self.reason.set_languages(mode)

    def commit(self) -> None:
        """Hand in what is being typed."""
        self.why.commit()
        self.reason.commit()

    def _lay_out(self) -> None:
        language = interface_language()
        self.kinds.addItems(["", *(translate(KIND_NAMES[kind], language) for kind in _ROUTES[1:] if kind)])
        self.deeds.addItems([translate(DEED_NAMES[deed], language) for deed in _DEEDS])
        self.others.setEditable(True)
        self.others.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.rule = self.add_line("")
        self.add_field(_("Belongs to"), self.kinds)
        self.why_label = self.add_field(_("Why it does not go by the rule"), self.why)
        self.column.addSpacing(GRID)
        self.add(self.reason)
        self._deed_columns = self.add_beside(
            (_("What became of the row"), self.deeds), (_("Which one"), self.others)
        )
        self.fill_up()

    def _connect(self) -> None:
        self.kinds.activated.connect(self._on_kind_chosen)
        self.why.typed.connect(lambda _text: self._hand_in_kind())
        self.reason.typed.connect(self.reasoned)
        self.deeds.activated.connect(self._on_deed_chosen)
        self.others.activated.connect(self._on_other_chosen)

    def _kind(self) -> Routing:
        return _ROUTES[self.kinds.currentIndex()]

    def _deed(self) -> Deed:
        return _DEEDS[self.deeds.currentIndex()]

    def _on_kind_chosen(self) -> None:
        self._fit(str(self.others.currentData() or ""))
        if self._is_by_rule():
            self.routed.emit("", "")
        elif self.why.text().strip():
            self._hand_in_kind()
        else:
            self.why.setFocus()

    def _hand_in_kind(self) -> None:
        if not self._is_by_rule() and self.why.text().strip():
            self.routed.emit(self._kind(), self.why.text().strip())

    def _is_by_rule(self) -> bool:
        return self._kind() in ("", self._row.proposed if self._row is not None else "")

    def _on_deed_chosen(self) -> None:
        self._fit("")
        if self._deed() in _WITH_OTHER:
            self.others.setFocus()
        else:
            self.recorded.emit(self._deed(), "")

    def _on_other_chosen(self) -> None:
        other_id = str(self.others.currentData() or "")
        if other_id:
            self.recorded.emit(self._deed(), other_id)

    def _fit(self, other_id: str) -> None:
        """Ask only what follows from what is chosen; `other_id` is what the deed refers to."""
        for part in (self.why, self.why_label):
            part.setVisible(not self._is_by_rule())
        has_other = self._deed() in _WITH_OTHER
        self._deed_columns[1].setVisible(has_other)
        with QSignalBlocker(self.others):
            self.others.clear()
            self.others.addItem("", "")
            for choice in self._list_others(self._deed()) if has_other else ():
                self.others.addItem(choice.name, choice.node_id)
            self.others.setCurrentIndex(max(self.others.findData(other_id), 0))
        for box in (self.kinds, self.deeds, self.others):
            box.setToolTip(box.currentText())
