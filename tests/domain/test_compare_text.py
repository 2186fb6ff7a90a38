"""Two wordings compared: nothing lost, nothing torn, and as little marked as there is changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.compare_text import Piece, compare_texts
from success_desktop.domain.thai_clusters import cluster_borders

THAI = st.text(alphabet="กขคงจนมรวสำะัิีุู่้๊็์เแโใไ0123 \nab", max_size=40)


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


@given(THAI, THAI)
def test_both_wordings_can_be_read_off_the_pieces(old: str, new: str):
    pieces = compare_texts(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "inserted") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "deleted") == new
    assert all(piece.text for piece in pieces)


@given(THAI, THAI)
def test_no_piece_ends_inside_a_cluster(old: str, new: str):
    for text, left_out in ((old, "inserted"), (new, "deleted")):
        borders, place = set(cluster_borders(text)), 0
        for piece in compare_texts(old, new):
            if piece.kind != left_out:
                place += len(piece.text)
                assert place in borders
