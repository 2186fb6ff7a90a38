"""A text of the plan in one language or in both, side by side."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QTextEdit

from success_desktop.domain.schema import FieldSpec
from success_desktop.i18n import LANGUAGES, N_, Language, _, translate
from success_desktop.ui.page.part import PageContext, PagePart, make_label
from success_desktop.ui.thai_text import ThaiTextEdit
from success_desktop.ui.theme import GRID

LATEST_MS = 450
"""Typing becomes an edit so long after its first key (milliseconds): with the writing, half a second can be lost at most."""

COLUMN_GAP = 2 * GRID
_MOST_LINES = 40
_MOST_NAME_LINES = 2
"""A node that is named by a longer text (the vision) may well have paragraphs in it."""
_FRAME = 8


class GrowingTextEdit(ThaiTextEdit):
    """A text field that wants to be as high as its text, at least `lines` lines. `left` tells that the focus went away.

    While `is_name` Enter goes to the next field, and Shift+Enter begins a line.
    """

    left = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.is_name = False
        self.document().setDocumentMargin(3)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)

    def wanted_height(self) -> int:
        """The height in pixels at which all of the text is seen, within limits."""
        line = QFontMetrics(self.font()).lineSpacing()
        text = self.document().size().height()
        least, most = self._lines * line + 6, _MOST_LINES * line
        return int(min(max(text, least), most)) + _FRAME

    def minimumSizeHint(self) -> QSize:
        """Small enough for a narrow window."""
        return QSize(15 * GRID, 4 * GRID)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave a name with Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.is_name and is_enter and is_bare:
            self.focusNextPrevChild(True)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field has been left."""
        super().focusOutEvent(event)
        self.left.emit()


class TextField(PagePart):
    """A text field of a node. What is typed is kept within half a second or on leaving, in the plan itself."""

    def __init__(self, context: PageContext, field: str, spec: FieldSpec) -> None:
        super().__init__(context)
        self._field = field
        self._spec = spec
        self.edits: dict[Language, GrowingTextEdit] = {}
        self.badges = {
            "th": make_label(_("No Thai yet"), "badge"),
            "en": make_label(_("No English yet"), "badge"),
        }
        self._latest = QTimer(self, interval=LATEST_MS, singleShot=True)
        self._latest.timeout.connect(self.commit)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(COLUMN_GAP)
        self._grid.setVerticalSpacing(2)
        shown: tuple[Language, ...] = LANGUAGES if context.mode == "both" else (context.mode,)
        for column, language in enumerate(shown):
            self._add_column(column, language)
        self.setFocusProxy(self.edits[shown[0]])

    def show_node(self, node_id: str) -> None:
        """Show the texts of a node. In the same node the caret stays, and so does typing not yet kept."""
        node = self.context.plan.nodes[node_id]
        is_other = node_id != self.node_id
        kind = self.context.plan.kind_of(node_id)
        is_name = self._field == kind.naming_field() and self._spec.lines <= _MOST_NAME_LINES
        for language, edit in self.edits.items():
            stored = node.text(self._field, language)
            text = self.context.unkept.get((node_id, self._field, language), stored)
            edit.is_name = is_name
            edit.blockSignals(True)
            if is_other:
                edit.setPlainText(text)
            elif not edit.document().isModified():
                edit.show_text(text)
                edit.forget_typing()
            edit.blockSignals(False)
            if is_other or edit.plain_text() == text:
                edit.document().setModified(text != stored)
        self.node_id = node_id
        self._show_badges()
        if is_other:  # else a change of height tells itself
            self._fit()

    def commit(self) -> None:
        """Keep what has been typed since the last time."""
        self._latest.stop()
        if self.node_id not in self.context.plan.nodes:
            return
        for language, edit in self.edits.items():
            if edit.document().isModified():
                edit.forget_typing()
                edit.document().setModified(False)
                place, text = (self.node_id, self._field, language), edit.plain_text()
                if not self.context.keep_text(place, text) and edit.plain_text() == text:
                    edit.document().setModified(True)  # to be handed in again the next time

    def _add_column(self, column: int, language: Language) -> None:
        edit = self.edits[language] = GrowingTextEdit(self._least_lines())
        wording = self._spec.label.spoken(language)
        label = make_label(wording)
        label.setBuddy(edit)
        tongue = translate(N_("Thai") if language == "th" else N_("English"), language)
        edit.setAccessibleName(f"{wording} ({tongue})")
        edit.setObjectName(f"{self._field}_{language}")
        head = QHBoxLayout()
        head.setSpacing(GRID)
        label.setWordWrap(True)
        head.addWidget(label, 1)
        head.addWidget(self.badges[language], alignment=Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(head, 0, column)
        self._grid.addWidget(edit, 1, column)
        self._grid.setColumnStretch(column, 1)
        edit.textChanged.connect(self._on_typed)
        edit.left.connect(self.commit)
        edit.undo_requested.connect(self.context.undo)
        edit.redo_requested.connect(self.context.redo)
        edit.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.context.text_edit_made.emit(edit)

    def _least_lines(self) -> int:
        """The template's lines are those of half a page; a field as wide as the page needs half as many."""
        return self._spec.lines if self.context.mode == "both" else (self._spec.lines + 1) // 2

    def _on_typed(self) -> None:
        if not self.node_id or not any(edit.document().isModified() for edit in self.edits.values()):
            return  # marks under words have come or gone, not letters
        if not self._latest.isActive():
            self._latest.start()
        self._show_badges()

    def _show_badges(self) -> None:
        """Say which language lacks a text that the other one has."""
        node = self.context.plan.nodes[self.node_id]
        filled = {
            language: bool(
                self.edits[language].toPlainText()
                if language in self.edits
                else node.text(self._field, language)
            )
            for language in LANGUAGES
        }
        for language in self.edits:
            self.badges[language].setVisible(not filled[language] and any(filled.values()))

    def _fit(self) -> None:
        """Make the fields of both languages equally high, as high as the longer text."""
        height = max(edit.wanted_height() for edit in self.edits.values())
        for edit in self.edits.values():
            if edit.minimumHeight() != height or edit.maximumHeight() != height:
                edit.setFixedHeight(height)
