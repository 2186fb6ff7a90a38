"""A returned file let go over the window comes in as if it had been chosen in the menu."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

_KINDS = (".docx", ".docm", ".review")


class FileDrop(QObject):
    """Takes the drags of one Word file over a window while it has use for one; `dropped(path)` tells that it was let go."""

    dropped = Signal(object)

    def __init__(self, window: QWidget, has_use: Callable[[], bool]) -> None:
        super().__init__(window)
        self._has_use = has_use
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a drag of a Word file; all other events are the window's."""
        if not isinstance(event, (QDropEvent, QDragMoveEvent)):
            return False
        path = returned_path(event.mimeData()) if self._has_use() else None
        if path is None:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(path)
        return True


def returned_path(data: QMimeData) -> Path | None:
    """The Word file that is dragged; None for anything else, and for several files at once."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in _KINDS else None
