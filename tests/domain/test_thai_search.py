import itertools
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from success_desktop.domain.thai_clusters import cluster_borders
from success_desktop.domain.thai_search import SearchText, search_key

# Letters that meet in ways that only Thai, paste and old files bring about, and some that no one expects among them.
ODD_LETTERS = "กนปเแโาำะัิีุู็่้๊๋์ํฺ๒5Aßİé\u0301 \n\u200b\u200d\u00ad\ufeff\u00a0\uf70a\uf711👩🏽ລຳ\ud800"
ODD_TEXT = st.text(alphabet=st.sampled_from(ODD_LETTERS), max_size=14)
ANY_TEXT = st.text() | ODD_TEXT


def found(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in SearchText(text).find(query)]


@pytest.mark.parametrize(
    ("typed", "same_as"),
    [
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("น\u0e4d\u0e32\u0e49", "น้ำ"),
        ("น\u0e33\u0e49", "น้ำ"),
        ("น\u0e4d\u0e33\u0e49", "น้ำ"),
        ("จ\u0e4d\u0e32นวน", "จำนวน"),
        ("เเผนเเม่บท", "แผนแม่บท"),
        ("เเ\u0e48ก", "แ\u0e48ก"),
        ("\u0e4d\u0e32", "\u0e33"),
        ("ก\u0e48\u0e34น", "ก\u0e34\u0e48น"),
        ("แก\u0e49\u0e49ไข", "แก้ไข"),
        ("ท\u0e35\u0e35\u0e48", "ที่"),
        ("พันธ\u0e4c\u0e38", "พันธุ์"),
        ("๒๕๖๗", "2567"),
        ("ที่\u200bนี่", "ที่นี่"),
        ("\ufeffแผน\u00adงาน", "แผนงาน"),
        ("ก\u200c\u0e34\u2060น", "กิน"),
        ("พ.ศ.\u00a02567", "พ.ศ. 2567"),
        ("พ.ศ.\u20092567", "พ.ศ. 2567"),
        ("SUCCESS Straße", "success strasse"),
        ("cafe\u0301", "Café"),
        ("ป\uf70aา", "ป\u0e48า"),
        ("ป\uf702", "ปี"),
        ("เป\uf70e", "เป์"),
        ("น\uf711\uf714า", "น้ำ"),
        ("☎\ufe0f", "☎"),
    ],
)
def test_what_looks_the_same_is_the_same_to_search(typed: str, same_as: str):
    assert search_key(typed) == search_key(same_as)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("กา", "ก้า"),
        ("ปี", "ปิ"),
        ("แผน", "เผน"),
        ("ขาว", "ข่าว"),
        ("½", "1/2"),
        ("ตา กลม", "ตากลม"),
        ("กํ", "ก"),
        ("าํ", "ำ"),
    ],
)
def test_different_words_stay_different(one: str, other: str):
    assert search_key(one) != search_key(other)


def test_water_is_found_however_sara_am_was_typed():
    assert found("ดื่มน\u0e4d\u0e49\u0e32 และน้ำ กับน\u0e49\u0e4d\u0e32", "น้ำ") == ["นํ้า", "น้ำ", "น้ํา"]
    assert found("ดื่มน้ำ", "นํ้า") == ["น้ำ"]


def test_a_year_is_found_in_either_digits():
    assert found("ปี ๒๕๖๗ และ 2567", "2567") == ["๒๕๖๗", "2567"]
    assert found("ปี 2567", "๒๕๖๗") == ["2567"]


def test_what_is_found_is_never_half_a_letter():
    assert found("น้ำใจ", "น") == ["น้ำ"]
    assert found("เก้าอี้ไม้กาก", "กา") == ["กา"]
    assert found("พันธุ์", "ธ") == ["ธุ์"]
    assert found("cafe\u0301", "e") == []


def test_zero_width_spaces_hide_nothing():
    assert found("แผน\u200bงานหลัก", "แผนงาน") == ["แผน\u200bงาน"]
    assert found("\u200bแผน\u200b", "แผน") == ["แผน"]
    assert found("ก\u200d", "ก") == ["ก\u200d"]


def test_a_family_is_found_once_by_any_of_its_members():
    assert found("ครอบครัว 👩‍👩‍👧", "👩") == ["👩‍👩‍👧"]


def test_places_do_not_overlap():
    assert found("กกกก", "กก") == ["กก", "กก"]
    assert found("Straße", "s") == ["S", "ß"]


@pytest.mark.parametrize("query", ["", "\u200b", "\ufeff\u00ad"])
def test_nothing_is_found_nowhere(query: str):
    assert found("แผน\u200bงาน", query) == []


@pytest.mark.parametrize("text", ["", "\u200b", "แผน", "นํ้า"])
def test_what_is_absent_is_not_found(text: str):
    assert found(text, "ลุ่มน้ำ") == []


def test_a_border_of_the_key_leads_back_to_the_text():
    text = SearchText("\u200bนํ้าßเเก")
    assert text.key == "น้ำssแก"
    assert [text.source_border(offset) for offset in range(len(text.key) + 1)] == [
        1,
        None,
        None,
        5,
        None,
        6,
        8,
        9,
    ]
    assert [SearchText("กิน").source_border(offset) for offset in range(4)] == [0, 1, 2, 3]


@given(ANY_TEXT)
@example("ก\u0e4d\u0e34\u0e32")
@example("กำ\u0e4d\u0e32")
@example("\x1fาา\u0e4d")
@example("ı\u0307İ\u0345")
def test_the_key_of_a_key_is_itself(text: str):
    key = search_key(text)
    assert search_key(key) == key


@given(ANY_TEXT)
def test_texts_that_unicode_takes_for_equal_have_one_key(text: str):
    assert search_key(unicodedata.normalize("NFD", text)) == search_key(unicodedata.normalize("NFC", text))


@given(ODD_TEXT, ODD_TEXT)
def test_a_text_is_found_in_what_holds_it_after_a_line_end(before: str, query: str):
    text = f"{before}\n{query}\n"
    assert bool(found(text, query)) == bool(search_key(query))


@given(ODD_TEXT, st.text(alphabet="กนเำาิ้ํ25aé\u200b👩", min_size=1, max_size=3))
def test_places_cover_whole_clusters_from_left_to_right(text: str, query: str):
    places = list(SearchText(text).find(query))
    borders = set(cluster_borders(text))
    assert all(start < end and {start, end} <= borders for start, end in places)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(places))
    assert all(search_key(query) in search_key(text[start:end]) for start, end in places)


@given(st.text(alphabet="กขนปเแโาำะัิีุู็่้๊์ฯๆ ๐๙09azAZ.,()–“”\n", max_size=20))
def test_the_quick_way_and_the_thorough_way_agree(text: str):
    thorough = search_key(f"{text}\ufeff")
    assert search_key(text) == thorough


def test_the_glyphs_of_old_fonts_are_the_letters_that_they_draw():
    letters = [0x10, *range(0x34, 0x38), *range(0x48, 0x4D), *range(0x48, 0x4D), 0x0D, 0x31, 0x4D, 0x47]
    letters += [*range(0x48, 0x4D), 0x38, 0x39, 0x3A]
    assert [search_key(chr(0xF700 + place)) for place in range(27)] == [
        chr(0xE00 + letter) for letter in letters
    ]


def test_searching_alters_no_text():
    source = "จํานวน ๒๕๖๗"
    text = SearchText(source)
    list(text.find("2567"))
    assert text.text is source
