"""An advisor takes away a project's row and moves another one below a different strategy: proposals, with what they cost."""

import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from success_desktop.domain.feedback import Remark
from success_desktop.services.deciding import accept, decline
from success_desktop.services.library import open_plan
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.proposing import budget_effect
from success_desktop.services.receiving import receive_file
from tests.documents.returned.making.places import node
from tests.documents.returned.making.reviewed_plan import FOLDER, PLAN_FILE
from tests.trips.reviewing import feedback_of, plan_fields

GONE_BAHT = Decimal(-3700000)
MOVED_BAHT = Decimal(880000)


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[PlanEditor]:
    """The plan once the file has come in in which a project is deleted and another moved."""
    path = Path(shutil.copy(PLAN_FILE, tmp_path / "แผนเมือง.success"))
    opened = open_plan(path, "สมหญิง")
    receive_file(opened, FOLDER / "word-row-moved-and-edited.docx")
    yield opened
    opened.close(publish=False)


def find(editor: PlanEditor, sort: str) -> Remark:
    (found,) = [remark for remark in feedback_of(editor).remarks.values() if remark.sort == sort]
    return found


def test_a_deleted_row_is_a_proposal_with_its_effect_on_the_budget(editor: PlanEditor):
    removed = find(editor, "removed")
    assert removed.anchor.node_id == node("dredge")
    assert budget_effect(editor.plan, removed).total_baht == GONE_BAHT


def test_a_moved_row_costs_nothing_and_tells_from_where_to_where(editor: PlanEditor):
    effect = budget_effect(editor.plan, find(editor, "moved"))
    assert effect.total_baht == 0
    assert effect.moved_baht == MOVED_BAHT
    assert (effect.out_of_id, effect.into_id) == (node("data"), node("water"))


def test_declining_leaves_the_plan_exactly_as_it_was(editor: PlanEditor):
    before = plan_fields(editor)
    for sort in ("removed", "moved"):
        decline(editor, find(editor, sort).id, "ยังจำเป็น")
    assert plan_fields(editor) == before


def test_accepting_and_taking_it_back_restores_exactly(editor: PlanEditor):
    before = plan_fields(editor)
    accept(editor, find(editor, "removed").id)
    accept(editor, find(editor, "moved").id)
    assert node("dredge") not in editor.plan.nodes
    assert editor.plan.nodes[node("database")].parent_id == node("room")
    editor.undo()
    editor.undo()
    assert plan_fields(editor) == before
