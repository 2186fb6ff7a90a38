"""Columns and cells of a file become fields of projects; what cannot is named and kept."""

import pytest

from success_desktop.domain.edits import apply
from success_desktop.errors import UserError
from success_desktop.services.importing import ImportOptions
from tests.documents.p02_workbooks import project
from tests.plans import small_plan
from tests.services.imports import look, node_named, result, save_csv, workbook


def test_columns_without_a_field_are_named_and_kept_only_on_request(tmp_path):
    path = save_csv(tmp_path / "a.csv", "โครงการ,พิกัด,เป้าหมาย,2568", "ก,15.7 N,ข,5", "ค,,ง,6")
    preview = look(path)
    assert [(sheet, column.letter, column.head) for sheet, column in preview.unmapped_columns] == [
        ("a", "B", "พิกัด")
    ]
    assert node_named(apply(small_plan(), preview.edits), "ก").text("note", "th") == ""
    kept = result(small_plan(), path, ImportOptions(has_unmapped_in_note=True))
    assert node_named(kept, "ก").text("note", "th") == "พิกัด: 15.7 N"
    assert node_named(kept, "ค").text("note", "th") == ""


def test_columns_may_be_mapped_by_hand(tmp_path):
    path = save_csv(tmp_path / "a.csv", "โครงการ,จุด,เป้าหมาย,เงิน", "ก,ริมคลอง,ข,5")
    plan = result(small_plan(), path, ImportOptions(mapping={1: "place", 2: "", 3: "budget:2568"}))
    node = node_named(plan, "ก")
    assert (node.text("place", "th"), node.text("target", "th")) == ("ริมคลอง", "")
    assert node.yearly_money("budget") == {(2568, "unspecified"): 5}


@pytest.mark.parametrize("field", ["colour", "start_on", "alignment", "budget"])
def test_a_column_cannot_be_mapped_to_what_projects_cannot_take(tmp_path, field):
    path = save_csv(tmp_path / "a.csv", "โครงการ,จุด,เป้าหมาย,2568", "ก,ข,ค,5")
    with pytest.raises(UserError) as caught:
        look(path, options=ImportOptions(mapping={1: field}))
    assert caught.value.sentence("en") == f"Projects of this plan have no field “{field}”."


def test_english_columns_fill_the_english_wording(tmp_path):
    path = save_csv(
        tmp_path / "a.csv",
        "โครงการ,Project (English),Objective,เป้าหมาย",
        "คลองใส,Clear canal,Clean water,3 แห่ง",
    )
    node = node_named(result(small_plan(), path), "คลองใส")
    assert node.text("name", "en") == "Clear canal"
    assert node.text("objective", "th") == "Clean water"
    english = node_named(result(small_plan(), path, ImportOptions(language="en")), "Clear canal")
    assert english.text("objective", "en") == "Clean water"


def test_an_english_file_comes_in_as_english(tmp_path):
    path = save_csv(
        tmp_path / "water.csv", "Project,Objective,Target,Budget 2025 (baht)", "Dredging,Flow,3 canals,5"
    )
    plan = result(small_plan(), path, ImportOptions(language="en"))
    node = node_named(plan, "Dredging")
    assert node.yearly_money("budget") == {(2568, "unspecified"): 5}
    assert plan.nodes[node.parent_id or ""].text("name", "en") == "water"


def test_a_refused_cell_stays_blank_and_its_text_goes_into_the_note(tmp_path):
    preview = look(workbook(tmp_path / "a.xlsx", project(1, "ก", "ประมาณ 5 แสน", "1,200,000", "-", 0)))
    (cell,) = preview.refused
    assert (cell.sheet, cell.column, cell.text) == ("ผ.02", "E", "ประมาณ 5 แสน")
    assert "ประมาณ 5 แสน" in cell.reason.sentence("en")
    node = node_named(apply(small_plan(), preview.edits), "ก")
    assert node.yearly_money("budget") == {(2567, "unspecified"): 1200000, (2569, "unspecified"): 0}
    assert node.text("note", "th") == "งบประมาณ 2566: ประมาณ 5 แสน"
    assert node.text("objective", "th") == "เพื่อก"


def test_a_note_of_its_own_stays_in_front_of_what_is_kept(tmp_path):
    path = save_csv(tmp_path / "a.csv", "โครงการ,หมายเหตุ,2568,สถานะ", "ก,ย้ายมา,x,อะไรสักอย่าง", "ข,,5,แล้วเสร็จ")
    plan = result(small_plan(), path)
    assert node_named(plan, "ก").text("note", "th") == "ย้ายมา\n2568: x\nสถานะ: อะไรสักอย่าง"
    assert node_named(plan, "ข").word("status") == "completed"


def test_a_column_mapped_by_hand_without_a_head_is_called_by_its_letter_in_the_note(tmp_path):
    path = save_csv(tmp_path / "a.csv", "โครงการ,เป้าหมาย,หมายเหตุ,", "ก,ข,,x")
    node = node_named(result(small_plan(), path, ImportOptions(mapping={3: "budget:2568"})), "ก")
    assert node.text("note", "th") == "D: x"


def test_text_comes_in_character_for_character_but_for_outer_white_space(tmp_path):
    text = "1. กันน้ำ  ท่วม \n\n2. “ฟื้น” คลอง"
    path = workbook(tmp_path / "a.xlsx", [1, "ก", f"  {text}\n", "ข", 5])
    assert node_named(result(small_plan(), path), "ก").text("objective", "th") == text


def test_texts_that_go_on_below_are_joined_and_a_second_amount_is_refused(tmp_path):
    below = [None, None, "2. แก้", None, 6, 7]
    preview = look(workbook(tmp_path / "a.xlsx", [1, "ก", "1. กัน", "ข", 5], below))
    node = node_named(apply(small_plan(), preview.edits), "ก")
    assert node.text("objective", "th") == "1. กัน\n2. แก้"
    assert node.yearly_money("budget") == {(2566, "unspecified"): 5, (2567, "unspecified"): 7}
    (cell,) = preview.refused
    assert (cell.text, cell.reason.sentence("en")) == (
        "6",
        "The project has an amount for this year already.",
    )


def test_two_columns_of_one_text_mapped_by_hand_are_joined(tmp_path):
    path = save_csv(tmp_path / "a.csv", "โครงการ,เป้าหมาย,ปริมาณ,2568", "ก,ขุดลอก,3 แห่ง,5")
    options = ImportOptions(mapping={1: "target", 2: "target"})
    assert node_named(result(small_plan(), path, options), "ก").text("target", "th") == "ขุดลอก\n3 แห่ง"


def test_a_computed_amount_may_be_off_by_a_hair_but_not_by_a_satang(tmp_path):
    node = node_named(
        result(small_plan(), workbook(tmp_path / "a.xlsx", project(1, "ก", 1632819.9999999998, 0.3333))), "ก"
    )
    assert node.yearly_money("budget") == {(2566, "unspecified"): 1632820}


def test_the_source_of_funds_is_taken_from_its_column(tmp_path):
    rows = [
        "โครงการ,เป้าหมาย,2568,แหล่งงบประมาณ",
        "ก,x,5,เงินกู้",
        "ข,x,5,Loan",
        "ค,x,5,loan",
        "ง,x,5,พอช.และประชาชน",
        "จ,x,5,",
    ]
    preview = look(save_csv(tmp_path / "a.csv", *rows))
    plan = apply(small_plan(), preview.edits)
    sources = {
        name: [source for _year, source in node_named(plan, name).yearly_money("budget")] for name in "กขคงจ"
    }
    assert sources == {
        "ก": ["loan"],
        "ข": ["loan"],
        "ค": ["loan"],
        "ง": ["unspecified"],
        "จ": ["unspecified"],
    }
    assert node_named(plan, "ง").text("note", "th") == "แหล่งงบประมาณ: พอช.และประชาชน"
    assert [cell.text for cell in preview.refused] == ["พอช.และประชาชน"]


@pytest.mark.parametrize(
    ("name", "option"),
    [
        ("แผนงานการศาสนาวัฒนธรรมและนันทนาการ", "religion_culture_recreation"),
        ("แผนงานรักษาความสงบภายใน", "internal_peace"),
        ("Education", "education"),
        ("แผนงานอวกาศ", ""),
    ],
)
def test_the_programme_of_a_group_is_also_that_of_its_projects(tmp_path, name, option):
    plan = result(small_plan(), save_csv(tmp_path / "a.csv", "โครงการ,แผนงาน,2568,เป้าหมาย", f"ก,{name},5,ข"))
    assert node_named(plan, "ก").word("programme") == option
