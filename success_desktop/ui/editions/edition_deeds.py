"""What is done to the edition in view: every hand-in of its page becomes a step of the plan."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from success_desktop.domain.office import Deed, Routing, Wordings, read_office
from success_desktop.domain.word_fields import FieldValue
from success_desktop.services.adopting import adopt_edition
from success_desktop.services.editions import (
    announce_edition,
    note_row,
    record_deed,
    remove_edition,
    route_row,
    set_edition,
)
from success_desktop.ui.editions.edition_page import EditionPage
from success_desktop.ui.plan_bridge import PlanBridge


class EditionDeeds(QObject):
    """Listens to a page; `edition_id` tells which edition it shows.

    `adopted(Edition)` and `removed(Edition)` tell what has been done.
    """

    adopted = Signal(object)
    removed = Signal(object)

    def __init__(self, bridge: PlanBridge, page: EditionPage, edition_id: Callable[[], str]) -> None:
        super().__init__(page)
        self._bridge, self._page, self._edition_id = bridge, page, edition_id
        decision = page.rows.page.decision
        page.about.typed.connect(self._on_field_typed)
        decision.routed.connect(self._on_routed)
        decision.reasoned.connect(self._on_reasoned)
        decision.recorded.connect(self._on_recorded)
        page.ready.adopted.connect(self._on_adopted)
        page.removal_requested.connect(self._on_removal_requested)
        for line in (*page.about.lines, decision.why):
            line.undo_requested.connect(bridge.undo)
            line.redo_requested.connect(bridge.redo)
        for wording in (page.about.reasons, decision.reason):
            wording.undo_requested.connect(bridge.undo)
            wording.redo_requested.connect(bridge.redo)

    def _on_field_typed(self, field: str, value: FieldValue) -> None:
        editor, edition_id = self._bridge.editor, self._edition_id()
        if editor is None:
            return
        if field == "announced_on":
            day = value if isinstance(value, date) else None
            self._bridge.do(lambda: announce_edition(editor, edition_id, day))
        else:
            self._bridge.do(lambda: set_edition(editor, edition_id, {field: value}))

    def _on_routed(self, kind: Routing, reason: str) -> None:
        editor, edition_id, row_id = self._bridge.editor, self._edition_id(), self._row_id()
        if editor is not None and row_id:
            self._bridge.do(lambda: route_row(editor, edition_id, row_id, kind, reason))

    def _on_reasoned(self, reason: Wordings) -> None:
        editor, edition_id, row_id = self._bridge.editor, self._edition_id(), self._row_id()
        if editor is not None and row_id:
            self._bridge.do(lambda: note_row(editor, edition_id, row_id, reason))

    def _on_recorded(self, deed: Deed, other_id: str) -> None:
        editor, edition_id, row_id = self._bridge.editor, self._edition_id(), self._row_id()
        if editor is not None and row_id:
            self._bridge.do(lambda: record_deed(editor, edition_id, row_id, deed, other_id))

    def _on_adopted(self, day: date | None, first_page: int) -> None:
        editor, edition_id = self._bridge.editor, self._edition_id()
        if editor is None:
            return
        self._bridge.leaving.emit()
        QApplication.setOverrideCursor(
            Qt.CursorShape.WaitCursor
        )  # the pages of a long book take a few seconds
        try:
            revision = self._bridge.do(lambda: adopt_edition(editor, edition_id, day, first_page))
        finally:
            QApplication.restoreOverrideCursor()
        self._bridge.revised.emit()
        if revision is not None:
            self.adopted.emit(read_office(editor.plan).edition(edition_id))

    def _on_removal_requested(self) -> None:
        editor, edition_id = self._bridge.editor, self._edition_id()
        if editor is None:
            return
        self._bridge.leaving.emit()
        edition = read_office(editor.plan).edition(edition_id)
        number = editor.present
        self._bridge.do(lambda: remove_edition(editor, edition_id))
        if editor.present != number:
            self.removed.emit(edition)

    def _row_id(self) -> str:
        row = self._page.rows.page.row
        return row.row_id if row is not None else ""
