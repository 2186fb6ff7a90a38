"""The pack from the window: what is asked, facts filled in on the spot, and the files that come of it."""

import zipfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QProgressDialog

from success_desktop.domain.office import read_office
from success_desktop.services.editions import begin_edition
from success_desktop.ui.documents.pack_dialog import PackDialog
from success_desktop.ui.documents.pack_verb import write_wish
from tests.ui.acting import answer, answer_file
from tests.ui.faults import clipped, nameless


def tick(dialog: PackDialog, *paper_ids: str) -> None:
    for row, paper in enumerate(dialog.offered):
        is_on = paper.id in paper_ids
        dialog.papers.item(row).setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)


# --- what is offered ----------------------------------------------------------------------------------------


def test_papers_follow_the_kind_of_authority(with_dialog):
    def look(dialog: PackDialog) -> None:
        dialog.authority.setCurrentIndex(0)
        municipal = [paper.id for paper in dialog.offered]
        dialog.authority.setCurrentIndex(1)
        seen.append((municipal, [paper.id for paper in dialog.offered]))

    seen: list[tuple[list[str], list[str]]] = []
    with_dialog(look)
    municipal, subdistrict = seen[0]
    assert set(municipal) < set(subdistrict)
    assert "motion" in "".join(subdistrict)


def test_facts_follow_the_papers_ticked(with_dialog):
    def look(dialog: PackDialog) -> None:
        count = len(dialog.facts.fields)
        tick(dialog, *(paper.id for paper in dialog.offered[:1]))
        seen.append((count, len(dialog.facts.fields)))
        tick(dialog)
        seen.append((len(dialog.facts.fields), int(dialog.deed.isEnabled())))
        assert dialog.note.text() == "เลือกเอกสารอย่างน้อยหนึ่งรายการ"

    seen: list[tuple[int, int]] = []
    with_dialog(look)
    assert seen[0][0] > seen[0][1] > 0
    assert seen[1] == (0, 0)


def test_editions_are_offered_the_asked_one_first(with_dialog, editor, first_id):
    change_id = begin_edition(editor, "change")

    def look(dialog: PackDialog) -> None:
        seen.append([dialog.edition.itemText(row) for row in range(dialog.edition.count())])
        seen.append([dialog.chosen().edition.id])

    seen: list[list[str]] = []
    with_dialog(look)
    with_dialog(look, first_id)
    assert seen[0][1] == "แผนฉบับแรก"
    assert seen[1] == [change_id]
    assert seen[3] == [first_id]


def test_the_folder_is_named_after_plan_and_edition_until_somebody_names_it(with_dialog, editor, first_id):
    begin_edition(editor, "change")

    def look(dialog: PackDialog) -> None:
        seen.append(dialog.chosen().target.name)
        dialog.edition.setCurrentIndex(1)
        seen.append(dialog.chosen().target.name)
        dialog.forms.button(1).setChecked(True)
        seen.append(dialog.chosen().target.name)
        dialog.forms.button(0).setChecked(True)
        dialog.target.line.setText(str(dialog.chosen().target.with_name("ของเรา")))
        dialog.edition.setCurrentIndex(0)
        seen.append(dialog.chosen().target.name)

    seen: list[str] = []
    with_dialog(look)
    assert seen[0].startswith("เมืองตัวอย่าง ชุดเอกสาร เปลี่ยนแปลง ครั้งที่ 1 25")
    assert seen[1:] == [
        "เมืองตัวอย่าง ชุดเอกสาร แผนฉบับแรก",
        "เมืองตัวอย่าง ชุดเอกสาร แผนฉบับแรก.zip",
        "ของเรา",
    ]


# --- the pack -----------------------------------------------------------------------------------------------


def make(open_desk, qtbot, act) -> Path:
    targets: list[Path] = []

    def fill(dialog: PackDialog) -> None:
        act(dialog)
        targets.append(dialog.chosen().target)
        dialog.deed.click()

    answer(fill, PackDialog)
    with qtbot.waitSignal(open_desk.documents.exported, timeout=60_000):
        open_desk.office.make_pack()
    qtbot.waitUntil(lambda: open_desk.documents.task is None)
    return targets[0]


def only_announcement(dialog: PackDialog) -> None:
    tick(dialog, dialog.offered[0].id)
    dialog.kinds[".pdf"].setChecked(False)


def test_a_pack_is_a_folder_of_numbered_files(open_desk, qtbot, editor):
    def choose(dialog: PackDialog) -> None:
        dialog.authority.setCurrentIndex(1)
        only_announcement(dialog)

    target = make(open_desk, qtbot, choose)
    assert [path.suffix for path in target.iterdir()] == [".docx"]
    assert next(target.iterdir()).name.startswith("01 ")
    assert read_office(editor.plan).authority == "obt"


def test_a_pack_can_be_one_zip_file(open_desk, qtbot):
    def choose(dialog: PackDialog) -> None:
        only_announcement(dialog)
        dialog.kinds[".pdf"].setChecked(True)
        dialog.forms.button(1).setChecked(True)

    target = make(open_desk, qtbot, choose)
    assert target.suffix == ".zip"
    with zipfile.ZipFile(target) as pack:
        assert sorted(Path(name).suffix for name in pack.namelist()) == [".docx", ".pdf"]


def test_a_pack_that_is_stopped_leaves_nothing_behind(open_desk, window, qtbot, with_dialog, editor):
    wishes = []
    with_dialog(lambda dialog: wishes.append(dialog.chosen()))
    write_wish(open_desk.office.around, editor, wishes[0])
    open_desk.documents.task.cancel()
    window.findChild(QProgressDialog).canceled.emit()
    qtbot.waitUntil(lambda: open_desk.documents.task is None, timeout=60_000)
    assert not wishes[0].target.exists()
    assert window.frame.message_bar.sentence.text().startswith("หยุดแล้ว")


def test_the_dialog_says_why_no_pack_can_be_made(with_dialog, tmp_path):
    def look(dialog: PackDialog) -> None:
        dialog.kinds[".docx"].setChecked(False)
        dialog.kinds[".pdf"].setChecked(False)
        seen.append((dialog.deed.isEnabled(), dialog.note.text()))
        dialog.kinds[".docx"].setChecked(True)
        dialog.target.line.setText(str(tmp_path / "ไม่มี" / "ก"))
        seen.append((dialog.deed.isEnabled(), dialog.note.text()))
        (tmp_path / "มีแล้ว").mkdir()
        dialog.target.line.setText(str(tmp_path / "มีแล้ว"))
        seen.append((dialog.deed.isEnabled(), dialog.note.text()))

    seen: list[tuple[bool, str]] = []
    with_dialog(look)
    assert seen == [
        (False, "เลือกชนิดไฟล์อย่างน้อยหนึ่งชนิด"),
        (False, "ไม่มีโฟลเดอร์นี้"),
        (True, "เอกสารชุดเดิมจะถูกแทนที่"),
    ]


def test_a_zip_file_can_be_looked_for(with_dialog, tmp_path):
    def look(dialog: PackDialog) -> None:
        dialog.forms.button(1).setChecked(True)
        answer_file(tmp_path / "ชุด")
        dialog.target.button.click()
        seen.append(dialog.chosen().target)

    seen: list[Path] = []
    with_dialog(look)
    assert seen == [tmp_path / "ชุด.zip"]


def test_thinking_better_of_a_pack_writes_nothing(with_dialog, tmp_path, open_desk):
    with_dialog(lambda _dialog: None)
    assert open_desk.documents.task is None
    assert open_desk.steps.undo_label() is None


# --- for everybody ------------------------------------------------------------------------------------------


def test_everything_has_a_name_and_nothing_is_cut_off(with_dialog, application):
    def look(dialog: PackDialog) -> None:
        for tab in range(2):
            dialog.tabs.setCurrentIndex(tab)
            application.settle(60)
            seen.extend((*nameless(dialog), *clipped(dialog)))

    seen: list[str] = []
    with_dialog(look)
    assert seen == []


def test_a_folder_can_be_looked_for_and_keeps_the_name_of_the_pack(with_dialog, tmp_path):
    elsewhere = tmp_path / "ที่อื่น"
    elsewhere.mkdir()

    def choose(chooser: QFileDialog) -> None:
        chooser.selectFile(str(elsewhere))
        chooser.accept()

    def look(dialog: PackDialog) -> None:
        name = dialog.chosen().target.name
        answer(choose, QFileDialog)
        dialog.target.button.click()
        seen.append((dialog.chosen().target.parent, dialog.chosen().target.name == name))

    seen: list[tuple[Path, bool]] = []
    with_dialog(look)
    assert seen == [(elsewhere, True)]
