"""The menu of a node in the outline: what can be added there, and what can be done with the node."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu

from success_desktop.domain.plan import Plan
from success_desktop.domain.reviewing import reviewed_round
from success_desktop.i18n import _, interface_language
from success_desktop.services.editing import can_add
from success_desktop.ui.tree.captions import can_rename, name_in_sentence
from success_desktop.ui.tree.moves import can_move

Verb = Callable[[], object]


def addable_kinds(plan: Plan, parent_id: str) -> list[str]:
    """The kinds of nodes that may be added under a node now, in the template's order; none in a copy for review."""
    if reviewed_round(plan):
        return []
    return [kind for kind in plan.kind_of(parent_id).children if can_add(plan, parent_id, kind)]


def fill_with_kinds(menu: QMenu, plan: Plan, parent_id: str, add: Callable[[str], object]) -> None:
    """Give `menu` an entry for every kind that can be added under a node; choosing one calls `add` with the kind."""
    for kind in addable_kinds(plan, parent_id):
        name = name_in_sentence(plan.template.kind(kind), interface_language())
        menu.addAction(_("Add {kind}").format(kind=name), partial(add, kind))


def fill_with_verbs(menu: QMenu, plan: Plan, node_id: str, verbs: dict[str, Verb]) -> None:
    """Give `menu` what can be done with a node; `verbs` are rename, remove, move_up, move_down, indent and outdent.

    What is impossible here is shown disabled, so that every entry keeps its place.
    """
    is_written = not reviewed_round(plan)
    entries = (
        ("rename", _("Rename"), "F2", can_rename(plan.kind_of(node_id))),
        ("move_up", _("Move up"), "Alt+Shift+Up", can_move(plan, node_id, "up")),
        ("move_down", _("Move down"), "Alt+Shift+Down", can_move(plan, node_id, "down")),
        ("indent", _("Move into the item above"), "Alt+Shift+Right", can_move(plan, node_id, "in")),
        ("outdent", _("Move out, one level up"), "Alt+Shift+Left", can_move(plan, node_id, "out")),
        ("remove", _("Delete"), "Del", True),
    )
    for name, wording, keys, is_available in entries:
        action = menu.addAction(f"{wording}\t{keys}", verbs[name])
        action.setEnabled(is_available and is_written)
