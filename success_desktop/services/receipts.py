"""The receipt of a file that came back: what is in it, what became of each thing, in numbers that must agree."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, NamedTuple

Standing = Literal["sent", "older", "unknown_revision", "no_ids", "other_plan"]
"""Whether a file speaks of the draft sent last, of one before, of one unknown here, of none, or of another plan."""

Verdict = Literal["accepted", "rejected", "mixed", "open"]


class SortLine(NamedTuple):
    """How many things of a sort (as the census names them) a file holds: `in_file` is the sum of the other three."""

    sort: str
    in_file: int
    placed: int
    unplaced: int
    set_aside: int


class Decision(NamedTuple):
    """What somebody decided on a change that we had sent them in a redline."""

    node_id: str
    field: str
    part: str
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What an import made of a file.

    `remarks_gone` were in an earlier copy of the file and are not in this one: they stay. `reworded` are remarks (ids) that
    had been decided, and say something else now: the decision stays, but should be looked at. `aside` are the reasons for
    what was set aside, with numbers. `missing_labels` are labels of the document that were not found in the file.
    """

    round_id: str
    round_number: int
    file_name: str
    digest: str
    reviewer: str
    standing: Standing
    revision_id: str
    language: str
    lines: tuple[SortLine, ...]
    placed_by: Mapping[str, int] = field(default_factory=dict)
    untracked: int = 0
    remarks_new: int = 0
    remarks_updated: int = 0
    remarks_known: int = 0
    remarks_gone: int = 0
    replies_new: int = 0
    attention: tuple[tuple[str, str], ...] = ()
    unplaced: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
    aside: Mapping[str, int] = field(default_factory=dict)
    missing_labels: int = 0
    embedded: int = 0

    @property
    def remarks(self) -> int:
        """How many remarks the file holds: new, amended and known ones."""
        return self.remarks_new + self.remarks_updated + self.remarks_known

    @property
    def in_file(self) -> Mapping[str, int]:
        """How many things of each sort are in the file."""
        return {line.sort: line.in_file for line in self.lines}

    @property
    def is_balanced(self) -> bool:
        """Whether every line adds up."""
        return all(line.in_file == line.placed + line.unplaced + line.set_aside for line in self.lines)

    def as_data(self) -> dict[str, Any]:
        """The receipt as plain data that JSON can hold."""
        data = asdict(self)
        data["lines"] = [line._asdict() for line in self.lines]
        data["decisions"] = [decision._asdict() for decision in self.decisions]
        data["attention"] = [{"remark": remark_id, "why": why} for remark_id, why in self.attention]
        data["unplaced"] = list(self.unplaced)
        data["reworded"] = list(self.reworded)
        return data


def write_receipt(receipt: Receipt) -> str:
    """A receipt as a round keeps it."""
    return json.dumps(receipt.as_data(), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def read_receipt(text: str) -> Receipt | None:
    """The receipt that `write_receipt` wrote; None for "" and for what another version of the program wrote otherwise."""
    if not text:
        return None
    try:
        data = json.loads(text)
        data["lines"] = tuple(SortLine(**line) for line in data["lines"])
        data["decisions"] = tuple(Decision(**decision) for decision in data["decisions"])
        data["attention"] = tuple((one["remark"], one["why"]) for one in data["attention"])
        data["unplaced"] = tuple(data["unplaced"])
        data["reworded"] = tuple(data.get("reworded", ()))
        return Receipt(**data)
    except (ValueError, TypeError, KeyError):
        return None
