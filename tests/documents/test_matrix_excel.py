"""A matrix as a workbook: what a clerk filters, prints and reads on."""

import zipfile

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock

from success_desktop.documents.matrix_excel import write_matrix_workbook
from success_desktop.domain.feedback import Anchor
from tests.documents.matrices import DREDGE, THAI_HEADS, matrix_of, printed
from tests.feedback_samples import FILE, remark

SAID = 5


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ตาราง.xlsx"


def sheet_of(path, *remarks, language="th"):
    write_matrix_workbook(printed(matrix_of((FILE, list(remarks))), language), path, "TH SarabunPSK")
    return openpyxl.load_workbook(path, rich_text=True).worksheets[0]


def said_in(sheet) -> list[str]:
    """The comments below the head, line by line of the sheet."""
    return [str(row[SAID - 1].value or "") for row in sheet.iter_rows(min_row=6)]


def test_the_sheet_prints_across_a4_with_its_head_on_every_page(path):
    sheet = sheet_of(path, remark("a", FILE, text={"th": "หนึ่ง"}))
    assert [cell.value for cell in sheet[4]] == THAI_HEADS
    assert sheet.title == "ตารางข้อเสนอแนะและการดำเนินการ"[:31]
    assert sheet.freeze_panes == "C5"
    assert sheet.print_title_rows == "$4:$4"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.auto_filter.ref == "A4:L6"
    with zipfile.ZipFile(path) as package:
        assert "หน้า &amp;P/&amp;N" in package.read("xl/worksheets/sheet1.xml").decode()
    assert all(cell.alignment.wrap_text for cell in sheet[6])
    assert {cell.font.name for cell in sheet[6]} == {"TH SarabunPSK"}
    assert sheet.column_dimensions["E"].width > sheet.column_dimensions["A"].width >= 6


def test_titles_and_groups_stand_across_the_whole_width(path):
    sheet = sheet_of(path, remark("a", FILE))
    merged = {str(place) for place in sheet.merged_cells.ranges}
    assert merged == {"A1:L1", "A2:L2", "A3:L3", "A5:L5"}
    assert sheet["A5"].value == "รอผลการพิจารณาหรือคำชี้แจง  (1 ข้อ)"


def test_an_empty_matrix_is_a_sheet_with_a_head(path):
    write_matrix_workbook(printed(matrix_of()), path, "Sarabun")
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert (sheet["A4"].value, sheet["A5"].value) == ("ที่", "ไม่มีข้อเสนอแนะ")


def test_a_proposed_wording_is_struck_out_and_underlined(path):
    one = remark(
        "a", FILE, sort="wording", proposed="ปี 2570", anchor=Anchor(DREDGE, "name", "th", "", "ปี 2569")
    )
    rich = sheet_of(path, one).cell(6, SAID).value
    assert isinstance(rich, CellRichText)
    looks = {part.text: part.font for part in rich if isinstance(part, TextBlock)}
    assert looks["2569"].strike
    assert looks["2570"].u == "single"
    assert str(rich) == "เสนอแก้ถ้อยคำ\nปี 25692570"


def test_a_text_of_one_look_besides_the_plain_one_is_still_shown(path):
    one = remark("a", FILE, disposition="declined", response={"th": "ไม่รับ"})
    rich = sheet_of(path, one, language="en").cell(6, 8).value
    assert str(rich).strip() == "[Thai] ไม่รับ"


def test_what_looks_like_a_formula_or_an_address_stays_text(path):
    sheet = sheet_of(
        path, remark("a", FILE, text={"en": "=1+1"}), remark("b", FILE, text={"en": "https://x.test"})
    )
    assert [(sheet.cell(row, SAID).value, sheet.cell(row, SAID).data_type) for row in (6, 7)] == [
        ("=1+1", "s"),
        ("https://x.test", "s"),
    ]
    assert sheet.cell(7, SAID).hyperlink is None


def test_signs_that_no_file_may_hold_are_left_out(path):
    assert said_in(sheet_of(path, remark("a", FILE, text={"th": "ก\x00\ud800ข\r\nค"}))) == ["กข\nค"]


@pytest.mark.parametrize(
    "text",
    [
        "ควรปรับปรุงข้อความให้ชัดเจนและมีหลักฐานรองรับทุกข้อ " * 60,
        "ควรปรับปรุงข้อความให้ชัดเจนและมีหลักฐานรองรับทุกข้อ" * 60,
        "\n".join(f"ข้อ {number}" for number in range(200)),
        "x" * 40_000,
        "\n" * 300 + "ท้าย",
    ],
)
def test_a_long_remark_goes_on_in_further_rows_and_loses_no_letter(path, text):
    sheet = sheet_of(
        path, remark("a", FILE, author="ก", text={"th": text}), remark("b", FILE, text={"th": "ถัดไป"})
    )
    parts = said_in(sheet)
    assert parts[-1] == "ถัดไป"
    assert len(parts) > 2
    assert "".join(parts[:-1]) == text
    assert all(len(part) <= 32_767 for part in parts)
    assert sheet.cell(6, 2).value == "ก"
    assert sheet.cell(7, 2).value is None


def test_a_long_remark_is_cut_between_words(path):
    parts = said_in(sheet_of(path, remark("a", FILE, text={"th": "เทศบาลเมือง" * 150})))
    assert all(part.startswith(("เทศบาล", "เมือง")) for part in parts)


def test_a_change_too_long_for_a_row_keeps_its_looks(path):
    old, new = "เดิม " * 300, "ใหม่กว่า " * 300
    one = remark("a", FILE, sort="wording", proposed=new, anchor=Anchor(DREDGE, "name", "th", "", old))
    sheet = sheet_of(path, one)
    rich = [sheet.cell(row, SAID).value for row in range(6, sheet.max_row + 1)]
    blocks = [part for cell in rich for part in cell if isinstance(part, TextBlock)]
    assert "".join(part.text for part in blocks if part.font.strike).strip() == old.strip()
    assert "".join(part.text for part in blocks if part.font.u).strip() == new.strip()
