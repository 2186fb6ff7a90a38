"""The plan that the returned files were made from: read from its description, with ids that are the same in every run."""

import itertools
from pathlib import Path

import yaml

from success_desktop.domain.edits import apply
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Seed
from success_desktop.domain.seeds import sow_plan
from tests.plans import template

FOLDER = Path(__file__).resolve().parents[3] / "files" / "returned"
"""Where the returned files lie, with their lists of what must come out, and the plan they are about."""

PLAN_FILE = FOLDER / "plan.success"
DESCRIPTION = FOLDER / "plan.yaml"


def reviewed_seed() -> Seed:
    """The description of the plan."""
    return Seed.model_validate(yaml.safe_load(DESCRIPTION.read_text(encoding="utf-8")))


def reviewed_plan() -> Plan:
    """The plan, with ids counted in the order of the tree."""
    base, numbers = template(), itertools.count(1)
    return apply(Plan(base, {}, {}), sow_plan(base, reviewed_seed(), lambda: f"01j{next(numbers):023}"))
