"""What a proposed wording would make of the plan as it is now: looked at in place before anybody decides.

Text is merged word by word: what the reviewer saw, what reads today, what was proposed. Of a value (an amount, a day, a
choice, references) either today's or theirs stands: whoever proposes 400,000 against 200,000 says nothing on 250,000.
"""

from dataclasses import dataclass
from typing import Literal

from success_desktop.domain.edits import Edit, apply, set_value
from success_desktop.domain.feedback import Anchor, Remark
from success_desktop.domain.merge import merge_texts
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import FieldSpec
from success_desktop.domain.thai_typed import plain_text
from success_desktop.domain.values import SHAPES
from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES, N_, Language
from success_desktop.services.entering import read_atom, read_value, shown_atom, shown_value

SuggestionState = Literal["none", "open", "applied", "clash", "gone", "unreadable"]
"""Nothing of the sort is proposed; it can be taken; the plan says it already; the plan says something else there since;
its field or node is not in the plan; it cannot be read as its field asks."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A part of a field as it reads today, and as it would with the proposal, both as they are shown for editing.

    Where they clash, `result` has the reviewer's words. `why` tells why an unreadable one cannot be read.
    """

    state: SuggestionState
    today: str = ""
    result: str = ""
    edits: tuple[Edit, ...] = ()
    why: UserError | None = None


NO_SUGGESTION = Suggestion("none")
GONE = Suggestion("gone")


def suggest(plan: Plan, remark: Remark, language: Language) -> Suggestion:
    """What the wording that a remark proposes would make of its field. Values are shown as in `language`.

    `edits` do it, unless the state is another than "open".
    """
    if remark.sort != "wording":
        return NO_SUGGESTION
    spec = field_spec(plan, remark.anchor)
    if spec is None:
        return GONE
    if SHAPES[spec.type] == "text":
        return _suggest_text(plan, remark) if remark.anchor.part in LANGUAGES else GONE
    return _suggest_value(plan, remark, language)


def field_spec(plan: Plan, anchor: Anchor) -> FieldSpec | None:
    """What the template says of the field that an anchor names; None when the plan has no such node or field."""
    node = plan.nodes.get(anchor.node_id)
    return plan.template.kinds[node.kind].fields.get(anchor.field) if node is not None else None


def today_text(plan: Plan, anchor: Anchor, language: Language) -> str:
    """The part of a field that an anchor names as it is shown, choices by name. Raises KeyError for an unknown field."""
    node_id, field, part = anchor.place
    node = plan.nodes[node_id]
    spec = plan.template.field(node.kind, field)
    if spec.type == "choice":
        return shown_atom(spec, node.parts(field).get(part), language)
    return shown_value(plan, anchor.place, language)


def replace_part(plan: Plan, anchor: Anchor, text: str) -> tuple[Edit, ...]:
    """The edits that give the part of a field that an anchor names another text, read as its type asks.

    Raises UserError when it cannot be read so, KeyError when there is no such field.
    """
    return read_value(plan, anchor.place, plain_text(text))


def _suggest_text(plan: Plan, remark: Remark) -> Suggestion:
    node_id, field, part = remark.anchor.place
    today = str(plan.nodes[node_id].parts(field).get(part, ""))
    merged = merge_texts(remark.anchor.seen, today, plain_text(remark.proposed))
    if merged.is_clash:
        return Suggestion("clash", today, merged.other_text)
    edits = set_value(plan, node_id, field, part, merged.text)
    return Suggestion("open" if edits else "applied", today, merged.text, edits)


def _suggest_value(plan: Plan, remark: Remark, language: Language) -> Suggestion:
    try:
        today = today_text(plan, remark.anchor, language)
        edits = replace_part(plan, remark.anchor, remark.proposed)
    except UserError as why:
        return _not_taken(plan, remark, why, language)
    except ValueError:  # no part of this field
        return GONE
    if not edits:
        return Suggestion("applied", today, today)
    result = today_text(apply(plan, edits), remark.anchor, language)
    if _reads_as_seen(plan, remark.anchor):
        return Suggestion("open", today, result, edits)
    return Suggestion("clash", today, result)


def _not_taken(plan: Plan, remark: Remark, why: UserError, language: Language) -> Suggestion:
    """What to say of a value that cannot be set: it is unreadable, or the money of a year from several sources of funds.

    Such money is entered by hand, source by source; the proposal is applied once the sum is the one proposed.
    """
    today = today_text(plan, remark.anchor, language)
    spec = field_spec(plan, remark.anchor)
    if spec is None or not remark.anchor.part.isdecimal():
        return Suggestion("unreadable", today, remark.proposed, why=why)
    try:
        result = shown_atom(spec, read_atom(spec, remark.proposed), language)
    except UserError as unreadable:
        return Suggestion("unreadable", today, remark.proposed, why=unreadable)
    if result == today:
        return Suggestion("applied", today, today)
    by_hand = UserError(
        N_(
            "The money of this year comes from several sources, and the proposal does not say which of them changes."
        ),
        advice=N_("Enter the amounts by source on the page, then accept the proposal."),
    )
    return Suggestion("unreadable", today, result, why=by_hand)


def _reads_as_seen(plan: Plan, anchor: Anchor) -> bool:
    """Whether a value is still what the reviewer saw: the same value, or, where that cannot be read, the same text."""
    try:
        return not replace_part(plan, anchor, anchor.seen)
    except UserError:
        return anchor.seen in (today_text(plan, anchor, language) for language in LANGUAGES)
