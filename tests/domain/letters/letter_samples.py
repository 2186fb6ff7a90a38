"""A small book of facts, a small letter, and a plan that tells some of what they want to know."""

from datetime import date
from typing import Any

from success_desktop.domain.edits import apply, set_value
from success_desktop.domain.letters.figures import reckon
from success_desktop.domain.letters.letter import FactBook, Letter
from success_desktop.domain.letters.letter_text import parse_facts, parse_letter
from success_desktop.domain.letters.stated_facts import FactReader
from success_desktop.domain.office import Edition, Office
from success_desktop.domain.plan import Plan
from success_desktop.paths import resource_path
from tests.plans import small_plan

FACTS = """
facts:
  organisation: {source: plan, field: organisation, label: {th: อปท., en: Authority}, hint: {th: ชื่อเต็ม, en: Full name}}
  project_count: {source: computed, label: {th: โครงการ, en: Projects}, hint: {th: "", en: ""}}
  edition_title: {source: computed, label: {th: ฉบับ, en: Edition}, hint: {th: "", en: ""}}
  mayor: {source: office, label: {th: นายก, en: Mayor}, hint: {th: ชื่อ, en: Name}}
  position:
    source: office
    label: {th: ตำแหน่ง, en: Title}
    hint: {th: "", en: ""}
    usual:
      - {th: "นายก{organisation}", en: "Head of {organisation}", when: {authorities: [obt]}}
      - {th: นายกเทศมนตรี, en: Mayor, when: {authorities: [thesaban]}}
  clause:
    source: edition
    field: clause
    label: {th: ข้อ, en: Clause}
    hint: {th: "", en: ""}
    usual: [{th: ข้อ 22, en: clause 22}]
  reasons: {source: edition, field: reasons, label: {th: เหตุผล, en: Reasons}, hint: {th: "", en: ""}}
  announced_on: {source: edition, field: announced_on, type: date, label: {th: วันประกาศ, en: Day}, hint: {th: "", en: ""}}
  met_on: {source: edition, type: date, label: {th: วันประชุม, en: Met on}, hint: {th: "", en: ""}}
  number: {source: edition, type: plain, label: {th: เลขที่, en: Number}, hint: {th: "", en: ""}}
"""
LETTER = """
id: memo
order: 3
name: {th: บันทึก, en: Memo}
blocks:
  - {style: title, th: "บันทึกของ{organisation}", en: "Memo of {organisation}"}
  - {th: "มี {project_count} โครงการ {edition_title}", en: "{project_count} projects {edition_title}"}
  - {th: "ตาม{clause}", en: "Under {clause}", when: {editions: [addition]}}
  - {th: "ประชุมวันที่ {met_on}", en: "Met on {met_on}", only_with: met_on}
  - {style: signature, th: "({mayor})\\n{position}", en: "({mayor})\\n{position}"}
"""


def book() -> FactBook:
    """The small book of facts."""
    return parse_facts(FACTS, "facts.yaml")


def letter(text: str = LETTER) -> Letter:
    """The small letter, or another that states facts of the small book."""
    return parse_letter(text, "memo.yaml", book())


def shipped_book() -> FactBook:
    """The facts that ship with the program."""
    return parse_facts(resource_path("letters", "facts.yaml").read_text(encoding="utf-8"), "facts.yaml")


def shipped_letters() -> dict[str, Letter]:
    """The letters that ship with the program, by id."""
    facts = shipped_book()
    paths = (path for path in resource_path("letters").glob("*.yaml") if path.stem != "facts")
    letters = (parse_letter(path.read_text(encoding="utf-8"), path.name, facts) for path in paths)
    return {letter.id: letter for letter in letters}


def town_plan() -> Plan:
    """The small plan of a municipality with a name."""
    plan = small_plan()
    for language, name in (("th", "เทศบาลเมืองทดสอบ"), ("en", "Test Town Municipality")):
        plan = apply(plan, set_value(plan, plan.root_id, "organisation", language, name))
    return plan


def addition(**values: Any) -> Edition:
    """The second addition of 2568, with whatever else it says."""
    known: dict[str, Any] = {"id": "o-addition", "kind": "addition", "number": 2, "year_be": 2568}
    return Edition(**{**known, **values})


def reader(
    edition: Edition | None = None,
    office: Office | None = None,
    plan: Plan | None = None,
    facts: FactBook | None = None,
) -> FactReader:
    """A reader of facts for an edition (default: the addition) at the authority that the office names."""
    of, where = plan or town_plan(), office or Office()
    return FactReader(facts or book(), of, where, where.authority, edition or addition(), reckon(of))


ANNOUNCED = date(2025, 2, 20)
