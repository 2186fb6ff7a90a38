"""The cards as Qt's views and screen readers ask for them."""

import pytest
from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import QStyleOptionViewItem

from success_desktop.services.revisions import take_revision
from success_desktop.services.timeline import read_milestones, read_present
from success_desktop.ui.revisions.milestone_delegate import MilestoneDelegate
from success_desktop.ui.revisions.milestone_model import CARD_ROLE, PRESENT, MilestoneModel
from tests.ui.revisions.drafts import clock, draft, editor, plan_path, reword

__all__ = ["clock", "draft", "editor", "plan_path", "reword"]

Role = Qt.ItemDataRole


@pytest.fixture
def model(qapp, draft, qtmodeltester) -> MilestoneModel:
    milestones = read_milestones(draft)
    model = MilestoneModel()
    cards = [read_present(draft, milestones[-1].revision), *reversed(milestones)]
    model.show(cards, "ร่างที่ 3", draft.plan.template, draft.now())
    qtmodeltester.check(model)
    return model


def test_a_screen_reader_hears_the_whole_card(model):
    model.mark(None, PRESENT)
    heard = model.index(0).data(Role.AccessibleTextRole)
    assert heard.startswith("ปัจจุบัน\n")
    assert heard.endswith("แก้ 1 ช่อง จากร่างที่ 3\nหลัง")
    assert model.index(0).data(Role.ToolTipRole) == heard
    assert model.index(3).data() == "ร่างที่ 2"
    assert model.index(0).data(Role.DecorationRole) is None


def test_signs_are_told_only_when_they_go_elsewhere(qtbot, model):
    with qtbot.waitSignal(model.dataChanged):
        model.mark(model.key(2), PRESENT)
    with qtbot.assertNotEmitted(model.dataChanged):
        model.mark(model.key(2), PRESENT)


def test_there_is_nothing_beside_the_cards(model):
    assert model.milestone(QModelIndex()) is None
    assert model.row_of("unknown") == -1
    assert model.rowCount(model.index(0)) == 0
    assert model.data(QModelIndex()) is None


def test_an_empty_timeline_has_no_cards(qtbot, draft, model):
    model.clear()
    assert model.rowCount() == 0
    with qtbot.assertNotEmitted(model.dataChanged):
        model.mark(None, PRESENT)
        model.show_present(read_present(draft, None))


def test_a_card_with_a_note_is_a_line_higher(model):
    delegate, option = MilestoneDelegate(), QStyleOptionViewItem()
    plain, noted = (delegate.sizeHint(option, model.index(row)) for row in (4, 3))
    assert noted.height() == plain.height() + 22
    assert isinstance(plain, QSize)
    assert delegate.sizeHint(option, QModelIndex()).height() < plain.height()


def test_the_card_of_an_unedited_present_has_no_empty_line(draft, model):
    take_revision(draft, "", "ร่างที่ 4")
    kept = read_milestones(draft)[-1].revision
    delegate, option = MilestoneDelegate(), QStyleOptionViewItem()
    edited = delegate.sizeHint(option, model.index(0)).height()
    model.show_present(read_present(draft, kept))
    assert model.index(0).data(CARD_ROLE).lines == ("เหมือนร่างที่ 3",)
    assert delegate.sizeHint(option, model.index(0)).height() == edited - 22
