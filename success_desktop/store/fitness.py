"""Whether an edit fits the plan in the database, as domain.edits judges it on the plan in memory.

The statements of rows.py see to the row that an edit touches. This is about the rows around it: the parent it needs, the
children and values that must be gone, the node that must not come to lie below itself.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy.engine.interfaces import DBAPICursor

from success_desktop.domain.beside import BESIDE_IDS
from success_desktop.domain.edits import AddNode, Edit, MoveNode, RemoveNode, SetValue
from success_desktop.domain.values import shape_of
from success_desktop.store.rows import VALUE_ROWS


def needs_other_rows(cursor: DBAPICursor, plan_id: str, mark: str, edit: Edit) -> bool:
    """Whether a node that the edit needs is missing, or rows that must be gone are still there."""
    if isinstance(edit, RemoveNode):
        return any(_has_row(cursor, plan_id, mark, use) for use in _uses(edit.node_id))
    return any(not _has_row(cursor, plan_id, mark, ("node", "id", needed)) for needed in _needs(edit))


def find_broken_tree(cursor: DBAPICursor, plan_id: str, mark: str, edits: Sequence[Edit]) -> Edit | None:
    """The edit, of those already carried out, that left a node below itself or the plan with two roots; None if none did."""
    for edit in edits:
        if isinstance(edit, MoveNode) and _is_below_itself(cursor, plan_id, mark, edit.node_id):
            return edit
        if isinstance(edit, AddNode) and edit.parent_id is None and _has_two_roots(cursor, plan_id, mark):
            return edit
    return None


def _is_below_itself(cursor: DBAPICursor, plan_id: str, mark: str, node_id: str) -> bool:
    cursor.execute(
        "WITH RECURSIVE above(id) AS (SELECT parent_id FROM node"
        f" WHERE plan_id = {mark} AND id = {mark} UNION SELECT node.parent_id FROM node"
        f" JOIN above ON node.id = above.id WHERE node.plan_id = {mark})"
        f" SELECT 1 FROM above WHERE id = {mark}",
        (plan_id, node_id, plan_id, node_id),
    )
    return cursor.fetchone() is not None


def _has_two_roots(cursor: DBAPICursor, plan_id: str, mark: str) -> bool:
    cursor.execute(f"SELECT id FROM node WHERE plan_id = {mark} AND parent_id IS NULL", (plan_id,))
    return len({node_id for (node_id,) in cursor.fetchall()}.difference(BESIDE_IDS)) > 1


def _needs(edit: AddNode | MoveNode | SetValue) -> Iterator[str]:
    """The nodes that must exist for an edit to make sense."""
    if isinstance(edit, MoveNode):
        yield edit.new_parent_id
    elif isinstance(edit, SetValue):
        yield edit.node_id
        if edit.new is not None and shape_of(edit.part, edit.new) == "link":
            yield edit.part
    elif edit.parent_id is not None:
        yield edit.parent_id


def _uses(node_id: str) -> Iterator[tuple[str, str, str]]:
    """Where rows may lie that speak of a node: table, column, id."""
    yield "node", "parent_id", node_id
    yield "link_value", "target_id", node_id
    for shape in VALUE_ROWS:
        yield f"{shape}_value", "node_id", node_id


def _has_row(cursor: DBAPICursor, plan_id: str, mark: str, place: tuple[str, str, str]) -> bool:
    table, column, node_id = place
    cursor.execute(
        f"SELECT 1 FROM {table} WHERE plan_id = {mark} AND {column} = {mark} LIMIT 1", (plan_id, node_id)
    )
    return cursor.fetchone() is not None
