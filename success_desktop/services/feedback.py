"""Remarks as people class them and answer them. Each verb is one step of undo.

What came in a file is never dropped: such remarks can be decided on, moved, split and put together, but not removed.
"""

from collections.abc import Iterable, Mapping

from success_desktop.domain.edits import Edit
from success_desktop.domain.feedback import Feedback, Nature, Remark, Reply, Weight, read_feedback
from success_desktop.domain.feedback_edits import add_replies, remove_feedback, set_feedback
from success_desktop.domain.thai_typed import plain_text
from success_desktop.domain.word_fields import FieldValue
from success_desktop.errors import UserError
from success_desktop.i18n import N_, Language
from success_desktop.ids import new_feedback_id
from success_desktop.services.plan_editor import PlanEditor


def can_remove_round(feedback: Feedback, round_id: str) -> bool:
    """Whether a round may still go as if it had never come in: nothing in it has been decided or answered."""
    remarks = feedback.of_round(round_id)
    return all(item.is_open and not item.response and not _has_own_reply(item) for item in remarks)


def remove_round(editor: PlanEditor, round_id: str, initiator: object | None = None) -> None:
    """Take a round away with all its remarks. Raises UserError once anything in it has been decided or answered."""
    if not can_remove_round(read_feedback(editor.plan), round_id):
        raise UserError(
            N_("Something in this round has been decided or answered already, so it stays."),
            advice=N_("Set what does not belong here out of scope."),
        )
    editor.edit(N_("Remove a round of feedback"), remove_feedback(editor.plan, round_id), initiator)


def set_response(
    editor: PlanEditor, remark_id: str, language: Language, text: str, initiator: object | None = None
) -> None:
    """Word the response to a remark in one language; "" for none."""
    node = editor.plan.nodes[remark_id]
    wordings = {part: str(atom) for part, atom in node.parts("response").items()}
    values = {"response": {**wordings, language: plain_text(text)}}
    editor.edit(N_("Edit text"), set_feedback(editor.plan, remark_id, values), initiator)


def set_nature(
    editor: PlanEditor, remark_ids: Iterable[str], nature: Nature, initiator: object | None = None
) -> None:
    """Say what remarks are: a recommendation, a question …; "" for nothing of the sort."""
    _set_all(editor, remark_ids, {"nature": nature}, initiator)


def set_weight(
    editor: PlanEditor, remark_ids: Iterable[str], weight: Weight, initiator: object | None = None
) -> None:
    """Say how much remarks weigh; "" for not said."""
    _set_all(editor, remark_ids, {"weight": weight}, initiator)


def assign(editor: PlanEditor, remark_ids: Iterable[str], name: str, initiator: object | None = None) -> None:
    """Give remarks to somebody to deal with (ผู้รับผิดชอบ); "" to nobody."""
    _set_all(editor, remark_ids, {"assignee": " ".join(plain_text(name).split())}, initiator)


def reply(editor: PlanEditor, remark_id: str, text: str, initiator: object | None = None) -> str:
    """Answer in a remark's thread, in the name of whoever edits. Returns the reply's id.

    Raises UserError for a blank text.
    """
    said = _require_text(text)
    new = Reply(id=new_feedback_id(), author=editor.author, at=editor.now(), text=said, is_ours=True)
    editor.edit(N_("Reply"), add_replies(editor.plan, remark_id, (new,)), initiator)
    return new.id


def edit_reply(editor: PlanEditor, reply_id: str, text: str, initiator: object | None = None) -> None:
    """Word one of our own replies anew. Raises UserError for a reviewer's words, and for a blank text."""
    _require_own(editor, reply_id)
    said = _require_text(text)
    editor.edit(N_("Edit a reply"), set_feedback(editor.plan, reply_id, {"text": said}), initiator)


def remove_reply(editor: PlanEditor, reply_id: str, initiator: object | None = None) -> None:
    """Take one of our own replies away. Raises UserError for a reviewer's words."""
    _require_own(editor, reply_id)
    editor.edit(N_("Remove a reply"), remove_feedback(editor.plan, reply_id), initiator)


def remove_remark(editor: PlanEditor, remark_id: str, initiator: object | None = None) -> None:
    """Take a remark away with all below it. Raises UserError when any of them came in a file."""
    branch = (editor.plan.nodes[node.id] for node in editor.plan.walk(remark_id))
    if any(node.word("source") for node in branch):
        raise UserError(
            N_("A remark that came in a file is never removed."),
            advice=N_("Set it out of scope, or mark it as a duplicate of another."),
        )
    editor.edit(N_("Remove a remark"), remove_feedback(editor.plan, remark_id), initiator)


def _has_own_reply(remark: Remark) -> bool:
    return any(item.is_ours for item in remark.replies)


def _set_all(
    editor: PlanEditor, remark_ids: Iterable[str], values: Mapping[str, FieldValue], initiator: object | None
) -> None:
    edits: list[Edit] = []
    for remark_id in dict.fromkeys(remark_ids):
        edits.extend(set_feedback(editor.plan, remark_id, values))
    editor.end_step()
    editor.edit(N_("Class remarks"), edits, initiator)


def _require_text(text: str) -> str:
    said = plain_text(text).strip()
    if not said:
        raise UserError(N_("The reply says nothing yet."), advice=N_("Write it, or close it."))
    return said


def _require_own(editor: PlanEditor, reply_id: str) -> None:
    if not editor.plan.nodes[reply_id].word("is_ours"):
        raise UserError(
            N_("These are the reviewer’s own words, which stay as they came."),
            advice=N_("Answer them with a reply of your own."),
        )
