"""Proposals that cannot all be taken: shown together, decided once.

Two reviewers may word one passage each in their own way, or one may word anew what has been edited since. Whichever text a
person chooses then settles every one of them.
"""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from success_desktop.domain.compare_text import compare_texts
from success_desktop.domain.feedback import Anchor, Disposition, Feedback, Remark
from success_desktop.domain.merge import merge_texts
from success_desktop.domain.plan import Plan
from success_desktop.domain.thai_words import words
from success_desktop.domain.values import SHAPES
from success_desktop.i18n import Language, interface_language
from success_desktop.services.suggesting import Suggestion, field_spec, suggest

Place = tuple[str, str, str]
"""A part of a field: node id, field, part."""


class Choice(NamedTuple):
    """The passage as one of the reviewers has it: the whole part, as it would be shown for editing.

    What the others propose besides, and clashes with nothing of this, is in there too.
    """

    remark_id: str
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Clash:
    """Open proposals for one part of a field of which not all can be taken. `today` is how it reads now, as it is shown.

    `base` is what the first of them saw. A single choice clashes with what has been edited since.
    """

    node_id: str
    field: str
    part: str
    base: str
    today: str
    choices: tuple[Choice, ...]

    @property
    def place(self) -> Place:
        """The part of the field that it is about."""
        return self.node_id, self.field, self.part

    @property
    def remark_ids(self) -> tuple[str, ...]:
        """The remarks that are settled together."""
        return tuple(choice.remark_id for choice in self.choices)


class _Proposal(NamedTuple):
    remark: Remark
    suggestion: Suggestion


def list_clashes(plan: Plan, feedback: Feedback, language: Language | None = None) -> tuple[Clash, ...]:
    """All clashes among the open proposals on a plan, in the order of the feedback.

    Values are shown as in `language` (default: that of the interface).
    """
    passages: dict[Place, list[Remark]] = {}
    for remark in feedback.remarks.values():
        if remark.sort == "wording" and remark.is_open:
            passages.setdefault(remark.anchor.place, []).append(remark)
    spoken = language or interface_language()
    return tuple(clash for remarks in passages.values() for clash in _clashes_of(plan, remarks, spoken))


def find_clash(
    plan: Plan, feedback: Feedback, remark_id: str, language: Language | None = None
) -> Clash | None:
    """The clash that an open proposal is part of; None when it can be taken without a word to anybody else."""
    remark = feedback.remarks[remark_id]
    rivals = [
        other
        for other in feedback.remarks.values()
        if other.sort == "wording"
        and other.anchor.place == remark.anchor.place
        and (other.is_open or other.id == remark_id)
    ]
    clashes = _clashes_of(plan, rivals, language or interface_language())
    return next((clash for clash in clashes if remark_id in clash.remark_ids), None)


def settled_as(plan: Plan, clash: Clash, choice: Choice, text: str) -> Disposition:
    """What becomes of a proposal when its passage gets the wording `text`.

    It is accepted when that is its own, accepted in part when something of it is in there, else declined.
    """
    if text == choice.text:
        return "accepted"
    if not _is_text(plan, clash.place):
        return "declined"
    wanted, done = _doings(clash.today, choice.text), _doings(clash.today, text)
    return "partly" if any(wanted[kind] & done[kind] for kind in _telling_kinds(wanted)) else "declined"


def _clashes_of(plan: Plan, remarks: Sequence[Remark], language: Language) -> list[Clash]:
    """The clashes of proposals for one part of a field: what has nothing to do with each other is decided apart."""
    proposals = [_Proposal(remark, suggest(plan, remark, language)) for remark in remarks]
    proposals = [item for item in proposals if item.suggestion.state in ("open", "clash")]
    is_text = bool(proposals) and _is_text(plan, proposals[0].remark.anchor.place)
    groups = [[item] for item in proposals]
    for one, other in itertools.combinations(proposals, 2):
        if _exclude_each_other(one.suggestion, other.suggestion, is_text):
            _join(groups, one, other)
    return [
        _clash(group, is_text) for group in groups if len(group) > 1 or group[0].suggestion.state == "clash"
    ]


def _join(groups: list[list[_Proposal]], one: _Proposal, other: _Proposal) -> None:
    """Make the groups of two proposals one, in the order of the first."""
    first = next(group for group in groups if one in group)
    second = next(group for group in groups if other in group)
    if first is not second:
        groups.remove(second)
        first.extend(second)


def _clash(group: Sequence[_Proposal], is_text: bool) -> Clash:
    first = group[0]
    return Clash(
        *first.remark.anchor.place,
        first.remark.anchor.seen,
        first.suggestion.today,
        tuple(
            Choice(
                item.remark.id,
                item.remark.author,
                _with_rivals(item, group) if is_text else item.suggestion.result,
            )
            for item in group
        ),
    )


def _with_rivals(chosen: _Proposal, group: Sequence[_Proposal]) -> str:
    """The text that follows one proposal wherever it clashes with the others, and them in all else that they propose."""
    text = chosen.suggestion.result
    for rival in group:
        if rival is not chosen:
            text = merge_texts(chosen.suggestion.today, text, rival.suggestion.result).text
    return text


def _exclude_each_other(one: Suggestion, other: Suggestion, is_text: bool) -> bool:
    """Whether two proposals for one passage cannot both be taken."""
    if one.result == other.result:
        return False
    return not is_text or merge_texts(one.today, one.result, other.result).is_clash


def _is_text(plan: Plan, place: Place) -> bool:
    spec = field_spec(plan, Anchor(*place))
    return spec is not None and SHAPES[spec.type] == "text"


def _doings(today: str, text: str) -> dict[str, Counter[str]]:
    """The words that a wording brings ("inserted") and takes away ("deleted"); blanks and signs say nothing."""
    doings: dict[str, Counter[str]] = {"inserted": Counter(), "deleted": Counter()}
    for piece in compare_texts(today, text):
        if piece.kind != "same":
            doings[piece.kind].update(word for word in words(piece.text) if any(map(str.isalnum, word)))
    return doings


def _telling_kinds(wanted: dict[str, Counter[str]]) -> tuple[str, ...]:
    """What shows that somebody was followed: the words they brought, or, where they brought none, those they struck."""
    return ("inserted",) if wanted["inserted"] else ("deleted",)
