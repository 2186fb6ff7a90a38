"""The verbs of finding: the search box, the panel for replacing, and the way from hit to hit.

The panel is loaded when it is first shown, so that the window does not wait for it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from success_desktop.domain.plan import Plan
from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES, N_
from success_desktop.services.finding import SearchIndex, Wanted
from success_desktop.services.hit_order import Start, Stop, find_next, find_previous
from success_desktop.services.replacing import Replaced
from success_desktop.ui.finding.highlights import Highlights
from success_desktop.ui.finding.page_places import go_to_stop, read_start
from success_desktop.ui.message_bar import MessageBar
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.undo_offer import UndoOffer
from success_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from success_desktop.ui.finding.find_panel import FindPanel

PANEL = "find"
_Step = Callable[[Plan, Wanted, SearchIndex, Start], Stop | None]


class Finding(QObject):
    """Looks for what the search box or the panel asked for last.

    `show_both` lets the page show both languages, for a hit in the one that is hidden.
    """

    def __init__(
        self,
        workspace: Workspace,
        bridge: PlanBridge,
        message_bar: MessageBar,
        show_both: Callable[[], object],
    ) -> None:
        super().__init__(workspace)
        self.wanted: Wanted | None = None
        self._workspace = workspace
        self._bridge = bridge
        self._message_bar = message_bar
        self._show_both = show_both
        self._last: Start | None = None
        self._is_marking = True
        self._offer = UndoOffer(message_bar, bridge)
        self._highlights = Highlights(workspace.page)
        self._marking = QTimer(self, interval=0, singleShot=True)
        self._marking.timeout.connect(self._mark)
        workspace.outline.searched.connect(self._on_searched)
        workspace.outline.node_selected.connect(self._on_node_selected)
        workspace.panel(PANEL).furnished.connect(self._on_furnished)
        workspace.panel(PANEL).visibilityChanged.connect(self._on_panel_shown)
        bridge.closed.connect(self._forget)

    # --- the verbs -----------------------------------------------------------------------------------------

    def open(self) -> None:
        """Go to the search box, or to the panel when it is open; either takes over what is selected in a text."""
        chosen = _selected_text()
        panel = self._open_panel()
        if panel is not None:
            panel.begin(chosen)
        else:
            self._workspace.panel("outline").show()
            if chosen:
                self._workspace.outline.filter.setText(chosen)
            self._workspace.outline.focus_filter()

    def open_replace(self) -> None:
        """Open the panel for finding and replacing, with what is selected or being searched for."""
        chosen = _selected_text() or self._workspace.outline.filter.text().strip()
        self._workspace.show_panel(PANEL)
        panel = self._open_panel()
        if panel is not None:
            panel.begin(chosen)

    def go_to_next(self) -> None:
        """Go to the next hit; without anything looked for, ask for it."""
        self._step(find_next)

    def go_to_previous(self) -> None:
        """Go to the hit before; without anything looked for, ask for it."""
        self._step(find_previous)

    def refresh(self) -> None:
        """Mark the page anew, now that another node, language or state of the plan is on it."""
        self._marking.start()

    # --- how -----------------------------------------------------------------------------------------------

    def _step(self, find: _Step) -> None:
        if self._workspace.outline.filter.hasFocus():
            self._workspace.outline.narrow()
        editor, index = self._bridge.editor, self._workspace.outline.index
        if editor is None or index is None:
            return
        if self.wanted is None or not self.wanted.text:
            self.open()
            return
        self._bridge.leaving.emit()
        stop = find(editor.plan, self.wanted, index, self._start())
        if stop is not None:
            self._go_to(stop)
        else:
            self._say_nothing_found(self.wanted.text)

    def _start(self) -> Start:
        """Where to go on from: the caret, else the place gone to last if it is still shown."""
        start = read_start(self._workspace.page)
        node_id = self._workspace.node_id()
        if start.field and start.node_id == node_id:
            return start
        return self._last if self._last and self._last.node_id == node_id else Start(node_id)

    def _go_to(self, stop: Stop) -> None:
        passage = stop.passage
        self._workspace.show_view("page")
        if not self._workspace.find_node(passage.node_id):
            return
        is_seen = passage.part in (self._workspace.outline_language(), *_both(self._workspace))
        if passage.is_text and not is_seen:
            self._show_both()
        go_to_stop(self._workspace.page, stop)
        self._last = Start(passage.node_id, passage.field, passage.part, stop.span)
        self._is_marking = True
        self.refresh()

    def _mark(self) -> None:
        editor = self._bridge.editor
        wanted = self.wanted if self._is_marking else None
        self._highlights.show(editor.plan if editor is not None else None, wanted)

    def _say_nothing_found(self, text: str) -> None:
        self._message_bar.show_error(
            UserError(N_("“{text}” is not in the plan."), advice=N_("Try fewer letters."), text=text)
        )

    def _open_panel(self) -> "FindPanel | None":
        dock = self._workspace.panel(PANEL)
        if not dock.isVisible():
            return None
        from success_desktop.ui.finding.find_panel import FindPanel

        panel = dock.inside()
        return panel if isinstance(panel, FindPanel) else None

    # --- what happens --------------------------------------------------------------------------------------

    def _on_searched(self, query: str) -> None:
        self._last, self._is_marking = None, True
        if query:
            self.wanted = Wanted(query)
        else:
            panel = self._open_panel()
            self.wanted = panel.wanted() if panel is not None else None
        self.refresh()

    def _on_wanted(self, wanted: Wanted) -> None:
        self._last, self._is_marking = None, True
        self.wanted = wanted
        self.refresh()

    def _on_node_selected(self, node_id: str) -> None:
        panel = self._open_panel()
        if panel is not None:
            panel.show_node(node_id)
        self.refresh()

    def _on_furnished(self, panel: QWidget) -> None:
        from success_desktop.ui.finding.find_panel import FindPanel

        if isinstance(panel, FindPanel):
            panel.use_index(lambda: self._workspace.outline.index)
            panel.wanted_changed.connect(self._on_wanted)
            panel.stop_chosen.connect(self._go_to)
            panel.replaced.connect(self._on_replaced)
            panel.given_up.connect(self._workspace.panel(PANEL).close)

    def _on_panel_shown(self, is_shown: bool) -> None:
        panel = self._open_panel()
        if is_shown and panel is not None:
            panel.show_node(self._workspace.node_id())
            if panel.wanted().text:
                self._on_wanted(panel.wanted())
        elif not is_shown:
            query = self._workspace.outline.filter.text().strip()
            self.wanted, self._is_marking = (Wanted(query) if query else None), False
            self.refresh()

    def _on_replaced(self, done: Replaced) -> None:
        """Say how many places were replaced, with the way back."""
        wording = (
            N_("Replaced in {places} places; {skipped} texts had just been changed and stayed as they are.")
            if done.skipped
            else N_("Replaced in {places} places.")
        )
        say = self._offer.make if done.places else self._message_bar.show_success
        say(wording, places=f"{done.places:,}", skipped=f"{done.skipped:,}")

    def _forget(self) -> None:
        self.wanted, self._last = None, None
        self.refresh()


def _both(workspace: Workspace) -> tuple[str, ...]:
    """The languages of the page where it shows more than one."""
    return LANGUAGES if workspace.page.context.mode == "both" else ()


def _selected_text() -> str:
    """What is selected in the text that has the focus, if it is a piece of one line."""
    focus = QApplication.focusWidget()
    text = ""
    if isinstance(focus, QTextEdit):
        text = focus.textCursor().selectedText()
    elif isinstance(focus, QLineEdit):
        text = focus.selectedText()
    return "" if "\u2029" in text else text.strip()
