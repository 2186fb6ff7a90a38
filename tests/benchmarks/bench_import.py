"""How long looking at an import of 5,000 projects takes, beside what openpyxl needs to read the same workbook alone.

Run it by hand: ``python -m tests.benchmarks.bench_import``. The import may take twice as long as the reading at most.
"""

import sys
import tempfile
import time
from pathlib import Path

import openpyxl

from success_desktop.ids import new_id
from success_desktop.services.importing import ImportOptions, preview_import
from tests.plans import small_plan

ROWS = 5_000
LARGEST_RATIO = 2.0
HEAD = ["ที่", "โครงการ", "วัตถุประสงค์", "เป้าหมาย (ผลผลิตของโครงการ)"]
YEARS = [f"งบประมาณ {year} (บาท)" for year in range(2566, 2571)]
TAIL = ["ตัวชี้วัด (KPI)", "ผลที่คาดว่าจะได้รับ", "หน่วยงานที่รับผิดชอบหลัก"]


def write_workbook(path: Path) -> None:
    """A list of projects under 100 groups, with texts as long as real ones."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("ผ.02")
    sheet.append(HEAD + YEARS + TAIL)
    for number in range(ROWS):
        if number % 50 == 0:
            sheet.append([f"({number // 50 + 1}) แผนงานที่ทดสอบ ชุดหมายเลข ก{number // 50}"])
        objective = f"เพื่อป้องกันและบรรเทาความเดือดร้อนของประชาชนจากน้ำท่วมขังในพื้นที่ชุมชนริมแม่น้ำ จุดที่ {number} " * 2
        money = [100_000 + number, None, "1,200,000", None, 50_000]
        texts = [f"ก่อสร้างรางระบายน้ำ สายที่ {number}", objective, f"ความยาว {number} เมตร กว้าง 0.60 เมตร"]
        sheet.append(
            [number + 1, *texts, *money, "ร้อยละของพื้นที่น้ำท่วมที่ลดลง", objective, f"กองช่าง ฝ่าย {number % 20}"]
        )
    book.save(path)


def read_alone(path: Path) -> float:
    """Seconds that openpyxl takes to walk over every cell."""
    started = time.perf_counter()
    book = openpyxl.load_workbook(path, read_only=True)
    cells = sum(len(row) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True))
    assert cells
    book.close()
    return time.perf_counter() - started


def import_all(path: Path) -> float:
    """Seconds until the preview of the import is there."""
    plan = small_plan()
    started = time.perf_counter()
    preview = preview_import(plan, path, ImportOptions(), new_id)
    seconds = time.perf_counter() - started
    assert len(preview.rows) == ROWS, len(preview.rows)
    return seconds


def main() -> int:
    """Measure once; 1 when the import takes too long."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "projects.xlsx"
        write_workbook(path)
        alone, whole = read_alone(path), import_all(path)
    print(f"{ROWS} rows: reading alone {alone:.2f} s, import {whole:.2f} s, ratio {whole / alone:.2f}")
    return int(whole > LARGEST_RATIO * alone)


if __name__ == "__main__":
    sys.exit(main())
