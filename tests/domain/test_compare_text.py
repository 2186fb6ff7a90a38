"""Two wordings compared: nothing lost, nothing torn, and as little marked as there is changed."""

import itertools
import subprocess
import sys
import unicodedata
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from success_desktop.domain.compare_text import Piece, compare_texts
from success_desktop.domain.thai_clusters import cluster_borders
from tests.random_plans import random_wording, sample_plan

THAI = st.text(alphabet="กขคงจนมรวสำะัิีุู่้๊็์เแโใไ0123 \n\u200bab\U0001f30a", max_size=40)
REAL = [
    text
    for node in sample_plan().walk()
    for parts in node.fields.values()
    for text in (parts.get("th"), parts.get("en"))
    if isinstance(text, str)
]
"""Every text of the sample plan, Thai and English."""


@st.composite
def real_pairs(draw: st.DrawFn) -> tuple[str, str]:
    """A real text and another wording of it."""
    text, seed = draw(st.sampled_from(REAL)), draw(st.integers(0, 2**32 - 1))
    return text, random_wording(text, Random(seed))


PAIRS = st.tuples(THAI, THAI) | real_pairs()


def told(old: str, new: str) -> str:
    """The pieces in one line: what stayed, [deleted], {inserted}."""
    marks = {"same": "{}", "deleted": "[{}]", "inserted": "{{{}}}"}
    return "".join(marks[piece.kind].format(piece.text) for piece in compare_texts(old, new))


def test_equal_texts_are_one_piece():
    assert compare_texts("เพื่อลดน้ำท่วม", "เพื่อลดน้ำท่วม") == (Piece("same", "เพื่อลดน้ำท่วม"),)


def test_blank_texts_are_no_piece():
    assert compare_texts("", "") == ()


def test_one_new_word_marks_one_word():
    pieces = compare_texts("ใช้ข้อมูลระดับครัวเรือนในการตัดสินใจ", "ใช้ข้อมูลระดับครัวเรือนและลุ่มน้ำในการตัดสินใจ")
    assert [piece for piece in pieces if piece.kind != "same"] == [Piece("inserted", "และลุ่มน้ำ")]


def test_a_replaced_word_is_deleted_then_inserted():
    pieces = compare_texts("ปรับปรุงคลองสายหลัก", "ฟื้นฟูคลองสายหลัก")
    assert pieces == (
        Piece("deleted", "ปรับปรุง"),
        Piece("inserted", "ฟื้นฟู"),
        Piece("same", "คลองสายหลัก"),
    )


@pytest.mark.parametrize(("old", "new", "kind"), [("", "น้ำ", "inserted"), ("น้ำ", "", "deleted")])
def test_a_text_that_came_or_went_is_one_piece(old: str, new: str, kind: str):
    assert [piece.kind for piece in compare_texts(old, new)] == [kind]


@pytest.mark.parametrize(
    ("old", "new", "told_as"),
    [
        ("แผนพัฒนาเก่าแก่", "แผนพัฒนาเก้าแก่", "แผนพัฒนาเ[ก่]{ก้}าแก่"),
        ("จำนวนครัวเรือน", "จำวนครัวเรือน", "จำ[น]วนครัวเรือน"),
        ("ชุมชนริมคลองเป้ง", "ชุมชนริมคลองเป้งลุ่ม", "ชุมชนริมคลองเป้ง{ลุ่ม}"),
        ("ฟื้นคลอง", "ฟื้นฟูคลอง", "ฟื้น{ฟู}คลอง"),
        ("the canal is", "the canals are", "the canal{s} [is]{are}"),
    ],
)
def test_a_small_edit_inside_a_word_marks_no_more_than_its_letters(old: str, new: str, told_as: str):
    assert told(old, new) == told_as


@pytest.mark.parametrize(
    ("old", "new", "told_as"),
    [
        ("โครงการคลอง", "โครงสร้างคลอง", "[โครงการ]{โครงสร้าง}คลอง"),
        ("นํ้าท่วม", "น้ำท่วม", "[นํ้า]{น้ำ}ท่วม"),
    ],
)
def test_a_word_with_more_letters_replaced_than_kept_is_replaced_whole(old: str, new: str, told_as: str):
    assert told(old, new) == told_as


@pytest.mark.parametrize(
    ("old", "new", "told_as"),
    [
        ("งบ 200,000 บาท", "งบ 400,000 บาท", "งบ [200,000]{400,000} บาท"),
        ("พ.ศ. ๒๕๖๘–๒๕๗๐", "พ.ศ. ๒๕๖๘–๒๕๗๑", "พ.ศ. ๒๕๖๘–[๒๕๗๐]{๒๕๗๑}"),
    ],
)
def test_numbers_are_values_and_share_no_digit(old: str, new: str, told_as: str):
    assert told(old, new) == told_as


@pytest.mark.parametrize(
    ("old", "new", "told_as"),
    [
        ("by the end of it", "by some day of it", "by [the end]{some day} of it"),
        ("one two three", "eins two drei", "[one]{eins} two [three]{drei}"),
        ("one two", "one two three four", "one two{ three four}"),
        ("one\ntwo", "eins\nzwei", "[one]{eins}\n[two]{zwei}"),
    ],
)
def test_a_replaced_phrase_reads_as_one_and_a_word_that_stayed_parts_it(old: str, new: str, told_as: str):
    assert told(old, new) == told_as


def test_a_paragraph_put_in_between_leaves_its_neighbours_alone():
    old, new = "ลดน้ำท่วม\nฟื้นป่า", "ลดน้ำท่วม\nขุดคลอง\nฟื้นป่า"
    assert told(old, new) == "ลดน้ำท่วม\n{ขุดคลอง\n}ฟื้นป่า"


def test_reading_the_module_does_not_read_the_library_that_compares():
    code = "import success_desktop.domain.authorship, sys; print('rapidfuzz' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@given(PAIRS)
def test_both_wordings_can_be_read_off_the_pieces(pair: tuple[str, str]):
    old, new = pair
    pieces = compare_texts(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "inserted") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "deleted") == new
    assert all(piece.text for piece in pieces)


@given(PAIRS)
def test_what_was_replaced_is_deleted_then_inserted_and_no_two_neighbours_are_alike(pair: tuple[str, str]):
    kinds = [piece.kind for piece in compare_texts(*pair)]
    for kind, following in itertools.pairwise(kinds):
        assert (kind, following) not in {(kind, kind), ("inserted", "deleted")}


@given(PAIRS)
def test_no_piece_ends_inside_a_cluster(pair: tuple[str, str]):
    old, new = pair
    for text, left_out in ((old, "inserted"), (new, "deleted")):
        borders, place = set(cluster_borders(text)), 0
        for piece in compare_texts(old, new):
            if piece.kind != left_out:
                place += len(piece.text)
                assert place in borders


@given(PAIRS)
@example(("ก\u200b้ข", "ก\u200b๊ข"))
@example(("คลองก\u200b้ขสวนมะพร้าว", "คลองก\u200b้คสวนมะพร้าว"))
def test_no_piece_begins_with_a_mark_unless_a_line_does(pair: tuple[str, str]):
    old, new = pair
    places = {"deleted": 0, "inserted": 0}
    for piece in compare_texts(old, new):
        for text, side in ((old, "deleted"), (new, "inserted")):
            if piece.kind in ("same", side):
                before = text[places[side] - 1 : places[side]]
                if unicodedata.category(piece.text[0]).startswith("M"):
                    assert before in ("", "\n")
                places[side] += len(piece.text)
