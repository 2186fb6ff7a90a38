"""The verb that hands out what differs between two revisions as a Word file with tracked changes."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from success_desktop.i18n import _
from success_desktop.services.revisions import list_revisions, read_landmark
from success_desktop.settings import Settings
from success_desktop.ui.background import Progress
from success_desktop.ui.document_verbs import DocumentVerbs
from success_desktop.ui.kept_settings import keep_settings
from success_desktop.ui.plan_bridge import PlanBridge

if TYPE_CHECKING:
    from success_desktop.services.comparing import Compared, Point
    from success_desktop.services.export import ExportOptions
    from success_desktop.services.plan_editor import PlanEditor
    from success_desktop.ui.dialogs.export_redline import Pair
    from success_desktop.ui.dialogs.export_word import ExportChoice


class RedlineVerbs(QObject):
    """Asks for revisions, file and language, then has `documents` write the redline in the background."""

    def __init__(
        self, window: QWidget, bridge: PlanBridge, settings: Settings, documents: DocumentVerbs
    ) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._settings = settings
        self._documents = documents

    def choose(self) -> None:
        """Offer a redline from the newest revision that a person has kept (else the newest of all) to the present."""
        from success_desktop.services.comparing import PRESENT, Point

        editor = self._bridge.editor
        if editor is None:
            return
        landmark = self._bridge.do(lambda: read_landmark(editor))
        if landmark is not None:
            self.export(Point(landmark.id, landmark), PRESENT)

    def export(self, old: "Point", new: "Point") -> None:
        """Ask how the redline from `old` to `new` shall be, then write it."""
        from success_desktop.services.comparing import PRESENT, Point
        from success_desktop.ui.dialogs.export_redline import Pair, RedlineDialog

        editor = self._bridge.editor
        if editor is None or self._documents.task is not None:
            return
        self._bridge.leaving.emit()
        kept = self._bridge.do(lambda: list_revisions(editor))
        if kept is None:
            return
        points = [PRESENT, *(Point(one.id, one) for one in reversed(kept))]
        pair = Pair(_same_of(points, old), _same_of(points, new))
        dialog = RedlineDialog(editor.file.path, points, pair, self._settings, self._window)
        if dialog.ask():
            dialog.keep_in(self._settings)
            keep_settings(self._settings, self._bridge)
            self.write(editor, dialog.pair(), dialog.chosen())

    def write(self, editor: "PlanEditor", pair: "Pair", choice: "ExportChoice") -> None:
        """Write a redline in the background; the present, where it takes part, is kept as a revision first."""
        from success_desktop.services.export import ExportOptions
        from success_desktop.services.redlining import prepare_redline

        compared = self._bridge.do(lambda: prepare_redline(editor, pair.old, pair.new, choice.path.name))
        self._bridge.revised.emit()
        if compared is None:
            return
        options = ExportOptions(
            language=choice.language,
            has_thai_digits=choice.has_thai_digits,
            font=choice.font,
            has_embedded_font=choice.has_embedded_font,
        )
        work = partial(_write_redline, compared, choice.path, options)
        self._documents.write_file(work, choice.path, _("Word redline"))


def _same_of(points: "Sequence[Point]", wanted: "Point") -> "Point":
    """The point of the list that `wanted` means; the first one, the present, where the list has no such revision."""
    revision_id = wanted.revision.id if wanted.revision else ""
    same = (point for point in points if point.revision is not None and point.revision.id == revision_id)
    return next(same, points[0])


def _write_redline(compared: "Compared", path: Path, options: "ExportOptions", progress: Progress) -> Path:
    from success_desktop.services.redlining import export_redline

    export_redline(compared, path, options, progress)
    return path
