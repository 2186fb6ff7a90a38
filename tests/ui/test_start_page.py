"""The first minute: the start page, a new plan and what it will look like, a plan from a table, the first document."""

import csv

import pytest
from docx import Document
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from success_desktop.services.library import list_templates
from success_desktop.ui.dialogs.import_table import ImportDialog
from success_desktop.ui.dialogs.new_plan import NewPlanDialog
from success_desktop.ui.documents.print_dialog import PrintDialog
from tests.ui.acting import answer, answer_file, type_text

ROWS = (
    ("ที่", "โครงการ", "วัตถุประสงค์", "งบประมาณ 2568 (บาท)", "หน่วยงานรับผิดชอบหลัก"),
    ("1", "ขุดลอกคลองบางแก้ว", "เพื่อลดน้ำท่วม", "1,200,000", "กองช่าง"),
    ("2", "ปลูกป่าชายเลน", "เพื่อกันคลื่น", "300,000", "กองสาธารณสุข"),
)


@pytest.fixture
def table(tmp_path):
    """Projects as an office has them."""
    path = tmp_path / "โครงการปี 68.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(ROWS)
    return path


def test_the_start_page_offers_four_ways_to_begin_each_with_a_word_on_it(desk, window):
    cards = window.frame.start_page.cards
    assert [card.accessibleName() for card in cards] == ["แผนใหม่", "เริ่มจาก Excel", "เปิดแผน", "แผนตัวอย่าง"]
    assert all(card.accessibleDescription() for card in cards)
    assert all(card.isEnabled() for card in cards)


def test_an_empty_shelf_says_what_belongs_there(desk, window):
    assert window.frame.start_page.shelf_heading.text() == "แผนที่เปิดแล้วจะแสดงไว้ที่นี่"


def test_each_template_is_shown_with_its_levels_forms_and_years(desk, window):
    seen = []

    def look(dialog) -> None:
        for place, _template in enumerate(list_templates()):
            dialog.choices.button(place).setChecked(True)
            QCoreApplication.sendPostedEvents(None, 0)
            seen.append([label.text() for label in dialog.preview.lines])
            assert dialog.preview.accessibleDescription()

    answer(look, NewPlanDialog)
    window.actions_table["new"].trigger()
    assert "ประเด็นยุทธศาสตร์ที่ 1" in seen[0]
    assert "2568–2572" in seen[0]
    assert "ยุทธศาสตร์ที่ 1" in seen[1]
    assert any("ผ.02" in line.replace(" ", "") for line in seen[1])
    assert "2566–2570" in seen[1]
    assert "ประเด็นการพัฒนาที่ 1" in seen[2]
    assert "2571–2575" in seen[2]


def test_a_preview_speaks_the_language_of_the_interface(desk, window):
    desk.looks.speak("en")

    def look(dialog) -> None:
        lines = [label.text() for label in dialog.preview.lines]
        assert "Strategic issue 1" in lines
        assert "2025–2029" in lines

    answer(look, NewPlanDialog)
    window.actions_table["new"].trigger()


def press(page, words) -> None:
    """Press the first button on the page that says these words."""
    buttons = page.form.findChildren(QPushButton)
    next(button for button in buttons if button.isVisible() and button.text() == words).click()


def test_a_table_from_excel_becomes_a_new_plan_named_after_it(desk, window, table, qtbot):
    answer_file(table)
    answer_new = []

    def name(dialog) -> None:
        answer_new.append(dialog.name.text())
        dialog.choices.button(1).setChecked(True)
        answer(lambda preview: preview.deed.click(), ImportDialog)
        dialog.deed.click()

    answer(name, NewPlanDialog)
    with qtbot.waitSignal(desk.documents.imported, timeout=20_000):
        window.frame.start_page.cards[1].click()
    assert answer_new == ["โครงการปี 68"]
    plan = desk.bridge.editor.plan
    assert plan.template.id == list_templates()[1].id
    names = [node.text("name", "th") for node in plan.walk() if node.kind == "project"]
    assert names == ["ขุดลอกคลองบางแก้ว", "ปลูกป่าชายเลน"]
    desk.steps.undo()
    assert not [node for node in desk.bridge.editor.plan.walk() if node.kind == "project"]


def test_thinking_better_of_the_table_or_of_the_plan_begins_nothing(desk, window, table):
    answer(lambda dialog: dialog.reject())
    window.actions_table["new_from_table"].trigger()
    assert desk.bridge.editor is None
    answer_file(table)
    answer(lambda dialog: dialog.reject(), NewPlanDialog)
    window.actions_table["new_from_table"].trigger()
    assert desk.bridge.editor is None


def test_a_plan_that_cannot_be_begun_takes_no_table(desk, window, table, tmp_path):
    def spoil(dialog) -> None:
        (tmp_path / "โครงการปี 68.success").write_text("", encoding="utf-8")  # somebody was quicker
        dialog.deed.click()

    answer_file(table)
    answer(spoil, NewPlanDialog)
    window.actions_table["new_from_table"].trigger()
    assert desk.bridge.editor is None
    assert window.frame.message_bar.isVisible()


def test_a_new_user_reaches_a_first_word_file_by_what_the_window_offers(desk, window, tmp_path, qtbot):
    """Start page, new plan, the page's first offer, a project, the export button: nothing has to be known before."""

    def name(dialog) -> None:
        type_text(dialog.name, "แผนของเรา")
        dialog.deed.click()

    answer(name, NewPlanDialog)
    window.frame.start_page.cards[0].click()
    for offer in ("เพิ่มประเด็นยุทธศาสตร์", "เพิ่มเป้าประสงค์", "เพิ่มแนวทางการพัฒนา", "เพิ่มโครงการ"):
        press(desk.workspace.page, offer)
    plan = desk.bridge.editor.plan
    assert sum(node.kind == "project" for node in plan.walk()) == 1

    def write(dialog) -> None:
        dialog.deed.click()

    answer(write, PrintDialog)
    with qtbot.waitSignal(desk.documents.exported, timeout=30_000) as told:
        window.actions_table["export_document"].trigger()
    assert len(Document(str(told.args[1])).paragraphs) > 3
