"""Typing into cells of each kind of field: texts, choices, names of agencies."""

from PySide6.QtCore import Qt

from success_desktop.ui.table.cell_editors import ChoiceCell, NamesCell, TextCell
from tests.ui.table.grids import Grid

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def test_a_text_is_edited_in_lines(grid: Grid, editor, node):
    grid.go(0, "name")
    grid.type("ขุด")
    assert isinstance(grid.editor(), TextCell)
    grid.press(KEY.Key_Return, ALT)
    grid.type("ลอก")
    grid.press(KEY.Key_Return)
    assert editor.plan.nodes[node("Project dredge")].text("name", "th") == "ขุด\nลอก"
    assert grid.text(0, "name") == "ขุด ลอก"
    assert grid.here() == (1, "name")


def test_a_text_is_edited_in_the_language_shown(grid: Grid, editor, node):
    project = node("Project dredge")
    grid.table.set_language_mode("en")
    assert grid.text(0, "name") == "Project dredge"
    grid.enter(0, "name", "Dredging")
    assert editor.plan.nodes[project].text("name", "en") == "Dredging"
    assert editor.plan.nodes[project].text("name", "th") == "โครงการdredge"


def test_a_choice_is_made_by_its_first_letters(grid: Grid, editor, node):
    grid.table.presenter._on_columns_chosen(["number", "status"])
    grid.go(1, "status")
    grid.type("แ")
    assert isinstance(grid.editor(), ChoiceCell)
    grid.press(KEY.Key_Return)
    assert editor.plan.nodes[node("Project gauge")].word("status") == "completed"
    assert grid.text(1, "status") == "แล้วเสร็จ"


def test_agencies_are_typed_as_names(grid: Grid, editor, node):
    grid.go(3, "lead_agencies")
    grid.type("กองช่าง, กองสาธารณสุข")
    assert isinstance(grid.editor(), NamesCell)
    grid.press(KEY.Key_Return)
    links = editor.plan.nodes[node("Project heat")].links("lead_agencies")
    assert links == (node("กองช่าง"), node("กองสาธารณสุข"))


def test_an_unknown_agency_stays_as_typed(grid: Grid, edits):
    grid.enter(3, "lead_agencies", "กองคลัง")
    assert grid.text(3, "lead_agencies") == "กองคลัง"
    assert "กองคลัง" in grid.said()
    assert edits == []
