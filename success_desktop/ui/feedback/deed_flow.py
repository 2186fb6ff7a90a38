"""From a button to what is done: straight away, or through a form below the cards; then on to the next remark."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from success_desktop.domain.feedback import Remark
from success_desktop.i18n import interface_language
from success_desktop.services.clashes import Clash, find_clash
from success_desktop.services.later_edits import LaterEdits
from success_desktop.ui.feedback.clash_form import ClashForm
from success_desktop.ui.feedback.deed_form import Asked, DeedForm, Filled
from success_desktop.ui.feedback.deed_menu import (
    FieldChoice,
    fill_with_classes,
    fill_with_deeds,
    fill_with_fields,
)
from success_desktop.ui.feedback.deed_questions import DeedQuestions
from success_desktop.ui.feedback.deeds import DECIDING, DEEDS
from success_desktop.ui.feedback.plan_feedback import PlanFeedback
from success_desktop.ui.feedback.remark_deeds import RemarkDeeds
from success_desktop.ui.plan_bridge import PlanBridge


class Draft(NamedTuple):
    """What was typed in a form that was interrupted, and the wording that the form had offered (None: it had none)."""

    filled: Filled
    offered: str | None


class DeedFlow(QObject):
    """Works on one remark at a time. `begun(deed)` tells, before anything is done, that it is about to be.

    `asked` tells that a form was opened, `ended(deed)` that something was done, `stopped` that nothing was, because it was
    refused or there is something to choose first.
    """

    asked = Signal()

    begun = Signal(str)
    ended = Signal(str)
    stopped = Signal()

    def __init__(self, bridge: PlanBridge, feedback: PlanFeedback, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._feedback = feedback
        self._remark_id = self._deed = ""
        self._offered: str | None = None
        self._drafts: dict[tuple[str, str], Draft] = {}
        self.deeds = RemarkDeeds(bridge, self)
        self.form, self.clash_form = DeedForm(parent), ClashForm(parent)
        self.form.confirmed.connect(self._on_filled)
        self.form.interrupted.connect(self._on_interrupted)
        self.form.given_up.connect(self._drop_draft)
        bridge.closed.connect(self._on_closed)
        feedback.changed.connect(self._on_feedback_changed)
        self.clash_form.confirmed.connect(self._on_settled)
        self.deeds.clashed.connect(self._on_clashed)
        self.deeds.outdated.connect(self._on_outdated)

    def begin(self, deed: str, remark: Remark) -> None:
        """Do something with a remark; ask first what there is to ask."""
        editor = self._bridge.editor
        if editor is None or not DEEDS[deed].when(remark):
            return
        self.close_forms()
        self._remark_id = remark.id
        self.deeds.language = interface_language()
        if DEEDS[deed].confirm:
            self._ask(DeedQuestions(editor, self._feedback.read, interface_language()).ask(deed, remark))
            self._restore_draft()
        else:
            self._carry_out(deed, remark, Filled())

    def close_forms(self) -> None:
        """Put away what is being asked; what has been typed is there again when the same is asked anew."""
        self.form.close_form()
        self.clash_form.close_form()

    def fill_menu(self, menu: QMenu, remark: Remark, fields: list[FieldChoice]) -> None:
        """Offer everything that can be done with a remark; `fields` are those it can be placed on."""
        fill_with_deeds(menu, remark, lambda deed: self.begin(deed, remark))
        fill_with_classes(
            menu,
            remark,
            lambda nature: self.deeds.set_nature(remark, nature),
            lambda weight: self.deeds.set_weight(remark, weight),
        )
        fill_with_fields(menu, fields, lambda place: self.deeds.place(remark.id, place, None))

    def _carry_out(self, deed: str, remark: Remark, filled: Filled) -> None:
        self.begun.emit(deed)
        if self.deeds.carry_out(deed, remark, filled):
            self._drop_draft()
            self.form.hide()
            self.ended.emit(deed)
        else:
            self.stopped.emit()

    def _on_filled(self, deed: str, filled: Filled) -> None:
        remark = self._feedback.remark(self._remark_id)
        if remark is not None:
            self._carry_out(deed, remark, filled)

    def _ask(self, asked: Asked) -> None:
        self._deed, self._offered = asked.deed, asked.wording
        self.form.ask(asked)
        self.asked.emit()

    def _restore_draft(self) -> None:
        draft = self._drafts.get((self._deed, self._remark_id))
        if draft is not None:
            is_same = draft.offered == self._offered  # else the wording would undo what was edited since
            self.form.restore(draft.filled if is_same else draft.filled._replace(wording=None))

    def _on_interrupted(self, filled: Filled) -> None:
        self._drafts[self._deed, self._remark_id] = Draft(filled, self._offered)

    def _drop_draft(self) -> None:
        self._drafts.pop((self._deed, self._remark_id), None)

    def _on_closed(self) -> None:
        """The plan is gone, and with it what there was to decide."""
        self.close_forms()
        self._drafts.clear()

    def _on_feedback_changed(self) -> None:
        """A clash that was settled or is another one by now cannot be chosen in as it is shown."""
        plan, feedback = self._feedback.plan, self._feedback.read
        if plan is None or self.clash_form.isHidden():
            return
        is_there = self._remark_id in feedback.remarks
        if not is_there or find_clash(plan, feedback, self._remark_id) != self.clash_form.clash:
            self.clash_form.close_form()

    def _on_clashed(self, clash: Clash) -> None:
        self.form.close_form()
        self.clash_form.ask(clash)

    def _on_outdated(self, later: LaterEdits) -> None:
        """Tell what accepting would undo, and ask whether it shall."""
        editor, remark = self._bridge.editor, self._feedback.remark(later.remark_id)
        if editor is not None and remark is not None:
            questions = DeedQuestions(editor, self._feedback.read, interface_language())
            self._ask(questions.ask_anyway(later, remark))

    def _on_settled(self, clash: Clash, text: str, said: str) -> None:
        self.begun.emit("accept")
        if self.deeds.settle(clash, text, said):
            self.clash_form.hide()
            self.ended.emit("accept")
        else:
            self.stopped.emit()


def is_deciding(deed: str) -> bool:
    """Whether a deed settles a remark, so that the next one is wanted."""
    return deed in DECIDING


def open_menu(menu: QMenu, point: QPoint) -> None:
    """Open a menu at a point of the screen; it goes when it is closed."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(point)
