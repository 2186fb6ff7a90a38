"""Bringing a returned file in: read beside the window, told in the message bar, accounted for in the receipt."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel

from success_desktop.domain.feedback import read_feedback
from success_desktop.services.receipts import Receipt, SortLine
from success_desktop.ui.desk import Desk
from success_desktop.ui.qt_catalog import speak
from success_desktop.ui.review.receipt import ReceiptView, ReceiptWindow
from success_desktop.ui.review.receive_verb import tell_of_receipt
from success_desktop.ui.thai_text import ThaiTextEdit
from tests.ui.acting import answer_file

FILES = Path(__file__).parents[2] / "files" / "returned"
SIX_PLACES = FILES / "word-comments-six-places.docx"


def receipt() -> Receipt:
    return Receipt(
        round_id="f-r",
        round_number=2,
        file_name="กลับมา.docx",
        digest="",
        reviewer="ศ.วิชัย",
        standing="sent",
        revision_id="",
        language="th",
        lines=(SortLine("comment", 5, 4, 1, 0), SortLine("insertion", 2, 2, 0, 0)),
        remarks_new=6,
    )


@pytest.fixture
def sent_desk(desk: Desk, tmp_path: Path) -> Desk:
    """The desk with the plan whose draft was sent."""
    path = tmp_path / "แผน.success"
    shutil.copy(FILES / "plan.success", path)
    desk.files.open_plan(path)
    return desk


def receive(desk: Desk, qtbot, path: Path) -> str:
    """Bring a file in; what the message bar says then."""
    desk.review.receive_file(path)
    qtbot.waitUntil(lambda: desk.documents.task is None, timeout=30_000)
    return desk.frame.message_bar.sentence.text()


def windows() -> list[ReceiptWindow]:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, ReceiptWindow)]
    return [one for one in found if one.isVisible()]


def drag(window, kind: type[QDropEvent], *paths: Path) -> QDropEvent:
    """Drag files over a window, or let them go there; the event, which tells whether somebody took it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    if kind is QDragEnterEvent:
        event: QDropEvent = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    else:
        event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event


def test_a_file_chosen_in_the_menu_comes_in_and_is_told_of(sent_desk, qtbot):
    answer_file(SIX_PLACES)
    sent_desk.review.receive()
    qtbot.waitUntil(lambda: sent_desk.documents.task is None, timeout=30_000)
    assert len(read_feedback(sent_desk.bridge.editor.plan).rounds) == 1
    assert SIX_PLACES.name in sent_desk.frame.message_bar.sentence.text()


def test_the_same_file_again_brings_nothing(sent_desk, qtbot):
    receive(sent_desk, qtbot, SIX_PLACES)
    before = sent_desk.bridge.editor.plan
    assert "ไม่มีอะไรใหม่" in receive(sent_desk, qtbot, SIX_PLACES)
    assert sent_desk.bridge.editor.plan is before


def test_bringing_in_is_one_step_of_undo(sent_desk, qtbot):
    receive(sent_desk, qtbot, SIX_PLACES)
    sent_desk.bridge.undo()
    assert not read_feedback(sent_desk.bridge.editor.plan).remarks


def test_a_broken_file_is_refused_in_the_message_bar(sent_desk, qtbot, tmp_path):
    path = tmp_path / "เสีย.docx"
    path.write_bytes(b"no zip")
    receive(sent_desk, qtbot, path)
    assert sent_desk.frame.message_bar.property("tone") == "bad"
    assert "เสีย.docx" in sent_desk.frame.message_bar.sentence.text()


def test_a_file_of_another_plan_waits_until_somebody_says_that_it_is_meant(open_desk, qtbot):
    before = open_desk.bridge.editor.plan
    receive(open_desk, qtbot, SIX_PLACES)
    (window,) = windows()
    assert open_desk.bridge.editor.plan is before
    assert not window.isModal()
    window.deed.click()
    assert len(read_feedback(open_desk.bridge.editor.plan).rounds) == 1
    assert not windows()


def test_leaving_a_doubtful_file_brings_nothing_in(open_desk, qtbot):
    before = open_desk.bridge.editor.plan
    receive(open_desk, qtbot, SIX_PLACES)
    (window,) = windows()
    window.close()
    assert open_desk.bridge.editor.plan is before


def test_a_plan_closed_meanwhile_gets_nothing(open_desk, qtbot, plan_path):
    open_desk.review.receive_file(SIX_PLACES)
    open_desk.files.close_plan()
    qtbot.waitUntil(lambda: open_desk.documents.task is None, timeout=30_000)
    open_desk.files.open_plan(plan_path)
    assert not read_feedback(open_desk.bridge.editor.plan).rounds


def test_a_word_file_let_go_over_the_window_comes_in(sent_desk, window, qtbot):
    assert drag(window, QDragEnterEvent, SIX_PLACES).isAccepted()
    assert drag(window, QDropEvent, SIX_PLACES).isAccepted()
    qtbot.waitUntil(lambda: sent_desk.documents.task is None, timeout=30_000)
    assert read_feedback(sent_desk.bridge.editor.plan).remarks


def test_other_files_and_several_at_once_are_left_alone(sent_desk, window):
    assert not drag(window, QDragEnterEvent, Path("/x/ตาราง.xlsx")).isAccepted()
    assert not drag(window, QDragEnterEvent, SIX_PLACES, SIX_PLACES).isAccepted()
    assert sent_desk.documents.task is None


def test_without_a_plan_nothing_can_be_let_go(desk, window):
    assert not drag(window, QDragEnterEvent, SIX_PLACES).isAccepted()
    assert desk.documents.task is None


def test_a_text_field_leaves_files_to_the_window(qtbot):
    field = ThaiTextEdit()
    qtbot.addWidget(field)
    file, link = QMimeData(), QMimeData()
    file.setUrls([QUrl.fromLocalFile("/x/ก.docx")])
    link.setUrls([QUrl("https://example.org")])
    link.setText("https://example.org")
    assert not field.canInsertFromMimeData(file)
    assert field.canInsertFromMimeData(link)


@pytest.mark.parametrize(
    ("more", "words", "links"),
    [
        ({}, "ทุกข้ออยู่ตรงช่องของตน", 2),
        ({"unplaced": ("f-1", "f-2")}, "ต้องวางตำแหน่งเอง 2", 2),
        ({"remarks_updated": 3}, "แก้ไข 3", 2),
        ({"remarks_new": 0, "replies_new": 1}, "ใบรับ", 2),
        ({"remarks_new": 0}, "ไม่มีอะไรใหม่", 1),
    ],
)
def test_the_message_says_what_is_to_be_done_next(open_desk, more, words, links):
    tell_of_receipt(open_desk.review.around, replace(receipt(), **more))
    bar = open_desk.frame.message_bar
    assert words in bar.sentence.text()
    assert len(bar.link_buttons()) == links


def test_the_receipt_opens_beside_the_text_and_leads_to_the_feedback(open_desk, application):
    tell_of_receipt(open_desk.review.around, replace(receipt(), unplaced=("f-1",)))
    open_desk.frame.message_bar.link_buttons()[1].click()
    (window,) = windows()
    assert not window.isModal()
    assert "1" in window.deed.text()
    window.deed.click()
    assert open_desk.workspace.panel("feedback").isVisible()


def labels(view: ReceiptView) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel)]


def test_every_line_of_a_receipt_adds_up_and_so_does_the_whole(qtbot, application):
    view = ReceiptView(receipt())
    qtbot.addWidget(view)
    said = labels(view)
    assert said[-5:] == ["รวม", "7", "6", "1", "0"]
    assert said[-15:-10][1:] == ["5", "4", "1", "–"]


def test_the_words_of_the_receipts_deed_are_shown_whole(qtbot, application):
    window = ReceiptWindow(receipt(), None)
    qtbot.addWidget(window)
    window.show()
    bold = QFont(window.deed.font())
    bold.setBold(True)
    padding = window.deed.sizeHint().width() - window.deed.fontMetrics().horizontalAdvance(window.deed.text())
    assert window.deed.property("primary") == "true"
    assert window.deed.width() >= QFontMetrics(bold).horizontalAdvance(window.deed.text()) + min(padding, 24)


def test_a_receipt_speaks_the_language_that_the_window_changes_to(qtbot, application):
    window = ReceiptWindow(receipt(), None)
    qtbot.addWidget(window)
    assert "ใบรับ" in window.heading.text()
    speak("en")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert window.heading.text() == "Receipt of “กลับมา.docx”"
    assert "Total" in labels(window.view)
    speak("th")


def test_an_empty_file_has_a_receipt_without_a_table(qtbot, application):
    view = ReceiptView(replace(receipt(), lines=(), remarks_new=0))
    qtbot.addWidget(view)
    assert "รวม" not in labels(view)
