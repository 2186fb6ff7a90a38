"""The book of an edition: the forms of a first one, the new rows of an addition, old and new rows of a change or correction.

Every book begins with the edition's own summary (ผ.01) where the form set has one; pages are counted through. A change book
(บัญชีเปลี่ยนแปลง, บัญชีแก้ไข) is woven from two readings of the forms: of the adopted plan and of the amended one.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace

from success_desktop.documents.change_rows import ChangeRows, find_rows
from success_desktop.documents.forms.form_document import EditionWords, FormPrintOptions, build_form_outline
from success_desktop.documents.outline_blocks import (
    Anchor,
    DataRow,
    Outline,
    Section,
    Table,
    TableRow,
    TotalRow,
)
from success_desktop.documents.outline_values import PlanWording
from success_desktop.domain.edition_places import EarlierPlace
from success_desktop.domain.edition_plans import leave_out
from success_desktop.domain.edition_sheets import list_row_forms, read_sheets
from success_desktop.domain.editions import EditionRow
from success_desktop.domain.forms.form_set import FormSet
from success_desktop.domain.office import Edition, PrintedPlace
from success_desktop.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class ChangeBook:
    """What the book of an edition is made of; nothing in it changes, so it can be written anywhere.

    `plan` is the plan as the edition adopts it and `base` as it was adopted before (None for a first edition); `rows` are
    those of the edition; `earlier` the places where they were printed last, by the row's id.
    """

    edition: Edition
    base: Plan | None
    plan: Plan
    rows: tuple[EditionRow, ...]
    form_set: FormSet
    earlier: Mapping[str, EarlierPlace]


def build_change_book(book: ChangeBook, options: FormPrintOptions) -> Outline:
    """The book of an edition as it will be printed; the edition that `options` names gives way to the book's.

    Pages are counted as they were on its adoption, unless `options` begin with another one than 1.
    """
    edition = book.edition
    worded = EditionWords(edition.kind, edition.number, edition.year_be)
    first_page = options.first_page if options.first_page != 1 else edition.first_page
    asked = replace(
        options,
        edition=worded,
        first_page=first_page,
        row_ids=None,
        reasons={row.row_id: row.reason for row in book.rows},
    )
    if book.base is None:
        return build_form_outline(book.plan, book.form_set, list_forms(book.form_set, book.plan), asked)
    row_ids = frozenset(row.row_id for row in book.rows)
    asked = replace(asked, row_ids=row_ids)
    if all(row.nature == "added" for row in book.rows):
        names = list_forms(book.form_set, book.plan, row_ids)
        return build_form_outline(book.plan, book.form_set, names, asked)
    return _weave(book, book.base, asked)


def list_forms(form_set: FormSet, plan: Plan, row_ids: frozenset[str] | None = None) -> list[str]:
    """The forms that a book prints: the summaries whose rows there are, then those that list rows; none that is empty."""
    filled = {
        sheet.form
        for row_id, sheet in read_sheets(form_set, plan).items()
        if row_ids is None or row_id in row_ids
    }
    kinds = {kind for name in filled for kind in form_set.forms[name].rows}
    lists = {listing for name in filled for listing in form_set.forms[name].listing}
    summaries = [
        name
        for name, form in form_set.forms.items()
        if form.shape == "summary"
        and kinds.intersection(form.rows)
        and (not form.listing or not lists or lists.intersection(form.listing))
    ]
    return [*summaries, *(name for name in list_row_forms(form_set) if name in filled)]


def list_places(
    outline: Outline, pages: Mapping[str, int], row_ids: Container[str]
) -> dict[str, PrintedPlace]:
    """Where the rows of a book that are asked for stand in it. `pages` are those of its anchors, by the anchors' names.

    A row that is printed as it was and as it is now stands where it is now.
    """
    places: dict[str, PrintedPlace] = {}
    for table in _tables(outline):
        at = next((place for place, column in enumerate(table.columns) if column.source == "number"), None)
        for row in table.rows:
            if isinstance(row, DataRow) and row.anchor.node_id in row_ids:
                number = "" if at is None else "".join(phrase.text for phrase in row.cells[at])
                places[row.anchor.node_id] = PrintedPlace(table.form, pages[row.anchor.name], number)
    return places


def _weave(book: ChangeBook, base: Plan, asked: FormPrintOptions) -> Outline:
    """A book that shows old rows before new ones; rows that are gone stand where they stood, but in no sum."""
    row_ids = frozenset(row.row_id for row in book.rows)
    merged = leave_out(book.plan, base, [row.row_id for row in book.rows if row.nature == "removed"])
    lists = [name for name in list_forms(book.form_set, merged, row_ids) if _is_list(book.form_set, name)]
    sums = [name for name in list_forms(book.form_set, book.plan, row_ids) if name not in lists]
    new = build_form_outline(merged, book.form_set, lists, asked)
    summary = build_form_outline(book.plan, book.form_set, sums, asked)
    old = build_form_outline(base, book.form_set, list(list_row_forms(book.form_set)), asked)
    words = PlanWording(merged, asked.language, has_thai_digits=asked.has_thai_digits)
    writer = ChangeRows(words, base, book.edition.kind, {row.row_id: row for row in book.rows}, book.earlier)
    old_rows = find_rows(tuple(_tables(old)))
    woven = (
        replace(section, blocks=tuple(writer.weave(table, old_rows) for table in _tables_of(section)))
        for section in new.sections
    )
    return replace(new, sections=(*map(_with_own_anchors, summary.sections), *woven))


def _is_list(form_set: FormSet, name: str) -> bool:
    return form_set.forms[name].shape == "rows"


def _with_own_anchors(section: Section) -> Section:
    """A section whose anchors bear other names than those of the same groups in another reading of the plan."""
    tables = (
        replace(table, rows=tuple(_with_own_anchor(row) for row in table.rows))
        for table in _tables_of(section)
    )
    return replace(section, blocks=tuple(tables))


def _with_own_anchor(row: TableRow) -> TableRow:
    if isinstance(row, DataRow):
        return row._replace(anchor=_own(row.anchor))
    if isinstance(row, TotalRow):
        return row
    lines = (
        line._replace(label=line.label._replace(anchors=tuple(map(_own, line.label.anchors))))
        for line in row.lines
    )
    return row._replace(lines=tuple(lines))


def _own(anchor: Anchor) -> Anchor:
    return anchor._replace(name=f"{anchor.name}s")


def _tables(outline: Outline) -> Iterator[Table]:
    for section in outline.sections:
        yield from _tables_of(section)


def _tables_of(section: Section) -> Iterator[Table]:
    return (block for block in section.blocks if isinstance(block, Table))
