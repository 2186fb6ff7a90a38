"""Copies that come back by other ways, and go back answered: LibreOffice, six hard places, our replies in the threads."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from success_desktop.documents.returned.reading import read_returned
from success_desktop.services.deciding import accept, decline
from success_desktop.services.feedback import reply
from success_desktop.services.library import open_plan
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.receiving import receive_file
from success_desktop.services.replying import write_reply
from success_desktop.services.sending import SendingOptions, prepare_sending, send_for_review
from tests.documents.returned.judging import judge, read_list
from tests.documents.returned.making.reviewed_plan import FOLDER, PLAN_FILE
from tests.trips.reviewing import feedback_of, plan_fields


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[PlanEditor]:
    path = Path(shutil.copy(PLAN_FILE, tmp_path / "แผนเมือง.success"))
    opened = open_plan(path, "สมหญิง")
    yield opened
    opened.close(publish=False)


@pytest.mark.parametrize(
    "name", ["office-tracked", "office-comments", "office-untracked", "office-after-threads"]
)
def test_a_copy_saved_in_libreoffice_and_renamed_finds_its_fields(
    editor: PlanEditor, tmp_path: Path, name: str
):
    renamed = Path(shutil.copy(FOLDER / f"{name}.docx", tmp_path / "ร่างแผน ฉบับ อ.อาภา แก้แล้ว (1).docx"))
    receive_file(editor, renamed)
    listed, remarks = read_list(FOLDER / f"{name}.docx"), list(feedback_of(editor).remarks.values())
    verdict = judge(listed, remarks)
    assert verdict.right >= 0.9 * verdict.listed, verdict
    assert not verdict.lost
    assert all(remark.quote or remark.context for remark in feedback_of(editor).unplaced)


def test_comments_in_six_hard_places_are_all_accounted_for(editor: PlanEditor):
    receipt = receive_file(editor, FOLDER / "word-comments-six-places.docx")
    (line,) = [line for line in receipt.lines if line.sort == "comment"]
    assert line.in_file == 6
    assert line.placed + line.unplaced == 6
    comments = [one for one in feedback_of(editor).remarks.values() if one.sort == "comment"]
    assert len(comments) == 6
    assert all(one.quote for one in comments)


def test_replies_and_ticks_go_back_in_the_advisors_own_copy_and_come_in_again_as_known(
    editor: PlanEditor, tmp_path: Path
):
    source = Path(shutil.copy(FOLDER / "word-comments-threads.docx", tmp_path / "อ.แครอล.docx"))
    receive_file(editor, source)
    first, second, third = [one for one in feedback_of(editor).remarks.values() if one.sort == "comment"]
    accept(editor, first.id, "เพิ่มคำในอภิธานศัพท์แล้ว")
    decline(editor, third.id, "เกินขอบเขตของแผน")
    reply(editor, second.id, "ขอหารือในการประชุม")
    answered = tmp_path / "อ.แครอล ตอบกลับ.docx"
    receipt = write_reply(editor.plan, editor.author, source, answered)
    assert receipt.replies >= 3
    file = read_returned(answered)
    ours = [comment for comment in file.comments if comment.author == editor.author]
    assert {"เพิ่มคำในอภิธานศัพท์แล้ว", "ขอหารือในการประชุม"} <= {_last_line(one.text) for one in ours}
    assert file.comments[0].is_resolved

    before, count = plan_fields(editor), len(feedback_of(editor).remarks)
    again = receive_file(editor, answered)
    assert (again.remarks_new, again.remarks_updated, again.replies_new) == (0, 0, 0)
    assert len(feedback_of(editor).remarks) == count
    assert plan_fields(editor) == before


def test_open_remarks_that_go_along_with_the_next_draft_come_back_as_themselves(
    editor: PlanEditor, tmp_path: Path
):
    receive_file(editor, FOLDER / "word-comments-everywhere.docx")
    count = feedback_of(editor).open_count
    sent = tmp_path / "ร่างที่ 4.docx"
    draft = prepare_sending(editor, sent.name, SendingOptions(has_open_remarks=True))
    assert draft.open_count == count
    send_for_review(draft, sent)
    assert len(read_returned(sent).comments) == count
    receipt = receive_file(editor, sent)
    assert (receipt.remarks_new, receipt.remarks_updated, receipt.replies_new) == (0, 0, 0)
    assert feedback_of(editor).open_count == count


def _last_line(text: str) -> str:
    return text.splitlines()[-1].rpartition(": ")[2]
