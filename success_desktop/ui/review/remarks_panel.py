"""The panel of a reviewer: a remark on what is in view is written above, those made so far stand below."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from success_desktop.domain.feedback import NOWHERE, Remark
from success_desktop.domain.plan import Plan
from success_desktop.i18n import _, interface_language
from success_desktop.services import reviewing
from success_desktop.services.reviewing import NewRemark
from success_desktop.ui.panel_view import PanelView
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.review.passage_in_view import PassageInView, passage_words
from success_desktop.ui.review.remark_form import RemarkForm
from success_desktop.ui.theme import GRID

WIDTH = 400
"""Pixels that the panel takes when a copy for review is opened."""

_ID_ROLE = Qt.ItemDataRole.UserRole


class RemarksPanel(PanelView):
    """Works in a copy for review; elsewhere it says how to get one. `field_requested(node id, field)` shows a passage."""

    field_requested = Signal(str, str)

    def __init__(self, bridge: PlanBridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("remarks_panel")
        self.passage = PassageInView(self)
        self.nothing = QLabel()
        self.nothing.setWordWrap(True)
        self.nothing.setProperty("role", "secondary")
        self.form = RemarkForm()
        self.heading = QLabel()
        self.heading.setProperty("role", "strong")
        self.made = QListWidget()
        self.made.setWordWrap(True)
        self.made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.go = QPushButton()
        self.withdraw = QPushButton()
        self._lay_out()
        self._connect()
        self.landing = self.form.text
        self.refresh()

    def refresh(self) -> None:
        """Show the remarks made so far, and what the next one is about."""
        editor = self.bridge.editor
        is_here = editor is not None and reviewing.is_reviewing(editor)
        for widget in (self.form, self.heading, self.made, self.go, self.withdraw):
            widget.setVisible(is_here)
        self.nothing.setVisible(not is_here)
        self._word()
        if editor is None or not is_here:
            return
        row, plan = self.made.currentRow(), editor.plan
        self.made.clear()
        for remark in reviewing.own_remarks(editor):
            item = QListWidgetItem(_remark_words(plan, remark))
            item.setData(_ID_ROLE, remark.id)
            self.made.addItem(item)
        self.made.setCurrentRow(min(row, self.made.count() - 1))
        self._show_passage()

    def show_node(self, node_id: str) -> None:
        """Follow what is chosen in the outline: the next remark is about it."""
        self.passage.show_node(node_id)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was edited meanwhile."""
        super().showEvent(event)
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete withdraws the remark chosen in the list."""
        if event.key() == Qt.Key.Key_Delete and self.made.hasFocus():
            self._on_withdraw()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Word the panel anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def commit_pending(self) -> None:
        """Make the remark that has been begun: nothing that was written is lost when the plan is closed."""
        editor = self.bridge.editor
        if editor is not None and reviewing.is_reviewing(editor) and self.form.has_words():
            self.form.make.click()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.go)
        foot.addStretch(1)
        foot.addWidget(self.withdraw)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.nothing)
        column.addWidget(self.form)
        column.addWidget(self.heading)
        column.addWidget(self.made, 1)
        column.addLayout(foot)
        column.addStretch(0)

    def _connect(self) -> None:
        bridge = self.bridge
        for signal in (bridge.opened, bridge.closed, bridge.reviewed):
            signal.connect(self._on_changed)
        bridge.leaving.connect(self.commit_pending)
        self.passage.changed.connect(self._show_passage)
        self.form.made.connect(self._on_made)
        self.made.itemActivated.connect(self._on_go)
        self.made.currentRowChanged.connect(self._on_row_changed)
        self.go.clicked.connect(lambda: self._on_go())
        self.withdraw.clicked.connect(self._on_withdraw)

    def _show_passage(self) -> None:
        editor = self.bridge.editor
        if editor is not None and self.isVisible():
            anchor = self.passage.anchor(editor)
            self.form.show_passage(anchor, passage_words(editor.plan, anchor, interface_language()))

    def _on_changed(self) -> None:
        if self.bridge.editor is None:
            self.form.show_passage(NOWHERE, "")
        if self.isVisible() or self.bridge.editor is None:
            self.refresh()

    def _on_made(self, new: NewRemark) -> None:
        editor = self.bridge.editor
        if editor is not None and self.bridge.do(lambda: reviewing.remark(editor, new, self)) is not None:
            self.form.clear()
            self.made.setCurrentRow(self.made.count() - 1)

    def _on_row_changed(self, row: int) -> None:
        for button in (self.go, self.withdraw):
            button.setEnabled(row >= 0)

    def _on_go(self, _item: QListWidgetItem | QModelIndex | None = None) -> None:
        remark = self._chosen()
        if remark is not None and remark.is_placed:
            self.field_requested.emit(remark.anchor.node_id, remark.anchor.field)

    def _on_withdraw(self) -> None:
        editor, remark = self.bridge.editor, self._chosen()
        if editor is not None and remark is not None:
            self.bridge.do(lambda: reviewing.withdraw_remark(editor, remark.id, self))

    def _chosen(self) -> Remark | None:
        editor, item = self.bridge.editor, self.made.currentItem()
        if editor is None or item is None:
            return None
        wanted = item.data(_ID_ROLE)
        return next((remark for remark in reviewing.own_remarks(editor) if remark.id == wanted), None)

    def _word(self) -> None:
        self.nothing.setText(
            _(
                "This plan is open for writing. “Open a plan to review it…” in the menu Review opens a copy to remark on."
            )
        )
        self.heading.setText(_("Remarks made so far"))
        self.made.setAccessibleName(_("Remarks made so far"))
        self.go.setText(_("Show the passage"))
        self.withdraw.setText(_("Withdraw"))
        self.withdraw.setToolTip(_("Delete"))


def _remark_words(plan: Plan, remark: Remark) -> str:
    """A remark in the list: number and passage, then what is said, then how it should read."""
    words = passage_words(plan, remark.anchor, interface_language()) or _("The plan as a whole")
    said = remark.spoken(interface_language())
    return "\n".join(
        filter(None, (f"{remark.number}  {words}", said, f"→ {remark.proposed}" if remark.proposed else ""))
    )
