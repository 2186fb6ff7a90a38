"""The view of the editions: the first one and its amendments, and what the open one amends."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from success_desktop.domain.office import Edition, EditionKind, Office, read_office
from success_desktop.domain.reviewing import reviewed_round
from success_desktop.errors import UserError
from success_desktop.services.edition_rows import Amendment, read_amendment
from success_desktop.services.editions import begin_edition
from success_desktop.ui.editions.edition_deeds import EditionDeeds
from success_desktop.ui.editions.edition_page import EditionPage
from success_desktop.ui.editions.editions_list import EditionsList
from success_desktop.ui.editions.filling import Filling
from success_desktop.ui.editions.first_step import FirstStep
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.scrolled_page import ScrolledPage
from success_desktop.ui.theme import GRID, tokens
from success_desktop.ui.work_view import LanguageMode, WorkView

_REST_MS = 600
"""Longer than a text waits until it is kept: nothing is read anew between the words of somebody who goes on typing."""
_MARGINS = (20, 12, 16, 12)


class EditionsView(WorkView):
    """Follows the plan while it is seen: what is edited is a row of the edition at once.

    `print_requested(edition id)` and `pack_requested(edition id)` ask for papers, `adopted(Edition)` and `removed(Edition)`
    tell what has been done and can be undone.
    """

    print_requested = Signal(str)
    pack_requested = Signal(str)
    adopted = Signal(object)
    removed = Signal(object)

    def __init__(self, bridge: PlanBridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("editions")
        self.amendment: Amendment | None = None
        self._edition_id = ""
        self._inside: ScrolledPage | None = None
        self._is_stale = True
        self._colours = tokens()
        self._timer = QTimer(self, interval=_REST_MS, singleShot=True)
        self._timer.timeout.connect(self.refresh)
        self._around = QVBoxLayout(self)
        self._around.setContentsMargins(0, 0, 0, 0)
        self._build()
        for signal in (bridge.edited, bridge.filed):
            signal.connect(lambda _event: self._on_edited())
        bridge.opened.connect(self._on_opened)
        bridge.leaving.connect(self.commit_pending)

    def set_language_mode(self, mode: LanguageMode) -> None:
        """Name the rows, and ask for reasons, in Thai, English or both."""
        super().set_language_mode(mode)
        self.page.set_language_mode(mode)
        self._change()

    def commit_pending(self) -> None:
        """Hand in what is still being typed."""
        self.page.commit()

    def is_showing(self, node_ids: Sequence[str]) -> bool:
        """A row that differs is told here, if it is one of this edition."""
        rows = self.amendment.rows if self.amendment is not None else ()
        return any(row.row_id in node_ids for row in rows)

    def choose(self, edition_id: str) -> None:
        """Show an edition."""
        self.commit_pending()
        self._edition_id = edition_id
        self.refresh()

    def refresh(self) -> None:
        """Read the editions anew and show them."""
        self._timer.stop()
        self._is_stale = False
        editor = self.bridge.editor
        office = read_office(editor.plan) if editor is not None else Office()
        edition = self._current(office)
        self._edition_id = edition.id if edition is not None else ""
        is_locked = editor is not None and bool(reviewed_round(editor.plan))
        self.editions.show_editions(office.editions, self._edition_id, is_locked=is_locked)
        self.nothing.lock(is_locked=is_locked)
        self.editions.setVisible(bool(office.editions))
        self.amendment = None
        if editor is None or edition is None:
            self._stack.setCurrentWidget(self.nothing)
            return
        try:
            self.amendment = read_amendment(editor, edition.id)
        except UserError as error:
            self.trouble.setText(str(error))
            self._stack.setCurrentWidget(self.trouble)
            return
        self.page.show_amendment(editor, office, self.amendment, self.language)
        self._stack.setCurrentWidget(self.page)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed meanwhile."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language, and show the colours, that the interface has changed to."""
        if event.type() == QEvent.Type.LanguageChange:
            self.commit_pending()
            self._build()
            self._change()
        elif event.type() == QEvent.Type.PaletteChange and tokens() != self._colours:
            self._colours = tokens()
            self._on_edited()  # the words that differ are coloured anew
        super().changeEvent(event)

    def _current(self, office: Office) -> Edition | None:
        """The edition chosen, else the one being prepared, else the newest."""
        chosen = next((one for one in office.editions if one.id == self._edition_id), None)
        return chosen or office.open_edition or next(reversed(office.editions), None)

    def _build(self) -> None:
        """Make everything that is seen, in the language of the interface."""
        if self._inside is not None:
            self._around.removeWidget(self._inside)
            self._inside.deleteLater()
        self.editions, self.page = EditionsList(), EditionPage()
        self.nothing, self.trouble = FirstStep(), QLabel()
        self.trouble.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.trouble.setWordWrap(True)
        self._stack = QStackedWidget()
        for part in (self.nothing, self.trouble, self.page):
            self._stack.addWidget(part)
        held, inside = Filling(), QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(*_MARGINS)
        row.setSpacing(3 * GRID)
        row.addWidget(self.editions)
        row.addWidget(self._stack, 1)
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(held)
        self._inside = ScrolledPage(inside)
        self._around.addWidget(self._inside)
        self.page.set_language_mode(self.mode)
        self.deeds = EditionDeeds(self.bridge, self.page, lambda: self._edition_id)
        self._connect()

    def _connect(self) -> None:
        self.editions.chosen.connect(self.choose)
        self.editions.begun.connect(self._on_begun)
        self.nothing.begun.connect(lambda: self._on_begun("first"))
        self.page.print_requested.connect(lambda: self.print_requested.emit(self._edition_id))
        self.page.pack_requested.connect(lambda: self.pack_requested.emit(self._edition_id))
        self.page.rows.page.opened.connect(self.node_requested)
        self.deeds.adopted.connect(self.adopted)
        self.deeds.removed.connect(self.removed)

    def _on_begun(self, kind: EditionKind) -> None:
        editor = self.bridge.editor
        if editor is not None:
            self.bridge.leaving.emit()
            edition_id = self.bridge.do(lambda: begin_edition(editor, kind))
            if edition_id is not None:
                self.choose(edition_id)

    def _on_opened(self) -> None:
        self._edition_id = ""
        self._change()

    def _on_edited(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._timer.start()

    def _change(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.refresh()
