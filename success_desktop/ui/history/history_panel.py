"""The life of what is chosen in the outline: every edit with who, when, the old and the new."""

from html import escape
from itertools import groupby

from PySide6.QtCore import QEvent, QSignalBlocker, QTimer, QUrl
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QTextBrowser, QVBoxLayout, QWidget

from success_desktop.domain.advice import Advice
from success_desktop.domain.field_life import FieldWording
from success_desktop.domain.history import Entry
from success_desktop.domain.moments import Moment
from success_desktop.i18n import _, interface_language
from success_desktop.services.attaching import read_advice
from success_desktop.services.field_lives import bring_back, list_wordings
from success_desktop.services.histories import find_beginning, list_entries
from success_desktop.services.plan_editor import PlanEdited, PlanEditor
from success_desktop.ui.history.field_words import WORDING_SCHEME, FieldWords, framed
from success_desktop.ui.history.wording import Wording
from success_desktop.ui.page.entry_field import CalmComboBox
from success_desktop.ui.panel_view import PanelView
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.theme import GRID, tokens
from success_desktop.ui.tree.captions import caption_of

_REST_MS = 300
_MOST_ENTRIES = 100
_MOST_EDITS = 12


class HistoryPanel(PanelView):
    """Follows the outline and tells what happened, the newest first, of the node alone or of all that is below it too.

    Narrowed to one `field` it tells every wording that one had, each of which can be brought back.
    """

    def __init__(self, bridge: PlanBridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self._node_id = ""
        self._is_stale = True
        self._life: list[FieldWording] = []
        self.branch = QCheckBox()
        self.field = CalmComboBox()
        self.text = QTextBrowser()
        self.text.setObjectName("history_text")
        self.text.setMinimumHeight(3 * GRID)
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._on_link)
        self._timer = QTimer(self, interval=_REST_MS, singleShot=True)
        self._timer.timeout.connect(self.refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, 0)
        column.addWidget(self.field)
        column.addWidget(self.branch)
        column.addWidget(self.text, 1)
        self.landing = self.text
        self.branch.toggled.connect(self.refresh)
        self.field.currentIndexChanged.connect(self.refresh)
        bridge.written.connect(self._on_edited)
        bridge.revised.connect(self._on_revised)
        bridge.closed.connect(lambda: self.show_node(""))
        self._word()

    def show_node(self, node_id: str) -> None:
        """Tell the life of another node."""
        if node_id != self._node_id:
            self._node_id, self._is_stale = node_id, True
            self._offer_fields()
            self._refresh_if_seen()

    def show_field(self, field: str) -> None:
        """Tell the life of one field of what is chosen; "" for all of them."""
        self.field.setCurrentIndex(max(0, self.field.findData(field)))

    def refresh(self) -> None:
        """Read the log anew."""
        self._is_stale = False
        editor = self.bridge.editor
        if editor is None or self._node_id not in editor.plan.nodes:
            self.text.clear()
            return
        field = str(self.field.currentData() or "")
        self.branch.setVisible(not field)
        told = self.bridge.do(lambda: self._field_html(editor, field) if field else self._html(editor))
        self.text.setHtml(told or "")

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        self._refresh_if_seen()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language, or show another scheme's colours."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._is_stale = True
            self._refresh_if_seen()
        super().changeEvent(event)

    def _refresh_if_seen(self) -> None:
        if self._is_stale and self.isVisible():
            self.refresh()

    def _on_edited(self, event: PlanEdited) -> None:
        is_answered = event.of_feedback is not None
        if self.branch.isChecked() or is_answered or not event.edits or self._node_id in event.node_ids:
            self._is_stale = True
            if self.isVisible():
                self._timer.start()

    def _on_revised(self) -> None:
        """A field tells of each wording in which revision it was kept first."""
        if self.field.currentData():
            self._is_stale = True
            self._refresh_if_seen()

    def _on_link(self, url: QUrl) -> None:
        """Go to a node, or bring a wording back."""
        editor = self.bridge.editor
        if url.scheme() != WORDING_SCHEME or editor is None:
            self.node_requested.emit(url.path())
            return
        self.bridge.leaving.emit()
        place, wording = (self._node_id, str(self.field.currentData())), self._life[int(url.path())]
        self.bridge.do(lambda: bring_back(editor, place, wording.parts))

    def _offer_fields(self) -> None:
        """Offer the fields of what is chosen; the one told about stays, where the other node has it too."""
        editor, chosen = self.bridge.editor, self.field.currentData()
        with QSignalBlocker(self.field):
            self.field.clear()
            self.field.addItem(_("All fields"), "")
            if editor is not None and self._node_id in editor.plan.nodes:
                for name, spec in editor.plan.kind_of(self._node_id).fields.items():
                    self.field.addItem(spec.label.spoken(interface_language()), name)
            self.field.setCurrentIndex(max(0, self.field.findData(chosen)))

    def _field_html(self, editor: PlanEditor, field: str) -> str:
        language, place = interface_language(), (self._node_id, field)
        self._life = list_wordings(editor, *place)
        name = caption_of(editor.plan, self._node_id, language).text
        words = FieldWords(editor.plan, place, language, read_advice(editor, (self._node_id,)))
        return f"<p><b>{escape(name)}</b></p>{words.html(self._life)}"

    def _html(self, editor: PlanEditor) -> str:
        language = interface_language()
        name = caption_of(editor.plan, self._node_id, language).text
        entries = list_entries(editor, self._node_id, is_whole_branch=self.branch.isChecked())
        advice = read_advice(editor, {edit.node_id for entry in entries for edit in entry.edits})
        parts = [f"<p><b>{escape(name)}</b></p>"]
        parts += [self._entry_html(editor, entry, advice) for entry in entries[:_MOST_ENTRIES]]
        if len(entries) > _MOST_ENTRIES:
            older = _("and {count} older changes").format(count=f"{len(entries) - _MOST_ENTRIES:,}")
            parts.append(f"<p>{older}</p>")
        if not entries:
            parts.append(
                "<p>{}</p>".format(
                    _("Not changed yet. Every change will be listed here with its author and time.")
                )
            )
        beginning = find_beginning(editor)
        if beginning is not None:
            when = Moment(beginning.at.astimezone()).spoken(language)
            begun = _("The plan was begun on {when} by {author}").format(when=when, author=beginning.author)
            parts.append(f'<p style="color:{tokens().secondary}">{escape(begun)}</p>')
        return "".join(parts)

    def _entry_html(self, editor: PlanEditor, entry: Entry, advice: Advice) -> str:
        language = interface_language()
        wording = Wording(editor.plan, language)
        when = Moment(entry.step.at.astimezone()).spoken(language)
        label = _(entry.step.label)
        deed = _("Taken back: {what}").format(what=label) if entry.is_undo else label
        lines = [
            f'<span style="color:{tokens().secondary}">{when} · {escape(entry.step.author)} · {escape(deed)}</span>'
        ]
        lines += [f"<i>{escape(told)}</i>" for told in advice.lines_of_step(entry.step.number, language)]
        told = [(edit.node_id, text) for edit in entry.edits if (text := wording.tell(edit))]
        for node_id, group in groupby(told[:_MOST_EDITS], key=lambda pair: pair[0]):
            if node_id != self._node_id and node_id in editor.plan.nodes:
                name = caption_of(editor.plan, node_id, language).text
                lines.append(f'<a href="{node_id}" style="color:{tokens().accent}">{escape(name)}</a>')
            lines += [text for _node_id, text in group]
        if len(told) > _MOST_EDITS:
            lines.append(_("and {count} more").format(count=f"{len(told) - _MOST_EDITS:,}"))
        return framed("".join(f'<p style="margin:4px 0 0 0">{line}</p>' for line in lines))

    def _word(self) -> None:
        self.branch.setText(_("With everything below it"))
        self.field.setAccessibleName(_("Field whose life is told"))
        self._offer_fields()
        self.text.setAccessibleName(_("History of what is chosen"))
