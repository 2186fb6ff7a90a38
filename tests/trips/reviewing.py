"""What reviewers have brought into a plan, for trips to look at."""

from success_desktop.domain.feedback import Feedback, Remark, read_feedback
from success_desktop.services.plan_editor import PlanEditor


def feedback_of(editor: PlanEditor) -> Feedback:
    """What has come in."""
    return read_feedback(editor.plan)


def remarks_of(editor: PlanEditor, author: str) -> list[Remark]:
    """What somebody said and proposed."""
    return [remark for remark in feedback_of(editor).remarks.values() if remark.author == author]


def plan_fields(editor: PlanEditor) -> dict[str, object]:
    """All that the plan itself says, without what was said about it."""
    plan = editor.plan
    return {node.id: (node.kind, node.parent_id, node.position, dict(node.fields)) for node in plan.walk()}
