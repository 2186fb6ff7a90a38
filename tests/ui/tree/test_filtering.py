"""Which nodes a search leaves in the outline, and how its index is made ready."""

from success_desktop.domain.edits import AddNode, SetValue, apply
from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.plan import Plan
from success_desktop.services.finding import SLICE, SearchIndex
from success_desktop.ui.tree.filtering import narrow_plan
from success_desktop.ui.tree.preparing import IndexPreparer
from tests.plans import named, small_plan


def found(plan: Plan, query: str, index: SearchIndex | None = None) -> list[str]:
    """The English names of what is found."""
    narrowing = narrow_plan(plan, query, number_nodes(plan), index or SearchIndex())
    assert narrowing is not None
    return [plan.nodes[node_id].text("name", "en") for node_id in narrowing.found]


def test_nothing_to_search_for_narrows_nothing():
    plan = small_plan()
    for query in ("", "  ", "\u200b"):
        assert narrow_plan(plan, query, {}, SearchIndex()) is None


def test_any_text_or_value_of_a_node_is_found():
    plan = small_plan()
    dredge = named(plan, "Project dredge")
    plan = apply(plan, [SetValue(dredge, "objective", "en", None, "Less flooding in the old quarter")])
    assert found(plan, "OLD quarter") == ["Project dredge"]
    assert found(plan, "1,200,000") == ["Project dredge"]
    assert found(plan, "240000") == ["Project gauge"]
    assert found(plan, "๑ ต.ค. ๒๕๖๗") == ["Project dredge"]
    assert found(plan, "households") == ["Households flooded over 3 days"]


def test_a_number_is_found_by_its_beginning():
    assert found(small_plan(), "1.1.")[:2] == ["Project dredge", "Project gauge"]
    assert "Water" not in found(small_plan(), "1.1")


def test_what_has_no_name_of_its_own_is_found_by_its_kind():
    plan = small_plan()
    register = next(node for node in plan.nodes.values() if node.kind == "agency_register")
    kind = plan.kind_of(register.id).name
    for name in (kind.th, kind.en.upper()):
        narrowing = narrow_plan(plan, name, {}, SearchIndex())
        assert narrowing is not None
        assert register.id in narrowing.found


def test_what_lies_above_a_find_is_shown_and_the_plan_itself_is_never_found():
    plan = small_plan()
    narrowing = narrow_plan(plan, "dredge", {}, SearchIndex())
    assert narrowing is not None
    dredge = named(plan, "Project dredge")
    assert narrowing.shown == {dredge, *(node.id for node in plan.ancestors(dredge))}
    assert found(plan, "test town") == []


def grown(plan: Plan, count: int) -> Plan:
    """The plan with so many more projects under its first approach."""
    parent = named(plan, "Restore the canals")
    adds = [AddNode(f"more-{number}", "project", parent, f"z{number:05}") for number in range(count)]
    names = [SetValue(f"more-{number}", "name", "th", None, f"งานที่ {number}") for number in range(count)]
    return apply(plan, [*adds, *names])


def test_the_index_is_made_ready_while_nobody_waits(qtbot, qapp):
    plan, index = grown(small_plan(), 2 * SLICE), SearchIndex()
    preparer = IndexPreparer(qapp)
    assert not preparer.is_busy()
    preparer.prepare(index, plan)
    assert preparer.is_busy()
    qtbot.waitUntil(lambda: not preparer.is_busy())
    assert found(plan, "งานที่ 499", index) == [""]


def test_another_plan_takes_the_place_of_the_one_being_prepared(qtbot, qapp):
    first, second = grown(small_plan(), 2 * SLICE), small_plan()
    preparer = IndexPreparer(qapp)
    preparer.prepare(SearchIndex(), first)
    preparer.prepare(SearchIndex(), second)
    qtbot.waitUntil(lambda: not preparer.is_busy())
    preparer.prepare(SearchIndex(), first)
    preparer.stop()
    assert not preparer.is_busy()


def test_a_search_does_not_wait_for_the_rest_of_the_index():
    plan, index = grown(small_plan(), 2 * SLICE), SearchIndex()
    next(index.prepare(plan))
    assert found(plan, "งานที่ 499", index) == [""]
