"""What a plan wants first: the card on the page of a plan that has nothing yet for its projects to lie in."""

from collections import deque
from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from success_desktop.domain.schema import KindSpec
from success_desktop.i18n import _, interface_language
from success_desktop.services.editing import add_node
from success_desktop.ui.icons import draw_icon
from success_desktop.ui.page.part import PageContext, PagePart, make_label
from success_desktop.ui.theme import GRID
from success_desktop.ui.tree.captions import name_in_sentence

_PROJECT = "project"


class NextStep(PagePart):
    """Says how to begin, and offers it: the first group of projects, or projects from a table. Gone once there is one."""

    def __init__(self, context: PageContext, kind: str) -> None:
        super().__init__(context)
        template, language = context.plan.template, interface_language()
        self.kind = first_towards(_PROJECT, kind, template.kinds)
        name = name_in_sentence(template.kind(self.kind), language) if self.kind else ""
        self.add = QPushButton(_("Add {kind}").format(kind=name))
        self.add.setIcon(draw_icon("plus", "accent"))
        self.add.clicked.connect(self._on_add)
        self.bring_in = QPushButton(_("Import projects from a table…"))
        self.bring_in.setIcon(draw_icon("file-input", "accent"))
        self.bring_in.clicked.connect(context.import_requested)
        card = QFrame()
        card.setProperty("role", "next_step")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        inside.addWidget(make_label(_("This plan has no {kind} yet").format(kind=name), "strong"))
        hint = make_label(
            _("Add the first one here, or bring in projects from Excel: their groups come with them."),
            "secondary",
        )
        hint.setWordWrap(True)
        inside.addWidget(hint)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.add)
        row.addWidget(self.bring_in)
        row.addStretch(1)
        inside.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_node(self, node_id: str) -> None:
        """Be there as long as the node has nothing yet that projects lie in."""
        self.node_id = node_id
        children = self.context.plan.children_of(node_id)
        self.setVisible(bool(self.kind) and all(child.kind != self.kind for child in children))

    def _on_add(self) -> None:
        node_id = self.context.bridge.do(partial(add_node, self.context.editor, self.node_id, self.kind))
        if node_id is not None:
            self.context.node_added.emit(node_id)


def first_towards(target: str, start: str, kinds: Mapping[str, KindSpec]) -> str:
    """The kind below `start` that begins the shortest way down to nodes of the kind `target`; "" when none leads there."""
    waiting = deque((kind, kind) for kind in kinds[start].children)
    seen: set[str] = set()
    while waiting:
        kind, first = waiting.popleft()
        if kind == target:
            return first
        if kind not in seen:
            seen.add(kind)
            waiting.extend((child, first) for child in kinds[kind].children)
    return ""
