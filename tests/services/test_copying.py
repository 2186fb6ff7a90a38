"""What is copied is what a spreadsheet wants, and pastes back as it was."""

import pytest

from success_desktop.domain.plan import Plan
from success_desktop.i18n import Language
from success_desktop.services.copying import CopiedCell, copy_value, write_block
from success_desktop.services.entering import enter_value
from success_desktop.services.pasting import preview_paste
from success_desktop.services.pasting_preview import PasteGrid, PasteOptions
from success_desktop.services.pasting_text import Block, read_block
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.tabulating import list_columns, usual_form
from success_desktop.services.tabulating_cells import place_of_cell
from tests.plans import named
from tests.services.pastes import counted_new_ids, grid_of


def copied(plan: Plan, grid: PasteGrid) -> Block:
    """The whole grid by way of the clipboard."""
    rows = []
    for node_id in grid.rows:
        places = [place_of_cell(plan, column, plan.nodes[node_id], grid.language) for column in grid.columns]
        rows.append(
            [
                copy_value(plan, place, grid.language) if place else CopiedCell("1700000", True)
                for place in places
            ]
        )
    return read_block(write_block(rows))


@pytest.mark.parametrize("language", ["th", "en"])
def test_copy_and_paste_changes_nothing(editor: PlanEditor, language: Language) -> None:
    dredge = named(editor.plan, "Project dredge")
    for field, part, typed in (
        ("objective", language, 'ลด "น้ำท่วม"\n\tและ\u00a0น้ำแล้ง  '),
        ("budget", "2570:codi", "99.50"),
        ("end_on", "", "30 ก.ย. 2568"),
        ("programme", "", "แผนงานการเกษตร"),
    ):
        enter_value(editor, (dredge, field, part), typed)
    editable = [c for c in list_columns(editor.plan, usual_form(editor.plan), language) if c.is_editable]
    grid = grid_of(editor.plan, *(column.key for column in editable), language=language)
    preview = preview_paste(editor.plan, grid, copied(editor.plan, grid), PasteOptions(), counted_new_ids())
    assert (preview.edits, preview.refused, preview.left_out) == ((), (), ())
    assert preview.same == len(grid.rows) * len(grid.columns)


def test_values_are_copied_as_a_spreadsheet_wants_them(editor: PlanEditor) -> None:
    plan = editor.plan
    dredge = named(plan, "Project dredge")
    assert copy_value(plan, (dredge, "budget", "2568:ordinance"), "th") == CopiedCell("500000", True)
    assert copy_value(plan, (dredge, "start_on", ""), "th") == CopiedCell("1 ต.ค. 2567")
    assert copy_value(plan, (dredge, "start_on", ""), "en") == CopiedCell("1 Oct 2024")
    assert copy_value(plan, (dredge, "status", ""), "en") == CopiedCell("In progress")
    assert copy_value(plan, (dredge, "note", "th"), "th") == CopiedCell("")
    assert copy_value(plan, (plan.root_id, "first_year", ""), "en") == CopiedCell("2025")
