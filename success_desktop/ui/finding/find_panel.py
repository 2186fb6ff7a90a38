"""The panel for finding and replacing: every hit a row, with what is there now and what would be."""

import time
from collections.abc import Callable, Iterator
from itertools import chain

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.plan import Plan
from success_desktop.i18n import _
from success_desktop.services.finding import Hit, SearchIndex, Wanted, look_through
from success_desktop.services.replacing import accept_replace
from success_desktop.ui.finding.hit_list import MOST_SHOWN, Counts, HitList
from success_desktop.ui.finding.hit_table import HitTable
from success_desktop.ui.finding.options import FindOptions
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.thai_text import ThaiLineEdit
from success_desktop.ui.theme import GRID

DELAY_MS = 200
_SLICE_SECONDS = 0.012


class FindPanel(QWidget):
    """Looks through the open plan while something is typed, and replaces what is checked in one step of undo.

    `wanted_changed(Wanted)` tells what is looked for, `stop_chosen(Stop)` that somebody wants to go to a hit,
    `replaced(Replaced)` what was done, `given_up` that Escape was pressed.
    """

    wanted_changed = Signal(object)
    stop_chosen = Signal(object)
    replaced = Signal(object)
    given_up = Signal()

    def __init__(self, bridge: PlanBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bridge = bridge
        own_index = SearchIndex()
        self._index: Callable[[], SearchIndex | None] = lambda: own_index
        self.sought = ThaiLineEdit()
        self.wording = ThaiLineEdit()
        self.labels = QLabel(), QLabel()
        self.replace_button = QPushButton()
        self.all_button, self.none_button = QPushButton(), QPushButton()
        self.options = FindOptions()
        self.hits = HitList(self)
        self.table = HitTable(self.hits)
        self.told = QLabel()
        self._searched: Wanted | None = None
        self._looking: Iterator[tuple[Hit, ...]] = iter(())
        self._found: list[Hit] = []
        self._plan: Plan | None = None
        self._typing = QTimer(self, interval=DELAY_MS, singleShot=True)
        self._slices = QTimer(self, interval=0)
        self._lay_out()
        self._connect()
        self._word()
        self.setFocusProxy(self.sought)

    # --- what the window asks ------------------------------------------------------------------------------

    def use_index(self, index: Callable[[], SearchIndex | None]) -> None:
        """Search by an index that others use too, asked for when a search begins."""
        self._index = index

    def begin(self, text: str) -> None:
        """Look for `text` ("": for what was looked for last), with the caret in the field for it."""
        if text:
            self.sought.setText(text)
        self.sought.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.sought.selectAll()
        self.look()

    def show_node(self, node_id: str) -> None:
        """Offer to keep the search below the node chosen in the outline."""
        self.options.show_node(node_id)

    def wanted(self) -> Wanted:
        """What the panel looks for."""
        return self.options.wanted(self.sought.text())

    def look(self) -> None:
        """Look through the plan anew, a little at a time; the list changes when all of it has been seen."""
        self._typing.stop()
        editor, index = self._bridge.editor, self._index()
        self._plan = editor.plan if editor is not None else None
        self.options.show_plan(self._plan)
        wanted = self.wanted()
        self._found = []
        has_plan = self._plan is not None and index is not None
        self._looking = look_through(self._plan, wanted, index) if self._plan and index else iter(())
        self._slices.start()
        if has_plan and wanted != self._searched:
            self.wanted_changed.emit(wanted)

    def finish(self) -> None:
        """See the rest of the plan at once."""
        if self._typing.isActive():
            self.look()
        if self._slices.isActive():
            self._found.extend(chain.from_iterable(self._looking))
            self._show_found()

    def replace(self) -> None:
        """Replace what is checked, as one step."""
        self.finish()
        self._bridge.leaving.emit()
        editor, chosen = self._bridge.editor, self.hits.chosen()
        if editor is None or not chosen:
            return
        done = self._bridge.do(lambda: accept_replace(editor, chosen))
        if done is not None:
            self.look()
            self.replaced.emit(done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again: the plan may have changed while nobody saw the list."""
        super().showEvent(event)
        self.look()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that the interface has changed to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
            self.look()
        super().changeEvent(event)

    # --- building ------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(GRID)
        for label, field in zip(self.labels, (self.sought, self.wording), strict=True):
            label.setBuddy(field)
            first.addWidget(label)
            first.addWidget(field, 1)
        self.replace_button.setProperty("primary", True)
        first.addWidget(self.replace_button)
        third = QHBoxLayout()
        third.setSpacing(GRID)
        self.told.setProperty("role", "secondary")
        self.told.setWordWrap(True)
        third.addWidget(self.told, 1)
        for button in (self.all_button, self.none_button):
            button.setProperty("role", "link")
            third.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, GRID)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(self.options)
        column.addLayout(third)
        column.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.sought.textChanged.connect(lambda: self._typing.start())
        self.sought.returnPressed.connect(self._on_entered)
        self.wording.textChanged.connect(self.hits.set_wording)
        self.options.changed.connect(self.look)
        self.hits.choice_changed.connect(self._tell)
        self.table.opened.connect(lambda index: self.stop_chosen.emit(self.hits.stop(index)))
        self.replace_button.clicked.connect(self.replace)
        self.all_button.clicked.connect(lambda: self.hits.choose_all(True))
        self.none_button.clicked.connect(lambda: self.hits.choose_all(False))
        self._typing.timeout.connect(self.look)
        self._slices.timeout.connect(self._look_on)
        self._bridge.edited.connect(self._on_plan_changed)
        self._bridge.opened.connect(self._on_plan_changed)
        self._bridge.closed.connect(self.look)

    def _word(self) -> None:
        for label, field, text in zip(
            self.labels, (self.sought, self.wording), (_("Find"), _("Replace with")), strict=True
        ):
            label.setText(text)
            field.setAccessibleName(text)
        self.all_button.setText(_("Choose all"))
        self.none_button.setText(_("Choose none"))
        self.table.setAccessibleName(_("What was found"))
        self._tell()

    # --- what happens --------------------------------------------------------------------------------------

    def _on_plan_changed(self) -> None:
        if self.isVisible():
            self._typing.start()

    def _on_entered(self) -> None:
        """Enter goes to the list."""
        self.finish()
        if self.hits.rowCount():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            self.table.setCurrentIndex(self.hits.index(0, 0))

    def _look_on(self) -> None:
        """Look for a few milliseconds."""
        until = time.monotonic() + _SLICE_SECONDS
        for hits in self._looking:
            self._found.extend(hits)
            if time.monotonic() > until:
                return
        self._show_found()

    def _show_found(self) -> None:
        self._slices.stop()
        numbers = number_nodes(self._plan) if self._plan is not None and self._found else {}
        row = self.table.currentIndex().row()
        wanted = self.wanted()
        self.hits.show(self._plan, numbers, self._found)
        if wanted != self._searched:
            self.hits.begin(wanted)
        elif row >= 0:
            self.table.setCurrentIndex(self.hits.index(min(row, self.hits.rowCount() - 1), 0))
        self._searched = wanted

    def _tell(self) -> None:
        """Say how much was found, and how much of it the button would replace."""
        places = sum(len(replacement.spans) for replacement in self.hits.chosen())
        self.replace_button.setEnabled(places > 0)
        self.replace_button.setText(_("Replace in {count} places").format(count=f"{places:,}"))
        counts = self.hits.counts()
        for button in (self.all_button, self.none_button):
            button.setEnabled(counts.places > counts.fixed)
        self.told.setText(" ".join(self._sentences(counts)))

    def _sentences(self, counts: Counts) -> Iterator[str]:
        if not self.sought.text():
            yield _("Type what you are looking for: it is sought in all texts of the plan.")
        elif not counts.places:
            yield _("Not in the plan.")
        else:
            yield _("Found in {count} places of {nodes} items.").format(
                count=f"{counts.places:,}", nodes=f"{counts.nodes:,}"
            )
        if counts.fixed:
            yield _(
                "{count} of them are numbers, dates or choices, which are changed in their own fields."
            ).format(count=f"{counts.fixed:,}")
        if counts.places > MOST_SHOWN:
            yield _("The first {count} are listed.").format(count=f"{MOST_SHOWN:,}")
