"""Restoring from a revision: the preview beside the text, then one step that Undo takes back.

The panel that shows the preview is loaded when it is first shown, so that the window does not wait for it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from success_desktop.domain.revision import Revision
from success_desktop.i18n import N_
from success_desktop.ui.message_bar import MessageBar
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.undo_offer import UndoOffer
from success_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from success_desktop.domain.restoring import Scope
    from success_desktop.services.restoring import RestorePreview
    from success_desktop.ui.revisions.restore_page import RestorePage

PANEL = "revisions"


class RestoreVerbs(QObject):
    """Offers to restore, and does what is agreed."""

    def __init__(self, workspace: Workspace, bridge: PlanBridge, bar: MessageBar) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._bridge = bridge
        self._undo = UndoOffer(bar, bridge)
        workspace.panel(PANEL).furnished.connect(self._on_furnished)

    def offer(self, revision: Revision, scope: "Scope") -> None:
        """Show what restoring from a revision would do in `scope`, beside the text; nothing is done yet."""
        self._bridge.leaving.emit()
        page = self._page(self._workspace.panel(PANEL).inside())
        if page is not None:
            self._bridge.do(lambda: page.offer(revision, scope, self._workspace.node_id()))
            self._workspace.show_panel(PANEL)

    def _accept(self, preview: "RestorePreview") -> None:
        """Restore what has been previewed, and offer to take it back."""
        from success_desktop.services.restoring import restore
        from success_desktop.ui.revisions.milestone_words import short_name

        editor = self._bridge.editor
        if editor is None:
            return

        def do_it() -> bool:
            restore(editor, preview)
            return True

        if self._bridge.do(do_it):
            self._undo.make(N_("Restored from “{name}”."), name=short_name(preview.revision))
            self._bridge.revised.emit()
            page = self._page(self._workspace.panel(PANEL).inside())
            if page is not None:
                page.end()

    def _page(self, inside: QWidget) -> "RestorePage | None":
        from success_desktop.ui.revisions.revisions_panel import RevisionsPanel

        return inside.restoring if isinstance(inside, RevisionsPanel) else None

    def _on_furnished(self, inside: QWidget) -> None:
        page = self._page(inside)
        if page is not None:
            page.accepted.connect(self._accept)
