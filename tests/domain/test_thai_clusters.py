import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.thai_clusters import cluster_borders, clusters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("น้ำ", ["น้ำ"]),
        ("นำ้", ["นำ้"]),
        ("ที่ดิน", ["ที่", "ดิ", "น"]),
        ("เก้าอี้", ["เ", "ก้", "า", "อี้"]),
        ("กุ์์", ["กุ์์"]),
        ("cafe\u0301", ["c", "a", "f", "e\u0301"]),
        ("ນ້ຳ", ["ນ້ຳ"]),
        ("👨‍👩‍👧ก", ["👨‍👩‍👧", "ก"]),
        ("🇹🇭🇱🇦", ["🇹🇭", "🇱🇦"]),
        ("👍🏽", ["👍🏽"]),
        ("\r\n\n", ["\r\n", "\n"]),
        ("\u0e34ก", ["\u0e34", "ก"]),
    ],
)
def test_a_cluster_is_what_the_caret_steps_over(text: str, expected: list[str]):
    assert clusters(text) == expected


def test_a_decomposed_sara_am_is_two_clusters_as_in_qt():
    assert clusters("นํ้า") == ["นํ้", "า"]


@given(st.text())
def test_clusters_joined_are_the_text(text: str):
    assert "".join(clusters(text)) == text


@given(st.text())
def test_borders_are_where_clusters_end(text: str):
    borders = cluster_borders(text)
    assert borders[0] == 0
    assert borders[-1] == len(text)
    assert [text[start:end] for start, end in itertools.pairwise(borders)] == clusters(text)


@given(st.text(alphabet="กขนเแาำะัิีุู็่้๊๋์ํฺ", max_size=30))
def test_a_thai_mark_never_begins_a_cluster_after_a_letter(text: str):
    marks = set("ัิีุู็่้๊๋์ํฺำ")
    assert not [cluster for cluster in clusters(text)[1:] if cluster[0] in marks]


_PRINTABLE = [chr(code) for code in (*range(0x20, 0x7F), *range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C))]


@given(st.text(alphabet=_PRINTABLE, max_size=30))
def test_plain_thai_and_ascii_has_the_borders_of_any_text(text: str):
    borders = cluster_borders(text)
    assert [text[start:end] for start, end in itertools.pairwise(borders)] == clusters(text)
