"""Reviewers' files come in in any order, any number of times, old after new: the plan is the same in the end."""

import itertools
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from success_desktop.domain.edits import MoveNode, apply
from success_desktop.domain.feedback import Anchor, Remark, Round, read_feedback
from success_desktop.domain.feedback_edits import (
    add_remarks,
    add_round,
    move_feedback,
    remove_feedback,
    set_anchor,
    set_feedback,
)
from success_desktop.domain.feedback_kinds import FEEDBACK_ID, derive_feedback_id
from success_desktop.domain.plan import Plan
from success_desktop.domain.review_merge import Tally, merge_pack
from success_desktop.domain.review_pack import PackedNode, ReviewPack
from tests.plans import named, small_plan

START = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
PLAN = small_plan()
DREDGE = named(PLAN, "Project dredge")


def fid(*words: object) -> str:
    return derive_feedback_id(*map(str, words))


def packed(reviewer: str, key: str, text: str, parent: str = "", **more: Any) -> PackedNode:
    """A remark of a reviewer on the project's name; below another one if `parent` names it."""
    return PackedNode.model_validate(
        {
            "id": fid(reviewer, key),
            "kind": "remark",
            "parent": fid(reviewer, parent) if parent else fid(reviewer),
            "position": "V",
            "fields": {
                "text": {"th": text},
                "author": {"": reviewer},
                "at": {"": START.isoformat()},
                "node": {"": DREDGE},
                "field": {"": "name"},
                "part": {"": "th"},
                "seen": {"": "โครงการdredge"},
                "end": {"": "7"},
            },
            **more,
        }
    )


def reply(reviewer: str, key: str, parent: str, text: str) -> PackedNode:
    return PackedNode.model_validate(
        {
            "id": fid(reviewer, "reply", key),
            "kind": "reply",
            "parent": fid(reviewer, parent),
            "position": "V",
            "fields": {"text": {"": text}, "author": {"": reviewer}},
        }
    )


def pack(reviewer: str, edition: int, *nodes: PackedNode) -> ReviewPack:
    return ReviewPack(
        plan_id="plan",
        plan_title="แผน",
        revision_id="r1",
        round_id=fid(reviewer),
        reviewer=reviewer,
        saved_at=START + timedelta(hours=edition),
        edition=edition,
        nodes=nodes,
    )


def merged(plan: Plan, *packs: ReviewPack) -> Plan:
    for one in packs:
        plan = apply(plan, merge_pack(plan, one).edits)
    return plan


def said(plan: Plan) -> list[str]:
    remarks = read_feedback(plan).remarks.values()
    return [f"{remark.author} {remark.number} {remark.spoken('th')}" for remark in remarks]


A1 = pack("ก", 1, packed("ก", "a", "หนึ่ง"), packed("ก", "b", "สอง"))
A2 = pack("ก", 2, packed("ก", "a", "หนึ่ง แก้แล้ว"), packed("ก", "b", "สอง"), packed("ก", "c", "สาม"))
B1 = pack("ข", 9, packed("ข", "a", "ของอีกคน"))


def test_a_reviewers_round_comes_in_whole() -> None:
    plan = merged(PLAN, A1)
    (made,) = read_feedback(plan).rounds
    assert (made.sort, made.reviewer, made.revision_id, made.on) == ("review", "ก", "r1", START.date())
    first = read_feedback(plan).remarks[fid("ก", "a")]
    assert first.text == {"th": "หนึ่ง"}
    assert (first.anchor, first.placed_by) == (
        Anchor(DREDGE, "name", "th", "", "โครงการdredge", 0, 7),
        "bookmark",
    )
    assert merge_pack(PLAN, A1).tally == Tally(new=2)


def test_the_same_file_again_brings_nothing() -> None:
    plan = merged(PLAN, A1)
    again = merge_pack(plan, A1)
    assert again.edits == ()
    assert again.tally == Tally(known=2)


def test_every_order_of_three_files_gives_the_same_plan() -> None:
    outcomes = [merged(PLAN, *order) for order in itertools.permutations((A1, A2, B1))]
    assert all(outcome == outcomes[0] for outcome in outcomes)
    assert sorted(line.split(" ", 2)[2] for line in said(outcomes[0])) == [
        "ของอีกคน",
        "สอง",
        "สาม",
        "หนึ่ง แก้แล้ว",
    ]


def test_a_newer_file_tells_what_is_new_and_what_is_other() -> None:
    assert merge_pack(merged(PLAN, A1), A2).tally == Tally(new=1, updated=1, known=1)


def test_what_a_later_file_no_longer_has_is_kept() -> None:
    assert len(said(merged(PLAN, A2, pack("ก", 3, packed("ก", "a", "หนึ่ง"))))) == 3


def test_decisions_stay_when_a_newer_file_comes_in() -> None:
    plan = merged(PLAN, A1)
    decided = set_feedback(plan, fid("ก", "a"), {"disposition": "accepted", "response": {"th": "แก้แล้ว"}})
    plan = merged(apply(plan, decided), A2)
    remark = read_feedback(plan).remarks[fid("ก", "a")]
    assert (remark.disposition, remark.response) == ("accepted", {"th": "แก้แล้ว"})
    assert remark.text == {"th": "หนึ่ง แก้แล้ว"}


def test_a_remark_placed_elsewhere_here_stays_there_and_has_the_new_words() -> None:
    plan = merged(PLAN, A1)
    plan = apply(plan, set_anchor(plan, fid("ก", "a"), Anchor(named(plan, "Project map"))))
    plan = apply(plan, set_feedback(plan, fid("ก", "a"), {"placed_by": "hand", "weight": "major"}))
    remark = read_feedback(merged(plan, A2)).remarks[fid("ก", "a")]
    assert remark.anchor.node_id == named(PLAN, "Project map")
    assert (remark.placed_by, remark.weight, remark.text) == ("hand", "major", {"th": "หนึ่ง แก้แล้ว"})


def test_what_was_taken_away_here_stays_away() -> None:
    plan = merged(PLAN, A1)
    plan = apply(plan, remove_feedback(plan, fid("ก", "a")))
    outcome = merge_pack(plan, A2)
    assert outcome.tally == Tally(new=1, known=1, kept_out=1)
    assert len(read_feedback(apply(plan, outcome.edits)).remarks) == 2


def test_a_remark_below_one_taken_away_here_stands_in_the_round() -> None:
    plan = merged(PLAN, A1)
    plan = apply(plan, remove_feedback(plan, fid("ก", "a")))
    plan = merged(plan, pack("ก", 4, packed("ก", "a", "x"), packed("ก", "d", "ย่อย", "a")))
    assert read_feedback(plan).remarks[fid("ก", "d")].parent_id == fid("ก")


def test_replies_come_with_their_remark() -> None:
    more = pack("ก", 5, packed("ก", "a", "หนึ่ง"), reply("ก", "1", "a", "ขอเสริม"))
    outcome = merge_pack(merged(PLAN, A1), more)
    assert outcome.tally == Tally(known=1, new_replies=1)
    plan = merged(PLAN, A1, more)
    assert [one.text for one in read_feedback(plan).remarks[fid("ก", "a")].replies] == ["ขอเสริม"]


def test_a_reviewers_own_order_is_followed() -> None:
    turned = pack("ก", 6, packed("ก", "b", "สอง"), packed("ก", "a", "หนึ่ง", "b"))
    for order in itertools.permutations((A1, turned)):
        assert said(merged(PLAN, *order)) == ["ก 1 สอง", "ก 1.1 หนึ่ง"]


def test_the_planners_own_order_stays() -> None:
    plan = merged(PLAN, A1)
    plan = apply(plan, move_feedback(plan, fid("ก", "b"), fid("ก", "a")))
    turned = pack("ก", 6, packed("ก", "b", "สอง", position="c"), packed("ก", "a", "หนึ่ง", "b"))
    plan = merged(plan, turned)
    assert read_feedback(plan).remarks[fid("ก", "b")].parent_id == fid("ก", "a")
    assert read_feedback(plan).remarks[fid("ก", "a")].parent_id == fid("ก")


def test_a_place_that_is_gone_here_is_not_followed() -> None:
    below = pack("ก", 6, packed("ก", "b", "สอง"), packed("ก", "a", "หนึ่ง", "b"))
    plan = merged(PLAN, A1)
    plan = merged(apply(plan, remove_feedback(plan, fid("ก", "b"))), below)
    assert read_feedback(plan).remarks[fid("ก", "a")].parent_id == fid("ก")


def test_rounds_of_other_sorts_keep_their_numbers() -> None:
    plan = apply(PLAN, add_round(PLAN, Round(id=fid("meeting"), number=0, sort="meeting", name="ประชุม")))
    plan = merged(plan, A1, B1)
    assert [one.sort for one in read_feedback(plan).rounds] == ["meeting", "review", "review"]
    assert merged(plan, A2) == merged(merged(plan, A2), A1)


def test_a_file_that_would_write_over_what_others_said_is_refused() -> None:
    meeting = add_round(PLAN, Round(id=fid("ก"), number=0, sort="meeting", name="ประชุม"))
    other = merged(PLAN, B1)
    theirs = Remark(id=fid("ก", "a"), round_id=fid("ข"), parent_id=fid("ข"), number="")
    for plan in (apply(PLAN, meeting), apply(other, add_remarks(other, (theirs,)))):
        with pytest.raises(ValueError, match="something else"):
            merge_pack(plan, A1)


def test_a_remark_of_the_round_that_came_in_without_a_stamp_is_told_anew() -> None:
    plan = merged(PLAN, A1)
    plan = apply(plan, set_feedback(plan, fid("ก", "a"), {"source": "", "text": {"th": "เดิม"}}))
    assert read_feedback(merged(plan, A1)).remarks[fid("ก", "a")].text == {"th": "หนึ่ง"}


@pytest.mark.parametrize(
    "fault",
    [
        {"id": "0123"},
        {"parent": fid("nobody")},
        {"position": "บน"},
        {"kind": "round"},
        {"fields": {"start": {"": "-1"}}},
        {"fields": {"at": {"": "yesterday"}}},
        {"fields": {"sort": {"": "explosion"}}},
        {"fields": {"text": {"": "x"}}},
        {"fields": {"node": {"": FEEDBACK_ID}}},
        {"fields": {"author": {"th": "x"}}},
    ],
)
def test_a_node_that_no_plan_can_hold_is_refused(fault: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        pack("ก", 1, packed("ก", "a", "หนึ่ง", **fault))


def test_decisions_in_a_file_are_dropped() -> None:
    node = packed("ก", "a", "x", fields={"text": {"th": "x"}, "disposition": {"": "accepted"}})
    assert "disposition" not in node.fields


def test_a_moment_without_a_zone_is_refused() -> None:
    written = A1.model_dump(mode="json")
    with pytest.raises(ValidationError):
        ReviewPack.model_validate({**written, "saved_at": "2026-11-22T03:00:00"})


def test_the_digest_tells_one_letter_more() -> None:
    assert pack("ก", 1, packed("ก", "a", "หนึ่ง")).digest != pack("ก", 1, packed("ก", "a", "หนึ่งๆ")).digest


_KEYS = ("a", "b", "c", "d")
_words = st.sampled_from(["ก", "ข", "ค"])


@st.composite
def histories(draw: st.DrawFn, reviewer: str) -> list[ReviewPack]:
    """The files that one reviewer saved one after the other, while remarks came, went, moved and were reworded."""
    files = []
    for edition in range(1, draw(st.integers(1, 3)) + 1):
        nodes: list[PackedNode] = []
        for key in draw(st.permutations(_KEYS))[: draw(st.integers(0, 4))]:
            known = {node.id for node in nodes}
            above = draw(st.sampled_from(["", *(one for one in _KEYS if fid(reviewer, one) in known)]))
            position = draw(st.sampled_from("VWX"))
            nodes.append(packed(reviewer, key, draw(_words), above, position=position))
        files.append(pack(reviewer, edition, *nodes))
    return files


@settings(max_examples=60, deadline=None)
@given(histories("ก"), histories("ข"), st.data())
def test_any_order_and_any_repetition_give_the_same_plan(
    one: list[ReviewPack], other: list[ReviewPack], data: st.DataObject
) -> None:
    files = [*one, *other]
    expected = merged(PLAN, *files)
    shuffled = data.draw(st.permutations(files)) + data.draw(st.lists(st.sampled_from(files), max_size=4))
    assert merged(PLAN, *shuffled) == expected
    assert merged(expected, *shuffled) == expected
    words = {(node.id, node.fields["text"]["th"]) for file in files for node in file.nodes}
    here = {(remark.id, remark.spoken("th")) for remark in read_feedback(expected).remarks.values()}
    assert here <= words
    assert {key for key, _text in words} == {key for key, _text in here}


def test_a_move_is_no_edit_of_the_plan() -> None:
    turned = pack("ก", 6, packed("ก", "b", "สอง"), packed("ก", "a", "หนึ่ง", "b"))
    edits = merge_pack(merged(PLAN, A1), turned).edits
    assert [edit.node_id for edit in edits if isinstance(edit, MoveNode)] == [fid("ก", "a")]
    assert all(edit.node_id.startswith("f-") for edit in edits)
