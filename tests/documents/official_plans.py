"""Plans of the two generations of local development plans, for the tests of their forms."""

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import Table
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Seed
from tests.documents.outline_reading import find_table
from tests.documents.word_plans import plan_of

STRATEGY_TEMPLATE, ISSUE_TEMPLATE = "ldp-2566-strategy", "ldp-2571-issue"
YEARS_2566 = (2566, 2567, 2568, 2569, 2570)
YEARS_2571 = (2571, 2572, 2573, 2574, 2575)
OWNER: dict[str, object] = {
    "organisation": {"th": "เทศบาลเมืองตัวอย่าง"},
    "area": {"th": "อำเภอเมือง จังหวัดตัวอย่าง"},
}


def project(name: str, by_year: dict[int, int], **fields: object) -> Seed:
    budget = {year: {"ordinance": baht} for year, baht in by_year.items()}
    return Seed(kind="project", fields={"name": {"th": name}, "budget": budget, **fields})


def group(kind: str, name: str, *children: Seed, **fields: object) -> Seed:
    return Seed(kind=kind, fields={"name": {"th": name}, **fields}, children=children)


def equipment(name: str, by_year: dict[int, int], **fields: object) -> Seed:
    pump = project(name, by_year, **fields)
    return Seed(kind="equipment", fields=pump.fields)


def plan_2566(*children: Seed, **fields: object) -> Plan:
    years = {"first_year": 2566, "last_year": 2570}
    return plan_of(
        Seed(kind="plan", fields={**OWNER, **years, **fields}, children=children), STRATEGY_TEMPLATE
    )


def plan_2571(*children: Seed, **fields: object) -> Plan:
    years = {"first_year": 2571, "last_year": 2575}
    return plan_of(Seed(kind="plan", fields={**OWNER, **years, **fields}, children=children), ISSUE_TEMPLATE)


def one_strategy(*projects: Seed, **fields: object) -> Seed:
    programme = group("programme", "แผนงานเคหะและชุมชน", *projects)
    return group("strategy", "ด้านน้ำ", group("tactic", "กันท่วม", programme), **fields)


def form(plan: Plan, name: str = "p02", options: OutlineOptions | None = None) -> Table:
    return find_table(build_outline(plan, options), name)
