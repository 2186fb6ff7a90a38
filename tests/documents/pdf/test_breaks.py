"""Where lines may end, and where they may not."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.documents.pdf.breaks import cut, cut_up
from success_desktop.domain.thai_clusters import cluster_borders


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("โครงการก่อสร้างถนน", ["โครงการ", "ก่อสร้าง", "ถนน"]),
        ("ซ่อม ถนน", ["ซ่อม ", "ถนน"]),
        ("ซ่อม   ถนน", ["ซ่อม   ", "ถนน"]),
        ("  ซ่อม", ["  ", "ซ่อม"]),
        ("ซ่อม ", ["ซ่อม "]),
        ("(ก่อสร้าง)", ["(ก่อสร้าง)"]),
        ("ถนน[น้ำ]“ทาง”", ["ถนน", "[น้ำ]“ทาง”"]),
        ("กรุงเทพฯ", ["กรุงเทพฯ"]),
        ("ต่างๆ นานา", ["ต่างๆ ", "นานา"]),
        ("บาท ๆ ละ", ["บาท ๆ ", "ละ"]),
        ("น้ำ, ไฟ. ทาง: 50%", ["น้ำ, ", "ไฟ. ", "ทาง: ", "50%"]),
        ("15,000.00 บาท", ["15,000.00 ", "บาท"]),
        ("งบ฿500", ["งบ", "฿500"]),
        ("ถนน5สาย", ["ถนน", "5", "สาย"]),
        ("น้ำ\u00a0ไฟ", ["น้ำ\u00a0ไฟ"]),
        ("input/output", ["input/", "output"]),
        ("ทาง/น้ำ", ["ทาง/", "น้ำ"]),
        ("1/2568", ["1/2568"]),
        ("out-of-scope", ["out-of-scope"]),
        ("2568–2572", ["2568–", "2572"]),
        ("พ.ศ. 2568–2572 นี้", ["พ.ศ. ", "2568–", "2572 ", "นี้"]),
        ("plan–budget", ["plan–", "budget"]),
        ("a", ["a"]),
        ("", []),
    ],
)
def test_lines_end_between_words_and_beside_signs_only_where_they_may(text, units):
    assert list(cut(text)) == units


LETTERS = st.text("กขนญปาิีุ้่ำเแฯๆ .,:()[]“”%/-–aZ09\u00a0 ", max_size=40)


@given(LETTERS)
def test_units_joined_are_the_text(text):
    assert "".join(cut(text)) == text


@given(LETTERS)
def test_no_unit_begins_inside_a_letter(text):
    offsets = set(itertools.accumulate(map(len, cut(text)), initial=0))

    assert offsets <= set(cluster_borders(text))


@given(LETTERS)
def test_no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one(text):
    units = cut(text)
    for before, after in itertools.pairwise(units):
        if not before.endswith(" "):
            assert after[0] not in ")].,:%ๆฯ”\u00a0"
            assert before[-1] not in "([“\u00a0"


@pytest.mark.parametrize(
    ("unit", "parts"),
    [
        ("น้ำฟ้า", ["น้ำ", "ฟ้", "า"]),
        ("เก๊ะ", ["เก๊", "ะ"]),
        ("แก้ไข", ["แก้", "ไข"]),
        ("(กก)", ["(ก", "ก)"]),
        ("12,5", ["1", "2,", "5"]),
        ("กข  ", ["ก", "ข  "]),
        ("", []),
    ],
)
def test_a_unit_too_wide_for_a_line_is_cut_between_letters(unit, parts):
    assert cut_up(unit) == parts


@given(LETTERS)
def test_a_unit_cut_up_loses_nothing(text):
    assert "".join(cut_up(text)) == text
