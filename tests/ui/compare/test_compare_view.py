"""The compare view of an open plan: what it compares at first, how it follows, and what it asks others for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from success_desktop.services import editing
from success_desktop.services.comparing import PRESENT
from success_desktop.services.keeping import keep_automatically
from success_desktop.ui.compare.card import Place
from success_desktop.ui.qt_catalog import speak
from tests.plans import named
from tests.ui.compare.comparisons import keep, swaps

Key = Qt.Key


def chips(view):
    """The texts of the chips."""
    QApplication.processEvents()
    return [
        part.text()
        for part in view.head.findChildren(QLabel)
        if part.property("role") == "chip" and part.isVisible()
    ]


def places(view):
    """What the cards are about."""
    return [view.differences.model.place(row) for row in range(view.differences.model.rowCount())]


# --- what is compared --------------------------------------------------------------------------------------


def test_without_a_revision_it_says_so_and_offers_to_keep_one(view, qtbot):
    assert view.nothing.isVisible()
    assert "No revision has been kept yet" in view.nothing.words.text()
    assert not view.nothing.advice.isVisible()
    assert not view.head.redline.isVisible()
    with qtbot.waitSignal(view.revision_requested):
        view.nothing.keep.click()


def test_once_one_is_kept_it_is_compared_with_the_present(view, editor, bridge):
    keep(editor, "ร่างที่ 1")
    bridge.revised.emit()
    QApplication.processEvents()
    assert view.head.title.text() == "ร่างที่ 1 → Present"
    assert view.nothing.words.text() == "Nothing differs between “ร่างที่ 1” and “Present”."
    assert not view.nothing.keep.isVisible()


def test_where_nothing_differs_it_says_what_can_be_done(view, editor):
    first = keep(editor, "ร่างที่ 1")
    choose = "Choose another revision in the panel “Revisions” (Ctrl+Shift+R)."
    view.show_points(first, PRESENT)
    assert view.nothing.advice.isVisible()
    assert view.nothing.advice.text() == f"What you edit from now on is shown here. {choose}"
    view.show_points(first, keep(editor, "ร่างที่ 2"))
    assert view.nothing.advice.text() == choose


def test_at_first_the_newest_revision_that_a_person_kept_is_compared(view, editor, bridge, dredge):
    keep(editor, "ร่างที่ 1")
    editing.set_text(editor, (dredge, "place", "en"), "one")
    mine = keep(editor, "ร่างที่ 2")
    editing.set_text(editor, (dredge, "place", "en"), "two")
    assert keep_automatically(editor, "export", "x.docx") is not None
    bridge.revised.emit()
    assert view.compared.old_point == mine


def test_where_only_the_program_kept_some_the_newest_is_compared(view, editor, bridge, dredge):
    editing.set_text(editor, (dredge, "place", "en"), "two")
    kept = keep_automatically(editor, "export", "x.docx")
    bridge.revised.emit()
    assert view.compared.old_point.revision == kept


def test_two_revisions_are_compared_in_the_order_asked_for(view, editor, dredge, qtbot):
    first = keep(editor, "ร่างที่ 1")
    editing.set_text(editor, (dredge, "place", "en"), "the canal")
    second = keep(editor, "ร่างที่ 2")
    with qtbot.waitSignal(view.points_shown) as shown:
        view.show_points(first, second)
    assert shown.args == [first, second]
    assert swaps(view.differences.model.card(0).lines) == [("English", "", "the canal")]
    view.show_points(second, first)
    QApplication.processEvents()
    assert view.head.title.text() == "ร่างที่ 2 → ร่างที่ 1"
    assert swaps(view.differences.model.card(0).lines) == [("English", "the canal", "")]


def test_a_revision_whose_place_another_has_taken_is_compared_no_more(view, editor, bridge, dredge, clock):
    editing.set_text(editor, (dredge, "place", "en"), "one")
    replaced = keep_automatically(editor, "closing")
    bridge.revised.emit()
    assert view.compared.old_point.revision == replaced
    editing.set_text(editor, (dredge, "place", "en"), "two")
    clock.pass_seconds(60)
    newer = keep_automatically(editor, "closing")
    bridge.revised.emit()
    assert view.compared.old_point.revision == newer


def test_another_plan_begins_anew(edited_view, bridge, editor):
    bridge.release()
    assert edited_view.nothing.isVisible()
    assert edited_view.compared is None
    bridge.hold(editor)
    assert edited_view.head.title.text() == "ร่างที่ 1 → Present"


# --- what is told ------------------------------------------------------------------------------------------


def test_the_head_counts_what_differs(edited_view, editor):
    assert chips(edited_view) == ["Fields: 3"]
    approach = editor.plan.nodes[named(editor.plan, "Project map")].parent_id
    editing.move_node(editor, named(editor.plan, "Project gauge"), approach)
    editing.add_node(editor, approach, "project")
    editing.remove_node(editor, named(editor.plan, "Project map"))
    edited_view.refresh()
    assert chips(edited_view) == ["Fields: 3", "+1 Project", "−1 Project", "→ 1 Project"]


def test_many_kinds_of_nodes_share_a_chip(edited_view, editor, bridge):
    editing.remove_node(editor, named(editor.plan, "Safe canal communities"))
    edited_view.refresh()
    removed = [chip for chip in chips(edited_view) if chip.startswith("−")]
    assert removed == ["−3 Project", "−4 items"]


def test_the_place_among_the_differences_is_told(edited_view):
    assert edited_view.head.place.text() == "1 of 3"
    assert not edited_view.head.back.isEnabled()
    edited_view.head.on.click()
    edited_view.head.on.click()
    assert edited_view.head.place.text() == "3 of 3"
    assert not edited_view.head.on.isEnabled()
    edited_view.head.back.click()
    assert edited_view.head.place.text() == "2 of 3"


def test_in_one_language_the_rest_is_offered(edited_view):
    edited_view.set_language_mode("en")
    assert len(places(edited_view)) == 2
    assert edited_view.head.unseen.isVisible()
    assert edited_view.head.unseen.text() == "Show 1 more in the other language"
    edited_view.head.unseen.click()
    assert len(places(edited_view)) == 3
    assert not edited_view.head.unseen.isVisible()


def test_when_all_is_in_the_other_language_it_says_so(view, editor, bridge, dredge):
    keep(editor)
    editing.set_text(editor, (dredge, "place", "th"), "ริมคลอง")
    view.set_language_mode("en")
    bridge.revised.emit()
    assert view.nothing.isVisible()
    assert "in the language that is not shown" in view.nothing.words.text()
    assert view.head.unseen.isVisible()


def test_it_speaks_the_language_that_the_interface_changes_to(edited_view, application):
    speak("th")
    application.settle(10)
    assert edited_view.head.title.text() == "ร่างที่ 1 → ปัจจุบัน"
    assert "แก้โดย" in edited_view.differences.model.card(0).byline
    assert edited_view.differences.cards.accessibleName() == "จุดที่ต่างกัน"


def test_names_too_long_for_the_window_are_shortened(view, editor, bridge):
    keep(editor, "ร่างเสนอที่ประชุมคณะกรรมการพัฒนาท้องถิ่นและคณะกรรมการที่ปรึกษา " * 3)
    bridge.revised.emit()
    view.resize(600, 500)
    QApplication.processEvents()
    assert "…" in view.head.title.text()
    assert view.head.title.toolTip().endswith("→ Present")
    assert view.head.title.width() < 600


# --- following ---------------------------------------------------------------------------------------------


def test_an_edit_of_the_present_appears_by_itself(edited_view, editor, dredge, qtbot):
    edited_view.step(1)
    before = edited_view.differences.model.place(edited_view.differences.row())
    editing.set_text(editor, (dredge, "objective", "en"), "Less flooding")
    qtbot.waitUntil(lambda: Place(dredge, "objective") in places(edited_view))
    assert edited_view.differences.model.place(edited_view.differences.row()) == before


def test_two_revisions_do_not_follow_the_present(view, editor, dredge, qtbot):
    first = keep(editor, "ร่างที่ 1")
    editing.set_text(editor, (dredge, "place", "en"), "the canal")
    view.show_points(first, keep(editor, "ร่างที่ 2"))
    compared = view.compared
    editing.set_text(editor, (dredge, "place", "en"), "elsewhere")
    qtbot.wait(350)
    assert view.compared is compared
    assert not view.is_showing([dredge])


def test_hidden_it_does_nothing_and_catches_up_when_shown(edited_view, editor, dredge):
    compared = edited_view.compared
    edited_view.hide()
    editing.set_text(editor, (dredge, "objective", "en"), "Less flooding")
    QApplication.processEvents()
    assert edited_view.compared is compared
    edited_view.show()
    assert Place(dredge, "objective") in places(edited_view)
    assert edited_view.is_showing([dredge])


def test_what_is_chosen_in_the_outline_leads_to_its_first_difference(edited_view, editor):
    heat = named(editor.plan, "Project heat")
    edited_view.show_node(editor.plan.nodes[heat].parent_id)
    assert edited_view.differences.model.place(edited_view.differences.row()).node_id == heat
    edited_view.show_node(editor.plan.root_id)
    edited_view.show_node(named(editor.plan, "Engineering Division"))
    assert edited_view.differences.model.place(edited_view.differences.row()).node_id == heat


def test_the_tree_leads_to_the_cards_and_the_cards_lead_the_tree(edited_view, editor, dredge):
    tree, heat = edited_view.differences.tree, named(editor.plan, "Project heat")
    tree.setCurrentIndex(tree.nodes.index_of(heat))
    assert edited_view.head.place.text() == "3 of 3"
    edited_view.step(-1)
    assert tree.nodes.node_id(tree.currentIndex()) == dredge
    edited_view.differences.go_to(dredge)
    assert edited_view.head.place.text() == "2 of 3"
