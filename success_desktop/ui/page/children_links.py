"""The children of a node as links, and buttons to add more of each kind that belongs there."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from success_desktop.domain.plan import Node
from success_desktop.i18n import _, interface_language
from success_desktop.services.editing import add_node, can_add
from success_desktop.ui.elided_button import ElidedButton
from success_desktop.ui.icons import draw_icon
from success_desktop.ui.page.flow_layout import FlowLayout
from success_desktop.ui.page.part import PageContext, PagePart, make_label
from success_desktop.ui.theme import GRID
from success_desktop.ui.tree.captions import caption_of, full_name, name_in_sentence

_MOST_SHOWN = 60


class ChildrenLinks(PagePart):
    """The children of a node that are not rows of a table: a press opens one. A child that is added is opened at once.

    `numbers` gives the printed numbers by node id.
    """

    def __init__(
        self, context: PageContext, kinds: tuple[str, ...], numbers: Callable[[], Mapping[str, str]]
    ) -> None:
        super().__init__(context)
        self._kinds = kinds
        self._numbers = numbers
        self.links: list[ElidedButton] = []
        self._targets: list[str] = []
        self.list = QFrame()
        self.list.setProperty("role", "card")
        self._column = QVBoxLayout(self.list)
        self._column.setContentsMargins(GRID, 4, GRID, 4)
        self._column.setSpacing(0)
        self.more = make_label("", "secondary")
        self.empty = make_label(self._say_what_belongs(), "secondary")
        self.empty.setWordWrap(True)
        self.adders: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(make_label(_("Below this one"), "label"))
        column.addWidget(self.list)
        column.addWidget(self.empty)
        column.addWidget(self.more)
        column.addWidget(self._make_adders())

    def show_node(self, node_id: str) -> None:
        """Show the children of a node."""
        self.node_id = node_id
        plan = self.context.plan
        children = [child for child in plan.children_of(node_id) if child.kind in self._kinds]
        shown = children[:_MOST_SHOWN]
        self._targets = [child.id for child in shown]
        while len(self.links) < len(shown):
            self.links.append(self._make_link(len(self.links)))
        for place, link in enumerate(self.links):
            link.setVisible(place < len(shown))
            if place < len(shown):
                self._word(link, shown[place])
        self.list.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        left = len(children) - len(shown)
        self.more.setText(_("{count} more are in the outline").format(count=left))
        self.more.setVisible(left > 0)
        for kind, button in self.adders.items():
            button.setVisible(can_add(plan, node_id, kind))

    def _say_what_belongs(self) -> str:
        template, language = self.context.plan.template, interface_language()
        kinds = ", ".join(name_in_sentence(template.kind(kind), language) for kind in self._kinds)
        return _("Nothing here yet. What belongs here: {kinds}").format(kinds=kinds)

    def _word(self, link: ElidedButton, child: Node) -> None:
        text = full_name(
            self._numbers().get(child.id, ""), caption_of(self.context.plan, child.id, self.context.language)
        )
        link.set_words(text)

    def _make_link(self, place: int) -> ElidedButton:
        link = ElidedButton()
        link.setProperty("role", "link")
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.clicked.connect(lambda: self.context.node_requested.emit(self._targets[place]))
        self._column.addWidget(link)
        return link

    def _make_adders(self) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, GRID, QMargins())
        for kind in self._kinds:
            name = name_in_sentence(self.context.plan.template.kind(kind), interface_language())
            button = self.adders[kind] = QPushButton(_("Add {kind}").format(kind=name))
            button.setProperty("role", "add")
            button.setIcon(draw_icon("plus", "accent"))
            button.clicked.connect(partial(self._on_add, kind))
            flow.addWidget(button)
        return row

    def _on_add(self, kind: str) -> None:
        node_id = self.context.bridge.do(partial(add_node, self.context.editor, self.node_id, kind))
        if node_id is not None:
            self.context.node_added.emit(node_id)
