"""The panel that goes through the plan from one misspelt word to the next (F7)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from success_desktop.i18n import _
from success_desktop.services.hit_order import Stop
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.replacing import Replaced
from success_desktop.services.spelling_walk import Doubt, SpellingWalk, correct_everywhere, correct_word
from success_desktop.ui.page.part import make_label
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.spelling.checker import SpellChecker
from success_desktop.ui.spelling.doubt_card import DoubtCard
from success_desktop.ui.spelling.looking import Looking
from success_desktop.ui.theme import GRID, PANEL_WIDTH


class SpellingPanel(QWidget):
    """Shows one misspelt word at a time with what may have been meant; the page goes along.

    `stop_chosen(Stop)` tells where the word stands; `given_up` that Escape was pressed. `doubt` is the word shown: None
    while looking, and at the end.
    """

    stop_chosen = Signal(object)
    given_up = Signal()

    def __init__(self, bridge: PlanBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("spelling")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bridge = bridge
        self._checker: SpellChecker | None = None
        self._looking: Looking | None = None
        self._is_leading = True
        self._counts = {"corrected": 0, "passed": 0}
        self.doubt: Doubt | None = None
        self.told = make_label("", "strong")
        self.card = DoubtCard()
        self.again_button = QPushButton()
        self._lay_out()
        self._show()

    # --- what the window asks ------------------------------------------------------------------------------

    def use_checker(self, checker: SpellChecker) -> None:
        """Check by dictionaries that the fields of the page use too."""
        self._checker = checker
        self._looking = Looking(self._bridge, checker, self)
        self._looking.found.connect(self._on_found)
        self._looking.ended.connect(self._show)

    def begin(self, node_id: str) -> None:
        """Go through the plan once, from a node on; "" from its beginning."""
        self._bridge.leaving.emit()
        editor = self._bridge.editor
        self.doubt = None
        self._counts = dict.fromkeys(self._counts, 0)
        if editor is not None and self._looking is not None:
            self._looking.walk = SpellingWalk(editor.plan, node_id)
            self._go_on()

    def finish(self) -> None:
        """Look on to the next misspelt word at once."""
        if self._looking is not None:
            self._looking.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language, and show the colours, that the interface has changed to."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._show()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.setMinimumWidth(PANEL_WIDTH)  # the words below must not move when the first of them comes
        self.told.setWordWrap(True)
        inside, area = QWidget(), QScrollArea()
        inside.setObjectName("spelling_inside")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 4, 12, GRID)
        column.setSpacing(GRID)
        for widget in (self.told, self.card, self.again_button):
            column.addWidget(widget)
        column.addStretch(1)
        self.card.decided.connect(self._on_decided)
        self.card.place_chosen.connect(self._go_there)
        self.again_button.clicked.connect(lambda: self.begin(""))
        self._bridge.edited.connect(self._on_edited)
        self._bridge.closed.connect(self._on_closed)

    # --- what is done with a word --------------------------------------------------------------------------

    def _on_decided(self, deed: str) -> None:
        checker, doubt = self._checker, self.doubt
        if checker is None or doubt is None:
            return
        if deed == "correct":
            self._put(correct_word)
        elif deed == "correct_all":
            self._put(lambda editor, doubt, wording: correct_everywhere(editor, doubt, wording, checker.find))
        else:
            if deed == "skip_all":
                checker.ignore(doubt.found.word)
            elif deed == "keep":
                checker.keep(doubt.found.word, doubt.found.language)
            self._counts["passed"] += 1
            self._go_on()

    def _put(self, correct: Callable[[PlanEditor, Doubt, str], Replaced]) -> None:
        """Put the wording in the word's place, and go on."""
        wording = self.card.wording.text()
        self._bridge.leaving.emit()
        editor, looking, doubt = self._bridge.editor, self._looking, self.doubt
        if editor is None or looking is None or looking.walk is None or doubt is None:
            return
        self.doubt = None
        done = self._bridge.do(lambda: correct(editor, doubt, wording))
        self._counts["corrected"] += done.places if done is not None else 0
        looking.walk.go_on_behind(doubt, wording)
        self._go_on()

    # --- going on ------------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        self.doubt = None
        self._is_leading = True
        if self._looking is not None:
            self._looking.go_on()
        self._show()

    def _on_found(self, doubt: Doubt) -> None:
        editor, checker = self._bridge.editor, self._checker
        if editor is not None and checker is not None:
            self.doubt = doubt
            self.card.show_doubt(doubt, editor.plan, checker.suggest(doubt.found.word, doubt.found.language))
            self._show()
            if self._is_leading:
                self._go_there()

    def _go_there(self) -> None:
        if self.doubt is not None:
            self.stop_chosen.emit(Stop(self.doubt.passage, self.doubt.found[:2]))

    def _on_edited(self) -> None:
        """Look again at a text that has been changed elsewhere; the page stays where somebody is working on it."""
        editor, looking, doubt = self._bridge.editor, self._looking, self.doubt
        if doubt is None or editor is None or looking is None or looking.walk is None:
            return
        node = editor.plan.nodes.get(doubt.passage.node_id)
        if node is None or node.parts(doubt.passage.field).get(doubt.passage.part) != doubt.passage.text:
            self.doubt = None
            self._is_leading = False
            looking.walk.go_on_behind(doubt, "")
            looking.go_on()

    def _on_closed(self) -> None:
        self.doubt = None
        if self._looking is not None:
            self._looking.stop()
        self._show()

    # --- showing -------------------------------------------------------------------------------------------

    def _show(self) -> None:
        editor, doubt = self._bridge.editor, self.doubt
        walk = self._looking.walk if self._looking is not None else None
        self.card.setVisible(doubt is not None)
        self.told.setVisible(doubt is None)
        self.told.setText(self._report(walk))
        self.again_button.setText(_("Check again from the beginning"))
        self.again_button.setVisible(doubt is None and walk is not None and walk.is_done)
        if doubt is not None and editor is not None:
            self.card.show_place(doubt, editor.plan)

    def _report(self, walk: SpellingWalk | None) -> str:
        if walk is None:
            return _("Press F7 to check the spelling of the plan.")
        if not walk.is_done:
            return _("Looking through the plan…")
        if not any(self._counts.values()):
            return _("No misspelt word was found.")
        counts = {name: f"{count:,}" for name, count in self._counts.items()}
        told = _("The whole plan has been looked through: {corrected} corrected, {passed} left as they are.")
        return told.format(**counts)
