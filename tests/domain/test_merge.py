"""Three wordings laid into one: nothing either side brought is lost, and nothing is guessed."""

from collections import Counter
from random import Random

from hypothesis import example, given
from hypothesis import strategies as st

from success_desktop.domain.merge import Merged, Overlap, merge_texts
from success_desktop.domain.thai_words import words
from tests.domain.test_compare_text import REAL, THAI
from tests.random_plans import random_wording

BASE = "ขุดลอกคลองสายหลัก ระยะทาง 4 กม. งบประมาณ 200,000 บาท"


@st.composite
def reworded(draw: st.DrawFn) -> tuple[str, str, str]:
    """A real text and what two people made of it, each for themselves."""
    base, seed = draw(st.sampled_from(REAL)), draw(st.integers(0, 2**32 - 1))
    rng = Random(seed)
    return base, random_wording(base, rng), random_wording(base, rng)


TRIPLES = st.tuples(THAI, THAI, THAI) | reworded()


def test_what_only_the_other_side_altered_is_taken():
    assert merge_texts(BASE, BASE, BASE.replace("ขุดลอก", "ฟื้นฟู")).text == BASE.replace("ขุดลอก", "ฟื้นฟู")


def test_what_only_today_altered_stays():
    today = BASE.replace("200,000", "400,000")
    assert merge_texts(BASE, today, BASE) == Merged(today, today)


def test_what_both_altered_alike_is_taken_once():
    both = BASE + " และบำรุงรักษา"
    assert merge_texts(BASE, both, both) == Merged(both, both)


def test_alterations_in_two_places_are_both_taken():
    merged = merge_texts(BASE, BASE.replace("200,000", "400,000"), BASE.replace("ขุดลอก", "ฟื้นฟู"))
    assert merged.text == merged.other_text == "ฟื้นฟูคลองสายหลัก ระยะทาง 4 กม. งบประมาณ 400,000 บาท"
    assert not merged.is_clash


def test_the_same_correction_amid_others_is_taken_once():
    today = BASE.replace("200,000", "400,000").replace("4 กม.", "5 กม.")
    theirs = BASE.replace("200,000", "400,000").replace("ขุดลอก", "ฟื้นฟู")
    assert merge_texts(BASE, today, theirs).text == today.replace("ขุดลอก", "ฟื้นฟู")


def test_two_amounts_in_one_place_clash_and_never_mix():
    merged = merge_texts(BASE, BASE.replace("200,000", "350,000"), BASE.replace("200,000", "400,000"))
    assert merged.is_clash
    assert merged.overlaps == (Overlap("200,000", "350,000", "400,000", BASE.index("200,000")),)
    assert "350,000" in merged.text
    assert "400,000" in merged.other_text


def test_two_additions_at_one_place_clash():
    merged = merge_texts(BASE, BASE + " ภายในปี 2568", BASE + " และบำรุงรักษา")
    assert [overlap.base for overlap in merged.overlaps] == [""]
    assert merged.text.endswith("ภายในปี 2568")
    assert merged.other_text.endswith("บำรุงรักษา")


def test_an_addition_beside_a_replaced_word_is_no_clash():
    merged = merge_texts("ขุด คลอง", "ลอก คลอง", "โครงการ ขุด คลอง")
    assert merged == Merged("โครงการ ลอก คลอง", "โครงการ ลอก คลอง")


def test_an_addition_within_what_the_other_side_replaced_clashes():
    merged = merge_texts("ก 1 ข 2 ค", "ก 9 ค", "ก 1 ใหม่ ข 2 ค")
    assert merged.is_clash
    assert merged.text == "ก 9 ค"


def test_words_struck_by_both_are_struck_though_not_alike():
    merged = merge_texts("ก1 ข2 ค3 ง4 จ5", "ก1 ง4 จ5", "ก1 ข2 จ5")
    assert not merged.is_clash
    assert merged.text == "ก1 จ5"


def test_a_word_struck_here_and_reworded_there_clashes():
    merged = merge_texts("งบ 200,000 บาท", "งบ", "งบ 400,000 บาท")
    assert merged.is_clash
    assert merged.text == "งบ"
    assert merged.other_text == "งบ 400,000 บาท"


def test_an_emptied_text_and_an_edited_one_clash():
    assert merge_texts("ขุดลอกคลอง", "", "ขุดลอกคลองสายหลัก").is_clash


def test_an_addition_to_what_the_other_side_strikes_clashes_on_either_edge():
    assert merge_texts("ก 1 ข", "ก ข", "ก 1 (2) ข").is_clash
    assert merge_texts("ก 1 ข", "ก (0) 1 ข", "ก ข").is_clash


def test_a_text_that_both_began_clashes():
    merged = merge_texts("", "น้ำสะอาด", "น้ำดี")
    assert merged.overlaps == (Overlap("", "น้ำสะอาด", "น้ำดี", 0),)


@given(TRIPLES)
@example(("ab", "ba", "b"))
def test_no_word_that_either_side_brought_is_lost(triple):
    base, today, theirs = triple
    merged = merge_texts(*triple)
    if today == base or theirs in (base, today):
        return
    shown = Counter(words(base))
    for side, result in ((today, merged.text), (theirs, merged.other_text)):
        brought = Counter(words(side)) - shown
        letters = Counter("".join(brought.elements()))
        assert not letters - Counter(result), (triple, merged)


@given(TRIPLES)
def test_where_nothing_clashes_there_is_one_result(triple):
    merged = merge_texts(*triple)
    assert (merged.text == merged.other_text) is not merged.is_clash


@given(TRIPLES)
def test_overlaps_stand_where_they_say(triple):
    merged = merge_texts(*triple)
    for overlap in merged.overlaps:
        assert merged.text[overlap.start : overlap.start + len(overlap.today)] == overlap.today


@given(TRIPLES)
def test_the_order_of_the_sides_does_not_matter_unless_they_clash(triple):
    base, today, theirs = triple
    one, other = merge_texts(base, today, theirs), merge_texts(base, theirs, today)
    assert one.is_clash == other.is_clash
    if not one.is_clash:
        assert one.text == other.text
    else:
        assert one.text == other.other_text


@given(TRIPLES)
def test_taking_a_merged_proposal_again_adds_nothing(triple):
    base, today, theirs = triple
    merged = merge_texts(base, today, theirs)
    if not merged.is_clash and theirs != base:
        again = merge_texts(today, merged.text, merged.text)
        assert again.text == merged.text
