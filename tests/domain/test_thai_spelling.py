"""Misspelt Thai is found, and nothing else."""

import csv
import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.spelling_words import spelling_words
from success_desktop.domain.thai_clusters import cluster_borders
from success_desktop.domain.thai_spelling import ThaiSpelling
from success_desktop.paths import resource_path
from success_desktop.services.library import read_sample


def entries(name: str) -> list[str]:
    lines = resource_path("dictionaries", name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


SLIPS = dict(line.split("\t") for line in entries("thai_slips.tsv"))
SPELLING = ThaiSpelling(entries("thai_words.txt"), entries("thai_plain_words.txt"), SLIPS)
WITHOUT_SLIPS = ThaiSpelling(entries("thai_words.txt"), entries("thai_plain_words.txt"), {})

# What officers write wrong, in the middle of a run as it would stand in a plan, and what they meant.
PLANTED = [
    line.split()
    for line in """
    นำ้ น้ำ
    น้ํา น้ำ
    เเผน แผน
    กําหนด กำหนด
    แก้้ไข แก้ไข
    ศีกษา ศึกษา
    ประสิทธภาพ ประสิทธิภาพ
    งบประมาน งบประมาณ
    อนุญาติ อนุญาต
    สังเกตุ สังเกต
    กระทันหัน กะทันหัน
    โครงกาน โครงการ
    คุนภาพ คุณภาพ
    นโยบาน นโยบาย
    ยุทธศาตร์ ยุทธศาสตร์
    สาธารนสุข สาธารณสุข
    พัทนา พัฒนา
    พัฒณา พัฒนา
    ประชาชล ประชาชน
    ส่งเสิม ส่งเสริม
    ทรัพยากณ ทรัพยากร
    สิ่งแวดล้อง สิ่งแวดล้อม
    เทศบาน เทศบาล
    ชุมชล ชุมชน
    บริหาน บริหาร
    จังหวัต จังหวัด
    ประเมิณ ประเมิน
    เป้าหมาน เป้าหมาย
    ดำเนิณ ดำเนิน
    วัตถุประสงค วัตถุประสงค์
    สนับสนุล สนับสนุน
    สุขภาท สุขภาพ
    เศรษกิจ เศรษฐกิจ
    อุตสาหะกรรม อุตสาหกรรม
    ท่องเที่ยง ท่องเที่ยว
    เกษตกร เกษตรกร
    วัฒธรรม วัฒนธรรม
    อณุรักษ์ อนุรักษ์
    ปลอดภัน ปลอดภัย
    สำเหร็จ สำเร็จ
    บุคคลากร บุคลากร
    กฏหมาย กฎหมาย
    ปรากฎ ปรากฏ
    ผลิตภัณ ผลิตภัณฑ์
    โรงเรีบน โรงเรียน
    ข้อมูน ข้อมูล
    ทัพย์สิน ทรัพย์สิน
    เอาใจไส่ เอาใจใส่
    """.strip().splitlines()
]


def marked(run: str, spelling: ThaiSpelling = SPELLING) -> list[str]:
    return [run[start:end] for start, end in spelling.find(run)]


@pytest.mark.parametrize(("wrong", "right"), PLANTED)
def test_a_common_misspelling_is_marked_and_the_right_word_offered_first(wrong: str, right: str):
    assert marked(f"จัดทำ{wrong}ของเมือง") == [wrong]
    assert SPELLING.suggest(wrong)[0] == right


@pytest.mark.parametrize(("wrong", "right"), PLANTED)
def test_the_right_word_in_the_same_place_is_not_marked(wrong: str, right: str):
    assert wrong != right
    assert marked(f"จัดทำ{right}ของเมือง") == []


def test_most_misspellings_are_found_without_the_list_of_slips():
    found = [wrong for wrong, _right in PLANTED if marked(f"จัดทำ{wrong}ของเมือง", WITHOUT_SLIPS)]
    assert len(found) >= 0.85 * len(PLANTED)


def test_no_word_of_the_sample_plan_is_marked():
    _template, root = read_sample()
    waiting, marks = [root], []
    while waiting:
        seed = waiting.pop()
        waiting.extend(seed.children)
        for value in seed.fields.values():
            text = value.get("th", "") if isinstance(value, dict) else ""
            for word in spelling_words(text if isinstance(text, str) else ""):
                marks += marked(word.text) if word.language == "th" else []
    assert marks == []


def test_hardly_any_word_of_a_real_plan_is_marked_wrongly(shared_data: Path):
    """The rows hold real slips too; these, read and judged by eye, are about thirty of twenty thousand words."""
    path = shared_data / "p02_rows_nakhonsawan.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        texts = [text for row in csv.DictReader(file) for text in row.values() if text]
    words = [word.text for text in texts for word in spelling_words(text) if word.language == "th"]
    marks = [mark for word in words for mark in marked(word)]
    assert len(words) > 4_000
    assert len(marks) < 60


@pytest.mark.parametrize("slip", sorted(SLIPS))
def test_every_slip_is_marked_and_its_right_word_is_not(slip: str):
    assert marked(slip) == [slip]
    assert SPELLING.suggest(slip)[0] == SLIPS[slip]
    assert marked(SLIPS[slip]) == []


@pytest.mark.parametrize("run", ["ปรากฏ", "ผลิตภัณฑ์", "ประวัติ", "อนุมัติ", "สถานที่", "กลยุทธ์", "วัตถุประสงค์"])
def test_a_slip_inside_a_longer_right_word_is_none(run: str):
    assert marked(run) == []


@pytest.mark.parametrize("run", ["อบจ", "ปภ", "ก", "ค", "พ"])
def test_abbreviations_and_the_letters_of_a_list_are_let_be(run: str):
    assert marked(run) == []


def test_an_unknown_name_is_marked_whole():
    spelling = ThaiSpelling(["บ้าน", "ที่"], ["บ้าน", "ที่"], {})
    assert marked("ที่บ้านฮฺฮุฮุ", spelling) == ["ฮฺฮุฮุ"]


def test_words_cut_in_other_places_are_let_be():
    spelling = ThaiSpelling(["กระ", "ทำความ", "กระทงความ"], ["กระทำ", "ความ"], {})
    assert marked("กระทำความ", spelling) == []


def test_one_word_in_place_of_another_is_no_misspelling():
    spelling = ThaiSpelling(["ทอด", "อาหาร", "อดอาหาร", "อด"], ["อาหาร"], {})
    assert marked("ทอดอาหาร", spelling) == []


def test_two_misspelt_words_side_by_side_are_marked():
    assert "".join(marked("ประชาชลและงบประมาน")) == "ประชาชลงบประมาน"


def test_a_word_far_from_all_others_has_no_suggestion():
    assert SPELLING.suggest("ฮฮฮฮฮฮฮฮฮฮ") == ()


def test_at_most_six_words_are_offered():
    assert 0 < len(SPELLING.suggest("กาว่")) <= 6


def test_a_list_without_slips_marks_none():
    assert marked("อนุญาต", WITHOUT_SLIPS) == []


@given(st.text(alphabet="กขคงนมรสหอเแโไใะาิีึืุู่้๊๋์ำํั็", max_size=24))
def test_marks_are_whole_clusters_in_order_and_apart(run: str):
    borders = cluster_borders(run)
    spans = SPELLING.find(run)
    assert all(start < end and start in borders and end in borders for start, end in spans)
    assert all(before[1] < after[0] for before, after in itertools.pairwise(spans))


@given(st.text(alphabet="กขคงนมรสหอเแโไใะาิีึืุู่้๊๋์ำํั็", max_size=16))
def test_a_suggestion_is_never_the_word_itself(run: str):
    assert run not in SPELLING.suggest(run)
