"""Whole rows of projects are new ones unless they land on rows of their own names."""

from dataclasses import replace

import pytest

from success_desktop.domain.edits import SetValue, apply
from success_desktop.domain.plan import Plan
from success_desktop.services.pasting import accept_paste, suggest_rows
from success_desktop.services.pasting_preview import PasteGrid, PasteOptions
from success_desktop.services.pasting_text import read_block
from success_desktop.services.plan_editor import PlanEditor
from tests.plans import named, small_plan
from tests.services.pastes import grid_of, look

HEADED = "ชื่อโครงการ\tงบประมาณ 2568\r\nสะพาน\t5\r\nถนน\t6\r\nศาลา\t7\r\n"


def suggest(
    text: str, options: PasteOptions | None = None, plan: Plan | None = None, grid: PasteGrid | None = None
) -> PasteOptions:
    """What is suggested for pasting tab text from the first name on."""
    plan = plan or small_plan()
    asked = options or PasteOptions(column=1)
    asked = replace(asked, parent_id=asked.parent_id or named(plan, "Restore the canals"))
    return suggest_rows(plan, grid or grid_of(plan), read_block(text), asked)


@pytest.mark.parametrize("text", [HEADED, "สะพาน\t5\r\nถนน\t6\r\n", "สะพาน\t5\r\n", "1.9\tสะพาน"])
def test_whole_rows_are_new_by_themselves(text: str) -> None:
    options = PasteOptions(column=0 if text.startswith("1.9") else 1)
    assert suggest(text, options).are_all_new


def test_heads_make_whole_rows_wherever_they_are_pasted() -> None:
    assert suggest(HEADED, PasteOptions(2, 4, 2, 3)).are_all_new


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("สะพาน\r\nถนน\r\n", PasteOptions(column=1)),
        ("5\t6\r\n", PasteOptions(column=2)),
        ("สะพาน\t5\r\nถนน\t6\r\n", PasteOptions(0, 1, 2, 2)),
        ("\t5\r\n\t6\r\n", PasteOptions(column=1)),
        ("งบประมาณ 2568\tงบประมาณ 2569\r\n5\t6\r\n", PasteOptions(column=1)),
    ],
)
def test_values_for_rows_that_are_there_go_into_them(text: str, options: PasteOptions) -> None:
    suggested = suggest(text, options)
    assert not suggested.are_all_new
    assert not suggested.has_new_rows


def test_rows_that_land_on_their_own_names_go_into_them_and_more_of_them_are_new() -> None:
    suggested = suggest("โครงการ  map\t5\r\nโครงการheat\t6\r\nถนน\t7\r\n", PasteOptions(row=2, column=1))
    assert not suggested.are_all_new
    assert suggested.has_new_rows


def test_one_name_mended_among_many_does_not_make_new_rows() -> None:
    text = "โครงการdredge\t1\r\nโครงการgauge\t2\r\nโครงการแผนที่\t3\r\n"
    assert not suggest(text).are_all_new


def test_a_row_without_a_name_is_there_to_be_filled() -> None:
    plan = small_plan()
    name = (grid_of(plan).rows[3], "name", "th")
    plan = apply(
        plan, [SetValue(*name, "โครงการheat", None), SetValue(*name[:2], "en", "Project heat", None)]
    )
    assert not suggest("ศาลา\t5\r\nถนน\t6", PasteOptions(row=3, column=1), plan).are_all_new


@pytest.mark.parametrize("parent", ["id-000013"])
def test_rows_go_over_others_where_none_may_be_added(parent: str) -> None:
    assert not suggest(HEADED, PasteOptions(column=1, parent_id=parent)).are_all_new


def test_in_an_empty_grid_all_rows_are_below_the_last() -> None:
    plan = small_plan()
    suggested = suggest(HEADED, plan=plan, grid=replace(grid_of(plan), rows=()))
    assert (suggested.are_all_new, suggested.has_new_rows) == (False, True)


def test_new_rows_change_none_that_is_there_and_are_one_step_of_undo(editor: PlanEditor) -> None:
    before = editor.plan
    options = suggest(HEADED, PasteOptions(1, 1, 3, 2), before)
    preview = look(before, HEADED, options)
    assert [(row.row, row.name) for row in preview.new_rows] == [(5, "สะพาน"), (6, "ถนน"), (7, "ศาลา")]
    assert (preview.changes, preview.extra_rows, preview.brings_names) == ((), 0, True)
    accept_paste(editor, preview)
    assert all(editor.plan.nodes[node_id] == node for node_id, node in before.nodes.items())
    assert len(editor.plan.nodes) == len(before.nodes) + 3
    editor.undo()
    assert editor.plan.nodes == before.nodes


def test_a_block_does_not_fill_a_larger_selection_with_new_rows() -> None:
    parent = named(small_plan(), "Restore the canals")
    options = PasteOptions(0, 1, 4, 2, parent_id=parent, are_all_new=True)
    assert len(look(small_plan(), "สะพาน\t5\r\n", options).new_rows) == 1
