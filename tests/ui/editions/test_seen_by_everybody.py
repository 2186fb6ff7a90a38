"""The editions in English, in dark and strong colours, and in a low window: named, whole, and in the colours of now."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from success_desktop.domain.office import read_office
from success_desktop.services.editions import remove_edition
from success_desktop.ui.editions.editions_view import EditionsView
from success_desktop.ui.theme import tokens
from tests.ui.faults import clipped, nameless


@pytest.fixture
def english(open_desk, view) -> Iterator[EditionsView]:
    """The view in English; Thai again after the test."""
    open_desk.looks.speak("en")
    view.refresh()
    yield view
    open_desk.looks.speak("th")


@pytest.fixture
def coloured(open_desk):
    """Chooses colours; those of before come back after the test."""
    yield open_desk.looks.show_colours
    open_desk.looks.show_colours("light")


def faults_of(view: EditionsView, settle) -> list[str]:
    found: list[str] = []
    for tab in range(view.page.tabs.count()):
        view.page.tabs.setCurrentIndex(tab)
        settle(60)
        found.extend((*nameless(view), *clipped(view)))
    return found


# --- English ------------------------------------------------------------------------------------------------


def test_the_first_step_is_told_in_english(english):
    assert english.nothing.heading.text() == "No edition yet"
    assert english.nothing.deed.text() == "Begin the first edition"
    assert nameless(english) == []
    assert clipped(english) == []


def test_a_change_is_named_and_whole_in_english(change, english, application):
    assert english.page.title.accessibleName().startswith("Change No. 1/20")
    assert faults_of(english, application.settle) == []


def test_what_happened_to_rows_and_what_is_missing_is_said_in_english(change, english):
    texts = [text for line in english.page.rows.model.lines for text in line.texts[2:4]]
    assert texts
    assert all(text.isascii() for text in texts)
    lacks = english.page.ready.list
    assert lacks.count() == 2
    assert english.page.next.text() == "Still missing: 2"


def test_kinds_of_editions_are_offered_in_english(english):
    texts = [action.text() for action in english.editions.actions_of.values()]
    assert texts
    assert all(text.isascii() for text in texts)


def test_an_edition_begun_in_thai_is_given_up_in_english(change, english, editor, window):
    english.page.about.remove.click()
    assert [edition.kind for edition in read_office(editor.plan).editions] == ["first"]
    assert window.frame.message_bar.sentence.text().startswith("The edition is given up: Change No. 1/")


# --- colours ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["dark", "contrast"])
def test_old_and_new_words_take_the_colours_of_the_scheme_chosen(change, view, coloured, qtbot, scheme):
    before = tokens()
    coloured(scheme)
    assert tokens().deleted != before.deleted
    told = view.page.rows.page.changes
    qtbot.waitUntil(lambda: tokens().deleted.lower() in told.toHtml(), timeout=5000)
    assert before.deleted.lower() not in told.toHtml()


def test_the_same_colours_again_read_nothing_anew(change, view, coloured, qtbot):
    coloured("light")
    QApplication.processEvents()
    amendment = view.amendment
    qtbot.wait(700)
    assert view.amendment is amendment


@pytest.mark.parametrize("scheme", ["dark", "contrast"])
def test_nothing_is_cut_off_in_other_colours(change, view, coloured, application, scheme):
    coloured(scheme)
    assert faults_of(view, application.settle) == []


# --- a low window -------------------------------------------------------------------------------------------


def test_in_a_low_window_the_view_scrolls_and_keeps_everything(change, view, window, application):
    window.resize(910, 512)
    assert faults_of(view, application.settle) == []


def test_the_list_of_editions_goes_with_the_last_of_them(view, editor, qtbot):
    view.nothing.deed.click()
    assert view.editions.isVisible()
    (edition,) = read_office(editor.plan).editions
    remove_edition(editor, edition.id)
    qtbot.waitUntil(view.nothing.isVisible, timeout=5000)
    assert not view.editions.isVisible()
