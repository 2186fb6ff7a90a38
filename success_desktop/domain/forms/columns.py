"""The columns of a form as they stand on paper: years and months spread out, fields that the plan has found."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from success_desktop.domain.calendar import fiscal_months, year_be_of, year_text
from success_desktop.domain.calendar_dates import month_text
from success_desktop.domain.forms.form_set import NOTHING, FormColumn, OfficialForm, Show
from success_desktop.domain.forms.resolved import Align, ResolvedColumn
from success_desktop.domain.schema import FieldSpec, Template, Wording
from success_desktop.domain.values import FieldType

_NUMERIC: frozenset[FieldType] = frozenset(("number", "money"))
_CENTRED: frozenset[FieldType] = frozenset(("date", "fiscal_year"))


@dataclass(frozen=True, slots=True)
class Paper:
    """What columns are laid out for: the form, the template of the plan, the years and the one fiscal year (BE)."""

    form: OfficialForm
    template: Template
    years: tuple[int, ...]
    fiscal_year_be: int
    is_amended: bool

    def known_fields(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the fields that rows of the form can have in this plan."""
        return tuple(name for name in names if self.field_spec(name) is not None)

    def field_spec(self, name: str) -> FieldSpec | None:
        """What the template says of a field of the rows; None when rows have none of that name."""
        kinds = (self.template.kinds[kind] for kind in self.form.rows if kind in self.template.kinds)
        return next((kind.fields[name] for kind in kinds if name in kind.fields), None)


def lay_out_columns(paper: Paper) -> tuple[ResolvedColumn, ...]:
    """The columns of a form from left to right; those of amended editions are left out of others."""
    return tuple(
        column
        for spec in paper.form.columns
        if paper.is_amended or spec.when == "always"
        for column in _SPREAD.get(spec.show, _spread_none)(paper, spec)
    )


def _spread_none(paper: Paper, spec: FormColumn) -> Iterator[ResolvedColumn]:
    yield _place(paper, spec)


def _spread_years(paper: Paper, spec: FormColumn) -> Iterator[ResolvedColumn]:
    base = replace(_place(paper, spec), show="year", align="number")
    for year_be in paper.years:
        heads = _heads(spec, _of_year(spec.head, year_be), spec.unit)
        yield replace(base, heads=heads, share=spec.width / len(paper.years), year_be=year_be)


def _spread_months(paper: Paper, spec: FormColumn) -> Iterator[ResolvedColumn]:
    months = fiscal_months(paper.fiscal_year_be)
    base = replace(_place(paper, spec), align="centre")
    for month in months:
        name = Wording(
            th=month_text(month.month, "th", is_short=True), en=month_text(month.month, "en", is_short=True)
        )
        heads = (_of_year(spec.over, year_be_of(month)), _fill(spec.head, "{month}", name), spec.unit)
        yield replace(base, heads=_filled(heads), share=spec.width / len(months), month=month)


def _spread_figures(paper: Paper, spec: FormColumn) -> Iterator[ResolvedColumn]:
    share = spec.width / len(paper.years)
    for year_be in paper.years:
        for column in _pair(paper, spec, _of_year(spec.head, year_be), share):
            yield replace(column, year_be=year_be)


def _spread_all_figures(paper: Paper, spec: FormColumn) -> Iterator[ResolvedColumn]:
    yield from _pair(paper, spec, spec.head, spec.width)


def _pair(paper: Paper, spec: FormColumn, head: Wording, share: float) -> Iterator[ResolvedColumn]:
    """A column of counts and one of baht, which needs nearly twice as much room."""
    base = replace(_place(paper, spec), align="number")
    filled = _of_years(head, paper)
    yield replace(base, show="count", heads=_heads(spec, filled, spec.count_head), share=share * 0.36)
    yield replace(base, show="baht", heads=_heads(spec, filled, spec.unit), share=share * 0.64)


def _spread_total(paper: Paper, spec: FormColumn) -> Iterator[ResolvedColumn]:
    heads = _heads(spec, _of_years(spec.head, paper), spec.unit)
    yield replace(_place(paper, spec), heads=heads, align="number")


def _spread_fiscal_year(paper: Paper, spec: FormColumn) -> Iterator[ResolvedColumn]:
    heads = _heads(spec, _of_year(spec.head, paper.fiscal_year_be), spec.unit)
    column = replace(_place(paper, spec), heads=heads, align="number")
    yield replace(column, year_be=paper.fiscal_year_be)


_SPREAD: Mapping[Show, Callable[[Paper, FormColumn], Iterator[ResolvedColumn]]] = {
    "years": _spread_years,
    "months": _spread_months,
    "figures": _spread_figures,
    "all_figures": _spread_all_figures,
    "total": _spread_total,
    "fiscal_year": _spread_fiscal_year,
}


def _place(paper: Paper, spec: FormColumn) -> ResolvedColumn:
    return ResolvedColumn(
        show=spec.show,
        heads=_heads(spec, spec.head, spec.unit),
        share=spec.width,
        fields=paper.known_fields(spec.fields),
        level=spec.level,
        alignment=spec.alignment,
        children=spec.children,
        is_stacked=spec.is_stacked,
        blank=spec.blank,
        align=_align(paper, spec),
        counted=spec.counted if spec.counted != NOTHING else None,
    )


def _align(paper: Paper, spec: FormColumn) -> Align:
    if spec.show == "number":
        return "centre"
    if spec.show != "fields" or spec.is_stacked or not (fields := paper.known_fields(spec.fields)):
        return "text"
    found = paper.field_spec(fields[0])
    field_type = found.type if found else "text"
    return "number" if field_type in _NUMERIC else "centre" if field_type in _CENTRED else "text"


def _heads(spec: FormColumn, head: Wording, lowest: Wording) -> tuple[Wording, ...]:
    return _filled((spec.over, head, lowest))


def _filled(heads: tuple[Wording, ...]) -> tuple[Wording, ...]:
    return tuple(wording for wording in heads if wording.th or wording.en)


def _of_year(wording: Wording, year_be: int) -> Wording:
    return _fill(wording, "{year}", Wording(th=year_text(year_be, "th"), en=year_text(year_be, "en")))


def _of_years(wording: Wording, paper: Paper) -> Wording:
    count = str(len(paper.years))
    return _fill(wording, "{years}", Wording(th=count, en=count))


def _fill(wording: Wording, place: str, value: Wording) -> Wording:
    return Wording(th=wording.th.replace(place, value.th), en=wording.en.replace(place, value.en))
