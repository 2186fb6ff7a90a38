"""Single values, choices and references on the page."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from success_desktop.domain.schema import FieldSpec, Wording
from success_desktop.services import editing
from success_desktop.ui.page.entry_field import CalmComboBox, EntryField
from success_desktop.ui.page.node_form import _pair_fields
from success_desktop.ui.page.part import PagePart
from tests.ui.page.keys import CTRL, press, type_text
from tests.ui.page.pages import choice_box, entry, retype

Key = Qt.Key


@pytest.fixture
def project(page, node) -> str:
    """The project “dredge”, shown on the page."""
    page.show_node(node("โครงการdredge"))
    return str(node("โครงการdredge"))


# --- values -------------------------------------------------------------------------------------------------


def test_days_are_shown_with_the_years_of_the_language(page, project):
    assert entry(page, "start_on").line.text() == "1 ต.ค. 2567"
    page.set_language_mode("en")
    assert entry(page, "start_on").line.text() == "1 Oct 2024"


def test_a_day_is_typed_as_people_write_it(page, project, editor):
    retype(entry(page, "end_on").line, "30/9/2570")
    assert str(editor.plan.nodes[project].day("end_on")) == "2027-09-30"
    assert entry(page, "end_on").line.text() == "30 ก.ย. 2570"


def test_what_cannot_be_read_stays_as_typed_and_is_explained(page, project, editor):
    field = entry(page, "start_on")
    retype(field.line, "พรุ่งนี้")
    assert field.line.text() == "พรุ่งนี้"
    assert field.line.property("state") == "refused"
    assert field.sentence.isVisible()
    assert "พรุ่งนี้" in field.sentence.text()
    assert field.line.accessibleDescription() == field.sentence.text()
    assert str(editor.plan.nodes[project].day("start_on")) == "2024-10-01"


def test_a_refused_entry_is_still_there_when_one_comes_back(page, project, node):
    retype(entry(page, "start_on").line, "พรุ่งนี้")
    page.show_node(node("โครงการgauge"))
    assert entry(page, "start_on").line.text() == ""
    assert not entry(page, "start_on").sentence.isVisible()
    page.show_node(project)
    assert entry(page, "start_on").line.text() == "พรุ่งนี้"
    assert entry(page, "start_on").sentence.isVisible()


def test_escape_puts_back_what_the_plan_holds(page, project, editor):
    field = entry(page, "start_on")
    before = field.line.text()
    retype(field.line, "พรุ่งนี้")
    press(field.line, Qt.Key.Key_Escape)
    assert field.line.text() == before
    assert not field.sentence.isVisible()
    type_text(field.line, "12")
    press(field.line, Qt.Key.Key_Escape)
    press(field.line, Qt.Key.Key_Escape)
    assert field.line.text() == before
    assert editor.undo_label is None


def test_rolling_the_wheel_over_a_choice_does_not_take_the_focus(page, project):
    policy = choice_box(page, "status").focusPolicy()
    assert not policy & Qt.FocusPolicy.WheelFocus & ~Qt.FocusPolicy.StrongFocus


def test_a_mended_entry_loses_its_mark(page, project):
    field = entry(page, "start_on")
    retype(field.line, "พรุ่งนี้")
    retype(field.line, "1 ม.ค. 2568")
    assert field.line.property("state") == ""
    assert not field.sentence.isVisible()


def test_an_emptied_entry_is_blank(page, project, editor):
    retype(entry(page, "start_on").line, "")
    assert editor.plan.nodes[project].day("start_on") is None


def test_an_edit_made_elsewhere_does_not_take_an_entry_being_typed(page, project, editor):
    line = entry(page, "end_on").line
    type_text(line, "1 ม.ค.")
    editing.set_text(editor, (project, "note", "th"), "ใหม่")
    assert line.text() == "1 ม.ค."
    type_text(line, " 2569")
    page.commit_pending()
    assert str(editor.plan.nodes[project].day("end_on")) == "2026-01-01"


def test_ctrl_z_in_an_entry_undoes_the_plan_when_nothing_was_typed(page, project, editor):
    editing.set_text(editor, (project, "note", "th"), "ใหม่")
    press(entry(page, "end_on").line, Key.Key_Z, CTRL)
    assert editor.plan.nodes[project].text("note", "th") == ""
    press(entry(page, "end_on").line, Key.Key_Y, CTRL)
    assert editor.plan.nodes[project].text("note", "th") == "ใหม่"


def test_numbers_and_years_of_an_indicator_are_typed(page, editor, node):
    indicator = node("ครัวเรือนที่น้ำท่วมเกิน 3 วัน")
    page.show_node(indicator)
    retype(entry(page, "baseline").line, "๑,๒๕๐")
    retype(entry(page, "baseline_year").line, "2567")
    page.commit_pending()
    assert editor.plan.nodes[indicator].number("baseline") == 1250
    assert editor.plan.nodes[indicator].year("baseline_year") == 2567


def test_a_single_amount_goes_into_its_own_part(page, project):
    money = FieldSpec(type="money", label=Wording(th="เงิน", en="Money"))
    part = EntryField(page.context, "price", money)
    part.node_id = project
    assert part._place == (project, "price", ":")


# --- choices ------------------------------------------------------------------------------------------------


def test_a_choice_is_shown_and_made(page, project, editor):
    box = choice_box(page, "status")
    assert box.currentText() == "อยู่ระหว่างดำเนินการ"
    box.setCurrentIndex(box.findText("แล้วเสร็จ"))
    box.activated.emit(box.currentIndex())
    assert editor.plan.nodes[project].word("status") == "completed"


def test_the_blank_choice_clears(page, project, editor):
    box = choice_box(page, "status")
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert "status" not in editor.plan.nodes[project].fields


def test_a_choice_unknown_to_the_template_is_shown_by_its_code(page, project, editor):
    editing.set_part(editor, (project, "status", ""), "postponed")
    assert choice_box(page, "status").currentText() == "postponed"


def test_rolling_the_wheel_over_a_choice_changes_nothing(page, project, editor, edits):
    box = choice_box(page, "status")
    at, none = QPointF(5, 5), Qt.MouseButton.NoButton
    wheel = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, -120),
        none,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, wheel)
    assert not wheel.isAccepted()
    assert box.currentText() == "อยู่ระหว่างดำเนินการ"
    assert edits == []


# --- layout -------------------------------------------------------------------------------------------------


def test_small_fields_share_a_row_with_their_like(editor):
    rows = list(_pair_fields(editor.plan.template.kind("project")))
    assert ("lead_agencies", "supporting_agencies") in rows
    assert ("programme", "status") in rows
    assert ("start_on", "end_on") in rows
    assert ("alignment",) in rows
    assert list(_pair_fields(editor.plan.template.kind("agency")))[-1] == ("sector",)


def test_a_part_must_say_how_it_shows_a_node(page):
    part = PagePart(page.context)
    part.commit()
    with pytest.raises(NotImplementedError):
        part.show_node("x")


def test_a_list_of_choices_is_as_wide_as_its_longest_choice(qtbot):
    box = CalmComboBox()
    qtbot.addWidget(box)
    box.addItems(["ก", "แผนงานการศาสนา วัฒนธรรม และนันทนาการ", "แผนงานสร้างความเข้มแข็งของชุมชน"])
    box.resize(80, 32)
    box.show()
    box.showPopup()
    qtbot.waitUntil(box.view().isVisible)
    assert box.view().width() >= box.view().sizeHintForColumn(0) > 80
    box.hidePopup()


def picture_of_choice(qtbot, words: str):
    """What a narrow list looks like with a choice made."""
    box = CalmComboBox()
    qtbot.addWidget(box)
    box.addItem(words)
    box.resize(120, 32)
    return box.grab().toImage()


def test_a_choice_without_room_ends_in_an_ellipsis(qtbot, application):
    words = "แผนงานสาธารณสุขและสิ่งแวดล้อมของเทศบาล"
    seen = picture_of_choice(qtbot, words)
    beginnings = (words[:length] for length in range(4, len(words)))
    assert any(picture_of_choice(qtbot, f"{beginning}…") == seen for beginning in beginnings)
