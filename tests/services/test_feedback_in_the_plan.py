"""Feedback in an open plan: undone in its turn, kept with revisions, told apart from what the plan says."""

import pytest

from success_desktop.domain.edits import RemoveNode
from success_desktop.domain.feedback import read_feedback
from success_desktop.domain.feedback_edits import set_feedback
from success_desktop.domain.office import NO_OFFICE, read_office
from success_desktop.domain.office_edits import set_office
from success_desktop.domain.restoring import Scope
from success_desktop.services.comparing import compare_points, find_point
from success_desktop.services.editing import set_text
from success_desktop.services.histories import list_entries
from success_desktop.services.plan_editor import PlanEdited
from success_desktop.services.restoring import preview_restore, restore
from success_desktop.services.revisions import read_revision, take_revision
from success_desktop.services.timeline import read_present
from tests.feedback_samples import small_feedback


@pytest.fixture
def told(editor) -> list[PlanEdited]:
    events: list[PlanEdited] = []
    editor.listen(events.append)
    return events


@pytest.fixture
def reviewed(editor):
    editor.edit("Import", small_feedback(editor.plan))
    return editor


def test_an_edit_of_both_is_told_to_each_in_its_part(reviewed, told):
    first = next(iter(read_feedback(reviewed.plan).remarks))
    decided = set_feedback(reviewed.plan, first, {"disposition": "accepted"})
    title = reviewed.plan.root.text("title", "th")
    set_text(reviewed, (reviewed.plan.root_id, "title", "th"), title + " ")
    mixed = PlanEdited((*told[0].edits, *decided), "panel")
    assert mixed.of_plan == PlanEdited(told[0].edits, "panel")
    assert mixed.of_feedback == PlanEdited(tuple(decided), "panel")
    assert told[0].of_plan is told[0]
    assert told[0].of_feedback is None


def test_what_was_read_anew_may_be_about_all():
    event = PlanEdited(())
    assert event.of_plan is event
    assert event.of_feedback is event
    assert event.of_office is event


def test_office_matters_are_told_apart_and_undone_in_their_turn(editor, told):
    editor.edit("Document settings", set_office(editor.plan, {"has_thai_digits": True}))
    (event,) = told
    assert event.of_office is event
    assert event.of_plan is None
    assert event.of_feedback is None
    assert read_office(editor.plan).switches.has_thai_digits
    editor.undo()
    assert read_office(editor.plan) == NO_OFFICE


def test_a_decision_is_one_step_to_undo(reviewed):
    first = next(iter(read_feedback(reviewed.plan).remarks))
    reviewed.edit("Accept", set_feedback(reviewed.plan, first, {"disposition": "accepted"}))
    reviewed.undo()
    assert read_feedback(reviewed.plan).remarks[first].is_open
    reviewed.redo()
    assert not read_feedback(reviewed.plan).remarks[first].is_open


def test_bringing_feedback_touches_nothing_that_the_plan_says(editor):
    revision = take_revision(editor, "", "ร่างที่ 1")
    editor.edit("Import", small_feedback(editor.plan))
    assert read_present(editor, revision).touched.is_nothing
    compared = compare_points(editor, find_point(editor, "1"), find_point(editor, "now"))
    assert compared.comparison.differences == {}
    assert compared.authorship.latest is None
    assert list_entries(editor, editor.plan.root_id, is_whole_branch=True) == []


def test_a_revision_keeps_the_feedback_and_restoring_it_loses_none(editor):
    editor.edit("Import", small_feedback(editor.plan))
    revision = take_revision(editor, "", "ร่างที่ 1")
    first = next(iter(read_feedback(editor.plan).remarks))
    editor.edit("Decline", set_feedback(editor.plan, first, {"disposition": "declined"}))
    set_text(editor, (editor.plan.root_id, "title", "th"), "แผนอื่น")
    assert read_feedback(read_revision(editor, revision)).remarks[first].is_open
    restore(editor, preview_restore(editor, revision, Scope()))
    assert editor.plan.root.text("title", "th") != "แผนอื่น"
    assert read_feedback(editor.plan).remarks[first].disposition == "declined"


def test_undoing_an_import_takes_all_of_it_back(reviewed, told):
    reviewed.undo()
    assert read_feedback(reviewed.plan).rounds == ()
    assert any(isinstance(edit, RemoveNode) for edit in told[-1].edits)
    assert told[-1].of_plan is None
