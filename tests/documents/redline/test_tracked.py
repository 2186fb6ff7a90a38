"""The XML of tracked changes."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import count

import pytest

from success_desktop.documents.redline.signed import Signature
from success_desktop.documents.redline.tracked import Ink, ParagraphWriter, TrackedXml, write_tracked_run
from tests.documents.redline.woven import show

WIPA = Signature("วิภา", datetime(2024, 2, 12, 3, 0, tzinfo=UTC))
ANN = Signature("Ann", datetime(2024, 2, 12, 4, 0, tzinfo=UTC))
INS, DEL = Ink("ins", WIPA), Ink("del", WIPA)


@pytest.fixture
def xml() -> TrackedXml:
    return TrackedXml(count(7))


@pytest.fixture
def out(xml: TrackedXml) -> ParagraphWriter:
    return ParagraphWriter(xml)


def test_a_change_bears_a_number_a_name_the_time_on_the_wall_and_the_moment(xml: TrackedXml):
    at = datetime(2024, 2, 12, 10, 0, 30, tzinfo=timezone(timedelta(hours=7)))
    ink = Ink("ins", Signature('ก "ข" & <ค>', at))
    assert xml.wrap(ink, "") == (
        '<w:ins w:id="7" w:author="ก &quot;ข&quot; &amp; &lt;ค&gt;" w:date="2024-02-12T10:00:30Z"'
        ' w16du:dateUtc="2024-02-12T03:00:30Z"></w:ins>'
    )
    assert 'w:id="8"' in xml.mark_paragraph(ink)


def test_a_row_that_moved_is_marked_as_gone_and_come(xml: TrackedXml):
    marks = [xml.mark_row(Ink(colour, WIPA)) for colour in ("ins", "del", "moveTo", "moveFrom")]
    assert [mark.split()[0] for mark in marks] == ["<w:ins", "<w:del", "<w:ins", "<w:del"]


def test_both_ends_of_a_range_bear_one_number(xml: TrackedXml):
    start, end = xml.surround_move(Ink("moveTo", WIPA), xml.name_move())
    assert start.startswith('<w:moveToRangeStart w:id="7" w:author="วิภา"')
    assert start.endswith(' w:name="move1"/>')
    assert end == '<w:moveToRangeEnd w:id="7"/>'
    assert xml.name_move() == "move2"


def test_the_pages_of_old_are_kept_in_a_change(xml: TrackedXml):
    assert xml.track_pages(WIPA, "<w:sectPr/>").endswith("<w:sectPr/></w:sectPrChange>")


def test_tabs_and_line_breaks_are_words_own():
    assert write_tracked_run("ก\tข\nค", "", None) == (
        '<w:r><w:t xml:space="preserve">ก</w:t><w:tab/><w:t xml:space="preserve">ข</w:t><w:br/>'
        '<w:t xml:space="preserve">ค</w:t></w:r>'
    )


def test_deleted_text_stands_in_elements_of_its_own_but_moved_text_does_not():
    assert "<w:delText " in write_tracked_run("ก", "", DEL)
    assert "<w:t " in write_tracked_run("ก", "", Ink("moveFrom", WIPA))
    assert write_tracked_run("<&>", "<w:rPr/>", INS).startswith(
        '<w:r><w:rPr/><w:t xml:space="preserve">&lt;&amp;&gt;'
    )


def test_neighbours_in_one_ink_run_together(out: ParagraphWriter):
    for text in ("ก", "ข"):
        out.write(text, "", INS)
    out.write("ค", "", INS._replace(signature=ANN))
    out.end("", None)
    assert show(out.take()) == ["{+กข+}{+ค+}"]


def test_runs_that_look_different_share_a_change(out: ParagraphWriter):
    out.write("ก", "", INS)
    out.write("ข", '<w:rPr><w:rStyle w:val="LabelText"/></w:rPr>', INS)
    out.end("", None)
    woven = out.take()
    assert woven.count("<w:ins ") == 1
    assert woven.count("<w:r>") == 2


def test_text_that_stayed_is_not_wrapped(out: ParagraphWriter):
    out.write("ก", "", None)
    out.write("ข", "", DEL)
    out.write("ค", "", None)
    out.end('<w:pStyle w:val="BodyThai"/>', DEL)
    assert show(out.take()) == ["ก[-ข-]ค ¶del"]


def test_a_bookmark_stands_outside_changes_or_goes_with_one(out: ParagraphWriter):
    mark = '<w:bookmarkStart w:id="1" w:name="f_a"/>'
    out.write("ก", "", INS)
    out.place(mark)
    out.place_in(mark, DEL)
    out.write("ข", "", DEL)
    out.end("", None)
    woven = out.take()
    assert f"</w:ins>{mark}<w:del " in woven
    assert woven.index(mark, woven.index("<w:del ")) < woven.index("</w:del>")


def test_the_mark_of_a_moved_paragraph_with_new_words_counts_as_inserted(out: ParagraphWriter):
    moved = Ink("moveTo", WIPA)
    out.write("ก", "", moved)
    out.end("", moved)
    out.write("ก", "", moved)
    out.write("ข", "", INS)
    out.end("", moved)
    out.write("ก", "", moved)
    out.end("", moved)
    assert show(out.take()) == [">>ก>> ¶moveTo", ">>ก>>{+ข+} ¶ins", ">>ก>> ¶moveTo"]


def test_what_has_been_taken_is_not_given_again(out: ParagraphWriter):
    out.end("", None)
    assert out.take() == "<w:p><w:pPr></w:pPr></w:p>"
    assert out.take() == ""


def test_the_mark_of_an_empty_paragraph_that_moved_counts_as_come_or_gone(out: ParagraphWriter):
    out.end("", Ink("moveTo", WIPA))
    out.place('<w:bookmarkStart w:id="1" w:name="f_a"/><w:bookmarkEnd w:id="1"/>')
    out.end("", Ink("moveFrom", WIPA))
    assert show(out.take()) == [" ¶ins", " ¶del"]
