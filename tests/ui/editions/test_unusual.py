"""What is seldom: a form set that is not here, another plan, rows that are new, a verb that is refused."""

import pytest

from success_desktop.domain.edits import AddNode, SetValue, place_among
from success_desktop.domain.office import read_office
from success_desktop.domain.office_edits import set_office
from success_desktop.ids import new_id
from success_desktop.services.editions import begin_edition, remove_edition
from success_desktop.ui.editions.row_words import tell_changes
from tests.ui.acting import type_text


@pytest.fixture
def without_form_set(editor):
    """The plan wants a form set that this machine does not have."""
    editor.edit("x", set_office(editor.plan, {"form_set": "nowhere"}))


def test_an_edition_that_cannot_be_read_says_why(change, view, without_form_set):
    view.refresh()
    assert view.trouble.isVisible()
    assert "nowhere" in view.trouble.text()
    assert view.amendment is None
    assert not view.is_showing(["anything"])


def test_a_form_set_that_is_not_here_is_told_before_an_export(open_desk, window, without_form_set):
    for verb in (open_desk.office.export, open_desk.office.show_forms):
        window.frame.message_bar.hide()
        verb()
        assert "nowhere" in window.frame.message_bar.sentence.text()
    assert open_desk.documents.task is None


def test_an_edition_that_is_begun_twice_is_refused_in_the_bar(change, view, window):
    view.editions.begun.emit("change")
    assert window.frame.message_bar.isVisible()
    assert view.page.title.accessibleName().startswith("เปลี่ยนแปลง")


def test_giving_up_what_somebody_else_gave_up_is_harmless(change, view, editor, qtbot):
    remove_edition(editor, change)
    qtbot.waitUntil(lambda: view.page.title.accessibleName() == "แผนฉบับแรก", timeout=5000)
    assert [edition.kind for edition in read_office(editor.plan).editions] == ["first"]


def test_a_plan_opened_next_shows_editions_of_its_own(change, view, open_desk, plan_path, qtbot):
    assert view.page.title.accessibleName().startswith("เปลี่ยนแปลง")
    open_desk.files.close_plan()
    open_desk.files.open_plan(plan_path)
    open_desk.office.show_editions()
    qtbot.waitUntil(lambda: view.amendment is not None, timeout=5000)
    assert view.page.title.accessibleName().startswith("เปลี่ยนแปลง")


@pytest.fixture
def new_row(editor, adopted, projects) -> str:
    """A project that the first edition does not have."""
    plan, row_id = editor.plan, new_id()
    parent_id = plan.nodes[projects[0]].parent_id
    name = SetValue(row_id, "name", "th", None, "โครงการใหม่เอี่ยม")
    editor.edit("x", (AddNode(row_id, "project", parent_id, place_among(plan, parent_id)), name))
    return row_id


def test_a_new_row_belongs_to_an_addition_and_waits_in_a_change(new_row, view, editor):
    view.editions.actions_of["change"].trigger()
    (line,) = view.page.rows.model.lines
    assert not line.is_here
    view.editions.actions_of["addition"].trigger()
    (line,) = view.page.rows.model.lines
    assert line.is_here
    assert line.texts[2] == "รายการใหม่" or line.row.nature == "added"


def test_the_words_of_a_new_row_are_not_struck_out(new_row, view):
    view.editions.actions_of["addition"].trigger()
    told = view.page.rows.page.changes.toHtml()
    assert "โครงการใหม่เอี่ยม" in told
    assert "line-through" not in told


def test_a_row_that_only_has_a_deed_says_that_nothing_reads_otherwise(change, view, editor, projects):
    decision = view.page.rows.page.decision
    decision.deeds.setCurrentIndex(1)
    decision.deeds.activated.emit(1)
    view.refresh()
    amendment = view.amendment
    row = amendment.rows[0]
    assert row.deed == "coordination"
    assert "<s" in tell_changes(amendment, row, "th")


def test_typing_goes_on_while_the_rows_are_read_anew(change, view, editor, qtbot):
    edit = view.page.rows.page.decision.reason.edits["th"]
    type_text(edit, "น้ำท่วม")
    qtbot.waitUntil(lambda: bool(read_office(editor.plan).edition(change).notes), timeout=5000)
    type_text(edit, "ซ้ำซาก")
    view.refresh()
    assert edit.toPlainText() == "น้ำท่วมซ้ำซาก"
    assert edit.textCursor().position() == len("น้ำท่วมซ้ำซาก")


def test_a_second_kind_of_edition_can_be_prepared_beside_the_first(change, view, editor):
    correction = begin_edition(editor, "correction")
    view.choose(correction)
    assert view.page.title.accessibleName().startswith("แก้ไข")
    view.choose(change)
    assert view.page.title.accessibleName().startswith("เปลี่ยนแปลง")


def test_documents_are_not_offered_without_a_plan(open_desk, window):
    assert window.actions_table["show_editions"].isEnabled()
    open_desk.files.close_plan()
    for action in ("show_editions", "council_pack", "official_forms", "check_copy", "export_document"):
        assert not window.actions_table[action].isEnabled()
