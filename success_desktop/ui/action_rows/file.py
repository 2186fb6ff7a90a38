"""The actions of the file menu: plan files."""

from success_desktop.i18n import N_
from success_desktop.ui.action_rows.row import ActionRow, has_plan, line, submenu

FILE_ROWS: tuple[ActionRow, ...] = (
    ActionRow("new", "file", N_("New plan…"), lambda desk: desk.files.new_plan(), "Ctrl+N", "file-plus"),
    ActionRow(
        "new_from_table",
        "file",
        N_("New plan from a table…"),
        lambda desk: desk.from_table.begin(),
        "",
        "file-input",
    ),
    ActionRow("open", "file", N_("Open…"), lambda desk: desk.files.choose_plan(), "Ctrl+O", "folder-open"),
    submenu("file", "recent"),
    ActionRow(
        "sample", "file", N_("Look at the sample plan"), lambda desk: desk.files.new_sample(), "", "book-open"
    ),
    line("file"),
    ActionRow("save", "file", N_("Save"), lambda desk: desk.files.publish(), "Ctrl+S", "save", has_plan),
    ActionRow("save_as", "file", N_("Save as…"), lambda desk: desk.files.save_as(), "", "", has_plan),
    ActionRow("backups", "file", N_("Backups…"), lambda desk: desk.backups.choose(), "", "file-clock"),
    line("file"),
    ActionRow(
        "import",
        "file",
        N_("Import projects from a table…"),
        lambda desk: desk.documents.import_table(),
        "Ctrl+I",
        "file-input",
        has_plan,
    ),
    line("file"),
    ActionRow(
        "close", "file", N_("Close the plan"), lambda desk: desk.files.close_plan(), "Ctrl+W", "", has_plan
    ),
    ActionRow("quit", "file", N_("Quit"), lambda desk: desk.quit(), "Ctrl+Q"),
)
