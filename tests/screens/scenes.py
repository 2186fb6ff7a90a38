"""What the pinned pictures show: the sample plan, worked on by one person on one morning, seen in every view and panel."""

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QTreeView

from success_desktop.domain.seeds import sow_plan
from success_desktop.services import editing
from success_desktop.services.deciding import decline
from success_desktop.services.entering import enter_value
from success_desktop.services.library import read_sample
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import take_revision
from success_desktop.store.plan_file import PlanFile
from success_desktop.store.plans import NewPlan
from success_desktop.ui.desk import Desk
from success_desktop.ui.feedback.feedback_panel import FeedbackPanel
from success_desktop.ui.finding.find_panel import FindPanel
from success_desktop.ui.findings import findings_of
from success_desktop.ui.history.history_panel import HistoryPanel
from tests.plans import counted_ids
from tests.ui.feedback.reviews import bring_in_sample, remark_id

AUTHOR = "วนิดา"
TIME_ZONE = "Asia/Bangkok"
BEGUN_AT = datetime(2026, 3, 9, 2, 0, tzinfo=UTC)
NOON = datetime(2026, 3, 10, 5, 0, tzinfo=UTC)

Settle = Callable[[], object]


def make_plan(path: Path) -> None:
    """Write the sample plan's file as `AUTHOR` left it at noon: gaps in some projects, two words misspelt."""
    template, root = read_sample()
    new = NewPlan(template.text, AUTHOR, BEGUN_AT, sow_plan(template, root, counted_ids()))
    editor = PlanEditor(PlanFile.create(path, new), AUTHOR, _morning(NOON))
    project_id, second_id, third_id, fourth_id = _projects(editor)[:4]
    editing.set_links(editor, second_id, "lead_agencies", [])
    editing.set_text(editor, (third_id, "name", "en"), "")
    enter_value(editor, (third_id, "end_on", ""), "30 ก.ย. 2568")
    editing.set_text(editor, (fourth_id, "objective", "th"), "")
    editing.set_text(editor, (fourth_id, "objective", "en"), "")
    thai = editor.plan.nodes[project_id].text("objective", "th")
    editing.set_text(editor, (project_id, "objective", "th"), f"{thai} และพัฒณาแกนนำตามกฏหมาย")
    editing.set_text(editor, (project_id, "place", "th"), "ชุมชนริมคลองทุกแห่งในเขตเทศบาล")
    enter_value(editor, (project_id, "budget", "2571:ordinance"), "1.2 ล้าน")
    enter_value(editor, (project_id, "start_on", ""), "1 ต.ค. 2568")
    editor.close()
    os.utime(path, (NOON.timestamp(), NOON.timestamp()))


def first_project(editor: PlanEditor) -> str:
    """The id of the plan's first project."""
    return _projects(editor)[0]


def _projects(editor: PlanEditor) -> list[str]:
    return [node.id for node in editor.plan.walk() if node.kind == "project"]


def open_at_noon(path: Path) -> PlanEditor:
    """The plan's editor, by whose clock it is always noon."""
    return PlanEditor(PlanFile.open(path, AUTHOR), AUTHOR, lambda: NOON)


def _morning(end: datetime) -> Callable[[], datetime]:
    """A clock that goes on by a minute whenever somebody looks, and stops at `end`."""
    minutes: Iterator[int] = iter(range(60, 0, -1))
    return lambda: end - timedelta(minutes=next(minutes, 0))


# --- the scenes ------------------------------------------------------------------------------------------


def show_start(desk: Desk, settle: Settle) -> None:
    """The start page after a week: one plan that is there, one that lies elsewhere."""
    editor = desk.bridge.release()
    assert editor is not None
    editor.close(publish=False)
    shelf = Path("แผนของเทศบาล", "เมืองตัวอย่าง.success")
    shelf.parent.mkdir()
    shelf.touch()
    gone = Path("แฟลชไดรฟ์", "แผนพัฒนาท้องถิ่น พ.ศ. 2566–2570.success")
    desk.settings.recent_paths = [str(shelf), str(gone)]
    desk.show_shelf()


def show_page(desk: Desk, settle: Settle) -> None:
    """A project with all its fields, and the panels that stand beside the page at first."""


def show_view(view_id: str) -> Callable[[Desk, Settle], None]:
    """Another view, of the whole plan."""

    def show(desk: Desk, settle: Settle) -> None:
        assert desk.bridge.editor is not None
        desk.workspace.outline.select_node(desk.bridge.editor.plan.root_id)
        desk.looks.show_view(view_id)

    return show


def show_history(desk: Desk, settle: Settle) -> None:
    """Everything that was changed in a project."""
    desk.workspace.show_panel("history")
    panel = desk.workspace.panel("history").inside()
    assert isinstance(panel, HistoryPanel)
    panel.branch.setChecked(True)


def show_findings(desk: Desk, settle: Settle) -> None:
    """What is found in the plan, with a line chosen."""
    desk.workspace.show_panel("findings")
    settle()
    findings_of(desk.bridge).catch_up()
    lines = desk.workspace.panel("findings").inside().findChild(QTreeView)
    assert isinstance(lines, QTreeView)
    lines.setCurrentIndex(lines.model().index(0, 0, lines.model().index(0, 0)))


def show_find(desk: Desk, settle: Settle) -> None:
    """Hits in the whole plan, with what they would become."""
    desk.finding.open_replace()
    panel = desk.workspace.panel("find").inside()
    assert isinstance(panel, FindPanel)
    panel.wording.setText("ชุมชนเมือง")
    panel.sought.setText("ชุมชนริมคลอง")
    panel.finish()


def show_spelling(desk: Desk, settle: Settle) -> None:
    """The first misspelt word behind what is chosen."""
    desk.spelling.checker.wake()
    while not desk.spelling.checker.is_ready:
        settle()
    desk.spelling.open()


def show_compare(desk: Desk, settle: Settle) -> None:
    """What was done since a draft was kept: texts, money and a day edited; projects renamed, moved, added and deleted."""
    editor = desk.bridge.editor
    assert editor is not None
    take_revision(editor, "", "ร่างที่ 2")
    desk.bridge.revised.emit()
    first_id, second_id, third_id, fourth_id, fifth_id, sixth_id = _projects(editor)[:6]
    objective = editor.plan.nodes[first_id].text("objective", "en")
    editing.set_text(editor, (first_id, "objective", "en"), objective.replace("household", "family"))
    enter_value(editor, (first_id, "budget", "2569:ordinance"), "800000")
    name = editor.plan.nodes[second_id].text("name", "th")
    editing.set_text(editor, (second_id, "name", "th"), f"{name}อย่างยั่งยืน")
    editing.move_node(editor, third_id, editor.plan.nodes[sixth_id].parent_id or "")
    editing.remove_node(editor, fourth_id)
    added_id = editing.add_node(editor, editor.plan.nodes[fifth_id].parent_id or "", "project")
    editing.set_text(editor, (added_id, "name", "th"), "โครงการตลาดริมน้ำ")
    desk.looks.show_view("compare")


def show_feedback(desk: Desk, settle: Settle) -> None:
    """What three reviewers say of a project beside its text: two wordings that clash, and a remark that is answered."""
    editor = desk.bridge.editor
    assert editor is not None
    bring_in_sample(editor)
    decline(editor, remark_id("data"), "ข้อมูลระดับลุ่มน้ำอยู่ในภาคผนวกแล้ว")
    desk.looks.show_page_in("th")
    desk.workspace.show_panel("feedback")
    panel = desk.workspace.panel("feedback").inside()
    assert isinstance(panel, FeedbackPanel)
    panel.show_remark(remark_id("second wording"))


SCENES: dict[str, Callable[[Desk, Settle], None]] = {
    "start": show_start,
    "page": show_page,
    "table": show_view("table"),
    "timeline": show_view("timeline"),
    "overview": show_view("overview"),
    "compare": show_compare,
    "feedback": show_feedback,
    "history": show_history,
    "findings": show_findings,
    "find": show_find,
    "spelling": show_spelling,
}
