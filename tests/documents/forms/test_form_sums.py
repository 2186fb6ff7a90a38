"""Sums of forms are added up twice; a disagreement never reaches paper."""

from dataclasses import replace
from decimal import Decimal

import pytest

from success_desktop.documents.forms.form_cells import FormCells
from success_desktop.documents.forms.form_options import FormPrintOptions
from success_desktop.documents.forms.form_rows import RowsWriter
from success_desktop.documents.forms.form_summary import SummaryWriter
from success_desktop.documents.forms.form_sums import (
    SumsDisagreeError,
    Tally,
    add_again,
    check_sums,
    sum_of_column,
)
from success_desktop.documents.forms.form_totals import TotalLines
from success_desktop.documents.forms.form_words import FormWords
from success_desktop.documents.outline_values import PlanWording
from success_desktop.domain.forms.form_set import TotalSpec
from success_desktop.domain.forms.resolved import Figure, ResolvedColumn, ResolvedForm
from success_desktop.domain.forms.resolving import resolve_form
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Wording
from tests.documents.form_plans import form_plan, form_set
from tests.documents.official_plans import one_strategy, plan_2566, project
from tests.documents.outline_reading import read_total

HEAD = (Wording(th="ก", en="a"),)


def plan_of_two() -> Plan:
    return plan_2566(one_strategy(project("เขื่อน", {2566: 1_000, 2567: 2_000}), project("คลอง", {2567: 500})))


def words_of(plan: Plan) -> FormWords:
    return FormWords(PlanWording(plan, "th", has_thai_digits=False), form_set(), FormPrintOptions())


def resolved(plan: Plan, name: str) -> ResolvedForm:
    return resolve_form(form_set(), name, plan)


def test_a_tally_counts_rows_and_money_and_takes_a_nought_for_no_money():
    tally = Tally()
    tally.add("a", {2566: Decimal(5), 2567: Decimal(0)})
    tally.add("b", {2566: Decimal(7)})
    assert (tally.count, tally.filled[2566], tally.filled[2567]) == (2, 2, 0)
    assert tally.total((2566, 2567, 2568)) == 12


def test_columns_of_a_year_and_of_all_years_hold_their_sums():
    tally = Tally()
    year, every = (ResolvedColumn("year", HEAD, 1, year_be=2566), ResolvedColumn("total", HEAD, 1))
    assert sum_of_column(every, tally, (2566,)) is None
    tally.add("a", {2566: Decimal(5), 2567: Decimal(6)})
    assert sum_of_column(year, tally, (2566, 2567)) == 5
    assert sum_of_column(every, tally, (2566, 2567)) == 11


def test_the_second_addition_takes_every_source_of_funds():
    plan = form_plan()
    row = next(node for node in plan.walk() if "2566:pao_grant" in node.parts("budget"))
    found = add_again(plan, [row.id], ("budget", "elsewhere"))
    assert sum(found.values()) == sum(row.yearly_money("budget").values())
    assert found[2566] > row.yearly_money("budget")[2566, "ordinance"]


def test_sums_that_are_those_of_the_plan_pass():
    plan = plan_of_two()
    ids = [node.id for node in plan.walk() if node.kind == "project"]
    check_sums(plan, ids, ("budget",), {2566: Decimal(1_000), 2567: Decimal(2_500), 2568: Decimal(0)}, "p02")
    check_sums(plan, [], ("budget",), {}, "p02")


@pytest.mark.parametrize("baht", [Decimal(2_501), Decimal(0)])
def test_a_sum_that_is_not_that_of_the_plan_stops_the_printing(baht):
    plan = plan_of_two()
    ids = [node.id for node in plan.walk() if node.kind == "project"]
    with pytest.raises(SumsDisagreeError, match="p02: 2 rows"):
        check_sums(plan, ids, ("budget",), {2567: baht}, "p02")


def test_a_row_summed_twice_stops_the_printing():
    plan = plan_of_two()
    row = next(node.id for node in plan.walk() if node.kind == "project")
    with pytest.raises(SumsDisagreeError, match="summed as nothing"):
        check_sums(plan, [row, row], ("budget",), {}, "p02")


def test_a_form_whose_budgets_are_not_the_plans_is_not_printed():
    plan = plan_of_two()
    form = resolved(plan, "p02")
    wrong = replace(form, budgets={**form.budgets, form.rows[0].node_id: {2566: Decimal(1)}})
    words = words_of(plan)
    writer = RowsWriter(words, wrong, FormCells(words, wrong, {}), shows_alignment=True)
    with pytest.raises(SumsDisagreeError):
        list(writer.write())


def test_a_summary_whose_figures_are_not_the_plans_is_not_printed():
    plan = plan_of_two()
    form = resolved(plan, "p01")
    for changes in ({"by_year": {2566: Figure(1, Decimal(9))}}, {"all_years": Figure(2, Decimal(9))}):
        lines = tuple(line._replace(**changes) if line.role == "figures" else line for line in form.summary)
        with pytest.raises(SumsDisagreeError):
            list(SummaryWriter(words_of(plan), replace(form, summary=lines)).write())


def a_line(spec: TotalSpec, shows: str) -> list[tuple[str, int]]:
    """A line of sums over columns given by letters: t for text, y for the year 2566, a for all years."""
    plan = plan_of_two()
    kinds = {
        "t": ResolvedColumn("fields", HEAD, 1),
        "y": ResolvedColumn("year", HEAD, 1, year_be=2566),
        "a": ResolvedColumn("total", HEAD, 1),
    }
    columns = tuple(kinds[letter] for letter in shows)
    form = resolved(plan, "p02")
    own = replace(form, columns=columns, spec=form.spec.model_copy(update={"subtotal": spec, "counts": None}))
    tally = Tally()
    tally.add("a", {2566: Decimal(1_000)})
    (row,) = TotalLines(words_of(plan), own).write(tally, is_grand=False)
    return list(zip(read_total(row), [span for _phrases, span in row.cells], strict=True))


def say(text: str) -> Wording:
    return Wording(th=text, en=text)


LABEL = say("รวม {count} แถว")


@pytest.mark.parametrize(
    ("spec", "shows", "wanted"),
    [
        (TotalSpec(label=LABEL), "tttyt", [("รวม 1 แถว", 3), ("1,000", 1), ("", 1)]),
        (TotalSpec(label=LABEL, between="-"), "ttty", [("รวม 1 แถว", 2), ("-", 1), ("1,000", 1)]),
        (TotalSpec(label=LABEL, between="-"), "ty", [("รวม 1 แถว", 1), ("1,000", 1)]),
        (TotalSpec(label=LABEL, count=say("{count}")), "ttty", [("รวม 1 แถว", 1), ("1", 2), ("1,000", 1)]),
        (TotalSpec(label=LABEL, count=say("{count}")), "ty", [("รวม 1 แถว", 1), ("1,000", 1)]),
        (
            TotalSpec(label=LABEL, count=say("{count}"), between="-"),
            "tttty",
            [("รวม 1 แถว", 1), ("1", 1), ("-", 1), ("-", 1), ("1,000", 1)],
        ),
        (
            TotalSpec(label=LABEL, after=say("รวม {years} ปี: {total} บาท")),
            "tyatt",
            [("รวม 1 แถว", 1), ("1,000", 1), ("1,000", 1), ("รวม 5 ปี: 1,000 บาท", 2)],
        ),
        (TotalSpec(label=LABEL), "tytyt", [("รวม 1 แถว", 1), ("1,000", 1), ("", 1), ("1,000", 1), ("", 1)]),
    ],
)
def test_texts_of_a_line_of_sums_are_laid_over_the_columns(spec, shows, wanted):
    assert a_line(spec, shows) == wanted


def test_a_form_without_sums_has_no_lines_of_sums():
    plan = plan_of_two()
    form = resolved(plan, "p02")
    bare = replace(form, spec=form.spec.model_copy(update={"subtotal": None, "grand_total": None}))
    assert list(TotalLines(words_of(plan), bare).write(Tally(), is_grand=True)) == []
    assert list(TotalLines(words_of(plan), bare).write(Tally(), is_grand=False)) == []
