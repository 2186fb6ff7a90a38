"""What a page says when there is nothing yet, and where the focus is once something has been added."""

import pytest

from success_desktop.i18n import _
from success_desktop.services import editing
from success_desktop.services.library import new_plan
from success_desktop.ui.page.next_step import NextStep, first_towards
from success_desktop.ui.page.page_view import PageView
from success_desktop.ui.plan_bridge import PlanBridge
from tests.plans import template
from tests.ui.page.keys import type_text
from tests.ui.page.pages import form_of, links_below, text_edit

FIRST_GROUPS = {
    "success-strategic-plan": "strategic_issue",
    "ldp-2566-strategy": "strategy",
    "ldp-2571-issue": "development_issue",
}


def card(page: PageView) -> NextStep:
    return form_of(page).above[0]


@pytest.fixture(params=FIRST_GROUPS)
def new_page(request, qtbot, qapp, tmp_path):
    """The page of a plan that has just been begun, and its editor."""
    editor = new_plan(tmp_path / "ใหม่.success", template(request.param), "ผู้วางแผน")
    bridge = PlanBridge()
    bridge.hold(editor)
    page = PageView(bridge)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.show_node(editor.plan.root_id)
    yield page, editor
    bridge.release()
    editor.close(publish=False)


def test_a_new_plan_says_what_to_do_first_and_does_it(new_page):
    page, editor = new_page
    assert card(page).isVisible()
    card(page).add.click()
    added = editor.plan.nodes[page.current_node_id()]
    assert added.kind == FIRST_GROUPS[editor.plan.template.id]
    assert text_edit(page, "name_th").hasFocus()
    page.show_node(editor.plan.root_id)
    assert not card(page).isVisible()


def test_a_new_plan_offers_to_bring_in_projects(new_page, qtbot):
    page, _editor = new_page
    with qtbot.waitSignal(page.import_requested):
        card(page).bring_in.click()


def test_a_plan_that_has_its_groups_is_left_in_peace_until_they_are_gone(page, editor, node):
    page.show_node(editor.plan.root_id)
    assert not card(page).isVisible()
    editing.remove_node(editor, node("น้ำ"))
    assert card(page).isVisible()


def test_only_the_page_of_the_plan_itself_has_such_a_card(page, node):
    page.show_node(node("น้ำ"))
    assert form_of(page).above == []


def test_where_no_way_leads_to_projects_there_is_nothing_to_begin():
    kinds = template().kinds
    assert first_towards("project", "agency_register", kinds) == ""
    assert first_towards("project", "approach", kinds) == "project"


def test_an_empty_list_says_what_belongs_there(page, editor, node):
    page.show_node(node("โครงการheat"))
    below = links_below(page)
    assert below.empty.isVisible()
    assert below.empty.text() == _("Nothing here yet. What belongs here: {kinds}").format(kinds="กิจกรรม")
    editing.add_node(editor, page.current_node_id(), "action_item")
    assert not below.empty.isVisible()


def test_the_name_of_what_was_added_below_can_be_typed_at_once(page, editor, node):
    page.show_node(node("น้ำ"))
    links_below(page).adders["goal"].click()
    field = text_edit(page, "name_th")
    assert field.hasFocus()
    type_text(field, "เมืองเย็น")
    page.commit_pending()
    assert editor.plan.nodes[page.current_node_id()].text("name", "th") == "เมืองเย็น"


def test_a_very_long_name_does_not_make_the_page_wider(page, editor, node):
    project = node("โครงการheat")
    page.show_node(project)
    editing.set_text(editor, (project, "name", "th"), "ก" * 400 + "A" * 400)
    assert len(page.area.heading.text()) <= 160
    assert page.area.heading.toolTip().endswith("A")
    assert page.area.horizontalScrollBar().maximum() == 0
    editing.set_text(editor, (project, "name", "th"), "สั้น")
    assert page.area.heading.text().endswith("สั้น")
    assert page.area.heading.toolTip() == ""
