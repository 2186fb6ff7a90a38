"""A fiscal year begins on 1 October, and years are those of the reader: พ.ศ. in Thai, CE in English, in every view."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from success_desktop.services.entering import enter_value
from success_desktop.ui.figures.timeline_header import tick_names
from success_desktop.ui.figures.timeline_view import TimelineView
from success_desktop.ui.history.history_panel import HistoryPanel
from success_desktop.ui.page.sheet_parts import BudgetPart
from success_desktop.ui.table.table_view import TableView
from tests.ui.page.pages import entry, form_of

HORIZONTAL = Qt.Orientation.Horizontal
YEARS = {"th": ["2568", "2569", "2570", "2571", "2572"], "en": ["2025", "2026", "2027", "2028", "2029"]}
DAYS = {"th": "1 ต.ค. 2568", "en": "1 Oct 2025"}
OTHER_ERA = {"th": "2025", "en": "2568"}


@pytest.fixture(params=["th", "en"])
def language(request, open_desk, project_id):
    """The language of reader and page; the first project begins with the fiscal year 2569."""
    enter_value(open_desk.bridge.editor, (project_id, "start_on", ""), "1/10/2568")
    open_desk.looks.show_page_in(request.param)
    open_desk.looks.speak(request.param)
    return request.param


@pytest.fixture
def timeline(open_desk, project_id, qtbot) -> TimelineView:
    """The timeline, seen."""
    open_desk.looks.show_view("timeline")
    view = open_desk.workspace.view("timeline")
    assert isinstance(view, TimelineView)
    qtbot.waitUntil(view.isVisible)
    return view


def test_the_page_shows_days_and_years_of_the_reader(open_desk, language):
    page = open_desk.workspace.page
    assert entry(page, "start_on").line.text() == DAYS[language]
    part = form_of(page).fields["budget"]
    assert isinstance(part, BudgetPart)
    heads = [str(part.model.headerData(column, HORIZONTAL)) for column in range(part.model.columnCount())]
    assert heads[1:6] == YEARS[language]


def test_the_table_heads_its_money_with_years_of_the_reader(open_desk, language):
    open_desk.looks.show_view("table")
    table = open_desk.workspace.view("table")
    assert isinstance(table, TableView)
    columns = [table.model.column_of(f"budget:{year_be}") for year_be in range(2568, 2573)]
    assert [table.model.headerData(column, HORIZONTAL) for column in columns] == YEARS[language]


def test_the_timeline_names_fiscal_years_of_the_reader(timeline, language):
    ticks = list(timeline.tree.axis.ticks("year"))
    names = [tick_names(tick, timeline.language)[0] for tick in ticks]
    assert [name.split()[-1] for name in names] == YEARS[language]


def test_a_fiscal_year_of_the_timeline_begins_on_the_first_of_october(timeline):
    axis = timeline.tree.axis
    first, second, *_later = axis.ticks("year")
    assert (first.first_on, second.first_on) == (date(2024, 10, 1), date(2025, 10, 1))
    assert axis.x_of(date(2025, 9, 30)) < second.left <= axis.x_of(date(2025, 10, 1))
    assert next(tick.first_on for tick in axis.ticks("quarter")) == date(2024, 10, 1)


def test_the_history_tells_when_and_what_in_the_era_of_the_reader(open_desk, language):
    open_desk.workspace.show_panel("history")
    panel = open_desk.workspace.panel("history").inside()
    assert isinstance(panel, HistoryPanel)
    panel.refresh()
    told = panel.text.toPlainText()
    now = open_desk.bridge.editor.now().astimezone()
    assert DAYS[language] in told
    assert str(now.year + (543 if language == "th" else 0)) in told
    assert OTHER_ERA[language] not in told


def test_a_day_typed_in_either_era_is_the_same_day(open_desk, project_id, language):
    editor = open_desk.bridge.editor
    for typed in ("30 ก.ย. 2569", "30/9/2026", "30 Sep 2026", "30 กันยายน พ.ศ. 2569"):
        enter_value(editor, (project_id, "end_on", ""), typed)
        assert editor.plan.nodes[project_id].day("end_on") == date(2026, 9, 30), typed


# --- two languages, each its own ---------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["th", "en"])
@pytest.mark.parametrize("spoken", ["th", "en"])
def test_interface_and_plan_switch_languages_live_and_apart(open_desk, project_id, window, page, spoken):
    window.actions_table[f"speak_{'en' if spoken == 'th' else 'th'}"].trigger()
    window.actions_table[f"page_{page}"].trigger()
    window.actions_table[f"speak_{spoken}"].trigger()
    assert window.actions_table["undo"].text() == {"th": "เลิกทำ", "en": "Undo"}[spoken]
    assert open_desk.looks.page_language == page
    name = open_desk.bridge.editor.plan.nodes[project_id].text("name", page)
    assert name in str(open_desk.workspace.outline.tree.currentIndex().data())
    assert name in open_desk.workspace.page.form.fields["name"].edits[page].plain_text()
