"""Reading the text of letters and of the facts they state (YAML), with mistakes told by line."""

from collections.abc import Iterator
from dataclasses import fields

from success_desktop.domain.calendar_dates import DATE_STYLES
from success_desktop.domain.letters.figures import FIGURES
from success_desktop.domain.letters.letter import FactBook, FactSpec, Letter, list_places
from success_desktop.domain.marked_yaml import EntryPath, Mistake, find_line, parse_marked
from success_desktop.domain.office import Edition
from success_desktop.errors import UserError
from success_desktop.i18n import N_

_ADVICE = N_("Correct the file in a text editor, then try again. Nothing has been changed.")
_OF_EDITION = frozenset(item.name for item in fields(Edition))
_Fault = tuple[EntryPath, UserError]


def parse_facts(text: str, name: str) -> FactBook:
    """The facts that `text` spells out; `name` is how messages call the file. Raises UserError, with the line."""
    try:
        book = parse_marked(text, FactBook, N_("the facts are a list of entries under “facts:”"))
    except Mistake as mistake:
        raise _mistake(name, mistake.line, mistake.problem) from mistake
    _refuse(text, name, _wrong_facts(book))
    return book


def parse_letter(text: str, name: str, book: FactBook) -> Letter:
    """The letter that `text` spells out, which may state the facts of `book`. Raises UserError, with the line."""
    try:
        letter = parse_marked(text, Letter, N_("a letter is a list of entries such as “id: announcement”"))
    except Mistake as mistake:
        raise _mistake(name, mistake.line, mistake.problem) from mistake
    _refuse(text, name, _wrong_blocks(letter, book))
    return letter


def _refuse(text: str, name: str, mistakes: Iterator[_Fault]) -> None:
    for path, problem in mistakes:
        raise _mistake(name, find_line(text, path), problem)


def _mistake(name: str, line: int, problem: object) -> UserError:
    return UserError(
        N_("The letter “{name}” has a mistake in line {line}: {problem}"),
        advice=_ADVICE,
        name=name,
        line=line,
        problem=problem,
    )


def _wrong_facts(book: FactBook) -> Iterator[_Fault]:
    for name, spec in book.facts.items():
        if problem := _wrong_source(name, spec):
            yield ("facts", name), problem
        for place, usual in enumerate(spec.usual):
            for wording in (usual.th, usual.en):
                if problem := _wrong_usual(wording, book):
                    yield ("facts", name, "usual", place), problem


def _wrong_source(name: str, spec: FactSpec) -> UserError | None:
    if spec.source == "computed" and name not in FIGURES:
        return UserError(N_("nothing called “{name}” is worked out"), name=name)
    if spec.source == "plan" and not spec.field:
        return UserError(N_("the field of the plan is not named"))
    if spec.source == "edition" and spec.field and spec.field not in _OF_EDITION:
        return UserError(N_("an edition has nothing called “{name}”"), name=spec.field)
    return None


def _wrong_usual(wording: str, book: FactBook) -> UserError | None:
    """A usual wording may name facts that have none themselves, so that none goes round in a circle."""
    if problem := _wrong_wording(wording, book):
        return problem
    name = next((named for named, _style in list_places(wording) if book.facts[named].usual), "")
    return UserError(N_("“{name}” has a usual wording itself"), name=name) if name else None


def _wrong_blocks(letter: Letter, book: FactBook) -> Iterator[_Fault]:
    for place, block in enumerate(letter.blocks):
        path: EntryPath = ("blocks", place)
        if block.only_with and block.only_with not in book.facts:
            yield (*path, "only_with"), UserError(N_("no fact is called “{name}”"), name=block.only_with)
        if any(block.wordings) if block.table else not all(block.wordings):
            yield path, UserError(N_("a block is a paragraph in both languages, or a table"))
        for language, wording in zip(("th", "en"), block.wordings, strict=True):
            if problem := _wrong_wording(wording, book):
                yield (*path, language), problem
            if wording.count("**") % 2:
                yield (*path, language), UserError(N_("the bold words do not end"))


def _wrong_wording(wording: str, book: FactBook) -> UserError | None:
    for name, style in list_places(wording):
        if name not in book.facts:
            return UserError(N_("no fact is called “{name}”"), name=name)
        if style and (book.facts[name].type != "date" or style not in DATE_STYLES):
            return UserError(N_("“{name}” cannot be printed as “{style}”"), name=name, style=style)
    return None
