"""Which two points are compared: those chosen, else the landmark and the present, as long as both are there."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from success_desktop.domain.restoring import Scope
from success_desktop.services import editing
from success_desktop.services.comparing import PRESENT, Point
from success_desktop.services.keeping import keep_automatically
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.restoring import preview_restore, restore
from success_desktop.services.revisions import list_revisions
from success_desktop.ui.compare.compare_view import CompareView
from success_desktop.ui.compare.point_pair import PointPair, past_of
from success_desktop.ui.plan_bridge import PlanBridge
from tests.plans import named
from tests.ui.compare.comparisons import keep


@pytest.fixture
def pair(bridge: PlanBridge) -> PointPair:
    """The points compared of the small plan."""
    owner = QObject(bridge)
    return PointPair(bridge, owner)


@pytest.fixture
def told(pair: PointPair) -> list[str]:
    """What the pair has told, in order."""
    facts: list[str] = []
    pair.changed.connect(lambda: facts.append("changed"))
    pair.edited.connect(lambda: facts.append("edited"))
    return facts


def write(editor: PlanEditor, node_id: str, text: str) -> None:
    editor.end_step()
    editing.set_text(editor, (node_id, "place", "en"), text)


def test_without_a_plan_nothing_is_compared(pair, bridge, editor):
    keep(editor)
    bridge.release()
    assert pair.compare() is None
    assert not pair.has_present()
    bridge.hold(editor)


def test_without_a_revision_nothing_is_compared_and_nothing_is_told(pair, told, editor, dredge):
    assert pair.compare() is None
    write(editor, dredge, "one")
    assert told == []


def test_a_pair_chosen_twice_is_told_once(pair, told, editor):
    point = keep(editor)
    pair.choose(point, PRESENT)
    pair.choose(point, PRESENT)
    assert told == ["changed"]
    pair.choose(PRESENT, point)
    assert told == ["changed", "changed"]


def test_with_the_present_every_edit_is_told(pair, told, editor, dredge):
    pair.choose(keep(editor), PRESENT)
    write(editor, dredge, "one")
    write(editor, dredge, "two")
    assert told == ["changed", "edited", "edited"]


def test_between_two_revisions_only_what_the_plan_has_and_has_not_is_told(pair, told, editor, dredge):
    first = keep(editor, "ร่างที่ 1")
    write(editor, dredge, "one")
    pair.choose(first, keep(editor, "ร่างที่ 2"))
    write(editor, dredge, "two")
    assert told == ["changed"]
    editing.remove_node(editor, dredge)
    editor.undo()
    assert told == ["changed", "edited", "edited"]


def test_a_revision_more_leaves_the_pair_alone(pair, told, bridge, editor, dredge):
    pair.choose(keep(editor, "ร่างที่ 1"), PRESENT)
    write(editor, dredge, "one")
    keep(editor, "ร่างที่ 2")
    bridge.revised.emit()
    assert told == ["changed", "edited"]
    assert [point.name for point in pair.points][1] == PRESENT.name


def test_one_that_gave_way_is_not_compared_any_more(pair, told, bridge, editor, dredge):
    mine = keep(editor, "ร่างที่ 1")
    write(editor, dredge, "one")
    hour = keep_automatically(editor, "hour")
    assert hour is not None
    pair.choose(Point(hour.id, hour), PRESENT)
    write(editor, dredge, "two")
    assert keep_automatically(editor, "hour") is not None
    bridge.revised.emit()
    assert told == ["changed", "edited", "changed"]
    compared = pair.compare()
    assert compared is not None
    assert compared.old_point == mine


def test_another_plan_forgets_the_points(pair, told, bridge, editor):
    pair.choose(keep(editor), PRESENT)
    bridge.release()
    assert pair.points is None
    bridge.hold(editor)
    assert told == ["changed", "changed", "changed"]


def test_what_is_brought_back_comes_from_the_revision_on_either_side(pair, editor, dredge):
    first = keep(editor, "ร่างที่ 1")
    write(editor, dredge, "one")
    second = keep(editor, "ร่างที่ 2")
    for old, new, past in ((first, PRESENT, first), (PRESENT, first, first), (first, second, first)):
        pair.choose(old, new)
        compared = pair.compare()
        assert compared is not None
        assert past_of(compared) == past
    pair.choose(PRESENT, PRESENT)
    compared = pair.compare()
    assert compared is not None
    assert past_of(compared) is None


# --- in the view -------------------------------------------------------------------------------------------


def test_a_node_deleted_since_two_revisions_leads_nowhere_any_more(view, editor, dredge, qtbot):
    first = keep(editor, "ร่างที่ 1")
    write(editor, dredge, "one")
    view.show_points(first, keep(editor, "ร่างที่ 2"))
    assert view.differences.model.card(0).is_present
    editing.remove_node(editor, dredge)
    qtbot.waitUntil(lambda: not view.differences.model.card(0).is_present)
    editor.undo()
    qtbot.waitUntil(lambda: view.differences.model.card(0).is_present)


def test_undo_and_redo_are_followed(edited_view, editor, dredge, qtbot):
    model = edited_view.differences.model
    editing.set_text(editor, (dredge, "objective", "en"), "Less flooding")
    qtbot.waitUntil(lambda: model.rowCount() == 4)
    editor.undo()
    qtbot.waitUntil(lambda: model.rowCount() == 3)
    editor.redo()
    qtbot.waitUntil(lambda: model.rowCount() == 4)


def test_a_restoration_leaves_nothing_that_differs(edited_view: CompareView, editor, bridge, qtbot):
    differences = edited_view.differences
    (revision,) = list_revisions(editor)
    wanted: list[Scope] = []
    differences.restore_requested.connect(wanted.append)
    while differences.model.rowCount():
        differences.cards.part_pressed.emit("restore")
        before = differences.model.rowCount()
        restore(editor, preview_restore(editor, revision, wanted[-1]))
        bridge.revised.emit()
        qtbot.waitUntil(lambda rows=before: differences.model.rowCount() < rows)
    assert len(wanted) == 3
    assert edited_view.nothing.words.text() == "Nothing differs between “ร่างที่ 1” and “Present”."


def test_a_history_that_cannot_be_read_is_not_taken_for_an_empty_one(edited_view, editor, bridge, qtbot):
    engine = editor.file.store.engine
    engine.dispose()
    Path(engine.url.database).write_bytes(b"lost" * 4096)
    editor.pasts = type(editor.pasts)()
    with qtbot.waitSignal(bridge.refused):
        edited_view.refresh()
    QApplication.processEvents()
    assert edited_view.nothing.isVisible()
    assert edited_view.nothing.words.text() == "These two cannot be compared."
    assert not edited_view.nothing.keep.isVisible()
    assert not edited_view.head.redline.isVisible()
    bridge.release()
    editor.abandon()


def test_a_project_named_anew_is_named_anew_on_its_cards(edited_view, editor, dredge, qtbot):
    model = edited_view.differences.model
    row = model.first_row_of(dredge)
    editing.set_text(editor, (dredge, "name", "en"), "Dredging with neighbours")
    qtbot.waitUntil(lambda: "Dredging with neighbours" in model.card(row).name)
    assert named(editor.plan, "Dredging with neighbours") == dredge
