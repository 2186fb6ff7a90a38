"""Nobody who reviewed or wrote the plan is named in a document that goes to a council."""

from dataclasses import replace

from success_desktop.documents.outline_blocks import Table
from success_desktop.domain.feedback import Reply
from success_desktop.domain.feedback_edits import add_replies
from success_desktop.services.concealing import conceal_printout, list_aliases
from success_desktop.services.printing import MATRIX, PrintOptions, prepare_printout
from success_desktop.services.revisions import take_revision
from tests.services.reviews import hold_meeting, project_of, remark


def reviewed(editor):
    hold_meeting(editor, remark("one", "ควรระบุตัวชี้วัด", project_of(editor.plan)), remark("two", "ดีแล้ว"))
    take_revision(editor, "หลังประชุม", "ร่างที่ 2")
    return editor


def test_reviewers_are_numbered_and_writers_are_the_team(editor):
    aliases = list_aliases(reviewed(editor), "th")
    assert aliases["สมหญิง"] == "คณะทำงานจัดทำแผน"
    assert {aliases["คณะที่ปรึกษา"], aliases["ศ.วิชัย"]} == {"ผู้ให้ข้อเสนอแนะ 1", "ผู้ให้ข้อเสนอแนะ 2"}


def test_english_documents_have_english_aliases(editor):
    assert "Reviewer 1" in list_aliases(reviewed(editor), "en").values()


def test_whoever_reviews_and_writes_is_a_reviewer(editor):
    told = replace(remark("one", "ข้อความ"), author="สมหญิง")
    hold_meeting(editor, told)
    assert list_aliases(editor, "th")["สมหญิง"].startswith("ผู้ให้ข้อเสนอแนะ")


def test_those_who_replied_are_hidden_too(editor):
    reviewed(editor)
    one = remark("one", "")
    ours = Reply(id="f-reply-ours", author="เจ้าหน้าที่ตอบ", text="แก้แล้ว", is_ours=True)
    theirs = Reply(id="f-reply-theirs", author="ผู้ตอบอีกคน", text="ขอบคุณ")
    editor.edit("reply", add_replies(editor.plan, one.id, (ours, theirs)))
    aliases = list_aliases(editor, "th")
    assert aliases["เจ้าหน้าที่ตอบ"] == "คณะทำงานจัดทำแผน"
    assert aliases["ผู้ตอบอีกคน"].startswith("ผู้ให้ข้อเสนอแนะ")


def test_the_matrix_is_printed_without_the_names(editor):
    printout = prepare_printout(reviewed(editor), (MATRIX,), PrintOptions())
    assert "ศ.วิชัย" in repr(printout.outline())
    hidden = conceal_printout(editor, printout, "th").outline()
    assert "ศ.วิชัย" not in repr(hidden)
    assert any(isinstance(block, Table) for section in hidden.sections for block in section.blocks)
    assert "ควรระบุตัวชี้วัด" in repr(hidden)
