"""What an edition still lacks before it can be adopted."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from success_desktop.domain.edition_words import row_name
from success_desktop.domain.editions import EditionRow
from success_desktop.domain.forms.form_set import FormSet
from success_desktop.domain.office import Deed, Edition, EditionKind
from success_desktop.domain.plan import Plan
from success_desktop.i18n import N_, Language, translate

_WITH_REASONS: tuple[EditionKind, ...] = ("addition", "change")
"""The kinds whose rows need a reason where the form set does not say (ข้อ 22, 22/1 of the regulation)."""


_WITH_ANOTHER: tuple[Deed, ...] = ("merged", "duplicate")
"""The deeds that name another row."""


class Lack(NamedTuple):
    """One thing that is missing: of the edition (`row_id` "") or of a row, and the field that would hold it.

    `message` is a catalogue entry with the place ``{name}``, for which `names` has the row's name.
    """

    row_id: str
    field: str
    message: str
    names: Mapping[Language, str] = {}

    def text(self, language: Language) -> str:
        """The sentence that says what is missing."""
        return translate(self.message, language).format(name=self.names.get(language, ""))


def list_lacks(
    edition: Edition, rows: Sequence[EditionRow], plan: Plan, base: Plan | None, form_set: FormSet
) -> list[Lack]:
    """What an edition lacks whose own rows are `rows`: those of the whole `plan` for a first one (`base` None)."""
    return [*_of_edition(edition, rows, base), *_of_rows(edition, rows, plan, base, form_set)]


def needs_reasons(edition: Edition, form_set: FormSet) -> bool:
    """Whether every row of an edition needs a reason."""
    spec = form_set.editions.get(edition.kind)
    return edition.kind in _WITH_REASONS if spec is None else spec.has_reasons


def _of_edition(edition: Edition, rows: Sequence[EditionRow], base: Plan | None) -> Iterator[Lack]:
    if base is not None and not edition.number:
        yield Lack("", "number", N_("The number of the edition is missing."))
    if base is not None and not edition.year_be:
        yield Lack("", "year_be", N_("The year of the edition is missing."))
    if not edition.clause.strip():
        yield Lack("", "clause", N_("The clause that the announcement cites is missing."))
    if not rows:
        no_row = N_("The plan has no row yet that a form prints.")
        yield Lack("", "rows", no_row if base is None else N_("No row of the plan belongs to this edition."))


def _of_rows(
    edition: Edition, rows: Sequence[EditionRow], plan: Plan, base: Plan | None, form_set: FormSet
) -> Iterator[Lack]:
    if base is None:
        return
    has_reasons = needs_reasons(edition, form_set)
    for row in rows:
        holder = plan if row.row_id in plan.nodes else base
        names: dict[Language, str] = {
            "th": row_name(holder, row.row_id, "th"),
            "en": row_name(holder, row.row_id, "en"),
        }
        if has_reasons and not any(text.strip() for text in row.reason.values()):
            yield Lack(row.row_id, "reason", N_("The reason and necessity is missing: {name}"), names)
        if row.deed in _WITH_ANOTHER:
            yield from _of_other(row, names, plan, base)


def _of_other(row: EditionRow, names: Mapping[Language, str], plan: Plan, base: Plan) -> Iterator[Lack]:
    """What is missing of the row that another one was merged into, or repeats."""
    if not row.other_id:
        yield Lack(row.row_id, "other_id", N_("It is not said which row this is one with: {name}"), names)
    elif row.other_id not in plan.nodes and row.other_id not in base.nodes:
        gone = N_("The row that this is one with is not in the plan of this edition: {name}")
        yield Lack(row.row_id, "other_id", gone, names)
