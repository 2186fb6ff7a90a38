"""The panel lists what is asked for, in the order of the plan."""

from dataclasses import replace

import pytest

from success_desktop.domain.edits import apply
from success_desktop.domain.feedback import read_feedback
from success_desktop.domain.feedback_edits import set_feedback
from success_desktop.ui.feedback.remark_filter import DECIDED, Wanted, last_before, list_remarks, next_open
from tests.ui.feedback.reviews import FIRST, MEETING, SECOND, UNTRACKED, remark_id

NAMES = (
    "data",
    "first wording",
    "second wording",
    "name",
    "strike",
    "nowhere",
    "proud",
    "results",
    "improve",
)
BY_ID = {remark_id(name): name for name in NAMES}


def listed(plan, wanted: Wanted) -> list[str]:
    return [BY_ID[remark.id] for remark in list_remarks(plan, read_feedback(plan), wanted)]


def test_on_the_whole_plan_what_is_about_all_of_it_comes_first_and_the_unplaced_last(plan):
    assert listed(plan, Wanted()) == [
        "proud",
        "results",
        "improve",
        "first wording",
        "second wording",
        "data",
        "name",
        "strike",
        "nowhere",
    ]


def test_on_what_is_chosen_only_its_remarks_and_those_below_it_are_listed(plan, projects):
    assert listed(plan, Wanted("here", projects[0])) == ["first wording", "second wording", "data"]
    assert len(listed(plan, Wanted("here", plan.root_id))) == 5
    assert listed(plan, Wanted("here", "gone")) == []


def test_unplaced_are_those_of_files_and_not_what_a_meeting_said_on_the_whole_plan(plan):
    assert listed(plan, Wanted("unplaced")) == ["nowhere"]


def test_on_one_node_the_decided_ones_stand_behind_the_open_ones(plan, projects):
    decided = apply(plan, set_feedback(plan, remark_id("first wording"), {"disposition": "declined"}))
    assert listed(decided, Wanted("here", projects[0])) == ["second wording", "data", "first wording"]
    assert listed(decided, Wanted(state="declined")) == ["first wording"]
    assert listed(decided, Wanted(state=DECIDED)) == ["first wording"]
    assert "first wording" not in listed(decided, Wanted(state="open"))


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(author=FIRST), ["first wording", "data"]),
        (Wanted(author=SECOND, round_id=UNTRACKED.id), ["second wording", "name", "strike", "nowhere"]),
        (Wanted(round_id=MEETING.id), ["proud", "results", "improve"]),
        (Wanted(nature="recommendation"), ["proud", "data"]),
        (Wanted(weight="major"), ["data"]),
        (Wanted(text="ลุ่มนํ้า"), ["first wording", "data"]),
        (Wanted(text="เห็นด้วย"), ["data"]),
        (Wanted(text="to the point"), ["proud"]),
        (Wanted(text="ไม่มีใครว่า"), []),
    ],
)
def test_every_filter_narrows(plan, wanted, expected):
    assert sorted(listed(plan, wanted)) == sorted(expected)
    assert wanted.is_narrowed
    assert not Wanted("here", "x").is_narrowed


def test_a_remark_on_a_node_that_is_gone_stays_with_those_on_the_whole_plan(plan, projects):
    gone = apply(plan, set_feedback(plan, remark_id("name"), {"node": "0" * 26}))
    assert listed(gone, Wanted())[:4] == ["name", "proud", "results", "improve"]


def test_next_goes_round_the_end_and_passes_over_what_is_decided(plan):
    remarks = list_remarks(plan, read_feedback(plan), Wanted())
    assert BY_ID[next_open(remarks, "", 1)] == "proud"
    assert BY_ID[next_open(remarks, "", -1)] == "nowhere"
    assert BY_ID[next_open(remarks, remark_id("nowhere"), 1)] == "proud"
    assert BY_ID[next_open(remarks, remark_id("proud"), -1)] == "nowhere"
    settled = [
        replace(one, disposition="accepted") if one.id == remark_id("results") else one for one in remarks
    ]
    assert BY_ID[next_open(settled, remark_id("proud"), 1)] == "improve"
    assert next_open([replace(one, disposition="accepted") for one in remarks], "", 1) == ""
    assert next_open([], "", 1) == ""


def test_without_a_current_card_one_begins_behind_what_stands_before_the_node_chosen(plan, projects):
    remarks = list_remarks(plan, read_feedback(plan), Wanted())
    assert BY_ID[last_before(plan, remarks, projects[1])] == "data"
    assert last_before(plan, [], projects[1]) == ""
    assert last_before(plan, remarks, "gone") == ""
