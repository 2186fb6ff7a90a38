"""The actions of the tools menu: looking through the whole plan."""

from success_desktop.i18n import N_
from success_desktop.ui.action_rows.row import ActionRow, has_plan

TOOLS_ROWS: tuple[ActionRow, ...] = (
    ActionRow("palette", "tools", N_("Commands and places…"), lambda desk: desk.palette.open(), "Ctrl+K"),
    ActionRow("spelling", "tools", N_("Spelling"), lambda desk: desk.spelling.open(), "F7", "", has_plan),
    ActionRow(
        "next_misspelling",
        "tools",
        N_("Next misspelt word"),
        lambda desk: desk.spelling.go_to_next(),
        "Alt+F7",
        "",
        has_plan,
    ),
    ActionRow(
        "spelling_marks",
        "tools",
        N_("Check the spelling while typing"),
        lambda desk: desk.spelling.toggle_marking(),
        is_on=lambda desk: desk.spelling.is_marking,
    ),
)
