"""A Word redline from the window: which revisions, which file, and what becomes of it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QProgressDialog

from success_desktop.domain.revision import Occasion
from success_desktop.services import editing
from success_desktop.services.comparing import PRESENT, Point
from success_desktop.services.revisions import list_revisions, take_revision
from success_desktop.ui.dialogs.export_redline import Pair, RedlineDialog
from success_desktop.ui.dialogs.export_word import ExportChoice
from tests.documents.redline.resolver import accept_all, reject_all
from tests.documents.word_reading import read_body
from tests.ui.acting import answer

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def rename(desk, name: str) -> None:
    editor = desk.bridge.editor
    project = next(node for node in editor.plan.walk() if node.kind == "project")
    desk.bridge.do(lambda: editing.set_text(editor, (project.id, "name", "th"), name))


def keep(desk, label: str, occasion: Occasion = "") -> Point:
    revision = take_revision(desk.bridge.editor, "", label, occasion)
    return Point(revision.id, revision)


@pytest.fixture
def drafts(open_desk) -> tuple[Point, Point]:
    """Two kept revisions that differ, and a present that differs from both."""
    first = keep(open_desk, "ร่างที่ 2 เสนอคณะกรรมการ")
    rename(open_desk, "โครงการชื่อใหม่")
    second = keep(open_desk, "ร่างที่ 3")
    rename(open_desk, "โครงการชื่อใหม่กว่า")
    return first, second


def export_through_dialog(desk, qtbot, act=lambda _dialog: None) -> Path:
    """Ask for a redline in the way `desk.redlines.choose` does; the file that the dialog proposes."""
    paths: list[Path] = []

    def fill(dialog: RedlineDialog) -> None:
        act(dialog)
        paths.append(dialog.target.path())
        dialog.deed.click()

    answer(fill, RedlineDialog)
    with qtbot.waitSignal(desk.documents.exported, timeout=30_000):
        desk.redlines.choose()
    qtbot.waitUntil(lambda: desk.documents.task is None)
    return paths[0]


def test_revisions_of_one_name_are_told_apart_by_when_they_were_kept(open_desk, drafts, qtbot):
    keep(open_desk, "ร่างที่ 3")
    seen: list[list[str]] = []

    def look(dialog: RedlineDialog) -> None:
        seen.append([dialog.old_box.itemText(row) for row in range(dialog.old_box.count())])
        dialog.reject()

    answer(look, RedlineDialog)
    open_desk.redlines.choose()
    present, newest, older, oldest = seen[0]
    assert (present, oldest) == ("ปัจจุบัน", "ร่างที่ 2 เสนอคณะกรรมการ")
    assert all(name.startswith("ร่างที่ 3 · ") and ":" in name for name in (newest, older))


def test_the_menu_leads_from_the_newest_named_revision_to_the_present(open_desk, window, drafts, qtbot):
    keep(open_desk, "", "hour")
    seen: list[str] = []

    def fill(dialog: RedlineDialog) -> None:
        seen.extend((dialog.old_box.currentText(), dialog.new_box.currentText(), dialog.target.path().name))
        dialog.deed.click()

    answer(fill, RedlineDialog)
    with qtbot.waitSignal(open_desk.documents.exported, timeout=30_000):
        window.actions_table["export_redline"].trigger()
    assert seen == ["ร่างที่ 3", "ปัจจุบัน", "เมืองตัวอย่าง ร่างที่ 3 → ปัจจุบัน แสดงการแก้ไข.docx"]
    bar = window.frame.message_bar
    assert "แสดงการแก้ไข.docx พร้อมแล้ว" in bar.sentence.text()
    assert bar.link_buttons()[0].text() == "เปิดไฟล์"
    qtbot.waitUntil(lambda: open_desk.documents.task is None)


def test_the_file_shows_the_way_from_one_revision_to_the_other(open_desk, drafts, qtbot):
    def choose(dialog: RedlineDialog) -> None:
        dialog.old_box.setCurrentText("ร่างที่ 2 เสนอคณะกรรมการ")
        dialog.new_box.setCurrentText("ร่างที่ 3")
        dialog.languages.button(0).setChecked(True)

    path = export_through_dialog(open_desk, qtbot, choose)
    assert path.name == "เมืองตัวอย่าง ร่างที่ 2 เสนอคณะกรรมการ → ร่างที่ 3 แสดงการแก้ไข.docx"
    assert "โครงการชื่อใหม่" in str(accept_all(path))
    assert "โครงการชื่อใหม่" not in str(reject_all(path))
    authors = {change.get(f"{W}author") for change in read_body(path).iter(f"{W}ins", f"{W}del")}
    assert "ผู้วางแผน" in authors


def test_the_present_is_kept_as_a_revision_and_the_window_hears_of_it(open_desk, drafts, qtbot):
    before = len(list_revisions(open_desk.bridge.editor))
    with qtbot.waitSignal(open_desk.bridge.revised):
        export_through_dialog(open_desk, qtbot)
    kept = list_revisions(open_desk.bridge.editor)
    assert len(kept) == before + 1
    assert kept[-1].occasion == "export"


def test_a_name_somebody_has_given_is_not_replaced_by_another_proposal(open_desk, drafts, tmp_path, qtbot):
    mine = tmp_path / "ของฉัน.docx"

    def choose(dialog: RedlineDialog) -> None:
        dialog.target.line.setText(str(mine))
        dialog.old_box.setCurrentText("ร่างที่ 2 เสนอคณะกรรมการ")

    assert export_through_dialog(open_desk, qtbot, choose) == mine
    assert mine.exists()


def test_a_point_is_not_compared_with_itself(open_desk, drafts):
    def look(dialog: RedlineDialog) -> None:
        dialog.old_box.setCurrentIndex(dialog.new_box.currentIndex())
        assert not dialog.deed.isEnabled()
        assert dialog.note.text() == "โปรดเลือกสองฉบับที่ต่างกัน"
        dialog.old_box.setCurrentText("ร่างที่ 3")
        assert dialog.deed.isEnabled()
        assert dialog.note.text() == ""
        seen.append(dialog.pair())

    seen: list[Pair] = []
    answer(look, RedlineDialog)
    open_desk.redlines.choose()
    assert seen == [Pair(drafts[1], PRESENT)]


def test_the_points_asked_for_are_chosen_in_the_dialog(open_desk, drafts):
    first, second = drafts
    seen: list[Pair] = []
    answer(lambda dialog: seen.append(dialog.pair()), RedlineDialog)
    open_desk.redlines.export(Point("1", first.revision), Point("ร่างที่ 3", second.revision))
    assert seen == [Pair(first, second)]


def test_a_plan_without_revisions_says_how_to_keep_one(open_desk, window):
    open_desk.redlines.choose()
    assert "ยังไม่มีฉบับที่เก็บไว้" in window.frame.message_bar.sentence.text()


def test_revisions_that_read_the_same_are_told_and_nothing_is_written(open_desk, window, tmp_path):
    keep(open_desk, "ร่างที่ 1")
    answer(lambda dialog: dialog.deed.click(), RedlineDialog)
    open_desk.redlines.choose()
    assert "เหมือนกัน" in window.frame.message_bar.sentence.text()
    assert open_desk.documents.task is None
    assert not list(tmp_path.glob("*.docx"))


def test_without_a_plan_nothing_happens(desk):
    desk.redlines.choose()
    desk.redlines.export(PRESENT, PRESENT)
    assert desk.documents.task is None


def test_a_redline_can_be_stopped_and_leaves_nothing_behind(open_desk, window, drafts, tmp_path, qtbot):
    choice = ExportChoice(tmp_path / "หยุด.docx", "both", False, "Sarabun", False)
    open_desk.redlines.write(open_desk.bridge.editor, Pair(drafts[0], PRESENT), choice)
    open_desk.documents.task.cancel()
    open_desk.redlines.export(*drafts)  # one piece of work at a time: nothing is asked
    window.findChild(QProgressDialog).canceled.emit()
    qtbot.waitUntil(lambda: open_desk.documents.task is None, timeout=30_000)
    assert not list(tmp_path.glob("*.docx"))


def test_thinking_better_of_it_writes_nothing_and_keeps_nothing(open_desk, drafts, tmp_path):
    before = len(list_revisions(open_desk.bridge.editor))
    answer(lambda dialog: dialog.reject(), RedlineDialog)
    open_desk.redlines.choose()
    assert not list(tmp_path.glob("*.docx"))
    assert len(list_revisions(open_desk.bridge.editor)) == before
