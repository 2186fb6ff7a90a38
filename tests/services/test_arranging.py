"""Remarks put where they belong, by hand: on the plan, and in the tree of their round."""

from dataclasses import replace

import pytest

from success_desktop.domain.anchors import carry_anchor
from success_desktop.domain.feedback import NOWHERE, Anchor, Remark
from success_desktop.domain.feedback_edits import add_remarks, add_round
from success_desktop.domain.proposals import AddedRow, MovedRow, RemovedRow
from success_desktop.errors import UserError
from success_desktop.i18n import Language
from success_desktop.services import editing
from success_desktop.services.arranging import merge_remarks, move_down, move_up, place_remark, split_remark
from success_desktop.services.deciding import accept, defer, mark_duplicate
from success_desktop.services.feedback import reply
from success_desktop.services.meetings import indent_point
from success_desktop.services.proposing import proposal_of
from tests.feedback_samples import FILE, MEETING, remark
from tests.plans import named
from tests.services.proposals import comment, feedback, now, row_remark, take_in, wording


def place_of(editor) -> tuple[str, str, Language]:
    return named(editor.plan, "Project dredge"), "name", "th"


def lost(name: str, **fields) -> Remark:
    """A comment that found no place."""
    return comment(name, anchor=NOWHERE, source=f"comment|{name}", **fields)


def test_a_remark_is_placed_on_a_field_by_hand(editor):
    remark = lost("อ่านยาก", attention="label_missing")
    take_in(editor, remark)
    before = editor.plan
    place_remark(editor, remark.id, place_of(editor))
    found = now(editor, remark)
    assert (found.anchor.place, found.anchor.quote) == (place_of(editor), "โครงการdredge")
    assert (found.placed_by, found.attention) == ("hand", "")
    assert remark.id not in [item.id for item in feedback(editor).unplaced]
    editor.undo()
    assert editor.plan == before


def test_it_stands_on_the_words_that_it_quotes(editor):
    remark = lost("อ่านยาก", quote=" dredge ")
    take_in(editor, remark)
    place_remark(editor, remark.id, place_of(editor))
    assert now(editor, remark).anchor.quote == "dredge"


def test_it_stands_on_the_words_that_are_chosen(editor):
    remark = lost("อ่านยาก", quote="dredge")
    take_in(editor, remark)
    place_remark(editor, remark.id, place_of(editor), (0, 7))
    assert now(editor, remark).anchor.quote == "โครงการ"


def test_it_may_stand_on_a_whole_node(editor):
    remark = lost("อ่านยาก")
    take_in(editor, remark)
    place_remark(editor, remark.id, (place_of(editor)[0], "", ""))
    assert now(editor, remark).anchor.place == (place_of(editor)[0], "", "")


def test_a_wording_keeps_the_text_it_was_made_for(editor):
    seen = "โครงการขุดลอก ระยะทาง 4 กม."
    remark = wording(editor.plan, place_of(editor), "โครงการฟื้นฟู ระยะทาง 4 กม.", seen=seen)
    remark = replace(remark, anchor=Anchor("", "", "", "", seen, 0, len(seen)))
    take_in(editor, remark)
    editing.set_text(editor, place_of(editor), seen.replace("4", "5"))
    place_remark(editor, remark.id, place_of(editor))
    assert accept(editor, remark.id) is None
    node_id, field, _part = place_of(editor)
    assert editor.plan.nodes[node_id].text(field, "th") == "โครงการฟื้นฟู ระยะทาง 5 กม."


def test_a_wording_of_an_unknown_text_is_made_for_the_field_it_is_placed_on(editor):
    remark = wording(editor.plan, place_of(editor), "โครงการฟื้นฟู", seen="")
    take_in(editor, remark)
    place_remark(editor, remark.id, place_of(editor))
    assert now(editor, remark).anchor.seen == "โครงการdredge"
    assert carry_anchor(editor.plan, now(editor, remark).anchor).state == "kept"


def test_words_proposed_for_a_quote_go_into_the_text_around_it(editor):
    remark = wording(editor.plan, place_of(editor), "ฟื้นฟูคลอง", seen="", quote="dredge")
    take_in(editor, replace(remark, anchor=NOWHERE))
    place_remark(editor, remark.id, place_of(editor))
    assert accept(editor, remark.id) is None
    assert editor.plan.nodes[place_of(editor)[0]].text("name", "th") == "โครงการฟื้นฟูคลอง"


def test_a_proposal_about_a_row_is_about_the_row_it_is_placed_on(editor):
    gauge, approach = named(editor.plan, "Project gauge"), named(editor.plan, "Restore the canals")
    going = row_remark("removed", RemovedRow(""), "")
    moving = row_remark("moved", MovedRow("", approach), "")
    coming = row_remark("added", AddedRow("", "project"), "")
    take_in(editor, going, moving, coming)
    for item in (going, moving, coming):
        place_remark(editor, item.id, (gauge, "", ""))
    assert proposal_of(now(editor, going)) == RemovedRow(gauge)
    assert proposal_of(now(editor, moving)) == MovedRow(gauge, approach)
    assert proposal_of(now(editor, coming)) == AddedRow(approach, "project")
    place_remark(editor, coming.id, (editor.plan.root_id, "", ""))
    assert proposal_of(now(editor, coming)) == AddedRow(editor.plan.root_id, "project")
    place_remark(editor, coming.id, (approach, "", ""))
    assert proposal_of(now(editor, coming)) == AddedRow(approach, "project")


def test_a_proposal_that_cannot_be_read_is_placed_as_it_is(editor):
    odd = replace(row_remark("removed", RemovedRow(""), ""), proposed="?")
    take_in(editor, odd)
    place_remark(editor, odd.id, (place_of(editor)[0], "", ""))
    assert (now(editor, odd).proposed, now(editor, odd).placed_by) == ("?", "hand")


@pytest.fixture
def points(editor) -> list[Remark]:
    """Three points of a meeting, taken down here."""
    editor.edit("hold", add_round(editor.plan, MEETING))
    found = [remark(name, MEETING, text={"th": name}, author="ที่ประชุม") for name in ("หนึ่ง", "สอง", "สาม")]
    editor.edit("take down", add_remarks(editor.plan, found))
    return found


def taken_down(editor, new: Remark) -> str:
    """Put a point behind those there are; its id."""
    editor.edit("take down", add_remarks(editor.plan, (new,)))
    return new.id


def tree(editor) -> dict[str, str]:
    """What each remark says, by its number."""
    return {item.number: item.spoken("th") for item in feedback(editor).remarks.values()}


def test_a_point_goes_up_and_down_its_list_and_numbers_follow(editor, points):
    move_up(editor, points[2].id)
    assert tree(editor) == {"1": "หนึ่ง", "2": "สาม", "3": "สอง"}
    move_down(editor, points[0].id)
    assert tree(editor) == {"1": "สาม", "2": "หนึ่ง", "3": "สอง"}
    move_down(editor, points[0].id)
    assert tree(editor) == {"1": "สาม", "2": "สอง", "3": "หนึ่ง"}
    editor.undo()
    assert tree(editor) == {"1": "สาม", "2": "หนึ่ง", "3": "สอง"}


def test_the_first_and_the_last_point_stay_where_they_are(editor, points):
    before = editor.plan
    move_up(editor, points[0].id)
    move_down(editor, points[2].id)
    assert editor.plan is before


def test_points_move_among_those_beside_them_and_take_along_what_is_below(editor, points):
    indent_point(editor, points[1].id)
    reply(editor, points[0].id, "รับทราบ")
    move_up(editor, points[1].id)
    move_up(editor, points[2].id)
    assert tree(editor) == {"1": "สาม", "2": "หนึ่ง", "2.1": "สอง"}


def test_a_point_is_split_where_the_caret_stands(editor, points):
    long = taken_down(editor, remark("long", MEETING, text={"th": "ข้อมูลลึก  และแบ่งปัน", "en": "Data"}))
    for _step in range(2):
        move_up(editor, long)
    before = editor.plan
    new_id = split_remark(editor, long, "th", len("ข้อมูลลึก "))
    assert tree(editor) == {"1": "หนึ่ง", "2": "ข้อมูลลึก", "3": "และแบ่งปัน", "4": "สอง", "5": "สาม"}
    assert feedback(editor).remarks[long].text["en"] == "Data"
    assert feedback(editor).remarks[new_id].is_open
    editor.undo()
    assert editor.plan == before


def test_both_halves_are_about_the_same_passage_by_the_same_person(editor):
    whole = comment("ก่อน หลัง", anchor=Anchor(*place_of(editor), "", "ก ข", 0, 1), weight="major", source="7")
    take_in(editor, whole)
    second_id = split_remark(editor, whole.id, "th", 4)
    second = feedback(editor).remarks[second_id]
    assert (second.anchor, second.author, second.weight) == (whole.anchor, whole.author, "major")
    assert (second.text, second.source) == ({"th": "หลัง"}, "")
    assert [item.id for item in feedback(editor).of_round(FILE.id)] == [whole.id, second.id]


@pytest.mark.parametrize("offset", [0, 5, 99])
def test_there_must_be_something_on_either_side(editor, points, offset):
    with pytest.raises(UserError):
        split_remark(editor, points[0].id, "th", offset)
    with pytest.raises(UserError):
        split_remark(editor, points[0].id, "en", 1)


def test_points_typed_here_go_into_the_first_with_threads_and_sub_points(editor, points):
    first, second, third = points
    below = taken_down(editor, remark("below", second, text={"th": "ย่อย"}))
    reply(editor, third.id, "ใครพูด")
    before = editor.plan
    merge_remarks(editor, [first.id, second.id, third.id])
    assert tree(editor) == {"1": "หนึ่ง\nสอง\nสาม", "1.1": "ย่อย"}
    assert feedback(editor).remarks[below].parent_id == first.id
    assert [item.text for item in now(editor, first).replies] == ["ใครพูด"]
    editor.undo()
    assert editor.plan == before


def test_texts_of_two_languages_stay_apart_when_put_together(editor, points):
    english = taken_down(editor, remark("en", MEETING, text={"en": "Share data"}))
    merge_remarks(editor, [points[0].id, english])
    assert now(editor, points[0]).text == {"th": "หนึ่ง", "en": "Share data"}


def test_what_came_in_files_stays_as_duplicates(editor, clock):
    one, two = lost("1"), lost("2")
    take_in(editor, one, two)
    merge_remarks(editor, [two.id, one.id])
    merged = now(editor, one)
    assert (merged.disposition, merged.duplicate_of) == ("duplicate", two.id)
    assert (merged.decided_by, merged.decided_at) == ("สมหญิง", clock())
    assert now(editor, two).is_open


def test_what_was_answered_already_stays_as_a_duplicate(editor, points):
    defer(editor, points[1].id, "ปีหน้า")
    merge_remarks(editor, [points[0].id, points[1].id])
    assert now(editor, points[1]).disposition == "duplicate"


def test_only_two_or_more_items_beside_each_other_are_put_together(editor, points):
    indent_point(editor, points[1].id)
    for chosen in ([points[0].id], [points[0].id, points[0].id], [points[0].id, points[1].id]):
        with pytest.raises(UserError):
            merge_remarks(editor, chosen)


def test_what_repeated_a_point_that_is_put_into_another_repeats_that_one(editor, points):
    first, second, third = points[:3]
    mark_duplicate(editor, third.id, second.id)
    merge_remarks(editor, [first.id, second.id])
    assert now(editor, third).duplicate_of == first.id


def test_a_point_that_repeats_the_one_it_takes_in_is_open(editor, points):
    first, second = points[:2]
    mark_duplicate(editor, first.id, second.id)
    merge_remarks(editor, [first.id, second.id])
    assert now(editor, first).is_open
    assert not now(editor, first).duplicate_of
