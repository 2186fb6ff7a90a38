"""A plan file (NAME.success) while it is open: a working copy is edited, and published whole to the file people see."""

import errno
import os
import threading
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.store.backups import Source, keep_backup
from success_desktop.store.file_faults import read_header, told, unwritable
from success_desktop.store.left_work import Unpublished, copy_of
from success_desktop.store.plan_lock import PlanLock, lock_plan_file
from success_desktop.store.plans import NewPlan, PlanStore
from success_desktop.store.publishing import fresh_copy, is_read_only, put_in_place, write_publication
from success_desktop.store.taking_up import copy_file, find_left_copy, head_of, make_plan, open_copy
from success_desktop.store.working_copy import FileStamp, Publication, WorkingCopy, WorkingRecord


class PlanFile:
    """An open plan file. Every step is safe in the working copy at once; `publish` writes the file that people see.

    `notice` is something the user should know about the opening, `backup_fault` why the last publication was not kept as a
    backup too; None as a rule. Any thread may use it. All calls raise UserError; the published file is whole and the work is
    kept then.
    """

    def __init__(self, copy: WorkingCopy, lock: PlanLock, store: PlanStore, notice: UserError | None) -> None:
        self.store = store
        self.notice = notice
        self.backup_fault: UserError | None = None
        self._has_backup = False
        self._copy = copy
        self._lock = lock
        self._turn = threading.RLock()

    @classmethod
    def create(cls, path: Path, new: NewPlan, *, overwrite: bool = False) -> Self:
        """Make a plan and publish it. Raises UserError when the file exists, unless it shall be overwritten."""
        path = _true_path(path)
        if not overwrite:
            _refuse_existing(path)
        with ExitStack() as rollback:
            lock = lock_plan_file(path, new.author)
            rollback.callback(lock.release)
            with told(path):
                copy = WorkingCopy.make(path)
            rollback.callback(copy.remove)
            store = make_plan(copy, new)
            rollback.callback(store.engine.dispose)
            created = cls(copy, lock, store, None)
            created._write(path)
            rollback.pop_all()
        return created

    @classmethod
    def open(cls, path: Path, holder: str = "") -> Self:
        """Open a plan file in the name of a person. Work that an interrupted session left unpublished is taken up again.

        If the file has changed since, both are kept: the file is opened, the work stays in `list_unpublished`, and
        `notice` says so.
        """
        path = _true_path(path)
        read_header(path)
        with ExitStack() as rollback:
            lock = lock_plan_file(path, holder)
            rollback.callback(lock.release)
            with told(path):
                found, notice = find_left_copy(path)
                copy, store = found or copy_file(path)
            rollback.pop_all()
        return cls(copy, lock, store, notice)

    @classmethod
    def take_up(cls, left: Unpublished, holder: str = "") -> Self:
        """Go on with work that was left. If its file has changed since, it can only be saved under another name."""
        with ExitStack() as rollback:
            lock = lock_plan_file(left.path, holder)
            rollback.callback(lock.release)
            copy = copy_of(left)
            store = open_copy(copy)
            rollback.pop_all()
        return cls(copy, lock, store, None)

    @property
    def path(self) -> Path:
        """The file that people see."""
        return self._copy.original_path

    @property
    def is_writable(self) -> bool:
        """Whether the file that people see, and the folder it lies in, let themselves be written."""
        try:
            return not is_read_only(self.path) and all(
                os.access(place, os.W_OK) for place in (self.path, self.path.parent) if place.exists()
            )
        except OSError:
            return False

    @property
    def published_at(self) -> datetime | None:
        """When the file that people see was last written, as far as that is known here (UTC)."""
        known = self._copy.record.publications
        return datetime.fromtimestamp(known[-1].stamp.mtime_ns / 1e9, UTC) if known else None

    def require_writable(self) -> None:
        """Raise UserError unless the file that people see can be written: to ask before any work is done."""
        if not self.is_writable:
            raise unwritable(self.path)

    @property
    def is_published(self) -> bool:
        """Whether the file that people see holds everything; one that is gone from its folder does not."""
        if _is_gone(self.path):
            return False
        publications = self._copy.record.publications
        head = head_of(self.store)
        return any((known.uid, known.revision_id) == head for known in publications)

    def publish(self) -> None:
        """Write the file that people see. Raises UserError when somebody else has changed it since."""
        with self._turn:
            known = self._copy.record.publications
            with told(self.path):
                is_ours = not self.path.exists() or any(old.stamp.is_of(self.path) for old in known)
            if not is_ours:
                raise UserError(
                    N_("The file “{path}” has been changed by another program or on another computer."),
                    advice=N_("Save your work under another name, then compare the two."),
                    path=self.path,
                )
            self._write(self.path)

    def publish_as(self, path: Path, *, overwrite: bool = False) -> None:
        """Write another file and go on with that one; the old one stays as it was last published."""
        path = _true_path(path)
        with self._turn:
            if path == self.path:
                self.publish()
                return
            if not overwrite:
                _refuse_existing(path)
            lock = lock_plan_file(path, self._lock.holder.name)
            try:
                self._write(path)
            except UserError:
                lock.release()
                raise
            self._lock, old_lock = lock, self._lock
            old_lock.release()

    def keep_alive(self) -> None:
        """Tell other computers that the plan is still open here; to be called every minute or so."""
        self._lock.keep_alive()

    def close(self, publish: bool = True) -> None:
        """End the session; work that is not published stays in the working copy and is found again."""
        with self._turn:
            if publish and not self.is_published:
                self.publish()
            with ExitStack() as ending:
                ending.callback(self._lock.release)
                ending.callback(self.store.engine.dispose)
                if self.is_published:
                    with suppress(UserError):  # Nothing is lost: the next opening clears the copy away.
                        self._remove_copy()

    def abandon(self) -> None:
        """End the session and throw away what is not published."""
        with self._turn, ExitStack() as ending:
            ending.callback(self._lock.release)
            self._remove_copy()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close(publish=False)

    def _remove_copy(self) -> None:
        self.store.engine.dispose()
        with told(self._copy.folder):
            self._copy.remove()

    def _write(self, path: Path) -> None:
        """Publish to `path`. The record knows the new file before it is in place, so that a crash is no riddle."""
        head = head_of(self.store)
        before = self._copy.record
        with ExitStack() as cleanup, told(self._copy.folder):
            with told(path):
                part = write_publication(self._copy.database_path, path)
                cleanup.callback(part.unlink, missing_ok=True)
                coming = Publication(FileStamp.of(part), *head)
            known = before.publications if path == self.path else ()
            self._back_up_former(path)
            self._copy.note(WorkingRecord(str(path), True, (*known, coming)))
            try:
                put_in_place(part, path)
            except UserError:
                self._copy.note(before)
                raise
            self._copy.note_publications(coming)
        self._back_up(Source(fresh_copy(self._copy.database_path), coming.stamp.digest, is_spare=True))

    def _back_up_former(self, path: Path) -> None:
        """Before a session replaces a file for the first time, what that held is kept."""
        known = self._copy.record.publications
        if path == self.path and known and not self._has_backup and path.exists():
            self._back_up(Source(path, known[-1].stamp.digest))

    def _back_up(self, source: Source) -> None:
        """Keep a backup; a fault must not hinder publishing and is told afterwards."""
        try:
            keep_backup(self.store.plan_id, self.path, source)
            self._has_backup, self.backup_fault = True, None
        except UserError as error:
            self.backup_fault = error


def _is_gone(path: Path) -> bool:
    """Whether a file is missing from its folder; where nobody can look, and without the folder, nobody can tell."""
    try:
        return path.parent.exists() and not path.exists()
    except OSError:
        return False


def _true_path(path: Path) -> Path:
    """Where a file really lies, whatever links lead there. Raises UserError when they lead nowhere."""
    with told(path):
        try:
            found = path.resolve()
            str(found).encode()
        except RuntimeError as error:  # links that lead to one another
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from error
        except UnicodeEncodeError as error:  # a name that no database can write down
            raise OSError(errno.EILSEQ, os.strerror(errno.EILSEQ), str(path)) from error
    return found


def _refuse_existing(path: Path) -> None:
    with told(path):
        is_there = path.exists()
    if is_there:
        raise UserError(
            N_("The file “{path}” exists already."),
            advice=N_("Choose another name, or open that file."),
            path=path,
        )
