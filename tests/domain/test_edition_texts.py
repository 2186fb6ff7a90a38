"""How far a text of an adopted plan has been altered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.edition_texts import EXTENTS, grade_text, widest

TYPING = [
    pytest.param("ขุดลอกคลองบางแก้ว", "ขุดลอกคลองบางแก้ว ", id="a blank at the end"),
    pytest.param("เพื่อให้ประชาน มีน้ำใช้", "เพื่อให้ประชาชนมีน้ำใช้", id="a letter left out"),
    pytest.param("ขุดลอกคลองบางแกว", "ขุดลอกคลองบางแก้ว", id="a tone mark left out"),
    pytest.param("จํานวน ๕ แห่ง", "จำนวน 5 แห่ง", id="sara am in two pieces and a Thai digit"),
    pytest.param("งบ 10000 บาท", "งบ 10,000 บาท", id="a number without its comma"),
    pytest.param("ถนน (คสล.)", "ถนน คสล", id="brackets and a dot"),
    pytest.param("to recieve water", "to receive water", id="two letters the wrong way round"),
    pytest.param("ถนนฯ", "ถนน", id="a mark of abbreviation"),
]
WORDING = [
    pytest.param(
        "โครงการอบรมอาสาสมัครสาธารณสุข", "โครงการฝึกอบรมอาสาสมัครสาธารณสุข", id="a longer word for a word"
    ),
    pytest.param("โครงการสำรวจ", "โครงการสำรวจ ถนน", id="a word more"),
    pytest.param("ก่อสร้างถนนคอนกรีตเสริมเหล็กภายในหมู่บ้าน", "ก่อสร้างถนนคอนกรีตเสริมเหล็กหมู่บ้าน", id="a word less"),
]
SUBSTANCE = [
    pytest.param("ก่อสร้างถนน", "ก่อสร้างสะพาน", id="a road becomes a bridge"),
    pytest.param("ก่อสร้างถนน ซอย 5", "ก่อสร้างถนน ซอย 6", id="another number"),
    pytest.param("ถนนยาว 1.5 กม.", "ถนนยาว 15 กม.", id="a decimal point"),
    pytest.param("เพื่อป้องกันน้ำท่วม", "เพื่อไม่ป้องกันน้ำท่วม", id="the opposite"),
    pytest.param("คลองที่มีน้ำ", "คลองที่ไม่มีน้ำ", id="the opposite in one word"),
    pytest.param("to cancel the road works", "to the road works", id="the opposite in English"),
    pytest.param("ดี", "ชั่ว", id="a short word for another"),
    pytest.param("", "เพื่อให้มีน้ำใช้", id="a text where there was none"),
    pytest.param("เพื่อให้มีน้ำใช้", "", id="no text where there was one"),
    pytest.param("ขุดคลอง", "ขุดคลองพร้อมก่อสร้างสะพานและประตูระบายน้ำ", id="much added"),
]


@pytest.mark.parametrize(("old", "new"), TYPING)
def test_slips_of_the_pen_are_typing_both_ways(old: str, new: str) -> None:
    assert grade_text(old, new) == "typing"
    assert grade_text(new, old) == "typing"


@pytest.mark.parametrize(("old", "new"), WORDING)
def test_words_added_or_left_out_are_wording_both_ways(old: str, new: str) -> None:
    assert grade_text(old, new) == "wording"
    assert grade_text(new, old) == "wording"


@pytest.mark.parametrize(("old", "new"), SUBSTANCE)
def test_what_says_something_else_is_of_substance_both_ways(old: str, new: str) -> None:
    assert grade_text(old, new) == "substance"
    assert grade_text(new, old) == "substance"


def test_the_same_text_is_the_same() -> None:
    assert grade_text("เพื่อให้ประชาชนมีน้ำใช้", "เพื่อให้ประชาชนมีน้ำใช้") == "same"


def test_a_slip_beside_an_addition_is_wording_and_beside_a_replacement_of_substance() -> None:
    old = "ก่อสร้างถนนคอนกรีตเสริมเหล็กภายในหมู่บ้านของประชาน"

    assert grade_text(old, old.replace("ประชาน", "ประชาชน").replace("ภายใน", "")) == "wording"
    assert grade_text(old, old.replace("ประชาน", "ประชาชน").replace("ถนน", "สะพาน")) == "substance"


def test_the_widest_extent_counts() -> None:
    assert widest(["typing", "substance", "same"]) == "substance"
    assert widest([]) == "same"


@given(st.text(max_size=40), st.text(max_size=40))
def test_of_any_two_texts_only_equal_ones_are_the_same(old: str, new: str) -> None:
    extent = grade_text(old, new)

    assert extent in EXTENTS
    assert (extent == "same") == (old == new)


@given(st.text("กขคงจฉชซดตถทนบปผพมยรลวสหอะาิีึืุูเแโใไ่้ 0123456789", max_size=30), st.integers(0, 9))
def test_another_number_is_always_of_substance(text: str, digit: int) -> None:
    assert grade_text(f"{text} หมู่ {digit} ", f"{text} หมู่ {digit}7 ") == "substance"
