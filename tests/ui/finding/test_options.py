"""Searches that are narrowed."""

from PySide6.QtCore import Qt

from success_desktop.services import editing
from tests.plans import named
from tests.ui.finding.panels import bridge, clock, editor, find, panel, plan_path, rows

__all__ = ["bridge", "clock", "editor", "panel", "plan_path"]
Key = Qt.Key


def test_a_search_is_narrowed_by_kind_field_and_language(panel):
    options = panel.options
    find(panel, "e")
    everything = panel.hits.counts().places
    options.language.setCurrentIndex(options.language.findData("th"))
    options.language.activated.emit(1)
    panel.finish()
    in_thai = panel.hits.counts().places
    assert 0 < in_thai < everything
    assert not options.field.isEnabled()
    options.kind.setCurrentIndex(options.kind.findData("project"))
    options.kind.activated.emit(1)
    panel.finish()
    assert all("โครงการ" in row[1] for row in rows(panel))
    assert options.field.isEnabled()
    options.field.setCurrentIndex(options.field.findData("name"))
    options.field.activated.emit(1)
    panel.finish()
    assert panel.wanted().field == "name"
    assert {row[1] for row in rows(panel)} == {"ชื่อโครงการ (ไทย)"}


def test_a_search_can_be_kept_below_the_chosen_node(panel, editor):
    approach = named(editor.plan, "Restore the canals")
    find(panel, "โครงการ")
    assert not panel.options.is_under.isEnabled()
    panel.show_node(approach)
    assert "ฟื้นสายคลอง" in panel.options.is_under.text()
    panel.options.is_under.setChecked(True)
    panel.finish()
    assert panel.hits.rowCount() == 2
    panel.show_node(named(editor.plan, "Project map"))
    assert "ฟื้นสายคลอง" in panel.options.is_under.text()
    panel.finish()
    assert panel.hits.rowCount() == 2
    editing.remove_node(editor, approach)
    panel.look()
    panel.finish()
    assert not panel.options.is_under.isChecked()
    assert panel.hits.rowCount() == 2


def test_case_words_and_exact_signs_can_be_asked_for(panel):
    options = panel.options
    find(panel, "PROJECT")
    assert panel.hits.rowCount() == 4
    options.has_case.setChecked(True)
    panel.finish()
    assert panel.hits.rowCount() == 0
    options.has_case.setChecked(False)
    options.is_whole_word.setChecked(True)
    find(panel, "proj")
    assert panel.hits.rowCount() == 0
    options.is_whole_word.setChecked(False)
    find(panel, "นํ้า")
    assert panel.hits.rowCount() == 2
    options.is_exact.setChecked(True)
    panel.finish()
    assert panel.hits.rowCount() == 0


def test_a_long_name_is_shortened_beside_its_box(panel, editor):
    node_id = named(editor.plan, "Water")
    editing.set_text(editor, (node_id, "name", "th"), "ชื่อ & " * 20)
    panel.look()
    panel.show_node(node_id)
    assert "&&" in panel.options.is_under.text()
    assert "…" in panel.options.is_under.text()
