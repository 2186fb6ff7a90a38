"""Plans to test with: made from the shipped template, small enough to read, whole enough to be real."""

import functools
import itertools
from collections.abc import Callable
from dataclasses import replace

from success_desktop.domain.edits import apply
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Seed, Template
from success_desktop.domain.seeds import sow_plan
from success_desktop.domain.template_text import parse_template
from success_desktop.paths import resource_path

TITLE = {"th": "แผนเมืองทดสอบ พ.ศ. 2568–2572", "en": "Test town plan 2025–2029"}


def counted_ids() -> Callable[[], str]:
    """A maker of ids that are the same in every run: "id-000001", "id-000002" …"""
    numbers = itertools.count(1)
    return lambda: f"id-{next(numbers):06}"


@functools.cache
def template(name: str = "success-strategic-plan") -> Template:
    """A shipped template; that of the strategic plan unless another is named."""
    return parse_template(resource_path("templates", f"{name}.yaml").read_text(encoding="utf-8"), name)


def project(key: str, budget: dict[int, dict[str, int]], **fields: object) -> Seed:
    """A project named after its key, with a budget {year: {source: baht}} and any other fields."""
    name = {"th": f"โครงการ{key}", "en": f"Project {key}"}
    return Seed(kind="project", key=key, fields={"name": name, "budget": budget, **fields})


def small_seed() -> Seed:
    """A plan of one strategic issue, two goals, three approaches, four projects and two agencies."""
    second = Seed(
        kind="goal",
        key="goal-2",
        children=(Seed(kind="approach", key="approach-3", children=(project("heat", {}),)),),
    )
    issue = Seed(
        kind="strategic_issue",
        key="issue-1",
        fields={"name": {"th": "น้ำ", "en": "Water"}},
        children=(_canal_goal(), second),
    )
    agencies = Seed(
        kind="agency_register",
        key="agencies",
        children=(
            _named_seed("agency", "engineering", "กองช่าง", "Engineering Division"),
            _named_seed("agency", "health", "กองสาธารณสุข", "Public Health Division"),
        ),
    )
    root_fields = {"title": TITLE, "first_year": 2568, "last_year": 2572}
    return Seed(kind="plan", fields=root_fields, children=(issue, agencies))


def _named_seed(kind: str, key: str, th: str, en: str) -> Seed:
    return Seed(kind=kind, key=key, fields={"name": {"th": th, "en": en}})


def _canal_goal() -> Seed:
    indicator = Seed(
        kind="indicator",
        key="indicator-1",
        fields={
            "name": {"th": "ครัวเรือนที่น้ำท่วมเกิน 3 วัน", "en": "Households flooded over 3 days"},
            "unit": {"th": "ครัวเรือน", "en": "households"},
            "baseline": 184,
            "baseline_year": 2566,
            "target": {2568: 150, 2572: 40},
        },
    )
    dredge = project(
        "dredge",
        {2568: {"ordinance": 500000}, 2569: {"ordinance": 500000, "pao_grant": 1200000}},
        lead_agencies=["engineering"],
        start_on="2024-10-01",
        status="in_progress",
    )
    gauge = project("gauge", {2568: {"codi": 240000}}, lead_agencies=["engineering", "health"])
    restore = _named_seed("approach", "approach-1", "ฟื้นสายคลอง", "Restore the canals")
    children = (
        indicator,
        restore.model_copy(update={"children": (dredge, gauge)}),
        Seed(kind="approach", key="approach-2", children=(project("map", {2570: {"ordinance": 150000}}),)),
    )
    goal = _named_seed("goal", "goal-1", "ชุมชนริมคลองปลอดภัย", "Safe canal communities")
    return goal.model_copy(update={"children": children})


def small_plan() -> Plan:
    """The plan of `small_seed`, with ids counted in the order of the tree."""
    base = template()
    return apply(Plan(base, {}, {}), sow_plan(base, small_seed(), counted_ids()))


def named(plan: Plan, name: str) -> str:
    """The id of the node whose English or Thai name is `name`."""
    return next(node.id for node in plan.walk() if name in (node.text("name", "en"), node.text("name", "th")))


def without_sharing(plan: Plan) -> Plan:
    """An equal plan that shares no node with the one given, as one read from the disk."""
    nodes = {
        node.id: node._replace(fields={field: dict(parts) for field, parts in node.fields.items()})
        for node in plan.nodes.values()
    }
    return replace(plan, nodes=nodes)
