"""Reading YAML that people write by hand (plan templates, form sets) into models, with mistakes named by line."""

from functools import lru_cache
from typing import Any, TypeVar, cast

import yaml
from pydantic import BaseModel, ValidationError

from success_desktop.errors import UserError
from success_desktop.i18n import N_

EntryPath = tuple[str | int, ...]
"""The way from the top of a file to an entry: the keys, and the places in lists (from 0)."""

Model = TypeVar("Model", bound=BaseModel)

_NUMBER_SLIPS = frozenset(("float_type", "float_parsing", "int_type", "int_parsing", "int_from_float"))
"""What the checker calls an entry that is no number, or no whole one."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Mistake(Exception):
    """What is wrong with a text, and in which line (from 1). `problem` is words, or an error that speaks both languages."""

    def __init__(self, line: int, problem: object) -> None:
        super().__init__(f"line {line}: {problem}")
        self.line = line
        self.problem = problem


def parse_marked(text: str, model: type[Model], expected: str) -> Model:
    """The model that `text` spells out, which it also keeps as its entry `text`.

    Raises Mistake, with the line, when the text is no YAML, no list of entries (`expected`, a catalogue entry, says what one
    is), or lacks or misspells an entry. What was read last is remembered: models are frozen, and a window that opens plan
    after plan meets the same few texts.
    """
    return cast(Model, _parse(text, model, expected))


@lru_cache(maxsize=64)
def _parse(text: str, model: type[BaseModel], expected: str) -> BaseModel:
    try:
        raw = yaml.load(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Mistake(mark.line + 1 if mark else 1, error.problem or error.context or "") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # ValueError: a day that no calendar has
        raise Mistake(1, str(error)) from error
    if not isinstance(raw, dict):
        raise Mistake(1, UserError(expected))
    try:
        return model.model_validate({**raw, "text": text})
    except ValidationError as error:
        first = error.errors()[0]
        expected = str(first.get("ctx", {}).get("expected", ""))
        problem = (
            _word(first["type"], dotted(first["loc"]), expected) or f"{dotted(first['loc'])}: {first['msg']}"
        )
        raise Mistake(find_line(text, first["loc"]), problem) from error


def find_line(text: str, path: EntryPath) -> int:
    """The line (from 1) where the entry at `path` stands, or the nearest entry above it."""
    node = yaml.compose(text, Loader=_Loader)
    line: int = 1
    for step in path:
        if isinstance(node, yaml.MappingNode):
            found = next((pair for pair in node.value if pair[0].value == str(step)), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            break
    return line


def dotted(path: EntryPath) -> str:
    """A path as messages write it: forms.p02.columns.3."""
    return ".".join(str(step) for step in path)


def _word(kind: str, entry: str, expected: str) -> UserError | None:
    """The commonest slips in the reader's language; None for what is left to the checker's own words."""
    if kind == "missing":
        return UserError(N_("{entry} is missing"), entry=entry)
    if kind == "extra_forbidden":
        return UserError(N_("there is no entry called {entry}"), entry=entry)
    if kind == "literal_error":
        known = expected.replace(" or ", ", ").replace("'", "")
        return UserError(N_("{entry} must be one of: {expected}"), entry=entry, expected=known)
    if kind in _NUMBER_SLIPS:
        return UserError(N_("{entry} must be a number"), entry=entry)
    if kind == "string_pattern_mismatch":  # models know one pattern alone: that of names
        return UserError(N_("{entry} may hold only small letters from a to z, figures, - and _"), entry=entry)
    return None
