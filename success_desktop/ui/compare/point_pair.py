"""The two points that are compared: those somebody chose, else the newest revision a person kept and the present."""

from PySide6.QtCore import QObject, Signal

from success_desktop.domain.revision import find_landmark
from success_desktop.services.comparing import PRESENT, Compared, Point, compare_points
from success_desktop.services.plan_editor import PlanEdited, PlanEditor
from success_desktop.services.revisions import list_revisions
from success_desktop.ui.plan_bridge import PlanBridge

Pair = tuple[Point, Point]


class PointPair(QObject):
    """Follows the open plan. `changed` tells that there is something else to compare, `edited` that the present is another.

    Two revisions stay as they are while the plan is edited, but which of their nodes it still has may be told by `edited`.

    `points` is None until a pair is chosen or found, and where no revision has been kept.
    """

    changed = Signal()
    edited = Signal()

    def __init__(self, bridge: PlanBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.points: Pair | None = None
        bridge.edited.connect(self._on_edited)
        bridge.revised.connect(self._on_revised)
        bridge.opened.connect(self._on_plan_changed)
        bridge.closed.connect(self._on_plan_changed)

    def choose(self, old: Point, new: Point) -> None:
        """Compare these two from now on."""
        if self.points != (old, new):
            self.points = (old, new)
            self.changed.emit()

    def has_present(self) -> bool:
        """Whether one of the points is the plan as it is now."""
        return self.points is not None and any(point.is_present for point in self.points)

    def compare(self) -> Compared | None:
        """What differs between the points; None where there is nothing to compare with."""
        editor = self._bridge.editor
        if editor is None:
            return None
        if self.points is None or not _are_kept(editor, self.points):
            self.points = _first_pair(editor)
        pair = self.points
        return self._bridge.do(lambda: compare_points(editor, *pair)) if pair is not None else None

    def _on_edited(self, event: PlanEdited) -> None:
        if self.has_present() or (self.points is not None and event.is_structural):
            self.edited.emit()

    def _on_revised(self) -> None:
        """A revision was kept: now there is something to compare, or another one has taken the place of that shown."""
        editor = self._bridge.editor
        if editor is not None and (self.points is None or not _are_kept(editor, self.points)):
            self.changed.emit()

    def _on_plan_changed(self) -> None:
        self.points = None
        self.changed.emit()


def past_of(compared: Compared) -> Point | None:
    """The point that is brought back from: the old one, or the other where the old one is the present."""
    return next((point for point in (compared.old_point, compared.new_point) if not point.is_present), None)


def _are_kept(editor: PlanEditor, points: Pair) -> bool:
    """Whether both points are still there: the next revision of its sort takes the place of one kept on closing."""
    wanted = {
        point.revision.id for point in points if point.revision is not None and point.revision.is_replaceable
    }
    return not wanted or wanted <= {revision.id for revision in list_revisions(editor)}


def _first_pair(editor: PlanEditor) -> Pair | None:
    """The landmark and the present; None where no revision has been kept."""
    landmark = find_landmark(list_revisions(editor))
    return (Point(landmark.id, landmark), PRESENT) if landmark is not None else None
