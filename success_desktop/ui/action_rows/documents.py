"""The actions of the documents menu: what leaves, the official forms, the editions, and the papers for a council."""

from success_desktop.i18n import N_
from success_desktop.ui.action_rows.row import ActionRow, has_own_plan, has_plan, line

DOCUMENT_ROWS: tuple[ActionRow, ...] = (
    ActionRow(
        "export_document",
        "documents",
        N_("Export document…"),
        lambda desk: desk.office.export(),
        "Ctrl+E",
        "file-output",
        has_plan,
    ),
    ActionRow(
        "export_redline",
        "documents",
        N_("Word redline…"),
        lambda desk: desk.redlines.choose(),
        "Ctrl+Shift+E",
        "",
        has_plan,
    ),
    line("documents"),
    ActionRow(
        "official_forms",
        "documents",
        N_("Official forms…"),
        lambda desk: desk.office.show_forms(),
        "",
        "",
        has_own_plan,
    ),
    ActionRow(
        "show_editions",
        "documents",
        N_("Editions of the plan"),
        lambda desk: desk.office.show_editions(),
        "",
        "",
        has_own_plan,
    ),
    ActionRow(
        "council_pack",
        "documents",
        N_("Pack for the council…"),
        lambda desk: desk.office.make_pack(),
        "",
        "",
        has_own_plan,
    ),
    line("documents"),
    ActionRow(
        "check_copy",
        "documents",
        N_("Check a printed copy…"),
        lambda desk: desk.office.check_copy(),
        "",
        "",
        has_plan,
    ),
)
