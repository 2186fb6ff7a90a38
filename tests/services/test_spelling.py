"""Spelling in both languages, with the words that a plan knows."""

from pathlib import Path

import pytest

from success_desktop.documents.outline import build_outline
from success_desktop.domain.known_words import known_words
from success_desktop.services.checking import check_plan_file
from success_desktop.services.describing import describe_plan
from success_desktop.services.editing import set_text
from success_desktop.services.library import PLAN_SUFFIX, new_sample, open_plan
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.spelling import (
    MOST_SUGGESTIONS,
    KnownWords,
    Speller,
    keep_word,
    known_in_plan,
    load_speller,
)

NOTHING = KnownWords()


@pytest.fixture(scope="module")
def speller() -> Speller:
    return load_speller()


@pytest.fixture
def editor(tmp_path: Path):
    editor = new_sample(tmp_path / f"แผน{PLAN_SUFFIX}", "ผู้วางแผน")
    yield editor
    editor.close(publish=False)


def misspelt(speller: Speller, text: str, known: KnownWords = NOTHING) -> list[str]:
    found = speller.find(text, known)
    assert [text[word.start : word.end] for word in found] == [word.word for word in found]
    return [word.word for word in found]


def test_the_dictionaries_are_read_once_for_all_who_ask(speller: Speller):
    assert load_speller() is speller


def test_misspelt_words_of_both_languages_are_found_in_one_text(speller: Speller):
    text = "เพื่อพัฒณาเมือง (devlopment)\nตามกฏหมาย to recieve donors"
    assert misspelt(speller, text) == ["พัฒณา", "devlopment", "กฏหมาย", "recieve"]


def test_british_spelling_is_right(speller: Speller):
    assert misspelt(speller, "The programme’s centre organised a labour colour theatre, it isn't far.") == []


def test_a_right_text_has_no_marks(speller: Speller):
    assert misspelt(speller, "พัฒนาคุณภาพชีวิตของประชาชนในเขตเทศบาล 12 ชุมชน for the people") == []
    assert misspelt(speller, "") == []


def test_suggestions_are_few_and_the_right_word_is_the_first(speller: Speller):
    assert speller.suggest("recieve", "en")[0] == "receive"
    assert speller.suggest("งบประมาน", "th")[0] == "งบประมาณ"
    assert all(
        len(speller.suggest(word, "en")) <= MOST_SUGGESTIONS for word in ("teh", "managment", "enviroment")
    )


def test_thai_words_in_english_texts_are_known(speller: Speller):
    assert misspelt(speller, "Tambon Khlong, 12 rai of land near the Wat; Talat soi") == []


def test_a_known_name_is_not_marked_wherever_it_stands(speller: Speller):
    text = "ชาวบ้านฆ้อฆมฆาดมาช่วยกัน"
    assert misspelt(speller, text)
    name = "ฆ้อฆมฆาด"
    known = KnownWords([name])
    assert misspelt(speller, text, known) == []
    assert misspelt(speller, f"ที่{name}พัฒณาคลอง", known) == ["พัฒณา"]


def test_known_words_do_not_hide_what_is_misspelt_beside_them(speller: Speller):
    assert misspelt(speller, "พัฒณาคลองพะตงให้มีประสิทธภาพ", KnownWords(["พะตง", "ภาพ"])) == [
        "พัฒณา",
        "ประสิทธภาพ",
    ]


def test_letters_in_a_strange_order_can_be_known_too(speller: Speller):
    assert misspelt(speller, "ระบายนำ้และนำ้") == ["นำ้", "นำ้"]
    assert misspelt(speller, "ระบายนำ้และนำ้", KnownWords(["นำ้"])) == []


def test_known_english_words_are_known_in_capitals_too(speller: Speller):
    assert misspelt(speller, "Pladuk and pladuk", KnownWords(["pladuk"])) == []
    assert "PLADUK" in KnownWords(["pladuk"])
    assert "" not in KnownWords([""])


def test_names_of_the_registers_are_known_in_the_whole_plan(editor: PlanEditor, speller: Speller):
    agency = next(node for node in editor.plan.walk() if node.kind == "agency")
    assert misspelt(speller, "Pladuk Club", known_in_plan(speller, editor.plan)) == ["Pladuk"]
    set_text(editor, (agency.id, "name", "en"), "Pladuk Club")
    assert misspelt(speller, "Pladuk Club", known_in_plan(speller, editor.plan)) == []


def test_ignored_words_are_known(editor: PlanEditor, speller: Speller):
    assert misspelt(speller, "Pladuk", known_in_plan(speller, editor.plan, ["Pladuk"])) == []


def test_a_kept_word_travels_with_the_plan(tmp_path: Path, speller: Speller):
    path = tmp_path / f"แผน{PLAN_SUFFIX}"
    editor = new_sample(path, "ก")
    keep_word(editor, "Pladuk", "en")
    keep_word(editor, "พะตงค์", "th")
    editor.close()
    again = open_plan(path, "ข")
    assert known_words(again.plan) == ("pladuk", "พะตงค์")
    assert misspelt(speller, "Pladuk พะตงค์", known_in_plan(speller, again.plan)) == []
    again.close(publish=False)


def test_keeping_a_word_is_one_step_of_undo_and_twice_is_once(editor: PlanEditor):
    before = editor.plan
    keep_word(editor, "พะตงค์", "th")
    kept = editor.plan
    keep_word(editor, "พะตงค์", "th")
    assert editor.plan is kept
    editor.undo()
    assert editor.plan.nodes == before.nodes
    editor.redo()
    assert known_words(editor.plan) == ("พะตงค์",)


def test_neither_document_nor_description_chokes_on_known_words(editor: PlanEditor):
    plain = build_outline(editor.plan)
    keep_word(editor, "พะตงค์", "th")
    assert build_outline(editor.plan) == plain
    assert describe_plan(editor.plan)["fields"]["known_word:พะตงค์"] == {"": "th"}


def test_a_plan_file_with_known_words_is_sound(tmp_path: Path):
    path = tmp_path / f"แผน{PLAN_SUFFIX}"
    editor = new_sample(path, "ก")
    keep_word(editor, "พะตงค์", "th")
    editor.close()
    assert check_plan_file(path).is_sound
