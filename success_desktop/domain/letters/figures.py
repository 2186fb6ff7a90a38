"""What letters state that nobody types: years, counts, sums in figures and in words, the name of the edition."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple

from success_desktop.domain.amounts import format_baht
from success_desktop.domain.amounts_in_words import baht_in_words
from success_desktop.domain.calendar import year_text, years_text
from success_desktop.domain.office import Edition, EditionKind
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import Wording
from success_desktop.domain.totals import total_of_nodes
from success_desktop.i18n import Language

_KINDS: Mapping[EditionKind, Wording] = {
    "first": Wording(th="", en=""),
    "addition": Wording(th="เพิ่มเติม", en="Addition"),
    "change": Wording(th="เปลี่ยนแปลง", en="Change"),
    "correction": Wording(th="แก้ไข", en="Correction"),
}
_MUNICIPALITY = "เทศบาล"
_RANKS: Mapping[str, str] = {"ทต.": "ตำบล", "ทม.": "เมือง", "ทน.": "นคร"}
"""The rank of a municipality by the abbreviation that its name may begin with."""

PROJECT = "project"
"""The kind of node that is counted."""


class Reckoned(NamedTuple):
    """What an edition adds up to: how many projects it holds, and their budgets over all years in baht."""

    project_count: int
    total_baht: Decimal


def reckon(plan: Plan, nodes: Iterable[Node] | None = None) -> Reckoned:
    """Count the projects among `nodes` (default: all of the plan) and add up their budgets."""
    projects = [node for node in (plan.walk() if nodes is None else nodes) if node.kind == PROJECT]
    return Reckoned(len(projects), total_of_nodes(plan, projects).total_baht)


def edition_title(edition: Edition, language: Language) -> str:
    """An edition as titles name it: “เพิ่มเติม ครั้งที่ 2/2568”, “Addition No. 2/2025”; "" for the first."""
    name = _KINDS[edition.kind].spoken(language)
    if not name or not edition.number:
        return name
    year = f"/{year_text(edition.year_be, language)}" if edition.year_be else ""
    return f"{name} {'ครั้งที่' if language == 'th' else 'No.'} {edition.number}{year}"


class _Asked(NamedTuple):
    """What is worked on."""

    plan: Plan
    edition: Edition
    reckoned: Reckoned
    language: Language


def _municipality(asked: _Asked) -> str:
    """The name of a municipality without its first word, as titles of office go on: นายก + เทศมนตรี + เมืองตัวอย่าง."""
    name = asked.plan.root.text("organisation", asked.language)
    if asked.language != "th":
        return name
    for short, rank in _RANKS.items():
        if name.startswith(short):
            return rank + name.removeprefix(short).lstrip()
    return name.removeprefix(_MUNICIPALITY)


def _years(asked: _Asked) -> str:
    years = asked.plan.years()
    return years_text(years[0], years[-1], asked.language)


FIGURES: Mapping[str, Callable[[_Asked], str]] = {
    "years": _years,
    "first_year": lambda asked: year_text(asked.plan.years()[0], asked.language),
    "last_year": lambda asked: year_text(asked.plan.years()[-1], asked.language),
    "project_count": lambda asked: f"{asked.reckoned.project_count:,}",
    "total_baht": lambda asked: format_baht(asked.reckoned.total_baht),
    "total_words": lambda asked: baht_in_words(asked.reckoned.total_baht, asked.language),
    "edition_title": lambda asked: edition_title(asked.edition, asked.language),
    "edition_kind": lambda asked: _KINDS[asked.edition.kind].spoken(asked.language),
    "municipality": _municipality,
}
"""The facts that are worked out, by name."""


def work_out(name: str, plan: Plan, edition: Edition, reckoned: Reckoned, language: Language) -> str:
    """A fact that is worked out, in words. Raises KeyError when nothing of that name is."""
    return FIGURES[name](_Asked(plan, edition, reckoned, language))
