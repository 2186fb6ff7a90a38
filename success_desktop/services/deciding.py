"""What planners decide on a remark. Each verb is one step of undo: what the plan says and what was decided go together.

    disposition    what becomes of the plan
    accepted       the proposal is merged into the plan as it is (a mere comment leaves it as it is)
    partly         the planners' own wording, or nothing: what answers it is attached (services.attaching)
    deferred, declined, out_of_scope, duplicate    nothing

`said` is the response to the remark's author, in the language it is written in; a blank one leaves what was said before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from success_desktop.domain.edits import Edit
from success_desktop.domain.feedback import Disposition, Feedback, Remark, read_feedback
from success_desktop.domain.feedback_edits import reopen_remark, set_anchor, set_feedback
from success_desktop.domain.plan import Plan
from success_desktop.domain.proposals import AddedRow, write_proposal
from success_desktop.domain.scripts import worded
from success_desktop.domain.thai_typed import plain_text
from success_desktop.domain.word_fields import FieldValue
from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES, N_, Language, interface_language, translate
from success_desktop.services.clashes import Clash, find_clash, settled_as
from success_desktop.services.later_edits import LaterEdits, find_later_edits, later_edits_error
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.proposing import ROW_SORTS, proposal_of
from success_desktop.services.rows_back import row_edits_with_past
from success_desktop.services.suggesting import replace_part, suggest, today_text

_LABELS: Mapping[Disposition, str] = {
    "accepted": N_("Accept a remark"),
    "partly": N_("Accept a remark in part"),
    "deferred": N_("Defer a remark"),
    "declined": N_("Decline a remark"),
    "out_of_scope": N_("Set a remark out of scope"),
    "duplicate": N_("Mark a remark as a duplicate"),
    "open": N_("Reopen a remark"),
}

_ANOTHER_WORDING = N_("Another wording was chosen for this passage.")


def accept(
    editor: PlanEditor,
    remark_id: str,
    said: str = "",
    initiator: object | None = None,
    *,
    is_forced: bool = False,
) -> Clash | LaterEdits | None:
    """Take what a remark says or proposes. None when that is done; a clash when there is something to choose first.

    A clash changes nothing: it is for `resolve_clash`. Nor do later edits, which would be lost with a row that goes or
    moves; with `is_forced` they are lost. Raises UserError when a proposal cannot be carried out: its place is not in the
    plan any more, or its value cannot be read.
    """
    feedback = read_feedback(editor.plan)
    remark = feedback.remarks[remark_id]
    clash = find_clash(editor.plan, feedback, remark_id) if remark.sort == "wording" else None
    if clash is not None:
        return clash
    later = None if is_forced else find_later_edits(editor, remark)
    if later is not None:
        return later
    edits = _row_taken(editor, remark) if remark.sort in ROW_SORTS else _wording_taken(editor.plan, remark)
    decision = _decision(editor, remark, _Verdict("accepted", worded(said)))
    editor.edit(_LABELS["accepted"], (*edits, *decision), initiator)
    return None


def accept_partly(
    editor: PlanEditor, remark_id: str, text: str | None, said: str = "", initiator: object | None = None
) -> None:
    """Take something of a remark: give the part of the field that it is about the wording `text`.

    None leaves the plan as it is. Raises UserError when the remark is about no field that is in the plan, or when the text
    cannot be read as its type asks.
    """
    remark = _remark(editor, remark_id)
    edits: Sequence[Edit] = ()
    if text is not None:
        if suggest(editor.plan, remark, interface_language()).state in ("none", "gone"):
            raise _without_place()
        edits = replace_part(editor.plan, remark.anchor, text)
    decision = _decision(editor, remark, _Verdict("partly", worded(said)))
    editor.edit(_LABELS["partly"], (*edits, *decision), initiator)


def defer(editor: PlanEditor, remark_id: str, said: str = "", initiator: object | None = None) -> None:
    """Take a remark up for later."""
    _set_aside(editor, remark_id, "deferred", said, initiator)


def decline(editor: PlanEditor, remark_id: str, said: str = "", initiator: object | None = None) -> None:
    """Do not take a remark. Raises UserError when no reason is given and no response has been written yet."""
    if not said.strip() and not _remark(editor, remark_id).response:
        raise UserError(
            N_("A remark cannot be declined without a word."),
            advice=N_("Write the reason: its author will read it."),
        )
    _set_aside(editor, remark_id, "declined", said, initiator)


def set_out_of_scope(
    editor: PlanEditor, remark_id: str, said: str = "", initiator: object | None = None
) -> None:
    """Say that a remark is about something that this plan cannot decide."""
    _set_aside(editor, remark_id, "out_of_scope", said, initiator)


def mark_duplicate(
    editor: PlanEditor, remark_id: str, of_id: str, said: str = "", initiator: object | None = None
) -> None:
    """Say that a remark repeats another. Raises UserError when that one repeats this one, or is the same."""
    feedback = read_feedback(editor.plan)
    first = _first_of(feedback, of_id)
    if first.id == remark_id:
        raise UserError(
            N_("A remark cannot repeat itself."),
            advice=N_("Choose the item that says the same, and is answered."),
        )
    verdict = _Verdict("duplicate", worded(said), first.id)
    editor.edit(_LABELS["duplicate"], _decision(editor, feedback.remarks[remark_id], verdict), initiator)


def reopen(editor: PlanEditor, remark_id: str, initiator: object | None = None) -> None:
    """Let a remark wait for a decision again. What was answered stays, and so does what the plan says."""
    editor.edit(_LABELS["open"], reopen_remark(editor.plan, remark_id), initiator)


def decide(
    editor: PlanEditor, remark_id: str, disposition: Disposition, said: str = "", of_id: str = ""
) -> None:
    """Decide on a remark in one call, as scripts do; `of_id` is the remark that a duplicate repeats.

    Raises UserError as the verbs do, and when accepting would be a choice between several wordings or cost later edits.
    """
    if disposition == "accepted":
        if (first := accept(editor, remark_id, said)) is not None:
            raise clash_error(first) if isinstance(first, Clash) else later_edits_error(first)
    elif disposition == "partly":
        accept_partly(editor, remark_id, None, said)
    elif disposition == "declined":
        decline(editor, remark_id, said)
    elif disposition == "duplicate":
        mark_duplicate(editor, remark_id, of_id, said)
    elif disposition == "open":
        reopen(editor, remark_id)
    else:
        _set_aside(editor, remark_id, disposition, said, None)


def resolve_clash(
    editor: PlanEditor, clash: Clash, text: str, said: str = "", initiator: object | None = None
) -> dict[str, Disposition]:
    """Give the passage of a clash the wording `text` and settle all of its remarks with it, as one step of undo.

    Returns what was decided on each. Raises UserError when the passage has been edited since the clash was shown, or when
    the text cannot be read as its field asks; nothing is done then.
    """
    remarks = read_feedback(editor.plan).remarks
    anchor = remarks[clash.remark_ids[0]].anchor
    if clash.today not in (today_text(editor.plan, anchor, language) for language in LANGUAGES):
        raise UserError(
            N_("This passage has been edited in the meantime."), advice=N_("Look at the proposals again.")
        )
    edits: list[Edit] = list(replace_part(editor.plan, anchor, text))
    settled: dict[str, Disposition] = {}
    for choice in clash.choices:
        remark = remarks[choice.remark_id]
        disposition = settled_as(editor.plan, clash, choice, plain_text(text))
        is_answered = disposition == "accepted" or remark.response
        response = worded(said) or ({} if is_answered else _another_wording())
        settled[remark.id] = disposition
        edits.extend(_decision(editor, remark, _Verdict(disposition, response)))
    editor.edit(N_("Choose between proposals"), edits, initiator)
    return settled


def clash_error(clash: Clash) -> UserError:
    """What to say to somebody who cannot be shown a clash: whose proposals exclude each other."""
    if len(clash.choices) == 1:
        return UserError(
            N_("The passage has been edited since {names} saw it."),
            advice=N_("Look at both wordings in the window, and choose one."),
            names=clash.choices[0].author,
        )
    return UserError(
        N_("Several proposals for one passage exclude each other: {names}"),
        advice=N_("Look at them together in the window, and choose one."),
        names=", ".join(dict.fromkeys(choice.author for choice in clash.choices)),
    )


class _Verdict(NamedTuple):
    """What is decided, and what is said of it; a language in which nothing is said keeps what it had."""

    disposition: Disposition
    response: Mapping[Language, str]
    duplicate_of: str = ""


def _remark(editor: PlanEditor, remark_id: str) -> Remark:
    return read_feedback(editor.plan).remarks[remark_id]


def _set_aside(
    editor: PlanEditor, remark_id: str, disposition: Disposition, said: str, initiator: object | None
) -> None:
    decision = _decision(editor, _remark(editor, remark_id), _Verdict(disposition, worded(said)))
    editor.edit(_LABELS[disposition], decision, initiator)


def _decision(editor: PlanEditor, remark: Remark, verdict: _Verdict) -> Sequence[Edit]:
    """The edits that write a decision down; none for one that was made already, in the same words."""
    response: dict[str, str] = {
        str(key): text for key, text in {**remark.response, **verdict.response}.items()
    }
    values: dict[str, FieldValue] = {
        "disposition": verdict.disposition,
        "duplicate_of": verdict.duplicate_of,
        "response": response,
    }
    edits = set_feedback(editor.plan, remark.id, values)
    if not edits:
        return ()
    signed: dict[str, FieldValue] = {"decided_by": editor.author, "decided_at": editor.now()}
    return (*edits, *set_feedback(editor.plan, remark.id, signed))


def _wording_taken(plan: Plan, remark: Remark) -> Sequence[Edit]:
    suggestion = suggest(plan, remark, interface_language())
    if suggestion.state == "gone":
        raise _without_place()
    if suggestion.why is not None:
        raise suggestion.why
    return suggestion.edits


def _row_taken(editor: PlanEditor, remark: Remark) -> Sequence[Edit]:
    """The edits that carry out a proposal about a row; the remark on a new row stands on that from now on."""
    plan = editor.plan
    row, proposal = row_edits_with_past(editor, remark), proposal_of(remark)
    if not row.edits or not isinstance(proposal, AddedRow):
        return row.edits
    made = write_proposal(replace(proposal, node_id=row.node_id))
    anchor = remark.anchor._replace(node_id=row.node_id)
    return (
        *row.edits,
        *set_feedback(plan, remark.id, {"proposed": made}),
        *set_anchor(plan, remark.id, anchor),
    )


def _first_of(feedback: Feedback, remark_id: str) -> Remark:
    """The remark that one repeats in the end, if it repeats any, else itself."""
    remark = feedback.remarks[remark_id]
    passed = {remark_id}
    while remark.duplicate_of in feedback.remarks and remark.duplicate_of not in passed:
        passed.add(remark.duplicate_of)
        remark = feedback.remarks[remark.duplicate_of]
    return remark


def _another_wording() -> dict[Language, str]:
    """What is said to the author of a wording that was not chosen, or not wholly, when nobody says anything else."""
    return {language: translate(_ANOTHER_WORDING, language) for language in LANGUAGES}


def _without_place() -> UserError:
    return UserError(
        N_("The passage that this remark is about is not in the plan."),
        advice=N_("Place it on a field by hand, or decline it with a reason."),
    )
