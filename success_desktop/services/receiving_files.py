"""Opening a file that came back: read once, counted once more by other means, and known by its bytes."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from success_desktop.documents.returned.census import count_elements
from success_desktop.documents.returned.package_in import open_package
from success_desktop.documents.returned.reading import read_returned
from success_desktop.documents.returned.refusals import unreadable
from success_desktop.documents.returned.returned_file import ReturnedFile
from success_desktop.errors import UserError
from success_desktop.i18n import N_

_CORE = "core-properties"
_LAST_SAVED_BY = "{*}lastModifiedBy"
_NOT_A_PERSON = frozenset(("", "python-docx", "SUCCESS Desktop"))


@dataclass(frozen=True)
class OpenedFile:
    """A file that came back, read whole. `digest` is the SHA-256 of its bytes; `counts` what it holds by sort (census).

    `saved_by` is who saved it last, as the file says; "" where it does not.
    """

    name: str
    digest: str
    file: ReturnedFile
    counts: Mapping[str, int]
    saved_by: str = ""


def open_file(path: Path) -> OpenedFile:
    """Read the Word file at `path`. Needs no plan, so that it can run beside the window.

    Raises UserError, with advice, for a file that is none, that is broken or hostile, or of which not everything was read.
    """
    file = read_returned(path)
    census = count_elements(path)
    require_all_read(path.name, census.differences(dict(file.counts)))
    return OpenedFile(path.name, _digest_of(path), file, census.counts, _saved_by(path))


def require_all_read(name: str, differences: Mapping[str, tuple[int, int]]) -> None:
    """Raise UserError unless what was read agrees with what the file holds; nothing may be dropped in silence."""
    if differences:
        told = ", ".join(f"{sort} {there}/{read}" for sort, (there, read) in sorted(differences.items()))
        raise UserError(
            N_(
                "Not everything in “{name}” could be accounted for, so nothing was taken from it: {differences}"
            ),
            advice=N_(
                "Open the file in Word or LibreOffice, save it as .docx under another name and try again."
            ),
            name=name,
            differences=told,
        )


def guess_reviewer(opened: OpenedFile, ours: frozenset[str]) -> str:
    """Who sent a file back: the name that most of its remarks and tracked changes bear, else who saved it last.

    `ours` are the names of the planners, which stand in files with our own remarks and changes.
    """
    names = Counter(comment.author for comment in opened.file.comments)
    names.update(stamp.author for stamp in opened.file.stamps.values())
    for name, _count in names.most_common():
        if name and name not in ours:
            return name
    return "" if opened.saved_by in _NOT_A_PERSON else opened.saved_by


def _digest_of(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise unreadable(path.name) from error


def _saved_by(path: Path) -> str:
    package = open_package(path)
    for relation in package.related("", _CORE):
        return (package.parse(relation.target).findtext(_LAST_SAVED_BY) or "").strip()
    return ""
