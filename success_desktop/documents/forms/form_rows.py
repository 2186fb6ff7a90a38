"""Forms of rows (ผ.02, ผ.03, ผด.02): projects under the lines of their groups, with the sums below."""

from collections.abc import Iterator

from success_desktop.documents.forms.form_cells import FormCells
from success_desktop.documents.forms.form_sums import Tally, check_sums
from success_desktop.documents.forms.form_totals import TotalLines
from success_desktop.documents.forms.form_words import FormWords
from success_desktop.documents.outline_blocks import DataRow, GroupRow, TableRow, TotalRow
from success_desktop.domain.forms.resolved import FormGroup, FormRow, ResolvedForm


class RowsWriter:
    """Writes the rows of one form, and checks every sum against the plan."""

    def __init__(
        self, words: FormWords, form: ResolvedForm, cells: FormCells, *, shows_alignment: bool
    ) -> None:
        self._words = words
        self._form = form
        self._cells = cells
        self._shows_alignment = shows_alignment
        self._totals = TotalLines(words, form)
        self._open: list[tuple[FormGroup, Tally]] = []
        self._grand = Tally()

    def write(self) -> Iterator[TableRow]:
        """All lines of the table below its head."""
        for row in self._form.rows:
            shared = self._count_shared(row)
            yield from self._close(shared)
            yield from self._begin(row.groups[shared:])
            self._add(row)
            anchor = self._words.anchors.mark_row(row.node_id, self._form.name)
            yield DataRow(anchor, self._cells.write(row))
        yield from self._close(0)
        if self._grand.count:
            yield from self._sum(self._grand, is_grand=True)

    def _count_shared(self, row: FormRow) -> int:
        """How many groups, from the outermost, a row shares with the one before it."""
        shared = 0
        for (group, _tally), own in zip(self._open, row.groups, strict=False):
            if group.key != own.key:
                break
            shared += 1
        return shared

    def _begin(self, groups: tuple[FormGroup, ...]) -> Iterator[GroupRow]:
        """The lines above a group: those that tie it to the plans above, then its name."""
        for group in groups:
            self._open.append((group, Tally()))
            for line in group.alignment if self._shows_alignment else ():
                yield GroupRow(
                    group.depth, self._words.lines(line.label, line.texts, line.node_id, line.field)
                )
            yield GroupRow(
                group.depth, self._words.lines(group.label, group.texts, group.node_id, group.level)
            )

    def _add(self, row: FormRow) -> None:
        amounts = self._form.budgets.get(row.node_id, {})
        for tally in (self._grand, *(tally for _group, tally in self._open)):
            tally.add(row.node_id, amounts)

    def _close(self, depth: int) -> Iterator[TotalRow]:
        """End the groups from `depth` inwards, innermost first."""
        while len(self._open) > depth:
            group, tally = self._open.pop()
            if group.level in self._form.subtotals:
                yield from self._sum(tally, is_grand=False)

    def _sum(self, tally: Tally, *, is_grand: bool) -> Iterator[TotalRow]:
        """The lines of a sum, once it is found to be what the plan holds."""
        check_sums(self._words.words.plan, tally.row_ids, self._form.spec.money, tally.baht, self._form.name)
        yield from self._totals.write(tally, is_grand=is_grand)
