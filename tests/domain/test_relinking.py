"""A node that comes back is named again by those that named it, unless they name another by now."""

from success_desktop.domain.edits import AddNode, SetValue, apply, remove_branch, set_value
from success_desktop.domain.plan import Plan
from success_desktop.domain.restoring import Scope, restore_edits
from tests.plans import named, small_plan

PAST = small_plan()
ENGINEERING, DREDGE = named(PAST, "กองช่าง"), named(PAST, "โครงการdredge")


def brought_back(present: Plan, node_id: str) -> Plan:
    return apply(present, restore_edits(present, PAST, Scope(node_id)).edits)


def test_an_agency_that_comes_back_is_named_by_its_projects_again():
    linked = [node.id for node in PAST.nodes.values() if ENGINEERING in node.parts("lead_agencies")]
    assert DREDGE in linked
    present = apply(PAST, remove_branch(PAST, ENGINEERING))
    assert not present.nodes[DREDGE].parts("lead_agencies").get(ENGINEERING)
    assert brought_back(present, ENGINEERING) == PAST


def test_other_agencies_that_were_named_since_stay():
    other = next(node for node in PAST.nodes.values() if node.kind == "agency" and node.id != ENGINEERING)
    present = apply(PAST, remove_branch(PAST, ENGINEERING))
    present = apply(present, set_value(present, DREDGE, "lead_agencies", other.id, "zz"))
    assert set(brought_back(present, ENGINEERING).nodes[DREDGE].links("lead_agencies")) >= {
        ENGINEERING,
        other.id,
    }


def test_a_link_to_a_node_that_did_not_go_is_none_of_its_business():
    present = apply(PAST, set_value(PAST, DREDGE, "lead_agencies", ENGINEERING, None))
    assert brought_back(present, ENGINEERING) == present


def test_a_field_for_one_node_that_names_another_by_now_keeps_it():
    actor = [AddNode("actor", "person", PAST.nodes[ENGINEERING].parent_id, "zz")]
    past = apply(PAST, [*actor, SetValue("actor", "agency", ENGINEERING, None, "V")])
    other = next(node for node in PAST.nodes.values() if node.kind == "agency" and node.id != ENGINEERING)
    without = apply(past, remove_branch(past, ENGINEERING))
    for present, expected in (
        (without, ENGINEERING),
        (apply(without, [SetValue("actor", "agency", other.id, None, "V")]), other.id),
    ):
        back = apply(present, restore_edits(present, past, Scope(ENGINEERING)).edits)
        assert back.nodes["actor"].links("agency") == (expected,)
