"""Answering in the reviewer's own file: what we said and decided, once, in its language, and nothing over it."""

import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from success_desktop.documents.returned.comment_keys import comment_source
from success_desktop.documents.returned.reading import read_returned
from success_desktop.domain.feedback import Reply, read_feedback
from success_desktop.domain.feedback_edits import add_remarks, add_replies, set_feedback
from success_desktop.domain.word_fields import FieldValue
from success_desktop.errors import Cancelled, UserError
from success_desktop.services import library
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.receiving import receive_file
from success_desktop.services.replying import ReplyReceipt, write_reply
from success_desktop.services.sending import SendingOptions, prepare_sending, send_for_review
from tests.documents.reply_reading import Threads, read_threads
from tests.documents.review_files import thread, word, write_for_review
from tests.services.reviews import SAID_AT, hold_meeting, project_of, remark

FIRST, SECOND = remark("a", "").id, remark("b", "").id


@pytest.fixture
def returned(editor: PlanEditor, tmp_path: Path) -> Path:
    """A file that went out with two remarks and came back."""
    node = project_of(editor.plan)
    hold_meeting(editor, remark("a", "กว้างไป", node, "โครงการ"), remark("b", "Too short", node))
    path = tmp_path / "กลับมา.docx"
    draft = prepare_sending(editor, path.name, SendingOptions(has_open_remarks=True))
    send_for_review(draft, path)
    return path


def decide(editor: PlanEditor, remark_id: str, disposition: str, **response: str) -> None:
    told: dict[str, FieldValue] = {
        "disposition": disposition,
        "decided_by": "สมชาย",
        "decided_at": SAID_AT,
        "response": response,
    }
    editor.edit("Decide", set_feedback(editor.plan, remark_id, told))


def reply(editor: PlanEditor, source: Path) -> tuple[ReplyReceipt, Threads]:
    target = source.with_name("ตอบ.docx")
    receipt = write_reply(editor.plan, editor.author, source, target)
    return receipt, read_threads(read_returned(target))


def test_decisions_become_replies_in_the_language_of_each_remark(editor, returned):
    decide(editor, FIRST, "accepted", th="แก้แล้ว", en="Done")
    decide(editor, SECOND, "declined", en="It is long enough.")
    receipt, threads = reply(editor, returned)
    assert threads.replies[0][0][1].endswith(": แก้แล้ว")
    assert threads.replies[1] == (("สมชาย", "Not accepted: It is long enough.", False),)
    assert [head[2] for head in threads.heads] == [True, False]
    assert receipt == ReplyReceipt(file_name="กลับมา.docx", replies=2, resolved=1)


def test_words_of_ours_stand_in_the_thread_before_the_decision(editor, returned):
    ours = Reply(id="f-x", text="ขอดูก่อน", at=SAID_AT, is_ours=True)
    theirs = Reply(id="f-y", author="ศ.วิชัย", text="ได้", at=SAID_AT)
    editor.edit("Reply", add_replies(editor.plan, FIRST, [ours, theirs]))
    receipt, threads = reply(editor, returned)
    assert threads.replies[0] == ((editor.author, "ขอดูก่อน", False),)
    assert (receipt.replies, receipt.unanswered) == (1, 1)


def test_what_is_in_the_file_already_is_not_said_twice(editor, returned):
    decide(editor, FIRST, "partly", th="บางส่วน")
    first, _threads = reply(editor, returned)
    once = returned.with_name("ตอบ.docx")
    target = returned.with_name("อีกครั้ง.docx")
    again = write_reply(editor.plan, editor.author, once, target)
    assert (first.replies, first.resolved, first.known) == (1, 1, 0)
    assert (again.replies, again.resolved, again.known) == (0, 0, 1)
    assert len(read_threads(read_returned(target)).replies[0]) == 1


def test_a_program_that_drops_all_ids_does_not_make_the_remarks_strangers(editor, returned, tmp_path):
    """The map inside the file tells who said what when: what went out comes back as the same remark, and is answered."""
    bare = tmp_path / "ไม่มีรหัส.docx"
    with zipfile.ZipFile(returned) as old, zipfile.ZipFile(bare, "w") as new:
        for name in old.namelist():
            kind = name.removeprefix("word/comments")
            if kind not in ("Extended.xml", "Ids.xml", "Extensible.xml"):
                data = old.read(name)
                drop = rb"<(Relationship|Override)\b[^>]*comments(Extended|Ids|Extensible)[^>]*>"
                new.writestr(
                    name, re.sub(drop, b"", data) if name.endswith((".rels", "Types].xml")) else data
                )
    before = read_feedback(editor.plan).remarks
    receipt = receive_file(editor, bare)
    assert (receipt.remarks_new, receipt.remarks_known) == (0, 2)
    assert read_feedback(editor.plan).remarks == before
    decide(editor, FIRST, "accepted", th="แก้แล้ว")
    answered, threads = reply(editor, bare)
    assert (answered.replies, answered.resolved) == (1, 1)
    assert receive_file(editor, bare.with_name("ตอบ.docx")).replies_new == 0
    assert len(threads.replies[0]) == 1


def test_an_open_remark_stays_unanswered_and_unticked(editor, returned):
    receipt, threads = reply(editor, returned)
    assert receipt == ReplyReceipt(file_name="กลับมา.docx", unanswered=2)
    assert threads.replies == ((), ())


def test_remarks_split_from_one_comment_are_answered_each_by_its_number(editor, returned):
    file = read_returned(returned)
    source = comment_source(file, file.comments[0])
    part = replace(remark("c", "อีกเรื่อง", project_of(editor.plan)), source=source)
    editor.edit("Split", add_remarks(editor.plan, [part]))
    decide(editor, FIRST, "accepted")
    _receipt, threads = reply(editor, returned)
    assert threads.heads[0][2] is False  # the other half is open
    decide(editor, part.id, "deferred", th="ปีหน้า")
    _receipt, threads = reply(editor, returned)
    assert [said.split(" ")[0] for _author, said, _done in threads.replies[0]] == ["1:1", "1:3"]


def test_a_file_that_was_brought_in_is_answered_by_what_it_brought(editor, tmp_path):
    node = project_of(editor.plan)
    path = tmp_path / "ที่ปรึกษา.docx"
    write_for_review(
        editor.plan, [thread(replace(word(7, "ขยายความ"), node_id=""), place=(node.id, "name", "th"))], path
    )
    receive_file(editor, path)
    (brought,) = [one for one in editor.plan.nodes.values() if one.kind == "remark"]
    decide(editor, brought.id, "duplicate")
    receipt, threads = reply(editor, path)
    assert (receipt.replies, receipt.resolved) == (1, 1)
    assert threads.heads == (("ดร.สมชาย", "ขยายความ", True),)


FILES = Path(__file__).parents[1] / "files" / "returned"


@pytest.fixture
def sent_editor(tmp_path: Path) -> Iterator[PlanEditor]:
    """The plan whose draft the returned files of the tests speak of."""
    path = tmp_path / "แผน.success"
    shutil.copy(FILES / "plan.success", path)
    editor = library.open_plan(path, "ผู้วางแผน")
    yield editor
    editor.close(publish=False)


@pytest.mark.parametrize(
    "name", ["bare-tracked.docx", "word-tracked-words.docx", "office-untracked.docx", "word-row-deleted.docx"]
)
def test_edits_that_have_no_thread_get_a_comment_of_ours_once(sent_editor, tmp_path, name):
    source = FILES / name
    receive_file(sent_editor, source)
    edits = [one for one in read_feedback(sent_editor.plan).remarks.values() if one.sort != "comment"]
    assert edits
    for one in edits:
        decide(sent_editor, one.id, "declined", th="คงข้อความเดิมไว้")
    target, again = tmp_path / "ตอบ.docx", tmp_path / "อีก.docx"
    receipt = write_reply(sent_editor.plan, "ผู้วางแผน", source, target)
    assert receipt.begun == len(edits)
    before, after = read_returned(source), read_returned(target)
    ours = [one for one in after.comments if one.text.endswith("คงข้อความเดิมไว้")]
    assert len(ours) == len(edits)
    assert all(one.start is not None for one in ours)
    assert [one.whole for one in after.paragraphs if one.story == "body"] == [
        one.whole for one in before.paragraphs if one.story == "body"
    ]
    assert after.stamps.keys() == before.stamps.keys()
    twice = write_reply(sent_editor.plan, "ผู้วางแผน", target, again)
    assert (twice.begun, twice.replies, twice.resolved) == (0, 0, 0)


def test_our_comment_names_the_item_and_what_was_proposed(editor, tmp_path):
    node = project_of(editor.plan)
    said = thread(replace(word(7, "ขยายความ"), node_id=""), place=(node.id, "name", "th"))
    path = write_for_review(editor.plan, [said], tmp_path / "ที่ปรึกษา.docx")
    round_id = receive_file(editor, path).round_id
    edit = replace(remark("e", "", node), round_id=round_id, parent_id=round_id, source="edit|a|b|c|tracked")
    wordy = replace(edit, sort="wording", proposed="ก้" * 200)
    gone = replace(remark("g", "ลบ"), round_id=round_id, parent_id=round_id, sort="removed", source="edit|g")
    editor.edit("More", add_remarks(editor.plan, [wordy, gone]))
    assert reply(editor, path)[0].begun == 0
    decide(editor, edit.id, "accepted")
    decide(editor, gone.id, "out_of_scope")
    receipt, threads = reply(editor, path)
    assert receipt.begun == 2
    first, second = (said[1] for said in threads.heads[1:])
    assert first.startswith("1:2 ")
    assert f"{'ก้' * 120}…\n" in first
    assert second.startswith("1:3 ")
    (label,) = {one.start for one in read_returned(tmp_path / "ตอบ.docx").comments[1:2]}
    assert label is not None


def test_a_file_saved_again_under_its_name_is_still_answered(sent_editor, tmp_path):
    """Its bytes are others, and it has no comment to know it by."""
    receive_file(sent_editor, FILES / "word-tracked-words.docx")
    for one in read_feedback(sent_editor.plan).remarks.values():
        decide(sent_editor, one.id, "declined", th="คงไว้")
    (tmp_path / "x").mkdir()
    saved = tmp_path / "x" / "word-tracked-words.docx"
    with zipfile.ZipFile(FILES / "word-tracked-words.docx") as old, zipfile.ZipFile(saved, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    assert write_reply(sent_editor.plan, "ก", saved, tmp_path / "ตอบ.docx").begun > 0


def test_a_thread_that_the_text_has_lost_is_told(editor, returned, tmp_path):
    bare = tmp_path / "ไม่มีเครื่องหมาย.docx"
    with zipfile.ZipFile(returned) as old, zipfile.ZipFile(bare, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(
                name,
                data.replace(b"<w:commentReference", b"<w:lastRenderedPageBreak")
                if name == "word/document.xml"
                else data,
            )
    decide(editor, FIRST, "accepted")
    receipt, _threads = reply(editor, bare)
    assert (receipt.replies, receipt.unshown) == (0, 1)


def test_a_file_of_which_nothing_came_in_is_refused(editor, returned, tmp_path):
    strange = write_for_review(editor.plan, [thread(word(99, "ใครพูด"))], tmp_path / "อื่น.docx")
    with pytest.raises(UserError, match="อื่น"):
        write_reply(editor.plan, "ก", strange, tmp_path / "ตอบ.docx")
    assert not (tmp_path / "ตอบ.docx").exists()


def test_the_reviewers_own_file_is_never_written_over(editor, returned):
    before = returned.read_bytes()
    with pytest.raises(UserError):
        write_reply(editor.plan, "ก", returned, returned)
    assert returned.read_bytes() == before


def test_a_stop_leaves_no_copy(editor, returned):
    def stop(share: float) -> None:
        if share >= 0.5:
            raise Cancelled

    target = returned.with_name("ตอบ.docx")
    with pytest.raises(Cancelled):
        write_reply(editor.plan, "ก", returned, target, stop)
    assert not target.exists()
