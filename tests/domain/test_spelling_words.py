"""Which stretches of a text are checked."""

import pytest

from success_desktop.domain.spelling_words import spelling_words


def stretches(text: str) -> list[tuple[str, str]]:
    return [(word.text, word.language) for word in spelling_words(text)]


def test_thai_is_checked_by_the_run_and_english_by_the_word():
    text = "พัฒนาเมือง with the people ๆ ชุมชน"
    assert stretches(text) == [
        ("พัฒนาเมือง", "th"),
        ("with", "en"),
        ("the", "en"),
        ("people", "en"),
        ("ชุมชน", "th"),
    ]


def test_each_stretch_tells_where_it_stands():
    text = "แผน 2568 (plan)\nเมือง"
    assert [text[word.start : word.end] for word in spelling_words(text)] == ["แผน", "plan", "เมือง"]


@pytest.mark.parametrize(
    "text",
    [
        "2568 ๒๕๖๘ 1,200,000.50",
        "KPI PAO CODI",
        "CO2 3Rs x86 24h",
        "LibreOffice eGov",
        "https://www.example.go.th/plan?id=pagge",
        "www.example.com/pagge",
        "somebodi@municipaliti.go.th",
        "example.or.th",
        "A b c",
        "",
        " \n\t ",
    ],
)
def test_what_no_dictionary_can_know_is_left_out(text: str):
    assert stretches(text) == []


def test_paiyannoi_mai_yamok_and_full_stops_end_a_run():
    assert stretches("กรุงเทพฯ ต่าง ๆ พ.ศ.") == [
        ("กรุงเทพ", "th"),
        ("ต่าง", "th"),
        ("พ", "th"),
        ("ศ", "th"),
    ]


def test_marks_in_any_order_belong_to_their_run():
    assert stretches("ระบายนำ้และกํา") == [("ระบายนำ้และกํา", "th")]


def test_an_apostrophe_belongs_to_its_word_and_quotes_do_not():
    assert stretches("the town's and 'quoted' people’s") == [
        ("the", "en"),
        ("town's", "en"),
        ("and", "en"),
        ("quoted", "en"),
        ("people’s", "en"),
    ]


def test_words_with_accents_are_whole():
    assert stretches("café Zürich") == [("café", "en"), ("Zürich", "en")]


def test_a_hyphen_parts_two_words():
    assert stretches("community-led") == [("community", "en"), ("led", "en")]
