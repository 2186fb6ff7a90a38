"""The open plan as Qt sees it: one object that every view listens to and acts through."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from success_desktop.domain.beside import is_beside
from success_desktop.errors import UserError

if TYPE_CHECKING:
    from success_desktop.services.plan_editor import PlanEdited, PlanEditor

_Result = TypeVar("_Result")


class PlanBridge(QObject):
    """Holds the editor of the open plan, if any, and turns what it tells into signals.

    `edited` tells what was edited in the plan, `reviewed` what was in the feedback on it, `filed` what was in its office
    matters (each a PlanEdited), `written` all of it at once, whatever it is about.

    `leaving` asks views to hand in what is still being typed: it is emitted before the plan is saved, exported, undone or
    closed. `closing` follows when the plan is about to go, `closed` when it is gone. `refused` carries a UserError
    for the message bar. `revised` tells that a revision has been kept, `retraced`, after undo and redo, which nodes of the
    plan they touched (ids in a tuple).
    """

    edited = Signal(object)
    reviewed = Signal(object)
    filed = Signal(object)
    written = Signal(object)
    opened = Signal()
    leaving = Signal()
    closing = Signal()
    closed = Signal()
    refused = Signal(object)
    revised = Signal()
    retraced = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor: PlanEditor | None = None
        self._stop_listening: Callable[[], None] | None = None

    @property
    def editor(self) -> "PlanEditor | None":
        """The editor of the open plan; None when no plan is open."""
        return self._editor

    def hold(self, editor: "PlanEditor") -> None:
        """Make `editor`'s plan the open one. The plan held before must have been released."""
        self._editor = editor
        self._stop_listening = editor.listen(self._on_edited)
        self.opened.emit()

    def release(self) -> "PlanEditor | None":
        """Let go of the open plan and return its editor, which the caller closes."""
        editor = self._editor
        if editor is None:
            return None
        self.leaving.emit()
        self.closing.emit()
        if self._stop_listening is not None:
            self._stop_listening()
        self._editor, self._stop_listening = None, None
        self.closed.emit()
        return editor

    def do(self, verb: Callable[[], _Result]) -> _Result | None:
        """Run a service verb. A UserError goes to the message bar, and None comes back; anything else is a bug."""
        try:
            return verb()
        except UserError as error:
            self.refused.emit(error)
            return None

    def undo(self) -> None:
        """Take the last step back, what is still being typed included, and tell where in the plan that was."""
        self._retrace(lambda editor: editor.undo())

    def redo(self) -> None:
        """Do the step again that was undone last, and tell where in the plan that was."""
        self._retrace(lambda editor: editor.redo())

    def _retrace(self, step: "Callable[[PlanEditor], None]") -> None:
        self.leaving.emit()
        editor = self._editor
        if editor is None:
            return
        told: list[PlanEdited] = []
        stop = editor.listen(told.append)
        self.do(lambda: step(editor))
        stop()
        touched = dict.fromkeys(edit.node_id for event in told for edit in event.edits)
        here = (node_id for node_id in touched if node_id in editor.plan.nodes)
        self.retraced.emit(tuple(node_id for node_id in here if not is_beside(node_id)))

    def _on_edited(self, event: "PlanEdited") -> None:
        if event.of_plan is not None:
            self.edited.emit(event.of_plan)
        if event.of_feedback is not None:
            self.reviewed.emit(event.of_feedback)
        if event.of_office is not None:
            self.filed.emit(event.of_office)
        self.written.emit(event)
