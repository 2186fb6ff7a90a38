"""Handing a plan out as a Word file. A file that is there already stays whole until the new one is complete."""

import errno
import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import DocumentLanguage
from success_desktop.documents.word_fonts import DEFAULT_FONT, FONTS_DRAWING_THAI_DIGITS
from success_desktop.documents.word_writer import WordOptions, write_word
from success_desktop.domain.plan import Plan
from success_desktop.errors import UserError
from success_desktop.i18n import N_

Progress = Callable[[float], None]
"""Told how much of the work is done, 0 to 1. It may raise Cancelled to stop."""

_SUFFIX = ".docx"
_SHARE_OF_READING = 0.15
_OTHER_PLACE = N_("Choose another folder, such as Documents, or another name.")


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What the file is made for.

    `language` is one language or both side by side; `has_thai_digits` prints ๑๒๓ for 123 (a font that draws digits that way
    itself converts none); `font` must be on the reader's machine unless `has_embedded_font` sends the program's own along;
    `author` and `revision_id` are named in the file when given.
    """

    language: DocumentLanguage = "th"
    has_thai_digits: bool = False
    font: str = DEFAULT_FONT
    has_embedded_font: bool = False
    author: str = ""
    revision_id: str = ""

    def for_word(self) -> WordOptions:
        """How the Word file looks."""
        return WordOptions(self.font, self.has_embedded_font, self.author)

    def for_outline(self, revision_id: str) -> OutlineOptions:
        """What is printed in it, of the revision with that id ("": none is named)."""
        converts = self.has_thai_digits and self.for_word().font_in_use not in FONTS_DRAWING_THAI_DIGITS
        return OutlineOptions(self.language, converts, revision_id)


def export_word(
    plan: Plan, path: Path, options: ExportOptions | None = None, progress: Progress | None = None
) -> None:
    """Print `plan` to the Word file `path`, replacing the one that is there.

    Raises UserError, with advice, when the file cannot be written, and lets through what `progress` raises (Cancelled). In
    both cases the old file is as it was and no other is left behind.
    """
    require_word_name(path)
    chosen = options or ExportOptions()
    tell = progress or _tell_nobody
    tell(0.0)
    outline = build_outline(plan, chosen.for_outline(chosen.revision_id))
    tell(_SHARE_OF_READING)
    replace_file(
        path,
        lambda draft_path: write_word(
            outline,
            draft_path,
            chosen.for_word(),
            lambda share: tell(_SHARE_OF_READING + (1 - _SHARE_OF_READING) * share),
        ),
    )


def require_word_name(path: Path) -> None:
    """Raise UserError unless a file has the name of a Word file, so that it takes the place of no plan by mistake."""
    if path.suffix.lower() != _SUFFIX:
        raise UserError(
            N_("“{name}” is not the name of a Word file."),
            advice=N_("Give a name that ends in .docx."),
            name=path.name,
        )


def replace_file(path: Path, write: Callable[[Path], None]) -> None:
    """Let `write` make a file beside `path`, bring it safely to the disk, then give it the name of `path`."""
    if not path.parent.is_dir():
        raise UserError(
            N_("The folder “{folder}” does not exist."), advice=_OTHER_PLACE, folder=str(path.parent)
        )
    draft_path = _draft_of(path)
    try:
        _write_through(draft_path, write, path)
        draft_path.replace(path)
    except OSError as error:
        raise _replace_error(error, path) from error
    finally:
        with suppress(OSError):  # Where nothing may be written there is no draft, and nothing to take away.
            draft_path.unlink(missing_ok=True)


def _draft_of(path: Path) -> Path:
    """Where the draft of `path` lies: always in the same place, so that one left by a crash goes with the next export."""
    name = hashlib.blake2b(path.name.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return path.with_name(f".{name}.tmp")


def _write_through(draft_path: Path, write: Callable[[Path], None], path: Path) -> None:
    """Write the draft of `path` and wait until the disk has it."""
    try:
        write(draft_path)
        with draft_path.open("rb+") as draft:
            os.fsync(draft.fileno())
    except OSError as error:
        raise _write_error(error, path) from error


def _write_error(error: OSError, path: Path) -> UserError:
    """Why no new file can be made in the folder of `path`."""
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return UserError(
            N_("You may not save files in the folder “{folder}”."),
            advice=_OTHER_PLACE,
            folder=str(path.parent),
        )
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return UserError(
            N_("There is no room left for “{name}”."),
            advice=N_("Free some space on the disk, or choose another folder. Nothing has been changed."),
            name=path.name,
        )
    return _other_error(error, path)


def _replace_error(error: OSError, path: Path) -> UserError:
    """Why the finished file cannot take the name of `path`."""
    if _is_folder(path):
        return UserError(
            N_("“{name}” is a folder, not a file."), advice=N_("Choose another name."), name=path.name
        )
    if isinstance(error, PermissionError):
        return UserError(
            N_("“{name}” is open in another program, or may only be read."),
            advice=N_("Close it in Word and export again, or choose another name. Nothing has been changed."),
            name=path.name,
        )
    return _other_error(error, path)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name that the disk does not take at all
        return False


def _other_error(error: OSError, path: Path) -> UserError:
    return UserError(
        N_("“{name}” could not be written: {reason}"),
        advice=_OTHER_PLACE,
        name=path.name,
        reason=error.strerror or type(error).__name__,
    )


def _tell_nobody(_share: float) -> None:
    """Progress that nobody follows."""
