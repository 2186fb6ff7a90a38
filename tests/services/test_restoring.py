"""Restoring on a real plan file: looked at first, kept before, one step of undo, and later edits stay."""

from decimal import Decimal
from random import Random

import pytest

from success_desktop.domain.comparison import Counts
from success_desktop.domain.restoring import DroppedLink, Scope
from success_desktop.errors import UserError
from success_desktop.services import editing
from success_desktop.services.plan_editor import PlanEdited, PlanEditor
from success_desktop.services.restoring import preview_restore, restore
from success_desktop.services.revisions import list_revisions, read_revision, take_revision
from tests.plans import named
from tests.random_plans import random_deeds


def test_a_preview_tells_what_would_change_and_does_nothing(editor: PlanEditor):
    dredge = named(editor.plan, "โครงการdredge")
    kept = take_revision(editor, "ก่อน")
    editing.set_text(editor, (dredge, "name", "th"), "ขุดลอกคลอง")
    present = editor.plan
    preview = preview_restore(editor, kept, Scope(dredge))
    assert preview.comparison.old is present
    assert preview.comparison.new.nodes[dredge].text("name", "th") == "โครงการdredge"
    assert preview.comparison.counts == Counts(fields=1)
    assert (preview.revision, preview.scope, preview.is_nothing) == (kept, Scope(dredge), False)
    assert editor.plan is present


def test_restoring_is_one_step_of_undo_and_keeps_the_present_first(editor: PlanEditor):
    dredge, gauge = (named(editor.plan, name) for name in ("โครงการdredge", "โครงการgauge"))
    kept = take_revision(editor, "ก่อน")
    editing.set_text(editor, (dredge, "name", "th"), "ขุดลอกคลอง")
    editing.remove_node(editor, gauge)
    present = editor.plan
    preview = preview_restore(editor, kept, Scope())
    restore(editor, preview)
    assert editor.plan == preview.comparison.new == read_revision(editor, kept)
    before = list_revisions(editor)[-1]
    assert before.occasion == "restore"
    assert read_revision(editor, before) == present
    assert editor.undo_label == "Restore"
    editor.undo()
    assert editor.plan == present


def test_listeners_are_told_who_restored(editor: PlanEditor):
    dredge = named(editor.plan, "โครงการdredge")
    kept = take_revision(editor, "ก่อน")
    editing.set_text(editor, (dredge, "name", "th"), "ขุดลอกคลอง")
    heard: list[PlanEdited] = []
    editor.listen(heard.append)
    restore(editor, preview_restore(editor, kept, Scope(dredge)), initiator="me")
    assert [(event.initiator, event.node_ids) for event in heard] == [("me", frozenset({dredge}))]


def test_restoring_what_is_as_it_was_does_and_keeps_nothing(editor: PlanEditor):
    kept = take_revision(editor, "ก่อน")
    preview = preview_restore(editor, kept, Scope(named(editor.plan, "โครงการdredge")))
    assert preview.is_nothing
    restore(editor, preview)
    assert list_revisions(editor) == [kept]
    assert editor.undo_label is None


def test_later_edits_elsewhere_stay(editor: PlanEditor):
    dredge, gauge = (named(editor.plan, name) for name in ("โครงการdredge", "โครงการgauge"))
    kept = take_revision(editor, "ก่อน")
    editing.set_text(editor, (dredge, "name", "th"), "ขุดลอกคลอง")
    editing.set_part(editor, (dredge, "budget", "2568:loan"), Decimal(5))
    editing.set_text(editor, (gauge, "name", "th"), "มาตรวัด")
    restore(editor, preview_restore(editor, kept, Scope(dredge, "name", "th")))
    assert editor.plan.nodes[dredge].text("name", "th") == "โครงการdredge"
    assert editor.plan.nodes[dredge].money("budget") is None
    assert editor.plan.nodes[dredge].parts("budget")["2568:loan"] == Decimal(5)
    assert editor.plan.nodes[gauge].text("name", "th") == "มาตรวัด"


def test_an_edit_elsewhere_between_preview_and_restoring_stays(editor: PlanEditor):
    dredge, gauge = (named(editor.plan, name) for name in ("โครงการdredge", "โครงการgauge"))
    kept = take_revision(editor, "ก่อน")
    editing.set_text(editor, (dredge, "name", "th"), "ขุดลอกคลอง")
    preview = preview_restore(editor, kept, Scope(dredge))
    editing.set_text(editor, (gauge, "name", "th"), "มาตรวัด")
    restore(editor, preview)
    assert editor.plan.nodes[dredge].text("name", "th") == "โครงการdredge"
    assert editor.plan.nodes[gauge].text("name", "th") == "มาตรวัด"


def test_a_preview_that_does_not_fit_any_more_restores_nothing(editor: PlanEditor):
    dredge = named(editor.plan, "โครงการdredge")
    kept = take_revision(editor, "ก่อน")
    editing.set_text(editor, (dredge, "name", "th"), "ขุดลอกคลอง")
    preview = preview_restore(editor, kept, Scope(dredge))
    editing.set_text(editor, (dredge, "name", "th"), "ขุดลอกคลองสายหลัก")
    present = editor.plan
    with pytest.raises(UserError):
        restore(editor, preview)
    assert editor.plan is present
    assert list_revisions(editor) == [kept]


def test_what_is_not_in_both_plans_is_told(editor: PlanEditor):
    dredge = named(editor.plan, "โครงการdredge")
    kept = take_revision(editor, "ก่อน")
    editing.remove_node(editor, dredge)
    with pytest.raises(UserError):
        preview_restore(editor, kept, Scope(dredge, field="name"))
    with pytest.raises(UserError):
        preview_restore(editor, kept, Scope("nowhere"))


def test_what_a_plan_has_once_does_not_come_back_beside_another(editor: PlanEditor):
    register = editor.plan.nodes[named(editor.plan, "กองช่าง")].parent_id or ""
    kept = take_revision(editor, "ก่อน")
    editing.remove_node(editor, register)
    assert not preview_restore(editor, kept, Scope(register)).is_nothing
    editing.add_node(editor, editor.plan.root_id, "agency_register")
    with pytest.raises(UserError):
        preview_restore(editor, kept, Scope(register))


def test_a_node_comes_back_and_lost_links_are_told(editor: PlanEditor):
    dredge, agency = named(editor.plan, "โครงการdredge"), named(editor.plan, "กองช่าง")
    kept = take_revision(editor, "ก่อน")
    editing.remove_node(editor, dredge)
    editing.remove_node(editor, agency)
    preview = preview_restore(editor, kept, Scope(dredge))
    assert preview.restoration.dropped_links == (DroppedLink(dredge, "lead_agencies", agency),)
    restore(editor, preview)
    assert editor.plan.nodes[dredge].text("name", "th") == "โครงการdredge"


@pytest.mark.parametrize("seed", range(8))
def test_any_scope_can_be_restored_after_any_edits_and_undone(editor: PlanEditor, seed: int):
    rng = Random(seed)
    past, kept = editor.plan, take_revision(editor, "ก่อน")
    for deed in random_deeds(editor.plan, rng, 12):
        editor.edit("Edit", deed)
    present = editor.plan
    for scope in (
        *(Scope(node_id, is_branch=rng.random() < 0.5) for node_id in rng.sample(sorted(past.nodes), 4)),
        Scope(),
    ):
        preview = preview_restore(editor, kept, scope)
        restore(editor, preview)
        assert editor.plan == preview.comparison.new
        if not preview.is_nothing:
            editor.undo()
        assert editor.plan == present
