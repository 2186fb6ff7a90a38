"""Documents that leave through the window: what is asked, what is remembered, what stands in the file."""

import zipfile
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from PySide6.QtWidgets import QProgressDialog

from success_desktop.domain.office import FormatSwitches, read_office
from success_desktop.services.editing import set_text
from success_desktop.services.revisions import list_revisions, take_revision
from success_desktop.ui.documents.print_dialog import PrintChoice, PrintDialog
from success_desktop.ui.documents.print_verb import usual_switches, write_document
from tests.ui.acting import answer

PLAIN = FormatSwitches(font="Sarabun")


@pytest.fixture
def export(open_desk, qtbot):
    """Exports through the dialog, filled in by `act`; gives the file that comes of it."""

    def run(act=lambda _dialog: None, **how) -> Path:
        paths: list[Path] = []

        def fill(dialog: PrintDialog) -> None:
            act(dialog)
            paths.append(dialog.chosen().path)
            dialog.deed.click()

        answer(fill, PrintDialog)
        with qtbot.waitSignal(open_desk.documents.exported, timeout=60_000):
            open_desk.office.export(**how)
        qtbot.waitUntil(lambda: open_desk.documents.task is None)
        return paths[0]

    return run


def look_at(desk, look) -> None:
    def see(dialog: PrintDialog) -> None:
        look(dialog)
        dialog.reject()

    answer(see, PrintDialog)
    desk.office.export()


def test_the_button_of_the_bar_makes_a_word_file_that_names_its_revision(
    open_desk, window, qtbot, tmp_path, settings
):
    target = tmp_path / "แผน.docx"

    def fill(dialog: PrintDialog) -> None:
        dialog.how.languages.button(0).setChecked(True)
        dialog.how.flags["has_thai_digits"].setChecked(True)
        dialog.target.line.setText(str(target))
        dialog.deed.click()

    answer(fill, PrintDialog)
    with qtbot.waitSignal(open_desk.documents.exported, timeout=30_000):
        window.frame.slim_bar.export_button.click()
    revision = list_revisions(open_desk.bridge.editor)[-1]
    with zipfile.ZipFile(target) as document:
        assert revision.id in document.read("docProps/custom.xml").decode()
    assert "แผน.docx" in window.frame.message_bar.sentence.text()
    assert settings.has_thai_digits
    qtbot.waitUntil(lambda: open_desk.documents.task is None)


def test_the_plan_leaves_as_pdf_locked_with_a_password(export):
    def choose(dialog: PrintDialog) -> None:
        dialog.choose_kind(".pdf")
        dialog.password.setText("secret")

    path = export(choose)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    with pikepdf.open(path, password="secret") as document:
        assert len(document.pages) > 3


def test_forms_leave_as_one_workbook_with_a_sheet_each(export):
    def choose(dialog: PrintDialog) -> None:
        dialog.papers.choose("forms")
        dialog.papers.tick(("p01", "p02"))
        dialog.choose_kind(".xlsx")

    path = export(choose)
    assert path.name.startswith("เมืองตัวอย่าง")
    assert len(openpyxl.load_workbook(path).worksheets) == 2


def test_the_kind_of_file_is_remembered(open_desk, export, settings):
    export(lambda dialog: dialog.choose_kind(".pdf"))
    assert settings.document_suffix == ".pdf"
    seen: list[str] = []
    look_at(open_desk, lambda dialog: seen.append(dialog.suffix))
    assert seen == [".pdf"]


def test_the_change_book_of_an_edition_is_proposed_where_it_is_asked_for(open_desk, editor, first_id):
    def look(dialog: PrintDialog) -> None:
        seen.append((dialog.chosen().what, dialog.chosen().edition_id))
        dialog.reject()

    seen: list[tuple[tuple[str, ...], str]] = []
    answer(look, PrintDialog)
    open_desk.office.print_edition(first_id)
    assert seen == [(("changes",), first_id)]


# --- what is remembered -------------------------------------------------------------------------------------


def test_switches_are_remembered_by_the_plan_as_one_step(open_desk, export, editor):
    def turn(dialog: PrintDialog) -> None:
        dialog.how.flags["is_draft"].click()
        dialog.how.paper.setCurrentIndex(1)

    export(turn)
    kept = read_office(editor.plan).switches
    assert (kept.is_draft, kept.paper) == (True, "F4")
    seen: list[FormatSwitches] = []
    look_at(open_desk, lambda dialog: seen.append(dialog.how.switches()))
    assert seen == [kept]
    open_desk.steps.undo()
    assert not read_office(editor.plan).switches.is_draft


def test_an_export_as_ever_is_no_step(open_desk, export):
    export()
    assert open_desk.steps.undo_label() is None


def test_a_plan_that_remembers_nothing_is_printed_as_the_person_prints(settings):
    settings.page_language, settings.has_thai_digits = "en", True
    settings.word_font, settings.has_embedded_font = "TH Niramit", True
    usual = usual_switches(settings)
    assert usual == FormatSwitches(
        language="en", has_thai_digits=True, font="TH Niramit", has_embedded_font=True
    )
    settings.page_language = "nonsense"
    assert usual_switches(settings).language == "th"


# --- what is offered ----------------------------------------------------------------------------------------


def test_what_the_chosen_forms_leave_out_is_told(open_desk):
    seen: list[str] = []

    def look(dialog: PrintDialog) -> None:
        dialog.papers.choose("forms")
        dialog.papers.tick(("p02",))
        seen.append(dialog.advice.text())
        dialog.papers.tick(())
        seen.append(dialog.advice.text())

    look_at(open_desk, look)
    assert seen[0].startswith("กรอกไว้ แต่แบบที่เลือกไม่พิมพ์: ")
    assert seen[1] == ""


def test_names_of_files_tell_what_is_in_them(open_desk, editor, first_id):
    seen: list[str] = []

    def look(dialog: PrintDialog) -> None:
        dialog.papers.choose("changes")
        seen.append(dialog.chosen().path.stem)
        dialog.papers.choose("forms")
        seen.append(dialog.chosen().path.stem)
        dialog.papers.tick(("p02-1",))
        seen.append(dialog.chosen().path.stem)

    look_at(open_desk, look)
    assert seen == [
        "เมืองตัวอย่าง บัญชีเปรียบเทียบ",
        "เมืองตัวอย่าง แบบฟอร์ม",
        "เมืองตัวอย่าง แบบ ผ.02 1",
    ]


def test_a_revision_leaves_with_its_name_in_the_files(open_desk, export, editor):
    draft = take_revision(editor, "", "ร่างสำหรับประชุม")
    node = next(node for node in editor.plan.walk() if node.kind == "project")
    set_text(editor, (node.id, "name", "th"), "ชื่อของวันนี้")
    path = export(revision=draft)
    assert "ร่างสำหรับประชุม" in path.stem


# --- while it is written ------------------------------------------------------------------------------------


def test_an_export_can_be_stopped_and_leaves_nothing_behind(open_desk, window, qtbot, tmp_path):
    documents = open_desk.documents
    write_document(open_desk.office.around, PrintChoice(("plan",), tmp_path / "หยุด.docx", PLAIN))
    documents.task.cancel()
    window.findChild(QProgressDialog).canceled.emit()
    qtbot.waitUntil(lambda: documents.task is None, timeout=30_000)
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".open"] == ["เมืองตัวอย่าง.success"]
    assert window.frame.message_bar.sentence.text() == "หยุดแล้ว ไม่ได้เขียน หยุด.docx"


def test_an_export_to_a_folder_that_is_gone_is_told_in_the_bar(open_desk, window, qtbot, tmp_path):
    with qtbot.waitSignal(open_desk.bridge.refused, timeout=30_000):
        write_document(open_desk.office.around, PrintChoice(("plan",), tmp_path / "ไม่มี" / "ก.docx", PLAIN))
    assert "ไม่มี" in window.frame.message_bar.sentence.text()


def test_only_one_export_runs_at_a_time(open_desk, qtbot, tmp_path):
    documents = open_desk.documents
    write_document(open_desk.office.around, PrintChoice(("plan",), tmp_path / "ก.docx", PLAIN))
    task = documents.task
    open_desk.office.export()
    open_desk.office.make_pack()
    assert documents.task is task
    qtbot.waitUntil(lambda: documents.task is None, timeout=30_000)


def test_without_a_plan_the_verbs_do_nothing(desk, tmp_path):
    desk.office.export()
    desk.office.show_forms()
    desk.office.make_pack()
    desk.office.check_copy()
    write_document(desk.office.around, PrintChoice(("plan",), tmp_path / "ก.docx", PLAIN))
    assert desk.documents.task is None
    assert list(tmp_path.glob("*.docx")) == []
