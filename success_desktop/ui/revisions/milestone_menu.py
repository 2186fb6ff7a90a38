"""What can be done with one revision: the menu of its card."""

from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from success_desktop.i18n import _
from success_desktop.services.comparing import PRESENT, Point

Deed = Literal["compare", "restore", "export", "redline"]
"""What can be asked of two points: to see them compared, to restore from the older one, a Word file of the older one, a Word
file that shows what was edited between them."""

Pair = tuple[Point, Point]


class MilestoneMenu(QMenu):
    """`wanted(Deed, pair)` tells what has been chosen, and of which two points."""

    wanted = Signal(object, object)

    def __init__(self, point: Point, before: Point | None, parent: QWidget) -> None:
        super().__init__(parent)
        since = (point, PRESENT)
        self._offer(_("Compare with the present"), "compare", since)
        if before is not None:
            self._offer(_("Compare with the one before"), "compare", (before, point))
        self.addSeparator()
        self._offer(_("Restore from this revision…"), "restore", since)
        self.addSeparator()
        self._offer(_("Word document of this revision…"), "export", since)
        self._offer(_("Word redline from this revision to the present…"), "redline", since)
        self.aboutToHide.connect(self.deleteLater)

    def _offer(self, words: str, deed: Deed, pair: Pair) -> None:
        self.addAction(words).triggered.connect(lambda: self.wanted.emit(deed, pair))
