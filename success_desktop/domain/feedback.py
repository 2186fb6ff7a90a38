"""Feedback on a plan: rounds of remarks, each tied to a passage, each with what was decided on it and what was answered.

These are views for reading, taken off the nodes in which a plan holds its feedback (domain.feedback_kinds); it is changed by
the edits of domain.feedback_edits. The words are those of a comment response matrix (ตารางข้อเสนอแนะและการดำเนินการ).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

from success_desktop.domain.feedback_kinds import FEEDBACK_ID
from success_desktop.domain.plan import Node, Plan
from success_desktop.i18n import LANGUAGES, Language

RoundSort = Literal["file", "meeting", "form", "review"]
"""A Word file that came back, a meeting, a printed comment form typed in, a file from a reviewer's own program."""

RemarkSort = Literal["comment", "wording", "added", "removed", "moved"]
"""Says something; proposes a wording for a part of a field; proposes a node more, a node less, another place for a node."""

Trace = Literal["", "tracked", "untracked"]
"""Whether a proposal was marked in the file as one; "" for what is no edit of a file."""

Nature = Literal["", "recommendation", "comment", "observation", "question", "issue"]
Weight = Literal["", "major", "minor", "editorial"]
Disposition = Literal["open", "accepted", "partly", "deferred", "declined", "out_of_scope", "duplicate"]

PlacedBy = Literal["", "bookmark", "label", "quote", "position", "hand"]
"""What told where a remark belongs; "" for one that has no place yet."""

Attention = Literal["", "label_missing", "label_altered", "field_gone"]
"""Why a person should look at where a remark was placed."""


class Anchor(NamedTuple):
    """The passage that a remark is about: characters `start` to `end` of what one part of a field said at a revision.

    `seen` is that whole part as the reviewer saw it. Without a field it is about the node, without a node nowhere.
    """

    node_id: str = ""
    field: str = ""
    part: str = ""
    revision_id: str = ""
    seen: str = ""
    start: int = 0
    end: int = 0

    @property
    def quote(self) -> str:
        """The words of the passage."""
        return self.seen[self.start : self.end]

    @property
    def place(self) -> tuple[str, str, str]:
        """The node's id, the field and its part."""
        return self.node_id, self.field, self.part


NOWHERE = Anchor()
"""What a remark without a place is tied to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One more word in a remark's thread. `is_ours` tells what the planners answered from what came in a file."""

    id: str
    author: str = ""
    at: datetime | None = None
    text: str = ""
    source: str = ""
    is_ours: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing that a reviewer said or proposed: a row of the response matrix.

    `number` counts within the round ("2", "2.1"). `quote` and `context` are what the file quoted and what stood around
    it, for a remark without a place. `proposed` is the whole part as it should read (a wording), or what domain.proposals
    reads. `source` is what the remark is known by in its file. `answers` are the uids of transactions attached as its
    answer, besides the one that decided it.
    """

    id: str
    round_id: str
    parent_id: str
    number: str
    author: str = ""
    initials: str = ""
    at: datetime | None = None
    sort: RemarkSort = "comment"
    trace: Trace = ""
    nature: Nature = ""
    weight: Weight = ""
    text: Mapping[Language, str] = field(default_factory=dict)
    anchor: Anchor = NOWHERE
    placed_by: PlacedBy = ""
    attention: Attention = ""
    quote: str = ""
    context: str = ""
    proposed: str = ""
    disposition: Disposition = "open"
    response: Mapping[Language, str] = field(default_factory=dict)
    assignee: str = ""
    duplicate_of: str = ""
    decided_by: str = ""
    decided_at: datetime | None = None
    answers: tuple[str, ...] = ()
    is_resolved: bool = False
    source: str = ""
    replies: tuple[Reply, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided on it yet."""
        return self.disposition == "open"

    @property
    def is_placed(self) -> bool:
        """Whether it stands on a node of the plan."""
        return bool(self.anchor.node_id)

    def spoken(self, language: Language) -> str:
        """What was said, in `language` or else as it was said; "" for a mere proposal."""
        return self.text.get(language) or next(iter(self.text.values()), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What came in at once: a file, a meeting. `number` counts the rounds of a plan from 1, oldest first.

    `on` is the day of the meeting, or the day the file was sent back; `received_at` when it came into the plan (UTC);
    `revision_id` the revision it speaks of; `digest` the SHA-256 of its file, in front of those of earlier copies (blanks
    between them); `receipt` the receipt of its import as JSON.
    """

    id: str
    number: int
    sort: RoundSort = "file"
    name: str = ""
    reviewer: str = ""
    on: date | None = None
    place: str = ""
    attendees: str = ""
    agenda: str = ""
    revision_id: str = ""
    file_name: str = ""
    digest: str = ""
    received_at: datetime | None = None
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class Feedback:
    """All feedback on a plan. `remarks` by id stand as they are printed: by rounds, each before those below it."""

    rounds: tuple[Round, ...]
    remarks: Mapping[str, Remark]

    @property
    def open_count(self) -> int:
        """How many remarks nobody has decided on."""
        return sum(remark.is_open for remark in self.remarks.values())

    @property
    def unplaced(self) -> tuple[Remark, ...]:
        """The remarks of returned files that have found no place; what a meeting said may be about the plan as a whole."""
        files = {item.id for item in self.rounds if item.sort == "file"}
        return tuple(item for item in self.remarks.values() if not item.is_placed and item.round_id in files)

    def round(self, round_id: str) -> Round:
        """The round with that id. Raises KeyError when there is none."""
        return {found.id: found for found in self.rounds}[round_id]

    def of_round(self, round_id: str) -> tuple[Remark, ...]:
        """All remarks of a round."""
        return tuple(remark for remark in self.remarks.values() if remark.round_id == round_id)

    def of_node(self, node_id: str) -> tuple[Remark, ...]:
        """The remarks on a node or on one of its fields."""
        return tuple(remark for remark in self.remarks.values() if remark.anchor.node_id == node_id)

    def children_of(self, remark_id: str) -> tuple[Remark, ...]:
        """The remarks directly below one (1.1 and 1.2 below 1)."""
        return tuple(remark for remark in self.remarks.values() if remark.parent_id == remark_id)

    def open_by_node(self) -> dict[str, int]:
        """How many open remarks stand on each node that has any."""
        counts: dict[str, int] = {}
        for remark in self.remarks.values():
            if remark.is_open and remark.is_placed:
                counts[remark.anchor.node_id] = counts.get(remark.anchor.node_id, 0) + 1
        return counts

    def full_number(self, remark: Remark) -> str:
        """The number by which a remark is known in the whole plan: round and number, "3:2.1"."""
        return f"{self.round(remark.round_id).number}:{remark.number}"

    def find(self, wanted: str) -> tuple[Remark, ...]:
        """The remarks that somebody means by an id, by round and number ("3:2.1"), or by a number alone ("2.1")."""
        if wanted in self.remarks:
            return (self.remarks[wanted],)
        exact = tuple(item for item in self.remarks.values() if self.full_number(item) == wanted)
        return exact or tuple(item for item in self.remarks.values() if item.number == wanted)


NO_FEEDBACK = Feedback((), {})

_MADE = {"id", "round_id", "parent_id", "number", "on", "at", "received_at", "decided_at"} | {
    *("text", "response", "anchor", "answers", "is_resolved", "replies")
}
_PLAIN_OF_ROUND = frozenset(item.name for item in fields(Round)) - _MADE
_PLAIN_OF_REMARK = frozenset(item.name for item in fields(Remark)) - _MADE
"""What a view tells in the very word that its node keeps."""


def read_feedback(plan: Plan) -> Feedback:
    """The feedback on a plan, in printed order."""
    if FEEDBACK_ID not in plan.nodes:
        return NO_FEEDBACK
    rounds = plan.children_of(FEEDBACK_ID)
    remarks = (remark for node in rounds for remark in _remarks_below(plan, node, node.id, ""))
    return Feedback(
        tuple(_round(node, number) for number, node in enumerate(rounds, start=1)),
        {remark.id: remark for remark in remarks},
    )


def read_instant(text: str) -> datetime | None:
    """An instant as a node keeps it: ISO 8601; None for ""."""
    return datetime.fromisoformat(text) if text else None


def _remarks_below(plan: Plan, parent: Node, round_id: str, prefix: str) -> Iterator[Remark]:
    family = (node for node in plan.children_of(parent.id) if node.kind == "remark")
    for place, node in enumerate(family, start=1):
        number = f"{prefix}{place}"
        yield _remark(plan, node, round_id, number)
        yield from _remarks_below(plan, node, round_id, f"{number}.")


def _round(node: Node, number: int) -> Round:
    words = _words_of(node)
    return Round(
        id=node.id,
        number=number,
        on=date.fromisoformat(words["on"]) if "on" in words else None,
        received_at=read_instant(words.get("received_at", "")),
        **{name: words[name] for name in _PLAIN_OF_ROUND & words.keys()},
    )


def _remark(plan: Plan, node: Node, round_id: str, number: str) -> Remark:
    words = _words_of(node)
    below = plan.children_of(node.id) if node.id in plan.children else ()
    return Remark(
        id=node.id,
        round_id=round_id,
        parent_id=node.parent_id or "",
        number=number,
        at=read_instant(words.get("at", "")),
        text=_wordings(node, "text"),
        anchor=_anchor(words),
        response=_wordings(node, "response"),
        decided_at=read_instant(words.get("decided_at", "")),
        answers=tuple(words.get("answers", "").split()),
        is_resolved="is_resolved" in words,
        replies=tuple(_reply(child) for child in below if child.kind == "reply"),
        **{name: words[name] for name in _PLAIN_OF_REMARK & words.keys()},
    )


def _anchor(words: Mapping[str, str]) -> Anchor:
    node_id, field, part = (words.get(name, "") for name in ("node", "field", "part"))
    span = int(words.get("start", 0)), int(words.get("end", 0))
    return Anchor(node_id, field, part, words.get("revision_id", ""), words.get("seen", ""), *span)


def _words_of(node: Node) -> dict[str, Any]:
    """What a node keeps in one word each, by field: read at once, for a plan may hold thousands of remarks."""
    return {name: parts[""] for name, parts in node.fields.items() if "" in parts}


def _reply(node: Node) -> Reply:
    return Reply(
        id=node.id,
        author=node.word("author"),
        at=read_instant(node.word("at")),
        text=node.word("text"),
        source=node.word("source"),
        is_ours=bool(node.word("is_ours")),
    )


def _wordings(node: Node, name: str) -> dict[Language, str]:
    return {language: text for language in LANGUAGES if (text := node.text(name, language))}
