"""A file that comes a second time adds nothing; an amended one brings what is new and leaves what was decided."""

from dataclasses import replace

import pytest

from success_desktop.documents.returned.comment_keys import durable_id_of
from success_desktop.domain.answer_words import word_answer
from success_desktop.domain.feedback import read_feedback
from success_desktop.domain.feedback_edits import set_feedback
from success_desktop.services import deciding
from success_desktop.services.arranging import place_remark
from success_desktop.services.feedback import reply
from success_desktop.services.receiving import (
    ReceivingOptions,
    open_file,
    preview,
    receive,
    receive_file,
)
from success_desktop.services.receiving_account import account_for
from success_desktop.services.receiving_matches import KnownRemarks
from success_desktop.services.sending import SendingOptions, prepare_sending, send_for_review
from tests.documents.returned.making.places import ARPHA, BUNMEE, CAROL, node, thai
from tests.services.returned_copies import (
    RATIONALE,
    open_reviewed,
    remarks,
    say,
    say_more,
    track,
    track_more,
    type_over,
    write_copy,
)


@pytest.fixture
def editor(tmp_path):
    opened = open_reviewed(tmp_path)
    yield opened
    opened.close(publish=False)


def test_the_same_file_adds_nothing_the_second_time(editor, tmp_path):
    path = write_copy(tmp_path / "a.docx", track, say)
    receive_file(editor, path)
    number = editor.file.store.last_number()
    renamed = path.rename(tmp_path / "สำเนา.docx")
    receipt = receive_file(editor, renamed)
    assert (receipt.remarks_new, receipt.remarks_updated, receipt.remarks_known) == (0, 0, 2)
    assert editor.file.store.last_number() == number
    assert preview(editor, open_file(renamed)).is_known


def test_an_amended_file_updates_what_changed_and_keeps_decisions(editor, tmp_path):
    receive_file(editor, write_copy(tmp_path / "a.docx", track, say))
    wording, comment = remarks(editor)
    deciding.decline(editor, wording.id, "ตัวเลขยังไม่ยืนยัน")
    receipt = receive_file(editor, write_copy(tmp_path / "a2.docx", track, say, track_more, say_more))
    assert (receipt.remarks_new, receipt.remarks_updated, receipt.remarks_known) == (1, 1, 1)
    assert receipt.reworded == (wording.id,)
    feedback = read_feedback(editor.plan)
    assert len(feedback.rounds) == 1
    assert feedback.rounds[0].file_name == "a2.docx"
    amended = feedback.remarks[wording.id]
    assert "ราวร้อยละ 60" in amended.proposed
    assert "ราว 5 ชั่วโมง" in amended.proposed
    assert (amended.disposition, amended.response["th"]) == ("declined", "ตัวเลขยังไม่ยืนยัน")
    assert feedback.remarks[comment.id] == comment


def test_an_earlier_copy_that_comes_again_takes_no_amendment_back(editor, tmp_path):
    first = write_copy(tmp_path / "a.docx", track, say)
    receive_file(editor, first)
    receive_file(editor, write_copy(tmp_path / "a2.docx", track, say, track_more, say_more))
    before = editor.plan
    receipt = receive_file(editor, first)
    assert (receipt.remarks_new, receipt.remarks_updated, receipt.remarks_known) == (0, 0, 2)
    assert editor.plan is before


def test_what_an_earlier_copy_had_stays_and_is_counted(editor, tmp_path):
    receive_file(editor, write_copy(tmp_path / "a.docx", say, track))
    receipt = receive_file(editor, write_copy(tmp_path / "a2.docx", say))
    assert receipt.remarks_gone == 1
    assert len(remarks(editor)) == 2


def test_silent_edits_of_the_same_file_are_known_again(editor, tmp_path):
    first = write_copy(tmp_path / "b.docx", type_over)
    receive_file(editor, first)
    again = write_copy(tmp_path / "b2.docx", type_over, lambda copy: copy.type_over("วิสัยทัศน์", "วิสัยทัศน์ "))
    receipt = receive_file(editor, again)
    assert (receipt.remarks_new, receipt.remarks_known) == (0, 1)
    assert len(read_feedback(editor.plan).rounds) == 1


def test_two_silent_copies_that_say_different_things_are_two_rounds(editor, tmp_path):
    receive_file(editor, write_copy(tmp_path / "b.docx", type_over))
    other = write_copy(tmp_path / "d.docx", lambda copy: copy.retype(RATIONALE, "กว่าครึ่ง", "ส่วนน้อย"))
    receive_file(editor, other)
    assert len(read_feedback(editor.plan).rounds) == 2
    assert len({one.proposed for one in remarks(editor)}) == 2


def test_two_copies_with_other_words_at_the_head_of_their_pages_are_two_rounds(editor, tmp_path):
    for number, words in enumerate(("ฉบับเสนอสภา", "ฉบับร่าง")):
        opened = open_file(write_copy(tmp_path / f"{number}.docx", lambda copy: None))
        head = next(one for one in opened.file.paragraphs if one.story.startswith("header") and one.whole)
        paragraphs = list(opened.file.paragraphs)
        paragraphs[head.number] = head._replace(runs=(head.runs[0]._replace(text=words),))
        file = replace(opened.file, paragraphs=tuple(paragraphs))
        incoming = preview(editor, replace(opened, file=file, digest=words))
        receive(editor, incoming)
        assert (incoming.receipt.untracked, len(incoming.receipt.unplaced)) == (1, 1)
    assert len(read_feedback(editor.plan).rounds) == 2
    assert [one.quote for one in remarks(editor)] == ["ฉบับเสนอสภา", "ฉบับร่าง"]


def test_a_person_can_say_which_round_a_file_amends(editor, tmp_path):
    receive_file(editor, write_copy(tmp_path / "b.docx", type_over))
    round_id = read_feedback(editor.plan).rounds[0].id
    other = write_copy(tmp_path / "d.docx", lambda copy: copy.retype(RATIONALE, "กว่าครึ่ง", "ส่วนน้อย"))
    receipt = receive_file(editor, other, ReceivingOptions(round_id=round_id))
    assert (receipt.round_id, receipt.remarks_updated) == (round_id, 1)
    (only,) = remarks(editor)
    assert "ส่วนน้อย" in only.proposed


def test_two_reviewers_whose_programs_gave_the_same_lasting_id_are_two(editor, tmp_path):
    receive_file(editor, write_copy(tmp_path / "a.docx", say))
    same = write_copy(
        tmp_path / "b.docx",
        lambda copy: copy.comment(thai("exposure", "definition"), "บ้านที่พื้นต่ำ", "ขอแผนที่", CAROL),
    )
    receive_file(editor, same)
    assert {one.author for one in remarks(editor)} == {BUNMEE.name, CAROL.name}


def test_a_lasting_id_that_a_program_gives_again_overwrites_nothing(editor, tmp_path):
    opened = open_file(write_copy(tmp_path / "a.docx", say))
    receive(editor, preview(editor, opened))
    other = open_file(write_copy(tmp_path / "b.docx", say_more))
    (comment,) = other.file.comments
    later = replace(comment, durable_id=opened.file.comments[0].durable_id, written_at="2025-03-01T10:00:00")
    receive(editor, preview(editor, replace(other, file=replace(other.file, comments=(later,)))))
    assert [one.text["th"] for one in remarks(editor)] == ["วัดจากอะไร", "มีสถิติหรือไม่"]


def test_comments_with_one_lasting_id_in_one_file_all_come_in_and_are_known_again(editor, tmp_path):
    opened = open_file(write_copy(tmp_path / "a.docx", say, say_more))
    first, second = opened.file.comments
    for alike in (
        replace(second, durable_id=first.durable_id),
        replace(second, durable_id=first.durable_id, written_at=first.written_at),
        replace(first, number=second.number, text="อีกข้อ"),
    ):
        file = replace(opened.file, comments=(first, alike))
        changed = replace(opened, file=file)
        receive(editor, preview(editor, changed))
        assert {one.text["th"] for one in remarks(editor)} == {first.text, alike.text}
        assert preview(editor, changed).is_known
        editor.undo()


def test_a_second_remark_on_the_same_words_within_a_minute_is_another_one(editor, tmp_path):
    opened = open_file(write_copy(tmp_path / "a.docx", say, say_more))
    first, second = opened.file.comments
    receive(editor, preview(editor, replace(opened, file=replace(opened.file, comments=(first,)), counts={
        **opened.counts, "comment": 1
    })))  # fmt: skip
    twin = replace(second, written_at=first.written_at, start=first.start, end=first.end)
    swapped = replace(opened.file, comments=(twin, first))
    receive(editor, preview(editor, replace(opened, file=swapped)))
    assert sorted(one.text["th"] for one in remarks(editor)) == sorted((first.text, second.text))


def test_two_remarks_that_are_alike_to_the_letter_are_both_kept(editor, tmp_path):
    def twice(copy):
        for _time in range(2):
            copy.comment(RATIONALE, "สัตว์น้ำที่ชาวบ้านเคยจับกิน", "?", BUNMEE)

    opened = open_file(write_copy(tmp_path / "a.docx", twice))
    first, second = opened.file.comments
    alike = replace(second, durable_id="", written_at=first.written_at, start=first.start, end=first.end)
    file = replace(opened.file, comments=(replace(first, durable_id=""), alike))
    receive(editor, preview(editor, replace(opened, file=file)))
    assert len(remarks(editor)) == 2


def test_a_thread_grows_and_a_tick_comes_later(editor, tmp_path):
    receive_file(editor, write_copy(tmp_path / "a.docx", say))
    answered = write_copy(tmp_path / "a2.docx", lambda copy: say(copy).reply("ขอบคุณ", ARPHA).resolve())
    receipt = receive_file(editor, answered)
    (only,) = remarks(editor)
    assert receipt.replies_new == 1
    assert [(one.author, one.text, one.is_ours) for one in only.replies] == [(ARPHA.name, "ขอบคุณ", False)]
    assert only.is_resolved
    assert receive_file(editor, answered).replies_new == 0


def test_a_remark_that_somebody_placed_by_hand_stays_there(editor, tmp_path):
    receive_file(editor, write_copy(tmp_path / "a.docx", track))
    (wording,) = remarks(editor)
    place_remark(editor, wording.id, (node("data"), "", ""))
    receive_file(editor, write_copy(tmp_path / "a2.docx", track, track_more))
    (amended,) = remarks(editor)
    assert "ราว 5 ชั่วโมง" in amended.proposed
    assert amended.anchor.node_id == node("data")


def test_what_was_made_of_a_remark_in_the_plan_is_not_taken_for_an_amendment(editor, tmp_path):
    path = write_copy(tmp_path / "a.docx", say)
    receive_file(editor, path)
    (comment,) = remarks(editor)
    editor.edit("split", set_feedback(editor.plan, comment.id, {"text": {"th": "วัดอย่างไร"}}))
    receipt = receive_file(editor, path)
    assert receipt.remarks_updated == 0
    assert remarks(editor)[0].text == {"th": "วัดอย่างไร"}


def test_our_remarks_that_went_out_with_a_draft_come_back_as_the_ones_they_are(editor, tmp_path):
    receive_file(editor, write_copy(tmp_path / "a.docx", say))
    (comment,) = remarks(editor)
    reply(editor, comment.id, "วัดจากถนน")
    draft = tmp_path / "draft.docx"
    send_for_review(prepare_sending(editor, draft.name, SendingOptions(has_open_remarks=True)), draft)
    receipt = receive_file(editor, draft)
    assert (receipt.remarks_new, receipt.remarks_updated, receipt.replies_new) == (0, 0, 0)
    assert [one.id for one in remarks(editor)] == [comment.id]
    opened = open_file(draft)
    flat = tuple(replace(one, parent_id="") for one in opened.file.comments)
    assert {one.durable_id for one in flat} == {
        durable_id_of(comment.id), durable_id_of(remarks(editor)[0].replies[0].id)
    }  # fmt: skip
    counts = {**opened.counts, "comment": 2, "reply": 0}
    incoming = preview(editor, replace(opened, file=replace(opened.file, comments=flat), counts=counts))
    assert incoming.receipt.remarks_new == 0


def test_replies_given_back_as_remarks_of_their_own_by_programs_without_threads_are_known(editor, tmp_path):
    path = write_copy(tmp_path / "a.docx", lambda copy: say(copy).reply("ขอบคุณ", ARPHA))
    receive_file(editor, path)
    opened = open_file(path)
    flat = tuple(replace(one, parent_id="", durable_id="") for one in opened.file.comments)
    counts = {**opened.counts, "comment": 2, "reply": 0}
    again = replace(opened, file=replace(opened.file, comments=flat), counts=counts)
    assert preview(editor, again).receipt.remarks_new == 0


def test_an_amended_reviewers_plan_is_known_by_its_feedback_alone(editor, tmp_path):
    """The account needs nothing but the file, its remarks and what is known of them."""
    opened = open_file(write_copy(tmp_path / "a.docx", track))
    incoming = preview(editor, opened)
    known = KnownRemarks(read_feedback(editor.plan), editor.plan.root_id)
    assert incoming.matches[0].known is None
    assert known.round_of_silent([match.found for match in incoming.matches]) == ""
    assert account_for.__doc__


def test_an_answer_written_twice_in_one_file_comes_in_once_and_needs_no_lasting_id(editor, tmp_path):
    opened = open_file(write_copy(tmp_path / "a.docx", lambda copy: say(copy).reply("ขอบคุณ", ARPHA)))
    head, answer = (replace(one, durable_id="") for one in opened.file.comments)
    twin = replace(answer, id="9", number=2)
    file = replace(opened.file, comments=(head, answer, twin))
    receipt = receive(editor, preview(editor, replace(opened, file=file, counts={"comment": 1, "reply": 2})))
    assert receipt.replies_new == 1
    (only,) = remarks(editor)
    assert [one.text for one in only.replies] == ["ขอบคุณ"]


def test_a_comment_without_a_lasting_id_is_known_again(editor, tmp_path):
    opened = open_file(write_copy(tmp_path / "a.docx", say))
    bare = replace(opened.file, comments=(replace(opened.file.comments[0], durable_id=""),))
    receive(editor, preview(editor, replace(opened, file=bare)))
    receipt = preview(editor, replace(opened, digest="saved again", file=bare)).receipt
    assert (receipt.remarks_new, receipt.remarks_known) == (0, 1)


def test_our_answer_that_comes_back_in_a_thread_is_no_new_reply(editor, tmp_path):
    receive_file(editor, write_copy(tmp_path / "a.docx", say))
    (comment,) = remarks(editor)
    deciding.decline(editor, comment.id, "วัดไม่ได้")
    feedback = read_feedback(editor.plan)
    answer = word_answer(feedback, feedback.remarks[comment.id], "th")
    path = write_copy(
        tmp_path / "a2.docx", lambda copy: say(copy).reply(answer, ARPHA).reply("รับทราบ", BUNMEE)
    )
    assert receive_file(editor, path).replies_new == 1
    assert [one.text for one in remarks(editor)[0].replies] == ["รับทราบ"]
