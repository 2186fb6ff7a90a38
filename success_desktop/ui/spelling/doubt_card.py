"""One misspelt word to decide on: where it stands, its sentence, what may have been meant, and what can be done."""

from collections.abc import Sequence
from functools import partial
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.plan import Plan
from success_desktop.i18n import N_, _, interface_language, translate
from success_desktop.services.spelling_walk import Doubt
from success_desktop.ui.page.part import make_label
from success_desktop.ui.spelling.sentence import marked_sentence
from success_desktop.ui.thai_text import ThaiLineEdit
from success_desktop.ui.theme import GRID
from success_desktop.ui.tree.captions import caption_of, full_name

_LINES = 6
_LEAST_LINES = 2

# What can be done with a word, in the order of the buttons, and whether it takes another wording.
_DEEDS = {
    "correct": (N_("Correct"), True),
    "correct_all": (N_("Correct all"), True),
    "skip": (N_("Skip"), False),
    "skip_all": (N_("Skip all"), False),
    "keep": (N_("Add to the plan’s dictionary"), False),
}


class DoubtCard(QWidget):
    """Shows a word and asks what to do with it.

    `decided(deed)` tells: "correct", "correct_all" (both with the text of `wording`), "skip", "skip_all" or "keep";
    `place_chosen` that somebody wants to go where the word stands.
    """

    decided = Signal(str)
    place_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("spelling_card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._word_shown = ""
        self.place = make_label("", "secondary")
        self.sentence = make_label("", "")
        self.wording_label = make_label("")
        self.wording = ThaiLineEdit()
        self.suggestions = QListWidget()
        self.buttons = {deed: QPushButton() for deed in _DEEDS}
        self._lay_out()
        self._connect()
        self._word()
        self.setFocusProxy(self.wording)

    def show_doubt(self, doubt: Doubt, plan: Plan, suggestions: Sequence[str]) -> None:
        """Show a misspelt word of a plan; the first suggestion is the wording to begin with."""
        self.show_place(doubt, plan)
        self._word_shown = doubt.found.word
        self.wording.setText(doubt.found.word)
        self.suggestions.clear()
        self.suggestions.addItems(list(suggestions))
        if suggestions:
            self.suggestions.setCurrentRow(0)
        self._fit_buttons()

    def show_place(self, doubt: Doubt, plan: Plan) -> None:
        """Say where the word stands, in the language and colours in use; what has been typed stays."""
        language, passage, found = interface_language(), doubt.passage, doubt.found
        number = number_nodes(plan).get(passage.node_id, "")
        name = full_name(number, caption_of(plan, passage.node_id, language))
        label = plan.kind_of(passage.node_id).fields[passage.field].label.spoken(language)
        tongue = translate(N_("Thai") if passage.part == "th" else N_("English"), language)
        self.place.setText(f'<a href="#">{escape(name)}</a> · {escape(label)} ({tongue})')
        self.place.setAccessibleName(f"{name} · {label} ({tongue})")
        self.sentence.setText(marked_sentence(passage.text, (found.start, found.end)))
        self.sentence.setAccessibleName(found.word)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that the interface has changed to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        for label in (self.place, self.sentence):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
        self.place.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.wording_label.setBuddy(self.wording)
        line = self.suggestions.fontMetrics().lineSpacing()
        self.suggestions.setMinimumHeight(_LEAST_LINES * line + 2 * GRID)
        self.suggestions.setMaximumHeight(_LINES * line + 2 * GRID)
        self.buttons["correct"].setProperty("primary", True)
        grid = QGridLayout()
        grid.setSpacing(GRID)
        *pairs, last = self.buttons.values()
        for place, button in enumerate(pairs):
            grid.addWidget(button, place // 2, place % 2)
        grid.addWidget(last, 2, 0, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in (self.place, self.sentence, self.wording_label, self.wording, self.suggestions):
            column.addWidget(widget)
        column.addLayout(grid)

    def _connect(self) -> None:
        for deed, button in self.buttons.items():
            button.clicked.connect(partial(self._decide, deed))
        self.place.linkActivated.connect(lambda _link: self.place_chosen.emit())
        self.wording.textChanged.connect(self._fit_buttons)
        self.wording.returnPressed.connect(self._on_entered)
        self.suggestions.currentTextChanged.connect(self._on_suggestion_chosen)
        self.suggestions.itemActivated.connect(self._on_entered)

    def _decide(self, deed: str, _is_checked: bool = False) -> None:
        self.decided.emit(deed)

    def _word(self) -> None:
        for deed, (text, _needs_wording) in _DEEDS.items():
            self.buttons[deed].setText(_(text))
        self.wording_label.setText(_("Write instead"))
        self.wording.setAccessibleName(_("Write instead"))
        self.suggestions.setAccessibleName(_("Suggestions"))

    def _on_suggestion_chosen(self, text: str) -> None:
        if text:
            self.wording.setText(text)

    def _on_entered(self) -> None:
        """Enter corrects, where there is something to correct."""
        if self.buttons["correct"].isEnabled():
            self.decided.emit("correct")

    def _fit_buttons(self) -> None:
        is_other = self.wording.text() not in ("", self._word_shown)
        for deed, (_text, needs_wording) in _DEEDS.items():
            self.buttons[deed].setEnabled(is_other or not needs_wording)
