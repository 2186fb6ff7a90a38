"""The table of everything that a person can ask the window to do: one action, one row.

The table is all there is to an action: its words, its key, its place in the menus, what it does and when it can. Verbs
are given the desk (`ui.desk`), which knows the open plan.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from success_desktop.i18n import N_, Language

if TYPE_CHECKING:
    from success_desktop.ui.desk import Desk
    from success_desktop.ui.tree.moves import Way

SEPARATOR = "-"


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action. `text` is a catalogue entry and `menu` the id of the menu it lies in.

    `when` tells whether it can be done now; `detail` names what it would do it to (Undo: *edit text*); `is_on` makes it a
    switch and tells its state. The key of a row that `is_for_outline` works there alone. A row whose `id` is SEPARATOR is a
    line in the menu.
    """

    id: str
    menu: str
    text: str = ""
    verb: "Callable[[Desk], object]" = lambda desk: None
    shortcut: str = ""
    icon: str = ""
    when: "Callable[[Desk], bool]" = lambda desk: True
    detail: "Callable[[Desk], str | None] | None" = None
    is_on: "Callable[[Desk], bool] | None" = None
    is_for_outline: bool = False


def _has_plan(desk: "Desk") -> bool:
    return desk.bridge.editor is not None


def _has_node(desk: "Desk") -> bool:
    return desk.nodes.current_id() is not None


def _line(menu: str) -> ActionRow:
    return ActionRow(SEPARATOR, menu)


# Menus in the order of the menu bar; one with a parent lies inside that menu, where its id stands among the rows.
MENUS: tuple[tuple[str, str], ...] = (
    ("file", N_("&File")),
    ("edit", N_("&Edit")),
    ("view", N_("&View")),
    ("plan", N_("&Plan")),
    ("export", N_("E&xport")),
    ("help", N_("&Help")),
)
SUBMENUS: dict[str, str] = {
    "recent": N_("Open recent"),
    "page_language": N_("Languages of the page"),
    "language": N_("Language of the program"),
}


def _submenu(menu: str, submenu: str) -> ActionRow:
    return ActionRow(submenu, menu)


def _page_row(mode: str, text: str, shortcut: str) -> ActionRow:
    return ActionRow(
        f"page_{mode}",
        "page_language",
        text,
        lambda desk: desk.show_page_in(mode),
        shortcut,
        is_on=lambda desk: desk.page_language == mode,
    )


def _language_row(language: Language, text: str) -> ActionRow:
    return ActionRow(
        f"speak_{language}",
        "language",
        text,
        lambda desk: desk.speak(language),
        is_on=lambda desk: desk.language == language,
    )


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


ROWS: tuple[ActionRow, ...] = (
    ActionRow("new", "file", N_("New plan…"), lambda desk: desk.files.new_plan(), "Ctrl+N", "file-plus"),
    ActionRow("open", "file", N_("Open…"), lambda desk: desk.files.choose_plan(), "Ctrl+O", "folder-open"),
    _submenu("file", "recent"),
    ActionRow(
        "sample", "file", N_("Look at the sample plan"), lambda desk: desk.files.new_sample(), "", "book-open"
    ),
    _line("file"),
    ActionRow("save", "file", N_("Save"), lambda desk: desk.files.publish(), "Ctrl+S", "save", _has_plan),
    ActionRow("save_as", "file", N_("Save as…"), lambda desk: desk.files.save_as(), "", "", _has_plan),
    ActionRow(
        "keep_revision",
        "file",
        N_("Keep a named revision…"),
        lambda desk: desk.files.keep_revision(),
        "Ctrl+Shift+S",
        "bookmark",
        _has_plan,
    ),
    _line("file"),
    ActionRow(
        "import",
        "file",
        N_("Import projects from a table…"),
        lambda desk: desk.documents.import_table(),
        "Ctrl+I",
        "file-input",
        _has_plan,
    ),
    _line("file"),
    ActionRow(
        "close", "file", N_("Close the plan"), lambda desk: desk.files.close_plan(), "Ctrl+W", "", _has_plan
    ),
    ActionRow("quit", "file", N_("Quit"), lambda desk: desk.quit(), "Ctrl+Q"),
    ActionRow(
        "undo",
        "edit",
        N_("Undo"),
        lambda desk: desk.undo(),
        "Ctrl+Z",
        "undo-2",
        lambda desk: desk.undo_label() is not None,
        lambda desk: desk.undo_label(),
    ),
    ActionRow(
        "redo",
        "edit",
        N_("Redo"),
        lambda desk: desk.redo(),
        "Ctrl+Y",
        "redo-2",
        lambda desk: desk.redo_label() is not None,
        lambda desk: desk.redo_label(),
    ),
    _line("edit"),
    ActionRow(
        "find", "edit", N_("Find in the outline"), lambda desk: desk.nodes.find(), "Ctrl+F", "", _has_plan
    ),
    _line("edit"),
    ActionRow("rename", "edit", N_("Rename"), lambda desk: desk.nodes.rename(), "F2", "pencil", _has_node),
    ActionRow(
        "delete",
        "edit",
        N_("Delete"),
        lambda desk: desk.nodes.delete(),
        "Del",
        "trash-2",
        _has_node,
        is_for_outline=True,
    ),
    _submenu("view", "page_language"),
    _submenu("view", "language"),
    _page_row("th", N_("Thai"), "Ctrl+1"),
    _page_row("both", N_("Thai and English side by side"), "Ctrl+2"),
    _page_row("en", N_("English"), "Ctrl+3"),
    _language_row("th", "ไทย"),
    _language_row("en", "English"),
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
    _line("plan"),
    _move_row("up", N_("Move up"), "Up", "arrow-up"),
    _move_row("down", N_("Move down"), "Down", "arrow-down"),
    _move_row("in", N_("Move into the item above"), "Right", "indent-increase"),
    _move_row("out", N_("Move out, one level up"), "Left", "indent-decrease"),
    ActionRow(
        "export_word",
        "export",
        N_("Word document…"),
        lambda desk: desk.documents.export_word(),
        "Ctrl+E",
        "file-output",
        _has_plan,
    ),
    ActionRow("logs", "help", N_("Folder of the error reports"), lambda desk: desk.open_logs(), "", "folder"),
    ActionRow("about", "help", N_("About SUCCESS Desktop"), lambda desk: desk.show_about(), "", "info"),
)
