"""Summaries (ผ.01): for every group how many projects there are in each year, and how much money."""

from collections.abc import Iterator
from decimal import Decimal

from success_desktop.documents.forms.form_sums import SumsDisagreeError, check_sums
from success_desktop.documents.forms.form_words import FormWords
from success_desktop.documents.outline_blocks import DataRow, GroupRow, Phrase, Phrases, TableRow, TotalRow
from success_desktop.domain.amounts import format_baht
from success_desktop.domain.forms.form_set import TotalSpec
from success_desktop.domain.forms.resolved import Figure, ResolvedColumn, ResolvedForm, SummaryLine

_NONE = "-"
_FIGURES = frozenset(("count", "baht"))


class SummaryWriter:
    """Writes the lines of one summary, and checks every figure against the plan."""

    def __init__(self, words: FormWords, form: ResolvedForm) -> None:
        self._words = words
        self._form = form

    def write(self) -> Iterator[TableRow]:
        """All lines of the table below its head."""
        for line in self._form.summary:
            if line.role == "group":
                yield self._group(line)
            else:
                self._check(line)
                yield self._figures(line) if line.role == "figures" else self._sum(line)

    def _group(self, line: SummaryLine) -> GroupRow:
        assert line.group is not None
        group = line.group
        return GroupRow(group.depth, self._words.lines(group.label, group.texts, group.node_id, group.level))

    def _figures(self, line: SummaryLine) -> DataRow:
        assert line.group is not None
        group = line.group
        anchor = self._words.anchors.mark_row(group.node_id or "/".join(group.key), self._form.name)
        name = tuple(
            Phrase(
                "  ".join(filter(None, (titled.label.phrase.text, titled.value.mark, titled.value.text))),
                titled.value.language,
            )
            for titled in self._words.lines(group.label, group.texts)
        )
        heads = {"line": name, "number": self._words.figure(group.number)}
        cells = tuple(
            self._figure(column, line) if column.show in _FIGURES else heads.get(column.show, ())
            for column in self._form.columns
        )
        return DataRow(anchor, cells)

    def _sum(self, line: SummaryLine) -> TotalRow:
        """A line of sums: its label over the columns up to the figures."""
        is_grand = line.role == "total"
        cells: list[tuple[Phrases, int]] = []
        for column in self._form.columns:
            if column.show in _FIGURES:
                cells.append((self._figure(column, line) or self._words.figure(_NONE), 1))
            elif len(cells) == 1:
                cells[0] = (cells[0][0], cells[0][1] + 1)
            else:
                cells.append((self._label(line, is_grand=is_grand) if not cells else (), 1))
        return TotalRow(is_grand, tuple(cells))

    def _label(self, line: SummaryLine, *, is_grand: bool) -> Phrases:
        spec: TotalSpec | None = self._form.spec.grand_total if is_grand else self._form.spec.subtotal
        if spec is None:
            return ()
        return self._words.in_each(spec.label, count=f"{line.all_years.count:,}")

    def _figure(self, column: ResolvedColumn, line: SummaryLine) -> Phrases:
        figure = line.all_years if column.year_be is None else line.by_year.get(column.year_be, Figure())
        text = f"{figure.count:,}" if column.show == "count" else format_baht(figure.baht)
        return self._words.figure(text if figure.count else column.blank)

    def _check(self, line: SummaryLine) -> None:
        """Add up the rows below a line once more, straight from the plan."""
        key = line.group.key if line.group is not None else ()
        row_ids = [
            row.node_id
            for row in self._form.rows
            if line.group is None or any(group.key == key for group in row.groups)
        ]
        printed = {year_be: figure.baht for year_be, figure in line.by_year.items()}
        check_sums(self._words.words.plan, row_ids, self._form.spec.money, printed, self._form.name)
        total = sum(printed.values(), Decimal(0))
        if total != line.all_years.baht:
            raise SumsDisagreeError(f"{self._form.name}: {line.all_years.baht} printed for {total}")
