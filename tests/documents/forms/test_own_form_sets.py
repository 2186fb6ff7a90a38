"""Form sets that someone changed: other columns, other sums, other signs for nothing."""

from success_desktop.documents.forms.form_document import build_form_outline
from success_desktop.documents.outline_passages import list_tables
from success_desktop.domain.forms.form_set import FormColumn, FormSet
from success_desktop.domain.schema import Seed, Wording
from tests.documents.form_plans import form_set
from tests.documents.forms.test_form_document import TWO_YEARS, table, totals
from tests.documents.official_plans import one_strategy, plan_2566, project
from tests.documents.outline_reading import find_totals, read_cells

HEAD = Wording(th="หัว", en="Head")


def changed_set(name: str, **changes: object) -> FormSet:
    """The set of 2566 with one form that is like the one of that name but for the changes."""
    base = form_set()
    return base.model_copy(update={"forms": {name: base.forms[name].model_copy(update=changes)}})


def with_columns(name: str, *extra: FormColumn, place: int = 1, **changes: object) -> FormSet:
    """The set of 2566 with more columns in a form."""
    columns = form_set().forms[name].columns
    return changed_set(name, columns=(*columns[:place], *extra, *columns[place:]), **changes)


def test_a_form_may_print_the_total_of_all_years_and_the_names_of_groups():
    total = FormColumn(show="total", head=HEAD, width=9)
    level = FormColumn(show="level", level="tactic", head=HEAD, width=9)
    own = with_columns("p02", total, level, place=5)
    (found,) = list_tables(build_form_outline(plan_2566(TWO_YEARS), own, ("p02",)))
    assert [row[9:11] for row in read_cells(found)] == [["3,000", "กันท่วม"], ["500", "กันท่วม"], ["", "กันท่วม"]]
    assert [line[6] for line in totals(found)] == ["3,500", "3", "3,500", "3"]
    assert [column.source for column in found.columns][9:11] == ["total", "tactic"]


def test_a_blank_cell_prints_the_sign_that_its_column_has():
    place = FormColumn(show="fields", fields=("place",), head=HEAD, width=9, blank="-")
    (found,) = list_tables(build_form_outline(plan_2566(TWO_YEARS), with_columns("p02", place), ("p02",)))
    assert [row[1] for row in read_cells(found)] == ["-", "-", "-"]


def test_fields_and_activities_below_one_another_are_told_in_each_language():
    deed = Seed(kind="action_item", fields={"name": {"th": "สำรวจ"}})
    work = project("ขุดคลอง", {2566: 5}, place={"th": "หมู่ 1", "en": "Moo 1"})
    plan = plan_2566(one_strategy(Seed(kind="project", fields=work.fields, children=(deed,))))
    assert read_cells(table(plan, "pd02"))[0][1] == "ขุดคลอง\nสำรวจ"
    assert read_cells(table(plan, "pd02", language="en"))[0][1] == "[Thai] ขุดคลอง\n[Thai] สำรวจ"
    assert read_cells(table(plan, "pd02", language="both"))[0][3] == "หมู่ 1|Moo 1"


def test_a_summary_may_number_its_lines_and_leave_its_sums_without_a_label():
    number = FormColumn(show="number", head=HEAD, width=4)
    own = with_columns("p01", number, place=0, subtotal=None)
    (found,) = list_tables(build_form_outline(plan_2566(TWO_YEARS), own, ("p01",)))
    assert read_cells(found)[0][:2] == ["(1)", "(1)  แผนงานเคหะและชุมชน"]
    assert [(line[0], line[1]) for line in totals(found)] == [("", "1"), ("รวมทั้งสิ้น", "1")]
    assert [row.cells[0][1] for row in find_totals(found)] == [2, 2]
    assert all(sum(span for _phrases, span in row.cells) == 14 for row in find_totals(found))


def test_a_summary_may_say_more_behind_its_figures():
    note = FormColumn(show="gathered", fields=(), head=HEAD, width=4)
    own = with_columns("p01", note, place=3)
    (found,) = list_tables(build_form_outline(plan_2566(TWO_YEARS), own, ("p01",)))
    assert all(sum(span for _phrases, span in row.cells) == 14 for row in find_totals(found))
    assert [row[-1] for row in read_cells(found)] == [""]
