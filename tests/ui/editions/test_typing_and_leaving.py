"""What is being typed of an edition is never lost: not by saving, undoing, exporting, closing or another language."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from success_desktop.domain.office import Wordings, read_office
from success_desktop.ui.documents.pack_dialog import PackDialog
from success_desktop.ui.documents.print_dialog import PrintDialog
from tests.ui.acting import answer, type_text

WORDS = "น้ำท่วมซ้ำ"


@pytest.fixture
def reason(change, view):
    """The Thai reason of the first row, with words in it that have not been handed in."""
    edit = view.page.rows.page.decision.reason.edits["th"]
    type_text(edit, WORDS)
    return edit


@pytest.fixture
def kept(open_desk, change, projects):
    """Tells the reasons that the plan has of the first row."""

    def read() -> Wordings:
        note = read_office(open_desk.bridge.editor.plan).edition(change).note(projects[0])
        return note.reason if note is not None else {}

    return read


def test_a_plan_closed_and_opened_again_has_what_was_being_typed(reason, kept, open_desk, plan_path):
    open_desk.files.close_plan()
    open_desk.files.open_plan(plan_path)
    assert kept() == {"th": WORDS}


def test_undo_takes_back_what_was_just_typed_and_redo_brings_it(reason, kept, open_desk):
    open_desk.steps.undo()
    assert kept() == {}
    open_desk.steps.redo()
    assert kept() == {"th": WORDS}


def test_saving_hands_it_in(reason, kept, window):
    window.actions_table["save"].trigger()
    assert kept() == {"th": WORDS}


@pytest.mark.parametrize(("action", "kind"), [("export_document", PrintDialog), ("council_pack", PackDialog)])
def test_papers_are_asked_for_with_it(reason, kept, window, action, kind):
    seen = []
    answer(lambda _dialog: seen.append(kept()), kind)
    window.actions_table[action].trigger()
    assert seen == [{"th": WORDS}]


def test_another_view_takes_it_along(reason, kept, open_desk):
    open_desk.looks.show_view("table")
    assert kept() == {"th": WORDS}


def test_another_language_of_the_page_takes_it_along(reason, kept, open_desk):
    open_desk.looks.show_page_in("en")
    open_desk.bridge.leaving.emit()
    assert kept() == {"th": WORDS}


def test_another_tab_and_another_edition_take_it_along(reason, kept, view, adopted):
    view.page.tabs.setCurrentIndex(1)
    view.choose(adopted)
    assert kept() == {"th": WORDS}


def test_it_is_handed_in_by_itself_after_a_rest(reason, kept, qtbot):
    qtbot.waitUntil(lambda: kept() == {"th": WORDS}, timeout=5000)


def test_nothing_typed_is_no_step(change, view, open_desk):
    before = open_desk.bridge.editor.plan
    open_desk.bridge.leaving.emit()
    view.commit_pending()
    assert open_desk.bridge.editor.plan is before


def test_a_clause_is_kept_by_enter_and_by_going_on(change, view, editor):
    clause = view.page.about.clause
    view.page.tabs.setCurrentWidget(view.page.about)
    clause.clear()
    type_text(clause, "ข้อ 22/1")
    QTest.keyClick(clause, Qt.Key.Key_Return)
    assert read_office(editor.plan).edition(change).clause == "ข้อ 22/1"


def test_what_cannot_be_read_is_told_when_the_plan_is_saved(change, view, window, editor):
    view.page.tabs.setCurrentWidget(view.page.about)
    number = view.page.about.number
    number.clear()
    type_text(number, "สอง")
    before = read_office(editor.plan).edition(change).number
    window.actions_table["save"].trigger()
    assert view.page.about.note.isVisible()
    assert read_office(editor.plan).edition(change).number == before
