"""Nodes of two plans go by what they are called in the new one, else by what they were called in the old one."""

from success_desktop.domain.comparison import compare_plans
from success_desktop.domain.edits import SetValue, apply, remove_branch
from success_desktop.domain.node_names import NodeNames
from success_desktop.domain.plan import Plan
from tests.plans import named, small_plan


def names_of(old: Plan, new: Plan) -> NodeNames:
    return NodeNames(compare_plans(old, new))


def test_a_node_of_both_plans_goes_by_its_new_name_and_number():
    plan = small_plan()
    dredge, gauge = named(plan, "Project dredge"), named(plan, "Project gauge")
    renamed = apply(plan, [SetValue(gauge, "name", "en", "Project gauge", "Gauges")])
    names = names_of(plan, apply(renamed, remove_branch(renamed, dredge)))
    assert (names.number(gauge), names.full_name(gauge, "en")) == ("1.1.1", "1.1.1 Gauges")
    assert names.full_name(dredge, "en") == "1.1.1 Project dredge"


def test_a_name_is_one_line_and_borrowed_from_the_other_language_or_the_kind():
    plan = small_plan()
    gauge = named(plan, "Project gauge")
    thai_alone = apply(
        plan,
        [
            SetValue(gauge, "name", "en", "Project gauge", None),
            SetValue(gauge, "name", "th", "โครงการgauge", "โครงการ\nวัดน้ำ"),
        ],
    )
    assert names_of(plan, thai_alone).short_name(gauge, "en") == "โครงการ วัดน้ำ"
    assert names_of(plan, thai_alone).own_name(gauge, "en") == ""
    nameless = apply(thai_alone, [SetValue(gauge, "name", "th", "โครงการ\nวัดน้ำ", None)])
    assert names_of(plan, nameless).short_name(gauge, "en") == "Project"


def test_a_kind_without_a_name_of_its_own_goes_by_what_it_is():
    plan = small_plan()
    register = plan.nodes[named(plan, "กองช่าง")].parent_id or ""
    assert names_of(plan, plan).own_name(register, "th") == ""
    assert names_of(plan, plan).full_name(register, "en") == plan.kind_of(register).name.en


def test_a_node_that_neither_plan_has_is_said_to_be_gone():
    plan = small_plan()
    assert names_of(plan, plan).full_name("nowhere", "en") == "(deleted since)"
