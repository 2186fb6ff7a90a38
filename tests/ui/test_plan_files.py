"""Plan files from the menu: begun, opened, copied, closed, with the dialogs that ask."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QMessageBox

from success_desktop.paths import settings_path
from success_desktop.services import editing, library
from success_desktop.services.library import PLAN_SUFFIX, list_templates, open_plan, own_templates_folder
from success_desktop.settings import Settings, load_settings
from success_desktop.ui.dialogs.form import usual_folder
from success_desktop.ui.dialogs.new_plan import file_name
from tests.ui.acting import answer, answer_file


def edit(desk, node_id) -> None:
    editing.set_text(desk.bridge.editor, (node_id, "name", "th"), "ชื่อใหม่")


def test_a_new_plan_has_the_name_that_was_given_and_lies_in_the_folder_chosen(desk, window, tmp_path):
    def fill(dialog) -> None:
        assert not dialog.deed.isEnabled()
        dialog.name.setText("แผนเทศบาล 2568/2572")
        assert dialog.note.text() == "ไฟล์จะชื่อ แผนเทศบาล 2568 2572.success"
        dialog.deed.click()

    answer(fill)
    window.actions_table["new"].trigger()
    editor = desk.bridge.editor
    assert editor is not None
    assert editor.plan.root.text("title", "th") == "แผนเทศบาล 2568/2572"
    assert editor.file.path == tmp_path / "แผนเทศบาล 2568 2572.success"
    assert len(editor.plan.nodes) > 1


def test_a_new_plan_begins_from_the_template_chosen(desk, window):
    def fill(dialog) -> None:
        dialog.choices.button(1).setChecked(True)
        dialog.name.setText("แผนพัฒนา")
        dialog.deed.click()

    answer(fill)
    window.actions_table["new"].trigger()
    assert desk.bridge.editor.plan.template.id == list_templates()[1].id


def test_a_new_plan_is_not_made_over_another_nor_where_there_is_no_folder(desk, window, plan_path):
    def look(dialog) -> None:
        dialog.name.setText(plan_path.stem)
        assert not dialog.deed.isEnabled()
        assert "อยู่แล้ว" in dialog.note.text()
        dialog.place.line.setText(str(plan_path.parent / "ไม่มี"))
        assert not dialog.deed.isEnabled()
        assert dialog.note.text() == "ไม่มีโฟลเดอร์นี้"

    answer(look)
    window.actions_table["new"].trigger()
    assert desk.bridge.editor is None


def test_the_folder_of_a_new_plan_can_be_looked_for(desk, window, tmp_path):
    folder = tmp_path / "แผนของเมือง"
    folder.mkdir()

    def browse(dialog) -> None:
        answer_file(folder)
        dialog.place.button.click()
        assert dialog.place.path() == folder

    answer(browse)
    window.actions_table["new"].trigger()


def test_a_mistake_in_a_template_of_the_user_is_told_in_the_bar(desk, window, person):
    own_templates_folder().mkdir(parents=True)
    (own_templates_folder() / "ของฉัน.yaml").write_text("id: [", encoding="utf-8")
    window.actions_table["new"].trigger()
    assert "ของฉัน" in window.frame.message_bar.sentence.text()


def test_the_sample_plan_is_made_once_and_then_opened_again(desk, window, tmp_path):
    window.actions_table["sample"].trigger()
    first = desk.bridge.editor
    assert first.file.path == tmp_path / f"เมืองตัวอย่าง{PLAN_SUFFIX}"
    root_id = first.plan.root_id
    window.actions_table["close"].trigger()
    window.frame.start_page.cards[3].click()
    assert desk.bridge.editor.plan.root_id == root_id


def test_open_asks_for_a_file(desk, window, plan_path):
    answer_file(plan_path)
    window.actions_table["open"].trigger()
    assert desk.bridge.editor.file.path == plan_path
    editor = desk.bridge.editor
    desk.files.open_plan(plan_path)
    assert desk.bridge.editor is editor


def test_opening_another_plan_publishes_and_closes_the_first(open_desk, plan_path, tmp_path, window):
    open_desk.files.begin(list_templates()[0], "แผนที่สอง", tmp_path / "สอง.success")
    assert open_desk.bridge.editor.plan.root.text("title", "th") == "แผนที่สอง"
    again = open_plan(plan_path, "ผู้อื่น")
    again.close()


def test_the_first_plan_stays_when_it_cannot_be_published(open_desk, project_id, plan_path, tmp_path):
    first = open_desk.bridge.editor
    edit(open_desk, project_id)
    plan_path.chmod(0o444)
    answer(lambda box: box.defaultButton().click(), QMessageBox)
    open_desk.files.begin(list_templates()[0], "แผนที่สอง", tmp_path / "สอง.success")
    assert open_desk.bridge.editor is first


def test_save_as_goes_on_with_the_other_file(open_desk, plan_path, tmp_path, window, settings):
    other = tmp_path / "อีกฉบับ.success"
    answer_file(other)
    window.actions_table["save_as"].trigger()
    assert open_desk.bridge.editor.file.path == other
    assert settings.recent_paths[0] == str(other)
    assert "อีกฉบับ.success" in window.frame.message_bar.sentence.text()
    assert other.exists()


def test_saving_to_a_folder_that_may_not_be_written_is_told_calmly(open_desk, project_id, plan_path, window):
    edit(open_desk, project_id)
    plan_path.chmod(0o444)
    assert not open_desk.files.publish()
    assert window.frame.message_bar.isVisible()
    assert window.frame.message_bar.remedy.text()


def test_the_verbs_of_a_plan_do_nothing_without_one(desk, plan_path):
    assert not desk.files.publish()
    desk.files.save_as()
    desk.files.keep_revision()
    desk.office.export()
    desk.documents.preview_and_import(plan_path)
    desk.steps.undo()
    desk.steps.redo()
    assert desk.steps.undo_label() is None
    assert desk.steps.redo_label() is None
    assert desk.files.close_plan()


def test_a_revision_needs_a_name(open_desk, window):
    def look(dialog) -> None:
        assert dialog.name.text() == "ร่างที่ 3"
        dialog.name.clear()
        assert not dialog.deed.isEnabled()

    answer(look)
    window.actions_table["keep_revision"].trigger()
    assert window.frame.status_line.revision.isHidden()


def test_names_of_files_keep_thai_and_lose_what_windows_forbids():
    assert file_name('แผน "น้ำ" 1/2: ร่าง?') == "แผน  น้ำ  1 2  ร่าง"
    assert file_name("...") == "plan"
    assert len(file_name("ก" * 300)) == 80


def test_without_a_documents_folder_files_lie_in_the_persons_own(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    assert usual_folder(Settings(last_folder=str(tmp_path / "ไม่มี"))) == tmp_path
    (tmp_path / "Documents").mkdir()
    assert usual_folder(Settings(last_folder=str(tmp_path / "ไม่มี"))) == tmp_path / "Documents"
    assert usual_folder(Settings(last_folder=str(tmp_path))) == tmp_path


def test_a_name_that_no_disk_can_hold_is_no_accident(desk, window):
    def fill(dialog) -> None:
        dialog.name.setText("\N{OFFICE BUILDING}" * 90)
        assert dialog.deed.isEnabled()
        dialog.place.line.setText("ก" * 300)
        assert not dialog.deed.isEnabled()
        dialog.place.line.setText("~ไม่มีผู้นี้")
        assert dialog.note.text() == "ไม่มีโฟลเดอร์นี้"

    answer(fill)
    window.actions_table["new"].trigger()
    assert desk.bridge.editor is None


def test_save_as_gives_every_plan_its_ending_and_asks_before_that_replaces_one(open_desk, tmp_path, window):
    there = tmp_path / "แผน ฉบับ 1.2.success"
    there.write_text("ของเดิม", encoding="utf-8")
    first = open_desk.bridge.editor.file.path

    def keep(chooser) -> None:
        answer(lambda box: box.defaultButton().click(), QMessageBox)
        chooser.findChild(QLineEdit, "fileNameEdit").setText(str(there.with_suffix("")))
        chooser.accept()

    answer(keep, QFileDialog)
    window.actions_table["save_as"].trigger()
    assert there.read_text(encoding="utf-8") == "ของเดิม"
    assert open_desk.bridge.editor.file.path == first

    answer_file(tmp_path / "แผน ฉบับ 1.3")
    window.actions_table["save_as"].trigger()
    assert open_desk.bridge.editor.file.path == tmp_path / "แผน ฉบับ 1.3.success"


def test_a_plan_opens_and_closes_when_the_settings_cannot_be_kept(desk, plan_path, window):
    settings_path().with_suffix(".new").mkdir(parents=True)
    desk.files.open_plan(plan_path)
    assert desk.bridge.editor is not None
    assert "การตั้งค่า" in window.frame.message_bar.sentence.text()
    edit(desk, desk.bridge.editor.plan.children_of(desk.bridge.editor.plan.root_id)[0].id)
    assert window.close()
    assert library.list_forgotten() == []


def test_a_working_copy_that_cannot_be_read_any_more_is_told_and_the_window_can_be_closed(
    open_desk, project_id, window
):
    edit(open_desk, project_id)
    engine = open_desk.bridge.editor.file.store.engine
    engine.dispose()
    Path(engine.url.database).write_bytes(b"lost" * 4096)
    open_desk.files.publisher.rest.timeout.emit()
    assert window.frame.message_bar.isVisible()
    answer(lambda box: next(b for b in box.buttons() if b is not box.defaultButton()).click(), QMessageBox)
    assert window.close()
    assert open_desk.bridge.editor is None


def test_forgotten_work_is_thrown_away_only_when_the_user_says_so(open_desk, project_id, plan_path, window):
    before = open_desk.bridge.editor.plan.nodes[project_id].text("name", "th")
    edit(open_desk, project_id)
    editor = open_desk.bridge.release()
    editor.close(publish=False)
    open_desk.show_shelf()
    page = window.frame.start_page
    assert page.discard_button.isVisible()
    (throw_away,) = page.discard_menu.actions()
    assert throw_away.text().startswith(plan_path.stem)

    answer(lambda box: box.defaultButton().click(), QMessageBox)
    throw_away.trigger()
    assert [left.path for left in library.list_forgotten()] == [plan_path]

    (throw_away,) = page.discard_menu.actions()
    answer(lambda box: next(b for b in box.buttons() if b is not box.defaultButton()).click(), QMessageBox)
    throw_away.trigger()
    assert library.list_forgotten() == []
    assert not page.discard_button.isVisible()
    open_desk.files.open_plan(plan_path)
    assert open_desk.bridge.editor.plan.nodes[project_id].text("name", "th") == before


def test_throwing_away_work_that_is_gone_asks_nothing_and_looks_at_the_shelf_anew(desk, tmp_path, qtbot):
    with qtbot.waitSignal(desk.files.shelf_changed):
        desk.files.throw_away(tmp_path / "ไม่มี.success")


def test_questions_and_dialogs_do_not_pile_up_behind_the_window(open_desk, window):
    for _time in range(3):
        answer(lambda dialog: dialog.reject())
        window.actions_table["keep_revision"].trigger()
        answer(lambda dialog: dialog.reject())
        window.actions_table["about"].trigger()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(QDialog) == []


def test_a_plan_opened_again_is_shown_where_one_was_with_the_branch_open(open_desk, project_id, plan_path):
    outline = open_desk.workspace.outline
    open_desk.files.close_plan()
    open_desk.files.open_plan(plan_path)
    assert outline.current_node_id() == project_id
    assert open_desk.workspace.page.current_node_id() == project_id
    assert not outline.tree.visualRect(outline.tree.currentIndex()).isEmpty()


def test_the_next_start_knows_where_one_was(open_desk, project_id, plan_path):
    assert open_desk.close()
    assert load_settings().last_nodes == {str(plan_path): project_id}


def test_a_plan_without_the_node_one_was_at_opens_on_its_own_page(desk, settings, plan_path):
    settings.remember_node(plan_path, "gone")
    desk.files.open_plan(plan_path)
    assert desk.workspace.page.current_node_id() == desk.bridge.editor.plan.root_id
