"""Rows set as cells, and cut."""

import pytest

from success_desktop.documents.outline_blocks import BAR, GroupRow, Phrase, TotalRow
from success_desktop.documents.pdf.tables_rows import Row, RowSetter
from success_desktop.documents.pdf.tables_setting import CELL_EDGE, set_table
from tests.documents.pdf.printed_tables import WIDTH, baht, data, group, table, th, total


def setter_of(row_height: int = 0) -> RowSetter:
    printed = table(data(1), row_height=row_height)
    return RowSetter(printed, set_table(printed, WIDTH, "both"))


def line_height() -> float:
    return set_table(table(data(1)), WIDTH, "th").leading


def lines_of(row: Row) -> list[int]:
    return [len(cell.lines) for cell in row.cells]


def texts(row: Row, place: int) -> str:
    return "|".join(line.line.text if line.line else "" for line in row.cells[place].lines)


def tall_row(count: int, objective: str = "ก\nข\nค") -> Row:
    return setter_of().set_row(
        data(1, name="\n".join(f"m{line}" for line in range(count)), objective=objective)
    )


def test_a_row_is_as_high_as_its_tallest_cell():
    assert setter_of().set_row(data(1)).height == pytest.approx(line_height() + 2 * CELL_EDGE)
    assert tall_row(3).height == pytest.approx(3 * line_height() + 2 * CELL_EDGE)


def test_a_row_without_any_text_is_a_line_high():
    empty = data(1)._replace(cells=((),) * 6)

    assert setter_of().set_row(empty).height == pytest.approx(line_height() + 2 * CELL_EDGE)


def test_a_row_to_be_written_into_is_as_high_as_asked():
    assert setter_of(row_height=1200).set_row(data(1)).height == 60
    assert setter_of(row_height=100).set_row(data(1)).height > 5


def test_only_rows_of_more_than_eight_lines_may_be_broken():
    assert not tall_row(8).is_breakable
    assert tall_row(9).is_breakable


def test_cells_stand_as_their_columns_say():
    row = setter_of().set_row(data(1))

    assert [cell.align for cell in row.cells] == ["centre", "left", "left", "right", "right", "left"]
    assert [cell.place for cell in row.cells] == list(range(6))
    assert not any(cell.is_head for cell in row.cells)


def test_a_row_knows_the_anchor_it_is_found_by():
    (place,) = setter_of().set_row(data(7)).places
    assert (place.name, place.node_id, place.down) == ("r_7", "n7", 0)


def test_an_amount_keeps_to_one_line_while_a_remark_in_its_place_is_broken():
    setter = setter_of()
    amount = setter.set_row(data(1, amount="1,234,567,890.00"))
    remark = setter.set_row(data(1, amount="โอนไปตั้งจ่ายเป็นรายการใหม่ตามมติของคณะกรรมการ " * 3))

    assert len(amount.cells[3].lines) == 1
    assert 0.5 <= amount.cells[3].scale < 1
    assert len(remark.cells[3].lines) > 1
    assert remark.cells[3].scale == 1


def test_two_amounts_in_a_cell_stand_below_each_other():
    assert texts(setter_of().set_row(data(1, amount="1,000\n2,000")), 3) == "1,000|2,000"


def test_a_bar_is_told_from_other_texts():
    bar = data(1)._replace(
        cells=(baht("1"), th(BAR), th(f"{BAR} x"), (), (), (Phrase(BAR, ""), Phrase("x", "")))
    )
    row = setter_of().set_row(bar)

    assert [cell.is_bar for cell in row.cells] == [False, True, False, False, False, False]
    assert row.cells[1].align == "centre"
    assert texts(row, 1) == BAR


def test_a_group_line_fills_all_columns_further_in_at_each_level():
    outer, inner = (setter_of().set_row(group("น้ำ", level, "Water")) for level in (0, 2))
    (cell,), (inner_cell,) = outer.cells, inner.cells

    assert (cell.span, cell.is_head) == (6, True)
    assert inner_cell.indent > cell.indent == 0
    assert texts(outer, 0) == "แผนงาน  น้ำ|Programme  Water"
    assert [place.name for place in outer.places] == ["f_น้ำ"]
    assert {place.node_id for place in outer.places} == {""}


def test_a_group_line_without_a_label_is_its_text():
    bare = group("x").lines[0]._replace(label=group("x").lines[0].label._replace(phrase=Phrase("", "")))

    assert texts(setter_of().set_row(GroupRow(0, (bare,))), 0) == "x"


def test_sums_stand_below_their_columns_behind_their_label():
    row = setter_of().set_row(total("รวม 3 โครงการ", "1,000"))

    assert row.kind == "total"
    assert [(cell.place, cell.span) for cell in row.cells] == [(0, 3), (3, 1), (4, 1), (5, 1)]
    assert [cell.align for cell in row.cells] == ["left", "right", "right", "left"]
    assert [cell.is_head for cell in row.cells] == [True, False, False, False]
    assert all(cell.is_middle for cell in row.cells)
    assert setter_of().set_row(total("x", is_grand=True)).kind == "grand"


def test_all_sums_of_a_row_are_equally_narrow():
    sums = TotalRow(False, ((th("รวม"), 3), (baht("91,234,567,890,123.00"), 1), (baht("1"), 1), ((), 1)))
    row = setter_of().set_row(sums)

    assert row.cells[1].scale == row.cells[2].scale < 1


def test_a_row_is_cut_where_the_room_ends_and_nothing_of_it_is_lost():
    row = tall_row(12)
    parts = row.split(5 * line_height() + 2 * CELL_EDGE, 2)

    assert parts is not None
    begun, rest = parts
    assert lines_of(begun) == [1, 5, 3, 1, 0, 1]
    assert lines_of(rest) == [0, 7, 0, 0, 0, 0]
    assert f"{texts(begun, 1)}|{texts(rest, 1)}" == texts(row, 1)
    assert begun.height == pytest.approx(5 * line_height() + 2 * CELL_EDGE)
    assert rest.height == pytest.approx(7 * line_height() + 2 * CELL_EDGE)
    assert begun.places == row.places
    assert rest.places == ()
    assert begun.tags is rest.tags is row.tags


def test_two_lines_stand_on_either_side_of_a_cut():
    row = tall_row(12)
    whole = row.split(10_000, 2)

    assert whole is not None
    assert lines_of(whole[1])[1] == 2
    assert row.split(2 * line_height(), 2) is None
    assert tall_row(3).split(10_000, 2) is None


def test_the_least_part_of_a_row_is_the_fewest_lines_that_may_stand_alone():
    parts = tall_row(12).split(0, 2, is_least=True)

    assert parts is not None
    assert lines_of(parts[0]) == [1, 2, 2, 1, 0, 1]
    assert tall_row(3).split(0, 2, is_least=True) is None


def test_a_row_without_lines_is_not_cut():
    assert setter_of(row_height=20_000).set_row(data(1)._replace(cells=((),) * 6)).split(10, 1) is None


def test_a_blank_line_does_not_begin_the_rest():
    row = setter_of().set_row(data(1, name="a\nb\nc\n\nd\ne\nf\ng\nh\ni"))
    parts = row.split(3 * line_height() + 2 * CELL_EDGE + 1, 2)

    assert parts is not None
    assert texts(parts[0], 1) == "a|b|c"
    assert texts(parts[1], 1).startswith("d|e")
