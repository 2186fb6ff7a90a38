"""What one reviewer's copy of a plan hands back: a round of remarks, packed so that it can be carried to any other copy."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from success_desktop.domain.beside import is_beside
from success_desktop.domain.feedback import Nature, RemarkSort, Weight
from success_desktop.domain.feedback_kinds import shape_of_field
from success_desktop.domain.plan import Node, Plan
from success_desktop.i18n import LANGUAGES

FORMAT: Literal["success-review"] = "success-review"

_FeedbackId = Annotated[str, Field(pattern=r"^f-[0-9a-z]{1,62}$")]
_Word = Annotated[str, Field(max_length=200_000)]
_ANCHOR = ("node", "field", "part", "revision_id", "seen", "start", "end")
TOLD: Mapping[str, tuple[str, ...]] = {
    "remark": (
        "author",
        "initials",
        "at",
        "sort",
        "nature",
        "weight",
        "text",
        "quote",
        "context",
        "proposed",
        *_ANCHOR,
    ),
    "reply": ("author", "at", "text"),
}
"""The fields that are the reviewer's; all others are for whoever decides, and no file sets them."""

_CODES: Mapping[str, frozenset[str]] = {
    "sort": frozenset(get_args(RemarkSort)),
    "nature": frozenset(get_args(Nature)),
    "weight": frozenset(get_args(Weight)),
}
_DIGEST_BYTES = 8


class PackedNode(BaseModel):
    """A remark or a reply: where it stands below its round, and what it says.

    Fields that are not the reviewer's are dropped.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: _FeedbackId
    kind: Literal["remark", "reply"]
    parent: _FeedbackId
    position: Annotated[str, Field(pattern=r"^[0-9A-Za-z]{1,500}$")]
    fields: dict[str, dict[str, _Word]]

    @model_validator(mode="after")
    def _check(self) -> Self:
        for name in [name for name in self.fields if name not in TOLD[self.kind]]:
            del self.fields[name]
        for name, parts in self.fields.items():
            is_text = shape_of_field(self.kind, name) == "text"
            if not parts.keys() <= (set(LANGUAGES) if is_text else {""}):
                raise ValueError(f"{name} has parts that it cannot have")
            if "" in parts:
                _check_word(name, parts[""])
        return self

    @property
    def content(self) -> str:
        """A digest of what it says."""
        return digest_of(self.fields)

    @property
    def place(self) -> str:
        """A digest of where it stands."""
        return digest_of([self.parent, self.position])


class ReviewPack(BaseModel):
    """A round as its reviewer saved it. `edition` counts what was done in that copy: the higher one is the later one.

    `revision_id` is the newest revision that the copy held, `saved_at` UTC. Parents stand before what is below them.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    format: Literal["success-review"] = FORMAT
    version: Literal[1] = 1
    plan_id: str = Field(min_length=1, max_length=64)
    plan_title: str = Field(default="", max_length=2000)
    revision_id: str = Field(default="", max_length=64)
    round_id: _FeedbackId
    reviewer: str = Field(default="", max_length=500)
    saved_at: datetime
    edition: int = Field(ge=0)
    nodes: tuple[PackedNode, ...] = Field(max_length=20_000)

    @model_validator(mode="after")
    def _check_tree(self) -> Self:
        if self.saved_at.tzinfo is None:
            raise ValueError("the moment of saving has no time zone")
        known = {self.round_id: "round"}
        for node in self.nodes:
            if node.id in known or known.get(node.parent) not in ("round", "remark"):
                raise ValueError(f"{node.id} has no place of its own")
            known[node.id] = node.kind
        return self

    @property
    def digest(self) -> str:
        """A digest of everything in the pack, by which a damaged file is known."""
        return hashlib.sha256(_canonical(self.model_dump(mode="json"))).hexdigest()

    @property
    def on(self) -> date:
        """The day it was saved (UTC)."""
        return self.saved_at.date()


def pack_nodes(plan: Plan, round_id: str) -> tuple[PackedNode, ...]:
    """The remarks and replies of a round, ready to be carried away."""
    return tuple(_packed(node) for node in plan.walk(round_id) if node.id != round_id)


def told_fields(node: Node) -> dict[str, dict[str, str]]:
    """What the reviewer's fields of a remark or a reply say."""
    return {
        name: {part: str(atom) for part, atom in node.parts(name).items()}
        for name in TOLD[node.kind]
        if node.parts(name)
    }


def digest_of(value: object) -> str:
    """A short digest of plain data."""
    return hashlib.blake2b(_canonical(value), digest_size=_DIGEST_BYTES).hexdigest()


def _packed(node: Node) -> PackedNode:
    return PackedNode.model_validate(
        {
            "id": node.id,
            "kind": node.kind,
            "parent": node.parent_id,
            "position": node.position,
            "fields": told_fields(node),
        }
    )


def _check_word(name: str, word: str) -> None:
    """Raise ValueError for a word that its field cannot hold."""
    if name in ("start", "end") and not (word.isascii() and word.isdecimal()):
        raise ValueError(f"{name} is no number")
    if name == "node" and is_beside(word):
        raise ValueError("a remark can only stand on the plan")
    if name == "at":
        datetime.fromisoformat(word)
    if word not in _CODES.get(name, (word,)):
        raise ValueError(f"{name} is none of its choices")


def _canonical(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")
