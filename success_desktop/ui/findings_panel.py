"""The panel of findings: what the plan still lacks, by topic, for the whole plan or for what is chosen."""

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTreeView, QVBoxLayout, QWidget

from success_desktop.domain.checks_in_words import Topic
from success_desktop.i18n import N_, _, interface_language
from success_desktop.ui.findings import PlanFindings
from success_desktop.ui.findings_delegate import FindingsDelegate
from success_desktop.ui.findings_model import FindingsModel
from success_desktop.ui.panel_view import PanelView
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.segments import Segment, Segments
from success_desktop.ui.theme import GRID

_MOST_OPENED = 40
_WHOLE, _CHOSEN = "whole", "chosen"


class FindingsPanel(PanelView):
    """Lists findings by topic. `field_requested(node id, field)` asks to go to the place where something is to be mended."""

    field_requested = Signal(str, str)

    def __init__(self, bridge: PlanBridge, findings: PlanFindings, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.findings = findings
        self.model = FindingsModel(self)
        self.tree = QTreeView()
        self.nothing = QLabel()
        self.reach = Segments(
            (
                Segment(_WHOLE, N_("The whole plan"), N_("All findings of the plan")),
                Segment(_CHOSEN, N_("What is chosen"), N_("Findings in what is chosen in the outline")),
            )
        )
        self._node_id = ""
        self._reach = _WHOLE
        self._is_stale = True
        self._lay_out()
        self.reach.press(_WHOLE)
        self.reach.chosen.connect(self._on_reach_chosen)
        self.tree.clicked.connect(self._on_index_chosen)
        self.tree.activated.connect(self._on_index_chosen)
        findings.changed.connect(self._change)

    def show_node(self, node_id: str) -> None:
        """Follow what is chosen in the outline, where only that is asked for."""
        if node_id != self._node_id:
            self._node_id = node_id
            if self._reach == _CHOSEN:
                self._change()

    def show_topic(self, topic: Topic) -> None:
        """Open the findings on a topic in the whole plan and go to the first of them."""
        self._on_reach_chosen(_WHOLE)
        self.refresh()
        index = self.model.index_of(topic)
        self.tree.collapseAll()
        self.tree.expand(index)
        self.tree.setCurrentIndex(self.model.index(0, 0, index) if index.isValid() else index)
        self.tree.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def refresh(self) -> None:
        """Show what is found now; topics that were open stay so, and the line chosen, or the one in its place."""
        self._is_stale = False
        plan = self.findings.plan
        closed, chosen = self._closed_topics(), self.tree.currentIndex()
        topic, row = self.model.topic(chosen), chosen.row() if chosen.parent().isValid() else None
        scrolled = self.tree.verticalScrollBar().value()
        under = self._node_id if self._reach == _CHOSEN else ""
        found = self.findings.of_branch(under or (plan.root_id if plan is not None else ""))
        self.model.show(plan, found, interface_language())
        self._open_topics(closed, is_few=len(found) <= _MOST_OPENED)
        self.tree.setCurrentIndex(self._line(topic, row))
        self.tree.verticalScrollBar().setValue(scrolled)
        self.nothing.setVisible(not found)
        self.tree.setVisible(bool(found))
        self._word()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what has been found meanwhile."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that the interface has changed to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._change()
        super().changeEvent(event)

    def _change(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def _line(self, topic: Topic | None, row: int | None) -> QModelIndex:
        """The line of a topic (`row` None), or of the finding at a place under it or at the place nearest to that."""
        line = self.model.index_of(topic) if topic is not None else QModelIndex()
        if row is None or not line.isValid():
            return line
        return self.model.index(min(row, self.model.rowCount(line) - 1), 0, line)

    def _closed_topics(self) -> dict[Topic, bool]:
        """Whether each topic shown is closed."""
        lines = (self.model.index(row, 0) for row in range(self.model.rowCount()))
        return {topic: not self.tree.isExpanded(line) for line in lines if (topic := self.model.topic(line))}

    def _open_topics(self, closed: dict[Topic, bool], *, is_few: bool) -> None:
        """Open the topics that were open, and new ones where there is little to show."""
        for row in range(self.model.rowCount()):
            line = self.model.index(row, 0)
            topic = self.model.topic(line)
            self.tree.setExpanded(line, not closed.get(topic, not is_few) if topic is not None else False)

    def _on_reach_chosen(self, reach: str) -> None:
        self._reach = reach
        self.reach.press(reach)
        self._change()

    def _on_index_chosen(self, index: QModelIndex) -> None:
        finding = self.model.finding(index)
        if finding is not None:
            self.field_requested.emit(finding.node_id, finding.field)

    def _word(self) -> None:
        whole = self._reach == _WHOLE
        self.nothing.setText(
            _("Nothing is missing in the plan.") if whole else _("Nothing is missing in what is chosen.")
        )
        self.tree.setAccessibleName(_("List of findings"))

    def _lay_out(self) -> None:
        self.tree.setObjectName("findings_tree")
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(FindingsDelegate(self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(GRID + GRID // 2)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing.setProperty("role", "secondary")
        self.nothing.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, 0)
        column.setSpacing(GRID)
        for widget in (self.reach, self.nothing):
            column.addWidget(widget)
        column.addWidget(self.tree, 1)
        column.addStretch(0)
        self.landing = self.tree
