"""Which part of which field a printed value stands for, and how what came back reads as the plan would hold it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from success_desktop.documents.returned.sendings import Sending
from success_desktop.documents.returned.sent_map import SentText
from success_desktop.documents.returned.value_places import Target
from success_desktop.documents.word_xml import drop_forbidden, split_paragraphs
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import FieldSpec
from success_desktop.domain.thai_digits import arabic_digits
from success_desktop.domain.values import SINGLE_MONEY, FieldType, money_part
from success_desktop.i18n import LANGUAGES, Language

HomeSort = Literal["text", "value", "computed"]
"""A wording; a number, date, choice or reference; what the program computes or gathers from elsewhere."""

_SIMPLE_PARTS: Mapping[FieldType, str] = {
    "word": "",
    "choice": "",
    "number": "",
    "fiscal_year": "",
    "date": "",
    "money": SINGLE_MONEY,
    "reference": "",
}


@dataclass(frozen=True, slots=True)
class Home:
    """A part of a field as it was sent: `printed` as on the page, `seen` as the plan held it (numbers: as printed).

    `mark` stands in front of a text that was printed for want of a translation into `language`, the document's.
    """

    node_id: str
    field: str
    part: str
    sort: HomeSort
    printed: str
    seen: str
    mark: str = ""
    language: Language = "th"
    has_thai_digits: bool = False


class _Asked(NamedTuple):
    """A value whose home is looked for: whose, of which column or field (with its year), as it was sent."""

    node_id: str
    source: str
    language: str
    text: SentText


class HomeFinder:
    """Finds the homes of what was sent. `plan` is that of the revision sent, or the nearest to it that there is."""

    def __init__(self, sending: Sending, plan: Plan) -> None:
        self._sent = sending.sent
        self._plan = plan
        self._languages: tuple[Language, ...] = (
            ("en",)
            if sending.sent.language == "en"
            else LANGUAGES
            if sending.sent.language == "both"
            else ("th",)
        )

    def homes_of(self, target: Target) -> tuple[Home, ...]:
        """The homes of a value, one for each text printed in its place: two where a cell holds both languages."""
        return tuple(self._home(asked) for asked in self._asked(target))

    def printed(self, target: Target) -> str:
        """A value as it was sent, all of what stands in its place."""
        return "\n".join([as_printed(asked.text.shown) for asked in self._asked(target)])

    def _asked(self, target: Target) -> Iterator[_Asked]:
        if target.column < 0:
            field = self._sent.field_by_name[target.name]
            yield _Asked(field.node_id, field.field, field.language, field.value)
            return
        table, row = self._sent.row_by_name[target.name]
        texts = row.cells[target.column] or (SentText("", self._languages[0]),)
        for text in texts:
            language = self._languages[0] if text.mark else text.language
            yield _Asked(row.node_id, table.sources[target.column], language, text)

    def _home(self, asked: _Asked) -> Home:
        printed = as_printed(asked.text.shown)
        field, _colon, year = asked.source.partition(":")
        node = self._plan.nodes.get(asked.node_id)
        spec = self._plan.template.kind(node.kind).fields.get(field) if node else None
        language: Language = (
            "en" if asked.language == "en" else "th" if asked.language == "th" else self._languages[0]
        )
        if node is None or spec is None:
            return Home(asked.node_id, field if node is None else "", "", "computed", printed, printed)
        if spec.type == "text":
            return self._text_home(node, field, asked.text, language)
        part = _part_of_value(node, (field, spec), year)
        if part is None:
            return Home(node.id, field, "", "computed", printed, printed)
        return Home(node.id, field, part, "value", printed, printed, "", language, self._sent.has_thai_digits)

    def _text_home(self, node: Node, field: str, text: SentText, language: Language) -> Home:
        part = text.language if text.mark else language
        held = node.text(field, "en" if part == "en" else "th")
        printed = as_printed(text.shown)
        has_thai_digits = self._sent.has_thai_digits and part != "en"
        body = as_printed(text.text)
        seen = held if len(as_printed(held)) == len(body) else body
        return Home(node.id, field, part, "text", printed, seen, text.mark, language, has_thai_digits)


def _part_of_value(node: Node, field: tuple[str, FieldSpec], year: str) -> str | None:
    """The part that a printed value stands for; None for a sum.

    That is the year alone where its money comes from several sources of funds, or there is none yet.
    """
    name, spec = field
    if not year:
        return _SIMPLE_PARTS.get(spec.type)
    if spec.type == "yearly_number":
        return year
    sources = [source for year_be, source in node.yearly_money(name) if year_be == int(year)]
    return money_part(int(year), sources[0]) if len(sources) == 1 else year


def as_printed(text: str) -> str:
    """A text as the writer puts it on the page: lines parted by newlines, without what no file can hold."""
    return "\n".join(split_paragraphs(drop_forbidden(text)))


def as_held(home: Home, text: str) -> tuple[str, str]:
    """The part that a text of a file belongs to and how the plan would hold it.

    Digits of the document become those of the plan where nothing was altered; what was typed anew gets Arabic ones. A
    stand-in that was rewritten in the document's own language is a translation into that.
    """
    if home.sort != "text":
        return home.part, arabic_digits(text).strip()
    text = _without_blank_edges(home.printed, text)
    if not home.mark:
        return home.part, _carry_back(home.printed, home.seen, text, home.has_thai_digits)
    body = text.removeprefix(home.mark).removeprefix(" ")
    printed = home.printed.removeprefix(f"{home.mark} ")
    if not body or is_mostly(body, home.part):
        return home.part, _carry_back(printed, home.seen, body, home.has_thai_digits)
    return home.language, arabic_digits(body) if home.has_thai_digits else body


def _without_blank_edges(printed: str, text: str) -> str:
    """A text without blank paragraphs before and behind it, unless it was sent with such."""
    if not printed.startswith("\n"):
        text = text.lstrip("\n")
    return text if printed.endswith("\n") else text.rstrip("\n")


def is_mostly(text: str, language: str) -> bool:
    """Whether most letters of a text are of the script that a language is written in."""
    thai = sum("\u0e01" <= letter <= "\u0e4e" for letter in text)
    latin = sum(letter.isascii() and letter.isalpha() for letter in text)
    return thai >= latin if language == "th" else latin >= thai


def _carry_back(printed: str, seen: str, text: str, has_thai_digits: bool) -> str:
    if text == printed:
        return seen
    if printed == seen and not has_thai_digits:
        return text
    if len(printed) != len(seen):
        return arabic_digits(text) if has_thai_digits else text
    # Read when first needed: it costs the start of the program a thirtieth of a second.
    from rapidfuzz.distance import Indel

    pieces = []
    for code in Indel.opcodes(printed, text):
        if code.tag == "equal":
            pieces.append(seen[code.src_start : code.src_end])
        elif code.tag == "insert":
            typed = text[code.dest_start : code.dest_end]
            pieces.append(arabic_digits(typed) if has_thai_digits else typed)
    return "".join(pieces)
