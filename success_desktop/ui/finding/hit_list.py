"""The list of hits as an item model: where each stands, what is there now and what would be."""

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from success_desktop.domain.plan import Plan
from success_desktop.domain.thai_clusters import clusters
from success_desktop.i18n import N_, _, interface_language
from success_desktop.services.finding import Hit, Passage, Wanted
from success_desktop.services.hit_order import Stop
from success_desktop.services.replacing import Replacement, replacements_of
from success_desktop.ui.finding.hit_choice import HitChoice
from success_desktop.ui.tree.captions import caption_of, full_name

MOST_SHOWN = 2_000
"""So many hits are listed; all are counted, and all are replaced."""
_LETTERS_BEFORE = 28
_LETTERS_AFTER = 60
_NOWHERE = QModelIndex()
_ROLE = Qt.ItemDataRole
Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns of the list."""

    WHERE = 0
    FIELD = 1
    BEFORE = 2
    AFTER = 3


class HitRole(IntEnum):
    """What the delegate asks for: a Snippet."""

    SNIPPET = _ROLE.UserRole + 1


class Snippet(NamedTuple):
    """A hit with the text around it, in one line."""

    before: str
    marked: str
    after: str
    is_new: bool


class Counts(NamedTuple):
    """How many `places` were found in how many `nodes`; `fixed` of them stand in numbers, days and choices."""

    places: int
    nodes: int
    fixed: int


_HEADS = {
    Column.WHERE: N_("Where"),
    Column.FIELD: N_("Field"),
    Column.BEFORE: N_("Now"),
    Column.AFTER: N_("Replaced"),
}


class HitList(QAbstractTableModel):
    """All hits of a search with a check box each. `choice_changed` tells that another selection is to be replaced.

    Hits that hold more than was looked for (a letter with its marks) begin unchecked; numbers have no check box.
    """

    choice_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._numbers: Mapping[str, str] = {}
        self._wording = ""
        self._hits: list[Hit] = []
        self._stops: list[Stop] = []
        self._choice = HitChoice()
        self._readers: dict[tuple[int, int], Callable[[Stop], object]] = {
            (_ROLE.DisplayRole, Column.WHERE): lambda stop: self._where(stop.passage),
            (_ROLE.ToolTipRole, Column.WHERE): lambda stop: self._where(stop.passage),
            (_ROLE.DisplayRole, Column.FIELD): lambda stop: self._field(stop.passage),
            (_ROLE.DisplayRole, Column.BEFORE): lambda stop: "".join(self.snippet(stop, is_new=False)[:3]),
            (_ROLE.DisplayRole, Column.AFTER): lambda stop: "".join(self.snippet(stop, is_new=True)[:3]),
            (_ROLE.CheckStateRole, Column.WHERE): self._check_state,
            (HitRole.SNIPPET, Column.BEFORE): lambda stop: self.snippet(stop, is_new=False),
            (HitRole.SNIPPET, Column.AFTER): lambda stop: self.snippet(stop, is_new=True),
        }

    def show(self, plan: Plan | None, numbers: Mapping[str, str], hits: Sequence[Hit]) -> None:
        """Show the hits of a plan. A hit stays checked or not, also when its text has changed around it."""
        self.beginResetModel()
        self._choice.follow(self._hits, hits)
        self._plan, self._numbers, self._hits = plan, numbers, list(hits)
        self._stops = [Stop(passage, span) for passage, spans in self._hits for span in spans]
        self.endResetModel()
        self.choice_changed.emit()

    def begin(self, wanted: Wanted) -> None:
        """Another search: every hit of it is checked anew, but for those that hold more than what is wanted."""
        self._choice.begin(wanted, self._stops)
        self._tell_checks()

    def set_wording(self, wording: str) -> None:
        """Show what would be there with another replacement."""
        self._wording = wording
        if self._stops:
            self.dataChanged.emit(self.index(0, Column.AFTER), self.index(self.rowCount() - 1, Column.AFTER))

    def choose_all(self, is_chosen: bool) -> None:
        """Check every hit in a text, or none."""
        self._choice.choose_all(self._stops, is_chosen)
        self._tell_checks()

    def toggle(self, index: Index) -> None:
        """Check a hit, or no longer."""
        stop = self.stop(index)
        if stop.passage.is_text:
            self._choice.toggle(stop)
            self._tell_checks()

    def stop(self, index: Index) -> Stop:
        """The hit of a row."""
        return self._stops[index.row()]

    def chosen(self) -> list[Replacement]:
        """What is to be replaced, text by text."""
        wanted = []
        for replacement in replacements_of(self._hits, self._wording):
            place = replacement.node_id, replacement.field, replacement.part
            passage = Passage(*place, replacement.old, True)
            kept = [span for span in replacement.spans if Stop(passage, span) in self._choice]
            wanted.append(replacement.only(kept))
        return [replacement for replacement in wanted if replacement.spans]

    def counts(self) -> Counts:
        """How much was found, beyond the list's end too."""
        nodes = {hit.passage.node_id for hit in self._hits}
        fixed = sum(not stop.passage.is_text for stop in self._stops)
        return Counts(len(self._stops), len(nodes), fixed)

    def snippet(self, stop: Stop, *, is_new: bool) -> Snippet:
        """A hit as it stands in its text, or as it would stand there."""
        text, (start, end) = stop.passage.text, stop.span
        if is_new and not stop.passage.is_text:
            return Snippet("", _("(a number: change it in its field)"), "", is_new=False)
        before, after = clusters(text[max(0, start - 400) : start]), clusters(text[end : end + 400])
        head = "".join(before[-_LETTERS_BEFORE:])
        head = f"…{head}" if len(before) > _LETTERS_BEFORE else head
        tail = "".join(after[:_LETTERS_AFTER])
        marked = self._wording if is_new else text[start:end]
        return Snippet(_one_line(head), _one_line(marked), _one_line(tail), is_new)

    # --- Qt's questions ------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many hits are listed."""
        return 0 if parent.isValid() else min(len(self._stops), MOST_SHOWN)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Where, field, now, replaced."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        """The heads of the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _ROLE.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return _(_HEADS[Column(section)]) if role == _ROLE.DisplayRole else None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        """What a cell shows, by role."""
        reader = self._readers.get((role, index.column()))
        return reader(self._stops[index.row()]) if reader is not None else None

    def setData(self, index: Index, value: object, role: int = _ROLE.EditRole) -> bool:
        """Check or uncheck a hit."""
        if role != _ROLE.CheckStateRole:
            return False
        self.toggle(index)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Hits in texts can be checked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == Column.WHERE and self._stops[index.row()].passage.is_text:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def _tell_checks(self) -> None:
        if self._stops:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))
        self.choice_changed.emit()

    def _check_state(self, stop: Stop) -> object:
        if not stop.passage.is_text:
            return None
        return Qt.CheckState.Checked if stop in self._choice else Qt.CheckState.Unchecked

    def _where(self, passage: Passage) -> str:
        if self._plan is None:
            return ""
        name = caption_of(self._plan, passage.node_id, interface_language())
        return full_name(self._numbers.get(passage.node_id, ""), name)

    def _field(self, passage: Passage) -> str:
        if self._plan is None:
            return ""
        label = self._plan.kind_of(passage.node_id).fields[passage.field].label.spoken(interface_language())
        return f"{label} ({tongue(passage.part)})" if passage.is_text else label


def tongue(language: str) -> str:
    """A language's name in the interface's language."""
    return _("Thai") if language == "th" else _("English")


def _one_line(text: str) -> str:
    return text.replace("\n", " ")
