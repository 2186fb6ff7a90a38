"""From the status line and the overview to the findings, and from a finding to the field on the page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from success_desktop.domain.checks_in_words import Topic
from success_desktop.domain.edits import SetValue
from success_desktop.services import editing
from success_desktop.ui.findings import findings_of
from success_desktop.ui.findings_panel import FindingsPanel


def clear(desk, node_id, field):
    """Blank a field behind everybody's back, and check the plan."""
    editor = desk.bridge.editor
    parts = editor.plan.nodes[node_id].parts(field)
    editor.edit("Edit", [SetValue(node_id, field, part, atom, None) for part, atom in parts.items()])
    findings_of(desk.bridge).catch_up()


def panel_of(desk) -> FindingsPanel:
    inside = desk.workspace.panel("findings").inside()
    assert isinstance(inside, FindingsPanel)
    return inside


def test_the_status_line_counts_findings_and_opens_their_panel(open_desk, window, project_id):
    findings_of(open_desk.bridge).catch_up()
    line = window.frame.status_line
    assert line.findings.text() == "ข้อที่ต้องตรวจ 0"
    clear(open_desk, project_id, "lead_agencies")
    assert line.findings.text() == "ข้อที่ต้องตรวจ 1"
    line.findings.click()
    assert open_desk.workspace.panel("findings").isVisible()
    assert panel_of(open_desk).model.rowCount() == 1


def test_missing_translations_are_not_counted_among_the_findings(open_desk, window, project_id):
    editing.set_text(open_desk.bridge.editor, (project_id, "name", "en"), "")
    findings_of(open_desk.bridge).catch_up()
    assert window.frame.status_line.findings.text() == "ข้อที่ต้องตรวจ 0"


def test_a_finding_leads_to_its_field_from_any_view(open_desk, project_id, qtbot):
    clear(open_desk, project_id, "kpi")
    open_desk.looks.show_view("overview")
    open_desk.checks.show()
    panel_of(open_desk).field_requested.emit(project_id, "kpi")
    page = open_desk.workspace.page
    assert open_desk.looks.view_id == "page"
    assert page.current_node_id() == project_id
    assert page.form.fields["kpi"].isAncestorOf(QApplication.focusWidget())


def test_a_field_that_is_not_on_the_page_leads_to_the_page_at_least(open_desk, project_id):
    open_desk.checks.open_field(project_id, "nothing")
    assert open_desk.workspace.page.current_node_id() == project_id


def test_a_count_on_the_overview_opens_its_topic(open_desk, project_id, qtbot):
    clear(open_desk, project_id, "kpi")
    for _time in range(2):
        open_desk.looks.show_view("page")
        open_desk.looks.show_view("overview")
    view = open_desk.workspace.view("overview")
    view.show_node("")
    view.refresh()
    button = view.topics.lines.columns[0][0]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    panel = panel_of(open_desk)
    assert panel.model.topic(panel.tree.currentIndex()) == Topic("empty", "project", "kpi")
    finding = panel.model.finding(panel.tree.currentIndex())
    assert finding is not None
    assert finding.node_id == project_id


def rows_shown(desk) -> list[str]:
    """The rows of the table, by id."""
    assert desk.looks.view_id == "table"
    return list(desk.workspace.view("table").model.rows)


def figures_of(desk):
    """The overview of the whole sample plan, as it is on the screen."""
    desk.looks.show_view("overview")
    view = desk.workspace.view("overview")
    view.show_node("")
    view.refresh()
    return view


def test_a_slice_leads_to_rows_that_sum_to_it_in_its_year(open_desk, qtbot):
    plan = open_desk.bridge.editor.plan
    button = figures_of(open_desk).years.chart.columns[1][-1]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    money = (plan.nodes[node_id].yearly_money("budget") for node_id in rows_shown(open_desk))
    total = sum(baht for budget in money for (year_be, _source), baht in budget.items() if year_be == 2569)
    assert f"{total:,.0f} บาท" == button.figure.amount


def test_an_agency_leads_to_rows_that_sum_to_its_bar(open_desk, qtbot):
    plan = open_desk.bridge.editor.plan
    button = figures_of(open_desk).agencies.lines.columns[0][0]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    shown = rows_shown(open_desk)
    total = sum(sum(plan.nodes[node_id].yearly_money("budget").values()) for node_id in shown)
    assert 0 < len(shown) < 49
    assert f"{total:,.0f} บาท" == button.figure.amount


def test_a_source_of_funds_leads_to_rows_whose_part_from_it_sums_to_its_bar(open_desk, qtbot):
    plan = open_desk.bridge.editor.plan
    button = figures_of(open_desk).sources.lines.columns[0][3]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    money = (plan.nodes[node_id].yearly_money("budget") for node_id in rows_shown(open_desk))
    total = sum(baht for budget in money for (_year, source), baht in budget.items() if source == "loan")
    assert f"{total:,.0f} บาท" == button.figure.amount


def test_a_status_leads_to_as_many_rows_as_it_counts(open_desk, qtbot):
    button = figures_of(open_desk).statuses.lines.columns[0][0]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert str(len(rows_shown(open_desk))) == button.figure.amount


def test_a_closed_plan_takes_its_count_along_and_the_next_brings_its_own(open_desk, window, plan_path):
    editor = open_desk.bridge.editor
    agency = next(node.id for node in editor.plan.walk() if node.kind == "agency")
    clear(open_desk, agency, "name")
    line = window.frame.status_line
    assert line.findings.text() == "ข้อที่ต้องตรวจ 1"
    window.actions_table["close"].trigger()
    assert line.findings.text() == ""
    assert line.findings.isHidden()
    open_desk.files.open_plan(plan_path)
    findings_of(open_desk.bridge).catch_up()
    assert line.findings.text() == "ข้อที่ต้องตรวจ 1"


def test_undo_takes_the_finding_back(open_desk, window, project_id):
    clear(open_desk, project_id, "kpi")
    open_desk.steps.undo()
    findings_of(open_desk.bridge).catch_up()
    assert window.frame.status_line.findings.text() == "ข้อที่ต้องตรวจ 0"
