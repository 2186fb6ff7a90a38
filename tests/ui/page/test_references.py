"""References on the page: chips, and the list to choose more from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from success_desktop.services import editing
from success_desktop.ui.page.candidate_popup import CandidatePopup
from success_desktop.ui.page.candidates import can_create, create_target, find_candidates, list_candidates
from success_desktop.ui.page.page_view import PageView
from tests.ui.page.keys import press, type_text
from tests.ui.page.pages import references

Key = Qt.Key


@pytest.fixture
def project(page, node) -> str:
    """The project “dredge”, shown on the page."""
    page.show_node(node("โครงการdredge"))
    return str(node("โครงการdredge"))


def chips(page: PageView, field: str) -> list[str]:
    return [chip.open.accessibleName() for chip in references(page, field).chips.values()]


def offer(page: PageView, field: str, qtbot) -> CandidatePopup:
    popup = references(page, field).offer()
    qtbot.waitUntil(popup.isVisible)
    return popup


def offered(popup: CandidatePopup) -> list[str]:
    return [popup.list.item(row).text() for row in range(popup.list.count())]


def test_the_list_of_candidates_lies_on_the_screen_wherever_its_button_is(page, project, qtbot):
    screen = page.screen().availableGeometry()
    page.move(screen.left(), screen.bottom() - 300)
    qtbot.waitUntil(lambda: page.y() > screen.top())
    page.area.ensureWidgetVisible(references(page, "supporting_agencies"))
    popup = offer(page, "supporting_agencies", qtbot)
    assert screen.contains(popup.geometry())
    popup.close()
    page.move(screen.right() - 500, screen.top())
    popup = offer(page, "supporting_agencies", qtbot)
    assert screen.contains(popup.geometry())


def test_references_are_chips_that_lead_to_their_nodes(page, project, node, qtbot):
    assert chips(page, "lead_agencies") == ["กองช่าง"]
    with qtbot.waitSignal(page.node_requested) as asked:
        references(page, "lead_agencies").chips[node("กองช่าง")].open.click()
    assert asked.args == [node("กองช่าง")]


def test_a_press_beside_the_chips_offers_what_else_can_be_named(page, project, qtbot):
    box = references(page, "supporting_agencies").frame
    qtbot.mouseClick(box, Qt.MouseButton.RightButton, pos=box.rect().center())
    assert QApplication.activePopupWidget() is None
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CandidatePopup)
    popup.close()


def test_the_cross_removes_a_reference(page, project, editor, node):
    references(page, "lead_agencies").chips[node("กองช่าง")].remove.click()
    assert chips(page, "lead_agencies") == []
    assert editor.plan.nodes[project].links("lead_agencies") == ()


def test_what_is_not_named_yet_is_offered_and_can_be_searched(page, project, qtbot):
    popup = offer(page, "lead_agencies", qtbot)
    assert offered(popup)[:-1] == ["กองสาธารณสุข"]
    type_text(popup.search, "public heal")
    assert offered(popup)[:-1] == ["กองสาธารณสุข"]
    popup.search.setText("ไม่มี")
    assert len(offered(popup)) == 1
    popup.close()


def test_enter_takes_the_first_that_is_found(page, project, editor, node, qtbot):
    popup = offer(page, "lead_agencies", qtbot)
    press(popup.search, Key.Key_Return)
    assert editor.plan.nodes[project].links("lead_agencies") == (node("กองช่าง"), node("กองสาธารณสุข"))
    assert chips(page, "lead_agencies") == ["กองช่าง", "กองสาธารณสุข"]


def test_the_arrows_walk_through_the_list_and_stop_at_its_ends(page, project, qtbot):
    popup = offer(page, "lead_agencies", qtbot)
    rows = []
    for key in (Key.Key_Up, Key.Key_Down, Key.Key_Down):
        press(popup.search, key)
        rows.append(popup.list.currentRow())
    assert rows == [0, 1, 1]
    popup.close()


def test_a_new_agency_goes_into_its_register_and_is_named_in_one_step(page, project, editor, node, qtbot):
    before = editor.plan
    popup = offer(page, "supporting_agencies", qtbot)
    popup.search.setText("กองการศึกษา")
    popup.list.itemClicked.emit(popup.list.item(popup.list.count() - 1))
    assert chips(page, "supporting_agencies") == ["กองการศึกษา"]
    assert editor.plan.ancestors(node("กองการศึกษา"))[0].kind == "agency_register"
    editor.undo()
    assert editor.plan.nodes == before.nodes


def test_a_register_that_is_missing_is_made(page, project, editor, node):
    field = references(page, "alignment")
    field._on_new_requested("เป้าหมายที่ 13")
    register, plan = editor.plan.ancestors(node("เป้าหมายที่ 13"))
    assert (register.kind, plan.kind) == ("alignment_register", "plan")
    assert editor.plan.nodes[project].links("alignment") == (node("เป้าหมายที่ 13"),)


def test_a_new_one_may_have_no_name_yet(page, project, editor):
    references(page, "alignment")._on_new_requested("  ")
    (link,) = editor.plan.nodes[project].links("alignment")
    assert editor.plan.nodes[link].fields == {}
    assert len(chips(page, "alignment")) == 1


def test_a_field_that_names_one_thing_only_changes_it(page, editor, node, qtbot):
    register = editing.add_node(editor, editor.plan.root_id, "people_register")
    person = editing.add_node(editor, register, "person")
    page.show_node(person)
    for name in ("กองช่าง", "กองสาธารณสุข"):
        references(page, "agency")._on_chosen(node(name))
        assert editor.plan.nodes[person].links("agency") == (node(name),)
    create_target(editor, (person, "agency"), "agency", ("th", "กองคลัง"))
    assert editor.plan.nodes[person].links("agency") == (node("กองคลัง"),)
    assert chips(page, "agency") == ["กองคลัง"]


def test_a_long_name_is_cut_on_its_chip_and_whole_for_readers(page, project, editor, node):
    editing.set_text(editor, (node("กองช่าง"), "name", "th"), "กองช่าง" * 20)
    chip = references(page, "lead_agencies").chips[node("กองช่าง" * 20)]
    assert chip.open.text().endswith("…")
    assert chip.open.accessibleName() == "กองช่าง" * 20


def test_a_deleted_agency_leaves_the_page(page, project, editor, node):
    editing.remove_node(editor, node("กองช่าง"))
    assert chips(page, "lead_agencies") == []


def test_many_chips_flow_into_more_lines(page, project, editor, node):
    frame = references(page, "lead_agencies").frame
    QApplication.processEvents()
    before = frame.height()
    for number in range(6):
        create_target(editor, (project, "lead_agencies"), "agency", ("th", f"หน่วยงานที่มีชื่อยาวหมายเลข {number}"))
    QApplication.processEvents()
    assert frame.height() > before
    flow = references(page, "lead_agencies").flow
    assert flow.itemAt(99) is None
    assert flow.takeAt(99) is None
    assert flow.expandingDirections() == Qt.Orientation(0)


def test_candidates_are_found_by_their_short_names_too(editor, node):
    editing.set_text(editor, (node("กองช่าง"), "short_name", "en"), "ENG")
    found = find_candidates(list_candidates(editor.plan, ("agency",), "th"), "eng")
    assert [candidate.text for candidate in found] == ["กองช่าง"]


def test_only_what_has_a_register_can_be_made(editor):
    assert can_create(editor.plan, "term")
    assert can_create(editor.plan, "agency")
    assert not can_create(editor.plan, "plan")


def test_the_popup_without_anything_new_chooses_nothing_from_an_empty_list(qtbot, page):
    popup = CandidatePopup((), "", page)
    qtbot.addWidget(popup)
    with qtbot.assertNotEmitted(popup.chosen):
        press(popup.search, Key.Key_Return)
    assert popup.list.count() == 0
