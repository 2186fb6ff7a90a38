"""The strategy cross-reference table, with its last row that counts."""

from success_desktop.domain.forms.form_set import FormColumn, FormSet
from success_desktop.domain.forms.resolved import ResolvedForm
from success_desktop.domain.forms.resolving import resolve_form
from success_desktop.domain.schema import Seed
from tests.form_plans import (
    ISSUE_PLAN,
    NEW_FORMS,
    STRATEGY_PLAN,
    filled,
    form_set,
    plan_of,
    project,
    strategy_plan,
    thing,
)


def cells(form: ResolvedForm) -> list[list[str]]:
    return [[texts.get("th", "") for texts in row.cells] for row in form.references]


def test_each_programme_has_a_row_and_what_repeats_stands_in_the_first() -> None:
    form = filled(strategy_plan(), "alignment")
    assert [row.number for row in form.references] == ["1", "2", "3", "4"]
    assert cells(form) == [
        ["", "ด้านความมั่นคง", "", "", "", "", "ยุทธศาสตร์ด้านสุขภาพ", "ป้องกันโรค", "แผนงานสาธารณสุข", "กองสาธารณสุข"],
        ["", "", "", "", "", "", "", "", "แผนงานการเกษตร", ""],
        ["", "", "", "", "", "", "", "ออกกำลังกาย", "แผนงานสาธารณสุข", ""],
        ["", "", "", "เป้าหมายที่ 6", "", "", "น้ำ", "ระบายน้ำ", "เคหะและชุมชน", ""],
    ]
    assert form.references[0].group.texts["th"] == "แผนงานสาธารณสุข"


def test_the_last_row_counts_what_differs_in_each_column() -> None:
    counted = [column.counted for column in filled(strategy_plan(), "alignment").columns]
    assert [wording and wording.th for wording in counted] == [
        None,
        "1 ยุทธศาสตร์",
        "0 หมุดหมาย",
        "1 เป้าหมาย",
        "0 ยุทธศาสตร์",
        "0 ยุทธศาสตร์",
        "2 ยุทธศาสตร์",
        "3 กลยุทธ์",
        "3 แผนงาน",
        "1 หน่วยงานหลัก",
    ]
    assert counted[7] is not None
    assert counted[7].en == "3 tactics"


def test_several_objectives_in_one_cell_count_each() -> None:
    strategy = thing(
        "strategy",
        "น้ำ",
        thing("tactic", "ก", thing("programme", "ข", project("ค"))),
        national_strategy="หนึ่ง\nสอง\n\nหนึ่ง ",
    )
    counted = filled(plan_of(STRATEGY_PLAN, strategy), "alignment").columns[1].counted
    assert counted is not None
    assert counted.th == "2 ยุทธศาสตร์"


def test_the_newer_table_has_development_issues_and_no_tactics() -> None:
    form = filled(strategy_plan(), "alignment", NEW_FORMS)
    assert form.levels == ("issue", "programme")
    assert len(form.columns) == 9
    assert cells(form)[0][6:8] == ["ยุทธศาสตร์ด้านสุขภาพ", "แผนงานสาธารณสุข"]


def test_a_plan_without_rows_has_no_table() -> None:
    form = filled(plan_of(STRATEGY_PLAN), "alignment")
    assert (form.references, form.levels) == ((), ())


def gathering(*fields: str, rows: tuple[str, ...] = ("project",)) -> FormSet:
    """The newer form set, its table with one column only, which gathers fields."""
    head = {"th": "รวม", "en": "All"}
    column = FormColumn.model_validate({"show": "gathered", "fields": fields, "head": head, "width": 100})
    form = form_set(NEW_FORMS).forms["alignment"].model_copy(update={"columns": (column,), "rows": rows})
    return form_set(NEW_FORMS).model_copy(update={"forms": {"alignment": form}})


def test_gathered_fields_may_be_references_choices_and_texts() -> None:
    rows = (
        project("ก", lead_agencies=["กองช่าง"], status="completed", place="หมู่ 1"),
        project("ข", place="หมู่ 1"),
    )
    plan = plan_of(
        ISSUE_PLAN,
        thing("development_issue", "น้ำ", *rows),
        Seed(kind="agency_register", children=(thing("agency", "กองช่าง"),)),
    )
    chosen = gathering("lead_agencies", "status", "place", "of_no_template")
    row = resolve_form(chosen, "alignment", plan).references[0]
    assert row.cells == ({"th": "กองช่าง\nแล้วเสร็จ\nหมู่ 1", "en": "Completed"},)


def test_rows_of_several_kinds_give_what_they_have() -> None:
    work = project("ก", None, thing("action_item", "ข"), place="หมู่ 1")
    plan = plan_of(ISSUE_PLAN, thing("development_issue", "น้ำ", work))
    form = resolve_form(gathering("place", rows=("project", "action_item")), "alignment", plan)
    assert len(form.rows) == 2
    assert [row.cells for row in form.references] == [({"th": "หมู่ 1"},)]
