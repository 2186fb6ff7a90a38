"""A reviewer opens a copy, remarks, suggests, and sends a small file back; nothing of the plan can be touched."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtWidgets import QLineEdit, QTextEdit

from success_desktop.domain.feedback import read_feedback
from success_desktop.services import reviewing
from success_desktop.services.review_files import read_review
from success_desktop.ui.review.dropping import returned_path
from success_desktop.ui.review.remarks_panel import RemarksPanel
from success_desktop.ui.review.review_banner import ReviewBanner
from success_desktop.ui.review.review_mode import ReviewerDialog, review_copy_path
from tests.ui.acting import answer, answer_file, type_text


@pytest.fixture
def review_desk(desk, plan_path):
    """The desk of a reviewer's window: a copy for review, with its first project on the page."""
    copy_path = review_copy_path(plan_path, "ดร. สมศรี")
    assert desk.files.open_review_copy(plan_path, copy_path, "ดร. สมศรี")
    plan = desk.bridge.editor.plan
    desk.workspace.open_node(next(node.id for node in plan.walk() if node.kind == "project"))
    return desk


@pytest.fixture
def panel(review_desk) -> RemarksPanel:
    inside = review_desk.workspace.panel("remarks").inside()
    assert isinstance(inside, RemarksPanel)
    return inside


def banner_of(desk) -> ReviewBanner:
    banner = desk.frame.findChild(ReviewBanner)
    assert isinstance(banner, ReviewBanner)
    return banner


def own(desk):
    return reviewing.own_remarks(desk.bridge.editor)


def text_of(desk, field: str, language: str = "th"):
    return desk.workspace.page.form.fields[field].edits[language]


def say(panel: RemarksPanel, text: str) -> None:
    type_text(panel.form.text, text)
    panel.form.make.click()


def test_a_plan_and_a_name_are_asked_for(desk, plan_path):
    def give_name(dialog: ReviewerDialog) -> None:
        assert dialog.name.text() == "ผู้วางแผน"
        dialog.name.clear()
        assert not dialog.deed.isEnabled()
        type_text(dialog.name, "ดร. สมศรี")
        assert "ดร. สมศรี" in dialog.note.text()
        dialog.accept()

    answer_file(plan_path)
    answer(give_name, ReviewerDialog)
    desk.review.open_for_review()
    assert desk.bridge.editor.file.path.name == f"{plan_path.stem} (ความเห็นของ ดร. สมศรี).success"
    assert reviewing.is_reviewing(desk.bridge.editor)


def test_the_banner_says_who_reviews_and_how_much(review_desk, panel):
    banner = banner_of(review_desk)
    assert banner.isVisible()
    assert "ดร. สมศรี" in banner.words.text()
    assert not banner.save.isEnabled()
    say(panel, "ชัดเจนดี")
    assert "1" in banner.remarks.text()
    assert banner.save.isEnabled()
    review_desk.looks.speak("en")
    assert banner.words.text().startswith("Review by")


def test_a_plan_that_is_written_has_no_banner(open_desk):
    assert not banner_of(open_desk).isVisible()
    inside = open_desk.workspace.panel("remarks").inside()
    assert inside.nothing.isVisibleTo(inside)
    assert not inside.form.isVisibleTo(inside)


def test_nothing_on_the_page_can_be_typed_in(review_desk):
    form = review_desk.workspace.page.form
    assert all(text.isReadOnly() for text in form.findChildren(QTextEdit))
    assert all(line.isReadOnly() for line in form.findChildren(QLineEdit))
    before = review_desk.bridge.editor.plan
    type_text(text_of(review_desk, "name"), "x")
    review_desk.workspace.page.commit_pending()
    assert review_desk.bridge.editor.plan is before


def test_what_would_edit_the_plan_is_refused_with_a_sentence(review_desk):
    review_desk.nodes.add_sibling()
    assert "ให้ความเห็น" in review_desk.frame.message_bar.sentence.text()


def test_a_remark_stands_on_the_words_selected(review_desk, panel):
    edit = text_of(review_desk, "name")
    edit.setFocus()
    edit.select((0, 7))
    say(panel, "สั้นลงได้")
    (remark,) = own(review_desk)
    assert remark.anchor.quote == edit.plain_text()[:7]
    assert (remark.anchor.field, remark.anchor.part) == ("name", "th")
    assert panel.made.count() == 1
    assert panel.form.text.toPlainText() == ""


def test_another_wording_is_suggested(qtbot, review_desk, panel):
    text_of(review_desk, "name").setFocus()
    panel.form.is_wording.click()
    assert panel.form.wording.plain_text() == text_of(review_desk, "name").plain_text()
    assert not panel.form.make.isEnabled()
    panel.form.wording.setPlainText("ชื่อใหม่")
    qtbot.keyClick(panel.form.wording, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (remark,) = own(review_desk)
    assert (remark.sort, remark.proposed) == ("wording", "ชื่อใหม่")
    assert "→ ชื่อใหม่" in panel.made.item(0).text()


def test_a_remark_that_was_begun_goes_with_the_passage(review_desk, panel):
    text_of(review_desk, "name").setFocus()
    panel.form.is_wording.click()
    panel.form.wording.setPlainText("ชื่อใหม่")
    text_of(review_desk, "objective").setFocus()
    assert panel.form.wording.plain_text() == "ชื่อใหม่"


def test_remarks_are_withdrawn_and_gone_to(qtbot, review_desk, panel):
    project_id = review_desk.workspace.page.current_node_id()
    text_of(review_desk, "name").setFocus()
    say(panel, "ก")
    review_desk.workspace.open_node(review_desk.bridge.editor.plan.root_id)
    panel.go.click()
    assert review_desk.workspace.page.current_node_id() == project_id
    panel.made.setFocus()
    qtbot.keyClick(panel.made, Qt.Key.Key_Delete)
    assert own(review_desk) == ()
    panel.withdraw.click()
    panel.go.click()
    review_desk.bridge.undo()
    assert panel.made.count() == 1


def test_what_was_begun_is_kept_when_the_copy_is_closed(review_desk, panel):
    path = review_desk.bridge.editor.file.path
    type_text(panel.form.text, "ยังไม่ได้กด")
    assert review_desk.files.close_plan()
    assert not banner_of(review_desk).isVisible()
    review_desk.files.open_plan(path)
    assert [remark.spoken("th") for remark in own(review_desk)] == ["ยังไม่ได้กด"]
    assert banner_of(review_desk).isVisible()


def save_remarks(desk, path: Path) -> None:
    answer_file(path)
    desk.review.save_remarks()


def test_remarks_are_saved_and_come_into_the_plan(review_desk, panel, plan_path, tmp_path):
    say(panel, "ชัดเจนดี")
    path = tmp_path / "ดร. สมศรี.review"
    save_remarks(review_desk, path)
    assert len(read_review(path).nodes) == 1
    assert path.name in review_desk.frame.message_bar.sentence.text()
    review_desk.files.open_plan(plan_path)
    answer_file(path)
    review_desk.review.receive_review_file()
    assert "ดร. สมศรี" in review_desk.frame.message_bar.sentence.text()
    assert len(read_feedback(review_desk.bridge.editor.plan).remarks) == 1
    review_desk.review.receive_file(path)
    assert len(read_feedback(review_desk.bridge.editor.plan).remarks) == 1


def test_a_review_file_may_be_dropped_on_the_window(tmp_path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "ก.review"))])
    assert returned_path(data) == tmp_path / "ก.review"


def test_a_file_that_is_none_is_refused(open_desk, tmp_path):
    path = tmp_path / "ก.review"
    path.write_text("x")
    open_desk.review.receive_file(path)
    assert "ไม่ใช่ไฟล์ความเห็น" in open_desk.frame.message_bar.sentence.text()


def test_without_a_copy_for_review_there_is_nothing_to_save(open_desk, desk):
    desk.review.save_remarks()
    assert "แก้ไข" in desk.frame.message_bar.sentence.text()
    assert desk.files.close_plan()
    desk.review.save_remarks()
    desk.review.receive_review_file()
    desk.review.receive_file(Path("ก.review"))
    assert desk.bridge.editor is None


def test_a_name_with_signs_makes_a_name_of_a_file(tmp_path):
    path = review_copy_path(tmp_path / "แผน.success", "นาย ก/ข: “ค”?")
    assert path.parent == tmp_path
    assert not set('/:?"') & set(path.name)
