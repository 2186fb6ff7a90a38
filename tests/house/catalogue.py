"""The catalogue of the interface's sentences: ``python -m tests.house.catalogue`` collects them from the source anew.

Entries come from two places: the program's source (`_`, `N_`, `translate`) and Qt itself, whose own dialogs ask for
sentences of theirs. Qt's have a context (a Qt class) and are kept by hand in th.po; refreshing never drops them.
"""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import UnionType
from typing import Any, TypeGuard

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from success_desktop import __version__

KEYWORDS = {"_": None, "N_": None, "translate": None, "translate_in_context": ((1, "c"), 2)}
HEADER = "# The words of SUCCESS Desktop. Made by `python3 dev.py catalogue`; only the wordings are edited by hand."
TRANSLATORS = "SUCCESS Desktop contributors"
PROJECT: dict[str, Any] = {
    "project": "SUCCESS Desktop",
    "version": __version__,
    "msgid_bugs_address": TRANSLATORS,
    "header_comment": HEADER,
}
PLACEHOLDER = re.compile(r"\{\w*[^{}]*\}|%L?\d|%n")
BANNED_WORDINGS = ("ค.ศ.",)

Key = tuple[str, str]


def template_path(root: Path) -> Path:
    """The template: every entry, without wordings."""
    return root / "translations" / "success_desktop.pot"


def thai_path(root: Path) -> Path:
    """The Thai catalogue."""
    return root / "translations" / "th.po"


def read_template(root: Path) -> Catalog:
    """The template as it lies in the checkout; empty when there is none."""
    if not template_path(root).exists():
        return Catalog()
    with template_path(root).open("rb") as stream:
        return read_po(stream)


def read_thai(root: Path) -> Catalog:
    """The Thai catalogue as it lies in the checkout; a new one when there is none."""
    if not thai_path(root).exists():
        who: dict[str, Any] = {
            "last_translator": TRANSLATORS,
            "language_team": "Thai",
            "revision_date": datetime.now(UTC),
        }
        return Catalog("th", fuzzy=False, **PROJECT, **who)
    with thai_path(root).open("rb") as stream:
        return read_po(stream, locale="th", ignore_obsolete=True)


def collect(root: Path) -> Catalog:
    """A fresh template: the sentences in the source, and Qt's own from the Thai catalogue."""
    template = Catalog(fuzzy=False, **PROJECT)
    package = root / "success_desktop"
    for name, line, message, comments, context in extract_from_dir(
        package, method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=["Translators:"]
    ):
        place = [(f"success_desktop/{name}", line)]
        template.add(message, locations=place, auto_comments=comments, context=context)
    for entry in read_thai(root):
        if entry.id and (entry.context or "").startswith("Q"):
            template.add(entry.id, context=entry.context, auto_comments=["Qt's own"])
    return template


def refresh(root: Path) -> int:
    """Bring the template and the Thai catalogue up to date with the source; how many entries still want Thai."""
    template = collect(root)
    if keys(template) != keys(read_template(root)):
        write_catalogue(template_path(root), template)
    thai = read_thai(root)
    thai.update(template, no_fuzzy_matching=True, update_creation_date=False)
    thai.obsolete.clear()
    thai.header_comment = HEADER
    write_catalogue(thai_path(root), thai)
    return sum(1 for entry in thai if entry.id and not entry.string)


def keys(catalogue: Catalog) -> set[Key]:
    """The entries of a catalogue: context and English sentence."""
    return {_key(entry) for entry in catalogue if entry.id}


def find_gaps(template: Catalog, thai: Catalog) -> Iterator[str]:
    """What keeps the Thai catalogue from being complete and right, entry by entry."""
    yield from (f"{key}: not in th.po" for key in sorted(keys(template) - keys(thai)))
    yield from (f"{key}: no longer in the source" for key in sorted(keys(thai) - keys(template)))
    for entry in thai:
        if entry.id:
            yield from (f"{_key(entry)}: {fault}" for fault in _faults(entry))


def find_unreadable_marks(root: Path) -> Iterator[str]:
    """Marks (`_`, `N_`, `translate`) that no catalogue can hold or find.

    That is a sentence put together on the spot, and a mark inside an f-string, which Babel does not look into.
    """
    for path in sorted((root / "success_desktop").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        outer = [node for node in ast.walk(tree) if _is_mark(node, ast.JoinedStr | ast.BinOp)]
        formats = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
        inner = [node for text in formats for node in ast.walk(text) if _is_mark(node, ast.Constant)]
        for node in (*outer, *inner):
            yield f"{path.relative_to(root).as_posix()}:{node.lineno}"


def _is_mark(node: ast.AST, argument: type[ast.AST] | UnionType) -> TypeGuard[ast.Call]:
    """Whether a node marks a sentence that is written as `argument`."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        return False
    return node.func.id in KEYWORDS and any(isinstance(given, argument) for given in node.args)


def _faults(entry: Message) -> Iterator[str]:
    wording = str(entry.string)
    if not wording.strip():
        yield "no wording"
        return
    if entry.fuzzy:
        yield "fuzzy"
    if set(PLACEHOLDER.findall(str(entry.id))) != set(PLACEHOLDER.findall(wording)):
        yield f"other places to fill than in the English: {wording}"
    yield from (f"says {banned}" for banned in BANNED_WORDINGS if banned in wording)


def _key(entry: Message) -> Key:
    return entry.context or "", str(entry.id)


def write_catalogue(path: Path, catalogue: Catalog) -> None:
    """Write a catalogue in the order of the source, by file; never by line, which would change with every edit."""
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as stream:
        write_po(stream, catalogue, width=110, sort_by_file=True, include_lineno=False)


if __name__ == "__main__":
    count = refresh(Path(__file__).resolve().parents[2])
    print(f"translations/th.po is up to date; {count} entries want a Thai wording.")
