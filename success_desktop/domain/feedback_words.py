"""Feedback in words (catalogue entries): what panel, matrix, forms and command line call the same things."""

from collections.abc import Mapping
from typing import Literal

from success_desktop.domain.feedback import (
    Attention,
    Disposition,
    Nature,
    PlacedBy,
    Remark,
    RemarkSort,
    RoundSort,
    Trace,
    Weight,
)
from success_desktop.i18n import N_

DISPOSITIONS: Mapping[Disposition, str] = {
    "open": N_("Not decided yet"),
    "accepted": N_("Accepted"),
    "partly": N_("Accepted in part"),
    "deferred": N_("Deferred"),
    "declined": N_("Not accepted"),
    "out_of_scope": N_("Out of scope"),
    "duplicate": N_("Duplicate"),
}
"""What was decided on a remark (ผลการพิจารณา)."""

NATURES: Mapping[Nature, str] = {
    "recommendation": N_("Recommendation"),
    "comment": N_("General comment"),
    "observation": N_("Observation"),
    "question": N_("Question"),
    "issue": N_("Matter"),
}
"""What a remark is (ประเภท); one that nobody has classed has none."""

WEIGHTS: Mapping[Weight, str] = {
    "major": N_("Must be done"),
    "minor": N_("Should be done"),
    "editorial": N_("Wording only"),
}
"""How much a remark weighs (ระดับ)."""

SORTS: Mapping[RemarkSort, str] = {
    "comment": N_("Remark"),
    "wording": N_("Proposed wording"),
    "added": N_("Proposed addition"),
    "removed": N_("Proposed deletion"),
    "moved": N_("Proposed move"),
}
"""In what form a remark came: words about the plan, or another wording or row."""

TRACES: Mapping[Trace, str] = {
    "tracked": N_("Tracked change"),
    "untracked": N_("Change tracking was off"),
}
"""How a proposal stood in the file that came back."""

ROUND_SORTS: Mapping[RoundSort, str] = {
    "file": N_("Returned Word file"),
    "meeting": N_("Meeting"),
    "form": N_("Comment form"),
    "review": N_("Review file"),
}
"""How a round of remarks came in."""

PLACED_BY: Mapping[PlacedBy, str] = {
    "": N_("Not placed yet"),
    "bookmark": N_("By its bookmark"),
    "label": N_("By the label"),
    "quote": N_("By the words quoted"),
    "position": N_("By its position"),
    "hand": N_("By hand"),
}
"""What told where in the plan a remark belongs."""

ATTENTIONS: Mapping[Attention, str] = {
    "label_missing": N_("A label is missing in the file: look whether this is the right field."),
    "label_altered": N_("A label was altered in the file: look whether this is the right field."),
    "field_gone": N_("The field is no longer in the plan."),
}
"""Why a person should look at where a remark was placed."""

Standing = Literal["open", "unanswered", "going_on", "settled"]
"""Where an item stands: undecided; decided without a word to its author; taken up for later; settled."""

STANDINGS: Mapping[Standing, str] = {
    "open": N_("Awaiting a decision"),
    "unanswered": N_("Awaiting a response"),
    "going_on": N_("In progress"),
    "settled": N_("Settled"),
}

REVISED_AS_PROPOSED = N_("Revised as proposed.")
SEE_ITEM = N_("See item {number}.")


def standing_of(remark: Remark) -> Standing:
    """Where an item stands (สถานะ). It is settled only with a disposition and a response.

    A proposal that was taken as it is, and a duplicate, need no response of their own: the matrix says it for them.
    """
    if remark.is_open:
        return "open"
    if remark.disposition == "deferred" and remark.response:
        return "going_on"
    return "settled" if remark.response or own_response(remark) else "unanswered"


def own_response(remark: Remark) -> str:
    """The response (catalogue entry) that follows from the decision itself; "" where a person must write one.

    SEE_ITEM is to be filled with the number of the item that is repeated.
    """
    if remark.disposition == "accepted" and remark.sort != "comment":
        return REVISED_AS_PROPOSED
    return SEE_ITEM if remark.disposition == "duplicate" and remark.duplicate_of else ""
