"""Agencies in a pasted block are found by name, or join the register when that is wanted."""

from success_desktop.domain.edits import apply, remove_branch
from success_desktop.domain.plan import Plan
from success_desktop.services.editing import set_text
from success_desktop.services.pasting_preview import PasteOptions
from success_desktop.services.plan_editor import PlanEditor
from tests.plans import named, small_plan
from tests.services.pastes import after, grid_of, look


def test_unknown_agencies_join_the_register_when_that_is_wanted() -> None:
    plan, options = small_plan(), PasteOptions(column=5)
    text = "กองช่าง, กองเมฆ\r\nกองเมฆ\r\nกองฝน\r\n"
    refused = look(plan, text, options)
    assert refused.unknown_names == ("กองเมฆ", "กองฝน")
    assert refused.new_names == ()
    assert [cell.typed for cell in refused.refused] == ["กองช่าง, กองเมฆ", "กองเมฆ", "กองฝน"]
    wanted = PasteOptions(column=5, has_new_names=True)
    preview = look(plan, text, wanted)
    assert preview.new_names == ("กองเมฆ", "กองฝน")
    new = after(preview)
    register = next(node.id for node in plan.walk() if node.kind == "agency_register")
    assert [node.text("name", "th") for node in new.children_of(register)][2:] == ["กองเมฆ", "กองฝน"]
    cloud = named(new, "กองเมฆ")
    assert new.nodes[grid_of(plan).rows[0]].links("lead_agencies") == (named(plan, "กองช่าง"), cloud)
    assert new.nodes[grid_of(plan).rows[1]].links("lead_agencies") == (cloud,)


def test_a_register_is_made_where_a_plan_has_none() -> None:
    plan = small_plan()
    bare = apply(
        plan, remove_branch(plan, next(node.id for node in plan.walk() if node.kind == "agency_register"))
    )
    new = after(look(bare, "กองเมฆ\r\nกองฝน", PasteOptions(column=5, has_new_names=True)))
    assert [node.kind for node in new.walk()].count("agency_register") == 1
    assert new.nodes[named(new, "กองฝน")].kind == "agency"


def test_other_things_than_agencies_are_never_made_by_a_paste() -> None:
    plan = small_plan()
    grid = grid_of(plan, "alignment")
    options = PasteOptions(has_new_names=True)
    preview = look(plan, "แผนแม่บท", options, grid)
    assert preview.refused[0].reason.sentence("en") == (
        "The plan has nothing called “แผนแม่บท” that this field can refer to."
    )


def test_a_name_that_two_agencies_have_is_refused(editor: PlanEditor) -> None:
    set_text(editor, (named(editor.plan, "กองสาธารณสุข"), "name", "th"), "กองช่าง")
    preview = look(editor.plan, "กองช่าง\r\nกองช่าง", PasteOptions(row=1, column=5))
    assert "several called “กองช่าง”" in preview.refused[0].reason.sentence("en")


def test_a_name_may_hold_a_comma(editor: PlanEditor) -> None:
    set_text(editor, (named(editor.plan, "กองช่าง"), "name", "th"), "กองช่าง, ผังเมือง")
    both = look(editor.plan, "กองช่าง,ผังเมือง, กองสาธารณสุข", PasteOptions(row=2, column=5))
    alone = look(editor.plan, "กองช่าง, ผังเมือง", PasteOptions(row=2, column=5))
    assert not both.refused
    assert len(both.changes[0].edits) == 2
    assert len(alone.changes[0].edits) == 1


def test_agencies_are_cleared_by_an_empty_cell_and_kept_by_their_own_names() -> None:
    plan = small_plan()
    assert look(plan, "Engineering  Division", PasteOptions(column=5)).same == 1
    preview = look(plan, "", PasteOptions(column=5), grid_of(plan))
    assert preview.edits == ()
    cleared = look(plan, "-\r\n", PasteOptions(column=5))
    assert after(cleared).nodes[grid_of(plan).rows[0]].links("lead_agencies") == ()


def test_a_field_for_one_thing_takes_no_two() -> None:
    plan = small_plan()
    spec = plan.template.field("project", "lead_agencies").model_copy(update={"many": False})
    kind = plan.template.kind("project")
    one = kind.model_copy(update={"fields": {**kind.fields, "lead_agencies": spec}})
    template = plan.template.model_copy(update={"kinds": {**plan.template.kinds, "project": one}})
    single = Plan(template, plan.nodes, plan.children, plan.root_id)
    preview = look(single, "กองช่าง, กองสาธารณสุข", PasteOptions(column=5))
    assert preview.refused[0].reason.sentence("en") == "This field refers to one thing only."
