"""The clock that has the plan kept after an hour's work."""

from PySide6.QtCore import QObject, QTimer

from success_desktop.services.keeping import keep_automatically
from success_desktop.ui.plan_bridge import PlanBridge

HOUR_MS = 60 * 60 * 1000
"""So long after the first edit since the last revision the plan is kept by itself (milliseconds)."""


class HourClock(QObject):
    """Runs from the first edit behind a revision on (`timer`); while nobody edits, nothing is kept."""

    def __init__(self, bridge: PlanBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.timer = QTimer(self, interval=HOUR_MS, singleShot=True)
        self.timer.timeout.connect(self._on_hour)
        bridge.written.connect(lambda _event: self._on_edited())
        for signal in (bridge.opened, bridge.closed, bridge.revised):
            signal.connect(self.timer.stop)

    def _on_edited(self) -> None:
        if not self.timer.isActive():
            self.timer.start()

    def _on_hour(self) -> None:
        editor = self._bridge.editor
        if editor is not None:
            kept = self._bridge.do(lambda: keep_automatically(editor, "hour"))
            if kept is not None:
                self._bridge.revised.emit()
