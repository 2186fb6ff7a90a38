"""The timeline of a plan of every template that ships, in both languages, empty and with its first project."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtWidgets import QLabel

from success_desktop.domain.edits import AddNode, Edit, SetValue, apply
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Seed, Template
from success_desktop.domain.seeds import sow_plan
from success_desktop.domain.timespans import has_dates, kinds_in_time
from success_desktop.services.library import list_templates
from success_desktop.ui.figures.timeline_board import TimelineBoard
from tests.plans import counted_ids

TODAY = datetime(2026, 11, 22, tzinfo=UTC).date()
START, END = date(2026, 10, 1), date(2027, 3, 31)
TEMPLATES = [template.id for template in list_templates()]


@pytest.fixture(params=TEMPLATES)
def template(request) -> Template:
    return next(template for template in list_templates() if template.id == request.param)


@pytest.fixture
def board(qtbot) -> TimelineBoard:
    board = TimelineBoard()
    qtbot.addWidget(board)
    board.resize(1000, 500)
    board.show()
    return board


def bare_plan(template: Template) -> Plan:
    """A plan that holds nothing but itself."""
    return apply(Plan(template, {}, {}), sow_plan(template, Seed(kind="plan"), counted_ids()))


def way_to_project(template: Template) -> list[str]:
    """The kinds from the plan's own down to a project, by the shortest way."""
    waiting = [["plan"]]
    while waiting:
        way = waiting.pop(0)
        if way[-1] == "project":
            return way
        waiting.extend([*way, kind] for kind in template.kind(way[-1]).children if kind not in way)
    raise AssertionError("no project in this template")


def plan_with_project(template: Template) -> Plan:
    """A plan with one dated project below as many heads as its template asks for."""
    plan = bare_plan(template)
    edits: list[Edit] = []
    parent_id = plan.root_id
    for kind in way_to_project(template)[1:]:
        edits.append(AddNode(kind, kind, parent_id, "m"))
        parent_id = kind
    edits.append(SetValue("project", "start_on", "", None, START))
    edits.append(SetValue("project", "end_on", "", None, END))
    return apply(plan, edits)


def test_projects_have_dates_in_every_template(template):
    assert has_dates(template.kind("project"))
    assert set(way_to_project(template)) <= kinds_in_time(template)


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_bare_plan_says_what_belongs_there(board, template, language):
    board.show_plan(bare_plan(template), language, TODAY)
    assert board.currentWidget() is board.empty
    assert board.empty.text()


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_project_stands_below_its_heads_which_span_it(board, template, language):
    board.show_plan(plan_with_project(template), language, TODAY)
    assert board.currentWidget() is not board.empty
    assert board.rows is not None
    for kind in way_to_project(template)[1:]:
        span = board.rows.spans[kind]
        assert (span.start_on, span.end_on) == (START, END)
        assert board.go_to(kind)
    assert board.tree.visualRect(board.model.index_of("project")).isValid()


def test_the_legend_names_the_statuses_of_the_template(board, template):
    board.show_plan(plan_with_project(template), "th", TODAY)
    words = {label.text() for label in board.legend.findChildren(QLabel)}
    assert {name.th for name in template.field("project", "status").options.values()} <= words
