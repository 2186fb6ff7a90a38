"""The plan's own dictionary."""

from success_desktop.domain.edits import apply, invert
from success_desktop.domain.known_words import (
    keep_known_word,
    known_word_in,
    known_words,
    register_names,
)
from success_desktop.domain.plan import Plan
from success_desktop.domain.seeds import sow_plan
from tests.plans import counted_ids, small_plan, small_seed, template


def with_words(*words: str) -> Plan:
    plan = small_plan()
    for word in words:
        plan = apply(plan, keep_known_word(plan, word, "th"))
    return plan


def test_a_new_plan_knows_no_words_of_its_own():
    assert known_words(small_plan()) == ()


def test_words_are_kept_one_by_one_and_told_in_order():
    assert known_words(with_words("พะตง", "คลองสาย", "แหลมงา")) == ("คลองสาย", "พะตง", "แหลมงา")


def test_a_word_is_kept_once_however_it_is_spelt():
    plan = with_words("Khlong")
    assert keep_known_word(plan, "KHLONG", "en") == ()
    assert known_words(plan) == ("khlong",)


def test_keeping_a_word_can_be_undone():
    plan = small_plan()
    edits = keep_known_word(plan, "พะตง", "th")
    assert apply(apply(plan, edits), invert(edits)).nodes == plan.nodes


def test_two_words_added_at_the_same_time_do_not_meet():
    plan = small_plan()
    first, second = keep_known_word(plan, "พะตง", "th"), keep_known_word(plan, "คลองสาย", "th")
    assert known_words(apply(apply(plan, first), second)) == ("คลองสาย", "พะตง")


def test_the_fields_of_known_words_are_told_from_others():
    plan = with_words("พะตง")
    known = [field for field in plan.root.fields if known_word_in(field)]
    assert len(known) == 1
    assert known_word_in("title") == ""
    assert known_word_in("known_word:พะตง") == "พะตง"


def test_names_of_registers_are_known_and_names_of_projects_are_not():
    plan = small_plan()
    assert set(register_names(plan)) == {
        "กองช่าง",
        "Engineering Division",
        "กองสาธารณสุข",
        "Public Health Division",
    }


def test_descriptions_of_things_to_buy_are_no_names():
    base = template("ldp-2566-strategy")
    root = small_seed().model_copy(update={"children": ()})
    equipment = {
        "kind": "equipment_list",
        "children": [{"kind": "equipment", "fields": {"name": {"th": "โต๊ะ"}}}],
    }
    seed = type(root).model_validate({**root.model_dump(), "children": [equipment]})
    plan = apply(Plan(base, {}, {}), sow_plan(base, seed, counted_ids()))
    assert list(register_names(plan)) == []
