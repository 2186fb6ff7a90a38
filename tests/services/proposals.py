"""Remarks and proposals brought into an open plan, as a returned file would bring them."""

from typing import Any

from success_desktop.domain.edits import apply
from success_desktop.domain.feedback import Anchor, Feedback, Remark, read_feedback
from success_desktop.domain.feedback_edits import add_remarks, add_round
from success_desktop.domain.plan import Plan
from success_desktop.domain.proposals import Proposal, write_proposal
from success_desktop.i18n import Language
from success_desktop.services.editing import set_text
from success_desktop.services.entering import shown_value
from success_desktop.services.plan_editor import PlanEditor
from tests.feedback_samples import FILE, remark
from tests.plans import named

Place = tuple[str, str, str]
SEEN = "ขุดลอกคลองสายหลัก ระยะทาง 4 กม. งบประมาณ 200,000 บาท"
"""What the reviewers of `seen_place` saw."""


def take_in(editor: PlanEditor, *remarks: Remark) -> None:
    """Bring the round of a returned file with these remarks, as one step."""
    begun = add_round(editor.plan, FILE)
    editor.edit("import", (*begun, *add_remarks(apply(editor.plan, begun), remarks)))


def wording(plan: Plan, place: Place, proposed: str, **fields: Any) -> Remark:
    """A proposal to give a part of a field, as it reads now, another wording; known by `name` (default: the wording)."""
    name = fields.pop("name", proposed)
    seen = fields.pop("seen", shown_value(plan, place, "th"))
    anchor = Anchor(*place, "", seen, 0, len(seen))
    given = {"author": "อ.วิชัย", "source": f"edit|{name}", "placed_by": "bookmark", **fields}
    return remark(name, FILE, sort="wording", trace="tracked", anchor=anchor, proposed=proposed, **given)


def row_remark(sort: str, proposal: Proposal, node_id: str) -> Remark:
    """A proposal about a row, standing on a node."""
    return remark(
        sort, FILE, sort=sort, proposed=write_proposal(proposal), anchor=Anchor(node_id), source=sort
    )


def comment(name: str, **fields: Any) -> Remark:
    """A mere comment of the file."""
    return remark(name, FILE, **{"author": "อ.มาลี", "text": {"th": name}, **fields})


def feedback(editor: PlanEditor) -> Feedback:
    """The feedback on the plan as it is now."""
    return read_feedback(editor.plan)


def now(editor: PlanEditor, remark: Remark) -> Remark:
    """A remark as the plan has it now."""
    return feedback(editor).remarks[remark.id]


def seen_place(editor: PlanEditor) -> tuple[str, str, Language]:
    """The Thai name of a project, which says SEEN from now on."""
    dredge = named(editor.plan, "Project dredge")
    set_text(editor, (dredge, "name", "th"), SEEN)
    editor.end_step()
    return dredge, "name", "th"


def text_at(editor: PlanEditor, place: Place) -> str:
    """What a part of a text field says now."""
    node_id, field, part = place
    return str(editor.plan.nodes[node_id].parts(field).get(part, ""))


def budget_place(editor: PlanEditor) -> Place:
    """A cell with 500,000 baht."""
    return named(editor.plan, "Project dredge"), "budget", "2568:ordinance"
