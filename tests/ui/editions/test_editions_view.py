"""The view of the editions: what differs, row by row, and the papers of an edition; for everybody, in each language."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from success_desktop.domain.office import read_office
from success_desktop.services.editing import set_text
from success_desktop.ui.documents.pack_dialog import PackDialog
from success_desktop.ui.documents.print_dialog import PrintDialog
from success_desktop.ui.qt_catalog import speak
from tests.ui.acting import answer, type_text
from tests.ui.editions.conftest import OBJECTIVE
from tests.ui.faults import clipped, nameless


def edition_of(editor, edition_id):
    return read_office(editor.plan).edition(edition_id)


def listed(view) -> list[str]:
    items = (view.editions.list.item(row) for row in range(view.editions.list.count()))
    return [item.text() for item in items]


# --- what differs -------------------------------------------------------------------------------------------


def test_rows_that_differ_are_listed_with_what_was_and_what_is(change, view):
    assert [line.texts[0] for line in view.page.rows.model.lines] == ["1.1.1", "1.1.2"]
    told = view.page.rows.page.changes.toPlainText()
    assert OBJECTIVE in told
    assert "วัตถุประสงค์" in told
    assert view.page.tabs.tabText(0) == "รายการ (2)"


def test_the_newest_edition_stands_on_top_and_any_can_be_chosen(change, adopted, view):
    assert listed(view)[0].startswith("เปลี่ยนแปลง ครั้งที่ 1/25")
    assert listed(view)[0].endswith("กำลังจัดทำ")
    view.editions.list.setCurrentRow(1)
    assert view.page.title.accessibleName() == "แผนฉบับแรก"
    assert not view.page.next.isVisible()
    assert not view.page.tabs.isTabVisible(2)
    assert view.page.about.clause.isReadOnly()


def test_only_editions_that_fit_can_be_begun(change, view):
    can = {kind: action.isEnabled() for kind, action in view.editions.actions_of.items()}
    assert can == {"first": False, "addition": True, "change": False, "correction": True}
    view.editions.actions_of["correction"].trigger()
    assert view.page.title.accessibleName().startswith("แก้ไข ครั้งที่ 1/25")


def test_the_view_follows_the_plan_while_it_is_seen(change, view, editor, projects, qtbot):
    set_text(editor, (projects[2], "objective", "th"), "เพื่ออย่างอื่นโดยสิ้นเชิง ทั้งเมือง 30 ชุมชน")
    qtbot.waitUntil(lambda: len(view.page.rows.model.lines) == 3, timeout=5000)
    assert view.is_showing([projects[2]])
    assert not view.is_showing(["nobody"])


def test_nothing_differs_right_after_adopting(adopted, view):
    view.editions.actions_of["change"].trigger()
    assert view.page.rows.nothing.isVisible()
    assert not view.page.rows.table.isVisible()
    assert view.page.rows.current() is None


def test_the_name_of_a_row_leads_to_its_page(change, view, open_desk, projects):
    view.page.rows.page.name.click()
    assert open_desk.looks.view_id == "page"
    assert open_desk.workspace.node_id() == projects[0]


# --- papers -------------------------------------------------------------------------------------------------


def test_its_book_and_its_pack_are_asked_for_from_the_view(change, view):
    def look_at_print(dialog: PrintDialog) -> None:
        seen.append((dialog.chosen().what, dialog.chosen().edition_id))
        dialog.reject()

    def look_at_pack(dialog: PackDialog) -> None:
        seen.append((("pack",), dialog.chosen().edition.id))
        dialog.reject()

    seen: list[tuple[tuple[str, ...], str]] = []
    answer(look_at_print, PrintDialog)
    view.page.print.click()
    answer(look_at_pack, PackDialog)
    view.page.pack.click()
    assert seen == [(("changes",), change), (("pack",), change)]


# --- for everybody ------------------------------------------------------------------------------------------


def test_everything_has_a_name_and_nothing_is_cut_off(change, view, application):
    faults: list[str] = []
    for tab in range(3):
        view.page.tabs.setCurrentIndex(tab)
        application.settle(60)
        faults.extend((*nameless(view), *clipped(view)))
    assert faults == []


def test_undo_in_an_empty_field_is_meant_for_the_plan(change, view, editor):
    view.page.about.clause.undo_requested.emit()
    assert change not in [edition.id for edition in read_office(editor.plan).editions]


def test_the_view_speaks_the_language_of_the_interface_and_keeps_what_was_typed(change, view, editor):
    type_text(view.page.rows.page.decision.reason.edits["th"], "น้ำ")
    speak("en")
    QApplication.sendEvent(view, QEvent(QEvent.Type.LanguageChange))
    try:
        assert view.page.title.accessibleName().startswith("Change No. 1/20")
        assert view.page.rows.model.headerData(1, Qt.Orientation.Horizontal) == "Item"
        assert [note.reason for note in edition_of(editor, change).notes] == [{"th": "น้ำ"}]
    finally:
        speak("th")


def test_another_plan_begins_with_its_own_editions(change, view, open_desk, plan_path, qtbot):
    open_desk.files.close_plan()
    view.refresh()
    assert view.nothing.isVisible() or view.amendment is None
    assert listed(view) == []
