"""The page: the node chosen in the outline as a form, under the way that leads to it."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from success_desktop.domain.edits import SetValue
from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.plan import Plan
from success_desktop.domain.reviewing import reviewed_round
from success_desktop.i18n import _
from success_desktop.services.plan_editor import PlanEdited
from success_desktop.ui.page.locking import lock_form
from success_desktop.ui.page.node_form import NodeForm
from success_desktop.ui.page.page_area import PageArea
from success_desktop.ui.page.part import PageContext
from success_desktop.ui.page.sheet import has_yearly_values
from success_desktop.ui.plan_bridge import PlanBridge
from success_desktop.ui.tree.captions import caption_of, full_name, naming_field
from success_desktop.ui.work_view import LanguageMode, WorkView

_MANY = 50
"""From so many nodes on, an edit is taken to concern every page."""


class PageView(WorkView):
    """One node of the open plan, to read and to edit.

    `node_requested(id)` tells that the page has gone to another one by itself, `import_requested` that projects shall be
    brought in from a table.
    What is typed becomes an edit after half a second of rest, on leaving the field, or with `commit_pending`.
    """

    def __init__(self, bridge: PlanBridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("page")
        self.context = PageContext(bridge, self)
        self.form: NodeForm | None = None
        self._forms: dict[str, NodeForm] = {}
        self._node_id = ""
        self._is_stale = False
        self._numbers: Mapping[str, str] | None = None
        self.area = PageArea()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        self._connect()
        self.area.show_hint(_("Choose an item in the outline to read and edit it here."))

    # --- what the window asks ------------------------------------------------------------------------------

    def show_node(self, node_id: str) -> None:
        """Show a node from its top; what was being typed in the one before is handed in first."""
        if self.bridge.editor is None or node_id not in self.context.plan.nodes or node_id == self._node_id:
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
            self.form.focus_name()

    def focus_behind_name(self) -> None:
        """Go on to what follows the name, which has been typed elsewhere."""
        self.focus_name()
        self.focusNextChild()

    def set_language_mode(self, mode: LanguageMode) -> None:
        """Show Thai, English or both."""
        super().set_language_mode(mode)
        if mode != self.context.mode:
            self.commit_pending()
            self.context.mode = mode
            self._rebuild()

    def commit_pending(self) -> None:
        """Hand in what is still being typed, before the plan is saved, exported, undone or closed."""
        if self.form is None or self.bridge.editor is None:
            return
        if self._node_id in self.context.plan.nodes:
            self.form.commit()
        else:
            self._forget_forms()
        self.context.keep_unkept()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was edited while another view was shown."""
        super().showEvent(event)
        if self._is_stale:
            self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language that the interface has changed to."""
        if event.type() == QEvent.Type.LanguageChange:
            self.commit_pending()
            self._rebuild()
        super().changeEvent(event)

    # --- building ------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.context.node_requested.connect(self._on_node_requested)
        self.context.node_added.connect(self._on_node_requested)
        self.context.node_added.connect(self.focus_name)
        self.context.import_requested.connect(self.import_requested)
        self.context.text_edit_made.connect(self.text_edit_made)
        self.area.breadcrumb.linkActivated.connect(self._on_node_requested)
        self.bridge.opened.connect(self._on_closed)
        self.bridge.edited.connect(self._on_edited)
        self.bridge.retraced.connect(lambda _node_ids: self._refresh())
        self.bridge.leaving.connect(self.commit_pending)
        self.bridge.closed.connect(self._on_closed)

    def _rebuild(self) -> None:
        self._forget_forms()
        if self._node_id and self.bridge.editor is not None:
            self._show_form()
        else:
            self.area.show_hint(_("Choose an item in the outline to read and edit it here."))

    def _forget_forms(self) -> None:
        for form in self._forms.values():
            self.area.throw_out(form)
        self._forms, self.form = {}, None

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
            self.area.take_in(form)
        form.show()
        self.area.hint.hide()

    def _refresh(self) -> None:
        """Show the node as it is now; fields that are being typed in keep their text and caret."""
        self._is_stale = False
        if not self._node_id or self.bridge.editor is None:
            return
        plan, node_id, language = self.context.plan, self._node_id, self.context.language
        self.area.breadcrumb.show_way(plan, node_id, language, self._node_numbers())
        number = self._node_numbers().get(node_id, "")
        self.area.heading.show_name(full_name(number, caption_of(plan, node_id, language)))
        self.area.heading.show()
        if self.form is not None:
            self.form.show_node(node_id)
            if reviewed_round(self.context.editor.plan):
                lock_form(self.form)

    def _refresh_after(self, event: PlanEdited) -> None:
        """Show what an edit has changed here; a page that nobody sees catches up when it is shown."""
        fields = {edit.field for edit in event.edits if isinstance(edit, SetValue)}
        is_here_alone = event.node_ids == {self._node_id} and not event.is_structural
        if not self.isVisible():
            self._is_stale = True
        elif is_here_alone and self.form is not None and naming_field(self.form.spec) not in fields:
            self.form.show_fields(self._node_id, fields)
        elif event.is_structural or _is_near(self.context.plan, self._node_id, event.node_ids):
            self._refresh()

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
        self.area.show_hint(_("Choose an item in the outline to read and edit it here."))

    def _on_edited(self, event: PlanEdited) -> None:
        if event.is_structural:
            self._numbers = None
        if not self._node_id:
            return
        if self._node_id in self.context.plan.nodes:
            self._refresh_after(event)
        else:
            self._node_id = ""
            self._forget_forms()
            self.show_node(self.context.plan.root_id)


def _is_near(plan: Plan, node_id: str, others: Collection[str]) -> bool:
    """Whether the page of a node can show any of the others: above it, below it, or linked to by it."""
    node = plan.nodes[node_id]
    links = {target for field in node.fields for target in node.links(field)}
    near = {node_id, *links, *(ancestor.id for ancestor in plan.ancestors(node_id))}
    return len(others) > _MANY or any(
        other in near or node_id in (ancestor.id for ancestor in plan.ancestors(other)) for other in others
    )
