"""Every type of field in the words, digits and calendar of a document."""

import itertools
from datetime import date

import pytest

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import DocumentLanguage, Outline, Passage, TotalRow
from success_desktop.documents.outline_passages import list_printed_fields, list_rows, list_tables
from success_desktop.domain.edits import apply
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Seed
from success_desktop.domain.seeds import sow_plan
from success_desktop.domain.template_text import parse_template

TEMPLATE = """
id: small
version: 1
name: {th: เล็ก, en: Small}
description: {th: เล็ก, en: Small}
years: {first_be: 2568, count: 2}
sources: {own: {th: ของตน, en: Own}}
default_source: own
kinds:
  plan:
    name: {th: แผน, en: Plan}
    children: [task]
    fields:
      title: {type: text, label: {th: ชื่อ, en: Title}}
      first_year: {type: fiscal_year, label: {th: ปีแรก, en: First year}}
  task:
    name: {th: งาน, en: Task}
    children: [step]
    fields:
      name: {type: text, label: {th: งาน, en: Task}}
      code: {type: word, label: {th: รหัส, en: Code}}
      begun: {type: fiscal_year, label: {th: เริ่มปี, en: Begun}}
      due_on: {type: date, label: {th: ครบกำหนด, en: Due}}
      cost: {type: money, label: {th: ราคา, en: Cost}}
      score: {type: number, label: {th: คะแนน, en: Score}}
      state: {type: choice, label: {th: สถานะ, en: State}, options: {done: {th: แล้วเสร็จ, en: Done}}}
      partner: {type: reference, kinds: [task], label: {th: คู่งาน, en: Partner}}
      spending: {type: yearly_money, label: {th: รายจ่าย, en: Spending}}
      target: {type: yearly_number, label: {th: ค่าเป้าหมาย, en: Target}}
  step:
    name: {th: ขั้น, en: Step}
    prints_as: table
    fields:
      name: {type: text, label: {th: ขั้น, en: Step}}
forms:
  tasks:
    name: {th: งาน, en: Tasks}
    rows: task
    has_grand_total: true
    columns:
      - {show: field, field: name, head: {th: งาน, en: Task}, width: 10}
      - {show: field, field: due_on, head: {th: ครบกำหนด, en: Due}, width: 10}
      - {show: field, field: cost, head: {th: ราคา, en: Cost}, width: 10}
      - {show: total, field: spending, head: {th: รายจ่าย, en: Spending}, width: 10}
      - {show: total, field: target, head: {th: เป้าหมาย, en: Target}, width: 10}
      - {show: children, child: step, head: {th: ขั้น, en: Steps}, width: 10}
      - {show: field, field: state, head: {th: สถานะ, en: State}, width: 10}
      - {show: field, field: target, head: {th: รายปี, en: By year}, width: 10}
  steps:
    name: {th: ขั้น, en: Steps}
    rows: step
    has_grand_total: true
    columns:
      - {show: field, field: name, head: {th: ขั้น, en: Step}, width: 10}
      - {show: ancestor, ancestor: task, head: {th: งาน, en: Task}, width: 10}
      - {show: ancestor, ancestor: plan, head: {th: แผน, en: Plan}, width: 10}
document:
  cover: [title, first_year]
  parts:
    - title: {th: งาน, en: Tasks}
      blocks: [{narrative: task}, {form: tasks}, {form: steps}]
"""


def _outline(*tasks: Seed, language: DocumentLanguage = "th", title: str = "แผน") -> Outline:
    template = parse_template(TEMPLATE, "small")
    numbers = itertools.count()
    root = Seed(kind="plan", fields={"title": {"th": title}, "first_year": 2568}, children=tasks)
    plan = apply(Plan(template, {}, {}), sow_plan(template, root, lambda: f"{next(numbers):026}"))
    return build_outline(plan, OutlineOptions(language))


FULL = Seed(
    kind="task",
    key="a",
    fields={
        "name": {"th": "ขุด", "en": "Dig"},
        "code": "ก-1",
        "begun": 2568,
        "due_on": "2025-02-12",
        "cost": "1250.5",
        "score": "80.0",
        "state": "done",
        "partner": "a",
        "spending": {2568: {"own": 1000}, 2569: {"own": 250}},
        "target": {2568: 10, 2569: "20.5"},
    },
    children=(
        Seed(kind="step", fields={"name": {"th": "ถาก"}}),
        Seed(kind="step", fields={"name": {"th": "ขน"}}),
    ),
)


def _with_date(seed: Seed) -> Seed:
    return seed.model_copy(update={"fields": {**seed.fields, "due_on": date(2025, 2, 12)}})


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "th",
            {
                "name": "ขุด", "code": "ก-1", "begun": "2568", "due_on": "12 กุมภาพันธ์ 2568", "cost": "1,250.50",
                "score": "80.0", "state": "แล้วเสร็จ", "partner": "ขุด", "spending": "2568: 1,000\n2569: 250",
                "target": "2568: 10\n2569: 20.5",
            },
        ),
        (
            "en",
            {
                "name": "Dig", "code": "ก-1", "begun": "2025", "due_on": "12 February 2025", "cost": "1,250.50",
                "score": "80.0", "state": "Done", "partner": "Dig", "spending": "2025: 1,000\n2026: 250",
                "target": "2025: 10\n2026: 20.5",
            },
        ),
    ],
)  # fmt: skip
def test_a_narrative_words_every_type_of_field(language, expected):
    outline = _outline(_with_date(FULL), language=language)
    printed = {one.anchor.field: one.value.text for one in list_printed_fields(outline)}
    assert {field: printed[field] for field in expected} == expected


def test_short_values_stand_in_the_line_of_their_label_and_lists_below_it():
    outline = _outline(_with_date(FULL))
    passages = [
        block for section in outline.sections for block in section.blocks if isinstance(block, Passage)
    ]
    inline = {passage.label.anchors[0].field: passage.is_inline for passage in passages}
    assert inline["due_on"]
    assert inline["state"]
    assert not inline["spending"]


def test_a_table_words_every_kind_of_column():
    tasks, steps = list_tables(_outline(_with_date(FULL)))
    (row,) = list_rows(tasks)
    assert [" / ".join(phrase.text for phrase in cell) for cell in row.cells] == [
        "ขุด", "12 ก.พ. 2568", "1,250.50", "1,250", "30.5", "ถาก\nขน", "แล้วเสร็จ", "2568: 10\n2569: 20.5",
    ]  # fmt: skip
    assert [[phrase.text for cell in row.cells for phrase in cell] for row in list_rows(steps)] == [
        ["ถาก", "ขุด"],
        ["ขน", "ขุด"],
    ]


def test_sums_count_single_amounts_and_totals_but_not_numbers():
    tasks, steps = list_tables(_outline(_with_date(FULL)))
    total = tasks.rows[-1]
    assert isinstance(total, TotalRow)
    printed = [" ".join(phrase.text for phrase in phrases) for phrases, _span in total.cells]
    assert printed == ["รวมทั้งสิ้น 1 รายการ", "1,250.50", "1,250", ""]
    without_money = steps.rows[-1]
    assert isinstance(without_money, TotalRow)
    assert without_money.cells[0][1] == 3


def test_blank_fields_leave_blank_cells():
    tasks, _steps = list_tables(_outline(Seed(kind="task", fields={"name": {"th": "ว่าง"}})))
    (row,) = list_rows(tasks)
    assert row.cells[1:] == ((),) * 7


def test_bilingual_cells_stack_both_languages_and_numbers_once():
    tasks, _steps = list_tables(_outline(_with_date(FULL), language="both"))
    (row,) = list_rows(tasks)
    assert [phrase.text for phrase in row.cells[0]] == ["ขุด", "Dig"]
    assert [phrase.text for phrase in row.cells[1]] == ["12 ก.พ. 2568", "12 Feb 2025"]
    assert [phrase.text for phrase in row.cells[2]] == ["1,250.50"]


def test_an_option_that_the_template_no_longer_has_prints_as_its_code():
    outline = _outline(_with_date(FULL))
    plan_words = {one.anchor.field for one in list_printed_fields(outline)}
    assert "state" in plan_words
    base = parse_template(TEMPLATE.replace("options: {done:", "options: {begun:"), "small")
    old = parse_template(TEMPLATE, "small")
    numbers = itertools.count()
    root = Seed(kind="plan", children=(_with_date(FULL),))
    plan = apply(Plan(old, {}, {}), sow_plan(old, root, lambda: f"{next(numbers):026}"))
    renewed = build_outline(Plan(base, plan.nodes, plan.children, plan.root_id))
    printed = {one.anchor.field: one.value.text for one in list_printed_fields(renewed)}
    assert printed["state"] == "done"


def test_the_cover_shows_years_of_the_documents_calendar():
    outline = _outline(language="en")
    assert [(line.field, line.values[0][1].text) for line in outline.cover] == [
        ("title", "แผน"),
        ("first_year", "2025"),
    ]
