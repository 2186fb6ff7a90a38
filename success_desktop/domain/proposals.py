"""What a reviewer proposes to do with rows: one more, one less, one elsewhere. Kept as text (JSON) with the remark.

A proposal changes nothing: it becomes edits when somebody accepts it (services.proposing).
"""

import json
from dataclasses import dataclass
from typing import Any, NamedTuple


class Cell(NamedTuple):
    """One value of a proposed row, as it is printed: `text` is read like typed text when the row is accepted."""

    field: str
    part: str
    text: str


@dataclass(frozen=True, slots=True)
class AddedRow:
    """A node of `kind` under a parent, in front of the sibling `before_id` ("": where its kind usually stands).

    `node_id` is the node that was made of it; "" as long as nobody has accepted it. `old_id` is the node of the revision
    `old_revision_id` that is wanted back ("": the row is new).
    """

    parent_id: str
    kind: str
    before_id: str = ""
    cells: tuple[Cell, ...] = ()
    node_id: str = ""
    old_id: str = ""
    old_revision_id: str = ""


@dataclass(frozen=True, slots=True)
class RemovedRow:
    """A node less, with all below it."""

    node_id: str


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A node under another parent, or elsewhere among its siblings: in front of `before_id` ("": behind the last)."""

    node_id: str
    parent_id: str
    before_id: str = ""


Proposal = AddedRow | RemovedRow | MovedRow


def write_proposal(proposal: Proposal) -> str:
    """A proposal as a remark keeps it."""
    return json.dumps(_describe(proposal), ensure_ascii=False, separators=(",", ":"))


def read_proposal(text: str) -> Proposal:
    """The proposal that `write_proposal` wrote. Raises ValueError when the text holds none."""
    found = json.loads(text)
    if not isinstance(found, dict):
        raise ValueError(f"no proposal: {text[:40]!r}")
    try:
        return _proposal(found)
    except (KeyError, TypeError) as error:
        raise ValueError(f"no proposal: {text[:40]!r}") from error


def _describe(proposal: Proposal) -> dict[str, Any]:
    if isinstance(proposal, RemovedRow):
        return {"sort": "removed", "node": proposal.node_id}
    place = {"parent": proposal.parent_id, "before": proposal.before_id}
    if isinstance(proposal, MovedRow):
        return {"sort": "moved", "node": proposal.node_id, **place}
    made: dict[str, Any] = {"node": proposal.node_id} if proposal.node_id else {}
    if proposal.old_id:
        made["old"] = [proposal.old_id, proposal.old_revision_id]
    cells = [list(cell) for cell in proposal.cells]
    return {"sort": "added", "kind": proposal.kind, **place, "cells": cells, **made}


def _proposal(found: dict[str, Any]) -> Proposal:
    sort = found["sort"]
    if sort == "removed":
        return RemovedRow(str(found["node"]))
    place = str(found["parent"]), str(found["before"])
    if sort == "moved":
        return MovedRow(str(found["node"]), *place)
    if sort != "added":
        raise KeyError(sort)
    cells = tuple(Cell(*map(str, cell)) for cell in found["cells"])
    old_id, old_revision_id = map(str, found.get("old", ("", "")))
    made = str(found.get("node", ""))
    return AddedRow(place[0], str(found["kind"]), place[1], cells, made, old_id, old_revision_id)
