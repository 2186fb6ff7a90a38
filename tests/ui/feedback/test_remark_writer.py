"""A card says who, where, what, how it would read, what to know before deciding, and what was answered."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from success_desktop.domain.edits import apply, set_value
from success_desktop.domain.feedback import Anchor, Round, read_feedback
from success_desktop.domain.feedback_edits import set_feedback
from success_desktop.domain.proposals import AddedRow, Cell, MovedRow, write_proposal
from success_desktop.ui.compare.run_layout import Run
from success_desktop.ui.feedback.remark_card import Chip
from success_desktop.ui.feedback.remark_words import round_words
from success_desktop.ui.feedback.remark_writer import RemarkWriter
from tests.ui.feedback.reviews import FIRST, SECOND, remark_id

pytestmark = pytest.mark.usefixtures("application")


def write(plan, name: str, **writer):
    feedback = read_feedback(plan)
    seats = {FIRST: 0, SECOND: 1}
    return RemarkWriter(plan, feedback, "th", seats, **writer).write(remark_id(name))


def altered(plan, name: str, **values):
    return apply(plan, set_feedback(plan, remark_id(name), values))


def texts(runs) -> str:
    return "".join(run.text for run in runs)


def test_a_comment_tells_who_said_what_of_which_words(plan):
    card = write(plan, "data")
    assert texts(card.head) == "ผู้ทรงคุณวุฒิ ก  ข้อ 1 · ร่าง-ผู้ทรงคุณวุฒิ ก.docx"
    assert (card.seat, card.initials, card.depth, card.is_open) == (0, "ก", 0, True)
    assert card.place == "วัตถุประสงค์ (ไทย)"
    assert card.said.startswith("ควรใช้ข้อมูลถึงระดับลุ่มน้ำ")
    assert texts(card.passage) == "“ฟื้นระบบนิเวศตลิ่ง”"
    assert [chip.words for chip in card.chips] == ["ต้องทำ", "ข้อเสนอแนะ"]
    assert texts(card.talk[0]).startswith(SECOND)
    assert card.notices == ()
    assert card.answer == ()
    assert card.heading == ""


def test_a_node_is_named_where_its_first_card_stands(plan):
    card = write(plan, "name", headed=frozenset((remark_id("name"),)))
    assert card.heading.endswith("โครงการgauge")
    assert write(plan, "proud", headed=frozenset((remark_id("proud"),))).heading == "แผนทั้งฉบับ"


def test_a_wording_is_shown_as_what_goes_and_comes_and_says_that_it_was_not_tracked(plan):
    card = write(plan, "name")
    assert card.passage[-1] == Run("inserted", " ระยะที่ 2")
    assert card.place.endswith("ไม่ได้เปิดติดตาม")
    assert "เพิ่ม" in card.spoken()
    assert "ระยะที่ 2" in card.spoken()


def test_two_wordings_of_one_passage_tell_of_each_other(plan):
    (notice,) = write(plan, "first wording").notices
    assert SECOND in notice
    (other,) = write(plan, "second wording").notices
    assert FIRST in other


def test_a_wording_is_laid_over_what_the_text_reads_today(plan, projects):
    edited = apply(plan, set_value(plan, projects[1], "name", "th", "งาน" + "โครงการgauge"))
    card = write(edited, "name")
    assert texts(card.passage) == "งานโครงการgauge ระยะที่ 2"
    assert [run.text for run in card.passage if run.look == "inserted"] == [" ระยะที่ 2"]


def test_what_the_plan_says_already_is_told(plan, projects):
    edited = apply(plan, set_value(plan, projects[1], "name", "th", "โครงการgauge ระยะที่ 2"))
    assert write(edited, "name").notices == ("ข้อความในแผนเป็นตามที่เสนออยู่แล้ว",)


def test_words_that_are_gone_keep_their_quotation(plan, projects):
    edited = apply(plan, set_value(plan, projects[0], "objective", "th", "อย่างอื่นทั้งหมด"))
    card = write(edited, "data")
    assert card.notices[0] == "ข้อความที่อ้างถึงไม่มีในแผนแล้ว"
    assert texts(card.passage) == "“ฟื้นระบบนิเวศตลิ่ง”"


def test_a_row_to_be_struck_tells_what_that_does_to_the_budget(plan, projects):
    card = write(plan, "strike")
    assert card.passage[0].look == "deleted"
    assert card.passage[0].text.endswith("โครงการmap")
    assert len(card.notices) == 1
    assert "150,000" in card.notices[0]


def test_a_row_that_is_wanted_back_says_so(plan, projects):
    row = AddedRow(plan.nodes[projects[0]].parent_id, "project", old_id="gone", old_revision_id="r")
    card = write(altered(plan, "strike", sort="added", proposed=write_proposal(row)), "strike")
    new = write(
        altered(plan, "strike", sort="added", proposed=write_proposal(replace(row, old_id=""))), "strike"
    )
    assert card.passage[0].text != new.passage[0].text


def test_a_row_to_be_added_lists_its_values(plan, projects):
    budget = (Cell("budget", f"{year_be}:ordinance", "600000") for year_be in range(2568, 2573))
    cells = (Cell("name", "th", "ธนาคารน้ำ"), *budget, Cell("place", "th", "ริมคลอง"))
    row = AddedRow(plan.nodes[projects[0]].parent_id or "", "project", cells=cells)
    card = write(altered(plan, "strike", sort="added", proposed=write_proposal(row)), "strike")
    head, added = card.passage
    assert head.look == "secondary"
    assert "ฟื้นสายคลอง" in head.text
    assert "ธนาคารน้ำ" in added.text
    assert added.text.endswith("…")
    assert "2568" in added.text


def test_a_row_to_be_moved_names_where_from_and_where_to(plan, projects):
    row = MovedRow(projects[2], plan.nodes[projects[0]].parent_id or "")
    card = write(altered(plan, "strike", sort="moved", proposed=write_proposal(row)), "strike")
    assert "โครงการmap" in texts(card.passage)
    assert "ฟื้นสายคลอง" in texts(card.passage)


@pytest.mark.parametrize(
    "proposed", ["", "{}", '{"sort":"added","parent":"x","before":"","kind":"gone","cells":[]}']
)
def test_a_proposal_that_cannot_be_read_shows_what_the_file_quoted(plan, proposed):
    card = write(altered(plan, "strike", sort="added", proposed=proposed, quote="แถวใหม่"), "strike")
    assert texts(card.passage) in ("แถวใหม่", "")


def test_what_has_no_place_shows_what_stood_around_it_in_its_file(plan):
    card = write(plan, "nowhere")
    assert card.place.startswith("ในไฟล์: ครัวเรือนริมคลอง")
    assert texts(card.passage) == "“ร้อยละ 80 ของครัวเรือน”"
    bare = write(altered(plan, "nowhere", context="", attention="label_missing"), "nowhere")
    assert bare.place == ""
    assert len(bare.notices) == 1


def test_a_sub_point_stands_deeper_and_the_whole_card_can_be_heard(plan):
    card = write(plan, "results")
    assert card.depth == 1
    assert "ผลลัพธ์ที่น่าภาคภูมิใจ" in card.spoken()
    assert "ข้อ 1.1" in card.spoken()


def test_a_decision_is_a_chip_with_who_made_it_and_what_was_answered(plan):
    decided = altered(
        plan,
        "data",
        disposition="declined",
        response={"th": "ไม่มีงบประมาณ"},
        decided_by="วนิดา",
        decided_at=datetime(2026, 3, 9, 3, tzinfo=UTC),
        assignee="กองช่าง",
    )
    card = write(decided, "data")
    assert card.chips[0] == Chip("ไม่รับ", "red")
    assert Chip("มอบ กองช่าง", "plain") in card.chips
    assert "ไม่มีงบประมาณ" in texts(card.answer)
    assert "วนิดา" in texts(card.answer)
    assert not card.is_open


def test_a_duplicate_names_the_item_that_it_repeats(plan):
    double = altered(plan, "name", disposition="duplicate", duplicate_of=remark_id("data"))
    assert texts(write(double, "name").answer) == "ซ้ำกับข้อ 1:1"


def test_edits_tied_to_a_remark_are_counted(plan):
    assert "2" in texts(write(altered(plan, "data", answers=("u1", "u2")), "data").answer)


def test_a_remark_on_a_node_that_is_gone_says_so(plan):
    card = write(altered(plan, "data", node="0" * 26), "data", headed=frozenset((remark_id("data"),)))
    assert card.heading == "(ลบไปแล้ว)"
    assert card.place == ""


def test_a_value_is_named_with_its_year(plan, projects):
    anchor = Anchor(projects[0], "budget", "2569:pao_grant", "", "1,200,000", 0, 9)
    values = {"node": anchor.node_id, "field": anchor.field, "part": anchor.part, "seen": anchor.seen}
    card = write(altered(plan, "name", **values, start="0", end="9", proposed="1,500,000"), "name")
    assert "2569" in card.place
    assert [run.text for run in card.passage if run.look != "same"] == ["1,200,000", "1,500,000"]
    bad = write(altered(plan, "name", **values, start="0", end="9", proposed="มาก"), "name")
    assert bad.notices


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (Round(id="f-1", number=1, name="รอบแรก", file_name="a.docx"), "รอบแรก"),
        (Round(id="f-1", number=1, file_name="a.docx"), "a.docx"),
        (Round(id="f-1", number=1, sort="meeting", on=date(2024, 2, 12)), "12 ก.พ. 2567"),
        (Round(id="f-1", number=1, sort="form"), ""),
    ],
)
def test_rounds_go_by_name_file_or_sort_and_day(item, expected):
    assert round_words(item).endswith(expected)
    assert round_words(item)
