"""The offer to take back what has just been done: it stands in the message bar until the plan is changed again."""

from PySide6.QtCore import QObject

from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.ui.message_bar import MessageBar
from success_desktop.ui.plan_bridge import PlanBridge


class UndoOffer(QObject):
    """Says that something is done, with the link that takes it back. Any other step, undo included, withdraws the offer.

    It leaves the bar alone once that says something else.
    """

    def __init__(self, bar: MessageBar, bridge: PlanBridge) -> None:
        super().__init__(bar)
        self._bar = bar
        self._bridge = bridge
        bridge.written.connect(self.withdraw)
        bridge.closed.connect(self.withdraw)

    def make(self, message: str, **places: object) -> None:
        """Say `message` (a catalogue entry with its places) of the plan's last step, and offer to take that back."""
        self._bar.show_success(message, (N_("Undo"), self._take_back), **places)
        self._bar.subject = self

    def withdraw(self) -> None:
        """Take the message away, if it is still the one shown."""
        if self._bar.subject is self:
            self._bar.subject = None
            self._bar.hide()

    def _take_back(self) -> None:
        self._bridge.leaving.emit()  # what was being typed becomes a step of its own, and withdraws the offer
        if self._bar.subject is self:
            self._bridge.undo()
        else:
            self._bar.show_error(
                UserError(
                    N_("The plan has been changed since."),
                    advice=N_("Undo in the Edit menu takes the steps back one by one."),
                )
            )
