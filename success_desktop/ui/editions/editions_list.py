"""The editions of a plan, one below the other, and the button that begins another one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QPushButton, QWidget

from success_desktop.domain.edition_words import KIND_NAMES
from success_desktop.domain.office import Edition, EditionKind
from success_desktop.i18n import _
from success_desktop.ui.documents.field_column import FieldColumn
from success_desktop.ui.editions.edition_words import name_edition, tell_state
from success_desktop.ui.theme import GRID

_KINDS: tuple[EditionKind, ...] = ("first", "addition", "change", "correction")
_WIDTH = 26 * GRID


class EditionsList(FieldColumn):
    """`chosen(id)` tells which edition is wanted, `begun(kind)` that another one shall be prepared."""

    chosen = Signal(str)
    begun = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list, self.begin, self.menu = QListWidget(), QPushButton(_("Begin an edition")), QMenu(self)
        self.actions_of = {
            kind: self.menu.addAction(_(KIND_NAMES[kind]), partial(self.begun.emit, kind)) for kind in _KINDS
        }
        self.add(self.begin)
        self.add_field(_("Editions of the plan"), self.list, 1)
        self.begin.setMenu(self.menu)
        self.setFixedWidth(_WIDTH)
        self.list.setWordWrap(True)
        self.list.setObjectName("editions_list")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._on_current_changed)

    def show_editions(self, editions: Sequence[Edition], chosen_id: str, *, is_locked: bool = False) -> None:
        """Show the editions, the newest on top; where the plan `is_locked`, none can be begun."""
        self.begin.setEnabled(not is_locked)
        with QSignalBlocker(self.list):
            self.list.clear()
            for edition in reversed(editions):
                item = QListWidgetItem(f"{name_edition(edition)}\n{tell_state(edition)}", self.list)
                item.setData(Qt.ItemDataRole.UserRole, edition.id)
                if edition.id == chosen_id:
                    self.list.setCurrentItem(item)
        is_adopted = any(edition.is_adopted for edition in editions)
        taken = {edition.kind for edition in editions if not edition.is_adopted}
        for kind, action in self.actions_of.items():
            action.setEnabled((kind != "first") == is_adopted and kind not in taken)

    def _on_current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))
