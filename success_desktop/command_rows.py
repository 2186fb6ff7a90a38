"""What the rows of the command table are made of: the row, arguments that many commands take, plans opened for one."""

import argparse
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.services import export, library, plan_editor
from success_desktop.settings import load_settings

Argument = tuple[str, Mapping[str, Any]]
"""An argument's name, or those of an option ("-o/--output"), and how argparse is to take it."""


@dataclass(frozen=True)
class Command:
    """One row of the command table: its name, what it is for, the arguments it takes and what it does."""

    name: str
    purpose: str
    arguments: Sequence[Argument]
    run: Callable[[argparse.Namespace], int | None]


def argument(names: str, purpose: str, **details: Any) -> Argument:
    """An argument and what it is for (a catalogue entry)."""
    return names, {"help": purpose, **details}


PLAN = argument("plan", N_("a plan file, NAME.success"), metavar="PLAN", type=Path)
JSON = argument("--json", N_("answer with data in JSON"), action="store_true")
WORD: tuple[Argument, ...] = (
    argument("--language", N_("the language of the document"), choices=("th", "en", "both"), default="th"),
    argument("--thai-digits", N_("print Thai digits"), action="store_true"),
    argument("--font", N_("the font family of the document"), metavar="NAME"),
    argument("--embed-font", N_("put the Sarabun font into the file"), action="store_true"),
)
"""What every Word file can be asked for."""


def word_options(given: argparse.Namespace, revision_id: str = "") -> export.ExportOptions:
    """What a Word file is made for, as asked for by the arguments WORD, else by the settings."""
    settings = load_settings()
    return export.ExportOptions(
        language=given.language,
        has_thai_digits=given.thai_digits or settings.has_thai_digits,
        font=given.font or settings.word_font,
        has_embedded_font=given.embed_font or settings.has_embedded_font,
        revision_id=revision_id,
    )


@contextmanager
def reading(path: Path) -> Iterator[plan_editor.PlanEditor]:
    """An open plan whose file stays as it is."""
    editor = library.open_plan(path, load_settings().author_name())
    try:
        yield editor
    finally:
        editor.close(publish=False)


@contextmanager
def writing(path: Path, author: str = "") -> Iterator[plan_editor.PlanEditor]:
    """An open plan that is put into its file at the end; on a fault the file is left as it was."""
    editor = library.open_plan(path, author or load_settings().author_name(), must_write=True)
    try:
        yield editor
        editor.close()
    finally:
        editor.close(publish=False)


@contextmanager
def sending(path: Path) -> Iterator[plan_editor.PlanEditor]:
    """An open plan that a document is made of: a revision kept for that goes into the file, unless nothing came of it."""
    with reading(path) as editor:
        had_work = not editor.file.is_published
        try:
            yield editor
        except UserError:
            if not had_work:
                editor.abandon()  # no document, no revision for it
            raise
        if editor.file.is_writable:
            editor.close()


def answer(data: object) -> None:
    """Print data as JSON."""
    print(json.dumps(data, ensure_ascii=False, indent=1))
