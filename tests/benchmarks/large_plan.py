"""A large plan with everything that a real one has: 5,000 projects in a tree, with texts, budgets, agencies and dates."""

from collections.abc import Generator, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from success_desktop.domain.edits import AddNode, Edit, SetValue
from success_desktop.domain.order import spread_positions
from success_desktop.domain.values import Atom, money_part
from success_desktop.store.plan_file import PlanFile
from success_desktop.store.plans import NewPlan
from tests.plans import template

ISSUES, GOALS, APPROACHES, PROJECTS = 5, 5, 4, 50
AGENCIES = 40
YEARS_BE = range(2568, 2573)
NOW = datetime(2026, 1, 1, tzinfo=UTC)
STATUSES = ("not_started", "in_progress", "completed")


def large_edits() -> list[Edit]:
    """The edits that make the plan: 5 issues of 5 goals of 4 approaches of 50 projects, and 40 agencies."""
    return list(_plan())


def make_large_file(path: Path) -> None:
    """Write the plan to a file."""
    PlanFile.create(path, NewPlan(template().text, "ผู้วางแผน", NOW, large_edits())).close()


def _plan() -> Iterator[Edit]:
    yield AddNode("root", "plan", None, "V")
    yield SetValue("root", "title", "th", None, "แผนขนาดใหญ่")
    yield SetValue("root", "first_year", "", None, Decimal(YEARS_BE[0]))
    yield SetValue("root", "last_year", "", None, Decimal(YEARS_BE[-1]))
    yield AddNode("agencies", "agency_register", "root", "z")
    for agency_id in (yield from _level("agencies", "agency", AGENCIES)):
        yield SetValue(agency_id, "short_name", "th", None, f"กอง {agency_id[-3:]}")
    number = 0
    for issue in (yield from _level("root", "strategic_issue", ISSUES)):
        for goal in (yield from _level(issue, "goal", GOALS)):
            for approach in (yield from _level(goal, "approach", APPROACHES)):
                for project in (yield from _level(approach, "project", PROJECTS)):
                    yield from _project(project, number)
                    number += 1


def _level(parent_id: str, kind: str, count: int) -> Generator[Edit, None, list[str]]:
    node_ids = [f"{parent_id}-{kind[0]}{number:03}" for number in range(count)]
    for node_id, position in zip(node_ids, spread_positions(count), strict=True):
        yield AddNode(node_id, kind, parent_id, position)
        yield SetValue(node_id, "name", "th", None, f"รายการที่ {node_id} เพื่อเตรียมความพร้อมของชุมชน")
        yield SetValue(node_id, "name", "en", None, f"Item {node_id} for community preparedness")
    return node_ids


def _project(project_id: str, number: int) -> Iterator[Edit]:
    for field in ("objective", "target", "expected_result", "kpi"):
        yield SetValue(project_id, field, "th", None, f"ก่อสร้างถนนคอนกรีตเสริมเหล็กเพื่อลดน้ำท่วม หมู่ที่ {number}")
        yield SetValue(project_id, field, "en", None, f"A concrete road against floods, village {number}")
    for year_be in YEARS_BE:
        if (number + year_be) % 3:
            yield SetValue(
                project_id, "budget", money_part(year_be, "ordinance"), None, Decimal(number * 1000 + year_be)
            )
    values: dict[str, Atom] = {
        "status": STATUSES[number % len(STATUSES)],
        "start_on": date(2024 + number % 4, 1 + number % 12, 1),
        "end_on": date(2026 + number % 3, 1 + number % 12, 28),
    }
    for field, value in values.items():
        yield SetValue(project_id, field, "", None, value)
    yield SetValue(project_id, "lead_agencies", f"agencies-a{number % AGENCIES:03}", None, "V")
