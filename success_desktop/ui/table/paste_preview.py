"""The pane under the grid that shows what a paste would do, before anything changes."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from success_desktop.domain.thai_typed import quotation
from success_desktop.i18n import Language, _
from success_desktop.services.pasting_preview import PasteOptions, PastePreview
from success_desktop.services.tabulating_cells import name_in
from success_desktop.ui.table.paste_rows import PROBLEM_ROLE, Index, PasteRows
from success_desktop.ui.theme import GRID, tokens

_ROW_HEIGHT = 28
_MOST_ROWS_SHOWN = 5
_MOST_NAMES_SHOWN = 3
_COLUMN_LETTERS = (10, 19, 15, 17)
"""How many letters the first columns of the list have room for; the last takes the rest."""


class PastePane(QFrame):
    """Says how many cells change, stay and are refused, lists them, and offers to do it. Nothing is hidden behind it.

    Where the rows pasted have names, `new_choice` and `over_choice` tell whether they are new or go over those there.

    `accepted` and `cancelled` are what the user decides; `options_changed` tells that rows or agencies are to be added,
    or no more. After the deed the refused cells stay listed (`show_done`) until the pane is closed; `copy_requested` wants
    them on the clipboard, and `cell_chosen(node id, head)` wants to see the cell of a line in the grid.
    """

    accepted = Signal()
    cancelled = Signal()
    options_changed = Signal()
    copy_requested = Signal()
    cell_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.summary, self.notes = _label("strong"), _label("secondary")
        self.accept_button, self.cancel_button = QPushButton(), QPushButton()
        self.accept_button.setProperty("primary", "true")
        self.copy_button = QPushButton()
        self.copy_button.setProperty("role", "link")
        self.rows_box, self.names_box = QCheckBox(), QCheckBox()
        self.new_choice, self.over_choice = QRadioButton(), QRadioButton()
        self.rows = PasteRows(self)
        self.list = _make_list(self.rows)
        self._preview: PastePreview | None = None
        self._options = PasteOptions()
        self._language: Language = "th"
        self._is_done = False
        self._lay_out()
        self.accept_button.clicked.connect(self.accepted)
        self.cancel_button.clicked.connect(self.cancelled)
        self.copy_button.clicked.connect(self.copy_requested)
        for chosen in (self.list.clicked, self.list.activated):
            chosen.connect(self._on_line_chosen)
        for box in (self.new_choice, self.over_choice, self.rows_box, self.names_box):
            box.clicked.connect(self.options_changed)
        self.hide()

    def show_preview(self, preview: PastePreview, options: PasteOptions, language: Language) -> None:
        """Show what a paste would do; values in `language`."""
        self._show(preview, options, language, is_done=False)

    def show_done(self, preview: PastePreview, options: PasteOptions, language: Language) -> None:
        """Show what was refused when the rest is done."""
        self._show(preview, options, language, is_done=True)

    def options(self, asked: PasteOptions) -> PasteOptions:
        """What was asked of the paste, with what is chosen and ticked here."""
        return replace(
            asked,
            has_new_rows=self.rows_box.isChecked(),
            has_new_names=self.names_box.isChecked(),
            are_all_new=self.new_choice.isChecked(),
        )

    def changeEvent(self, event: QEvent) -> None:
        """Word it anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange and self._preview is not None:
            self._word(self._preview)
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape cancels; Enter does what the button with the focus says, and accepts on a choice or a box."""
        button = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QAbstractButton):
            (button if isinstance(button, QPushButton) else self.accept_button).click()
        else:
            super().keyPressEvent(event)

    def _show(
        self, preview: PastePreview, options: PasteOptions, language: Language, *, is_done: bool
    ) -> None:
        self._preview, self._options, self._language = preview, options, language
        self._is_done = is_done
        self.new_choice.setChecked(options.are_all_new)
        self.over_choice.setChecked(not options.are_all_new)
        self.rows_box.setChecked(options.has_new_rows)
        self.names_box.setChecked(options.has_new_names)
        self.rows.show(preview, language, is_done=is_done)
        shown = min(max(self.rows.rowCount(), 1), _MOST_ROWS_SHOWN)
        self.list.setFixedHeight(self.list.horizontalHeader().sizeHint().height() + shown * _ROW_HEIGHT + 4)
        self.list.setVisible(self.rows.rowCount() > 0)
        self._word(preview)
        self.show()

    def _on_line_chosen(self, index: QModelIndex) -> None:
        self.cell_chosen.emit(*self.rows.cell_of(index))

    def _word(self, preview: PastePreview) -> None:
        self.summary.setText(_done_sentence(preview) if self._is_done else _sentence(preview))
        notes = "" if self._is_done else " · ".join(_notes(preview))
        self.notes.setText(notes)
        self.notes.setVisible(bool(notes))
        self._word_boxes(preview)
        self.accept_button.setText(_accept_text(preview))
        self.accept_button.setVisible(not self._is_done)
        self.accept_button.setEnabled(bool(preview.edits))
        self.cancel_button.setText(_("Close") if self._is_done else _("Cancel"))
        self.copy_button.setText(_("Copy the cells that were refused"))
        self.copy_button.setVisible(bool(preview.refused))
        self.list.setAccessibleName(_("What is pasted"))
        self.setAccessibleName(self.summary.text())

    def _word_boxes(self, preview: PastePreview) -> None:
        rows = len(preview.new_rows) or preview.extra_rows
        can_add = preview.can_add_rows and not self._is_done
        text = (
            _("Add {count} rows under “{name}”") if self._parent_name() else _("Add {count} rows to the plan")
        )
        self.rows_box.setText(text.format(count=f"{rows:,}", name=self._parent_name()))
        self.rows_box.setVisible(bool(rows) and can_add and not self._options.are_all_new)
        text = (
            _("Add as new rows under “{name}”") if self._parent_name() else _("Add as new rows of the plan")
        )
        self.new_choice.setText(text.format(name=self._parent_name()))
        self.over_choice.setText(
            _("Replace what is there, from row {row} on").format(row=self._options.row + 1)
        )
        for choice in (self.new_choice, self.over_choice):
            choice.setVisible(preview.brings_names and can_add)
        names = _listed(preview.unknown_names)
        self.names_box.setText(_("Add to the register of agencies: {names}").format(names=names))
        self.names_box.setVisible(bool(names) and not self._is_done)

    def _parent_name(self) -> str:
        """The name of the node that takes new rows; "" where there is none, or it has no name."""
        plan = self._preview.plan if self._preview is not None else None
        parent = plan.nodes.get(self._options.parent_id) if plan is not None else None
        return quotation(name_in(parent, self._language)) if parent is not None else ""

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self.summary, 1)
        for button in (self.copy_button, self.cancel_button, self.accept_button):
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, GRID, 12, GRID)
        column.setSpacing(GRID // 2)
        column.addLayout(top)
        column.addWidget(self.notes)
        for buttons in ((self.new_choice, self.over_choice), (self.rows_box, self.names_box)):
            boxes = QHBoxLayout()
            boxes.setSpacing(2 * GRID)
            for box in buttons:
                boxes.addWidget(box)
            boxes.addStretch(1)
            column.addLayout(boxes)
        column.addWidget(self.list)


class _LineDelegate(QStyledItemDelegate):
    """Paints refused lines in the colour of trouble; their last column says what it is, too."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Colour the words."""
        super().initStyleOption(option, index)
        if index.data(PROBLEM_ROLE):
            option.palette.setColor(option.palette.ColorRole.Text, QColor(tokens().red_ink))


def _make_list(rows: PasteRows) -> QTableView:
    view = QTableView()
    view.setModel(rows)
    view.setItemDelegate(_LineDelegate(view))
    view.setProperty("role", "sheet")
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    view.verticalHeader().setMinimumSectionSize(_ROW_HEIGHT)
    view.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
    header = view.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    letter = QFontMetrics(view.font()).horizontalAdvance("ก")
    for column, letters in enumerate(_COLUMN_LETTERS):
        header.resizeSection(column, letters * letter)
    header.setSectionResizeMode(len(_COLUMN_LETTERS), QHeaderView.ResizeMode.Stretch)
    return view


def _label(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label


def _sentence(preview: PastePreview) -> str:
    """How many cells change, stay and are refused."""
    counts = (
        (_("{count} cells change"), len(preview.changes)),
        (_("{count} are emptied"), preview.cleared),
        (_("{count} new rows"), len(preview.new_rows)),
        (_("{count} stay the same"), preview.same),
        (_("{count} refused"), len(preview.refused)),
    )
    return " · ".join(
        text.format(count=f"{count:,}") for place, (text, count) in enumerate(counts) if count or not place
    )


def _done_sentence(preview: PastePreview) -> str:
    return _("{count} cells pasted · {refused} refused, which stay as they were").format(
        count=f"{preview.cell_count:,}", refused=f"{len(preview.refused):,}"
    )


def _accept_text(preview: PastePreview) -> str:
    if preview.refused:
        text = _("Paste {count} cells (skip {refused})")
        return text.format(count=f"{preview.cell_count:,}", refused=f"{len(preview.refused):,}")
    return _("Paste {count} cells").format(count=f"{preview.cell_count:,}")


def _notes(preview: PastePreview) -> list[str]:
    """What else is to be known: heads found, columns and rows without a place."""
    notes = []
    if preview.has_heads:
        notes.append(_("The first row was taken for the heads of the columns"))
    if preview.left_out:
        text = _("The table has no column for: {columns}")
        names = (
            _("column {number}").format(number=name) if name.isdecimal() else name
            for name in preview.left_out
        )
        notes.append(text.format(columns=_listed(tuple(names))))
    if preview.computed:
        text = _("Worked out by the program, not pasted: {columns}")
        notes.append(text.format(columns=_listed(preview.computed)))
    if preview.extra_rows and not preview.can_add_rows:
        text = _("{count} rows reach beyond the last one and are not pasted")
        notes.append(text.format(count=f"{preview.extra_rows:,}"))
    return notes


def _listed(names: tuple[str, ...]) -> str:
    """Names in a row, the first few where they are many."""
    more = f" … (+{len(names) - _MOST_NAMES_SHOWN})" if len(names) > _MOST_NAMES_SHOWN else ""
    return ", ".join(names[:_MOST_NAMES_SHOWN]) + more
