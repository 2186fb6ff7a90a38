"""Edits as rows: what each edit does to which table, and how the log spells it.

A statement is named by a verb and what it acts on ("insert text", "update node"). Every UPDATE and DELETE names the old
value it expects, every INSERT leaves a row alone that is there already: a statement that touches no row has met a plan
that its edit was not made for.
"""

import functools
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, cast

from success_desktop.domain.edits import AddNode, Edit, MoveNode, RemoveNode, SetValue
from success_desktop.domain.values import Atom, Parts, Shape, money_part, shape_of, split_money_part

Stored = str | int
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_decode = json.JSONDecoder().raw_decode
_HUNDREDTH = Decimal("0.01")
_SATANG_LIMIT = 2**63


class ValueRows(NamedTuple):
    """How values of one shape lie in their table: the columns of a part, the column of the atom, and the ways between."""

    part_columns: tuple[str, ...]
    atom_column: str
    split: Callable[[str], tuple[Stored, ...]]
    store: Callable[[Any], Stored]
    load: Callable[[Any], Atom]


class RowChange(NamedTuple):
    """An edit on its way into the tables: a statement with its values, the row it touches, the step for the log."""

    statement: str
    values: tuple[Stored | None, ...]
    row: tuple[Stored, ...]
    step: tuple[str | None, ...]


def write_text(text: str) -> str:
    """Text as it is. Raises ValueError for the NUL character, which ends a text in many SQL tools."""
    if "\x00" in text:
        raise ValueError("text with a NUL character cannot be stored")
    return text


def write_number(number: Decimal) -> str:
    """A number in full, the same text for equal numbers. Raises ValueError when it is not finite."""
    if not number.is_finite():
        raise ValueError(f"{number} cannot be stored")
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def write_satang(baht: Decimal) -> int:
    """Baht as whole satang. Raises ValueError for parts of a satang and for sums beyond 90 quadrillion baht."""
    satang = baht.scaleb(2)
    if not satang.is_finite() or satang != satang.to_integral_value() or abs(satang) >= _SATANG_LIMIT:
        raise ValueError(f"{baht} baht cannot be stored in satang")
    return int(satang)


def read_satang(satang: int) -> Decimal:
    """Whole satang as baht."""
    return satang * _HUNDREDTH


def _split_year(part: str) -> tuple[Stored, ...]:
    return (int(part) if part else 0,)


def _split_money(part: str) -> tuple[Stored, ...]:
    return (0, "") if part == ":" else split_money_part(part)


def join_year(year_be: int) -> str:
    """The part of a number's row: its fiscal year (Buddhist Era), "" for 0."""
    return str(year_be) if year_be else ""


def join_money(year_be: int, source: str) -> str:
    """The part of an amount's row."""
    return money_part(year_be, source) if year_be else ":" + source


def _nothing(_part: str) -> tuple[Stored, ...]:
    return ()


def _itself(part: str) -> tuple[Stored, ...]:
    return (part,)


VALUE_ROWS: Mapping[Shape, ValueRows] = {
    "text": ValueRows(("language",), "text", _itself, write_text, str),
    "word": ValueRows((), "word", _nothing, write_text, str),
    "number": ValueRows(("year_be",), "number", _split_year, write_number, Decimal),
    "day": ValueRows((), "day", _nothing, date.isoformat, date.fromisoformat),
    "money": ValueRows(("year_be", "source"), "satang", _split_money, write_satang, read_satang),
    "link": ValueRows(("target_id",), "position", _itself, str, str),
}
NODE_COLUMNS = ("plan_id", "id", "parent_id", "position", "kind")


def value_columns(shape: Shape) -> tuple[str, ...]:
    """The columns of a value table, key first, the value last."""
    rows = VALUE_ROWS[shape]
    return ("plan_id", "node_id", "field", *rows.part_columns, rows.atom_column)


def insertion(table: str, columns: Iterable[str], mark: str) -> str:
    """The text of a plain INSERT; `mark` is the driver's placeholder."""
    names = tuple(columns)
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join([mark] * len(names))})"


@functools.cache
def statements(mark: str) -> Mapping[str, str]:
    """The text of every statement by its name; `mark` is the driver's placeholder."""
    at_node = f"plan_id = {mark} AND id = {mark}"
    parent = f"COALESCE(parent_id, '') = {mark}"
    texts = {
        "insert node": insertion("node", NODE_COLUMNS, mark) + " ON CONFLICT DO NOTHING",
        "delete node": f"DELETE FROM node WHERE {at_node} AND {parent} AND position = {mark} AND kind = {mark}",
        "update node": f"UPDATE node SET parent_id = {mark}, position = {mark}"
        f" WHERE {at_node} AND {parent} AND position = {mark}",
    }
    for shape in VALUE_ROWS:
        table = f"{shape}_value"
        *key, atom = value_columns(shape)
        here = " AND ".join(f"{column} = {mark}" for column in (*key, atom))
        texts[f"insert {shape}"] = insertion(table, (*key, atom), mark) + " ON CONFLICT DO NOTHING"
        texts[f"update {shape}"] = f"UPDATE {table} SET {atom} = {mark} WHERE {here}"
        texts[f"delete {shape}"] = f"DELETE FROM {table} WHERE {here}"
    return texts


def change_of(plan_id: str, edit: Edit) -> RowChange:
    """What an edit does to the tables. Raises ValueError when it holds a value that no table can."""
    if isinstance(edit, SetValue):
        return _value_change(plan_id, edit)
    row = (plan_id, edit.node_id)
    if isinstance(edit, MoveNode):
        was = {"parent_id": edit.old_parent_id, "position": edit.old_position}
        becomes = {"parent_id": edit.new_parent_id, "position": edit.new_position}
        values = (edit.new_parent_id, edit.new_position, *row, edit.old_parent_id, edit.old_position)
        return RowChange("update node", values, row, _node_step(edit.node_id, was, becomes))
    state = {"parent_id": edit.parent_id, "position": edit.position, "kind": edit.kind}
    if isinstance(edit, AddNode):
        added = (*row, edit.parent_id, edit.position, edit.kind)
        return RowChange("insert node", added, row, _node_step(edit.node_id, None, state))
    removed = (*row, edit.parent_id or "", edit.position, edit.kind)
    return RowChange("delete node", removed, row, _node_step(edit.node_id, state, None))


def edit_of(step: tuple[str, str, str, str, str | None, str | None]) -> Edit:
    """The edit that a step of the log (entity, node, field, part, old, new) tells of."""
    entity, node_id, field, part, old, new = step
    was: Any = None if old is None else _decode(old)[0]
    becomes: Any = None if new is None else _decode(new)[0]
    if entity != "node":
        load = VALUE_ROWS[cast(Shape, entity)].load
        before = None if was is None else load(was)
        return SetValue(node_id, field, part, before, None if becomes is None else load(becomes))
    if was is None:
        return AddNode(node_id, becomes["kind"], becomes["parent_id"], becomes["position"])
    if becomes is None:
        return RemoveNode(node_id, was["kind"], was["parent_id"], was["position"])
    return MoveNode(node_id, was["parent_id"], was["position"], becomes["parent_id"], becomes["position"])


def batches(changes: Iterable[RowChange]) -> Iterator[dict[str, list[tuple[Stored | None, ...]]]]:
    """Changes gathered by statement, in stretches that touch no row twice, so that their order does not matter."""
    gathered: dict[str, list[tuple[Stored | None, ...]]] = {}
    touched: set[tuple[Stored, ...]] = set()
    for change in changes:
        if change.row in touched:
            yield gathered
            gathered, touched = {}, set()
        touched.add(change.row)
        gathered.setdefault(change.statement, []).append(change.values)
    yield gathered


def canonical(fields: Mapping[str, Parts]) -> dict[str, dict[str, Stored]]:
    """The fields of a node in one spelling: equal fields are spelt alike."""
    return {
        name: {part: VALUE_ROWS[shape_of(part, atom)].store(atom) for part, atom in parts.items()}
        for name, parts in fields.items()
    }


def _value_change(plan_id: str, edit: SetValue) -> RowChange:
    atom = edit.old if edit.new is None else edit.new
    if atom is None:
        raise ValueError(f"nothing changes by {edit}")
    shape = shape_of(edit.part, atom)
    if edit.old is not None and shape_of(edit.part, edit.old) != shape:
        raise ValueError(f"a field cannot change its shape by {edit}")
    rows = VALUE_ROWS[shape]
    old = None if edit.old is None else rows.store(edit.old)
    new = None if edit.new is None else rows.store(edit.new)
    key = (plan_id, edit.node_id, edit.field, *rows.split(edit.part))
    step = (
        shape,
        edit.node_id,
        edit.field,
        edit.part,
        None if old is None else _encode(old),
        None if new is None else _encode(new),
    )
    if old is None:
        return RowChange(f"insert {shape}", (*key, new), (shape, *key), step)
    if new is None:
        return RowChange(f"delete {shape}", (*key, old), (shape, *key), step)
    return RowChange(f"update {shape}", (new, *key, old), (shape, *key), step)


def _node_step(node_id: str, old: object, new: object) -> tuple[str | None, ...]:
    was = None if old is None else _encode(old)
    return ("node", node_id, "", "", was, None if new is None else _encode(new))
