"""Excerpts of changes: what differs is always whole, what stayed is cut short at words."""

from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.compare_text import compare_texts
from success_desktop.domain.piece_excerpts import ARROW, ELLIPSIS, excerpt_change

LONG = "โครงการขุดลอกคลองสายหลักและฟื้นฟูสภาพแวดล้อมริมคลองโดยการมีส่วนร่วมของชุมชนตลอดแนวคลองทั้งสองฝั่ง " * 3


def told(old: str, new: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in excerpt_change(old, new)]


def test_a_replaced_wording_has_an_arrow_behind_it():
    assert told("500,000", "800,000") == [("deleted", "500,000"), ("same", ARROW), ("inserted", "800,000")]


def test_what_was_blank_simply_comes_and_what_was_cleared_simply_goes():
    assert told("", "ใหม่") == [("inserted", "ใหม่")]
    assert told("เดิม", "") == [("deleted", "เดิม")]
    assert told("", "") == []


def test_short_texts_stay_whole():
    pieces = told("ขุดลอกคลอง", "ขุดลอกคลองและบึง")
    assert "".join(text for kind, text in pieces if kind != "inserted") == "ขุดลอกคลอง"


def test_a_long_text_is_cut_before_between_and_behind_what_differs():
    old = f"{LONG}ก่อน {LONG}หลัง {LONG}"
    pieces = told(old, old.replace("ก่อน", "แรก").replace("หลัง", "ท้าย"))
    same = [text for kind, text in pieces if kind == "same"]
    assert same[0].startswith(ELLIPSIS)
    assert not same[0].endswith(ELLIPSIS)
    assert ELLIPSIS in same[1].strip()
    assert same[-1].endswith(ELLIPSIS)
    assert all(len(text) <= 90 for text in same)
    assert {text.strip() for kind, text in pieces if kind == "deleted"} == {"ก่อน", "หลัง"}


def test_one_very_long_word_is_left_out_rather_than_torn():
    pieces = told("x" * 300 + " 1", "x" * 300 + " 2")
    assert pieces[0] == ("same", ELLIPSIS + " ") or pieces[0] == ("same", ELLIPSIS)


@given(st.text("กขคน้ำที่ 12ab\n", max_size=200), st.text("กขคน้ำที่ 12ab\n", max_size=200))
def test_nothing_that_went_or_came_is_ever_cut(old: str, new: str):
    whole = [piece for piece in compare_texts(old, new) if piece.kind != "same"]
    assert [piece for piece in excerpt_change(old, new) if piece.kind != "same"] == whole
