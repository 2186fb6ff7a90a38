"""The dialog of the official forms: the form set in use, what is printed, files of one's own, typed summaries."""

import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from success_desktop.domain.forms.resolving import resolve_form
from success_desktop.domain.office import read_office
from success_desktop.services.form_sets import form_set_of, list_form_sets
from success_desktop.ui.documents.form_lines import list_lines, name_form
from success_desktop.ui.documents.forms_dialog import FormsDialog
from success_desktop.ui.documents.unprinted_words import tell_unprinted
from tests.ui.acting import answer, answer_file
from tests.ui.faults import clipped, nameless


@pytest.fixture
def dialog(open_desk, editor, settings, qtbot) -> FormsDialog:
    """The dialog of the sample plan's forms, on the screen."""
    dialog = FormsDialog(editor, settings, None)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def findings(dialog: FormsDialog) -> list[str]:
    return [dialog.findings.item(row).text() for row in range(dialog.findings.count())]


def test_the_form_set_that_suits_the_plan_is_shown(dialog, editor):
    chosen = form_set_of(editor.plan)
    assert dialog.sets.currentData() == chosen.id
    assert dialog.sets.count() == len(list_form_sets())
    assert dialog.description.text() == chosen.description.th
    assert dialog.lines.forms.count() == len(chosen.forms)
    assert dialog.lines.forms.item(0).text() == "แบบ ผ.01 บัญชีสรุปโครงการพัฒนา"


def test_another_generation_is_used_at_once_and_undo_takes_it_back(dialog, editor, open_desk):
    other = next(one for one in list_form_sets() if one.id != form_set_of(editor.plan).id)
    row = dialog.sets.findData(other.id)
    dialog.sets.setCurrentIndex(row)
    dialog.sets.activated.emit(row)
    assert form_set_of(editor.plan).id == other.id
    assert dialog.description.text() == other.description.th
    open_desk.steps.undo()
    assert form_set_of(editor.plan).id != other.id


def test_each_form_tells_its_columns_and_the_fields_behind_them(dialog):
    dialog.lines.forms.setCurrentRow(1)
    table = dialog.lines.columns
    lines = {table.item(row, 0).text(): table.item(row, 1).text() for row in range(table.rowCount())}
    assert lines["วัตถุประสงค์"] == "วัตถุประสงค์"
    assert lines["พ.ศ. 2568–2572"] == "งบประมาณของปีนั้น (บาท)"
    assert "โปรแกรมนับให้" in lines["ที่"]


def test_years_stand_in_one_line_and_months_by_their_heads(editor):
    form_set = form_set_of(editor.plan)
    heads = [head for head, _source in list_lines(resolve_form(form_set, "pd02", editor.plan), editor.plan)]
    assert len(heads) == len(set(heads))
    assert sum("2568" in head for head in heads) <= 3


def test_a_form_without_a_stamp_goes_by_its_name(editor):
    names = [name_form(form) for form in form_set_of(editor.plan).forms.values()]
    assert names[-1] == form_set_of(editor.plan).forms["alignment"].name.th


def test_what_no_form_prints_is_listed_with_how_often_it_is_filled(dialog):
    assert "ไม่มีแบบใดในชุดนี้พิมพ์" in dialog.findings_label.text()
    assert all(line.endswith(")") for line in findings(dialog))
    assert findings(dialog)


def test_more_than_four_unprinted_fields_are_counted(editor):
    form_set = form_set_of(editor.plan)
    assert "และอีก" in tell_unprinted(editor.plan, form_set, ["p02"])
    assert tell_unprinted(editor.plan, form_set, []) == ""


# --- files --------------------------------------------------------------------------------------------------


def save_copy(dialog: FormsDialog, path: Path) -> str:
    answer_file(path)
    dialog.copy.click()
    return path.read_text(encoding="utf-8")


def test_a_copy_altered_by_hand_is_used_at_once(dialog, editor, tmp_path):
    path = tmp_path / "ของเรา.yaml"
    text = save_copy(dialog, path)
    assert dialog.told.text().startswith("บันทึก “ของเรา.yaml” แล้ว")
    path.write_text(text.replace("แบบ ผ.01", "แบบ ผ.๐๑ ของเรา"), encoding="utf-8")
    answer_file(path)
    dialog.own.click()
    assert "ผ.๐๑ ของเรา" in form_set_of(editor.plan).forms["p01"].stamp.th
    assert dialog.sets.currentText().endswith("(ของแผนนี้เอง)")
    assert dialog.lines.forms.item(0).text().startswith("แบบ ผ.๐๑ ของเรา")
    assert "แล้ว" in dialog.told.text()


def test_choosing_the_plans_own_set_again_changes_nothing(dialog, editor, tmp_path):
    path = tmp_path / "ของเรา.yaml"
    path.write_text(save_copy(dialog, path).replace("แบบ ผ.01", "แบบ ก.01"), encoding="utf-8")
    dialog.use_file(path)
    before = editor.plan
    dialog.sets.activated.emit(dialog.sets.currentIndex())
    assert editor.plan is before


def test_a_mistake_in_a_file_is_told_by_its_line_and_changes_nothing(dialog, editor, tmp_path):
    path = tmp_path / "ผิด.yaml"
    text = save_copy(dialog, path)
    line = next(number for number, one in enumerate(text.splitlines(), 1) if "shape: summary" in one)
    path.write_text(text.replace("shape: summary", "shape: sumary", 1), encoding="utf-8")
    dialog.use_file(path)
    assert f" {line}" in dialog.told.text()
    assert dialog.told.property("role") == "refusal"
    assert read_office(editor.plan).form_set_text == ""


def test_thinking_better_of_a_file_changes_nothing(dialog, editor):
    before = editor.plan
    for button in (dialog.own, dialog.copy, dialog.check):
        answer(lambda chooser: chooser.reject())
        button.click()
    assert editor.plan is before
    assert dialog.told.text() == ""


# --- typed summaries ----------------------------------------------------------------------------------------


@pytest.fixture
def summary(tmp_path: Path) -> Path:
    """A summary that somebody has typed, every figure of it wrong."""
    path = tmp_path / "ผ01.csv"
    rows = (
        ("ยุทธศาสตร์", "ปี 2568", "", "ปี 2569", ""),
        ("", "จำนวนโครงการ", "งบประมาณ (บาท)", "จำนวนโครงการ", "งบประมาณ (บาท)"),
        ("รวมทั้งสิ้น", "1", "7", "1", "7"),
    )
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return path


def test_typed_sums_that_are_wrong_are_named(dialog, summary):
    answer_file(summary)
    dialog.check.click()
    assert "ผ01.csv" in dialog.findings_label.text()
    assert any("2568" in line and "7" in line for line in findings(dialog))
    assert dialog.told.text() == ""


def test_a_file_without_sums_is_refused_with_advice(dialog, tmp_path):
    path = tmp_path / "ว่าง.csv"
    path.write_text("ชื่อ,สี\nก,แดง\n", encoding="utf-8")
    before = findings(dialog)
    dialog.check_summary(path)
    assert "ว่าง.csv" in dialog.told.text()
    assert findings(dialog) == before


# --- for everybody ------------------------------------------------------------------------------------------


def test_everything_has_a_name_and_nothing_is_cut_off(dialog, application):
    application.settle(30)
    assert nameless(dialog) == []
    assert clipped(dialog) == []


def test_the_menu_opens_it_and_one_button_closes_it(open_desk, window):
    def look(dialog: FormsDialog) -> None:
        seen.append(dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel).isVisible())
        dialog.deed.click()

    seen: list[bool] = []
    answer(look, FormsDialog)
    window.actions_table["official_forms"].trigger()
    assert seen == [False]
