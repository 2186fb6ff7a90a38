"""The outline's model: rows, names and numbers of the plan, kept in step with it."""

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester

from success_desktop.domain.schema import KindSpec, Wording
from success_desktop.services import editing
from success_desktop.ui.findings import Count
from success_desktop.ui.tree.captions import Caption, name_in_sentence
from success_desktop.ui.tree.model import NODE_MIME, OutlineModel, OutlineRole, dragged_node_id
from tests.plans import named, small_plan

ROLE = Qt.ItemDataRole
ROOT = QModelIndex()


@pytest.fixture
def plan():
    return small_plan()


@pytest.fixture
def model(qapp, plan) -> OutlineModel:
    outline = OutlineModel()
    outline.set_plan(plan, "th")
    return outline


def names(model: OutlineModel, parent: QModelIndex = ROOT) -> list[str]:
    return [model.index(row, 0, parent).data() for row in range(model.rowCount(parent))]


def test_the_children_of_the_plan_stand_at_the_top(model):
    assert names(model) == ["น้ำ", "ทะเบียนหน่วยงาน"]


def test_qt_finds_no_fault_with_the_model(model, editor):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_plan(editor.plan, "th")
    editing.add_node(editor, named(editor.plan, "น้ำ"), "goal")
    model.rearrange(editor.plan)
    model.rearrange(editor.plan, "โครงการ")
    model.rearrange(editor.plan, "")
    assert tester.model() is model


def test_every_row_knows_its_parent_and_its_place(model, plan):
    for node in plan.walk():
        index = model.index_of(node.id)
        if node.id != plan.root_id:
            assert model.node_id(index) == node.id
            assert model.node_id(model.parent(index)) == node.parent_id
            assert plan.children[node.parent_id][index.row()] == node.id


def test_the_plan_itself_has_no_row(model, plan):
    assert not model.index_of(plan.root_id).isValid()
    assert not model.index_of("nobody").isValid()
    assert model.node_id(ROOT) == plan.root_id


def test_numbers_are_those_that_are_printed(model, plan):
    index = model.index_of(named(plan, "โครงการgauge"))
    assert index.data(OutlineRole.NUMBER) == "1.1.2"
    assert index.data(ROLE.AccessibleTextRole) == "1.1.2 โครงการgauge"
    assert index.data(ROLE.ToolTipRole) == "โครงการ\n1.1.2 โครงการgauge"


def test_names_are_in_the_language_chosen(model, plan):
    model.rows.language = "en"
    assert names(model) == ["Water", "Register of agencies"]


def test_an_untranslated_name_is_borrowed_and_marked(model, editor):
    node_id = named(editor.plan, "น้ำ")
    editing.set_text(editor, (node_id, "name", "en"), "")
    model.set_plan(editor.plan, "en")
    index = model.index_of(node_id)
    assert index.data(OutlineRole.CAPTION) == Caption("น้ำ", is_borrowed=True)
    assert index.data(ROLE.EditRole) == ""


def test_a_line_bears_the_counts_that_the_model_is_told(model, plan):
    node_id = named(plan, "น้ำ")
    assert model.index_of(node_id).data(OutlineRole.COUNT) == Count()
    model.count = {node_id: Count(findings=2)}.__getitem__
    assert model.index_of(node_id).data(OutlineRole.COUNT) == Count(findings=2)


def test_a_nameless_node_is_called_by_its_kind(model, plan):
    caption = model.index_of(plan.children[named(plan, "น้ำ")][1]).data(OutlineRole.CAPTION)
    assert caption.is_placeholder
    assert "เป้าประสงค์" in caption.text


def test_a_name_of_several_lines_is_shown_in_one(model, editor):
    editing.set_text(editor, (named(editor.plan, "น้ำ"), "name", "th"), "น้ำ\nและ  ป่า")
    model.set_plan(editor.plan, "th")
    assert names(model)[0] == "น้ำ และ ป่า"


def test_what_a_plan_has_only_one_of_goes_by_its_kind(model, editor):
    node_id = editing.add_node(editor, editor.plan.root_id, "vision")
    editing.set_text(editor, (node_id, "name", "th"), "เมืองน่าอยู่")
    model.set_plan(editor.plan, "th")
    index = model.index_of(node_id)
    assert index.data() == "วิสัยทัศน์"
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable


def test_only_nodes_with_a_name_can_be_renamed(model, plan):
    flag = Qt.ItemFlag.ItemIsEditable
    assert model.flags(model.index_of(named(plan, "น้ำ"))) & flag
    assert not model.flags(model.index(1, 0)) & flag
    assert model.flags(ROOT) == Qt.ItemFlag.ItemIsDropEnabled


def test_renaming_is_asked_for_and_not_done(model, plan, qtbot):
    index = model.index_of(named(plan, "น้ำ"))
    with qtbot.waitSignal(model.rename_requested) as asked:
        assert model.setData(index, "ฝน")
    assert asked.args == [named(plan, "น้ำ"), "ฝน"]
    assert index.data() == "น้ำ"


def test_the_same_name_again_asks_for_nothing(model, plan, qtbot):
    index = model.index_of(named(plan, "น้ำ"))
    with qtbot.assertNotEmitted(model.rename_requested):
        assert not model.setData(index, "น้ำ")
        assert not model.setData(index, "x", ROLE.CheckStateRole)


def test_a_changed_text_repaints_one_row(model, editor, qtbot):
    model.set_plan(editor.plan, "th")
    node_id = named(editor.plan, "น้ำ")
    editing.set_text(editor, (node_id, "name", "th"), "ฝน")
    seen: list[QModelIndex] = []
    model.dataChanged.connect(lambda first, last: seen.extend((first, last)))
    model.refresh_nodes(editor.plan, [node_id, editor.plan.root_id])
    assert [model.node_id(index) for index in seen] == [node_id, node_id]
    assert names(model)[0] == "ฝน"


def test_a_model_without_a_plan_is_empty(model, plan):
    index = model.index(0, 0)
    model.set_plan(None, "th")
    assert model.rowCount() == 0
    assert not model.index(0, 0).isValid()
    assert not model.index_of(plan.root_id).isValid()
    assert model.node_id(ROOT) == ""
    assert not model.parent(index).isValid()
    assert model.data(index) is None
    model.rearrange(plan)
    model.refresh_nodes(plan, [plan.root_id])
    assert model.rowCount() == 0


def test_the_row_of_a_removed_node_says_nothing(model, editor):
    model.set_plan(editor.plan, "th")
    index = model.index_of(named(editor.plan, "น้ำ"))
    editing.remove_node(editor, named(editor.plan, "น้ำ"))
    model.rearrange(editor.plan)
    assert model.data(index) is None
    assert not model.parent(index).isValid()


def test_there_is_one_column(model):
    assert model.columnCount() == 1
    assert not model.index(0, 1).isValid()


# --- dragging ---------------------------------------------------------------------------------------------


def test_a_node_is_carried_by_its_id_and_moved_never_copied(model, plan):
    gauge = named(plan, "โครงการgauge")
    assert dragged_node_id(model.mimeData([model.index_of(gauge)])) == gauge
    assert model.mimeTypes() == [NODE_MIME]
    assert model.supportedDropActions() == Qt.DropAction.MoveAction


def test_what_is_no_node_carries_no_id():
    stranger = QMimeData()
    stranger.setText("x")
    assert dragged_node_id(stranger) == ""


# --- searching --------------------------------------------------------------------------------------------


def test_a_search_leaves_what_it_finds_and_the_way_there(model, plan):
    model.rearrange(plan, "gauge")
    shown = [names(model)]
    index = model.index(0, 0)
    while model.rowCount(index):
        shown.append(names(model, index))
        index = model.index(0, 0, index)
    assert shown == [["น้ำ"], ["ชุมชนริมคลองปลอดภัย"], ["ฟื้นสายคลอง"], ["โครงการgauge"]]


@pytest.mark.parametrize("query", ["น้ำ", "นํ้า", "น้ํา", " น้ำ ", "WATER", "1.1.1", "๑.๑.๑"])
def test_any_spelling_finds_a_name_or_a_number(model, plan, query):
    model.rearrange(plan, query)
    assert names(model) == ["น้ำ"]


def test_a_kind_without_names_is_found_by_its_own(model, plan):
    model.rearrange(plan, "ทะเบียน")
    assert names(model) == ["ทะเบียนหน่วยงาน"]


def test_spaces_alone_narrow_nothing(model, plan):
    model.rearrange(plan, "   ")
    assert len(names(model)) == 2


def test_the_invisible_alone_narrows_nothing(model, plan):
    model.rearrange(plan, "\u200b")
    assert len(names(model)) == 2


def test_the_model_belongs_to_whoever_made_it(qapp):
    owner = QObject()
    assert OutlineModel(owner).parent() is owner


def test_a_kind_is_called_in_small_letters_within_a_sentence(plan):
    kinds = plan.template.kinds
    assert name_in_sentence(kinds["strategic_issue"], "en") == "strategic issue"
    assert name_in_sentence(kinds["strategic_issue"], "th") == "ประเด็นยุทธศาสตร์"
    assert name_in_sentence(KindSpec(name=Wording(th="ตัวชี้วัด", en="KPI")), "en") == "KPI"
