"""The passage that people are looking at: the node chosen, the field last worked in, the words selected there."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from success_desktop.domain.feedback import NOWHERE, Anchor
from success_desktop.domain.plan import Plan
from success_desktop.i18n import LANGUAGES, Language
from success_desktop.services.passages import Span, anchor_at
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.page.node_form import NodeForm
from success_desktop.ui.page.text_field import GrowingTextEdit, TextField
from success_desktop.ui.tree.captions import caption_of


class PassageInView(QObject):
    """Remembers the field after the keyboard has gone elsewhere, into a panel say. `changed` tells of another passage."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.node_id = ""
        self.field = ""
        self.part = ""
        self._edit: GrowingTextEdit | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def show_node(self, node_id: str) -> None:
        """Follow what is chosen in the outline; a field of another node is looked at no more."""
        if node_id != self.node_id:
            self.node_id = node_id
            self._look_at("", "", None)

    def anchor(self, editor: PlanEditor) -> Anchor:
        """What a remark made now is tied to; NOWHERE for one on the plan as a whole."""
        if self.node_id == editor.plan.root_id and not self.field:
            return NOWHERE
        return anchor_at(editor, (self.node_id, self.field, self.part), self._selection())

    def _selection(self) -> Span | None:
        """The words selected in the field, in characters."""
        if self._edit is None or not self._edit.textCursor().hasSelection():
            return None
        cursor, text = self._edit.textCursor(), self._edit.plain_text()
        written = text.encode("utf-16-le")
        start, end = (
            len(written[: 2 * place].decode("utf-16-le"))
            for place in (cursor.selectionStart(), cursor.selectionEnd())
        )
        return Span(start, end)

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        form = _form_around(now)
        if form is None or now is None:
            if old is not None and old is self._edit:
                self.changed.emit()  # what was selected there meanwhile is the passage now
            return
        name = next((name for name, part in form.fields.items() if part.isAncestorOf(now)), "")
        field = form.fields.get(name)
        language, edit = _language_of(field, now) if isinstance(field, TextField) else ("", None)
        self._look_at(name, language, edit)

    def _look_at(self, field: str, part: str, edit: GrowingTextEdit | None) -> None:
        if edit is not None and edit is not self._edit:
            edit.destroyed.connect(partial(self._forget, edit))
        self.field, self.part, self._edit = field, part, edit
        self.changed.emit()

    def _forget(self, edit: GrowingTextEdit) -> None:
        """The page has been made anew: its fields are others now."""
        if edit is self._edit:
            self._edit = None


def passage_words(plan: Plan, anchor: Anchor, language: Language) -> str:
    """A passage in words: the node's name and the field's label; "" for none."""
    if anchor.node_id not in plan.nodes:
        return ""
    caption = caption_of(plan, anchor.node_id, language).text
    spec = plan.kind_of(anchor.node_id).fields.get(anchor.field)
    return f"{caption} · {spec.label.spoken(language)}" if spec is not None else caption


def _form_around(widget: QWidget | None) -> NodeForm | None:
    while widget is not None and not isinstance(widget, NodeForm):
        widget = widget.parentWidget()
    return widget


def _language_of(field: TextField, focus: QWidget) -> tuple[str, GrowingTextEdit | None]:
    for language in LANGUAGES:
        edit = field.edits.get(language)
        if edit is focus:
            return language, edit
    return "", None
