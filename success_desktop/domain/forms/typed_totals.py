"""Sums that somebody has typed into a summary form, checked against what the rows of the plan add up to."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

from success_desktop.domain.forms.form_set import LevelSpec
from success_desktop.domain.forms.resolved import Figure, FormGroup, ResolvedForm
from success_desktop.domain.forms.summary import Figures, add_figures, figures_of_groups
from success_desktop.domain.thai_search import search_key
from success_desktop.i18n import LANGUAGES

_NUMBERING = re.compile(r"(?:ที่)?[\s:]*(?:\(?\d+(?:\.\d+)*\)?[.)]?|[-–•])?[\s:]*")
_GRAND = ("รวมทั้งสิ้น", "รวมทั้งหมด", "ยอดรวม", "grand total")
_SUM = (*_GRAND, "รวม", "total", "subtotal", "sum")


What = Literal["count", "baht"]


@dataclass(frozen=True, slots=True)
class TypedFigure:
    """A typed pair: how many rows, and baht. A blank cell beside others is nought; None: no column, or no figure."""

    count: Decimal | None = None
    baht: Decimal | None = None


@dataclass(frozen=True, slots=True)
class TypedLine:
    """A line of a typed summary.

    `row` is its row in the file (from 1); its figures stand by fiscal year (Buddhist Era) and over all years.
    """

    row: int
    label: str
    by_year: Mapping[int, TypedFigure]
    all_years: TypedFigure = TypedFigure()

    @property
    def has_figures(self) -> bool:
        """Whether anything but the label is typed."""
        return any(pair != TypedFigure() for pair in (*self.by_year.values(), self.all_years))


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A typed figure that is not what the rows add up to. `year_be` is None for the one over all years.

    `label` is that of the line; a sum such as รวม has the name of what it sums behind it.
    """

    row: int
    label: str
    year_be: int | None
    what: What
    typed: Decimal
    computed: Decimal


@dataclass(frozen=True, slots=True)
class TotalsCheck:
    """What a check found: how many figures agree, and which do not.

    `unknown` are typed lines with figures that are no group of the plan; `missing` the groups of the plan with money that no
    line names, of the levels that the summary lists.
    """

    agreeing: int
    disagreements: tuple[Disagreement, ...]
    unknown: tuple[TypedLine, ...]
    missing: tuple[FormGroup, ...]


def check_typed_totals(form: ResolvedForm, lines: Iterable[TypedLine]) -> TotalsCheck:
    """Compare a typed summary, line by line from the top, with a summary form filled by the plan.

    Lines are told by their names, whatever numbers and words such as แผนงาน stand before them; one name under several groups
    is that of the group whose lines it stands among.
    """
    checker = _Checker(form)
    for line in lines:
        checker.take(line)
    return TotalsCheck(
        checker.agreeing,
        tuple(checker.disagreements),
        tuple(checker.unknown),
        tuple(checker.missing()),
    )


@dataclass(slots=True)
class _Checker:
    """Goes down a typed summary."""

    form: ResolvedForm
    agreeing: int = 0
    disagreements: list[Disagreement] = field(default_factory=list)
    unknown: list[TypedLine] = field(default_factory=list)
    _groups: dict[tuple[str, ...], tuple[FormGroup, Figures]] = field(init=False)
    _by_name: dict[str, list[FormGroup]] = field(init=False)
    _words: tuple[str, ...] = field(init=False)
    _open: FormGroup | None = None
    _seen: set[tuple[str, ...]] = field(default_factory=set)

    def __post_init__(self) -> None:
        words = set(_words_of(self.form.form_set.levels.values()))
        self._words = tuple(sorted(words, key=len, reverse=True))
        self._groups = figures_of_groups(self.form)
        self._by_name = {}
        for group, _figures in self._groups.values():
            for name in {self._name_key(text) for text in group.texts.values()}:
                self._by_name.setdefault(name, []).append(group)

    def take(self, line: TypedLine) -> None:
        """Compare the next line."""
        key = search_key(" ".join(line.label.split()))
        if group := self._find(line.label):
            self._open = group
            self._seen.add(group.key)
            self._compare(line, self._groups[group.key][1])
        elif key.startswith(_SUM):
            closed = None if key.startswith(_GRAND) else self._summed(key)
            if closed is None:
                self._compare(line, add_figures(self.form, self.form.rows))
            else:
                named = replace(line, label=f"{line.label} {_name_of(closed)}")
                self._compare(named, self._groups[closed.key][1])
        elif line.has_figures:
            self.unknown.append(line)

    def missing(self) -> Iterator[FormGroup]:
        """The groups with money that no line has named, of the levels of which lines have."""
        levels = {self._groups[key][0].level for key in self._seen}
        for group, (_by_year, all_years) in self._groups.values():
            if group.level in levels and group.key not in self._seen and all_years.baht:
                yield group

    def _find(self, label: str) -> FormGroup | None:
        """The group of that name: not named before if possible, then sharing most outer groups with the line before."""
        candidates = self._by_name.get(self._name_key(label), [])
        if not candidates:
            return None
        around = self._open.key if self._open else ()
        return max(candidates, key=lambda group: (group.key not in self._seen, _shared(group.key, around)))

    def _summed(self, key: str) -> FormGroup | None:
        """The group that a line such as รวม closes: the one it names, else the open one at a level that ends with a sum."""
        word = next(word for word in _SUM if key.startswith(word))
        if named := self._find(key.removeprefix(word)):
            return named
        if self._open is None:
            return None
        ending = self.form.subtotals[-1] if self.form.subtotals else self.form.levels[0]
        key_of_closed = self._open.key[: self.form.levels.index(ending) + 1]
        return self._groups[key_of_closed][0]

    def _compare(self, line: TypedLine, computed: Figures) -> None:
        if not line.has_figures:
            return
        by_year, all_years = computed
        pairs: list[tuple[int | None, TypedFigure, Figure]] = [
            (year_be, typed, by_year.get(year_be, Figure())) for year_be, typed in line.by_year.items()
        ]
        pairs.append((None, line.all_years, all_years))
        for year_be, typed, figure in pairs:
            self._compare_one(line, year_be, "count", typed.count, Decimal(figure.count))
            self._compare_one(line, year_be, "baht", typed.baht, figure.baht)

    def _compare_one(
        self, line: TypedLine, year_be: int | None, what: What, typed: Decimal | None, computed: Decimal
    ) -> None:
        if typed is None:
            return
        if typed == computed:
            self.agreeing += 1
        else:
            self.disagreements.append(Disagreement(line.row, line.label, year_be, what, typed, computed))

    def _name_key(self, text: str) -> str:
        """What a name is known by: its search key without numbering and without the words of the levels before it."""
        key = search_key(" ".join(text.split()))
        while True:
            bare = _NUMBERING.sub("", key, count=1)
            bare = next((bare.removeprefix(word) for word in self._words if bare.startswith(word)), bare)
            if bare == key:
                return key.replace(" ", "")
            key = bare


def _name_of(group: FormGroup) -> str:
    return f"{group.number} {next(iter(group.texts.values()), '')}".strip()


def _shared(key: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many groups, from the outermost, two groups have in common."""
    same = 0
    for own, met in zip(key, other, strict=False):
        if own != met:
            break
        same += 1
    return same


def _words_of(levels: Iterable[LevelSpec]) -> Iterator[str]:
    """The words that stand before names of groups, as search keys."""
    for spec in levels:
        for wording in (spec.word, spec.name, spec.label):
            for language in LANGUAGES:
                before = search_key(wording.spoken(language).partition("{number}")[0])
                if word := before.strip(" :.()").removesuffix("ที่"):
                    yield word
