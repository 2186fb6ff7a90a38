"""Two points of a real plan file compared: the plans as they were, and who did what between them."""

from datetime import timedelta
from decimal import Decimal
from random import Random

import pytest

from success_desktop.domain.authorship import Stamp
from success_desktop.domain.comparison import Counts
from success_desktop.errors import UserError
from success_desktop.i18n import Language
from success_desktop.services import editing
from success_desktop.services.comparing import PRESENT, Point, compare_points, find_point
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import NOW, take_revision
from tests.plans import named
from tests.random_plans import random_deeds
from tests.services.conftest import Clock


def test_the_present_is_called_now(editor: PlanEditor):
    assert find_point(editor, NOW) == PRESENT
    assert PRESENT.is_present


def test_a_revision_is_found_by_ordinal_label_or_id(editor: PlanEditor):
    kept = take_revision(editor, "หลังประชุม", "ร่างที่ 1")
    for name in ("1", "ร่างที่ 1", kept.id):
        point = find_point(editor, name)
        assert (point.name, point.revision.id if point.revision else "") == (name, kept.id)
        assert not point.is_present


def test_a_name_that_nothing_has_is_told(editor: PlanEditor):
    with pytest.raises(UserError):
        find_point(editor, "ร่างที่ 9")


def test_a_revision_compared_with_the_present_tells_who_and_when(editor: PlanEditor, clock: Clock):
    dredge = named(editor.plan, "โครงการdredge")
    take_revision(editor, "ก่อน", "ร่างที่ 1")
    clock.pass_seconds(60)
    editing.set_text(editor, (dredge, "name", "th"), "ขุดลอกคลอง")
    compared = compare_points(editor, find_point(editor, "ร่างที่ 1"), PRESENT)
    assert compared.comparison.counts == Counts(fields=1)
    assert compared.comparison.new is editor.plan
    assert compared.authorship.stamp_of(dredge, "name", "th") == Stamp("สมหญิง", clock.at)
    assert [wording.text for wording in compared.authorship.wordings_of(dredge, "name", "th")] == [
        "ขุดลอกคลอง"
    ]
    assert (compared.old_point.name, compared.new_point) == ("ร่างที่ 1", PRESENT)


def test_what_is_the_same_is_shared(editor: PlanEditor):
    dredge = named(editor.plan, "โครงการdredge")
    take_revision(editor, "ก่อน")
    editing.set_part(editor, (dredge, "budget", "2568:loan"), Decimal(5))
    comparison = compare_points(editor, find_point(editor, "1"), PRESENT).comparison
    assert all(
        comparison.old.nodes[node_id] is node
        for node_id, node in comparison.new.nodes.items()
        if node_id != dredge
    )


def test_an_earlier_revision_compared_with_a_later_one_leaves_out_what_came_after(editor: PlanEditor):
    dredge, gauge = (named(editor.plan, name) for name in ("โครงการdredge", "โครงการgauge"))
    take_revision(editor, "หนึ่ง")
    editing.set_text(editor, (dredge, "objective", "th"), "ก")
    take_revision(editor, "สอง")
    editing.set_text(editor, (gauge, "objective", "th"), "ข")
    compared = compare_points(editor, find_point(editor, "1"), find_point(editor, "2"))
    assert list(compared.comparison.differences) == [dredge]
    assert compared.authorship.stamp_of(gauge, "objective") is None


def test_backwards_the_present_is_the_old_side_and_the_same_people_sign(editor: PlanEditor):
    dredge = named(editor.plan, "โครงการdredge")
    take_revision(editor, "ก่อน")
    editing.set_text(editor, (dredge, "name", "th"), "ขุดลอกคลอง")
    compared = compare_points(editor, PRESENT, find_point(editor, "1"))
    assert compared.comparison.old is editor.plan
    assert compared.authorship.stamp_of(dredge, "name", "th") is not None
    assert [wording.text for wording in compared.authorship.wordings_of(dredge, "name", "th")] == [
        "โครงการdredge"
    ]


def test_typing_on_across_a_revision_and_taking_it_back_is_signed(editor: PlanEditor, clock: Clock):
    place: tuple[str, str, Language] = (named(editor.plan, "โครงการdredge"), "objective", "th")
    for text in ("ลด", "ลดน้ำ"):
        editing.set_text(editor, place, text)
        clock.pass_seconds(1)
    take_revision(editor, "ระหว่างพิมพ์")
    editing.set_text(editor, place, "ลดน้ำท่วม")
    typed = compare_points(editor, find_point(editor, "1"), PRESENT)
    assert [wording.text for wording in typed.authorship.wordings_of(*place)] == ["ลดน้ำท่วม"]
    editor.author = "สมชาย"
    editor.undo()
    undone = compare_points(editor, find_point(editor, "1"), PRESENT)
    assert [change.parts[0].new for change in undone.comparison.differences[place[0]].fields] == [None]
    assert undone.authorship.stamp_of(*place) == Stamp("สมชาย", clock.at)


def test_what_was_edited_and_undone_leaves_no_trace(editor: PlanEditor, clock: Clock):
    place: tuple[str, str, Language] = (named(editor.plan, "โครงการdredge"), "objective", "th")
    take_revision(editor, "ก่อน")
    editing.set_text(editor, place, "ลดน้ำท่วม")
    editor.author = "สมชาย"
    clock.pass_seconds(60)
    editing.remove_node(editor, place[0])
    editor.undo()
    compared = compare_points(editor, find_point(editor, "1"), PRESENT)
    assert compared.authorship.stamp_of(*place) == Stamp("สมหญิง", clock.at - timedelta(seconds=60))
    assert compared.authorship.stamp_of(place[0]) is None


def test_a_point_differs_in_nothing_from_itself(editor: PlanEditor):
    take_revision(editor, "หนึ่ง")
    point = find_point(editor, "1")
    for other in (point, PRESENT):
        compared = compare_points(editor, point, other)
        assert not compared.comparison.differences
        assert compared.authorship.latest is None


def test_any_two_points_are_what_they_were(editor: PlanEditor):
    rng, seen, points = Random(4), [], list[Point]()
    for round_number in range(6):
        kept = take_revision(editor, str(round_number))
        points.append(Point(kept.id, kept))
        seen.append(editor.plan)
        for deed in random_deeds(editor.plan, rng, 4):
            editor.edit("Edit", deed)
    seen.append(editor.plan)
    points.append(PRESENT)
    for old, old_plan in zip(points, seen, strict=True):
        for new, new_plan in zip(points, seen, strict=True):
            comparison = compare_points(editor, old, new).comparison
            assert (comparison.old, comparison.new) == (old_plan, new_plan)


def test_a_plan_that_somebody_else_has_edited_is_compared_as_it_is_on_disk(editor: PlanEditor, clock: Clock):
    dredge, gauge = (named(editor.plan, name) for name in ("โครงการdredge", "โครงการgauge"))
    take_revision(editor, "ก่อน")
    other = PlanEditor(editor.file, "สมชาย", clock)
    editing.set_text(other, (dredge, "name", "th"), "ของสมชาย")
    editing.set_text(editor, (gauge, "name", "th"), "ของสมหญิง")
    assert editor.plan.nodes[dredge].text("name", "th") == "โครงการdredge"
    compared = compare_points(editor, find_point(editor, "1"), PRESENT)
    assert {told.node_id for told in compared.comparison.differences.values()} == {dredge, gauge}
    signed = compared.authorship.stamp_of(dredge, "name")
    assert signed is not None
    assert signed.author == "สมชาย"
