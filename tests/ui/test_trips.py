"""Trips through the window: what a planner does on an ordinary day."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from success_desktop.app import furnish_window
from success_desktop.errors import UserError
from success_desktop.services.editing import set_text
from success_desktop.services.library import new_sample, open_plan
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.settings import load_settings
from success_desktop.ui.desk import Desk
from success_desktop.ui.main_window import MainWindow
from success_desktop.ui.thai_text import ThaiTextEdit
from tests.ui.acting import answer, type_text


def editor_of(desk: Desk) -> PlanEditor:
    assert desk.bridge.editor is not None
    return desk.bridge.editor


def first_thai_field(desk: Desk, text: str) -> ThaiTextEdit:
    return next(
        field for field in desk.workspace.page.findChildren(ThaiTextEdit) if field.plain_text() == text
    )


def name_of(desk: Desk, node_id: str) -> str:
    return editor_of(desk).plan.nodes[node_id].text("name", "th")


def test_typing_on_the_page_is_in_the_file_after_saving(open_desk, project_id, plan_path, window, qtbot):
    before = name_of(open_desk, project_id)
    field = first_thai_field(open_desk, before)
    field.moveCursor(field.textCursor().MoveOperation.End)
    type_text(field, "ปี ๒๕๖๘")
    window.actions_table["save"].trigger()
    assert name_of(open_desk, project_id) == f"{before}ปี ๒๕๖๘"
    window.actions_table["close"].trigger()
    reopened = open_plan(plan_path, "ผู้อ่าน")
    assert reopened.plan.nodes[project_id].text("name", "th") == f"{before}ปี ๒๕๖๘"
    reopened.close()


def test_undo_in_the_menu_names_what_it_takes_back_and_takes_it_back(open_desk, project_id, window):
    before = name_of(open_desk, project_id)
    type_text(first_thai_field(open_desk, before), "ใหม่")
    open_desk.bridge.leaving.emit()
    undo, redo = window.actions_table["undo"], window.actions_table["redo"]
    assert undo.text() == "เลิกทำ: แก้ไขข้อความ"
    undo.trigger()
    assert name_of(open_desk, project_id) == before
    assert redo.isEnabled()
    redo.trigger()
    assert name_of(open_desk, project_id) != before
    assert not redo.isEnabled()


def test_what_is_still_being_typed_is_undone_too(open_desk, project_id, window):
    before = name_of(open_desk, project_id)
    type_text(first_thai_field(open_desk, before), "กำลังพิมพ์")
    open_desk.steps.undo()
    assert name_of(open_desk, project_id) == before


def test_closing_the_window_publishes_and_remembers_where_it_stood(
    open_desk, project_id, plan_path, window, settings
):
    before = plan_path.read_bytes()
    type_text(first_thai_field(open_desk, name_of(open_desk, project_id)), "ก่อนปิด")
    assert window.close()
    assert open_desk.bridge.editor is None
    assert plan_path.read_bytes() != before
    kept = load_settings()
    assert kept.recent_paths == [str(plan_path)]
    assert kept.window_geometry
    assert kept.layouts["page"]


def test_the_window_comes_back_with_its_divider_where_it_was(open_desk, window, qtbot, plan_path):
    window.resize(790, 600)
    panel = open_desk.workspace.panel("outline")
    before = panel.width()
    open_desk.workspace.resizeDocks([panel], [210], Qt.Orientation.Horizontal)
    QApplication.processEvents()
    width = panel.width()
    assert width != before
    assert window.close()
    other = MainWindow(load_settings())
    qtbot.addWidget(other)
    other.appear()
    assert not other.isMaximized()
    assert other.size() == window.size()
    other.show()
    desk = furnish_window(other, load_settings())
    desk.files.open_plan(plan_path)
    QApplication.processEvents()
    assert desk.workspace.panel("outline").width() == width
    desk.files.close_plan()
    desk.documents.stop()


def test_closing_asks_when_the_file_cannot_be_written(open_desk, project_id, plan_path, window):
    type_text(first_thai_field(open_desk, name_of(open_desk, project_id)), "ใหม่")
    plan_path.chmod(0o444)

    def stay(box: QMessageBox) -> None:
        assert "ปลอดภัย" in box.informativeText()
        box.defaultButton().click()

    answer(stay, QMessageBox)
    assert not window.close()
    assert open_desk.bridge.editor is not None

    answer(lambda box: next(b for b in box.buttons() if b is not box.defaultButton()).click(), QMessageBox)
    assert window.close()
    assert open_desk.bridge.editor is None


def test_forgotten_work_is_offered_on_the_start_page_and_taken_up(open_desk, project_id, plan_path, window):
    before = name_of(open_desk, project_id)
    type_text(first_thai_field(open_desk, before), "ค้างไว้")
    editor = open_desk.bridge.release()
    assert editor is not None
    editor.close(publish=False)
    open_desk.show_shelf()
    shelf = window.frame.start_page.shelf
    assert "ยังไม่ได้ลงไฟล์" in shelf.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    shelf.itemActivated.emit(shelf.item(0))
    assert "ค้างไว้" in name_of(open_desk, project_id)


def test_forgotten_work_is_still_offered_when_the_file_was_changed_by_somebody_else(
    desk, plan_path, tmp_path, window
):
    kept_aside = plan_path.read_bytes()
    desk.files.open_plan(plan_path)
    editor = editor_of(desk)
    set_text(editor, (editor.plan.root_id, "title", "th"), "งานที่ค้างไว้")
    assert desk.bridge.release() is editor
    editor.close(publish=False)
    new_sample(tmp_path / "อื่น.success", "ผู้อื่น").close()
    plan_path.write_bytes((tmp_path / "อื่น.success").read_bytes())
    assert plan_path.read_bytes() != kept_aside
    desk.show_shelf()
    window.frame.start_page.work_chosen.emit(plan_path)
    assert editor_of(desk).plan.root.text("title", "th") == "งานที่ค้างไว้"
    assert not desk.files.publish()
    assert plan_path.name in window.frame.message_bar.sentence.text()


def test_choosing_forgotten_work_that_is_gone_does_nothing(desk, tmp_path):
    desk.files.take_up(tmp_path / "ไม่มี.success")
    assert desk.bridge.editor is None


def test_an_edit_is_published_by_itself_after_a_rest(open_desk, project_id, plan_path, qtbot):
    type_text(first_thai_field(open_desk, name_of(open_desk, project_id)), "พัก")
    open_desk.bridge.leaving.emit()
    assert not editor_of(open_desk).file.is_published
    with qtbot.waitSignal(open_desk.files.publisher.published):
        open_desk.files.publisher.rest.setInterval(1)
        open_desk.files.publisher.rest.start()
    assert editor_of(open_desk).file.is_published


def test_the_status_line_names_the_latest_revision(open_desk, project_id, window):
    line = window.frame.status_line
    assert line.revision.isHidden()

    def keep(dialog) -> None:
        dialog.name.setText("ร่างที่ 4 หลังประชุม")
        dialog.deed.click()

    answer(keep)
    window.actions_table["keep_revision"].trigger()
    assert line.revision.text() == "ฉบับล่าสุด: ร่างที่ 4 หลังประชุม"


def test_the_page_follows_the_language_segment_and_remembers_it(open_desk, project_id, window, settings):
    window.frame.slim_bar.languages.button("en").click()
    assert settings.page_language == "en"
    assert window.actions_table["page_en"].isChecked()
    assert window.frame.slim_bar.title.toolTip().startswith("Strategic Plan")
    window.actions_table["page_th"].trigger()
    assert window.frame.slim_bar.languages.button("th").isChecked()
    assert window.frame.slim_bar.title.toolTip().startswith("แผนยุทธศาสตร์")


def test_the_start_page_opens_what_is_clicked_and_greys_what_is_gone(
    desk, plan_path, settings, window, tmp_path
):
    settings.recent_paths = [str(plan_path), str(tmp_path / "หายไป.success")]
    desk.show_shelf()
    shelf = window.frame.start_page.shelf
    assert not shelf.item(1).flags() & Qt.ItemFlag.ItemIsEnabled
    assert "ไม่พบไฟล์" in shelf.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    shelf.itemClicked.emit(shelf.item(0))
    assert editor_of(desk).file.path == plan_path


def test_one_press_that_both_clicks_and_activates_opens_one_plan(desk, plan_path, tmp_path, settings, window):
    other = tmp_path / "อีกแผน.success"
    new_sample(other, "ผู้วางแผน").close()
    settings.recent_paths = [str(plan_path), str(other)]
    desk.show_shelf()
    shelf = window.frame.start_page.shelf
    shelf.itemClicked.emit(shelf.item(0))
    shelf.activated.emit(QModelIndex())
    assert editor_of(desk).file.path == plan_path


def test_a_plan_in_a_folder_that_may_not_be_looked_into_is_greyed(desk, settings, window):
    settings.recent_paths = [f"/{'ก' * 300}/แผน.success"]
    desk.show_shelf()
    assert window.frame.start_page.shelf.item(0).flags() == Qt.ItemFlag.NoItemFlags
    window.actions_table.menus["recent"].aboutToShow.emit()
    assert not window.actions_table.menus["recent"].actions()[0].isEnabled()


def test_another_message_is_not_taken_away_with_the_offer_to_undo(open_desk, project_id, window):
    answer(lambda box: next(b for b in box.buttons() if b is not box.defaultButton()).click(), QMessageBox)
    open_desk.nodes.delete()
    bar = window.frame.message_bar
    open_desk.bridge.refused.emit(UserError("The disk is full."))
    root_id = editor_of(open_desk).plan.root_id
    set_text(editor_of(open_desk), (root_id, "title", "th"), "ชื่ออื่น")
    assert bar.isVisible()
    assert bar.sentence.text() == UserError("The disk is full.").sentence()


def test_a_name_being_typed_in_the_outline_is_in_the_file_after_saving(
    open_desk, project_id, window, plan_path
):
    outline = open_desk.workspace.outline
    outline.rename()
    field = outline.tree.viewport().findChild(QLineEdit)
    field.clear()
    type_text(field, "ชื่อที่ยังพิมพ์อยู่")
    window.actions_table["save"].trigger()
    assert name_of(open_desk, project_id) == "ชื่อที่ยังพิมพ์อยู่"
    assert editor_of(open_desk).file.is_published
    assert open_desk.files.close_plan()
    again = open_plan(plan_path, "ผู้อื่น")
    assert again.plan.nodes[project_id].text("name", "th") == "ชื่อที่ยังพิมพ์อยู่"
    again.close()


def test_text_that_could_not_be_kept_is_handed_in_again(open_desk, project_id, window):
    field = first_thai_field(open_desk, name_of(open_desk, project_id))
    engine = editor_of(open_desk).file.store.engine
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    type_text(field, "ไม่หาย")
    open_desk.workspace.page.commit_pending()
    assert window.frame.message_bar.isVisible()
    assert "ไม่หาย" not in name_of(open_desk, project_id)
    engine.dispose()  # a new connection may write again
    open_desk.workspace.page.commit_pending()
    assert "ไม่หาย" in name_of(open_desk, project_id)


def test_a_file_that_is_no_plan_is_refused_in_the_bar_and_nothing_else_happens(open_desk, tmp_path, window):
    stranger = tmp_path / "ไม่ใช่แผน.success"
    stranger.write_bytes(b"hello")
    open_desk.files.open_plan(stranger)
    bar = window.frame.message_bar
    assert bar.isVisible()
    assert bar.sentence.text()
    assert open_desk.bridge.editor is not None


def test_about_shows_the_version(desk, window):
    seen: list[str] = []
    answer(
        lambda dialog: seen.extend(
            label.text() for label in dialog.findChildren(type(window.frame.slim_bar.title))
        )
    )
    window.actions_table["about"].trigger()
    assert any("SUCCESS Desktop 0" in text for text in seen)


def test_quit_closes_the_window(desk, window):
    window.actions_table["quit"].trigger()
    assert not window.isVisible()
