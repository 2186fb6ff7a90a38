"""Random small plans for properties: of every shipped template, with the texts and budgets that are hardest to print."""

import itertools
import string
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from hypothesis import strategies as st

from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Seed
from tests.documents.word_plans import plan_of

GROUPS: dict[str, tuple[str, ...]] = {
    "success-strategic-plan": ("strategic_issue", "goal", "approach"),
    "ldp-2566-strategy": ("strategy", "tactic", "programme"),
    "ldp-2571-issue": ("development_issue",),
}
FORMS = {"success-strategic-plan": "projects", "ldp-2566-strategy": "p02", "ldp-2571-issue": "p02"}
FIRST_YEAR = {"success-strategic-plan": 2568, "ldp-2566-strategy": 2566, "ldp-2571-issue": 2571}

_PIECES = (
    "ที่ปี้", "น้ำ", "นํ้า", "กิ๊ก", "เมื่อ", "ฯลฯ", "ๆ", "🌧️", "👩🏽‍🚒", '<b> & "c" \'d\'', "]]>", "&amp;",
    "\n", "\n\n", "  ", "\t", "flood", "ลุ่มน้ำ " * 60, "\u200b", "\u00a0", "{title}", "{count}", "%s",
)  # fmt: skip
_LETTERS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Nd", "Nl", "No"]), max_size=8)
_NUMERALS = st.sampled_from(["2568", "๒๕๖๘", "1.5 ม.", "อีเมล water1@example.org", "ร้อยละ 80"])


_LANGUAGES = st.sampled_from([("th", "en"), ("th", "en"), ("th",), ("en",), ()])


class DrawnPlan(Plan):
    """A plan that a failing test shows in few words."""

    def __repr__(self) -> str:
        return f"{self.template.id}: {[(node.kind, node.fields) for node in self.walk() if node.fields]}"


class TextSource(NamedTuple):
    """Where the texts of a plan come from: a few drawn ones in turn, each made the only one of its kind by a token."""

    draw: st.DrawFn
    pool: Iterator[str]
    languages: Iterator[tuple[str, ...]]
    tokens: Iterator[str]

    def wording(self) -> dict[str, str]:
        """A text in Thai, in English, in both or in neither; like no other of the plan."""
        return {language: next(self.pool) + next(self.tokens) for language in next(self.languages)}


def _tokens() -> Iterator[str]:
    """Endings without a digit: qAA, qAB …"""
    return ("q" + "".join(pair) for pair in itertools.product(string.ascii_uppercase, repeat=2))


def texts(*, has_numerals: bool) -> st.SearchStrategy[str]:
    """Pieces of text joined; none with a digit in it unless `has_numerals`."""
    piece = st.one_of(st.sampled_from(_PIECES), _LETTERS, *([_NUMERALS] if has_numerals else []))
    return st.lists(piece, max_size=4).map("".join)


_BAHT = st.one_of(
    st.integers(0, 10**9).map(Decimal),
    st.integers(0, 10**9).map(lambda satang: Decimal(satang) / 100),
)


def _budgets(first_year: int) -> st.SearchStrategy[dict[int, dict[str, Decimal]]]:
    """Money of up to three sources in years of the plan, and now and then in one before or after it."""
    years = st.integers(first_year - 2, first_year + 6)
    return st.dictionaries(
        years,
        st.dictionaries(st.sampled_from(["ordinance", "codi", "loan"]), _BAHT, min_size=1, max_size=3),
        max_size=4,
    )


def _worded(source: TextSource, kind: str, *fields: str, children: tuple[Seed, ...] = ()) -> Seed:
    wordings = {field: source.wording() for field in fields}
    given = {field: wording for field, wording in wordings.items() if wording}
    return Seed(kind=kind, fields=given, children=children)


def _project(source: TextSource, first_year: int) -> Seed:
    indicators = source.draw(st.integers(0, 1))
    children = tuple(_worded(source, "indicator", "name", "unit", "verification") for _ in range(indicators))
    fields = ("name", "objective", "target", "kpi", "expected_result", "place", "note")
    seed = _worded(source, "project", *fields, children=children)
    money: dict[str, object] = {"budget": source.draw(_budgets(first_year))}
    return seed.model_copy(update={"fields": {**seed.fields, **money}})


def _groups(source: TextSource, kinds: tuple[str, ...], first_year: int) -> tuple[Seed, ...]:
    """One or two groups of the first of `kinds`, with those of the others below them, and up to three projects each."""
    if not kinds:
        return tuple(_project(source, first_year) for _ in range(source.draw(st.integers(0, 3))))
    count = source.draw(st.integers(1, 2))
    return tuple(
        _worded(source, kinds[0], "name", children=_groups(source, kinds[1:], first_year))
        for _ in range(count)
    )


@st.composite
def plans(draw: st.DrawFn, *, has_numerals: bool = False) -> DrawnPlan:
    """A plan of any shipped template. Each of its texts occurs in it once."""
    name = draw(st.sampled_from(sorted(GROUPS)))
    pool = draw(st.lists(texts(has_numerals=has_numerals), min_size=1, max_size=7))
    languages = draw(st.lists(_LANGUAGES, min_size=1, max_size=11))
    source = TextSource(draw, itertools.cycle(pool), itertools.cycle(languages), _tokens())
    first_year = FIRST_YEAR[name]
    below = _worded(source, "section", "name", "body")
    above = _worded(source, "section", "name", "body", children=(below,))
    part = draw(st.sampled_from(["context", "direction", "implementation", "monitoring"]))
    children = (
        above.model_copy(update={"fields": {**above.fields, "part": part}}),
        _worded(source, "vision", "name"),
        _worded(source, "mission", "name"),
        *_groups(source, GROUPS[name], first_year),
        Seed(kind="glossary", children=(_worded(source, "term", "name", "definition"),)),
    )
    root = _worded(source, "plan", "title", "organisation", "area", "edition", "notice")
    years = {"first_year": first_year, "last_year": first_year + 4}
    plan = plan_of(root.model_copy(update={"fields": {**root.fields, **years}, "children": children}), name)
    return DrawnPlan(plan.template, plan.nodes, plan.children, plan.root_id)
