"""Everything fits at 100, 125 and 150 % on a screen of 1366 by 768, in Thai and in English, and no mark is cut."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QFontMetricsF
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QWidget

from success_desktop.ui.dialogs.form import FormDialog
from success_desktop.ui.elided_button import ElidedButton
from tests.ui.faults import STACKED, clipped, line_height

ROOT = Path(__file__).resolve().parents[2]
SCREEN = (1366, 768)
TAKEN_BY_THE_SYSTEM = 80
"""Pixels (scaled) that the title bar and the task bar take of the screen's height."""


def walk(folder: Path, percent: int, language: str) -> dict[str, list[str]]:
    """What does not fit anywhere in the window of a person whose screen is scaled."""
    screen = {"name": "laptop", "x": 0, "y": 0, "width": SCREEN[0], "height": SCREEN[1], "dpr": 1}
    screens = folder / "screens.json"
    screens.write_text(json.dumps({"screens": [{**screen, "logicalDpi": 96, "logicalBaseDpi": 96}]}))
    width, height = (round(side * 100 / percent) for side in SCREEN)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "QT_SCALE_FACTOR": str(percent / 100),
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "tests.ui.scaled_walk", language, str(width), str(height)]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert "Traceback" not in done.stderr, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("percent", [100, 125, 150])
def test_nothing_is_cut_off_in_thai(tmp_path, percent):
    assert walk(tmp_path, percent, "th") == {}


def test_nothing_is_cut_off_in_english(tmp_path):
    assert walk(tmp_path, 150, "en") == {}


def test_the_window_can_be_as_small_as_the_screen_at_150_percent(open_desk, window):
    least = window.minimumSize()
    assert least.width() <= SCREEN[0] / 1.5
    assert least.height() <= SCREEN[1] / 1.5 - TAKEN_BY_THE_SYSTEM


@pytest.mark.parametrize("is_bold", [False, True])
def test_the_font_has_room_for_all_marks_in_one_line(application, is_bold):
    font = application.qt.font()
    font.setBold(is_bold)
    metrics = QFontMetricsF(font)
    ink = metrics.tightBoundingRect(STACKED)
    assert -ink.top() <= metrics.ascent()
    assert ink.bottom() <= metrics.descent()
    assert line_height(font) < metrics.height()


# --- the eyes of the walk --------------------------------------------------------------------------------


def test_words_wider_than_their_place_are_found(application, qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    row = QHBoxLayout(box)
    label, button, switch = QLabel("ปี่ที่ฟ้ำ" * 9), QPushButton("ปี่ที่ฟ้ำ" * 9), QCheckBox("ปี่ที่ฟ้ำ" * 9)
    for part in (label, button, switch):
        part.setFixedWidth(60)
        row.addWidget(part)
    box.show()
    assert len(clipped(box)) == 3
    for part in (label, button, switch):
        part.setText("ก")
    assert clipped(box) == []


def test_words_higher_than_their_place_are_found(application, qtbot):
    label = QLabel("ปี่ที่")
    box = QWidget()
    qtbot.addWidget(box)
    box.resize(200, 60)
    label.setParent(box)
    label.setFixedSize(200, line_height(label.font()) - 3)
    box.show()
    assert len(clipped(box)) == 1
    label.setFixedHeight(line_height(label.font()))
    assert clipped(box) == []


def test_lines_that_are_wrapped_but_not_seen_are_found(application, qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    label = QLabel("แผนพัฒนาเมือง " * 12, box)
    label.setWordWrap(True)
    label.setFixedSize(200, QFontMetrics(label.font()).height())
    box.show()
    assert len(clipped(box)) == 1


def test_a_button_outside_its_box_is_found(application, qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    box.resize(200, 60)
    button = QPushButton("ตกลง", box)
    button.move(150, 10)
    box.show()
    assert len(clipped(box)) == 1


# --- what the window does about it -----------------------------------------------------------------------


def test_a_long_name_is_shortened_and_told_whole_in_the_tip(application, qtbot):
    button = ElidedButton("โครงการขุดลอกและฟื้นฟูคลองสายหลัก & ชุมชน")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    button.show()
    assert button.text() == button.words().replace("&", "&&")
    assert button.toolTip() == ""
    button.resize(QSize(120, button.height()))
    assert button.text().endswith("…")
    assert button.toolTip() == button.accessibleName() == button.words()
    assert button.minimumSizeHint().width() < 120 < button.sizeHint().width()
    font = button.font()
    font.setPointSizeF(6)
    button.setFont(font)
    button.set_words("ก")
    assert button.text() == "ก"


def test_a_dialog_too_high_for_the_screen_scrolls_and_keeps_its_buttons(application, qtbot):
    dialog = FormDialog("หัวเรื่อง", "ตกลง", None)
    qtbot.addWidget(dialog)
    for number in range(60):
        dialog.add_field(f"ช่อง {number}", QPushButton("เลือก"))
    dialog.finish()
    dialog.show()
    assert dialog.height() <= dialog.screen().availableGeometry().height()
    assert dialog.rect().contains(dialog.deed.geometry().translated(dialog.buttons.pos()))


def test_a_dialog_grows_with_what_it_says(application, qtbot):
    dialog = FormDialog("หัวเรื่อง", "ตกลง", None)
    qtbot.addWidget(dialog)
    note = dialog.add_line("")
    dialog.finish()
    dialog.show()
    before = dialog.height()
    note.setText("แผนพัฒนาเมือง " * 60)
    application.settle(20)
    assert dialog.height() > before
    assert clipped(dialog) == []
