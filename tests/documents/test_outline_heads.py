"""Heads of one to three rows: where their cells stand, and how Word and the widths follow."""

import pytest
from docx.oxml.ns import qn

from success_desktop.documents.outline_anchors import AnchorBook
from success_desktop.documents.outline_blocks import (
    BAR,
    Column,
    DataRow,
    HeadCell,
    Phrase,
    Phrases,
    Section,
    Table,
    TotalRow,
)
from success_desktop.documents.outline_heads import list_head_texts, place_head
from success_desktop.documents.word_columns import CELL_PADDING, fit_columns
from success_desktop.documents.word_fonts import EMBEDDED_FONT, font_size
from success_desktop.documents.word_layout import TableLayout, fit_table, lay_out
from success_desktop.documents.word_tables import TableWriter
from success_desktop.documents.word_writer import write_word
from success_desktop.documents.word_xml import Marker
from tests.documents.letters import letter
from tests.documents.word_lint import lint
from tests.documents.word_reading import read_body, read_text, style_of
from tests.documents.word_widths import width_of


def say(text: str) -> Phrases:
    return (Phrase(text, "th"),)


def down(text: str, span: int = 1) -> HeadCell:
    return HeadCell(say(text), span, reaches_down=True)


def cell(text: str, span: int = 1) -> HeadCell:
    return HeadCell(say(text), span)


THREE_ROWS = (
    (down("ที่"), cell("งบประมาณ", 2), down("หน่วยงาน")),
    (cell("2566"), down("2567")),
    (cell("(บาท)"),),
)


def table(head=THREE_ROWS, width: int = 4, rows=None) -> Table:
    columns = tuple(Column(10, "text", f"c{place}") for place in range(width))
    cells = tuple(say(f"ค่า {place}") for place in range(width))
    data = rows or (DataRow(AnchorBook().mark_row("n1", "form"), cells),)
    return Table("form", (), (), columns, head, data)


def test_cells_stand_where_the_rows_above_leave_room():
    placed = [
        (one.cell.phrases[0].text, one.row, one.place, one.span, one.depth) for one in place_head(table())
    ]
    assert placed == [
        ("ที่", 0, 0, 1, 3),
        ("งบประมาณ", 0, 1, 2, 1),
        ("หน่วยงาน", 0, 3, 1, 3),
        ("2566", 1, 1, 1, 1),
        ("2567", 1, 2, 1, 2),
        ("(บาท)", 2, 1, 1, 1),
    ]


def test_texts_above_one_column_alone_are_told_with_its_place():
    assert list(list_head_texts(table())) == [
        (0, "ที่"),
        (3, "หน่วยงาน"),
        (1, "2566"),
        (2, "2567"),
        (1, "(บาท)"),
    ]


@pytest.mark.parametrize(
    ("head", "fault"),
    [
        ((tuple(cell(str(number)) for number in range(5)),), "wider"),
        ((tuple(cell(str(number)) for number in range(3)),), "open"),
        ((*THREE_ROWS[:2], (cell("ก"), cell("ข"))), "wider"),
        ((*THREE_ROWS[:2], ()), "open"),
    ],
)
def test_a_head_that_does_not_fit_its_table_is_a_fault(head, fault):
    with pytest.raises(ValueError, match=fault):
        place_head(table(head))


def print_table(made: Table, tmp_path):
    outline = letter(sections=(Section("landscape", (), (made,), "form"),))
    write_word(outline, tmp_path / "ตาราง.docx")
    assert lint(tmp_path / "ตาราง.docx") == []
    return next(read_body(tmp_path / "ตาราง.docx").iter(qn("w:tbl")))


def test_word_repeats_all_rows_of_a_head_and_merges_what_reaches_down(tmp_path):
    printed = print_table(table(), tmp_path)
    rows = list(printed.iterchildren(qn("w:tr")))
    heads = [row for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
    assert len(heads) == 3
    texts = [[read_text(one) for one in row.iterchildren(qn("w:tc"))] for row in heads]
    assert texts == [
        ["ที่", "งบประมาณ", "หน่วยงาน"],
        ["", "2566", "2567", ""],
        ["", "(บาท)", "", ""],
    ]
    merges = [
        [
            merge.get(qn("w:val"), "on")
            for one in row.iterchildren(qn("w:tc"))
            for merge in one.iter(qn("w:vMerge"))
        ]
        for row in heads
    ]
    assert merges == [["restart", "restart"], ["on", "restart", "on"], ["on", "on", "on"]]


def test_no_word_of_a_head_is_cut():
    words = ("จำนวน", "โครงการ", "รับผิดชอบ", "งบประมาณ")
    made = table((tuple(cell(f"{word} (บาท)") for word in words),))
    widths = fit_columns(made, 5000, 12)
    for word, width in zip(words, widths, strict=True):
        assert width_of(word, font_size(EMBEDDED_FONT, 12)) <= width - CELL_PADDING + 10


def test_the_head_is_as_high_as_its_tallest_column():
    lines = [
        lay_out(letter(sections=(Section("landscape", (), (made,)),))).tables[0].head_lines
        for made in (table((tuple(cell("ก") for _ in range(4)),)), table())
    ]
    assert lines == [1, 3]
    tall = table((*THREE_ROWS[:1], (cell("2566"), down("2567 " * 60)), THREE_ROWS[2]))
    assert lay_out(letter(sections=(Section("landscape", (), (tall,)),))).tables[0].head_lines > 4


def test_a_month_at_work_is_a_bar_whose_text_stays(tmp_path):
    cells: tuple[Phrases, ...] = (say("1"), (Phrase(BAR, ""),), (), (Phrase(BAR, ""),))
    printed = print_table(table(rows=(DataRow(AnchorBook().mark_row("n1", "form"), cells),)), tmp_path)
    row = list(printed.iterchildren(qn("w:tr")))[-1]
    assert [style_of(one) for one in row.iter(qn("w:p"))] == ["CellThai", "CellBar", "CellThai", "CellBar"]
    assert read_text(row) == f"1{BAR}{BAR}"


def test_a_changed_cell_is_bold_and_a_narrow_one_stays_narrow(tmp_path):
    cells = ((Phrase("1", "", is_bold=True),), (Phrase("ใหม่", "th", is_bold=True),), say("เดิม"), ())
    made = table(rows=(DataRow(AnchorBook().mark_row("n1", "form"), cells),))
    row = list(print_table(made, tmp_path).iterchildren(qn("w:tr")))[-1]
    bold = [read_text(run) for run in row.iter(qn("w:r")) if run.find(f".//{qn('w:rStyle')}") is not None]
    assert bold == ["1", "ใหม่"]


def test_bold_figures_are_set_as_narrow_as_their_column_needs():
    amount = (Phrase("1,475,226,000", "", is_bold=True),)
    made = Table(
        "form",
        (),
        (),
        (Column(1, "text", "name"), Column(1, "number", "budget")),
        ((cell("โครงการ"), cell("งบ")),),
        (DataRow(AnchorBook().mark_row("n1", "form"), (say("ก"), amount)), TotalRow(True, ((say("รวม"), 1), (amount, 1)))),
    )  # fmt: skip
    widths, percents = fit_table(made, 1600, 14)
    assert percents[1] < 100
    layout = TableLayout(widths, percents, False, 1, (1, 1))
    row = list(TableWriter(made, layout, Marker()).write())[2]
    assert f'<w:rStyle w:val="LabelText"/><w:w w:val="{percents[1]}"/>' in row
