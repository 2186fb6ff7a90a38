"""Dragging nodes through the outline, with the events that a drag sends."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from success_desktop.services import editing
from success_desktop.ui.theme import tokens
from success_desktop.ui.tree.dropping import SPRING_MS
from success_desktop.ui.tree.moves import Target
from success_desktop.ui.tree.outline_view import OutlineView

MOVE, LEFT, PLAIN = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Hand:
    """A mouse that carries a node through the outline."""

    def __init__(self, outline: OutlineView, node_id: str) -> None:
        self.outline = outline
        self.viewport = outline.tree.viewport()
        self.content = outline.model.mimeData([outline.model.index_of(node_id)])
        self.point = QPoint()

    def enter(self) -> bool:
        event = QDragEnterEvent(self.point, MOVE, self.content, LEFT, PLAIN)
        QApplication.sendEvent(self.viewport, event)
        return event.isAccepted()

    def go(self, point: QPoint) -> bool:
        """Carry it to a point; whether it could be let go there."""
        self.point = point
        event = QDragMoveEvent(point, MOVE, self.content, LEFT, PLAIN)
        QApplication.sendEvent(self.viewport, event)
        return event.isAccepted()

    def drop(self) -> bool:
        """Let it go; whether it was taken."""
        event = QDropEvent(QPointF(self.point), MOVE, self.content, LEFT, PLAIN)
        QApplication.sendEvent(self.viewport, event)
        return event.isAccepted()

    def leave(self) -> None:
        QApplication.sendEvent(self.viewport, QDragLeaveEvent())


@pytest.fixture
def carry(outline) -> Iterator[Callable[[str], Hand]]:
    """Takes a node by its id and comes into the outline with it; at the end every hand has gone out again."""
    hands: list[Hand] = []

    def take(node_id: str) -> Hand:
        hands.append(Hand(outline, node_id))
        assert hands[-1].enter()
        return hands[-1]

    yield take
    for hand in hands:
        hand.leave()


@pytest.fixture
def hand(outline, node, carry) -> Callable[[str], Hand]:
    """Takes a node by its name, with everything in the outline open."""

    def take(name: str) -> Hand:
        outline.tree.expandAll()
        taken: Hand = carry(node(name))
        return taken

    return take


@pytest.fixture
def spot(outline, node):
    """A point on the row of a node: how far down (0 to 1), and how far right in pixels."""

    def find(name: str, share: float, x: int = 100) -> QPoint:
        rect = outline.tree.visualRect(outline.model.index_of(node(name)))
        return QPoint(x, round(rect.top() + share * (rect.height() - 1)))

    return find


def names_under(editor, parent_id: str) -> list[str]:
    return [node.text("name", "en") for node in editor.plan.children_of(parent_id)]


def test_dropped_above_a_row_a_node_comes_before_it(hand, spot, editor, node):
    gauge = hand("โครงการgauge")
    assert gauge.go(spot("โครงการdredge", 0.1))
    assert gauge.drop()
    assert names_under(editor, node("ฟื้นสายคลอง")) == ["Project gauge", "Project dredge"]


def test_dropped_onto_a_row_a_node_goes_in_as_its_last(hand, spot, outline, editor, node):
    gauge = hand("โครงการgauge")
    target = editor.plan.nodes[node("โครงการheat")].parent_id
    rect = outline.tree.visualRect(outline.model.index_of(target))
    assert gauge.go(rect.center())
    assert outline.tree.guide.drop.target == Target(node("โครงการgauge"), target)
    assert gauge.drop()
    assert names_under(editor, target) == ["Project heat", "Project gauge"]


def test_a_node_moves_with_its_children_in_one_step_and_is_chosen(hand, spot, outline, editor, node):
    goal = hand("ชุมชนริมคลองปลอดภัย")
    below = sum(1 for _node in editor.plan.walk(node("ชุมชนริมคลองปลอดภัย")))
    before = editor.plan.children[node("น้ำ")]
    assert goal.go(spot("โครงการheat", 0.9, 30))
    assert goal.drop()
    assert editor.plan.children[node("น้ำ")] == before[::-1]
    assert sum(1 for _node in editor.plan.walk(node("ชุมชนริมคลองปลอดภัย"))) == below
    assert outline.current_node_id() == node("ชุมชนริมคลองปลอดภัย")
    editor.undo()
    assert editor.plan.children[node("น้ำ")] == before


def test_the_template_refuses_and_the_mouse_says_so(hand, spot, outline, editor):
    before = editor.plan
    gauge = hand("โครงการgauge")
    for name in ("น้ำ", "กองช่าง", "กองสาธารณสุข"):
        assert not gauge.go(spot(name, 0.5))
        assert outline.tree.guide.drop is None
    assert not gauge.drop()
    assert editor.plan is before


def test_nothing_goes_into_itself(hand, spot, editor):
    before = editor.plan
    issue = hand("น้ำ")
    for name in ("ชุมชนริมคลองปลอดภัย", "โครงการgauge"):
        assert not issue.go(spot(name, 0.4))
    assert not issue.drop()
    assert editor.plan is before


@pytest.fixture
def sections(outline, editor):
    """A section in a section in a section, and another one behind them; their ids from the outermost."""
    outer = editing.add_node(editor, editor.plan.root_id, "section")
    middle = editing.add_node(editor, outer, "section")
    inner = editing.add_node(editor, middle, "section")
    other = editing.add_node(editor, editor.plan.root_id, "section")
    outline.tree.expandAll()
    return outer, middle, inner, other


@pytest.mark.parametrize("level", [0, 1, 2, 3])
def test_behind_the_end_of_a_branch_the_mouse_chooses_the_level(carry, outline, editor, sections, level):
    inner, other = sections[2:]
    rect = outline.tree.visualRect(outline.model.index_of(inner))
    carried = carry(other)
    x = outline.tree.indentation() * (level + 1)
    assert carried.go(QPoint(x, rect.bottom()))
    assert outline.tree.guide.drop.depth == level
    assert carried.drop()
    parents = (editor.plan.root_id, *sections)
    assert editor.plan.nodes[other].parent_id == parents[level]


def test_the_line_is_painted_at_the_level_it_tells_and_goes_with_the_drag(carry, outline, sections):
    inner, other = sections[2:]
    rect = outline.tree.visualRect(outline.model.index_of(inner))
    carried = carry(other)

    def line_begins() -> int:
        image = outline.tree.viewport().grab().toImage()
        colours = [image.pixelColor(x, rect.bottom() + 1).name().upper() for x in range(image.width())]
        dark = [x for x, colour in enumerate(colours) if colour == tokens().accent.upper()]
        return dark[0] if len(dark) > 40 else 0

    assert line_begins() == 0
    begins = []
    for level in (1, 2):
        carried.go(QPoint(outline.tree.indentation() * (level + 1), rect.bottom()))
        begins.append(line_begins())
    assert begins[1] - begins[0] == outline.tree.indentation()
    carried.leave()
    assert line_begins() == 0
    assert outline.tree.guide.drop is None


def test_the_row_it_would_go_into_is_framed(hand, outline, editor, node):
    gauge = hand("โครงการgauge")
    target = editor.plan.nodes[node("โครงการheat")].parent_id
    rect = outline.tree.visualRect(outline.model.index_of(target))
    plain = outline.tree.viewport().grab(rect).toImage()
    gauge.go(rect.center())
    assert outline.tree.viewport().grab(rect).toImage() != plain


def test_below_the_last_row_a_node_goes_to_the_end(hand, outline, editor, node):
    issue = hand("น้ำ")
    assert issue.go(QPoint(60, outline.tree.viewport().height() - 40))
    assert issue.drop()
    assert editor.plan.children[editor.plan.root_id][-1] == node("น้ำ")


def test_a_closed_branch_opens_when_the_mouse_rests_on_it(hand, spot, outline, node, qtbot):
    gauge = hand("โครงการgauge")
    approach = outline.model.index_of(node("ฟื้นสายคลอง"))
    outline.tree.collapse(approach)
    gauge.go(spot("ฟื้นสายคลอง", 0.5))
    qtbot.waitUntil(lambda: outline.tree.isExpanded(approach), timeout=10 * SPRING_MS)


def test_a_branch_stays_closed_when_the_mouse_goes_on(hand, spot, outline, node, qtbot):
    gauge = hand("โครงการgauge")
    goal = outline.model.index_of(node("ชุมชนริมคลองปลอดภัย"))
    outline.tree.collapse(goal)
    gauge.go(spot("ชุมชนริมคลองปลอดภัย", 0.5))
    gauge.leave()
    qtbot.wait(SPRING_MS + 100)
    assert not outline.tree.isExpanded(goal)


def test_near_an_edge_the_outline_scrolls_under_the_mouse(hand, outline, editor, node, qtbot):
    for _more in range(30):
        editing.add_node(editor, node("ฟื้นสายคลอง"), "project")
    gauge = hand("โครงการgauge")
    bar, viewport = outline.tree.verticalScrollBar(), outline.tree.viewport()
    assert bar.maximum() > 0
    gauge.go(QPoint(60, viewport.height() - 2))
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    gauge.go(QPoint(60, 2))
    qtbot.waitUntil(lambda: bar.value() == 0)
    gauge.go(QPoint(60, 2))
    gauge.leave()


def test_what_is_no_node_is_not_let_in(outline):
    stranger = QMimeData()
    stranger.setText("text")
    event = QDragEnterEvent(QPoint(50, 50), MOVE, stranger, LEFT, PLAIN)
    QApplication.sendEvent(outline.tree.viewport(), event)
    assert not event.isAccepted()


def test_a_node_of_another_plan_lands_nowhere(carry, outline, spot, editor):
    before = editor.plan
    carried = carry(editor.plan.root_id)
    carried.content.setData(outline.model.mimeTypes()[0], b"somebody-else")
    assert not carried.go(spot("น้ำ", 0.5))
    assert not carried.drop()
    assert editor.plan is before


def test_without_a_plan_nothing_can_land(carry, outline, bridge, editor):
    carried = carry(editor.plan.root_id)
    bridge.release()
    assert not carried.go(QPoint(60, 60))
    assert not carried.drop()


def test_in_a_searched_outline_the_place_is_right_among_what_is_hidden(carry, outline, editor, node, spot):
    outline.filter.setText("gauge")
    outline.narrow()
    carried = carry(node("โครงการgauge"))
    extra = editing.add_node(editor, node("ฟื้นสายคลอง"), "project")
    assert carried.go(spot("โครงการgauge", 0.9, 80))
    assert outline.tree.guide.drop.target == Target(node("โครงการgauge"), node("ฟื้นสายคลอง"), extra)


def test_the_keyboard_moves_as_well(outline, editor, node):
    outline.select_node(node("โครงการgauge"))
    keys = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QApplication.sendEvent(outline.tree, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Up, keys))
    assert names_under(editor, node("ฟื้นสายคลอง")) == ["Project gauge", "Project dredge"]
