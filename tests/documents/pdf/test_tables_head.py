"""Heads of one to three rows."""

from pathlib import Path

import pytest

from success_desktop.documents.outline_blocks import Anchor, Column, DataRow, HeadCell, Phrase, Table
from success_desktop.documents.pdf.tables_head import Head, set_head
from success_desktop.documents.pdf.tables_setting import CELL_EDGE, set_table
from tests.documents.pdf.pdf_reading import read_pages
from tests.documents.pdf.printed_tables import (
    EDGE,
    WIDTH,
    Letter,
    baht,
    data,
    find_text,
    print_table,
    read_letters,
    table,
    th,
)

SEVEN = tuple(Column(1, "text", f"c{place}") for place in range(7))
THREE_ROWS = (
    (HeadCell(th("No"), 1, True), HeadCell(th("Money"), 5), HeadCell(th("Who"), 1, True)),
    (HeadCell(th("Plan"), 2), HeadCell(th("Paid"), 2), HeadCell(th("Rest"), 1, True)),
    (HeadCell(th("A1")), HeadCell(th("A2")), HeadCell(th("B1")), HeadCell(th("B2"))),
)


def three_rows(*rows: DataRow) -> Table:
    return table(*rows, columns=SEVEN, head=THREE_ROWS)


def row(number: int) -> DataRow:
    return DataRow(Anchor(f"r_{number}", f"n{number}", "", ""), (baht(f"#{number}"), *(th("x"),) * 6))


def head_of(printed: Table, width: float = WIDTH - 2 * EDGE) -> Head:
    return set_head(printed, set_table(printed, width, "th"))


def letter(letters: list[Letter], text: str) -> Letter:
    return find_text(letters, text)[0]


def test_a_head_of_one_line_is_as_high_as_the_line():
    printed = table(data(1))
    setting = set_table(printed, WIDTH, "th")

    assert set_head(printed, setting).height == pytest.approx(setting.leading + 2 * CELL_EDGE)


def test_a_head_is_as_high_as_its_tallest_cell():
    tall = (*table().head[0][:-1], HeadCell(th("ก\nข\nค")))

    assert head_of(table(data(1), head=(tall,))).height > head_of(table(data(1))).height * 2


def test_a_cell_that_reaches_down_makes_all_its_rows_taller():
    names = HeadCell(th("ก\nข\nค\nง\nจ\nฉ"), 1, True)
    head = head_of(table(row(1), columns=SEVEN, head=((names, *THREE_ROWS[0][1:]), *THREE_ROWS[1:])))

    assert head.heights == pytest.approx([head.height / 3] * 3)
    assert head.height > head_of(three_rows(row(1))).height


def test_cells_say_where_they_begin_and_how_high_they_are():
    head = head_of(three_rows(row(1)))
    each = head.height / 3

    assert head.span(0, 3) == pytest.approx((0, head.height))
    assert head.span(1, 2) == pytest.approx((each, 2 * each))
    assert head.span(2, 1) == pytest.approx((2 * each, each))


def test_three_rows_stand_above_each_other_over_the_columns_they_head(tmp_path: Path):
    path = tmp_path / "head.pdf"
    print_table(three_rows(row(1)), path)
    letters = read_letters(path)

    tops = [letter(letters, text).bottom for text in ("Money", "Plan", "A1", "#1")]
    assert tops == sorted(tops, reverse=True)
    assert len({round(top) for top in tops}) == 4
    assert letter(letters, "A1").left < letter(letters, "Plan").left + 30 < letter(letters, "B1").left
    assert letter(letters, "Paid").left > letter(letters, "A2").left
    middle = (letter(letters, "Money").bottom + letter(letters, "A1").bottom) / 2
    assert letter(letters, "No").bottom == pytest.approx(middle, abs=0.5)
    rest = (letter(letters, "Plan").bottom + letter(letters, "A1").bottom) / 2
    assert letter(letters, "Rest").bottom == pytest.approx(rest, abs=0.5)


def test_three_rows_are_repeated_on_every_page(tmp_path: Path):
    path = tmp_path / "head.pdf"
    count = print_table(three_rows(*(row(number) for number in range(50))), path)

    assert count > 1
    for text in ("Money", "Plan", "Paid", "A1", "B2", "Rest", "Who"):
        assert [page.count(text) for page in read_pages(path)] == [1] * count


def test_a_bilingual_head_has_both_languages_in_each_cell(tmp_path: Path):
    path = tmp_path / "head.pdf"
    cell = HeadCell((Phrase("โครงการ", "th"), Phrase("Project", "en")))
    print_table(table(data(1), head=((cell, *table().head[0][1:]),)), path, "both")
    letters = read_letters(path)

    assert letter(letters, "Project").top < letter(letters, "โ").bottom
