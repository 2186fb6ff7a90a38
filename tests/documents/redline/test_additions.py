"""Additions in neighbouring paragraphs, in shapes that Word and LibreOffice read alike."""

import re
from datetime import timedelta
from itertools import count

import pytest

from success_desktop.documents.redline.additions import keep_apart
from success_desktop.documents.redline.signed import Signature
from success_desktop.documents.redline.tracked import Ink, ParagraphWriter, TrackedXml
from tests.documents.redline.woven import AT, show

BODY, HEADING = '<w:pStyle w:val="BodyThai"/>', '<w:pStyle w:val="Heading3"/>'
WIPA = Signature("วิภา & มาลี", AT)
BOOKMARK = '<w:bookmarkStart w:id="1" w:name="f_1"/>', '<w:bookmarkEnd w:id="1"/>'
_LOOK_CHANGE = re.compile(r"<w:pPrChange [^>]*><w:pPr>(.*?)</w:pPr></w:pPrChange>")


def paragraph(*words: str, mark: str = "", look: str = BODY, by: Signature = WIPA) -> str:
    """A paragraph of words that stayed (``=``), came (``+``) or went (``-``), its mark tracked as `mark` says."""
    out = ParagraphWriter(TrackedXml(count(1000)))
    inks = {"=": None, "+": Ink("ins", by), "-": Ink("del", by), "": None}
    for word in words:
        out.write(word[1:], "", inks[word[0]])
    out.end(look, inks[mark])
    return out.take()


def apart(*pieces: str) -> str:
    return "".join(keep_apart(pieces, TrackedXml(count(5000))))


def later(seconds: int) -> Signature:
    return WIPA._replace(at=AT + timedelta(seconds=seconds))


GROWN = paragraph("=a", "+ b")
LAST = paragraph("=z")


def test_new_paragraphs_behind_an_addition_are_written_as_they_are_typed():
    pieces = (GROWN, paragraph("+c", mark="+"), paragraph("+d", mark="+") + LAST)
    assert show(apart(*pieces)) == ["a{+ b+} ¶ins", "{+c+} ¶ins", "{+d+}", "z"]
    assert "pPrChange" not in apart(*pieces)


def test_it_is_the_same_within_one_piece_as_from_piece_to_piece():
    pieces = (GROWN, paragraph("+c", mark="+"), LAST)
    assert apart(*pieces) == apart("".join(pieces))


def test_a_new_paragraph_without_text_takes_part():
    assert show(apart(GROWN, paragraph(mark="+"), LAST)) == ["a{+ b+} ¶ins", "", "z"]


def test_each_mark_stays_signed_by_who_made_it():
    made = apart(GROWN, paragraph("+c", mark="+", by=later(5)), LAST)
    first = made[: made.index("</w:p>")]
    assert (
        'w:author="วิภา &amp; มาลี" w:date="2026-02-12T16:30:05Z" w16du:dateUtc="2026-02-12T09:30:05Z"/></w:rPr>'
        in first
    )


def test_a_new_paragraph_of_another_look_has_the_old_one_to_go_back_to():
    made = apart(paragraph("=a", "+ b", look=HEADING), paragraph("+c", mark="+"), LAST)
    first, second, _last = made.split("</w:p>")[:3]
    assert show(made) == ["a{+ b+} ¶ins", "{+c+}", "z"]
    assert first.startswith(f"<w:p><w:pPr>{HEADING}<w:rPr>")
    assert second.startswith(
        f'<w:p><w:pPr>{BODY}<w:pPrChange w:id="5000" w:author="วิภา &amp; มาลี" w:date="2026'
    )
    assert _LOOK_CHANGE.findall(made) == [HEADING]


def test_an_old_paragraph_with_a_new_beginning_is_kept_apart_by_its_look():
    made = apart(GROWN, paragraph("+c", "=d", look=HEADING), paragraph("+e", "=f"))
    assert show(made) == ["a{+ b+}", "{+c+}d", "{+e+}f"]
    assert _LOOK_CHANGE.findall(made) == [HEADING]


def test_each_of_a_row_of_paragraphs_with_new_ends_is_kept_apart_from_the_next():
    made = apart(GROWN, paragraph("+c"), paragraph("+e", "=f"))
    assert show(made) == ["a{+ b+}", "{+c+}", "{+e+}f"]
    assert _LOOK_CHANGE.findall(made) == [BODY, BODY]


def test_a_new_paragraph_split_off_an_old_one_keeps_its_mark():
    made = apart(GROWN, paragraph("+c", "=d", mark="+"), LAST)
    assert show(made) == ["a{+ b+}", "{+c+}d ¶ins", "z"]
    assert re.search(r"</w:rPr><w:pPrChange [^>]*><w:pPr>.*?</w:pPr></w:pPrChange></w:pPr>", made)


def test_bookmarks_do_not_hide_an_addition():
    grown = GROWN.replace("</w:p>", f"{BOOKMARK[1]}</w:p>")
    new = paragraph("+c", mark="+").replace("</w:pPr><", f"</w:pPr>{BOOKMARK[0]}<")
    assert show(apart(grown, new, LAST)) == ["a{+ b+} ¶ins", "{+c+}", "z"]


@pytest.mark.parametrize(
    "pieces",
    [
        (GROWN, paragraph("+c", mark="+", by=later(61)), LAST),
        (GROWN, paragraph("+c", mark="+", by=Signature("Ann", AT)), LAST),
        (GROWN, paragraph("=c", "+d", mark="+"), LAST),
        (GROWN, paragraph("-c", "+d"), LAST),
        (GROWN, paragraph("-c", mark="-"), LAST),
        (GROWN, LAST, paragraph("+c", mark="+"), LAST),
        (GROWN, "<w:tbl>", paragraph("+c", mark="+")),
        (GROWN, '<w:moveToRangeStart w:id="9" w:name="move1"/>', paragraph("+c", mark="+")),
        (paragraph("=a", "-b"), paragraph("+c", mark="+"), LAST),
        (paragraph("+a", mark="+"), paragraph("+c", mark="+"), LAST),
        (paragraph("+a", mark="-"), paragraph("+c", mark="+"), LAST),
        (GROWN,),
        (),
    ],
)
def test_all_else_passes_as_it_is(pieces: tuple[str, ...]):
    assert apart(*pieces) == "".join(pieces)


def test_a_minute_is_still_about_the_same_time():
    assert show(apart(GROWN, paragraph("+c", mark="+", by=later(60)), LAST))[0] == "a{+ b+} ¶ins"


def test_only_what_may_change_is_held_back():
    made = keep_apart(
        (LAST, GROWN, paragraph("+c", mark="+"), paragraph("+d", mark="+")), TrackedXml(count(1))
    )
    assert next(made) == LAST
    assert show(next(made)) == ["a{+ b+} ¶ins"]
    assert show(next(made)) == ["{+c+} ¶ins"]
    assert show(next(made)) == ["{+d+}"]
