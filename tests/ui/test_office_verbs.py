"""The verbs of the documents menu: from the action to what comes up, and what the bar says afterwards."""

import pytest

from success_desktop.domain.office import read_office
from success_desktop.services.adopting import adopt_edition
from success_desktop.services.editions import begin_edition
from success_desktop.ui.documents.pack_dialog import PackDialog
from success_desktop.ui.documents.print_dialog import PrintDialog
from success_desktop.ui.editions.editions_view import EditionsView
from tests.ui.acting import answer


@pytest.fixture
def editor(open_desk):
    """The editor of the sample plan."""
    return open_desk.bridge.editor


@pytest.fixture
def editions(window, open_desk) -> EditionsView:
    """The view of the editions, brought into sight by its action."""
    window.actions_table["show_editions"].trigger()
    view = open_desk.workspace.view("editions")
    assert isinstance(view, EditionsView)
    return view


def test_the_action_brings_the_editions_into_sight(editions, open_desk):
    assert open_desk.looks.view_id == "editions"
    assert editions.isVisible()


def test_going_away_and_back_asks_only_once_for_a_book(editions, open_desk, editor):
    edition_id = begin_edition(editor, "first")
    editions.refresh()
    for view_id in ("page", "editions", "table", "editions"):
        open_desk.looks.show_view(view_id)
    seen: list[str] = []
    answer(lambda dialog: seen.append(dialog.chosen().edition_id), PrintDialog)
    editions.page.print.click()
    assert seen == [edition_id]
    assert not any(dialog.isVisible() for dialog in open_desk.frame.findChildren(PrintDialog))


def test_the_pack_of_the_menu_is_of_the_newest_edition(open_desk, window, editor):
    adopt_edition(editor, begin_edition(editor, "first"))
    change_id = begin_edition(editor, "change")
    seen: list[str] = []
    answer(lambda dialog: seen.append(dialog.chosen().edition.id), PackDialog)
    window.actions_table["council_pack"].trigger()
    assert seen == [change_id]


def test_the_pack_of_the_view_is_of_the_edition_in_view(editions, editor):
    first_id = begin_edition(editor, "first")
    adopt_edition(editor, first_id)
    begin_edition(editor, "change")
    editions.choose(first_id)
    seen: list[str] = []
    answer(lambda dialog: seen.append(dialog.chosen().edition.id), PackDialog)
    editions.page.pack.click()
    assert seen == [first_id]


def test_what_has_been_adopted_is_said_in_the_bar_and_taken_back_there(editions, editor, window):
    editions.nothing.deed.click()
    editions.page.ready.deed.click()
    bar = window.frame.message_bar
    assert "แผนฉบับแรก" in bar.sentence.text()
    bar.link_buttons()[0].click()
    (edition,) = read_office(editor.plan).editions
    assert not edition.is_adopted
