"""The differences between two points: the tree of touched nodes, and a card for each difference."""

from collections.abc import Sequence
from typing import cast, get_args

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QWidget

from success_desktop.domain.restoring import Scope
from success_desktop.i18n import _
from success_desktop.ui.compare.card import Card
from success_desktop.ui.compare.card_list import CardList
from success_desktop.ui.compare.card_model import CardModel
from success_desktop.ui.compare.card_writer import CardWriter
from success_desktop.ui.compare.reading import Reading
from success_desktop.ui.compare.touched_tree import TouchedTree
from success_desktop.ui.theme import GRID

_TREE_WIDTH = 236
_LEAST_CARDS = 200


class DifferencesPage(QWidget):
    """Tree and cards keep to the same difference.

    `card_chosen(row)` tells that another difference is the current one. `node_requested(id)` and `field_requested(id,
    field)` ask to go where it is in the plan, `restore_requested(Scope)` for what stood there before.
    """

    card_chosen = Signal(int)
    node_requested = Signal(str)
    field_requested = Signal(str, str)
    restore_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CardModel(self)
        self.cards = CardList(self.model)
        self.tree = TouchedTree()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.tree)
        self.splitter.addWidget(self.cards)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([_TREE_WIDTH, 4 * _TREE_WIDTH])
        self.splitter.setHandleWidth(GRID)
        self.cards.setMinimumWidth(_LEAST_CARDS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        self.cards.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.cards.customContextMenuRequested.connect(self._on_menu_requested)
        self.cards.part_pressed.connect(self._on_part_pressed)
        self.cards.selectionModel().currentChanged.connect(self._on_card_changed)
        self.tree.node_chosen.connect(self.go_to)
        self.tree.customContextMenuRequested.connect(self._on_tree_menu_requested)
        self._word()

    def show_differences(self, writer: CardWriter | None, *, can_restore: bool) -> None:
        """Show other differences; what is current and in sight stays, by node and field."""
        self.cards.show_cards(writer, can_restore=can_restore)
        self.tree.show_nodes(writer)
        self._follow()

    def read_as(self, reading: str) -> None:
        """Show the old texts, the new ones, or both. Other ids than those of `READINGS` mean nothing."""
        if reading in get_args(Reading):
            self.cards.read_as(cast(Reading, reading))

    def step(self, steps: int) -> None:
        """Go so many differences on, or back; at either end nothing happens."""
        row = self.cards.currentIndex().row() + steps
        if 0 <= row < self.model.rowCount():
            self.cards.choose(row)

    def go_to(self, node_id: str) -> bool:
        """Choose the first difference of a node or, when it has none itself, below it; whether there is one."""
        place = self.model.place(self.row())
        if place is not None and place.node_id == node_id:
            return True
        row = self.tree.nodes.first_row_within(node_id, self.model)
        if row >= 0:
            self.cards.choose(row)
        return row >= 0

    def row(self) -> int:
        """The row of the current difference; -1 when there is none."""
        return self.cards.currentIndex().row()

    def make_menu(self) -> QMenu:
        """What can be done with the current difference."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row = self.row()
        if row < 0:
            return menu
        card = self.model.card(row)
        go = menu.addAction(_("Show on the page"))
        go.setEnabled(card.is_present)
        go.triggered.connect(lambda: self._on_part_pressed("name"))
        menu.addAction(_("Copy")).triggered.connect(
            lambda: QGuiApplication.clipboard().setText(card.spoken())
        )
        if self.cards.stack.can_restore:
            menu.addSeparator()
            self._offer_scopes(menu, scopes_of(card))
        return menu

    def make_tree_menu(self, node_id: str) -> QMenu:
        """What can be brought back of a line of the tree: the item, or all that differs below it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row = self.tree.nodes.first_row_within(node_id, self.model)
        if row >= 0 and self.cards.stack.can_restore:
            card = self.model.card(row)
            is_own = card.place.node_id == node_id
            scopes = scopes_of(card) if is_own else [_branch(node_id)]
            self._offer_scopes(menu, [(words, scope) for words, scope in scopes if not scope.field])
        return menu

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _on_menu_requested(self, point: QPoint) -> None:
        if self.row() >= 0:
            self.make_menu().popup(self.cards.viewport().mapToGlobal(point))

    def _on_tree_menu_requested(self, point: QPoint) -> None:
        menu = self.make_tree_menu(self.tree.nodes.node_id(self.tree.indexAt(point)))
        if not menu.isEmpty():
            menu.popup(self.tree.viewport().mapToGlobal(point))

    def _offer_scopes(self, menu: QMenu, scopes: Sequence[tuple[str, Scope]]) -> None:
        for words, scope in scopes:
            menu.addAction(words).triggered.connect(
                lambda _checked=False, wanted=scope: self.restore_requested.emit(wanted)
            )

    def _on_part_pressed(self, part: str) -> None:
        row = self.row()
        if row < 0:
            return
        card = self.model.card(row)
        if part == "restore":
            self.restore_requested.emit(scopes_of(card)[0][1])
        elif card.is_present and card.place.field:
            self.field_requested.emit(*card.place)
        elif card.is_present:
            self.node_requested.emit(card.place.node_id)

    def _on_card_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._follow()
        self.card_chosen.emit(current.row())

    def _follow(self) -> None:
        place = self.model.place(self.row())
        if place is not None:
            self.tree.follow(place.node_id)

    def _word(self) -> None:
        self.cards.setAccessibleName(_("Differences"))
        self.tree.setAccessibleName(_("What differs, in the outline"))


def scopes_of(card: Card) -> list[tuple[str, Scope]]:
    """What can be brought back from a card, in words, the nearest first: the field, the item, all below it too."""
    node_id, field = card.place
    branch = _branch(node_id)
    if card.fate == "added":
        return [(_("Take the added item out again…"), Scope(node_id, is_branch=True))]
    if card.fate == "removed":
        return [(_("Restore the item, with what was deleted with it…"), Scope(node_id)), branch]
    whole = (_("Restore the item…"), Scope(node_id))
    if card.fate == "moved":
        return [(_("Move it back…"), Scope(node_id, is_place=True)), whole, branch]
    return [(_("Restore this field…"), Scope(node_id, field)), whole, branch] if field else [whole, branch]


def _branch(node_id: str) -> tuple[str, Scope]:
    return _("Restore it with everything below…"), Scope(node_id, is_branch=True)
