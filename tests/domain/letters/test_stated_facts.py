"""Facts come from where they stand, in the words of the letter's language; what nobody told is told to be lacking."""

import pytest

from success_desktop.domain.letters.stated_facts import DOTS
from success_desktop.domain.office import Edition, Office
from success_desktop.domain.office_kinds import OFFICE_ID
from tests.domain.letters.letter_samples import (
    ANNOUNCED,
    addition,
    letter,
    reader,
    shipped_book,
    shipped_letters,
    town_plan,
)
from tests.plans import small_plan


def test_a_field_of_the_plan_is_stated():
    assert reader().state("organisation", "th") == "เทศบาลเมืองทดสอบ"
    assert reader().state("organisation", "en") == "Test Town Municipality"


def test_a_fact_of_the_office_is_stated_in_the_language_that_has_it():
    known = reader(office=Office(facts={"mayor": {"th": "นายสมชาย ใจดี"}}))
    assert (known.state("mayor", "th"), known.state("mayor", "en")) == ("นายสมชาย ใจดี", "")


def test_a_plain_fact_says_the_same_in_every_language():
    known = reader(addition(facts={"number": {"th": "สข 52003/125"}}))
    assert known.state("number", "th") == known.state("number", "en") == "สข 52003/125"


@pytest.mark.parametrize("typed", ["12 ก.พ. 68", "12/2/2568", "12 February 2025", "๑๒ กุมภาพันธ์ ๒๕๖๘"])
def test_a_day_typed_in_any_manner_is_printed_in_the_letters(typed):
    known = reader(addition(facts={"met_on": {"th": typed}}))
    assert known.state("met_on", "th") == "12 กุมภาพันธ์ 2568"
    assert known.state("met_on", "en") == "12 February 2025"
    assert known.state("met_on", "th", "formal") == "12 กุมภาพันธ์ พ.ศ. 2568"


@pytest.mark.parametrize("typed", ["กลางเดือนหน้า", "31/2/2568"])
def test_what_is_no_day_is_printed_as_it_was_typed(typed):
    assert reader(addition(facts={"met_on": {"th": typed}})).state("met_on", "th") == typed


def test_a_dash_in_the_place_of_a_day_says_nothing():
    assert reader(addition(facts={"met_on": {"th": "-"}})).state("met_on", "th") == ""


def test_the_day_that_an_edition_was_announced_on_wins_over_what_was_typed_before():
    typed = {"announced_on": {"th": "1/1/2568"}}
    assert reader(addition(facts=typed)).state("announced_on", "th") == "1 มกราคม 2568"
    announced = addition(facts=typed, announced_on=ANNOUNCED)
    assert reader(announced).state("announced_on", "th", "formal") == "20 กุมภาพันธ์ พ.ศ. 2568"


def test_a_clause_is_the_usual_one_until_the_edition_names_its_own():
    assert reader().state("clause", "en") == "clause 22"
    own = reader(addition(clause="ข้อ 22/2"))
    assert (own.state("clause", "th"), own.state("clause", "en")) == ("ข้อ 22/2", "clause 22/2")


def test_the_usual_wording_is_that_for_the_authority():
    assert reader(office=Office(authority="thesaban")).state("position", "th") == "นายกเทศมนตรี"
    assert reader(office=Office(authority="obt")).state("position", "th") == "นายกเทศบาลเมืองทดสอบ"
    assert reader(office=Office(authority="obj")).state("position", "th") == ""


def test_a_usual_wording_without_its_facts_says_nothing():
    assert reader(office=Office(authority="obt"), plan=small_plan()).state("position", "th") == ""


def test_a_wording_of_ones_own_stands_before_the_usual_one():
    office = Office(facts={"position": {"th": "นายกเมือง"}})
    assert reader(office=office).state("position", "th") == "นายกเมือง"


def test_places_are_filled_and_what_is_lacking_is_dots():
    assert reader().fill("เรียน {position} ({mayor})", "th") == f"เรียน นายกเทศมนตรี ({DOTS})"


def test_a_figure_that_says_nothing_takes_its_blank_with_it():
    assert reader(Edition(id="o-1")).fill("แผน {edition_title} จบ", "th") == "แผน จบ"
    assert reader().fill("แผน {edition_title} จบ", "th") == "แผน เพิ่มเติม ครั้งที่ 2/2568 จบ"


def test_a_fact_that_looks_like_a_place_is_not_filled_again():
    known = reader(office=Office(facts={"mayor": {"th": "{clause}"}}))
    assert known.fill("{mayor}", "th") == "{clause}"


def test_people_are_asked_for_what_letters_state_in_the_order_of_the_book():
    asked = reader().ask([letter()])
    assert [fact.name for fact in asked] == ["organisation", "mayor", "position", "clause"]
    assert {fact.letter_ids for fact in asked} == {("memo",)}


def test_a_fact_of_a_paragraph_that_is_left_out_is_not_asked_for():
    assert "met_on" not in {fact.name for fact in reader().ask([letter()])}
    held = reader(addition(facts={"met_on": {"th": "1/2/2568"}}))
    assert "met_on" in {fact.name for fact in held.ask([letter()])}


def test_each_fact_tells_where_it_is_worded_and_what_it_lacks():
    places = {fact.name: (fact.node_id, fact.lacks) for fact in reader().ask([letter()])}
    plan_id = town_plan().root_id
    assert places == {
        "organisation": (plan_id, ()),
        "mayor": (OFFICE_ID, ("th", "en")),
        "position": (OFFICE_ID, ()),
        "clause": ("o-addition", ()),
    }


def test_a_fact_is_asked_for_once_however_many_letters_state_it():
    second = letter().model_copy(update={"id": "second"})
    asked = reader().ask([letter(), second])
    assert {fact.letter_ids for fact in asked} == {("memo", "second")}


def test_reasons_are_stated_in_each_language():
    known = reader(addition(reasons={"th": "น้ำท่วม", "en": "of floods"}))
    assert (known.state("reasons", "th"), known.state("reasons", "en")) == ("น้ำท่วม", "of floods")
    assert reader().state("reasons", "th") == ""


def test_every_letter_that_ships_asks_for_facts_with_a_label_and_a_hint():
    for authority in ("thesaban", "obt", "obj"):
        known = reader(office=Office(authority=authority), facts=shipped_book())
        for fact in known.ask(shipped_letters().values()):
            assert fact.label.th
            assert fact.label.en
            assert fact.hint.th


def test_the_mayor_of_a_town_is_called_after_the_town():
    known = reader(facts=shipped_book())
    assert known.state("executive_position", "th") == "นายกเทศมนตรีเมืองทดสอบ"
    assert known.state("clerk_position", "th") == "ปลัดเทศบาลเมืองทดสอบ"


@pytest.mark.parametrize(
    ("kind", "clause"),
    [("first", "ข้อ 17"), ("addition", "ข้อ 22"), ("change", "ข้อ 22/1"), ("correction", "ข้อ 21")],
)
def test_each_kind_of_edition_has_its_usual_clause(kind, clause):
    assert reader(Edition(id="o-1", kind=kind), facts=shipped_book()).state("clause", "th") == clause
