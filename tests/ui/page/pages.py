"""Finding things on a page, and typing into them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from success_desktop.i18n import Language
from success_desktop.ui.page.children_links import ChildrenLinks
from success_desktop.ui.page.entry_field import CalmComboBox, ChoiceField, EntryField
from success_desktop.ui.page.node_form import NodeForm
from success_desktop.ui.page.page_view import PageView
from success_desktop.ui.page.reference_field import ReferenceField
from success_desktop.ui.page.sheet_parts import ChildrenPart, SheetPart
from success_desktop.ui.page.text_field import GrowingTextEdit, TextField
from tests.ui.page.keys import press, type_text


def form_of(page: PageView) -> NodeForm:
    """The form that the page shows."""
    assert page.form is not None
    return page.form


def text_edit(page: PageView, name: str) -> GrowingTextEdit:
    """A text field by its name, such as objective_th."""
    found = form_of(page).findChild(GrowingTextEdit, name)
    assert isinstance(found, GrowingTextEdit)
    return found


def entry(page: PageView, field: str) -> EntryField:
    """The field of a single value."""
    part = form_of(page).fields[field]
    assert isinstance(part, EntryField)
    return part


def choice_box(page: PageView, field: str) -> CalmComboBox:
    """The list of a choice."""
    part = form_of(page).fields[field]
    assert isinstance(part, ChoiceField)
    return part.box


def badge(page: PageView, field: str, language: Language) -> QLabel:
    """What says that a text is missing in a language."""
    part = form_of(page).fields[field]
    assert isinstance(part, TextField)
    return part.badges[language]


def links_below(page: PageView) -> ChildrenLinks:
    """The links to children."""
    part = form_of(page).below[-1]
    assert isinstance(part, ChildrenLinks)
    return part


def table_below(page: PageView) -> ChildrenPart:
    """The table of children."""
    part = form_of(page).below[0]
    assert isinstance(part, ChildrenPart)
    return part


def references(page: PageView, field: str) -> ReferenceField:
    """A field of references."""
    part = form_of(page).fields[field]
    assert isinstance(part, ReferenceField)
    return part


def retype(line: QLineEdit, text: str) -> None:
    """Replace what a line holds, as a person does, and leave it with Enter."""
    line.selectAll()
    press(line, Qt.Key.Key_Delete)
    type_text(line, text)
    press(line, Qt.Key.Key_Return)


def texts(part: SheetPart, row: int) -> list[str]:
    """What a row of a table shows."""
    return [part.model.index(row, column).data() for column in range(part.model.columnCount())]


def cell_line(part: SheetPart) -> QLineEdit:
    """The line in which a cell of a table is being edited."""
    line = part.view.viewport().findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    return line


def enter(part: SheetPart, place: tuple[int, int], typed: str, qtbot) -> None:
    """Type into a cell that has been gone to, as in a spreadsheet, and press Enter."""
    view = part.view
    view.setFocus()
    view.setCurrentIndex(part.model.index(*place))
    type_text(view, typed[0])
    line = cell_line(part)
    type_text(line, typed[1:])
    assert line.text() == typed
    press(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.viewport().findChild(QLineEdit) is None)
