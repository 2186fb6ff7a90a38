"""The actions of the revisions menu: keep, see, compare, restore."""

from success_desktop.i18n import N_
from success_desktop.ui.action_rows.row import ActionRow, has_plan, line

REVISION_ROWS: tuple[ActionRow, ...] = (
    ActionRow(
        "keep_revision",
        "revisions",
        N_("Keep a named revision…"),
        lambda desk: desk.files.keep_revision(),
        "Ctrl+Shift+S",
        "bookmark",
        has_plan,
    ),
    ActionRow(
        "show_revisions",
        "revisions",
        N_("Show the revisions"),
        lambda desk: desk.revisions.show(),
        "",
        "",
        has_plan,
    ),
    line("revisions"),
    ActionRow(
        "compare_newest",
        "revisions",
        N_("Compare the present with the newest revision"),
        lambda desk: desk.revisions.compare_with_newest(),
        "",
        "",
        has_plan,
    ),
    ActionRow(
        "next_difference",
        "revisions",
        N_("Next difference"),
        lambda desk: desk.comparing.step(1),
        "F8",
        "",
        lambda desk: desk.comparing.is_shown(),
    ),
    ActionRow(
        "previous_difference",
        "revisions",
        N_("Previous difference"),
        lambda desk: desk.comparing.step(-1),
        "Shift+F8",
        "",
        lambda desk: desk.comparing.is_shown(),
    ),
    ActionRow(
        "restore_revision",
        "revisions",
        N_("Restore from a revision…"),
        lambda desk: desk.revisions.restore(),
        "",
        "",
        has_plan,
    ),
    ActionRow(
        "field_life",
        "revisions",
        N_("Life of this field"),
        lambda desk: desk.field_lives.show_at_cursor(),
        "Ctrl+Alt+H",
        "",
        has_plan,
    ),
)
