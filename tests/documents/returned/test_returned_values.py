"""Values as they came back: in pieces, by hands, and as the plan would hold them; comments by what they are known by."""

from dataclasses import replace

import pytest

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.returned.comment_keys import (
    CommentKey,
    comment_source,
    durable_id_of,
    match_comment,
    read_key,
)
from success_desktop.documents.returned.found_remarks import said_by_person, say_change
from success_desktop.documents.returned.homes import Home, as_held, is_mostly
from success_desktop.documents.returned.label_texts import longest_rise
from success_desktop.documents.returned.reading import read_returned
from success_desktop.documents.returned.returned_file import Comment, ReturnedFile, Run, Spot, Stamp
from success_desktop.documents.returned.sendings import sending_of
from success_desktop.documents.returned.text_pieces import (
    Span,
    accepted_text,
    offset_in,
    pieces_of,
    read_pieces,
    rejected_text,
    stamps_in,
)
from success_desktop.documents.returned.wordings import hands_in, is_other, read_wordings, split_by_home
from success_desktop.documents.word_writer import write_word
from tests.documents.word_plans import sample_plan

ANN = Stamp("ins", "Ann", None, "body:1", "2026-11-20T10:00:00Z")
BOB = Stamp("del", "Bob", None, "body:2", "2026-11-20T11:00:00Z")


@pytest.fixture(scope="module")
def thai(tmp_path_factory):
    """The sample plan in Thai."""
    plan = sample_plan()
    outline = build_outline(plan, OutlineOptions("th"))
    path = tmp_path_factory.mktemp("thai") / "draft.docx"
    write_word(outline, path)
    return plan, sending_of(outline), read_returned(path)


def edited(file: ReturnedFile, number: int, *runs: Run, **more) -> ReturnedFile:
    """The file with the runs of one paragraph replaced."""
    paragraphs = list(file.paragraphs)
    paragraphs[number] = paragraphs[number]._replace(runs=runs, **more)
    stamps = {mark.change_id: mark for run in runs for mark in run.marks}
    return replace(file, paragraphs=tuple(paragraphs), stamps={**file.stamps, **stamps})


def test_pieces_tell_both_readings_and_every_offset(thai):
    _plan, _sending, file = thai
    changed = edited(file, 2, Run("หนึ่ง"), Run("สอง", (ANN,)), Run("สาม", (BOB,)))
    pieces = pieces_of(changed, (Span(2, 0, 11), Span(3, 0, 0)))
    assert rejected_text(pieces) == "หนึ่งสาม\n"
    assert accepted_text(pieces) == "หนึ่งสอง\n"
    assert read_pieces(pieces, lambda stamp: stamp.author == "Ann") == "หนึ่งสองสาม\n"
    assert [offset_in(pieces, Spot(2, place)) for place in (0, 5, 7, 9, 11)] == [0, 5, 5, 6, 8]
    assert offset_in(pieces, Spot(40, 0)) is None
    assert list(stamps_in(pieces)) == ["body:1", "body:2"]


def test_who_strikes_anothers_words_is_taken_to_have_seen_them(thai):
    _plan, _sending, file = thai
    changed = edited(file, 2, Run("หนึ่ง"), Run("สอง", (ANN, BOB)))
    ann, bob = read_wordings(pieces_of(changed, (Span(2, 0, 8),)), "หนึ่ง")
    assert (ann.before, ann.after) == ("หนึ่ง", "หนึ่งสอง")
    assert (bob.before, bob.after) == ("หนึ่งสอง", "หนึ่ง")
    (hand, _other) = hands_in(pieces_of(changed, (Span(2, 0, 8),)))
    assert (hand.author, hand.at, hand.began) == ("Ann", None, "2026-11-20T10:00:00Z")


def test_a_cell_of_two_languages_is_cut_where_the_texts_fit_best(thai):
    _plan, _sending, file = thai
    lines = ["แก้ไทย", "บรรทัดสอง", "English line", "second"]
    changed = file
    for place, line in enumerate(lines):
        changed = edited(changed, 2 + place, Run(line))
    pieces = pieces_of(changed, [Span(2 + place, 0, len(line)) for place, line in enumerate(lines)])
    first = Home("n", "name", "th", "text", "ไทย\nบรรทัดสอง", "")
    second = Home("n", "name", "en", "text", "English line\nsecond", "")
    one, two = split_by_home(pieces, (first, second))
    assert rejected_text(one) == "แก้ไทย\nบรรทัดสอง"
    assert rejected_text(two) == "English line\nsecond"
    assert split_by_home(pieces, (first,)) == [pieces]


def test_blanks_that_programs_change_by_themselves_are_no_edit():
    assert not is_other("ก\u00a0ข  \nค", "ก ข\nค\n")
    assert is_other("กข", "ก ข")


def test_digits_of_the_document_become_those_of_the_plan():
    home = Home("n", "name", "th", "text", "ปี ๒๕๖๘ ๑๒๓", "ปี 2568 ๑๒๓", "", "th", has_thai_digits=True)
    assert as_held(home, "ปี ๒๕๖๘ ๑๒๓") == ("th", "ปี 2568 ๑๒๓")
    assert as_held(home, "ปี ๒๕๖๘ ๑๒๓ ถึง ๒๕๗๐") == ("th", "ปี 2568 ๑๒๓ ถึง 2570")
    assert as_held(replace(home, seen="ปี"), "ปี ๒๕๖๙") == ("th", "ปี 2569")
    assert as_held(replace(home, seen="ปี", has_thai_digits=False), "ปี ๒๕๖๙") == ("th", "ปี ๒๕๖๙")
    number = Home("n", "budget", "2568:own", "value", "๑,๐๐๐", "๑,๐๐๐")
    assert as_held(number, " ๑,๕๐๐ ") == ("2568:own", "1,500")


def test_a_stand_in_that_was_translated_is_a_translation():
    home = Home("n", "name", "en", "text", "[อังกฤษ] Canal", "Canal", "[อังกฤษ]", "th")
    assert as_held(home, "[อังกฤษ] Canals") == ("en", "Canals")
    assert as_held(home, "คลอง") == ("th", "คลอง")
    assert as_held(home, "") == ("en", "")


def test_blank_paragraphs_left_at_the_edges_belong_to_nobody():
    home = Home("n", "name", "th", "text", "ก", "ก")
    assert as_held(home, "\nก ข\n\n") == ("th", "ก ข")
    assert as_held(replace(home, printed="\nก\n", seen="\nก\n"), "\nก ข\n") == ("th", "\nก ข\n")


@pytest.mark.parametrize(("text", "language"), [("ข้อความ", "th"), ("words", "en")])
def test_what_somebody_says_goes_to_the_language_of_its_script(text, language):
    assert is_mostly(text, language)
    assert said_by_person(text) == {language: text}
    assert said_by_person("") == {}


def test_a_change_is_said_in_both_languages():
    assert say_change("", "ก")["en"] == "Text was added here: ก"
    assert say_change("ก", "")["en"] == "Text was struck here: ก"
    assert say_change("ก", "ข")["en"] == "Text was changed here: “ก” became “ข”."
    assert say_change("ก", "ข").keys() == {"th", "en"}


def test_the_longest_rise_keeps_most():
    assert longest_rise([]) == []
    assert longest_rise([(0, 5), (1, 1), (2, 2), (3, 9), (4, 3)]) == [(1, 1), (2, 2), (4, 3)]


def test_a_comment_is_known_by_its_lasting_id_and_author_else_by_when_it_was_said_of_what(thai):
    _plan, _sending, file = thai
    comment = Comment(
        number=0, id="1", author="A|nn", text="?", durable_id="0a", written_at="2026-11-20T10:00:00Z",
        start=Spot(2, 0), end=Spot(2, 4),
    )  # fmt: skip
    held = replace(file, comments=(comment,))
    source = comment_source(held, comment)
    assert match_comment(source, held) == comment
    assert match_comment(f"{source}|received", held) == comment
    saved_elsewhere = replace(held, comments=(replace(comment, durable_id="", id="7"),))
    assert match_comment(source, saved_elsewhere) is not None
    assert match_comment(source, replace(held, comments=(replace(comment, durable_id="0B"),))) is None
    assert match_comment("edit|f_x#-1||", held) is None
    assert read_key("comment|0A") is None
    undated = replace(comment, written_at="")
    assert comment_source(held, undated) != comment_source(held, replace(undated, text="!"))


def test_keys_with_lasting_ids_differ_by_author():
    key = CommentKey("0A", "Ann", "", "")
    assert key.is_same(key._replace(minute="2026"))
    assert not key.is_same(key._replace(author="Bob"))


def test_a_lasting_id_is_made_of_what_a_remark_is_known_by():
    assert durable_id_of("f-1") == durable_id_of("f-1") != durable_id_of("f-2")
    assert 0 < int(durable_id_of("f-1"), 16) < 0x7FFFFFFF
