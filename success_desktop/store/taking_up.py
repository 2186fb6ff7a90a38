"""How a working copy begins: as a new plan, as a copy of a plan file, or as what an earlier session left."""

import sqlite3
from contextlib import ExitStack, closing
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import DatabaseError

from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.store.database import faults_told, open_file_engine
from success_desktop.store.file_faults import damaged
from success_desktop.store.migrate import create_schema, migrate
from success_desktop.store.plans import NewPlan, PlanStore, create_plan, list_plan_ids, open_store
from success_desktop.store.revisions import newest_revision_id
from success_desktop.store.working_copy import FileStamp, Publication, WorkingCopy, find_copies

Head = tuple[str, str]
"""Where a plan's history stands: the uid of its last transaction, the id of its last revision ("" for none)."""


def head_of(store: PlanStore) -> Head:
    """Where a plan's history stands now."""
    return store.last_uid(), newest_revision_id(store)


def make_plan(copy: WorkingCopy, new: NewPlan) -> PlanStore:
    """Make a new plan in an empty working copy. Raises UserError."""
    with ExitStack() as rollback:
        engine = open_file_engine(copy.database_path)
        rollback.callback(engine.dispose)
        with faults_told():
            create_schema(engine)
        store = create_plan(engine, new)
        rollback.pop_all()
    return store


def copy_file(path: Path) -> tuple[WorkingCopy, PlanStore]:
    """Make a working copy of a plan file, checked from end to end. Raises UserError when it is damaged, and OSError."""
    with ExitStack() as rollback:
        copy = WorkingCopy.make(path)
        rollback.callback(copy.remove)
        stamp = FileStamp.of_copied(path, copy.database_path)
        _check_soundness(copy)
        store = open_copy(copy)
        rollback.callback(store.engine.dispose)
        copy.note_publications(Publication(stamp, *head_of(store)))
        rollback.pop_all()
    return copy, store


def open_copy(copy: WorkingCopy) -> PlanStore:
    """Open the plan in a working copy, brought to the newest schema. Raises UserError when it is damaged."""
    with ExitStack() as rollback:
        engine = open_file_engine(copy.database_path)
        rollback.callback(engine.dispose)
        try:
            with faults_told():
                migrate(engine)
                plan_ids = list_plan_ids(engine)
        except (DatabaseError, sqlite3.DatabaseError) as error:
            raise damaged(copy.original_path) from error
        if len(plan_ids) != 1:
            raise damaged(copy.original_path)
        store = open_store(engine, plan_ids[0])
        rollback.pop_all()
    return store


def find_left_copy(path: Path) -> tuple[tuple[WorkingCopy, PlanStore] | None, UserError | None]:
    """The working copy that an earlier session left of a plan file which has not changed since, and what to tell.

    Copies without work of their own are cleared away; what cannot be opened is kept. Raises OSError.
    """
    found: tuple[WorkingCopy, PlanStore] | None = None
    notice: UserError | None = None
    for copy in find_copies(path):
        if _is_unfinished(copy):
            continue
        try:
            store = open_copy(copy)
        except UserError as error:
            notice = error
            continue
        matching = [known for known in copy.record.publications if known.stamp.is_of(path)]
        if matching and found is None:
            copy.note_publications(matching[-1])
            found = copy, store
        elif not _close_left(copy, store):
            notice = _kept_both(path)
    return found, notice


def changed_at(copy: WorkingCopy) -> datetime | None:
    """When work was last done that no file holds; None, and the copy is cleared away, when there is none.

    Raises UserError when the copy cannot be opened, OSError when it cannot be cleared away.
    """
    if _is_unfinished(copy):
        return None
    store = open_copy(copy)
    last = store.list_transactions(after=store.last_number() - 1)
    return None if _close_left(copy, store) else last[-1].at


def _is_unfinished(copy: WorkingCopy) -> bool:
    """Whether a working copy was never made whole; it is cleared away then."""
    if not copy.record.is_ready:
        copy.remove()
    return not copy.record.is_ready


def _close_left(copy: WorkingCopy, store: PlanStore) -> bool:
    """Close a working copy that is not wanted now, and clear it away (True) when a file holds all of its work."""
    head = head_of(store)
    store.engine.dispose()
    is_published = any((known.uid, known.revision_id) == head for known in copy.record.publications)
    if is_published:
        copy.remove()
    return is_published


def _kept_both(path: Path) -> UserError:
    return UserError(
        N_("“{path}” was changed elsewhere while work of yours was not saved yet. Both are kept."),
        advice=N_(
            "This is the changed file. Your own work is among the unsaved work: save it under another name."
        ),
        path=path,
    )


def _check_soundness(copy: WorkingCopy) -> None:
    with closing(sqlite3.connect(copy.database_path)) as connection:
        try:
            findings = connection.execute("PRAGMA quick_check(1)").fetchall()
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # the finding may quote what is damaged
            raise damaged(copy.original_path) from error
    if findings != [("ok",)]:
        raise damaged(copy.original_path)
