"""The texts of cells as lines."""

import pytest

from success_desktop.documents.outline_blocks import DocumentLanguage, Label, Phrase, Titled
from success_desktop.documents.pdf.tables_cells import Cell, Lines, LineSetter
from success_desktop.documents.pdf.tables_setting import TableSetting, set_table
from success_desktop.domain.compare_text import Piece
from tests.documents.pdf.printed_tables import WIDTH, data, table, th


def setting_of(language: DocumentLanguage = "th") -> TableSetting:
    return set_table(table(data(1)), WIDTH, language)


def texts(lines: Lines) -> list[str]:
    return [line.line.text if line.line else "" for line in lines]


def test_a_text_is_broken_into_lines_of_the_room():
    text = "ก่อสร้างถนนคอนกรีตเสริมเหล็ก " * 5
    lines = LineSetter(setting_of()).set_texts(th(text), 80)

    assert len(lines) > 3
    assert "".join(texts(lines)) == text
    assert all(line.line.width <= 80.01 for line in lines if line.line)
    assert {line.height for line in lines} == {setting_of().leading}


def test_phrases_stand_below_each_other():
    phrases = (Phrase("หนึ่ง", "th"), Phrase("one", "en"))

    assert texts(LineSetter(setting_of("both")).set_texts(phrases, 200)) == ["หนึ่ง", "one"]
    assert LineSetter(setting_of()).set_texts((), 200) == []


def test_a_blank_line_between_paragraphs_is_a_low_one():
    first, blank, second = LineSetter(setting_of()).set_texts(th("ก\n\nข"), 200)

    assert first.line is not None
    assert blank.line is None
    assert 0 < blank.height < second.height


def test_a_blank_line_before_all_text_takes_no_room():
    assert texts(LineSetter(setting_of()).set_texts(th("\n\nก"), 200)) == ["ก"]


def test_whatever_parts_paragraphs_parts_lines():
    assert texts(LineSetter(setting_of()).set_texts(th("ก\r\nข\u2028ค"), 200)) == ["ก", "ข", "ค"]


def test_amounts_are_never_broken():
    (line,) = LineSetter(setting_of()).set_unbroken(th("1,000 2,000 3,000 " * 50))
    assert line.line is not None
    assert line.line.width > WIDTH


def test_equal_short_texts_are_broken_once():
    setter = LineSetter(setting_of())

    first, second = (setter.set_texts(th("กองช่าง"), 80)[0].line for _times in range(2))
    assert first is second
    assert setter.set_texts(th("กองช่าง"), 81)[0].line is not first
    assert setter.set_texts(th("กองช่าง"), 80, is_bold=True)[0].line is not first


def test_so_many_short_texts_are_kept_that_memory_does_not_fill():
    setter = LineSetter(setting_of())
    for number in range(2000):
        setter.set_texts(th(str(number)), 80)

    first, second = (setter.set_texts(th("กองช่าง"), 80)[0].line for _times in range(2))
    assert first is not second
    assert setter.set_texts(th("7"), 80)[0].line is setter.set_texts(th("7"), 80)[0].line


def test_a_changed_text_is_set_in_bold():
    setter = LineSetter(setting_of())
    (plain,) = setter.set_texts(th("กองช่าง"), 80)
    (bold,) = setter.set_texts((Phrase("กองช่าง", "th", is_bold=True),), 80)

    assert plain.line is not None
    assert bold.line is not None
    assert {word.face.name for word in bold.line.words} == {"Bold"}
    assert {word.face.name for word in plain.line.words} == {"Regular"}


def test_a_stand_in_for_a_translation_is_marked_and_in_italics():
    (line,) = LineSetter(setting_of()).set_texts((Phrase("Only", "en", mark="(อังกฤษ)"),), 300)

    assert line.line is not None
    assert line.line.text == "(อังกฤษ) Only"
    assert {word.face.name for word in line.line.words} == {"Italic"}


def test_what_went_is_struck_out_and_what_came_is_underlined():
    pieces = (Piece("same", "ถนน"), Piece("deleted", "ลูกรัง"), Piece("inserted", "คอนกรีต\nใหม่"))
    first, second = LineSetter(setting_of()).set_texts((Phrase("x", "th", pieces=pieces),), 300)

    assert first.line is not None
    assert second.line is not None
    looks = {look.text: look for look in first.line.looks}
    assert [look.is_struck for look in looks.values()] == [False, True, False]
    assert [look.is_underlined for look in looks.values()] == [False, False, True]
    assert first.line.text == "ถนนลูกรังคอนกรีต"
    assert second.line.text == "ใหม่"
    assert all(look.is_underlined for look in second.line.looks)


@pytest.mark.parametrize(
    ("language", "is_bold", "is_quiet"), [("both", False, True), ("both", True, False), ("en", False, False)]
)
def test_english_is_quieter_below_thai_but_for_heads_and_sums(
    language: DocumentLanguage, is_bold: bool, is_quiet: bool
):
    (line,) = LineSetter(setting_of(language)).set_texts((Phrase("one", "en"),), 80, is_bold=is_bold)
    assert line.is_quiet is is_quiet


def test_a_group_is_named_by_its_label_and_its_name():
    titled = Titled(Label(Phrase("แผนงาน", "th")), Phrase("น้ำ\nสะอาด", "th"))
    first, second = LineSetter(setting_of()).set_titled(titled, 300)

    assert texts([first, second]) == ["แผนงาน  น้ำ", "สะอาด"]
    assert not first.is_quiet


def test_the_english_name_of_a_group_is_quieter():
    titled = Titled(Label(Phrase("Programme", "en")), Phrase("Water", "en"))
    (both,) = LineSetter(setting_of("both")).set_titled(titled, 300)
    (alone,) = LineSetter(setting_of("en")).set_titled(titled, 300)

    assert both.is_quiet
    assert not alone.is_quiet


def test_a_cell_is_as_high_as_its_lines():
    lines = LineSetter(setting_of()).set_texts(th("ก\n\nข"), 200)

    assert Cell(0, 1, lines).height == pytest.approx(sum(line.height for line in lines))
    assert Cell(0, 1, []).height == 0
