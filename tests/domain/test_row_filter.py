"""Which rows of a table are wanted."""

from decimal import Decimal

import pytest

from success_desktop.domain.edits import AddNode, SetValue, apply
from success_desktop.domain.plan import Plan
from success_desktop.domain.row_filter import (
    ANY_RULE,
    UNCHOSEN,
    RowFilter,
    TextKeys,
    all_rows,
    list_rows,
    narrow_rows,
)
from success_desktop.domain.values import Atom
from tests.plans import named, small_plan


@pytest.fixture
def plan() -> Plan:
    return small_plan()


def found(plan: Plan, wanted: RowFilter, kind: str = "project") -> list[str]:
    return [plan.nodes[row].text("name", "en") for row in list_rows(plan, kind, wanted)]


def with_value(plan: Plan, name: str, field: str, part: str, value: Atom) -> Plan:
    return apply(plan, [SetValue(named(plan, name), field, part, None, value)])


def test_without_a_filter_all_rows_are_there_in_the_order_of_the_outline(plan):
    assert found(plan, RowFilter()) == ["Project dredge", "Project gauge", "Project map", "Project heat"]


def test_rows_lie_below_the_node_asked_for(plan):
    assert found(plan, RowFilter(under_id=named(plan, "Restore the canals"))) == [
        "Project dredge",
        "Project gauge",
    ]


def test_the_root_stands_for_the_whole_plan(plan):
    assert all_rows(plan, "project", plan.root_id) == all_rows(plan, "project")


def test_a_node_is_not_a_row_below_itself(plan):
    assert found(plan, RowFilter(under_id=named(plan, "Project dredge"))) == []


def test_a_section_below_a_section_is_a_row_and_the_upper_one_is_not(plan):
    upper, lower = "upper", "lower"
    changed = apply(
        plan,
        [AddNode(upper, "section", plan.root_id, "a"), AddNode(lower, "section", upper, "a")],
    )
    assert all_rows(changed, "section", upper) == [lower]


def test_below_a_node_that_is_gone_there_is_nothing(plan):
    assert found(plan, RowFilter(under_id="gone")) == []


def test_rows_of_another_kind_can_be_listed(plan):
    assert found(plan, RowFilter(), "agency") == ["Engineering Division", "Public Health Division"]


def test_an_agency_is_looked_for_in_every_role(plan):
    health = named(plan, "Public Health Division")
    supporting = apply(plan, [SetValue(named(plan, "Project map"), "supporting_agencies", health, None, "i")])
    assert found(supporting, RowFilter(agency_id=health)) == ["Project gauge", "Project map"]


def test_an_agency_can_be_looked_for_in_one_role(plan):
    health = named(plan, "Public Health Division")
    supporting = apply(plan, [SetValue(named(plan, "Project map"), "supporting_agencies", health, None, "i")])
    assert found(supporting, RowFilter(agency_id=health, role="lead_agencies")) == ["Project gauge"]


def test_rows_without_an_agency_in_a_role_can_be_found(plan):
    wanted = RowFilter(agency_id=UNCHOSEN, role="lead_agencies")
    assert found(plan, wanted) == ["Project map", "Project heat"]


def test_a_year_lets_rows_through_that_have_money_in_it(plan):
    assert found(plan, RowFilter(year_be=2568)) == ["Project dredge", "Project gauge"]
    assert found(plan, RowFilter(year_be=2572)) == []


def test_nought_is_an_amount_and_blank_is_not(plan):
    changed = with_value(plan, "Project heat", "budget", "2571:ordinance", Decimal(0))
    assert found(changed, RowFilter(year_be=2571)) == ["Project heat"]


def test_a_source_lets_rows_through_that_have_money_from_it(plan):
    assert found(plan, RowFilter(source="codi")) == ["Project gauge"]


def test_a_status_lets_rows_through_that_are_in_it(plan):
    assert found(plan, RowFilter(status="in_progress")) == ["Project dredge"]


def test_rows_without_a_status_can_be_found(plan):
    assert found(plan, RowFilter(status=UNCHOSEN)) == ["Project gauge", "Project map", "Project heat"]


def test_words_are_looked_for_in_both_languages_and_in_every_text(plan):
    changed = with_value(plan, "Project heat", "objective", "th", "ลดความร้อน")
    assert found(changed, RowFilter(text="ความร้อน")) == ["Project heat"]
    assert found(changed, RowFilter(text="PROJECT heat")) == ["Project heat"]


def test_all_words_must_be_there_in_any_order(plan):
    changed = with_value(plan, "Project heat", "objective", "th", "ลดความร้อน")
    assert found(changed, RowFilter(text="ร้อน โครงการ")) == ["Project heat"]
    assert found(changed, RowFilter(text="ร้อน หนาว")) == []


def test_words_are_found_in_any_spelling(plan):
    changed = with_value(plan, "Project heat", "objective", "th", "ระบายน้ำ ๒๕๖๘")
    assert found(changed, RowFilter(text="นํ้า 2568")) == ["Project heat"]


def test_blank_words_let_all_through(plan):
    assert len(found(plan, RowFilter(text="   "))) == 4


def test_a_rule_lets_rows_through_that_it_finds_wanting(plan):
    assert found(plan, RowFilter(rule="outside_years")) == []
    changed = with_value(plan, "Project heat", "budget", "2590:ordinance", Decimal(5))
    assert found(changed, RowFilter(rule="outside_years")) == ["Project heat"]


def test_any_rule_passes_over_missing_translations(plan):
    complete = apply(
        plan,
        [
            SetValue(row, field, part, None, "x")
            for row in all_rows(plan, "project")
            for field, spec in plan.template.kind("project").fields.items()
            if spec.type == "text" and field != "name"
            for part in ("th", "en")
        ],
    )
    untranslated = apply(complete, [SetValue(named(plan, "Project dredge"), "objective", "en", "x", None)])
    assert "Project dredge" in found(untranslated, RowFilter(rule="untranslated"))
    without = set(found(complete, RowFilter(rule=ANY_RULE)))
    assert set(found(untranslated, RowFilter(rule=ANY_RULE))) == without


def test_filters_narrow_each_other(plan):
    engineering = named(plan, "Engineering Division")
    wanted = RowFilter(agency_id=engineering, year_be=2569, text="dredge")
    assert found(plan, wanted) == ["Project dredge"]
    assert found(plan, RowFilter(agency_id=engineering, year_be=2570)) == []


def test_a_kind_without_money_has_none_in_any_year(plan):
    assert found(plan, RowFilter(year_be=2568), "agency") == []


def test_rows_given_are_narrowed_in_their_own_order(plan):
    rows = all_rows(plan, "project")[::-1]
    narrowed = narrow_rows(plan, "project", rows, RowFilter(year_be=2568))
    assert [plan.nodes[row].text("name", "en") for row in narrowed] == ["Project gauge", "Project dredge"]


def test_a_key_serves_until_its_node_changes(plan):
    keys, heat = TextKeys(), named(plan, "Project heat")
    assert list_rows(plan, "project", RowFilter(text="ร้อนจัด"), keys) == []
    changed = with_value(plan, "Project heat", "note", "th", "ร้อนจัด")
    assert list_rows(changed, "project", RowFilter(text="ร้อนจัด"), keys) == [heat]
    assert list_rows(plan, "project", RowFilter(text="ร้อนจัด"), keys) == []


def test_a_key_that_is_known_is_the_same_object(plan):
    keys, node = TextKeys(), plan.nodes[named(plan, "Project heat")]
    first = keys.key_of(node, ("name",))
    assert keys.key_of(node, ("name",)) is first
    keys.forget()
    assert keys.key_of(node, ("name",)) == first
