"""Reading paragraphs back: labels, gaps, values, and every character of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.documents.outline_blocks import Anchor, Label, Phrase, Titled
from success_desktop.documents.redline.strands import (
    Role,
    Strand,
    StrandReader,
    Stretch,
    read_paragraphs,
    read_stretches,
    rename_headings,
)
from success_desktop.documents.word_cover import write_title
from success_desktop.documents.word_tables import write_titled
from success_desktop.documents.word_xml import (
    Marker,
    split_paragraphs,
    write_paragraph,
    write_run,
    write_value,
)
from tests.documents.word_plans import HARD_TEXT

NAME = Anchor("f_node_11111111", "node", "name", "th")
BARE = Anchor("f_node_22222222", "node", "rationale", "th")


def parts(read: list[Strand]) -> list[tuple[str, str, str]]:
    """All but the last mark: part, anchor and text."""
    assert read[-1].text == "\n"
    assert read[-1].role.part in ("mark", "end")
    return [(strand.role.part, strand.role.anchor[-8:], strand.text) for strand in read[:-1]]


def heading(marker: Marker, *anchors: Anchor, value: str = "น้ำ") -> str:
    line = Titled(Label(Phrase("ประเด็นที่ 1", "th"), anchors), Phrase(value, "th"))
    return write_paragraph("Heading3", marker.mark_heading(write_titled(line, marker)))


def test_a_heading_is_a_label_a_gap_and_a_name():
    read = read_paragraphs(heading(Marker(), NAME))
    assert parts(read) == [
        ("label", "11111111", "ประเด็นที่ 1"),
        ("gap", "11111111", "  "),
        ("value", "11111111", "น้ำ"),
    ]
    assert read[-1] == Strand(
        Role("mark", NAME.name), [Stretch("mark", "\n", '<w:pStyle w:val="Heading3"/>')]
    )


def test_what_follows_a_heading_belongs_to_the_second_field_on_its_label():
    body = write_value(Phrase("ย่อหน้าแรก\nย่อหน้าที่สอง", "th"), "BodyThai")
    read = read_paragraphs(heading(Marker(), NAME, BARE) + body)
    assert parts(read)[2:] == [
        ("value", "11111111", "น้ำ"),
        ("mark", "11111111", "\n"),
        ("value", "22222222", "ย่อหน้าแรก\nย่อหน้าที่สอง"),
    ]


def test_the_value_below_a_label_and_the_one_behind_it():
    marker = Marker()
    label = Label(Phrase("วัตถุประสงค์", "th"), (BARE,))
    below = write_paragraph("FieldLabel", marker.label(label)) + write_value(Phrase("ก\nข", "th"), "BodyThai")
    assert parts(read_paragraphs(below)) == [
        ("label", "22222222", "วัตถุประสงค์"),
        ("mark", "22222222", "\n"),
        ("value", "22222222", "ก\nข"),
    ]
    inline = write_value(
        Phrase("ก\nข", "th"), "FieldLine", marker.label(label, "LabelText") + write_run("  ")
    )
    assert [part for part, *_ in parts(read_paragraphs(inline))] == ["label", "gap", "value"]
    assert parts(read_paragraphs(inline))[2][2] == "ก\nข"


def test_a_value_of_two_spaces_is_no_gap():
    value = write_value(
        Phrase("  ", "th"), "FieldLine", Marker().label(Label(Phrase("พื้นที่", "th"), (BARE,))) + write_run("  ")
    )
    assert parts(read_paragraphs(value))[1:] == [("gap", "22222222", "  "), ("value", "22222222", "  ")]


def test_a_field_of_the_cover_is_named_in_the_line_above_it():
    blank = write_paragraph("AfterTable", Marker().mark(NAME.name, ""))
    read = read_paragraphs(blank + write_title(Phrase("แผนพัฒนา และลุ่มน้ำ", "th"), "CoverTitle", 28, 2500))
    assert [part for part, *_ in parts(read)] == ["label", "mark", "value"]
    assert read[-2].text == "แผนพัฒนา และลุ่มน้ำ"
    assert "turn" in [stretch.shape for stretch in read[-2].stretches]


def test_paragraphs_without_a_bookmark_are_text():
    read = read_paragraphs(write_value(Phrase("ก\n\nข", "th"), "TableTitle"))
    assert parts(read) == [("text", "", "ก\n\nข")]
    assert read[-1].role == Role("end")


def test_a_cell_is_what_its_row_says():
    cell = write_paragraph("CellNumber", Marker().mark("r_node_33333333", write_run("1.")))
    read = read_paragraphs(cell, Role("cell", "r_node_33333333", 0))
    assert parts(read) == [("cell", "33333333", "1.")]
    assert [stretch.shape for stretch in read[0].stretches] == ["open", "letters", "close"]


def test_no_paragraphs_have_no_end():
    assert read_paragraphs("") == []
    (mark,) = read_paragraphs(write_paragraph("CellThai", ""), Role("value", NAME.name))
    assert mark == Strand(Role("end", NAME.name), [Stretch("mark", "\n", '<w:pStyle w:val="CellThai"/>')])


@pytest.mark.parametrize("text", [HARD_TEXT, "ก\tข", "&lt;", '"ก"', "๑๒๓", "\u0e48ลอย", "🌊"])
def test_letters_come_back_as_they_were(text: str):
    assert [stretch.text for stretch in read_stretches(write_run(text))] == [text]
    assert [stretch.text for stretch in read_stretches(write_run(text, "Substitute"))] == [text]


@given(st.text(alphabet="กำ่ิabc &<>\"'\t\n๑🌊", max_size=40))
def test_every_value_comes_back_paragraph_by_paragraph(text: str):
    read = read_paragraphs(write_value(Phrase(text, "th"), "BodyThai"))
    assert "".join(strand.text for strand in read[:-1]) == "\n".join(split_paragraphs(text))


def test_runs_keep_how_they_look():
    (stretch,) = read_stretches(write_run("ก", percent=90))
    assert stretch == Stretch("letters", "ก", '<w:rPr><w:w w:val="90"/></w:rPr>')


def test_headings_that_went_are_named_otherwise_and_other_bookmarks_are_not():
    assert rename_headings("PAGEREF _Toc000000012 \\h") == "PAGEREF _Toc500000012 \\h"
    assert rename_headings("f_Toc_11111111") == "f_Toc_11111111"


def test_a_reader_gives_as_many_characters_as_are_wanted():
    strand = Strand(Role("text"), [
        Stretch("open", "f_a", number=1), Stretch("letters", "กขค"), Stretch("turn", "\n"), Stretch("letters", "งจ"),
    ])  # fmt: skip
    reader = StrandReader(strand)
    assert [stretch.shape for stretch in reader.take_openings()] == ["open"]
    assert [stretch.text for stretch in reader.take(2)] == ["กข"]
    assert [stretch.text for stretch in reader.take(2)] == ["ค", "\n", "ง"]
    assert list(reader.take_openings()) == []
    assert [stretch.text for stretch in reader.take_rest()] == ["จ"]
    assert strand.text == "กขคงจ"
