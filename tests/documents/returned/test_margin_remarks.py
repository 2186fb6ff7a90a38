"""The lines at the head and the foot of the pages: what somebody typed over in them without tracking is never lost."""

from dataclasses import replace

import pytest

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.returned.margin_remarks import read_silent_margins
from success_desktop.documents.returned.placing import place_remarks, take_bearings
from success_desktop.documents.returned.reading import read_returned
from success_desktop.documents.returned.returned_file import Run, Stamp
from success_desktop.documents.returned.sendings import Sending, sending_of
from success_desktop.documents.word_writer import write_word
from tests.documents.word_plans import sample_plan

PLAN = sample_plan()
DAY = "2026-11-20T10:00:00Z"


@pytest.fixture(scope="module")
def draft(tmp_path_factory):
    """What was sent of the sample plan, and the file as it went out."""
    outline = build_outline(PLAN, OutlineOptions("th", revision_id="01jrev00000000000000000001"))
    path = tmp_path_factory.mktemp("margins") / "draft.docx"
    write_word(outline, path)
    return sending_of(outline), read_returned(path)


def retyped(file, story, change):
    """The file with the runs of every paragraph of a sort of margin put through `change`."""
    paragraphs = (
        one._replace(runs=change(one.runs)) if one.story.startswith(story) else one for one in file.paragraphs
    )
    return replace(file, paragraphs=tuple(paragraphs))


def words(old, new):
    return lambda runs: tuple(run._replace(text=run.text.replace(old, new)) for run in runs)


def told(sending, file):
    bearings = take_bearings(file, sending, PLAN, "อ.อารีย์", "01jrevision")
    return [found.remark for found in read_silent_margins(bearings)]


def title_of(sending):
    return sending.heads[0][0]


def test_margins_that_nobody_touched_say_nothing(draft):
    sending, file = draft
    assert told(sending, file) == []
    assert sending.heads
    assert len(sending.feet[0]) == 2, "the owner, and the line of origin"


def test_a_title_typed_over_at_the_head_of_every_page_is_told_once_without_a_place(draft):
    sending, file = draft
    title = title_of(sending)
    altered = retyped(file, "header", words(title, f"{title} (ร่างแก้ไข)"))
    (found,) = place_remarks(take_bearings(altered, sending, PLAN, "อ.อารีย์", "")).found
    remark = found.remark
    assert (remark.trace, remark.author, remark.is_placed) == ("untracked", "อ.อารีย์", False)
    assert (remark.context, remark.quote) == (title, f"{title} (ร่างแก้ไข)")
    assert remark.text["en"] == f"Text was changed here: “{title}” became “{title} (ร่างแก้ไข)”."


def test_two_margins_altered_otherwise_are_two_remarks(draft):
    sending, file = draft
    title = title_of(sending)
    altered = retyped(file, "header1", words(title, "ก"))
    altered = retyped(altered, "header2", words(title, "ข"))
    assert [remark.quote for remark in told(sending, altered)] == ["ก", "ข"]


def test_a_line_that_came_and_one_that_went_are_told(draft):
    sending, file = draft
    more = retyped(file, "footer1", lambda runs: (*runs, Run("\tลับ")) if "01j" in runs[0].text else runs)
    (remark,) = told(sending, more)
    assert remark.quote.endswith("ลับ")
    less = retyped(file, "header1", words(title_of(sending), ""))
    assert told(sending, less) == [], "a margin without any text is one that a program adds"
    none = retyped(file, "header", lambda _runs: ())
    (struck,) = told(sending, none)
    assert struck.text["en"].startswith("Text was struck here: ")
    assert struck.quote == ""


def test_page_numbers_and_ids_say_nothing(draft):
    sending, file = draft
    recounted = retyped(
        file, "footer", lambda runs: tuple(run._replace(text="17") if run.holding else run for run in runs)
    )
    assert told(sending, recounted) == []
    flat = retyped(file, "footer", lambda runs: tuple(run._replace(holding="") for run in runs))
    assert told(sending, flat) == []
    elsewhere = retyped(file, "footer", words("01jrev00000000000000000001", "01jrev00000000000000000002"))
    assert told(sending, elsewhere) == []


def test_a_tracked_edit_is_not_told_as_a_silent_one(draft):
    sending, file = draft
    stamp = Stamp("ins", "Ann", None, "header1:1", DAY)
    tracked = retyped(file, "header", lambda runs: (*runs, Run(" ใหม่", (stamp,))))
    assert told(sending, tracked) == []


def test_nothing_is_told_where_it_is_not_known_what_was_sent(draft):
    sending, file = draft
    altered = retyped(file, "header", words(title_of(sending), "อื่น"))
    assert told(Sending(sending.sent), altered) == []
    assert told(sending, replace(file, paragraphs=(), tables=())) == [], (
        "a file without a single paragraph has no margin"
    )
