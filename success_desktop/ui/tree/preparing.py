"""Making ready what a plan is searched by, while nobody waits for it."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from success_desktop.domain.plan import Plan
from success_desktop.services.finding import SearchIndex

_BEGINNING_MS = 300
"""The rest before the first slice: the plan is to be seen, and can be worked on, before."""
_REST_MS = 20
"""The rest between two slices: the person at the screen comes first."""


class IndexPreparer(QObject):
    """Fills a search index a few milliseconds at a time. What is not ready when it is needed is made then."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._slices: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_rested)

    def prepare(self, index: SearchIndex, plan: Plan) -> None:
        """Begin with a plan; one begun before is left as it is."""
        self._slices = index.prepare(plan)
        self._timer.start(_BEGINNING_MS)

    def stop(self) -> None:
        """There is no plan any more."""
        self._timer.stop()
        self._slices = iter(())

    def is_busy(self) -> bool:
        """Whether something is left to be made."""
        return self._timer.isActive()

    def _on_rested(self) -> None:
        self._timer.setInterval(_REST_MS)
        if next(self._slices, self) is self:
            self._timer.stop()
