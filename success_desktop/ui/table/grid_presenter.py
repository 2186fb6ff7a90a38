"""Brings the contents of the table onto its stage: what the filters, heads and menus choose is what is seen."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from success_desktop.domain.checks import RULES
from success_desktop.domain.row_filter import RowFilter
from success_desktop.i18n import _, interface_language
from success_desktop.services.plan_editor import PlanEdited
from success_desktop.services.tabulating import list_years, sum_wording
from success_desktop.settings import Settings
from success_desktop.ui.page.part import PageContext
from success_desktop.ui.table.column_memory import ColumnMemory
from success_desktop.ui.table.grid_contents import GridContents
from success_desktop.ui.table.grid_model import GridModel
from success_desktop.ui.table.grid_stage import GridStage
from success_desktop.ui.table.shown_rows import Sorting
from success_desktop.ui.tree.captions import name_in_sentence

_WARMED_AT_ONCE = 100


class GridPresenter(QObject):
    """Keeps stage, model and settings in step. It asks the plan nothing while none is open."""

    def __init__(self, context: PageContext, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._settings = settings
        self._memory = ColumnMemory(settings)
        self.model = GridModel(context, self)
        self.contents = GridContents(context, self.model, self._memory)
        self.stage = GridStage(self.model, self._memory)
        self._warmed = 0
        self._warming = QTimer(self, interval=0)
        self._warming.timeout.connect(self._warm)
        stage, filters = self.stage, self.stage.filters
        for head in (stage.view.head, stage.view.frozen.head):
            head.sectionClicked.connect(self._on_head_clicked)
        filters.narrowed.connect(self._on_narrowed)
        filters.form_chosen.connect(self._on_form_chosen)
        filters.columns.chosen.connect(self._on_columns_chosen)
        filters.columns.reset_requested.connect(self._on_columns_reset)
        stage.clear_requested.connect(self._on_clear_requested)
        stage.foot.wrap_toggled.connect(self._on_wrap_toggled)
        stage.foot.wrap.setChecked(settings.is_table_wrapped)

    def lay(self, node_id: str, wanted: RowFilter | None = None) -> None:
        """Show what lies below a node, narrowed as before; or what `wanted` lets through of the form that is usual there."""
        contents, filters = self.contents, self.stage.filters
        if wanted is not None:
            contents.chosen_form = ""
        contents.choose(node_id)
        filters.offer_forms(contents.plan, contents.forms, contents.form, self._context.language)
        self._offer_values()
        filters.show_wanted(replace(wanted or filters.wanted(), under_id=contents.under_id))
        contents.lay(filters.wanted())
        self._present()
        self._warmed = 0
        self._warming.start()

    def follow(self, event: PlanEdited) -> None:
        """Show what an edit has changed; the current cell stays the current one, and what is typed there stays typed."""
        view = self.stage.view
        typed = view.typed() if event.initiator is not self._context else None
        index = view.currentIndex()
        node_id = self.model.node_id_of(index)
        key = self.model.columns[index.column()].key if node_id else ""
        left, top = view.horizontalScrollBar().value(), view.verticalScrollBar().value()
        is_laid = self.contents.follow(event)
        if is_laid or not self.contents.is_of_rows(event):
            self._offer_values()
        if not is_laid:
            self._present_sums()
            return
        self._present()
        view.verticalScrollBar().setValue(top)
        view.horizontalScrollBar().setValue(left)
        if self.model.row_of(node_id) >= 0:
            view.select_cell(self.model.row_of(node_id), max(self.model.column_of(key), 0))
            if typed is not None:
                view.begin(view.currentIndex(), typed)

    def show_changed(self, node_ids: tuple[str, ...]) -> None:
        """Bring a row into sight that undo or redo has changed: nothing changes unseen."""
        rows = [row for node_id in node_ids if (row := self.model.row_of(node_id)) >= 0]
        if rows and self.stage.isVisible() and self.stage.view.currentIndex().row() not in rows:
            self.stage.view.go_to_row(rows[0])

    def forget(self) -> None:
        """No plan is open any more, or another one."""
        self._warming.stop()
        self.contents.forget()
        self._show_sorting(Sorting())
        self.stage.filters.show_wanted(RowFilter())
        self.stage.totals.show_sums("", {})

    def _offer_values(self) -> None:
        """Offer what the rows can be narrowed by now."""
        plan, contents = self.contents.plan, self.contents
        if contents.form:
            years = list_years(plan, contents.kind)
            self.stage.filters.offer_values(plan, contents.kind, years, self._context.language)

    def _present(self) -> None:
        contents, stage, model = self.contents, self.stage, self.model
        self._present_sums()
        if contents.form:
            stage.filters.columns.offer(contents.columns, model.columns)
            stage.fit_columns(contents.memory_key)
        stage.show_grid(bool(model.rows))
        stage.foot.offer_add(self._kind_to_add())
        if not model.rows and contents.form:
            if contents.rows.all_count:
                stage.empty.show_narrowed()
            else:
                stage.empty.show_bare(contents.plan, contents.under_id, contents.kind)
        stage.fit_rows()

    def _kind_to_add(self) -> str:
        """The name of the kind of the rows, where one more may be added; "" where none may."""
        contents = self.contents
        if not contents.form or not contents.parent_of_new():
            return ""
        return name_in_sentence(contents.plan.template.kind(contents.kind), interface_language())

    def _present_sums(self) -> None:
        contents, count = self.contents, len(self.model.rows)
        if not contents.form:
            return
        wording = sum_wording(contents.plan.template.forms[contents.form])
        label = wording.spoken(self._context.language).replace("{count}", f"{count:,}")
        self.stage.totals.show_sums(label, self.model.cells.sums())
        self.stage.show_count(count, contents.rows.all_count, contents.rows.is_narrowed())
        self.stage.filters.show_given(self._given_words())

    def _given_words(self) -> str:
        """What rows are narrowed by that no field above the table says: a source of funds, a role, one rule."""
        wanted, template = self.contents.rows.wanted, self.contents.plan.template
        spec, spoken = template.kind(self.contents.kind), self._context.language
        words = []
        if wanted.source:
            source = template.sources.get(wanted.source)
            name = source.spoken(spoken) if source is not None else wanted.source
            words.append(_("Source: {source}").format(source=name))
        if wanted.role in spec.fields:
            words.append(spec.fields[wanted.role].label.spoken(spoken))
        if wanted.rule in RULES:
            places = {"kind": spec.name.spoken(spoken), "label": "…"}
            words.append(_(RULES[wanted.rule].heading).format(**places))
        return " · ".join(words)

    def _warm(self) -> None:
        """Get ready to look for text while nobody waits: a few rows at a time, so that no key press has to wait."""
        contents, first = self.contents, self._warmed
        self._warmed += _WARMED_AT_ONCE
        if not contents.form or not contents.rows.warm(contents.plan, contents.kind, first, _WARMED_AT_ONCE):
            self._warming.stop()

    def _on_narrowed(self) -> None:
        if self._context.bridge.editor is None or not self.contents.form:
            return
        self._context.bridge.leaving.emit()
        self.contents.rows.wanted = self.stage.filters.wanted()
        self.contents.lay_rows()
        self._present()

    def _on_clear_requested(self) -> None:
        self.stage.filters.show_wanted(RowFilter(under_id=self.contents.under_id))
        self._on_narrowed()

    def _on_form_chosen(self, form: str) -> None:
        self._context.bridge.leaving.emit()
        self.contents.chosen_form = form
        self._show_sorting(Sorting())
        self.lay(self.contents.under_id)

    def _on_head_clicked(self, place: int) -> None:
        self._context.bridge.leaving.emit()
        rows = self.contents.rows
        self._show_sorting(rows.sorting.turned(self.model.columns[place].key))
        self.contents.sort()

    def _show_sorting(self, sorting: Sorting) -> None:
        self.contents.rows.sorting = sorting
        for head in (self.stage.view.head, self.stage.view.frozen.head):
            head.show_sorting(sorting.key, sorting.is_descending)

    def _on_columns_chosen(self, keys: list[str]) -> None:
        self._memory.keep_chosen(self.contents.memory_key, keys)
        self._show_columns()

    def _on_columns_reset(self) -> None:
        self._memory.forget_chosen(self.contents.memory_key)
        self._show_columns()
        self.stage.filters.columns.offer(self.contents.columns, self.model.columns)

    def _show_columns(self) -> None:
        self._context.bridge.leaving.emit()
        self.contents.show_columns()
        self._present_sums()
        self.stage.fit_columns(self.contents.memory_key)
        self.stage.fit_rows()

    def _on_wrap_toggled(self, is_wrapped: bool) -> None:
        self._settings.is_table_wrapped = is_wrapped
        self.stage.wrap(is_wrapped)
