"""The views in the middle of the window, one row each. Their modules are loaded when a view is first shown."""

from collections.abc import Callable
from typing import NamedTuple

from success_desktop.i18n import N_
from success_desktop.settings import Settings
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.work_view import WorkView


class ViewRow(NamedTuple):
    """One view: its id, its name and what it is for (catalogue entries), its key, and how it is made."""

    id: str
    text: str
    hint: str
    shortcut: str
    make: Callable[[PlanBridge, Settings], WorkView]


def _make_page(bridge: PlanBridge, settings: Settings) -> WorkView:
    from success_desktop.ui.page.page_view import PageView

    return PageView(bridge)


def _make_table(bridge: PlanBridge, settings: Settings) -> WorkView:
    from success_desktop.ui.table.table_view import TableView

    return TableView(bridge, settings)


def _make_timeline(bridge: PlanBridge, settings: Settings) -> WorkView:
    from success_desktop.ui.figures.timeline_view import TimelineView

    return TimelineView(bridge)


def _make_overview(bridge: PlanBridge, settings: Settings) -> WorkView:
    from success_desktop.ui.figures.overview_view import OverviewView

    return OverviewView(bridge)


def _make_compare(bridge: PlanBridge, settings: Settings) -> WorkView:
    from success_desktop.ui.compare.compare_view import CompareView

    return CompareView(bridge)


def _make_editions(bridge: PlanBridge, settings: Settings) -> WorkView:
    from success_desktop.ui.editions.editions_view import EditionsView

    return EditionsView(bridge)


VIEWS: tuple[ViewRow, ...] = (
    ViewRow("page", N_("Page"), N_("One item with all its fields"), "Alt+1", _make_page),
    ViewRow("table", N_("Table"), N_("The projects as a table to fill in"), "Alt+2", _make_table),
    ViewRow("timeline", N_("Timeline"), N_("What is done when, by fiscal year"), "Alt+3", _make_timeline),
    ViewRow(
        "overview", N_("Overview"), N_("Budgets and what is missing, as figures"), "Alt+4", _make_overview
    ),
    ViewRow(
        "compare", N_("Compare"), N_("What differs between two points of the history"), "Alt+5", _make_compare
    ),
    ViewRow(
        "editions",
        N_("Editions"),
        N_("The editions of the plan, and what each amends"),
        "Alt+6",
        _make_editions,
    ),
)
