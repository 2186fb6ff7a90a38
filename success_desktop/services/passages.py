"""The passage of a plan that somebody speaks of, as it reads now: what a remark is tied to."""

from typing import NamedTuple

from success_desktop.domain.feedback import NOWHERE, Anchor
from success_desktop.i18n import interface_language
from success_desktop.services.entering import Place, shown_value
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import newest_revision


class Span(NamedTuple):
    """Characters of a text: the first, and the one behind the last."""

    start: int
    end: int


def anchor_at(editor: PlanEditor, place: Place, span: Span | None = None) -> Anchor:
    """What a remark on a part of a field is tied to: its characters in `span`, or all of it.

    `place` may name the node alone (field and part ""), or a field without its part. NOWHERE for a node that the plan lacks.
    Numbers are seen as they are shown.
    """
    node_id, field, part = place
    if node_id not in editor.plan.nodes:
        return NOWHERE
    newest = newest_revision(editor)
    seen = shown_value(editor.plan, place, interface_language()) if field else ""
    whole = Span(0, len(seen))
    start, end = span if span is not None and whole.start <= span.start < span.end <= whole.end else whole
    return Anchor(node_id, field, part, newest.id if newest is not None else "", seen, start, end)
