"""Finding nodes by what people write."""

from success_desktop.domain.lookup import find_nodes
from tests.plans import named, small_plan


def test_a_node_is_found_by_id_number_and_name() -> None:
    plan = small_plan()
    dredge = named(plan, "Project dredge")
    for text in (dredge, "1.1.1", "project DREDGE", " โครงการdredge "):
        assert [node.id for node in find_nodes(plan, text)] == [dredge]


def test_single_kinds_are_found_by_their_kind() -> None:
    plan = small_plan()
    assert [node.kind for node in find_nodes(plan, "agency_register")] == ["agency_register"]
    assert find_nodes(plan, "plan") == [plan.root]
    assert find_nodes(plan, "vision") == []


def test_a_name_in_two_places_finds_both_and_an_unknown_one_none() -> None:
    plan = small_plan()
    assert find_nodes(plan, "nothing of the kind") == []
    assert find_nodes(plan, "") == []


def test_decomposed_sara_am_finds_the_composed_name() -> None:
    plan = small_plan()
    assert [node.id for node in find_nodes(plan, "นํ้า")] == [named(plan, "น้ำ")]
