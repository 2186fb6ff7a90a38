"""The feedback of the open plan is read once and kept in step with it."""

from success_desktop.domain.feedback import NO_FEEDBACK, read_feedback
from success_desktop.services.deciding import defer
from success_desktop.services.editing import remove_node, set_text
from success_desktop.ui.feedback.plan_feedback import PlanFeedback, feedback_of
from tests.ui.feedback.reviews import FIRST, SECOND, THIRD, projects_of, remark_id


def test_all_who_ask_share_one_reading(bridge, reviewed):
    feedback = feedback_of(bridge)
    assert feedback_of(bridge) is feedback
    assert feedback.read is feedback.read
    assert feedback.read == read_feedback(reviewed.plan)


def test_open_remarks_count_for_all_that_lies_above_them(bridge, reviewed):
    feedback, plan = feedback_of(bridge), reviewed.plan
    first, second = projects_of(plan)[:2]
    assert [feedback.open_count(one) for one in (first, second, plan.root_id, "gone")] == [3, 1, 5, 0]
    defer(reviewed, remark_id("data"), "ปีหน้า")
    assert [feedback.open_count(one) for one in (first, plan.root_id)] == [2, 4]


def test_a_node_that_is_deleted_takes_its_remarks_out_of_the_count(bridge, reviewed, qtbot):
    feedback, plan = feedback_of(bridge), reviewed.plan
    assert feedback.open_count(plan.root_id) == 5
    with qtbot.waitSignal(feedback.changed, timeout=100):
        remove_node(reviewed, projects_of(plan)[0])
    assert feedback.open_count(plan.root_id) == 2
    assert feedback.read.open_count == 9


def test_typing_in_the_plan_changes_no_feedback(bridge, reviewed, qtbot):
    feedback = feedback_of(bridge)
    before = feedback.read
    with qtbot.assertNotEmitted(feedback.changed):
        set_text(reviewed, (projects_of(reviewed.plan)[0], "place", "th"), "ริมคลอง")
    assert feedback.read is before


def test_reviewers_keep_their_seats_in_the_order_in_which_they_spoke(bridge):
    feedback = feedback_of(bridge)
    assert [feedback.seat(name) for name in (FIRST, SECOND, THIRD, "ใครอื่น")] == [0, 1, 2, 0]


def test_without_a_plan_there_is_no_feedback(bridge, qtbot):
    feedback = PlanFeedback(bridge)
    assert feedback.read.rounds
    with qtbot.waitSignal(feedback.changed, timeout=100):
        bridge.release().close(publish=False)
    assert feedback.read == NO_FEEDBACK
    assert feedback.plan is None
    assert feedback.open_count("any") == 0
    assert feedback.remark(remark_id("data")) is None
