"""Proposals and changes in a matrix: struck out, underlined, named."""

from dataclasses import replace
from decimal import Decimal

from success_desktop.domain.answer_changes import Change, ChangedNode, ChangedValue
from success_desktop.domain.compare_text import Piece
from success_desktop.domain.feedback import Anchor
from success_desktop.domain.proposals import AddedRow, Cell, MovedRow, RemovedRow, write_proposal
from tests.documents.matrices import (
    BARE,
    CHANGE,
    DRAFT,
    DREDGE,
    GAUGE,
    IN_DRAFT,
    SAID,
    cell,
    matrix_of,
    phrases,
    printed,
    rows_of,
)
from tests.feedback_samples import FILE, remark
from tests.plans import named


def test_a_proposed_wording_is_struck_out_and_underlined():
    one = remark(
        "a", FILE, sort="wording", proposed="ปี 2570", anchor=Anchor(DREDGE, "name", "th", "", "ปี 2569")
    )
    head, change = phrases(SAID, one)
    assert head.text == "เสนอแก้ถ้อยคำ"
    assert [(piece.kind, piece.text) for piece in change.pieces] == [
        ("same", "ปี "),
        ("deleted", "2569"),
        ("inserted", "2570"),
    ]
    same = replace(one, proposed="ปี 2569", anchor=Anchor())
    assert cell(SAID, replace(same, proposed="")) == ["เสนอแก้ถ้อยคำ"]


def test_proposed_rows_are_told():
    row = AddedRow(BARE.root_id, "project", "", (Cell("name", "th", "โครงการเพิ่ม"), Cell("kpi", "th", "")))
    added = remark("a", FILE, sort="added", proposed=write_proposal(row))
    assert phrases(SAID, added)[1].pieces == (Piece("inserted", "โครงการเพิ่ม"),)
    blank = remark("a", FILE, sort="added", proposed=write_proposal(replace(row, cells=())))
    assert phrases(SAID, blank)[1].pieces == ()
    removed = remark("a", FILE, sort="removed", proposed=write_proposal(RemovedRow(DREDGE)))
    assert cell(SAID, removed) == ["เสนอตัดรายการ"]
    moved = remark("a", FILE, sort="moved", proposed=write_proposal(MovedRow(DREDGE, GAUGE)))
    assert cell(SAID, moved) == ["เสนอย้ายรายการ", "ไปอยู่ใต้: 1.1.2 โครงการgauge"]
    lost = remark("a", FILE, sort="moved", proposed=write_proposal(MovedRow(DREDGE, "01gone")))
    assert cell(SAID, lost) == ["เสนอย้ายรายการ"]
    assert cell(SAID, remark("a", FILE, sort="moved", proposed="[]")) == ["เสนอย้ายรายการ", "[]"]


def test_changes_tell_before_and_after_under_the_name_of_their_field():
    here = remark("a", FILE, disposition="accepted", anchor=Anchor(DREDGE))
    changes: tuple[Change, ...] = (
        ChangedValue(DREDGE, "budget", "2569:ordinance", Decimal(500000), Decimal(800000)),
        ChangedValue(GAUGE, "name", "th", "โครงการเดิม", "โครงการใหม่"),
        ChangedValue(DREDGE, "lead_agencies", named(BARE, "กองช่าง"), None, "V"),
        ChangedValue(DREDGE, "lead_agencies", named(BARE, "กองสาธารณสุข"), "V", "W"),
        ChangedValue("01gone", "kpi", "th", None, "ใหม่"),
        ChangedNode("01new", "project", "added", {"th": "โครงการเพิ่ม", "en": "New"}),
        ChangedNode("01old", "project", "removed", {}),
        ChangedNode(GAUGE, "project", "moved", {"th": "โครงการgauge"}),
    )
    assert cell(CHANGE, here, changes=changes) == [
        "งบประมาณ (บาท) · 2569 · เทศบัญญัติงบประมาณรายจ่าย: 500,000 → 800,000",
        "1.1.2 โครงการgauge · ชื่อโครงการ: โครงการเดิมใหม่",
        "หน่วยงานรับผิดชอบหลัก: กองช่าง",
        "kpi: ใหม่",
        "เพิ่ม: โครงการเพิ่ม",
        "ตัดออก: โครงการ",
        "ย้าย: โครงการgauge",
    ]
    budget = phrases(CHANGE, here, changes=changes)[0]
    assert [piece.kind for piece in budget.pieces] == ["same", "deleted", "same", "inserted"]
    assert cell(CHANGE, here, "both", changes=changes[:1])[0].startswith("งบประมาณ (บาท) · 2569")
    assert "Budget (baht) · 2026" in cell(CHANGE, here, "both", changes=changes[:1])[0]
    assert cell(CHANGE, here, "both", changes=changes[5:6]) == ["เพิ่ม: โครงการเพิ่ม", "Added: New"]


def test_changes_follow_the_digits_of_the_document():
    here = remark("a", FILE, disposition="accepted", anchor=Anchor(DREDGE))
    change = ChangedValue(DREDGE, "budget", "2569:ordinance", Decimal(5), Decimal(8))
    (row,) = rows_of(printed(matrix_of((FILE, [here]), changes=(change,)), has_thai_digits=True))
    (phrase,) = row.cells[CHANGE]
    assert "๕ → ๘" in phrase.text
    assert "".join(piece.text for piece in phrase.pieces) == phrase.text


def test_the_draft_goes_by_its_name_else_by_its_number():
    done = remark("a", FILE, disposition="accepted", anchor=Anchor(DREDGE))
    change = (ChangedValue(DREDGE, "name", "th", "ก", "ข"),)
    assert cell(IN_DRAFT, done, "both", draft=DRAFT) == ["ร่างที่ 3", "1 พ.ย. 2569", "1 Nov 2026"]
    assert cell(IN_DRAFT, done, draft=replace(DRAFT, label=""))[0] == "ฉบับที่ 4"
    assert cell(IN_DRAFT, done, changes=change) == ["ร่างถัดไป"]
    assert cell(IN_DRAFT, done) == []
