"""The cross-reference table: how every group of a plan is tied to the plans above it."""

from collections.abc import Iterator

from success_desktop.documents.forms.form_words import FormWords
from success_desktop.documents.outline_blocks import DataRow, TableRow, TotalRow
from success_desktop.domain.forms.resolved import ReferenceRow, ResolvedForm


class ReferencesWriter:
    """Writes the rows of one cross-reference table."""

    def __init__(self, words: FormWords, form: ResolvedForm) -> None:
        self._words = words
        self._form = form

    def write(self) -> Iterator[TableRow]:
        """A row for every group, and below them how many different things each column names."""
        for row in self._form.references:
            yield self._row(row)
        counted = [
            self._words.in_each(column.counted) if column.counted else () for column in self._form.columns
        ]
        if self._form.references and any(counted):
            yield TotalRow(True, tuple((phrases, 1) for phrases in counted))

    def _row(self, row: ReferenceRow) -> DataRow:
        anchor = self._words.anchors.mark_row(row.group.node_id or "/".join(row.group.key), self._form.name)
        cells = tuple(
            self._words.figure(row.number)
            if column.show == "number"
            else self._words.texts(texts) or self._words.figure(column.blank)
            for column, texts in zip(self._form.columns, row.cells, strict=True)
        )
        return DataRow(anchor, cells)
