"""The outline beside the page: the tree with the verbs that rearrange the plan, by action, key, menu and mouse."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu, QWidget

from success_desktop.domain.reviewing import reviewed_round
from success_desktop.services import editing
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.feedback.plan_feedback import feedback_of
from success_desktop.ui.findings import findings_of
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.tree import moves
from success_desktop.ui.tree.captions import naming_field
from success_desktop.ui.tree.menu import Verb, addable_kinds, fill_with_kinds, fill_with_verbs
from success_desktop.ui.tree.questions import ask_removal
from success_desktop.ui.tree.searched_tree import SearchedTree


class OutlineView(SearchedTree):
    """The outline. Its slots are verbs: they work on the node chosen and do nothing when there is none."""

    def __init__(self, bridge: PlanBridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.verbs: dict[str, Verb] = {
            "rename": self.rename,
            "remove": self.remove,
            "move_up": self.move_up,
            "move_down": self.move_down,
            "indent": self.indent,
            "outdent": self.outdent,
        }
        self._keys: dict[str, Verb] = {
            "Ins": self.add_sibling,
            "Ctrl+Return": self.add_sibling,
            "Ctrl+Enter": self.add_sibling,
            "Del": self.remove,
            "Alt+Shift+Up": self.move_up,
            "Alt+Shift+Down": self.move_down,
            "Alt+Shift+Right": self.indent,
            "Alt+Shift+Left": self.outdent,
        }
        self.tree.key_pressed.connect(lambda keys: self._keys[keys]())
        self.tree.customContextMenuRequested.connect(self._on_menu_requested)
        findings, feedback = findings_of(bridge), feedback_of(bridge)
        findings.changed.connect(self.tree.viewport().update)
        feedback.changed.connect(self.tree.viewport().update)
        self.model.count = lambda node_id: findings.count(node_id)._replace(
            remarks=feedback.open_count(node_id)
        )
        self.model.rename_requested.connect(self._on_rename_requested)
        self.tree.move_requested.connect(self._move)

    @Slot()
    def add_sibling(self) -> None:
        """Add a node of the same kind behind the one chosen, and ask for its name."""
        node_id = self.current_node_id()
        if self.plan is not None and node_id:
            node = self.plan.nodes[node_id]
            self._add(node.parent_id or "", node.kind, moves.next_sibling(self.plan, node_id))

    @Slot()
    def add_child(self) -> None:
        """Add a node under the one chosen (under the plan when there is none); where several kinds belong, ask which."""
        parent_id = self.current_node_id() or (self.plan.root_id if self.plan is not None else "")
        kinds = addable_kinds(self.plan, parent_id) if self.plan is not None else []
        if self.plan is not None and len(kinds) > 1:
            menu = QMenu(self)
            fill_with_kinds(menu, self.plan, parent_id, self.add_child_of_kind)
            self._pop_up(menu, self.tree.visualRect(self.tree.currentIndex()).bottomLeft())
        elif kinds:
            self.add_child_of_kind(kinds[0])

    def add_child_of_kind(self, kind: str) -> None:
        """Add a node of a kind under the one chosen (under the plan when there is none), and ask for its name."""
        if self.plan is not None:
            self._add(self.current_node_id() or self.plan.root_id, kind, None)

    @Slot()
    def rename(self) -> None:
        """Let the name be typed in the outline itself."""
        index = self.tree.currentIndex()
        if index.isValid() and self.model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.tree.edit(index)

    @Slot()
    def remove(self) -> None:
        """Delete the node with everything below it, asking first if there is anything; the next one is chosen then."""
        node_id = self.current_node_id()
        if self.plan is not None and node_id and self._is_sure(node_id):
            next_id = moves.neighbour(self.plan, node_id)
            self._do(lambda editor: editing.remove_node(editor, node_id))
            self.select_node(next_id)

    @Slot()
    def move_up(self) -> None:
        """Move the node in front of the sibling before it."""
        self._do_here(editing.move_up)

    @Slot()
    def move_down(self) -> None:
        """Move the node behind the sibling after it."""
        self._do_here(editing.move_down)

    @Slot()
    def indent(self) -> None:
        """Move the node under the sibling before it."""
        if self.plan is not None and self.current_node_id():
            self._move(moves.indented(self.plan, self.current_node_id()))

    @Slot()
    def outdent(self) -> None:
        """Move the node out, behind its parent."""
        if self.plan is not None and self.current_node_id():
            self._move(moves.outdented(self.plan, self.current_node_id()))

    def make_menu(self, node_id: str) -> QMenu:
        """The menu of a node, or of the plan itself for ""."""
        menu = QMenu(self)
        if self.plan is not None:
            parent_id = node_id or self.plan.root_id
            fill_with_kinds(menu, self.plan, parent_id, self.add_child_of_kind)
            if node_id:
                menu.addSeparator()
                fill_with_verbs(menu, self.plan, node_id, self.verbs)
        return menu

    def _add(self, parent_id: str, kind: str, before_id: str | None) -> None:
        node_id = self._do(lambda editor: editing.add_node(editor, parent_id, kind, before_id))
        if isinstance(node_id, str):
            self.select_node(node_id)
            self.tree.setFocus()
            self.rename()

    def _move(self, target: moves.Target | None) -> None:
        if target is not None:
            self._do(lambda editor: editing.move_node(editor, *target))
            self.tree.choose(target.node_id)

    def _do_here(self, verb: Callable[[PlanEditor, str], object]) -> None:
        node_id = self.current_node_id()
        if node_id:
            self._do(lambda editor: verb(editor, node_id))
            self.tree.choose(node_id)

    def _do(self, verb: Callable[[PlanEditor], object]) -> object:
        """Run a verb on the open plan, behind what is still being typed; a refusal goes to the message bar."""
        editor = self.bridge.editor
        self.bridge.leaving.emit()
        return self.bridge.do(partial(verb, editor)) if editor is not None else None

    def _on_rename_requested(self, node_id: str, name: str) -> None:
        field = naming_field(self.plan.kind_of(node_id)) if self.plan is not None else None
        if field is not None:
            place = (node_id, field, self._language)
            self._do(lambda editor: editing.set_text(editor, place, name.strip()))

    def _on_menu_requested(self, point: QPoint) -> None:
        index = self.tree.indexAt(point)
        node_id = self.model.node_id(index) if index.isValid() else ""
        self.tree.choose(node_id)
        self._pop_up(self.make_menu(node_id), point)

    def _pop_up(self, menu: QMenu, point: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.tree.viewport().mapToGlobal(point))

    def _is_sure(self, node_id: str) -> bool:
        """Whether a node may go: at once when nothing is below it, else when the user says so.

        In a copy for review nothing is asked, for the editor refuses.
        """
        is_asked = self.plan is not None and not reviewed_round(self.plan)
        below = sum(1 for _node in self.plan.walk(node_id)) - 1 if self.plan is not None and is_asked else 0
        return below == 0 or ask_removal(self, str(self.tree.currentIndex().data()), below)
