"""Working copies: the files that are really edited, in the user's local data, one folder for each.

Beside the database lies a small record: which file the copy belongs to, and what that file looked like when it was last
published from here. So an interrupted session is found again, and a file that somebody else has changed is noticed.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from success_desktop.ids import new_id
from success_desktop.store.plan_lock import working_folder

_RECORD = "copy.json"
_CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What a file looks like from outside, and a hash of its bytes for when the clock alone has moved."""

    size: int
    mtime_ns: int
    digest: str

    @classmethod
    def of(cls, path: Path) -> "FileStamp":
        """The stamp of a file as it is now. Raises OSError."""
        state = path.stat()
        return cls(state.st_size, state.st_mtime_ns, _digest(path))

    @classmethod
    def of_copied(cls, path: Path, copied_to: Path) -> "FileStamp":
        """Copy a file; the stamp is of what was copied, even if the file changes meanwhile. Raises OSError."""
        state = path.stat()
        shutil.copyfile(path, copied_to)
        return cls(state.st_size, state.st_mtime_ns, _digest(copied_to))

    def is_of(self, path: Path) -> bool:
        """Whether the file is still the one that was stamped. Raises OSError."""
        state = path.stat()
        if state.st_size != self.size:
            return False
        return state.st_mtime_ns == self.mtime_ns or _digest(path) == self.digest


@dataclass(frozen=True, slots=True)
class Publication:
    """A published file, and where the plan's history stood in it: the uid of its last transaction, its last revision."""

    stamp: FileStamp
    uid: str
    revision_id: str


@dataclass(frozen=True, slots=True)
class WorkingRecord:
    """What is known of a working copy. `publications` holds two while one is about to take the other's place."""

    original_path: str
    is_ready: bool = False
    publications: tuple[Publication, ...] = ()


@dataclass(slots=True)
class WorkingCopy:
    """A folder with the database that is edited and the record about it."""

    folder: Path
    record: WorkingRecord

    @classmethod
    def make(cls, original_path: Path) -> "WorkingCopy":
        """A new folder for a plan file's working copy, not ready yet. Raises OSError."""
        copy = cls(working_folder() / new_id(), WorkingRecord(str(original_path)))
        copy.folder.mkdir()
        copy.note(copy.record)
        return copy

    @property
    def database_path(self) -> Path:
        """The SQLite file."""
        return self.folder / "plan.db"

    @property
    def original_path(self) -> Path:
        """The plan file that the copy belongs to."""
        return Path(self.record.original_path)

    def note(self, record: WorkingRecord) -> None:
        """Write another record, so that the old or the new one is whole at any moment. Raises OSError."""
        part = self.folder / f"{_RECORD}.part"
        with part.open("w", encoding="utf-8") as stream:
            json.dump(asdict(record), stream, ensure_ascii=False)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(self.folder / _RECORD)
        self.record = record

    def note_publications(self, *publications: Publication) -> None:
        """Write down what was published from here; the copy is ready then. Raises OSError."""
        self.note(replace(self.record, is_ready=True, publications=publications))

    def remove(self) -> None:
        """Delete the folder, the record first: half a folder is nobody's work. Raises OSError."""
        (self.folder / _RECORD).unlink(missing_ok=True)
        shutil.rmtree(self.folder)


def find_copies(original_path: Path | None = None) -> list[WorkingCopy]:
    """The working copies (of one plan file), newest first."""
    copies = [WorkingCopy(folder, record) for folder, record in _records()]
    wanted = [copy for copy in copies if original_path is None or copy.original_path == original_path]
    return sorted(wanted, key=lambda copy: copy.folder.name, reverse=True)


def _records() -> Iterator[tuple[Path, WorkingRecord]]:
    for path in working_folder().glob(f"*/{_RECORD}"):
        try:
            yield path.parent, _read_record(path.read_text(encoding="utf-8"))
        except (ValueError, KeyError, TypeError):
            continue  # Nobody can tell whose copy it is: it stays on the disk and locks no plan out.


def _read_record(text: str) -> WorkingRecord:
    raw = json.loads(text)
    publications = tuple(
        Publication(FileStamp(**entry["stamp"]), entry.get("uid", ""), entry["revision_id"])
        for entry in raw["publications"]
    )
    return WorkingRecord(raw["original_path"], raw["is_ready"], publications)


def _digest(path: Path) -> str:
    digest = hashlib.blake2b(digest_size=20)
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()
