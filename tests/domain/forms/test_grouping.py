"""What stands for the levels of a form set: nodes of the plan or fields of its rows, and what their lines say."""

from success_desktop.domain.forms.form_set import LevelSpec
from success_desktop.domain.forms.grouping import Grouping, in_both, join_lines, name_of, texts_of
from success_desktop.domain.forms.resolved import FormGroup
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Seed, Wording
from tests.form_plans import (
    CITY_PLAN,
    ISSUE_PLAN,
    NEW_FORMS,
    STRATEGY_PLAN,
    filled,
    names_in,
    plan_of,
    project,
    strategy_plan,
    thing,
)
from tests.plans import named


def lines(groups: tuple[FormGroup, ...]) -> list[str]:
    return [f"{group.label.th} {group.texts.get('th', '')}".strip() for group in groups]


def issue_plan(*rows: Seed) -> Plan:
    return plan_of(ISSUE_PLAN, thing("development_issue", "น้ำ", *rows))


def grouping_by(plan: Plan, *fields: str, missing: str = "") -> Grouping:
    """The projects of a plan grouped by fields of theirs."""
    spec = LevelSpec(
        name=Wording(th="ระดับ", en="Level"),
        fields=fields,
        number="{n}",
        label=Wording(th="({number})", en="({number})"),
        missing=Wording(th=missing, en=missing),
    )
    return Grouping(plan, [("level", spec)], [node for node in plan.walk() if node.kind == "project"])


def test_the_lines_above_a_row_are_those_of_the_form() -> None:
    assert lines(filled(strategy_plan(), "p02").rows[0].groups) == [
        "1. ยุทธศาสตร์ด้านสุขภาพ",
        "1.1 กลยุทธ์ ป้องกันโรค",
        "(1) แผนงานสาธารณสุข",
    ]
    assert lines(filled(strategy_plan(), "p02").rows[-1].groups)[2] == "(1) แผนงาน เคหะและชุมชน"
    assert lines(filled(strategy_plan(), "p02", NEW_FORMS).rows[-1].groups) == ["ประเด็นการพัฒนาท้องถิ่นที่ 2: น้ำ"]


def test_one_programme_under_two_tactics_is_two_groups() -> None:
    rows = filled(strategy_plan(), "p02").rows
    same = [row.groups[2] for row in rows if row.groups[2].texts["th"] == "แผนงานสาธารณสุข"]
    assert len({group.key for group in same}) == 2


def test_rows_of_one_group_share_it() -> None:
    form = filled(strategy_plan(), "p01")
    assert form.rows[0].groups[2] is form.rows[1].groups[2]
    assert form.rows[0].groups[2].node_id
    assert [group.depth for group in form.rows[0].groups] == [0, 1, 2]


def test_a_group_keeps_its_number_where_those_before_it_have_no_rows() -> None:
    form = filled(strategy_plan(), "p02-2")
    assert [group.number for group in form.rows[0].groups] == ["2", "2.1", "(1)"]


def test_a_choice_of_the_row_stands_for_a_programme_and_gathers_its_rows_in_the_order_of_the_options() -> (
    None
):
    plan = issue_plan(
        project("ก", programme="agriculture"),
        project("ข", programme="education"),
        project("ค"),
        project("ง", programme="agriculture"),
    )
    form = filled(plan, "p02")
    assert form.levels == ("strategy", "programme")
    assert names_in(form, plan) == ["ข", "ก", "ง", "ค"]
    assert [row.number for row in form.rows] == ["1", "1", "2", "1"]
    assert [lines(row.groups)[1] for row in form.rows] == [
        "(1) แผนงานการศึกษา",
        "(2) แผนงานการเกษตร",
        "(2) แผนงานการเกษตร",
        "ไม่ระบุแผนงาน",
    ]
    assert [row.groups[1].node_id for row in form.rows] == [""] * 4
    assert form.rows[0].groups[1].texts == {"th": "แผนงานการศึกษา", "en": "Education"}
    assert form.rows[0].groups[1].label.en == "(1)"


def test_a_node_above_goes_before_a_field_of_the_row() -> None:
    row = project("ก", programme="agriculture")
    plan = plan_of(
        STRATEGY_PLAN, thing("strategy", "ส", thing("tactic", "ท", thing("programme", "ตามแผน", row)))
    )
    assert filled(plan, "p02").rows[0].groups[2].texts == {"th": "ตามแผน"}


def test_tactics_without_numbers_of_their_own_are_counted_across_goals() -> None:
    plan = plan_of(
        CITY_PLAN,
        thing(
            "strategic_issue",
            "น้ำ",
            thing("goal", "หนึ่ง", thing("approach", "ทางแรก", project("ก"))),
            thing("goal", "สอง", thing("approach", "ว่าง"), thing("approach", "ทางสาม", project("ข"))),
        ),
    )
    form = filled(plan, "p02")
    assert form.levels == ("strategy", "tactic")
    assert [row.groups[1].number for row in form.rows] == ["1.1", "1.3"]


def test_a_reference_groups_by_the_first_node_it_names() -> None:
    plan = plan_of(
        ISSUE_PLAN,
        thing(
            "development_issue",
            "น้ำ",
            project("ก", lead_agencies=["กองช่าง", "กองคลัง"]),
            project("ข", lead_agencies=["กองคลัง"]),
            project("ค", lead_agencies=["กองช่าง"]),
        ),
        Seed(kind="agency_register", children=(thing("agency", "กองช่าง"), thing("agency", "กองคลัง"))),
    )
    grouping = grouping_by(plan, "lead_agencies")
    assert [node.text("name", "th") for node in grouping.rows] == ["ก", "ค", "ข"]
    assert [lines(grouping.groups_of(node.id)) for node in grouping.rows] == [
        ["(1) กองช่าง"],
        ["(1) กองช่าง"],
        ["(2) กองคลัง"],
    ]


def test_a_text_groups_by_its_words_whatever_the_blanks_between_them() -> None:
    plan = issue_plan(project("ก", place="หมู่ 1"), project("ข", place="หมู่ 2"), project("ค", place="หมู่  1"))
    grouping = grouping_by(plan, "place")
    assert [node.text("name", "th") for node in grouping.rows] == ["ก", "ค", "ข"]
    assert len({grouping.groups_of(node.id)[0].key for node in grouping.rows}) == 2


def test_the_first_field_that_is_filled_counts() -> None:
    plan = issue_plan(project("ก", place="หมู่ 1"), project("ข", note="จากหมู่ 2"))
    grouping = grouping_by(plan, "of_no_template", "note", "place")
    assert [lines(grouping.groups_of(node.id)) for node in grouping.rows] == [["(1) หมู่ 1"], ["(2) จากหมู่ 2"]]


def test_an_option_that_the_template_has_lost_stands_behind_the_others_as_it_is_called() -> None:
    plan = issue_plan(project("ก", programme="agriculture"), project("ข", programme="education"))
    odd = named(plan, "ก")
    nodes = {
        **plan.nodes,
        odd: plan.nodes[odd]._replace(fields={**plan.nodes[odd].fields, "programme": {"": "gone"}}),
    }
    grouping = grouping_by(Plan(plan.template, nodes, plan.children, plan.root_id), "programme")
    assert [lines(grouping.groups_of(node.id)) for node in grouping.rows] == [
        ["(1) แผนงานการศึกษา"],
        ["(2) gone"],
    ]


def test_a_level_that_no_row_has_is_none() -> None:
    grouping = grouping_by(issue_plan(project("ก")), "programme")
    assert grouping.levels == ()
    assert grouping.groups_of(grouping.rows[0].id) == ()


def test_rows_without_a_group_stand_last_and_print_nothing_where_the_form_set_has_no_word_for_them() -> None:
    plan = issue_plan(project("ก"), project("ข", place="หมู่ 1"))
    silent, worded = grouping_by(plan, "place"), grouping_by(plan, "place", missing="ไม่ระบุ")
    last = silent.rows[-1].id
    assert plan.nodes[last].text("name", "th") == "ก"
    assert lines(silent.groups_of(last)) == [""]
    assert lines(worded.groups_of(last)) == ["ไม่ระบุ"]


def test_names_are_in_the_languages_that_they_are_written_in() -> None:
    plan = plan_of(
        ISSUE_PLAN,
        Seed(kind="development_issue", fields={"name": {"en": "Water"}}),
        Seed(kind="agency_register"),
    )
    issue = plan.nodes[named(plan, "Water")]
    register = next(node for node in plan.walk() if node.kind == "agency_register")
    assert name_of(plan, issue) == texts_of(issue, "name") == {"en": "Water"}
    assert name_of(plan, register) == {}
    assert in_both(Wording(th="น้ำ", en="")) == {"th": "น้ำ"}
    assert join_lines(({"th": "ก"}, {"th": "ข", "en": "b"}, {"th": "ก"})) == {"th": "ก\nข", "en": "b"}
