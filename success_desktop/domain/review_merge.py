"""Bringing reviewers' rounds into a plan, so that neither the order nor a repetition of their files matters.

Of each remark the latest edition counts, whichever file comes first; a remark that a later edition no longer has is kept.
What the planners did to a remark (disposition, response, place in the tree, weight) is theirs and stays.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from success_desktop.domain.edits import AddNode, Edit, MoveNode, SetValue, apply
from success_desktop.domain.feedback import Round
from success_desktop.domain.feedback_edits import add_round, set_feedback
from success_desktop.domain.feedback_kinds import FEEDBACK_ID
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.review_pack import TOLD, PackedNode, ReviewPack, digest_of, told_fields
from success_desktop.domain.word_fields import FieldValue

_WORDS = ("text", "proposed")
"""What the reviewer says; it is renewed even where the planners have worked on the remark."""


class Tally(NamedTuple):
    """What came of the nodes of a pack. `kept_out` were taken away here since they first came, and stay away."""

    new: int = 0
    updated: int = 0
    known: int = 0
    kept_out: int = 0
    new_replies: int = 0


class Merged(NamedTuple):
    """The edits that bring a pack in (none when there is nothing new), and what comes of it."""

    edits: tuple[Edit, ...]
    tally: Tally


class Stamp(NamedTuple):
    """Which edition of a node was taken in: of two the greater one counts."""

    edition: int = -1
    content: str = ""
    place: str = ""

    def written(self) -> str:
        """As a remark keeps it (its source)."""
        return f"review {self.edition} {self.content} {self.place}"


def merge_pack(plan: Plan, pack: ReviewPack) -> Merged:
    """Bring the round of a pack into a plan, or up to date. Raises ValueError when its id stands for something else here."""
    merging = _Merging(plan, pack)
    merging.take_round()
    for node in pack.nodes:
        merging.take_node(node)
    merging.remember()
    return Merged(tuple(merging.edits), Tally(**merging.counts))


@dataclass
class _Merging:
    plan: Plan
    pack: ReviewPack
    edits: list[Edit] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def take_round(self) -> None:
        pack, here = self.pack, self.plan.nodes.get(self.pack.round_id)
        if here is None:
            self._do(_add_review_round(self.plan, pack))
            return
        if here.kind != "round" or here.word("sort") != "review":
            raise ValueError("the round stands for something else here")
        if _round_stamp(here) < (pack.edition, pack.digest):
            self._do(set_feedback(self.plan, here.id, _round_values(pack)))

    def take_node(self, node: PackedNode) -> None:
        here = self.plan.nodes.get(node.id)
        if here is not None and not self._is_own(here):
            raise ValueError("a remark stands for something else here")
        stamp = Stamp(self.pack.edition, node.content, node.place)
        if here is None:
            self._take_new(node, stamp)
        elif _stamp_of(here) >= stamp:
            self._count("known")
        else:
            self._renew(here, node, stamp)

    def remember(self) -> None:
        """Note which nodes have come in, so that those taken away here do not come back."""
        known = _known_ids(self.plan.nodes[self.pack.round_id])
        ids = sorted(known | {node.id for node in self.pack.nodes})
        self._do(set_feedback(self.plan, self.pack.round_id, {"known": json.dumps(ids) if ids else ""}))

    def _is_own(self, here: Node) -> bool:
        """Whether a node lies in the reviewer's round: what others said is not theirs to word."""
        return any(above.id == self.pack.round_id for above in self.plan.ancestors(here.id))

    def _take_new(self, node: PackedNode, stamp: Stamp) -> None:
        if node.id in _known_ids(self.plan.nodes[self.pack.round_id]):
            self._count("kept_out")
            return
        parent_id = node.parent if node.parent in self.plan.nodes else self.pack.round_id
        self._do((AddNode(node.id, node.kind, parent_id, node.position),))
        self._do(self._told(node, TOLD[node.kind], stamp))
        self._count("new" if node.kind == "remark" else "new_replies")

    def _renew(self, here: Node, node: PackedNode, stamp: Stamp) -> None:
        earlier = _stamp_of(here)
        is_untouched = digest_of(told_fields(here)) == earlier.content
        names = TOLD[node.kind] if is_untouched else _WORDS
        self._do(self._told(node, names, stamp))
        self._count("known" if earlier.content == stamp.content else "updated")
        if stamp.place != earlier.place and digest_of([here.parent_id, here.position]) == earlier.place:
            self._move(node)

    def _move(self, node: PackedNode) -> None:
        """Follow the reviewer to another place in the tree, unless the planners' own order stands in the way."""
        here = self.plan.nodes[node.id]
        if node.parent not in self.plan.nodes or here.parent_id is None:
            return
        above = {node.parent, *(one.id for one in self.plan.ancestors(node.parent))}
        if node.id not in above:
            self._do((MoveNode(node.id, here.parent_id, here.position, node.parent, node.position),))

    def _told(self, node: PackedNode, names: tuple[str, ...], stamp: Stamp) -> tuple[SetValue, ...]:
        """The edits that let a node say what the pack says under these names."""
        here = self.plan.nodes[node.id]
        edits: list[SetValue] = []
        for name in names:
            old, new = (
                here.parts(name),
                {part: word for part, word in node.fields.get(name, {}).items() if word},
            )
            for part in dict.fromkeys((*old, *new)):
                if old.get(part) != new.get(part):
                    edits.append(SetValue(node.id, name, part, old.get(part), new.get(part)))
        values: dict[str, FieldValue] = {"source": stamp.written()}
        if node.kind == "remark" and "node" in names:
            values["placed_by"] = "bookmark" if node.fields.get("node") else ""
        return (*edits, *set_feedback(self.plan, node.id, values))

    def _do(self, step: tuple[Edit, ...]) -> None:
        if step:
            self.plan = apply(self.plan, step)
            self.edits.extend(step)

    def _count(self, name: str) -> None:
        self.counts[name] = self.counts.get(name, 0) + 1


def _add_review_round(plan: Plan, pack: ReviewPack) -> tuple[Edit, ...]:
    """A round at the end. Reviewers' rounds that follow each other share a position, so that their ids tell the order."""
    values = _round_values(pack)
    edits = add_round(plan, Round(id=pack.round_id, number=0, sort="review"))
    siblings = plan.children_of(FEEDBACK_ID) if FEEDBACK_ID in plan.nodes else ()
    if siblings and siblings[-1].word("sort") == "review":
        position = siblings[-1].position
        edits = tuple(
            replace(edit, position=position) if isinstance(edit, AddNode) and edit.kind == "round" else edit
            for edit in edits
        )
    return (*edits, *set_feedback(apply(plan, edits), pack.round_id, values))


def _round_values(pack: ReviewPack) -> Mapping[str, FieldValue]:
    return {
        "name": pack.reviewer,
        "reviewer": pack.reviewer,
        "on": pack.on,
        "revision_id": pack.revision_id,
        "digest": pack.digest,
        "received_at": pack.saved_at,
        "source": f"review {pack.edition} {pack.digest}",
    }


def _round_stamp(node: Node) -> tuple[int, str]:
    words = node.word("source").split()
    return (int(words[1]), words[2]) if len(words) == 3 else (-1, "")


def _stamp_of(node: Node) -> Stamp:
    words = node.word("source").split()
    return Stamp(int(words[1]), words[2], words[3]) if len(words) == 4 else Stamp()


def _known_ids(round_node: Node) -> frozenset[str]:
    return frozenset(json.loads(round_node.word("known") or "[]"))
