"""Sorting what our writer yields: labelled texts, tables, rows."""

from collections.abc import Callable

import pytest

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import DocumentLanguage
from success_desktop.documents.redline.alignment import Key
from success_desktop.documents.redline.blocks import (
    Block,
    Table,
    Text,
    fit_row,
    read_blocks,
    read_row,
    style_of,
)
from success_desktop.documents.word_body import BodyWriter
from success_desktop.documents.word_layout import lay_out
from success_desktop.domain.edits import apply, set_value
from success_desktop.domain.plan import Plan
from tests.documents.redline.revised_plans import find_node
from tests.documents.word_plans import branch, issue_plan, plan_of, project, root, sample_plan, strategy_plan

PLANS: dict[str, Callable[[], Plan]] = {"sample": sample_plan, "2566": strategy_plan, "2571": issue_plan}


def pages_of(plan: Plan, language: DocumentLanguage = "th") -> list[list[str]]:
    outline = build_outline(plan, OutlineOptions(language))
    return [list(pieces) for pieces in BodyWriter(outline, lay_out(outline)).write()]


def blocks_of(plan: Plan, language: DocumentLanguage = "th") -> list[Block]:
    """The blocks of all sections together."""
    return [block for pieces in pages_of(plan, language)[2:] for block in read_blocks(pieces)]


def tables_of(plan: Plan, language: DocumentLanguage = "th") -> list[Table]:
    return [block for block in blocks_of(plan, language) if isinstance(block, Table)]


@pytest.mark.parametrize("language", ["th", "both"])
@pytest.mark.parametrize("plan", PLANS)
def test_nothing_of_the_body_is_lost(plan: str, language: DocumentLanguage):
    for pieces in pages_of(PLANS[plan](), language):
        xml = "".join(
            block.xml if isinstance(block, Text)
            else f"{block.lead}{block.opening}{''.join(row.xml for row in block.rows)}</w:tbl>{block.after}"
            for block in read_blocks(pieces)
        )  # fmt: skip
        assert xml == "".join(pieces)


@pytest.mark.parametrize("language", ["th", "en", "both"])
@pytest.mark.parametrize("plan", PLANS)
def test_names_are_unique_on_their_pages_and_in_their_tables(plan: str, language: DocumentLanguage):
    for pieces in pages_of(PLANS[plan](), language):
        blocks = read_blocks(pieces)
        names = [block.key.name for block in blocks if block.key.name]
        assert len(names) == len(set(names))
        for table in (block for block in blocks if isinstance(block, Table)):
            rows = [row.key.name for row in table.rows if row.key.name]
            assert len(rows) == len(set(rows))


def test_the_body_of_a_plan_is_found_by_the_names_of_its_labels_whatever_it_says():
    plan = sample_plan()
    issue = find_node(plan, "strategic_issue")
    renamed = apply(plan, set_value(plan, issue.id, "name", "th", "ชื่อใหม่ทั้งหมด"))
    assert [block.key for block in blocks_of(plan)] == [block.key for block in blocks_of(renamed)]


def test_numbers_of_bookmarks_make_no_difference():
    first, second = (
        blocks_of(plan_of(root(branch(project("ถนน")), **more)))[0] for more in ({}, {"edition": {"th": "ก"}})
    )
    assert isinstance(first, Text)
    assert isinstance(second, Text)
    assert first.bare == second.bare
    assert first.anchor == first.key.name


def test_rows_that_differ_in_their_widths_alone_are_the_same():
    budgets: list[dict[int, dict[str, object]]] = [{2568: {"loan": amount}} for amount in (1000, 1475226000)]
    plans = [plan_of(root(branch(project("ถนน"), project("เขื่อน", budget)))) for budget in budgets]
    rows = [
        next(row for table in tables_of(plan) for row in table.rows if "ถนน" in row.xml) for plan in plans
    ]
    assert rows[0].bare == rows[1].bare


def test_rows_know_what_they_stand_for():
    table = max(tables_of(strategy_plan()), key=lambda table: len(table.rows))
    kinds = [row.anchor[:2] or row.key.family.split()[0] for row in table.rows]
    assert kinds[:2] == ["head", "head"]
    assert {"f_", "r_", "sum"} == set(kinds[2:])
    assert kinds[-1] == "sum"
    data = next(row for row in table.rows if row.anchor.startswith("r_"))
    assert data.key == Key(data.anchor)
    assert len(data.cells) == len(table.widths) == sum(data.spans)
    assert data.head == "<w:trPr><w:cantSplit/></w:trPr>"


def test_sums_of_groups_are_not_taken_for_those_of_the_whole():
    table = max(tables_of(strategy_plan()), key=lambda table: len(table.rows))
    families = [row.key.family for row in table.rows if row.key.family.startswith("sum")]
    assert families[-1] not in families[:-2]


def test_values_side_by_side_belong_to_the_labels_above_them():
    table = next(table for table in tables_of(sample_plan(), "both") if table.key.family == "side")
    label, value = table.rows[:2]
    assert len(label.columns) == 2
    assert value.columns == label.columns
    assert value.has_values
    assert value.key.name == f"{label.key.name} value"
    assert not label.has_values


def test_a_table_is_known_by_the_heading_above_it_and_its_form():
    names = [table.key.name for table in tables_of(sample_plan())]
    assert all(names[:-2])
    plan = sample_plan()
    first = next(node for node in plan.walk() if node.kind == "strategic_issue")
    shorter = apply(plan, set_value(plan, first.id, "rationale", "th", None))
    assert [table.key.name for table in tables_of(shorter)] == names


def test_a_table_without_rows_has_its_kind_alone():
    empty = plan_of(root())
    keys = {table.key for table in tables_of(empty)}
    assert keys == {Key("", "table")}
    assert tables_of(empty)[0].anchor == ""


def test_a_table_was_moved_by_who_moved_its_rows():
    table = tables_of(sample_plan())[0]
    assert table.anchor == next(row.anchor for row in table.rows if row.anchor)


def test_a_row_is_set_to_the_columns_of_another_table():
    xml = (
        '<w:tr><w:tc><w:tcPr><w:tcW w:w="10" w:type="dxa"/></w:tcPr><w:p></w:p></w:tc>'
        '<w:tc><w:tcPr><w:tcW w:w="20" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr><w:p></w:p></w:tc></w:tr>'
    )
    row = read_row(fit_row(xml, [100, 200, 300]), None)
    assert [properties for properties, _ in row.cells] == [
        '<w:tcPr><w:tcW w:w="100" w:type="dxa"/></w:tcPr>',
        '<w:tcPr><w:tcW w:w="500" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr>',
    ]
    assert row.spans == [1, 2]
    assert row.head == ""
    assert row.key == Key("", "sum ")


def test_the_style_of_nothing_is_nothing():
    assert style_of("") == ""


def test_a_blank_line_among_the_titles_of_a_table_belongs_to_them():
    titled = plan_of(root(organisation={"th": "เทศบาล\n\nเมือง"}), "ldp-2566-strategy")
    leads = [table.lead for table in tables_of(titled) if "BlankLine" in table.lead]
    assert leads
    assert all(style_of(lead) == "TableTitle" for lead in leads)
