"""What people decide on one row of an edition: its reason, another kind than the rule's, what became of it."""

from success_desktop.domain.office import read_office
from tests.ui.acting import type_text


def edition_of(editor, edition_id):
    return read_office(editor.plan).edition(edition_id)


def test_a_reason_typed_belongs_to_the_row_it_was_typed_at(change, view, editor, projects):
    reason = view.page.rows.page.decision.reason.edits["th"]
    type_text(reason, "น้ำท่วมซ้ำ")
    view.page.rows.choose(projects[1])
    notes = {note.row_id: note.reason for note in edition_of(editor, change).notes}
    assert notes == {projects[0]: {"th": "น้ำท่วมซ้ำ"}}
    assert reason.toPlainText() == ""


def test_another_kind_than_the_rules_needs_a_reason(change, view, editor, projects):
    decision = view.page.rows.page.decision
    assert not decision.why.isVisible()
    decision.kinds.setCurrentIndex(3)
    decision.kinds.activated.emit(3)
    assert decision.why.isVisible()
    assert edition_of(editor, change).notes == ()
    type_text(decision.why, "แก้คำผิดเท่านั้น")
    decision.commit()
    (note,) = edition_of(editor, change).notes
    assert (note.row_id, note.routed, note.routing_reason) == (projects[0], "correction", "แก้คำผิดเท่านั้น")
    view.refresh()
    assert [line.is_here for line in view.page.rows.model.lines].count(True) == 1
    assert "รอเข้าฉบับประเภทอื่น" in view.page.rows.summary.text()


def test_going_back_to_the_rule_takes_the_assignment_away(change, view, editor, projects):
    test_another_kind_than_the_rules_needs_a_reason(change, view, editor, projects)
    view.page.rows.choose(projects[0])
    decision = view.page.rows.page.decision
    assert decision.kinds.currentIndex() == 3
    decision.kinds.setCurrentIndex(0)
    decision.kinds.activated.emit(0)
    assert edition_of(editor, change).note(projects[0]).routed == ""


def test_a_kind_given_with_its_reason_already_there_is_handed_in_at_once(change, view, editor, projects):
    decision = view.page.rows.page.decision
    decision.why.setText("ตามมติ")
    decision.kinds.setCurrentIndex(1)
    decision.kinds.activated.emit(1)
    assert edition_of(editor, change).note(projects[0]).routed == "addition"


def test_what_became_of_a_row_is_recorded_with_the_row_it_went_to(change, view, editor, projects):
    decision = view.page.rows.page.decision
    decision.deeds.setCurrentIndex(3)
    decision.deeds.activated.emit(3)
    assert decision.others.isVisible()
    assert edition_of(editor, change).notes == ()
    decision.others.activated.emit(0)
    assert edition_of(editor, change).notes == ()
    row = decision.others.findData(projects[1])
    decision.others.setCurrentIndex(row)
    decision.others.activated.emit(row)
    note = edition_of(editor, change).note(projects[0])
    assert (note.deed, note.other_id) == ("duplicate", projects[1])
    assert decision.others.findData(projects[0]) < 0


def test_a_move_offers_groups_and_handing_over_nothing(change, view, editor, projects):
    decision = view.page.rows.page.decision
    decision.deeds.setCurrentIndex(4)
    decision.deeds.activated.emit(4)
    offered = {str(decision.others.itemData(row)) for row in range(1, decision.others.count())}
    assert offered
    assert offered.isdisjoint(projects)
    decision.deeds.setCurrentIndex(1)
    decision.deeds.activated.emit(1)
    assert not decision.others.isVisible()
    assert edition_of(editor, change).note(projects[0]).deed == "coordination"
