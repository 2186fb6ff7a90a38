"""Workbooks in the shape that municipalities give the form ผ.02: a merged head of three rows, titles, groups, sums."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

YEARS_BE = (2566, 2567, 2568, 2569, 2570)
TITLES = ("รายละเอียดโครงการพัฒนา", "แผนพัฒนาท้องถิ่น (พ.ศ.2566 - 2570)", "เทศบาลเมืองตัวอย่าง")
ALIGNMENT = (
    "ก. ยุทธศาสตร์ชาติ 20 ปี ยุทธศาสตร์ที่ 5 ด้านการสร้างการเติบโตบนคุณภาพชีวิตที่เป็นมิตรต่อสิ่งแวดล้อม",
    "ข. แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติฉบับที่ 13 หมุดหมายที่ 11",
    "ค. Sustainable Development Goals (SDGs) เป้าหมายที่ 13",
    "ง. ยุทธศาสตร์จังหวัดที่ 4",
    "จ. ยุทธศาสตร์การพัฒนาของ อปท. ในเขตจังหวัดที่ 1",
)
HEAD = ("ที่", "โครงการ", "วัตถุประสงค์", "เป้าหมาย\n(ผลผลิตของโครงการ)")
TAIL = ("ตัวชี้วัด\n(KPI)", "ผลที่คาด\nว่าจะได้รับ", "หน่วยงาน\nที่รับผิดชอบหลัก")

Value = str | int | float | None
Row = Sequence[Value]


def write_sheet(sheet: Worksheet, groups: Sequence[str], rows: Sequence[Row]) -> None:
    """Fill a sheet as the form is: stamp, titles, the lines ก to จ, groups, the head, then `rows` (cells, or one text)."""
    sheet["L1"] = "แบบ ผ. 02"
    for line in (*TITLES, *ALIGNMENT, *groups):
        _write_line(sheet, sheet.max_row + 1, line)
    write_head(sheet, sheet.max_row + 2)
    for row in rows:
        if isinstance(row, str):
            _write_line(sheet, sheet.max_row + 1, row)
        else:
            write_row(sheet, row)


def write_row(sheet: Worksheet, row: Row) -> None:
    """Add a row of cells below the last."""
    number = sheet.max_row + 1
    for column, value in enumerate(row, start=1):
        sheet.cell(number, column, value)


def write_head(sheet: Worksheet, top: int) -> None:
    """Write the head of three rows, merged downwards, and across the years."""
    for column, text in enumerate((*HEAD, "งบประมาณ", "", "", "", "", *TAIL), start=1):
        sheet.cell(top, column, text or None)
        if not 5 <= column <= 9:
            sheet.merge_cells(start_row=top, end_row=top + 2, start_column=column, end_column=column)
    sheet.merge_cells(start_row=top, end_row=top, start_column=5, end_column=9)
    for column, year in enumerate(YEARS_BE, start=5):
        sheet.cell(top + 1, column, year)
        sheet.cell(top + 2, column, "(บาท)")


def project(number: int | str, name: str, *money: Value) -> list[Value]:
    """A row of the form; money for the five years, None where there is none."""
    texts = [f"เพื่อ{name}", f"{name} จำนวน 1 แห่ง"]
    return [number, name, *texts, *money, *[None] * (5 - len(money)), "ร้อยละ 80", "ประชาชนปลอดภัย", "กองช่าง"]


def total(label: str, *money: Value) -> list[Value]:
    """A row of sums, its label spanning the columns before the years."""
    return [label, None, None, None, *money]


def save_workbook(path: Path, sheets: Mapping[str, tuple[Sequence[str], Sequence[Row]]]) -> Path:
    """A workbook with one form for each name: (group lines above the head, rows)."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, (groups, rows) in sheets.items():
        write_sheet(book.create_sheet(name), groups, rows)
    book.save(path)
    return path


def _write_line(sheet: Worksheet, row: int, text: str) -> None:
    sheet.cell(row, 1, text)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=12)
