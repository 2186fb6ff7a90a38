"""The passages that open remarks are about, marked in the page's text fields; they follow their words through all edits."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from success_desktop.domain.anchors import carry_anchor
from success_desktop.domain.feedback import Remark
from success_desktop.domain.plan import Plan
from success_desktop.i18n import Language, interface_language
from success_desktop.services.suggesting import NO_SUGGESTION, suggest
from success_desktop.ui.feedback.passages import touched
from success_desktop.ui.feedback.plan_feedback import PlanFeedback
from success_desktop.ui.page.page_view import PageView
from success_desktop.ui.page.text_field import TextField
from success_desktop.ui.thai_text import ThaiTextEdit
from success_desktop.ui.theme import tokens
from success_desktop.ui.word_places import units

_LAYER = "remarks"
_REST_MS = 60

_Line = QTextCharFormat.UnderlineStyle
_CURRENT, _OTHER, _WHOLE = _Line.SingleUnderline, _Line.DotLine, _Line.NoUnderline
"""The lines under the passages: a whole text needs none, but in high contrast, whose grounds are all alike."""

Place = tuple[str, Language]
"""A field of the node shown, in one language."""


class Mark(NamedTuple):
    """A passage that is marked, and the remark that is about it; it moves along with what is typed before it."""

    remark_id: str
    selection: QTextEdit.ExtraSelection


class PageMarks(QObject):
    """Marks what stands on the page now; the passage of the current remark is underlined, those of others dotted.

    A proposed wording that is the current remark has the words underlined that it would alter. Any other remark on a
    whole text marks nothing, unless it is the current one: the field itself says where it is.
    `remark_clicked(id)` tells that a marked passage was clicked. A page that nobody sees is marked when it is shown.
    """

    remark_clicked = Signal(str)

    def __init__(self, page: PageView, feedback: PlanFeedback) -> None:
        super().__init__(page)
        self._page = page
        self._feedback = feedback
        self._current_id = ""
        self._found: dict[ThaiTextEdit, list[Mark]] = {}
        self._timer = QTimer(self, interval=_REST_MS, singleShot=True)
        self._timer.timeout.connect(self.refresh)
        feedback.changed.connect(self._timer.start)
        page.installEventFilter(self)

    def show_current(self, remark_id: str) -> None:
        """Mark the passage of another remark as the current one; "" for none."""
        self._current_id = remark_id
        self._timer.start()

    def watch(self, edit: ThaiTextEdit) -> None:
        """Mark a text field that has been made for the page, and hear of clicks in it."""
        edit.clicked.connect(partial(self._on_clicked, edit))
        self._timer.start()

    def refresh_soon(self) -> None:
        """Mark anew when the page has been set: another node is shown, or its text was edited."""
        self._timer.start()

    def refresh(self) -> None:
        """Mark the page as it is now."""
        plan, node_id = self._feedback.plan, self._page.current_node_id()
        self._found = {}
        if plan is None or node_id not in plan.nodes or not self._page.isVisible():
            return
        remarks: dict[tuple[str, str], list[Remark]] = {}
        for remark in self._feedback.read.of_node(node_id):
            if remark.is_open or remark.id == self._current_id:
                remarks.setdefault((remark.anchor.field, remark.anchor.part), []).append(remark)
        for (field, language), edit in text_edits(self._page).items():
            self._found[edit] = found = self._marks(edit, remarks.get((field, language), []))
            edit.show_marks(_LAYER, [mark.selection for mark in found])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mark the page when it is shown, and in other colours; nothing is taken from it."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.PaletteChange):
            self._timer.start()
        return False

    def _on_clicked(self, edit: ThaiTextEdit, position: int) -> None:
        for mark in reversed(self._found.get(edit, [])):
            if mark.selection.cursor.selectionStart() <= position <= mark.selection.cursor.selectionEnd():
                self.remark_clicked.emit(mark.remark_id)
                return

    def _marks(self, edit: ThaiTextEdit, remarks: list[Remark]) -> list[Mark]:
        text, plan = edit.plain_text(), self._feedback.plan
        if plan is None:
            return []
        return [
            Mark(remark.id, _mark(edit, text, span, line))
            for remark in sorted(remarks, key=lambda one: one.id == self._current_id)
            for span, line in _spans(plan, remark, text, is_current=remark.id == self._current_id)
        ]


def text_edits(page: PageView) -> dict[Place, ThaiTextEdit]:
    """The text fields of the page as it stands, by field and language."""
    parts = page.form.fields.items() if page.form is not None else ()
    return {
        (field, language): edit
        for field, part in parts
        if isinstance(part, TextField)
        for language, edit in part.edits.items()
    }


def _spans(
    plan: Plan, remark: Remark, text: str, *, is_current: bool
) -> Iterator[tuple[tuple[int, int], _Line]]:
    """Where a remark is about the words of `text`, as it stands on the page (characters), and the line under them."""
    found = suggest(plan, remark, interface_language()) if is_current else NO_SUGGESTION
    if found.state in ("open", "clash"):
        for span in touched(text, found.result):
            yield span, _CURRENT
        return
    place = carry_anchor(plan, remark.anchor)
    is_whole = place.end - place.start >= len(text)
    if place.state != "gone" and place.start < place.end and (is_current or not is_whole):
        yield (place.start, place.end), _WHOLE if is_whole else _CURRENT if is_current else _OTHER


def _mark(edit: ThaiTextEdit, text: str, span: tuple[int, int], line: _Line) -> QTextEdit.ExtraSelection:
    look = QTextCharFormat()
    look.setBackground(QColor(tokens().amber))
    look.setUnderlineStyle(line if line != _WHOLE or not tokens().tint_edge else _OTHER)
    look.setUnderlineColor(QColor(tokens().amber_ink))
    cursor = QTextCursor(edit.document())
    cursor.setPosition(units(text[: span[0]]))
    cursor.setPosition(units(text[: span[1]]), QTextCursor.MoveMode.KeepAnchor)
    # Qt fills in the fields of a selection that was made empty.
    selection = QTextEdit.ExtraSelection()
    selection.cursor, selection.format = cursor, look
    return selection
