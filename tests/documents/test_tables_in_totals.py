"""Typed summaries are read off spreadsheets as they come: heads of one row or two, pages that repeat them, odd cells."""

from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook

from success_desktop.documents.tables_in import read_table
from success_desktop.documents.tables_in_totals import TypedSummary, read_typed_summary
from success_desktop.domain.forms.typed_totals import TypedFigure, TypedLine

Cells = list[object]
HEAD: list[Cells] = [
    ["ยุทธศาสตร์", "ปี 2566", None, "ปี 2567", None, "รวม 2 ปี", None],
    [
        None,
        "จำนวนโครงการ",
        "งบประมาณ (บาท)",
        "จำนวนโครงการ",
        "งบประมาณ (บาท)",
        "จำนวนโครงการ",
        "งบประมาณ (บาท)",
    ],
]


def read(path: Path, *rows: Cells, hidden: bool = False) -> TypedSummary | None:
    """What is read of a workbook with one sheet of these rows."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "ผ.01"
    for row in rows:
        sheet.append(row)
    if hidden:
        book.create_sheet("ปก").append(["ปก"])
        sheet.sheet_state = "hidden"
        book.active = 1
    book.save(path / "ผ01.xlsx")
    return read_typed_summary(read_table(path / "ผ01.xlsx"))


def lines(found: TypedSummary | None) -> tuple[TypedLine, ...]:
    assert found is not None
    return found.lines


def pair(count: int | None, baht: int | None) -> TypedFigure:
    return TypedFigure(None if count is None else Decimal(count), None if baht is None else Decimal(baht))


def test_years_over_pairs_of_columns_are_read(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        ["แบบ ผ.01"],
        ["แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)"],
        *HEAD,
        ["1) ยุทธศาสตร์ด้านน้ำ"],
        ["แผนงานการเกษตร", 2, 1_500, "-", None, 2, "1,500.00"],
        ["รวม", 2, 1_500, 0, 0, 2, 1_500],
    )
    assert lines(found) == (
        TypedLine(5, "1) ยุทธศาสตร์ด้านน้ำ", {2566: TypedFigure(), 2567: TypedFigure()}),
        TypedLine(6, "แผนงานการเกษตร", {2566: pair(2, 1_500), 2567: pair(0, 0)}, pair(2, 1_500)),
        TypedLine(7, "รวม", {2566: pair(2, 1_500), 2567: pair(0, 0)}, pair(2, 1_500)),
    )
    assert found is not None
    assert (found.sheet, found.unread) == ("ผ.01", ())


def test_a_head_of_one_row_may_say_both(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        [
            "ที่",
            "แผนงาน",
            "ปี 2566 จำนวนโครงการ",
            "ปี 2566 งบประมาณ (บาท)",
            "รวม จำนวนโครงการ",
            "รวม งบประมาณ",
            "หมายเหตุ",
        ],
        [1, "การเกษตร", 2, 7, 2, 7, "ตรวจแล้ว"],
    )
    assert lines(found) == (TypedLine(2, "1 การเกษตร", {2566: pair(2, 7)}, pair(2, 7)),)


def test_years_alone_are_money(tmp_path: Path) -> None:
    found = read(tmp_path, ["แผนงาน", 2566, 2567, "รวม"], ["การเกษตร", 1, 2, 3])
    assert lines(found) == (
        TypedLine(2, "การเกษตร", {2566: pair(None, 1), 2567: pair(None, 2)}, pair(None, 3)),
    )


def test_years_of_the_common_era_are_understood(tmp_path: Path) -> None:
    found = read(tmp_path, ["Programme", "2023", "2024"], ["Farming", 1, 2])
    assert [*lines(found)[0].by_year] == [2566, 2567]


def test_an_amount_that_looks_like_a_year_is_no_head(tmp_path: Path) -> None:
    found = read(tmp_path, *HEAD, ["การเกษตร", 1, 2566, None, None, 1, 2566], ["การศึกษา", 1, 5, 0, 0, 1, 5])
    assert [one.label for one in lines(found)] == ["การเกษตร", "การศึกษา"]


def test_a_head_repeated_on_the_next_page_begins_anew(tmp_path: Path) -> None:
    found = read(tmp_path, *HEAD, ["ก", 1, 1, 1, 1, 2, 2], *HEAD, ["ข", 2, 2, 2, 2, 4, 4])
    assert [one.label for one in lines(found)] == ["ก", "ข"]


def test_a_head_whose_second_row_is_not_right_below_counts_for_itself(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD[0], [], ["จำนวนโครงการ", 1], ["ก", 3, None, 4, None, 7])
    assert [one.label for one in lines(found)] == ["จำนวนโครงการ", "ก"]
    assert lines(found)[1].by_year == {2566: pair(None, 3), 2567: pair(None, 4)}


def test_rows_without_a_label_or_with_only_a_number_say_nothing(tmp_path: Path) -> None:
    found = read(tmp_path, *HEAD, [None, 5, 5], ["1", "2", "3"], ["ก", 1, 1])
    assert [one.label for one in lines(found)] == ["ก"]
    assert lines(found)[0].by_year[2567] == pair(0, 0)


def test_what_is_no_figure_is_told_and_not_compared(tmp_path: Path) -> None:
    found = read(tmp_path, *HEAD, ["ก", "สอง", 1, 0, 0, 1, "#REF!"])
    assert found is not None
    assert found.unread == ((3, "สอง"), (3, "#REF!"))
    assert lines(found)[0].by_year[2566] == pair(None, 1)
    assert lines(found)[0].all_years == pair(1, None)


def test_the_longest_table_of_the_sheets_that_are_shown_is_read(tmp_path: Path) -> None:
    book = Workbook()
    for title, count in (("สั้น", 1), ("ยาว", 3), ("ซ่อน", 9)):
        sheet = book.create_sheet(title)
        for row in (*HEAD, *([f"แผนงานที่ {number}", 1, 1] for number in range(count))):
            sheet.append(row)
    book["ซ่อน"].sheet_state = "hidden"
    book.save(tmp_path / "รวม.xlsx")
    found = read_typed_summary(read_table(tmp_path / "รวม.xlsx"))
    assert found is not None
    assert (found.sheet, len(found.lines)) == ("ยาว", 3)


def test_what_holds_no_summary_is_none(tmp_path: Path) -> None:
    assert read(tmp_path, ["ชื่อ", "ที่อยู่"], ["ก", "ข"]) is None
    assert read(tmp_path, ["ข้อความยาวมากที่ไม่ใช่หัวตาราง" * 5, "ปี 2566"], ["ก", 1]) is None
    assert read(tmp_path, *HEAD) is None
    assert read(tmp_path, *HEAD, ["ก", 1, 1], hidden=True) is None


def test_a_text_table_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "ผ01.csv"
    path.write_text(
        'แผนงาน,ปี 2566,,ปี 2567,\n,จำนวน,บาท,จำนวน,บาท\nการเกษตร,๑,"1,000",,\n', encoding="utf-8-sig"
    )
    assert lines(read_typed_summary(read_table(path))) == (
        TypedLine(3, "การเกษตร", {2566: pair(1, 1_000), 2567: pair(0, 0)}),
    )


def test_money_that_begins_like_a_year_is_no_head(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        *HEAD,
        ["แผนงานการเกษตร", 1, 2_020_000, 1, 25_680_000, 2, 27_700_000],
        ["แผนงานการศึกษา", 1, 2_569_000, "-", "-", 1, 2_569_000],
        ["งบประมาณรวม", 2, 4_589_000, 1, 25_680_000, 3, 30_269_000],
    )
    assert [line.label for line in lines(found)] == ["แผนงานการเกษตร", "แผนงานการศึกษา", "งบประมาณรวม"]
    assert [line.by_year[2566] for line in lines(found)] == [
        pair(1, 2_020_000),
        pair(1, 2_569_000),
        pair(2, 4_589_000),
    ]
