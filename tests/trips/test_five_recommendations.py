"""The meeting of 12 February 2567: five recommendations go in, each is answered, a matrix goes out in both languages."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx.oxml.ns import qn

from success_desktop import cli
from success_desktop.domain.feedback import Anchor, Remark, read_feedback
from success_desktop.domain.minutes import split_minutes
from success_desktop.domain.response_matrix import is_waiting
from success_desktop.services import editing
from success_desktop.services.attaching import attach_edits
from success_desktop.services.deciding import accept, accept_partly, defer
from success_desktop.services.feedback import assign, set_nature, set_weight
from success_desktop.services.library import new_sample
from success_desktop.services.matrix import read_matrix
from success_desktop.services.meetings import MeetingDetails, hold_meeting, tie_point
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import take_revision
from tests.documents.word_lint import lint
from tests.documents.word_reading import read_body, read_text

MINUTES = """ประเด็นข้อเสนอแนะสำคัญ
๑. ผลลัพธ์และการยกระดับ ต้องชัดเจนและตรงประเด็น
๑.๑ ผลลัพธ์ที่ภาคภูมิใจคืออะไร และมีหลักฐานใด
๑.๒ สิ่งที่ต้องปรับปรุง แก้ไข หรืออยากยกระดับคืออะไร
๒. จุดเข้าถึง (Entry Point) ต้องเฉียบคมและชัดเจน เพื่อให้แผนเข้าสู่แผนพัฒนาท้องถิ่น
๓. ข้อมูลเชิงลึกตั้งแต่ครัวเรือน ชุมชน ตำบล ถึงลุ่มน้ำ และการแบ่งปันข้อมูล
๔. ความสำเร็จคือทัศนคติ ความเชื่อ และการยอมรับข้อมูลของผู้บริหารเมืองที่เปลี่ยนไป
๕. การเรียนรู้ใหม่ เครื่องมือที่ทุกคนใช้ได้ และการมีส่วนร่วมอย่างเท่าเทียม
"""
NUMBERS = ["1", "1.1", "1.2", "2", "3", "4", "5"]
ANSWER = {"1": "แยกผลลัพธ์สองด้านไว้ในหัวข้อแล้ว", "1.1": "เพิ่มหลักฐานแล้ว", "1.2": "ระบุสิ่งที่จะปรับปรุงแล้ว"}


@pytest.fixture
def editor(tmp_path: Path):
    opened = new_sample(tmp_path / "แผนเมือง.success", "สมหญิง")
    yield opened
    opened.close()


@pytest.fixture
def points(editor: PlanEditor) -> dict[str, Remark]:
    """The meeting as its secretary pasted it, each point tied to a strategy of the plan; by number."""
    take_revision(editor, "เสนอคณะกรรมการ", "ร่างที่ 2")
    details = MeetingDetails(
        name="ประชุมคณะกรรมการที่ปรึกษา", reviewer="คณะกรรมการที่ปรึกษา", on=date(2024, 2, 12), place="Zoom"
    )
    round_id = hold_meeting(editor, details, split_minutes(MINUTES).points)
    told = {remark.number: remark for remark in read_feedback(editor.plan).of_round(round_id)}
    for remark, node in zip(told.values(), strategies(editor) * 2, strict=False):
        tie_point(editor, remark.id, Anchor(node.id, "rationale", "th"))
    ids = [remark.id for remark in told.values()]
    set_nature(editor, ids, "recommendation")
    set_weight(editor, ids, "major")
    assign(editor, ids[:3], "กองยุทธศาสตร์")
    return told


def strategies(editor: PlanEditor):
    return [node for node in editor.plan.children_of(editor.plan.root_id) if node.kind == "strategic_issue"]


def rewrite(editor: PlanEditor, number: int, text: str) -> str:
    """A planner rewrites the rationale of a strategy; the uid of the step."""
    editing.set_text(editor, (strategies(editor)[number].id, "rationale", "th"), text)
    editor.end_step()
    return editor.file.store.list_transactions()[-1].uid


def answer_all(editor: PlanEditor, points: dict[str, Remark]) -> None:
    for place, (number, said) in enumerate(ANSWER.items()):
        accept(editor, points[number].id, said)
        attach_edits(editor, points[number].id, [rewrite(editor, place, f"เหตุผลใหม่ตามข้อ {number}")])
    accept_partly(editor, points["2"].id, None, "เพิ่มจุดเข้าถึงของสามเมืองแล้ว")
    defer(editor, points["3"].id, "จะเก็บข้อมูลครัวเรือนร่วมกับ อปท. ในปีงบประมาณ 2568")
    accept(editor, points["4"].id, "เพิ่มตัวชี้วัดทัศนคติแล้ว")
    accept(editor, points["5"].id, "เพิ่มบทการมีส่วนร่วมแล้ว")
    take_revision(editor, "แก้ตามข้อเสนอแนะ", "ร่างที่ 3")


def test_the_meeting_becomes_a_tree_of_five_points_with_two_sub_points(points):
    assert list(points) == NUMBERS
    assert all(remark.is_open for remark in points.values())


def test_until_all_are_answered_the_others_stand_on_top(editor, points):
    accept(editor, points["2"].id, "แก้แล้ว")
    matrix = read_matrix(editor)
    assert [item.remark.number for item in matrix.groups[0].items] == [one for one in NUMBERS if one != "2"]


def test_each_ends_with_a_disposition_a_response_and_a_link_to_what_was_edited(editor, points):
    answer_all(editor, points)
    matrix = read_matrix(editor)
    assert [item.remark.number for item in matrix.items] == NUMBERS
    assert not any(is_waiting(item) for item in matrix.items)
    assert [(item.remark.number, len(item.changes)) for item in matrix.items if item.changes] == [
        ("1", 1),
        ("1.1", 1),
        ("1.2", 1),
    ]
    assert {item.draft.label for item in matrix.items if item.draft} == {"ร่างที่ 3"}


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("th", ("ตารางข้อเสนอแนะและการดำเนินการ", "รับและแก้ไขแล้ว", "12 ก.พ. 2567", "รับไว้ดำเนินการต่อ")),
        ("en", ("Comment response matrix", "Accepted and revised", "12 Feb 2024", "Deferred")),
        ("both", ("ตารางข้อเสนอแนะและการดำเนินการ", "Comment response matrix", "12 ก.พ. 2567", "12 Feb 2024")),
    ],
)
def test_the_answered_matrix_goes_out_in_each_language(editor, points, tmp_path, language, wanted):
    answer_all(editor, points)
    editor.close()
    plan, word, excel = tmp_path / "แผนเมือง.success", tmp_path / "ตาราง.docx", tmp_path / "ตาราง.xlsx"
    for out in (word, excel):
        assert cli.main(["review", "matrix", str(plan), str(out), "--language", language]) == 0
    assert lint(word) == []
    body = read_body(word)
    (table,) = body.iter(qn("w:tbl"))
    rows = [[read_text(cell) for cell in row.findall(qn("w:tc"))] for row in table.findall(qn("w:tr"))]
    items = [row for row in rows[1:] if len(row) == 12]
    assert [row[0] for row in items] == NUMBERS
    assert all(row[6] and row[7] for row in items)
    assert "เหตุผลใหม่ตามข้อ 1.1" in items[1][8]
    cells = " ".join(
        str(cell.value) for row in openpyxl.load_workbook(excel).worksheets[0].iter_rows() for cell in row
    )
    for word_wanted in wanted:
        assert word_wanted in read_text(body)
        assert word_wanted in cells
