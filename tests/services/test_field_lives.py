"""The life of a field in a real plan file, and bringing back what it once said."""

import pytest

from success_desktop.services.editing import remove_node, set_links, set_text
from success_desktop.services.entering import enter_value
from success_desktop.services.field_lives import bring_back, list_wordings
from success_desktop.services.revisions import take_revision
from tests.plans import named


@pytest.fixture
def project(editor) -> str:
    return named(editor.plan, "Project dredge")


def reword(editor, clock, node_id: str, text: str) -> None:
    clock.pass_seconds(60)
    set_text(editor, (node_id, "objective", "th"), text)


def test_each_wording_is_told_with_its_author_and_its_revision(editor, clock, project):
    reword(editor, clock, project, "ลดน้ำท่วม")
    kept = take_revision(editor, "", "ร่างที่ 1")
    editor.author = "วิชัย"
    reword(editor, clock, project, "ลดน้ำท่วมและน้ำแล้ง")
    newest, older = list_wordings(editor, project, "objective")
    assert newest.entry is not None
    assert older.entry is not None
    assert (newest.parts, newest.entry.step.author, newest.revision) == (
        {"th": "ลดน้ำท่วมและน้ำแล้ง"},
        "วิชัย",
        None,
    )
    assert (older.parts, older.entry.step.author, older.revision) == ({"th": "ลดน้ำท่วม"}, "สมหญิง", kept)


def test_a_budget_has_a_life_too(editor, clock, project):
    begun = editor.plan.nodes[project].parts("budget")
    clock.pass_seconds(60)
    enter_value(editor, (project, "budget", "2569:ordinance"), "800000")
    newest, first = list_wordings(editor, project, "budget")
    assert first.parts == begun
    assert newest.former == begun


def test_an_old_wording_comes_back_in_one_step_of_its_own(editor, clock, project):
    reword(editor, clock, project, "ลดน้ำท่วม")
    reword(editor, clock, project, "ลดน้ำแล้ง")
    older = list_wordings(editor, project, "objective")[1]
    bring_back(editor, (project, "objective"), older.parts)
    assert editor.plan.nodes[project].text("objective", "th") == "ลดน้ำท่วม"
    editor.undo()
    assert editor.plan.nodes[project].text("objective", "th") == "ลดน้ำแล้ง"


def test_a_budget_comes_back_whole(editor, clock, project):
    begun = editor.plan.nodes[project].parts("budget")
    clock.pass_seconds(60)
    enter_value(editor, (project, "budget", "2569:ordinance"), "")
    enter_value(editor, (project, "budget", "2570:codi"), "1000")
    bring_back(editor, (project, "budget"), begun)
    assert editor.plan.nodes[project].parts("budget") == begun


def test_what_it_says_now_brings_nothing_back(editor, clock, project):
    reword(editor, clock, project, "ลดน้ำท่วม")
    number = editor.file.store.last_number()
    bring_back(editor, (project, "objective"), {"th": "ลดน้ำท่วม"})
    assert editor.file.store.last_number() == number


def test_links_come_back_without_those_to_what_is_gone(editor, project):
    agency, other = named(editor.plan, "กองช่าง"), named(editor.plan, "กองสาธารณสุข")
    set_links(editor, project, "lead_agencies", [agency, other])
    both = editor.plan.nodes[project].parts("lead_agencies")
    set_links(editor, project, "lead_agencies", [agency])
    remove_node(editor, other)
    set_links(editor, project, "lead_agencies", [])
    bring_back(editor, (project, "lead_agencies"), both)
    assert editor.plan.nodes[project].links("lead_agencies") == (agency,)


def test_other_edits_of_the_node_are_not_told(editor, clock, project):
    reword(editor, clock, project, "ลดน้ำท่วม")
    life = list_wordings(editor, project, "name")
    assert [one.parts for one in life] == [editor.plan.nodes[project].parts("name")]
