"""Narrowing the rows: by the fields above the table, and by a figure that leads here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from success_desktop.domain.plan import Plan
from success_desktop.domain.row_filter import ANY_RULE, UNCHOSEN, RowFilter
from success_desktop.i18n import LANGUAGES, use_language
from success_desktop.services.editing import set_text
from success_desktop.ui.theme import GRID
from tests.plans import template
from tests.ui.table.grids import ALL, Grid, choose, sums


def test_an_agency_narrows_the_rows(grid: Grid, node):
    choose(grid, "agency", node("กองสาธารณสุข"))
    assert grid.names() == ["โครงการgauge"]


def test_rows_without_an_agency_can_be_asked_for(grid: Grid):
    choose(grid, "agency", UNCHOSEN)
    assert grid.names() == ALL[2:]


def test_a_year_and_a_status_narrow_the_rows_together(grid: Grid):
    choose(grid, "year", 2568)
    assert grid.names() == ALL[:2]
    choose(grid, "status", "in_progress")
    assert grid.names() == ALL[:1]


def test_words_narrow_the_rows_after_a_rest(grid: Grid, qtbot):
    grid.table.stage.filters.text.setText("DREDGE")
    assert grid.names() == ALL
    qtbot.waitUntil(lambda: grid.names() == ALL[:1])


def test_enter_narrows_at_once(grid: Grid):
    grid.table.stage.filters.text.setText("map")
    grid.table.stage.filters.text.returnPressed.emit()
    assert grid.names() == ["โครงการmap"]


def test_rows_with_findings_can_be_asked_for(grid: Grid, editor, node):
    grid.table.stage.filters.findings.click()
    assert grid.table.contents.rows.wanted.rule == ANY_RULE
    assert set(grid.names()) <= set(ALL)
    grid.table.stage.filters.findings.click()
    assert grid.names() == ALL


def test_what_is_hidden_is_said_with_a_way_back(grid: Grid):
    assert grid.table.stage.count.isHidden()
    choose(grid, "year", 2568)
    assert "แสดง 2 จาก 4" in grid.table.stage.count.text()
    assert not grid.table.stage.count.isHidden()
    grid.table.stage.clear.click()
    assert grid.names() == ALL
    assert grid.table.stage.count.isHidden()
    assert not grid.table.stage.filters.year.currentData()


def test_the_sums_are_those_of_the_rows_shown(grid: Grid):
    assert sums(grid)["budget:2568"] == "740,000"
    assert sums(grid)["budget:total"] == "2,590,000"
    assert grid.table.stage.totals.label == "รวม 4 โครงการ"
    choose(grid, "year", 2570)
    assert sums(grid) == {"budget:2570": "150,000", "budget:total": "150,000"}
    assert grid.table.stage.totals.label == "รวม 1 โครงการ"


def test_the_sums_are_spoken(grid: Grid):
    assert "2568 740,000" in grid.table.stage.totals.accessibleName()


def test_rows_behind_a_figure_are_shown(grid: Grid, node):
    grid.table.show_rows(RowFilter(under_id=node("Water"), year_be=2568, text="gauge"))
    assert grid.names() == ["โครงการgauge"]
    assert grid.table.stage.filters.year.currentData() == 2568
    assert grid.table.stage.filters.text.text() == "gauge"


def test_a_source_stands_on_a_button_that_lets_go_of_it(grid: Grid):
    given = grid.table.stage.filters.given
    assert given.isHidden()
    grid.table.show_rows(RowFilter(source="codi"))
    assert grid.names() == ["โครงการgauge"]
    assert "พอช." in given.text()
    given.click()
    assert grid.names() == ALL
    assert given.isHidden()


def test_a_source_unknown_to_the_template_is_named_by_its_code(grid: Grid):
    grid.table.show_rows(RowFilter(source="lottery"))
    assert "lottery" in grid.table.stage.filters.given.text()
    assert grid.names() == []


def test_a_role_and_a_rule_stand_on_the_button_too(grid: Grid, node):
    wanted = RowFilter(agency_id=node("กองช่าง"), role="lead_agencies", rule="untranslated")
    grid.table.show_rows(wanted)
    words = grid.table.stage.filters.given.text()
    assert "หน่วยงานรับผิดชอบหลัก" in words
    assert "·" in words


def test_choosing_another_agency_forgets_the_role_of_the_figure(grid: Grid, node):
    grid.table.show_rows(RowFilter(agency_id=node("กองช่าง"), role="supporting_agencies"))
    assert grid.names() == []
    choose(grid, "agency", node("กองสาธารณสุข"))
    assert grid.names() == ["โครงการgauge"]


def test_a_figure_shown_before_the_table_was_ever_seen_is_remembered(grid: Grid):
    grid.table.hide()
    grid.table.show_rows(RowFilter(year_be=2570))
    grid.table.show()
    assert grid.names() == ["โครงการmap"]


def test_a_filter_stays_when_another_branch_is_chosen(grid: Grid, node):
    choose(grid, "year", 2568)
    grid.table.show_node(node("Restore the canals"))
    assert grid.names() == ALL[:2]
    grid.table.show_node(node("Water"))
    assert grid.names() == ALL[:2]


def test_questions_that_make_no_sense_for_a_form_are_not_asked(grid: Grid):
    choose(grid, "status", "in_progress")
    choose(grid, "form", "agencies")
    filters = grid.table.stage.filters
    assert filters.status.isHidden()
    assert filters.agency.isHidden()
    assert grid.names() == ["กองช่าง", "กองสาธารณสุข"]


def test_forms_are_offered_by_their_stamps_or_names(grid: Grid):
    form = grid.table.stage.filters.form
    assert form.currentText() == "บัญชีโครงการ"
    assert form.itemData(0, Qt.ItemDataRole.ToolTipRole) == "บัญชีโครงการ"
    plan = Plan(template("ldp-2566-strategy"), {}, {})
    grid.table.stage.filters.offer_forms(plan, ["p02"], "p02", "th")
    assert form.currentText() == "แบบ ผ.02"


def test_all_filters_stand_in_one_line_beside_the_outline_of_a_small_screen(
    grid: Grid, application, editor, node
):
    filters = grid.table.stage.filters
    agency = node("กองช่าง")
    set_text(editor, (agency, "name", "en"), "Division of Public Works and Town Planning")
    set_text(editor, (agency, "name", "th"), "กองสาธารณสุข สิ่งแวดล้อม และการจัดการภัยพิบัติ")
    for language in LANGUAGES[::-1]:
        use_language(language)
        filters.word()
        grid.table.set_language_mode(language)
        filters.resize(1041, filters.heightForWidth(1041))
        row = filters.layout()
        assert row is not None
        row.activate()
        shown = [child for child in filters.children() if isinstance(child, QWidget) and child.isVisible()]
        assert filters.paste in shown
        assert len({child.y() for child in shown}) == 1, language
        for box in (filters.agency, filters.year, filters.status):
            assert box.width() > box.fontMetrics().horizontalAdvance(box.itemText(0)) + 2 * GRID, language
