"""The actions of the edit menu: undo, finding, and what is chosen."""

from success_desktop.i18n import N_
from success_desktop.ui.action_rows.row import ActionRow, has_plan, line, may_edit_node

EDIT_ROWS: tuple[ActionRow, ...] = (
    ActionRow(
        "undo",
        "edit",
        N_("Undo"),
        lambda desk: desk.steps.undo(),
        "Ctrl+Z",
        "undo-2",
        lambda desk: desk.steps.undo_label() is not None,
        lambda desk: desk.steps.undo_label(),
    ),
    ActionRow(
        "redo",
        "edit",
        N_("Redo"),
        lambda desk: desk.steps.redo(),
        "Ctrl+Y",
        "redo-2",
        lambda desk: desk.steps.redo_label() is not None,
        lambda desk: desk.steps.redo_label(),
    ),
    line("edit"),
    ActionRow(
        "find", "edit", N_("Find in the plan"), lambda desk: desk.finding.open(), "Ctrl+F", "", has_plan
    ),
    ActionRow(
        "find_next", "edit", N_("Find next"), lambda desk: desk.finding.go_to_next(), "F3", "", has_plan
    ),
    ActionRow(
        "find_previous",
        "edit",
        N_("Find previous"),
        lambda desk: desk.finding.go_to_previous(),
        "Shift+F3",
        "",
        has_plan,
    ),
    ActionRow(
        "replace",
        "edit",
        N_("Find and replace…"),
        lambda desk: desk.finding.open_replace(),
        "Ctrl+H",
        "",
        has_plan,
    ),
    line("edit"),
    ActionRow(
        "rename", "edit", N_("Rename"), lambda desk: desk.nodes.rename(), "F2", "pencil", may_edit_node
    ),
    ActionRow(
        "delete",
        "edit",
        N_("Delete"),
        lambda desk: desk.nodes.delete(),
        "Del",
        "trash-2",
        may_edit_node,
        is_for_outline=True,
    ),
)
