"""Official forms as documents: titles, stamps, heads, groups, sums, switches, editions."""

from dataclasses import replace
from typing import Any

import pytest

from success_desktop.documents.forms.form_document import (
    EditionWords,
    FormPrintOptions,
    build_form_outline,
)
from success_desktop.documents.outline_blocks import BAR, DataRow, GroupRow, Outline, Table, TotalRow
from success_desktop.documents.outline_passages import list_rows, list_tables
from success_desktop.domain.plan import Plan
from tests.documents.form_plans import FORMS, form_plan, form_set
from tests.documents.letters import DRAFT, SEAL
from tests.documents.official_plans import equipment, group, one_strategy, plan_2566, plan_2571, project
from tests.documents.outline_reading import find_totals, read_cells, read_total


def build(plan: Plan, *names: str, made: str = "ldp-2566", **options: Any) -> Outline:
    return build_form_outline(plan, form_set(made), names or ("p02",), replace(FormPrintOptions(), **options))


def table(plan: Plan, name: str = "p02", made: str = "ldp-2566", **options: Any) -> Table:
    (found,) = list_tables(build(plan, name, made=made, **options))
    return found


def group_lines(found: Table) -> list[str]:
    return [
        " ".join(filter(None, (line.label.phrase.text, line.value.text)))
        for row in found.rows
        if isinstance(row, GroupRow)
        for line in row.lines
    ]


def titles(found: Table) -> list[str]:
    return [title.text for title in found.titles]


def totals(found: Table) -> list[list[str]]:
    return [read_total(row) for row in find_totals(found)]


TWO_YEARS = one_strategy(
    project("เขื่อน", {2566: 1_000, 2567: 2_000}),
    project("คลอง", {2567: 500}),
    project("ไม่มีงบ", {}),
)


def test_each_form_has_pages_of_its_own_with_its_stamp():
    outline = build(plan_2566(TWO_YEARS), "p01", "p02", "p03")
    assert [section.stamp[0].text for section in outline.sections] == ["แบบ ผ.01", "แบบ ผ.02", "แบบ ผ.03"]
    assert {(section.orientation, section.margins) for section in outline.sections} == {("landscape", "form")}
    assert not outline.is_read_back
    assert outline.cover == ()
    assert outline.contents_title == ()


def test_a_form_that_the_set_does_not_have_is_a_fault():
    with pytest.raises(KeyError):
        build(plan_2566(TWO_YEARS), "p99")


def test_titles_name_the_form_the_years_and_the_authority():
    plan = plan_2566(TWO_YEARS, title={"th": "แผน"})
    assert titles(table(plan)) == [
        "รายละเอียดโครงการพัฒนา",
        "แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)",
        "เทศบาลเมืองตัวอย่าง",
    ]
    assert titles(table(plan, language="en"))[1] == "Local development plan (2023–2027)"
    assert len(titles(table(plan, language="both"))) == 5, "the authority has no English name"


def test_titles_name_the_edition():
    plan = plan_2566(TWO_YEARS, edition={"th": "ฉบับทบทวน"})
    assert titles(table(plan))[1].endswith("ฉบับทบทวน")
    edition = EditionWords("change", 2, 2568)
    assert titles(table(plan, edition=edition))[1].endswith("(พ.ศ. 2566 - 2570) เปลี่ยนแปลง ครั้งที่ 2/2568")
    english = titles(table(plan, edition=edition, language="en"))[1]
    assert english.endswith("Change No. 2/2025")
    assert titles(table(plan, edition=EditionWords("first", 0, 2566)))[1].endswith("2570)")
    bare = form_set().model_copy(update={"editions": {}})
    (found,) = list_tables(build_form_outline(plan, bare, ("p02",), FormPrintOptions(edition=edition)))
    assert titles(found)[1].endswith("2570)")
    assert build(plan, edition=edition).title.text.endswith("เปลี่ยนแปลง ครั้งที่ 2/2568")


def test_titles_leave_out_what_the_plan_does_not_say():
    bare = form_set()
    p02 = bare.forms["p02"]
    strange = p02.titles[1].model_copy(update={"th": "{title} ({area}) [{edition}], ปี {fiscal_year},"})
    changed = bare.model_copy(update={"forms": {"p02": p02.model_copy(update={"titles": (strange,)})}})
    plan = plan_2566(TWO_YEARS, area={})
    (found,) = list_tables(build_form_outline(plan, changed, ("p02",)))
    assert titles(found) == [", ปี 2566".strip(" ,")]


def test_the_head_has_the_years_between_budget_and_baht():
    head = table(plan_2566(TWO_YEARS)).head
    upper, years, units = (
        [(cell.phrases[0].text, cell.span, cell.reaches_down) for cell in row] for row in head
    )
    assert ("งบประมาณ", 5, False) in upper
    assert ("โครงการ", 1, True) in upper
    assert years == [(str(year), 1, False) for year in range(2566, 2571)]
    assert units == [("(บาท)", 1, False)] * 5


def test_columns_say_what_they_show():
    found = table(plan_2566(TWO_YEARS))
    assert [column.source for column in found.columns] == [
        "number", "name", "objective", "target", *(f"budget:{year}" for year in range(2566, 2571)),
        "kpi", "expected_result", "lead_agencies",
    ]  # fmt: skip
    summary = [column.source for column in table(plan_2566(TWO_YEARS), "p01").columns]
    assert summary[:3] == ["line", "count:2566", "baht:2566"]
    assert summary[-2:] == ["count", "baht"]
    months = [column.source for column in table(plan_2566(TWO_YEARS), "pd02").columns][-12:]
    assert (months[0], months[-1]) == ("month:2022-10", "month:2023-09")


def test_groups_open_with_their_alignment_once_and_their_names():
    plan = plan_2566(
        one_strategy(project("เขื่อน", {}), national_strategy={"th": "ยุทธศาสตร์ที่ 5"}, sdg={"th": "เป้าหมายที่ 13"})
    )
    assert group_lines(table(plan)) == [
        "ก. ยุทธศาสตร์ชาติ 20 ปี ยุทธศาสตร์ที่ 5",
        "ข. แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 13",
        "ค. Sustainable Development Goals (SDGs) เป้าหมายที่ 13",
        "ง. ยุทธศาสตร์จังหวัด",
        "จ. ยุทธศาสตร์การพัฒนาของ อปท. ในเขตจังหวัด",
        "1. ยุทธศาสตร์ ด้านน้ำ",
        "1.1 กลยุทธ์ กันท่วม",
        "(1) แผนงานเคหะและชุมชน",
    ]
    assert group_lines(table(plan, shows_alignment=False))[0] == "1. ยุทธศาสตร์ ด้านน้ำ"


def test_rows_blank_years_and_sums_are_as_the_form_has_them():
    found = table(plan_2566(TWO_YEARS))
    cells = read_cells(found)
    assert [row[0] for row in cells] == ["1", "2", "3"]
    assert [row[4:9] for row in cells] == [
        ["1,000", "2,000", "", "", ""],
        ["", "500", "", "", ""],
        ["", "", "", "", ""],
    ]
    assert totals(found) == [
        ["รวมงบประมาณ", "1,000", "2,500", "-", "-", "-", ""],
        ["รวมจำนวนโครงการ", "1", "2", "-", "-", "-", ""],
        ["รวมงบประมาณทั้งสิ้น", "1,000", "2,500", "-", "-", "-", ""],
        ["รวมจำนวนโครงการ", "1", "2", "-", "-", "-", ""],
    ]
    assert all(sum(span for _phrases, span in row.cells) == 12 for row in find_totals(found))


def test_the_form_of_issues_has_no_indicator_and_its_sums_in_its_own_words():
    issue = group("development_issue", "น้ำ", project("สวน", {2571: 700}), project("ป่า", {2575: 10_000_000}))
    found = table(plan_2571(issue), made="ldp-2571")
    assert "kpi" not in [column.source for column in found.columns]
    subtotal, grand = totals(found)
    assert subtotal[0] == "รวม"
    assert "2 โครงการ" in subtotal
    assert subtotal.count("-") == 2 + 3
    assert any("10,000,700" in text for text in grand)
    assert [sum(span for _phrases, span in row.cells) for row in find_totals(found)] == [11, 11]


def test_an_amended_edition_has_the_reason_of_each_row():
    plan = plan_2566(one_strategy(project("เขื่อน", {}, reason={"th": "เหตุของแผน"}), project("คลอง", {})))
    second = [row.anchor.node_id for row in list_rows(table(plan))][1]
    edition = EditionWords("addition", 1, 2568)
    found = table(plan, edition=edition, reasons={second: {"th": "น้ำท่วมปี 2567"}})
    assert found.columns[-1].source == "reason"
    assert [row[-1] for row in read_cells(found)] == ["เหตุของแผน", "น้ำท่วมปี 2567"]


def test_only_the_rows_asked_for_are_printed_and_summed():
    plan = plan_2566(TWO_YEARS)
    ids = [row.anchor.node_id for row in list_rows(table(plan))]
    found = table(plan, row_ids=frozenset(ids[1:2]))
    assert [row[1] for row in read_cells(found)] == ["คลอง"]
    assert totals(found)[-2][1:3] == ["-", "500"]


def test_a_form_without_rows_says_so():
    found = table(plan_2566())
    (row,) = found.rows
    assert isinstance(row, GroupRow)
    assert row.lines[0].value.text == "ไม่มีรายการ"
    assert [len(table(plan_2566(), name).rows) for name in FORMS] == [1] * len(FORMS)


def test_thai_digits_stand_in_thai_text_alone():
    found = table(plan_2566(TWO_YEARS), has_thai_digits=True, language="both")
    assert titles(found)[1] == "แผนพัฒนาท้องถิ่น (พ.ศ. ๒๕๖๖ - ๒๕๗๐)"
    assert "2023" in titles(found)[4]
    assert read_cells(found)[0][4] == "๑,๐๐๐"


def test_a_summary_prints_a_sign_for_nothing():
    found = table(plan_2566(TWO_YEARS), "p01")
    (row,) = read_cells(found)
    assert row[1:] == ["1", "1,000", "2", "2,500", "-", "-", "-", "-", "-", "-", "3", "3,500"]
    assert group_lines(found) == ["1. ยุทธศาสตร์ ด้านน้ำ", "1.1 กลยุทธ์ กันท่วม"]
    assert [line[0] for line in totals(found)] == ["รวม", "รวมทั้งสิ้น"]


def test_equipment_has_its_name_above_its_output():
    items = group("equipment_list", "", equipment("เครื่องสูบน้ำ", {2566: 90_000}, target={"th": "1 เครื่อง"}))
    found = table(plan_2566(items.__class__(kind="equipment_list", children=items.children)), "p03")
    assert read_cells(found)[0][4] == "เครื่องสูบน้ำ\n1 เครื่อง"
    assert totals(found)[0][0] == "รวมงบประมาณ"


def test_months_at_work_are_bars():
    found = table(form_plan(), "pd02")
    bars = [[cell == BAR for cell in row[-12:]] for row in read_cells(found)]
    assert any(any(row) for row in bars)
    assert all(cell in (BAR, "") for row in read_cells(found) for cell in row[-12:])


def test_the_cross_reference_table_counts_what_it_names():
    found = table(form_plan(), "alignment")
    rows = read_cells(found)
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    (counted,) = totals(found)
    assert counted[0] == ""
    assert counted[6] == "4 ยุทธศาสตร์"
    assert counted[7] == "8 กลยุทธ์"


def test_every_row_can_be_found_by_its_anchor():
    outline = build(form_plan(), *FORMS)
    names = [
        row.anchor.name for found in list_tables(outline) for row in found.rows if isinstance(row, DataRow)
    ]
    assert len(names) == len(set(names)) > 150


def test_paper_watermark_seal_and_first_page_go_into_the_document():
    outline = build(
        plan_2566(TWO_YEARS), paper="F4", watermark=DRAFT, seal=SEAL, first_page=7, revision_id="r1"
    )
    assert (outline.paper, outline.watermark, outline.seal, outline.first_page) == ("F4", DRAFT, SEAL, 7)
    assert outline.revision_id == "r1"
    assert outline.origin.text == ""


def test_a_plan_of_any_template_prints_in_either_generation():
    for plan in (form_plan(), form_plan("ldp-2571-issue")):
        for made in ("ldp-2566", "ldp-2571"):
            own = form_set(made).model_copy(update={"years": None})
            tables = list_tables(build_form_outline(plan, own, ("p01", "p02")))
            assert len(list(list_rows(tables[1]))) > 50
            assert any(isinstance(row, TotalRow) and row.is_grand for row in tables[0].rows)
