"""Every sentence that the program can tell a person: it has all its words, in both languages, wherever it is raised.

The sentences are read off the source, so that one nobody has provoked yet is checked as well.
"""

import ast
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

import pytest

from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES, translate, use_language
from success_desktop.store.database import damaged_data

SOURCE = Path(__file__).resolve().parents[2] / "success_desktop"
MARKS = {"N_", "_", "translate"}


@dataclass(frozen=True)
class Telling:
    """A place in the source that makes a UserError, and perhaps raises it. `message` is "" where it is chosen elsewhere."""

    where: str
    message: str
    advice: str
    places: frozenset[str]
    is_raised: bool


def trees() -> Iterator[tuple[str, ast.Module]]:
    """The modules of the program by name."""
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def marked(node: ast.expr | None, constants: dict[str, str]) -> str:
    """The catalogue entry that an expression stands for: N_("…"), or a constant of the module; "" for anything else."""
    if isinstance(node, ast.Name):
        return constants.get(node.id, "")
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "N_":
        return str(ast.literal_eval(node.args[0]))
    return ""


def constants_of(tree: ast.Module) -> dict[str, str]:
    """The catalogue entries that a module gives names to."""
    found: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and (text := marked(node.value, found)):
            found[ast.unparse(node.targets[0])] = text
    return found


def tellings() -> Iterator[Telling]:
    """Every UserError of the program."""
    for name, tree in trees():
        constants = constants_of(tree)
        raised = {node.exc for node in ast.walk(tree) if isinstance(node, ast.Raise)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "UserError":
                given = {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
                yield Telling(
                    f"{name}:{node.lineno}",
                    marked(node.args[0], constants),
                    marked(given.get("advice"), constants),
                    frozenset(given) - {"advice"},
                    node in raised,
                )


def is_wording(node: ast.expr) -> TypeGuard[ast.Call]:
    """Whether an expression words a catalogue entry that is written there."""
    return (
        isinstance(node, ast.Call)
        and ast.unparse(node.func) in MARKS
        and bool(node.args)
        and isinstance(node.args[0], ast.Constant)
    )


def entries() -> Iterator[tuple[str, str]]:
    """Every catalogue entry of the source: where, and its English sentence."""
    for name, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.expr) and is_wording(node):
                yield f"{name}:{node.lineno}", str(ast.literal_eval(node.args[0]))


def places_in(text: str) -> set[str]:
    """The names of the places of a sentence; fails for places that could not be filled by name."""
    names = {name for _text, name, _form, _conversion in string.Formatter().parse(text) if name is not None}
    assert all(name.isidentifier() for name in names), text
    return names


ALL = list(tellings())
TOLD = [telling for telling in ALL if telling.message]


def test_the_source_is_really_read() -> None:
    assert len(TOLD) > 60
    assert {telling.where.split("/")[0] for telling in TOLD} >= {"domain", "store", "documents", "services"}


@pytest.mark.parametrize("telling", TOLD, ids=lambda telling: telling.where)
def test_a_sentence_and_its_advice_get_exactly_the_places_that_they_use(telling: Telling) -> None:
    assert places_in(telling.message) | places_in(telling.advice) == telling.places


@pytest.mark.parametrize("telling", TOLD, ids=lambda telling: telling.where)
def test_a_sentence_is_whole_in_both_languages(telling: Telling) -> None:
    values: dict[str, object] = {place: f"<{place}>" for place in telling.places}
    error = UserError(telling.message, advice=telling.advice, **values)
    for language in LANGUAGES:
        used: set[str] = set()
        for text, entry in (
            (error.sentence(language), telling.message),
            (error.remedy(language), telling.advice),
        ):
            assert bool(text) == bool(entry)
            assert "{" not in text
            assert "}" not in text
            used |= set(re.findall(r"<(\w+)>", text))
            has_thai = any("\u0e01" <= letter <= "\u0e4e" for letter in text)
            assert not entry or language == "en" or has_thai
        assert used == telling.places


def test_sentences_that_are_chosen_elsewhere_need_no_places() -> None:
    for telling in ALL:
        assert telling.message or not telling.places, telling.where
    for language in LANGUAGES:
        assert damaged_data().sentence(language)
        assert damaged_data().remedy(language)


def test_advice_is_always_given_where_something_can_be_done() -> None:
    """What is refused with an error can be mended somehow; the few that are plain enough are known here."""
    without = {telling.message for telling in TOLD if telling.is_raised and not telling.advice}
    assert without <= {"A part of the plan cannot be moved into itself."}


def test_thai_sentences_say_nothing_of_another_era_and_keep_their_places() -> None:
    for where, english in entries():
        thai = translate(english, "th")
        assert "ค.ศ" not in thai, where
        assert places_in(thai) == places_in(english), where


def test_a_wording_is_filled_with_exactly_its_places() -> None:
    """_("… {count} …").format(count=…): a place without a value would be a crash on somebody's screen."""
    checked = 0
    for name, tree in trees():
        calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
        for call in calls:
            wording = call.func.value if isinstance(call.func, ast.Attribute) else call
            if wording is not call and ast.unparse(call.func).endswith(".format") and is_wording(wording):
                given = {keyword.arg for keyword in call.keywords}
                english = str(ast.literal_eval(wording.args[0]))
                assert None in given or given == places_in(english), f"{name}:{call.lineno}"
                checked += 1
    assert checked > 15


def test_an_error_inside_an_error_speaks_the_same_language() -> None:
    inner = UserError("The file “{path}” is empty.", path="แผน.success")
    outer = UserError("“{name}” could not be written: {reason}", name="แผน.docx", reason=inner)
    use_language("en")
    assert "is empty" in outer.sentence()
    assert "is empty" not in outer.sentence("th")
    assert "ว่าง" in outer.sentence("th")
