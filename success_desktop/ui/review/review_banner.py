"""The line above everything that says: this is a copy for review, here you remark and cannot edit."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from success_desktop.i18n import _
from success_desktop.services.reviewing import is_reviewing, own_remarks, own_round_id
from success_desktop.ui.icons import IconLabel
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.theme import GRID


class ReviewBanner(QWidget):
    """Is seen only while a copy for review is open. `save` saves the remarks to be sent back, `show_remarks` shows them."""

    def __init__(
        self, bridge: PlanBridge, save: Callable[[], object], show_remarks: Callable[[], object]
    ) -> None:
        super().__init__()
        self.setObjectName("review_banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bridge = bridge
        self._show_remarks = show_remarks
        self.words = QLabel()
        self.words.setProperty("role", "strong")
        self.words.setWordWrap(True)
        self.remarks = QPushButton()
        self.remarks.setProperty("role", "link")
        self.remarks.clicked.connect(lambda: show_remarks())
        self.save = QPushButton()
        self.save.setProperty("primary", "true")
        self.save.clicked.connect(lambda: save())
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, GRID, 4)
        row.setSpacing(GRID)
        row.addWidget(IconLabel("eye", "amber_ink", 18))
        row.addWidget(self.words, 1)
        row.addWidget(self.remarks)
        row.addWidget(self.save)
        bridge.opened.connect(self._on_opened)
        bridge.closed.connect(self.refresh)
        bridge.reviewed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say who reviews, and how many remarks there are."""
        editor = self._bridge.editor
        if editor is None or not is_reviewing(editor):
            self.hide()
            return
        reviewer = editor.plan.nodes[own_round_id(editor)].word("reviewer")
        self.words.setText(
            _("Review by {name}: you remark and suggest; the plan itself cannot be edited here.").format(
                name=reviewer
            )
        )
        count = len(own_remarks(editor))
        self.remarks.setText(_("Remarks: {count}").format(count=f"{count:,}"))
        self.save.setText(_("Save my remarks…"))
        self.save.setToolTip(_("Makes a small file (.review) to send back to the planners"))
        self.save.setEnabled(bool(count))
        self.setAccessibleName(self.words.text())
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        """Word the line anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def _on_opened(self) -> None:
        self.refresh()
        editor = self._bridge.editor
        if editor is not None and is_reviewing(editor):
            self._show_remarks()
