"""The rounds of feedback with what came in by each: the receipts, kept for as long as the plan."""

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QTextBrowser, QVBoxLayout, QWidget

from success_desktop.domain.calendar_dates import date_text
from success_desktop.domain.feedback import NO_FEEDBACK, Feedback, Round
from success_desktop.domain.feedback_words import ROUND_SORTS
from success_desktop.i18n import _, interface_language
from success_desktop.services.feedback import can_remove_round
from success_desktop.services.receipts import read_receipt
from success_desktop.services.receipts_in_words import receipt_sentences
from success_desktop.ui.feedback.remark_words import round_words, when_words
from success_desktop.ui.theme import GRID, tokens


class RoundsPage(QWidget):
    """Newest first. `closed` tells that the remarks are wanted again, `removal_requested(round id)` that one should go."""

    closed = Signal()
    removal_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._feedback: Feedback = NO_FEEDBACK
        self.back = QPushButton()
        self.back.setProperty("role", "link")
        self.back.clicked.connect(self.closed)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(lambda url: self.removal_requested.emit(url.path()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GRID)
        column.setSpacing(4)
        column.addWidget(self.back)
        column.addWidget(self.text, 1)
        self._word()

    def show_rounds(self, feedback: Feedback) -> None:
        """Tell of other rounds; worded when they are seen."""
        self._feedback = feedback
        if self.isVisible():
            self._word()

    def showEvent(self, event: QShowEvent) -> None:
        """Word what has come in meanwhile."""
        super().showEvent(event)
        self._word()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language, or show another scheme's colours."""
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self._word()
        super().changeEvent(event)

    def _word(self) -> None:
        self.back.setText(_("Back to the remarks"))
        self.text.setAccessibleName(_("Rounds and receipts"))
        self.text.setHtml("".join(self._paragraphs()))

    def _paragraphs(self) -> Iterator[str]:
        faint = tokens().secondary
        for item in reversed(self._feedback.rounds):
            remarks = self._feedback.of_round(item.id)
            still_open = sum(remark.is_open for remark in remarks)
            told = [
                *_facts(item),
                _("{count} remarks, {open} of them open").format(
                    count=f"{len(remarks):,}", open=f"{still_open:,}"
                ),
                *_receipt(item),
            ]
            lines = "<br>".join(map(escape, told))
            head = f"<b>{item.number}. {escape(round_words(item))}</b>"
            yield f"<p>{head}<br><span style='color:{faint}'>{lines}</span>{self._removal(item)}</p>"

    def _removal(self, item: Round) -> str:
        """The link that takes a round away, as long as that may be."""
        if not can_remove_round(self._feedback, item.id):
            return ""
        words = escape(_("Remove this round"))
        return f"<br><a href='round:{item.id}' style='color:{tokens().accent}'>{words}</a>"


def _facts(item: Round) -> Iterator[str]:
    """How, when, where and by whom a round came in."""
    day = date_text(item.on, interface_language()) if item.on is not None else ""
    yield " · ".join(filter(None, (_(ROUND_SORTS[item.sort]), day, item.place, item.reviewer)))
    if item.attendees:
        yield _("Present: {names}").format(names=item.attendees)
    if item.received_at is not None:
        yield _("Came in {when}").format(when=when_words(item.received_at))


def _receipt(item: Round) -> tuple[str, ...]:
    receipt = read_receipt(item.receipt) if item.receipt else None
    return receipt_sentences(receipt, interface_language()) if receipt is not None else ()
