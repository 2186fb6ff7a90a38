"""Forms in Excel: real numbers, merged heads that repeat, printing as on paper."""

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from success_desktop.documents.excel_cells import join_phrases, read_figure
from success_desktop.documents.excel_widths import TALLEST_ROW, count_letters, fit_widths, row_points
from success_desktop.documents.forms.form_document import FormPrintOptions, build_form_outline
from success_desktop.documents.forms_excel import write_excel
from success_desktop.documents.outline_anchors import AnchorBook
from success_desktop.documents.outline_blocks import (
    Column,
    DataRow,
    GroupRow,
    HeadCell,
    Label,
    Orientation,
    Outline,
    Phrase,
    Section,
    Table,
    Titled,
    TotalRow,
)
from tests.documents.form_plans import FORMS, LONG_TARGET, form_plan, form_set
from tests.documents.letters import DRAFT, SEAL, letter, phrase


def write(outline: Outline, folder: Path) -> Path:
    path = folder / "แบบ.xlsx"
    write_excel(outline, path)
    return path


def sheets(outline: Outline, folder: Path) -> dict[str, Worksheet]:
    book = openpyxl.load_workbook(write(outline, folder))
    return {sheet.title: sheet for sheet in book.worksheets}


def forms(*names: str, **options: Any) -> Outline:
    return build_form_outline(
        form_plan(), form_set(), names or ("p02",), replace(FormPrintOptions(), **options)
    )


def margin(line: Any, part: str) -> str:
    """What a line at head or foot says at the left, in the middle or at the right."""
    return str(getattr(line, part).text or "")


def small(
    *rows: DataRow | GroupRow | TotalRow, stamp: str = "แบบ ผ.02", orientation: Orientation = "landscape"
) -> Outline:
    """A form of three columns: a number, a text, money."""
    table = Table(
        "p02",
        (phrase("รายละเอียด"),),
        (),
        (Column(1, "centre", "number"), Column(8, "text", "name"), Column(3, "number", "budget:2566")),
        (tuple(HeadCell((phrase(text),)) for text in ("ที่", "โครงการ", "งบประมาณ")),),
        rows,
    )
    stamps = (phrase(stamp),) if stamp else ()
    return letter(sections=(Section(orientation, stamps, (table,), "form"),))


def row(*texts: str, is_bold: bool = False) -> DataRow:
    cells = tuple((Phrase(text, "", is_bold=is_bold),) if text else () for text in texts)
    return DataRow(AnchorBook().mark_row("n1", "p02"), cells)


def read(outline: Outline, folder: Path) -> list[list[object]]:
    (sheet,) = sheets(outline, folder).values()
    return [[cell.value for cell in cells] for cells in sheet.iter_rows()]


def test_every_form_is_a_sheet_named_by_its_stamp(tmp_path):
    found = sheets(forms(*FORMS), tmp_path)
    assert list(found)[:6] == ["แบบ ผ.01", "แบบ ผ.02", "แบบ ผ.02-1", "แบบ ผ.02-2", "แบบ ผ.03", "แบบ ผด.02"]
    assert list(found)[6].startswith("ความสัมพันธ์ระหว่างแผนพัฒนา")


def test_sheets_of_one_stamp_are_told_apart(tmp_path):
    section = small(row("1", "ก", "5")).sections[0]
    bare = tuple(replace(one, titles=()) for one in section.blocks if isinstance(one, Table))
    nameless = replace(section, stamp=(), blocks=bare)
    longest = replace(section, stamp=(phrase("ย" * 40),))
    outline = letter(sections=(section, section, nameless, longest, longest))
    assert list(sheets(outline, tmp_path)) == ["แบบ ผ.02", "แบบ ผ.02 (2)", "p02", "ย" * 31, "ย" * 27 + " (2)"]


def test_a_document_without_tables_is_an_empty_workbook(tmp_path):
    assert len(sheets(letter(), tmp_path)) == 1


def test_numbers_are_numbers_and_texts_stay_texts(tmp_path):
    rows = read(
        small(
            row("1", "เขื่อน", "1,475,226,000"),
            row("๒", "2567", "1,234.50"),
            row("", "=1+1", "-"),
            row("3", "", ""),
        ),
        tmp_path,
    )
    assert rows[2:] == [
        [1, "เขื่อน", 1_475_226_000],
        [2, "2567", 1234.5],
        [None, "=1+1", "-"],
        [3, None, None],
    ]


def test_sums_are_numbers_beside_their_label(tmp_path):
    label = TotalRow(True, (((phrase("รวม"),), 2), ((phrase("5,000"),), 1)))
    nothing = TotalRow(False, (((), 2), ((phrase("-"),), 1)))
    outline = small(row("1", "ก", "5,000"), label, nothing)
    assert read(outline, tmp_path)[3:] == [["รวม", None, 5000], [None, None, "-"]]
    (sheet,) = sheets(outline, tmp_path).values()
    assert {str(block) for block in sheet.merged_cells.ranges} >= {"A1:C1", "A4:B4", "A5:B5"}
    assert sheet["C4"].number_format == "#,##0"
    assert sheet["C4"].font.bold
    assert sheet["C4"].alignment.shrink_to_fit


def test_thai_digits_are_shown_and_remain_numbers(tmp_path):
    outline = replace(small(row("๑", "ก", "๕,๐๐๐")), has_thai_digits=True)
    (sheet,) = sheets(outline, tmp_path).values()
    assert sheet["C3"].value == 5000
    assert sheet["C3"].number_format.startswith("[$-D07041E]")


def test_changed_cells_are_bold(tmp_path):
    (sheet,) = sheets(small(row("1", "ใหม่", "5", is_bold=True), row("2", "เดิม", "5")), tmp_path).values()
    assert [[cell.font.bold for cell in cells] for cells in sheet["A3:C4"]] == [[True] * 3, [False] * 3]


def test_lines_of_groups_stand_across_with_labels_and_marks(tmp_path):
    lines = (
        Titled(Label(phrase("ก. แผน")), Phrase("Plan", "en", "[อังกฤษ]")),
        Titled(Label(phrase("")), phrase("บรรทัดสอง")),
    )
    rows = read(small(GroupRow(0, lines), row("1", "ก", "5")), tmp_path)
    assert rows[2] == ["ก. แผน  [อังกฤษ]  Plan\nบรรทัดสอง", None, None]


def test_heads_of_three_rows_are_merged_and_repeat(tmp_path):
    (sheet,) = sheets(forms(), tmp_path).values()
    assert sheet.print_title_rows == "$4:$6"
    merged = {str(block) for block in sheet.merged_cells.ranges}
    assert {"A4:A6", "B4:B6", "E4:I4", "A1:L1", "A2:L2", "A3:L3"} <= merged
    assert sheet.freeze_panes == "C7"


def test_months_are_filled_cells(tmp_path):
    (sheet,) = sheets(forms("pd02"), tmp_path).values()
    bars = [cell for cells in sheet.iter_rows() for cell in cells if cell.value == "■"]
    assert len(bars) > 20
    assert {cell.fill.fgColor.rgb for cell in bars} == {"FF3F4A52"} == {cell.font.color.rgb for cell in bars}


def test_a_form_prints_across_a_sheet_as_wide_as_it_is(tmp_path):
    (sheet,) = sheets(forms(), tmp_path).values()
    page = sheet.page_setup
    assert (page.orientation, page.paperSize, page.fitToHeight) == ("landscape", 9, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert round(sheet.page_margins.left * 25.4) == 8
    assert sheet.print_area.startswith("'แบบ ผ.02'!$A$1:$L$")
    assert "แบบ ผ.02" in margin(sheet.oddHeader, "right")
    assert "แผนพัฒนาท้องถิ่นเทศบาลเมืองตัวอย่าง" in margin(sheet.oddFooter, "center")
    assert "หน้า &P" in margin(sheet.oddFooter, "right")


def test_paper_orientation_and_first_page_follow_the_document(tmp_path):
    outline = replace(small(row("1", "ก", "5"), orientation="portrait"), paper="F4", first_page=41)
    outline = replace(outline, sections=outline.sections * 2)
    first, second = sheets(outline, tmp_path).values()
    assert (first.page_setup.paperSize, first.page_setup.orientation) == (14, "portrait")
    assert (first.page_setup.firstPageNumber, second.page_setup.firstPageNumber) == (41, None)
    assert sheets(forms(paper="A3"), tmp_path)["แบบ ผ.02"].page_setup.paperSize == 8


def test_a_seal_and_a_watermark_stand_in_the_margins_and_the_seal_in_the_properties(tmp_path):
    outline = forms(seal=SEAL, watermark=DRAFT)
    (sheet,) = sheets(outline, tmp_path).values()
    assert SEAL.code in margin(sheet.oddFooter, "left")
    assert "ร่างที่ 5 && ฉบับ" in margin(sheet.oddFooter, "left").replace("&", "&&").replace("&&&&", "&&")
    assert "ร่าง" in margin(sheet.oddHeader, "center")
    assert openpyxl.load_workbook(tmp_path / "แบบ.xlsx").properties.keywords == SEAL.payload


@pytest.mark.parametrize("length", [40, 300, 3000])
def test_lines_in_the_margins_stay_within_what_excel_takes(length, tmp_path):
    title = phrase("แผน & " * (length // 6))
    seal = SEAL._replace(words=(title,))
    outline = replace(small(row("1", "ก", "5"), stamp="แบบ " * length), title=title, seal=seal)
    with zipfile.ZipFile(write(outline, tmp_path)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert SEAL.code in sheet
    (read_back,) = sheets(outline, tmp_path).values()
    assert "แผน" in margin(read_back.oddFooter, "left")
    (unsealed,) = sheets(replace(outline, seal=None), tmp_path).values()
    assert "แผน" in margin(unsealed.oddFooter, "center")


def test_a_sealed_sheet_names_the_plan_once(tmp_path):
    (sheet,) = sheets(forms(seal=SEAL), tmp_path).values()
    assert margin(sheet.oddFooter, "left")
    assert margin(sheet.oddFooter, "center") == ""


def test_a_cell_higher_than_excels_highest_row_goes_over_several_in_one_piece(tmp_path):
    outline = forms()
    (sheet,) = sheets(outline, tmp_path).values()
    cell = next(cell for cells in sheet.iter_rows() for cell in cells if cell.value == LONG_TARGET)
    block = next(
        block
        for block in sheet.merged_cells.ranges
        if (block.min_row, block.min_col) == (cell.row, cell.column)
    )
    rows = range(block.min_row, block.max_row + 1)
    heights = [sheet.row_dimensions[number].height for number in rows]
    assert len(rows) > 1
    assert all(0 < height <= TALLEST_ROW for height in heights)
    (table,) = (found for found in outline.sections[0].blocks if isinstance(found, Table))
    assert sum(heights) > row_points([(LONG_TARGET, fit_widths(table)[3])]) - len(rows)


def test_columns_hold_sums_of_ten_digits():
    rows = (row("1", "ก", "5"), TotalRow(True, (((phrase("รวม"),), 2), ((phrase("3,489,999,000"),), 1))))
    (table,) = (block for block in small(*rows).sections[0].blocks if isinstance(block, Table))
    number, text, money = fit_widths(table)
    assert money > len("3,489,999,000")
    assert text > 100
    assert number < 10
    no_text = replace(table, columns=tuple(replace(column, align="number") for column in table.columns))
    assert len(fit_widths(no_text)) == 3


def test_texts_and_figures_are_read_as_they_are_printed():
    assert join_phrases((Phrase("a", "en", "[English]"), phrase("ก\x0bข\x00"))) == "[English] a\nก\nข"
    assert (read_figure(""), read_figure("-"), read_figure("ก")) == (None, None, None)
    assert read_figure("๑,๒๓๔.๕") == read_figure("1,234.5")
    assert count_letters("น้ำท่วม") == 5
    assert row_points([]) == row_points([("", 5)]) == 22


def test_the_same_outline_makes_the_same_bytes(tmp_path):
    (tmp_path / "second").mkdir()
    first, second = (write(forms("p01", "p02"), folder) for folder in (tmp_path, tmp_path / "second"))
    assert first.read_bytes() == second.read_bytes()
