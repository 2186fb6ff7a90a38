"""What an import brings besides projects, and what it doubts: years, agencies, duplicates, typed sums."""

from decimal import Decimal
from pathlib import Path

from success_desktop.domain.edits import apply
from success_desktop.services.importing import ImportPreview
from tests.documents.p02_workbooks import project, save_workbook, total
from tests.plans import named, small_plan
from tests.services.imports import (
    ABOVE,
    empty_plan,
    look,
    node_named,
    result,
    save_csv,
    workbook,
)

HEAD = "โครงการ,เป้าหมาย,2568"


def test_a_plan_without_money_takes_the_years_of_the_file(tmp_path):
    plan = empty_plan()
    preview = look(workbook(tmp_path / "a.xlsx", project(1, "ก", 5)), plan)
    assert preview.new_years == (2566, 2570)
    assert preview.warnings.years_outside == ()
    assert apply(plan, preview.edits).years() == (2566, 2567, 2568, 2569, 2570)


def test_a_file_without_years_leaves_those_of_the_plan(tmp_path):
    assert (
        look(save_csv(tmp_path / "a.csv", "โครงการ,เป้าหมาย,หมายเหตุ", "ก,ข,ค"), empty_plan()).new_years is None
    )


def test_money_of_years_outside_the_plan_is_kept_and_named(tmp_path):
    plan = small_plan()
    preview = look(workbook(tmp_path / "a.xlsx", project(1, "ก", 5, None, 7)), plan)
    assert preview.new_years is None
    assert preview.warnings.years_outside == (2566,)
    after = apply(plan, preview.edits)
    assert after.years() == plan.years()
    assert node_named(after, "ก").yearly_money("budget") == {
        (2566, "unspecified"): 5,
        (2568, "unspecified"): 7,
    }


def agencies(tmp_path: Path, *cells: str) -> tuple[ImportPreview, list[list[str]]]:
    rows = [f'ก{place},x,5,"{cell}"' for place, cell in enumerate(cells)]
    plan = small_plan()
    preview = look(save_csv(tmp_path / "a.csv", f"{HEAD},หน่วยงานรับผิดชอบหลัก", *rows), plan)
    after = apply(plan, preview.edits)
    links = [node_named(after, f"ก{place}").links("lead_agencies") for place in range(len(cells))]
    return preview, [[after.nodes[link].text("name", "th") for link in found] for found in links]


def test_agencies_are_found_by_name_and_added_once(tmp_path):
    preview, names = agencies(
        tmp_path, "กองช่าง", "กอง ช่าง", "Engineering Division", "กองคลัง\nฝ่ายพัสดุ", "กองคลัง ฝ่ายพัสดุ", ""
    )
    assert names == [["กองช่าง"], ["กองช่าง"], ["กองช่าง"], ["กองคลัง\nฝ่ายพัสดุ"], ["กองคลัง\nฝ่ายพัสดุ"], []]
    assert [agency.name for agency in preview.agencies] == ["กองคลัง\nฝ่ายพัสดุ"]


def test_a_list_of_known_agencies_is_several_any_other_text_is_one(tmp_path):
    _preview, names = agencies(
        tmp_path, "กองช่าง, กองสาธารณสุข", "กองสาธารณสุข\nกองช่าง", "กองช่าง; กองช่าง;", "กองช่าง, กองคลัง", ","
    )
    assert names == [
        ["กองช่าง", "กองสาธารณสุข"],
        ["กองสาธารณสุข", "กองช่าง"],
        ["กองช่าง"],
        ["กองช่าง, กองคลัง"],
        [","],
    ]


def test_a_plan_without_a_register_of_agencies_gets_one(tmp_path):
    plan = empty_plan()
    path = save_csv(tmp_path / "a.csv", f"{HEAD},หน่วยงาน", "ก,x,5,กองช่าง", "ข,x,5,กองคลัง")
    after = result(plan, path)
    (register,) = [node for node in after.children_of(after.root_id) if node.kind == "agency_register"]
    assert [node.text("name", "th") for node in after.children_of(register.id)] == ["กองช่าง", "กองคลัง"]


def test_each_project_of_the_plan_answers_for_one_row_only(tmp_path):
    once = workbook(tmp_path / "a.xlsx", project(1, "ก", 5))
    twice = workbook(tmp_path / "b.xlsx", project(1, "ก", 5), project(2, "ก", 5), project(3, "ก", 6))
    preview = look(twice, result(small_plan(), once))
    assert [row.is_skipped for row in preview.rows] == [True, False, False]
    assert [bool(row.node_id) for row in preview.rows] == [False, True, True]
    assert preview.totals.total_baht == 11


def test_names_that_occur_twice_are_named_with_their_places(tmp_path):
    plan = small_plan()
    path = save_csv(
        tmp_path / "a.csv",
        f"ที่,{HEAD}",
        "1,ขุด ลอก,x,5",
        "2,ขุดลอก,y,6",
        "3,โครงการmap,x,1",
        "4,,z,1",
        "5,,z,1",
        "6,ก,x,1",
    )
    preview = look(path, plan)
    assert [(found.name, found.rows, found.existing_ids) for found in preview.warnings.duplicates] == [
        ("ขุด ลอก", (("a", 2), ("a", 3)), ()),
        ("โครงการmap", (("a", 4),), (named(plan, "Project map"),)),
    ]
    assert not any(row.is_skipped for row in preview.rows)


def wrong(preview: ImportPreview) -> list[tuple[str | int | Decimal | None, ...]]:
    return [
        (found.label, found.year_be, found.typed_baht, found.computed_baht, found.difference_baht)
        for found in preview.warnings.wrong_totals
    ]


def test_right_sums_of_rows_groups_sheets_and_the_file_are_passed(tmp_path):
    rows = [
        project(1, "ก", 1, 10),
        project(2, "ข", 2),
        total("รวม", 3, 10),
        "(2) แผนงานการศึกษา",
        project(1, "ค", 4),
        total("รวมแผนงานการศึกษา", 4, "-"),
        total("รวมกลยุทธ์", 7, 10),
        "1.2 กลยุทธ์ ลดขยะ",
        project(1, "ง", 5),
        total("รวมกลยุทธ์", 5),
        total("รวมยุทธศาสตร์", 12, 10),
        "2. ยุทธศาสตร์ด้านคน",
        total("รวม", "ไม่มี"),
        project(1, "จ", 6),
        total("รวมทั้งสิ้น", 18, 10),
    ]
    second = [project(1, "ฉ", 1), total("รวมทุกยุทธศาสตร์ 5 ปี", 1), total("รวมทั้งสิ้น", 19, 10)]
    path = save_workbook(tmp_path / "a.xlsx", {"1": (ABOVE, rows), "2": (ABOVE, second)})
    assert wrong(look(path)) == []


def test_a_wrong_sum_is_told_with_its_difference(tmp_path):
    rows = (project(1, "ก", 93_590_000, 5), project(2, "ข", 27_410_000), total("รวมทั้งสิ้น", 93_590_000, 5))
    preview = look(workbook(tmp_path / "a.xlsx", *rows))
    assert wrong(preview) == [("รวมทั้งสิ้น", 2566, 93_590_000, 121_000_000, -27_410_000)]
    assert preview.warnings.wrong_totals[0].row == preview.rows[-1].row + 1


def test_wrong_sums_over_the_years_are_told_for_rows_and_for_all(tmp_path):
    path = save_csv(
        tmp_path / "a.csv",
        "ที่,โครงการ,2568,2569,รวม 2 ปี",
        "1,ก,5,5,11",
        "2,ข,5,,5",
        "3,ค,,,-",
        "4,ง,1,,x",
        "รวม,,11,5,15",
    )
    preview = look(path)
    assert wrong(preview) == [("ก", None, 11, 10, 1), ("รวม", None, 15, 16, -1)]
    assert [cell.text for cell in preview.refused] == ["x"]


def test_rows_that_are_neither_projects_nor_sums_are_named(tmp_path):
    preview = look(
        workbook(tmp_path / "a.xlsx", project(1, "ก", 5), total("รวม", 5), ["", "หมายเหตุ: ร่างครั้งที่ 2"])
    )
    assert [(line.sheet, line.text) for line in preview.warnings.left_out] == [("ผ.02", "หมายเหตุ: ร่างครั้งที่ 2")]
