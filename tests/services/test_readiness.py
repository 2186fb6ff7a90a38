"""A plan is ready for the council when every remark is decided, or when somebody answers for it."""

import pytest

from success_desktop.errors import UserError
from success_desktop.services.deciding import accept, reopen
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.readiness import Readiness, mark_ready, read_readiness, withdraw_ready
from success_desktop.store.plan_file import PlanFile
from tests.services.proposals import comment, take_in


def test_a_plan_without_feedback_may_be_ready(editor, clock):
    before = editor.plan
    assert read_readiness(editor.plan) == Readiness(0)
    mark_ready(editor, "ไม่มีใครถาม")
    found = read_readiness(editor.plan)
    assert (found.is_ready, found.is_overridden, found.reason) == (True, False, "")
    assert (found.marked_by, found.marked_at) == ("สมหญิง", clock())
    editor.undo()
    assert editor.plan == before


def test_open_remarks_keep_a_plan_from_being_ready(editor):
    take_in(editor, comment("1"), comment("2"))
    with pytest.raises(UserError, match="2"):
        mark_ready(editor, "  ")
    assert not read_readiness(editor.plan).is_marked


def test_a_decided_plan_is_ready_until_something_opens(editor):
    said = comment("1")
    take_in(editor, said)
    accept(editor, said.id)
    mark_ready(editor)
    assert read_readiness(editor.plan).is_ready
    reopen(editor, said.id)
    found = read_readiness(editor.plan)
    assert (found.is_marked, found.is_ready, found.uncovered_count) == (True, False, 1)


def test_an_override_is_recorded_and_covers_only_what_was_open(editor):
    one, two = comment("1"), comment("2")
    take_in(editor, one, two)
    accept(editor, two.id)
    mark_ready(editor, "สภาประชุม\nพรุ่งนี้")
    found = read_readiness(editor.plan)
    assert (found.is_ready, found.is_overridden, found.reason) == (True, True, "สภาประชุม พรุ่งนี้")
    assert found.overridden == {one.id}
    reopen(editor, two.id)
    assert not read_readiness(editor.plan).is_ready


def test_readiness_can_be_taken_back(editor):
    withdraw_ready(editor)
    mark_ready(editor)
    withdraw_ready(editor)
    assert read_readiness(editor.plan) == Readiness(0)


def test_readiness_survives_reopening_the_file(editor, plan_path, clock):
    mark_ready(editor)
    editor.close()
    again = PlanEditor(PlanFile.open(plan_path), "สมชาย", clock)
    try:
        assert read_readiness(again.plan).marked_by == "สมหญิง"
    finally:
        again.close(publish=False)
