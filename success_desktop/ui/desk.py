"""The desk: what the actions of the window work on. It joins the plan, the views and the verbs."""

from pathlib import Path
from typing import cast, get_args

from PySide6.QtCore import QObject, Signal

from success_desktop.errors import UserError
from success_desktop.i18n import N_, Language, _, interface_language
from success_desktop.services import library
from success_desktop.settings import Settings
from success_desktop.ui.dialogs.about import AboutDialog
from success_desktop.ui.document_verbs import DocumentVerbs
from success_desktop.ui.error_dialogs import logs_folder
from success_desktop.ui.frame import Frame
from success_desktop.ui.kept_settings import keep_settings
from success_desktop.ui.message_bar import open_outside
from success_desktop.ui.node_verbs import NodeVerbs
from success_desktop.ui.page.part import LanguageMode
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.plan_files import PlanFiles
from success_desktop.ui.plan_status import PlanStatus
from success_desktop.ui.qt_catalog import speak
from success_desktop.ui.start_page import Shelved
from success_desktop.ui.workspace import Workspace


class Desk(QObject):
    """One for each window. `files`, `nodes` and `documents` are the verbs; the rest is about the window as a whole.

    `changed` tells that what the window's actions would do may be something else now.
    """

    changed = Signal()

    def __init__(self, frame: Frame, bridge: PlanBridge, settings: Settings) -> None:
        super().__init__(frame)
        self.bridge = bridge
        self.settings = settings
        self.frame = frame
        self.workspace = Workspace(bridge)
        self.files = PlanFiles(frame.window(), bridge, settings)
        self.documents = DocumentVerbs(frame.window(), bridge, settings)
        self.nodes = NodeVerbs(self.workspace.outline, bridge)
        self.status = PlanStatus(frame, bridge, self.undo)
        frame.add_work(self.workspace)
        self.workspace.restore(settings.window_state)
        self._connect()
        self.show_page_in(settings.page_language)
        self.show_shelf()

    @property
    def page_language(self) -> str:
        """The languages of the page: "th", "en" or "both"."""
        return self.settings.page_language

    @property
    def language(self) -> Language:
        """The language of the interface."""
        return interface_language()

    def undo_label(self) -> str | None:
        """What undo would take back, in words; None when there is nothing."""
        label = self.bridge.editor.undo_label if self.bridge.editor else None
        return _(label) if label else None

    def redo_label(self) -> str | None:
        """What redo would do again, in words; None when there is nothing."""
        label = self.bridge.editor.redo_label if self.bridge.editor else None
        return _(label) if label else None

    def undo(self) -> None:
        """Take the last step back, what is still being typed included."""
        self.bridge.undo()

    def redo(self) -> None:
        """Do the step again that was undone last."""
        self.bridge.redo()

    def show_page_in(self, mode: str) -> None:
        """Show the page in "th", "en" or "both"."""
        self.settings.page_language = mode
        self.frame.slim_bar.show_language(mode)
        self.workspace.show_page_in(cast(LanguageMode, mode) if mode in get_args(LanguageMode) else "both")
        self.status.speak(self.workspace.outline_language())
        self.changed.emit()

    def speak(self, language: Language) -> None:
        """Let the program speak another language at once."""
        self.settings.interface_language = language
        keep_settings(self.settings, self.bridge)
        speak(language)
        self.workspace.name_nodes()
        self.status.speak(self.workspace.outline_language())
        self.changed.emit()

    def quit(self) -> None:
        """Close the window, and with it the program."""
        self.frame.window().close()

    def close(self) -> bool:
        """Publish and close the plan and keep the settings. False when the window should stay."""
        self.settings.window_state = self.workspace.keep_state()
        keep_settings(self.settings, self.bridge)
        if not self.files.close_plan():
            return False
        self.documents.stop()
        return True

    def open_logs(self) -> None:
        """Show the folder that holds the error reports."""
        open_outside(logs_folder())

    def show_about(self) -> None:
        """Show what the program is."""
        dialog = AboutDialog(self.frame.window())
        dialog.exec()
        dialog.deleteLater()

    def show_shelf(self) -> None:
        """Fill the start page: forgotten work first, then the plans opened lately."""
        forgotten = self.bridge.do(library.list_forgotten) or []
        paths = [left.path for left in forgotten]
        recent = [Shelved(path) for path in map(Path, self.settings.recent_paths) if path not in paths]
        self.frame.start_page.show_shelf([*(Shelved(path, True) for path in dict.fromkeys(paths)), *recent])

    def _connect(self) -> None:
        frame, bridge, files = self.frame, self.bridge, self.files
        frame.slim_bar.language_chosen.connect(self.show_page_in)
        frame.start_page.plan_chosen.connect(files.open_plan)
        frame.start_page.work_chosen.connect(files.take_up)
        frame.start_page.discard_chosen.connect(files.throw_away)
        bridge.refused.connect(frame.message_bar.show_error)
        bridge.closed.connect(frame.show_start)
        files.unwritable.connect(self._on_unwritable)
        files.published.connect(frame.status_line.show_published)
        files.said.connect(frame.message_bar.show_file)
        files.revision_kept.connect(self.status.show_revision)
        files.shelf_changed.connect(self.show_shelf)
        for signal in (bridge.opened, bridge.closed, bridge.edited, self.workspace.outline.node_selected):
            signal.connect(self.changed)
        self.documents.exported.connect(frame.message_bar.show_file)
        self.documents.imported.connect(self._on_imported)
        self.workspace.page.import_requested.connect(self.documents.import_table)
        frame.status_line.next_wanted.connect(self.nodes.go_to_next)

    def _on_imported(self, count: int, node_id: str) -> None:
        """Say how many projects came in, and offer to show the first of them."""
        show = (N_("Show them"), lambda: self.workspace.go_to(node_id))
        self.frame.message_bar.show_success(N_("{count} projects came in."), show, count=f"{count:,}")

    def _on_unwritable(self, error: UserError) -> None:
        """Say why the plan's file could not be written, and offer another one."""
        self.frame.message_bar.show_error(error, (N_("Save as…"), self.files.save_as))
