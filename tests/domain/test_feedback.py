"""Feedback as it is read off a plan: rounds, remarks in their order, numbers, what stands where."""

from datetime import date

import pytest

from success_desktop.domain.edits import apply
from success_desktop.domain.feedback import NO_FEEDBACK, Anchor, Feedback, Remark, read_feedback
from success_desktop.domain.feedback_edits import set_feedback
from success_desktop.domain.feedback_kinds import derive_feedback_id, is_feedback_id
from success_desktop.domain.plan import Plan
from tests.feedback_samples import FILE, MEETING, SENT_AT, remark, remark_on, small_feedback
from tests.plans import small_plan


@pytest.fixture
def plan() -> Plan:
    bare = small_plan()
    return apply(bare, small_feedback(bare))


@pytest.fixture
def feedback(plan: Plan) -> Feedback:
    return read_feedback(plan)


def test_a_plan_that_nobody_reviewed_has_no_feedback():
    assert read_feedback(small_plan()) is NO_FEEDBACK
    assert NO_FEEDBACK.open_count == 0


def test_what_prints_and_counts_the_plan_never_meets_feedback(plan: Plan):
    assert not any(is_feedback_id(node.id) for node in plan.walk())
    assert plan.root_ids == (plan.root_id, "f-feedback")
    assert len(list(plan.walk("f-feedback"))) == 10


def test_remarks_are_numbered_as_a_tree_within_their_round(feedback: Feedback):
    assert [(item.round_id, item.number) for item in feedback.remarks.values()] == [
        *((FILE.id, number) for number in ("1", "2", "3")),
        *((MEETING.id, number) for number in ("1", "1.1", "1.2")),
    ]
    assert [item.number for item in feedback.children_of(feedback.find("2:1")[0].id)] == ["1.1", "1.2"]


def test_a_round_reads_back_as_it_was_brought(feedback: Feedback):
    assert feedback.rounds == (FILE, MEETING)
    assert feedback.round(MEETING.id).on == date(2024, 2, 12)
    with pytest.raises(KeyError):
        feedback.round("f-nothing")


def test_a_remark_reads_back_as_it_was_brought(plan: Plan, feedback: Feedback):
    said = feedback.of_round(FILE.id)[0]
    assert (said.author, said.initials, said.at) == ("ผู้ทรงคุณวุฒิ ข", "ผข", SENT_AT)
    assert said.anchor.quote == "แผน"
    assert said.anchor.place == (plan.root_id, "title", "th")
    assert [(reply.text, reply.is_ours) for reply in said.replies] == [("รับทราบ", False)]
    assert said.spoken("en") == "ควรระบุปีให้ชัด"


def test_a_mere_proposal_says_nothing(feedback: Feedback):
    assert feedback.of_round(FILE.id)[1].spoken("th") == ""


def test_a_remark_is_found_by_id_by_its_full_number_and_by_its_number(feedback: Feedback):
    first = feedback.of_round(FILE.id)[0]
    assert feedback.find(first.id) == (first,)
    assert feedback.find("1:1") == (first,)
    assert [feedback.full_number(item) for item in feedback.find("1")] == ["1:1", "2:1"]
    assert feedback.find("9") == ()


def test_only_what_a_file_brought_waits_for_a_place(feedback: Feedback):
    assert [item.context for item in feedback.unplaced] == ["ท้ายกระดาษ"]


def test_open_remarks_are_counted_where_they_stand(plan: Plan, feedback: Feedback):
    assert feedback.open_count == 6
    assert feedback.open_by_node() == {plan.root_id: 2}
    first = feedback.of_node(plan.root_id)[0]
    decided = read_feedback(apply(plan, set_feedback(plan, first.id, {"disposition": "accepted"})))
    assert decided.open_by_node() == {plan.root_id: 1}
    assert not decided.remarks[first.id].is_open


def test_a_blank_remark_is_an_open_comment_without_a_place():
    bare = remark("bare", FILE)
    assert (bare.sort, bare.disposition, bare.anchor, bare.is_placed) == ("comment", "open", Anchor(), False)
    assert isinstance(bare, Remark)


def test_the_same_words_make_the_same_id_and_others_another():
    assert derive_feedback_id("ก", "ข") == derive_feedback_id("ก", "ข")
    assert derive_feedback_id("ก", "ข") != derive_feedback_id("กข")
    assert len(derive_feedback_id("ก")) == 26
    assert remark_on(small_plan(), (small_plan().root_id, "title", "th"), "แผน").anchor.quote == "แผน"
