"""Clipboards of Excel, LibreOffice, Word and a browser become blocks of cells."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.services.copying import CopiedCell, write_block, write_html
from success_desktop.services.pasting_text import is_single, read_block, read_clipboard, read_html_block

WORD_TABLE = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><title>x</title><style><!-- p.MsoNormal {margin:0cm} --></style></head><body lang=TH>
<!--StartFragment--><table class=MsoTableGrid border=1>
 <tr style='mso-yfti-irow:0'><td width=300 valign=top><p class=MsoNormal>โครงการขุดลอก<o:p></o:p></p></td>
  <td><p class=MsoNormal align=right><span lang=EN-US>1,200,000</span><o:p>&nbsp;</o:p></p></td></tr>
 <tr><td><p>โครงการ<br>
  ฝาย&amp;บ่อ</p><p>ระยะที่ 2</p></td><td><p>&nbsp;</p></td></tr>
</table><!--EndFragment--></body></html>"""


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("โครงการ\t1,200,000\r\nฝาย\t5\r\n", (("โครงการ", "1,200,000"), ("ฝาย", "5"))),
        ("โครงการ\t1\nฝาย\t2", (("โครงการ", "1"), ("ฝาย", "2"))),
        ("a\rb\r", (("a",), ("b",))),
        ('"สองบรรทัด\nในช่องเดียว"\t5\r\n', (("สองบรรทัด\nในช่องเดียว", "5"),)),
        ('"บรรทัด\r\nสอง"\r\n', (("บรรทัด\nสอง",),)),
        ('"ตลาด ""น้ำ"" เก่า\nระยะ 2"\t"a\tb"\r\n', (('ตลาด "น้ำ" เก่า\nระยะ 2', "a\tb"),)),
        ('ท่อ 5" ยาว\t1\r\n', (('ท่อ 5" ยาว', "1"),)),
        ('"สุขใจ"\t1\r\n', (('"สุขใจ"', "1"),)),
        ('"สุขใจ" พัฒนา\t1\r\nต่อไป\t2\r\n', (('"สุขใจ" พัฒนา', "1"), ("ต่อไป", "2"))),
        ('"เปิดค้าง\t1\r\nต่อไป\t2\r\n', (('"เปิดค้าง', "1"), ("ต่อไป", "2"))),
        ('"""ทั้งช่อง"""\t""\r\n', (('"ทั้งช่อง"', ""),)),
        ("a\t\r\n\tb\r\n", (("a", ""), ("", "b"))),
        ("a\t", (("a", ""),)),
        ("\u00a0\t \u00a0 \t1\u00a0200\r\n", (("", "", "1\u00a0200"),)),
        ("a\r\n\r\nb\r\n", (("a",), ("",), ("b",))),
        ("a\tb\tc\r\nd\r\n", (("a", "b", "c"), ("d",))),
        ("เดี่ยว", (("เดี่ยว",),)),
        ("ปิดท้าย\r\n\0", (("ปิดท้าย",),)),
        ("", ()),
    ],
)
def test_tab_text_is_read_as_spreadsheets_write_it(text: str, block: tuple[tuple[str, ...], ...]) -> None:
    assert read_block(text) == block


PLAIN_CELLS = st.text(alphabet="กำ้๑1, \u00a0'-", max_size=6)
ANY_CELLS = st.text(alphabet="กำ1\"\t\n' ,", max_size=8)


@given(st.lists(st.lists(ANY_CELLS, min_size=2, max_size=4), min_size=1, max_size=5))
def test_what_is_copied_is_read_back(rows: list[list[str]]) -> None:
    text = write_block([[CopiedCell(cell) for cell in row] for row in rows])
    kept = tuple(tuple(cell if cell.strip() else "" for cell in row) for row in rows)
    assert read_block(text) == kept
    told = list(csv.reader(io.StringIO(text, newline=""), csv.excel_tab))
    assert told == rows


@given(st.lists(st.lists(PLAIN_CELLS, min_size=1, max_size=4), min_size=1, max_size=5))
def test_cells_without_quotes_need_none(rows: list[list[str]]) -> None:
    text = "".join("\t".join(row) + "\r\n" for row in rows)
    assert read_block(text) == tuple(tuple(cell if cell.strip() else "" for cell in row) for row in rows)


@given(st.text(alphabet='a"\t\r\n', max_size=40))
def test_no_letter_of_any_text_is_lost(text: str) -> None:
    letters = sum(cell.count("a") for row in read_block(text) for cell in row)
    assert letters == text.count("a")


def test_a_table_of_word_is_read_from_its_html_where_a_cell_has_two_paragraphs() -> None:
    text = "โครงการขุดลอก\t1,200,000\r\nโครงการ\r\nฝาย&บ่อ\r\nระยะที่ 2\t\r\n"
    block = (("โครงการขุดลอก", "1,200,000"), ("โครงการ\nฝาย&บ่อ\nระยะที่ 2", ""))
    assert read_clipboard(text, WORD_TABLE) == block
    assert read_html_block(WORD_TABLE) == block


def test_a_spreadsheet_that_offers_both_is_read_from_its_text() -> None:
    html = "<table><tr><td>ตาม html</td><td>1</td></tr></table>"
    assert read_clipboard("ตามข้อความ\t1\r\n", html) == (("ตามข้อความ", "1"),)


def test_a_table_without_tab_text_is_read_from_its_html() -> None:
    html = "<table><tbody><tr><th>ก<td>1<tr><td>ข</td><td>2</td></tr></tbody></table>"
    assert read_clipboard("ก 1 ข 2", html) == (("ก", "1"), ("ข", "2"))


@pytest.mark.parametrize(
    "html",
    [
        "<p>ข้อความธรรมดา</p>",
        "<p>คำนำ</p><table><tr><td>1</td></tr></table>",
        "<table><tr><td>1</td></tr></table> ต่อท้าย",
        "<html><head><style>td {}</style></head><body></body></html>",
    ],
)
def test_a_passage_is_pasted_as_its_text(html: str) -> None:
    assert read_clipboard("คำนำ\n1", html) == (("คำนำ",), ("1",))


def test_merged_cells_leave_the_others_empty() -> None:
    html = (
        "<table><tr><td rowspan='2'>ก</td><td colspan=2>ข</td></tr><tr><td>ค</td><td>ง</td></tr>"
        "<tr><td colspan='x'>จ</td></tr></table>"
    )
    assert read_html_block(html) == (("ก", "ข", ""), ("", "ค", "ง"), ("จ",))


def test_only_the_first_table_is_read_and_tables_within_it_are_words_of_their_cell() -> None:
    html = (
        "<table><tr><td>ก<table><tr><td>ใน</td></tr></table>ท้าย</td></tr></table>"
        "<table><tr><td>สอง</td></tr></table>"
    )
    assert read_html_block("<td>ไม่มีตาราง</td>") == ()
    block = read_html_block(html)
    assert block == ()
    assert read_html_block(html.split("</td></tr></table><table>")[0] + "</table>") == (("กในท้าย",),)


def test_scripts_are_neither_run_nor_read() -> None:
    html = "<table><td>ก<script>alert('x')</script></td><td>ข</td></table></script>"
    assert read_html_block(html) == (("ก", "ข"),)


def test_the_html_that_is_copied_is_read_back_and_shows_amounts_with_commas() -> None:
    rows = [
        [CopiedCell("โครงการ <ก> & ข\nสอง"), CopiedCell("1200000.50", True)],
        [CopiedCell("1.1.1"), CopiedCell("")],
    ]
    html = write_html(rows, ["ชื่อ", "บาท"])
    assert read_html_block(html) == (
        ("ชื่อ", "บาท"),
        ("โครงการ <ก> & ข\nสอง", "1,200,000.50"),
        ("1.1.1", ""),
    )
    assert 'x:num="1200000.50"' in html
    assert html.count("\\@") == 2
    assert "<td></td>" in html


def test_one_cell_is_told_from_several() -> None:
    assert is_single((("ก",),))
    assert not is_single((("ก", "ข"),))
    assert not is_single((("ก",), ("ข",)))
    assert not is_single(())
