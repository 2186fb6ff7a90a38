"""Text that cannot be kept for a while, because the disk is full, say, is not lost by looking at something else."""

from success_desktop.services.editing import remove_node
from tests.ui.acting import type_text
from tests.ui.test_trips import editor_of, first_thai_field, name_of


def forbid_writing(desk):
    """Let the plan's file refuse every edit until the engine is disposed of."""
    engine = editor_of(desk).file.store.engine
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    return engine


def type_in_vain(desk, project_id):
    """Type into the project's name while nothing can be written, then go to the plan itself."""
    field = first_thai_field(desk, name_of(desk, project_id))
    engine = forbid_writing(desk)
    type_text(field, "ไม่หาย")
    desk.workspace.page.commit_pending()
    desk.workspace.outline.select_node(editor_of(desk).plan.root_id)
    assert "ไม่หาย" not in name_of(desk, project_id)
    return engine


def test_text_not_kept_is_still_there_on_coming_back_and_is_kept_then(open_desk, project_id):
    engine = type_in_vain(open_desk, project_id)
    open_desk.workspace.outline.select_node(project_id)
    field = first_thai_field(open_desk, shown(open_desk, project_id))
    assert "ไม่หาย" in field.plain_text()
    assert field.document().isModified()
    engine.dispose()
    open_desk.workspace.page.commit_pending()
    assert "ไม่หาย" in name_of(open_desk, project_id)
    assert not field.document().isModified()
    assert open_desk.workspace.page.context.unkept == {}


def shown(desk, project_id) -> str:
    """The project's Thai name as the page shows it: what could not be kept, else what the plan holds."""
    return str(desk.workspace.page.context.unkept.get((project_id, "name", "th"), name_of(desk, project_id)))


def test_text_not_kept_is_kept_on_saving_from_wherever_one_is(open_desk, project_id, window):
    engine = type_in_vain(open_desk, project_id)
    engine.dispose()
    window.actions_table["save"].trigger()
    assert "ไม่หาย" in name_of(open_desk, project_id)


def test_text_not_kept_goes_with_its_node(open_desk, project_id):
    engine = type_in_vain(open_desk, project_id)
    engine.dispose()
    remove_node(editor_of(open_desk), project_id)
    open_desk.workspace.page.commit_pending()
    assert open_desk.workspace.page.context.unkept == {}


def test_as_long_as_nothing_can_be_written_the_text_waits(open_desk, project_id):
    engine = type_in_vain(open_desk, project_id)
    open_desk.workspace.page.commit_pending()
    assert "ไม่หาย" in open_desk.workspace.page.context.unkept[project_id, "name", "th"]
    engine.dispose()
