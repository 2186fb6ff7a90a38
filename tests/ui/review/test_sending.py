"""Sending a draft out and answering in the file that came back, from the menu to the message bar."""

from dataclasses import replace
from pathlib import Path

import pytest

from success_desktop.documents.returned.reading import read_returned
from success_desktop.domain.feedback import read_feedback
from success_desktop.services.deciding import decline
from success_desktop.services.editing import set_text
from success_desktop.services.revisions import list_revisions, take_revision
from success_desktop.ui.desk import Desk
from success_desktop.ui.review.send_dialog import SendDialog
from tests.services.reviews import hold_meeting, project_of, remark
from tests.ui.acting import answer, answer_file

FIRST = remark("a", "").id


def send_through_dialog(desk: Desk, qtbot, act=lambda _dialog: None) -> Path:
    """Send from the menu; the file that the dialog proposes."""
    paths: list[Path] = []

    def fill(dialog: SendDialog) -> None:
        act(dialog)
        paths.append(dialog.chosen().path)
        dialog.deed.click()

    answer(fill, SendDialog)
    with qtbot.waitSignal(desk.documents.exported, timeout=30_000):
        desk.review.send()
    qtbot.waitUntil(lambda: desk.documents.task is None)
    return paths[0]


@pytest.fixture
def reviewed_desk(open_desk: Desk) -> Desk:
    """The sample plan with an open remark on its first project."""
    editor = open_desk.bridge.editor
    assert editor is not None
    hold_meeting(editor, remark("a", "ควรระบุพื้นที่", project_of(editor.plan), "โครงการ"))
    return open_desk


def test_a_draft_goes_out_with_the_message_and_the_open_remarks(reviewed_desk, qtbot):
    def fill(dialog: SendDialog) -> None:
        assert "1" in dialog.open_remarks.text()
        dialog.message.setText("ส่งกลับภายในวันศุกร์")
        dialog.open_remarks.setChecked(True)

    path = send_through_dialog(reviewed_desk, qtbot, fill)
    file = read_returned(path)
    assert "ขอความเห็น" in path.stem
    assert [one.text for one in file.comments] == ["ควรระบุพื้นที่"]
    assert any(paragraph.whole == "ส่งกลับภายในวันศุกร์" for paragraph in file.paragraphs)
    (kept,) = list_revisions(reviewed_desk.bridge.editor)
    assert file.revision_id == kept.id
    assert path.name in reviewed_desk.frame.message_bar.sentence.text()


def test_without_open_remarks_none_are_offered(open_desk):
    editor = open_desk.bridge.editor
    dialog = SendDialog(editor.file.path, 0, open_desk.settings, None)
    assert dialog.open_remarks.isHidden()
    assert dialog.draft_box.isHidden(), "there is only one draft to send"
    assert dialog.message.accessibleName()
    dialog.deleteLater()


def test_an_earlier_draft_can_be_sent_without_keeping_the_present(reviewed_desk, qtbot):
    editor = reviewed_desk.bridge.editor
    early = take_revision(editor, "", "ร่างแรก")
    before = editor.plan.root.text("title", "th")
    set_text(editor, (editor.plan.root_id, "title", "th"), "ชื่อใหม่หลังร่างแรก")

    def fill(dialog: SendDialog) -> None:
        assert not dialog.draft_box.isHidden()
        assert dialog.draft_box.accessibleName()
        assert [dialog.draft_box.itemText(row) for row in (0, 1)] == ["ปัจจุบัน", "ร่างแรก"]
        assert dialog.revision() is None
        dialog.draft_box.setCurrentIndex(1)

    file = read_returned(send_through_dialog(reviewed_desk, qtbot, fill))
    assert file.revision_id == early.id
    assert any(paragraph.whole == before for paragraph in file.paragraphs)
    assert not any("ชื่อใหม่หลังร่างแรก" in paragraph.whole for paragraph in file.paragraphs)
    assert list_revisions(editor) == [early]


def test_thinking_better_of_it_writes_and_keeps_nothing(reviewed_desk):
    answer(lambda dialog: dialog.reject(), SendDialog)
    reviewed_desk.review.send()
    assert reviewed_desk.documents.task is None
    assert list_revisions(reviewed_desk.bridge.editor) == []


def test_nothing_is_asked_without_a_plan(desk):
    desk.review.send()
    desk.review.receive()
    desk.review.reply()
    desk.review.mark_ready()
    assert desk.documents.task is None


def reply_through_dialogs(desk: Desk, qtbot, source: Path, target: Path) -> str:
    """Answer in a file from the menu; what the message bar says then."""
    answer_file(source)
    answer_file(target)
    desk.review.reply()
    qtbot.waitUntil(lambda: desk.documents.task is None, timeout=30_000)
    return desk.frame.message_bar.sentence.text()


def test_replies_go_into_a_copy_of_the_reviewers_file(reviewed_desk, qtbot, tmp_path):
    sent = send_through_dialog(reviewed_desk, qtbot, lambda dialog: dialog.open_remarks.setChecked(True))
    decline(reviewed_desk.bridge.editor, FIRST, "ระบุไว้แล้วในข้อ 2")
    target = tmp_path / "ตอบ.docx"
    said = reply_through_dialogs(reviewed_desk, qtbot, sent, target)
    assert "ตอบ.docx" in said
    assert "1" in said
    assert [one.text.endswith("ระบุไว้แล้วในข้อ 2") for one in read_returned(target).comments] == [False, True]
    said = reply_through_dialogs(reviewed_desk, qtbot, target, tmp_path / "อีก.docx")
    assert "ครบแล้ว" in said


def test_what_has_no_answer_yet_is_told(reviewed_desk, qtbot, tmp_path):
    sent = send_through_dialog(reviewed_desk, qtbot, lambda dialog: dialog.open_remarks.setChecked(True))
    said = reply_through_dialogs(reviewed_desk, qtbot, sent, tmp_path / "ตอบ.docx")
    assert "ยังไม่มีคำตอบ 1" in said


def test_a_strange_file_is_refused_in_the_message_bar(reviewed_desk, qtbot, tmp_path):
    strange = tmp_path / "อื่น.docx"
    strange.write_bytes(b"no zip")
    reply_through_dialogs(reviewed_desk, qtbot, strange, tmp_path / "ตอบ.docx")
    assert reviewed_desk.frame.message_bar.property("tone") == "bad"
    assert not (tmp_path / "ตอบ.docx").exists()


def test_remarks_are_still_open_after_they_were_sent(reviewed_desk, qtbot):
    before = read_feedback(reviewed_desk.bridge.editor.plan)
    send_through_dialog(reviewed_desk, qtbot)
    assert read_feedback(reviewed_desk.bridge.editor.plan) == before
    assert replace(before.remarks[FIRST]).is_open
