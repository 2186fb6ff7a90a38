"""Files of tables: what is read, and what is said of files that are none."""

import io
import zipfile
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.documents.tables_in import read_table
from success_desktop.documents.tables_in_cells import Cell, cell_text, column_letter
from success_desktop.errors import UserError

ODS = "urn:oasis:names:tc:opendocument:xmlns"
ODS_CONTENT = (
    f'<office:document-content xmlns:office="{ODS}:office:1.0" xmlns:table="{ODS}:table:1.0" xmlns:text="{ODS}:text:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="ผ.02"><table:table-row>'
    '<table:table-cell office:value-type="string"><text:p>โครงการ</text:p></table:table-cell>'
    '<table:table-cell office:value-type="float" office:value="2566"><text:p>2566</text:p></table:table-cell>'
    "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
)
ODS_MANIFEST = f'<manifest:manifest xmlns:manifest="{ODS}:manifest:1.0"/>'


def save(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def archive(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name in names:
            packed.writestr(name, "<x/>")
    return stream.getvalue()


def excel_bytes() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "ผ.02"
    sheet["B3"] = "น้ำ\nไหล"
    sheet["C3"] = 50000
    book.create_sheet("ว่าง")
    hidden = book.create_sheet("ซ่อน")
    hidden.sheet_state = "hidden"
    hidden["A1"] = 1
    book.create_chartsheet("กราฟ")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


WHOLE = excel_bytes()


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read_table(path)
    assert caught.value.remedy("en")
    return caught.value.sentence("en")


def test_a_workbook_is_read_sheet_by_sheet_with_its_own_row_numbers(tmp_path):
    sheets = read_table(save(tmp_path / "a.xlsx", excel_bytes()))
    assert [(sheet.name, sheet.is_hidden) for sheet in sheets] == [
        ("ผ.02", False),
        ("ว่าง", False),
        ("ซ่อน", True),
    ]
    assert sheets[0].rows == ((3, ["", "น้ำ\nไหล", 50000.0]),)
    assert sheets[1].rows == ()


def test_what_a_file_is_does_not_depend_on_its_name(tmp_path):
    assert read_table(save(tmp_path / "a.xls", excel_bytes()))[0].name == "ผ.02"
    assert read_table(save(tmp_path / "b.xlsx", "ที่,โครงการ\n1,ก".encode()))[0].name == "b"


def test_an_opendocument_table_is_read(tmp_path):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("META-INF/manifest.xml", ODS_MANIFEST)
        packed.writestr("content.xml", ODS_CONTENT)
    (sheet,) = read_table(save(tmp_path / "a.ods", stream.getvalue()))
    assert (sheet.name, sheet.rows) == ("ผ.02", ((1, ["โครงการ", 2566.0]),))


def test_a_text_file_is_one_sheet_named_after_it(tmp_path):
    (sheet,) = read_table(save(tmp_path / "โครงการ.csv", "\n ที่,โครงการ\n,\n1,น้ำ\n".encode()))
    assert sheet.name == "โครงการ"
    assert sheet.rows == ((2, [" ที่", "โครงการ"]), (4, ["1", "น้ำ"]))


def test_a_missing_file_is_told_by_name(tmp_path):
    assert "“ไม่มี.xlsx” cannot be opened" in refusal(tmp_path / "ไม่มี.xlsx")


@pytest.mark.parametrize("data", [b"", b" \r\n \t"])
def test_an_empty_file_is_called_empty(tmp_path, data):
    assert refusal(save(tmp_path / "a.csv", data)) == "“a.csv” is empty."


def test_a_workbook_without_any_cell_is_called_empty(tmp_path):
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    assert refusal(tmp_path / "a.xlsx") == "“a.xlsx” is empty."


def test_a_workbook_with_a_password_says_so(tmp_path):
    container = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500)
    )
    assert refusal(save(tmp_path / "a.xlsx", container)) == "“a.xlsx” is protected by a password."


def test_a_workbook_of_excel_2003_is_refused_with_what_to_do(tmp_path):
    path = save(tmp_path / "a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(UserError) as caught:
        read_table(path)
    assert caught.value.sentence("en") == "“a.xls” is in the format of Excel 2003 or older."
    assert ".xlsx" in caught.value.remedy("en")


def test_a_workbook_cut_off_half_way_is_damaged(tmp_path):
    whole = excel_bytes()
    assert (
        refusal(save(tmp_path / "a.xlsx", whole[: len(whole) // 2]))
        == "“a.xlsx” is damaged or not a spreadsheet."
    )


def test_a_workbook_with_broken_parts_is_damaged(tmp_path):
    assert "damaged" in refusal(save(tmp_path / "a.xlsx", archive("xl/workbook.xml", "_rels/.rels")))


def test_a_word_document_under_another_name_is_recognised(tmp_path):
    path = save(tmp_path / "a.xlsx", archive("word/document.xml", "_rels/.rels"))
    assert refusal(path) == "“a.xlsx” is a Word document, not a spreadsheet."


@pytest.mark.parametrize("place", ["XFD1048576", "ALL60000"])
def test_a_forgotten_cell_far_away_is_refused_before_it_fills_the_memory(tmp_path, place):
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "โครงการ"
    book.worksheets[0][place] = "x"
    book.save(tmp_path / "a.xlsx")
    assert "A sheet of “a.xlsx” is too large to be read" in refusal(tmp_path / "a.xlsx")


def test_a_format_far_away_is_no_cell_of_the_list(tmp_path):
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "โครงการ"
    book.worksheets[0]["XFD1048576"].number_format = "0.00"
    book.save(tmp_path / "a.xlsx")
    assert read_table(tmp_path / "a.xlsx")[0].rows == ((1, ["โครงการ"]),)


@pytest.mark.parametrize("data", [b"%PDF-1.7 \xff\xfe", archive("plan.db")])
def test_other_kinds_of_files_are_no_spreadsheet(tmp_path, data):
    assert refusal(save(tmp_path / "a.xlsx", data)) == "“a.xlsx” is not a spreadsheet."


@pytest.mark.parametrize("data", [b"<html><table>", b"\n<!DOCTYPE HTML>", b"<TABLE border=1>"])
def test_a_web_page_saved_as_excel_is_recognised(tmp_path, data):
    assert refusal(save(tmp_path / "a.xls", data)) == "“a.xls” is a web page under the name of a table."


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  น้ำ \r\nไหล\r", "น้ำ \nไหล"),
        ("ก\vข\x07ค\x00", "ก\nขค"),
        (50000.0, "50000"),
        (0.1, "0.1"),
        (1e16, "10000000000000000"),
        (1e-7, "0.0000001"),
        (float("inf"), "inf"),
        (12, "12"),
        (True, "TRUE"),
        (date(2023, 10, 1), "1/10/2566"),
        (datetime(2566, 10, 1, tzinfo=UTC), "1/10/2566"),
        (time(8, 30), "08:30:00"),
        (timedelta(hours=2), "2:00:00"),
    ],
)
def test_a_cell_reads_as_a_person_sees_it(cell: Cell, text: str):
    assert cell_text(cell) == text


@pytest.mark.parametrize(("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_called_as_in_excel(index, letter):
    assert column_letter(index) == letter


@given(st.data())
def test_a_workbook_with_any_bytes_spoilt_is_read_or_refused(tmp_path_factory, data):
    spoilt = bytearray(WHOLE)
    for place in data.draw(st.lists(st.integers(0, len(spoilt) - 1), min_size=1, max_size=4)):
        spoilt[place] = data.draw(st.integers(0, 255))
    path = save(tmp_path_factory.mktemp("spoilt") / "a.xlsx", bytes(spoilt))
    with suppress(UserError):
        assert any(sheet.rows for sheet in read_table(path))


def test_an_error_of_a_formula_is_read_as_its_text_not_as_blank(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.create_sheet("ผ.02", 0)
    sheet.append(["ขุดลอกคลอง", 500000])
    sheet["B1"].value, sheet["B1"].data_type = "#REF!", "e"
    book.save(tmp_path / "a.xlsx")
    assert read_table(tmp_path / "a.xlsx")[0].rows == ((1, ["ขุดลอกคลอง", "#REF!"]),)
