"""A matrix as a Word file: a table that repeats its head, with what went struck out and what came underlined."""

import re
import zipfile

import pytest
from docx.oxml.ns import qn

from success_desktop.documents.word_columns import CELL_PADDING
from success_desktop.documents.word_fonts import EMBEDDED_FONT, font_size
from success_desktop.documents.word_styles import SMALL_TABLE_POINTS
from success_desktop.documents.word_writer import WordOptions, write_word
from success_desktop.domain.feedback import Anchor
from tests.documents.matrices import DREDGE, matrix_of, printed
from tests.documents.word_lint import lint
from tests.documents.word_reading import read_body, read_part, read_text
from tests.documents.word_widths import width_of
from tests.feedback_samples import FILE, remark

UNBROKEN = {"ผลการพิจารณา": ["ผลการ", "พิจารณา"], "ร่างที่ปรากฏ": ["ร่างที่", "ปรากฏ"], "การประชุม": ["การ", "ประชุม"]}
"""Where the words of a head may part, if at all: others stand in one line."""
OLD, NEW = "ขุดลอกคลอง\nปี 2569", "ขุดลอกคลอง\nปี 2570\n\nทุกปี"


@pytest.fixture
def path(tmp_path):
    one = remark("a", FILE, sort="wording", proposed=NEW, anchor=Anchor(DREDGE, "name", "th", "", OLD))
    long = remark("b", FILE, text={"th": "ยาวมาก " * 700})
    target = tmp_path / "ตาราง.docx"
    write_word(printed(matrix_of((FILE, [one, long])), "both"), target)
    return target


@pytest.mark.parametrize("language", ["th", "en", "both"])
def test_no_word_of_a_head_is_broken_in_the_widest_font(language, tmp_path):
    one = remark("a", FILE, nature="recommendation", weight="editorial", assignee="กองยุทธศาสตร์และงบประมาณ")
    target = tmp_path / "ตาราง.docx"
    write_word(printed(matrix_of((FILE, [one])), language), target, WordOptions(has_embedded_font=True))
    (table,) = read_body(target).iter(qn("w:tbl"))
    cells = next(table.iter(qn("w:tr"))).findall(qn("w:tc"))
    size = font_size(EMBEDDED_FONT, SMALL_TABLE_POINTS)
    assert len(cells) == 12
    for cell in cells:
        room = int(next(cell.iter(qn("w:tcW"))).attrib[qn("w:w")]) - CELL_PADDING
        words = (word for line in cell.iter(qn("w:p")) for word in read_text(line).split())
        for word in words:
            for part in re.findall("[^/→]+/?|→|/", word):
                pieces = UNBROKEN.get(part, [part])
                assert max(width_of(piece, size) for piece in pieces) <= room, (part, room)


def styled(body, style: str) -> str:
    runs = (run for run in body.iter(qn("w:r")) if run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}") is not None)
    return "|".join(
        read_text(run)
        for run in runs
        if run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}").get(qn("w:val")) == style
    )


def test_the_file_is_whole_and_its_pages_lie_across(path):
    assert lint(path) == []
    (size,) = read_body(path).iter(qn("w:pgSz"))
    assert size.get(qn("w:orient")) == "landscape"
    assert (size.get(qn("w:w")), size.get(qn("w:h"))) == ("16838", "11906")


def test_the_head_stands_on_every_page_and_only_long_rows_break(path):
    (table,) = read_body(path).iter(qn("w:tbl"))
    rows = table.findall(qn("w:tr"))
    assert len(list(rows[0].iter(qn("w:tblHeader")))) == 1
    assert len(rows[0].findall(qn("w:tc"))) == 12
    breaking = [row for row in rows if not list(row.iter(qn("w:cantSplit")))]
    assert len(breaking) == 1
    assert "ยาวมาก" in read_text(breaking[0])


def test_what_went_is_struck_out_and_what_came_is_underlined_paragraph_by_paragraph(path):
    body = read_body(path)
    assert styled(body, "StruckOut") == "2569"
    assert styled(body, "Underlined") == "2570|ทุกปี"
    styles = {
        style.get(qn("w:styleId")): style for style in read_part(path, "word/styles.xml").iter(qn("w:style"))
    }
    assert list(styles["StruckOut"].iter(qn("w:strike")))
    assert list(styles["Underlined"].iter(qn("w:u")))


def test_each_item_has_a_bookmark_and_the_file_names_no_plan_to_read_back(path):
    names = [mark.get(qn("w:name")) or "" for mark in read_body(path).iter(qn("w:bookmarkStart"))]
    assert len([name for name in names if name.startswith("r_f_")]) == 2
    with zipfile.ZipFile(path) as package:
        assert not any(name.startswith("customXml") for name in package.namelist())
        assert b"SUCCESS plan id" not in package.read("docProps/custom.xml")
