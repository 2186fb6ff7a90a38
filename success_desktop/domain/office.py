"""Office matters of a plan: whose it is, how its documents are printed, in which editions it was adopted.

These are views for reading, taken off the nodes in which a plan holds them (domain.office_kinds); domain.office_edits
changes them. Editions are those of the regulation on local development plans (2548, amended 2559 and 2561).
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Literal, NamedTuple

from success_desktop.domain.office_kinds import FACT, OFFICE_ID
from success_desktop.domain.plan import Node, Plan
from success_desktop.i18n import LANGUAGES, Language

AuthorityKind = Literal["thesaban", "obt", "obj"]
"""A municipality (เทศบาล), a subdistrict authority (อบต.), a provincial one (อบจ.): who decides differs."""

EditionKind = Literal["first", "addition", "change", "correction"]
"""The plan's first edition; เพิ่มเติม, rows added; เปลี่ยนแปลง, substance changed; แก้ไข, mistakes corrected."""

Routing = Literal["", "addition", "change", "correction"]
Deed = Literal["", "coordination", "merged", "duplicate", "programme"]
"""What became of a row beside its wording: handed to coordination (ผ.02/2), merged into another row, found to be a duplicate
of one, moved to another budget programme."""

Wordings = Mapping[Language, str]
Facts = Mapping[str, Wordings]
"""What letters say of a plan or an edition, by the name of the place where they say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatSwitches:
    """How a plan's documents are printed. `font` "" is the person's usual one; `is_draft` prints a watermark."""

    language: Literal["th", "en", "both"] = "th"
    has_thai_digits: bool = False
    font: str = ""
    has_embedded_font: bool = False
    paper: Literal["A4", "F4", "A3"] = "A4"
    is_draft: bool = False
    shows_alignment: bool = True
    names_authors: bool = False


class PrintedPlace(NamedTuple):
    """Where a row stood in the printed book of an edition: the form, the page, and the number printed beside it."""

    form: str
    page: int
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowNote:
    """What an edition records of one row: why it differs, to which kind of edition a person assigned it (and why), its deed.

    `other_id` is the row or programme that the deed refers to.
    """

    id: str
    row_id: str
    reason: Wordings = field(default_factory=dict)
    routed: Routing = ""
    routing_reason: str = ""
    deed: Deed = ""
    other_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An edition of a plan: `number` in the fiscal or calendar year `year_be` (Buddhist Era), both 0 for a first one.

    `clause` is what the announcement cites; `base_id` the edition that it amends. Adopting sets `revision_id`, `adopted_on`,
    the form set (`form_set_text`, YAML), the number of the book's `first_page` and the `places` of rows by id: what its
    book needs to print again as it was.
    """

    id: str
    kind: EditionKind = "first"
    number: int = 0
    year_be: int = 0
    clause: str = ""
    reasons: Wordings = field(default_factory=dict)
    base_id: str = ""
    revision_id: str = ""
    adopted_on: date | None = None
    announced_on: date | None = None
    form_set_text: str = ""
    first_page: int = 1
    places: Mapping[str, PrintedPlace] = field(default_factory=dict)
    facts: Facts = field(default_factory=dict)
    notes: tuple[RowNote, ...] = ()

    @property
    def is_adopted(self) -> bool:
        """Whether a revision has been frozen as this edition."""
        return bool(self.revision_id)

    def note(self, row_id: str) -> RowNote | None:
        """What is recorded of a row; None when nothing is."""
        return next((note for note in self.notes if note.row_id == row_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """All office matters. `form_set` is an id, "" for the set that suits; `form_set_text` the plan's own set (YAML)."""

    authority: AuthorityKind = "thesaban"
    form_set: str = ""
    form_set_text: str = ""
    switches: FormatSwitches = FormatSwitches()
    facts: Facts = field(default_factory=dict)
    editions: tuple[Edition, ...] = ()

    @property
    def adopted(self) -> tuple[Edition, ...]:
        """The editions in force, in the order of their adoption: each amends the one before it.

        Those that amend none of them (two copies of a plan were merged) come last.
        """
        adopted = [edition for edition in self.editions if edition.is_adopted]
        amending = {edition.base_id: edition for edition in reversed(adopted)}
        in_order: dict[str, Edition] = {}
        last_id = ""
        while last_id in amending and amending[last_id].id not in in_order:
            edition = amending[last_id]
            in_order[edition.id] = edition
            last_id = edition.id
        return (*in_order.values(), *(edition for edition in adopted if edition.id not in in_order))

    @property
    def open_edition(self) -> Edition | None:
        """The newest edition that is still being prepared; None when there is none."""
        return next((edition for edition in reversed(self.editions) if not edition.is_adopted), None)

    def edition(self, edition_id: str) -> Edition:
        """The edition of that id. Raises KeyError when there is none."""
        for edition in self.editions:
            if edition.id == edition_id:
                return edition
        raise KeyError(edition_id)


NO_OFFICE = Office()

_SWITCHES = tuple(item.name for item in fields(FormatSwitches))
_PLAIN_SWITCHES = ("language", "font", "paper")
_PLAIN_OF_EDITION = ("kind", "clause", "base_id", "revision_id", "form_set_text")
_PLAIN_OF_NOTE = ("row_id", "routed", "routing_reason", "deed", "other_id")
"""What a view tells in the very word that its node keeps."""


def read_office(plan: Plan) -> Office:
    """The office matters of a plan; the usual ones where none have been told."""
    if OFFICE_ID not in plan.nodes:
        return NO_OFFICE
    node = plan.nodes[OFFICE_ID]
    return Office(
        switches=_switches(node),
        facts=_facts(node),
        editions=tuple(_edition(plan, child) for child in plan.children_of(OFFICE_ID)),
        **_plain(node, ("authority", "form_set", "form_set_text")),
    )


def write_places(places: Mapping[str, PrintedPlace]) -> str:
    """Printed places as the one word in which an edition keeps them."""
    return json.dumps({row_id: list(place) for row_id, place in sorted(places.items())}, ensure_ascii=False)


def _switches(node: Node) -> FormatSwitches:
    flags: dict[str, Any] = {
        name: True for name in _SWITCHES if name not in _PLAIN_SWITCHES and node.word(name) == "yes"
    }
    if node.word("shows_alignment") == "no":
        flags["shows_alignment"] = False
    return FormatSwitches(**flags, **_plain(node, _PLAIN_SWITCHES))


def _edition(plan: Plan, node: Node) -> Edition:
    return Edition(
        id=node.id,
        number=int(node.word("number") or 0),
        year_be=int(node.word("year_be") or 0),
        reasons=_wordings(node, "reasons"),
        adopted_on=_day(node, "adopted_on"),
        announced_on=_day(node, "announced_on"),
        first_page=int(node.word("first_page") or 1),
        places=_places(node.word("places")),
        facts=_facts(node),
        notes=tuple(_note(child) for child in plan.children_of(node.id)),
        **_plain(node, _PLAIN_OF_EDITION),
    )


def _note(node: Node) -> RowNote:
    return RowNote(id=node.id, reason=_wordings(node, "reason"), **_plain(node, _PLAIN_OF_NOTE))


def _places(text: str) -> dict[str, PrintedPlace]:
    return {row_id: PrintedPlace(*place) for row_id, place in json.loads(text).items()} if text else {}


def _facts(node: Node) -> dict[str, Wordings]:
    return {name.removeprefix(FACT): _wordings(node, name) for name in node.fields if name.startswith(FACT)}


def _plain(node: Node, names: Iterable[str]) -> dict[str, Any]:
    return {name: word for name in names if (word := node.word(name))}


def _day(node: Node, name: str) -> date | None:
    word = node.word(name)
    return date.fromisoformat(word) if word else None


def _wordings(node: Node, name: str) -> dict[Language, str]:
    return {language: text for language in LANGUAGES if (text := node.text(name, language))}
