"""References typed as names."""

import pytest

from success_desktop.domain.edits import AddNode, SetValue, apply
from success_desktop.domain.plan import Plan
from success_desktop.errors import UserError
from success_desktop.services.entering import enter_value, read_value, shown_value
from success_desktop.services.linking import link_edits, read_links, shown_links
from tests.plans import named, small_plan


@pytest.fixture
def plan() -> Plan:
    """The small plan with a short name for one agency."""
    plan = small_plan()
    return apply(plan, [SetValue(named(plan, "กองสาธารณสุข"), "short_name", "th", None, "สธ.")])


def heat(plan: Plan) -> tuple[str, str]:
    return named(plan, "Project heat"), "lead_agencies"


def linked(plan: Plan, typed: str, target: tuple[str, str] | None = None) -> list[str]:
    node_id, field = target or heat(plan)
    changed = apply(plan, read_links(plan, (node_id, field), typed))
    return [changed.nodes[link].text("name", "en") for link in changed.nodes[node_id].links(field)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("กองช่าง", ["Engineering Division"]),
        ("engineering division", ["Engineering Division"]),
        ("  กองช่าง ,กองสาธารณสุข", ["Engineering Division", "Public Health Division"]),
        ("สธ.; กองช่าง", ["Public Health Division", "Engineering Division"]),
        ("กองสาธารณสุข\nกองช่าง", ["Public Health Division", "Engineering Division"]),
        ("กองช่าง, กองช่าง, ", ["Engineering Division"]),
        ("กองส", ["Public Health Division"]),
        ("", []),
        ("  ", []),
    ],
)
def test_names_are_understood_long_short_and_begun(plan, typed, expected):
    assert linked(plan, typed) == expected


def test_a_name_that_holds_a_comma_is_known_when_it_stands_alone(plan):
    register = plan.nodes[named(plan, "กองช่าง")].parent_id or ""
    changed = apply(
        plan,
        [
            AddNode("comma", "agency", register, "z"),
            SetValue("comma", "name", "th", None, "กองทุน, กองหนุน"),
            SetValue("comma", "name", "en", None, "Fund"),
        ],
    )
    assert linked(changed, "กองทุน, กองหนุน") == ["Fund"]


def test_an_unknown_name_is_refused_with_the_kind_in_the_sentence(plan):
    with pytest.raises(UserError) as caught:
        read_links(plan, heat(plan), "กองช่าง, กองคลัง")
    assert "กองคลัง" in caught.value.sentence()
    assert "หน่วยงาน" in caught.value.sentence()


def test_a_name_that_could_be_several_is_refused_and_they_are_named(plan):
    with pytest.raises(UserError) as caught:
        read_links(plan, heat(plan), "กอง")
    assert "กองช่าง" in caught.value.sentence()
    assert "กองสาธารณสุข" in caught.value.sentence()


def test_two_of_one_name_are_refused(plan):
    twin = apply(
        plan,
        [
            AddNode("twin", "agency", plan.nodes[named(plan, "กองช่าง")].parent_id, "z"),
            SetValue("twin", "name", "th", None, "กองช่าง"),
        ],
    )
    with pytest.raises(UserError):
        read_links(twin, heat(twin), "กองช่าง")


def test_a_field_for_one_thing_takes_one_name(plan):
    people = apply(
        plan,
        [
            AddNode("people", "people_register", plan.root_id, "z"),
            AddNode("somchai", "person", "people", "a"),
        ],
    )
    assert linked(people, "กองช่าง", ("somchai", "agency")) == ["Engineering Division"]
    with pytest.raises(UserError):
        read_links(people, ("somchai", "agency"), "กองช่าง, สธ.")


def test_the_names_that_are_there_already_make_no_edit(plan):
    gauge = named(plan, "Project gauge"), "lead_agencies"
    shown = shown_value(plan, (*gauge, ""), "th")
    assert shown == "กองช่าง, สธ."
    assert read_links(plan, gauge, shown) == ()


def test_another_order_is_kept(plan):
    gauge = named(plan, "Project gauge"), "lead_agencies"
    assert linked(plan, "สธ., กองช่าง", gauge) == ["Public Health Division", "Engineering Division"]


def test_links_are_set_by_their_ids(plan):
    target, agency = heat(plan), named(plan, "กองช่าง")
    changed = apply(plan, link_edits(plan, target, [agency]))
    assert changed.nodes[target[0]].links("lead_agencies") == (agency,)
    assert link_edits(changed, target, [agency]) == ()


def test_names_are_shown_in_the_language_asked_for_and_else_in_the_other(plan):
    gauge = plan.nodes[named(plan, "Project gauge")]
    assert shown_links(gauge, "lead_agencies", plan, "en") == "Engineering Division, Public Health Division"
    bare = apply(plan, [SetValue(named(plan, "กองช่าง"), "name", "en", "Engineering Division", None)])
    assert shown_links(bare.nodes[gauge.id], "lead_agencies", bare, "en").startswith("กองช่าง,")


def test_nodes_without_a_name_are_left_out(plan):
    agency = named(plan, "กองช่าง")
    nameless = apply(
        plan,
        [
            SetValue(agency, "name", "th", "กองช่าง", None),
            SetValue(agency, "name", "en", "Engineering Division", None),
        ],
    )
    gauge = nameless.nodes[named(plan, "Project gauge")]
    assert shown_links(gauge, "lead_agencies", nameless, "th") == "สธ."


def test_a_reference_is_entered_whole_under_the_empty_part(editor):
    place = (named(editor.plan, "Project heat"), "lead_agencies", "")
    enter_value(editor, place, "กองช่าง, กองสาธารณสุข")
    assert shown_value(editor.plan, place, "th") == "กองช่าง, กองสาธารณสุข"
    editor.undo()
    assert shown_value(editor.plan, place, "th") == ""


def test_reading_a_reference_changes_nothing(plan):
    place = (*heat(plan), "")
    assert len(read_value(plan, place, "กองช่าง")) == 1
    assert plan.nodes[place[0]].links("lead_agencies") == ()


def test_a_blank_value_that_is_no_reference_is_shown_as_blank(plan):
    assert shown_value(plan, (named(plan, "Project heat"), "status", ""), "th") == ""
