"""The edits by which a returned file comes into the plan: what is new is added, what was amended amended, decisions stay."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from success_desktop.domain.edits import Edit
from success_desktop.domain.feedback import Remark, Round
from success_desktop.domain.feedback_edits import (
    add_remarks,
    add_replies,
    add_round,
    anchor_words,
    set_feedback,
)
from success_desktop.domain.plan import Plan
from success_desktop.domain.proposals import AddedRow, read_proposal, write_proposal
from success_desktop.domain.word_fields import FieldValue
from success_desktop.services.arranging import proposed_at
from success_desktop.services.receiving_matches import KnownRemarks, Match


@dataclass(frozen=True, slots=True)
class ReceivedRound:
    """A round with its receipt, and whether it only comes now."""

    round: Round
    is_new: bool


def write_edits(
    plan: Plan, received: ReceivedRound, matches: Sequence[Match], known: KnownRemarks
) -> Iterator[Edit]:
    """The edits on `plan`; none where the file brings nothing to a round that is there already."""
    work = list(_edits_of_remarks(plan, received.round.id, matches, known))
    if received.is_new:
        yield from add_round(plan, received.round)
    elif work:
        yield from set_feedback(plan, received.round.id, _words_of_round(plan, received.round))
    yield from work


def _words_of_round(plan: Plan, received: Round) -> dict[str, FieldValue]:
    """What an amended file tells anew about its round."""
    earlier = plan.nodes[received.id].word("digest").split()
    return {
        "file_name": received.file_name,
        "digest": tuple(dict.fromkeys((received.digest, *earlier))),
        "received_at": received.received_at,
        "receipt": received.receipt,
    }


def _edits_of_remarks(
    plan: Plan, round_id: str, matches: Sequence[Match], known: KnownRemarks
) -> Iterator[Edit]:
    fresh = [
        replace(match.remark, round_id=round_id, parent_id=round_id, replies=known.new_replies(match))
        for match in matches
        if match.known is None
    ]
    yield from add_remarks(plan, fresh)
    for match in matches:
        if match.known is not None:
            yield from _amend(plan, match)
            if replies := known.new_replies(match):
                yield from add_replies(plan, match.known.id, replies)


def _amend(plan: Plan, match: Match) -> Iterator[Edit]:
    """What a file says of a remark that it said otherwise before. Where a person has placed it, there it stays."""
    known, said = match.known, match.remark
    assert known is not None
    if match.is_updated:
        values: dict[str, FieldValue] = {
            "text": {str(language): text for language, text in said.text.items()},
            "proposed": _proposed_now(plan, known, said),
            "at": said.at,
            "source": said.source,
        }
        if said.is_placed and known.placed_by != "hand" and not _made_row(known):
            values |= {**anchor_words(said.anchor), "placed_by": said.placed_by}
        yield from set_feedback(plan, known.id, values)
    if said.is_resolved and not known.is_resolved:
        yield from set_feedback(plan, known.id, {"is_resolved": True})


def _proposed_now(plan: Plan, known: Remark, said: Remark) -> str:
    """What an amended remark proposes where it stands in the plan; of a row that was made the row is kept in mind."""
    proposed = proposed_at(plan, said, known.anchor) if known.placed_by == "hand" else said.proposed
    if not (made_id := _made_row(known)):
        return proposed
    row = read_proposal(proposed)
    assert isinstance(row, AddedRow)
    return write_proposal(replace(row, node_id=made_id))


def _made_row(known: Remark) -> str:
    """The node that was made of a proposed row; "" where none was."""
    row = read_proposal(known.proposed) if known.sort == "added" else None
    return row.node_id if isinstance(row, AddedRow) else ""
