"""The widths of columns and of amounts."""

from pathlib import Path

import pytest

from success_desktop.documents.outline_blocks import Anchor, Column, DataRow, HeadCell, TableRow, TotalRow
from success_desktop.documents.pdf.tables_setting import CELL_SIDE, scale_sums, set_table
from tests.documents.pdf.printed_tables import (
    COLUMNS,
    EDGE,
    HEAD,
    WIDTH,
    baht,
    data,
    end_of,
    find_text,
    print_table,
    read_letters,
    table,
    th,
    total,
)

TEN_DIGITS = "1,234,567,890.00"
YEARS = range(2568, 2573)
THIRTEEN = (
    Column(1, "centre", "number"),
    *(Column(4, "text", f"text{place}") for place in range(6)),
    *(Column(2, "number", f"budget:{year}") for year in YEARS),
    Column(3, "text", "lead"),
)


def wide_row(number: int, amount: str) -> DataRow:
    texts = (th("โครงการก่อสร้าง"),) * 6
    return DataRow(
        Anchor(f"r_{number}", f"n{number}", "", ""),
        (baht(f"#{number}"), *texts, *(baht(amount),) * 5, th("กองช่าง")),
    )


def wide_total(amount: str) -> TotalRow:
    return TotalRow(True, ((th("รวม"), 7), *((baht(amount), 1),) * 5, ((), 1)))


def wide_table(*rows: TableRow):
    return table(*rows, columns=THIRTEEN, head=(tuple(HeadCell(th(f"H{place}")) for place in range(13)),))


def test_columns_fill_the_width():
    setting = set_table(table(data(1)), 500, "th")

    assert setting.edges[0] == 0
    assert setting.edges[-1] == pytest.approx(500)
    assert list(setting.edges) == sorted(set(setting.edges))
    assert setting.columns == len(COLUMNS)


def test_type_is_smaller_where_there_are_many_columns():
    few = table(
        DataRow(Anchor("r_1", "n1", "", ""), (th("ก"), th("ข"))),
        columns=COLUMNS[1:3],
        head=(HEAD[0][1:3],),
    )
    small, ordinary = set_table(table(data(1)), 500, "th"), set_table(few, 500, "th")

    assert small.size < ordinary.size
    assert small.leading < ordinary.leading


def test_rows_are_as_high_as_people_need_to_write_into_them():
    assert set_table(table(data(1), row_height=800), 500, "th").least_height == 40


@pytest.mark.parametrize(("language", "main"), [("th", "th"), ("en", "en"), ("both", "th")])
def test_texts_without_a_language_are_in_that_of_the_document(language, main: str):
    assert set_table(table(data(1)), 500, language).main_language == main


def test_amounts_keep_their_natural_width_where_there_is_room():
    assert set_table(table(data(1, amount="100")), 500, "th").scales == (1,) * 6


def test_amounts_of_a_column_are_all_as_narrow_as_the_longest_of_them_needs():
    setting = set_table(wide_table(wide_row(1, "5"), wide_row(2, TEN_DIGITS)), 500, "th")

    assert all(0.5 < scale < 1 for scale in setting.scales[7:12])
    assert set(setting.scales[:7]) == {1}
    widest = setting.share_of(TEN_DIGITS, 7)
    assert setting.scales[7] == pytest.approx(widest)


def test_a_remark_in_a_column_of_amounts_makes_no_amount_narrow():
    remark = "ยกเลิกและโอนไปตั้งจ่ายเป็นรายการใหม่ตามมติของคณะกรรมการพัฒนาท้องถิ่น" * 3
    setting = set_table(table(data(1, amount="100"), data(2, amount=remark)), 400, "th")

    assert setting.scales[3] == 1


def test_sums_of_a_row_are_all_as_narrow_as_one_of_them_needs():
    sums = wide_total(TEN_DIGITS)
    narrow = wide_table(wide_row(1, "5"), sums)
    setting = set_table(narrow, 450, "th")
    scale = scale_sums(setting, narrow, sums)

    assert 0 < scale < 1
    assert scale * setting.size > 0
    assert scale_sums(setting, narrow, wide_total("5")) == 1
    assert scale_sums(setting, table(data(1)), total("S", "-")) == 1


@pytest.mark.parametrize("amount", ["7,777", "100,000.00", TEN_DIGITS])
def test_no_figure_is_broken_or_leaves_its_cell(tmp_path: Path, amount: str):
    path = tmp_path / "wide.pdf"
    printed = wide_table(wide_row(1, amount), wide_row(2, "1"), wide_total(amount))
    print_table(printed, path)
    setting = set_table(printed, WIDTH - 2 * EDGE, "th")
    letters = read_letters(path)

    rights = [EDGE + setting.edges[place + 1] - CELL_SIDE for place in range(7, 12)]
    assert end_of(letters, amount) == pytest.approx(rights * 2, abs=0.7)
    lefts = [letter.left for letter in find_text(letters, amount)]
    edges = [EDGE + setting.edges[place] for place in range(7, 12)]
    assert all(left > edge for left, edge in zip(lefts, edges * 2, strict=True))
