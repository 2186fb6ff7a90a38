"""The verbs of spelling: marks on the page, the way to the next misspelt word, and the panel that goes through the plan.

The panel is loaded when it is first shown, so that the window does not wait for it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from success_desktop.i18n import LANGUAGES, N_
from success_desktop.services.hit_order import Stop
from success_desktop.services.spelling_walk import SpellingWalk
from success_desktop.settings import Settings
from success_desktop.ui.finding.page_places import go_to_stop, read_start
from success_desktop.ui.kept_settings import keep_settings
from success_desktop.ui.message_bar import MessageBar
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.spelling.checker import SpellChecker
from success_desktop.ui.spelling.highlighter import SpellingHighlighter
from success_desktop.ui.spelling.looking import Looking
from success_desktop.ui.spelling.menu import offer_words
from success_desktop.ui.thai_text import ThaiTextEdit
from success_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from success_desktop.ui.spelling.panel import SpellingPanel

PANEL = "spelling"


class Spelling(QObject):
    """Watches over the text fields of a window. `show_both` lets the page show both languages."""

    def __init__(
        self,
        workspace: Workspace,
        bridge: PlanBridge,
        settings: Settings,
        message_bar: MessageBar,
        show_both: Callable[[], object],
    ) -> None:
        super().__init__(workspace)
        self.checker = SpellChecker(bridge, self)
        self._workspace = workspace
        self._bridge = bridge
        self._settings = settings
        self._message_bar = message_bar
        self._show_both = show_both
        self.looking = Looking(bridge, self.checker, self)
        self.looking.found.connect(lambda doubt: self._go_to(Stop(doubt.passage, doubt.found[:2])))
        self.looking.ended.connect(self._say_nothing_found)
        self._marking: dict[ThaiTextEdit, SpellingHighlighter] = {}
        workspace.text_edit_made.connect(self._watch)
        workspace.panel(PANEL).furnished.connect(self._on_furnished)

    # --- the verbs -----------------------------------------------------------------------------------------

    @property
    def is_marking(self) -> bool:
        """Whether misspelt words are marked while somebody types."""
        return self._settings.has_spelling_marks

    def toggle_marking(self) -> None:
        """Mark misspelt words, or leave off; remembered in the settings."""
        self._settings.has_spelling_marks = not self.is_marking
        keep_settings(self._settings, self._bridge)
        for marking in self._marking.values():
            marking.turn(self.is_marking)

    def marking_of(self, edit: ThaiTextEdit) -> SpellingHighlighter:
        """What marks a text field. Raises KeyError for any other field."""
        return self._marking[edit]

    def open(self) -> None:
        """Go through the plan from what is chosen on, one misspelt word after the other."""
        from success_desktop.ui.spelling.panel import SpellingPanel

        self._workspace.show_panel(PANEL)
        panel = self._workspace.panel(PANEL).inside()
        if isinstance(panel, SpellingPanel):
            panel.begin(self._workspace.node_id())

    def go_to_next(self) -> None:
        """Go to the next misspelt word behind the caret, wherever in the plan it is."""
        editor = self._bridge.editor
        if editor is None:
            return
        self._bridge.leaving.emit()
        start = read_start(self._workspace.page)
        walk = SpellingWalk(editor.plan, self._workspace.node_id())
        if start.field and start.node_id == self._workspace.node_id():
            walk.go_to(editor.plan, start)
        self.looking.begin(walk)

    # --- how -----------------------------------------------------------------------------------------------

    def _watch(self, edit: ThaiTextEdit) -> None:
        marking = SpellingHighlighter(edit, self.checker)
        marking.turn(self.is_marking)
        self._marking[edit] = marking
        edit.menu_opening.connect(lambda menu, position: self._on_menu_opening(edit, menu, position))
        edit.destroyed.connect(lambda: self._marking.pop(edit, None))

    def _go_to(self, stop: Stop) -> None:
        self._workspace.show_view("page")
        if not self._workspace.find_node(stop.passage.node_id):
            return
        page = self._workspace.page
        if page.context.mode not in ("both", stop.passage.part) and stop.passage.part in LANGUAGES:
            self._show_both()
        go_to_stop(page, stop)

    def _say_nothing_found(self) -> None:
        self._message_bar.show_success(N_("No misspelt word was found."))

    def _on_menu_opening(self, edit: ThaiTextEdit, menu: QMenu, position: int) -> None:
        """Offer what can be done with the misspelt word under the pointer or at the caret."""
        block = edit.document().findBlock(position)
        place = position - block.position()
        marking = self._marking.get(edit)
        for start, end in marking.marks_in(block) if marking is not None and self.is_marking else ():
            if start <= place <= end:
                offer_words(menu, edit, (block.position() + start, block.position() + end), self.checker)
                return

    def _on_furnished(self, panel: QWidget) -> None:
        from success_desktop.ui.spelling.panel import SpellingPanel

        if isinstance(panel, SpellingPanel):
            panel.use_checker(self.checker)
            panel.stop_chosen.connect(lambda stop: self._accompany(panel, stop))
            panel.given_up.connect(self._workspace.panel(PANEL).close)

    def _accompany(self, panel: "SpellingPanel", stop: Stop) -> None:
        """Show a word on the page while the panel keeps the keyboard."""
        self._go_to(stop)
        panel.card.wording.setFocus()
