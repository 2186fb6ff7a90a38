"""The cells of a row become values of a project's fields; what cannot is refused with a reason and kept as a note."""

import functools
from collections.abc import Collection
from dataclasses import dataclass, field
from decimal import Decimal

from success_desktop.documents.tables_in_cells import Cell, cell_text, column_letter
from success_desktop.documents.tables_in_groups import group_key
from success_desktop.documents.tables_in_head import ColumnHead
from success_desktop.documents.tables_in_names import LEVELS, NAME, NUMBER, SOURCE, TOTAL, budget_year
from success_desktop.documents.tables_in_rows import Groups, ProjectLine
from success_desktop.domain.amounts import parse_baht
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import FieldSpec
from success_desktop.domain.values import Parts, money_part
from success_desktop.errors import UserError
from success_desktop.i18n import N_, Language, translate
from success_desktop.services.importing_nodes import name_key, register_kind
from success_desktop.services.importing_preview import LEVEL_NAMES, RefusedCell

NOTE = "note"
_FLOAT_DECIMALS = 6


@dataclass(slots=True)
class ProjectDraft:
    """A project as a file gives it: parts by field, agencies by field as text, money in baht by fiscal year (B.E.)."""

    sheet: str
    row: int
    groups: Groups
    source: str
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    agencies: dict[str, str] = field(default_factory=dict)
    by_year: dict[int, Decimal] = field(default_factory=dict)
    typed_total: Decimal | None = None
    refused: list[RefusedCell] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def name(self, language: Language) -> str:
        """Its name, in `language` if it has one in that."""
        names = self.texts.get(NAME, {})
        return names.get(language) or next(iter(names.values()), "")

    def keep_groups(self, levels: Collection[str], language: Language) -> None:
        """Keep the names of groups of some levels, which the plan has no place for, in the project's note."""
        names = [
            f"{translate(LEVEL_NAMES[group.level], language)}: {group.name}"
            for group in self.groups
            if group.level in levels and group.level not in self.words
        ]
        if names:
            notes = self.texts.setdefault(NOTE, {})
            notes[language] = "\n".join(filter(None, (notes.get(language, ""), *names)))

    def fields(self, budget_field: str) -> dict[str, Parts]:
        """Its fields but for the references to agencies."""
        money = {money_part(year_be, self.source): baht for year_be, baht in self.by_year.items()}
        words = {name: {"": word} for name, word in self.words.items()}
        return {**self.texts, **words, **({budget_field: money} if money else {})}


def read_baht(cell: Cell) -> Decimal | None:
    """The baht in a cell, None for none; a number that a spreadsheet computed may be off by less than a millionth.

    Raises UserError when the cell holds no amount.
    """
    return parse_baht(cell_text(round(cell, _FLOAT_DECIMALS) if isinstance(cell, float) else cell))


class ValueReader:
    """Reads rows for projects of one plan. Text goes to the `language` part of its field unless a head says otherwise."""

    def __init__(
        self, plan: Plan, kind: str, language: Language, *, has_unmapped_in_note: bool = False
    ) -> None:
        self._template = plan.template
        self._specs = plan.template.kind(kind).fields
        self._language = language
        self._has_unmapped_in_note = has_unmapped_in_note
        self._plan = plan
        self.budget_field = next(
            (name for name, spec in self._specs.items() if spec.type == "yearly_money"), ""
        )
        self._options = {
            name: _options_by_key(spec) for name, spec in self._specs.items() if spec.type == "choice"
        }
        self._sources = {
            key: source
            for source, wording in self._template.sources.items()
            for key in (name_key(source), name_key(wording.th), name_key(wording.en))
        }

    def can_use(self, column_field: str) -> bool:
        """Whether a column of this field has a place in the plan's projects."""
        name = column_field.partition(":")[0]
        if budget_year(column_field) is not None or column_field in (SOURCE, TOTAL):
            return bool(self.budget_field)
        return column_field in (NUMBER, *LEVELS) or self._can_hold(self._specs.get(name))

    def read(self, sheet: str, line: ProjectLine) -> ProjectDraft:
        """The project that a line describes."""
        draft = ProjectDraft(sheet, line.row, line.groups, self._template.default_source)
        for column in line.head.columns:
            if cells := line.cells.get(column.index):
                self._read_column(draft, column, cells)
        programme = next((group.name for group in line.groups if group.level == "programme"), "")
        if option := self._options.get("programme", {}).get(_option_key(programme)):
            draft.words["programme"] = option
        if draft.kept and NOTE in self._specs:
            notes = draft.texts.setdefault(NOTE, {})
            notes[self._language] = "\n".join(filter(None, (notes.get(self._language, ""), *draft.kept)))
        return draft

    def _read_column(self, draft: ProjectDraft, column: ColumnHead, cells: list[tuple[int, Cell]]) -> None:
        year_be = budget_year(column.field)
        text = "\n".join(cell_text(cell) for _row, cell in cells)
        if not self.can_use(column.field):
            if self._has_unmapped_in_note:
                draft.kept.append(_labelled(column, text))
        elif year_be is not None or column.field == TOTAL:
            for row, cell in cells:
                self._read_money(draft, column, row, cell)
        elif column.field == SOURCE:
            self._read_source(draft, column, cells[0][0], text)
        elif column.field not in (NUMBER, *LEVELS):
            self._read_field(draft, column, cells[0][0], text)

    def _read_money(self, draft: ProjectDraft, column: ColumnHead, row: int, cell: Cell) -> None:
        year_be = budget_year(column.field)
        try:
            baht = read_baht(cell)
        except UserError as reason:
            _refuse(draft, column, row, (cell_text(cell), reason))
            return
        if baht is None:
            return
        if year_be is None:
            draft.typed_total = baht
        elif year_be in draft.by_year:
            _refuse(
                draft,
                column,
                row,
                (cell_text(cell), UserError(N_("The project has an amount for this year already."))),
            )
        else:
            draft.by_year[year_be] = baht

    def _read_source(self, draft: ProjectDraft, column: ColumnHead, row: int, text: str) -> None:
        if source := self._sources.get(name_key(text)):
            draft.source = source
        else:
            reason = UserError(N_("“{text}” is not one of the plan's sources of funds."), text=text)
            _refuse(draft, column, row, (text, reason))

    def _read_field(self, draft: ProjectDraft, column: ColumnHead, row: int, text: str) -> None:
        name, _colon, language = column.field.partition(":")
        spec = self._specs[name]
        if spec.type == "text":
            parts = draft.texts.setdefault(name, {})
            part = language or self._language
            parts[part] = f"{parts[part]}\n{text}" if part in parts else text
        elif spec.type == "reference":
            draft.agencies[name] = text
        elif option := self._options[name].get(_option_key(text)):
            draft.words[name] = option
        else:
            _refuse(
                draft,
                column,
                row,
                (text, UserError(N_("“{text}” is not one of the choices of this field."), text=text)),
            )

    def _can_hold(self, spec: FieldSpec | None) -> bool:
        if spec is None:
            return False
        if spec.type == "reference":
            return (
                len(spec.kinds) == 1
                and bool(register_kind(self._plan, spec.kinds[0]))
                and spec.kinds[0] == "agency"
            )
        return spec.type in ("text", "choice")


def _refuse(draft: ProjectDraft, column: ColumnHead, row: int, refusal: tuple[str, UserError]) -> None:
    text, reason = refusal
    draft.refused.append(RefusedCell(draft.sheet, row, column_letter(column.index), text, reason))
    draft.kept.append(_labelled(column, text))


def _labelled(column: ColumnHead, text: str) -> str:
    """A text that is kept in a note, with the head of its column."""
    head = " ".join(column.text.split()) or column_letter(column.index)
    return f"{head}: {text}"


def _options_by_key(spec: FieldSpec) -> dict[str, str]:
    """The options of a choice by the keys of their ids and names."""
    return {
        _option_key(name): option
        for option, wording in spec.options.items()
        for name in (option, wording.th, wording.en)
    }


@functools.lru_cache(maxsize=1_024)
def _option_key(text: str) -> str:
    """What options are compared by. Programmes are written with or without แผนงาน and การ before their name."""
    return group_key("programme", text).removeprefix("การ")
