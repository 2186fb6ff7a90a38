"""Tables of two documents are set in the same columns, wide enough for an old and a new amount where there is room."""

from decimal import Decimal

from success_desktop.documents.outline_blocks import Outline, Table
from success_desktop.documents.outline_passages import list_tables
from success_desktop.documents.redline.joint_columns import JointColumns
from success_desktop.documents.word_columns import CELL_PADDING, figures_width, least_widths
from success_desktop.documents.word_layout import fit_table
from success_desktop.domain.edits import Edit, remove_branch
from success_desktop.domain.plan import Plan
from tests.documents.redline.revised_plans import Story, find_node, write_value
from tests.documents.word_plans import branch, plan_of, project, root, strategy_plan
from tests.plans import small_plan

WIDTH, POINTS = 13000, 12.0
TOTAL = 2
"""The column of the small table of projects that holds their money."""


def edited(part: str, baht: int, plan: Plan, name: str) -> tuple[Outline, Outline]:
    made = Story(plan).step("มาลี", write_value("project", "budget", part, Decimal(baht), name)).redline()
    return made.old, made.new


def table_of(outline: Outline, form: str) -> Table:
    return next(table for table in list_tables(outline) if table.form == form)


def test_both_documents_have_the_same_columns_and_fill_the_width():
    old, new = edited("2566:ordinance", 987_654_321_000, strategy_plan(), "ขยะ")
    columns = JointColumns(old, new)
    fitted = {columns.fit(table_of(outline, "p02"), WIDTH, POINTS) for outline in (old, new)}
    assert len(fitted) == 1
    ((widths, percents),) = fitted
    assert sum(widths) == WIDTH
    assert min(percents) > 0


def test_without_replaced_amounts_columns_are_those_of_the_rows_of_both():
    made = Story(small_plan()).redline()
    table = table_of(made.new, "projects")
    assert JointColumns(made.old, made.new).fit(table, WIDTH, POINTS) == fit_table(table, WIDTH, POINTS)


def test_an_old_and_a_new_amount_stand_on_one_line_where_the_texts_can_spare_it():
    old, new = edited("2568:ordinance", 1_500_000_000, small_plan(), "โครงการdredge")
    table = table_of(new, "project_list")
    widths, _percents = JointColumns(old, new).fit(table, WIDTH, POINTS)
    assert widths[TOTAL] >= figures_width("2,200,0001,501,700,000", POINTS) + CELL_PADDING
    assert sum(widths) == WIDTH
    needs = least_widths(table, POINTS)
    assert all(width >= need for width, need in zip(widths, needs, strict=True))


def test_the_old_and_the_new_number_of_a_row_stand_on_one_line():
    branches = [branch(*(project(f"{letter} {number}") for number in range(11))) for letter in "กข"]
    plan = plan_of(root(*branches))
    made = (
        Story(plan)
        .step("มาลี", lambda plan: remove_branch(plan, find_node(plan, "project", "ข 0").id))
        .redline()
    )
    table = table_of(made.new, "projects")
    widths, _percents = JointColumns(made.old, made.new).fit(table, WIDTH, POINTS)
    assert widths[0] >= figures_width("1.2.1110", POINTS) + CELL_PADDING
    assert widths[0] > fit_table(table, WIDTH, POINTS)[0][0]


def test_texts_keep_their_room_where_amounts_would_take_too_much():
    """A narrow page: the pair of amounts does not fit, and nothing is taken from the names for it."""
    old, new = edited("2568:ordinance", 1_500_000_000, small_plan(), "โครงการdredge")
    table, narrow = table_of(new, "project_list"), 4000
    widths, _percents = JointColumns(old, new).fit(table, narrow, POINTS)
    assert sum(widths) == narrow
    assert widths[TOTAL] < figures_width("2,200,0001,501,700,000", POINTS) + CELL_PADDING


def test_a_sum_that_is_replaced_has_room_for_both_sums():
    plan = plan_of(
        root(branch(project("ก", {2568: {"ordinance": 5}}), project("ข", {2568: {"ordinance": 7}})))
    )
    old, new = edited("2568:ordinance", 1_000_000, plan, "ก")
    table = table_of(new, "projects")
    widths, _percents = JointColumns(old, new).fit(table, 20000, POINTS)
    (place,) = (place for place, column in enumerate(table.columns) if column.source == "budget:2568")
    assert widths[place] >= figures_width("121,000,007", POINTS) + CELL_PADDING
    assert (
        len({width for width, column in zip(widths, table.columns, strict=True) if ":" in column.source}) == 2
    )


def test_a_table_that_only_one_document_has_is_fitted_too():
    def remove(plan: Plan) -> tuple[Edit, ...]:
        return remove_branch(plan, find_node(plan, "indicator").id)

    made = Story(small_plan()).step("มาลี", remove).redline()
    columns = JointColumns(made.old, made.new)
    gone = table_of(made.old, "indicators")
    assert columns.fit(gone, WIDTH, POINTS) == fit_table(gone, WIDTH, POINTS)


def test_other_years_make_other_columns():
    made = Story(small_plan()).step("มาลี", write_value("plan", "last_year", "", Decimal(2570))).redline()
    columns = JointColumns(made.old, made.new)
    old, new = (
        columns.fit(table_of(outline, "projects"), WIDTH, POINTS)[0] for outline in (made.old, made.new)
    )
    assert len(old) == len(new) + 2
