"""The timeline: projects and action items by fiscal year and quarter, with dates that can be dragged."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from success_desktop.domain.timespans import START_FIELD, Span, count_by_basis
from success_desktop.i18n import _
from success_desktop.services import scheduling
from success_desktop.services.plan_editor import PlanEdited
from success_desktop.ui.figures.timeline_board import TimelineBoard
from success_desktop.ui.figures.timeline_rows import TimelineRows
from success_desktop.ui.figures.timeline_tools import TimelineTools
from success_desktop.ui.figures.timeline_tree import TimelineTree
from success_desktop.ui.figures.timeline_words import Bar
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.work_view import LanguageMode, WorkView


class TimelineView(WorkView):
    """Shows the part of the plan below the group chosen in the outline; a project chosen becomes the current row.

    A click makes a row the current one, which the outline follows; a double click or Enter asks for its page.
    """

    def __init__(self, bridge: PlanBridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("timeline")
        self.tools = TimelineTools()
        self.board = TimelineBoard()
        self.tree = self.board.tree
        self._is_stale = True
        self._is_led = False
        self._node_id = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.board, 1)
        self._connect()
        self._name()

    def show_node(self, node_id: str) -> None:
        """Show what lies below a group (issue, goal, approach), or go to the row of a project; else the whole plan."""
        if node_id != self._node_id:
            self._node_id = node_id
            if self.isVisible():
                self._refresh()
                self._go_to(node_id)

    def set_language_mode(self, mode: LanguageMode) -> None:
        """Name and date everything in another language."""
        super().set_language_mode(mode)
        self._refresh_later()

    def is_showing(self, node_ids: Sequence[str]) -> bool:
        """Whether any of these nodes has a row here."""
        return any(self.board.holds(node_id) for node_id in node_ids)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has happened while nobody looked."""
        super().showEvent(event)
        self._refresh()
        self._go_to(self._node_id)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that the interface has changed to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self._refresh_later()
        super().changeEvent(event)

    def _connect(self) -> None:
        tree, tools = self.tree, self.tools
        tree.open_requested.connect(self.node_requested)
        tree.doubleClicked.connect(lambda _index: tree.open_row())
        tree.dates_requested.connect(lambda node_id: self.field_requested.emit(node_id, START_FIELD))
        tree.span_requested.connect(self._on_span_requested)
        tree.axis_changed.connect(lambda: tools.show_zoom(tree.axis.zoom))
        tree.customContextMenuRequested.connect(self._on_menu_requested)
        tools.zoom_requested.connect(self.board.zoom_to)
        tools.steps_requested.connect(tree.zoom_axis)
        tools.today_requested.connect(self.board.show_today)
        tools.whole_plan_requested.connect(self._on_whole_plan_requested)
        tree.clicked.connect(self._on_row_chosen)
        tree.selectionModel().currentRowChanged.connect(
            lambda _now, before: self._on_row_chosen() if before.isValid() else None
        )
        self.bridge.edited.connect(self._on_edited)
        self.bridge.retraced.connect(self._on_retraced)
        self.bridge.opened.connect(self._on_opened)
        self.bridge.closed.connect(self._on_closed)

    def _name(self) -> None:
        self.tree.setAccessibleName(_("Timeline of the plan"))

    def _refresh_later(self) -> None:
        """Show everything anew: now when it is seen, else when it is seen again."""
        self._is_stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        editor = self.bridge.editor
        if editor is not None and self._is_stale:
            self._is_stale = False
            self.board.show_plan(editor.plan, self.language, editor.now().astimezone().date())
            self._word()

    def _go_to(self, node_id: str) -> None:
        """Go to a row that is in sight; narrow the view to a group, or widen it to the whole plan, for another node."""
        rows = self.board.rows
        if rows is None:
            return
        self._is_led = True
        if rows.is_group(node_id) and node_id in rows.plan.children:
            if node_id != self.board.scope_id:
                self.board.show_scope(node_id)
        elif not self.board.go_to(node_id):
            self.board.show_scope(rows.plan.root_id)
            self.board.go_to(node_id)
        self._is_led = False
        self._word()

    def _word(self) -> None:
        """Say what is shown, and how much of it has no dates."""
        rows = self.board.rows
        if rows is None:
            return
        is_whole = self.board.scope_id == rows.plan.root_id
        name = _("The whole plan") if is_whole else rows.full_name(self.board.scope_id)
        self.tools.scope.setText(name)
        self.tools.scope.setToolTip(name)
        self.tools.whole_plan.setVisible(not is_whole)
        self.tools.counts.setText(_count_words(rows, self.board.scope_id))

    def _on_edited(self, event: PlanEdited) -> None:
        editor, rows = self.bridge.editor, self.board.rows
        if editor is None or rows is None or event.is_structural or not self.isVisible() or self._is_stale:
            self._refresh_later()
            return
        self.board.refresh_nodes(editor.plan, event.node_ids)
        self._word()

    def _on_row_chosen(self) -> None:
        """Let the outline follow the rows that a person goes to here; that the focus comes in chooses nothing."""
        node_id = self.tree.node_id()
        if self.tree.hasFocus() and not self._is_led and node_id not in ("", self._node_id):
            self._node_id = node_id
            self.node_chosen.emit(node_id)

    def _on_retraced(self, node_ids: tuple[str, ...]) -> None:
        """Bring what undo or redo has changed into sight."""
        known = [node_id for node_id in node_ids if self.board.holds(node_id)]
        if known and self.isVisible():
            self.board.go_to(known[0])

    def _on_opened(self) -> None:
        self.board.forget()
        self._node_id = ""
        self._refresh_later()

    def _on_closed(self) -> None:
        self.board.forget()
        self._is_stale = True

    def _on_span_requested(self, node_id: str, span: Span) -> None:
        editor = self.bridge.editor
        self.bridge.leaving.emit()
        if editor is not None:
            self.bridge.do(lambda: scheduling.set_span(editor, node_id, span.known_days))

    def _on_whole_plan_requested(self) -> None:
        rows, node_id = self.board.rows, self.tree.node_id()
        if rows is not None:
            self._node_id = node_id
            self.board.show_scope(rows.plan.root_id)
            self.board.go_to(node_id)
            self._word()

    def _on_menu_requested(self, point: QPoint) -> None:
        bar = self.tree.bars.bar(self.tree.node_id()) if self.tree.indexAt(point).isValid() else None
        if bar is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            _fill_menu(menu, self.tree, bar)
            menu.popup(self.tree.viewport().mapToGlobal(point))


def _count_words(rows: TimelineRows, scope_id: str) -> str:
    """How many projects and action items have dates, and how many have none."""
    dated, dateless = count_by_basis(rows.spans, rows.dated_ids(scope_id))
    known = _("{count} with dates").format(count=dated)
    missing = _("{count} without").format(count=dateless)
    return f"{known} · {missing}" if dateless else known


def _fill_menu(menu: QMenu, tree: TimelineTree, bar: Bar) -> None:
    """Give `menu` what can be done with a row; what is impossible is shown disabled, so that entries keep their places."""
    page = _("Open on the page")
    menu.addAction(f"{page}\tEnter", tree.open_row)
    typing = menu.addAction(_("Type the dates on the page"), lambda: tree.dates_requested.emit(bar.node_id))
    typing.setEnabled(bar.has_dates)
    menu.addSeparator()
    can_move = bar.span is not None and not bar.is_head
    entries = (
        (_("A month earlier"), "Alt+Left", "whole", -1),
        (_("A month later"), "Alt+Right", "whole", 1),
        (_("End a month earlier"), "Shift+Left", "end", -1),
        (_("End a month later"), "Shift+Right", "end", 1),
        (_("Start a month earlier"), "Ctrl+Shift+Left", "start", -1),
        (_("Start a month later"), "Ctrl+Shift+Right", "start", 1),
    )
    for text, keys, part, months in entries:
        action = menu.addAction(f"{text}\t{keys}")
        action.triggered.connect(lambda _on=False, part=part, months=months: tree.move_row(part, months))
        action.setEnabled(can_move)
    menu.addSeparator()
    fix = menu.addAction(_("Take the dates from the years of the money"))
    fix.setEnabled(bar.span is not None and bar.span.basis == "money")
    fix.triggered.connect(lambda: tree.move_row("whole", 0))
