"""The desk: what the actions of the window work on. It joins the plan, the views and the verbs.

The help, the command palette and the box about the program are loaded and made when they are first wanted, so that the
window does not wait for them.
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from success_desktop.domain.feedback_kinds import FEEDBACK_ID
from success_desktop.i18n import N_
from success_desktop.services import library
from success_desktop.settings import Settings
from success_desktop.ui.backup_verbs import BackupVerbs
from success_desktop.ui.compare.compare_verbs import CompareVerbs
from success_desktop.ui.document_verbs import DocumentVerbs
from success_desktop.ui.error_dialogs import logs_folder
from success_desktop.ui.feedback_verbs import FeedbackVerbs
from success_desktop.ui.field_lives import FieldLives
from success_desktop.ui.finding.finding import Finding
from success_desktop.ui.findings_verbs import FindingsVerbs
from success_desktop.ui.frame import Frame
from success_desktop.ui.kept_settings import keep_settings
from success_desktop.ui.looks import Looks
from success_desktop.ui.message_bar import open_outside
from success_desktop.ui.node_verbs import NodeVerbs
from success_desktop.ui.office_verbs import OfficeVerbs
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.plan_files import PlanFiles
from success_desktop.ui.plan_from_table import PlanFromTable
from success_desktop.ui.plan_status import PlanStatus
from success_desktop.ui.redline_verbs import RedlineVerbs
from success_desktop.ui.restore_verbs import RestoreVerbs
from success_desktop.ui.review.review_banner import ReviewBanner
from success_desktop.ui.review.surroundings import Surroundings
from success_desktop.ui.review_verbs import ReviewVerbs
from success_desktop.ui.revision_verbs import RevisionVerbs
from success_desktop.ui.save_notice import SaveNotice
from success_desktop.ui.spelling.spelling import Spelling
from success_desktop.ui.start_page import Shelved
from success_desktop.ui.steps import Steps
from success_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from success_desktop.services.plan_editor import PlanEdited
    from success_desktop.ui.help_window import HelpWindow
    from success_desktop.ui.palette import Palette


class Desk(QObject):
    """One for each window. Its attributes are the verbs by what they are about; the rest is about the window as a whole.

    `changed` tells that what the window's actions would do may be something else now; `stepped` that an edit has only put
    another step on what can be undone.
    """

    changed = Signal()
    stepped = Signal()

    def __init__(self, frame: Frame, bridge: PlanBridge, settings: Settings) -> None:
        super().__init__(frame)
        self.bridge = bridge
        self.settings = settings
        self.frame = frame
        self.workspace = Workspace(bridge, settings)
        self.files = PlanFiles(frame.window(), bridge, settings)
        self.documents = DocumentVerbs(frame.window(), bridge, settings)
        self.redlines = RedlineVerbs(frame.window(), bridge, settings, self.documents)
        self.nodes = NodeVerbs(self.workspace.outline, bridge)
        self.looks = Looks(frame, self.workspace, bridge, settings)
        self.steps = Steps(bridge)
        self.status = PlanStatus(frame, bridge)
        self.saving = SaveNotice(frame.message_bar, self.files.publisher, self.files.save_as)
        self.backups = BackupVerbs(frame, bridge, settings, self.files.open_plan)
        self.from_table = PlanFromTable(self.files, self.documents)
        self.finding = Finding(
            self.workspace, bridge, frame.message_bar, lambda: self.looks.show_page_in("both")
        )
        self.spelling = Spelling(
            self.workspace, bridge, settings, frame.message_bar, lambda: self.looks.show_page_in("both")
        )
        self.checks = FindingsVerbs(self.workspace, bridge, frame.status_line)
        self.revisions = RevisionVerbs(self.workspace, bridge)
        self.field_lives = FieldLives(self.workspace)
        self.comparing = CompareVerbs(self.workspace)
        self.restoring = RestoreVerbs(self.workspace, bridge, frame.message_bar)
        window, bar = frame.window(), frame.message_bar
        around = Surroundings(window, self.workspace, bridge, settings, bar, self.documents, self.files)
        self.review = ReviewVerbs(around)
        self.office = OfficeVerbs(around)
        frame.add_banner(ReviewBanner(bridge, self.review.save_remarks, self.review.show_remarks))
        self.feedback = FeedbackVerbs(self.workspace, bridge, frame.status_line, self.review)
        frame.add_work(self.workspace)
        self._connect()
        self.looks.show_page_in(settings.page_language)
        self.show_shelf()

    @cached_property
    def help(self) -> "HelpWindow":
        """The help's window."""
        from success_desktop.ui.help_window import HelpWindow

        return HelpWindow(self.frame.window(), self.bridge, self.workspace)

    @cached_property
    def palette(self) -> "Palette":
        """The command palette."""
        from success_desktop.ui.palette import Palette

        window, open_node = self.frame.window(), self.workspace.open_node
        return Palette(window, self.bridge, self.settings, open_node, self.files.open_plan)

    def quit(self) -> None:
        """Close the window, and with it the program."""
        self.frame.window().close()

    def close(self) -> bool:
        """Publish and close the plan and keep the settings. False when the window should stay."""
        if not self.documents.finish():
            return False
        self.workspace.keep_layout()
        self.workspace.keep_place()
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
        from success_desktop.ui.dialogs.about import AboutDialog

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
        self.looks.changed.connect(self.changed)
        self.looks.renamed.connect(self.status.speak)
        frame.start_page.plan_chosen.connect(files.open_plan)
        frame.start_page.work_chosen.connect(files.take_up)
        frame.start_page.discard_chosen.connect(files.throw_away)
        bridge.refused.connect(self.saving.show_refusal)
        bridge.closed.connect(frame.show_start)
        files.publisher.failed.connect(frame.status_line.state.show_unwritten)
        files.publisher.published.connect(frame.status_line.state.show_written)
        files.unreadable.connect(self.backups.offer)
        files.said.connect(frame.message_bar.show_file)
        files.shelf_changed.connect(self.show_shelf)
        for signal in (bridge.opened, bridge.closed, self.workspace.outline.node_selected):
            signal.connect(self.changed)
        bridge.written.connect(self._on_written)
        self.changed.connect(self.finding.refresh)
        self.documents.exported.connect(frame.message_bar.show_file)
        self.documents.imported.connect(self._on_imported)
        self.revisions.keep_requested.connect(files.keep_revision)
        self.revisions.restore_requested.connect(self.restoring.offer)
        self.revisions.export_requested.connect(self.office.export)
        self.revisions.redline_requested.connect(self.redlines.export)
        bridge.revised.connect(self.status.show_revision)
        files.revision_kept.connect(self._on_revision_kept)
        self.workspace.import_requested.connect(self.documents.import_table)
        self.workspace.field_requested.connect(self.checks.open_field)
        for panel_id in ("meeting", "remarks"):
            self.workspace.panel(panel_id).furnished.connect(
                lambda inside: inside.field_requested.connect(self.checks.open_field)
            )
        frame.status_line.next_wanted.connect(self.nodes.go_to_next)

    def _on_written(self, event: "PlanEdited") -> None:
        """There is one more step to undo; where nodes or remarks came, went or moved, other actions make sense now.

        So they do where the plan was marked as ready for the council.
        """
        is_other = event.is_structural or FEEDBACK_ID in event.node_ids
        (self.changed if is_other else self.stepped).emit()

    def _on_revision_kept(self, name: str) -> None:
        """Say what has been kept, and offer to show the revisions."""
        show = (N_("Show the revisions"), self.revisions.show)
        self.frame.message_bar.show_success(N_("Kept for good: “{name}”."), show, name=name)

    def _on_imported(self, count: int, node_id: str) -> None:
        """Say how many projects came in, and offer to show the first of them."""
        show = (N_("Show them"), lambda: self.workspace.go_to(node_id))
        self.frame.message_bar.show_success(N_("{count} projects came in."), show, count=f"{count:,}")
