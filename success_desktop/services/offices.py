"""The office matters of an open plan that people set by themselves: how its documents are printed, and whose plan it is.

Each verb is one step of undo, and none where nothing differs.
"""

from dataclasses import asdict, replace

from success_desktop.domain.office import AuthorityKind, FormatSwitches, read_office
from success_desktop.domain.office_edits import set_office
from success_desktop.domain.office_kinds import OFFICE_ID
from success_desktop.domain.plan import Plan
from success_desktop.i18n import N_
from success_desktop.services.plan_editor import PlanEditor


def has_switches(plan: Plan) -> bool:
    """Whether a plan remembers how it is printed."""
    return OFFICE_ID in plan.nodes and bool(plan.nodes[OFFICE_ID].word("language"))


def read_switches(plan: Plan, usual: FormatSwitches) -> FormatSwitches:
    """How a plan is printed: as it remembers, with the `usual` font where it names none; else as is `usual`."""
    if not has_switches(plan):
        return usual
    switches = read_office(plan).switches
    return switches if switches.font else replace(switches, font=usual.font)


def keep_switches(editor: PlanEditor, switches: FormatSwitches) -> None:
    """Let the plan remember how it is printed."""
    editor.edit(N_("set how documents are printed"), set_office(editor.plan, asdict(switches)))


def set_authority(editor: PlanEditor, authority: AuthorityKind) -> None:
    """Tell which kind of authority the plan is of: who decides on it, and on which papers, follows from that."""
    edits = (
        ()
        if read_office(editor.plan).authority == authority
        else set_office(editor.plan, {"authority": authority})
    )
    editor.edit(N_("set the kind of authority"), edits)
