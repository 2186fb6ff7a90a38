"""A table without one of its columns: head, rows and sums close the gap."""

from success_desktop.documents.change_rows import find_rows, without_column
from success_desktop.documents.outline_blocks import (
    Anchor,
    Column,
    DataRow,
    GroupRow,
    HeadCell,
    Label,
    Phrase,
    Phrases,
    Table,
    Titled,
    TotalRow,
)


def cell(text: str) -> Phrases:
    return (Phrase(text, ""),)


GROUP = GroupRow(0, (Titled(Label(Phrase("กลุ่ม", "th")), Phrase("ก", "th")),))
TABLE = Table(
    form="p02",
    titles=(),
    caption=(),
    columns=tuple(
        Column(10, "text", source) for source in ("number", "budget:2566", "budget:2567", "reason")
    ),
    head=(
        (HeadCell(cell("ที่"), 1, True), HeadCell(cell("งบ"), 2), HeadCell(cell("เหตุผล"), 1, True)),
        (HeadCell(cell("2566")), HeadCell(cell("2567"))),
    ),
    rows=(
        GROUP,
        DataRow(Anchor("r_1", "node-1", "", ""), (cell("1"), cell("5"), cell("6"), cell("เพราะ"))),
        TotalRow(True, ((cell("รวม"), 1), (cell("5"), 1), (cell("6"), 1), (cell(""), 1))),
        TotalRow(True, ((cell("รวม"), 2), (cell("6"), 2))),
    ),
)


def test_the_last_column_goes_with_its_head_and_cells():
    slim = without_column(TABLE, "reason")
    assert [column.source for column in slim.columns] == ["number", "budget:2566", "budget:2567"]
    assert [[item.phrases[0].text for item in row] for row in slim.head] == [["ที่", "งบ"], ["2566", "2567"]]
    assert slim.rows == (
        GROUP,
        DataRow(Anchor("r_1", "node-1", "", ""), (cell("1"), cell("5"), cell("6"))),
        TotalRow(True, ((cell("รวม"), 1), (cell("5"), 1), (cell("6"), 1))),
        TotalRow(True, ((cell("รวม"), 2), (cell("6"), 1))),
    )


def test_a_column_below_a_common_head_narrows_that():
    slim = without_column(TABLE, "budget:2567")
    assert [[(item.phrases[0].text, item.span) for item in row] for row in slim.head] == [
        [("ที่", 1), ("งบ", 1), ("เหตุผล", 1)],
        [("2566", 1)],
    ]


def test_a_column_that_is_not_there_takes_nothing_away():
    assert without_column(TABLE, "kpi") is TABLE


def test_rows_are_found_by_their_nodes_with_the_table_they_stand_in():
    assert find_rows((TABLE,)) == {"node-1": (TABLE, TABLE.rows[1])}
