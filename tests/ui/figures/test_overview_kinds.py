"""Plans with two kinds of budgets: projects and equipment are added up apart, each where it belongs."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from success_desktop.domain.edits import AddNode, SetValue
from success_desktop.domain.row_filter import RowFilter
from success_desktop.services.library import PLAN_SUFFIX, new_plan
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.figures.overview_view import OverviewView
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.qt_catalog import speak
from tests.plans import template
from tests.ui.figures.overviews import amount_of, buttons


@pytest.fixture
def local_plan(tmp_path: Path) -> Iterator[PlanEditor]:
    """A local development plan with one issue, one project of 3 million and one pump of 9 million baht."""
    editor = new_plan(tmp_path / f"แผนพัฒนาท้องถิ่น{PLAN_SUFFIX}", template("ldp-2571-issue"), "ผู้วางแผน")
    root_id = editor.plan.root_id
    shelf = next((node.id for node in editor.plan.walk() if node.kind == "equipment_list"), "shelf")
    if shelf not in editor.plan.nodes:
        editor.edit("Add", [AddNode(shelf, "equipment_list", root_id, "zz")])
    editor.edit(
        "Add",
        [
            AddNode("issue", "development_issue", root_id, "zV"),
            SetValue("issue", "name", "en", None, "Water"),
            AddNode("road", "project", "issue", "V"),
            SetValue("road", "budget", "2571:loan", None, Decimal(3_000_000)),
            AddNode("pump", "equipment", shelf, "V"),
            SetValue("pump", "name", "en", None, "Pump"),
            SetValue("pump", "budget", "2572:reserves", None, Decimal(9_000_000)),
        ],
    )
    yield editor
    editor.close(publish=False)


@pytest.fixture
def shown(qtbot, application, local_plan) -> Iterator[OverviewView]:
    """The overview of the local development plan, in English."""
    speak("en")
    bridge = PlanBridge()
    bridge.hold(local_plan)
    view = OverviewView(bridge)
    qtbot.addWidget(view)
    view.set_language_mode("en")
    view.show()
    view.findings.catch_up()
    view.refresh()
    yield view
    bridge.release()
    speak("th")


def test_the_whole_plan_shows_its_projects_and_names_the_equipment_beside_them(shown):
    assert shown.total.text().split("     ") == [
        "Project: 1 · 3,000,000 baht",
        "Equipment: 1 · 9,000,000 baht",
    ]
    assert [amount_of(button) for button in buttons(shown.years.legend)] == [Decimal(3_000_000)]


def test_equipment_is_added_up_when_its_list_is_chosen(shown, local_plan):
    shelf = local_plan.plan.nodes["pump"].parent_id
    shown.show_node(shelf)
    shown.refresh()
    assert shown.total.text() == "Equipment: 1 · 9,000,000 baht"
    assert shown.years.title.text() == "Equipment: budget by fiscal year (million baht)"
    sources = {button.figure.name: button.figure.goal for button in buttons(shown.sources.lines)}
    assert sources == {"Accumulated reserves": RowFilter(under_id=shelf, source="reserves")}


def test_what_has_no_status_shows_no_lines_of_them(shown, local_plan):
    shown.show_node(local_plan.plan.nodes["pump"].parent_id)
    shown.refresh()
    assert buttons(shown.statuses.lines) == []


def test_a_plan_that_has_no_equipment_does_not_speak_of_it(shown, local_plan):
    shown.show_node("issue")
    shown.refresh()
    assert shown.total.text() == "Project: 1 · 3,000,000 baht"


def test_a_source_of_funds_that_the_template_does_not_know_goes_by_its_key(shown, local_plan):
    local_plan.edit("Edit", [SetValue("road", "budget", "2571:windfall", None, Decimal(1))])
    shown.refresh()
    assert "windfall" in [button.figure.name for button in buttons(shown.sources.lines)]
