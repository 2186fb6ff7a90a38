"""Paragraphs of the PDF are set as those of the Word file are."""

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from success_desktop.documents.outline_blocks import Section
from success_desktop.documents.pdf import styles
from success_desktop.documents.pdf.styles import PARAGRAPHS, TextStyle, contents_style, in_english
from success_desktop.documents.sheets import sheet_of
from success_desktop.documents.word_fonts import EMBEDDED_FONT
from success_desktop.documents.word_writer import WordOptions, write_word
from tests.documents.pdf.pdf_outlines import SEAL, letter_blocks, outline

PAIRS = {
    "Body Thai": styles.BODY_THAI,
    "Body English": styles.BODY_ENGLISH,
    "Field Label": styles.FIELD_LABEL,
    "Field Line": styles.FIELD_LINE,
    "Heading 1": styles.PART,
    "Heading 2": styles.HEADINGS[2],
    "Heading 3": styles.HEADINGS[3],
    "Heading 4": styles.HEADINGS[4],
    "Part English": styles.PART_ENGLISH,
    "Heading English": styles.HEADING_ENGLISH,
    "Cover Title": styles.COVER_TITLE,
    "Cover Line": styles.COVER_LINE,
    "Cover Notice": styles.COVER_NOTICE,
    "Contents Title": styles.CONTENTS_TITLE,
    "Table Title": styles.TABLE_TITLE,
    "Table Caption": styles.TABLE_CAPTION,
    "Header": styles.HEAD,
    "Stamp": styles.STAMP,
    "Footer": styles.FOOT,
    "Origin": styles.ORIGIN,
    "toc 1": contents_style(1),
    "toc 2": contents_style(2),
    "toc 3": contents_style(3),
    "Letter Title": PARAGRAPHS["title"],
    "Letter Subtitle": PARAGRAPHS["subtitle"],
    "Letter Point": PARAGRAPHS["point"],
    "Letter Centre": PARAGRAPHS["centre"],
    "Letter Right": PARAGRAPHS["right"],
    "Letter Signature": PARAGRAPHS["signature"],
    "Letter Note": PARAGRAPHS["note"],
    "Letter Boxed": PARAGRAPHS["boxed"],
    "Page Above": styles.ABOVE_LETTER,
    "Seal Line": styles.SEAL,
}
ALIGNS = {
    None: "left",
    WD_ALIGN_PARAGRAPH.CENTER: "centre",
    WD_ALIGN_PARAGRAPH.RIGHT: "right",
    WD_ALIGN_PARAGRAPH.THAI_JUSTIFY: "justify",
}


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    """A Word file with letters and a seal, set in the program's own font."""
    path = tmp_path_factory.mktemp("word") / "letter.docx"
    book = outline(sections=(Section("portrait", (), tuple(letter_blocks()), "letter", True),), seal=SEAL)
    write_word(book, path, WordOptions(has_embedded_font=True))
    return docx.Document(str(path))


@pytest.mark.parametrize("name", PAIRS)
def test_a_style_is_as_large_and_stands_as_words_does(document, name):
    mine, theirs = PAIRS[name], document.styles[name]
    layout = theirs.paragraph_format
    assert theirs.font.name == EMBEDDED_FONT
    assert theirs.font.size.pt == mine.size
    assert bool(theirs.font.bold) == mine.is_bold
    assert (layout.space_before.pt, layout.space_after.pt) == (mine.before, mine.after)
    assert ALIGNS[layout.alignment] == mine.align
    assert bool(layout.keep_with_next) == mine.is_kept
    assert (layout.left_indent.pt if layout.left_indent else 0) == pytest.approx(mine.left, abs=0.1)
    assert (layout.first_line_indent.pt if layout.first_line_indent else 0) == pytest.approx(
        mine.first, abs=0.1
    )
    colour = theirs.font.color.rgb
    assert (str(colour) if colour else "") == mine.colour


def test_only_thai_is_spread_over_its_line():
    assert in_english(PARAGRAPHS["body"]).align == "left"
    assert in_english(PARAGRAPHS["point"]).left == PARAGRAPHS["point"].left
    assert in_english(PARAGRAPHS["centre"]) is PARAGRAPHS["centre"]


def test_body_begins_two_and_a_half_centimetres_in():
    assert pytest.approx(2.5 / 2.54 * 72) == PARAGRAPHS["body"].first


def test_headings_bear_the_tags_of_their_levels():
    roles = [styles.PART.role, *(styles.HEADINGS[level].role for level in (2, 3, 4))]
    assert roles == ["H1", "H2", "H3", "H4"]
    assert TextStyle().role == "P"


@pytest.mark.parametrize(("paper", "across", "down"), [("A4", 210, 297), ("F4", 216, 330), ("A3", 297, 420)])
def test_sheets_measure_what_their_names_say(paper, across, down):
    upright, turned = sheet_of("portrait", "plan", paper), sheet_of("landscape", "form", paper)
    millimetre = 1440 / 25.4
    assert (upright.width, upright.height) == (turned.height, turned.width)
    assert upright.width == pytest.approx(across * millimetre, abs=1)
    assert upright.height == pytest.approx(down * millimetre, abs=1)
    assert turned.left == turned.right == pytest.approx(8 * millimetre, abs=1)


def test_a_letters_edges_are_those_of_official_correspondence():
    sheet = sheet_of("portrait", "letter")
    centimetre = 1440 / 2.54
    edges = (sheet.left, sheet.right, sheet.top, sheet.bottom)
    assert [edge / centimetre for edge in edges] == pytest.approx([3, 2, 2.5, 2], abs=0.01)
    assert sheet.text_width == sheet.width - sheet.left - sheet.right
