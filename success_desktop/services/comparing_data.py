"""Two points of a plan's history compared, as plain data for scripts and other programs."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from success_desktop.domain.comparison import FieldDifference
from success_desktop.domain.node_names import NodeNames
from success_desktop.domain.values import Atom
from success_desktop.i18n import LANGUAGES
from success_desktop.services.comparing import Compared, Point
from success_desktop.services.comparing_names import name_point
from success_desktop.services.describing import plain_number
from success_desktop.services.revisions import NOW, describe_revision


def describe_comparison(compared: Compared) -> dict[str, Any]:
    """A comparison as dictionaries that JSON can hold.

    Each difference is ``{"id", "kind", "number", "name", "fate", "is_renamed", "old_parent_id", "new_parent_id", "author",
    "at", "fields"}``, a field ``{"field", "parts"}``, a part ``{"part", "old", "new", "author", "at"}``; instants are
    ISO 8601 in UTC, amounts baht, blanks null. The number and name of a removed node are those it had.
    """
    comparison = compared.comparison
    return {
        "old": _describe_point(compared.old_point),
        "new": _describe_point(compared.new_point),
        "counts": comparison.counts._asdict(),
        "counts_by_kind": {kind: counts._asdict() for kind, counts in comparison.counts_by_kind.items()},
        "differences": list(_describe_nodes(compared)),
    }


def _describe_point(point: Point) -> dict[str, Any]:
    if point.revision is None:
        return {"name": NOW, "revision": None}
    return {"name": name_point(point), "revision": describe_revision(point.revision)}


def _describe_nodes(compared: Compared) -> Iterator[dict[str, Any]]:
    names = NodeNames(compared.comparison)
    for difference in compared.comparison.differences.values():
        yield {
            "id": difference.node_id,
            "kind": difference.kind,
            "number": names.number(difference.node_id),
            "name": {language: names.own_name(difference.node_id, language) for language in LANGUAGES},
            "fate": difference.fate,
            "is_renamed": difference.is_renamed,
            "old_parent_id": difference.old_parent_id,
            "new_parent_id": difference.new_parent_id,
            **_describe_stamp(compared, difference.node_id),
            "fields": [_describe_field(compared, field) for field in difference.fields],
        }


def _describe_field(compared: Compared, field: FieldDifference) -> dict[str, Any]:
    return {
        "field": field.field,
        "parts": [
            {
                "part": part.part,
                "old": _plain(part.old),
                "new": _plain(part.new),
                **_describe_stamp(compared, field.node_id, field.field, part.part),
            }
            for part in field.parts
        ],
    }


def _describe_stamp(
    compared: Compared, node_id: str, field: str = "", part: str = ""
) -> dict[str, str | None]:
    stamp = compared.authorship.stamp_of(node_id, field, part)
    if stamp is None:
        return {"author": None, "at": None}
    return {"author": stamp.author, "at": stamp.at.isoformat(timespec="seconds")}


def _plain(atom: Atom | None) -> str | int | float | None:
    if atom is None:
        return None
    return plain_number(atom) if isinstance(atom, Decimal) else str(atom)
