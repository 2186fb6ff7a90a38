"""What is found in the open plan follows every edit, and counts for all that lies above it."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from success_desktop.domain.edits import SetValue
from success_desktop.services import editing
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.findings import Count, PlanFindings, findings_of
from success_desktop.ui.plan_bridge import PlanBridge
from tests.findings import check_plan
from tests.plans import named
from tests.services.conftest import clock, editor, plan_path

__all__ = ["clock", "editor", "plan_path"]


@pytest.fixture
def bridge(qapp, editor: PlanEditor) -> Iterator[PlanBridge]:
    """An open plan."""
    held = PlanBridge()
    held.hold(editor)
    yield held
    held.release()


@pytest.fixture
def findings(bridge: PlanBridge) -> PlanFindings:
    """The findings of the open plan, checked."""
    found = findings_of(bridge)
    found.catch_up()
    return found


def assert_in_step(findings: PlanFindings, editor: PlanEditor) -> None:
    """Fail unless exactly that is known which a check of the whole plan finds."""
    findings.catch_up()
    assert findings.of_branch(editor.plan.root_id) == check_plan(editor.plan)
    for node in editor.plan.walk():
        below = [found.rule for found in findings.of_branch(node.id)]
        translations = below.count("untranslated")
        assert findings.count(node.id) == Count(len(below) - translations, translations)


def test_all_who_ask_get_the_same_findings(bridge):
    assert findings_of(bridge) is findings_of(bridge)


def test_a_plan_is_checked_when_it_is_opened(qtbot: QtBot, bridge, editor):
    found = findings_of(bridge)
    with qtbot.waitSignal(found.changed):
        pass
    assert found.of_branch(editor.plan.root_id) == check_plan(editor.plan)


def test_an_edit_is_checked_when_the_plan_rests(qtbot: QtBot, findings, editor):
    dredge = named(editor.plan, "Project dredge")
    before = findings.count(dredge)
    with qtbot.waitSignal(findings.changed):
        editing.set_text(editor, (dredge, "name", "en"), "")
    assert findings.count(dredge) == before._replace(translations=before.translations + 1)


def test_quick_edits_are_checked_once(qtbot: QtBot, findings, editor):
    spy = QSignalSpy(findings.changed)
    for letter in "กขค":
        editing.set_text(editor, (named(editor.plan, "Project dredge"), "note", "th"), letter)
    qtbot.waitUntil(lambda: spy.count() > 0)
    assert spy.count() == 1


def test_what_is_found_counts_for_everything_above(findings, editor):
    plan = editor.plan
    dredge = named(plan, "Project dredge")
    way = [dredge, *(node.id for node in plan.ancestors(dredge))]
    before = [findings.count(node_id).translations for node_id in way]
    editing.set_text(editor, (dredge, "name", "en"), "")
    findings.catch_up()
    assert [findings.count(node_id).translations for node_id in way] == [count + 1 for count in before]
    assert findings.count(named(plan, "Engineering Division")) == Count()


def test_a_namesake_is_let_go_when_the_other_gets_another_name(findings, editor):
    dredge, gauge = named(editor.plan, "Project dredge"), named(editor.plan, "Project gauge")
    editing.set_text(editor, (gauge, "name", "th"), "โครงการdredge")
    findings.catch_up()
    assert "same_name" in {found.rule for found in findings.of_branch(dredge)}
    editing.set_text(editor, (gauge, "name", "th"), "สถานีวัดระดับน้ำ")
    findings.catch_up()
    assert "same_name" not in {found.rule for found in findings.of_branch(dredge)}


def test_what_is_deleted_is_not_found_any_more_and_neither_is_its_namesake(findings, editor):
    dredge, gauge = named(editor.plan, "Project dredge"), named(editor.plan, "Project gauge")
    editing.set_text(editor, (gauge, "name", "th"), "โครงการdredge")
    findings.catch_up()
    editing.remove_node(editor, gauge)
    findings.catch_up()
    assert findings.of_branch(gauge) == []
    assert findings.count(gauge) == Count()
    assert "same_name" not in {found.rule for found in findings.of_branch(dredge)}


def test_the_years_of_the_plan_concern_every_budget(findings, editor):
    first_be = editor.plan.root.number("first_year")
    editor.edit("Edit", [SetValue(editor.plan.root_id, "first_year", "", first_be, Decimal(2569))])
    assert_in_step(findings, editor)
    assert "outside_years" in {found.rule for found in findings.of_branch(editor.plan.root_id)}


def test_after_any_work_the_findings_are_those_of_a_fresh_check(findings, editor):
    dredge, water = named(editor.plan, "Project dredge"), named(editor.plan, "Water")
    approach = editor.plan.nodes[named(editor.plan, "Project map")].parent_id
    goal = editing.add_node(editor, water, "goal")
    assert_in_step(findings, editor)
    editing.move_node(editor, dredge, approach, None)
    assert_in_step(findings, editor)
    editing.set_text(editor, (dredge, "kpi", "th"), "ครัวเรือน")
    editing.set_text(editor, (dredge, "name", "en"), "")
    assert_in_step(findings, editor)
    editing.set_text(editor, (dredge, "kpi", "en"), "Households")
    editing.remove_node(editor, goal)
    assert_in_step(findings, editor)
    editing.remove_node(editor, approach)
    assert_in_step(findings, editor)
    for _step in range(7):
        editor.undo()
        assert_in_step(findings, editor)


def test_a_closed_plan_has_no_findings(findings, bridge):
    spy = QSignalSpy(findings.changed)
    editor = bridge.release()
    assert spy.count() == 1
    assert findings.plan is None
    assert findings.count(editor.plan.root_id) == Count()
    assert findings.of_branch(editor.plan.root_id) == []
    findings.catch_up()
    assert spy.count() == 1


def test_a_node_that_is_gone_has_none(findings):
    assert findings.of_branch("gone") == []
