"""The actions of the plan menu: the nodes of the plan."""

from typing import TYPE_CHECKING

from success_desktop.i18n import N_
from success_desktop.ui.action_rows.row import ActionRow, line

if TYPE_CHECKING:
    from success_desktop.ui.tree.moves import Way


def _move_row(way: "Way", text: str, key: str, icon: str) -> ActionRow:
    return ActionRow(
        f"move_{way}",
        "plan",
        text,
        lambda desk: desk.nodes.move(way),
        f"Alt+Shift+{key}",
        icon,
        lambda desk: desk.nodes.can_move(way),
    )


PLAN_ROWS: tuple[ActionRow, ...] = (
    ActionRow(
        "add_sibling",
        "plan",
        N_("Add after this one"),
        lambda desk: desk.nodes.add_sibling(),
        "Ctrl+Return",
        "plus",
        lambda desk: desk.nodes.can_add_sibling(),
    ),
    ActionRow(
        "add_child",
        "plan",
        N_("Add below this one…"),
        lambda desk: desk.nodes.add_child(),
        "Ctrl+Shift+Return",
        "corner-down-right",
        lambda desk: bool(desk.nodes.child_kinds()),
    ),
    line("plan"),
    _move_row("up", N_("Move up"), "Up", "arrow-up"),
    _move_row("down", N_("Move down"), "Down", "arrow-down"),
    _move_row("in", N_("Move into the item above"), "Right", "indent-increase"),
    _move_row("out", N_("Move out, one level up"), "Left", "indent-decrease"),
)
