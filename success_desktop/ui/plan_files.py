"""Plan files in the window: begin, open, publish, copy, close, and keep revisions of one plan at a time.

Dialogs that few sessions see are loaded when they are wanted, so that the window does not wait for them.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from success_desktop.domain.revision_in_words import revision_name
from success_desktop.domain.schema import Template
from success_desktop.errors import Unreadable, UserError
from success_desktop.i18n import N_, _, interface_language
from success_desktop.services import editing, library, revisions
from success_desktop.services.keeping import keep_automatically
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.settings import Settings
from success_desktop.ui.dialogs.form import choose_file_to_open, choose_file_to_write, usual_folder
from success_desktop.ui.dialogs.questions import ask_to_close, ask_to_discard
from success_desktop.ui.file_places import is_same_file, is_there
from success_desktop.ui.kept_settings import keep_settings
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.plan_publisher import PlanPublisher


class PlanFiles(QObject):
    """The verbs of the file menu. `publisher` writes the plan's file.

    `said(message, path)` has something good to say about a file; `unreadable(UserError, path)` tells that a plan could not
    be opened for what its file holds; `revision_kept(name)` that a person has kept a revision, `shelf_changed` that the
    recent plans are others now.
    """

    said = Signal(str, object)
    unreadable = Signal(object, object)
    revision_kept = Signal(str)
    shelf_changed = Signal()

    def __init__(self, window: QWidget, bridge: PlanBridge, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._settings = settings
        self.publisher = PlanPublisher(bridge, self)

    def new_plan(self, title: str = "") -> bool:
        """Ask for template, name (`title` at first) and folder, then begin the plan; whether one was begun."""
        from success_desktop.ui.dialogs.new_plan import NewPlanDialog

        templates = self._bridge.do(library.list_templates)
        if not templates:
            return False
        dialog = NewPlanDialog(templates, usual_folder(self._settings), library.PLAN_SUFFIX, self._window)
        dialog.name.setText(title)
        return dialog.ask() and self.begin(*dialog.chosen())

    def begin(self, template: Template, title: str, path: Path) -> bool:
        """Make a plan from a template, give it its title and open it; whether it is open now."""

        def make() -> PlanEditor:
            editor = library.new_plan(path, template, self._settings.author_name())
            editing.set_text(editor, (editor.plan.root_id, "title", interface_language()), title)
            return editor

        return self._change_to(path, make)

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

    def open_review_copy(self, path: Path, copy_path: Path, reviewer: str) -> bool:
        """Open a copy of a plan for review by a person; whether it is open now."""
        from success_desktop.services.review_copies import open_for_review

        return self._change_to(copy_path, lambda: open_for_review(path, copy_path, reviewer))

    def show_called(self, path: Path) -> bool:
        """Come to the front with a plan that a second start of the program was given, which waits for the answer only.

        False where another plan is open, or something is being asked.
        """
        editor = self._bridge.editor
        is_other = editor is not None and not is_same_file(editor.file.path, path)
        if QApplication.activeModalWidget() is not None or is_other:
            return False
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()
        if editor is None:
            QTimer.singleShot(0, self, lambda: self.open_plan(path))
        return True

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
        return self.publisher.publish()

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
        from success_desktop.ui.dialogs.revision import RevisionDialog, look_back

        editor = self._bridge.editor
        if editor is None:
            return
        self._bridge.leaving.emit()
        past = self._bridge.do(lambda: look_back(editor))
        if past is None:
            return
        edition = editor.plan.root.text("edition", interface_language())
        dialog = RevisionDialog(edition, self._window, past)
        if dialog.ask():
            name, note = dialog.chosen()
            kept = self._bridge.do(lambda: revisions.take_revision(editor, note, name))
            if kept is not None:
                self._bridge.revised.emit()
                self.publish()
                self.revision_kept.emit(revision_name(kept))

    def close_plan(self) -> bool:
        """Publish and close the open plan. False when it stays open: it could not be published and the user said so."""
        editor = self._bridge.editor
        if editor is None:
            return True
        self._bridge.leaving.emit()
        self._bridge.do(lambda: keep_automatically(editor, "closing"))
        problems: list[UserError] = []
        if not self.publisher.publish_rest(editor, problems.append) and not ask_to_close(
            self._window, problems[0]
        ):
            return False
        self._bridge.release()
        self._bridge.do(lambda: editor.close(publish=False))
        self.shelf_changed.emit()
        return True

    def _change_to(self, path: Path, open_it: Callable[[], PlanEditor]) -> bool:
        """Open another plan; whether it is open now. The one that is open stays when the other cannot be opened."""
        current = self._bridge.editor
        if current is not None and is_same_file(current.file.path, path):
            return True
        editor = self._bridge.do(lambda: self._opened(path, open_it))
        if editor is None:
            return False
        if not self.close_plan():
            self._bridge.do(editor.close)
            return False
        self._bridge.hold(editor)
        self._remember(editor.file.path)
        self.publisher.rest.start()
        if editor.file.notice is not None:
            self._bridge.refused.emit(editor.file.notice)
        else:
            self._warn_of_synchronising(editor.file.path)
        return True

    def _opened(self, path: Path, open_it: Callable[[], PlanEditor]) -> PlanEditor | None:
        try:
            return open_it()
        except Unreadable as error:
            self.unreadable.emit(error, path)
            return None

    def _warn_of_synchronising(self, path: Path) -> None:
        """Say once for each folder that a cloud service carries it to other computers, and what to mind."""
        place = library.synchronised_place(path)
        if place is None or str(place.folder) in self._settings.synchronised_folders:
            return
        self._settings.synchronised_folders = [*self._settings.synchronised_folders, str(place.folder)]
        keep_settings(self._settings, self._bridge)
        self._bridge.refused.emit(
            UserError(
                N_("This plan lies in a folder that {service} carries to other computers."),
                advice=N_(
                    "Close the plan here, and wait until {service} has finished, before it is opened on another one. "
                    "If a second file of this name appears, both hold work: open them and compare."
                ),
                service=place.service,
            )
        )

    def _go_on_as(self, editor: PlanEditor, path: Path) -> None:
        editor.file.publish_as(path, overwrite=True)
        self._remember(path)
        self.publisher.try_again(is_asked=False)
        self.publisher.published.emit(editor.now())
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
