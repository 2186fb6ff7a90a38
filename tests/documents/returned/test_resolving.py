"""With every change rejected a file reads as it was sent, with every one accepted as it came back.

A second reader of tracked changes, written against the standard alone, must agree: on shapes made by hand, and on the
redlines between random revisions of a real plan.
"""

from pathlib import Path

import pytest

from success_desktop.documents.returned.census import count_elements
from success_desktop.documents.returned.reading import read_returned
from success_desktop.documents.returned.resolving import read_lines
from success_desktop.documents.returned.returned_file import Label, Spot, View
from tests.documents.redline.hand_made import Shape, write_shape
from tests.documents.redline.redline_pairs import draw_pair, write_pair
from tests.documents.redline.resolver import accept_all, reject_all
from tests.documents.redline.shapes import SHAPES
from tests.documents.returned.as_resolved import drop_line_turns, flatten
from tests.documents.returned.as_resolved import read_body as read_blocks
from tests.documents.returned.word_files import (
    cell,
    gone,
    ins,
    label,
    para,
    read_body,
    row,
    run,
    table,
    texts,
)

PAIRS = (3, 8)
VIEWS: tuple[View, View] = ("rejected", "accepted")


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_reads_as_the_old_and_as_the_new_text(name: str, tmp_path: Path):
    shape: Shape = SHAPES[name]
    path = write_shape(shape, tmp_path / "shape.docx")
    assert read_blocks(path, "rejected") == shape.old
    assert read_blocks(path, "accepted") == shape.new
    assert count_elements(path).differences(dict(read_returned(path).counts)) == {}


@pytest.mark.parametrize("seed", PAIRS)
def test_a_redline_of_a_real_plan_reads_as_both_documents(seed: int, tmp_path: Path):
    redline = write_pair(draw_pair(seed), tmp_path).redline
    assert read_blocks(redline, "rejected") == flatten(reject_all(redline, drop_line_turns))
    assert read_blocks(redline, "accepted") == flatten(accept_all(redline, drop_line_turns))
    assert count_elements(redline).differences(dict(read_returned(redline).counts)) == {}


def test_paragraphs_whose_marks_go_run_together_into_the_one_that_stays(tmp_path: Path):
    body = (
        para(run("a"), "del", "First") + para(run("b"), "del") + para(run("c"), style="Last") + para(run("d"))
    )
    file = read_body(tmp_path, body)
    joined, after = read_lines(file, "accepted")
    assert (joined.text, joined.paragraphs, joined.style) == ("abc", (0, 1, 2), "Last")
    assert (after.text, after.paragraphs) == ("d", (3,))
    assert texts(file, "rejected") == ["a", "b", "c", "d"]


def test_a_paragraph_before_a_table_goes_only_when_nothing_is_left_in_it(tmp_path: Path):
    grid = table(row(cell(para(run("x")))))
    file = read_body(tmp_path, para(gone("a"), "del") + grid + para(run("b"), "del") + grid)
    assert texts(file, "accepted") == ["x", "b", "x"]
    assert texts(file, "rejected") == ["a", "x", "b", "x"]


def test_empty_paragraphs_at_the_end_go_together(tmp_path: Path):
    file = read_body(tmp_path, para(run("a")) + para(ins(run("b")), "ins") + para("", "ins"))
    assert texts(file, "rejected") == ["a"]
    assert texts(file, "accepted") == ["a", "b", ""]


def test_a_cell_keeps_its_last_paragraph(tmp_path: Path):
    file = read_body(tmp_path, table(row(cell(para(gone("a"), "del")))))
    assert texts(file, "accepted") == [""]


def test_what_stands_in_a_row_that_goes_goes_too(tmp_path: Path):
    boxed = f"<w:r><w:pict><w:txbxContent>{para(run('box'))}</w:txbxContent></w:pict></w:r>"
    inner = table(row(cell(para(run("in") + boxed))))
    tracked = '<w:del w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"/>'
    file = read_body(tmp_path, table(row(cell(inner, para(run("x"))), properties=tracked)) + para(run("z")))
    assert texts(file, "accepted") == ["z"]
    assert texts(file, "rejected") == ["in", "box", "x", "z"]


def test_labels_count_in_the_line_of_the_view(tmp_path: Path):
    body = para(ins(run("new ")) + label("f_a", run("1.") + gone("2.")) + run(" x"), "del")
    file = read_body(tmp_path, body + para(label("f_b", run("y"))))
    (line,) = read_lines(file, "accepted")
    assert line.text == "new 1. xy"
    assert line.labels == (Label("f_a", 4, 6), Label("f_b", 8, 9))
    first, second = read_lines(file, "rejected")
    assert (first.text, first.labels) == ("1.2. x", (Label("f_a", 0, 4),))
    assert second.labels == (Label("f_b", 0, 1),)


def test_a_spot_is_found_again_in_the_line(tmp_path: Path):
    file = read_body(
        tmp_path, para(run("ab") + gone("cd") + run("ef"), "del") + para("", "del") + para(run("g"))
    )
    (line,) = read_lines(file, "accepted")
    assert line.text == "abefg"
    places = [line.offset_of(Spot(0, offset)) for offset in range(7)]
    assert places == [0, 1, 2, 2, 2, 3, 4]
    assert [line.offset_of(Spot(1, 0)), line.offset_of(Spot(2, 1)), line.offset_of(Spot(3, 0))] == [
        4,
        5,
        None,
    ]


def test_a_spot_in_a_plain_line_is_where_it_is(tmp_path: Path):
    (line,) = read_lines(read_body(tmp_path, para(run("abc"))), "accepted")
    assert [line.offset_of(Spot(0, 2)), line.offset_of(Spot(0, 9)), line.offset_of(Spot(1, 0))] == [
        2,
        3,
        None,
    ]


def test_a_line_tells_where_it_stands(tmp_path: Path):
    notes = f'<w:endnotes><w:endnote w:id="2">{para(run("n"))}</w:endnote></w:endnotes>'
    boxed = f"<w:r><w:pict><w:txbxContent>{para(run('b'))}</w:txbxContent></w:pict></w:r>"
    body = table(row(cell(para(run("a") + boxed)))) + "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
    file = read_body(tmp_path, body, {"endnotes": notes})
    inside, box, ending, note = read_lines(file, "accepted")
    assert inside.place is not None
    assert file.cell_of(inside.place).paragraphs == (0,)
    assert box.box == Spot(0, 1)
    assert [ending.ends_section, note.ends_section] == [True, False]
    assert (note.story, note.note_id) == ("endnotes", "2")
