"""Reading a whole plan: every row in one sweep, and the plan that the rows make."""

import gc
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy.engine.interfaces import DBAPICursor

from success_desktop.domain.plan import Node, Plan, plan_of_nodes
from success_desktop.domain.schema import Template
from success_desktop.domain.values import Atom
from success_desktop.store.rows import (
    NODE_COLUMNS,
    VALUE_ROWS,
    join_money,
    join_year,
    read_satang,
    value_columns,
)

Rows = Mapping[str, Sequence[Sequence[Any]]]
"""The rows of a plan by table ("node" and the shapes), without their plan_id, columns in the order of rows.py."""

NO_PLAN = (KeyError, ValueError, TypeError, ArithmeticError)
"""What is raised over rows that speak of nodes which are not there, or hold what is no number, day or text."""

_Fields = dict[str, dict[str, dict[str, Atom]]]


def read_rows(cursor: DBAPICursor, plan_id: str, mark: str) -> dict[str, list[Any]]:
    """Every row of a plan; `mark` is the driver's placeholder."""
    rows: dict[str, list[Any]] = {}
    for name, table, columns in _sources():
        cursor.execute(f"SELECT {', '.join(columns[1:])} FROM {table} WHERE plan_id = {mark}", (plan_id,))
        rows[name] = list(cursor.fetchall())
    return rows


def build_plan(template: Template, rows: Rows) -> Plan:
    """The plan that rows make, in any order. Raises one of NO_PLAN when they do not make one."""
    with uncollected():
        nodes: dict[str, Node] = {}
        fields_of: dict[str, _Fields] = {}
        intern = sys.intern
        for node_id, parent_id, position, kind in rows["node"]:
            fields: Any = {}
            fields_of[node_id] = fields
            nodes[node_id] = Node(node_id, intern(kind), parent_id, position, fields)
        _fill_plain(fields_of, rows["text"])
        _fill_plain(fields_of, rows["link"])
        _fill_single(fields_of, rows)
        _fill_yearly(fields_of, rows)
        return plan_of_nodes(template, nodes)


def _sources() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    yield "node", "node", NODE_COLUMNS
    for shape in VALUE_ROWS:
        yield shape, f"{shape}_value", value_columns(shape)


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the garbage collector, which would look at each of 100,000 new containers again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _fill_plain(fields_of: Any, rows: Sequence[Sequence[Any]]) -> None:
    """Text and links: the part and the value are stored as they are."""
    intern = sys.intern
    for node_id, field, part, atom in rows:
        fields = fields_of[node_id]
        if field in fields:
            fields[field][part] = atom
        else:
            fields[intern(field)] = {part: atom}


def _fill_single(fields_of: Any, rows: Rows) -> None:
    """Words and days: a field holds one value."""
    intern = sys.intern
    for node_id, field, word in rows["word"]:
        fields_of[node_id][intern(field)] = {"": intern(word)}
    for node_id, field, day in rows["day"]:
        fields_of[node_id][intern(field)] = {"": date.fromisoformat(day)}


class _Money(dict[int, Decimal]):
    """Amounts that were met before: budgets repeat round sums."""

    def __missing__(self, satang: int) -> Decimal:
        baht = self[satang] = read_satang(satang)
        return baht


def _fill_yearly(fields_of: Any, rows: Rows) -> None:
    """Numbers and money: the part is made from the year (Buddhist Era) and the source of funds."""
    intern = sys.intern
    years: dict[int, str] = {}
    for node_id, field, year_be, number in rows["number"]:
        part = years.get(year_be)
        if part is None:
            part = years[year_be] = join_year(year_be)
        fields_of[node_id].setdefault(intern(field), {})[part] = Decimal(number)
    cells: dict[tuple[int, str], str] = {}
    amounts = _Money()
    for node_id, field, year_be, source, satang in rows["money"]:
        part = cells.get((year_be, source))
        if part is None:
            part = cells[year_be, source] = join_money(year_be, source)
        fields_of[node_id].setdefault(intern(field), {})[part] = amounts[satang]
