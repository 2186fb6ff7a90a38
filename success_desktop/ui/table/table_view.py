"""The table view: all projects below what is chosen in the outline, as a grid to read and to edit."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from success_desktop.domain.row_filter import RowFilter
from success_desktop.i18n import _
from success_desktop.services.plan_editor import PlanEdited
from success_desktop.settings import Settings
from success_desktop.ui.page.part import PageContext
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.table.grid_presenter import GridPresenter
from success_desktop.ui.table.grid_verbs import GridVerbs
from success_desktop.ui.work_view import LanguageMode, WorkView

if TYPE_CHECKING:
    from success_desktop.ui.table.pasting import Pasting


class TableView(WorkView):
    """Rows below the node chosen in the outline, which follows the row gone to: the menus speak of that row."""

    def __init__(self, bridge: PlanBridge, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("table")
        self.context = PageContext(bridge, self)
        self.presenter = GridPresenter(self.context, settings, self)
        self.stage, self.model, self.contents = (
            self.presenter.stage,
            self.presenter.model,
            self.presenter.contents,
        )
        self.view = self.stage.view
        self.verbs = GridVerbs(self.context, self.contents, self.view, self.stage.foot)
        self._pasting: Pasting | None = None
        self._node_id = self._chosen_id = ""
        self._is_stale = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)
        self._connect()
        self._word()

    # --- what the window asks ------------------------------------------------------------------------------

    def show_node(self, node_id: str) -> None:
        """Show the rows below a node; a row that is in sight already is only gone to."""
        if node_id != self._chosen_id:
            self._node_id, self._chosen_id = node_id, ""
        if not self.isVisible() or self.bridge.editor is None:
            self._is_stale = True
            return
        self.commit_pending()
        row = self.contents.row_above(node_id) if self.contents.form else ""
        if self._is_stale or self.model.row_of(row) < 0:
            self._is_stale = False
            self.presenter.lay(self._node_id)
        self.view.go_to_row(self.model.row_of(self.contents.row_above(node_id)))

    def set_language_mode(self, mode: LanguageMode) -> None:
        """Name everything, and edit texts, in another language."""
        if mode != self.mode:
            self.commit_pending()
            super().set_language_mode(mode)
            self.context.mode = mode
            self._refresh()

    def commit_pending(self) -> None:
        """Hand in what is being typed into a cell."""
        self.view.commit()

    def is_showing(self, node_ids: Sequence[str]) -> bool:
        """Whether any of these nodes is a row in the table."""
        return any(self.model.row_of(node_id) >= 0 for node_id in node_ids)

    def show_rows(self, wanted: RowFilter) -> None:
        """Show the rows that a filter lets through: those behind a figure, say."""
        self._node_id, self._chosen_id = wanted.under_id, ""
        if self.bridge.editor is not None:
            self._is_stale = False
            self.presenter.lay(self._node_id, wanted)

    def copy(self) -> None:
        """Put the cells selected on the clipboard."""
        self._paster().copy()

    def cut(self) -> None:
        """Put the cells selected on the clipboard and blank them."""
        self.copy()
        self.verbs.clear()

    def paste(self) -> None:
        """Show what the clipboard would bring into the cells, to be accepted or not."""
        self._paster().paste()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has changed while the table was out of sight."""
        super().showEvent(event)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that the interface has changed to."""
        if event.type() == QEvent.Type.LanguageChange:
            self.commit_pending()
            self._word()
            self._refresh()
        super().changeEvent(event)

    # --- building ------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        view, bridge = self.view, self.bridge
        wishes: Mapping[str, Callable[[], object]] = {
            "open": self.verbs.open,
            "clear": self.verbs.clear,
            "add": self.verbs.add,
            "forget": self.verbs.forget,
            "copy": self.copy,
            "cut": self.cut,
            "paste": self.paste,
        }
        view.wished.connect(lambda wish: wishes[wish]())
        view.untypable.connect(self.verbs.explain)
        view.went.connect(self._show_refusal)
        view.went.connect(self._on_went)
        view.menu_requested.connect(lambda point: self.verbs.show_menu(point, self.copy, self.paste))
        self.verbs.opened.connect(self.node_requested)
        self.context.refusals_changed.connect(self._on_refusals_changed)
        self.context.text_edit_made.connect(self.text_edit_made)
        self.stage.filters.paste_requested.connect(self.paste)
        self.stage.foot.add_requested.connect(self.verbs.add)
        self.stage.empty.add_requested.connect(self.verbs.add)
        self.stage.empty.import_requested.connect(self.import_requested)
        bridge.edited.connect(self._on_edited)
        bridge.leaving.connect(self.commit_pending)
        bridge.retraced.connect(self.presenter.show_changed)
        bridge.opened.connect(self._on_plan_gone)
        bridge.closed.connect(self._on_plan_gone)

    def _word(self) -> None:
        for half in (self.view, self.view.frozen):
            half.setAccessibleName(_("Table"))
        self.stage.foot.word()

    def _paster(self) -> "Pasting":
        """Copy and paste, made when first asked for."""
        from success_desktop.ui.table.pasting import Pasting

        if self._pasting is None:
            self._pasting = Pasting(
                self.context, self.view, lambda: self.contents.kind, self.contents.parent_of_new
            )
            self.stage.add_pane(self._pasting.pane)
            self._pasting.pane.hide()
            self._pasting.pane_shown.connect(lambda is_shown: self.stage.foot.setVisible(not is_shown))
        return self._pasting

    def _refresh(self) -> None:
        """Show the plan as it is now, when the table is in sight; else when it next is."""
        self._is_stale = True
        if self.isVisible():
            self.show_node(self._chosen_id or self._node_id)

    # --- what happens --------------------------------------------------------------------------------------

    def _show_refusal(self) -> None:
        """Say why the entry in the current cell was refused; else why the first that was."""
        refused = self.model.refused_at(self.view.currentIndex())
        seen = [place for place in self.context.refused if self.model.row_of(place[0]) >= 0]
        sentences = [self.context.refused[place].sentence for place in seen]
        if refused is not None or sentences:
            self.stage.foot.refuse(refused.sentence if refused is not None else sentences[0])
        else:
            self.stage.foot.rest()

    def _on_went(self) -> None:
        """Let the outline follow the rows that a person goes to here; the rows shown stay the same."""
        node_id = self.verbs.node_id()
        has_focus = self.view.hasFocus() or self.view.frozen.hasFocus()
        if has_focus and node_id not in ("", self._chosen_id):
            self._chosen_id = node_id
            self.node_chosen.emit(node_id)

    def _on_refusals_changed(self) -> None:
        self.model.repaint_rows(0, len(self.model.rows) - 1)
        self._show_refusal()

    def _on_edited(self, event: PlanEdited) -> None:
        if not self.isVisible() or self._is_stale or not self.contents.form or self.contents.is_gone:
            self._refresh()
        else:
            self.presenter.follow(event)

    def _on_plan_gone(self) -> None:
        """Forget the plan that was open."""
        self.context.refused.clear()
        self._node_id, self._chosen_id, self._is_stale = "", "", True
        self.presenter.forget()
