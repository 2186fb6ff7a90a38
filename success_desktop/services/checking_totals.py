"""Checking the sums of a typed summary form (ผ.01) against what the rows of the plan add up to."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from success_desktop.documents.tables_in import read_table
from success_desktop.documents.tables_in_totals import TypedSummary, read_typed_summary
from success_desktop.domain.amounts import format_baht
from success_desktop.domain.calendar import year_text
from success_desktop.domain.forms.form_set import FormSet
from success_desktop.domain.forms.resolved import FormGroup
from success_desktop.domain.forms.resolving import resolve_form
from success_desktop.domain.forms.typed_totals import Disagreement, TotalsCheck, check_typed_totals
from success_desktop.domain.plan import Plan
from success_desktop.errors import UserError
from success_desktop.i18n import N_, Language, translate
from success_desktop.services.form_sets import form_set_of


@dataclass(frozen=True, slots=True)
class TotalsReport:
    """What a check of a file found: the file, the sheet read, the check, cells that hold no figure as (row, text)."""

    file_name: str
    sheet: str
    check: TotalsCheck
    unread: tuple[tuple[int, str], ...]

    @property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """The typed figures that are not what the rows add up to, from the top of the table down."""
        return self.check.disagreements

    @property
    def is_right(self) -> bool:
        """Whether every figure was read and agrees, and no group is missing or unknown."""
        check = self.check
        return not (check.disagreements or check.unknown or check.missing or self.unread)

    def sentences(self, language: Language) -> list[str]:
        """The findings in words, in the order of the table; one sentence when all agrees."""
        return list(_tell(self, language))

    def as_data(self) -> dict[str, Any]:
        """The findings as plain data that JSON can hold; years are Buddhist, money is baht."""
        return {
            "file": self.file_name,
            "sheet": self.sheet,
            "agreeing": self.check.agreeing,
            "disagreements": [
                {
                    "row": one.row,
                    "label": one.label,
                    "year": one.year_be,
                    "what": one.what,
                    "typed": _plain(one.typed),
                    "computed": _plain(one.computed),
                }
                for one in self.disagreements
            ],
            "unknown": [{"row": line.row, "label": line.label} for line in self.check.unknown],
            "missing": [{"id": group.node_id, "name": _name(group, "th")} for group in self.check.missing],
            "unread": [{"row": row, "text": text} for row, text in self.unread],
        }


def check_typed_summary(plan: Plan, path: Path, form_set: FormSet | None = None) -> TotalsReport:
    """Compare a typed ผ.01 (Excel, OpenDocument or CSV) with the plan, in its own form set unless another is given.

    Raises UserError when the file cannot be read, holds no such summary, or the form set has no summary form.
    """
    chosen = form_set or form_set_of(plan)
    name = next((name for name, form in chosen.forms.items() if form.shape == "summary"), None)
    if name is None:
        raise UserError(
            N_("The form set “{form_set}” has no summary form to check against."),
            advice=N_("Choose another form set."),
            form_set=chosen.name,
        )
    summary = read_typed_summary(read_table(path))
    if summary is None:
        raise UserError(
            N_("“{name}” holds no table of sums by year."),
            advice=N_(
                "Choose the file of form ผ.01: its head names years, with the number of projects and the budget below."
            ),
            name=path.name,
        )
    return _report(path.name, summary, check_typed_totals(resolve_form(chosen, name, plan), summary.lines))


def _report(file_name: str, summary: TypedSummary, check: TotalsCheck) -> TotalsReport:
    return TotalsReport(file_name, summary.sheet, check, summary.unread)


_BAHT = N_(
    "Row {row}, “{label}”, {year}: {typed} baht is typed, but the plan’s rows add up to {computed} baht."
)
_COUNT = N_(
    "Row {row}, “{label}”, {year}: {typed} projects is typed, but the plan’s rows are {computed} projects."
)


def _tell(report: TotalsReport, language: Language) -> Iterator[str]:
    def say(message: str, **places: object) -> str:
        return translate(message, language).format(**places)

    for one in report.disagreements:
        yield say(
            _BAHT if one.what == "baht" else _COUNT,
            row=one.row,
            label=one.label,
            year=year_text(one.year_be, language) if one.year_be else say(N_("all years")),
            typed=format_baht(one.typed),
            computed=format_baht(one.computed),
        )
    for line in report.check.unknown:
        yield say(N_("Row {row}: the plan has nothing called “{label}”."), row=line.row, label=line.label)
    for group in report.check.missing:
        yield say(N_("“{name}” of the plan is missing in the table."), name=_name(group, language))
    for row, text in report.unread:
        yield say(N_("Row {row}: “{text}” is no figure, and was not compared."), row=row, text=text)
    if report.is_right:
        yield say(N_("All {count} figures agree with the plan."), count=f"{report.check.agreeing:,}")


def _name(group: FormGroup, language: Language) -> str:
    """A group's name, that in the other language where it has none, behind its number."""
    name = group.texts.get(language) or next(iter(group.texts.values()), "")
    return f"{group.number} {name}".strip()


def _plain(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)
