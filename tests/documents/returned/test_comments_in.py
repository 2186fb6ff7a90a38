"""Remarks come with author, time, thread and tick, and with the words that they are about, wherever those stand."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from success_desktop.documents.returned.census import count_elements
from success_desktop.documents.returned.resolving import context_of, quote_of
from success_desktop.documents.returned.returned_file import Spot
from tests.documents.returned.word_files import ANN, cell, gone, ins, para, read_body, row, run, table

START, END = '<w:commentRangeStart w:id="{}"/>', '<w:commentRangeEnd w:id="{}"/>'
POINT = '<w:r><w:commentReference w:id="{}"/></w:r>'


def about(content: str, number: int = 0) -> str:
    """Content with a comment on it."""
    return START.format(number) + content + END.format(number) + POINT.format(number)


def comment(number: int, text: str, para_id: str = "", signed: str = ANN) -> str:
    known = f' w14:paraId="{para_id}"' if para_id else ""
    return f'<w:comment w:id="{number}" w:initials="A" {signed}><w:p{known}>{run(text)}</w:p></w:comment>'


def read(folder: Path, body: str, *comments: str, **parts: str):
    written = {"comments": f"<w:comments>{''.join(comments)}</w:comments>"}
    beside = {name: f"<w15:{name}>{text}</w15:{name}>" for name, text in parts.items()}
    return read_body(folder, body, written | beside)


def quotes(file) -> list[str]:
    return [quote_of(file, one) for one in file.comments]


PLACES = [
    ("words", para(run("a") + about(run("word")) + run("b")), "word"),
    ("several paragraphs", para(START.format(0) + run("one")) + para(run("two") + END.format(0)), "one\ntwo"),
    ("between paragraphs", START.format(0) + para(run("one")) + END.format(0) + para(run("two") + POINT.format(0)), "one"),
    ("deleted words", para(about(gone("lost"))), "lost"),
    ("inserted words", para(ins(about(run("new")))), "new"),
    ("half of a deletion", para(run("a") + START.format(0) + gone("b") + run("c") + END.format(0)), "bc"),
    ("a cell", table(row(cell(para(about(run("12,000")))))), "12,000"),
    ("cells of a row", table(row(cell(para(START.format(0) + run("a"))), cell(para(run("b") + END.format(0))))), "a\nb"),
    ("a control", f"<w:sdt><w:sdtContent>{para(about(run('held')))}</w:sdtContent></w:sdt>", "held"),
    ("a link", para(f"<w:hyperlink>{about(run('link'))}</w:hyperlink>"), "link"),
    ("a range between rows", table(START.format(0) + row(cell(para(run("a")))) + END.format(0)) + para(""), "a"),
    ("an end before its start", para(END.format(0) + run("a") + START.format(0)), "a"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "quote"), [place[1:] for place in PLACES], ids=[place[0] for place in PLACES]
)
def test_the_words_that_a_remark_is_about_are_found(body: str, quote: str, tmp_path: Path):
    file = read(tmp_path, body, comment(0, "why?"))
    assert quotes(file) == [quote]
    assert file.comments[0].has_range


def test_a_remark_at_a_point_has_a_place_and_no_words(tmp_path: Path):
    file = read(tmp_path, para(run("abc") + ins(POINT.format(0)) + run("def")), comment(0, "here"))
    (one,) = file.comments
    assert (one.start, one.end, one.has_range) == (Spot(0, 3), Spot(0, 3), False)
    assert [mark.author for mark in one.marks] == ["Ann"]
    assert (quote_of(file, one), context_of(file, one)) == ("", "abcdef")


def test_a_range_without_an_end_goes_to_the_point(tmp_path: Path):
    file = read(
        tmp_path, para(run("a") + START.format(0) + run("bc") + POINT.format(0) + run("d")), comment(0, "x")
    )
    assert quotes(file) == ["bc"]


def test_a_remark_that_nothing_refers_to_is_kept(tmp_path: Path):
    file = read(tmp_path, para(run("a")), comment(0, "lost"))
    (one,) = file.comments
    assert (one.text, one.start, one.end, one.has_range) == ("lost", None, None, False)
    assert (quote_of(file, one), context_of(file, one)) == ("", "")


def test_a_range_that_ends_before_anything_begins_is_passed_over(tmp_path: Path):
    file = read(
        tmp_path,
        END.format(0) + START.format(1) + END.format(1) + para(run("a")),
        comment(0, "x"),
        comment(1, "y"),
    )
    assert [(one.start, one.end) for one in file.comments] == [(None, None), (Spot(0, 0), Spot(0, 0))]


def test_the_context_is_what_stands_around(tmp_path: Path):
    file = read(tmp_path, para(run("ก" * 100) + about(run("ข")) + run("ค" * 100)), comment(0, "x"))
    assert context_of(file, file.comments[0]) == "ก" * 60 + "ข" + "ค" * 60


def test_a_box_between_the_ends_of_a_range_is_quoted_with_it(tmp_path: Path):
    boxed = f"<w:r><w:pict><w:txbxContent>{para(run('box'))}</w:txbxContent></w:pict></w:r>"
    file = read(
        tmp_path, para(START.format(0) + run("a") + boxed) + para(run("b") + END.format(0)), comment(0, "x")
    )
    assert quotes(file) == ["a\nbox\nb"]


def test_author_initials_and_time_are_read(tmp_path: Path):
    (one,) = read(tmp_path, para(about(run("a"))), comment(7, "ไม่ชัด")).comments
    assert (one.id, one.author, one.initials, one.text) == ("7", "Ann", "A", "ไม่ชัด")
    assert one.at == datetime(2026, 11, 20, 10, tzinfo=UTC)
    assert one.written_at == "2026-11-20T10:00:00Z"


def test_a_remark_of_several_paragraphs_reads_as_it_stands_once_accepted(tmp_path: Path):
    text = para(run("one ") + gone("two")) + para(ins(run("three")), "del") + para(run(" four"))
    file = read(tmp_path, para(run("a")), f'<w:comment w:id="0" {ANN}>{text}</w:comment>')
    assert file.comments[0].text == "one \nthree four"
    assert [one.note_id for one in file.paragraphs if one.story == "comments"] == ["0", "0", "0"]


def test_threads_ticks_and_durable_ids_are_read_from_the_parts_beside(tmp_path: Path):
    file = read(
        tmp_path,
        para(about(run("a"), 0) + about(run("a"), 1)),
        comment(0, "asked", "0000000a"),
        comment(1, "answered", "0000000B"),
        commentsExtended='<w15:commentEx w15:paraId="0000000A" w15:done="1"/>'
        '<w15:commentEx w15:paraId="0000000b" w15:paraIdParent="0000000a" w15:done="0"/>',
        commentsIds='<w16cid:commentId w16cid:paraId="0000000A" w16cid:durableId="2222aaaa"/>',
        commentsExtensible='<w16cex:commentExtensible w16cex:durableId="2222AAAA" w16cex:dateUtc="2026-11-20T03:00:00Z"/>',
    )
    asked, answered = file.comments
    assert (asked.para_id, asked.durable_id, asked.is_resolved, asked.parent_id) == (
        "0000000A",
        "2222AAAA",
        True,
        "",
    )
    assert asked.at == datetime(2026, 11, 20, 3, tzinfo=UTC)
    assert (answered.parent_id, answered.is_resolved, answered.durable_id) == ("0", False, "")
    assert file.counts == {"comment": 1, "reply": 1}
    assert count_elements(tmp_path / "returned.docx").counts == {"comment": 1, "reply": 1}


@pytest.mark.parametrize("parent", ["0000000A", "0000000F"])
def test_an_answer_to_itself_or_to_nobody_is_a_remark(parent: str, tmp_path: Path):
    beside = f'<w15:commentEx w15:paraId="0000000A" w15:paraIdParent="{parent}"/>'
    file = read(tmp_path, para(run("a")), comment(0, "x", "0000000A"), commentsExtended=beside)
    assert (file.comments[0].parent_id, file.counts) == ("", {"comment": 1})
    assert count_elements(tmp_path / "returned.docx").counts == {"comment": 1}


def test_a_remark_without_a_paragraph_is_kept(tmp_path: Path):
    file = read(tmp_path, para(about(run("a"))), f'<w:comment w:id="0" {ANN}/>')
    assert [(one.text, one.para_id) for one in file.comments] == [("", "")]


def test_remarks_in_the_notes_and_margins_of_pages_are_placed_there(tmp_path: Path):
    notes = f'<w:footnotes><w:footnote w:id="2">{para(about(run("source")))}</w:footnote></w:footnotes>'
    parts = {"comments": f"<w:comments>{comment(0, 'which?')}</w:comments>", "footnotes": notes}
    file = read_body(tmp_path, para(run("a")), parts)
    assert quotes(file) == ["source"]
    start = file.comments[0].start
    assert start is not None
    assert file.paragraphs[start.paragraph].note_id == "2"


def test_entries_that_name_no_comment_say_nothing_of_those_without_ids(tmp_path: Path):
    file = read(
        tmp_path,
        para(about(run("a"))),
        comment(0, "asked"),
        commentsExtended='<w15:commentEx w15:done="1"/>',
        commentsIds='<w16cid:commentId w16cid:durableId="2222AAAA"/>',
        commentsExtensible='<w16cex:commentExtensible w16cex:dateUtc="2001-01-01T00:00:00Z"/>',
    )
    (one,) = file.comments
    assert (one.is_resolved, one.durable_id) == (False, "")
    assert one.at == datetime(2026, 11, 20, 10, tzinfo=UTC)
