"""Giving projects and action items their place in time. Each verb is one step of undo."""

from datetime import date

from success_desktop.domain.edits import Edit, set_value
from success_desktop.domain.timespans import END_FIELD, START_FIELD
from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.services.plan_editor import PlanEditor


def set_span(
    editor: PlanEditor, node_id: str, days: tuple[date | None, date | None], initiator: object | None = None
) -> None:
    """Give a node its first and its last day; None leaves that one blank.

    Raises UserError when it would end before it starts, KeyError when nodes of its kind have no dates.
    """
    start_on, end_on = days
    if start_on is not None and end_on is not None and end_on < start_on:
        raise UserError(
            N_("It would end before it starts."), advice=N_("Give it a last day on or after the first.")
        )
    edits: list[Edit] = []
    for field, day in ((START_FIELD, start_on), (END_FIELD, end_on)):
        edits.extend(set_value(editor.plan, node_id, field, "", day))
    editor.edit(N_("Change the dates"), edits, initiator)
