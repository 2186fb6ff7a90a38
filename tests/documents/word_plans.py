"""Plans to print in tests: the sample, and small ones with what is hard to print."""

import functools
import itertools

from success_desktop.domain.edits import apply
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Seed
from success_desktop.domain.seeds import sow_plan
from success_desktop.services.library import read_sample
from tests.plans import template

HARD_TEXT = 'ที่ ปี้ น้ำ ฯลฯ "A & B" <b> 100 %\tแท็บ  สองช่อง ๑๒๓'
TWO_PARAGRAPHS = "ย่อหน้าแรก\n\nย่อหน้าที่สอง"


def plan_of(root: Seed, template_name: str = "success-strategic-plan") -> Plan:
    """The plan that a seed describes, with ids of 26 characters as real ones have."""
    base = template(template_name)
    numbers = itertools.count(1)
    return apply(Plan(base, {}, {}), sow_plan(base, root, lambda: f"01j{next(numbers):023}"))


@functools.cache
def sample_plan() -> Plan:
    """The sample plan that ships with the program."""
    base, root = read_sample()
    numbers = itertools.count(1)
    return apply(Plan(base, {}, {}), sow_plan(base, root, lambda: f"01j{next(numbers):023}"))


def branch(*projects: Seed, issue: str = "น้ำ") -> Seed:
    """A strategic issue with one goal and one approach that holds the projects given."""
    approach = Seed(
        kind="approach", fields={"name": {"th": "ฟื้นสายคลอง", "en": "Restore the canals"}}, children=projects
    )
    goal = Seed(kind="goal", fields={"name": {"th": "คลองปลอดภัย"}}, children=(approach,))
    return Seed(kind="strategic_issue", fields={"name": {"th": issue, "en": "Water"}}, children=(goal,))


def project(name: str, budget: dict[int, dict[str, object]] | None = None, **fields: object) -> Seed:
    """A project with a Thai name and a budget {year: {source: baht}}."""
    return Seed(kind="project", fields={"name": {"th": name}, "budget": budget or {}, **fields})


def root(*children: Seed, **fields: object) -> Seed:
    """A plan for 2568-2572 with the fields and children given."""
    title = {"th": "แผนทดสอบ พ.ศ. 2568–2572", "en": "Test plan 2025–2029"}
    return Seed(
        kind="plan",
        fields={"title": title, "first_year": 2568, "last_year": 2572, **fields},
        children=children,
    )


def strategy_plan() -> Plan:
    """A local development plan of the 2566 form: one strategy with alignment, two tactics, programmes and projects."""

    def programme(name: str, *projects: Seed) -> Seed:
        return Seed(kind="programme", fields={"name": {"th": name}}, children=projects)

    def tactic(name: str, *programmes: Seed) -> Seed:
        return Seed(kind="tactic", fields={"name": {"th": name}}, children=programmes)

    strategy = Seed(
        kind="strategy",
        fields={
            "name": {"th": "ด้านสาธารณสุขและสิ่งแวดล้อม"},
            "national_strategy": {"th": "ยุทธศาสตร์ที่ 5 การเติบโตบนคุณภาพชีวิต"},
            "sdg": {"th": "เป้าหมายที่ 13"},
        },
        children=(
            tactic(
                "ป้องกันน้ำท่วม",
                programme("แผนงานอุตสาหกรรมและการโยธา", project("เขื่อน", {2567: {"ordinance": 18000000}})),
                programme("แผนงานสาธารณสุข", project("ขยะ", {2566: {"ordinance": 100000}}), project("น้ำเสีย")),
            ),
            tactic("เตือนภัย", programme("แผนงานสาธารณสุข", project("ลดร้อน", {2566: {"codi": 1475226000}}))),
        ),
    )
    years = {"first_year": 2566, "last_year": 2570}
    names = {"organisation": {"th": "เทศบาลเมืองทดสอบ"}, "area": {"th": "จังหวัดทดสอบ"}}
    return plan_of(root(strategy, **years, **names), "ldp-2566-strategy")


def issue_plan() -> Plan:
    """A local development plan of the 2571 form: one development issue with two projects, and one piece of equipment."""
    issue = Seed(
        kind="development_issue",
        fields={"name": {"th": "สิ่งแวดล้อม"}},
        children=(project("ปลูกต้นไม้", {2571: {"ordinance": 500}}), project("สวน", {2572: {"ordinance": 700}})),
    )
    pump = Seed(
        kind="equipment", fields={"name": {"th": "เครื่องสูบน้ำ"}, "budget": {2571: {"ordinance": 90000}}}
    )
    equipment = Seed(kind="equipment_list", children=(pump,))
    return plan_of(root(issue, equipment, first_year=2571, last_year=2575), "ldp-2571-issue")
