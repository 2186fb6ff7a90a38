"""Telling the rows of a project table apart: projects, lines that name groups, typed sums, and what is none of these."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from success_desktop.documents.tables_in_cells import Cell, Sheet, SheetRow, cell_text
from success_desktop.documents.tables_in_groups import GroupLine, group_key, is_alignment, read_groups
from success_desktop.documents.tables_in_head import TableHead, find_heads
from success_desktop.documents.tables_in_names import LEVELS, NAME, NUMBER, TOTAL, ColumnNames, budget_year

Groups = tuple[GroupLine, ...]
"""The groups that a row belongs to, from the highest level to the lowest."""


@dataclass(slots=True)
class ProjectLine:
    """A project: its first row, its groups, and its cells by column, each with the row that it stands in.

    A column has several cells where a text goes on in rows of its own below the project's.
    """

    row: int
    head: TableHead
    groups: Groups
    cells: dict[int, list[tuple[int, Cell]]]
    last_row: int


@dataclass(frozen=True, slots=True)
class TotalLine:
    """A typed sum: its label and its amounts by fiscal year (Buddhist Era); `total` is that over all years."""

    row: int
    label: str
    groups: Groups
    by_year: Mapping[int, Cell]
    total: Cell


@dataclass(frozen=True, slots=True)
class OtherLine:
    """A row below the head that is no project, no group and no sum: a signature, a footnote."""

    row: int
    text: str


Line = ProjectLine | TotalLine | OtherLine


@dataclass(frozen=True, slots=True)
class ProjectTable:
    """What a sheet says: its heads (pages repeat them) and its lines from top to bottom."""

    sheet: str
    heads: tuple[TableHead, ...]
    lines: tuple[Line, ...]


def read_projects(
    sheet: Sheet, names: ColumnNames, mapping: Mapping[int, str] | None = None
) -> ProjectTable | None:
    """The table of projects of a sheet; None when the sheet has no head of one. `mapping`: see find_heads."""
    heads = find_heads(sheet, names, mapping)
    if not heads:
        return None
    reader = _Reader()
    following = iter(heads)
    head, coming = None, next(following, None)
    for row in sheet.rows:
        if coming is not None and row.number >= coming.first_row:
            head, coming = coming, next(following, None)
        if head is None:
            reader.read_title(row)
        elif row.number > head.last_row:
            reader.read(row, head)
    return ProjectTable(sheet.name, heads, tuple(reader.lines))


_STAMP = re.compile(r"(?:แบบ\s*)?ผ\s*\.?\s*[0๐]?[0-9๑-๙](?:\s*/\s*[0-9๐-๙])?")
_TOTAL_LABEL = re.compile(
    r"(?:ยอด)?รวม(?:$|[\s:.]|งบประมาณ|จำนวน|โครงการ|ทั้ง|เป็นเงิน|แผนงาน|กลยุทธ์|ยุทธศาสตร์|ประเด็น|เป้าประสงค์|แนวทาง|หน้า|[0-9๐-๙])"
    r"|ยอด(?:ยก|รวม)|(?:grand |sub-?)?total\b",
    re.IGNORECASE,
)
# In the column of numbers the mere word will do: nothing else can be meant.
_SUM_WORD = re.compile(r"รวม|ยอด|(?:grand |sub-?)?total\b", re.IGNORECASE)
_CARRIED = re.compile(r"ยอดยก|รวม\s*จำนวน\s*โครงการ|จำนวน\s*โครงการ|total number", re.IGNORECASE)
_LABEL_FIELDS = (NUMBER, NAME, *LEVELS, "")


@dataclass(slots=True)
class _Reader:
    """Reads rows one after the other, with the groups that hold for the next."""

    lines: list[Line] = field(default_factory=list)
    groups: dict[str, str] = field(default_factory=dict)
    head: TableHead | None = None
    fields: dict[int, str] = field(default_factory=dict)
    titles: set[str] = field(default_factory=set)

    def read_title(self, row: SheetRow) -> None:
        """Take the groups from a line above the first head; the rest are titles, which later pages may repeat."""
        for text in dict.fromkeys(_texts(row)):
            self._enter(read_groups(text))
            self.titles.add(text)

    def read(self, row: SheetRow, head: TableHead) -> None:
        if head is not self.head:
            self.head, self.fields = head, {column.index: column.field for column in head.columns}
        cells = {
            index: cell for index, cell in enumerate(row.cells) if not isinstance(cell, str) or cell.strip()
        }
        texts = _texts(row)
        is_line = len(set(texts)) == 1
        if is_line and (groups := read_groups(texts[0])):
            self._enter(groups)
        elif is_line and (texts[0] in self.titles or is_alignment(texts[0])):
            return
        elif label := self._total_label(cells):
            self._add_total(row.number, label, cells)
        elif self._is_project(cells):
            self._add_project(row.number, head, cells)
        elif not self._continue_project(row.number, cells) and not self._is_bare_number(cells):
            self.lines.append(OtherLine(row.number, " ".join(texts)))

    def _enter(self, groups: Sequence[GroupLine]) -> None:
        for level, name in groups:
            if group_key(level, self.groups.get(level, "")) != group_key(level, name):
                self.groups = {
                    above: title
                    for above, title in self.groups.items()
                    if LEVELS.index(above) < LEVELS.index(level)
                }
                self.groups[level] = name

    def _standing_groups(self) -> Groups:
        return tuple(GroupLine(level, self.groups[level]) for level in LEVELS if level in self.groups)

    def _total_label(self, cells: Mapping[int, Cell]) -> str:
        """The label of a typed sum, "" when the row is none: only its label, numbers and dashes stand in such a row."""
        label = ""
        for index, cell in cells.items():
            column_field = self.fields.get(index, "")
            if budget_year(column_field) is not None or column_field == TOTAL:
                continue
            text = cell_text(cell)
            if not label:
                pattern = _SUM_WORD if column_field == NUMBER else _TOTAL_LABEL
                if not pattern.match(text) or column_field.partition(":")[0] not in _LABEL_FIELDS:
                    return ""
                label = text
            elif text != label and not _is_beside_total(text):
                return ""
        return label

    def _add_total(self, row: int, label: str, cells: Mapping[int, Cell]) -> None:
        if _CARRIED.match(label):
            return
        by_year = {
            year_be: cell
            for index, cell in cells.items()
            if (year_be := budget_year(self.fields.get(index, ""))) is not None
        }
        total = next((cell for index, cell in cells.items() if self.fields.get(index) == TOTAL), "")
        self.lines.append(TotalLine(row, label, self._standing_groups(), by_year, total))

    def _is_project(self, cells: Mapping[int, Cell]) -> bool:
        """Whether a row names a project, or has a number and something besides. A lone text is a note below the table."""
        given = {self.fields.get(index, "") for index in cells}
        content = given - {NUMBER, "", *LEVELS}
        has_name = any(name.partition(":")[0] == NAME for name in given)
        has_numbers = NUMBER in self.fields.values()
        return bool(content) and (NUMBER in given or (has_name and (not has_numbers or len(given) > 1)))

    def _is_bare_number(self, cells: Mapping[int, Cell]) -> bool:
        return all(self.fields.get(index) == NUMBER for index in cells)

    def _add_project(self, row: int, head: TableHead, cells: Mapping[int, Cell]) -> None:
        typed = [(self.fields.get(index, ""), cell_text(cell)) for index, cell in cells.items()]
        levels = sorted(
            ((LEVELS.index(level), level, text) for level, text in typed if level in LEVELS),
        )
        self._enter([GroupLine(level, text) for _rank, level, text in levels])
        line_cells = {index: [(row, cell)] for index, cell in cells.items()}
        self.lines.append(ProjectLine(row, head, self._standing_groups(), line_cells, row))

    def _continue_project(self, row: int, cells: Mapping[int, Cell]) -> bool:
        """Add a row to the project right above it, when it goes on with that project's texts; whether it does."""
        last = self.lines[-1] if self.lines else None
        has_text = any(
            self.fields.get(index) not in (None, "", TOTAL) and budget_year(self.fields[index]) is None
            for index in cells
        )
        has_name = any(self.fields.get(index, "").partition(":")[0] == NAME for index in cells)
        if not isinstance(last, ProjectLine) or last.last_row != row - 1 or has_name or not has_text:
            return False
        for index, cell in cells.items():
            last.cells.setdefault(index, []).append((row, cell))
        last.last_row = row
        return True


def _texts(row: SheetRow) -> list[str]:
    """The texts of a row but for the form's stamp (ผ.02), which stands at the right end of titles."""
    return [text for text in map(cell_text, row.cells) if text and not _STAMP.fullmatch(text)]


def _is_beside_total(text: str) -> bool:
    """Whether a text can stand beside the label of a sum: a dash, a number, "12 โครงการ"."""
    return bool(
        re.fullmatch(r"[-–—.\s]*|[0-9๐-๙,. ]+(?:\s*(?:โครงการ|บาท|projects?|baht))?", text, re.IGNORECASE)
    )
