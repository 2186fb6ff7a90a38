"""From the first step to adopting an edition, with everything that stands in between, and undo everywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from success_desktop.domain.edition_lacks import Lack
from success_desktop.domain.office import read_office


def edition_of(editor, edition_id):
    return read_office(editor.plan).edition(edition_id)


def fill_reasons(view, text: str = "ตามมติที่ประชุม") -> None:
    """Give every row of the edition its reason, as a person does, one after the other."""
    rows = view.page.rows
    for place in range(len(rows.model.lines)):
        rows.table.setCurrentIndex(rows.model.index(place, 1))
        for edit in rows.page.decision.reason.edits.values():
            edit.setPlainText(text)
            edit.document().setModified(True)
        rows.commit()
    view.refresh()


# --- the first step -----------------------------------------------------------------------------------------


def test_without_an_edition_one_button_begins_the_first(view, editor):
    assert not view.editions.isVisible()
    view.nothing.deed.click()
    edition = read_office(editor.plan).open_edition
    assert edition is not None
    assert edition.kind == "first"
    assert view.page.title.accessibleName() == "แผนฉบับแรก"
    assert view.editions.isVisible()


def test_beginning_an_edition_is_one_step_of_undo(view, editor, open_desk, qtbot):
    view.nothing.deed.click()
    open_desk.steps.undo()
    assert read_office(editor.plan).editions == ()
    qtbot.waitUntil(view.nothing.isVisible)


def test_a_first_edition_has_every_row_and_is_adopted_from_the_view(view, editor, projects, window):
    view.nothing.deed.click()
    assert len(view.amendment.here) >= len(projects)
    assert not view.page.ready.list.isVisible()
    view.page.next.click()
    assert view.page.tabs.currentWidget() is view.page.ready
    view.page.ready.deed.click()
    (edition,) = read_office(editor.plan).adopted
    assert edition.places
    assert window.frame.message_bar.sentence.text().startswith("ประกาศใช้ แผนฉบับแรก แล้ว")


def test_adopting_is_taken_back_by_the_link_in_the_bar(view, editor, window):
    view.nothing.deed.click()
    view.page.ready.deed.click()
    window.frame.message_bar.link_buttons()[0].click()
    assert read_office(editor.plan).adopted == ()


@pytest.mark.parametrize(("name", "text"), [("day", "เมื่อวานซืน"), ("first_page", "0"), ("first_page", "ก")])
def test_a_day_or_a_page_that_cannot_be_read_adopts_nothing(view, editor, name, text):
    view.nothing.deed.click()
    getattr(view.page.ready, name).setText(text)
    view.page.ready.deed.click()
    assert view.page.ready.note.text()
    assert read_office(editor.plan).adopted == ()


# --- before adopting ----------------------------------------------------------------------------------------


def test_what_is_missing_is_listed_and_leads_to_its_place(change, view, projects):
    assert view.page.next.text() == "ยังขาด 2 รายการ"
    view.page.next.click()
    ready = view.page.ready
    assert not ready.deed.isEnabled()
    ready.list.itemActivated.emit(ready.list.item(1))
    assert view.page.tabs.currentWidget() is view.page.rows
    assert view.page.rows.current().row_id == projects[1]


@pytest.mark.parametrize("field", ["number", "year_be", "clause", "reasons"])
def test_what_the_edition_itself_lacks_leads_to_its_field(change, view, field):
    view.page.go_to_lack(Lack("", field, ""))
    assert view.page.tabs.currentWidget() is view.page.about


def test_a_change_whose_rows_have_reasons_is_adopted(change, view, editor):
    fill_reasons(view)
    assert view.page.next.text() == "ประกาศใช้…"
    view.page.ready.deed.click()
    assert edition_of(editor, change).is_adopted
    assert view.page.ready.deed.isEnabled()


def test_an_edition_is_given_up_and_brought_back(change, view, editor, window):
    view.page.about.remove.click()
    assert [edition.id for edition in read_office(editor.plan).editions if edition.id == change] == []
    assert window.frame.message_bar.sentence.text().startswith("ยกเลิกฉบับ เปลี่ยนแปลง ครั้งที่ 1/")
    window.frame.message_bar.link_buttons()[0].click()
    assert edition_of(editor, change).kind == "change"


def test_adopting_is_reached_and_done_by_keys_alone(view, editor, open_desk):
    QTest.keyClick(view.nothing.deed, Qt.Key.Key_Space)
    QTest.keyClick(view.page.next, Qt.Key.Key_Space)
    assert view.page.tabs.currentWidget() is view.page.ready
    QTest.keyClick(view.page.ready.deed, Qt.Key.Key_Space)
    assert [edition.kind for edition in read_office(editor.plan).adopted] == ["first"]


def test_after_adopting_nothing_offers_to_adopt_again(view, editor):
    view.nothing.deed.click()
    view.page.next.click()
    view.page.ready.deed.click()
    view.refresh()
    assert view.page.tabs.currentWidget() is view.page.rows
    assert not view.page.ready.isVisible()
    assert not view.page.next.isVisible()


def test_choosing_an_adopted_edition_leaves_the_page_before_adopting(change, adopted, view):
    view.page.next.click()
    assert view.page.ready.isVisible()
    view.choose(adopted)
    assert not view.page.ready.isVisible()
    view.choose(change)
    assert view.page.tabs.isTabVisible(2)


def test_a_first_page_beyond_any_book_cannot_be_typed(view):
    view.nothing.deed.click()
    view.page.ready.first_page.setText("99999999999999")
    assert view.page.ready.first_page.text() == "9999"


def test_the_day_of_announcement_is_undone_alone(change, adopted, view, editor, open_desk):
    view.choose(adopted)
    day = view.page.about.announced
    day.setText("31 ธ.ค. 2580")
    day.setModified(True)
    day.commit()
    assert edition_of(editor, adopted).announced_on is not None
    open_desk.steps.undo()
    assert edition_of(editor, adopted).announced_on is None
    assert edition_of(editor, change) is not None


def test_a_lack_is_gone_to_by_enter(change, view, projects):
    view.page.next.click()
    lacks = view.page.ready.list
    lacks.setCurrentRow(1)
    QTest.keyClick(lacks, Qt.Key.Key_Return)
    assert view.page.tabs.currentWidget() is view.page.rows
    assert view.page.rows.current().row_id == projects[1]
