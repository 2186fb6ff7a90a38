"""The parts of the panel that stand by themselves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from success_desktop.domain.values import SINGLE_MONEY
from success_desktop.ui.compare.run_layout import Run
from success_desktop.ui.feedback.field_choices import list_field_choices
from success_desktop.ui.feedback.redline_label import RedlineLabel
from success_desktop.ui.feedback.remark_foot import RemarkFoot
from success_desktop.ui.feedback.remark_model import RemarkModel, write_nothing
from success_desktop.ui.schemes import DARK, LIGHT
from success_desktop.ui.theme import use_tokens

RUNS = (Run("same", "ตัวชี้วัด "), Run("deleted", "40"), Run("inserted", "20"))


def test_a_narrower_redline_is_higher_and_can_be_heard(qtbot, application):
    label = RedlineLabel((Run("same", "ข้อมูลระดับครัวเรือนและลุ่มน้ำ " * 4), *RUNS))
    qtbot.addWidget(label)
    assert label.hasHeightForWidth()
    assert label.heightForWidth(120) > label.heightForWidth(400)
    assert "40" in label.accessibleName()
    assert label.minimumSizeHint().height() < label.sizeHint().height()


def test_a_redline_is_painted_in_the_colours_in_use(qtbot, application):
    label = RedlineLabel(RUNS)
    qtbot.addWidget(label)
    label.resize(200, 30)
    label.show()
    light = label.grab().toImage()
    use_tokens(application.qt, DARK)
    assert label.grab().toImage() != light
    use_tokens(application.qt, LIGHT)


def test_every_text_and_single_value_of_an_item_is_a_place_for_a_remark(plan, projects):
    places = dict(list_field_choices(plan, projects[0], "th"))
    assert places["รายการนี้ทั้งรายการ"] == (projects[0], "", "")
    assert places["วัตถุประสงค์ (อังกฤษ)"] == (projects[0], "objective", "en")
    assert (projects[0], "status", "") in places.values()
    assert all(part != SINGLE_MONEY or field for _node, field, part in places.values())
    assert "budget" not in {field for _node, field, _part in places.values()}
    assert list_field_choices(plan, "gone", "th") == []
    assert list_field_choices(None, "", "th") == []


def test_the_foot_offers_what_suits_the_state_of_a_remark(qtbot, application):
    foot = RemarkFoot()
    qtbot.addWidget(foot)
    foot.resize(280, 80)
    foot.show()
    foot.offer(is_open=True)
    seen = [button.text() for button in foot.findChildren(QPushButton) if button.isVisible()]
    assert seen[0] == "รับ แล้วไปข้อถัดไป"
    high = foot.heightForWidth(200)
    assert high > foot.heightForWidth(900)
    foot.offer(is_open=False)
    assert not foot.buttons["accept"].isVisible()
    assert foot.buttons["reopen"].isVisible()


def test_keys_of_the_foot_that_are_no_enter_are_for_others(qtbot, application):
    foot = RemarkFoot()
    qtbot.addWidget(foot)
    foot.show()
    foot.more.setFocus()
    with qtbot.assertNotEmitted(foot.menu_requested):
        QTest.keyClick(foot, Qt.Key.Key_F2)


def test_an_empty_model_words_nothing():
    with pytest.raises(KeyError):
        write_nothing("f-none")
    assert RemarkModel().data(RemarkModel().index(0, 0)) is None
