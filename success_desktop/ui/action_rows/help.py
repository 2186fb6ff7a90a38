"""The actions of the help menu: help."""

from success_desktop.i18n import N_
from success_desktop.ui.action_rows.row import ActionRow, line

HELP_ROWS: tuple[ActionRow, ...] = (
    ActionRow("help", "help", N_("Help"), lambda desk: desk.help.open(), "F1", "book-open"),
    ActionRow("keys", "help", N_("Keys"), lambda desk: desk.help.open("keys")),
    line("help"),
    ActionRow("logs", "help", N_("Folder of the error reports"), lambda desk: desk.open_logs(), "", "folder"),
    ActionRow("about", "help", N_("About SUCCESS Desktop"), lambda desk: desk.show_about(), "", "info"),
)
