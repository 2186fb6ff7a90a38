"""What the frame says of the open plan: its title, what is saved, its figures, and that a deletion can be undone."""

from PySide6.QtCore import QObject, QTimer

from success_desktop.domain.edits import RemoveNode
from success_desktop.i18n import N_, Language, _
from success_desktop.services.plan_editor import PlanEdited
from success_desktop.ui.frame import Frame
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.plan_files import latest_revision_name
from success_desktop.ui.status_line import count_figures
from success_desktop.ui.undo_offer import UndoOffer

_FIGURES_DELAY_MS = 300
_DELETE_LABEL = N_("Delete")


class PlanStatus(QObject):
    """Keeps slim bar, status line and window title in step with the plan, and offers to take a deletion back."""

    def __init__(self, frame: Frame, bridge: PlanBridge) -> None:
        super().__init__(frame)
        self._frame = frame
        self._bridge = bridge
        self._language: Language = "th"
        self._offer = UndoOffer(frame.message_bar, bridge)  # withdraws the old offer before a new one is made
        self._figures_timer = QTimer(self, interval=_FIGURES_DELAY_MS, singleShot=True)
        self._figures_timer.timeout.connect(self._show_figures)
        bridge.opened.connect(self._on_opened)
        bridge.written.connect(self._on_edited)
        bridge.closed.connect(lambda: frame.window().setWindowTitle(_("SUCCESS Desktop")))

    def speak(self, language: Language) -> None:
        """Name the plan in `language`."""
        self._language = language
        self._show_title()

    def show_revision(self) -> None:
        """Name the revision kept last."""
        if self._bridge.editor is not None:
            self._frame.status_line.show_revision(latest_revision_name(self._bridge.editor))

    def _on_opened(self) -> None:
        self._frame.message_bar.hide()
        self._frame.show_work()
        if self._bridge.editor is not None:
            file = self._bridge.editor.file
            self._frame.status_line.state.show_opened(file.published_at, is_complete=file.is_published)
        self._show_title()
        self.show_revision()
        self._show_figures()

    def _on_edited(self, event: PlanEdited) -> None:
        editor = self._bridge.editor
        if editor is None:
            return
        self._frame.status_line.state.show_saved(editor.now())
        if event.of_plan is not None:
            self._figures_timer.start()
        is_deletion = any(isinstance(edit, RemoveNode) for edit in event.edits)
        if is_deletion and editor.undo_label == _DELETE_LABEL:
            self._offer.make(N_("Deleted."))
        if not event.edits or editor.plan.root_id in event.node_ids:
            self._show_title()

    def _show_title(self) -> None:
        editor = self._bridge.editor
        if editor is None:
            return
        root = editor.plan.root
        title = root.text("title", self._language) or root.text("title", "th") or editor.file.path.stem
        self._frame.slim_bar.show_plan(" ".join(title.split()), root.text("edition", self._language))
        self._frame.window().setWindowTitle(f"{editor.file.path.stem} — SUCCESS Desktop")

    def _show_figures(self) -> None:
        if self._bridge.editor is not None:
            self._frame.status_line.show_figures(count_figures(self._bridge.editor.plan))
