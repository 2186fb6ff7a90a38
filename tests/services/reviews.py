"""A plan with remarks in tests: a meeting that said three things about it."""

from datetime import UTC, datetime

from success_desktop.domain.feedback import Anchor, Remark, Round
from success_desktop.domain.feedback_edits import add_remarks, add_round
from success_desktop.domain.feedback_kinds import derive_feedback_id
from success_desktop.domain.plan import Node, Plan
from success_desktop.services.plan_editor import PlanEditor

SAID_AT = datetime(2024, 2, 12, 3, 30, tzinfo=UTC)
ROUND_ID = derive_feedback_id("meeting")


def project_of(plan: Plan, number: int = 0) -> Node:
    return [node for node in plan.walk() if node.kind == "project"][number]


def remark(key: str, text: str, node: Node | None = None, words: str = "") -> Remark:
    """A remark on some words of a project's name, or on nothing."""
    seen = node.text("name", "th") if node is not None else ""
    start = seen.index(words)
    anchor = Anchor(node.id, "name", "th", "", seen, start, start + len(words)) if node else Anchor()
    return Remark(
        id=derive_feedback_id(key),
        round_id=ROUND_ID,
        parent_id=ROUND_ID,
        number="",
        author="ศ.วิชัย",
        initials="วช",
        at=SAID_AT,
        text={"th": text} if text else {},
        anchor=anchor,
    )


def hold_meeting(editor: PlanEditor, *remarks: Remark) -> None:
    """Bring a round with remarks into the plan."""
    new = Round(id=ROUND_ID, number=1, sort="meeting", name="ประชุมที่ปรึกษา", reviewer="คณะที่ปรึกษา")
    editor.edit("Meeting", (*add_round(editor.plan, new), *add_remarks(editor.plan, remarks)))
