"""Plans for official forms, made from any of the shipped templates, and the shipped form sets."""

import functools
from collections.abc import Mapping

from success_desktop.domain.edits import apply
from success_desktop.domain.forms.form_set import FormSet
from success_desktop.domain.forms.form_set_text import parse_form_set
from success_desktop.domain.forms.resolved import FormOptions, ResolvedForm
from success_desktop.domain.forms.resolving import resolve_form
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Seed
from success_desktop.domain.seeds import sow_plan
from success_desktop.paths import resource_path
from tests.plans import counted_ids, template

STRATEGY_PLAN, ISSUE_PLAN, CITY_PLAN = "ldp-2566-strategy", "ldp-2571-issue", "success-strategic-plan"
TEMPLATES = (STRATEGY_PLAN, ISSUE_PLAN, CITY_PLAN)
OLD_FORMS, NEW_FORMS = "ldp-2566", "ldp-2571"
FORM_SETS = (OLD_FORMS, NEW_FORMS)

_TEXTS = frozenset(
    (
        *("objective", "target", "kpi", "expected_result", "place", "reason", "note"),
        *("proposed_by", "coordinated_with", "category", "national_strategy"),
    )
)


def form_set_text(name: str) -> str:
    """A shipped form set as it is written."""
    return resource_path("forms", f"{name}.yaml").read_text(encoding="utf-8")


@functools.cache
def form_set(name: str = OLD_FORMS) -> FormSet:
    """A shipped form set."""
    return parse_form_set(form_set_text(name), name)


def plan_of(name: str, *children: Seed, first_be: int = 2566) -> Plan:
    """A plan of five years from a shipped template, with ids counted in the order of the tree."""
    base = template(name)
    fields = {"title": {"th": "แผนทดสอบ"}, "first_year": first_be, "last_year": first_be + 4}
    root = Seed(kind="plan", fields=fields, children=children)
    return apply(Plan(base, {}, {}), sow_plan(base, root, counted_ids()))


def thing(kind: str, name: str, *children: Seed, **fields: object) -> Seed:
    """A node with a Thai name, which is also its key; texts may be given as Thai alone."""
    worded = {field: {"th": value} if field in _TEXTS else value for field, value in fields.items()}
    return Seed(kind=kind, key=name, fields={"name": {"th": name}, **worded}, children=children)


def project(name: str, budget: Mapping[int, int] | None = None, *children: Seed, **fields: object) -> Seed:
    """A project with baht by fiscal year, all from the budget ordinance."""
    money = {year: {"ordinance": baht} for year, baht in (budget or {}).items()}
    return thing("project", name, *children, budget=money, **fields)


def pump() -> Seed:
    """An item of equipment for 400 baht in 2566."""
    return thing("equipment", "เครื่องสูบน้ำ", budget={2566: {"ordinance": 400}}, target="2 เครื่อง")


def water() -> Seed:
    """The second strategy: a programme with a project in the own list, one to be coordinated and one without money."""
    programme = thing(
        "programme",
        "เคหะและชุมชน",
        project("ท่อ", {2569: 30}, alignment=["เป้าหมายที่ 6"]),
        project("เขื่อน", {2569: 9_000_000}, listing="coordination", coordinated_with="กรมโยธา"),
        project("ไม่มีเงิน"),
    )
    return thing("strategy", "น้ำ", thing("tactic", "ระบายน้ำ", programme))


def strategy_plan() -> Plan:
    """A plan of 2566: two strategies, three tactics, one programme under two of them, seven projects in three lists."""
    programme = "แผนงานสาธารณสุข"
    return plan_of(
        STRATEGY_PLAN,
        thing(
            "strategy",
            "ยุทธศาสตร์ด้านสุขภาพ",
            thing(
                "tactic",
                "ป้องกันโรค",
                thing(
                    "programme",
                    programme,
                    project("วัคซีน", {2566: 100, 2567: 200}, lead_agencies=["กองสาธารณสุข"], kpi="ร้อยละ 80"),
                    project("อสม.", {2566: 50}, listing="community", proposed_by="ชุมชนวัดไทร"),
                ),
                thing("programme", "แผนงานการเกษตร", project("สมุนไพร", {2570: 7})),
            ),
            thing("tactic", "ออกกำลังกาย", thing("programme", programme, project("สนามกีฬา", {2568: 1_000}))),
            national_strategy="ด้านความมั่นคง",
        ),
        water(),
        Seed(kind="equipment_list", children=(pump(),)),
        Seed(kind="agency_register", children=(thing("agency", "กองสาธารณสุข"),)),
        Seed(kind="alignment_register", children=(thing("alignment_item", "เป้าหมายที่ 6", level="sdg"),)),
    )


def filled(plan: Plan, form: str, name: str = OLD_FORMS, options: FormOptions | None = None) -> ResolvedForm:
    """A form of a shipped set, filled with a plan."""
    return resolve_form(form_set(name), form, plan, options or FormOptions())


def names_in(form: ResolvedForm, plan: Plan) -> list[str]:
    """The Thai names of a form's rows, in their order."""
    return [plan.nodes[row.node_id].text("name", "th") for row in form.rows]
