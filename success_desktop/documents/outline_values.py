"""The values of a plan in the words, digits and calendars of a document's language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from success_desktop.documents.outline_blocks import DocumentLanguage, Phrase, Phrases
from success_desktop.domain.amounts import format_baht, format_number
from success_desktop.domain.calendar import year_text
from success_desktop.domain.calendar_dates import date_text
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import FieldSpec, Wording
from success_desktop.domain.thai_digits import thai_digits
from success_desktop.domain.totals import add_by_year
from success_desktop.domain.values import FieldType
from success_desktop.i18n import LANGUAGES, N_, Language, translate

_LANGUAGE_MARKS: Mapping[Language, str] = {"th": N_("[Thai]"), "en": N_("[English]")}
_WITHOUT_LANGUAGE: frozenset[FieldType] = frozenset(("word", "number", "money"))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A field to be worded: whose, which, in which language, and whether space is short (`is_brief`)."""

    node: Node
    field: str
    spec: FieldSpec
    language: Language
    is_brief: bool


class PlanWording:
    """Words the values of one plan for one document. Phrases are empty where the plan is blank."""

    def __init__(self, plan: Plan, language: DocumentLanguage, *, has_thai_digits: bool) -> None:
        self.plan = plan
        self.languages: tuple[Language, ...] = LANGUAGES if language == "both" else (language,)
        self.has_thai_digits = has_thai_digits and language != "en"
        self._writers: Mapping[FieldType, Callable[[_Asked], str]] = {
            "word": lambda asked: asked.node.word(asked.field),
            "choice": _write_choice,
            "number": lambda asked: format_number(asked.node.number(asked.field), blank=""),
            "fiscal_year": _write_year,
            "date": _write_date,
            "money": lambda asked: format_baht(asked.node.money(asked.field), blank=""),
            "reference": self._write_references,
            "yearly_number": _write_yearly_numbers,
            "yearly_money": _write_yearly_money,
        }

    @property
    def is_bilingual(self) -> bool:
        """Whether the document prints Thai and English side by side."""
        return len(self.languages) > 1

    def phrase(self, text: str, language: Language | Literal[""] = "", mark: str = "") -> Phrase:
        """`text` in the digits of the document; English text keeps its own."""
        converts = self.has_thai_digits and language != "en"
        return Phrase(thai_digits(text) if converts else text, language, mark)

    def word(self, wording: Wording, language: Language, **places: str) -> Phrase:
        """A wording of the template with its places such as ``{count}`` filled; unknown places stay as they are."""
        text = wording.spoken(language)
        for name, value in places.items():
            text = text.replace(f"{{{name}}}", value)
        return self.phrase(text, language)

    def say(self, message: str, language: Language, **places: object) -> Phrase:
        """A catalogue entry in a language of the document."""
        return self.phrase(translate(message, language).format(**places), language)

    def text(self, node: Node, field: str, language: Language) -> Phrase:
        """A text field in `language`. Where it is missing, a document in one language prints the other's, marked."""
        return self.wording({known: node.text(field, known) for known in LANGUAGES}, language)

    def wording(self, wordings: Mapping[Language, str], language: Language) -> Phrase:
        """A text that has a wording in each language, as `text` prints a field."""
        if own := wordings.get(language, ""):
            return self.phrase(own, language)
        other: Language = "en" if language == "th" else "th"
        substitute = "" if self.is_bilingual else wordings.get(other, "")
        if not substitute:
            return Phrase("", language)
        return self.phrase(substitute, other, translate(_LANGUAGE_MARKS[other], language))

    def value(self, node: Node, field: str, language: Language, *, is_brief: bool = False) -> Phrase:
        """A field of any type in `language`; `is_brief` (in tables) prefers short dates and the short names of agencies."""
        spec = self.plan.template.field(node.kind, field)
        if spec.type == "text":
            return self.text(node, field, language)
        text = self._writers[spec.type](_Asked(node, field, spec, language, is_brief))
        if spec.type == "reference":
            return Phrase(text, language)  # each name has its digits already: English ones keep their own
        return self.phrase(text, "" if spec.type in _WITHOUT_LANGUAGE else language)

    def values(self, node: Node, field: str) -> Phrases:
        """A field as a cell prints it: in each language of the document, blanks left out."""
        phrases = [self.value(node, field, language, is_brief=True) for language in self.languages]
        if phrases[0].language == "":
            phrases = phrases[:1]
        return tuple(phrase for phrase in phrases if phrase.text)

    def _write_references(self, asked: _Asked) -> str:
        targets = (self.plan.nodes[target_id] for target_id in asked.node.links(asked.field))
        names = (self._name_of(target, asked) for target in targets)
        return "\n".join(name for name in names if name)

    def _name_of(self, target: Node, asked: _Asked) -> str:
        """The name of a node linked to; one in the other language with its mark before it."""
        if asked.is_brief and (short := target.text("short_name", asked.language)):
            return self.phrase(short, asked.language).text
        name = self.text(target, "name", asked.language)
        return f"{name.mark} {name.text}" if name.mark else name.text


def _write_choice(asked: _Asked) -> str:
    option = asked.node.word(asked.field)
    return asked.spec.options[option].spoken(asked.language) if option in asked.spec.options else option


def _write_year(asked: _Asked) -> str:
    year_be = asked.node.year(asked.field)
    return "" if year_be is None else year_text(year_be, asked.language)


def _write_date(asked: _Asked) -> str:
    day = asked.node.day(asked.field)
    return "" if day is None else date_text(day, asked.language, "short" if asked.is_brief else "long")


def _write_yearly_numbers(asked: _Asked) -> str:
    numbers = asked.node.yearly_numbers(asked.field)
    return _write_by_year({year: format_number(numbers[year]) for year in sorted(numbers)}, asked.language)


def _write_yearly_money(asked: _Asked) -> str:
    amounts: dict[int, Decimal] = {}
    add_by_year(amounts, asked.node.parts(asked.field))
    return _write_by_year({year: format_baht(amounts[year]) for year in sorted(amounts)}, asked.language)


def _write_by_year(values: Mapping[int, str], language: Language) -> str:
    return "\n".join(f"{year_text(year_be, language)}: {value}" for year_be, value in values.items())
