"""Text tables: encodings and delimiters that nothing declares."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.documents.tables_in_text import decode_text, parse_text_table
from success_desktop.errors import UserError

THAI = "ที่,โครงการ,งบประมาณ 2566 (บาท)\n1,ขุดลอกคลองส่งน้ำ “สายใหญ่” ก.ม. 2,500000\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_thai_is_read_in_every_encoding_that_excel_writes(encoding):
    assert decode_text(THAI.encode(encoding), "a.csv") == THAI


def test_utf_16_is_read_in_either_byte_order():
    assert decode_text(b"\xfe\xff" + THAI.encode("utf-16-be"), "a.csv") == THAI


@pytest.mark.parametrize(
    "data",
    [
        "Café,Übung,naïve\n".encode("latin-1"),
        "事業,目的\n".encode("shift-jis"),
        b"\xdb\xdc\xdd\n",
        b"a\0b\0",
        b"\xff\xfea",
    ],
)
def test_an_encoding_that_cannot_be_told_is_refused_with_advice(data):
    with pytest.raises(UserError) as caught:
        decode_text(data, "a.csv")
    assert "“a.csv”" in caught.value.sentence("en")
    assert ".xlsx" in caught.value.remedy("en")


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_refused(data):
    with suppress(UserError):
        assert isinstance(decode_text(data, "a.csv"), str)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found(delimiter):
    rows = [["ที่", "โครงการ", "เป้าหมาย"], ["1", "คลอง", "3 แห่ง"]]
    assert parse_text_table("\n".join(map(delimiter.join, rows)), "a.csv") == rows


def test_commas_within_amounts_do_not_beat_semicolons():
    text = "ที่;โครงการ;2566\n1;ถนน;1,200,000\n2;คลอง;500,000\n"
    assert parse_text_table(text, "a.csv")[1] == ["1", "ถนน", "1,200,000"]


def test_cells_in_quotation_marks_keep_lines_marks_and_delimiters():
    text = 'ที่,โครงการ\n1,"ขุดลอก\nคลอง ""ใหญ่"", ตอน 2"\n'
    assert parse_text_table(text, "a.csv")[1] == ["1", 'ขุดลอก\nคลอง "ใหญ่", ตอน 2']


def test_the_delimiter_that_excel_declares_is_believed():
    assert parse_text_table("sep=|\r\nก|ข,ค\r\n", "a.csv") == [["ก", "ข,ค"]]


def test_quotation_marks_that_do_not_pair_are_told_by_line():
    with pytest.raises(UserError) as caught:
        parse_text_table('ที่,โครงการ\n1,"ขุดลอก\n2,ถนน\n', "a.csv")
    assert (
        caught.value.sentence("en")
        == "The quotation marks in “a.csv” do not pair: something is wrong up to line 3."
    )


def test_a_delimiter_under_which_the_marks_do_not_pair_is_no_delimiter():
    text = 'ที่;โครงการ\n1;"ก"\n2;"ข, ค"\n3,"ง"x\n'
    assert len(parse_text_table(text, "a.csv")[0]) == 2


@given(st.text(max_size=100))
def test_any_text_is_a_table_or_refused(text):
    with suppress(UserError):
        assert all(isinstance(cell, str) for record in parse_text_table(text, "a.csv") for cell in record)
