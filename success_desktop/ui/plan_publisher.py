"""Putting the open plan into its file: on request, after a rest, and again and again while that fails."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.plan_bridge import PlanBridge

REST_MS = 60_000
"""So long nothing is edited before the plan's file is published by itself (milliseconds)."""
RETRY_MS = 20_000
"""So long after a write that failed it is tried again (milliseconds)."""
NEXT_EDIT_MS = 2_000
"""So soon after the next edit it is tried again (milliseconds)."""

ALIVE_MS = 60_000
"""So often other computers are told that the plan is open here (milliseconds)."""


class PlanPublisher(QObject):
    """Publishes the plan that the bridge holds. `fault` is why the last write failed, None when all is well.

    `published(instant)` tells that the file now holds everything; `failed(UserError, is_asked)` that something could not
    be written, and whether the user had asked for it just now; `recovered` that it can be written again. `rest` and `retry`
    are the timers that publish when they run out.
    """

    published = Signal(object)
    failed = Signal(object, bool)
    recovered = Signal()

    def __init__(self, bridge: PlanBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._has_told_backup = False
        self._is_asked = True
        self.fault: UserError | None = None
        self.rest = QTimer(self, interval=REST_MS, singleShot=True)
        self.retry = QTimer(self, interval=RETRY_MS, singleShot=True)
        self.rest.timeout.connect(self._on_rested)
        self.retry.timeout.connect(lambda: self.try_again(is_asked=False))
        self.alive = QTimer(self, interval=ALIVE_MS)
        self.alive.timeout.connect(self._on_alive)
        bridge.written.connect(self._on_edited)
        bridge.opened.connect(self._begin)
        bridge.closed.connect(self._begin)

    def publish(self) -> bool:
        """Hand in what is being typed and put everything into the plan's file now; whether that went well."""
        return self.try_again(is_asked=True)

    def try_again(self, *, is_asked: bool) -> bool:
        """Write everything that waits to be written, what is still being typed first; whether all of it was."""
        editor = self._bridge.editor
        if editor is None:
            return False
        self.retry.stop()
        former, self.fault, self._is_asked = self.fault, None, is_asked
        self._bridge.leaving.emit()
        is_written = self._publish(editor, self._fail, is_asked=is_asked)
        self._is_asked = True
        if former is not None and self.fault is None:
            self.recovered.emit()
        return is_written and self.fault is None

    def publish_rest(self, editor: PlanEditor, tell: Callable[[UserError], object]) -> bool:
        """Publish what the file does not hold yet; whether it holds everything then. `tell` is told why not."""
        return self._publish(editor, tell, is_asked=False)

    def note_refusal(self, error: UserError) -> None:
        """An edit could not be written into the working copy: it is handed in again later."""
        self._fail(error)

    def _publish(self, editor: PlanEditor, tell: Callable[[UserError], object], *, is_asked: bool) -> bool:
        """Publish; when nobody asked for it, only what the file does not hold yet."""
        self.rest.stop()
        try:
            if not is_asked and editor.file.is_published:
                return True
            editor.file.publish()
        except UserError as error:
            tell(error)
            return False
        self.published.emit(editor.now())
        self._tell_of_backup(editor)
        return True

    def _fail(self, error: UserError) -> None:
        self.fault = error
        self.retry.start()
        self.failed.emit(error, self._is_asked)

    def _tell_of_backup(self, editor: PlanEditor) -> None:
        """Say once for each plan opened that its backups cannot be kept."""
        fault = editor.file.backup_fault
        if fault is not None and not self._has_told_backup:
            self._has_told_backup = True
            self._bridge.refused.emit(
                UserError(
                    N_("The plan is saved, but no backup of it could be kept: {reason}"),
                    advice=N_(
                        "Free some space on the computer's own disk. Your work is not touched by this."
                    ),
                    reason=fault,
                )
            )

    def _begin(self) -> None:
        """Another plan, or none: what failed for the one before is over."""
        self.rest.stop()
        self.retry.stop()
        had_fault, self.fault = self.fault is not None, None
        self._has_told_backup = False
        if self._bridge.editor is None:
            self.alive.stop()
        else:
            self.alive.start()
        if had_fault:
            self.recovered.emit()

    def _on_alive(self) -> None:
        if self._bridge.editor is not None:
            self._bridge.editor.file.keep_alive()

    def _on_edited(self) -> None:
        self.rest.start()
        if self.fault is not None and self.retry.remainingTime() > NEXT_EDIT_MS:
            self.retry.start(NEXT_EDIT_MS)

    def _on_rested(self) -> None:
        if self.fault is None:
            self.try_again(is_asked=False)
