"""The actions of the export menu: documents that leave."""

from success_desktop.i18n import N_
from success_desktop.ui.action_rows.row import ActionRow, has_plan

EXPORT_ROWS: tuple[ActionRow, ...] = (
    ActionRow(
        "export_word",
        "export",
        N_("Word document…"),
        lambda desk: desk.documents.export_word(),
        "Ctrl+E",
        "file-output",
        has_plan,
    ),
    ActionRow(
        "export_redline",
        "export",
        N_("Word redline…"),
        lambda desk: desk.redlines.choose(),
        "Ctrl+Shift+E",
        "",
        has_plan,
    ),
)
