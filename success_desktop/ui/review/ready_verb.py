"""Marking the plan ready for the council: at once when nothing is open, else with a reason, or not at all."""

from PySide6.QtWidgets import QLineEdit, QWidget

from success_desktop.i18n import N_, _
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.readiness import Readiness, mark_ready, read_readiness, withdraw_ready
from success_desktop.ui.dialogs.form import FormDialog
from success_desktop.ui.review.surroundings import Surroundings
from success_desktop.ui.undo_offer import UndoOffer


class ReasonDialog(FormDialog):
    """Asks why a plan goes to the council with remarks still open; without a reason it does not."""

    def __init__(self, readiness: Readiness, parent: QWidget | None) -> None:
        super().__init__(_("Mark ready for the council"), _("Mark as ready all the same"), parent)
        count = f"{readiness.open_count:,}"
        self.add_line(_("{count} remarks are still open.").format(count=count), "warning")
        self.add_line(
            _(
                "Decide on each of them first. Where that cannot wait, write why; it is kept with your name and the time."
            )
        )
        self.reason = QLineEdit()
        self.add_field(_("Reason"), self.reason)
        self.finish()
        self.reason.textChanged.connect(self._check)
        self._check()

    def _check(self) -> None:
        self.deed.setEnabled(bool(self.reason.text().strip()))


def mark_plan_ready(around: Surroundings, offer: UndoOffer) -> None:
    """Mark the open plan as ready for the council, or take the mark away where it is there; `offer` takes that back."""
    editor = around.bridge.editor
    if editor is None:
        return
    around.bridge.leaving.emit()
    readiness = read_readiness(editor.plan)
    if readiness.is_ready:
        around.bridge.do(lambda: withdraw_ready(editor))
        offer.make(N_("The plan is no longer marked as ready for the council."))
        return
    reason = _ask_for_reason(around, readiness) if readiness.open_count else ""
    if reason is not None:
        _mark(around, editor, reason, offer)


def _ask_for_reason(around: Surroundings, readiness: Readiness) -> str | None:
    dialog = ReasonDialog(readiness, around.window)
    return dialog.reason.text().strip() if dialog.ask() else None


def _mark(around: Surroundings, editor: PlanEditor, reason: str, offer: UndoOffer) -> None:
    around.bridge.do(lambda: mark_ready(editor, reason))
    if read_readiness(editor.plan).is_ready:
        offer.make(N_("The plan is marked as ready for the council."))
