"""The columns of the official forms as they stand on paper."""

import pytest

from success_desktop.domain.forms.form_set import FormColumn, FormSet
from success_desktop.domain.forms.heads import merge_heads
from success_desktop.domain.forms.resolved import FormOptions, ResolvedForm
from success_desktop.domain.forms.resolving import resolve_form
from success_desktop.domain.schema import Wording, YearsSpec
from tests.form_plans import (
    CITY_PLAN,
    ISSUE_PLAN,
    NEW_FORMS,
    OLD_FORMS,
    STRATEGY_PLAN,
    filled,
    form_set,
    plan_of,
    project,
    strategy_plan,
    thing,
)

YEARS = ("2566", "2567", "2568", "2569", "2570")
NO_REASON, REASON = FormOptions(), FormOptions(is_amended=True)


def heads(form: ResolvedForm, language: str = "th") -> list[str]:
    """The head of each column from the top down, in one line."""
    return [" ".join(getattr(head, language) for head in column.heads) for column in form.columns]


def test_p02_of_2566_has_its_twelve_columns() -> None:
    form = filled(strategy_plan(), "p02")
    assert heads(form) == [
        "ที่",
        "โครงการ",
        "วัตถุประสงค์",
        "เป้าหมาย (ผลผลิตของโครงการ)",
        *(f"งบประมาณ {year} (บาท)" for year in YEARS),
        "ตัวชี้วัด (KPI)",
        "ผลที่คาดว่าจะได้รับ",
        "หน่วยงานที่รับผิดชอบหลัก",
    ]
    assert len(merge_heads(form.columns)) == 3
    assert [column.year_be for column in form.columns if column.is_sum] == [2566, 2567, 2568, 2569, 2570]


def test_p02_of_2571_has_eleven_columns_and_the_reason_where_it_amends() -> None:
    plan = plan_of(ISSUE_PLAN, first_be=2571)
    plain, amended = (filled(plan, "p02", NEW_FORMS, options) for options in (NO_REASON, REASON))
    assert len(plain.columns) == 11
    assert heads(plain)[4] == "งบประมาณ พ.ศ. 2571 (บาท)"
    assert heads(plain, "en")[4] == "Budget 2028 (baht)"
    assert not any("ตัวชี้วัด" in head for head in heads(plain))
    assert heads(amended) == [*heads(plain), "เหตุผลความจำเป็น"]
    assert amended.columns[-1].fields == ("reason",)


def test_p01_has_thirteen_columns_in_pairs() -> None:
    form = filled(strategy_plan(), "p01")
    pair = ("จำนวนโครงการ", "งบประมาณ (บาท)")
    years = (f"ปี {year} {what}" for year in YEARS for what in pair)
    assert heads(form) == ["ยุทธศาสตร์", *years, *(f"รวม 5 ปี {what}" for what in pair)]
    assert [column.show for column in form.columns[1:]] == ["count", "baht"] * 6
    assert {column.blank for column in form.columns[1:]} == {"-"}
    assert [column.year_be for column in form.columns[-2:]] == [None, None]


def test_p03_is_the_form_by_category_in_2566_and_that_by_item_in_2571() -> None:
    old, new = (filled(strategy_plan(), "p03", name) for name in (OLD_FORMS, NEW_FORMS))
    assert heads(old) == [
        "ที่",
        "แผนงาน",
        "หมวด",
        "ประเภท",
        "เป้าหมาย (ผลผลิตของครุภัณฑ์)",
        *(f"งบประมาณ {year} (บาท)" for year in YEARS),
        "หน่วยงานรับผิดชอบหลัก",
    ]
    assert heads(new)[1:3] == ["ครุภัณฑ์", "เป้าหมาย (ผลผลิตของครุภัณฑ์)"]
    assert len(new.columns) == 10
    item = old.columns[4]
    assert (item.is_stacked, item.fields) == (True, ("name", "target"))


def test_the_lists_of_communities_and_of_coordination_differ_in_the_last_column() -> None:
    plan = strategy_plan()
    community, coordination = (filled(plan, name).columns[-1] for name in ("p02-1", "p02-2"))
    assert community.fields == ("proposed_by", "lead_agencies")
    assert coordination.heads[0].th == "หน่วยงานที่จะขอประสาน"
    assert coordination.fields == ("coordinated_with",)


def test_pd02_has_the_months_of_the_fiscal_year_from_october() -> None:
    form = filled(strategy_plan(), "pd02", options=FormOptions(fiscal_year_be=2571))
    months = form.columns[5:]
    assert [column.heads[-1].th for column in months] == (
        ["ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย."]
    )
    assert [column.heads[0].th for column in months] == ["พ.ศ. 2570"] * 3 + ["พ.ศ. 2571"] * 9
    assert [column.heads[0].en for column in months] == ["2027"] * 3 + ["2028"] * 9
    assert months[0].month is not None
    assert months[0].month.isoformat() == "2027-10-01"
    assert (form.columns[2].show, form.columns[2].year_be) == ("fiscal_year", 2571)
    assert len(form.columns) == 17


def test_the_cross_reference_has_ten_columns() -> None:
    assert heads(filled(strategy_plan(), "alignment")) == [
        "ที่",
        "ยุทธศาสตร์ชาติ 20 ปี",
        "แผนพัฒนาเศรษฐกิจและสังคมแห่งชาติ ฉบับที่ 13",
        "SDGs",
        "ยุทธศาสตร์จังหวัด",
        "ยุทธศาสตร์การพัฒนาของ อปท. ในเขตจังหวัด",
        "ยุทธศาสตร์ อปท.",
        "กลยุทธ์",
        "แผนงาน",
        "หน่วยงานรับผิดชอบหลัก",
    ]


def test_a_year_outside_the_plan_that_holds_money_gets_a_column() -> None:
    plan = plan_of(STRATEGY_PLAN, thing("strategy", "น้ำ"))
    late = plan_of(
        CITY_PLAN,
        thing(
            "strategic_issue", "น้ำ", thing("goal", "เป้า", thing("approach", "ทาง", project("x", {2572: 5})))
        ),
    )
    assert filled(plan, "p02").years == (2566, 2567, 2568, 2569, 2570)
    assert filled(late, "p02").years == (2566, 2567, 2568, 2569, 2570, 2572)


def test_years_that_the_form_set_names_replace_the_plan_s() -> None:
    own = form_set().model_copy(update={"years": YearsSpec(first_be=2567, count=2)})
    form = resolve_form(own, "p01", strategy_plan())
    assert form.years == (2567, 2568)
    assert len(form.columns) == 7
    assert form.columns[-1].heads[0] == Wording(th="รวม 2 ปี", en="All 2 years")


def set_with(**entries: object) -> FormSet:
    """The older form set, its ผ.02 with one column only."""
    head = Wording(th="หัว", en="Head")
    column = FormColumn.model_validate({"head": head, "width": 10, **entries})
    form = form_set().forms["p02"].model_copy(update={"columns": (column,)})
    return form_set().model_copy(update={"forms": {"p02": form}})


@pytest.mark.parametrize(
    ("entries", "align"),
    [
        ({"show": "number"}, "centre"),
        ({"show": "fields", "fields": ["name"]}, "text"),
        ({"show": "fields", "fields": ["start_on"]}, "centre"),
        ({"show": "fields", "fields": ["start_on", "name"], "is_stacked": True}, "text"),
        ({"show": "fields", "fields": ["of_no_template"]}, "text"),
        ({"show": "total"}, "number"),
        ({"show": "level", "level": "strategy"}, "text"),
    ],
)
def test_columns_stand_as_their_values_do(entries: dict[str, object], align: str) -> None:
    assert [column.align for column in resolve_form(set_with(**entries), "p02", strategy_plan()).columns] == [
        align
    ]


def test_a_number_of_a_row_stands_right() -> None:
    plan = strategy_plan()
    form = (
        set_with(show="fields", fields=["baseline"])
        .forms["p02"]
        .model_copy(update={"rows": ("indicator",), "listing": ()})
    )
    own = form_set().model_copy(update={"forms": {"p02": form}})
    assert resolve_form(own, "p02", plan).columns[0].align == "number"


def test_a_column_reads_the_first_field_that_is_filled() -> None:
    form = resolve_form(
        set_with(show="fields", fields=["of_no_template", "note", "kpi"]), "p02", strategy_plan()
    )
    plan = strategy_plan()
    vaccine, sport = (plan.nodes[form.rows[place].node_id] for place in (0, 2))
    assert form.columns[0].fields == ("note", "kpi")
    assert form.columns[0].field_of(vaccine) == "kpi"
    assert form.columns[0].field_of(sport) == "note"
    nothing = resolve_form(set_with(show="fields", fields=["of_no_template"]), "p02", plan).columns[0]
    assert nothing.field_of(vaccine) == ""


def test_a_changed_head_width_and_unit_are_used() -> None:
    form = resolve_form(
        set_with(show="years", over={"th": "เงิน", "en": "Money"}, unit={"th": "(พันบาท)", "en": "x"}),
        "p02",
        strategy_plan(),
    )
    assert [column.share for column in form.columns] == [2.0] * 5
    assert heads(form) == ["เงิน หัว (พันบาท)"] * 5
