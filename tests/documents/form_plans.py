"""A plan of 120 projects over five years, as real ones are: long texts, blank years, three lists, ten-digit sums."""

import functools
from collections.abc import Iterator
from datetime import date

from success_desktop.domain.forms.form_set import FormSet
from success_desktop.domain.forms.form_set_text import parse_form_set
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Seed
from success_desktop.paths import resource_path
from tests.documents.word_plans import plan_of

YEARS_BE = (2566, 2567, 2568, 2569, 2570)
PROJECTS = 120
FORMS = ("p01", "p02", "p02-1", "p02-2", "p03", "pd02", "alignment")
LONG_TARGET = "\n".join(
    f"{number}. ถนนเลียบคลองช่วงที่ {number} ผิวจราจร คสล. กว้าง 4 เมตร หนา 0.15 เมตร ยาว {number * 25} เมตร "
    "พร้อมวางท่อระบายน้ำ หมู่ที่ 4"
    for number in range(1, 25)
)
"""A target of 24 lines and more than 2,400 characters, as the longest of a real plan."""

_AGENCIES = ("กองช่าง", "สำนักปลัดเทศบาล งานป้องกันและบรรเทาสาธารณภัย", "กองสวัสดิการสังคม", "กองยุทธศาสตร์และงบประมาณ")
_WORKS = ("ขุดลอกคลอง", "ก่อสร้างเขื่อนป้องกันตลิ่ง", "ติดตั้งเครื่องสูบน้ำ", "ฝึกอบรมเตือนภัยน้ำท่วม", "ปลูกป่าต้นน้ำ")
_PROGRAMMES = ("แผนงานอุตสาหกรรมและการโยธา", "แผนงานเคหะและชุมชน", "แผนงานบริหารงานทั่วไป")
_LISTS = ("", "own", "", "community", "", "coordination")


@functools.cache
def form_set(name: str = "ldp-2566") -> FormSet:
    """A form set that ships with the program."""
    return parse_form_set(resource_path("forms", f"{name}.yaml").read_text(encoding="utf-8"), name)


@functools.cache
def form_plan(template_name: str = "ldp-2566-strategy") -> Plan:
    """120 projects, 30 pieces of equipment and four agencies, in either generation of local plans."""
    shift = 0 if template_name == "ldp-2566-strategy" else 5
    projects = [_project(number, shift) for number in range(1, PROJECTS + 1)]
    branches = _strategies(projects) if not shift else _issues(projects)
    fields: dict[str, object] = {
        "title": {"th": "แผนพัฒนาท้องถิ่นเทศบาลเมืองตัวอย่าง", "en": "Local plan of Sample Town"},
        "organisation": {"th": "เทศบาลเมืองตัวอย่าง", "en": "Sample Town Municipality"},
        "area": {"th": "อำเภอเมือง จังหวัดตัวอย่าง", "en": "Mueang District, Sample Province"},
        "first_year": YEARS_BE[0] + shift,
        "last_year": YEARS_BE[-1] + shift,
    }
    equipment = Seed(
        kind="equipment_list", children=tuple(_equipment(number, shift) for number in range(1, 31))
    )
    agencies = Seed(
        kind="agency_register",
        children=tuple(
            Seed(
                kind="agency", key=f"agency-{place}", fields={"name": {"th": name, "en": f"Division {place}"}}
            )
            for place, name in enumerate(_AGENCIES)
        ),
    )
    return plan_of(Seed(kind="plan", fields=fields, children=(*branches, equipment, agencies)), template_name)


def _project(number: int, shift: int) -> Seed:
    work, scale = _WORKS[number % len(_WORKS)], number * 37 % 11 + 1
    fields: dict[str, object] = {
        "name": {"th": f"โครงการ{work}ช่วงที่ {number}", **({"en": f"Work {number} on the canal"} if number % 3 else {})},
        "objective": {"th": f"เพื่อ{work}ให้ชุมชนที่ {number} ปลอดภัยจากน้ำท่วม\nเพื่อให้ประชาชนมีคุณภาพชีวิตที่ดีขึ้น " * (number % 4 + 1)},
        "target": {"th": LONG_TARGET if number == 7 else f"ระยะทาง {number * 125:,} เมตร จำนวน {scale} แห่ง"},
        "kpi": {"th": f"ร้อยละ {60 + number % 40} ของครัวเรือน", "en": f"{60 + number % 40} per cent of households"},
        "expected_result": {"th": f"ครัวเรือนในพื้นที่ {number} ปลอดภัย น้ำไม่ท่วมขัง"},
        "lead_agencies": [f"agency-{number % 4}", *([f"agency-{(number + 1) % 4}"] if number % 5 == 0 else [])],
        "place": {"th": f"หมู่ที่ {number % 9 + 1}"},
        "listing": _LISTS[number % len(_LISTS)],
        "budget": {year + shift: baht for year, baht in _budget(number, scale).items()},
    }  # fmt: skip
    if number % 6 == 3:
        fields["proposed_by"] = {"th": f"ชุมชนริมคลอง {number}"}
    if number % 6 == 5:
        fields["coordinated_with"] = {"th": "องค์การบริหารส่วนจังหวัดตัวอย่าง"}
    if number % 2:
        first = 2022 + shift + (number % 4 == 3)
        fields["start_on"], fields["end_on"] = date(first, 11, 3), date(first + 1, 2 + number % 7, 20)
    fields["programme"] = "industry_public_works" if number % 2 else "housing_community"
    return Seed(kind="project", fields={name: value for name, value in fields.items() if value != ""})


def _budget(number: int, scale: int) -> dict[int, dict[str, object]]:
    """Most in one year, some in all five, some in none; one of ten digits; several of two sources."""
    if number % 13 == 0:
        return {}
    years = YEARS_BE if number % 3 == 0 else (YEARS_BE[number % 5],)
    baht = 315_000_000 if number == 11 else 737_613_000 if number in (5, 17) else number * 1_250 * scale
    budget: dict[int, dict[str, object]] = {year: {"ordinance": baht + year} for year in years}
    if number % 8 == 0:
        budget[years[0]]["pao_grant"] = 50_000
    return budget


def _equipment(number: int, shift: int) -> Seed:
    return Seed(
        kind="equipment",
        fields={
            "name": {"th": f"เครื่องสูบน้ำแบบหอยโข่ง ตัวที่ {number}"},
            "category": {"th": "ค่าครุภัณฑ์"},
            "equipment_type": {"th": "ครุภัณฑ์การเกษตร"},
            "target": {"th": f"เครื่องสูบน้ำ {number} เครื่อง ขนาด 8 นิ้ว"},
            "budget": {YEARS_BE[number % 5] + shift: {"ordinance": 90_000 + number}},
            "lead_agencies": [f"agency-{number % 4}"],
            "programme": "industry_public_works",
        },
    )


def _strategies(projects: list[Seed]) -> Iterator[Seed]:
    """Four strategies of two tactics of three programmes of five projects."""
    rest = iter(projects)
    for strategy in range(1, 5):
        tactics = [
            _named(
                "tactic",
                f"จัดการน้ำแนวทางที่ {strategy}.{tactic}",
                *(_named("programme", name, *(next(rest) for _ in range(5))) for name in _PROGRAMMES),
            )
            for tactic in (1, 2)
        ]
        yield Seed(
            kind="strategy",
            fields={
                "name": {"th": f"การพัฒนาด้านสิ่งแวดล้อมด้านที่ {strategy}", "en": f"Environment {strategy}"},
                "national_strategy": {"th": "ยุทธศาสตร์ที่ 5 การสร้างการเติบโตบนคุณภาพชีวิตที่เป็นมิตรต่อสิ่งแวดล้อม"},
                "national_plan_13": {"th": f"หมุดหมายที่ {strategy + 9}"},
                "sdg": {"th": f"เป้าหมายที่ {strategy + 10}", "en": f"Goal {strategy + 10}"},
                "provincial_strategy": {"th": f"ยุทธศาสตร์จังหวัดที่ {strategy}"},
            },
            children=tuple(tactics),
        )


def _issues(projects: list[Seed]) -> Iterator[Seed]:
    for issue in range(6):
        yield _named(
            "development_issue", f"ประเด็นที่ {issue + 1} น้ำและเมือง", *projects[issue * 20 : issue * 20 + 20]
        )


def _named(kind: str, name: str, *children: Seed) -> Seed:
    return Seed(kind=kind, fields={"name": {"th": name}}, children=children)
