"""What restoring from a revision would do, told before it is done. The text stays in sight beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from success_desktop.domain.moments import Moment
from success_desktop.domain.plan import Plan
from success_desktop.domain.restoring import Scope
from success_desktop.domain.revision import Revision
from success_desktop.domain.revision_in_words import revision_name
from success_desktop.errors import UserError
from success_desktop.i18n import _, interface_language
from success_desktop.services.restoring import RestorePreview, preview_restore
from success_desktop.services.revisions import read_revision
from success_desktop.ui.page.entry_field import CalmComboBox
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.revisions.milestone_words import short_name
from success_desktop.ui.revisions.restore_scopes import choices_beside, scope_choices, scope_name
from success_desktop.ui.revisions.restore_words import RestoreWords
from success_desktop.ui.theme import GRID

_REST_MS = 300


class RestorePage(QWidget):
    """`begun` tells that a preview is shown, `ended` that it is not any more; `accepted(RestorePreview)` that it is agreed.

    The preview follows the plan: while somebody goes on writing it says anew what would change.
    """

    begun = Signal()
    ended = Signal()
    accepted = Signal(object)

    def __init__(self, bridge: PlanBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._revision: Revision | None = None
        self._past: Plan | None = None
        self._asked, self._node_id = Scope(), ""
        self._is_stale = False
        self.preview: RestorePreview | None = None
        self.title, self.when, self.promise = QLabel(), QLabel(), QLabel()
        self.scope = CalmComboBox()
        self._caption = QLabel()
        self.text = QTextBrowser()
        self.deed, self.cancel = QPushButton(), QPushButton()
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._lay_out()
        self._connect()
        self._word()

    def offer(self, revision: Revision, scope: Scope, node_id: str) -> None:
        """Show what restoring from a revision would do; the node `node_id` and the whole plan are offered beside `scope`."""
        editor = self._bridge.editor
        if editor is None:
            return
        self._revision, self._past = revision, read_revision(editor, revision)
        self._asked, self._node_id = scope, node_id
        self._offer_scopes(scope_choices(scope, node_id, (editor.plan, self._past)), 0)
        self.refresh()
        self._word()
        self.begun.emit()

    def show_node(self, node_id: str) -> None:
        """Offer what is chosen in the outline meanwhile, too; what stands chosen here stays so."""
        editor, past = self._bridge.editor, self._past
        if editor is None or past is None or node_id == self._node_id:
            return
        self._node_id, chosen = node_id, self.chosen_scope()
        scopes = choices_beside(self._asked, chosen, node_id, (editor.plan, past))
        self._offer_scopes(scopes, scopes.index(chosen))

    def refresh(self) -> None:
        """Look anew what restoring would change."""
        self._rest.stop()
        self._is_stale = False
        editor, revision, past = self._bridge.editor, self._revision, self._past
        self.preview = None
        if editor is None or revision is None or past is None:
            return
        try:
            self.preview = preview_restore(editor, revision, self.chosen_scope())
        except UserError as error:
            self.text.setPlainText(str(error))
        else:
            self.text.setHtml(RestoreWords(self.preview, past, interface_language()).html())
        self.deed.setEnabled(self.preview is not None and bool(self.preview.restoration.edits))

    def chosen_scope(self) -> Scope:
        """What is to be restored."""
        scope = self.scope.currentData()
        return scope if isinstance(scope, Scope) else Scope()

    def end(self) -> None:
        """Show no preview any more; nothing has been done."""
        if self._revision is not None:
            self._revision, self._past, self.preview = None, None, None
            self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends the preview."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was edited while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language, or show another scheme's colours."""
        if event.type() == QEvent.Type.LanguageChange:
            scopes = [self.scope.itemData(row) for row in range(self.scope.count())]
            self._offer_scopes(scopes, self.scope.currentIndex())
            self._word()
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._change()
        super().changeEvent(event)

    def _offer_scopes(self, scopes: Sequence[Scope], row: int) -> None:
        """Offer these in the language of the interface, the one in `row` chosen."""
        editor, past = self._bridge.editor, self._past
        plans = (editor.plan, past) if editor is not None and past is not None else ()
        with QSignalBlocker(self.scope):
            self.scope.clear()
            for scope in scopes:
                self.scope.addItem(scope_name(scope, plans, interface_language()), scope)
            self.scope.setCurrentIndex(row)

    def _change(self) -> None:
        """The preview is another one: now, or when it is seen again."""
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def _on_agreed(self) -> None:
        self._bridge.leaving.emit()
        self.refresh()  # what was being typed belongs to the present that is compared with
        if self.preview is not None and self.preview.restoration.edits:
            self.accepted.emit(self.preview)

    def _on_edited(self) -> None:
        if self._revision is not None:
            self._rest.start()

    def _connect(self) -> None:
        self.scope.currentIndexChanged.connect(self.refresh)
        self.deed.clicked.connect(self._on_agreed)
        self.cancel.clicked.connect(self.end)
        self._rest.timeout.connect(self._change)
        self._bridge.edited.connect(lambda _event: self._on_edited())
        self._bridge.closed.connect(self.end)

    def _lay_out(self) -> None:
        self.title.setProperty("role", "strong")
        for label in (self.when, self.promise):
            label.setProperty("role", "secondary")
        for label in (self.title, self.promise):
            label.setWordWrap(True)
        self._caption.setProperty("role", "label")
        self._caption.setBuddy(self.scope)
        self.text.setObjectName("history_text")
        self.text.setOpenLinks(False)
        self.deed.setProperty("primary", "true")
        buttons = QHBoxLayout()
        for button in (self.deed, self.cancel):
            buttons.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(4)
        for widget in (self.title, self.when, self._caption, self.scope):
            column.addWidget(widget)
        column.addWidget(self.text, 1)
        column.addWidget(self.promise)
        column.addLayout(buttons)

    def _word(self) -> None:
        revision = self._revision
        if revision is not None:
            when = Moment(revision.at.astimezone()).spoken(interface_language())
            self.title.setText(_("Restore from “{name}”").format(name=short_name(revision)))
            self.title.setToolTip(revision_name(revision))
            self.when.setText(f"{when} · {revision.author}")
        self._caption.setText(_("What is restored"))
        self.scope.setAccessibleName(_("What is restored"))
        self.text.setAccessibleName(_("What restoring would do"))
        self.promise.setText(_("The plan as it is now is kept first, and Undo takes the whole of it back."))
        self.deed.setText(_("Restore"))
        self.cancel.setText(_("Cancel"))
