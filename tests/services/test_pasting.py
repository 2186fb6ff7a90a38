"""Blocks from Excel go into a grid: looked at first, accepted in one step, nothing lost silently."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from success_desktop.errors import UserError
from success_desktop.services.entering import enter_value
from success_desktop.services.pasting import accept_paste, preview_paste
from success_desktop.services.pasting_preview import PasteOptions
from success_desktop.services.plan_editor import PlanEditor
from tests.plans import named, small_plan
from tests.services.pastes import NAME_TITLE, NUMBER_TITLE, after, counted_new_ids, grid_of, look


def test_cells_go_in_from_the_current_one_and_are_read_as_if_typed() -> None:
    plan = small_plan()
    preview = look(plan, "ขุดลอกคลอง\t1.2 ล้าน\r\nวัดระดับน้ำ\t๒๔๐,๐๐๐\r\n")
    new = after(preview)
    dredge, gauge = (new.nodes[row] for row in grid_of(plan).rows[:2])
    assert dredge.text("name", "th") == "ขุดลอกคลอง"
    assert dredge.text("name", "en") == "Project dredge"
    assert dredge.yearly_money("budget")[2568, "ordinance"] == 1200000
    assert gauge.yearly_money("budget")[2568, "codi"] == 240000
    assert len(preview.changes) == 3
    assert preview.same == 1
    assert preview.cell_count == 3
    assert [(cell.row, cell.head, cell.typed) for cell in preview.changes[:2]] == [
        (1, NAME_TITLE, "ขุดลอกคลอง"),
        (1, "งบประมาณ (บาท) 2568", "1.2 ล้าน"),
    ]


def test_an_empty_cell_clears_and_an_empty_year_is_blank_not_nought() -> None:
    plan = small_plan()
    preview = look(plan, "\t-\r\n", PasteOptions(column=1))
    new = after(preview)
    dredge = new.nodes[grid_of(plan).rows[0]]
    assert dredge.text("name", "th") == ""
    assert (2568, "ordinance") not in dredge.yearly_money("budget")
    assert preview.cleared == 1
    assert len(preview.changes) == 2


def test_a_cell_that_is_not_there_changes_nothing() -> None:
    plan = small_plan()
    preview = look(plan, "ก\t1\r\nข\r\n")
    assert [(cell.row, cell.head) for cell in preview.changes] == [
        (1, NAME_TITLE),
        (1, "งบประมาณ (บาท) 2568"),
        (2, NAME_TITLE),
    ]


def test_refused_cells_say_why_and_stay_as_they_are() -> None:
    plan = small_plan()
    preview = look(plan, "ก\tมาก\t\t\tกองเมฆ\tบางที\t31/4/2567\r\n")
    assert [(cell.row, cell.head, cell.typed) for cell in preview.refused] == [
        (1, "งบประมาณ (บาท) 2568", "มาก"),
        (1, "งบประมาณ (บาท) 2569", ""),
        (1, "หน่วยงานรับผิดชอบหลัก", "กองเมฆ"),
        (1, "สถานะ", "บางที"),
        (1, "วันเริ่มต้น", "31/4/2567"),
    ]
    assert [cell.now for cell in preview.refused] == [
        "500,000",
        "1,700,000",
        "กองช่าง",
        "อยู่ระหว่างดำเนินการ",
        "1 ต.ค. 2567",
    ]
    assert {cell.node_id for cell in preview.refused} == {grid_of(plan).rows[0]}
    assert all(cell.reason.sentence("en") and cell.reason.remedy("en") for cell in preview.refused)
    new, dredge = after(preview), grid_of(plan).rows[0]
    assert new.nodes[dredge].fields["budget"] == plan.nodes[dredge].fields["budget"]
    assert new.nodes[dredge].text("name", "th") == "ก"


def test_money_of_several_sources_is_kept_unless_its_sum_is_what_is_pasted() -> None:
    plan, options = small_plan(), PasteOptions(column=3)
    assert look(plan, "1,700,000", options).same == 1
    refused = look(plan, "1,800,000", options).refused
    assert "several sources" in refused[0].reason.sentence("en")
    assert "1,200,000" in refused[0].reason.sentence("en")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("#REF!", "“#REF!” is an error of the spreadsheet."),
        ("######", "The column was too narrow to show its value when it was copied."),
    ],
)
def test_the_signs_of_a_spreadsheet_are_no_values(typed: str, sentence: str) -> None:
    preview = look(small_plan(), f"{typed}\t{typed}")
    assert [cell.reason.sentence("en") for cell in preview.refused] == [sentence, sentence]


def test_days_of_an_open_order_are_refused_where_another_has_its_month_first() -> None:
    plan, options = small_plan(), PasteOptions(column=7)
    american = look(plan, "2/12/2024\r\n2/13/2024\r\n5/5/2024\r\n12 ก.พ. 2567\r\n", options)
    assert [(cell.typed, cell.reason.sentence("en")) for cell in american.refused] == [
        ("2/12/2024", "“2/12/2024” may have the month first, as another date of this column has."),
        ("2/13/2024", "There is no such day as “2/13/2024”."),
    ]
    assert len(american.changes) == 2
    thai = look(plan, "2/12/2024", options)
    assert after(thai).nodes[grid_of(plan).rows[0]].day("start_on") == date(2024, 12, 2)


def test_rows_beyond_the_last_are_told_and_become_projects_when_that_is_wanted() -> None:
    plan = small_plan()
    text = "ก\t1\r\nข\tมาก\r\n\t\r\nค\t0\t\t\tกองช่าง; กองสาธารณสุข\tแล้วเสร็จ\r\n"
    parent = named(plan, "Restore the canals")
    told = look(plan, text, PasteOptions(row=3, column=1, parent_id=parent))
    assert (told.extra_rows, told.can_add_rows, told.new_rows) == (2, True, ())
    preview = look(plan, text, PasteOptions(row=3, column=1, parent_id=parent, has_new_rows=True))
    assert [(row.row, row.name, row.value_count) for row in preview.new_rows] == [(5, "ข", 1), (7, "ค", 5)]
    assert [(cell.row, cell.typed) for cell in preview.refused] == [(5, "มาก")]
    assert preview.extra_rows == 0
    assert preview.cell_count == 8
    new = after(preview)
    added = new.children_of(parent)[-1]
    assert added.text("name", "th") == "ค"
    assert added.yearly_money("budget") == {(2568, "ordinance"): Decimal(0)}
    assert added.links("lead_agencies") == (named(plan, "กองช่าง"), named(plan, "กองสาธารณสุข"))
    assert added.word("status") == "completed"


def test_a_row_of_which_nothing_can_be_read_is_not_added() -> None:
    plan = small_plan()
    parent = named(plan, "Restore the canals")
    options = PasteOptions(row=4, column=2, parent_id=parent, has_new_rows=True)
    preview = look(plan, "มาก\r\n-\r\n", options)
    assert preview.new_rows == ()
    assert preview.edits == ()
    assert len(preview.refused) == 1


@pytest.mark.parametrize("parent", ["", "id-000013"])
def test_rows_are_not_offered_where_none_may_be(parent: str) -> None:
    preview = look(small_plan(), "ก\r\nข", PasteOptions(3, 1, parent_id=parent, has_new_rows=True))
    assert (preview.extra_rows, preview.can_add_rows) == (1, False)


def test_columns_beyond_the_last_are_told_unless_they_are_empty() -> None:
    preview = look(small_plan(), "2/1/2567\tเกิน\t\tเกินอีก\r\n", PasteOptions(column=7))
    assert preview.left_out == ("2", "4")
    assert len(preview.changes) == 1


def test_what_the_program_works_out_is_not_pasted_over_and_that_is_told() -> None:
    preview = look(small_plan(), "1.1.1.1\tก\t\t\t999\r\n", PasteOptions(column=0))
    assert preview.computed == (NUMBER_TITLE, "รวม")
    assert [cell.head for cell in preview.changes][:1] == [NAME_TITLE]


def test_a_single_cell_fills_the_selection() -> None:
    plan = small_plan()
    preview = look(plan, "60,000", PasteOptions(1, 2, row_count=3, column_count=2))
    assert [(cell.row, cell.typed) for cell in preview.changes] == [
        (row, "60,000") for row in (2, 2, 3, 3, 4, 4)
    ]


@pytest.mark.parametrize(("rows", "count"), [(4, 4), (3, 2), (2, 2), (1, 2)])
def test_a_block_fills_a_selection_that_it_fits_into(rows: int, count: int) -> None:
    preview = look(small_plan(), "ก\r\nข\r\n", PasteOptions(0, 1, row_count=rows))
    assert len(preview.changes) == count


def test_a_ragged_block_is_evened_out_before_it_is_repeated() -> None:
    grid = grid_of(small_plan(), "budget:2571", "budget:2572", "objective", "target")
    preview = look(small_plan(), "7\t8\r\n9\r\n", PasteOptions(0, 0, 2, 4), grid)
    assert [(cell.row, cell.head[-4:], cell.typed) for cell in preview.changes] == [
        (1, "2571", "7"),
        (1, "2572", "8"),
        (1, "สงค์", "7"),
        (1, "การ)", "8"),
        (2, "2571", "9"),
        (2, "สงค์", "9"),
    ]


def test_a_paste_is_one_step_of_undo(editor: PlanEditor) -> None:
    before = editor.plan
    options = PasteOptions(row=3, column=1, parent_id=named(before, "Restore the canals"), has_new_rows=True)
    preview = look(before, "ก\t1\r\nข\t2\r\n", options)
    accept_paste(editor, preview)
    assert editor.undo_label == "Paste from Excel"
    assert editor.plan.nodes == after(preview).nodes
    editor.undo()
    assert editor.plan.nodes == before.nodes


def test_a_paste_that_changes_nothing_is_no_step(editor: PlanEditor) -> None:
    accept_paste(editor, look(editor.plan, "โครงการdredge"))
    assert editor.undo_label is None


def test_a_paste_does_not_overwrite_what_came_after_its_preview(editor: PlanEditor) -> None:
    preview = look(editor.plan, "ก")
    place = (grid_of(editor.plan).rows[0], "name", "th")
    enter_value(editor, place, "ใหม่กว่า")
    with pytest.raises(UserError):
        accept_paste(editor, preview)
    assert editor.plan.nodes[place[0]].text("name", "th") == "ใหม่กว่า"


WORDS = st.text(alphabet='กำ1"\t\n, ;-', max_size=8)
AMOUNTS = st.sampled_from(["", "-", "0", "1,200", "1.2 ล้าน", "มาก", "12,5", "#N/A", "๕"])


@hypothesis_settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(WORDS, AMOUNTS, AMOUNTS, WORDS), min_size=1, max_size=6),
    st.integers(0, 3),
    st.booleans(),
)
def test_every_cell_is_accounted_for_and_the_plan_takes_what_is_shown(
    rows: list[tuple[str, ...]], row: int, has_new: bool
) -> None:
    plan = small_plan()
    grid = grid_of(plan, "name", "budget:2568", "budget:2569", "lead_agencies")
    options = PasteOptions(
        row, 0, parent_id=named(plan, "Restore the canals"), has_new_rows=has_new, has_new_names=has_new
    )
    preview = preview_paste(plan, grid, tuple(rows), options, counted_new_ids())
    new = after(preview)
    inside = min(len(rows), len(grid.rows) - row)
    seen = len(preview.changes) + preview.same
    seen += sum(1 for cell in preview.refused if cell.row <= len(grid.rows))
    assert seen == 4 * inside
    assert len(preview.new_rows) + preview.extra_rows <= max(0, len(rows) - inside)
    assert len([node for node in new.walk() if node.kind == "project"]) == len(grid.rows) + len(
        preview.new_rows
    )
    again = preview_paste(new, grid, tuple(rows[:inside]), options, counted_new_ids())
    assert [cell for cell in again.changes if cell.edits] == []
