"""Forms filled in with the rows of a plan: groups, rows, sums."""

from collections.abc import Iterable, Iterator, Mapping

from success_desktop.documents.outline_anchors import AnchorBook
from success_desktop.documents.outline_blocks import (
    DataRow,
    GroupRow,
    Label,
    Phrase,
    Phrases,
    Table,
    TableRow,
    Titled,
    TotalRow,
)
from success_desktop.documents.outline_columns import (
    Amounts,
    CellWriter,
    PlacedColumn,
    head_rows,
    place_columns,
    read_amounts,
)
from success_desktop.documents.outline_labels import LabelWriter
from success_desktop.documents.outline_totals import Tally, TotalLines
from success_desktop.documents.outline_values import PlanWording
from success_desktop.domain.plan import Node
from success_desktop.domain.schema import FormSpec, Wording
from success_desktop.i18n import N_, Language


class FormWriter:
    """Fills in the forms of one plan's template for one document."""

    def __init__(self, words: PlanWording, anchors: AnchorBook, numbers: Mapping[str, str]) -> None:
        self._words = words
        self._anchors = anchors
        self._labels = LabelWriter(words, anchors, numbers)
        self._cells = CellWriter(words, numbers)

    def write(self, form_name: str) -> Table:
        """A whole form: every node of its kind in the plan, under its titles."""
        form = self._words.plan.template.forms[form_name]
        nodes = tuple(node for node in self._words.plan.walk() if node.kind == form.rows)
        titles = (
            self._fill_places(title, language) for title in form.titles for language in self._words.languages
        )
        printed = tuple(title for title in titles if title.text)
        return self._table(form_name, nodes, form.groups, titles=printed)

    def write_some(self, form_name: str, nodes: tuple[Node, ...], groups: tuple[str, ...] = ()) -> Table:
        """A form with the nodes given, under its name, as it stands within a narrative."""
        form = self._words.plan.template.forms[form_name]
        caption = tuple(self._words.word(form.name, language) for language in self._words.languages)
        return self._table(form_name, nodes, groups, caption=caption)

    def stamp(self, form_name: str) -> Phrases:
        """The form's stamp; empty when it has none."""
        stamp = self._words.plan.template.forms[form_name].stamp
        return tuple(self._words.word(stamp, language) for language in self._words.languages) if stamp else ()

    def _table(
        self,
        form_name: str,
        nodes: tuple[Node, ...],
        groups: tuple[str, ...],
        titles: Phrases = (),
        caption: Phrases = (),
    ) -> Table:
        form = self._words.plan.template.forms[form_name]
        columns = place_columns(self._words.plan, form, nodes)
        rows = _Rows(self._words, form, columns, groups)
        return Table(
            form=form_name,
            titles=titles,
            caption=caption,
            columns=tuple(column.describe() for column in columns),
            head=head_rows(self._words, columns),
            rows=tuple(self._rows(rows, form_name, nodes)) or (self._empty_row(),),
        )

    def _rows(self, rows: "_Rows", form_name: str, nodes: Iterable[Node]) -> Iterator[TableRow]:
        for node in nodes:
            yield from rows.close_groups(node)
            for ancestor in rows.open_groups(node):
                yield from self._group_lines(rows.form, ancestor, rows.groups.index(ancestor.kind))
            amounts = read_amounts(rows.columns, node)
            rows.count(amounts)
            anchor = self._anchors.mark_row(node.id, form_name)
            yield DataRow(anchor, self._cells.write(rows.columns, node, amounts))
        yield from rows.close_all()

    def _group_lines(self, form: FormSpec, node: Node, level: int) -> Iterator[GroupRow]:
        """The lines above a group: where it begins the outermost one, first those of alignment."""
        if level == 0:
            for field, wording in form.alignment.items():
                yield GroupRow(0, self._alignment_line(node, field, wording))
        yield GroupRow(level, self._labels.write(node))

    def _alignment_line(self, node: Node, field: str, wording: Wording) -> tuple[Titled, ...]:
        return tuple(
            Titled(
                Label(
                    self._words.word(wording, language), (self._anchors.mark_field(node.id, field, language),)
                ),
                self._words.text(node, field, language),
            )
            for language in self._words.languages
        )

    def _empty_row(self) -> GroupRow:
        lines = (self._words.say(N_("Nothing to list"), language) for language in self._words.languages)
        return GroupRow(0, tuple(Titled(Label(Phrase("", "")), line) for line in lines))

    def _fill_places(self, title: Wording, language: Language) -> Phrase:
        """A title with its places filled by the plan's texts and years; what is blank leaves no comma behind."""
        plan = self._words.plan
        fields = plan.template.kind(plan.root.kind).fields
        places = {field: self._words.value(plan.root, field, language).text for field in fields}
        first_be, *_between = plan.years()
        offset = 0 if language == "th" else 543
        places["first_year"] = str(first_be - offset)
        places["last_year"] = str(plan.years()[-1] - offset)
        filled = self._words.word(title, language, **places)
        return filled._replace(text=filled.text.strip(" ,"))


class _Rows:
    """Where a table has got to: the groups that are open, and what they hold so far."""

    def __init__(
        self, words: PlanWording, form: FormSpec, columns: tuple[PlacedColumn, ...], groups: tuple[str, ...]
    ) -> None:
        self.form = form
        self.columns = columns
        self.groups = groups
        self._plan = words.plan
        self._lines = TotalLines(words, form, columns)
        self._open: dict[str, Node] = {}
        self._tallies: dict[str, Tally] = {}
        self._grand = Tally()

    def close_groups(self, node: Node) -> Iterator[TotalRow]:
        """The sums of the groups that end before `node`."""
        chain = self._chain(node)
        changed = False
        ending = []
        for kind in self.groups:
            changed = changed or self._open.get(kind) != chain.get(kind)
            if changed and kind in self._open:
                ending.append(kind)
        for kind in reversed(ending):
            yield from self._close(kind)

    def open_groups(self, node: Node) -> Iterator[Node]:
        """The nodes whose groups begin with `node`, outermost first."""
        for kind, ancestor in self._chain(node).items():
            if kind not in self._open:
                self._open[kind] = ancestor
                self._tallies[kind] = Tally()
                yield ancestor

    def count(self, amounts: Amounts) -> None:
        """Add a row, as the money it holds, to the open groups."""
        self._grand.add(amounts)
        for tally in self._tallies.values():
            tally.add(amounts)

    def close_all(self) -> Iterator[TotalRow]:
        """The sums at the end of the table."""
        for kind in reversed(list(self._open)):
            yield from self._close(kind)
        if self.form.has_grand_total and self._grand.count:
            yield from self._lines.write(self._grand, is_grand=True)

    def _close(self, kind: str) -> Iterator[TotalRow]:
        del self._open[kind]
        tally = self._tallies.pop(kind)
        if kind in self.form.subtotals:
            yield from self._lines.write(tally, is_grand=False)

    def _chain(self, node: Node) -> dict[str, Node]:
        """The node's ancestors by the kinds of the groups, outermost group first."""
        above = {ancestor.kind: ancestor for ancestor in self._plan.ancestors(node.id)}
        return {kind: above[kind] for kind in self.groups if kind in above}
