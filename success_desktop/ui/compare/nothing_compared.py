"""What is said in the place of differences when there are none, and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from success_desktop.i18n import _
from success_desktop.ui.theme import GRID


class NothingCompared(QWidget):
    """Says why nothing is shown. `revision_requested` asks to keep a revision."""

    revision_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.advice = QLabel()
        self.advice.setProperty("role", "secondary")
        self.advice.setWordWrap(True)
        self.advice.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.keep = QPushButton()
        self.keep.setProperty("primary", "true")
        self.keep.clicked.connect(self.revision_requested)
        column = QVBoxLayout(self)
        column.setSpacing(2 * GRID)
        column.addStretch(2)
        column.addWidget(self.words)
        column.addWidget(self.advice)
        column.addWidget(self.keep, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_unkept(self) -> None:
        """No revision has been kept, so there is nothing to compare with."""
        self._say(
            _(
                "No revision has been kept yet. Keep one now, and everything edited from then on is shown here."
            )
        )
        self.keep.setText(_("Keep a named revision…"))
        self.keep.show()

    def show_unread(self) -> None:
        """Two points are chosen, but the history of the plan cannot be read: the message bar says why."""
        self._say(_("These two cannot be compared."))

    def show_alike(self, old: str, new: str, *, has_present: bool) -> None:
        """Nothing differs between two points, which go by these names; and what can be done to see something."""
        words = _("Nothing differs between “{old}” and “{new}”.").format(old=old, new=new)
        choose = _("Choose another revision in the panel “Revisions” (Ctrl+Shift+R).")
        write = _("What you edit from now on is shown here.") if has_present else ""
        self._say(words, f"{write} {choose}".strip())

    def show_other_language(self) -> None:
        """All that differs is in the language that is not shown."""
        self._say(_("Everything that differs is in the language that is not shown."))

    def _say(self, words: str, advice: str = "") -> None:
        """Say why nothing is shown and what can be done about it, with no button."""
        self.words.setText(words)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        self.keep.hide()
