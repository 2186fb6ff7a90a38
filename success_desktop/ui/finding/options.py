"""The second line of the panel: how to look, and where."""

from PySide6.QtCore import QEvent, QMargins, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from success_desktop.domain.plan import Plan
from success_desktop.i18n import LANGUAGES, Language, _, interface_language
from success_desktop.services.finding import Wanted
from success_desktop.ui.finding.hit_list import tongue
from success_desktop.ui.page.flow_layout import FlowLayout
from success_desktop.ui.theme import GRID
from success_desktop.ui.tree.captions import caption_of

_NAME_WIDTH = 24
_LEAST_LETTERS = 10


class FindOptions(QWidget):
    """Check boxes and lists that narrow a search. `changed` tells that another search is wanted."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.has_case = QCheckBox()
        self.is_whole_word = QCheckBox()
        self.is_exact = QCheckBox()
        self.is_under = QCheckBox()
        self.language = QComboBox()
        self.kind = QComboBox()
        self.field = QComboBox()
        self._plan: Plan | None = None
        self._node_id = ""
        self._under_id = ""
        row = FlowLayout(self, GRID, QMargins(0, 0, 0, 0))
        for box in (self.has_case, self.is_whole_word, self.is_exact):
            row.addWidget(box)
            box.toggled.connect(self.changed)
        for chooser in (self.language, self.kind, self.field):
            chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            chooser.setMinimumContentsLength(_LEAST_LETTERS)
            row.addWidget(chooser)
        row.addWidget(self.is_under)
        self.language.activated.connect(self.changed)
        self.field.activated.connect(self.changed)
        self.kind.activated.connect(self._on_kind_chosen)
        self.is_under.toggled.connect(self._on_under_toggled)
        self._word()

    def event(self, event: QEvent) -> bool:
        """Be as high as the lines of options are at this width, however low the panel is."""
        is_done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.setMinimumHeight(self.heightForWidth(self.width()))
        return is_done

    def wanted(self, text: str) -> Wanted:
        """A search for `text` as the options say."""
        chosen = self.language.currentData()
        language: Language | None = next((known for known in LANGUAGES if known == chosen), None)
        return Wanted(
            text,
            self.has_case.isChecked(),
            self.is_whole_word.isChecked(),
            self.is_exact.isChecked(),
            language,
            str(self.kind.currentData() or ""),
            str(self.field.currentData() or ""),
            self._under_id,
        )

    def show_plan(self, plan: Plan | None) -> None:
        """Offer the kinds of a plan's template, everything being searched at first where it is another template."""
        is_other = self._plan is None or plan is None or plan.template is not self._plan.template
        self._plan = plan
        if is_other:
            self.is_under.setChecked(False)
            self._fill()
        if plan is None or (self._under_id and self._under_id not in plan.nodes):
            self.is_under.setChecked(False)

    def show_node(self, node_id: str) -> None:
        """Offer to search under this node only; a search that is kept under another one already stays there."""
        self._node_id = node_id
        if not self._under_id:
            self._word_under()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that the interface has changed to."""
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
        super().changeEvent(event)

    def _word(self) -> None:
        self.has_case.setText(_("Match case"))
        self.is_whole_word.setText(_("Whole words"))
        self.is_whole_word.setToolTip(_("Thai words are those of the dictionary."))
        self.is_exact.setText(_("Exact signs"))
        self.is_exact.setToolTip(_("Otherwise ๒๕๖๗ is found by 2567, and น้ำ however it has been typed."))
        self.language.setAccessibleName(_("In which language"))
        self.kind.setAccessibleName(_("In which kind of items"))
        self.field.setAccessibleName(_("In which field"))
        self._word_under()
        self._fill()

    def _word_under(self) -> None:
        node_id = self._under_id or self._node_id
        if self._plan is None or node_id not in self._plan.nodes or node_id == self._plan.root_id:
            self.is_under.setText(_("Only below the chosen item"))
            self.is_under.setEnabled(bool(self._under_id))
            return
        name = caption_of(self._plan, node_id, interface_language()).text
        short = name if len(name) <= _NAME_WIDTH else f"{name[: _NAME_WIDTH - 1]}…"
        self.is_under.setText(_("Only below “{name}”").format(name=short.replace("&", "&&")))
        self.is_under.setToolTip(name)
        self.is_under.setEnabled(True)

    def _fill(self) -> None:
        spoken = interface_language()
        tongues = [(tongue(language), language) for language in LANGUAGES]
        _refill(self.language, [(_("Both languages"), ""), *tongues])
        kinds = self._plan.template.kinds.items() if self._plan is not None else ()
        named = [(spec.name.spoken(spoken), kind) for kind, spec in kinds if spec.fields]
        _refill(self.kind, [(_("All kinds"), ""), *named])
        self._fill_fields()

    def _fill_fields(self) -> None:
        kind = str(self.kind.currentData() or "")
        fields = self._plan.template.kind(kind).fields.items() if self._plan is not None and kind else ()
        labels = [
            (spec.label.spoken(interface_language()), field)
            for field, spec in fields
            if spec.type != "reference"
        ]
        _refill(self.field, [(_("All fields"), ""), *labels])
        self.field.setEnabled(bool(labels))

    def _on_kind_chosen(self) -> None:
        self._fill_fields()
        self.changed.emit()

    def _on_under_toggled(self, is_on: bool) -> None:
        self._under_id = self._node_id if is_on else ""
        self._word_under()
        self.changed.emit()


def _refill(chooser: QComboBox, entries: list[tuple[str, str]]) -> None:
    """Give a list other entries (words, id), keeping the choice where it is still there."""
    chosen = chooser.currentData()
    chooser.clear()
    for words, name in entries:
        chooser.addItem(words, name)
    chooser.setCurrentIndex(max(0, chooser.findData(chosen)))
