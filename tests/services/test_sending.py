"""Sending a draft out: a kept revision, a note in both languages, and the open remarks along with it."""

from dataclasses import replace
from pathlib import Path

import pytest

from success_desktop.documents.returned.comment_keys import durable_id_of
from success_desktop.documents.returned.reading import read_returned
from success_desktop.domain.feedback import Anchor, Reply
from success_desktop.domain.feedback_edits import set_feedback
from success_desktop.errors import Cancelled, UserError
from success_desktop.services.editing import set_text
from success_desktop.services.export import ExportOptions
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import list_revisions, take_revision
from success_desktop.services.sending import SendingOptions, prepare_sending, send_for_review, write_note
from tests.documents.review_files import read_ranges
from tests.documents.word_lint import lint
from tests.services.reviews import ROUND_ID, SAID_AT, hold_meeting, project_of, remark

ALL_ALONG = SendingOptions(has_open_remarks=True)


def send(editor: PlanEditor, folder: Path, options: SendingOptions = ALL_ALONG) -> Path:
    path = folder / "ร่าง.docx"
    send_for_review(prepare_sending(editor, path.name, options), path)
    return path


def test_the_present_is_kept_and_named_in_the_file(editor, tmp_path):
    file = read_returned(send(editor, tmp_path))
    (kept,) = list_revisions(editor)
    assert (file.plan_id, file.revision_id) == (editor.plan.root_id, kept.id)
    assert kept.occasion == "export"


def test_an_earlier_revision_goes_out_as_it_was(editor, tmp_path):
    node = project_of(editor.plan)
    kept = take_revision(editor, "ร่างที่ 1")
    set_text(editor, (node.id, "name", "th"), "ชื่อใหม่")
    draft = prepare_sending(editor, "x.docx", SendingOptions(), kept)
    path = tmp_path / "x.docx"
    send_for_review(draft, path)
    file = read_returned(path)
    assert file.revision_id == kept.id
    assert not any("ชื่อใหม่" in paragraph.whole for paragraph in file.paragraphs)
    assert len(list_revisions(editor)) == 1


def test_a_revision_that_would_give_way_stays_for_good(editor, tmp_path):
    set_text(editor, (project_of(editor.plan).id, "name", "th"), "แก้แล้ว")
    hourly = take_revision(editor, "", occasion="hour")
    prepare_sending(editor, "x.docx", SendingOptions(), hourly)
    assert hourly.id in {one.id for one in list_revisions(editor)}
    assert len(list_revisions(editor)) == 2


def test_open_remarks_go_along_on_their_words_and_decided_ones_do_not(editor, tmp_path):
    node = project_of(editor.plan)
    words = node.text("name", "th")[:5]
    hold_meeting(editor, remark("a", "กว้างไป", node, words), remark("b", "ตกลงแล้ว", node))
    decided = remark("b", "").id
    editor.edit("Decide", set_feedback(editor.plan, decided, {"disposition": "accepted"}))
    path = send(editor, tmp_path)
    (comment,) = read_returned(path).comments
    assert (comment.author, comment.initials, comment.text, comment.at) == ("ศ.วิชัย", "วช", "กว้างไป", SAID_AT)
    assert comment.durable_id == durable_id_of(remark("a", "").id)
    assert read_ranges(path) == {0: words}
    assert lint(path) == []


def test_nothing_goes_along_unless_asked(editor, tmp_path):
    hold_meeting(editor, remark("a", "กว้างไป", project_of(editor.plan)))
    assert read_returned(send(editor, tmp_path, SendingOptions())).comments == ()


def test_replies_go_along_in_the_thread(editor, tmp_path):
    replies = (Reply(id="f-reply", author="ผู้วางแผน", at=SAID_AT, text="รับทราบ", is_ours=True),)
    hold_meeting(editor, replace(remark("a", "กว้างไป", project_of(editor.plan)), replies=replies))
    first, second = read_returned(send(editor, tmp_path)).comments
    assert (second.text, second.parent_id, second.durable_id) == (
        "รับทราบ",
        first.id,
        durable_id_of("f-reply"),
    )


def test_a_remark_follows_its_words_through_later_edits(editor, tmp_path):
    node = project_of(editor.plan)
    name = node.text("name", "th")
    hold_meeting(editor, remark("a", "คำนี้", node, name[7:]))
    set_text(editor, (node.id, "name", "th"), f"แผนงานใหม่ {name}")
    assert read_ranges(send(editor, tmp_path)) == {0: name[7:]}


def test_a_remark_whose_words_are_gone_quotes_them(editor, tmp_path):
    node = project_of(editor.plan)
    name = node.text("name", "th")
    hold_meeting(editor, remark("a", "คำนี้", node, name))
    set_text(editor, (node.id, "name", "th"), "คนละเรื่องกันเลย")
    path = send(editor, tmp_path)
    assert read_ranges(path) == {0: "คนละเรื่องกันเลย"}
    (comment,) = read_returned(path).comments
    assert name in comment.text
    assert comment.text.endswith("\nคำนี้")


def test_a_remark_without_a_place_keeps_its_quote_on_the_first_page(editor, tmp_path):
    hold_meeting(editor, replace(remark("a", "ที่ไหน"), quote="ถ้อยคำเดิม"), remark("b", "ทั้งเล่ม"))
    path = send(editor, tmp_path)
    first, second = read_returned(path).comments
    assert "ถ้อยคำเดิม" in first.text
    assert second.text == "ทั้งเล่ม"
    assert len(set(read_ranges(path).values())) == 1


def test_a_proposal_says_what_it_proposes(editor, tmp_path):
    node = project_of(editor.plan)
    wording = replace(remark("a", "", node), sort="wording", proposed="ชื่อที่เสนอ")
    removal = replace(remark("b", "ซ้ำซ้อน", node), sort="removed", proposed="{}")
    hold_meeting(editor, wording, removal)
    options = SendingOptions(ExportOptions(language="en"), has_open_remarks=True)
    first, second = read_returned(send(editor, tmp_path, options)).comments
    assert first.text == "Proposed wording: ชื่อที่เสนอ"
    assert second.text == "Proposed deletion\nซ้ำซ้อน"


def test_a_remark_of_nobody_is_the_rounds(editor, tmp_path):
    hold_meeting(editor, replace(remark("a", "ทั้งเล่ม"), author=""))
    assert read_returned(send(editor, tmp_path)).comments[0].author == "คณะที่ปรึกษา"
    editor.edit("x", set_feedback(editor.plan, ROUND_ID, {"reviewer": ""}))
    assert read_returned(send(editor, tmp_path)).comments[0].author == "ประชุมที่ปรึกษา"


def test_a_remark_on_a_node_that_is_gone_is_not_lost(editor, tmp_path):
    gone = replace(remark("a", "ยังอยู่"), anchor=Anchor("id-gone", "name", "th", "", "ก", 0, 1))
    hold_meeting(editor, gone)
    assert len(read_ranges(send(editor, tmp_path))) == 1


def test_the_note_speaks_both_languages_and_takes_a_message_along():
    thai, english = write_note("ส่งกลับภายในวันศุกร์\n\nที่กองยุทธศาสตร์")
    assert thai[-2:] == ("ส่งกลับภายในวันศุกร์", "ที่กองยุทธศาสตร์")
    assert len(thai) == len(english) + 2
    assert english[0].startswith("Draft for comment")
    assert write_note("  ") == write_note("")


def test_a_wrong_name_is_refused_and_a_stop_leaves_nothing(editor, tmp_path):
    draft = prepare_sending(editor, "x.docx", SendingOptions())
    assert draft.open_count == 0
    with pytest.raises(UserError):
        send_for_review(draft, tmp_path / "x.success")

    def stop(_share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        send_for_review(draft, tmp_path / "x.docx", stop)
    assert not (tmp_path / "x.docx").exists()
