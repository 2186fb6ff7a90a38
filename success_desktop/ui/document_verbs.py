"""Files that come in and go out: importing a table of projects, and writing whatever is handed out.

What reads and writes them is loaded when it is first wanted, so that the window does not wait for it.
"""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from success_desktop.domain.plan import Plan
from success_desktop.errors import UserError
from success_desktop.i18n import N_, _
from success_desktop.ids import new_id
from success_desktop.settings import Settings
from success_desktop.ui.background import Progress, Task, Work
from success_desktop.ui.plan_bridge import PlanBridge

if TYPE_CHECKING:
    from success_desktop.services.importing import ImportOptions, ImportPreview
    from success_desktop.services.plan_editor import PlanEditor

TABLE_KINDS = "*.xlsx *.xlsm *.xls *.ods *.csv"


class DocumentVerbs(QObject):
    """The verbs that read or write other people's files.

    `exported(message, path)` tells of a document that is there now, `imported(count, id)` how many projects came in and
    which is the first of them. Long work is done in the background, one `task` at a time.
    """

    exported = Signal(str, object)
    imported = Signal(int, str)

    def __init__(self, window: QWidget, bridge: PlanBridge, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._settings = settings
        self.task: Task | None = None
        self._writing: QProgressDialog | None = None

    def import_table(self) -> None:
        """Ask for a file, show what importing it would do, and do it when the user agrees."""
        self._bridge.leaving.emit()
        path = self.choose_table()
        if path is not None:
            self.preview_and_import(path)

    def choose_table(self) -> Path | None:
        """Ask for a table of projects; None when the user thinks better of it."""
        from success_desktop.ui.dialogs.form import choose_file_to_open, usual_folder

        kinds = _("Tables") + f" ({TABLE_KINDS})"
        title = _("Import projects from a table")
        return choose_file_to_open(self._window, title, usual_folder(self._settings), kinds)

    def preview_and_import(self, path: Path) -> None:
        """Read a file in the background, show what importing it would do, and do it when the user agrees."""
        from success_desktop.ui.dialogs.import_table import ImportDialog

        editor = self._bridge.editor
        if editor is None or self.task is not None:
            return
        look = partial(self._look, editor, path)

        def show(preview: "ImportPreview | None") -> None:
            if preview is not None and self._bridge.editor is editor:
                dialog = ImportDialog(preview, editor.plan.template, look, self._window)
                if dialog.ask():
                    self._accept(editor, dialog.preview)

        look({}, show)

    def write_file(self, work: Work, path: Path, title: str) -> None:
        """Do work that writes the file `path` in the background, under a small window named `title` that can stop it."""
        box = self._writing = self._progress_box(title, _("Writing {name}…").format(name=path.name), 100)
        task = self._prepare(work, box)
        task.progressed.connect(lambda share: box.setValue(int(share * 100)))
        task.finished.connect(lambda _result: self.exported.emit(N_("{name} is ready."), path))
        task.cancelled.connect(lambda: self._on_stopped(path))
        task.start()

    def begin(self, work: Work) -> Task:
        """Make work ready for the background, while the window stays free; a refusal comes to the message bar."""
        task = self.task = Task(work, self)
        task.refused.connect(self._bridge.refused)
        task.ended.connect(self._on_ended)
        return task

    def finish(self) -> bool:
        """Let the document that is being written be finished before the window closes; it can still be stopped.

        False when it did not come to be, which the message bar says: somebody may want to know that before they leave.
        """
        task, box = self.task, self._writing
        if task is None or box is None or box.wasCanceled():
            return True
        box.setLabelText("\n".join((box.labelText(), _("The window closes when it is ready."))))
        box.show()
        return task.settle()

    def stop(self) -> None:
        """Stop what is being read or written, and wait for it."""
        if self.task is not None:
            self.task.cancel()
            self.task.wait()

    def _look(
        self,
        editor: "PlanEditor",
        path: Path,
        mapping: Mapping[int, str],
        tell: "Callable[[ImportPreview | None], None]",
    ) -> None:
        """Read a file in the background; `tell` gets the preview, or None when there is none or it was stopped."""
        from success_desktop.services.importing import ImportOptions

        seen: list[ImportPreview] = []
        options = ImportOptions(mapping=mapping or None)
        title = _("Import projects from a table")
        box = self._progress_box(title, _("Reading {name}…").format(name=path.name), 0)
        task = self._prepare(partial(_read_table, editor.plan, path, options), box)
        task.finished.connect(seen.append)
        task.ended.connect(lambda: tell(seen[0] if seen and not task.is_stopped else None))
        task.start()

    def _accept(self, editor: "PlanEditor", preview: "ImportPreview") -> None:
        from success_desktop.services.importing import accept_import
        from success_desktop.services.keeping import keep_automatically

        known = editor.plan.nodes
        message = _("Before importing {name}").format(name=preview.file_name)
        self._bridge.do(lambda: keep_automatically(editor, "import", message))
        self._bridge.do(lambda: accept_import(editor, preview))
        self._bridge.revised.emit()
        new_ids = [node.id for node in editor.plan.walk() if node.kind == "project" and node.id not in known]
        if new_ids:
            self.imported.emit(len(new_ids), new_ids[0])

    def _prepare(self, work: Work, box: QProgressDialog) -> Task:
        """Make work ready to be done in the background, stopped by `box`, its refusal told in the message bar."""
        task = self.task = Task(work, self)
        box.canceled.connect(task.cancel)
        task.refused.connect(self._bridge.refused)
        task.ended.connect(
            box.cancel
        )  # it is deleted only behind the dialog that may follow, and must not come up there
        task.ended.connect(box.deleteLater)
        task.ended.connect(self._on_ended)
        return task

    def _progress_box(self, title: str, text: str, steps: int) -> QProgressDialog:
        """A small window over whatever dialog is open; without `steps` it only shows that something goes on."""
        box = QProgressDialog(text, _("Stop"), 0, steps, QApplication.activeModalWidget() or self._window)
        box.setWindowTitle(title)
        box.setWindowModality(Qt.WindowModality.WindowModal)
        box.setMinimumDuration(400)
        box.setAutoReset(False)
        box.setAutoClose(False)
        return box

    def _on_stopped(self, path: Path) -> None:
        """Say that a document will not be there, and what became of the revision kept for it."""
        self._bridge.refused.emit(
            UserError(
                N_("Stopped: {name} was not written."),
                advice=N_("Export it again when you want it. A revision kept for it stays."),
                name=path.name,
            )
        )

    def _on_ended(self) -> None:
        if self.task is not None:
            self.task.deleteLater()
            self.task, self._writing = None, None


def _read_table(plan: Plan, path: Path, options: "ImportOptions", progress: Progress) -> "ImportPreview":
    from success_desktop.services.importing import preview_import

    preview = preview_import(plan, path, options, new_id)
    progress(1)
    return preview
