"""A plan in a database: read whole, written by transactions of edits through one function, together with their log."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine
from sqlalchemy.engine.interfaces import DBAPICursor

from success_desktop.domain.beside import is_beside
from success_desktop.domain.edits import AddNode, Edit, StaleEdit
from success_desktop.domain.plan import Plan
from success_desktop.domain.revision import Transaction
from success_desktop.domain.schema import Template
from success_desktop.domain.template_text import parse_template
from success_desktop.i18n import N_
from success_desktop.ids import new_id
from success_desktop.store.database import damaged_data, placeholder, reading, writing
from success_desktop.store.fitness import find_broken_tree, needs_other_rows
from success_desktop.store.log import Log, write_instant
from success_desktop.store.plan_rows import NO_PLAN, build_plan, read_rows
from success_desktop.store.rows import RowChange, batches, change_of, insertion, statements
from success_desktop.store.tables import plan as plan_table

BASELINE = N_("Start of the plan")
"""The label of the first transaction, whose edits the log does not repeat."""


@dataclass(frozen=True, slots=True)
class NewTransaction:
    """What one person did, on its way into the plan; see domain.revision.Transaction."""

    author: str
    at: datetime
    label: str
    edits: Sequence[Edit]
    undoes: int | None = None
    continues: int | None = None


@dataclass(frozen=True, slots=True)
class NewPlan:
    """A plan to be made: its template's text, and the edits that turn nothing into its first content."""

    template_text: str
    author: str
    at: datetime
    edits: Sequence[Edit]


class _Misfit(Exception):
    """A statement of a batch has met other rows than its edit was made for."""


class PlanStore:
    """One plan in a database. Any thread may use it: every call is a transaction of its own.

    All calls raise UserError when the database cannot be read or written; nothing is half done then.
    """

    def __init__(self, engine: Engine, plan_id: str, template: Template) -> None:
        self.engine = engine
        self.plan_id = plan_id
        self.template = template
        self.mark = placeholder(engine)

    def read_plan(self) -> Plan:
        """The plan as it is now. Raises UserError when its rows do not make a plan that its template knows."""
        return self.read_present()[0]

    def read_present(self) -> tuple[Plan, int]:
        """The plan as it is now, and the number of its newest transaction. Raises UserError as `read_plan`."""
        with reading(self.engine) as cursor:
            rows = read_rows(cursor, self.plan_id, self.mark)
            number = self.log(cursor).last_number()
        try:
            plan = build_plan(self.template, rows)
            for node in plan.nodes.values():
                if not is_beside(node.id):
                    self.template.kind(node.kind)
        except NO_PLAN as error:
            raise damaged_data() from error
        return plan, number

    def commit(self, new: NewTransaction) -> Transaction:
        """Carry out a transaction and log it, wholly or not at all. The only way that a plan is written.

        Raises StaleEdit with the first edit that does not fit what the plan holds now, ValueError for a transaction
        without edits and for values that cannot be stored. An edit that continues the newest transaction becomes part of it,
        as long as no revision stands there: the same number comes back then.
        """
        if not new.edits:
            raise ValueError("a transaction without edits")
        changes = [change_of(self.plan_id, edit) for edit in new.edits]
        try:
            return self._write(new, changes)
        except (_Misfit, self.engine.dialect.loaded_dbapi.IntegrityError):
            return self._write_slowly(new, changes)

    def last_number(self) -> int:
        """The number of the newest transaction."""
        with reading(self.engine) as cursor:
            return self.log(cursor).last_number()

    def last_uid(self) -> str:
        """The uid of the newest transaction."""
        with reading(self.engine) as cursor:
            return self.log(cursor).last_uid()

    def list_transactions(self, after: int = 0, upto: int | None = None) -> list[Transaction]:
        """The transactions behind number `after` (up to `upto`), oldest first, without their edits."""
        with reading(self.engine) as cursor:
            return self.log(cursor).transactions(after, upto)

    def read_edits(self, number: int) -> tuple[Edit, ...]:
        """The edits of a transaction in their order; none for the one that began the plan."""
        with reading(self.engine) as cursor:
            return self.log(cursor).edits(number - 1, number)

    def read_edits_between(self, after: int, upto: int) -> tuple[tuple[int, Edit], ...]:
        """Every edit behind transaction `after` up to `upto`, oldest first, with the number of its transaction."""
        with reading(self.engine) as cursor:
            return self.log(cursor).numbered_edits(after, upto)

    def read_edits_of(self, node_ids: Iterable[str], field: str = "") -> list[tuple[int, Edit]]:
        """Every edit of these nodes, or of this field of theirs, oldest first, with the number of its transaction."""
        with reading(self.engine) as cursor:
            return self.log(cursor).edits_of_nodes(node_ids, field)

    def log(self, cursor: DBAPICursor) -> Log:
        """The plan's log as a transaction's cursor sees it."""
        return Log(cursor, self.plan_id, self.mark)

    def _write(self, new: NewTransaction, changes: list[RowChange]) -> Transaction:
        """Trust that all edits fit: whole batches at a time."""
        with writing(self.engine, self.plan_id) as cursor:
            if len(changes) == 1:
                _execute(cursor, self.mark, changes[0].statement, [changes[0].values])
            else:
                _execute_all(cursor, self.mark, changes)
            if find_broken_tree(cursor, self.plan_id, self.mark, new.edits):
                raise _Misfit
            return self._append(cursor, new, changes)

    def _write_slowly(self, new: NewTransaction, changes: list[RowChange]) -> Transaction:
        """Trust nothing: edit by edit, so that the one that does not fit is found."""
        with writing(self.engine, self.plan_id) as cursor:
            for edit, change in zip(new.edits, changes, strict=True):
                if needs_other_rows(cursor, self.plan_id, self.mark, edit):
                    raise StaleEdit(edit)
                try:
                    _execute(cursor, self.mark, change.statement, [change.values])
                except _Misfit:
                    raise StaleEdit(edit) from None
            if breaking := find_broken_tree(cursor, self.plan_id, self.mark, new.edits):
                raise StaleEdit(breaking)
            return self._append(cursor, new, changes)

    def _append(self, cursor: DBAPICursor, new: NewTransaction, changes: list[RowChange]) -> Transaction:
        log = self.log(cursor)
        done = Transaction(
            log.last_number() + 1, new_id(), new.author, new.at, new.label, new.undoes, new.continues
        )
        if new.continues is not None and len(changes) == 1 and (folded := log.fold(done, changes[0].step)):
            return folded
        log.append(done, (change.step for change in changes))
        return done


def create_plan(engine: Engine, new: NewPlan) -> PlanStore:
    """Make a plan in a database. Its edits are the baseline: carried out, but not repeated in the log.

    Raises UserError when the template has a mistake, ValueError when the edits make no plan.
    """
    template = parse_template(new.template_text, "")
    root_id = next((edit.node_id for edit in new.edits if isinstance(edit, AddNode)), "")
    store = PlanStore(engine, new_id(), template)
    row = (store.plan_id, template.id, new.template_text, root_id, write_instant(new.at))
    changes = [change_of(store.plan_id, edit) for edit in new.edits]
    with writing(engine, store.plan_id) as cursor:
        cursor.execute(insertion("plan", plan_table.columns.keys(), store.mark), row)
        try:
            _execute_all(cursor, store.mark, changes)
        except _Misfit as error:
            raise ValueError("the edits do not make a plan") from error
        build_plan(template, read_rows(cursor, store.plan_id, store.mark))
        store.log(cursor).append(Transaction(1, new_id(), new.author, new.at, BASELINE), ())
    return store


def list_plan_ids(engine: Engine) -> list[str]:
    """The ids of the plans in a database, oldest first."""
    with reading(engine) as cursor:
        cursor.execute("SELECT plan_id FROM plan ORDER BY plan_id")
        return [plan_id for (plan_id,) in cursor.fetchall()]


def open_store(engine: Engine, plan_id: str) -> PlanStore:
    """A plan of a database with the template it carries. Raises KeyError when the database holds no such plan."""
    mark = placeholder(engine)
    with reading(engine) as cursor:
        cursor.execute(f"SELECT template_id, template_text FROM plan WHERE plan_id = {mark}", (plan_id,))
        row = cursor.fetchone()
    if row is None:
        raise KeyError(plan_id)
    return PlanStore(engine, plan_id, parse_template(row[1], row[0]))


def _execute_all(cursor: DBAPICursor, mark: str, changes: list[RowChange]) -> None:
    for batch in batches(changes):
        for statement, rows in batch.items():
            _execute(cursor, mark, statement, rows)


def _execute(
    cursor: DBAPICursor, mark: str, statement: str, rows: Sequence[tuple[str | int | None, ...]]
) -> None:
    """Carry out one statement for some rows. Raises _Misfit when a row was not as its edit expects."""
    text = statements(mark)[statement]
    if len(rows) == 1:
        cursor.execute(text, rows[0])
    else:
        cursor.executemany(text, rows)
    if cursor.rowcount != len(rows):
        raise _Misfit
