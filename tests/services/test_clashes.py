"""Proposals that cannot all be taken are found before anybody decides on one of them."""

from dataclasses import replace

import pytest

from success_desktop.domain.edits import apply, remove_branch, set_value
from success_desktop.domain.feedback import Feedback, read_feedback
from success_desktop.domain.feedback_edits import add_remarks, add_round
from success_desktop.domain.plan import Plan
from success_desktop.services.clashes import find_clash, list_clashes, settled_as
from tests.feedback_samples import FILE
from tests.plans import named, small_plan
from tests.services.proposals import comment, wording

SEEN = "ขุดลอกคลองสายหลัก ระยะทาง 4 กม. งบประมาณ 200,000 บาท"


@pytest.fixture(scope="module")
def plan() -> Plan:
    """The small plan, one project of which is called SEEN."""
    plan = small_plan()
    return apply(plan, set_value(plan, named(plan, "Project dredge"), "name", "th", SEEN))


@pytest.fixture
def place(plan) -> tuple[str, str, str]:
    return named(plan, "Project dredge"), "name", "th"


def of(plan: Plan, *remarks) -> Feedback:
    """The feedback of a returned file with these remarks."""
    begun = add_round(plan, FILE)
    with_round = apply(plan, begun)
    return read_feedback(apply(with_round, add_remarks(with_round, remarks)))


def test_proposals_for_different_words_do_not_clash(plan, place):
    one, two = (wording(plan, place, SEEN.replace(*pair)) for pair in (("ขุดลอก", "ฟื้นฟู"), ("4 กม.", "5 กม.")))
    feedback = of(plan, one, two)
    assert list_clashes(plan, feedback) == ()
    assert find_clash(plan, feedback, one.id) is None


def test_the_same_proposal_of_two_reviewers_does_not_clash(plan, place):
    one, two = (wording(plan, place, "ฟื้นฟูคลอง", name=name) for name in "ab")
    assert list_clashes(plan, of(plan, one, two)) == ()


def test_two_wordings_of_the_same_words_clash(plan, place):
    one, two = (wording(plan, place, SEEN.replace("200,000", baht)) for baht in ("300,000", "900,000"))
    (clash,) = list_clashes(plan, of(plan, one, two))
    assert clash.place == place
    assert (clash.base, clash.today) == (SEEN, SEEN)
    assert clash.remark_ids == (one.id, two.id)
    assert [choice.text for choice in clash.choices] == [one.proposed, two.proposed]


def test_choosing_one_wording_loses_nothing_else_that_the_other_proposed(plan, place):
    one = wording(plan, place, SEEN.replace("200,000", "300,000"))
    two = wording(plan, place, SEEN.replace("200,000", "900,000").replace("ขุดลอก", "ฟื้นฟู"))
    (clash,) = list_clashes(plan, of(plan, one, two))
    assert [choice.text for choice in clash.choices] == [
        SEEN.replace("200,000", "300,000").replace("ขุดลอก", "ฟื้นฟู"),
        two.proposed,
    ]
    chosen, other = clash.choices
    assert settled_as(plan, clash, chosen, chosen.text) == "accepted"
    assert settled_as(plan, clash, other, chosen.text) == "partly"


def test_whoever_clashes_with_nobody_is_not_asked_about(plan, place):
    one, two = (wording(plan, place, SEEN.replace("200,000", baht)) for baht in ("300,000", "900,000"))
    third = wording(plan, place, SEEN.replace("ขุดลอก", "ฟื้นฟู"))
    feedback = of(plan, one, two, third)
    (clash,) = list_clashes(plan, feedback)
    assert third.id not in clash.remark_ids
    assert find_clash(plan, feedback, third.id) is None
    assert find_clash(plan, feedback, two.id) == clash


def test_clashes_about_other_words_of_the_passage_are_decided_apart(plan, place):
    amounts = [wording(plan, place, SEEN.replace("200,000", baht)) for baht in ("300,000", "900,000")]
    works = [wording(plan, place, SEEN.replace("ขุดลอก", work)) for work in ("ฟื้นฟู", "ขยาย")]
    feedback = of(plan, amounts[0], works[0], amounts[1], works[1])
    clashes = list_clashes(plan, feedback)
    assert [clash.remark_ids for clash in clashes] == [
        tuple(one.id for one in pair) for pair in (amounts, works)
    ]
    assert find_clash(plan, feedback, works[1].id) == clashes[1]


def test_whoever_clashes_with_two_others_brings_them_together(plan, place):
    amount = wording(plan, place, SEEN.replace("200,000", "300,000"))
    work = wording(plan, place, SEEN.replace("ขุดลอก", "ฟื้นฟู"))
    both = wording(plan, place, SEEN.replace("200,000", "900,000").replace("ขุดลอก", "ขยาย"))
    again = wording(plan, place, SEEN.replace("200,000", "700,000"))
    (clash,) = list_clashes(plan, of(plan, amount, work, both, again))
    assert set(clash.remark_ids) == {amount.id, work.id, both.id, again.id}


def test_decided_proposals_and_comments_clash_with_nothing(plan, place):
    one, two = (wording(plan, place, SEEN.replace("200,000", baht)) for baht in ("300,000", "900,000"))
    declined = replace(two, disposition="declined")
    feedback = of(plan, one, declined, comment("แก้เป็น 900,000", anchor=one.anchor))
    assert list_clashes(plan, feedback) == ()
    clash = find_clash(plan, feedback, two.id)
    assert clash is not None, "taking the declined one after all is a choice again"
    assert clash.remark_ids == (one.id, two.id)


def test_a_proposal_against_a_later_edit_clashes_alone(plan, place):
    one = wording(plan, place, SEEN.replace("200,000", "300,000"))
    feedback = of(plan, one)
    edited = apply(plan, set_value(plan, place[0], "name", "th", SEEN.replace("200,000", "400,000")))
    (clash,) = list_clashes(edited, feedback)
    assert clash.remark_ids == (one.id,)
    assert "400,000" in clash.today
    assert "300,000" in clash.choices[0].text


def test_two_amounts_for_one_cell_clash(plan):
    place = named(plan, "Project dredge"), "budget", "2568:ordinance"
    one, two, same = (
        wording(plan, place, "600,000"),
        wording(plan, place, "700,000"),
        wording(plan, place, "7 แสน"),
    )
    (clash,) = list_clashes(plan, of(plan, one, two, same))
    assert [choice.text for choice in clash.choices] == ["600,000", "700,000", "700,000"]
    assert settled_as(plan, clash, clash.choices[2], "700,000") == "accepted"


def test_references_are_shown_in_the_language_asked_for(plan):
    place = named(plan, "Project dredge"), "lead_agencies", ""
    one, two = wording(plan, place, "กองสาธารณสุข"), wording(plan, place, "กองช่าง, กองสาธารณสุข")
    (clash,) = list_clashes(plan, of(plan, one, two), "en")
    assert clash.today == "Engineering Division"
    assert clash.choices[0].text == "Public Health Division"


def test_what_is_gone_or_unreadable_clashes_with_nothing(plan, place):
    amount = place[0], "budget", "2568:ordinance"
    feedback = of(plan, wording(plan, place, "ก"), wording(plan, place, "ข"), wording(plan, amount, "มาก"))
    without = apply(plan, remove_branch(plan, place[0]))
    assert list_clashes(without, feedback) == ()
    assert len(list_clashes(plan, feedback)) == 1
