"""The parts of the view of editions, each by itself: lists, tables, words, and what is missing."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument

from success_desktop.domain.calendar_dates import date_text
from success_desktop.domain.edition_lacks import Lack
from success_desktop.domain.office import Edition, Office
from success_desktop.i18n import N_
from success_desktop.services.editing import remove_node, set_text
from success_desktop.services.edition_rows import read_amendment
from success_desktop.services.editions import begin_edition
from success_desktop.ui.editions.edition_words import name_edition, tell_base, tell_state
from success_desktop.ui.editions.editions_list import EditionsList
from success_desktop.ui.editions.filling import Filling
from success_desktop.ui.editions.ready_page import ReadyPage
from success_desktop.ui.editions.row_words import tell_changes, tell_rule
from success_desktop.ui.editions.rows_model import NAME, NATURE, NUMBER, REASON, ROUTED, RowsModel, list_lines
from success_desktop.ui.editions.rows_page import RowsPage
from tests.ui.editions.conftest import OBJECTIVE

DAY = date(2024, 2, 12)
FIRST = Edition(id="o-1", revision_id="r", adopted_on=DAY)
CHANGE = Edition(id="o-2", kind="change", number=2, year_be=2568, base_id="o-1")


def plain(html: str) -> str:
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText()


# --- words --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edition", "state"),
    [
        (CHANGE, "กำลังจัดทำ"),
        (FIRST, f"ประกาศใช้ {date_text(DAY, 'th', 'short')}"),
        (Edition(id="o-3", revision_id="r"), "ประกาศใช้แล้ว"),
        (
            Edition(id="o-4", revision_id="r", adopted_on=DAY, announced_on=DAY),
            f"ประกาศเมื่อ {date_text(DAY, 'th', 'short')}",
        ),
    ],
)
def test_the_state_of_an_edition_is_said_in_words(edition, state):
    assert tell_state(edition) == state


def test_an_edition_says_which_one_it_amends():
    office = Office(editions=(FIRST, CHANGE))
    assert tell_base(office, CHANGE) == "แก้จาก: แผนฉบับแรก"
    assert tell_base(office, FIRST) == ""
    assert name_edition(CHANGE) == "เปลี่ยนแปลง ครั้งที่ 2/2568"


# --- the list -----------------------------------------------------------------------------------------------


@pytest.fixture
def editions(application, qtbot) -> EditionsList:
    editions = EditionsList()
    qtbot.addWidget(editions)
    editions.show()
    return editions


def test_the_list_tells_which_edition_is_wanted_only_when_a_person_chooses(editions):
    told: list[str] = []
    editions.chosen.connect(told.append)
    editions.show_editions((FIRST, CHANGE), "o-2")
    assert told == []
    assert editions.list.currentRow() == 0
    editions.list.setCurrentRow(1)
    assert told == ["o-1"]
    editions.show_editions((), "")
    assert told == ["o-1"]


@pytest.mark.parametrize(
    ("there", "possible"),
    [
        ((), {"first"}),
        ((Edition(id="o-9"),), set()),
        ((FIRST,), {"addition", "change", "correction"}),
        ((FIRST, CHANGE), {"addition", "correction"}),
    ],
)
def test_only_what_the_regulation_allows_can_be_begun(editions, there, possible):
    editions.show_editions(there, "")
    assert {kind for kind, action in editions.actions_of.items() if action.isEnabled()} == possible


def test_beginning_is_told_by_its_kind(editions):
    told: list[str] = []
    editions.begun.connect(told.append)
    editions.show_editions((FIRST,), "")
    for action in editions.actions_of.values():
        action.trigger()
    assert told == ["addition", "change", "correction"]


# --- the table ----------------------------------------------------------------------------------------------


def test_the_table_says_of_each_row_what_happened_and_where_it_belongs(editor, change):
    model = RowsModel()
    model.show_lines(list_lines(read_amendment(editor, change), "th"))
    cells = [model.index(0, column).data() for column in (NUMBER, NATURE, ROUTED, REASON)]
    assert cells == ["1.1.1", "รายการที่แก้", "เปลี่ยนแปลง", "–"]
    assert model.index(0, NAME).data() == model.index(0, NAME).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(0, NAME).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.headerData(REASON, Qt.Orientation.Horizontal) == "เหตุผล"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert (model.rowCount(model.index(0, 0)), model.columnCount(model.index(0, 0))) == (0, 0)


def test_a_row_is_found_by_its_id(editor, change, projects):
    model = RowsModel()
    model.show_lines(list_lines(read_amendment(editor, change), "th"))
    assert model.place_of(projects[1]) == 1
    assert model.place_of("nobody") == -1


def test_a_row_taken_out_keeps_its_name_and_number_and_cannot_be_opened(
    editor, adopted, projects, application, qtbot
):
    name = editor.plan.nodes[projects[0]].text("name", "th")
    remove_node(editor, projects[0])
    page = RowsPage()
    qtbot.addWidget(page)
    page.show_amendment(read_amendment(editor, begin_edition(editor, "change")), "th")
    line = next(line for line in page.model.lines if line.row.row_id == projects[0])
    assert line.texts[NUMBER] == "1.1.1"
    assert line.texts[NAME] == " ".join(name.split())
    page.choose(projects[0])
    assert not page.page.name.isEnabled()
    assert page.page.name.words() == " ".join(name.split())


def chosen_id(page: RowsPage) -> str:
    row = page.current()
    return row.row_id if row is not None else ""


def test_the_row_chosen_stays_chosen_when_the_rows_are_read_anew(
    editor, change, projects, application, qtbot
):
    page = RowsPage()
    qtbot.addWidget(page)
    page.show_amendment(read_amendment(editor, change), "th")
    page.choose(projects[1])
    set_text(editor, (projects[2], "objective", "th"), "เพื่อสร้างศูนย์พักพิง 30 แห่ง")
    page.show_amendment(read_amendment(editor, change), "th")
    assert chosen_id(page) == projects[1]
    page.choose("nobody")
    assert chosen_id(page) == projects[0]


# --- what reads otherwise -----------------------------------------------------------------------------------


def test_short_words_stand_in_one_line_long_ones_in_two(editor, adopted, projects):
    set_text(editor, (projects[0], "name", "th"), "คลองสายใหม่ทั้งระบบ")
    amendment = read_amendment(editor, begin_edition(editor, "change"))
    row = next(row for row in amendment.rows if row.row_id == projects[0])
    told = plain(tell_changes(amendment, row, "th"))
    assert amendment.base is not None
    old = amendment.base.nodes[projects[0]].text("name", "th")
    assert old in told
    assert "→ คลองสายใหม่ทั้งระบบ" in told
    assert tell_rule(amendment, row, "th")


def test_words_are_shown_as_they_are_whatever_signs_they_have(editor, adopted, projects):
    set_text(editor, (projects[0], "objective", "th"), "ลด <b>น้ำท่วม</b> & ขยะ 5 แห่ง")
    amendment = read_amendment(editor, begin_edition(editor, "change"))
    row = next(row for row in amendment.rows if row.row_id == projects[0])
    assert "ลด <b>น้ำท่วม</b> & ขยะ" in plain(tell_changes(amendment, row, "th"))


def test_what_is_altered_in_one_language_is_told_in_that_one(editor, change, projects):
    amendment = read_amendment(editor, change)
    told = plain(tell_changes(amendment, amendment.rows[0], "en"))
    assert "Objective" in told
    assert OBJECTIVE in told


def test_of_a_first_edition_nothing_reads_otherwise(editor):
    amendment = read_amendment(editor, begin_edition(editor, "first"))
    assert plain(tell_changes(amendment, amendment.rows[0], "th")) == "แผนฉบับแรกมีทุกรายการของแผน"


# --- what is missing ----------------------------------------------------------------------------------------


@pytest.fixture
def ready(application, qtbot) -> ReadyPage:
    ready = ReadyPage()
    qtbot.addWidget(ready)
    ready.show()
    return ready


def test_while_something_is_missing_nothing_can_be_adopted(ready):
    ready.show_lacks([Lack("", "number", N_("Edition"))], DAY)
    assert not ready.deed.isEnabled()
    assert ready.list.isVisible()
    ready.show_lacks([], DAY)
    assert ready.deed.isEnabled()
    assert not ready.list.isVisible()
    assert "ครบแล้ว" in ready.state.text()


def test_today_is_proposed_and_another_day_stays(ready):
    ready.show_lacks([], DAY)
    assert ready.day.text() == date_text(DAY, "th")
    ready.day.setText("1 ม.ค. 2567")
    ready.show_lacks([], DAY)
    told = []
    ready.adopted.connect(lambda day, page: told.append((day, page)))
    ready.first_page.setText("๑๒")
    ready.deed.click()
    assert told == [(date(2024, 1, 1), 12)]


def test_a_part_that_fills_its_room_asks_for_no_height(application, qtbot):
    part = Filling()
    qtbot.addWidget(part)
    assert not part.hasHeightForWidth()
