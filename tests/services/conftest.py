"""An open plan in a real file, and a clock that tests can move."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from success_desktop.domain.seeds import sow_plan
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.store.plan_file import PlanFile
from success_desktop.store.plans import NewPlan
from tests.editions import open_town
from tests.plans import counted_ids, small_seed, template

START = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at

    def pass_seconds(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def plan_path(tmp_path: Path) -> Path:
    return tmp_path / "แผนทดสอบ.success"


@pytest.fixture
def editor(plan_path: Path, clock: Clock) -> Iterator[PlanEditor]:
    """The small plan of tests.plans, open for editing by “สมหญิง”."""
    new = NewPlan(template().text, "สมหญิง", clock(), sow_plan(template(), small_seed(), counted_ids()))
    opened = PlanEditor(PlanFile.create(plan_path, new), "สมหญิง", clock)
    yield opened
    opened.close(publish=False)


@pytest.fixture
def town(tmp_path: Path, clock: Clock) -> Iterator[PlanEditor]:
    """The plan of tests.editions, open for editing by “สมหญิง” on 22 November 2569."""
    opened = open_town(tmp_path / "เมือง.success", clock)
    yield opened
    opened.close(publish=False)
