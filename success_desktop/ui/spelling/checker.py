"""The one who knows, for all fields of a window, what is misspelt: dictionaries, the plan's own words, words ignored."""

import time

from PySide6.QtCore import QObject, Signal

from success_desktop.domain.edits import SetValue
from success_desktop.domain.known_words import known_word_in
from success_desktop.domain.plan import Plan
from success_desktop.i18n import Language
from success_desktop.services.plan_editor import PlanEdited
from success_desktop.services.spelling import (
    KnownWords,
    Misspelling,
    Speller,
    keep_word,
    known_in_plan,
    load_speller,
)
from success_desktop.ui.background import Progress, Task
from success_desktop.ui.plan_bridge import PlanBridge

_REST_SECONDS = 0.05
"""Dictionaries are read by libraries that hold up every thread: the window has its turn between two of them."""


class SpellChecker(QObject):
    """Loads the dictionaries in the background when they are first asked for, and keeps what is ignored in this session.

    `changed` tells that words may be judged otherwise now: the dictionaries are there, or a word has become known.
    """

    changed = Signal()

    def __init__(self, bridge: PlanBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._speller: Speller | None = None
        self._known: KnownWords | None = None
        self._ignored: set[str] = set()
        self._loading: Task | None = None
        bridge.edited.connect(self._on_edited)
        bridge.closing.connect(self._on_closing)
        bridge.closed.connect(self._on_closed)

    @property
    def is_ready(self) -> bool:
        """Whether the dictionaries are there."""
        return self._speller is not None

    def wake(self) -> None:
        """Load the dictionaries in the background; `changed` follows. Once is enough."""
        editor = self._bridge.editor
        if self._speller is not None or self._loading is not None or editor is None:
            return
        plan = editor.plan
        self._loading = Task(lambda progress: _load(plan, progress), self)
        self._loading.finished.connect(self._on_loaded)
        self._loading.start()

    def find(self, text: str) -> tuple[Misspelling, ...]:
        """What is misspelt in a text of the open plan, from left to right; nothing while the dictionaries are not there."""
        editor = self._bridge.editor
        if self._speller is None or editor is None:
            return ()
        if self._known is None:
            self._known = known_in_plan(self._speller, editor.plan, self._ignored)
        return self._speller.find(text, self._known)

    def suggest(self, word: str, language: Language) -> tuple[str, ...]:
        """What may have been meant by a misspelt word, the likeliest first; at most six."""
        return () if self._speller is None else self._speller.suggest(word, language)

    def ignore(self, word: str) -> None:
        """Take a word for right until the program is closed."""
        self._ignored.add(word)
        self._forget_known()

    def keep(self, word: str, language: Language) -> None:
        """Put a word into the plan's own dictionary, as one step of undo."""
        editor = self._bridge.editor
        if editor is not None:
            self._bridge.leaving.emit()
            self._bridge.do(lambda: keep_word(editor, word, language))

    def _forget_known(self) -> None:
        self._known = None
        self.changed.emit()

    def _on_loaded(self, loaded: tuple[Speller, KnownWords]) -> None:
        self._loading = None
        self._speller = loaded[0]
        self._forget_known()

    def _on_edited(self, event: PlanEdited) -> None:
        """Words come and go with the plan's dictionary and its registers."""
        editor = self._bridge.editor
        if self._speller is None or editor is None:
            return
        if not event.edits or any(_is_about_words(edit, editor.plan) for edit in event.edits):
            self._forget_known()

    def _on_closing(self) -> None:
        if self._loading is not None:
            self._loading.wait()

    def _on_closed(self) -> None:
        self._known, self._loading = None, None
        self._ignored.clear()


def _load(plan: Plan, _progress: Progress) -> tuple[Speller, KnownWords]:
    """Read the dictionaries, and the names of a plan, so that the first look at it is quick."""
    speller = load_speller()
    time.sleep(_REST_SECONDS)
    return speller, known_in_plan(speller, plan)


def _is_about_words(edit: object, plan: Plan) -> bool:
    """Whether an edit touches the plan's dictionary or a name in its registers."""
    if not isinstance(edit, SetValue):
        return False
    if known_word_in(edit.field):
        return True
    node = plan.nodes.get(edit.node_id)
    if node is None or node.parent_id is None:
        return True
    return plan.kind_of(node.parent_id).icon == "register"
