"""In a copy for review editions can be read, and nothing offers to edit them; a first edition leaves nothing to decide."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from success_desktop.domain.office import read_office
from success_desktop.services.editing import set_text
from success_desktop.services.editions import begin_edition
from success_desktop.ui.editions.editions_view import EditionsView
from success_desktop.ui.editions.rows_model import NAME, NATURE, NUMBER, REASON, ROUTED
from success_desktop.ui.review.review_mode import review_copy_path
from tests.ui.editions.conftest import OBJECTIVE
from tests.ui.faults import clipped, nameless


def open_copy(desk, plan_path) -> EditionsView:
    """Open a copy of the plan for review, and its editions."""
    desk.files.close_plan()
    assert desk.files.open_review_copy(plan_path, review_copy_path(plan_path, "ดร. สมศรี"), "ดร. สมศรี")
    desk.workspace.show_view("editions")
    view = desk.workspace.view("editions")
    assert isinstance(view, EditionsView)
    view.refresh()
    return view


@pytest.fixture
def copy(open_desk, plan_path, change) -> EditionsView:
    """The editions in a copy for review of a plan that prepares a change."""
    return open_copy(open_desk, plan_path)


@pytest.fixture
def bare_copy(open_desk, plan_path) -> EditionsView:
    """The editions in a copy for review of a plan that has none."""
    return open_copy(open_desk, plan_path)


# --- a copy for review --------------------------------------------------------------------------------------


def test_a_copy_without_editions_says_where_they_are_made(bare_copy):
    assert not bare_copy.nothing.deed.isVisible()
    assert bare_copy.nothing.locked.isVisible()
    assert "สำเนา" in bare_copy.nothing.locked.text()


def test_a_plan_of_ones_own_says_nothing_of_copies(view):
    assert view.nothing.deed.isVisible()
    assert not view.nothing.locked.isVisible()


def test_what_an_edition_amends_can_be_read_in_a_copy(copy):
    assert copy.page.title.accessibleName().startswith("เปลี่ยนแปลง")
    assert OBJECTIVE in copy.page.rows.page.changes.toPlainText()


def test_nothing_begins_packs_gives_up_or_adopts_an_edition_in_a_copy(copy):
    page = copy.page
    assert not copy.editions.begin.isEnabled()
    assert not page.pack.isVisible()
    assert not page.next.isVisible()
    assert not page.tabs.isTabVisible(page.tabs.indexOf(page.ready))
    page.tabs.setCurrentWidget(page.about)
    assert not page.about.remove.isVisible()


def test_a_book_can_be_printed_from_a_copy(copy):
    assert copy.page.print.isVisible()
    assert copy.page.print.isEnabled()


def test_no_field_of_an_edition_can_be_typed_in_in_a_copy(copy):
    about = copy.page.about
    assert all(line.isReadOnly() for line in (about.number, about.year, about.clause))
    assert not about.announced.isEnabled()
    assert all(edit.isReadOnly() for edit in about.reasons.edits.values())


def test_nothing_is_decided_of_a_row_in_a_copy(copy):
    decision = copy.page.rows.page.decision
    assert not any(box.isEnabled() for box in (decision.kinds, decision.deeds, decision.others))
    assert decision.why.isReadOnly()
    assert all(edit.isReadOnly() for edit in decision.reason.edits.values())


def test_another_row_is_as_locked_as_the_first(copy, projects):
    copy.page.rows.choose(projects[1])
    assert copy.page.rows.current().row_id == projects[1]
    assert all(edit.isReadOnly() for edit in copy.page.rows.page.decision.reason.edits.values())


def test_typing_in_a_copy_edits_nothing(copy, open_desk):
    before = open_desk.bridge.editor.plan
    QTest.keyClick(copy.page.about.clause, Qt.Key.Key_9)
    QTest.keyClick(copy.page.rows.page.decision.reason.edits["th"], Qt.Key.Key_9)
    copy.commit_pending()
    assert open_desk.bridge.editor.plan is before


def test_a_verb_that_comes_through_is_refused_with_a_sentence(copy, open_desk, window):
    before = open_desk.bridge.editor.plan
    copy.editions.begun.emit("correction")
    assert open_desk.bridge.editor.plan is before
    assert window.frame.message_bar.isVisible()


def test_the_plan_itself_can_be_edited_again_after_a_copy(copy, open_desk, plan_path):
    open_desk.files.close_plan()
    open_desk.files.open_plan(plan_path)
    open_desk.office.show_editions()
    copy.refresh()
    assert copy.editions.begin.isEnabled()
    assert copy.page.next.isVisible()
    assert not copy.page.about.clause.isReadOnly()
    assert not copy.page.rows.page.decision.reason.edits["th"].isReadOnly()


def test_everything_in_a_copy_has_a_name_and_nothing_is_cut_off(copy, application):
    faults: list[str] = []
    for part in (copy.page.rows, copy.page.about):
        copy.page.tabs.setCurrentWidget(part)
        application.settle(60)
        faults.extend((*nameless(copy), *clipped(copy)))
    assert faults == []


# --- a first edition ----------------------------------------------------------------------------------------


def hidden_columns(view) -> set[int]:
    return {
        column
        for column in (NUMBER, NAME, NATURE, ROUTED, REASON)
        if view.page.rows.table.isColumnHidden(column)
    }


def test_a_first_edition_asks_no_reason_and_assigns_no_row(view):
    view.nothing.deed.click()
    assert hidden_columns(view) == {NATURE, ROUTED, REASON}
    assert not view.page.rows.page.decision.isVisible()
    assert not view.page.about.base.text()


def test_a_first_edition_has_neither_number_nor_year_to_fill_in(view):
    view.nothing.deed.click()
    view.page.tabs.setCurrentWidget(view.page.about)
    about = view.page.about
    assert not about.number.isVisible()
    assert not about.year.isVisible()
    assert not about.base.isVisible()
    assert about.clause.isVisible()
    assert about.announced.isVisible()


def test_an_amendment_asks_for_them_again(change, adopted, view):
    view.choose(adopted)
    view.choose(change)
    assert hidden_columns(view) == set()
    assert view.page.rows.page.decision.isVisible()
    view.page.tabs.setCurrentWidget(view.page.about)
    assert view.page.about.number.isVisible()
    assert "แผนฉบับแรก" in view.page.about.base.text()


# --- many rows, other tongues -------------------------------------------------------------------------------


def test_an_edition_of_every_row_is_listed_whole_and_any_can_be_chosen(view, editor, adopted, projects):
    for number, row_id in enumerate(projects):
        set_text(editor, (row_id, "objective", "th"), f"เพื่อให้ได้ {number + 100} แห่ง")
    view.choose(begin_edition(editor, "change"))
    assert [line.row.row_id for line in view.page.rows.model.lines] == list(
        dict.fromkeys(line.row.row_id for line in view.page.rows.model.lines)
    )
    assert {line.row.row_id for line in view.page.rows.model.lines} >= set(projects)
    view.page.rows.choose(projects[-1])
    assert f"{len(projects) + 99} แห่ง" in view.page.rows.page.changes.toPlainText()
    assert len(view.amendment.lacks) >= len(projects)


def test_rows_are_gone_through_by_the_arrow_keys(change, view, projects):
    table = view.page.rows.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert view.page.rows.current().row_id == projects[1]
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert view.page.rows.current().row_id == projects[0]


def test_editions_are_gone_through_by_the_arrow_keys(change, adopted, view, editor):
    QTest.keyClick(view.editions.list, Qt.Key.Key_Down)
    assert view.page.title.accessibleName() == "แผนฉบับแรก"
    QTest.keyClick(view.editions.list, Qt.Key.Key_Up)
    assert view.page.title.accessibleName().startswith("เปลี่ยนแปลง")
    assert len(read_office(editor.plan).editions) == 2
