"""Carries out what the panel asks for: every deed is one verb of the services, and one step of undo."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from success_desktop.domain.feedback import Nature, Remark, Weight
from success_desktop.i18n import Language
from success_desktop.services import arranging, attaching, deciding, feedback, meetings
from success_desktop.services.clashes import Clash
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.feedback.deed_form import Filled
from success_desktop.ui.plan_bridge import PlanBridge

Place = tuple[str, str, str]
"""A node's id, a field, a part of it."""

Span = tuple[int, int]
"""Characters of a text: the first, the one behind the last."""

_Verb = Callable[[PlanEditor, Remark, Filled], object]


class RemarkDeeds(QObject):
    """It is the initiator of what it does. `clashed(Clash)` tells that there is something to choose before accepting.

    `outdated(LaterEdits)` tells that accepting would undo what was edited since.
    """

    clashed = Signal(object)
    outdated = Signal(object)

    def __init__(self, bridge: PlanBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.language: Language = "th"
        self._verbs: Mapping[str, _Verb] = {**self._list_decisions(), **self._list_arrangements()}

    def carry_out(self, deed: str, remark: Remark, filled: Filled) -> bool:
        """Do something with a remark, behind what is being typed; whether it was done. The message bar says why not."""
        verb = self._verbs[deed]
        return self._do(lambda editor: verb(editor, remark, filled))

    def settle(self, clash: Clash, text: str, said: str) -> bool:
        """Settle a clash with one text; whether that was done."""
        return self._do(lambda editor: deciding.resolve_clash(editor, clash, text, said, self))

    def set_nature(self, remark: Remark, nature: Nature) -> bool:
        """Say of what kind a remark is."""
        return self._do(lambda editor: feedback.set_nature(editor, (remark.id,), nature, self))

    def set_weight(self, remark: Remark, weight: Weight) -> bool:
        """Say how much a remark weighs."""
        return self._do(lambda editor: feedback.set_weight(editor, (remark.id,), weight, self))

    def place(self, remark_id: str, place: Place, span: Span | None = None) -> bool:
        """Tie a remark to a field by hand."""
        return self._do(lambda editor: arranging.place_remark(editor, remark_id, place, span, self))

    def remove_round(self, round_id: str) -> bool:
        """Take a round away in which nothing has been answered yet."""
        return self._do(lambda editor: feedback.remove_round(editor, round_id, self))

    def _list_decisions(self) -> Mapping[str, _Verb]:
        return {
            "accept": self._accept,
            "accept_anyway": self._accept_anyway,
            "partly": lambda editor, item, filled: deciding.accept_partly(
                editor, item.id, filled.wording, filled.text, self
            ),
            "decline": lambda editor, item, filled: deciding.decline(editor, item.id, filled.text, self),
            "defer": lambda editor, item, filled: deciding.defer(editor, item.id, filled.text, self),
            "out_of_scope": lambda editor, item, filled: deciding.set_out_of_scope(
                editor, item.id, filled.text, self
            ),
            "duplicate": lambda editor, item, filled: deciding.mark_duplicate(
                editor, item.id, filled.pick, filled.text, self
            ),
            "reopen": lambda editor, item, filled: deciding.reopen(editor, item.id, self),
        }

    def _list_arrangements(self) -> Mapping[str, _Verb]:
        """The deeds that decide nothing: what is said, who takes care of it, what it is tied to, and where it stands."""
        return {
            "respond": self._respond,
            "reply": lambda editor, item, filled: feedback.reply(editor, item.id, filled.text, self),
            "assign": lambda editor, item, filled: feedback.assign(editor, (item.id,), filled.pick, self),
            "attach": lambda editor, item, filled: attaching.attach_edits(
                editor, item.id, filled.ticked, self
            ),
            "detach": lambda editor, item, filled: attaching.detach_edits(
                editor, item.id, filled.ticked, self
            ),
            "mend_reply": self._mend_reply,
            "split": lambda editor, item, filled: arranging.split_remark(
                editor, item.id, _spoken_in(item, self.language), filled.offset, self
            ),
            "merge": self._merge,
            "indent": lambda editor, item, filled: meetings.indent_point(editor, item.id, self),
            "outdent": lambda editor, item, filled: meetings.outdent_point(editor, item.id, self),
            "up": lambda editor, item, filled: arranging.move_up(editor, item.id, self),
            "down": lambda editor, item, filled: arranging.move_down(editor, item.id, self),
            "remove": lambda editor, item, filled: feedback.remove_remark(editor, item.id, self),
        }

    def _do(self, verb: Callable[[PlanEditor], object]) -> bool:
        """Run a verb; one that returns this object has not done anything yet."""
        self._bridge.leaving.emit()
        editor = self._bridge.editor
        if editor is None:
            return False

        def run() -> bool:
            return verb(editor) is not self

        return bool(self._bridge.do(run))

    def _accept(self, editor: PlanEditor, remark: Remark, filled: Filled) -> object:
        """Accept; returns `self` where somebody has to choose first: between wordings, or whether later edits shall go."""
        first = deciding.accept(editor, remark.id, filled.text, self)
        if first is None:
            return None
        (self.clashed if isinstance(first, Clash) else self.outdated).emit(first)
        return self

    def _accept_anyway(self, editor: PlanEditor, remark: Remark, filled: Filled) -> None:
        deciding.accept(editor, remark.id, filled.text, self, is_forced=True)

    def _merge(self, editor: PlanEditor, remark: Remark, filled: Filled) -> None:
        arranging.merge_remarks(editor, (filled.pick, remark.id), self)

    def _mend_reply(self, editor: PlanEditor, remark: Remark, filled: Filled) -> None:
        """Word our newest reply anew; a blank takes it away."""
        newest = next(reply.id for reply in reversed(remark.replies) if reply.is_ours)
        if filled.text.strip():
            feedback.edit_reply(editor, newest, filled.text, self)
        else:
            feedback.remove_reply(editor, newest, self)

    def _respond(self, editor: PlanEditor, remark: Remark, filled: Filled) -> None:
        language = next(iter(remark.response), self.language)
        feedback.set_response(editor, remark.id, language, filled.text, self)


def _spoken_in(remark: Remark, language: Language) -> Language:
    """The language of what the panel shows of a remark: that of the interface, or the one it has."""
    return language if language in remark.text else next(iter(remark.text), language)
