"""Words one letter away from each other."""

import pytest

from success_desktop.domain.near_words import NearWords, slip_between

WORDS = ("งบประมาณ", "ประมาณ", "อนุญาต", "อนุรักษ์", "โครงการ", "โครงงาน", "นา", "น้ำ", "กลาง", "กวาง")


@pytest.fixture(scope="module")
def near() -> NearWords:
    return NearWords(WORDS)


def found(near: NearWords, word: str) -> list[str]:
    return [other.word for other in near.find(word)]


@pytest.mark.parametrize(
    ("wrong", "right", "slip"),
    [
        ("งบประมาน", "งบประมาณ", "sound"),
        ("อนุญาติ", "อนุญาต", "sound"),
        ("วัตถุประสงค", "วัตถุประสงค์", "sound"),
        ("โครงกาน", "โครงการ", "sound"),
        ("ศีกษา", "ศึกษา", "letter"),
        ("บุคคลากร", "บุคลากร", "letter"),
        ("เทศบา", "เทศบาล", "letter"),
        ("ผแน", "แผน", "letter"),
    ],
)
def test_one_slip_is_told_by_its_sort(wrong: str, right: str, slip: str):
    assert slip_between(wrong, right) == slip


@pytest.mark.parametrize(
    ("one", "other"), [("แผน", "แผน"), ("แผน", "แปลง"), ("ก", "กขค"), ("", ""), ("กขค", "คขก")]
)
def test_the_same_word_and_another_one_are_no_slip(one: str, other: str):
    assert slip_between(one, other) is None


def test_consonants_that_only_close_a_syllable_alike_are_no_slip_at_the_beginning():
    assert slip_between("รักการ", "นักการ") == "letter"
    assert slip_between("โครงกาน", "โครงการ") == "sound"


def test_a_word_is_found_by_its_beginning_or_its_end(near: NearWords):
    assert found(near, "งบประมาน") == ["งบประมาณ"]
    assert found(near, "ฃบประมาณ") == ["งบประมาณ"]
    assert found(near, "กาง") == ["กลาง", "กวาง"]


def test_what_sounds_alike_comes_first(near: NearWords):
    assert found(near, "โครงกาน") == ["โครงการ", "โครงงาน"]


def test_a_word_is_not_near_itself(near: NearWords):
    assert found(near, "อนุญาต") == []
    assert found(near, "อนุญาติ") == ["อนุญาต"]


@pytest.mark.parametrize("word", ["", "ก", "นำ"])
def test_short_words_harm_nothing(near: NearWords, word: str):
    assert set(found(near, word)) <= set(WORDS)


def test_words_that_differ_more_are_found_by_their_look(near: NearWords):
    assert near.find_similar("อนุรักณษ", 3) == ["อนุรักษ์"]
    assert near.find_similar("ฮฮฮฮฮ", 3) == []


def test_every_word_of_four_letters_is_found_with_any_one_of_them_missing(near: NearWords):
    for word in (word for word in WORDS if len(word) > 3):
        for place in range(len(word)):
            wrong = word[:place] + word[place + 1 :]
            assert word in found(near, wrong) or wrong in WORDS


def test_words_alike_are_found_in_the_same_order_however_they_were_given():
    words = ("กลาง", "กวาง", "กราง", "กล่าง")
    assert found(NearWords(words), "กาง") == found(NearWords(reversed(words)), "กาง")
