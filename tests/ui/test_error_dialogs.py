"""A bug leaves a log and a calm dialog; the program and the plan go on."""

import sys
import threading

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from success_desktop.errors import UserError
from success_desktop.paths import data_folder
from success_desktop.ui.error_dialogs import (
    BugDialog,
    BugReporter,
    describe_bug,
    logs_folder,
    show_bug,
    write_log,
)
from tests.ui.acting import answer


@pytest.fixture
def shown() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def reporter(application, shown):
    former = sys.excepthook
    reporter = BugReporter(show=lambda details, path: shown.append((details, path)))
    reporter.install()
    yield reporter
    reporter.remove()
    assert sys.excepthook is former


def raise_bug() -> None:
    raise ZeroDivisionError("จุดที่พลาด")


def report_bug() -> None:
    try:
        raise_bug()
    except ZeroDivisionError:
        sys.excepthook(*sys.exc_info())


def test_a_bug_is_written_to_a_log_and_shown(reporter, shown, qtbot):
    report_bug()
    qtbot.waitUntil(lambda: bool(shown))
    (log_path,) = logs_folder().glob("bug-*.txt")
    details = log_path.read_text(encoding="utf-8")
    assert "ZeroDivisionError: จุดที่พลาด" in details
    assert "raise_bug" in details
    assert "SUCCESS Desktop" in details
    assert shown == [(details, str(log_path))]


def test_a_bug_in_another_thread_is_reported_too(reporter, shown, qtbot):
    thread = threading.Thread(target=raise_bug)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(shown))
    assert "ZeroDivisionError" in shown[0][0]


def test_ctrl_c_is_no_bug(reporter, shown):
    reporter.report(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not list(logs_folder().glob("bug-*.txt"))
    assert shown == []


def test_a_bug_is_shown_even_where_no_log_can_be_written(reporter, shown, qtbot, monkeypatch, tmp_path):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file, not a folder")
    monkeypatch.setenv("XDG_DATA_HOME", str(blocked))
    report_bug()
    qtbot.waitUntil(lambda: bool(shown))
    assert "could not be logged" in shown[0][0]
    assert shown[0][1] == ""


def test_a_bug_while_one_is_shown_opens_no_second_dialog(application, qtbot):
    calls: list[str] = []

    def show(details: str, path: str) -> None:
        calls.append(details)
        own.report(ValueError, ValueError("second"), None)
        qtbot.wait(5)

    own = BugReporter(show=show)
    own.report(ValueError, ValueError("first"), None)
    qtbot.wait(20)
    assert len(calls) == 1
    assert "first" in calls[0]


def test_a_dialog_that_fails_itself_does_not_come_back_to_the_hook(application, qtbot, capsys):
    def show(details: str, path: str) -> None:
        raise RuntimeError("no screen")

    own = BugReporter(show=show)
    own.report(ValueError, ValueError("bug"), None)
    qtbot.waitUntil(lambda: "no screen" in capsys.readouterr().err)


def test_only_the_last_twenty_logs_are_kept(person):
    for number in range(23):
        write_log(f"log {number}")
    logs = sorted(logs_folder().glob("bug-*.txt"))
    assert len(logs) == 20
    assert logs[-1].read_text() == "log 22"


def test_the_dialog_speaks_thai_and_copies_the_details(application, qtbot):
    dialog = BugDialog(describe_bug("Traceback"), "บันทึก.txt", None)
    qtbot.addWidget(dialog)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("แผนของท่านปลอดภัย" in text for text in texts)
    assert any("บันทึก.txt" in text for text in texts)
    dialog.copy_details()
    (text,) = dialog.findChildren(QPlainTextEdit)
    assert QGuiApplication.clipboard().text() == text.toPlainText()


def test_the_dialog_opens_over_the_window_and_can_be_closed(application, window):
    seen: list[str] = []
    answer(lambda dialog: seen.append(dialog.windowTitle()), BugDialog)
    show_bug("details", "")
    assert seen == ["โปรแกรมทำงานผิดพลาด"]


def test_the_bar_says_what_happened_and_what_to_do(desk, window):
    desk.bridge.refused.emit(UserError("This folder does not exist.", advice="Choose another folder."))
    bar = window.frame.message_bar
    assert bar.isVisible()
    assert bar.sentence.text() == "ไม่มีโฟลเดอร์นี้"
    assert bar.remedy.text() == "โปรดเลือกโฟลเดอร์อื่น"
    assert bar.accessibleName() == "ไม่มีโฟลเดอร์นี้ โปรดเลือกโฟลเดอร์อื่น"


def test_the_bar_offers_to_open_the_file_and_its_folder_and_goes_when_closed(desk, window, plan_path):
    desk.files.said.emit("{name} is ready.", plan_path)
    bar = window.frame.message_bar
    assert [button.text() for button in bar.link_buttons()] == ["เปิดไฟล์", "เปิดโฟลเดอร์"]
    desk.files.said.emit("{name} is ready.", plan_path)
    assert len(bar.link_buttons()) == 2
    bar.close_button.click()
    assert bar.isHidden()


def test_where_no_folder_for_logs_can_be_made_bugs_are_reported_all_the_same(application, shown, qtbot):
    data_folder().parent.mkdir(parents=True, exist_ok=True)
    data_folder().write_text("no folder", encoding="utf-8")
    reporter = BugReporter(application.qt, lambda details, path: shown.append((details, path)))
    reporter.install()
    try:
        report_bug()
        qtbot.waitUntil(lambda: bool(shown))
    finally:
        reporter.remove()
    assert shown[0][1] == ""
