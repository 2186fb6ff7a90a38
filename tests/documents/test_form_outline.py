"""The comment form that people fill in by hand: every part of the plan has its lines."""

import itertools
import zipfile

import pytest
from docx.oxml.ns import qn

from success_desktop.documents.form_outline import build_form_outline
from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import DataRow, GroupRow, Heading, Passage, Table
from success_desktop.documents.word_writer import write_word
from tests.documents.word_reading import read_body
from tests.plans import small_plan

PLAN = small_plan()


def parts_of(outline):
    (section,) = outline.sections
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    return section, table


def texts(phrases) -> list[str]:
    return [phrase.text for phrase in phrases]


def test_each_heading_of_the_printed_plan_has_a_row_with_its_printed_name():
    _section, table = parts_of(build_form_outline(PLAN, OutlineOptions()))
    places = [texts(row.cells[1]) for row in table.rows if isinstance(row, DataRow)]
    assert ["ประเด็นยุทธศาสตร์ที่ 1  น้ำ"] in places
    assert ["เป้าประสงค์ที่ 1.1  ชุมชนริมคลองปลอดภัย"] in places
    headings = [
        block
        for section in build_outline(PLAN).sections
        for block in section.blocks
        if isinstance(block, Heading) and block.level <= 3
    ]
    assert sum(place != [] for place in places) >= len(headings)


def test_a_part_without_headings_has_a_row_for_itself_and_there_is_room_for_more():
    _section, table = parts_of(build_form_outline(PLAN, OutlineOptions()))
    rows = table.rows
    for row, following in itertools.pairwise(rows):
        assert not (isinstance(row, GroupRow) and isinstance(following, GroupRow))
    assert [row.cells[1:] for row in rows[-6:] if isinstance(row, DataRow)] == [((), (), ())] * 6
    group = rows[-7]
    assert isinstance(group, GroupRow)
    assert group.lines[0].label.phrase.text == "ความเห็นอื่น ๆ"


@pytest.mark.parametrize("language", ["th", "en", "both"])
def test_rows_are_numbered_and_have_room_to_write(language):
    outline = build_form_outline(PLAN, OutlineOptions(language, has_thai_digits=True))
    section, table = parts_of(outline)
    numbers = [texts(row.cells[0])[0] for row in table.rows if isinstance(row, DataRow)]
    assert len(set(numbers)) == len(numbers)
    assert numbers[0] == ("1" if language == "en" else "๑")
    assert table.row_height > 800
    assert section.orientation == "portrait"
    assert sum(isinstance(block, Passage) and block.is_inline for block in section.blocks) == 3
    assert not outline.is_read_back


def test_the_file_has_high_rows_no_contents_and_nothing_to_read_back(tmp_path):
    path = tmp_path / "form.docx"
    write_word(build_form_outline(PLAN, OutlineOptions("both", revision_id="01r")), path)
    body = read_body(path)
    heights = [height.get(qn("w:val")) for height in body.iter(qn("w:trHeight"))]
    assert heights.count("1000") > 8
    assert not [field for field in body.iter(qn("w:instrText")) if "TOC" in (field.text or "")]
    names = zipfile.ZipFile(path).namelist()
    assert not any(name.startswith("customXml") for name in names)
    assert "01r" in "".join(zipfile.ZipFile(path).read(name).decode() for name in names if "footer" in name)
