"""The tables of a page: a yearly budget, yearly values, and the indicators of a goal or a project."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout

from success_desktop.domain.schema import FieldSpec
from success_desktop.i18n import _, interface_language
from success_desktop.services.editing import add_node
from success_desktop.ui.icons import draw_icon
from success_desktop.ui.page.part import PageContext, PagePart, make_label
from success_desktop.ui.page.sheet import Sheet, budget_sheet, children_sheet, yearly_sheet
from success_desktop.ui.page.sheet_model import SheetModel
from success_desktop.ui.page.sheet_view import SheetView
from success_desktop.ui.tree.captions import name_in_sentence


class SheetPart(PagePart):
    """A table under its label, with what could not be read said below it and room for buttons."""

    def __init__(self, context: PageContext, title: str) -> None:
        super().__init__(context)
        self.model = SheetModel(context, self)
        self.view = SheetView(self.model)
        self.view.setAccessibleName(title)
        self.view.opened.connect(context.node_requested)
        self.label = make_label(title)
        self.label.setBuddy(self.view)
        self.sentence = make_label("", "refusal")
        self.sentence.setWordWrap(True)
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self.label, self.view, self.sentence):
            column.addWidget(widget)
        column.addLayout(self.buttons)
        context.refusals_changed.connect(self._show_refusals)

    def sheet(self) -> Sheet:
        """The table of the node shown, as it is now."""
        raise NotImplementedError

    def show_node(self, node_id: str) -> None:
        """Show the table of a node."""
        self.node_id = node_id
        self.model.show(self.sheet())
        self.view.fit()
        self._show_refusals()

    def commit(self) -> None:
        """Hand in what is being typed into a cell."""
        self.view.commit()

    def add_button(self, text: str) -> QPushButton:
        """A quiet button below the table."""
        button = QPushButton(text)
        button.setProperty("role", "add")
        button.setIcon(draw_icon("plus", "accent"))
        self.buttons.insertWidget(self.buttons.count() - 1, button)
        return button

    def _show_refusals(self) -> None:
        sentences = self.model.refusals()
        self.sentence.setText("\n".join(sentences))
        self.sentence.setVisible(bool(sentences))
        self.view.viewport().update()


class BudgetPart(SheetPart):
    """Money by source of funds and fiscal year. A source that was added stays in sight while the node does."""

    def __init__(self, context: PageContext, field: str, spec: FieldSpec) -> None:
        super().__init__(context, spec.label.spoken(interface_language()))
        self._field = field
        self._added: list[str] = []
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.add_button(_("Add a source of funds")).setMenu(self.menu)

    def sheet(self) -> Sheet:
        """The budget of the node shown."""
        return budget_sheet(
            self.context.plan, (self.node_id, self._field), self._added, self.context.language
        )

    def show_node(self, node_id: str) -> None:
        """Show the budget of a node."""
        if node_id != self.node_id:
            self._added.clear()
        super().show_node(node_id)

    def add_source(self, source: str) -> None:
        """Give a source of funds a row, and go to its first year."""
        self._added.append(source)
        self.show_node(self.node_id)
        for row, cells in enumerate(self.model.sheet.rows):
            if cells[1].place is not None and cells[1].place[2].endswith(f":{source}"):
                self.view.setCurrentIndex(self.model.index(row, 1))
        self.view.setFocus()

    def _fill_menu(self) -> None:
        self.menu.clear()
        shown = {
            cells[1].place[2].partition(":")[2]
            for cells in self.model.sheet.rows
            if cells[1].place is not None
        }
        for source, name in self.context.plan.template.sources.items():
            if source not in shown:
                self.menu.addAction(name.spoken(interface_language()), partial(self.add_source, source))


class YearlyPart(SheetPart):
    """One value for every fiscal year."""

    def __init__(self, context: PageContext, field: str, spec: FieldSpec) -> None:
        super().__init__(context, spec.label.spoken(interface_language()))
        self._field = field

    def sheet(self) -> Sheet:
        """The values of the node shown."""
        return yearly_sheet(self.context.plan, self.node_id, self._field, self.context.language)


class ChildrenPart(SheetPart):
    """The children of a kind with yearly values, a row each: the indicators of a goal or a project."""

    def __init__(self, context: PageContext, kind: str) -> None:
        spec = context.plan.template.kind(kind)
        super().__init__(context, spec.name.spoken(interface_language()))
        name = name_in_sentence(spec, interface_language())
        self._kind = kind
        self.add_button(_("Add {kind}").format(kind=name)).clicked.connect(self._on_add)

    def sheet(self) -> Sheet:
        """The children of the node shown."""
        return children_sheet(self.context.plan, self.node_id, self._kind, self.context.language)

    def show_node(self, node_id: str) -> None:
        """Show the children of a node; without any, only the label and the button."""
        super().show_node(node_id)
        self.view.setVisible(bool(self.model.sheet.rows))

    def _on_add(self) -> None:
        self.context.bridge.do(partial(add_node, self.context.editor, self.node_id, self._kind))
        last = len(self.model.sheet.rows) - 1
        if last >= 0:
            self.view.setFocus()
            self.view.setCurrentIndex(self.model.index(last, 0))
            self.view.edit(self.model.index(last, 0))
