"""The panel of findings: what is missing, by topic, and the way to where it is mended."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest

from success_desktop.domain.checks_in_words import Topic, gather
from success_desktop.services import editing
from success_desktop.ui.findings import findings_of
from success_desktop.ui.findings_model import DETAIL_ROLE, SEVERITY_ROLE, FindingsModel
from success_desktop.ui.findings_panel import FindingsPanel
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.qt_catalog import speak
from success_desktop.ui.theme import tokens
from tests.findings import check_plan
from tests.plans import named
from tests.ui.english_plan import bridge, clock, editor, plan_path

__all__ = ["bridge", "clock", "editor", "plan_path"]

LEADERLESS = Topic("empty", "project", "lead_agencies")


@pytest.fixture
def panel(qtbot, bridge: PlanBridge) -> FindingsPanel:
    """The panel, on the screen, over the findings of the small plan."""
    shown = FindingsPanel(bridge, findings_of(bridge))
    qtbot.addWidget(shown)
    shown.resize(330, 600)
    shown.show()
    shown.findings.catch_up()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def topics(model: FindingsModel) -> list[Topic | None]:
    """The topics shown, from the top."""
    return [model.topic(model.index(row, 0)) for row in range(model.rowCount())]


def first_of(panel: FindingsPanel, topic: Topic) -> QModelIndex:
    """The first finding on a topic."""
    return panel.model.index(0, 0, panel.model.index_of(topic))


def test_everything_that_is_found_is_listed_under_its_topic(panel, editor):
    gathered = gather(editor.plan, check_plan(editor.plan))
    assert topics(panel.model) == list(gathered)
    for topic, found in gathered.items():
        line = panel.model.index_of(topic)
        rows = range(panel.model.rowCount(line))
        assert [panel.model.finding(panel.model.index(row, 0, line)) for row in rows] == found
        assert line.data(DETAIL_ROLE) == str(len(found))


def test_qt_finds_no_fault_with_the_model(panel, editor):
    tester = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    editing.set_text(editor, (named(editor.plan, "Project map"), "note", "th"), "หมายเหตุ")
    panel.findings.catch_up()
    editing.remove_node(editor, named(editor.plan, "Water"))
    panel.findings.catch_up()
    assert tester.model() is panel.model


def test_a_line_says_what_is_wrong_and_with_what(panel):
    topic, line = panel.model.index_of(LEADERLESS), first_of(panel, LEADERLESS)
    assert topic.data() == "Project: no lead agency yet"
    assert topic.data(Qt.ItemDataRole.AccessibleTextRole) == "Project: no lead agency yet: 2"
    assert topic.data(Qt.ItemDataRole.ToolTipRole) == "Project: no lead agency yet"
    assert line.data() == "No lead agency yet"
    assert line.data(DETAIL_ROLE) == "1.1.3 Project map"
    assert line.data(Qt.ItemDataRole.AccessibleTextRole) == "No lead agency yet\n1.1.3 Project map"
    assert {topic.data(SEVERITY_ROLE), line.data(SEVERITY_ROLE)} == {"finding"}
    assert topic.data(Qt.ItemDataRole.DecorationRole) is None
    assert line.data(Qt.ItemDataRole.DecorationRole) is None


def test_a_click_asks_for_the_field(panel, editor, qtbot):
    spy = QSignalSpy(panel.field_requested)
    line = first_of(panel, LEADERLESS)
    panel.tree.scrollTo(line)
    qtbot.mouseClick(
        panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=panel.tree.visualRect(line).center()
    )
    assert spy.count() == 1
    assert spy.at(0) == [named(editor.plan, "Project map"), "lead_agencies"]


def test_the_keyboard_does_all_that_the_mouse_does(panel, editor):
    spy = QSignalSpy(panel.field_requested)
    panel.setFocus()
    panel.tree.setCurrentIndex(panel.model.index_of(LEADERLESS))
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert spy.count() == 0
    QTest.keyClick(panel.tree, Qt.Key.Key_Down)
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert spy.count() == 1
    assert spy.at(0) == [named(editor.plan, "Project map"), "lead_agencies"]


def test_what_is_mended_goes_and_what_was_closed_stays_closed(panel, editor, qtbot):
    other = Topic("empty", "project", "objective")
    panel.tree.collapse(panel.model.index_of(other))
    agency = named(editor.plan, "Engineering Division")
    with qtbot.waitSignal(panel.findings.changed):
        editing.set_links(editor, named(editor.plan, "Project map"), "lead_agencies", (agency,))
    assert panel.model.rowCount(panel.model.index_of(LEADERLESS)) == 1
    assert panel.tree.isExpanded(panel.model.index_of(LEADERLESS))
    assert not panel.tree.isExpanded(panel.model.index_of(other))


def test_mending_one_finding_after_the_other_goes_down_the_list(panel, editor):
    panel.tree.setCurrentIndex(first_of(panel, LEADERLESS))
    agency = named(editor.plan, "Engineering Division")
    editing.set_links(editor, named(editor.plan, "Project map"), "lead_agencies", (agency,))
    panel.findings.catch_up()
    assert panel.model.finding(panel.tree.currentIndex()).node_id == named(editor.plan, "Project heat")
    editing.set_links(editor, named(editor.plan, "Project heat"), "lead_agencies", (agency,))
    panel.findings.catch_up()
    assert not panel.tree.currentIndex().isValid()


def test_a_topic_chosen_stays_chosen(panel, editor):
    panel.tree.setCurrentIndex(panel.model.index_of(LEADERLESS))
    editing.set_text(editor, (named(editor.plan, "Project map"), "note", "th"), "หมายเหตุ")
    panel.findings.catch_up()
    assert panel.tree.currentIndex() == panel.model.index_of(LEADERLESS)


def test_only_what_is_chosen_can_be_listed(panel, editor, qtbot):
    qtbot.mouseClick(panel.reach.button("chosen"), Qt.MouseButton.LeftButton)
    heat = named(editor.plan, "Project heat")
    panel.show_node(heat)
    found = {panel.model.finding(first_of(panel, topic)).node_id for topic in topics(panel.model) if topic}
    assert found == {heat}
    qtbot.mouseClick(panel.reach.button("whole"), Qt.MouseButton.LeftButton)
    assert len(topics(panel.model)) == len(gather(editor.plan, check_plan(editor.plan)))


def test_the_choice_changes_nothing_while_the_whole_plan_is_listed(panel, editor):
    before = topics(panel.model)
    panel.show_node(named(editor.plan, "Project heat"))
    panel.show_node(named(editor.plan, "Project heat"))
    assert topics(panel.model) == before


def test_where_nothing_is_missing_the_panel_says_so(panel, editor, qtbot):
    panel.show_node(named(editor.plan, "Engineering Division"))
    qtbot.mouseClick(panel.reach.button("chosen"), Qt.MouseButton.LeftButton)
    assert panel.tree.isHidden()
    assert panel.nothing.text() == "Nothing is missing in what is chosen."
    qtbot.mouseClick(panel.reach.button("whole"), Qt.MouseButton.LeftButton)
    assert panel.nothing.isHidden()


def test_a_topic_can_be_opened_from_elsewhere(panel):
    panel.show_topic(LEADERLESS)
    assert panel.tree.currentIndex() == first_of(panel, LEADERLESS)
    assert [topic for topic in topics(panel.model) if panel.tree.isExpanded(panel.model.index_of(topic))] == [
        LEADERLESS
    ]
    panel.show_topic(Topic("same_name"))
    assert not panel.tree.currentIndex().isValid()


def test_a_great_number_of_findings_is_closed_at_first(panel, editor, qtbot):
    approach = editor.plan.nodes[named(editor.plan, "Project heat")].parent_id
    panel.model.show(None, [], "en")
    for _project in range(8):
        editing.add_node(editor, approach, "project")
    panel.findings.catch_up()
    assert not any(panel.tree.isExpanded(panel.model.index_of(topic)) for topic in topics(panel.model))


def test_a_panel_out_of_sight_catches_up_when_it_is_seen_again(panel, editor):
    panel.hide()
    before = topics(panel.model)
    editing.remove_node(editor, named(editor.plan, "Water"))
    panel.findings.catch_up()
    assert topics(panel.model) == before
    panel.show()
    assert topics(panel.model) == list(gather(editor.plan, check_plan(editor.plan)))


def test_a_finding_whose_node_has_just_gone_shows_nothing(panel, editor):
    found = [panel.model.finding(first_of(panel, LEADERLESS))]
    heat = found[0].node_id
    panel.hide()
    editing.remove_node(editor, heat)
    panel.model.show(editor.plan, [], "en")
    assert panel.model.rowCount() == 0
    assert panel.model.finding(QModelIndex()) is None
    assert panel.model.topic(QModelIndex()) is None
    assert panel.model.data(QModelIndex()) is None


def test_the_panel_speaks_another_language_at_once(panel):
    speak("th")
    assert panel.model.index_of(LEADERLESS).data() == "โครงการที่ยังไม่มีหน่วยงานรับผิดชอบหลัก"


def test_a_closed_plan_leaves_an_empty_panel(panel, bridge):
    bridge.release()
    assert panel.model.rowCount() == 0


def test_translations_are_marked_otherwise_than_findings(panel, editor):
    editing.set_text(editor, (named(editor.plan, "Project map"), "name", "en"), "")
    panel.findings.catch_up()
    assert panel.model.index_of(Topic("untranslated")).data(SEVERITY_ROLE) == "translation"
    assert first_of(panel, Topic("untranslated")).data(SEVERITY_ROLE) == "translation"


def test_the_list_has_one_column_and_an_owner(panel):
    assert panel.model.columnCount() == 1
    assert panel.model.parent() is panel
    assert not panel.model.index(0, 1).isValid()


def test_what_is_shown_stays_whole_while_the_plan_goes_on(panel, editor):
    line = first_of(panel, LEADERLESS)
    editing.remove_node(editor, panel.model.finding(line).node_id)
    assert line.data(DETAIL_ROLE) == "1.1.3 Project map"
    panel.findings.catch_up()
    assert first_of(panel, LEADERLESS).data(DETAIL_ROLE) == "1.2.1 Project heat"


def colours(panel: FindingsPanel, index: QModelIndex) -> set[str]:
    """The colours in which a line is painted, as #rrggbb."""
    image = panel.tree.viewport().grab(panel.tree.visualRect(index)).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_topics_wear_the_badges_of_the_outline(panel, editor):
    editing.set_text(editor, (named(editor.plan, "Project map"), "name", "en"), "")
    panel.findings.catch_up()
    panel.tree.collapseAll()
    found, one_sided = panel.model.index_of(LEADERLESS), panel.model.index_of(Topic("untranslated"))
    assert tokens().red.lower() in colours(panel, found)
    assert tokens().amber.lower() in colours(panel, one_sided)
    assert tokens().red.lower() not in colours(panel, one_sided)
