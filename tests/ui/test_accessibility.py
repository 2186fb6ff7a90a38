"""Everything in the window can be found, named and reached without eyes or mouse."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog

from success_desktop.services.library import list_templates
from success_desktop.ui.dialogs.about import AboutDialog
from success_desktop.ui.dialogs.export_word import ExportDialog
from success_desktop.ui.dialogs.new_plan import NewPlanDialog
from success_desktop.ui.dialogs.revision import RevisionDialog
from success_desktop.ui.error_dialogs import BugDialog
from tests.ui.acting import accessible_parts

Role = QAccessible.Role
INTERACTIVE = {
    Role.EditableText,
    Role.PushButton,
    Role.CheckBox,
    Role.RadioButton,
    Role.ComboBox,
    Role.Tree,
    Role.List,
    Role.Table,
    Role.MenuItem,
    Role.ButtonMenu,
}


def nameless(widget) -> list[str]:
    """What a person can act on in a widget and that has no name."""
    found = []
    for part in accessible_parts(widget):
        thing = part.object()
        is_met = part.role() in INTERACTIVE and not bool(part.state().invisible)
        if is_met and not thing.objectName().startswith("qt_") and not part.text(QAccessible.Text.Name):
            found.append(f"{part.role().name} {thing}")
    return found


def test_everything_on_the_start_page_has_a_name(desk, window):
    assert nameless(window) == []


def test_everything_around_an_open_plan_has_a_name(open_desk, project_id, window):
    assert nameless(window) == []


@pytest.mark.parametrize("kind", ["new", "export", "revision", "about", "bug"])
def test_everything_in_a_dialog_has_a_name(kind, application, qtbot, tmp_path, settings):
    made: dict[str, QDialog] = {
        "new": NewPlanDialog(list_templates(), tmp_path, ".success", None),
        "export": ExportDialog(tmp_path / "ก.success", settings, None),
        "revision": RevisionDialog("ร่างที่ 1", None),
        "about": AboutDialog(None),
        "bug": BugDialog("details", "log.txt", None),
    }
    for dialog in made.values():
        qtbot.addWidget(dialog)
    made[kind].show()
    assert nameless(made[kind]) == []
