"""Random workbooks of projects as offices make them, together with what a reader must find in them."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import openpyxl
from hypothesis import strategies as st

from success_desktop.domain.thai_digits import thai_digits

YEARS_BE = (2566, 2567, 2568, 2569, 2570)
HEADS: dict[str, Sequence[str]] = {
    "thai": ("ที่", "โครงการ", "วัตถุประสงค์", *(f"ปี {year} (บาท)" for year in YEARS_BE), "หน่วยงานรับผิดชอบ"),
    "thai digits": ("ที่", "ชื่อโครงการ", "วัตถุประสงค์", *(thai_digits(f"พ.ศ. {year}") for year in YEARS_BE),
                    "หน่วยงานที่รับผิดชอบหลัก"),
    "common era": ("ลำดับ", "โครงการ", "วัตถุประสงค์", *(f"งบประมาณ ค.ศ. {year - 543}" for year in YEARS_BE),
                   "หน่วยงาน"),
    "english": ("No.", "Project name", "Objective", *(f"FY {year - 543}" for year in YEARS_BE), "Lead agency"),
}  # fmt: skip
TOTAL_HEADS = {"thai": "รวม 5 ปี (บาท)", "thai digits": "รวม", "common era": "งบประมาณรวม", "english": "Total"}
_LEVELS = ("strategy", "tactic", "programme")
_GROUPS = {
    "strategy": {"ด้านน้ำ": "1. ยุทธศาสตร์ด้านน้ำ", "ด้านคน": "๒. ยุทธศาสตร์ด้านคน"},
    "tactic": {"กันท่วม": "    1.1 กลยุทธ์ กันท่วม", "ลดขยะ": "กลยุทธ์ที่ 1.2 ลดขยะ"},
    "programme": {"แผนงานสาธารณสุข": "    (1) แผนงานสาธารณสุข", "แผนงานการศึกษา": "(2) แผนงานการศึกษา"},
}
_NAMES = ("ขุดลอกคลอง", "รวมใจปลูกป่า", "เตือนภัยน้ำท่วม", "Rain gauges", "น้ำประปา\nหมู่บ้าน", "ก่อสร้างถนน คสล.")

Cell = str | int | float | None


@dataclass(frozen=True)
class Project:
    """A project of a workbook: its name, baht by fiscal year (B.E.), and how each amount is typed."""

    name: str
    by_year: dict[int, Decimal]
    spelling: str

    @property
    def baht(self) -> Decimal:
        """The money of all years."""
        return sum(self.by_year.values(), Decimal(0))


@dataclass(frozen=True)
class Sum:
    """A typed sum of the projects since the last one, or of all; `error_baht` too much in `year_be` when that is not 0."""

    by_year: dict[int, Decimal]
    label: str = "รวม"
    error_baht: Decimal = Decimal(0)
    year_be: int = YEARS_BE[0]


@dataclass(frozen=True)
class GroupName:
    """A line that names a group: its level, its name without number and label, and the line itself."""

    level: str
    name: str
    line: str


class RepeatedHead:
    """A page ends here: the head stands again."""


Item = Project | Sum | GroupName | RepeatedHead


@dataclass(frozen=True)
class DrawnSheet:
    """A sheet: how its head is worded, whether it has a column of typed totals, and what follows below."""

    head: str
    has_total: bool
    items: list[Item] = field(default_factory=list)

    def projects(self) -> Iterator[tuple[Project, tuple[str, ...]]]:
        """The projects with the names of the groups they belong to, the highest first."""
        standing: dict[str, str] = {}
        for item in self.items:
            if isinstance(item, GroupName) and standing.get(item.level) != item.name:
                higher = _LEVELS[: _LEVELS.index(item.level)]
                standing = {level: standing[level] for level in higher if level in standing}
                standing[item.level] = item.name
            elif isinstance(item, Project):
                yield item, tuple(standing[level] for level in _LEVELS if level in standing)


def save_sheets(path: Path, sheets: Sequence[DrawnSheet]) -> Path:
    """The workbook that holds these sheets, called แผ่น 1, แผ่น 2 …"""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number, sheet in enumerate(sheets, start=1):
        worksheet = book.create_sheet(f"แผ่น {number}")
        worksheet.append(["แผนพัฒนาท้องถิ่น (พ.ศ. 2566–2570)"])
        for row in _rows(sheet):
            worksheet.append(row)
    book.save(path)
    return path


def _rows(sheet: DrawnSheet) -> Iterator[list[Cell]]:
    head = [*HEADS[sheet.head], *([TOTAL_HEADS[sheet.head]] if sheet.has_total else [])]
    yield [*head]
    for number, item in enumerate(sheet.items, start=1):
        if isinstance(item, RepeatedHead):
            yield [*head]
        elif isinstance(item, GroupName):
            yield [item.line]
        elif isinstance(item, Sum):
            wrong = {item.year_be: item.by_year.get(item.year_be, Decimal(0)) + item.error_baht}
            by_year = {**item.by_year, **(wrong if item.error_baht else {})}
            total = [float(sum(item.by_year.values()))] if sheet.has_total else []
            yield [item.label, None, None, *(_number(by_year.get(year)) for year in YEARS_BE), None, *total]
        else:
            amounts = [spell(item.by_year.get(year), item.spelling) for year in YEARS_BE]
            total = [float(item.baht)] if sheet.has_total else []
            yield [number, item.name, f"เพื่อ{item.name}", *amounts, "กองช่าง", *total]


def _number(baht: Decimal | None) -> float | None:
    return None if baht is None else float(baht)


def spell(baht: Decimal | None, spelling: str) -> Cell:
    """An amount as someone types it; a blank or a dash for none."""
    if baht is None:
        return "-" if spelling in ("commas", "thai digits") else None
    shown = f"{baht:,}"
    spelled: dict[str, Cell] = {
        "number": float(baht),
        "commas": shown,
        "thai digits": thai_digits(shown),
        "with its unit": f"{shown} บาท",
        "with spaces": f"  {shown} ",
    }
    return spelled[spelling]


SHEET_SUM = "รวมทั้งสิ้น"
_SUM_LABELS = st.sampled_from(["รวม", "รวมงบประมาณ", "ยอดรวม", "Total", "รวมเป็นเงิน"])
_SPELLINGS = st.sampled_from(["number", "commas", "thai digits", "with its unit", "with spaces"])
_WHOLE_BAHT = st.integers(0, 10**7).map(lambda hundreds: Decimal(hundreds * 100))
_BAHT = st.one_of(_WHOLE_BAHT, st.integers(0, 10**10).map(lambda satang: Decimal(satang) / 100))
_LINES = [
    GroupName(level, f"ยุทธศาสตร์{name}" if level == "strategy" else name, line)
    for level, lines in _GROUPS.items()
    for name, line in lines.items()
]


@st.composite
def drawn_sheets(draw: st.DrawFn, *, has_satang: bool = True) -> list[DrawnSheet]:
    """One or two sheets. Every project of a workbook has a name of its own; typed sums are right."""
    sheets = []
    numbers = itertools.count(1)
    baht = _BAHT if has_satang else _WHOLE_BAHT
    for _sheet in range(draw(st.integers(1, 2))):
        sheet = DrawnSheet(draw(st.sampled_from(sorted(HEADS))), draw(st.booleans()))
        since: list[Project] = []
        for kind in draw(st.lists(st.sampled_from("pppgsh"), min_size=1, max_size=12)):
            if kind == "p":
                since.append(_draw_project(draw, next(numbers), baht))
                sheet.items.append(since[-1])
            elif kind == "g":
                sheet.items.append(draw(st.sampled_from(_LINES)))
            elif kind == "h":
                sheet.items.append(RepeatedHead())
            elif since:
                sheet.items.append(Sum(add_up(since), draw(_SUM_LABELS)))
                since = []
        if draw(st.booleans()):
            sheet.items.append(Sum(add_up(project for project, _groups in sheet.projects()), SHEET_SUM))
        sheets.append(sheet)
    return sheets


def add_up(projects: Iterable[Project]) -> dict[int, Decimal]:
    """The money of projects by fiscal year (B.E.), years without any left out."""
    sums: dict[int, Decimal] = {}
    for project in projects:
        for year, baht in project.by_year.items():
            sums[year] = sums.get(year, Decimal(0)) + baht
    return sums


def _draw_project(draw: st.DrawFn, number: int, baht: st.SearchStrategy[Decimal]) -> Project:
    budget = draw(st.dictionaries(st.sampled_from(YEARS_BE), baht, max_size=5))
    name = f"{draw(st.sampled_from(_NAMES))} {number}"
    return Project(name, dict(sorted(budget.items())), draw(_SPELLINGS))
