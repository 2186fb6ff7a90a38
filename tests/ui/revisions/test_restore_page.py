"""The preview of a restoration: in words, beside the text, as current as the plan."""

import pytest
from PySide6.QtCore import Qt

from success_desktop.domain.restoring import Scope
from success_desktop.i18n import use_language
from success_desktop.services.editing import add_node, move_node, remove_node, set_links, set_text
from success_desktop.services.restoring import restore
from success_desktop.services.revisions import list_revisions, take_revision
from success_desktop.ui.qt_catalog import speak
from success_desktop.ui.revisions.restore_page import RestorePage
from tests.plans import named
from tests.ui.revisions.drafts import bridge, clock, draft, editor, node, panel, plan_path, reword

__all__ = ["bridge", "clock", "draft", "editor", "node", "panel", "plan_path", "reword"]


@pytest.fixture
def page(panel):
    return panel.restoring


def told(page: RestorePage) -> str:
    return page.text.toPlainText()


def offer(page, editor, number, scope=None, node_id="") -> None:
    page.offer(list_revisions(editor)[number - 1], scope or Scope(), node_id)


def scopes(page) -> list[str]:
    return [page.scope.itemText(row) for row in range(page.scope.count())]


def test_it_takes_the_place_of_the_timeline_and_gives_it_back(qtbot, panel, page, draft):
    offer(page, draft, 1)
    assert page.isVisible()
    assert not panel.timeline.isVisible()
    page.cancel.click()
    assert panel.timeline.isVisible()
    assert page.preview is None


def test_it_says_which_revision_and_what_is_promised(page, draft):
    offer(page, draft, 2)
    assert page.title.text() == "กู้คืนจาก “ร่างที่ 2”"
    assert "สมหญิง" in page.when.text()
    assert "เลิกทำ" in page.promise.text()


def test_a_name_as_long_as_a_paragraph_leaves_the_buttons_in_sight(page, draft):
    kept = take_revision(draft, "", "ร่างที่ 4 หลังการประชุมคณะกรรมการพัฒนาเทศบาล " * 20)
    page.offer(kept, Scope(), "")
    assert page.title.text().endswith("…”")
    assert len(page.title.text()) < 130
    assert page.title.toolTip() == kept.label


def test_it_tells_what_comes_back_and_what_reads_otherwise(page, draft):
    offer(page, draft, 1)
    text = told(page)
    assert "นำกลับมา (1)" in text
    assert "+ โครงการmap" in text
    assert "กลับเป็นเนื้อหาเดิม (2)" in text
    assert "โครงการdredge" in text
    assert "ตัดออก" not in text


def test_it_tells_what_goes(page, draft):
    approach = draft.plan.nodes[named(draft.plan, "Project dredge")].parent_id
    fresh = add_node(draft, approach, "project")
    set_text(draft, (fresh, "name", "th"), "โครงการใหม่")
    offer(page, draft, 4)
    assert "ตัดออก เพราะในฉบับนั้นยังไม่มี (1)" in told(page)
    assert "− โครงการใหม่" in told(page)


def test_what_comes_back_with_the_item_above_it_is_counted(page, draft):
    remove_node(draft, named(draft.plan, "Restore the canals"))
    offer(page, draft, 4)
    assert "+ ฟื้นสายคลอง และภายใต้อีก 2 รายการ" in told(page)


def test_it_tells_what_goes_back_to_its_place(page, draft):
    gauge = named(draft.plan, "Project gauge")
    home = draft.plan.nodes[gauge].parent_id
    away = next(node.id for node in draft.plan.walk() if node.kind == "approach" and node.id != home)
    move_node(draft, gauge, away)
    offer(page, draft, 4)
    assert "ย้ายกลับที่เดิม (1)" in told(page)
    assert "ไป ฟื้นสายคลอง" in told(page)


def test_a_new_order_of_siblings_is_told_as_such(page, draft):
    dredge, gauge = named(draft.plan, "Project dredge"), named(draft.plan, "Project gauge")
    move_node(draft, gauge, draft.plan.nodes[gauge].parent_id, dredge)
    offer(page, draft, 4)
    assert "ตำแหน่งอื่นในระดับเดียวกัน" in told(page)


def test_links_that_are_lost_are_named(page, draft):
    dredge, health = named(draft.plan, "Project dredge"), named(draft.plan, "กองสาธารณสุข")
    set_links(draft, dredge, "lead_agencies", [health])
    kept = take_revision(draft, "", "ร่างที่ 4")
    remove_node(draft, health)
    page.offer(kept, Scope(dredge), "")
    assert "การเชื่อมโยงที่นำกลับมาไม่ได้" in told(page)
    assert "กองสาธารณสุข" in told(page)


def test_where_nothing_differs_it_says_so_and_offers_nothing(page, draft):
    kept = take_revision(draft, "", "ร่างที่ 4")
    page.offer(kept, Scope(), "")
    assert "ไม่มีอะไรเปลี่ยน" in told(page)
    assert not page.deed.isEnabled()


def test_less_than_the_whole_plan_can_be_chosen(page, draft, node):
    dredge = node("Project dredge")
    offer(page, draft, 1, node_id=dredge)
    assert scopes(page) == [
        "ทั้งแผน",
        "เฉพาะ โครงการdredge",
        "โครงการdredge และทุกอย่างภายใต้",
    ]
    page.scope.setCurrentIndex(1)
    assert page.chosen_scope() == Scope(dredge)
    assert "โครงการmap" not in told(page)
    assert page.preview.scope == Scope(dredge)


def test_another_item_chosen_in_the_outline_meanwhile_is_offered_too(panel, page, draft, node):
    dredge, gauge = node("Project dredge"), node("Project gauge")
    offer(page, draft, 1, Scope(dredge, "objective"), dredge)
    panel.show_node(gauge)
    assert page.scope.currentIndex() == 0
    assert scopes(page)[3:] == ["เฉพาะ โครงการgauge", "โครงการgauge และทุกอย่างภายใต้", "ทั้งแผน"]
    page.scope.setCurrentIndex(3)
    assert page.preview.scope == Scope(gauge)


def test_what_is_chosen_stays_so_whatever_is_chosen_in_the_outline(panel, page, draft, node):
    dredge = node("Project dredge")
    offer(page, draft, 1, node_id=dredge)
    page.scope.setCurrentIndex(1)
    preview = page.preview
    panel.show_node(node("Project gauge"))
    panel.show_node(draft.plan.root_id)
    assert page.chosen_scope() == Scope(dredge)
    assert page.preview is preview
    assert scopes(page) == ["ทั้งแผน", "เฉพาะ โครงการdredge"]
    page.scope.setCurrentIndex(0)
    panel.show_node("")
    assert scopes(page) == ["ทั้งแผน"]


def test_the_outline_offers_nothing_while_nothing_is_to_be_restored(panel, page, draft, node):
    panel.show_node(node("Project dredge"))
    assert scopes(page) == []


def test_an_item_deleted_since_is_offered_with_what_was_deleted_with_it(page, draft):
    approach = named(draft.plan, "Restore the canals")
    remove_node(draft, approach)
    offer(page, draft, 4, Scope(approach))
    assert scopes(page)[0] == "ฟื้นสายคลอง และสิ่งที่ถูกลบไปด้วยกัน"
    assert not any(name.startswith("เฉพาะ") for name in scopes(page))


def test_a_field_asked_for_stands_first_and_more_can_be_chosen(page, draft, node):
    dredge = node("Project dredge")
    offer(page, draft, 1, Scope(dredge, "objective"), node("Project gauge"))
    assert scopes(page)[0] == "วัตถุประสงค์ ของ โครงการdredge"
    assert len(scopes(page)) == 4
    offer(page, draft, 1, Scope(dredge, is_place=True))
    assert scopes(page)[0] == "ตำแหน่งของ โครงการdredge"


def test_the_plans_own_node_stands_for_the_whole_plan(page, draft):
    offer(page, draft, 1, node_id=draft.plan.root_id)
    assert scopes(page) == ["ทั้งแผน"]


def test_what_is_nowhere_is_refused_in_words(page, draft):
    offer(page, draft, 1, Scope("nowhere"))
    assert scopes(page) == ["(ลบไปแล้ว)", "ทั้งแผน"]
    assert told(page)
    assert page.preview is None
    assert not page.deed.isEnabled()


def test_it_follows_the_plan_while_somebody_writes(qtbot, page, draft, reword):
    offer(page, draft, 4)
    assert "โครงการgauge" not in told(page)
    reword("Project gauge", "เตือนภัยล่วงหน้า")
    qtbot.waitUntil(lambda: "โครงการgauge" in told(page))


def test_what_is_agreed_fits_the_plan_of_that_moment(qtbot, page, draft, reword):
    offer(page, draft, 4)
    reword("Project gauge", "เตือนภัยล่วงหน้า")
    with qtbot.waitSignal(page.accepted) as agreed:
        page.deed.click()
    restore(draft, agreed.args[0])
    assert draft.plan.nodes[named(draft.plan, "Project gauge")].text("objective", "th") == "เตือนภัย"


def test_escape_thinks_better_of_it(qtbot, page, draft):
    offer(page, draft, 1)
    page.scope.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_A)
    assert page.isVisible()
    with qtbot.waitSignal(page.ended):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_a_closed_plan_ends_it(qtbot, bridge, page, draft):
    offer(page, draft, 1)
    with qtbot.waitSignal(page.ended):
        bridge.release()
    page.offer(list_revisions(draft)[0], Scope(), "")
    assert page.preview is None


def test_many_items_are_counted_not_listed(page, draft):
    approach = draft.plan.nodes[named(draft.plan, "Project dredge")].parent_id
    for place in range(70):
        fresh = add_node(draft, approach, "project")
        set_text(draft, (fresh, "name", "th"), f"โครงการที่ {place}")
    offer(page, draft, 4)
    assert "ตัดออก เพราะในฉบับนั้นยังไม่มี (70)" in told(page)
    assert "และอีก 10 รายการ" in told(page)
    assert "โครงการที่ 69" not in told(page)


def test_unseen_it_reckons_nothing_and_catches_up(qtbot, panel, page, draft, reword):
    offer(page, draft, 4)
    panel.hide()
    reckoned = page.preview
    reword("Project gauge", "เตือนภัยล่วงหน้า")
    qtbot.wait(350)
    assert page.preview is reckoned
    panel.show()
    assert "โครงการgauge" in told(page)


def test_it_speaks_english_too(application, page, draft, node):
    offer(page, draft, 1, Scope(node("Project dredge"), "objective"))
    page.scope.setCurrentIndex(3)
    speak("en")
    application.settle(0)
    assert [text.split(" (")[0] for text in (scopes(page)[0][:9], scopes(page)[3])] == [
        "Objective",
        "The whole plan",
    ]
    assert page.scope.currentIndex() == 3
    assert page.chosen_scope() == Scope()
    assert page.title.text() == "Restore from “ร่างที่ 1”"
    assert "Comes back (1)" in told(page)
    speak("th")
    use_language("th")
