import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.thai_search import search_key
from success_desktop.domain.thai_sort import sort_key


@pytest.mark.parametrize(
    "in_order",
    [
        "กก กง กร กะ กัก กา กำ กิน กี กึ กือ กุ กู เก แก โก ใก ไก",
        "กา ก่า ก้า ก๊า ก๋า",
        "เกง เก็ง เก่ง เก้ง เก๋ง",
        "ขวด ข้อมูล ขาว ข่าว ข้าว เขต แขก",
        "ครู คลอง ความ คา",
        "กลยุทธ์ การ เกาะ แก้ม ไก่ ขวด",
        "รก ฤดู ลม ฦๅ วน",
        "เทศบาล เทศบาลนคร เทศบาลเมือง โทรศัพท์",
        "ข้อ1 ข้อ๒ ข้อ3 ข้อ10 ข้อ๑๑ ข้อ100",
        "กรุงเทพฯ กรุงเทพมหานคร",
        "1 2 10 Abc b กา",
        "พันธ พันธ์ พันธุ์",
    ],
)
def test_thai_is_sorted_as_in_the_royal_dictionary(in_order: str):
    expected = in_order.split()
    shuffled = random.Random(2567).sample(expected, len(expected))
    assert sorted(shuffled, key=sort_key) == expected


def test_code_point_order_would_be_wrong():
    names = ["โตนดด้วน", "ขอนแก่น", "เกาะญวน"]
    assert sorted(names, key=sort_key) == ["เกาะญวน", "ขอนแก่น", "โตนดด้วน"] != sorted(names)


def test_words_come_before_the_words_that_begin_with_them():
    assert sorted(["กองคลัง 2", "กอง ช่าง", "กอง", "กองคลัง"], key=sort_key) == [
        "กอง",
        "กอง ช่าง",
        "กองคลัง",
        "กองคลัง 2",
    ]


def test_spellings_of_one_word_stand_together():
    assert sorted(["นํ้าใส", "น้ำ", "นํ้า", "น้ำใส"], key=sort_key)[:2] in (["น้ำ", "นํ้า"], ["นํ้า", "น้ำ"])


def test_noughts_before_a_number_change_nothing_but_ties():
    assert sorted(["ข้อ 010", "ข้อ 2", "ข้อ 10", "ข้อ 00"], key=sort_key) == ["ข้อ 00", "ข้อ 2", "ข้อ 10", "ข้อ 010"]


@given(st.integers(0, 10**40), st.integers(0, 10**40))
def test_numbers_count_by_their_value(one: int, other: int):
    assert (sort_key(f"ข้อ {one} ก") < sort_key(f"ข้อ {other} ก")) == (one < other)


@given(st.text(), st.text())
def test_two_texts_never_change_places(one: str, other: str):
    assert (sort_key(one) == sort_key(other)) == (one == other)


@given(st.text(alphabet="กขเแา่้", max_size=6), st.text(alphabet="กขเแา่้", max_size=6))
def test_letters_decide_before_tone_marks(one: str, other: str):
    bare_one, bare_other = (text.replace("่", "").replace("้", "") for text in (one, other))
    if search_key(bare_one) != search_key(bare_other) and "เเ" not in bare_one + bare_other:
        assert (sort_key(one) < sort_key(other)) == (sort_key(bare_one) < sort_key(bare_other))
