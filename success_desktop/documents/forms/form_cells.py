"""The cells of a form's rows: what each column prints of a row."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from success_desktop.documents.forms.form_words import FormWords
from success_desktop.documents.outline_blocks import BAR, Phrase, Phrases
from success_desktop.domain.amounts import format_baht
from success_desktop.domain.forms.resolved import FormRow, ResolvedColumn, ResolvedForm, Texts
from success_desktop.domain.plan import Node

_NAME = "name"


class FormCells:
    """Writes the cells of one form. `reasons` are why an edition has a row, by the row's id."""

    def __init__(self, words: FormWords, form: ResolvedForm, reasons: Mapping[str, Texts]) -> None:
        self._forms = words
        self._words = words.words
        self._form = form
        self._reasons = reasons
        self._writers: Mapping[str, Callable[[ResolvedColumn, FormRow, Node], Phrases]] = {
            "number": lambda _column, row, _node: words.figure(row.number),
            "fields": self._write_fields,
            "year": self._write_money,
            "total": self._write_money,
            "fiscal_year": self._write_money,
            "months": self._write_month,
            "reason": self._write_reason,
            "level": self._write_level,
        }

    def write(self, row: FormRow) -> tuple[Phrases, ...]:
        """A row's cells from left to right; a blank one prints what its column has for it."""
        node = self._words.plan.nodes[row.node_id]
        return tuple(
            self._writers[column.show](column, row, node) or self._forms.figure(column.blank)
            for column in self._form.columns
        )

    def _write_fields(self, column: ResolvedColumn, _row: FormRow, node: Node) -> Phrases:
        known = self._words.plan.template.kind(node.kind).fields
        if column.is_stacked:
            return self._stack(column, [name for name in column.fields if name in known], node)
        field = column.field_of(node)
        return self._words.values(node, field) if field in known else ()

    def _stack(self, column: ResolvedColumn, fields: list[str], node: Node) -> Phrases:
        """Several fields and the names of children below one another, first all in the one language."""
        children = [child for child in self._words.plan.children_of(node.id) if child.kind == column.children]
        stacked = []
        for language in self._words.languages:
            values = [self._words.value(node, field, language, is_brief=True) for field in fields]
            values += [self._words.text(child, _NAME, language) for child in children]
            texts = [f"{value.mark} {value.text}".strip() for value in values if value.text]
            stacked.append(Phrase("\n".join(texts), language))
        return tuple(phrase for phrase in stacked if phrase.text)

    def _write_money(self, column: ResolvedColumn, row: FormRow, _node: Node) -> Phrases:
        budget = self._form.budgets.get(row.node_id, {})
        if column.year_be is not None:
            return self._forms.figure(format_baht(budget.get(column.year_be), blank=""))
        held = [budget[year_be] for year_be in self._form.years if year_be in budget]
        return self._forms.figure(format_baht(sum(held, Decimal(0)))) if held else ()

    def _write_month(self, column: ResolvedColumn, row: FormRow, _node: Node) -> Phrases:
        is_at_work = column.month in self._form.months.get(row.node_id, ())
        return (Phrase(BAR, ""),) if is_at_work else ()

    def _write_reason(self, column: ResolvedColumn, row: FormRow, node: Node) -> Phrases:
        """Why the edition has the row: what was noted for it, else the row's own words."""
        noted = self._reasons.get(row.node_id, {})
        return self._forms.texts(noted) or self._write_fields(column, row, node)

    def _write_level(self, column: ResolvedColumn, row: FormRow, _node: Node) -> Phrases:
        return next(
            (self._forms.texts(group.texts) for group in row.groups if group.level == column.level), ()
        )
