"""The interface speaks one language at a time, and changes it at once."""

import re

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressDialog,
    QTextEdit,
)

from success_desktop.i18n import translate_in_context

LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
NAMES = ("SUCCESS Desktop", "ไทย | EN", "Word", "Excel", "PDF", "English", "Sarabun", "EN:", "EN", ".review")
THAI = re.compile("[\u0e00-\u0e7f]")
SAME_IN_BOTH = {"QGuiApplication", "QShortcut", "QProgressBar", "CloseButton"}


def words_of(window) -> set[str]:
    """Every wording of the frame: actions, buttons, labels, their tips and names; what the plan holds is left out."""
    found: set[str] = set()
    for action in window.findChildren(QAction):
        found |= {action.text(), action.iconText()}
    frame = window.frame
    for part in (frame.slim_bar, frame.message_bar, frame.start_page, frame.status_line):
        for widget in (part, *part.findChildren(QLabel), *part.findChildren(QAbstractButton)):
            text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
            found |= {text, widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()}
    return found | {menu.title() for menu in window.actions_table.menus.values()} | {window.windowTitle()}


def foreign_words(words: set[str]) -> set[str]:
    """Wordings with English left in them, the names of things apart."""
    found = set()
    for text in words:
        rest = text
        for name in NAMES:
            rest = rest.replace(name, "")
        if LATIN_WORD.search(rest):
            found.add(text)
    return found


def test_nothing_is_left_in_english_in_the_thai_window(desk, window):
    assert foreign_words(words_of(window)) == set()


def test_nothing_is_left_in_thai_after_changing_to_english_and_back_again(desk, window):
    in_thai = words_of(window)
    window.actions_table["speak_en"].trigger()
    in_english = {text for text in words_of(window) if THAI.search(text)}
    assert in_english <= {"ไทย", "ไทย | EN"} | {text for text in in_english if text.startswith("ไทย")}
    assert desk.settings.interface_language == "en"
    assert window.actions_table["speak_en"].isChecked()
    window.actions_table["speak_th"].trigger()
    assert words_of(window) == in_thai


# --- at once ---------------------------------------------------------------------------------------------


def test_a_message_on_the_screen_changes_its_language_too(open_desk, plan_path, window):
    open_desk.files.said.emit("{name} is ready.", plan_path)
    bar = window.frame.message_bar
    in_thai = bar.sentence.text()
    window.actions_table["speak_en"].trigger()
    assert bar.sentence.text() == f"{plan_path.name} is ready."
    window.actions_table["speak_th"].trigger()
    assert bar.sentence.text() == in_thai


def test_the_outline_and_the_titles_follow_the_program_when_the_page_shows_both(open_desk, window):
    window.actions_table["speak_en"].trigger()
    assert window.frame.slim_bar.chip.text() == "Draft 3"
    window.actions_table["speak_th"].trigger()
    assert window.frame.slim_bar.chip.text() == "ร่างที่ 3"


def test_qt_s_own_buttons_speak_thai(application):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "ยกเลิก"


class Recorder(QTranslator):
    """Writes down what Qt asks for, and answers with the very words: an empty answer would be taken for a wording."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        self.asked.add((context, source))
        return source


@pytest.fixture
def recorder(application):
    recorder = Recorder()
    QApplication.installTranslator(recorder)
    yield recorder
    QApplication.removeTranslator(recorder)


def test_the_catalogue_knows_every_word_that_qt_shows(recorder, qtbot):
    files = QFileDialog()
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    for widget in (
        files,
        QMessageBox(QMessageBox.Icon.Warning, "", ""),
        QProgressDialog(),
        QDialogButtonBox(),
    ):
        qtbot.addWidget(widget)
        widget.show()
        QApplication.processEvents()
    for field in (QLineEdit("ก"), QTextEdit("ก")):
        qtbot.addWidget(field)
        qtbot.addWidget(field.createStandardContextMenu())
    asked = {(context, text) for context, text in recorder.asked if context not in SAME_IN_BOTH}
    asked = {(context, text) for context, text in asked if not text.startswith("Alt+")}
    assert len(asked) > 40
    assert {entry for entry in asked if translate_in_context(*entry) is None} == set()
