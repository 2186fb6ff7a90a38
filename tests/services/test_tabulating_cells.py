"""What stands in the cells of a grid, where their values lie, and what clearing them does."""

from datetime import date
from decimal import Decimal

import pytest

from success_desktop.domain.edits import AddNode, SetValue, apply
from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.plan import Plan
from success_desktop.domain.values import Atom
from success_desktop.services.tabulating import FINDINGS, GridColumn, list_columns
from success_desktop.services.tabulating_cells import (
    CellReader,
    Sortable,
    clearing_edits,
    name_in,
    place_of_cell,
    refuse_several_sources,
    sources_of_year,
)
from tests.plans import named, small_plan

CHILDREN = GridColumn("children:indicator", "children", "ตัวชี้วัด", kind="indicator")
ANCESTOR = GridColumn("ancestor:goal", "ancestor", "เป้าประสงค์", kind="goal")


@pytest.fixture
def plan() -> Plan:
    return small_plan()


def column(plan: Plan, key: str, form: str = "projects", language="th") -> GridColumn:
    return next(one for one in list_columns(plan, form, language) if one.key == key)


def reader(plan: Plan, language="th") -> CellReader:
    return CellReader(plan, language, number_nodes(plan))


def text(plan: Plan, name: str, wanted: GridColumn, language="th") -> str:
    return reader(plan, language).read((wanted,), plan.nodes[named(plan, name)]).texts[0]


def part(plan: Plan, name: str, key: str, language="th", form: str = "projects") -> str | None:
    """The part that is typed into in a cell; None where nothing can be typed."""
    wanted = column(plan, key, form)
    place = place_of_cell(plan, wanted, plan.nodes[named(plan, name)], language)
    assert place is None or place[:2] == (named(plan, name), wanted.field)
    return place[2] if place is not None else None


def sort_value(plan: Plan, name: str, wanted: GridColumn) -> Sortable | None:
    return reader(plan).sort_value(wanted, plan.nodes[named(plan, name)])


def with_value(plan: Plan, name: str, field: str, part: str, value: Atom) -> Plan:
    return apply(plan, [SetValue(named(plan, name), field, part, None, value)])


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("number", "1.1.1"),
        ("name", "โครงการdredge"),
        ("budget:2568", "500,000"),
        ("budget:2569", "1,700,000"),
        ("budget:2570", ""),
        ("budget:total", "2,200,000"),
        ("lead_agencies", "กองช่าง"),
        ("status", "อยู่ระหว่างดำเนินการ"),
        ("start_on", "1 ต.ค. 2567"),
        ("objective", ""),
    ],
)
def test_cells_say_what_the_plan_holds(plan, key, expected):
    assert text(plan, "Project dredge", column(plan, key)) == expected


def test_cells_speak_english(plan):
    assert text(plan, "Project dredge", column(plan, "status"), "en") == "In progress"
    assert text(plan, "Project dredge", column(plan, "name"), "en") == "Project dredge"


def test_a_name_is_borrowed_from_the_other_language_and_other_texts_are_not(plan):
    thai = with_value(plan, "Project heat", "objective", "th", "ลดร้อน")
    bare = apply(thai, [SetValue(named(plan, "Project heat"), "name", "en", "Project heat", None)])
    assert text(bare, "โครงการheat", column(plan, "name"), "en") == "โครงการheat"
    assert text(bare, "โครงการheat", column(plan, "objective"), "en") == ""
    assert name_in(bare.nodes[named(bare, "โครงการheat")], "en") == "โครงการheat"


def test_a_choice_that_the_template_does_not_know_is_shown_by_its_code(plan):
    changed = with_value(plan, "Project heat", "status", "", "forgotten")
    assert text(changed, "Project heat", column(plan, "status")) == "forgotten"
    assert sort_value(changed, "Project heat", column(plan, "status")) == 5


def test_yearly_numbers_and_their_total(plan):
    indicator = "Households flooded over 3 days"
    assert text(plan, indicator, column(plan, "target:2568", "indicators")) == "150"
    assert text(plan, indicator, column(plan, "target:2569", "indicators")) == ""
    total = GridColumn("target:total", "total", "รวม", field="target", type="yearly_number")
    assert text(plan, indicator, total) == "190"
    assert sort_value(plan, indicator, total) == 190
    bare = with_value(plan, "Project heat", "note", "th", "x")
    assert reader(bare).read((total,), bare.nodes[named(bare, "Project heat")]).texts == ("",)


def test_children_and_ancestors_are_named_in_lines(plan):
    goal = named(plan, "Safe canal communities")
    assert text(plan, "Safe canal communities", CHILDREN) == "ครัวเรือนที่น้ำท่วมเกิน 3 วัน"
    assert text(plan, "Project dredge", ANCESTOR) == "ชุมชนริมคลองปลอดภัย"
    assert text(plan, "Water", ANCESTOR) == ""
    second = apply(plan, [AddNode("n2", "indicator", goal, "zz"), SetValue("n2", "name", "th", None, "สอง")])
    assert text(second, "Safe canal communities", CHILDREN).splitlines()[-1] == "สอง"


def test_findings_say_the_first_and_how_many_more(plan):
    node = plan.nodes[named(plan, "Project heat")]
    sentences = reader(plan).findings(node)
    shown = text(plan, "Project heat", column(plan, FINDINGS))
    assert sentences
    assert shown.startswith(sentences[0])
    assert shown.endswith(f"+{len(sentences) - 1}") == (len(sentences) > 1)
    assert reader(plan).has_holes(node)


def test_a_row_that_lacks_a_translation_only_has_no_holes(plan):
    agency = with_value(plan, "กองช่าง", "role", "th", "ก่อสร้าง")
    node = agency.nodes[named(agency, "กองช่าง")]
    assert reader(agency).findings(node)
    assert not reader(agency).has_holes(node)
    assert text(agency, "กองช่าง", column(plan, FINDINGS)) == reader(agency).findings(node)[0]


def test_a_row_without_findings_has_a_blank_cell(plan):
    assert text(plan, "กองช่าง", column(plan, FINDINGS)) == ""
    assert sort_value(plan, "กองช่าง", column(plan, FINDINGS)) is None


def test_rows_with_most_findings_come_first(plan):
    heat = sort_value(plan, "Project heat", column(plan, FINDINGS))
    dredge = sort_value(plan, "Project dredge", column(plan, FINDINGS))
    assert isinstance(heat, int)
    assert isinstance(dredge, int)
    assert heat < dredge < 0


def test_values_are_sorted_as_what_they_are(plan):
    assert sort_value(plan, "Project dredge", column(plan, "budget:2568")) == Decimal(500000)
    assert sort_value(plan, "Project dredge", column(plan, "budget:total")) == Decimal(2200000)
    assert sort_value(plan, "Project dredge", column(plan, "start_on")) == date(2024, 10, 1)
    assert sort_value(plan, "Project dredge", column(plan, "status")) == 1
    indicator = "Households flooded over 3 days"
    assert sort_value(plan, indicator, column(plan, "baseline", "indicators")) == 184
    assert sort_value(plan, indicator, column(plan, "target:2572", "indicators")) == 40


@pytest.mark.parametrize("key", ["budget:2568", "start_on", "status", "objective", "lead_agencies"])
def test_blank_cells_have_nothing_to_sort_by(plan, key):
    assert sort_value(plan, "Project heat", column(plan, key)) is None


def test_names_are_sorted_as_in_a_thai_dictionary(plan):
    changed = with_value(plan, "Project heat", "place", "th", "เกาะ")
    other = with_value(changed, "Project map", "place", "th", "ขอบ")
    wanted = column(plan, "place")
    first, second = sort_value(other, "Project heat", wanted), sort_value(other, "Project map", wanted)
    assert first is not None
    assert first < second


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("name", "th"),
        ("status", ""),
        ("start_on", ""),
        ("lead_agencies", ""),
        ("budget:2568", "2568:ordinance"),
        ("budget:2569", None),
        ("budget:total", None),
        ("number", None),
        (FINDINGS, None),
    ],
)
def test_cells_with_one_value_have_a_place(plan, key, expected):
    assert part(plan, "Project dredge", key) == expected


def test_a_blank_year_of_a_row_with_several_sources_goes_to_the_first_of_them(plan):
    assert part(plan, "Project dredge", "budget:2571") == "2571:ordinance"


def test_a_text_is_edited_in_the_language_shown(plan):
    assert part(plan, "Project dredge", "name", "en") == "en"


def test_money_goes_to_the_only_source_of_the_row(plan):
    assert part(plan, "Project gauge", "budget:2570") == "2570:codi"


def test_money_of_a_row_without_any_goes_to_the_source_that_the_page_offers(plan):
    first = next(iter(plan.template.sources))
    assert part(plan, "Project heat", "budget:2570") == f"2570:{first}"


def test_yearly_numbers_and_single_amounts_have_places(plan):
    indicator = "Households flooded over 3 days"
    assert part(plan, indicator, "target:2569", form="indicators") == "2569"
    price = GridColumn("price", "field", "ราคา", field="price", type="money")
    heat = plan.nodes[named(plan, "Project heat")]
    assert place_of_cell(plan, price, heat, "th") == (heat.id, "price", ":")


def test_sources_are_told_of_a_year_of_money_only(plan):
    dredge = plan.nodes[named(plan, "Project dredge")]
    assert sources_of_year(column(plan, "budget:2569"), dredge) == {
        "ordinance": Decimal(500000),
        "pao_grant": Decimal(1200000),
    }
    assert sources_of_year(column(plan, "budget:total"), dredge) == {}
    assert sources_of_year(column(plan, "name"), dredge) == {}
    indicator = plan.nodes[named(plan, "Households flooded over 3 days")]
    assert sources_of_year(column(plan, "target:2568", "indicators"), indicator) == {}


def test_typing_between_two_sources_is_refused_with_both_in_the_sentence(plan):
    dredge = plan.nodes[named(plan, "Project dredge")]
    error = refuse_several_sources(plan, column(plan, "budget:2569"), dredge, "th")
    assert error is not None
    assert "1,200,000" in str(error)
    assert "เทศบัญญัติ" in str(error)
    assert refuse_several_sources(plan, column(plan, "budget:2568"), dredge, "th") is None


def test_a_source_unknown_to_the_template_is_told_by_its_code(plan):
    lottery = with_value(plan, "Project gauge", "budget", "2568:lottery", Decimal(1))
    node = lottery.nodes[named(plan, "Project gauge")]
    assert "lottery" in str(refuse_several_sources(lottery, column(plan, "budget:2568"), node, "th"))


@pytest.mark.parametrize(
    ("name", "key", "language", "parts"),
    [
        ("Project dredge", "name", "th", {"th"}),
        ("Project dredge", "objective", "th", set()),
        ("Project dredge", "budget:2569", "th", {"2569:ordinance", "2569:pao_grant"}),
        ("Project dredge", "budget:total", "th", set()),
        ("Project dredge", "status", "th", {""}),
        ("Project heat", "status", "th", set()),
    ],
)
def test_clearing_blanks_what_the_cell_shows_and_no_more(plan, name, key, language, parts):
    edits = clearing_edits(column(plan, key), plan.nodes[named(plan, name)], language)
    assert {edit.part for edit in edits} == parts
    assert all(edit.new is None for edit in edits)
    apply(plan, edits)


def test_clearing_a_reference_removes_all_its_links(plan):
    edits = clearing_edits(column(plan, "lead_agencies"), plan.nodes[named(plan, "Project gauge")], "th")
    assert len(edits) == 2
