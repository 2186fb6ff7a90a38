"""From hit to hit (F3): through texts, values and cells, on the page from any view."""

from decimal import Decimal

from PySide6.QtCore import Qt

from success_desktop.services import editing
from success_desktop.services.finding import list_passages
from success_desktop.services.hit_order import Start, Stop
from success_desktop.ui.finding.page_places import characters_before, read_start
from success_desktop.ui.page.entry_field import ChoiceField, EntryField
from success_desktop.ui.page.sheet_parts import SheetPart
from success_desktop.ui.page.text_field import TextField
from tests.ui.finding.searches import panel_of, plan_of, search, selected, text_edit

Key = Qt.Key


def test_f3_goes_from_hit_to_hit_and_round(open_desk, typed_in):
    search(open_desk, "ทดลอง")
    open_desk.finding.go_to_next()
    assert open_desk.workspace.page.current_node_id() == typed_in
    first = selected(open_desk)
    assert first == ("ทดลอง", 0)
    open_desk.finding.go_to_next()
    open_desk.finding.go_to_next()
    assert selected(open_desk) == ("ทดลอง", 20)
    open_desk.finding.go_to_previous()
    assert selected(open_desk)[1] == 10
    assert text_edit(open_desk, "name").hasFocus()


def test_f3_looks_for_what_is_being_typed_at_that_moment(open_desk, typed_in):
    open_desk.finding.open()
    open_desk.workspace.outline.filter.setText("only in english")
    open_desk.finding.go_to_next()
    assert open_desk.workspace.page.current_node_id() == typed_in
    assert selected(open_desk, language="en")[0] == "only in English"


def test_f3_without_anything_to_look_for_asks_for_it(open_desk):
    open_desk.finding.go_to_next()
    assert open_desk.workspace.outline.filter.hasFocus()


def test_what_is_nowhere_is_said(open_desk):
    search(open_desk, "ไม่มีแน่นอน")
    open_desk.finding.go_to_next()
    assert "ไม่มีแน่นอน" in open_desk.frame.message_bar.sentence.text()


def test_a_hit_in_the_hidden_language_shows_both(open_desk, typed_in):
    open_desk.looks.show_page_in("th")
    search(open_desk, "only in english")
    open_desk.finding.go_to_next()
    assert open_desk.looks.page_language == "both"
    assert selected(open_desk, language="en")[0] == "only in English"


def test_a_hit_is_shown_on_the_page_from_any_view(open_desk, typed_in):
    search(open_desk, "only in english")
    open_desk.looks.show_view("overview")
    open_desk.finding.go_to_next()
    assert open_desk.looks.view_id == "page"


def test_numbers_days_choices_and_cells_are_gone_to(open_desk, typed_in):
    plan = plan_of(open_desk)
    node = plan.nodes[typed_in]
    form = open_desk.workspace.page.form
    assert form is not None
    seen = set()
    for field, part in form.fields.items():
        if isinstance(part, TextField) or not node.parts(field):
            continue
        shown = {SheetPart: "view", EntryField: "line", ChoiceField: "box"}
        name = next((known for kind, known in shown.items() if isinstance(part, kind)), None)
        if name is None:
            continue
        passage = next(known for known in list_passages(plan, node, "th") if known.field == field)
        open_desk.finding._go_to(Stop(passage, (0, len(passage.text))))
        assert getattr(part, name).hasFocus(), field
        start = read_start(open_desk.workspace.page)
        assert (start.field, start.part) == (field, passage.part if name == "view" else "")
        seen.add(name)
    assert seen == {"view", "line", "box"}


def test_the_way_goes_on_behind_a_number(open_desk, typed_in):
    editor = open_desk.bridge.editor
    assert editor is not None
    field = "budget"
    for year in (2568, 2569):
        editing.set_part(editor, (typed_in, field, f"{year}:ordinance"), Decimal("77123456"))
    search(open_desk, "77123456")
    places = []
    for _step in range(3):
        open_desk.finding.go_to_next()
        places.append(read_start(open_desk.workspace.page).part)
    assert places == ["2568:ordinance", "2569:ordinance", "2568:ordinance"]


def test_a_place_that_is_gone_is_not_gone_to(open_desk, typed_in):
    open_desk.finding.open_replace()
    panel = panel_of(open_desk)
    panel.begin("only in english")
    panel.finish()
    stop = panel.hits.stop(panel.hits.index(0, 0))
    editor = open_desk.bridge.editor
    assert editor is not None
    editing.remove_node(editor, typed_in)
    here = open_desk.workspace.page.current_node_id()
    panel.stop_chosen.emit(stop)
    assert open_desk.workspace.page.current_node_id() == here


def test_places_on_the_page_are_told_in_characters(open_desk, typed_in):
    edit = text_edit(open_desk, "name")
    edit.setFocus()
    cursor = edit.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    edit.setTextCursor(cursor)
    text = edit.plain_text()
    assert read_start(open_desk.workspace.page) == Start(typed_in, "name", "th", (len(text), len(text)))
    assert characters_before("a🏞b", 3) == 2
    open_desk.workspace.outline.tree.setFocus()
    assert read_start(open_desk.workspace.page) == Start(typed_in)
