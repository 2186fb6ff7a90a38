"""The model of the timeline, asked as Qt and its screen readers ask."""

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from success_desktop.domain.edits import apply, remove_branch, set_value
from success_desktop.i18n import _
from success_desktop.ui.figures.timeline_board import TimelineBoard
from success_desktop.ui.figures.timeline_model import NAME_COLUMN, TIME_COLUMN, TimelineModel
from tests.plans import named, small_plan

TODAY = date(2026, 11, 22)


@pytest.fixture
def model(qapp):
    model = TimelineModel()
    model.set_plan(small_plan(), "th")
    return model


def test_it_keeps_the_rules_of_qts_models(model):
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    plan = small_plan()
    model.rearrange(apply(plan, remove_branch(plan, named(plan, "Project gauge"))))
    model.set_plan(None, "th")
    model.set_plan(plan, "en")


def test_a_row_has_a_name_and_a_time_and_the_time_has_no_rows_below(model):
    issue = model.index(0, NAME_COLUMN)
    assert issue.data() == "1 น้ำ"
    assert model.index(0, TIME_COLUMN).data() == "1 ตุลาคม 2567 ถึง 30 กันยายน 2570"
    assert model.rowCount(issue) == 2
    assert model.rowCount(issue.siblingAtColumn(TIME_COLUMN)) == 0
    assert issue.data(Qt.ItemDataRole.ToolTipRole).startswith("ประเด็นยุทธศาสตร์: น้ำ")
    assert issue.data(Qt.ItemDataRole.DecorationRole) is None


def test_without_a_plan_it_is_empty(qapp):
    model = TimelineModel()
    assert model.rowCount() == 0
    assert model.node_id(QModelIndex()) == ""
    assert not model.index_of("nobody").isValid()
    assert model.data(QModelIndex()) is None
    model.rearrange(small_plan())
    model.refresh_nodes(small_plan(), ["nobody"])
    assert model.rows is None


def test_a_row_that_has_gone_says_nothing(model):
    plan = small_plan()
    gauge = model.index_of(named(plan, "Project gauge"))
    model.rows.rearrange(apply(plan, remove_branch(plan, named(plan, "Project gauge"))))
    assert gauge.data() is None
    assert not gauge.parent().isValid()


def test_other_fields_are_told_for_the_rows_that_are_shown(model):
    plan = small_plan()
    told = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), first.column(), last.column())))
    map_id = named(plan, "Project map")
    later = apply(plan, set_value(plan, map_id, "end_on", "", date(2027, 5, 31)))
    model.refresh_nodes(later, [map_id, named(plan, "Engineering Division")])
    assert told == [(0, NAME_COLUMN, TIME_COLUMN)]
    assert "31 พฤษภาคม 2570" not in model.index_of(map_id).data()
    assert "31 พ.ค. 70" in model.index_of(map_id, TIME_COLUMN).data()


def test_columns_have_names(model):
    names = [model.headerData(place, Qt.Orientation.Horizontal) for place in (NAME_COLUMN, TIME_COLUMN)]
    assert names == [_("Project or action item"), _("Time")]


def test_the_plan_itself_has_no_row_and_registers_neither(model):
    plan = small_plan()
    assert not model.index_of(plan.root_id).isValid()
    assert not model.index_of(named(plan, "Engineering Division")).isValid()
    assert model.node_id(QModelIndex()) == plan.root_id


def test_a_board_without_a_plan_stays_calm(qtbot):
    board = TimelineBoard()
    qtbot.addWidget(board)
    board.show()
    board.show_scope("nobody")
    assert not board.go_to("nobody")
    board.refresh_nodes(small_plan(), [])
    assert board.tree.axis.years == ()
    assert not board.grab().isNull()
