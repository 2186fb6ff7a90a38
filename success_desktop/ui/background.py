"""Long work off the window's thread: with progress, a way to stop it, and its errors brought back to the window."""

from collections.abc import Callable
from threading import Event, Thread

from PySide6.QtCore import QEventLoop, QObject, Signal

from success_desktop.errors import Cancelled, UserError

Progress = Callable[[float], None]
Work = Callable[[Progress], object]


class Task(QObject):
    """A piece of work under way. All its signals arrive in the thread of the window.

    `progressed` goes from 0 to 1. Exactly one of the others ends it: `finished(result)`, `refused(UserError)` or
    `cancelled`; an error that is a bug is raised anew in the window's thread, where the excepthook takes it. `ended`
    follows in every case.
    """

    progressed = Signal(float)
    finished = Signal(object)
    refused = Signal(object)
    cancelled = Signal()
    ended = Signal()
    _returned = Signal(object)
    _raised = Signal(object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._is_cancelled = Event()
        self._thread = Thread(target=self._run, name="background task")
        self._returned.connect(self._on_returned)
        self._raised.connect(self._on_raised)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop at its next word of progress."""
        self._is_cancelled.set()

    @property
    def is_stopped(self) -> bool:
        """Whether somebody has asked it to stop; its work may have come to a result all the same."""
        return self._is_cancelled.is_set()

    def wait(self) -> None:
        """Hold until the work's thread is done; its last signals may still be on their way."""
        self._thread.join()

    def settle(self) -> bool:
        """Wait for the end of work under way while the window stays alive; whether it came to its result."""
        loop = QEventLoop()
        results: list[object] = []
        self.finished.connect(results.append)
        self.ended.connect(loop.quit)
        loop.exec()
        return bool(results)

    def _run(self) -> None:
        try:
            result = self._work(self._report)
        except Exception as error:  # Nothing may be lost in a thread: the window decides what it is.
            self._raised.emit(error)
        else:
            self._returned.emit(result)

    def _report(self, share: float) -> None:
        if self._is_cancelled.is_set():
            raise Cancelled
        self.progressed.emit(share)

    def _on_returned(self, result: object) -> None:
        self.finished.emit(result)
        self.ended.emit()

    def _on_raised(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self.cancelled.emit()
        elif isinstance(error, UserError):
            self.refused.emit(error)
        self.ended.emit()
        if not isinstance(error, Cancelled | UserError):
            raise error
