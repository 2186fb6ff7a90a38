"""The hashes that prove a plan's history unbroken: of what a plan holds, of the log, and the seal over both.

What a plan holds is a set of facts, one for each row. Its hash is the sum of the facts' hashes, so that an edit subtracts
one and adds another (M. Bellare, D. Micciancio, "A New Paradigm for Collision-Free Hashing", 1997: AdHASH): a revision costs
what was edited, not what the plan holds. The seal covers the log, too, by an ordinary hash, and chains each revision to its
parent. Whoever can write the file can seal a forgery anew; what is found is damage, and alterations by other programs.

Every revision of every plan has been sealed by these spellings: they stay as they are for ever.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from success_desktop.store.plan_rows import Rows
from success_desktop.store.rows import join_money, join_year

Steps = Iterable[Sequence[Any]]
"""Rows of the log's steps: number, place, entity, node_id, field, part, old, new."""

_BYTES = 32
_MODULUS = 1 << (8 * _BYTES)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def hash_of_rows(rows: Rows) -> int:
    """The hash of what a plan holds, from its rows."""
    total = 0
    for node_id, parent_id, position, kind in rows["node"]:
        total += _place_hash(node_id, parent_id, position) + _kind_hash(node_id, kind)
    for shape in ("text", "link"):
        for node_id, field, part, atom in rows[shape]:
            total += _hash(shape, node_id, field, part, _encode(atom))
    for shape in ("word", "day"):
        for node_id, field, atom in rows[shape]:
            total += _hash(shape, node_id, field, "", _encode(atom))
    for node_id, field, year_be, number in rows["number"]:
        total += _hash("number", node_id, field, join_year(year_be), _encode(number))
    for node_id, field, year_be, source, satang in rows["money"]:
        total += _hash("money", node_id, field, join_money(year_be, source), _encode(satang))
    return total % _MODULUS


def hash_after(before: int, steps: Steps) -> int:
    """The hash of what a plan holds after some steps, from its hash before them."""
    return (before + _difference(steps)) % _MODULUS


def hash_before(after: int, steps: Steps) -> int:
    """The hash of what a plan held before some steps, from its hash after them."""
    return (after - _difference(steps)) % _MODULUS


def write_hash(total: int) -> str:
    """A hash of what a plan holds as the tables keep it."""
    return f"{total:0{2 * _BYTES}x}"


def read_hash(text: str) -> int:
    """The hash that `write_hash` wrote; 0, which is none, when it has been damaged."""
    try:
        return int(text, 16) % _MODULUS
    except (ValueError, TypeError):
        return 0


def hash_of_log(transactions: Iterable[Sequence[Any]], steps: Steps) -> str:
    """The hash of a stretch of the log: number, uid, author, at, label, undoes, continues of transactions; steps."""
    digest = hashlib.blake2b(digest_size=_BYTES)
    for rows in (transactions, steps):
        for row in rows:
            digest.update(_encode(list(row)).encode() + b"\n")
        digest.update(b"\n")
    return digest.hexdigest()


def seal_of(words: Sequence[str | int | None], parent_fingerprint: str) -> str:
    """A revision's fingerprint: over its own words, its hashes among them, and its parent's fingerprint ("" for none)."""
    return hashlib.blake2b(_encode([parent_fingerprint, *words]).encode(), digest_size=_BYTES).hexdigest()


def _difference(steps: Steps) -> int:
    difference = 0
    for _number, _place, entity, node_id, field, part, old, new in steps:
        if entity == "node":
            difference += _node_hash(node_id, new) - _node_hash(node_id, old)
            continue
        if new is not None:
            difference += _hash(entity, node_id, field, part, new)
        if old is not None:
            difference -= _hash(entity, node_id, field, part, old)
    return difference


def _node_hash(node_id: str, state: str | None) -> int:
    """The facts that a step tells of a node: where it stands and, when it comes or goes, its kind."""
    if state is None:
        return 0
    try:
        told = json.loads(state)
        kind = _kind_hash(node_id, told["kind"]) if "kind" in told else 0
        return kind + _place_hash(node_id, told["parent_id"], told["position"])
    except (ValueError, KeyError, TypeError):  # The step has been damaged: it tells of nothing that ever was.
        return _hash("node", node_id, "", "", state)


def _place_hash(node_id: str, parent_id: str | None, position: str) -> int:
    return _hash("node", node_id, "", "place", _encode([parent_id, position]))


def _kind_hash(node_id: str, kind: str) -> int:
    return _hash("node", node_id, "", "kind", _encode(kind))


def _hash(*fact: str) -> int:
    return int.from_bytes(hashlib.blake2b(_encode(fact).encode(), digest_size=_BYTES).digest(), "big")
