"""What the window shows while no plan is open: four ways to begin, and the plans worked on lately."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from success_desktop.i18n import N_, _
from success_desktop.ui.file_places import is_there
from success_desktop.ui.icons import IconLabel
from success_desktop.ui.theme import GRID, SECONDARY_POINTS, tokens

_COLUMN_WIDTH = 784
_CARDS_IN_ROW = 2
_HINT_ROLE = Qt.ItemDataRole.UserRole

_CHOICES = (
    ("file-plus", N_("New plan"), N_("Begin from a template")),
    ("file-input", N_("Start from Excel"), N_("A table of projects becomes a new plan")),
    ("folder-open", N_("Open a plan"), N_("A file on this computer or on a shared drive")),
    ("book-open", N_("Sample plan"), N_("A whole plan to look at and try things on")),
)


class Shelved(NamedTuple):
    """A plan on the start page. `is_forgotten`: its last changes have not reached its file yet."""

    path: Path
    is_forgotten: bool = False


class StartPage(QWidget):
    """Emits `plan_chosen(path)` for a plan of the list, `work_chosen(path)` where its last changes are not in the file yet.

    `discard_chosen(path)` asks to throw such changes away. The four cards trigger the actions of the menu.
    """

    plan_chosen = Signal(object)
    work_chosen = Signal(object)
    discard_chosen = Signal(object)

    def __init__(self, choices: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shelf: Sequence[Shelved] = ()
        self.heading = QLabel()
        self.heading.setProperty("role", "heading")
        self.subtitle = _secondary_label()
        self.cards = [
            ChoiceCard(icon, action) for (icon, _text, _hint), action in zip(_CHOICES, choices, strict=True)
        ]
        self.shelf_heading = _secondary_label()
        self.discard_menu = QMenu(self)
        self.discard_button = QPushButton()
        self.discard_button.setProperty("role", "link")
        self.discard_button.setMenu(self.discard_menu)
        self.shelf = QListWidget()
        self.shelf.setItemDelegate(TwoLines(self.shelf))
        self.shelf.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.shelf.itemActivated.connect(self._on_chosen)
        self.shelf.itemClicked.connect(self._on_chosen)
        self._lay_out()
        self._word()

    def show_shelf(self, plans: Sequence[Shelved]) -> None:
        """List the plans worked on lately, those with unpublished changes first."""
        self._shelf = plans
        self._word()

    def changeEvent(self, event: QEvent) -> None:
        """Word the page anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        cards = QGridLayout()
        cards.setSpacing(2 * GRID)
        for place, card in enumerate(self.cards):
            cards.addWidget(card, *divmod(place, _CARDS_IN_ROW))
        column = QWidget()
        column.setMaximumWidth(_COLUMN_WIDTH)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(2 * GRID, 5 * GRID, 2 * GRID, 2 * GRID)
        inside.setSpacing(GRID)
        inside.addWidget(self.heading)
        inside.addWidget(self.subtitle)
        inside.addSpacing(GRID)
        inside.addLayout(cards)
        inside.addSpacing(2 * GRID)
        head = QHBoxLayout()
        head.addWidget(self.shelf_heading, 1)
        head.addWidget(self.discard_button)
        inside.addLayout(head)
        inside.addWidget(self.shelf, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(column, 1000)
        row.addStretch(1)

    def _word(self) -> None:
        self.heading.setText(_("SUCCESS Desktop"))
        self.subtitle.setText(_("Write, review and publish the plans of your city, in Thai and English"))
        for card, (_icon, text, hint) in zip(self.cards, _CHOICES, strict=True):
            card.word(_(text), _(hint))
        self.shelf_heading.setText(
            _("Plans worked on lately") if self._shelf else _("Plans that you open will be listed here.")
        )
        self.shelf.setAccessibleName(_("Plans worked on lately"))
        self.shelf.clear()
        for plan in self._shelf:
            self.shelf.addItem(_shelf_item(plan))
        self._offer_discarding()

    def _offer_discarding(self) -> None:
        """Name the plans whose changes could be thrown away; no button where there are none."""
        self.discard_menu.clear()
        for plan in self._shelf:
            if plan.is_forgotten:
                name = f"{plan.path.stem}   {plan.path.parent}".replace("&", "&&")
                self.discard_menu.addAction(name, partial(self.discard_chosen.emit, plan.path))
        self.discard_button.setText(_("Throw changes away"))
        self.discard_button.setToolTip(_("Throw away changes that are not in the plan's file"))
        self.discard_button.setVisible(not self.discard_menu.isEmpty())

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is None:  # where one press both clicks and activates, the click has changed the list already
            return
        plan = self._shelf[self.shelf.row(item)]
        chosen = self.work_chosen if plan.is_forgotten else self.plan_chosen
        chosen.emit(plan.path)


class ChoiceCard(QPushButton):
    """A large button: an icon, what happens, and a line on it. Triggers an action."""

    def __init__(self, icon: str, action: QAction) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._title, self._hint = QLabel(), _secondary_label()
        self._title.setProperty("role", "strong")
        picture = IconLabel(icon, "accent", 20)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._hint)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        row.setSpacing(12)
        row.addWidget(picture)
        row.addLayout(words, 1)
        for label in (picture, self._title, self._hint):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(action.trigger)

    def word(self, title: str, hint: str) -> None:
        """Say what the card does."""
        self._title.setText(title)
        self._hint.setText(hint)
        self.setAccessibleName(title)
        self.setAccessibleDescription(hint)


class TwoLines(QStyledItemDelegate):
    """Paints a list's item as a name with a smaller line below it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for both lines."""
        return QSize(
            0, QFontMetrics(option.font).height() + QFontMetrics(_small(option.font)).height() + GRID
        )

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground as the style does, then the two lines."""
        self.initStyleOption(option, index)
        name, option.text = option.text, ""
        if option.widget is not None:
            option.widget.style().drawControl(
                QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget
            )
        is_enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        area = option.rect.adjusted(10, 4, -10, -4)
        painter.save()
        painter.setPen(QColor(tokens().text if is_enabled else tokens().disabled))
        top, metrics = Qt.AlignmentFlag.AlignTop, QFontMetrics(option.font)
        painter.drawText(area, top, metrics.elidedText(name, Qt.TextElideMode.ElideRight, area.width()))
        painter.setFont(_small(option.font))
        painter.setPen(QColor(tokens().secondary if is_enabled else tokens().disabled))
        hint = painter.fontMetrics().elidedText(
            index.data(_HINT_ROLE), Qt.TextElideMode.ElideMiddle, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignBottom, hint)
        painter.restore()


def _shelf_item(plan: Shelved) -> QListWidgetItem:
    item = QListWidgetItem(plan.path.stem)
    hint = str(plan.path.parent)
    if plan.is_forgotten:
        hint = _("{place} — with changes that are not in the file yet; open it to go on").format(place=hint)
    elif not is_there(plan.path):
        hint = _("{place} — the file is not there now").format(place=hint)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setData(_HINT_ROLE, hint)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{plan.path.stem}, {hint}")
    item.setToolTip(str(plan.path))
    return item


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(SECONDARY_POINTS)
    return small


def _secondary_label() -> QLabel:
    label = QLabel()
    label.setProperty("role", "secondary")
    label.setWordWrap(True)
    return label
