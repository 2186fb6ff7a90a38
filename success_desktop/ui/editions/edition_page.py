"""One edition: its rows, what it is, and what is missing before it is adopted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from success_desktop.domain.edition_lacks import Lack
from success_desktop.domain.office import Office
from success_desktop.domain.reviewing import reviewed_round
from success_desktop.i18n import Language, _
from success_desktop.services.edition_rows import Amendment
from success_desktop.services.editions import today
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.compare.compare_head import PointsTitle
from success_desktop.ui.editions.edition_about import EditionAbout
from success_desktop.ui.editions.edition_words import name_edition, tell_state
from success_desktop.ui.editions.filling import Filling
from success_desktop.ui.editions.ready_page import ReadyPage
from success_desktop.ui.editions.rows_page import RowsPage
from success_desktop.ui.theme import GRID
from success_desktop.ui.work_view import LanguageMode

_CHIP_HEIGHT = 24


class EditionPage(Filling):
    """`print_requested`, `pack_requested` and `removal_requested` ask for the edition shown.

    The button beside them leads to the next step: to what is missing, else to adopting.
    """

    print_requested = Signal()
    pack_requested = Signal()
    removal_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.state = PointsTitle(), QLabel()
        self.next, self.print, self.pack = (QPushButton(text) for text in _button_texts())
        self.rows, self.about, self.ready = RowsPage(), EditionAbout(), ReadyPage()
        self.tabs = QTabWidget()
        self._lay_out()
        self._connect()

    def show_amendment(
        self, editor: PlanEditor, office: Office, amendment: Amendment, language: Language
    ) -> None:
        """Show an edition and its rows; in a copy for review they can be read only."""
        edition = amendment.edition
        self.title.set_words(name_edition(edition))
        self.state.setText(tell_state(edition))
        self.state.setProperty("tone", "" if edition.is_adopted else "amber")
        self.state.style().polish(self.state)
        is_locked = bool(reviewed_round(editor.plan))
        self.rows.show_amendment(amendment, language, is_locked=is_locked)
        self.about.show_edition(office, edition, is_read_only=is_locked)
        self.tabs.setTabText(0, _("Rows ({count})").format(count=f"{len(amendment.here):,}"))
        self.pack.setVisible(not is_locked)
        self._show_readiness(editor, amendment, is_open=not edition.is_adopted and not is_locked)

    def set_language_mode(self, mode: LanguageMode) -> None:
        """Ask for reasons in Thai, English or both."""
        self.rows.set_language_mode(mode)
        self.about.set_language_mode(mode)

    def commit(self) -> None:
        """Hand in what is being typed."""
        self.rows.commit()
        self.about.commit()

    def go_to_lack(self, lack: Lack) -> None:
        """Show the place where something is missing."""
        if lack.row_id:
            self.tabs.setCurrentWidget(self.rows)
            self.rows.choose(lack.row_id)
            self.rows.page.decision.reason.setFocus()
        else:
            self.tabs.setCurrentWidget(self.about)
            lines = {"number": self.about.number, "year_be": self.about.year, "clause": self.about.clause}
            lines.get(lack.field, self.about.reasons).setFocus()

    def _show_readiness(self, editor: PlanEditor, amendment: Amendment, *, is_open: bool) -> None:
        lacks = amendment.lacks if is_open else []
        self.ready.show_lacks(lacks, today(editor))
        if not is_open and self.tabs.currentWidget() is self.ready:
            self.tabs.setCurrentWidget(self.rows)
        self.tabs.setTabVisible(self.tabs.indexOf(self.ready), is_open)
        self.next.setVisible(is_open)
        self.next.setText(_("Still missing: {count}").format(count=len(lacks)) if lacks else _("Adopt…"))

    def _lay_out(self) -> None:
        self.state.setProperty("role", "chip")
        self.state.setFixedHeight(_CHIP_HEIGHT)
        self.next.setProperty("primary", "true")
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.title)
        head.addWidget(self.state, alignment=Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        for button in (self.print, self.pack, self.next):
            head.addWidget(button)
        self.tabs.addTab(self.rows, "")
        self.tabs.addTab(self.about, _("The edition itself"))
        self.tabs.addTab(self.ready, _("Before adopting"))
        self.tabs.tabBar().setAccessibleName(_("Parts of the edition"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self.tabs, 1)

    def _connect(self) -> None:
        self.next.clicked.connect(lambda: self.tabs.setCurrentWidget(self.ready))
        self.print.clicked.connect(self.print_requested)
        self.pack.clicked.connect(self.pack_requested)
        self.about.remove.clicked.connect(self.removal_requested)
        self.ready.lack_chosen.connect(self.go_to_lack)


def _button_texts() -> tuple[str, str, str]:
    return _("Adopt…"), _("Print book…"), _("Pack…")
