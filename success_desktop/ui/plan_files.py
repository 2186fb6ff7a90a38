"""Plan files in the window: begin, open, publish, copy, close, and keep revisions of one plan at a time."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from success_desktop.domain.schema import Template
from success_desktop.errors import UserError
from success_desktop.i18n import N_, _, interface_language
from success_desktop.services import editing, library, revisions
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.settings import Settings
from success_desktop.ui.dialogs.form import choose_file_to_open, choose_file_to_write, usual_folder
from success_desktop.ui.dialogs.new_plan import NewPlanDialog
from success_desktop.ui.dialogs.questions import ask_to_close, ask_to_discard
from success_desktop.ui.dialogs.revision import RevisionDialog
from success_desktop.ui.file_places import is_there
from success_desktop.ui.kept_settings import keep_settings
from success_desktop.ui.plan_bridge import PlanBridge

REST_MS = 60_000
"""So long nothing is edited before the plan's file is published by itself (milliseconds)."""


class PlanFiles(QObject):
    """The verbs of the file menu.

    `published(instant)` tells that the file now holds everything, `unwritable(UserError)` why it could not be written;
    `said(message, path)` has something good to say about a file; `revision_kept` tells that a revision was taken,
    `shelf_changed` that the recent plans are others now. `rest` is the timer that publishes when it runs out.
    """

    published = Signal(object)
    said = Signal(str, object)
    unwritable = Signal(object)
    revision_kept = Signal()
    shelf_changed = Signal()

    def __init__(self, window: QWidget, bridge: PlanBridge, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._settings = settings
        self.rest = QTimer(self, interval=REST_MS, singleShot=True)
        self.rest.timeout.connect(self._publish_quietly)
        bridge.edited.connect(lambda: self.rest.start())

    def new_plan(self) -> None:
        """Ask for template, name and folder, then begin the plan."""
        templates = self._bridge.do(library.list_templates)
        if not templates:
            return
        dialog = NewPlanDialog(templates, usual_folder(self._settings), library.PLAN_SUFFIX, self._window)
        if dialog.ask():
            self.begin(*dialog.chosen())

    def begin(self, template: Template, title: str, path: Path) -> None:
        """Make a plan from a template, give it its title and open it."""

        def make() -> PlanEditor:
            editor = library.new_plan(path, template, self._settings.author_name())
            editing.set_text(editor, (editor.plan.root_id, "title", interface_language()), title)
            return editor

        self._change_to(path, make)

    def new_sample(self) -> None:
        """Open the sample plan; it is made in the usual folder when it is not there yet."""
        path = usual_folder(self._settings) / (_("Sample town") + library.PLAN_SUFFIX)
        if is_there(path):
            self.open_plan(path)
        else:
            self._change_to(path, lambda: library.new_sample(path, self._settings.author_name()))

    def choose_plan(self) -> None:
        """Ask for a plan file and open it."""
        kinds = _("Plans") + f" (*{library.PLAN_SUFFIX})"
        path = choose_file_to_open(self._window, _("Open a plan"), usual_folder(self._settings), kinds)
        if path is not None:
            self.open_plan(path)

    def open_plan(self, path: Path) -> None:
        """Open a plan file in place of the one that is open."""
        self._change_to(path, lambda: library.open_plan(path, self._settings.author_name()))

    def take_up(self, path: Path) -> None:
        """Go on with the forgotten work on a plan file."""
        left = next((left for left in library.list_forgotten() if left.path == path), None)
        if left is not None:
            self._change_to(path, lambda: library.take_up(left, self._settings.author_name()))

    def throw_away(self, path: Path) -> None:
        """Throw the forgotten work on a plan file away, when the user says so."""
        left = next((left for left in library.list_forgotten() if left.path == path), None)
        if left is not None and ask_to_discard(self._window, path.stem, left.changed_at):
            self._bridge.do(lambda: library.discard(left))
        self.shelf_changed.emit()

    def publish(self) -> bool:
        """Put everything into the plan's file now; whether that went well."""
        editor = self._bridge.editor
        if editor is None:
            return False
        self._bridge.leaving.emit()
        return self._publish(editor, self.unwritable.emit)

    def save_as(self) -> None:
        """Ask for another file and go on with that one; the old one stays as it was last published."""
        editor = self._bridge.editor
        if editor is None:
            return
        self._bridge.leaving.emit()
        kinds = _("Plans") + f" (*{library.PLAN_SUFFIX})"
        proposed = editor.file.path.with_stem(_("{name} (copy)").format(name=editor.file.path.stem))
        path = choose_file_to_write(self._window, _("Save the plan as"), proposed, kinds)
        if path is not None:
            self._bridge.do(lambda: self._go_on_as(editor, path))

    def keep_revision(self) -> None:
        """Ask for a name and keep the plan as it is now under it."""
        editor = self._bridge.editor
        if editor is None:
            return
        self._bridge.leaving.emit()
        edition = editor.plan.root.text("edition", interface_language())
        dialog = RevisionDialog(edition, self._window)
        if dialog.ask():
            name, note = dialog.chosen()
            if self._bridge.do(lambda: revisions.take_revision(editor, note, name)):
                self.revision_kept.emit()
                self.publish()

    def close_plan(self) -> bool:
        """Publish and close the open plan. False when it stays open: it could not be published and the user said so."""
        editor = self._bridge.editor
        if editor is None:
            return True
        self._bridge.leaving.emit()
        problems: list[UserError] = []
        if not self._publish_rest(editor, problems.append) and not ask_to_close(self._window, problems[0]):
            return False
        self.rest.stop()
        self._bridge.release()
        self._bridge.do(lambda: editor.close(publish=False))
        self.shelf_changed.emit()
        return True

    def _change_to(self, path: Path, open_it: Callable[[], PlanEditor]) -> None:
        """Open another plan; the one that is open stays when the other cannot be opened."""
        current = self._bridge.editor
        if current is not None and current.file.path == path:
            return
        editor = self._bridge.do(open_it)
        if editor is None:
            return
        if not self.close_plan():
            self._bridge.do(editor.close)
            return
        self._bridge.hold(editor)
        self._remember(editor.file.path)
        self.rest.start()
        if editor.file.notice is not None:
            self._bridge.refused.emit(editor.file.notice)

    def _publish(self, editor: PlanEditor, tell: Callable[[UserError], object]) -> bool:
        self.rest.stop()
        try:
            editor.file.publish()
        except UserError as error:
            tell(error)
            return False
        self.published.emit(editor.now())
        return True

    def _publish_quietly(self) -> None:
        editor = self._bridge.editor
        if editor is not None:
            self._publish_rest(editor, self.unwritable.emit)

    def _publish_rest(self, editor: PlanEditor, tell: Callable[[UserError], object]) -> bool:
        """Publish what the file does not hold yet; whether it holds everything then."""
        try:
            is_published = editor.file.is_published
        except UserError as error:  # the working copy itself cannot be read
            tell(error)
            return False
        return is_published or self._publish(editor, tell)

    def _go_on_as(self, editor: PlanEditor, path: Path) -> None:
        editor.file.publish_as(path, overwrite=True)
        self._remember(path)
        self.published.emit(editor.now())
        self.said.emit(N_("The plan is now in {name}."), path)

    def _remember(self, path: Path) -> None:
        self._settings.remember_plan(path)
        self._settings.last_folder = str(path.parent)
        keep_settings(self._settings, self._bridge)
        self.shelf_changed.emit()


def latest_revision_name(editor: PlanEditor) -> str:
    """The name of the revision kept last; "" when there is none."""
    named = [revision for revision in revisions.list_revisions(editor) if revision.label]
    return named[-1].label if named else ""
