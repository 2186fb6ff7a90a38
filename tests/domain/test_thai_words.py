import csv
import itertools
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from success_desktop.domain.thai_clusters import cluster_borders
from success_desktop.domain.thai_words import load_dictionary, token_borders, word_breaks, words
from success_desktop.paths import resource_path
from tests.domain.test_thai_search import ANY_TEXT

AMBIGUOUS_PARTS = "ตา กลม ตาก ลม มา นาน การ ปฏิบัติ น้ำ นํ้า ท่วม ก ที่ 2567 , \u200b"
LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def cut(text: str) -> str:
    return "|".join(words(text))


@pytest.mark.parametrize(
    "expected",
    [
        "การ|ปรับตัว|ต่อ|การ|เปลี่ยนแปลง|สภาพภูมิอากาศ|ของ|กลุ่ม|เปราะบาง|ใน|ลุ่มน้ำ",
        "เทศบาลเมือง|ควนลัง|จัดทำ|แผนผัง|ภูมินิเวศ",
        "แก้ไข|และ|เพิ่มเติม",
        "ภายใน| |12| |ก.พ.| |2567",
        "อบต.|กำแพง| |และ| |อปท.",
        "10,500,000.00| |บาท",
        "ใน|ปี|งบประมาณ| |๒๕๖๙",
        "ต่าง|ๆ| |ฯลฯ",
    ],
)
def test_words_of_plans_are_told_apart(expected: str):
    assert cut(expected.replace("|", "")) == expected


def test_misspelt_letters_hide_no_word():
    assert cut("จ\u0e4d\u0e32นวนโครงการ") == "จ\u0e4d\u0e32นวน|โครงการ"
    assert cut("ในเเผนพัฒ\u200bนาเมือง") == "ใน|เเผน|พัฒ\u200bนา|เมือง"


@pytest.mark.parametrize(
    "expected",
    [
        "👨‍👩‍👧| |ครอบครัว",
        "café| |cafe\u0301| |ร้าน",
        "ສະບາຍດີ| |สวัสดี",
        "Straße| |Übung",
        "\u0e34ก",
        " \u0e34ก",
        "x\u200b\u0e34y",
        "ก\n|\u0e34|ข",
        "\u200b",
        "",
    ],
)
def test_hard_texts_are_cut_safely(expected: str):
    text = expected.replace("|", "")
    assert "".join(words(text)) == text
    assert starts_safely(text)


def test_accents_stay_within_their_word():
    assert cut("café cafe\u0301 Übung") == "café| |cafe\u0301| |Übung"


def test_an_emoji_is_one_word():
    assert cut("👨‍👩‍👧 ครอบครัว") == "👨‍👩‍👧| |ครอบครัว"


def test_a_lone_surrogate_does_no_harm():
    assert "".join(words("แผน\ud800งาน")) == "แผน\ud800งาน"


def starts_safely(text: str) -> bool:
    """Whether no word begins with a mark, but at the start of the text or of a line."""
    return not [
        offset
        for offset in word_breaks(text)[1:-1]
        if unicodedata.category(text[offset]).startswith("M") and text[offset - 1] not in LINE_ENDS
    ]


@given(ANY_TEXT)
@example("a\u200b\u0e34")
@example("\u0e34\u0e48")
def test_words_joined_are_the_text_and_tear_no_letter(text: str):
    breaks = word_breaks(text)
    assert "".join(words(text)) == text
    assert "" not in words(text)
    assert breaks[0] == 0
    assert breaks[-1] == len(text)
    assert all(before < after for before, after in itertools.pairwise(breaks))
    assert set(breaks) <= set(cluster_borders(text))
    assert starts_safely(text)


@given(st.lists(st.sampled_from(AMBIGUOUS_PARTS.split(" ")), max_size=200))
def test_ambiguous_runs_are_cut_without_loss(parts: list[str]):
    text = "".join(parts)
    assert "".join(words(text)) == text


def test_a_whole_book_without_a_space_is_cut():
    text = "โครงการก่อสร้างคูระบายน้ำมานานตากลม" * 3_000
    assert "".join(words(text)) == text
    assert len(words(text)) > 15_000


@pytest.mark.parametrize("tokens", [["แผ"], ["แผน", "งาน", "งาน"], ["แบบ", "งาน"], []])
def test_a_reader_that_loses_or_alters_text_is_not_believed(tokens: list[str]):
    assert token_borders(tokens, "แผนงานที่") == cluster_borders("แผนงานที่")


def test_a_reader_that_gives_the_text_back_is_believed():
    assert token_borders(["แผน", "งาน"], "แผนงาน") == (0, 3, 6)


def test_a_missing_dictionary_is_said_so(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        load_dictionary(tmp_path / "thai_words.txt")


def test_a_dictionary_may_be_read_twice_and_at_once(tmp_path: Path):
    path = tmp_path / "พจนานุกรม.txt"
    path.write_text("แผนงาน\n", encoding="utf-8")
    with ThreadPoolExecutor(8) as pool:
        names = set(pool.map(load_dictionary, [path] * 16))
    assert names == {str(path)}


def test_threads_agree_on_the_words():
    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(cut, ["แผนพัฒนาท้องถิ่น"] * 64))
    assert set(results) == {cut("แผนพัฒนาท้องถิ่น")}


def test_every_cell_of_a_real_plan_is_cut_without_loss(shared_data: Path):
    cells = {cell for path in shared_data.glob("*.csv") for row in read_rows(path) for cell in row}
    assert len(cells) > 500
    assert [cell for cell in cells if "".join(words(cell)) != cell or not starts_safely(cell)] == []


def test_real_plans_hold_few_words_that_the_dictionary_lacks(shared_data: Path):
    known = set(dictionary_words())
    cells = [cell for path in shared_data.glob("*.csv") for row in read_rows(path) for cell in row]
    thai = [word for cell in cells for word in words(cell) if "ก" <= word[0] <= "์" and word not in "ๆฯ"]
    unknown = [word for word in thai if word not in known and "ํ" not in word]
    assert len(unknown) < len(thai) / 100


def read_rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def dictionary_words() -> list[str]:
    return resource_path("dictionaries", "thai_words.txt").read_text(encoding="utf-8").splitlines()


@given(st.text(alphabet="กขมานรเแโทำิี้่์ๆ.,()a1", min_size=1, max_size=30))
def test_a_plain_text_is_cut_as_it_is_beside_capitals(text: str):
    assert words(f"{text}\nA") == [*words(text), "\n", "A"]
