"""The twelve columns of a response matrix, as they are printed in Thai, in English and in both."""

from dataclasses import replace
from datetime import date

import pytest

from success_desktop.domain.answer_changes import ChangedValue
from success_desktop.domain.feedback import Anchor, Reply, Round
from tests.documents.matrices import (
    AT,
    BARE,
    DISPOSITION,
    DREDGE,
    NATURE,
    NUMBER,
    OCCASION,
    PLACE,
    RESPONSE,
    REVIEWER,
    SAID,
    STATUS,
    THAI_HEADS,
    WHO,
    cell,
    lines_of,
    matrix_of,
    phrases,
    printed,
    rows_of,
    table_of,
)
from tests.feedback_samples import FILE, MEETING, remark
from tests.plans import named


def test_the_thai_heads_are_those_of_the_committees():
    (head,) = table_of(printed(matrix_of())).head
    assert [phrase.text for place in head for phrase in place.phrases] == THAI_HEADS


def test_both_languages_stand_in_one_head():
    outline = printed(matrix_of(), "both")
    (head,) = table_of(outline).head
    assert [phrase.text for phrase in head[SAID].phrases] == ["ข้อเสนอแนะ", "Comment"]
    assert outline.sections[0].orientation == "landscape"
    assert not outline.is_read_back


def test_a_matrix_without_any_remark_says_so():
    outline = printed(matrix_of())
    assert lines_of(outline) == ["ไม่มีข้อเสนอแนะ"]
    assert table_of(outline).titles[-1].text == "ทั้งหมด 0 ข้อ"


def test_the_titles_count_what_was_decided():
    one = remark("a", FILE, disposition="declined", response={"th": "-"})
    titles = [title.text for title in table_of(printed(matrix_of((FILE, [one, remark("b", FILE)])))).titles]
    assert titles[0] == "ตารางข้อเสนอแนะและการดำเนินการ"
    assert titles[-1] == "ทั้งหมด 2 ข้อ · ค้างพิจารณา 1 · ไม่รับ 1"


def test_lines_above_the_groups_say_what_waits_and_which_round_it_is():
    said = remark("m", MEETING, disposition="declined", response={"th": "-"})
    outline = printed(matrix_of((FILE, [remark("a", FILE)]), (MEETING, [said])))
    assert lines_of(outline) == [
        "รอผลการพิจารณาหรือคำชี้แจง  (1 ข้อ)",
        "รอบที่ 2  คณะกรรมการที่ปรึกษา ครั้งที่ 1 · 12 กุมภาพันธ์ 2567 · Zoom  (1 ข้อ)",
    ]


def test_lines_above_reviewers_and_strategies():
    done = {"disposition": "declined", "response": {"th": "-"}}
    one = remark("a", FILE, author="ก", anchor=Anchor(DREDGE), **done)
    whole = remark("b", MEETING, **done)
    rounds = ((FILE, [one]), (MEETING, [whole]))
    assert lines_of(printed(matrix_of(*rounds, by="reviewer"))) == ["ก  (1 ข้อ)", "ไม่ระบุชื่อผู้เสนอ  (1 ข้อ)"]
    assert lines_of(printed(matrix_of(*rounds, by="strategy"), "both")) == [
        "ประเด็นยุทธศาสตร์ที่ 1 น้ำ  (1 ข้อ)",
        "Strategic issue 1 Water  (items: 1)",
        "แผนทั้งฉบับ  (1 ข้อ)",
        "The plan as a whole  (items: 1)",
    ]


def test_numbers_name_the_round_where_there_are_several():
    (row,) = rows_of(printed(matrix_of((FILE, [remark("a", FILE)])), has_thai_digits=True))
    assert row.cells[NUMBER][0].text == "๑"
    both = printed(matrix_of((FILE, [remark("a", FILE)]), (MEETING, [remark("b", MEETING)])))
    assert [row.cells[NUMBER][0].text for row in rows_of(both)] == ["1:1", "2:1"]


def test_who_and_when():
    said = remark("a", FILE, author="อ.วิชัย", at=AT)
    assert cell(REVIEWER, said) == ["อ.วิชัย"]
    assert cell(REVIEWER, remark("a", FILE)) == ["ผู้ทรงคุณวุฒิ ข"]
    assert cell(OCCASION, said, "both") == [
        "1 พ.ย. 2569",
        "1 Nov 2026",
        "ไฟล์ Word ที่ส่งกลับ",
        "Returned Word file",
    ]
    assert cell(OCCASION, remark("a", FILE)) == ["13 ก.พ. 2567", "ไฟล์ Word ที่ส่งกลับ"]
    meeting = remark("m", MEETING, at=AT)
    assert cell(OCCASION, meeting, of=MEETING) == ["12 ก.พ. 2567", "คณะกรรมการที่ปรึกษา ครั้งที่ 1", "Zoom"]
    bare = replace(MEETING, name="", on=None, place="")
    assert cell(OCCASION, remark("m", MEETING), of=bare) == ["การประชุม"]
    assert cell(REVIEWER, remark("m", MEETING), of=bare) == []


@pytest.mark.parametrize(
    ("anchor", "expected"),
    [
        (Anchor(DREDGE, "name", "th"), ["1.1.1 โครงการdredge"]),
        (Anchor(DREDGE, "objective", "th"), ["1.1.1 โครงการdredge", "วัตถุประสงค์"]),
        (Anchor(DREDGE, "objective", "en"), ["1.1.1 โครงการdredge", "วัตถุประสงค์ · อังกฤษ"]),
        (
            Anchor(DREDGE, "budget", "2569:ordinance"),
            ["1.1.1 โครงการdredge", "งบประมาณ (บาท) · 2569 · เทศบัญญัติงบประมาณรายจ่าย"],
        ),
        (Anchor(named(BARE, "Restore the canals")), ["ฟื้นสายคลอง"]),
        (Anchor("01gone"), ["1.1.9 โครงการgauge", "(ลบไปแล้ว)"]),
    ],
)
def test_where_a_remark_belongs(anchor, expected):
    assert cell(PLACE, remark("a", FILE, anchor=anchor)) == expected


def test_what_has_no_place_says_so_with_its_context():
    assert cell(PLACE, remark("a", FILE, context="ท้าย\nกระดาษ")) == ["ยังไม่ได้วางตำแหน่ง", "ท้าย กระดาษ"]
    assert cell(PLACE, remark("m", MEETING), of=MEETING) == ["แผนทั้งฉบับ"]


def test_words_are_the_reviewers_own():
    seen = "ขุดลอกคลอง 1,200 เมตร"
    one = remark(
        "a",
        FILE,
        text={"th": "ยาวกี่เมตร 1"},
        anchor=Anchor(DREDGE, "name", "th", "", seen, 0, 10),
        replies=(
            Reply(id="f-1", author="อ.มาลี", text="เห็นด้วย"),
            Reply(id="f-2", text="จริง"),
            Reply(id="f-3", text="ขอบคุณ", is_ours=True),
        ),
    )
    assert cell(SAID, one) == ["“ขุดลอกคลอง”", "ยาวกี่เมตร 1", "อ.มาลี: เห็นด้วย", "จริง"]
    assert cell(SAID, remark("a", FILE, text={"th": "ไทย", "en": "English"}), "both") == ["ไทย", "English"]
    assert cell(SAID, remark("a", FILE, text={"th": "ไทย", "en": "English"}), "en") == ["English"]
    assert cell(SAID, remark("a", FILE, quote="ก" * 400))[0] == f"“{'ก' * 160} …”"


def test_type_and_weight():
    one = remark("a", FILE, nature="question", weight="major", trace="untracked")
    assert cell(NATURE, one) == ["ข้อซักถาม", "ต้องทำ", "ไม่ได้เปิดติดตามการแก้ไข"]
    assert cell(NATURE, remark("a", FILE, trace="tracked", sort="wording")) == ["เสนอแก้ถ้อยคำ"]


def test_what_was_decided_and_answered():
    done = remark("a", FILE, disposition="accepted", response={"th": "แก้แล้ว"}, assignee="กองช่าง")
    change = ChangedValue(DREDGE, "name", "th", "ก", "ข")
    assert cell(DISPOSITION, done) == ["รับ"]
    assert cell(DISPOSITION, done, changes=(change,)) == ["รับและแก้ไขแล้ว"]
    assert cell(RESPONSE, done) == ["แก้แล้ว"]
    assert cell(WHO, done) == ["กองช่าง"]
    assert cell(STATUS, done) == ["เสร็จสิ้น"]
    (answer,) = phrases(RESPONSE, done, "en")
    assert (answer.text, answer.mark) == ("แก้แล้ว", "[Thai]")
    assert cell(STATUS, remark("a", FILE)) == ["รอผลการพิจารณา"]
    assert cell(STATUS, remark("a", FILE, disposition="accepted")) == ["รอคำชี้แจง"]


def test_a_proposal_taken_and_a_duplicate_answer_for_themselves():
    first, taken = (
        remark("a", FILE),
        remark("b", FILE, disposition="accepted", sort="wording", proposed="ใหม่"),
    )
    same = remark("c", FILE, disposition="duplicate", duplicate_of=first.id)
    lost = remark("d", FILE, disposition="duplicate", duplicate_of="f-gone")
    rows = rows_of(printed(matrix_of((FILE, [first, taken, same, lost]))))
    told = {
        row.cells[NUMBER][0].text: [row.cells[DISPOSITION][0].text, row.cells[RESPONSE][0].text]
        for row in rows[1:]
    }
    assert told["2"] == ["รับและแก้ไขแล้ว", "แก้ไขตามที่เสนอแล้ว"]
    assert told["3"] == ["ซ้ำกับข้อ 1", "ดูข้อ 1"]
    assert told["4"] == ["ซ้ำกับข้ออื่น", "ซ้ำกับข้ออื่น"]


def test_our_replies_that_say_more_follow_the_response():
    replies = (
        Reply(id="f-1", text="แก้แล้ว", is_ours=True),
        Reply(id="f-2", text="ดูหน้า 3", is_ours=True),
    )
    done = remark("a", FILE, disposition="accepted", response={"th": "แก้แล้ว"}, replies=replies)
    assert cell(RESPONSE, done) == ["แก้แล้ว", "ดูหน้า 3"]


def test_a_round_without_remarks_has_a_line_that_says_so():
    form = Round(id="f-form", number=3, sort="form", on=date(2024, 3, 1))
    assert lines_of(printed(matrix_of((form, [])))) == [
        "รอบที่ 1  แบบแสดงความคิดเห็น · 1 มีนาคม 2567",
        "ไม่มีข้อเสนอแนะ",
    ]


def test_a_long_quotation_is_cut_behind_a_whole_letter():
    long = remark("a", FILE, quote="น้ำ" * 100)
    assert cell(SAID, long)[0] == f"“{'น้ำ' * 100}”"
    longer = remark("a", FILE, quote="น้ำ" * 200)
    assert cell(SAID, longer)[0] == f"“{'น้ำ' * 160} …”"
