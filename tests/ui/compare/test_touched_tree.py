"""The tree of touched nodes: signs, numbers, what stands above, and nothing that is not touched."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from success_desktop.domain.edits import (
    AddNode,
    MoveNode,
    SetValue,
    apply,
    place_among,
    remove_branch,
    set_value,
)
from success_desktop.ui.compare.card_model import CardModel
from success_desktop.ui.compare.signs import sign_words
from success_desktop.ui.compare.touched_model import TouchedRole
from success_desktop.ui.compare.touched_tree import TouchedTree
from tests.plans import named
from tests.ui.compare.comparisons import compare, edited, writer_of


@pytest.fixture
def compared(plan):
    """One project renamed, one edited, one deleted, one added, one moved."""
    dredge, gauge, heat = (named(plan, f"Project {key}") for key in ("dredge", "gauge", "heat"))
    mapping = named(plan, "Project map")
    node = plan.nodes[heat]
    target = plan.nodes[mapping].parent_id
    new = apply(plan, set_value(plan, dredge, "name", "en", "Dredge the canal"))
    new = apply(new, set_value(new, gauge, "place", "en", "bridge"))
    new = apply(new, set_value(new, gauge, "place", "th", "สะพาน"))
    new = apply(new, remove_branch(new, mapping))
    new = apply(
        new, [AddNode("fresh", "project", target, "zz"), SetValue("fresh", "name", "en", None, "Market")]
    )
    return compare(
        plan, apply(new, [MoveNode(heat, node.parent_id, node.position, target, place_among(new, target))])
    )


@pytest.fixture
def tree(qtbot, bridge, compared):
    shown = TouchedTree()
    qtbot.addWidget(shown)
    shown.resize(300, 400)
    shown.show()
    shown.show_nodes(writer_of(compared))
    return shown


def rows_below(model, parent=None):
    """Every line: its depth, name, sign and count."""
    parent = parent or QModelIndex()
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield index
        yield from rows_below(model, index)


def signs(tree):
    """The sign of each line by its name."""
    return {index.data(): index.data(TouchedRole.SIGN) for index in rows_below(tree.nodes)}


def test_each_fate_has_its_sign(tree):
    found = signs(tree)
    assert found["1.1.1 Dredge the canal"] == "renamed"
    assert found["1.1.2 Project gauge"] == "edited"
    assert found["1.1.3 Project map"] == "removed"
    assert {name.split(" ", 1)[1]: sign for name, sign in found.items()}["Market"] == "added"
    assert {name.split(" ", 1)[1]: sign for name, sign in found.items()}["Project heat"] == "moved"
    assert found["1 Water"] == "same"


def test_what_differs_nowhere_is_left_out(tree):
    assert not [name for name in signs(tree) if "Division" in name or "Households" in name]


def test_parents_are_found_from_their_children(tree):
    for index in rows_below(tree.nodes):
        for row in range(tree.nodes.rowCount(index)):
            assert tree.nodes.parent(tree.nodes.index(row, 0, index)) == index
    assert tree.nodes.parent() is tree


def test_every_line_is_found_by_its_node(tree):
    for index in rows_below(tree.nodes):
        assert tree.nodes.index_of(tree.nodes.node_id(index)) == index
    assert not tree.nodes.index_of("nowhere").isValid()
    assert tree.nodes.node_id(QModelIndex()) == ""


def test_lines_say_what_their_signs_show(tree):
    spoken = [index.data(Qt.ItemDataRole.AccessibleTextRole) for index in rows_below(tree.nodes)]
    assert "1.1.1 Dredge the canal, renamed, 1 field edited" in spoken
    assert "1.1.2 Project gauge, 1 field edited" in spoken
    assert "1.1.3 Project map, deleted" in spoken


def test_signs_have_words(bridge):
    words = [sign_words(sign) for sign in ("added", "removed", "moved", "renamed", "edited")]
    assert words == ["added", "deleted", "moved", "renamed", ""]


def test_the_plan_itself_has_a_line_when_it_differs(tree, plan):
    tree.show_nodes(writer_of(edited(plan, set_value(plan, plan.root_id, "edition", "en", "Draft 9"))))
    (index,) = rows_below(tree.nodes)
    assert index.data() == "Test town plan 2025–2029"


def test_choosing_a_line_is_told_and_following_is_not(tree, qtbot):
    lines = list(rows_below(tree.nodes))
    with qtbot.waitSignal(tree.node_chosen) as chosen:
        tree.setCurrentIndex(lines[-1])
    assert chosen.args == [tree.nodes.node_id(lines[-1])]
    with qtbot.assertNotEmitted(tree.node_chosen):
        tree.follow(tree.nodes.node_id(lines[0]))
        tree.follow("nowhere")
    assert tree.currentIndex() == lines[0]


def test_what_somebody_closed_stays_closed_and_the_current_line_current(tree, compared):
    lines = list(rows_below(tree.nodes))
    tree.setCurrentIndex(lines[1])
    node_id = tree.nodes.node_id(lines[2])
    tree.collapse(lines[2])
    tree.show_nodes(writer_of(compared))
    assert not tree.isExpanded(tree.nodes.index_of(node_id))
    assert tree.isExpanded(tree.nodes.index(0, 0))
    assert tree.nodes.node_id(tree.currentIndex()) == tree.nodes.node_id(lines[1])


def test_a_large_tree_opens_two_levels_only(tree, import_compared):
    tree.show_nodes(writer_of(import_compared))
    top = tree.nodes.index(0, 0)
    assert tree.isExpanded(top)
    deepest = next(index for index in rows_below(tree.nodes) if not tree.nodes.rowCount(index))
    assert not tree.isExpanded(deepest.parent())


def test_keys_of_steps_are_left_to_the_view(tree, qtbot):
    first = tree.nodes.index(0, 0)
    tree.setCurrentIndex(first)
    QTest.keyClick(tree, Qt.Key.Key_Greater)
    assert tree.currentIndex() == first
    QTest.keyClick(tree, Qt.Key.Key_Down)
    assert tree.currentIndex() != first


def test_the_first_card_of_a_branch_is_found(tree, compared, plan):
    cards = CardModel()
    cards.show(writer_of(compared))
    water = named(plan, "Water")
    assert tree.nodes.first_row_within(water, cards) == 0
    heat = named(plan, "Project heat")
    place = cards.place(tree.nodes.first_row_within(heat, cards))
    assert place is not None
    assert place.node_id == heat
    assert tree.nodes.first_row_within(named(plan, "Engineering Division"), cards) == -1


def test_signs_are_seen_without_colours(tree):
    """Grey, the four signs still differ from one another."""
    pictures = []
    for sign in ("added", "removed", "moved", "renamed"):
        index = next(index for index in rows_below(tree.nodes) if index.data(TouchedRole.SIGN) == sign)
        rect = tree.visualRect(index)
        picture = tree.viewport().grab(rect.adjusted(0, 0, 26 - rect.width(), 0)).toImage()
        pictures.append(picture.convertToFormat(QImage.Format.Format_Grayscale8))
    assert all(one != other for place, one in enumerate(pictures) for other in pictures[:place])


def test_without_a_comparison_the_tree_is_empty(tree):
    tree.show_nodes(None)
    assert tree.nodes.rowCount() == 0
    assert tree.nodes.data(QModelIndex()) is None
    assert not tree.nodes.index(0, 0).isValid()
