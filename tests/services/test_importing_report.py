"""What an import brings, told to scripts and to people."""

import json
from decimal import Decimal
from pathlib import Path

from success_desktop.errors import UserError
from success_desktop.i18n import use_language
from success_desktop.services.importing import ImportOptions, ImportPreview, accept_import, preview_import
from success_desktop.services.importing_preview import (
    ColumnPreview,
    DuplicateName,
    ImportWarnings,
    LeftOutLine,
    RefusedCell,
    SheetPreview,
    SkippedSheet,
    WrongTotal,
)
from success_desktop.services.importing_report import describe_preview, list_warnings, report_preview
from success_desktop.services.plan_editor import PlanEditor
from tests.plans import counted_ids

ROWS = """ที่,โครงการ,งบประมาณ 2568 (บาท),งบประมาณ 2580 (บาท),รวม,หน่วยงานรับผิดชอบหลัก,รหัส
1,ขุดลอกคลอง,500000,,600000,กองช่าง,ก1
2,ขุดลอกคลอง,มาก,,,กองคลัง,ก2
3,ขยายคลอง,100,7,107,กองช่าง,
รวม,,500100,7,,,
,,,,,,หมายเหตุท้ายตาราง
"""


def preview(editor: PlanEditor, folder: Path) -> ImportPreview:
    path = folder / "โครงการ.csv"
    path.write_text(ROWS, encoding="utf-8")
    make_id = counted_ids()
    return preview_import(editor.plan, path, ImportOptions(), lambda: f"new-{make_id()}")


def test_an_import_is_told_as_data(editor: PlanEditor, tmp_path: Path) -> None:
    told = describe_preview(preview(editor, tmp_path))
    assert json.loads(json.dumps(told)) == told
    assert told["projects"] == 3
    assert told["totals"] == {"2568": 500100, "2580": 7, "total": 500107}
    assert [cell["text"] for cell in told["refused"]] == ["มาก"]
    assert [wrong["computed"] for wrong in told["wrong_totals"]] == [500000]
    assert [one["name"] for one in told["duplicates"]] == ["ขุดลอกคลอง"]
    assert [column["head"] for column in told["columns_left_out"]] == ["รหัส"]


WARNINGS = ImportWarnings(
    duplicates=(DuplicateName("โครงการซ้ำ", (("แผ่น1", 4), ("แผ่น1", 9)), ()),),
    wrong_totals=(
        WrongTotal("แผ่น1", 12, "รวมทั้งสิ้น", 2568, Decimal(500), Decimal(400)),
        WrongTotal("แผ่น1", 13, "โครงการหนึ่ง", None, Decimal(9), Decimal(8)),
    ),
    years_outside=(2566, 2567),
    left_out=(LeftOutLine("แผ่น1", 20, "หมายเหตุท้ายตาราง"),),
    unplaced_levels=("tactic",),
)
PREVIEW = ImportPreview(
    file_name="โครงการ.xlsx",
    sheets=(SheetPreview("แผ่น1", (1, 2), (ColumnPreview(6, "G", "สี", "", False),), 2),),
    skipped_sheets=(SkippedSheet("แผ่น2", UserError("This folder does not exist.")),),
    rows=(),
    groups=(),
    agencies=(),
    refused=(RefusedCell("แผ่น1", 5, "F", "ราวสองแสน", UserError("This folder does not exist.")),),
    warnings=WARNINGS,
    new_years=(2566, 2570),
    edits=(),
)


def test_every_kind_of_warning_names_its_place_and_its_matter() -> None:
    assert list_warnings(PREVIEW) == [
        ("แผ่น1 F5", "ไม่มีโฟลเดอร์นี้ “ราวสองแสน”"),
        ("แผ่น1 G", "ไม่นำเข้าคอลัมน์ “สี”"),
        ("แผ่น1 12", "“รวมทั้งสิ้น” 2568: ในไฟล์ระบุ 500 แต่รวมแถวได้ 400"),
        ("แผ่น1 13", "“โครงการหนึ่ง” ทุกปี: ในไฟล์ระบุ 9 แต่รวมแถวได้ 8"),
        ("แผ่น1 4, แผ่น1 9", "ชื่อ “โครงการซ้ำ” ซ้ำกันหลายแห่ง"),
        ("แผ่น1 20", "แถวนี้ไม่ใช่โครงการ จึงไม่นำเข้า: “หมายเหตุท้ายตาราง”"),
        ("แผ่น2", "ไม่มีโฟลเดอร์นี้"),
        ("", "แผนจะครอบคลุม พ.ศ. 2566 ถึง 2570"),
        ("", "เก็บงบประมาณของปีที่อยู่นอกช่วงแผนไว้ด้วย: 2566, 2567"),
        ("", "แผนไม่มีระดับสำหรับกลุ่มนี้: กลยุทธ์"),
    ]


def test_an_import_is_told_in_sentences(editor: PlanEditor, tmp_path: Path) -> None:
    use_language("en")
    lines = report_preview(preview(editor, tmp_path))
    assert lines[0] == "โครงการ.csv: 3 projects, 500,107 baht"
    for piece in (
        "โครงการ C3: “มาก” is not",
        "all years: the file says",
        "more than once",
        "2037",
        "“รหัส” is left out",
    ):
        assert any(piece in line for line in lines), piece


def test_what_the_plan_has_already_is_told_when_it_comes_again(editor: PlanEditor, tmp_path: Path) -> None:
    use_language("en")
    accept_import(editor, preview(editor, tmp_path))
    again = report_preview(preview(editor, tmp_path))
    assert again[0] == "โครงการ.csv: 0 projects, 0 baht"
    assert any("left out: “ขยายคลอง”" in line for line in again)
