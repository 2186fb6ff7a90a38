"""The compare view: two points of the plan's history, and everything that differs between them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from success_desktop.services.comparing import Compared, Point
from success_desktop.services.comparing_names import name_point
from success_desktop.ui.compare.card_writer import CardWriter
from success_desktop.ui.compare.compare_counts import chips_of, title_of
from success_desktop.ui.compare.compare_head import CompareHead
from success_desktop.ui.compare.differences_page import DifferencesPage
from success_desktop.ui.compare.nothing_compared import NothingCompared
from success_desktop.ui.compare.point_pair import PointPair, past_of
from success_desktop.ui.compare.step_keys import steps_of
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.scrolled_page import ScrolledPage
from success_desktop.ui.theme import GRID
from success_desktop.ui.work_view import LanguageMode, WorkView

if TYPE_CHECKING:
    from success_desktop.ui.compare.money_page import MoneyPage

_REST_MS = 300
_MARGINS = (20, 12, 16, 12)


class CompareView(WorkView):
    """Compares two points; at first the newest revision with the present.

    With the present on one side it follows the plan as it is edited, while it is seen. `redline_requested(old, new)` asks
    for the difference between two Points as a Word file, `restore_requested(Revision, Scope)` for what stood in the older
    one, `revision_requested` for a revision to be kept. `points_shown(old, new)` tells which two Points are compared now.
    """

    points_shown = Signal(object, object)
    redline_requested = Signal(object, object)
    restore_requested = Signal(object, object)
    revision_requested = Signal()

    def __init__(self, bridge: PlanBridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("compare")
        self.compared: Compared | None = None
        self.pair = PointPair(bridge, self)
        self._page, self._node_id = "differences", ""
        self._shows_all = False
        self._is_stale = True
        self._is_entered = False
        self._timer = QTimer(self, interval=_REST_MS, singleShot=True)
        self._timer.timeout.connect(self.refresh)
        self.head, self.nothing = CompareHead(), NothingCompared()
        self.differences = DifferencesPage()
        self._money: MoneyPage | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self.differences)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(*_MARGINS)
        column.setSpacing(GRID)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(ScrolledPage(page))
        self.head.readings.press("edits")
        self._connect()

    def show_points(self, old: Point, new: Point) -> None:
        """Compare two points of the open plan's history."""
        self.pair.choose(old, new)

    def show_node(self, node_id: str) -> None:
        """Go to the first difference in what is chosen in the outline, if there is one."""
        editor = self.bridge.editor
        if node_id != self._node_id and editor is not None and not self._is_stale:
            self._node_id = node_id
            if node_id != editor.plan.root_id:
                self.differences.go_to(node_id)

    def set_language_mode(self, mode: LanguageMode) -> None:
        """Show the texts in Thai, English or both."""
        super().set_language_mode(mode)
        self._change()

    def is_showing(self, node_ids: Sequence[str]) -> bool:
        """Whatever changes is seen here as a difference, or as one less, while the present is compared."""
        return self.pair.has_present()

    def step(self, steps: int) -> None:
        """Go to the next difference (1) or the one before (-1)."""
        if self._page == "differences":
            self.differences.step(steps)

    def money(self, compared: Compared) -> "MoneyPage":
        """The page about the money, made when it is first wanted."""
        if self._money is None:
            from success_desktop.ui.compare.money_page import MoneyPage

            self._money = MoneyPage()
            self._money.set_language(self.language)
            self._money.node_requested.connect(self.node_requested)
            self._money.show_comparison(compared)
            self._stack.addWidget(self._money)
        return self._money

    def refresh(self) -> None:
        """Compare anew and show it; the difference looked at stays where it is on the screen."""
        self._timer.stop()
        self._is_stale = False
        self.compared = self.pair.compare()
        if self.compared is not None:
            self.points_shown.emit(self.compared.old_point, self.compared.new_point)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed meanwhile; the first time the keyboard goes to the differences."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()
        if not self._is_entered:
            self._is_entered = True
            (self.differences.cards if self.differences.row() >= 0 else self.nothing.keep).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that the interface has changed to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._change()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """< and > lead from difference to difference, wherever the keyboard is in the view."""
        if steps := steps_of(event):
            self.step(steps)
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        editor, compared, writer = self.bridge.editor, self.compared, None
        if editor is not None and compared is not None:
            mode: LanguageMode = "both" if self._shows_all else self.mode
            writer = CardWriter(compared, editor.plan, mode, self.language)
        if self._money is not None:
            self._money.set_language(self.language)
            self._money.show_comparison(compared)
        self.head.show_title(title_of(compared), chips_of(compared))
        self.head.show_unseen(writer.count_unseen() if writer is not None else 0)
        can_restore = compared is not None and past_of(compared) is not None
        self.differences.show_differences(writer, can_restore=can_restore)
        self._show_page()

    def _show_page(self) -> None:
        count, compared = self.differences.model.rowCount(), self.compared
        has_any = compared is not None and bool(compared.comparison.differences)
        if compared is None and self.pair.points is None:
            self.nothing.show_unkept()
        elif compared is None:
            self.nothing.show_unread()
        elif not has_any:
            old, new = name_point(compared.old_point), name_point(compared.new_point)
            self.nothing.show_alike(old, new, has_present=self.pair.has_present())
        else:
            self.nothing.show_other_language()
        page: QWidget = self.differences if count else self.nothing
        if self._page == "money" and compared is not None and has_any:
            page = self.money(compared)
        self._stack.setCurrentWidget(page)
        self.head.show_page(self._page, is_compared=has_any)
        self.head.show_place(self.differences.row(), count)

    def _change(self) -> None:
        """Something else is to be shown: now, or when the view is seen again."""
        self._is_stale, self._shows_all = True, False
        if self.isVisible():
            self.refresh()

    def _connect(self) -> None:
        head, differences = self.head, self.differences
        head.page_chosen.connect(self._on_page_chosen)
        head.reading_chosen.connect(differences.read_as)
        head.stepped.connect(self.step)
        head.all_requested.connect(self._on_all_requested)
        head.redline_requested.connect(self._on_redline_requested)
        differences.card_chosen.connect(lambda row: head.show_place(row, differences.model.rowCount()))
        differences.node_requested.connect(self.node_requested)
        differences.field_requested.connect(self.field_requested)
        differences.restore_requested.connect(self._on_restore_requested)
        self.nothing.revision_requested.connect(self.revision_requested)
        self.pair.changed.connect(self._change)
        self.pair.edited.connect(self._on_edited)

    def _on_edited(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._timer.start()

    def _on_page_chosen(self, page: str) -> None:
        self._page = page
        self._show_page()

    def _on_all_requested(self) -> None:
        self._shows_all = True
        self._show()

    def _on_redline_requested(self) -> None:
        if self.compared is not None:
            self.redline_requested.emit(self.compared.old_point, self.compared.new_point)

    def _on_restore_requested(self, scope: object) -> None:
        past = past_of(self.compared) if self.compared is not None else None
        if past is not None:
            self.restore_requested.emit(past.revision, scope)
