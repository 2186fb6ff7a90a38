"""Where imported projects go: groups of the file are laid over those of the plan's template."""

import pytest

from success_desktop.domain.edits import apply
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Seed
from success_desktop.domain.seeds import sow_plan
from success_desktop.errors import UserError
from success_desktop.ids import new_id
from success_desktop.services.importing import ImportOptions, preview_import
from success_desktop.services.importing_groups import lay_levels
from tests.documents.p02_workbooks import project, save_workbook
from tests.plans import counted_ids, named, small_plan, template
from tests.services.imports import (
    look,
    node_named,
    path_of,
    plan_of,
    result,
    save_csv,
    template_with,
    workbook,
)

HEAD = "โครงการ,เป้าหมาย,2568"


def groups_of(plan: Plan, name: str) -> list[str]:
    return path_of(plan, node_named(plan, name))


def test_groups_are_made_once_and_found_again_however_they_are_spelled(tmp_path):
    first = result(small_plan(), workbook(tmp_path / "a.xlsx", project(1, "ก", 5)))
    other = ["ยุทธศาสตร์ที่ 1 ยุทธศาสตร์ด้านนํ้า", "1.1 กลยุทธ์กันท่วม", "(3) แผนงาน เคหะและชุมชน"]
    path = save_workbook(tmp_path / "b.xlsx", {"ผ.02": (other, [project(1, "ข", 5)])})
    preview = look(path, first)
    assert preview.groups == ()
    assert groups_of(apply(first, preview.edits), "ข") == ["ยุทธศาสตร์ด้านน้ำ", "กันท่วม", "แผนงานเคหะและชุมชน"]


def test_existing_groups_of_the_plan_are_used_by_either_name(tmp_path):
    path = save_csv(
        tmp_path / "a.csv", f"ยุทธศาสตร์,เป้าประสงค์,แนวทาง,{HEAD}", "Water,ชุมชนริมคลองปลอดภัย,ฟื้นสายคลอง,ก,ข,5"
    )
    plan = small_plan()
    preview = look(path, plan)
    assert preview.groups == ()
    after = apply(plan, preview.edits)
    assert node_named(after, "ก").parent_id == named(plan, "ฟื้นสายคลอง")
    assert [node.text("name", "th") for node in after.children_of(named(plan, "ฟื้นสายคลอง"))][-1] == "ก"


def test_one_programme_under_two_tactics_is_two_groups(tmp_path):
    rows = (project(1, "ก"), "    1.2 กลยุทธ์ ลดขยะ", "    (1) แผนงานเคหะและชุมชน", project(1, "ข"))
    preview = look(workbook(tmp_path / "a.xlsx", *rows))
    assert [group.name for group in preview.groups].count("แผนงานเคหะและชุมชน") == 2
    assert [row.groups for row in preview.rows] == [
        ("ยุทธศาสตร์ด้านน้ำ", "กันท่วม", "แผนงานเคหะและชุมชน"),
        ("ยุทธศาสตร์ด้านน้ำ", "ลดขยะ", "แผนงานเคหะและชุมชน"),
    ]


def test_rows_without_groups_go_under_one_chain_named_after_the_file(tmp_path):
    preview = look(save_csv(tmp_path / "โครงการน้ำ.csv", HEAD, "ก,x,5", "ข,x,5"))
    assert [(group.kind, group.name) for group in preview.groups] == [
        ("strategic_issue", "โครงการน้ำ"),
        ("goal", "โครงการน้ำ"),
        ("approach", "โครงการน้ำ"),
    ]


@pytest.mark.parametrize(
    ("under", "added"),
    [
        ("Water", ["กันท่วม", "แผนงานเคหะและชุมชน"]),
        ("Safe canal communities", ["แผนงานเคหะและชุมชน"]),
        ("Restore the canals", []),
    ],
)
def test_below_a_chosen_node_only_the_levels_below_it_are_made(tmp_path, under, added):
    plan = small_plan()
    top_id = named(plan, under)
    preview = look(workbook(tmp_path / "a.xlsx", project(1, "ก")), plan, ImportOptions(under=top_id))
    assert [group.name for group in preview.groups] == added
    after = apply(plan, preview.edits)
    assert top_id in {node.id for node in after.ancestors(named(after, "ก"))}


def test_projects_cannot_go_under_what_holds_none(tmp_path):
    plan = small_plan()
    for name, shown in (("Engineering Division", "กองช่าง"), ("id-000013", "")):
        under = (
            named(plan, name)
            if not name.startswith("id")
            else next(n.id for n in plan.walk() if n.kind == "agency_register")
        )
        with pytest.raises(UserError) as caught:
            look(workbook(tmp_path / "a.xlsx", project(1, "ก")), plan, ImportOptions(under=under))
        assert caught.value.sentence("en") == f"Projects cannot be placed under “{shown or 'ทะเบียนหน่วยงาน'}”."


def test_a_template_with_the_levels_of_the_form_takes_them_as_they_are(tmp_path):
    base = template_with([("strategy", "ยุทธศาสตร์"), ("tactic", "กลยุทธ์"), ("programme", "แผนงาน")])
    preview = look(workbook(tmp_path / "a.xlsx", project(1, "ก", 5)), plan_of(base))
    assert [(group.kind, group.name) for group in preview.groups] == [
        ("strategy", "ยุทธศาสตร์ด้านน้ำ"),
        ("tactic", "กันท่วม"),
        ("programme", "แผนงานเคหะและชุมชน"),
    ]
    assert preview.warnings.unplaced_levels == ()


def test_a_template_of_development_issues_takes_the_highest_level_and_names_the_rest(tmp_path):
    plan = plan_of(template_with([("development_issue", "ประเด็นการพัฒนา")]))
    preview = look(workbook(tmp_path / "a.xlsx", project(1, "ก", 5)), plan)
    assert [(group.kind, group.name) for group in preview.groups] == [("development_issue", "ยุทธศาสตร์ด้านน้ำ")]
    assert preview.warnings.unplaced_levels == ("tactic", "programme")
    assert node_named(apply(plan, preview.edits), "ก").word("programme") == "housing_community"


@pytest.mark.parametrize(
    ("levels", "laid"),
    [
        (["strategy", "tactic", "programme"], ("strategy", "tactic", "programme")),
        (["strategy", "programme"], ("strategy", "", "programme")),
        (["programme"], ("", "", "programme")),
        (["goal"], ("", "goal", "")),
        (["strategy", "goal", "tactic", "approach", "programme"], ("strategy", "goal", "approach")),
        ([], ("", "", "")),
    ],
)
def test_levels_are_laid_in_order_and_the_same_ones_together(levels, laid):
    assert lay_levels(template(), ["strategic_issue", "goal", "approach"], levels) == laid


def test_a_missing_level_is_named_like_the_group_above_it(tmp_path):
    path = save_csv(tmp_path / "a.csv", f"ยุทธศาสตร์,แผนงาน,{HEAD}", "คน,แผนงานการศึกษา,ก,x,5", "คน,,ข,x,5")
    plan = result(small_plan(), path)
    assert groups_of(plan, "ก") == ["คน", "คน", "แผนงานการศึกษา"]


def test_a_plan_without_a_list_of_projects_cannot_import(tmp_path):
    base = template().model_copy(update={"forms": {}})
    with pytest.raises(UserError) as caught:
        look(workbook(tmp_path / "a.xlsx", project(1, "ก")), plan_of(base))
    assert caught.value.sentence("en") == "This kind of plan has no list of projects to import into."


def test_columns_that_a_template_has_no_field_for_are_left_out_by_name(tmp_path):
    kept = {
        name: spec for name, spec in template().kinds["project"].fields.items() if name in ("name", "target")
    }
    plan = plan_of(template_with([("issue", "ประเด็นการพัฒนา")], fields=kept))
    path = save_csv(tmp_path / "a.csv", f"{HEAD},หน่วยงาน,รวม,แหล่งเงิน", "ก,ข,5,กองช่าง,5,เงินกู้")
    preview = look(path, plan)
    assert [column.head for _sheet, column in preview.unmapped_columns] == [
        "2568",
        "หน่วยงาน",
        "รวม",
        "แหล่งเงิน",
    ]
    assert node_named(apply(plan, preview.edits), "ก").text("target", "th") == "ข"
    after = result(plan, path, ImportOptions(has_unmapped_in_note=True))
    assert node_named(after, "ก").fields == {"name": {"th": "ก"}, "target": {"th": "ข"}}


def test_a_template_without_years_of_its_own_keeps_the_years_of_the_file_as_they_are(tmp_path):
    base = template_with([("issue", "ประเด็นการพัฒนา")])
    fields = {name: spec for name, spec in base.kinds["plan"].fields.items() if name == "title"}
    base = base.model_copy(
        update={"kinds": {**base.kinds, "plan": base.kinds["plan"].model_copy(update={"fields": fields})}}
    )
    preview = look(save_csv(tmp_path / "a.csv", "โครงการ,เป้าหมาย,2560", "ก,ข,5"), plan_of(base))
    assert (preview.new_years, preview.warnings.years_outside) == (None, (2560,))


def test_a_form_that_the_template_has_not_is_refused_with_those_it_has(tmp_path):
    path = workbook(tmp_path / "a.xlsx", project(1, "ก", 5))
    with pytest.raises(UserError) as caught:
        look(path, small_plan(), ImportOptions(form="p03"))
    assert "“p03”" in caught.value.sentence("en")
    assert caught.value.remedy("en") == "Use one of: p02, projects"
    assert look(path, small_plan(), ImportOptions(form="projects")).rows


def test_a_group_that_the_plan_has_no_level_for_is_kept_in_the_note(tmp_path):
    rows = "ยุทธศาสตร์,กลยุทธ์,แผนงาน,โครงการ,งบประมาณ 2571\nน้ำ,ป้องกันน้ำท่วม,แผนงานการเกษตร,ขุดคลอง,500\n"
    path = tmp_path / "โครงการ.csv"
    path.write_text(rows, encoding="utf-8")
    base = template("ldp-2571-issue")
    plan = apply(Plan(base, {}, {}), sow_plan(base, Seed(kind="plan"), counted_ids()))
    preview = preview_import(plan, path, ImportOptions(), new_id)
    later = apply(plan, preview.edits)
    project = next(node for node in later.walk() if node.kind == "project")
    assert project.text("note", "th") == "กลยุทธ์: ป้องกันน้ำท่วม"
    assert project.word("programme") == "agriculture"
    assert [node.text("name", "th") for node in later.walk() if node.kind == "development_issue"] == ["น้ำ"]
