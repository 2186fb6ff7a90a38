"""A text of the plan in one language or in both, side by side."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QTextEdit

from success_desktop.domain.schema import FieldSpec
from success_desktop.i18n import LANGUAGES, N_, Language, _, translate
from success_desktop.ui.page.part import PageContext, PagePart, make_label
from success_desktop.ui.thai_text import ThaiTextEdit
from success_desktop.ui.theme import GRID

REST_MS = 500
"""Typing becomes an edit after this long a rest."""
LATEST_MS = 2000
"""Typing without a rest becomes an edit so often: no more than this much of it can be lost with the power."""

COLUMN_GAP = 2 * GRID
_MOST_LINES = 40
_FRAME = 8


class GrowingTextEdit(ThaiTextEdit):
    """A text field that wants to be as high as its text, at least `lines` lines. `left` tells that the focus went away."""

    left = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
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
        return QSize(16 * GRID, 4 * GRID)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field has been left."""
        super().focusOutEvent(event)
        self.left.emit()


class TextField(PagePart):
    """A text field of a node. What is typed is kept after a short rest or on leaving, in the plan itself."""

    def __init__(self, context: PageContext, field: str, spec: FieldSpec) -> None:
        super().__init__(context)
        self._field = field
        self._spec = spec
        self.edits: dict[Language, GrowingTextEdit] = {}
        self.badges = {
            "th": make_label(_("No Thai yet"), "badge"),
            "en": make_label(_("No English yet"), "badge"),
        }
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._latest = QTimer(self, interval=LATEST_MS, singleShot=True)
        for timer in (self._rest, self._latest):
            timer.timeout.connect(self.commit)
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
        for language, edit in self.edits.items():
            stored = node.text(self._field, language)
            text = self.context.unkept.get((node_id, self._field, language), stored)
            edit.blockSignals(True)
            if node_id != self.node_id:
                edit.setPlainText(text)
            elif not edit.document().isModified():
                edit.show_text(text)
                edit.forget_typing()
            edit.blockSignals(False)
            if node_id != self.node_id or edit.plain_text() == text:
                edit.document().setModified(text != stored)
        self.node_id = node_id
        self._show_badges()
        self._fit()

    def commit(self) -> None:
        """Keep what has been typed since the last time."""
        self._rest.stop()
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
        head.addWidget(label)
        head.addWidget(self.badges[language])
        head.addStretch(1)
        self._grid.addLayout(head, 0, column)
        self._grid.addWidget(edit, 1, column)
        self._grid.setColumnStretch(column, 1)
        edit.textChanged.connect(self._on_typed)
        edit.left.connect(self.commit)
        edit.undo_requested.connect(self.context.undo)
        edit.redo_requested.connect(self.context.redo)
        edit.document().documentLayout().documentSizeChanged.connect(self._fit)

    def _least_lines(self) -> int:
        """The template's lines are those of half a page; a field as wide as the page needs half as many."""
        return self._spec.lines if self.context.mode == "both" else (self._spec.lines + 1) // 2

    def _on_typed(self) -> None:
        self._rest.start()
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
