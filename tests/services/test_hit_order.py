"""F3 and Shift+F3: every hit of the plan is passed once on each way round."""

import pytest

from success_desktop.domain.plan import Plan
from success_desktop.services.finding import SearchIndex, Wanted
from success_desktop.services.hit_order import Start, Stop, find_next, find_previous
from tests.plans import named, small_plan
from tests.services.hits import find_hits


def all_stops(plan: Plan, wanted: Wanted) -> list[Stop]:
    return [Stop(hit.passage, span) for hit in find_hits(plan, wanted, SearchIndex()) for span in hit.spans]


def stand_at(stop: Stop) -> Start:
    return Start(stop.passage.node_id, stop.passage.field, stop.passage.part, stop.span)


@pytest.mark.parametrize("query", ["โครงการ", "e", "2568", "500,000", "น้ำ"])
@pytest.mark.parametrize("is_exact", [False, True])
def test_all_hits_are_passed_in_order_and_round_again(query: str, is_exact: bool) -> None:
    plan, wanted = small_plan(), Wanted(query, is_exact=is_exact)
    expected = all_stops(plan, wanted)
    assert expected
    forwards, backwards = [], []
    start = Start(plan.root_id)
    for _step in (*expected, 0):
        found = find_next(plan, wanted, SearchIndex(), start)
        assert found is not None
        forwards.append(found)
        start = stand_at(found)
    assert forwards == [*expected, expected[0]]
    start = Start(plan.root_id)
    for _step in (*expected, 0):
        found = find_previous(plan, wanted, SearchIndex(), start)
        assert found is not None
        backwards.append(found)
        start = stand_at(found)
    assert backwards == [*expected[::-1], expected[-1]]


def test_the_way_begins_where_one_stands() -> None:
    plan, wanted = small_plan(), Wanted("โครงการ")
    gauge = named(plan, "Project gauge")
    behind = find_next(plan, wanted, SearchIndex(), Start(gauge, "name", "en", (0, 3)))
    before = find_previous(plan, wanted, SearchIndex(), Start(gauge, "name", "en", (0, 3)))
    assert behind is not None
    assert before is not None
    assert behind.passage.text == "โครงการmap"
    assert before.passage.text == "โครงการgauge"


def test_a_field_without_hits_is_a_place_too() -> None:
    plan, wanted = small_plan(), Wanted("โครงการgauge")
    gauge = named(plan, "Project gauge")
    for start in (Start(gauge, "budget", "2570:codi"), Start("gone"), Start(gauge)):
        found = find_next(plan, wanted, SearchIndex(), start)
        assert found is not None
        assert found.passage.node_id == gauge


def test_where_nothing_is_found_there_is_nowhere_to_go() -> None:
    plan = small_plan()
    for wanted in (Wanted("ไม่มีแน่"), Wanted("")):
        assert find_next(plan, wanted, SearchIndex(), Start(plan.root_id)) is None
        assert find_previous(plan, wanted, SearchIndex(), Start(plan.root_id)) is None
