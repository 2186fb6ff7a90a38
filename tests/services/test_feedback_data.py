"""Feedback as data and lines for scripts."""

import json
from dataclasses import replace

import pytest

from success_desktop.domain.edits import apply
from success_desktop.domain.feedback import Anchor, read_feedback
from success_desktop.domain.proposals import AddedRow, Cell, RemovedRow, write_proposal
from success_desktop.errors import UserError
from success_desktop.services.feedback_data import FeedbackDescriber, find_remark, find_round
from tests.feedback_samples import FILE, bring, remark, small_feedback
from tests.plans import named, small_plan


@pytest.fixture
def plan():
    bare = small_plan()
    return apply(bare, small_feedback(bare))


def list_lines(plan) -> list[str]:
    """Every remark on a plan as a line in Thai."""
    feedback = read_feedback(plan)
    describer = FeedbackDescriber(plan, feedback)
    return [describer.line(item, "th") for item in feedback.remarks.values()]


def described(plan, item: str):
    feedback = read_feedback(plan)
    return FeedbackDescriber(plan, feedback).describe(find_remark(feedback, item))


def test_an_item_is_found_by_round_and_number_by_id_or_by_a_number_of_its_own(plan):
    feedback = read_feedback(plan)
    below = find_remark(feedback, "1.2")
    assert find_remark(feedback, " 2:1.2 ") is below
    assert find_remark(feedback, below.id) is below
    with pytest.raises(UserError) as several:
        find_remark(feedback, "1")
    assert "1:1, 2:1" in several.value.remedy()
    with pytest.raises(UserError):
        find_remark(feedback, "9:9")


def test_a_round_is_found_by_its_number_or_id(plan):
    feedback = read_feedback(plan)
    assert find_round(feedback, "1") is find_round(feedback, FILE.id)
    with pytest.raises(UserError):
        find_round(feedback, "3")


def test_an_item_tells_who_where_what_and_what_was_decided(plan):
    said = described(plan, "1:1")
    assert json.loads(json.dumps(said)) == said
    assert (said["item"], said["kind"], said["author"], said["proposed"]) == (
        "1:1",
        "comment",
        "ผู้ทรงคุณวุฒิ ข",
        None,
    )
    assert said["anchor"]["field"] == "title"
    assert said["anchor"]["quote"] == "แผน"
    assert said["text"] == {"th": "ควรระบุปีให้ชัด", "en": ""}
    assert said["replies"][0]["text"] == "รับทราบ"
    assert said["at"] == "2024-02-12T02:30:00+00:00"
    assert said["round"]["on"] == "2024-02-13"
    assert described(plan, "1:2")["proposed"] == "แผนชุมชนทดสอบ พ.ศ. 2568–2572"
    assert described(plan, "1:3")["anchor"]["context"] == "ท้ายกระดาษ"


def test_proposed_rows_are_objects_and_what_cannot_be_read_is_told_as_it_is():
    bare = small_plan()
    row = AddedRow(bare.root_id, "project", "", (Cell("name", "th", "โครงการเพิ่ม"),))
    rows = [
        remark("a", FILE, sort="added", proposed=write_proposal(row)),
        remark("b", FILE, sort="removed", proposed=write_proposal(RemovedRow("x"))),
        remark("c", FILE, sort="moved", proposed="[]"),
    ]
    plan = apply(bare, bring(bare, ((replace(FILE, on=None), rows),)))
    first = described(plan, "1")["proposed"]
    assert first["cells"] == [{"field": "name", "part": "th", "text": "โครงการเพิ่ม"}]
    assert described(plan, "2")["proposed"] == {"node_id": "x"}
    assert described(plan, "3")["proposed"] == "[]"
    assert described(plan, "1")["round"]["on"] == ""


def test_a_duplicate_names_the_item_it_repeats(plan):
    bare = small_plan()
    first = remark("a", FILE, text={"th": "ก"})
    same = remark("b", FILE, text={"th": "ก"}, disposition="duplicate", duplicate_of=first.id)
    plan = apply(bare, bring(bare, ((FILE, (first, same)),)))
    assert described(plan, "2")["duplicate_of"] == "1:1"


def test_every_item_has_a_line_with_number_disposition_place_and_words():
    bare = small_plan()
    dredge, approach = named(bare, "Project dredge"), named(bare, "Restore the canals")
    remarks = [
        remark("a", FILE, author="ก", text={"th": "ยาว " * 60}, anchor=Anchor(dredge, "name", "th")),
        remark("b", FILE, sort="wording", proposed="ใหม่", anchor=Anchor(approach)),
        remark("c", FILE, text={"en": "lost"}),
    ]
    plan = apply(bare, bring(bare, ((FILE, remarks),)))
    long, named_node, lost = list_lines(plan)
    assert "1:1  [ค้างพิจารณา]  ก  1.1.1.name  ยาว" in long
    assert long.endswith("…")
    assert "ฟื้นสายคลอง  เสนอแก้ถ้อยคำ: ใหม่" in named_node
    assert lost.endswith("ผู้ทรงคุณวุฒิ ข  lost")


def test_a_line_on_a_row_quotes_the_row():
    bare = small_plan()
    gauge = named(bare, "Project gauge")
    gone = remark(
        "gone", FILE, sort="removed", proposed=write_proposal(RemovedRow(gauge)), quote="เครื่องวัด\t2568"
    )
    bare_row = replace(gone, id="f-bare", quote="")
    told, untold = list_lines(apply(bare, bring(bare, ((FILE, (gone, bare_row)),))))
    assert told.endswith("เสนอตัดรายการ: เครื่องวัด 2568")
    assert untold.endswith("เสนอตัดรายการ")
