"""The help: every page is there in both languages, true to the words of the interface, and opens where it is needed."""

import re

import pytest
from babel.messages.pofile import read_po
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenuBar

from success_desktop.i18n import LANGUAGES, use_language
from success_desktop.paths import resource_path, translation_path
from success_desktop.ui.action_rows.table import ROWS
from success_desktop.ui.desk import Desk
from success_desktop.ui.help_pages import KEYS_PAGE, PAGES, page_title, read_page, with_keys
from success_desktop.ui.views import VIEWS

_LINK = re.compile(r"\]\(([^)]*)\)")
_QUOTED = re.compile(r"\*\*([^*]+)\*\*")


def wordings(language: str) -> set[str]:
    """All that the interface says in a language, without menu keys and trailing marks."""
    with translation_path("th").open("rb") as stream:
        catalogue = read_po(stream, locale="th")
    texts = [str(entry.id if language == "en" else entry.string) for entry in catalogue if entry.id]
    return {re.sub(r"\(&.\)$", "", text).replace("&", "").rstrip("….: ") for text in texts}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_there_and_no_other(language):
    found = {path.stem for path in resource_path("help", language).glob("*")}
    assert found == set(PAGES)
    assert all(page_title(page_id, language) for page_id in PAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_lead_to_pages(language):
    links = [link for page_id in PAGES for link in _LINK.findall(read_page(page_id, language))]
    assert links
    assert set(links) <= set(PAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page_id", PAGES)
def test_what_a_page_quotes_is_said_by_the_interface(page_id, language):
    quoted = {text.rstrip(".:") for text in _QUOTED.findall(read_page(page_id, language))}
    headings = {"ทั้งไฟล์", "บางส่วน", "การบันทึก", "A whole file", "A few cells", "Saving"}
    assert quoted - headings - wordings(language) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_that_the_pages_name_for_commands_are_those_of_the_table(language):
    known = {row.shortcut.replace("Return", "Enter") for row in ROWS if row.shortcut}
    text = "".join(read_page(page_id, language) for page_id in PAGES if page_id != KEYS_PAGE)
    named = set(re.findall(r"\*\*\s?\(((?:Ctrl|Alt|F\d)[^)]*)\)", text))
    assert named
    assert named <= known


def test_keys_without_a_menu_bar_are_left_out():
    assert with_keys("a {keys} b", None) == "a  b"


def test_keys_are_shown_as_they_are(qtbot):
    bar = QMenuBar()
    qtbot.addWidget(bar)
    action = bar.addMenu("M").addAction("Do: this")
    action.setObjectName("do")
    action.setShortcuts([QKeySequence("Ctrl+\\"), QKeySequence("Ctrl+A")])
    text = with_keys("{keys}", bar)
    assert "| Do | Ctrl+\\\\ หรือ Ctrl+A |" in text


def test_the_list_of_keys_comes_from_the_table_of_actions(open_desk: Desk):
    open_desk.help.open(KEYS_PAGE)
    text = open_desk.help.text.toPlainText()
    named = [row.shortcut.replace("Return", "Enter") for row in ROWS if row.shortcut]
    shown = text.replace("Return", "Enter")
    assert [keys for keys in named if keys not in shown] == []


def test_help_opens_at_what_is_in_view_and_stays_beside_the_work(desk: Desk, plan_path):
    desk.help.open()
    assert desk.help.page_id() == "first-steps"
    desk.files.open_plan(plan_path)
    desk.frame.window().activateWindow()
    for view_id in ("table", "timeline", "overview", "page"):
        desk.looks.show_view(view_id)
        desk.frame.setFocus()
        desk.workspace.setFocus()
        assert desk.help.page_in_view() == view_id
    desk.workspace.outline.tree.setFocus()
    assert desk.help.page_in_view() == "outline"
    desk.finding.open_replace()
    assert desk.help.page_in_view() == "find"
    desk.spelling.open()
    assert desk.help.page_in_view() == "spelling"
    desk.finding.open_replace()
    desk.help.open()
    assert desk.help.page_id() == "find"
    assert not desk.help.isModal()


def test_every_view_has_its_page_of_help():
    assert {view.id for view in VIEWS} <= set(PAGES)


def test_links_titles_and_escape_work(desk: Desk):
    pages = desk.help
    pages.open()
    pages.text.anchorClicked.emit(QUrl("table"))
    assert pages.page_id() == "table"
    assert page_title("table", "th") in pages.text.toPlainText()
    pages.text.anchorClicked.emit(QUrl("nowhere"))
    assert pages.page_id() == "table"
    pages.titles.setCurrentRow(0)
    assert page_title("first-steps", "th") in pages.text.toPlainText()
    QTest.keyClick(pages, Qt.Key.Key_A)
    assert pages.isVisible()
    QTest.keyClick(pages, Qt.Key.Key_Escape)
    assert not pages.isVisible()


def test_help_speaks_the_language_of_the_interface(desk: Desk):
    desk.help.open("numbers")
    use_language("en")
    QApplication.sendEvent(desk.help, QEvent(QEvent.Type.LanguageChange))
    assert desk.help.page_id() == "numbers"
    assert page_title("numbers", "en") in desk.help.text.toPlainText()
    assert desk.help.windowTitle() == "Help"
