"""The one bar about writing that failed: what is the matter, that nothing is lost, and a link to try again."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from success_desktop.errors import Unwritten, UserError
from success_desktop.i18n import N_, Language
from success_desktop.ui.message_bar import Link, MessageBar
from success_desktop.ui.plan_publisher import PlanPublisher


class _Remedy:
    """What can be done about an error, as a part of another sentence."""

    def __init__(self, error: UserError) -> None:
        self._error = error

    def spoken(self, language: Language) -> str:
        """The remedy in `language`."""
        return self._error.remedy(language)


class SaveNotice(QObject):
    """Shows a fault once, however often writing fails again, and takes it away when everything is written.

    A fault that the user has closed comes back only when they ask for saving, or when it becomes another one.
    """

    def __init__(self, bar: MessageBar, publisher: PlanPublisher, save_as: Callable[[], object]) -> None:
        super().__init__(bar)
        self._bar = bar
        self._publisher = publisher
        self._save_as = save_as
        self._message = ""
        self._is_closed = False
        publisher.failed.connect(self._on_failed)
        publisher.recovered.connect(self._on_recovered)
        bar.close_button.clicked.connect(self._on_closed)

    def show_refusal(self, error: UserError) -> None:
        """Say what the plan's services refused; what failed for want of room or a disk is tried again."""
        if isinstance(error, Unwritten):
            self._publisher.note_refusal(error)
        else:
            self._bar.show_error(error)

    @property
    def is_shown(self) -> bool:
        """Whether the bar speaks of the fault now."""
        return not self._bar.isHidden() and self._bar.subject is self

    def _on_failed(self, error: UserError, is_asked: bool) -> None:
        message = error.sentence()
        is_known = message == self._message
        if is_known and (self.is_shown or (self._is_closed and not is_asked)):
            return
        self._message, self._is_closed = message, False
        again: Link = (N_("Try again"), self._publisher.publish)
        remedy = _Remedy(error)
        if isinstance(error, Unwritten):
            links = [again]
            shown = UserError(
                N_("Not written: {fault}"),
                advice=N_("{remedy} What you typed stays on the screen and is tried again by itself."),
                fault=error,
                remedy=remedy,
            )
        else:
            links = [again, (N_("Save as…"), self._save_as)]
            shown = UserError(
                N_("Not saved: {fault}"),
                advice=N_("{remedy} Your work is safe on this computer; saving is tried again by itself."),
                fault=error,
                remedy=remedy,
            )
        self._bar.show_error(shown, *links)
        self._bar.subject = self

    def _on_recovered(self) -> None:
        if self.is_shown:
            self._bar.hide()
        self._message, self._is_closed = "", False

    def _on_closed(self) -> None:
        self._is_closed = self._bar.subject is self
