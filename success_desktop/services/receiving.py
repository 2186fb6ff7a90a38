"""Taking in a Word file that a reviewer sent back: every remark on its field, every one accounted for, nothing applied."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from success_desktop.documents.returned.bearings import Bearings
from success_desktop.documents.returned.found_remarks import Found
from success_desktop.documents.returned.ledger import read_ledger
from success_desktop.documents.returned.placing import Placement, place_remarks, take_bearings
from success_desktop.documents.returned.settling import settle
from success_desktop.domain.edits import Edit
from success_desktop.domain.feedback import Feedback, Round, read_feedback
from success_desktop.domain.feedback_kinds import derive_feedback_id
from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.receipts import Decision, Receipt, write_receipt
from success_desktop.services.receiving_account import account_for
from success_desktop.services.receiving_decisions import (
    DecisionReader,
    SentRedline,
    join_sendings,
    list_ours,
)
from success_desktop.services.receiving_edits import ReceivedRound, write_edits
from success_desktop.services.receiving_files import OpenedFile, guess_reviewer, open_file
from success_desktop.services.receiving_matches import KnownRemarks, Match
from success_desktop.services.receiving_sent import SentDraft, find_draft, print_again
from success_desktop.services.revisions import list_revisions, read_revision

__all__ = ["Incoming", "OpenedFile", "ReceivingOptions", "open_file", "preview", "receive", "receive_file"]


@dataclass(frozen=True, slots=True)
class ReceivingOptions:
    """What a person knows about a file that the file does not tell.

    `reviewer` sent it back; it amends the round `round_id`; it speaks of the `revision` of that id, label or number.
    `is_forced` takes in a file of another plan: what can be found by its text.
    """

    reviewer: str = ""
    round_id: str = ""
    revision: str = ""
    is_forced: bool = False


@dataclass(frozen=True)
class Incoming:
    """A file as it would come in: the receipt, the matches with what is in the plan, and the edits on the plan as it is."""

    receipt: Receipt
    matches: tuple[Match, ...]
    edits: tuple[Edit, ...] = field(repr=False, default=())

    @property
    def is_known(self) -> bool:
        """Whether there is nothing new in it."""
        return not self.edits


def preview(editor: PlanEditor, opened: OpenedFile, options: ReceivingOptions | None = None) -> Incoming:
    """Lay a file over the draft that it speaks of, and tell what it would bring. Nothing is changed.

    Raises UserError when the file belongs to another plan or is none of this one, and when not everything in it can be
    accounted for.
    """
    chosen = options or ReceivingOptions()
    draft = find_draft(editor, opened, chosen.revision, is_forced=chosen.is_forced)
    feedback = read_feedback(editor.plan)
    reading = _read(editor, opened, draft, chosen)
    if draft.standing == "no_ids" and not chosen.is_forced:
        _require_likeness(opened.name, reading.bearings)
    known = KnownRemarks(feedback, editor.plan.root_id)
    round_id = chosen.round_id or _find_round(feedback, known, opened, reading.placement.found)
    is_new = not round_id
    round_id = round_id or derive_feedback_id("round", editor.plan.root_id, opened.digest)
    number = len(feedback.rounds) + 1 if is_new else feedback.round(round_id).number
    is_earlier = not is_new and opened.digest in feedback.round(round_id).digest.split()[1:]
    found = known.match(reading.placement.found, round_id)
    matches = tuple(replace(match, is_earlier=is_earlier) for match in found)
    blank = _blank_receipt(opened, draft, reading, (round_id, number))
    receipt = account_for(blank, opened, reading.placement, matches, known)
    receipt = replace(receipt, remarks_gone=_count_gone(feedback, round_id, matches))
    received = ReceivedRound(_round_of(receipt, editor.now()), is_new)
    return Incoming(receipt, matches, tuple(write_edits(editor.plan, received, matches, known)))


def receive(editor: PlanEditor, incoming: Incoming, initiator: object | None = None) -> Receipt:
    """Take a file in as one step of undo; no step where nothing in it is new. The plan itself stays as it is."""
    editor.edit(N_("Take in a returned file"), incoming.edits, initiator)
    return incoming.receipt


def receive_file(
    editor: PlanEditor, path: Path, options: ReceivingOptions | None = None, initiator: object | None = None
) -> Receipt:
    """Read the Word file at `path` and take it in. Raises UserError, with advice, when it cannot be."""
    return receive(editor, preview(editor, open_file(path), options), initiator)


@dataclass(frozen=True)
class _Reading:
    """What a file says."""

    bearings: Bearings
    placement: Placement
    decisions: tuple[Decision, ...] = ()


def _blank_receipt(
    opened: OpenedFile, draft: SentDraft, reading: _Reading, place: tuple[str, int]
) -> Receipt:
    """What is known of a file before anything in it is counted; `place` is the round's id and number."""
    return Receipt(
        round_id=place[0],
        round_number=place[1],
        file_name=opened.name,
        digest=opened.digest,
        reviewer=reading.bearings.author,
        standing=draft.standing,
        revision_id=draft.revision_id,
        language=draft.sending.sent.language,
        lines=(),
        decisions=reading.decisions,
        missing_labels=reading.placement.missing_labels,
        embedded=opened.file.embedded_count,
    )


def _round_of(receipt: Receipt, at: datetime) -> Round:
    """The round of a file that came in at an instant (UTC)."""
    return Round(
        id=receipt.round_id,
        number=receipt.round_number,
        name=Path(receipt.file_name).stem,
        reviewer=receipt.reviewer,
        revision_id=receipt.revision_id,
        file_name=receipt.file_name,
        digest=receipt.digest,
        received_at=at,
        receipt=write_receipt(receipt),
    )


def _read(editor: PlanEditor, opened: OpenedFile, draft: SentDraft, chosen: ReceivingOptions) -> _Reading:
    """Place everything; in a redline of ours, what stands open is settled first, and what was decided is told."""
    redline = _find_redline(editor, opened, draft)
    ours = list_ours(opened.file, draft.revision.at) if redline and draft.revision else frozenset()
    names = frozenset(opened.file.stamps[key].author for key in ours) | {editor.author}
    reviewer = chosen.reviewer or guess_reviewer(opened, names)
    sending = join_sendings(draft.sending, redline.old) if redline else draft.sending
    bearings = take_bearings(settle(opened.file, ours), sending, draft.plan, reviewer, draft.revision_id)
    placement = place_remarks(bearings)
    if redline is None:
        return _Reading(bearings, placement)
    reader = DecisionReader(bearings, opened.file, ours, redline, editor.plan)
    found = tuple(reader.read(placement.found))
    aside = {**placement.aside, **dict.fromkeys(ours, "ours")}
    whole = replace(placement, found=found, aside=aside, ledger=read_ledger(opened.file))
    return _Reading(bearings, whole, reader.list_decisions())


def _require_likeness(name: str, bearings: Bearings) -> None:
    """Raise UserError for a file that says of no plan that it is of it, and in which nothing of this one was found."""
    if not bearings.found.fields and not bearings.found.rows:
        raise UserError(
            N_("Nothing in “{name}” reads like this plan."),
            advice=N_("Choose the Word file that the reviewer sent back."),
            name=name,
        )


def _find_redline(editor: PlanEditor, opened: OpenedFile, draft: SentDraft) -> SentRedline | None:
    """The redline that a file was sent as; None for a plain draft, or where its old revision is unknown."""
    old_id = opened.file.old_revision_id
    old = next((one for one in list_revisions(editor) if old_id and one.id == old_id), None)
    if old is None or draft.revision is None:
        return None
    plan = read_revision(editor, old)
    return SentRedline(plan, print_again(plan, draft.sending.sent, old.id))


def _find_round(feedback: Feedback, known: KnownRemarks, opened: OpenedFile, found: Sequence[Found]) -> str:
    """The round that a file came in with, or an earlier copy of it; "" for none."""
    for one in feedback.rounds:
        if opened.digest in one.digest.split():
            return one.id
    return known.round_of(found) or known.round_of_silent(found)


def _count_gone(feedback: Feedback, round_id: str, matches: Iterable[Match]) -> int:
    """How many remarks an earlier copy of a file brought that this one has not."""
    here = {match.remark.id for match in matches}
    return sum(bool(remark.source) and remark.id not in here for remark in feedback.of_round(round_id))
