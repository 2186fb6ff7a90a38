"""The table of everything that a person can ask the window to do: one action, one row.

The table is all there is to an action: its words, its key, its place in the menus, what it does and when it can. Verbs
are given the desk (`ui.desk`), which knows the open plan.
"""

from success_desktop.i18n import N_
from success_desktop.ui.action_rows.documents import DOCUMENT_ROWS
from success_desktop.ui.action_rows.edit import EDIT_ROWS
from success_desktop.ui.action_rows.file import FILE_ROWS
from success_desktop.ui.action_rows.help import HELP_ROWS
from success_desktop.ui.action_rows.plan import PLAN_ROWS
from success_desktop.ui.action_rows.review import REVIEW_ROWS
from success_desktop.ui.action_rows.revisions import REVISION_ROWS
from success_desktop.ui.action_rows.row import ActionRow
from success_desktop.ui.action_rows.tools import TOOLS_ROWS
from success_desktop.ui.action_rows.view import VIEW_ROWS

# Menus in the order of the menu bar; one with a parent lies inside that menu, where its id stands among the rows.
MENUS: tuple[tuple[str, str], ...] = (
    ("file", N_("&File")),
    ("edit", N_("&Edit")),
    ("view", N_("&View")),
    ("plan", N_("&Plan")),
    ("review", N_("Revie&w")),
    ("revisions", N_("&Revisions")),
    ("documents", N_("&Documents")),
    ("tools", N_("&Tools")),
    ("help", N_("&Help")),
)
SUBMENUS: dict[str, str] = {
    "recent": N_("Open recent"),
    "panels": N_("Panels"),
    "page_language": N_("Languages of the page"),
    "language": N_("Language of the program"),
    "colours": N_("Colours"),
}

ROWS: tuple[ActionRow, ...] = (
    *FILE_ROWS,
    *EDIT_ROWS,
    *VIEW_ROWS,
    *PLAN_ROWS,
    *REVIEW_ROWS,
    *REVISION_ROWS,
    *DOCUMENT_ROWS,
    *TOOLS_ROWS,
    *HELP_ROWS,
)
