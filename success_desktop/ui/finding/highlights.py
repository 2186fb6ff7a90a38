"""The marks on the page: what is being looked for, in every text field in sight. The caret stays where it is."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from success_desktop.domain.plan import Plan
from success_desktop.i18n import Language
from success_desktop.services.finding import Wanted, find_spans
from success_desktop.ui.page.page_view import PageView
from success_desktop.ui.page.text_field import TextField
from success_desktop.ui.thai_text import ThaiTextEdit
from success_desktop.ui.theme import tokens
from success_desktop.ui.word_places import units

_LAYER = "hits"


class Highlights(QObject):
    """Marks the hits in the page's text fields; typing between two refreshes moves the marks along."""

    def __init__(self, page: PageView) -> None:
        super().__init__(page)
        self._page = page
        self._marked: list[ThaiTextEdit] = []

    def show(self, plan: Plan | None, wanted: Wanted | None) -> None:
        """Mark what is wanted in the node shown now, and nothing else; None takes the marks away."""
        marked: list[ThaiTextEdit] = []
        if (
            plan is not None
            and wanted is not None
            and _is_searched(plan, self._page.current_node_id(), wanted)
        ):
            marked = self._mark(wanted)
        for edit in self._marked:
            if edit not in marked and edit in self._edits():
                edit.show_marks(_LAYER, [])
        self._marked = marked

    def _mark(self, wanted: Wanted) -> list[ThaiTextEdit]:
        marked = []
        for (field, language), edit in self._named_edits().items():
            is_wanted = wanted.field in ("", field) and wanted.language in (None, language)
            text = edit.plain_text() if is_wanted else ""
            spans = find_spans(text, wanted) if wanted.text else ()
            edit.show_marks(_LAYER, [_mark(edit, text, span) for span in spans])
            marked.append(edit)
        return marked

    def _named_edits(self) -> dict[tuple[str, Language], ThaiTextEdit]:
        form = self._page.form
        parts = form.fields.items() if form is not None else ()
        return {
            (field, language): edit
            for field, part in parts
            if isinstance(part, TextField)
            for language, edit in part.edits.items()
        }

    def _edits(self) -> list[ThaiTextEdit]:
        """The page's fields that are still there, those of forms out of sight too."""
        return self._page.findChildren(ThaiTextEdit)


def _is_searched(plan: Plan, node_id: str, wanted: Wanted) -> bool:
    """Whether a node lies where the search goes."""
    if node_id not in plan.nodes or wanted.kind not in ("", plan.nodes[node_id].kind):
        return False
    above = {node_id, *(node.id for node in plan.ancestors(node_id))}
    return not wanted.under_id or wanted.under_id in above


def _mark(edit: ThaiTextEdit, text: str, span: tuple[int, int]) -> QTextEdit.ExtraSelection:
    look = QTextCharFormat()
    look.setBackground(QColor(tokens().amber))
    look.setForeground(QColor(tokens().amber_ink))
    look.setFontUnderline(True)
    cursor = QTextCursor(edit.document())
    cursor.setPosition(units(text[: span[0]]))
    cursor.setPosition(units(text[: span[1]]), QTextCursor.MoveMode.KeepAnchor)
    # Qt fills in the fields of a selection that was made empty.
    selection = QTextEdit.ExtraSelection()
    selection.cursor, selection.format = cursor, look
    return selection
