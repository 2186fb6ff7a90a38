"""The page: the node chosen in the outline as a form, under the way that leads to it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from success_desktop.domain.numbering import number_nodes
from success_desktop.i18n import _
from success_desktop.services.plan_editor import PlanEdited
from success_desktop.ui.page.breadcrumb import Breadcrumb, Heading
from success_desktop.ui.page.node_form import NodeForm
from success_desktop.ui.page.part import LanguageMode, PageContext, make_label
from success_desktop.ui.page.sheet import has_yearly_values
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.tree.captions import caption_of, full_name

_MARGINS = (20, 12, 20, 24)
_MOST_WIDTH = 1120


class PageView(QWidget):
    """One node of the open plan, to read and to edit.

    `node_requested(id)` tells that the page has gone to another one by itself, `import_requested` that projects shall be
    brought in from a table.
    What is typed becomes an edit after half a second of rest, on leaving the field, or with `commit_pending`.
    """

    node_requested = Signal(str)
    import_requested = Signal()

    def __init__(self, bridge: PlanBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._bridge = bridge
        self.context = PageContext(bridge, self)
        self.form: NodeForm | None = None
        self._forms: dict[str, NodeForm] = {}
        self._node_id = ""
        self._numbers: Mapping[str, str] | None = None
        self.breadcrumb = Breadcrumb()
        self.heading = Heading()
        self.hint = make_label("", "secondary")
        self.area = QScrollArea()
        self._column = self._lay_out()
        self._connect()
        self._show_nothing()

    # --- what the window asks ------------------------------------------------------------------------------

    def show_node(self, node_id: str) -> None:
        """Show a node from its top; what was being typed in the one before is handed in first."""
        if self._bridge.editor is None or node_id not in self.context.plan.nodes or node_id == self._node_id:
            return
        self.commit_pending()
        self._node_id = node_id
        self._show_form()
        self.area.verticalScrollBar().setValue(0)

    def current_node_id(self) -> str:
        """The node shown; "" when there is none."""
        return self._node_id

    def is_showing(self, node_ids: Sequence[str]) -> bool:
        """Whether any of these nodes is on the page: the one shown, or a row of one of its tables."""
        plan = self.context.plan
        return any(
            node_id == self._node_id
            or (plan.nodes[node_id].parent_id == self._node_id and has_yearly_values(plan.kind_of(node_id)))
            for node_id in node_ids
        )

    def focus_name(self) -> None:
        """Let the name of the node shown be typed."""
        if self.form is not None:
            self.form.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_behind_name(self) -> None:
        """Go on to what follows the name, which has been typed elsewhere."""
        self.focus_name()
        self.focusNextChild()

    def set_language_mode(self, mode: LanguageMode) -> None:
        """Show Thai, English or both."""
        if mode != self.context.mode:
            self.commit_pending()
            self.context.mode = mode
            self._rebuild()

    def commit_pending(self) -> None:
        """Hand in what is still being typed, before the plan is saved, exported, undone or closed."""
        if self.form is None or self._bridge.editor is None:
            return
        if self._node_id in self.context.plan.nodes:
            self.form.commit()
        else:
            self._forget_forms()
        self.context.keep_unkept()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that the interface has changed to."""
        if event.type() == QEvent.Type.LanguageChange:
            self.commit_pending()
            self._rebuild()
        super().changeEvent(event)

    # --- building ------------------------------------------------------------------------------------------

    def _lay_out(self) -> QVBoxLayout:
        content = QFrame()
        content.setObjectName("page_content")
        content.setMaximumWidth(_MOST_WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(*_MARGINS)
        column.setSpacing(4)
        for label in (self.breadcrumb, self.heading, self.hint):
            column.addWidget(label)
        column.addStretch(1)
        self.area.setWidget(content)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        return column

    def _connect(self) -> None:
        self.context.node_requested.connect(self._on_node_requested)
        self.context.node_added.connect(self._on_node_requested)
        self.context.node_added.connect(self.focus_name)
        self.context.import_requested.connect(self.import_requested)
        self.breadcrumb.linkActivated.connect(self._on_node_requested)
        self._bridge.opened.connect(self._on_closed)
        self._bridge.edited.connect(self._on_edited)
        self._bridge.leaving.connect(self.commit_pending)
        self._bridge.closed.connect(self._on_closed)

    def _rebuild(self) -> None:
        self._forget_forms()
        if self._node_id and self._bridge.editor is not None:
            self._show_form()
        else:
            self._show_nothing()

    def _forget_forms(self) -> None:
        for form in self._forms.values():
            self._column.removeWidget(form)
            form.hide()
            form.deleteLater()
        self._forms, self.form = {}, None

    def _show_nothing(self) -> None:
        self.hint.setText(_("Choose an item in the outline to read and edit it here."))
        self.hint.show()
        self.breadcrumb.hide()
        self.heading.hide()

    def _show_form(self) -> None:
        kind = self.context.plan.nodes[self._node_id].kind
        form = self._forms.get(kind)
        is_new = form is None
        if form is None:
            form = self._forms[kind] = NodeForm(self.context, kind, self._node_numbers)
        if form is not self.form and self.form is not None:
            self.form.hide()
        self.form = form
        self._refresh()
        if is_new:
            self._column.insertWidget(self._column.count() - 1, form)
        form.show()
        self.hint.hide()

    def _refresh(self) -> None:
        """Show the node as it is now; fields that are being typed in keep their text and caret."""
        plan, node_id, language = self.context.plan, self._node_id, self.context.language
        self.breadcrumb.show_way(plan, node_id, language, self._node_numbers())
        number = self._node_numbers().get(node_id, "")
        self.heading.show_name(full_name(number, caption_of(plan, node_id, language)))
        self.heading.show()
        if self.form is not None:
            self.form.show_node(node_id)

    def _node_numbers(self) -> Mapping[str, str]:
        if self._numbers is None:
            self._numbers = number_nodes(self.context.plan)
        return self._numbers

    # --- what happens --------------------------------------------------------------------------------------

    def _on_node_requested(self, node_id: str) -> None:
        self.show_node(node_id)
        self.node_requested.emit(node_id)

    def _on_closed(self) -> None:
        """Forget the plan that was open."""
        self._forget_forms()
        self.context.refused.clear()
        self.context.unkept.clear()
        self._node_id, self._numbers = "", None
        self._show_nothing()

    def _on_edited(self, event: PlanEdited) -> None:
        if event.is_structural:
            self._numbers = None
        if not self._node_id:
            return
        if self._node_id in self.context.plan.nodes:
            self._refresh()
        else:
            self._node_id = ""
            self._forget_forms()
            self.show_node(self.context.plan.root_id)
