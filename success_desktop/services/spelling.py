"""Spelling in Thai and English: what is misspelt in a text, what may have been meant, and which words a plan knows.

Thai is checked by our own list of words (domain.thai_spelling), English by Hunspell with the British dictionary. The
dictionaries take a third of a second and some memory: `load_speller` is called for the first text, not before.
"""

import functools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol, cast

import hunspell

from success_desktop.domain.known_words import keep_known_word, known_words, register_names
from success_desktop.domain.plan import Plan
from success_desktop.domain.spelling_words import SpellingWord, spelling_words
from success_desktop.domain.thai_search import Span, search_key
from success_desktop.domain.thai_spelling import ThaiSpelling
from success_desktop.i18n import N_, Language
from success_desktop.paths import resource_path
from success_desktop.services.plan_editor import PlanEditor

MOST_SUGGESTIONS = 6
_RUNS_KEPT = 50_000
_SUGGESTIONS_KEPT = 500


class Misspelling(NamedTuple):
    """A stretch of a text that is no word: first character, character after the last, its letters, their language."""

    start: int
    end: int
    word: str
    language: Language


class _Hunspell(Protocol):
    """What is used of Hunspell, which ships no types."""

    def spell(self, word: str) -> bool:
        """Whether the word is in the dictionary."""

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words like it."""


class KnownWords:
    """Words that are right although no dictionary has them: the plan's, and those ignored for now."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._keys = frozenset(map(search_key, words)) - {""}
        thai = sorted((key for key in self._keys if not key.isascii()), key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, thai)) or "(?!)")

    def __contains__(self, word: str) -> bool:
        """Whether a word is known, however it is spelt in capitals and accents."""
        return search_key(word) in self._keys

    def places(self, run: str) -> Iterator[Span]:
        """Where Thai words among them stand in a run of letters, from left to right."""
        return (match.span() for match in self._pattern.finditer(run))


class Speller:
    """Checks texts. What it has found is remembered word by word, so that a text changed in one place is checked there."""

    def __init__(self, thai: ThaiSpelling, english: _Hunspell, names: Iterable[str]) -> None:
        self._thai = thai
        self._english = english
        self._names = KnownWords(names)
        self._find_in_run = functools.lru_cache(_RUNS_KEPT)(thai.find)
        self._is_english = functools.lru_cache(_RUNS_KEPT)(self._look_up_english)
        self._suggest = functools.lru_cache(_SUGGESTIONS_KEPT)(self._look_up_suggestions)

    def find(self, text: str, known: KnownWords) -> tuple[Misspelling, ...]:
        """What is misspelt in a text and not among `known`, from left to right."""
        return tuple(
            found
            for word in spelling_words(text)
            for found in (
                self._in_thai(word, known) if word.language == "th" else self._in_english(word, known)
            )
        )

    def suggest(self, word: str, language: Language) -> tuple[str, ...]:
        """What may have been meant by a misspelt word, the likeliest first; at most six."""
        return self._suggest(word, language)

    def unknown_words(self, plan: Plan) -> Iterator[str]:
        """The words in the names of a plan's registers that no dictionary has; they are right all the same."""
        nothing = KnownWords()
        for name in register_names(plan):
            yield from (found.word for found in self.find(name, nothing))

    def _in_thai(self, word: SpellingWord, known: KnownWords) -> Iterator[Misspelling]:
        for start, end in self._find_unknown(word.text, known):
            if word.text[start:end] not in known:
                yield Misspelling(word.start + start, word.start + end, word.text[start:end], "th")

    def _find_unknown(self, run: str, known: KnownWords) -> tuple[Span, ...]:
        """What is misspelt in a run; a known word that explains a stretch divides the run, and both sides are read anew."""
        found = self._find_in_run(run)
        if not found:
            return ()
        for start, end in (*known.places(run), *self._names.places(run)):
            if any(start < after and first < end for first, after in found):
                left = self._find_in_run(run[:start])
                right = self._find_unknown(run[end:], known)
                if len(left) + len(right) < len(found):
                    return (*left, *((end + first, end + after) for first, after in right))
        return found

    def _in_english(self, word: SpellingWord, known: KnownWords) -> Iterator[Misspelling]:
        if not self._is_english(word.text) and word.text not in known and word.text not in self._names:
            yield Misspelling(*word)

    def _look_up_english(self, word: str) -> bool:
        return self._english.spell(word.replace("’", "'"))

    def _look_up_suggestions(self, word: str, language: Language) -> tuple[str, ...]:
        if language == "th":
            return self._thai.suggest(word)
        return self._english.suggest(word.replace("’", "'"))[:MOST_SUGGESTIONS]


def load_speller() -> Speller:
    """The speller with the program's dictionaries, which are read once for all windows and plans of a process.

    Raises OSError when the program's own files are not there.
    """
    return _read_dictionaries(resource_path("dictionaries"))


@functools.cache
def _read_dictionaries(folder: Path) -> Speller:
    slips = dict(cast(tuple[str, str], line.split("\t")) for line in _lines(folder / "thai_slips.tsv"))
    thai = ThaiSpelling(_lines(folder / "thai_words.txt"), _lines(folder / "thai_plain_words.txt"), slips)
    english = hunspell.Hunspell("en_GB", hunspell_data_dir=str(folder), system_encoding="UTF-8")
    return Speller(thai, english, _lines(folder / "known_names.txt"))


def known_in_plan(speller: Speller, plan: Plan, ignored: Iterable[str] = ()) -> KnownWords:
    """All words to pass over in a plan: its own dictionary, the names in its registers, and those `ignored` for now."""
    return KnownWords((*known_words(plan), *speller.unknown_words(plan), *ignored))


def keep_word(editor: PlanEditor, word: str, language: Language) -> None:
    """Put a word into the plan's own dictionary; nothing happens when it is there."""
    editor.edit(N_("Add to the plan’s dictionary"), keep_known_word(editor.plan, word, language))


def _lines(path: Path) -> list[str]:
    """The entries of a list: one a line, comments after ``#``."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
