"""Phrases as the runs that they are printed as."""

from success_desktop.documents.outline_blocks import Label, Phrase, Titled
from success_desktop.documents.pdf.styles import CAME, GONE, SUBSTITUTE
from success_desktop.documents.pdf.text import Run
from success_desktop.documents.pdf.wording import join_paragraphs, set_paragraphs, set_titled, text_of
from success_desktop.domain.compare_text import Piece
from tests.documents.pdf.pdf_outlines import en, th


def test_line_ends_of_every_kind_part_paragraphs():
    paragraphs = set_paragraphs(th("หนึ่ง\nสอง\r\n\u2028สาม"), "th")
    assert [text_of(runs) for runs in paragraphs] == ["หนึ่ง", "สอง", "", "สาม"]
    assert paragraphs[2] == []


def test_a_phrase_without_a_language_takes_the_documents():
    assert set_paragraphs(Phrase("1,000", ""), "en")[0] == [Run("1,000", language="en")]
    assert set_paragraphs(en("a"), "th")[0] == [Run("a", language="en")]


def test_a_stand_in_is_marked_and_slanted():
    first, second = set_paragraphs(en("One\nTwo", mark="(ภาษาอังกฤษ)"), "th")
    assert first == [Run("(ภาษาอังกฤษ) One", is_italic=True, language="en", colour=SUBSTITUTE)]
    assert second == [Run("Two", is_italic=True, language="en", colour=SUBSTITUTE)]


def test_a_bold_phrase_is_bold_also_among_plain_ones():
    assert set_paragraphs(th("ก", is_bold=True), "th")[0][0].is_bold
    assert set_paragraphs(th("ก"), "th", is_bold=True)[0][0].is_bold
    assert not set_paragraphs(th("ก"), "th")[0][0].is_bold


def test_pieces_are_struck_out_and_underlined():
    pieces = (
        Piece("same", "คง"),
        Piece("deleted", "ออก\nบรรทัด"),
        Piece("inserted", "\nเข้า\n\n"),
        Piece("same", "ท้าย"),
    )
    paragraphs = set_paragraphs(th("", pieces=pieces), "th")
    assert paragraphs == [
        [Run("คง"), Run("ออก", is_struck=True, colour=GONE)],
        [Run("บรรทัด", is_struck=True, colour=GONE)],
        [Run("เข้า", is_underlined=True, colour=CAME)],
        [],
        [Run("ท้าย")],
    ]


def test_nothing_printed_of_pieces_is_lost():
    pieces = (Piece("deleted", "ก\n"), Piece("inserted", "ข"))
    assert [text_of(runs) for runs in set_paragraphs(th("ข", pieces=pieces), "th")] == ["ก", "ข"]


def test_a_label_stands_two_blanks_before_its_value():
    assert text_of(set_titled(Titled(Label(th("1.1")), th("ความเป็นมา")), "th")) == "1.1  ความเป็นมา"


def test_a_label_or_a_value_alone_has_no_blanks():
    assert text_of(set_titled(Titled(Label(th("วิสัยทัศน์")), th("")), "th")) == "วิสัยทัศน์"
    assert text_of(set_titled(Titled(Label(th("")), th("น้ำ")), "th")) == "น้ำ"


def test_a_label_is_not_slanted_with_a_stand_in():
    label, _gap, value = set_titled(Titled(Label(th("1.")), en("Water", mark="(EN)")), "th")
    assert (label.is_italic, value.is_italic) == (False, True)
    assert label.is_bold


def test_joined_paragraphs_are_parted_by_line_ends():
    runs = join_paragraphs(set_paragraphs(th("ก\n\nข"), "th"))
    assert "".join(run.text for run in runs) == "ก\n\nข"
    assert text_of(runs) == "ก  ข"
