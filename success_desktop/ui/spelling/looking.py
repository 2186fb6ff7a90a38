"""Looking for the next misspelt word without holding the window up: a few milliseconds at a time."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

from success_desktop.services.spelling_walk import Doubt, SpellingWalk
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.spelling.checker import SpellChecker

_SLICE_SECONDS = 0.012


class Looking(QObject):
    """Goes along a way through the open plan. `found(Doubt)` tells of a misspelt word, `ended` that the way is at its end.

    It waits for the dictionaries by itself.
    """

    found = Signal(object)
    ended = Signal()

    def __init__(self, bridge: PlanBridge, checker: SpellChecker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._checker = checker
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._look_on)
        self._is_looking = False
        self.walk: SpellingWalk | None = None
        checker.changed.connect(self._on_checker_changed)
        bridge.closed.connect(self.stop)

    def begin(self, walk: SpellingWalk) -> None:
        """Go along another way."""
        self.walk = walk
        self.go_on()

    def go_on(self) -> None:
        """Look for the next misspelt word on the way."""
        self._is_looking = self.walk is not None
        if self._is_looking and self._checker.is_ready:
            self._slices.start()
        elif self._is_looking:
            self._checker.wake()

    def stop(self) -> None:
        """Leave the way."""
        self.walk = None
        self._is_looking = False
        self._slices.stop()

    def finish(self) -> None:
        """Look on at once until a word is found or the way is at its end; nothing happens without the dictionaries."""
        while self._slices.isActive():
            self._look_on()

    def _look_on(self) -> None:
        editor, walk = self._bridge.editor, self.walk
        if editor is None or walk is None:
            self.stop()
            return
        doubt: Doubt | None = None
        until = time.monotonic() + _SLICE_SECONDS
        while doubt is None and not walk.is_done and time.monotonic() < until:
            doubt = walk.look(editor.plan, self._checker.find)
        if doubt is not None or walk.is_done:
            self._slices.stop()
            self._is_looking = False
        if doubt is not None:
            self.found.emit(doubt)
        elif walk.is_done:
            self.ended.emit()

    def _on_checker_changed(self) -> None:
        """The dictionaries have come."""
        if self._is_looking and self._checker.is_ready:
            self._slices.start()
