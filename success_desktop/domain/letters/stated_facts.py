"""The facts that letters state, as a plan, its office matters and an edition tell them; and which of them are lacking."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from success_desktop.domain.calendar_dates import DateStyle, date_text, parse_date
from success_desktop.domain.letters.figures import Reckoned, work_out
from success_desktop.domain.letters.letter import PLACE, FactBook, FactSpec, Letter, list_places
from success_desktop.domain.office import AuthorityKind, Edition, Office, Wordings
from success_desktop.domain.office_kinds import OFFICE_ID
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Wording
from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES, Language

DOTS = "……………………………"
"""What is printed in the place of a fact that nobody has told yet: room to write it by hand."""

_CLAUSE = ("ข้อ", "clause")
"""What an edition's clause is called in Thai, as it is kept, and in English."""


@dataclass(frozen=True, slots=True)
class AskedFact:
    """A fact that people can be asked for.

    `node_id` is the node that it is told at: that of the office matters, of the edition, or the plan's root; `field` the
    field there, "" where it is one of the facts. `texts` is what it says now, with a usual wording in place of none; `lacks`
    are the languages in which it says nothing; `letter_ids` the letters that state it.
    """

    name: str
    node_id: str
    source: Literal["plan", "office", "edition"]
    field: str
    type: Literal["text", "plain", "date"]
    label: Wording
    hint: Wording
    texts: Wordings
    lacks: tuple[Language, ...]
    letter_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactReader:
    """Reads facts for the letters of one edition: off the plan, its office matters, the edition, and what it adds up to."""

    book: FactBook
    plan: Plan
    office: Office
    authority: AuthorityKind
    edition: Edition
    reckoned: Reckoned

    def state(self, name: str, language: Language, style: DateStyle = "long") -> str:
        """A fact in words; "" when nobody has told it. Raises KeyError when the book has no such fact."""
        spec = self.book.facts[name]
        if spec.source == "computed":
            return work_out(name, self.plan, self.edition, self.reckoned, language)
        return self._told(name, spec, language, style) or self._usual(spec, language)

    def fill(self, wording: str, language: Language) -> str:
        """A wording with its places filled: dots where a fact is lacking."""

        def fill_place(found: re.Match[str]) -> str:
            name, style = found["name"], cast(DateStyle, found["style"] or "long")
            said = self.state(name, language, style)
            if not said and self.book.facts[name].source == "computed":
                return ""
            return found["before"] + (said or DOTS)

        return PLACE.sub(fill_place, wording)

    def ask(self, letters: Iterable[Letter]) -> list[AskedFact]:
        """The facts that these letters state and that people can tell, in the order of the book."""
        used: dict[str, list[str]] = {}
        for letter in letters:
            for name in dict.fromkeys(self._named_in(letter)):
                used.setdefault(name, []).append(letter.id)
        return [
            self._asked(name, spec, tuple(used[name]))
            for name, spec in self.book.facts.items()
            if name in used and spec.source != "computed"
        ]

    def _named_in(self, letter: Letter) -> Iterator[str]:
        """The facts that a letter names; those of a block that is left out for want of a fact do not count."""
        for block in letter.blocks_for(self.authority, self.edition.kind):
            if not block.only_with or self.is_known(block.only_with):
                for wording in block.wordings:
                    for name, _style in list_places(wording):
                        yield name

    def is_known(self, name: str) -> bool:
        """Whether a fact says anything in any language."""
        return any(self.state(name, language) for language in LANGUAGES)

    def _asked(self, name: str, spec: FactSpec, letter_ids: tuple[str, ...]) -> AskedFact:
        source = cast(Literal["plan", "office", "edition"], spec.source)
        nodes = {"plan": self.plan.root_id, "office": OFFICE_ID, "edition": self.edition.id}
        texts: dict[Language, str] = {
            language: text for language in LANGUAGES if (text := self.state(name, language))
        }
        lacks = tuple(language for language in LANGUAGES if language not in texts)
        return AskedFact(
            name,
            nodes[source],
            source,
            spec.field,
            spec.type,
            spec.label,
            spec.hint,
            texts,
            lacks,
            letter_ids,
        )

    def _told(self, name: str, spec: FactSpec, language: Language, style: DateStyle) -> str:
        told = self._read(name, spec)
        if isinstance(told, date):
            return date_text(told, language, style)
        if spec.type == "text":
            return told.get(language, "")
        plain = next((told[known] for known in LANGUAGES if told.get(known)), "")
        return _word_date(plain, language, style) if spec.type == "date" else plain

    def _read(self, name: str, spec: FactSpec) -> Wordings | date:
        if spec.source == "plan":
            root = self.plan.root
            return {language: root.text(spec.field, language) for language in LANGUAGES}
        if spec.source == "office":
            return self.office.facts.get(name, {})
        kept = getattr(self.edition, spec.field) if spec.field else None
        if isinstance(kept, str) and kept:
            return {"th": kept, "en": kept.replace(*_CLAUSE)}
        return cast("Wordings | date", kept or self.edition.facts.get(name, {}))

    def _usual(self, spec: FactSpec, language: Language) -> str:
        for usual in spec.usual:
            if usual.when.suits(self.authority, self.edition.kind):
                wording = usual.spoken(language)
                is_whole = all(self.state(name, language) for name, _style in list_places(wording))
                return self.fill(wording, language) if is_whole else ""
        return ""


def _word_date(text: str, language: Language, style: DateStyle) -> str:
    """A day that somebody typed, as documents print it; what is no day stays as it was typed."""
    try:
        day = parse_date(text)
    except UserError:
        return text
    return date_text(day, language, style) if day else ""
