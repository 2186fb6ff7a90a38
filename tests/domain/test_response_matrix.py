"""The order of a response matrix: what waits on top, the rest by rounds, reviewers or strategies; none is lost."""

from datetime import UTC, datetime

import pytest

from success_desktop.domain.edits import apply
from success_desktop.domain.feedback import Anchor, Feedback, Remark, Round, read_feedback
from success_desktop.domain.feedback_words import own_response, standing_of
from success_desktop.domain.plan import Plan
from success_desktop.domain.response_matrix import (
    MatrixItem,
    MatrixScope,
    ResponseMatrix,
    anchor_of,
    find_strategy,
    first_draft,
    group_items,
    is_waiting,
    reviewer_of,
    select_remarks,
)
from success_desktop.domain.revision import Occasion, Revision
from tests.feedback_samples import FILE, MEETING, bring, remark
from tests.plans import named, small_plan

DONE = {"disposition": "accepted", "response": {"th": "แก้ไขแล้ว"}}


def reviewed() -> Plan:
    """A plan with two remarks of a file and a meeting's tree, of which most are settled."""
    bare = small_plan()
    dredge = named(bare, "Project dredge")
    issue = bare.children_of(bare.root_id)[0].id
    first = remark("m1", MEETING, author="ก", text={"th": "หนึ่ง"}, anchor=Anchor(issue), **DONE)
    below = remark("m11", first, author="ก", text={"th": "หนึ่งจุดหนึ่ง"}, **DONE)
    said = remark("f1", FILE, author="ข", text={"th": "สอง"}, anchor=Anchor(dredge, "name", "th"), **DONE)
    waiting = remark("f2", FILE, text={"th": "สาม"})
    whole = remark(
        "f3", FILE, author="ค", text={"th": "สี่"}, anchor=Anchor(bare.root_id, "title", "th"), **DONE
    )
    return apply(bare, bring(bare, ((FILE, (said, waiting, whole)), (MEETING, (first, below)))))


@pytest.fixture
def plan() -> Plan:
    return reviewed()


@pytest.fixture
def feedback(plan: Plan) -> Feedback:
    return read_feedback(plan)


def items_of(plan: Plan, feedback: Feedback, scope: MatrixScope | None = None) -> list[MatrixItem]:
    chosen = select_remarks(plan, feedback, scope or MatrixScope())
    return [
        MatrixItem(one, feedback.round(one.round_id), anchor_of(feedback, one), (), None) for one in chosen
    ]


def texts(items) -> list[str]:
    return [item.remark.spoken("th") for item in items]


def test_what_waits_stands_on_top_and_every_item_stands_somewhere_once(plan: Plan, feedback: Feedback):
    items = items_of(plan, feedback)
    for by in ("round", "reviewer", "strategy"):
        groups = group_items(plan, items, by, feedback.rounds)
        assert groups[0].is_open
        assert texts(groups[0].items) == ["สาม"]
        assert sorted(text for group in groups for text in texts(group.items)) == sorted(texts(items))


def test_by_rounds_an_empty_round_has_a_group_of_its_own(plan: Plan, feedback: Feedback):
    empty = Round(id="f-empty", number=3, sort="form")
    groups = group_items(plan, items_of(plan, feedback), "round", (*feedback.rounds, empty))
    assert [group.round.number for group in groups if group.round] == [1, 2, 3]
    assert groups[-1].items == ()


def test_a_round_whose_items_all_wait_has_no_second_group(plan: Plan, feedback: Feedback):
    waiting = [item for item in items_of(plan, feedback) if is_waiting(item)]
    assert [group.is_open for group in group_items(plan, waiting, "round", feedback.rounds[:1])] == [True]


def test_by_reviewers_names_come_in_order_and_the_nameless_last(plan: Plan, feedback: Feedback):
    nobody = Round(id=FILE.id, number=1)
    items = items_of(plan, feedback)
    unnamed = items[0]._replace(
        round=nobody, remark=remark("x", FILE, disposition="declined", response={"th": "-"})
    )
    groups = group_items(plan, [*items, unnamed], "reviewer")
    assert [group.reviewer for group in groups if not group.is_open] == ["ก", "ข", "ค", ""]


def test_by_strategies_a_project_goes_with_its_strategy_and_the_plan_comes_last(
    plan: Plan, feedback: Feedback
):
    groups = group_items(plan, items_of(plan, feedback), "strategy")
    issue = plan.children_of(plan.root_id)[0].id
    assert [(group.node_id, texts(group.items)) for group in groups[1:]] == [
        (issue, ["สอง", "หนึ่ง", "หนึ่งจุดหนึ่ง"]),
        ("", ["สี่"]),
    ]


def test_a_sub_point_belongs_where_its_point_belongs(plan: Plan, feedback: Feedback):
    first, below = feedback.of_round(MEETING.id)
    assert anchor_of(feedback, below) == first.anchor
    assert anchor_of(feedback, feedback.of_round(FILE.id)[1]).node_id == ""


def test_a_strategy_is_the_topmost_node_and_none_for_the_plan_or_what_is_gone(plan: Plan):
    assert find_strategy(plan, named(plan, "Project gauge")) == plan.children_of(plan.root_id)[0].id
    assert find_strategy(plan, plan.root_id) == ""
    assert find_strategy(plan, "01gone") == ""


def test_a_scope_chooses_by_round_reviewer_and_branch(plan: Plan, feedback: Feedback):
    goal = plan.children_of(plan.children_of(plan.root_id)[0].id)[0].id
    for scope, expected in (
        (MatrixScope((MEETING.id,)), ["หนึ่ง", "หนึ่งจุดหนึ่ง"]),
        (MatrixScope(reviewer=" ผู้ทรงคุณวุฒิ ข "), ["สาม"]),
        (MatrixScope(reviewer="ข"), ["สอง"]),
        (MatrixScope(under_id=goal), ["สอง"]),
        (MatrixScope(under_id="01gone"), []),
    ):
        assert texts(items_of(plan, feedback, scope)) == expected


def test_a_remark_without_an_author_is_its_rounds(feedback: Feedback):
    assert reviewer_of(feedback.of_round(FILE.id)[1], FILE) == "ผู้ทรงคุณวุฒิ ข"


def test_a_matrix_tells_its_items_and_how_many_wait(plan: Plan, feedback: Feedback):
    groups = group_items(plan, items_of(plan, feedback), "round", feedback.rounds)
    matrix = ResponseMatrix(plan, feedback, "round", groups, {})
    assert (len(matrix.items), matrix.open_count) == (5, 1)


def revision(number: int, occasion: Occasion) -> Revision:
    at = datetime(2026, 11, number, tzinfo=UTC)
    return Revision(f"r{number}", number, None, "ก", at, "", "", occasion, "", number)


def test_the_draft_of_a_change_is_the_first_that_people_had():
    kept = [
        revision(2, ""),
        revision(4, "hour"),
        revision(5, "import"),
        revision(6, "export"),
        revision(8, ""),
    ]
    assert first_draft(kept, 2) == kept[0]
    assert first_draft(kept, 3) == kept[3]
    assert first_draft(kept, 7) == kept[4]
    assert first_draft(kept[:3], 3) == kept[2]
    assert first_draft(kept[:2], 3) is None
    assert first_draft([], 1) is None


@pytest.mark.parametrize(
    ("fields", "standing"),
    [
        ({}, "open"),
        ({"disposition": "accepted"}, "unanswered"),
        ({"disposition": "accepted", "sort": "wording"}, "settled"),
        ({"disposition": "partly", "sort": "wording"}, "unanswered"),
        ({"disposition": "duplicate", "duplicate_of": "f-x"}, "settled"),
        ({"disposition": "duplicate"}, "unanswered"),
        ({"disposition": "deferred"}, "unanswered"),
        ({"disposition": "deferred", "response": {"th": "ปีหน้า"}}, "going_on"),
        ({"disposition": "declined", "response": {"th": "เหตุผล"}}, "settled"),
        ({"disposition": "open", "response": {"th": "ร่างคำตอบ"}}, "open"),
    ],
)
def test_an_item_is_settled_only_with_a_disposition_and_a_response(fields, standing):
    one: Remark = remark("x", FILE, **fields)
    assert standing_of(one) == standing
    assert bool(own_response(one)) == (standing == "settled" and not one.response)
