"""What is doubtful about a file: typed sums that are wrong, projects that are there twice."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from success_desktop.documents.tables_in_rows import Groups, TotalLine
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.totals import total_of_nodes
from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES, Language
from success_desktop.services.importing_nodes import name_key
from success_desktop.services.importing_preview import DuplicateName, WrongTotal
from success_desktop.services.importing_values import ProjectDraft, read_baht

_Signature = tuple[tuple[int, Decimal], ...]
_ALL_YEARS = 0
_Sums = dict[int, Decimal]
"""Baht by fiscal year (Buddhist Era), over all years under _ALL_YEARS."""


def check_row_total(draft: ProjectDraft, language: Language) -> Iterator[WrongTotal]:
    """The sum typed at the end of a project's row, when its years add up to another."""
    computed = sum(draft.by_year.values(), Decimal(0))
    if draft.typed_total is not None and draft.typed_total != computed:
        yield WrongTotal(draft.sheet, draft.row, draft.name(language), None, draft.typed_total, computed)


class SumChecker:
    """Follows a file from top to bottom and compares every typed sum with the projects that it may stand for.

    A label such as "รวม" does not say what it sums up: the rows since the last sum, a group, the sheet or the whole file.
    A sum is right when it fits any of them; else it is held against the one that it comes nearest to.
    """

    def __init__(self) -> None:
        self._of_file: _Sums = {}
        self._since_sum: _Sums = {}
        self._of_group: dict[Groups, _Sums] = {(): {}}

    def start_sheet(self) -> None:
        """Go on to the next sheet."""
        self._since_sum, self._of_group = {}, {(): {}}

    def add(self, draft: ProjectDraft) -> None:
        """Take the next project into account."""
        around = [draft.groups[:depth] for depth in range(len(draft.groups) + 1)]
        for sums in (
            self._of_file,
            self._since_sum,
            *(self._of_group.setdefault(group, {}) for group in around),
        ):
            for year_be, baht in draft.by_year.items():
                for year in (year_be, _ALL_YEARS):
                    sums[year] = sums.get(year, Decimal(0)) + baht

    def check(self, sheet: str, line: TotalLine) -> Iterator[WrongTotal]:
        """The amounts of a typed sum that are wrong."""
        typed = _typed_sums(line)
        around = [line.groups[:depth] for depth in range(len(line.groups), -1, -1)]
        scopes = [self._since_sum, *(self._of_group.get(group, {}) for group in around), self._of_file]
        self._since_sum = {}
        nearest = max(scopes, key=lambda sums: _closeness(typed, sums))
        for year, baht in typed.items():
            computed = nearest.get(year, Decimal(0))
            if baht != computed:
                yield WrongTotal(sheet, line.row, line.label, year or None, baht, computed)


def _closeness(typed: _Sums, computed: _Sums) -> tuple[int, Decimal]:
    """How well typed sums fit computed ones: how many are equal, then how few baht lie between the others."""
    differences = [abs(baht - computed.get(year, Decimal(0))) for year, baht in typed.items()]
    return differences.count(Decimal(0)), -sum(differences, Decimal(0))


def _typed_sums(line: TotalLine) -> _Sums:
    """The amounts of a sum that can be read."""
    sums: _Sums = {}
    for year, cell in (*line.by_year.items(), (_ALL_YEARS, line.total)):
        try:
            baht = read_baht(cell)
        except UserError:
            continue  # a remark in a line of sums: nothing to compare
        if baht is not None:
            sums[year] = baht
    return sums


class KnownProjects:
    """The projects that a plan has, by name, and by name, group and money."""

    def __init__(self, plan: Plan, kind: str) -> None:
        self._plan = plan
        self._same: dict[tuple[str | None, str, _Signature], list[str]] = {}
        self._taken: set[str] = set()
        self._named: dict[str, list[str]] = {}
        for node in plan.walk():
            if node.kind == kind:
                self._add(node)

    def take(self, parent_id: str | None, draft: ProjectDraft) -> bool:
        """Whether the plan has this project: the same name and yearly sums in the same group. Each answers for one row."""
        signature = _signature(draft.by_year)
        for name in draft.texts.get("name", {}).values():
            for node_id in self._same.get((parent_id, name_key(name), signature), ()):
                if node_id not in self._taken:
                    self._taken.add(node_id)
                    return True
        return False

    def duplicates(self, drafts: Sequence[ProjectDraft], language: Language) -> Iterator[DuplicateName]:
        """The names that several rows, or rows and projects of the plan, have in common."""
        families: dict[str, list[ProjectDraft]] = {}
        for draft in drafts:
            families.setdefault(name_key(draft.name(language)), []).append(draft)
        families.pop("", None)
        for key, family in families.items():
            existing = tuple(self._named.get(key, ()))
            if existing or len(family) > 1:
                rows = tuple((draft.sheet, draft.row) for draft in family)
                yield DuplicateName(family[0].name(language), rows, existing)

    def _add(self, node: Node) -> None:
        keys = {name_key(node.text("name", language)) for language in LANGUAGES} - {""}
        signature = _signature(total_of_nodes(self._plan, (node,)).by_year)
        for key in sorted(keys):
            self._named.setdefault(key, []).append(node.id)
            self._same.setdefault((node.parent_id, key, signature), []).append(node.id)


def _signature(by_year: Mapping[int, Decimal]) -> _Signature:
    return tuple(sorted(by_year.items()))
