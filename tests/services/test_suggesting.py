"""What a proposal would make of the plan, seen before anybody decides."""

from dataclasses import replace

import pytest

from success_desktop.domain.edits import apply, remove_branch, set_value
from success_desktop.domain.feedback import Anchor
from success_desktop.domain.plan import Plan
from success_desktop.services.suggesting import suggest
from tests.plans import named, small_plan
from tests.services.proposals import comment, wording

SEEN = "ขุดลอกคลองสายหลัก งบประมาณ 200,000 บาท"


@pytest.fixture(scope="module")
def plan() -> Plan:
    plan = small_plan()
    return apply(plan, set_value(plan, named(plan, "Project dredge"), "name", "th", SEEN))


@pytest.fixture
def dredge(plan):
    return named(plan, "Project dredge")


def test_a_wording_is_shown_in_todays_text(plan, dredge):
    remark = wording(plan, (dredge, "name", "th"), SEEN.replace("ขุดลอก", "ฟื้นฟู"))
    today = SEEN.replace("200,000", "400,000")
    edited = apply(plan, set_value(plan, dredge, "name", "th", today))
    found = suggest(edited, remark, "th")
    assert (found.state, found.today, found.result) == ("open", today, today.replace("ขุดลอก", "ฟื้นฟู"))
    assert apply(edited, found.edits).nodes[dredge].text("name", "th") == found.result


def test_a_text_may_be_cleared_and_begun(plan, dredge):
    cleared = suggest(plan, wording(plan, (dredge, "name", "th"), ""), "th")
    assert (cleared.state, cleared.result) == ("open", "")
    begun = suggest(plan, wording(plan, (dredge, "objective", "en"), "Safe canals"), "en")
    assert (begun.state, begun.today, begun.result) == ("open", "", "Safe canals")


def test_letters_that_no_plan_can_keep_are_left_out(plan, dredge):
    found = suggest(plan, wording(plan, (dredge, "name", "th"), SEEN + "\x00\r\nข้อ 2"), "th")
    assert found.result == SEEN + "\nข้อ 2"


def test_what_the_plan_says_already_is_applied(plan, dredge):
    remark = wording(plan, (dredge, "name", "th"), "ฟื้นฟูคลอง")
    edited = apply(plan, set_value(plan, dredge, "name", "th", "ฟื้นฟูคลอง"))
    assert suggest(edited, remark, "th").state == "applied"


def test_a_clash_shows_the_reviewers_words_in_todays_text(plan, dredge):
    remark = wording(plan, (dredge, "name", "th"), SEEN.replace("200,000", "300,000"))
    edited = apply(plan, set_value(plan, dredge, "name", "th", SEEN.replace("200,000", "400,000")))
    found = suggest(edited, remark, "th")
    assert (found.state, found.result, found.edits) == ("clash", remark.proposed, ())


@pytest.mark.parametrize(
    ("cell", "proposed", "shown"),
    [
        (("budget", "2568:ordinance"), "1.2 ล้าน", "1,200,000"),
        (("budget", "2568:ordinance"), "-", ""),
        (("start_on", ""), "1 มกราคม 2568", "1 ม.ค. 2568"),
        (("status", ""), "completed", "แล้วเสร็จ"),
        (("lead_agencies", ""), "กองสาธารณสุข, กองช่าง", "กองสาธารณสุข, กองช่าง"),
    ],
)
def test_values_are_read_like_typed_ones(plan, dredge, cell, proposed, shown):
    found = suggest(plan, wording(plan, (dredge, *cell), proposed), "th")
    assert found.state == "open"
    assert found.result == shown


def test_the_same_value_otherwise_written_is_applied(plan, dredge):
    found = suggest(plan, wording(plan, (dredge, "budget", "2568:ordinance"), "๕ แสนบาท"), "th")
    assert (found.state, found.today, found.result) == ("applied", "500,000", "500,000")


def test_a_value_set_anew_since_clashes(plan, dredge):
    place = dredge, "budget", "2568:ordinance"
    remark = wording(plan, place, "700,000", seen="400,000")
    found = suggest(plan, remark, "th")
    assert (found.state, found.today, found.result) == ("clash", "500,000", "700,000")


def test_a_value_seen_as_words_that_no_field_holds_is_known_by_its_look(plan, dredge):
    place = dredge, "start_on", ""
    remark = wording(plan, place, "1 ม.ค. 2568")
    assert suggest(plan, replace(remark, anchor=remark.anchor._replace(seen="ต้นปี")), "th").state == "clash"
    assert suggest(plan, remark, "th").state == "open"


def test_what_cannot_be_read_tells_why(plan, dredge):
    found = suggest(plan, wording(plan, (dredge, "budget", "2568:ordinance"), "พอสมควร"), "th")
    assert (found.state, found.today, found.result) == ("unreadable", "500,000", "พอสมควร")
    assert found.why is not None
    assert "พอสมควร" in found.why.sentence()


def test_the_money_of_a_year_from_several_sources_is_entered_by_hand(plan, dredge):
    year = dredge, "budget", "2569"
    found = suggest(plan, wording(plan, year, "1.8 ล้าน"), "th")
    assert (found.state, found.today, found.result) == ("unreadable", "1,700,000", "1,800,000")
    assert found.why is not None
    assert found.why.remedy()
    assert suggest(plan, wording(plan, year, "1.7 ล้าน"), "th").state == "applied"
    assert suggest(plan, wording(plan, year, "มากขึ้น"), "th").state == "unreadable"
    only = suggest(plan, wording(plan, (dredge, "budget", "2568"), "600,000"), "th")
    assert (only.state, only.result) == ("open", "600,000")


def test_a_part_that_the_field_has_not_is_gone(plan, dredge):
    remark = wording(plan, (dredge, "budget", "2568:ordinance"), "1")
    for part in ("th", "x"):
        assert suggest(plan, replace(remark, anchor=remark.anchor._replace(part=part)), "th").state == "gone"


def test_a_node_a_field_or_a_part_that_there_is_not_is_gone(plan, dredge):
    remark = wording(plan, (dredge, "name", "th"), "ก")
    without = apply(plan, remove_branch(plan, dredge))
    assert suggest(without, remark, "th").state == "gone"
    for anchor in (Anchor(dredge, "moon", "th"), Anchor(dredge, "name", "fr"), Anchor(dredge), Anchor()):
        assert suggest(plan, replace(remark, anchor=anchor), "th").state == "gone"


def test_a_comment_suggests_nothing(plan):
    assert suggest(plan, comment("ดีมาก"), "th").state == "none"
