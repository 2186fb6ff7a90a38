"""Papers asked for at a bad moment: in a copy for review, twice at once, as the window closes, in another language."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QProgressDialog

from success_desktop.domain.office import FormatSwitches, read_office
from success_desktop.services.editing import remove_node
from success_desktop.services.offices import has_switches
from success_desktop.services.revisions import list_revisions
from success_desktop.ui.documents.check_copy_dialog import CheckCopyDialog
from success_desktop.ui.documents.forms_dialog import FormsDialog
from success_desktop.ui.documents.pack_dialog import PackDialog
from success_desktop.ui.documents.pack_verb import write_wish
from success_desktop.ui.documents.print_dialog import PrintChoice, PrintDialog
from success_desktop.ui.documents.print_verb import write_document
from success_desktop.ui.review.review_mode import review_copy_path
from tests.ui.acting import answer, type_text

PLAIN = FormatSwitches(font="Sarabun")


@pytest.fixture
def review_desk(open_desk, plan_path):
    """The desk of a window that shows a copy for review."""
    open_desk.files.close_plan()
    copy_path = review_copy_path(plan_path, "ดร. สมศรี")
    assert open_desk.files.open_review_copy(plan_path, copy_path, "ดร. สมศรี")
    return open_desk


def copies(window) -> list[CheckCopyDialog]:
    return [dialog for dialog in window.findChildren(CheckCopyDialog) if dialog.isVisible()]


# --- a copy for review --------------------------------------------------------------------------------------


def test_a_copy_for_review_is_printed_and_checked_but_has_no_forms_or_pack(review_desk, window):
    can = {
        action: window.actions_table[action].isEnabled()
        for action in ("export_document", "check_copy", "official_forms", "show_editions", "council_pack")
    }
    assert can == {
        "export_document": True,
        "check_copy": True,
        "official_forms": False,
        "show_editions": False,
        "council_pack": False,
    }


def test_how_a_copy_is_printed_is_not_written_into_it(review_desk, qtbot, settings):
    def fill(dialog: PrintDialog) -> None:
        dialog.how.flags["has_thai_digits"].setChecked(True)
        dialog.deed.click()

    answer(fill, PrintDialog)
    with qtbot.waitSignal(review_desk.documents.exported, timeout=60_000) as written:
        review_desk.office.export()
    qtbot.waitUntil(lambda: review_desk.documents.task is None)
    assert not has_switches(review_desk.bridge.editor.plan)
    assert settings.has_thai_digits
    assert written.args[1].exists()


# --- twice at once ------------------------------------------------------------------------------------------


def test_while_a_pack_is_written_nothing_else_is_asked(open_desk, with_dialog, editor, qtbot):
    wishes = []
    with_dialog(lambda dialog: wishes.append(dialog.chosen()))
    write_wish(open_desk.office.around, editor, wishes[0])
    task = open_desk.documents.task
    open_desk.office.make_pack()
    open_desk.office.export()
    assert open_desk.documents.task is task
    qtbot.waitUntil(lambda: open_desk.documents.task is None, timeout=60_000)
    assert wishes[0].target.is_dir()


def test_checking_copies_again_brings_the_same_dialog_to_the_front(open_desk, window):
    open_desk.office.check_copy()
    (dialog,) = copies(window)
    type_text(dialog.code, "AAAA")
    open_desk.office.check_copy()
    assert copies(window) == [dialog]
    assert dialog.code.text() == "AAAA"


def test_checking_copies_after_closing_the_dialog_opens_an_empty_one(open_desk, window):
    open_desk.office.check_copy()
    (dialog,) = copies(window)
    type_text(dialog.code, "AAAA")
    dialog.reject()
    open_desk.office.check_copy()
    (fresh,) = copies(window)
    assert fresh.code.text() == ""


# --- the window closes --------------------------------------------------------------------------------------


def test_a_document_being_written_is_finished_before_the_window_closes(open_desk, qtbot, tmp_path):
    path = tmp_path / "แผน.docx"
    write_document(open_desk.office.around, PrintChoice(("plan",), path, PLAIN))
    assert open_desk.documents.task is not None
    assert open_desk.documents.finish()
    assert path.stat().st_size > 0


def test_a_window_with_nothing_to_write_closes_at_once(open_desk):
    assert open_desk.documents.finish()
    open_desk.documents.stop()
    assert open_desk.documents.task is None


def test_a_document_that_fails_keeps_the_window_open(open_desk, tmp_path, qtbot, window):
    target = tmp_path / "ที่นี่เป็นโฟลเดอร์.docx"
    target.mkdir()
    write_document(open_desk.office.around, PrintChoice(("p01",), target, PLAIN))
    assert not open_desk.documents.finish()
    qtbot.waitUntil(lambda: open_desk.documents.task is None)
    assert window.frame.message_bar.isVisible()
    assert target.is_dir()


def test_stopping_with_the_window_leaves_no_half_document(open_desk, tmp_path, window):
    path = tmp_path / "แผน.pdf"
    write_document(open_desk.office.around, PrintChoice(("plan",), path, PLAIN))
    box = window.findChild(QProgressDialog)
    assert isinstance(box, QProgressDialog)
    open_desk.documents.stop()
    assert not path.exists()
    assert [left for left in tmp_path.iterdir() if left.name.startswith("แผน.pdf")] == []


# --- no plan ------------------------------------------------------------------------------------------------


def test_without_a_plan_no_verb_asks_or_writes(desk, window):
    for verb in (desk.office.export, desk.office.make_pack, desk.office.show_forms, desk.office.check_copy):
        verb()
    assert copies(window) == []
    assert desk.documents.task is None


def test_a_plan_without_a_project_prints_its_forms_and_has_a_pack(
    open_desk, editor, with_dialog, qtbot, tmp_path
):
    for node_id in [node.id for node in editor.plan.walk() if node.kind == "project"]:
        remove_node(editor, node_id)
    seen: list[int] = []
    with_dialog(lambda dialog: seen.append(len(dialog.offered)))
    assert seen[0] > 0
    path = tmp_path / "ผ01.xlsx"
    with qtbot.waitSignal(open_desk.documents.exported, timeout=60_000):
        write_document(open_desk.office.around, PrintChoice(("p01", "p02"), path, PLAIN))
    qtbot.waitUntil(lambda: open_desk.documents.task is None)
    assert path.stat().st_size > 0


# --- another language ---------------------------------------------------------------------------------------


def test_a_verdict_does_not_stay_in_the_language_before(open_desk, window):
    open_desk.office.check_copy()
    (dialog,) = copies(window)
    open_desk.looks.speak("en")
    try:
        assert copies(window) == []
        open_desk.office.check_copy()
        (fresh,) = copies(window)
        assert fresh is not dialog
        assert fresh.windowTitle() == "Check a printed copy"
        fresh.reject()
    finally:
        open_desk.looks.speak("th")


@pytest.mark.parametrize(
    ("verb", "kind", "title", "deed"),
    [
        ("export", PrintDialog, "Export document", "Export"),
        ("show_forms", FormsDialog, "Official forms", "Close"),
        ("make_pack", PackDialog, "Pack for the council", "Make the pack"),
    ],
)
def test_every_dialog_speaks_the_language_of_the_interface(open_desk, verb, kind, title, deed):
    seen: list[tuple[str, str]] = []
    open_desk.looks.speak("en")
    try:
        answer(lambda dialog: seen.append((dialog.windowTitle(), dialog.deed.text())), kind)
        getattr(open_desk.office, verb)()
    finally:
        open_desk.looks.speak("th")
    assert seen == [(title, deed)]


# --- undo ---------------------------------------------------------------------------------------------------


def test_a_fact_the_authority_and_the_form_set_are_taken_back_one_by_one(
    open_desk, editor, with_dialog, qtbot
):
    def fill(dialog: PackDialog) -> None:
        field = next(field for field in dialog.facts.fields if field.fact.source == "office")
        type_text(field.lines["th"], "นายสมชาย")
        field.commit()

    with_dialog(fill)
    assert read_office(editor.plan).facts
    open_desk.steps.undo()
    assert not read_office(editor.plan).facts


def test_a_pack_that_cannot_be_written_is_told_and_the_plan_stays(open_desk, editor, with_dialog, tmp_path):
    wishes = []

    def look(dialog: PackDialog) -> None:
        (tmp_path / "เป็นไฟล์").write_text("ของเดิม", encoding="utf-8")
        dialog.target.line.setText(str(tmp_path / "เป็นไฟล์" / "ชุด"))
        wishes.append((dialog.deed.isEnabled(), dialog.note.text()))

    with_dialog(look)
    assert wishes == [(False, "ไม่มีโฟลเดอร์นี้")]
    assert (tmp_path / "เป็นไฟล์").read_text(encoding="utf-8") == "ของเดิม"


def test_a_revision_is_kept_for_each_document_that_differs(open_desk, editor, qtbot, tmp_path):
    count = len(list_revisions(editor))
    for name in ("ก.docx", "ข.docx"):
        path: Path = tmp_path / name
        with qtbot.waitSignal(open_desk.documents.exported, timeout=60_000):
            write_document(open_desk.office.around, PrintChoice(("p01",), path, PLAIN))
        qtbot.waitUntil(lambda: open_desk.documents.task is None)
    assert len(list_revisions(editor)) - count in (0, 1)
