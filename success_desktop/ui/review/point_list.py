"""The recommendations of a meeting as a tree to type in, one line under the other."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from success_desktop.domain.feedback import NOWHERE, Anchor, Remark, read_feedback
from success_desktop.domain.plan import Plan
from success_desktop.i18n import interface_language
from success_desktop.services import meetings
from success_desktop.services.meetings import NewPoint
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.review.draft_place import DraftPlace, behind_point
from success_desktop.ui.review.passage_in_view import PassageInView, passage_words
from success_desktop.ui.review.point_row import PointRow
from success_desktop.ui.theme import GRID

_LETTERS = (13.0, 16.0, 20.0, 26.0)
"""The sizes of letters to choose from (points); the second is that at first."""


class PointList(QScrollArea):
    """Shows one round. What is typed is taken down within half a second, tied to the passage in view if `is_tying`.

    `passage_requested(node id, field)` asks to show a passage, `escape_wanted` to let the keyboard go elsewhere.
    """

    passage_requested = Signal(str, str)
    escape_wanted = Signal()

    def __init__(self, bridge: PlanBridge, passage: PassageInView) -> None:
        super().__init__()
        self._bridge = bridge
        self._passage = passage
        self._size = 1
        self.round_id = ""
        self.is_tying = True
        self._place = DraftPlace("")
        self.rows: dict[str, PointRow] = {}
        self.draft = self._make_row()
        inside = QWidget()
        inside.setObjectName("point_list")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, GRID, GRID)
        self._column.setSpacing(GRID // 2)
        self._column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._follow_keyboard)

    # --- what the panel asks -------------------------------------------------------------------------------

    def show_round(self, round_id: str) -> None:
        """Show the points of a meeting, with a line for the next one behind them."""
        if round_id != self.round_id:
            self.commit()
            self._clear()
            self.round_id = round_id
            self._place = DraftPlace(round_id)
        self.refresh()

    def refresh(self) -> None:
        """Show the points as they are now; what is being typed stays."""
        editor = self._bridge.editor
        if editor is None or self.round_id not in editor.plan.nodes:
            self._clear()
            self.round_id = ""
            return
        shown = dict(_numbered(editor.plan, self.round_id))
        for gone in [remark_id for remark_id in self.rows if remark_id not in shown]:
            _discard(self.rows.pop(gone))
        for remark_id, (number, depth, remark) in shown.items():
            row = self.rows.get(remark_id) or self._make_row()
            row.remark_id, self.rows[remark_id] = remark_id, row
            row.show_point(number, depth)
            row.show_text(remark.spoken(interface_language()))
            row.show_passage(passage_words(editor.plan, remark.anchor, interface_language()))
        self._show_draft(editor.plan)
        wanted = [self.rows[remark_id] for remark_id in shown]
        wanted.insert(self._place.line_among(editor.plan, list(shown)), self.draft)
        _put_in_order(self._column, wanted)

    def commit(self) -> None:
        """Take down what is still being typed."""
        for row in [*self.rows.values(), self.draft]:
            self._keep(row)

    def take_focus(self) -> None:
        """Put the keyboard into the line of the next point."""
        self.draft.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self.draft)

    def change_letters(self, way: int) -> None:
        """Show larger letters (1) or smaller ones (-1), as far as there are any."""
        self._size = min(max(self._size + way, 0), len(_LETTERS) - 1)
        for row in [*self.rows.values(), self.draft]:
            row.set_points(_LETTERS[self._size])

    def _follow_keyboard(self) -> None:
        """Bring the line with the keyboard into sight: lines take their places late, and the form above may unfold."""
        for row in (*self.rows.values(), self.draft):
            if row.edit.hasFocus():
                self.ensureWidgetVisible(row)

    # --- the line that is being begun ----------------------------------------------------------------------

    def _show_draft(self, plan: Plan) -> None:
        if not self._place.is_there(plan):
            self._place = DraftPlace(self.round_id)
        self.draft.show_point("", self._place.depth(plan))
        self.draft.show_passage(passage_words(plan, self._anchor_in_view(), interface_language()))
        self.draft.untie.hide()
        self.draft.tie.hide()

    def show_passage_in_view(self) -> None:
        """Name the passage that the next point will be tied to."""
        if self._bridge.editor is not None and self.round_id:
            self._show_draft(self._bridge.editor.plan)

    def _anchor_in_view(self) -> Anchor:
        editor = self._bridge.editor
        return self._passage.anchor(editor) if editor is not None and self.is_tying else NOWHERE

    def _begin_behind(self, row: PointRow) -> None:
        """Begin a point behind that of a row; behind the draft, once it has words."""
        self._keep(row)
        editor = self._bridge.editor
        if editor is None or not row.remark_id:
            return
        self._place = behind_point(editor.plan, row.remark_id)
        self.refresh()
        self.take_focus()

    # --- what is done in a row -----------------------------------------------------------------------------

    def _keep(self, row: PointRow) -> None:
        """Take down what was typed in a row; the draft becomes a point with its first words."""
        editor = self._bridge.editor
        if editor is None or not self.round_id or not row.edit.is_changed:
            return
        text = row.edit.plain_text()
        row.edit.take_words()
        if row.remark_id in editor.plan.nodes:
            remark_id = row.remark_id
            self._bridge.do(lambda: meetings.set_point_text(editor, remark_id, text, self))
        elif text.strip() and row is self.draft:
            self._take_down(editor, row, text)

    def _take_down(self, editor: PlanEditor, row: PointRow, text: str) -> None:
        new = NewPoint(text=text, anchor=self._anchor_in_view())
        parent_id, before_id = self._place
        remark_id = self._bridge.do(lambda: meetings.add_point(editor, parent_id, new, before_id, self))
        if remark_id is None:
            row.edit.take_words("")  # to be handed in again the next time
            return
        self.rows[remark_id], row.remark_id = row, remark_id
        self.draft = self._make_row()
        self.refresh()

    def _on_level_wanted(self, row: PointRow, way: int) -> None:
        self._keep(row)
        editor = self._bridge.editor
        if editor is None:
            return
        if row.remark_id:
            change = meetings.indent_point if way > 0 else meetings.outdent_point
            self._bridge.do(lambda: change(editor, row.remark_id, self))
        else:
            self._place = self._place.moved(editor.plan, way)
        self.refresh()
        row.edit.setFocus()
        self.ensureWidgetVisible(row)

    def _on_removal_wanted(self, row: PointRow) -> None:
        editor = self._bridge.editor
        if editor is None or not row.remark_id:
            return
        self._step(row, -1)
        self._bridge.do(lambda: meetings.remove_point(editor, row.remark_id, self))
        self.refresh()

    def _on_tie_wanted(self, row: PointRow, *, is_tied: bool) -> None:
        editor = self._bridge.editor
        if editor is None or not row.remark_id:
            return
        anchor = self._passage.anchor(editor) if is_tied else NOWHERE
        self._bridge.do(lambda: meetings.tie_point(editor, row.remark_id, anchor, self))
        self.refresh()

    def _on_passage_wanted(self, row: PointRow) -> None:
        editor = self._bridge.editor
        if editor is None:
            return
        remark = read_feedback(editor.plan).remarks.get(row.remark_id)
        if remark is not None:
            self.passage_requested.emit(remark.anchor.node_id, remark.anchor.field)

    def _step(self, row: PointRow, way: int) -> None:
        """Go to the row above or below."""
        item = self._column.itemAt(max(0, self._column.indexOf(row) + way))
        target = item.widget() if item is not None else None
        if isinstance(target, PointRow):
            target.edit.setFocus()
            self.ensureWidgetVisible(target)

    # --- rows ----------------------------------------------------------------------------------------------

    def _make_row(self) -> PointRow:
        row = PointRow(_LETTERS[self._size])
        edit = row.edit
        edit.rested.connect(lambda: self._keep(row))
        edit.next_wanted.connect(lambda: self._begin_behind(row))
        edit.level_wanted.connect(lambda way: self._on_level_wanted(row, way))
        edit.removal_wanted.connect(lambda: self._on_removal_wanted(row))
        edit.step_wanted.connect(lambda way: self._step(row, way))
        edit.tie_wanted.connect(row.tie_wanted)
        edit.escape_wanted.connect(self.escape_wanted)
        edit.undo_requested.connect(self._bridge.undo)
        edit.redo_requested.connect(self._bridge.redo)
        row.passage_wanted.connect(lambda: self._on_passage_wanted(row))
        row.untie_wanted.connect(lambda: self._on_tie_wanted(row, is_tied=False))
        row.tie_wanted.connect(lambda: self._on_tie_wanted(row, is_tied=True))
        return row

    def _clear(self) -> None:
        for row in self.rows.values():
            _discard(row)
        self.rows = {}
        self.draft.edit.take_words("")
        self.draft.edit.clear()


def _numbered(plan: Plan, round_id: str) -> Iterator[tuple[str, tuple[str, int, Remark]]]:
    for depth, remark in meetings.points_of(read_feedback(plan), round_id):
        yield remark.id, (remark.number, depth, remark)


def _put_in_order(column: QVBoxLayout, rows: list[PointRow]) -> None:
    for place, row in enumerate(rows):
        if column.indexOf(row) != place:
            column.insertWidget(place, row)


def _discard(row: PointRow) -> None:
    row.hide()
    row.setParent(None)
    row.deleteLater()
