"""References to other nodes as chips: an agency, a line of a higher plan. A press goes there, the cross removes."""

from functools import partial

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout

from success_desktop.domain.schema import FieldSpec
from success_desktop.i18n import _, interface_language
from success_desktop.services.editing import set_links
from success_desktop.ui.elided_button import ElidedButton
from success_desktop.ui.icons import draw_icon
from success_desktop.ui.page.candidate_popup import CandidatePopup
from success_desktop.ui.page.candidates import can_create, create_target, list_candidates
from success_desktop.ui.page.flow_layout import FlowLayout
from success_desktop.ui.page.part import PageContext, PagePart, make_label
from success_desktop.ui.theme import GRID
from success_desktop.ui.tree.captions import caption_of

_MOST_WIDTH = 48 * GRID


class Chip(QFrame):
    """One reference. `open` goes to its node, `remove` takes it out of the field."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setProperty("role", "reference")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.open = ElidedButton(text)
        self.open.setProperty("role", "chip_name")
        self.open.setMaximumWidth(_MOST_WIDTH)
        self.remove = QToolButton()
        self.remove.setProperty("role", "chip_remove")
        self.remove.setIcon(draw_icon("x"))
        self.remove.setIconSize(QSize(12, 12))
        self.remove.setAccessibleName(_("Remove “{name}”").format(name=text))
        self.remove.setToolTip(self.remove.accessibleName())
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 0, 3, 0)
        row.setSpacing(1)
        row.addWidget(self.open)
        row.addWidget(self.remove)


class ChipBox(QFrame):
    """The box around the chips. `pressed` tells of a press on its free room, where a person expects to type."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "field")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a press that ends inside."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()


class ReferenceField(PagePart):
    """A reference field of a node: its chips, and a button (or a press beside it) that offers what else can be named."""

    def __init__(self, context: PageContext, field: str, spec: FieldSpec) -> None:
        super().__init__(context)
        self._field = field
        self._spec = spec
        self._shown: list[tuple[str, str]] = []
        self.chips: dict[str, Chip] = {}
        wording = spec.label.spoken(interface_language())
        self.add = QToolButton()
        self.add.setProperty("role", "chip_add")
        self.add.setIcon(draw_icon("plus"))
        self.add.setAccessibleName(_("Add to “{field}”").format(field=wording))
        self.add.setToolTip(self.add.accessibleName())
        self.add.clicked.connect(self.offer)
        self.frame = ChipBox()
        self.frame.pressed.connect(self.offer)
        self.flow = FlowLayout(self.frame, 6, QMargins(7, 4, 7, 4))
        self.flow.addWidget(self.add)
        label = make_label(wording)
        label.setWordWrap(True)
        label.setBuddy(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(self.frame)
        column.addStretch(1)

    def show_node(self, node_id: str) -> None:
        """Show the references of a node; chips that stay are left alone."""
        self.node_id = node_id
        plan = self.context.plan
        links = [link for link in plan.nodes[node_id].links(self._field) if link in plan.nodes]
        wanted = [(link, caption_of(plan, link, self.context.language).text) for link in links]
        if wanted == self._shown:
            return
        self._shown = wanted
        for chip in self.chips.values():
            self.flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {link: self._make_chip(link, text) for link, text in wanted}
        for place, chip in enumerate(self.chips.values()):
            self.flow.insert_widget(place, chip)
            chip.show()
        self.frame.updateGeometry()

    def offer(self) -> CandidatePopup:
        """Show what can be named besides."""
        plan, language = self.context.plan, self.context.language
        linked = set(self.chips)
        candidates = [
            candidate
            for candidate in list_candidates(plan, self._spec.kinds, language)
            if candidate.node_id not in linked and candidate.node_id != self.node_id
        ]
        kind = self._spec.kinds[0]
        name = plan.template.kind(kind).name.spoken(interface_language())
        wording = _("Add a new one: {kind}").format(kind=name) if can_create(plan, kind) else ""
        popup = CandidatePopup(candidates, wording, self)
        popup.chosen.connect(self._on_chosen)
        popup.new_requested.connect(self._on_new_requested)
        popup.show_below(self.add)
        return popup

    def _make_chip(self, link: str, text: str) -> Chip:
        chip = Chip(text)
        chip.open.clicked.connect(partial(self.context.node_requested.emit, link))
        chip.remove.clicked.connect(partial(self._on_removed, link))
        return chip

    def _set(self, links: list[str]) -> None:
        verb = partial(set_links, self.context.editor, self.node_id, self._field, links, self.context)
        self.context.bridge.do(verb)

    def _on_chosen(self, link: str) -> None:
        self._set([*self.chips, link] if self._spec.many else [link])
        self.add.setFocus()

    def _on_removed(self, link: str) -> None:
        self._set([other for other in self.chips if other != link])
        self.add.setFocus()

    def _on_new_requested(self, name: str) -> None:
        source, kind = (self.node_id, self._field), self._spec.kinds[0]
        spoken = (self.context.language, name)
        self.context.bridge.do(lambda: create_target(self.context.editor, source, kind, spoken))
        self.add.setFocus()
