"""The mark beside a plan file that is open: it tells other computers on a shared drive who has it.

On one computer the lock decides (`plan_lock`); a lock does not reach another one, a small file beside the plan does. Its
time of change is the sign of life: a mark that nobody has touched for some minutes was left by a computer that was
switched off. Both times compared are the drive's own, so that no computer's clock matters.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from success_desktop.ids import new_id
from success_desktop.store.synchronised import find_synchronised

ALIVE_SECONDS = 300
"""A mark that was touched within so many seconds stands for a window that is open."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who opened a plan file: a name, the account and the computer, since when (UTC, ISO 8601), and which opening it is."""

    name: str
    account: str
    computer: str
    since: str
    token: str

    @classmethod
    def named(cls, name: str, account: str, computer: str) -> "Holder":
        """A person who opens a plan now."""
        return cls(
            name or account, account, computer, datetime.now(UTC).isoformat(timespec="seconds"), new_id()
        )

    def is_same_place(self, other: "Holder") -> bool:
        """Whether both are the same account at the same computer, where the lock decides."""
        return (self.account, self.computer) == (other.account, other.computer)


def mark_path(path: Path) -> Path:
    """Where the mark of a plan file lies."""
    return path.with_name(f".~{path.name}.open")


def find_other(path: Path, holder: Holder) -> Holder | None:
    """Who has a plan file open at another computer, as its mark tells; None when nobody does, or nobody can tell."""
    mark = mark_path(path)
    other = read_holder(mark)
    if other is None or other.is_same_place(holder):
        return None
    probe = mark.with_name(f".~{holder.token}")  # short: where the mark found room, there is room for this
    try:
        probe.touch()
        age = probe.stat().st_mtime - mark.stat().st_mtime
    except OSError:  # the place may only be read: nobody edits a file there, and nobody can take a mark over
        return None
    finally:
        with suppress(OSError):  # It was not made, or lies there empty and harms nobody.
            probe.unlink()
    return other if age < ALIVE_SECONDS else None


def write_mark(path: Path, holder: Holder) -> None:
    """Mark a plan file as open; where that cannot be done other computers are not told.

    Synchronised folders get no mark: it would arrive late, and be carried about with every sign of life.
    """
    if find_synchronised(path) is None:
        with suppress(OSError):
            write_holder(mark_path(path), holder)


def touch_mark(path: Path, holder: Holder) -> None:
    """Give a sign of life, if the mark is still this holder's."""
    if _is_ours(path, holder):
        with suppress(OSError):  # The drive is away; the mark counts as left until it is back.
            os.utime(mark_path(path))


def remove_mark(path: Path, holder: Holder) -> None:
    """Take the mark away, if it is still this holder's."""
    if _is_ours(path, holder):
        with suppress(OSError):  # It counts as left after some minutes.
            mark_path(path).unlink()


def write_holder(note_path: Path, holder: Holder) -> None:
    """Write down who has a plan. Raises OSError."""
    note_path.write_text(json.dumps(asdict(holder), ensure_ascii=False), encoding="utf-8")


def read_holder(note_path: Path) -> Holder | None:
    """Who a note says has a plan; None when there is no note, or nothing that can be understood."""
    try:
        holder = Holder(**json.loads(note_path.read_text(encoding="utf-8")))
        datetime.fromisoformat(holder.since)
    except (OSError, ValueError, TypeError):
        return None
    return holder


def _is_ours(path: Path, holder: Holder) -> bool:
    return read_holder(mark_path(path)) == holder
