"""The edits by which office matters come into a plan and are worked on; applied, logged and undone as all others are."""

from collections.abc import Mapping
from dataclasses import fields

from success_desktop.domain.edits import AddNode, Edit, place_among, remove_branch
from success_desktop.domain.office import Edition, FormatSwitches, RowNote, Wordings, write_places
from success_desktop.domain.office_kinds import FACT, OFFICE_ID, derive_office_id, shape_of_office_field
from success_desktop.domain.plan import Plan
from success_desktop.domain.word_fields import FieldValue, fill_fields, set_fields

_FIRST_POSITION = "V"
_OF_NO_FIELD = frozenset(("id", "places", "facts", "notes"))
"""What a view tells that lies in no field of its node, or in several."""

_USUALLY_ON = frozenset(item.name for item in fields(FormatSwitches) if item.default is True)
"""Switches that are on unless they are said to be off."""


def begin_office(plan: Plan) -> tuple[AddNode, ...]:
    """The edit that makes the root of office matters; none where there is one."""
    return () if OFFICE_ID in plan.nodes else (AddNode(OFFICE_ID, "office", None, _FIRST_POSITION),)


def set_office(plan: Plan, values: Mapping[str, FieldValue]) -> tuple[Edit, ...]:
    """The edits that give office matters these values: fields of Office, and of its switches, by their names."""
    told = {name: _flag(name, value) for name, value in values.items()}
    if OFFICE_ID in plan.nodes:
        return set_fields(plan.nodes[OFFICE_ID], told, shape_of_office_field)
    filled = tuple(fill_fields(OFFICE_ID, "office", told, shape_of_office_field))
    return (*begin_office(plan), *filled) if filled else ()


def set_facts(plan: Plan, node_id: str, facts: Mapping[str, Wordings]) -> tuple[Edit, ...]:
    """The edits that word facts for letters, of the plan (OFFICE_ID) or of an edition; empty wordings take them away."""
    values: dict[str, FieldValue] = {f"{FACT}{name}": wordings for name, wordings in facts.items()}
    return set_office(plan, values) if node_id == OFFICE_ID else set_edition(plan, node_id, values)


def add_edition(plan: Plan, new: Edition) -> tuple[Edit, ...]:
    """The edits that bring an edition, behind those there are."""
    has_office = OFFICE_ID in plan.nodes
    position = place_among(plan, OFFICE_ID) if has_office else _FIRST_POSITION
    values: dict[str, FieldValue] = {
        item.name: getattr(new, item.name) for item in fields(new) if item.name not in _OF_NO_FIELD
    }
    values |= {f"{FACT}{name}": wordings for name, wordings in new.facts.items()}
    values |= _blank_zeros(new)
    added = AddNode(new.id, "edition", OFFICE_ID, position)
    return (*begin_office(plan), added, *fill_fields(new.id, "edition", values, shape_of_office_field))


def set_edition(plan: Plan, edition_id: str, values: Mapping[str, FieldValue]) -> tuple[Edit, ...]:
    """The edits that give fields of an edition these values; `places` as `write_places` words them."""
    return set_fields(plan.nodes[edition_id], values, shape_of_office_field)


def remove_edition(plan: Plan, edition_id: str) -> tuple[Edit, ...]:
    """The edits that take an edition away, with its notes."""
    return remove_branch(plan, edition_id)


def set_row_note(
    plan: Plan, edition_id: str, row_id: str, values: Mapping[str, FieldValue]
) -> tuple[Edit, ...]:
    """The edits that record these values of a row in an edition; the note is made where there is none yet."""
    note_id = derive_office_id(edition_id, row_id)
    if note_id in plan.nodes:
        return set_fields(plan.nodes[note_id], values, shape_of_office_field)
    filled = fill_fields(note_id, "row_note", {"row_id": row_id, **values}, shape_of_office_field)
    return (AddNode(note_id, "row_note", edition_id, place_among(plan, edition_id)), *filled)


def add_row_note(plan: Plan, edition_id: str, note: RowNote) -> tuple[Edit, ...]:
    """The edits that record a whole note; its id does not count."""
    values: dict[str, FieldValue] = {
        item.name: getattr(note, item.name) for item in fields(note) if item.name not in ("id", "row_id")
    }
    return set_row_note(plan, edition_id, note.row_id, values)


def _flag(name: str, value: FieldValue) -> FieldValue:
    """Off is a blank field, but for what is usually on."""
    return "no" if name in _USUALLY_ON and value is False else value


def _blank_zeros(new: Edition) -> dict[str, FieldValue]:
    """What an edition has none of; its places, where it has any."""
    numbers: dict[str, FieldValue] = {"number": new.number or "", "year_be": new.year_be or ""}
    numbers["first_page"] = new.first_page if new.first_page != 1 else ""
    return {**numbers, "places": write_places(new.places)} if new.places else numbers
