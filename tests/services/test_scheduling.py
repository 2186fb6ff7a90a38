"""Giving projects their place in time: both dates in one step."""

from datetime import date

import pytest

from success_desktop.errors import UserError
from success_desktop.services.plan_editor import PlanEdited, PlanEditor
from success_desktop.services.scheduling import set_span
from tests.plans import named

SPRING = (date(2026, 3, 1), date(2026, 5, 31))


def days(editor: PlanEditor, node_id: str) -> tuple[date | None, date | None]:
    node = editor.plan.nodes[node_id]
    return node.day("start_on"), node.day("end_on")


def test_both_dates_are_one_step_of_undo(editor: PlanEditor) -> None:
    dredge = named(editor.plan, "Project dredge")
    before = days(editor, dredge)
    set_span(editor, dredge, SPRING)
    assert days(editor, dredge) == SPRING
    assert editor.undo_label == "Change the dates"
    editor.undo()
    assert days(editor, dredge) == before


def test_two_moves_one_after_the_other_are_two_steps(editor: PlanEditor) -> None:
    dredge = named(editor.plan, "Project dredge")
    set_span(editor, dredge, SPRING)
    set_span(editor, dredge, (date(2026, 4, 1), date(2026, 6, 30)))
    editor.undo()
    assert days(editor, dredge) == SPRING


def test_a_day_can_be_left_open(editor: PlanEditor) -> None:
    dredge = named(editor.plan, "Project dredge")
    set_span(editor, dredge, (None, SPRING[1]))
    assert days(editor, dredge) == (None, SPRING[1])
    set_span(editor, dredge, (None, None))
    assert days(editor, dredge) == (None, None)


def test_dates_that_are_there_already_are_no_step(editor: PlanEditor) -> None:
    dredge = named(editor.plan, "Project dredge")
    told: list[PlanEdited] = []
    editor.listen(told.append)
    set_span(editor, dredge, days(editor, dredge))
    assert told == []


def test_the_initiator_is_told(editor: PlanEditor) -> None:
    told: list[PlanEdited] = []
    editor.listen(told.append)
    set_span(editor, named(editor.plan, "Project map"), SPRING, "whoever")
    assert [event.initiator for event in told] == ["whoever"]


def test_an_end_before_the_start_is_refused_and_nothing_changes(editor: PlanEditor) -> None:
    before = editor.plan
    with pytest.raises(UserError, match="สิ้นสุด"):
        set_span(editor, named(before, "Project map"), (SPRING[1], SPRING[0]))
    assert editor.plan is before


def test_what_has_no_dates_cannot_be_given_any(editor: PlanEditor) -> None:
    with pytest.raises(KeyError):
        set_span(editor, named(editor.plan, "Water"), SPRING)
