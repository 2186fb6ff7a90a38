"""A plan in the forms of 2566–2570 with six projects, open for editing, and what is done to it between its editions."""

import functools
import itertools
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from success_desktop.domain.edits import AddNode, apply, place_among, remove_branch, set_value
from success_desktop.domain.forms.form_set import FormSet
from success_desktop.domain.forms.form_set_text import parse_form_set
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Seed
from success_desktop.domain.seeds import sow_plan
from success_desktop.domain.values import Atom
from success_desktop.paths import resource_path
from success_desktop.services.editing import add_node, move_edits, move_node, remove_node, set_part, set_text
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.store.plan_file import PlanFile
from success_desktop.store.plans import NewPlan
from tests.plans import template

TEMPLATE = "ldp-2566-strategy"
AT = datetime(2025, 6, 12, 3, 0, tzinfo=UTC)
"""Noon or so of 12 June 2568 in Thailand."""

ROAD, CANAL, TRAINING, LAMP, SCHOOL, PUMP = (
    "โครงการก่อสร้างถนนคอนกรีตเสริมเหล็กสายบ้านหนองบัว",
    "โครงการขุดลอกคลองบางแก้ว",
    "โครงการอบรมอาสาสมัครเตือนภัยน้ำท่วม",
    "โครงการติดตั้งโคมไฟฟ้าสาธารณะ",
    "โครงการปรับปรุงอาคารศูนย์พัฒนาเด็กเล็ก",
    "เครื่องสูบน้ำขนาด 8 นิ้ว",
)


@functools.cache
def form_set(name: str = "ldp-2566") -> FormSet:
    """A shipped form set."""
    return parse_form_set(resource_path("forms", f"{name}.yaml").read_text(encoding="utf-8"), name)


def project(name: str, by_year: dict[int, int], *, kind: str = "project", **fields: object) -> Seed:
    """A row with a Thai name and a budget of the ordinance by fiscal year (Buddhist Era)."""
    budget = {year: {"ordinance": baht} for year, baht in by_year.items()}
    return Seed(kind=kind, fields={"name": {"th": name}, "budget": budget, **fields})


def group(kind: str, name: str, *children: Seed) -> Seed:
    """A node with a Thai name above others."""
    return Seed(kind=kind, fields={"name": {"th": name}}, children=children)


def town_seed() -> Seed:
    """Two strategies, three programmes, five projects and a pump; an agency that leads the road works."""
    road = project(
        ROAD,
        {2566: 1_500_000, 2567: 500_000},
        objective={"th": "เพื่อให้ประชาชนมีถนนที่ได้มาตรฐานใช้สัญจรไปมา"},
        target={"th": "ถนนกว้าง 5 เมตร ยาว 1,200 เมตร"},
        kpi={"th": "ร้อยละ 80 ของประชาชนพึงพอใจ"},
        lead_agencies=["engineering"],
    )
    canal = project(CANAL, {2567: 800_000}, objective={"th": "เพื่อป้องกันน้ำท่วม"})
    training = project(TRAINING, {2566: 50_000, 2567: 50_000, 2568: 50_000})
    works = group("programme", "แผนงานเคหะและชุมชน", road, canal, project(LAMP, {2568: 300_000}))
    peace = group("programme", "แผนงานการรักษาความสงบภายใน", training)
    water = group("strategy", "ด้านโครงสร้างพื้นฐานและน้ำ", group("tactic", "ป้องกันน้ำท่วม", works, peace))
    learning = group("programme", "แผนงานการศึกษา", project(SCHOOL, {2569: 400_000}))
    people = group("strategy", "ด้านคน", group("tactic", "ส่งเสริมการเรียนรู้", learning))
    pumps = Seed(kind="equipment_list", children=(project(PUMP, {2566: 90_000}, kind="equipment"),))
    engineering = Seed(kind="agency", key="engineering", fields={"name": {"th": "กองช่าง"}})
    agencies = Seed(kind="agency_register", children=(engineering,))
    return Seed(
        kind="plan",
        fields={
            "title": {"th": "แผนพัฒนาท้องถิ่น (พ.ศ. 2566–2570)"},
            "organisation": {"th": "เทศบาลเมืองตัวอย่าง"},
            "area": {"th": "อำเภอเมือง จังหวัดตัวอย่าง"},
            "first_year": 2566,
            "last_year": 2570,
        },
        children=(water, people, pumps, agencies),
    )


def ids_like_real_ones() -> Callable[[], str]:
    """A maker of ids of 26 characters, the same in every run."""
    numbers = itertools.count(1)
    return lambda: f"01j{next(numbers):023}"


def town_plan() -> Plan:
    """The plan of `town_seed` in memory."""
    base = template(TEMPLATE)
    return apply(Plan(base, {}, {}), sow_plan(base, town_seed(), ids_like_real_ones()))


def open_town(path: Path, clock: Callable[[], datetime] = lambda: AT) -> PlanEditor:
    """The plan of `town_seed` in a file, open for editing by “สมหญิง”."""
    base = template(TEMPLATE)
    new = NewPlan(base.text, "สมหญิง", clock(), sow_plan(base, town_seed(), ids_like_real_ones()))
    return PlanEditor(PlanFile.create(path, new), "สมหญิง", clock)


def row_id(plan: Plan, name: str) -> str:
    """The id of the node with that Thai name."""
    return next(node.id for node in plan.walk() if node.text("name", "th") == name)


def write(editor: PlanEditor, name: str, field: str, text: str) -> None:
    """Give a Thai text of a row another wording."""
    set_text(editor, (row_id(editor.plan, name), field, "th"), text)


def choose(editor: PlanEditor, name: str, field: str, option: str) -> None:
    """Choose another option in a field of a row."""
    set_part(editor, (row_id(editor.plan, name), field, ""), option)


def pay(editor: PlanEditor, name: str, by_year: dict[int, int | None]) -> None:
    """Give a row other amounts of the ordinance by year; None for none."""
    node_id = row_id(editor.plan, name)
    for year_be, baht in by_year.items():
        amount = None if baht is None else Decimal(baht)
        set_part(editor, (node_id, "budget", f"{year_be}:ordinance"), amount)


def add(editor: PlanEditor, name: str, under: str, by_year: dict[int, int]) -> str:
    """Add a project with a budget below the programme of a name; returns its id."""
    node_id = add_node(editor, row_id(editor.plan, under), "project")
    set_text(editor, (node_id, "name", "th"), name)
    pay(editor, name, dict(by_year))
    return node_id


def move(editor: PlanEditor, name: str, under: str) -> None:
    """Put a row below another programme."""
    move_node(editor, row_id(editor.plan, name), row_id(editor.plan, under))


def delete(editor: PlanEditor, name: str) -> None:
    """Take a row out of the plan."""
    remove_node(editor, row_id(editor.plan, name))


def changed(plan: Plan, name: str, field: str, part: str, value: Atom | None) -> Plan:
    """A plan in memory in which one part of a field of a row is another one."""
    return apply(plan, set_value(plan, row_id(plan, name), field, part, value))


def paid(plan: Plan, name: str, by_year: dict[int, int | None]) -> Plan:
    """A plan in memory in which a row has other amounts of the ordinance."""
    for year_be, baht in by_year.items():
        amount = None if baht is None else Decimal(baht)
        plan = changed(plan, name, "budget", f"{year_be}:ordinance", amount)
    return plan


def without(plan: Plan, name: str) -> Plan:
    """A plan in memory that lacks a row."""
    return apply(plan, remove_branch(plan, row_id(plan, name)))


def moved(plan: Plan, name: str, under: str) -> Plan:
    """A plan in memory in which a row stands below another node."""
    return apply(plan, move_edits(plan, row_id(plan, name), row_id(plan, under)))


def with_project(plan: Plan, name: str, under: str, by_year: dict[int, int], node_id: str = "01jnew") -> Plan:
    """A plan in memory with a project more."""
    parent_id = row_id(plan, under)
    added = AddNode(node_id.ljust(26, "0"), "project", parent_id, place_among(plan, parent_id))
    plan = apply(plan, (added,))
    plan = apply(plan, set_value(plan, added.node_id, "name", "th", name))
    return paid(plan, name, dict(by_year))


def with_action(plan: Plan, name: str, action: str) -> Plan:
    """A plan in memory in which a project has an activity."""
    parent_id = row_id(plan, name)
    added = AddNode("01jaction".ljust(26, "0"), "action_item", parent_id, place_among(plan, parent_id))
    plan = apply(plan, (added,))
    return apply(plan, set_value(plan, added.node_id, "name", "th", action))
