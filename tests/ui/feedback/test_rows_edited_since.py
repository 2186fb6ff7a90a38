"""Accepting that a row goes or moves: what was written into it since the reviewer saw it does not go unasked."""

from success_desktop.domain.feedback import Remark
from success_desktop.domain.feedback_edits import set_anchor, set_feedback
from success_desktop.domain.proposals import MovedRow, write_proposal
from success_desktop.services.editing import move_node, set_text
from success_desktop.services.revisions import take_revision
from success_desktop.ui.feedback.feedback_panel import FeedbackPanel
from tests.ui.acting import type_text
from tests.ui.feedback.reviews import remark_id


def struck(panel: FeedbackPanel) -> Remark:
    """The remark that a project be struck, as it is now."""
    return panel.feedback.read.remarks[remark_id("strike")]


def press_accept(panel: FeedbackPanel) -> None:
    panel.show_remark(remark_id("strike"))
    panel.body.foot.buttons["accept"].click()


def edited_since(panel, editor):
    """The project that a reviewer would strike, edited since the draft that they saw."""
    sent = take_revision(editor, "", "ส่งแล้ว")
    strike = struck(panel)
    edits = set_anchor(editor.plan, strike.id, strike.anchor._replace(revision_id=sent.id))
    editor.edit("anchor", edits)
    kind = editor.plan.nodes[strike.anchor.node_id].kind
    fields = editor.plan.template.kind(kind).fields
    texts = [name for name, spec in fields.items() if spec.type == "text"]
    for field in dict.fromkeys(("name", *texts[:4])):
        set_text(editor, (strike.anchor.node_id, field, "th"), "แก้ไขภายหลัง")
    return strike.anchor.node_id


def test_striking_a_row_that_was_edited_since_asks_first_and_says_what_would_go(panel, reviewed):
    project_id = edited_since(panel, reviewed)
    press_accept(panel)
    form = panel.flow.form
    assert form.isVisible()
    assert project_id in reviewed.plan.nodes
    assert struck(panel).is_open
    assert "แก้ไขภายหลัง" in form.title.text()
    assert form.title.text().count(", ") == 3, "three fields by name, and that there are more"
    type_text(form.text, "ตัดตามข้อเสนอ")
    form.confirm.click()
    assert project_id not in reviewed.plan.nodes
    assert struck(panel).disposition == "accepted"
    assert struck(panel).response["th"] == "ตัดตามข้อเสนอ"
    assert not form.isVisible()


def test_what_was_edited_since_stays_when_nobody_says_that_it_shall_go(panel, reviewed):
    project_id = edited_since(panel, reviewed)
    press_accept(panel)
    panel.flow.form.cancel.click()
    assert project_id in reviewed.plan.nodes
    assert struck(panel).is_open


def test_a_row_that_was_moved_since_asks_before_it_is_moved_once_more(panel, reviewed):
    strike = struck(panel)
    row_id, plan = strike.anchor.node_id, reviewed.plan
    parents = [node.id for node in plan.walk() if node.kind == plan.nodes[plan.nodes[row_id].parent_id].kind]
    there, elsewhere = [one for one in parents if one != plan.nodes[row_id].parent_id][:2]
    sent = take_revision(reviewed, "", "ส่งแล้ว")
    values = {"sort": "moved", "proposed": write_proposal(MovedRow(row_id, there))}
    edits = set_feedback(plan, strike.id, values)
    edits += set_anchor(plan, strike.id, strike.anchor._replace(revision_id=sent.id))
    reviewed.edit("propose", edits)
    move_node(reviewed, row_id, elsewhere)
    press_accept(panel)
    assert "ถูกย้าย" in panel.flow.form.title.text()
    panel.flow.form.confirm.click()
    assert reviewed.plan.nodes[row_id].parent_id == there
