"""The first row of a pasted block may name its columns."""

import pytest

from success_desktop.services.pasting_preview import PasteOptions
from tests.plans import small_plan
from tests.services.pastes import NAME_TITLE, NUMBER_TITLE, grid_of, look


def test_heads_say_where_columns_go() -> None:
    plan = small_plan()
    text = "ลำดับ\tงบประมาณ 2569\tชื่อโครงการ\tหน่วยงานหลัก\tวัตถุประสงค์\tรวม\tชื่อโครงการ\r\n1\t5\tก\tกองช่าง\tสมชาย\t5\tซ้ำ\r\n"
    preview = look(plan, text, PasteOptions(row=1, column=5, row_count=2))
    assert preview.has_heads
    assert [(cell.row, cell.head, cell.typed) for cell in preview.changes] == [
        (2, "งบประมาณ (บาท) 2569", "5"),
        (2, NAME_TITLE, "ก"),
        (2, "หน่วยงานรับผิดชอบหลัก", "กองช่าง"),
    ]
    assert preview.left_out == ("วัตถุประสงค์", "ชื่อโครงการ")
    assert preview.computed == (NUMBER_TITLE, "รวม")


def test_heads_of_the_grid_itself_and_english_ones_are_known() -> None:
    plan = small_plan()
    thai = look(plan, "งบประมาณ (บาท) 2568\t2569\tวันเริ่มต้น\r\n1\t2\t3/4/2567\r\n")
    assert thai.has_heads
    grid = grid_of(plan, "name", "budget:2568", "start_on", language="en")
    english = look(
        plan, "Project name\t2025\tProject name (English)\tStart\r\nA\t1\tB\t2 Jan 2024\r\n", grid=grid
    )
    assert [cell.typed for cell in english.changes] == ["A", "1", "2 Jan 2024"]
    assert english.left_out == ("Project name (English)",)
    other = look(plan, "ชื่อโครงการ (อังกฤษ)\tStart\tชื่อ (ไทย)\r\nA\t2 Jan 2024\r\n", grid=grid)
    assert [cell.typed for cell in other.changes] == ["A", "2 Jan 2024"]


@pytest.mark.parametrize(
    "text",
    ["2568\r\n2569\r\n", "ก\tข\r\nค\tง\r\n", "ชื่อโครงการ\tข\tค\tง\r\n1\r\n", "ชื่อโครงการ\t1", "\t\r\nก\tข\r\n"],
)
def test_a_row_that_may_be_values_is_not_taken_for_heads(text: str) -> None:
    assert not look(small_plan(), text, PasteOptions(column=2)).has_heads


def test_a_column_alone_is_known_by_its_head() -> None:
    preview = look(small_plan(), "สถานะ\r\nแล้วเสร็จ\r\n", PasteOptions(column=2))
    assert [(cell.head, cell.typed) for cell in preview.changes] == [("สถานะ", "แล้วเสร็จ")]
    assert preview.left_out == ()


def test_columns_behind_the_last_head_have_no_place() -> None:
    preview = look(small_plan(), "ชื่อโครงการ\tสถานะ\r\nก\tแล้วเสร็จ\tเกิน\r\n")
    assert preview.left_out == ("3",)
