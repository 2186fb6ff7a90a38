"""Two plans compared: everything that differs is told once, nothing else is, and in the order of the merged tree."""

from decimal import Decimal

from success_desktop.domain.comparison import (
    Comparison,
    Counts,
    FieldDifference,
    PartDifference,
    compare_plans,
    merged_children,
    walk_merged,
)
from success_desktop.domain.edits import (
    AddNode,
    Edit,
    MoveNode,
    SetValue,
    apply,
    place_among,
    remove_branch,
    set_value,
)
from success_desktop.domain.order import spread_positions
from success_desktop.domain.plan import Plan, plan_of_nodes
from tests.plans import named, small_plan, template, without_sharing
from tests.random_plans import sample_plan


def compared(*edits: Edit) -> Comparison:
    """The small plan compared with what `edits` make of it."""
    plan = small_plan()
    return compare_plans(plan, apply(plan, edits))


def move(plan: Plan, name: str, parent_name: str, before: str | None = None) -> MoveNode:
    node, parent_id = plan.nodes[named(plan, name)], named(plan, parent_name)
    position = place_among(plan, parent_id, before, moving_id=node.id)
    return MoveNode(node.id, node.parent_id or "", node.position, parent_id, position)


def rebalanced(plan: Plan, parent_id: str) -> Plan:
    """The same plan with other position texts for the children of one parent."""
    children = plan.children_of(parent_id)
    places = spread_positions(len(children), "zz")
    nodes = {child.id: child._replace(position=place) for child, place in zip(children, places, strict=True)}
    return plan_of_nodes(plan.template, {**plan.nodes, **nodes})


def test_a_plan_differs_in_nothing_from_itself():
    plan = small_plan()
    assert compare_plans(plan, plan).differences == {}
    assert compare_plans(plan, without_sharing(plan)).differences == {}
    assert compare_plans(plan, plan).counts == Counts()


def test_the_parts_of_a_field_are_told_thai_first_and_by_year():
    plan = small_plan()
    dredge = named(plan, "โครงการdredge")
    comparison = compared(
        *set_value(plan, dredge, "name", "en", "Dredging"),
        *set_value(plan, dredge, "name", "th", "ขุดลอก"),
        *set_value(plan, dredge, "budget", "2569:ordinance", None),
        *set_value(plan, dredge, "budget", "2568:loan", Decimal(7)),
    )
    assert comparison.differences[dredge].fields == (
        FieldDifference(
            dredge,
            "name",
            (
                PartDifference("th", "โครงการdredge", "ขุดลอก"),
                PartDifference("en", "Project dredge", "Dredging"),
            ),
        ),
        FieldDifference(
            dredge,
            "budget",
            (
                PartDifference("2568:loan", None, Decimal(7)),
                PartDifference("2569:ordinance", Decimal(500000), None),
            ),
        ),
    )
    assert comparison.differences[dredge].fate == "same"
    assert comparison.counts == Counts(fields=2)


def test_fields_stand_in_the_order_of_the_template_and_unknown_ones_behind():
    plan = small_plan()
    dredge = named(plan, "โครงการdredge")
    comparison = compared(
        SetValue(dredge, "unheard_of", "", None, "x"),
        *set_value(plan, dredge, "budget", "2568:loan", Decimal(7)),
        *set_value(plan, dredge, "name", "th", "ขุดลอก"),
    )
    assert [field.field for field in comparison.differences[dredge].fields] == [
        "name",
        "budget",
        "unheard_of",
    ]


def test_a_node_is_renamed_when_its_naming_field_differs():
    plan = small_plan()
    dredge = named(plan, "โครงการdredge")
    renamed = compared(*set_value(plan, dredge, "name", "th", "ขุดลอก"))
    assert renamed.differences[dredge].is_renamed
    assert (
        compared(*set_value(plan, plan.root_id, "title", "th", "แผนใหม่")).differences[plan.root_id].is_renamed
    )
    edited = compared(*set_value(plan, dredge, "objective", "th", "ลดน้ำท่วม"))
    assert not edited.differences[dredge].is_renamed


def test_a_node_that_came_or_went_is_told_with_all_it_holds_and_no_new_name():
    plan = small_plan()
    gauge = named(plan, "โครงการgauge")
    gone = compared(*remove_branch(plan, gauge))
    told = gone.differences[gauge]
    assert (told.fate, told.is_renamed, told.new_parent_id) == ("removed", False, None)
    assert told.old_parent_id == named(plan, "Restore the canals")
    assert {field.field for field in told.fields} == {"name", "budget", "lead_agencies"}
    back = compare_plans(gone.new, gone.old).differences[gauge]
    assert (back.fate, back.old_parent_id, back.new_parent_id) == ("added", None, told.old_parent_id)
    assert [part.new for part in back.fields[0].parts] == ["โครงการgauge", "Project gauge"]
    assert gone.counts == Counts(removed=1)
    assert gone.node(gauge).kind == "project"


def test_a_node_under_another_parent_has_moved_and_what_is_below_it_has_not():
    plan = small_plan()
    comparison = compared(_move_approach(plan))
    assert {node_id: told.fate for node_id, told in comparison.differences.items()} == {
        named(plan, "Restore the canals"): "moved"
    }


def _move_approach(plan: Plan) -> MoveNode:
    approach = plan.nodes[named(plan, "Restore the canals")]
    issue = plan.nodes[named(plan, "Water")]
    other_goal = plan.children[issue.id][1]
    return MoveNode(
        approach.id, approach.parent_id or "", approach.position, other_goal, place_among(plan, other_goal)
    )


def test_of_two_siblings_that_changed_places_one_has_moved():
    plan = small_plan()
    gauge = move(plan, "โครงการgauge", "Restore the canals", named(plan, "โครงการdredge"))
    comparison = compared(gauge)
    assert {told.node_id: told.fate for told in comparison.differences.values()} == {gauge.node_id: "moved"}


def test_those_that_were_moved_in_front_of_a_sibling_have_moved_not_the_sibling():
    plan = small_plan()
    home = named(plan, "Restore the canals")
    for name in ("x", "y"):
        plan = apply(plan, [AddNode(name, "project", home, place_among(plan, home))])
    moved = plan
    for name in ("x", "y"):
        position = place_among(moved, home, named(plan, "โครงการgauge"), moving_id=name)
        moved = apply(moved, [MoveNode(name, home, moved.nodes[name].position, home, position)])
    fates = {told.node_id: told.fate for told in compare_plans(plan, moved).differences.values()}
    assert fates == {"x": "moved", "y": "moved"}


def test_other_positions_for_the_same_order_are_no_difference():
    plan = sample_plan()
    for parent_id in plan.children:
        plan = rebalanced(plan, parent_id)
    assert compare_plans(sample_plan(), plan).differences == {}


def test_a_newcomer_does_not_make_its_siblings_move():
    plan = small_plan()
    home = named(plan, "Restore the canals")
    comparison = compared(AddNode("new", "project", home, place_among(plan, home, plan.children[home][0])))
    assert [told.fate for told in comparison.differences.values()] == ["added"]


def test_removed_nodes_stand_where_they_stood():
    plan = sample_plan()
    parent_id = max(plan.children, key=lambda node_id: len(plan.children[node_id]))
    children = plan.children[parent_id]
    assert len(children) > 4
    for gone in ({0}, {len(children) - 1}, {1, 2}, {0, 1, 3}):
        edits = [edit for place in gone for edit in remove_branch(plan, children[place])]
        comparison = compare_plans(plan, apply(plan, edits))
        assert merged_children(comparison, parent_id) == children


def test_a_removed_branch_stands_in_the_merged_tree_as_it_was():
    plan = small_plan()
    issue = named(plan, "Water")
    comparison = compared(*remove_branch(plan, issue))
    branch = [node.id for node in plan.walk(issue)]
    assert [(node_id, fate) for node_id, _depth, fate in walk_merged(comparison, issue)] == [
        (node_id, "removed") for node_id in branch
    ]
    assert list(comparison.differences) == branch


def test_counts_are_told_by_kind():
    plan = small_plan()
    issue, agency = named(plan, "Water"), named(plan, "กองช่าง")
    comparison = compared(
        *remove_branch(plan, named(plan, "โครงการmap")),
        *set_value(plan, issue, "name", "th", "น้ำและป่า"),
        *set_value(plan, agency, "name", "th", "กองช่างโยธา"),
        *set_value(plan, agency, "name", "en", "Public Works"),
        AddNode("new", "agency", plan.nodes[agency].parent_id, "zz"),
    )
    assert comparison.counts_by_kind == {
        "project": Counts(removed=1),
        "strategic_issue": Counts(fields=1),
        "agency": Counts(fields=1, added=1),
    }
    assert comparison.counts == Counts(fields=2, added=1, removed=1)


def test_differences_stand_in_printed_order():
    plan = small_plan()
    first, last = named(plan, "โครงการdredge"), named(plan, "โครงการheat")
    comparison = compared(
        *set_value(plan, last, "name", "th", "ร้อน"), *set_value(plan, first, "name", "th", "ขุดลอก")
    )
    assert list(comparison.differences) == [first, last]
    assert comparison.parent_of(first) == named(plan, "Restore the canals")
    assert comparison.fate_of(first) == "same"


def test_a_kind_that_the_template_does_not_know_is_compared_all_the_same():
    plan = small_plan()
    strange = apply(plan, [AddNode("odd", "unheard_of", plan.root_id, "zz")])
    named_so = apply(strange, [SetValue("odd", "name", "th", None, "แปลก")])
    told = compare_plans(strange, named_so).differences["odd"]
    assert (told.is_renamed, [field.field for field in told.fields]) == (False, ["name"])


def test_plans_with_other_roots_are_told_as_one_that_went_and_one_that_came():
    plan = small_plan()
    lone = plan_of_nodes(template(), {"other": plan.root._replace(id="other")})
    fates = [told.fate for told in compare_plans(plan, lone).differences.values()]
    assert fates == ["removed"] * len(plan.nodes) + ["added"]
