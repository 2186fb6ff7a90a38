"""Undo and redo, as the menu names and does them."""

from success_desktop.i18n import _
from success_desktop.ui.plan_bridge import PlanBridge


class Steps:
    """The steps of the open plan that can be taken back or done again."""

    def __init__(self, bridge: PlanBridge) -> None:
        self._bridge = bridge

    def undo_label(self) -> str | None:
        """What undo would take back, in words; None when there is nothing."""
        label = self._bridge.editor.undo_label if self._bridge.editor else None
        return _(label) if label else None

    def redo_label(self) -> str | None:
        """What redo would do again, in words; None when there is nothing."""
        label = self._bridge.editor.redo_label if self._bridge.editor else None
        return _(label) if label else None

    def undo(self) -> None:
        """Take the last step back, what is still being typed included."""
        self._bridge.undo()

    def redo(self) -> None:
        """Do the step again that was undone last."""
        self._bridge.redo()
