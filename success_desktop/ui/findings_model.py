"""The findings as a tree of two levels: topics, and the fields found wanting under each."""

from typing import NamedTuple, overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from success_desktop.domain.checks import RULES, Finding, Severity
from success_desktop.domain.checks_in_words import Topic, gather, heading, sentence
from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.plan import Plan
from success_desktop.i18n import Language, interface_language
from success_desktop.ui.tree.captions import caption_of, full_name

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_TOPIC = 0
"""The internal id of topics; findings carry the place of their topic, counted from 1."""

SEVERITY_ROLE = _Role.UserRole + 1
DETAIL_ROLE = _Role.UserRole + 2


class _Group(NamedTuple):
    topic: Topic
    findings: list[Finding]


class FindingsModel(QAbstractItemModel):
    """Says of each topic how often it occurs and of each finding what is wrong, and with which node.

    Words are made when they are shown: a plan in one language has tens of thousands of findings.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._groups: list[_Group] = []
        self._numbers: dict[str, str] = {}
        self._language: Language = "th"

    def show(self, plan: Plan | None, findings: list[Finding], language: Language) -> None:
        """Show other findings of a plan; nodes are named in `language`."""
        self.beginResetModel()
        self._plan, self._language = plan, language
        gathered = gather(plan, findings) if plan is not None else {}
        self._groups = [_Group(*group) for group in gathered.items()]
        self._numbers = number_nodes(plan) if plan is not None and findings else {}
        self.endResetModel()

    def index_of(self, topic: Topic) -> QModelIndex:
        """The line of a topic; invalid when nothing is found on it."""
        places = (place for place, group in enumerate(self._groups) if group.topic == topic)
        return self.index(next(places, -1), 0)

    def topic(self, index: Index) -> Topic | None:
        """The topic that a line is, or lies under; None for no line."""
        if not index.isValid():
            return None
        return self._groups[index.internalId() - 1 if index.internalId() else index.row()].topic

    def finding(self, index: Index) -> Finding | None:
        """The finding of a line; None for topics."""
        if not index.isValid() or index.internalId() == _TOPIC:
            return None
        return self._groups[index.internalId() - 1].findings[index.row()]

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """The index of a line."""
        if not 0 <= row < self.rowCount(parent) or column != 0:
            return _NOWHERE
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else _TOPIC)

    @overload
    def parent(self) -> QObject | None: ...

    @overload
    def parent(self, index: Index) -> QModelIndex: ...

    def parent(self, index: Index | None = None) -> QObject | QModelIndex | None:
        """The line of a finding's topic; without an index, the object that owns the model."""
        if index is None:
            return super().parent()
        if not index.isValid() or index.internalId() == _TOPIC:
            return _NOWHERE
        return self.createIndex(index.internalId() - 1, 0, _TOPIC)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many topics there are, or findings under one."""
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()].findings) if parent.internalId() == _TOPIC else 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """One column."""
        return 1

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """What a line says, by role."""
        if self._plan is None or not index.isValid():
            return None
        finding = self.finding(index)
        if finding is None:
            return self._of_topic(self._plan, self._groups[index.row()], role)
        return self._of_finding(self._plan, finding, role)

    def _of_topic(self, plan: Plan, group: _Group, role: int) -> object:
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return heading(plan, group.topic, interface_language())
        count = f"{len(group.findings):,}"
        if role == DETAIL_ROLE:
            return count
        if role == _Role.AccessibleTextRole:
            return f"{heading(plan, group.topic, interface_language())}: {count}"
        return _severity(group.topic.rule) if role == SEVERITY_ROLE else None

    def _of_finding(self, plan: Plan, finding: Finding, role: int) -> object:
        if role == DETAIL_ROLE:
            return self._name(plan, finding)
        if role == _Role.DisplayRole:
            return sentence(plan, finding, interface_language())
        if role in (_Role.ToolTipRole, _Role.AccessibleTextRole):
            return f"{sentence(plan, finding, interface_language())}\n{self._name(plan, finding)}"
        return _severity(finding.rule) if role == SEVERITY_ROLE else None

    def _name(self, plan: Plan, finding: Finding) -> str:
        caption = caption_of(plan, finding.node_id, self._language)
        return full_name(self._numbers.get(finding.node_id, ""), caption)


def _severity(rule: str) -> Severity:
    return RULES[rule].severity
