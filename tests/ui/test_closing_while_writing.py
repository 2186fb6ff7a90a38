"""Closing the window while a document is being written: it is not lost, and nobody waits without knowing for what."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget

from success_desktop.domain.office import FormatSwitches
from success_desktop.errors import UserError
from success_desktop.services.comparing import PRESENT, Point
from success_desktop.services.editing import set_text
from success_desktop.services.revisions import take_revision
from success_desktop.ui.background import Progress
from success_desktop.ui.desk import Desk
from success_desktop.ui.dialogs.export_redline import Pair
from success_desktop.ui.dialogs.export_word import ExportChoice
from success_desktop.ui.documents.print_dialog import PrintChoice
from success_desktop.ui.documents.print_verb import write_document
from tests.ui.acting import LOOKING_MS


@pytest.fixture
def go_on() -> Event:
    """Set when the slow document may go on."""
    return Event()


@pytest.fixture
def slow(open_desk: Desk, go_on: Event, tmp_path: Path) -> Path:
    """A document that is being written, which takes until `go_on` is set or it is stopped."""
    path = tmp_path / "ช้า.docx"

    def write(progress: Progress) -> Path:
        while not go_on.wait(LOOKING_MS / 1000):
            progress(0.5)
        path.write_text("เขียนแล้ว", encoding="utf-8")
        return path

    open_desk.documents.write_file(write, path, "ส่งออก")
    return path


def once_it_waits(window: QWidget, act: Callable[[QProgressDialog], object]) -> None:
    """Act when the window waits, under the small window that says for what."""

    def look() -> None:
        box = window.findChild(QProgressDialog)
        if box is not None and box.isVisible():
            act(box)
        else:
            QTimer.singleShot(LOOKING_MS, window, look)

    QTimer.singleShot(0, window, look)


def stop(box: QProgressDialog) -> None:
    button = box.findChild(QPushButton)
    assert button is not None
    button.click()


def test_the_window_waits_for_the_document_and_says_so(open_desk, window, slow, go_on):
    def look(box: QProgressDialog) -> None:
        told.append(box.labelText())
        assert not slow.exists()
        go_on.set()

    told: list[str] = []
    once_it_waits(window, look)
    assert window.close()
    assert told == ["กำลังเขียน ช้า.docx…\nหน้าต่างจะปิดเมื่อเขียนเสร็จ"]
    assert slow.exists()
    assert open_desk.bridge.editor is None


def test_a_word_document_is_whole_when_the_window_is_gone(open_desk, window, tmp_path):
    target = tmp_path / "แผน.docx"
    switches = FormatSwitches(font="Sarabun", has_embedded_font=True)
    write_document(open_desk.office.around, PrintChoice(("plan",), target, switches))
    assert window.close()
    with zipfile.ZipFile(target) as document:
        assert document.testzip() is None
    assert not list(tmp_path.glob(".*.tmp"))


def test_a_redline_is_whole_when_the_window_is_gone(open_desk, project_id, window, tmp_path):
    editor, target = open_desk.bridge.editor, tmp_path / "แสดงการแก้ไข.docx"
    kept = take_revision(editor, "", "ร่างที่ 1")
    set_text(editor, (project_id, "objective", "th"), "เพื่อลดน้ำท่วม")
    choice = ExportChoice(target, "th", False, "Sarabun", False)
    open_desk.redlines.write(editor, Pair(Point(kept.id, kept), PRESENT), choice)
    assert window.close()
    with zipfile.ZipFile(target) as document:
        assert document.testzip() is None


def test_stopped_while_the_window_waits_it_stays_and_tells(open_desk, window, slow):
    once_it_waits(window, stop)
    assert not window.close()
    bar = window.frame.message_bar
    assert bar.isVisible()
    assert bar.sentence.text() == "หยุดแล้ว ไม่ได้เขียน ช้า.docx"
    assert "ฉบับที่เก็บไว้" in bar.remedy.text()
    assert not slow.exists()
    assert open_desk.bridge.editor is not None
    assert window.close()


def test_refused_while_the_window_waits_it_stays_and_tells(open_desk, window, go_on, tmp_path):
    def refuse(_progress: Progress) -> None:
        assert go_on.wait(30)
        raise UserError("The plan itself cannot be deleted here.")

    open_desk.documents.write_file(refuse, tmp_path / "ก.docx", "ส่งออก")
    once_it_waits(window, lambda _box: go_on.set())
    assert not window.close()
    assert window.frame.message_bar.isVisible()
    assert window.close()


def test_stopped_before_the_window_is_closed_it_is_not_waited_for(open_desk, window, slow):
    stop(window.findChild(QProgressDialog))
    assert window.close()
    assert not slow.exists()


def test_reading_a_table_does_not_hold_the_window(open_desk, window, tmp_path):
    table = tmp_path / "โครงการ.csv"
    table.write_text("โครงการ\nโครงการหนึ่ง\n", encoding="utf-8")
    open_desk.documents.preview_and_import(table)
    assert window.close()
    assert open_desk.bridge.editor is None
