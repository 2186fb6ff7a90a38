"""Office matters are read as they were filed, and stay beside what the plan says."""

from dataclasses import replace

import pytest

from success_desktop.domain.comparison import compare_plans
from success_desktop.domain.edits import AddNode, StaleEdit, apply, invert
from success_desktop.domain.net_edits import edits_between
from success_desktop.domain.office import (
    NO_OFFICE,
    Edition,
    Facts,
    FormatSwitches,
    Office,
    PrintedPlace,
    read_office,
    write_places,
)
from success_desktop.domain.office_edits import (
    add_edition,
    add_row_note,
    begin_office,
    remove_edition,
    set_edition,
    set_facts,
    set_office,
    set_row_note,
)
from success_desktop.domain.office_kinds import OFFICE_ID, derive_office_id
from success_desktop.domain.plan import Plan, plan_of_nodes
from success_desktop.domain.restoring import Scope, restore_edits
from success_desktop.domain.touched import count_touched
from success_desktop.domain.word_fields import FieldValue
from tests.feedback_samples import small_feedback
from tests.office_samples import CHANGE, FIRST, NOTE, small_office
from tests.plans import small_plan


@pytest.fixture
def plan() -> Plan:
    bare = small_plan()
    return apply(bare, small_office(bare))


def test_a_plan_without_office_matters_has_the_usual_ones():
    assert read_office(small_plan()) is NO_OFFICE
    assert NO_OFFICE.open_edition is None
    assert NO_OFFICE.switches == FormatSwitches()


def test_all_is_read_as_it_was_filed(plan: Plan):
    office = read_office(plan)
    first, change = office.editions
    assert (office.authority, office.form_set, office.switches) == (
        "obt",
        "ldp-2571",
        FormatSwitches(has_thai_digits=True),
    )
    assert first == FIRST
    note = replace(NOTE, id=derive_office_id(CHANGE.id, NOTE.row_id))
    assert change == replace(CHANGE, notes=(note,))
    assert change.note("p") == note
    assert change.note("another") is None


def test_filing_is_taken_back_exactly():
    bare = small_plan()
    edits = small_office(bare)
    assert apply(apply(bare, edits), invert(edits)) == bare


def test_editions_are_told_by_whether_they_are_adopted(plan: Plan):
    office = read_office(plan)
    assert [edition.id for edition in office.adopted] == ["o-first"]
    assert office.open_edition is not None
    assert office.open_edition.id == "o-change"
    assert office.edition("o-first").is_adopted
    with pytest.raises(KeyError):
        office.edition("o-none")


@pytest.mark.parametrize(
    "switches",
    [
        FormatSwitches(),
        FormatSwitches(shows_alignment=False, names_authors=True, is_draft=True, has_embedded_font=True),
        FormatSwitches(language="both", font="TH Sarabun New", paper="F4", has_thai_digits=True),
    ],
)
def test_switches_are_remembered(switches: FormatSwitches):
    values = {name: getattr(switches, name) for name in FormatSwitches.__slots__}
    plan = apply(small_plan(), set_office(small_plan(), values))
    assert read_office(plan).switches == switches
    assert set_office(plan, values) == ()


def test_a_switch_that_is_usually_on_is_off_until_it_is_on_again():
    off = apply(small_plan(), set_office(small_plan(), {"shows_alignment": False}))
    assert not read_office(off).switches.shows_alignment
    assert read_office(apply(off, set_office(off, {"shows_alignment": True}))).switches.shows_alignment


def test_saying_nothing_makes_no_root():
    assert set_office(small_plan(), {"font": ""}) == ()


def test_one_root_holds_everything(plan: Plan):
    assert begin_office(plan) == ()
    added = [edit for edit in small_office(small_plan()) if isinstance(edit, AddNode)]
    assert [edit.node_id for edit in added if edit.parent_id is None] == [OFFICE_ID]


def test_an_edition_can_be_the_first_thing_that_is_filed():
    plan = apply(small_plan(), add_edition(small_plan(), CHANGE))
    assert read_office(plan).editions == (CHANGE,)


def test_an_edition_takes_values_and_places(plan: Plan):
    places = {"x": PrintedPlace("p03", 7, "1.2"), "p": PrintedPlace("p02", 1, "1")}
    values: dict[str, FieldValue] = {
        "clause": "ข้อ 21",
        "places": write_places(places),
        "reasons": {"th": "ตามหนังสือสั่งการ"},
    }
    edition = read_office(apply(plan, set_edition(plan, CHANGE.id, values))).edition(CHANGE.id)
    assert (edition.clause, edition.places, edition.reasons) == ("ข้อ 21", places, {"th": "ตามหนังสือสั่งการ"})


def test_facts_are_worded_for_the_plan_and_for_an_edition(plan: Plan):
    told: Facts = {"mayor": {"th": "นายสมชาย ใจดี", "en": "Mr Somchai Jaidee"}}
    plan = apply(plan, set_facts(plan, OFFICE_ID, told))
    plan = apply(plan, set_facts(plan, FIRST.id, {"meeting": {}, "place": {"th": "ห้องประชุม"}}))
    office = read_office(plan)
    assert office.facts == told
    assert office.edition(FIRST.id).facts == {"place": {"th": "ห้องประชุม"}}


def test_a_note_is_made_once_and_then_altered(plan: Plan):
    again = set_row_note(plan, CHANGE.id, "p", {"routed": "", "reason": {"th": "ใหม่"}})
    (note,) = read_office(apply(plan, again)).edition(CHANGE.id).notes
    assert (note.routed, note.reason, note.deed) == ("", {"th": "ใหม่"}, "programme")
    assert not any(isinstance(edit, AddNode) for edit in again)


def test_a_whole_note_stands_in_an_edition(plan: Plan):
    (note,) = read_office(apply(plan, add_row_note(plan, FIRST.id, NOTE))).edition(FIRST.id).notes
    assert replace(note, id="") == NOTE


def test_an_edition_goes_with_its_notes(plan: Plan):
    left = apply(plan, remove_edition(plan, CHANGE.id))
    assert [edition.id for edition in read_office(left).editions] == ["o-first"]
    assert derive_office_id(CHANGE.id, "p") not in left.nodes


def test_nothing_that_tells_of_the_plan_meets_them(plan: Plan):
    bare = small_plan()
    assert compare_plans(bare, plan).differences == {}
    assert count_touched(small_office(bare), lambda _id: "").is_nothing
    assert [node.id for node in plan.walk()] == [node.id for node in bare.walk()]


def test_they_stand_beside_feedback_and_the_plan_has_one_root(plan: Plan):
    both = apply(plan, small_feedback(plan))
    assert plan_of_nodes(both.template, both.nodes) == both
    assert both.root_ids == (both.root_id, "f-feedback", OFFICE_ID)
    assert apply(both, edits_between(both, plan)) == plan
    with pytest.raises(StaleEdit):
        apply(both, (AddNode("another", "plan", None, "V"),))


def test_restoring_what_the_plan_said_leaves_them_alone(plan: Plan):
    assert restore_edits(plan, small_plan(), Scope()).edits == ()


def adopted_edition(edition_id: str, base_id: str) -> Edition:
    return Edition(id=edition_id, kind="change", base_id=base_id, revision_id="r")


def test_editions_stand_in_the_order_of_their_adoption_not_of_their_beginning():
    begun = (
        adopted_edition("o-first", ""),
        adopted_edition("o-late", "o-early"),
        Edition(id="o-open", kind="addition", base_id="o-first"),
        adopted_edition("o-early", "o-first"),
    )
    assert [edition.id for edition in Office(editions=begun).adopted] == ["o-first", "o-early", "o-late"]


def test_editions_that_amend_one_twice_or_each_other_are_all_told_of():
    twice = (adopted_edition("o-1", ""), adopted_edition("o-2", "o-1"), adopted_edition("o-3", "o-1"))
    circle = (adopted_edition("o-1", ""), adopted_edition("", "o-1"))
    assert [edition.id for edition in Office(editions=twice).adopted] == ["o-1", "o-2", "o-3"]
    assert [edition.id for edition in Office(editions=circle).adopted] == ["o-1", ""]
