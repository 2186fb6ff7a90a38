"""Deciding on remarks: the plan and the decision go together, and one press of Ctrl+Z takes both back."""

from decimal import Decimal

import pytest

from success_desktop.errors import UserError
from success_desktop.services import editing
from success_desktop.services.clashes import Clash
from success_desktop.services.deciding import (
    accept,
    accept_partly,
    decide,
    decline,
    defer,
    mark_duplicate,
    reopen,
    set_out_of_scope,
)
from tests.services.proposals import SEEN, budget_place, comment, now, seen_place, take_in, text_at, wording


@pytest.fixture
def place(editor):
    return seen_place(editor)


def test_accepting_a_wording_writes_it_and_says_who_decided_when(editor, place, clock):
    proposed = wording(editor.plan, place, SEEN.replace("ขุดลอก", "ฟื้นฟู"))
    take_in(editor, proposed)
    assert accept(editor, proposed.id, "แก้ไขตามที่เสนอ") is None
    decided = now(editor, proposed)
    assert text_at(editor, place) == SEEN.replace("ขุดลอก", "ฟื้นฟู")
    assert (decided.disposition, decided.response) == ("accepted", {"th": "แก้ไขตามที่เสนอ"})
    assert (decided.decided_by, decided.decided_at) == ("สมหญิง", clock())


def test_one_undo_takes_back_the_text_and_the_decision(editor, place):
    proposed = wording(editor.plan, place, SEEN.replace("ขุดลอก", "ฟื้นฟู"))
    take_in(editor, proposed)
    before = editor.plan
    accept(editor, proposed.id)
    editor.undo()
    assert editor.plan == before
    editor.redo()
    assert now(editor, proposed).disposition == "accepted"
    assert text_at(editor, place) == proposed.proposed


def test_a_wording_is_merged_with_what_was_edited_since(editor, place):
    proposed = wording(editor.plan, place, SEEN.replace("ขุดลอก", "ฟื้นฟู"))
    take_in(editor, proposed)
    editing.set_text(editor, place, SEEN.replace("200,000", "400,000"))
    assert accept(editor, proposed.id) is None
    assert text_at(editor, place) == SEEN.replace("ขุดลอก", "ฟื้นฟู").replace("200,000", "400,000")


def test_accepting_what_the_plan_says_already_only_notes_the_decision(editor, place):
    proposed = wording(editor.plan, place, SEEN.replace("ขุดลอก", "ฟื้นฟู"))
    take_in(editor, proposed)
    editing.set_text(editor, place, proposed.proposed)
    accept(editor, proposed.id)
    assert text_at(editor, place) == proposed.proposed
    assert now(editor, proposed).disposition == "accepted"


def test_a_proposal_against_an_edited_passage_is_a_clash_and_nothing_is_done(editor, place):
    proposed = wording(editor.plan, place, SEEN.replace("200,000", "300,000"))
    take_in(editor, proposed)
    editing.set_text(editor, place, SEEN.replace("200,000", "400,000"))
    before = editor.plan
    clash = accept(editor, proposed.id)
    assert isinstance(clash, Clash)
    assert editor.plan == before
    assert clash.today == SEEN.replace("200,000", "400,000")
    assert [choice.text for choice in clash.choices] == [SEEN.replace("200,000", "300,000")]


def test_an_accepted_amount_is_read_as_typed(editor):
    proposed = wording(editor.plan, budget_place(editor), "๑,๒๐๐,๐๐๐")
    take_in(editor, proposed)
    assert accept(editor, proposed.id) is None
    node = editor.plan.nodes[budget_place(editor)[0]]
    assert node.parts("budget")["2568:ordinance"] == Decimal(1_200_000)


def test_an_amount_that_cannot_be_read_is_refused_with_its_reason(editor):
    proposed = wording(editor.plan, budget_place(editor), "ประมาณล้านกว่า")
    take_in(editor, proposed)
    with pytest.raises(UserError, match="ประมาณล้านกว่า"):
        accept(editor, proposed.id)
    assert now(editor, proposed).is_open


def test_a_wording_of_a_field_that_has_gone_is_refused(editor, place):
    proposed = wording(editor.plan, place, "อื่น")
    take_in(editor, proposed)
    editing.remove_node(editor, place[0])
    for verb in (accept, lambda one, remark_id: accept_partly(one, remark_id, "อีกอย่าง")):
        with pytest.raises(UserError) as told:
            verb(editor, proposed.id)
        assert told.value.remedy()
    accept_partly(editor, proposed.id, None)
    assert now(editor, proposed).disposition == "partly"


def test_accepting_a_comment_leaves_the_plan_as_it_is(editor):
    said = comment("ควรระบุปีให้ชัด")
    take_in(editor, said)
    root = editor.plan.root
    accept(editor, said.id)
    assert editor.plan.root is root
    assert now(editor, said).disposition == "accepted"


def test_accepting_in_part_takes_the_planners_own_words(editor, place):
    proposed = wording(editor.plan, place, "ฟื้นฟูคลองทุกสาย")
    take_in(editor, proposed)
    accept_partly(editor, proposed.id, "ฟื้นฟูคลองสายหลัก", "ทำเฉพาะสายหลักก่อน")
    assert text_at(editor, place) == "ฟื้นฟูคลองสายหลัก"
    assert now(editor, proposed).disposition == "partly"
    editor.undo()
    assert (text_at(editor, place), now(editor, proposed).disposition) == (SEEN, "open")


def test_a_comment_has_no_field_to_word_in_part(editor):
    said = comment("ควรระบุปีให้ชัด")
    take_in(editor, said)
    with pytest.raises(UserError):
        accept_partly(editor, said.id, "ปี 2568")


def test_declining_needs_a_reason_that_somebody_can_read(editor):
    said = comment("ควรระบุปีให้ชัด")
    take_in(editor, said)
    with pytest.raises(UserError):
        decline(editor, said.id, " ")
    decline(editor, said.id, "The year is on the cover.")
    assert now(editor, said).response == {"en": "The year is on the cover."}
    decline(editor, said.id)
    assert now(editor, said).disposition == "declined"


def test_deferred_and_out_of_scope_are_noted(editor):
    later, beyond = comment("ปีหน้า"), comment("ของกรม")
    take_in(editor, later, beyond)
    defer(editor, later.id, "ทำในปี 2570")
    set_out_of_scope(editor, beyond.id)
    assert [now(editor, one).disposition for one in (later, beyond)] == ["deferred", "out_of_scope"]


def test_responses_in_two_languages_stand_side_by_side(editor):
    said = comment("ควรระบุปีให้ชัด")
    take_in(editor, said)
    defer(editor, said.id, "ทำในปี 2570")
    defer(editor, said.id, "In 2027.")
    assert now(editor, said).response == {"th": "ทำในปี 2570", "en": "In 2027."}


def test_deciding_the_same_again_is_no_step(editor):
    said = comment("ควรระบุปีให้ชัด")
    take_in(editor, said)
    defer(editor, said.id, "ทำในปี 2570")
    number = editor.file.store.last_number()
    defer(editor, said.id, "ทำในปี 2570")
    assert editor.file.store.last_number() == number


def test_a_duplicate_points_to_the_item_that_is_answered(editor):
    one, two, three = comment("1"), comment("2"), comment("3")
    take_in(editor, one, two, three)
    mark_duplicate(editor, two.id, one.id)
    mark_duplicate(editor, three.id, two.id)
    assert now(editor, three).duplicate_of == one.id
    for remark in (one, two):
        with pytest.raises(UserError):
            mark_duplicate(editor, one.id, remark.id)


def test_duplicates_of_each_other_from_two_copies_do_not_hang(editor):
    one = comment("1", disposition="duplicate", duplicate_of=comment("2").id)
    two = comment("2", disposition="duplicate", duplicate_of=one.id)
    three = comment("3")
    take_in(editor, one, two, three)
    mark_duplicate(editor, three.id, one.id)
    assert now(editor, three).duplicate_of in (one.id, two.id)


def test_a_duplicate_decided_otherwise_points_nowhere(editor):
    one, two = comment("1"), comment("2")
    take_in(editor, one, two)
    mark_duplicate(editor, two.id, one.id)
    accept(editor, two.id)
    assert now(editor, two).duplicate_of == ""


def test_reopening_keeps_the_response_and_the_text(editor, place):
    proposed = wording(editor.plan, place, "ฟื้นฟูคลอง")
    take_in(editor, proposed)
    accept(editor, proposed.id, "แก้แล้ว")
    reopen(editor, proposed.id)
    opened = now(editor, proposed)
    assert (opened.is_open, opened.decided_by, opened.decided_at) == (True, "", None)
    assert opened.response == {"th": "แก้แล้ว"}
    assert text_at(editor, place) == "ฟื้นฟูคลอง"


@pytest.mark.parametrize(
    "disposition", ["accepted", "partly", "deferred", "declined", "out_of_scope", "open"]
)
def test_scripts_decide_by_one_verb(editor, disposition):
    said = comment("ควรระบุปีให้ชัด", disposition="" if disposition != "open" else "deferred")
    take_in(editor, said)
    decide(editor, said.id, disposition, "ตามนี้")
    assert now(editor, said).disposition == disposition


def test_scripts_mark_duplicates(editor):
    one, two = comment("1"), comment("2")
    take_in(editor, one, two)
    decide(editor, two.id, "duplicate", of_id=one.id)
    assert now(editor, two).duplicate_of == one.id
