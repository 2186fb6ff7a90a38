"""What narrows the list of remarks: where they stand, what was decided, and behind a button who said it and when."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from success_desktop.domain.feedback import Feedback
from success_desktop.domain.feedback_words import DISPOSITIONS, NATURES, WEIGHTS
from success_desktop.i18n import N_, _
from success_desktop.ui.elided_button import ElidedButton
from success_desktop.ui.feedback.remark_filter import DECIDED, Scope, Wanted
from success_desktop.ui.feedback.remark_words import round_words
from success_desktop.ui.icons import draw_icon
from success_desktop.ui.offered_choices import offer_choices
from success_desktop.ui.page.entry_field import CalmComboBox
from success_desktop.ui.thai_text import ThaiLineEdit

_TYPING_MS = 200
_SCOPES: tuple[tuple[Scope, str, str], ...] = (
    (
        "here",
        N_("This item {count}"),
        N_("The remarks on what is chosen in the outline, and on what is below it"),
    ),
    ("plan", N_("Whole plan {count}"), N_("All remarks, in the order of the plan")),
    (
        "unplaced",
        N_("Unplaced {count}"),
        N_("Remarks that have found no place; drag them onto a field of the page"),
    ),
)
_PLACES = ("first", "middle", "last")


class FeedbackFilter(QWidget):
    """Tells with `narrowed` that something else is wanted (`wanted`).

    `step_requested(way)` asks for the next (1) or previous (-1) open remark, `rounds_requested` for the rounds with their
    receipts.
    """

    narrowed = Signal()
    step_requested = Signal(int)
    rounds_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("feedback_filter")
        self.scopes = {scope: ElidedButton() for scope, _text, _hint in _SCOPES}
        self.state, self.round = CalmComboBox(), CalmComboBox()
        self.author, self.nature, self.weight = CalmComboBox(), CalmComboBox(), CalmComboBox()
        self.text = ThaiLineEdit()
        self.more, self.reset, self.rounds = QPushButton(), QPushButton(), QPushButton()
        self.previous, self.next = QToolButton(), QToolButton()
        self.details = QWidget()
        self._captions = {name: QLabel() for name in ("round", "author", "nature", "weight")}
        self._counts: dict[Scope, int] = {"here": 0, "plan": 0, "unplaced": 0}
        self._typing = QTimer(self, interval=_TYPING_MS, singleShot=True)
        self._typing.timeout.connect(self.narrowed)
        self._lay_out()
        self._connect()
        self._word()

    def wanted(self) -> Wanted:
        """What is asked for now, without the node."""
        scope = next(name for name, button in self.scopes.items() if button.isChecked())
        asked = Wanted(scope=scope, text=self.text.text().strip())
        boxes = ("state", "round", "author", "nature", "weight")
        chosen = {name: str(getattr(self, name).currentData() or "") for name in boxes}
        return replace(
            asked,
            state=chosen["state"],
            round_id=chosen["round"],
            author=chosen["author"],
            nature=chosen["nature"],
            weight=chosen["weight"],
        )

    def ask_for(self, scope: Scope, state: str = "") -> None:
        """Ask for the remarks of a scope in a state (as in `Wanted`), and for nothing else."""
        self.scopes[scope].setChecked(True)
        self._ask_for_all()
        with QSignalBlocker(self):
            self.state.setCurrentIndex(max(0, self.state.findData(state)))
        self._on_narrowed()

    def show_counts(self, here: int, plan: int, unplaced: int) -> None:
        """Tell how many open remarks there are in each scope."""
        self._counts = {"here": here, "plan": plan, "unplaced": unplaced}
        self._word_scopes()

    def offer(self, feedback: Feedback) -> None:
        """Offer the rounds and the reviewers that there are; what is asked for stays."""
        rounds = [(round_words(item), item.id) for item in reversed(feedback.rounds)]
        authors = dict.fromkeys(remark.author for remark in feedback.remarks.values() if remark.author)
        offer_choices(self.round, _("All rounds"), rounds)
        offer_choices(self.author, _("All reviewers"), [(name, name) for name in authors])

    def clear(self) -> None:
        """Narrow by nothing any more; the scope stays."""
        self._ask_for_all()
        self._on_narrowed()

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew when the language changes."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _ask_for_all(self) -> None:
        with QSignalBlocker(self):
            self.text.clear()
            for box in (self.state, self.round, self.author, self.nature, self.weight):
                box.setCurrentIndex(0)

    def _on_narrowed(self) -> None:
        self._typing.stop()
        self.reset.setVisible(self.wanted().is_narrowed)
        self.narrowed.emit()

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        scopes = QHBoxLayout()
        scopes.setSpacing(0)
        for button, place in zip(self.scopes.values(), _PLACES, strict=True):
            button.setCheckable(True)
            button.setProperty("segment", place)
            group.addButton(button)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            scopes.addWidget(button)
        self.scopes["here"].setChecked(True)
        self.more.setCheckable(True)
        self.previous.setIcon(draw_icon("chevron-up"))
        self.next.setIcon(draw_icon("chevron-down"))
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.state, 1)
        for widget in (self.more, self.previous, self.next):
            line.addWidget(widget)
        for box in (self.state, self.round, self.author, self.nature, self.weight):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
        self._lay_out_details()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(scopes)
        column.addLayout(line)
        column.addWidget(self.details)

    def _lay_out_details(self) -> None:
        grid = QGridLayout(self.details)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(6)
        self.text.setClearButtonEnabled(True)
        grid.addWidget(self.text, 0, 0, 1, 2)
        boxes = {"round": self.round, "author": self.author, "nature": self.nature, "weight": self.weight}
        for place, (name, box) in enumerate(boxes.items()):
            caption = self._captions[name]
            caption.setProperty("role", "label")
            caption.setBuddy(box)
            row, column = 1 + 2 * (place // 2), place % 2
            grid.addWidget(caption, row, column)
            grid.addWidget(box, row + 1, column)
            grid.setColumnStretch(column, 1)
        for column, link in enumerate((self.rounds, self.reset)):
            link.setProperty("role", "link")
            grid.addWidget(link, 5, column, Qt.AlignmentFlag.AlignLeft)
        self.reset.hide()
        self.details.hide()

    def _connect(self) -> None:
        self.more.toggled.connect(self.details.setVisible)
        self.reset.clicked.connect(self.clear)
        self.rounds.clicked.connect(self.rounds_requested)
        self.text.textChanged.connect(lambda: self._typing.start())
        self.next.clicked.connect(lambda: self.step_requested.emit(1))
        self.previous.clicked.connect(lambda: self.step_requested.emit(-1))
        for button in self.scopes.values():
            button.clicked.connect(self._on_narrowed)
        for box in (self.state, self.round, self.author, self.nature, self.weight):
            box.currentIndexChanged.connect(self._on_narrowed)

    def _word_scopes(self) -> None:
        for scope, words, hint in _SCOPES:
            count = self._counts[scope]
            self.scopes[scope].set_words(_(words).format(count=f"{count:,}" if count else "").strip())
            self.scopes[scope].setAccessibleDescription(_(hint))

    def _word(self) -> None:
        self._word_scopes()
        states = [(_(words), str(name)) for name, words in DISPOSITIONS.items()]
        states.insert(1, (_("All that are decided"), DECIDED))
        offer_choices(self.state, _("Open and decided"), states)
        offer_choices(
            self.nature, _("Any sort of remark"), [(_(words), str(name)) for name, words in NATURES.items()]
        )
        offer_choices(
            self.weight, _("All weights"), [(_(words), str(name)) for name, words in WEIGHTS.items()]
        )
        names = {
            "round": _("Round"),
            "author": _("Reviewer"),
            "nature": _("Kind of remark"),
            "weight": _("Weight"),
        }
        for name, words in names.items():
            self._captions[name].setText(words)
            getattr(self, name).setAccessibleName(words)
        self.state.setAccessibleName(_("Decision"))
        self.text.setPlaceholderText(_("Find in the remarks"))
        self.text.setAccessibleName(_("Find in the remarks"))
        self.more.setText(_("Filter"))
        self.more.setToolTip(_("Narrow by round, reviewer, kind and weight"))
        self.reset.setText(_("Show all remarks"))
        self.rounds.setText(_("Rounds and receipts"))
        for button, words in ((self.next, _("Next open remark")), (self.previous, _("Previous open remark"))):
            button.setToolTip(words)
            button.setAccessibleName(words)
        for box, words in ((self.round, _("All rounds")), (self.author, _("All reviewers"))):
            if box.count():
                box.setItemText(0, words)
