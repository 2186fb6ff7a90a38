"""What every view in the middle of the window has in common."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from success_desktop.i18n import LANGUAGES, Language, interface_language
from success_desktop.ui.plan_bridge import PlanBridge

LanguageMode = Literal["th", "en", "both"]
"""The languages that a view shows texts in."""


class WorkView(QWidget):
    """One way to look at what is chosen in the outline: as a page, a table, a timeline, an overview.

    `node_requested(id)` asks to go to a node: chosen in the outline and shown on the page. `field_requested(id, field)` asks
    for one of its fields there. `node_chosen(id)` tells that another row is the current one: outline and panels follow, the
    view stays. `rows_requested(RowFilter)` asks for rows to be shown in the table, `import_requested` for projects to be
    brought in from a file of Excel. `text_edit_made(ThaiTextEdit)` tells that a text has a field now. A view is made when
    it is first shown, and does nothing while it is not seen.
    """

    node_requested = Signal(str)
    field_requested = Signal(str, str)
    node_chosen = Signal(str)
    rows_requested = Signal(object)
    import_requested = Signal()
    text_edit_made = Signal(object)

    def __init__(self, bridge: PlanBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.mode: LanguageMode = "both"

    @property
    def language(self) -> Language:
        """The language to name things in: the one shown, or the interface's where both are."""
        return next((language for language in LANGUAGES if language == self.mode), interface_language())

    def show_node(self, node_id: str) -> None:
        """Show what is chosen in the outline; "" for the whole plan."""

    def set_language_mode(self, mode: LanguageMode) -> None:
        """Show Thai, English or both."""
        self.mode = mode

    def commit_pending(self) -> None:
        """Hand in what is still being typed."""

    def is_showing(self, node_ids: Sequence[str]) -> bool:
        """Whether a change to any of these nodes is seen here without going anywhere."""
        return True
