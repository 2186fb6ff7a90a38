"""What can be done with backups: look them through from the menu, and open one when a plan's file is spoilt."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.services import backups
from success_desktop.services.backups import Backup
from success_desktop.settings import Settings
from success_desktop.ui.dialogs.form import usual_folder
from success_desktop.ui.frame import Frame
from success_desktop.ui.message_bar import Phrase, open_outside
from success_desktop.ui.plan_bridge import PlanBridge


class BackupVerbs(QObject):
    """A backup is opened as a new file beside the plan's own, so that whatever that holds stays; `open_plan` opens it."""

    def __init__(
        self, frame: Frame, bridge: PlanBridge, settings: Settings, open_plan: Callable[[Path], object]
    ) -> None:
        super().__init__(frame)
        self._frame = frame
        self._bridge = bridge
        self._settings = settings
        self._open_plan = open_plan

    def choose(self) -> None:
        """Show the backups, those of the open plan first, and open the one chosen."""
        from success_desktop.ui.dialogs.backups import BackupsDialog

        self._bridge.leaving.emit()
        found = self._bridge.do(backups.list_backups)
        if found is None:
            return
        editor = self._bridge.editor
        dialog = BackupsDialog(found, editor.file.path if editor else None, self._frame.window())
        if dialog.ask():
            self.restore(dialog.chosen())

    def restore(self, backup: Backup) -> None:
        """Open a backup as a plan file of its own."""
        path = self._bridge.do(lambda: backups.restore(backup, usual_folder(self._settings)))
        if path is None:
            return
        self._open_plan(path)
        editor = self._bridge.editor
        if editor is not None and editor.file.path == path:
            self._frame.message_bar.show_success(
                N_("This is the backup, as a new file: {name}. The plan's own file stays as it is."),
                (N_("Open the folder"), lambda: open_outside(path.parent)),
                name=path.name,
            )

    def offer(self, error: UserError, path: Path) -> None:
        """Say why a plan's file cannot be opened; where there is a good backup, a link opens it."""
        good = self._bridge.do(lambda: backups.find_good_backup(path))
        if good is None:
            self._frame.message_bar.show_error(error)
            return
        words = Phrase(N_("Open the backup of {moment}"), moment=backups.moment_of(good))
        self._frame.message_bar.show_error(error, (words, lambda: self.restore(good)))
