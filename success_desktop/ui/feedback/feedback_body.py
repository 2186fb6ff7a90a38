"""The parts of the panel of feedback one below the other: filter, cards or what stands in their place, forms."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from success_desktop.domain.feedback import Feedback
from success_desktop.i18n import _
from success_desktop.ui.elided_button import ElidedButton
from success_desktop.ui.feedback.feedback_filter import FeedbackFilter
from success_desktop.ui.feedback.nothing_listed import Lack, NothingListed
from success_desktop.ui.feedback.remark_foot import RemarkFoot
from success_desktop.ui.feedback.remark_list import RemarkList
from success_desktop.ui.feedback.remark_model import RemarkModel
from success_desktop.ui.feedback.rounds_page import RoundsPage
from success_desktop.ui.theme import GRID

_LEAST_CARDS = 3 * GRID
"""Pixels that the cards keep while a form stands below them."""


class FeedbackBody(QWidget):
    """Lays the panel out; what happens in it is the panel's business."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = FeedbackFilter()
        self.model = RemarkModel(self)
        self.foot = RemarkFoot()
        self.cards = RemarkList(self.model, self.foot)
        self.nothing, self.rounds = NothingListed(), RoundsPage()
        self.unplaced = ElidedButton()
        self._unplaced_count = 0
        self._stack = QStackedWidget()
        for page in (self.cards, self.nothing, self.rounds):
            self._stack.addWidget(page)
        self._stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._stack.setMinimumHeight(_LEAST_CARDS)
        self.unplaced.setProperty("role", "link")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID, GRID, GRID, 0)
        self._column.setSpacing(GRID)
        self._column.addWidget(self.filter)
        self._column.addWidget(self._stack, 1)
        self._column.addWidget(self.unplaced)
        self._word()

    def add_form(self, form: QWidget) -> None:
        """Put a form below the cards."""
        self._column.addWidget(form)

    def make_room(self, is_needed: bool) -> None:
        """Leave the whole panel to a form, or come back."""
        for part in (self.filter, self._stack):
            part.setVisible(not is_needed)
        if is_needed:
            self.unplaced.hide()
        else:
            self._word()

    def show_list(self, lack: Lack | None) -> None:
        """Show the cards, or say what is lacking; the rounds stay where they are shown."""
        self.filter.setVisible(lack != "feedback")
        if lack is not None:
            self.nothing.tell(lack)
        if self._stack.currentWidget() is not self.rounds:
            self._stack.setCurrentWidget(self.cards if lack is None else self.nothing)

    def show_rounds(self, *, is_shown: bool) -> None:
        """Show the rounds with their receipts in place of the cards, or the cards again."""
        self._stack.setCurrentWidget(self.rounds if is_shown else self.cards)

    def show_counts(self, feedback: Feedback, here: int) -> None:
        """Tell how many open remarks there are: `here`, on the whole plan, and without a place."""
        unplaced = sum(remark.is_open for remark in feedback.unplaced)
        self.filter.show_counts(here, feedback.open_count, unplaced)
        self._unplaced_count = unplaced
        self._word()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that the interface has changed to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _word(self) -> None:
        count = self._unplaced_count
        self.unplaced.set_words(_("Without a place: {count}. Drag onto a field").format(count=f"{count:,}"))
        self.unplaced.setVisible(bool(count) and not self.filter.scopes["unplaced"].isChecked())
        self.cards.setAccessibleName(_("Remarks"))
