"""Paragraphs and tables are read at their places, through every wrapper, with what tracks marks, rows and cells."""

from pathlib import Path

import pytest

from success_desktop.documents.returned.returned_file import CellPlace, Label
from tests.documents.returned.word_files import (
    ANN,
    cell,
    gone,
    ins,
    para,
    read_body,
    row,
    run,
    table,
    texts,
)

WRAPPERS = [
    "<w:sdt><w:sdtPr><w:tag w:val='t'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:customXml w:element='x'><w:customXmlPr/>{}</w:customXml>",
    "<w:sdt><w:sdtContent><w:customXml>{}</w:customXml></w:sdtContent></w:sdt>",
]
TRACKED_ROW = f'<w:ins w:id="4" {ANN}/>'


def grid(file) -> list[list[list[str]]]:
    """The texts of the first table: of each cell of each row, its own paragraphs."""
    return [
        [[file.paragraphs[number].whole for number in one.paragraphs] for one in line.cells]
        for line in file.tables[0].rows
    ]


@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_paragraphs_rows_and_cells_are_found_in_wrappers_of_every_level(wrapper: str, tmp_path: Path):
    cells = wrapper.format(cell(wrapper.format(para(run("a"))))) + cell(para(run("b")))
    file = read_body(
        tmp_path, wrapper.format(table(wrapper.format(row(cells)))) + wrapper.format(para(run("c")))
    )
    assert grid(file) == [[["a"], ["b"]]]
    assert texts(file) == ["a", "b", "c"]


def test_a_paragraph_knows_its_cell_and_the_cell_its_paragraphs(tmp_path: Path):
    file = read_body(
        tmp_path, para(run("s")) + table(row(cell(para(run("a")), para(run("b")))), row(cell(para(""))))
    )
    assert [one.place for one in file.paragraphs] == [None, *[CellPlace(0, 0, 0)] * 2, CellPlace(0, 1, 0)]
    assert file.cell_of(CellPlace(0, 0, 0)).paragraphs == (1, 2)
    assert [line.number for line in file.rows] == [0, 1]


def test_a_table_within_a_cell_knows_that_cell(tmp_path: Path):
    inner = table(row(cell(para(run("in")))))
    file = read_body(tmp_path, table(row(cell(para(run("a")), inner, para(run("b"))))))
    assert [one.within for one in file.tables] == [None, CellPlace(0, 0, 0)]
    assert [(one.whole, one.place) for one in file.paragraphs] == [
        ("a", CellPlace(0, 0, 0)),
        ("in", CellPlace(1, 0, 0)),
        ("b", CellPlace(0, 0, 0)),
    ]
    assert file.tables[1].follows == 0


def test_cells_count_in_columns_of_the_grid(tmp_path: Path):
    wide = cell(para(run("b")), properties='<w:tcW w:w="9"/><w:gridSpan w:val="3"/>')
    merged = cell(para(""), properties="<w:vMerge/>") + cell(
        para(""), properties='<w:vMerge w:val="restart"/>'
    )
    odd = cell(para(""), properties='<w:gridSpan w:val="many"/>')
    late = row(cell(para("")), properties='<w:gridBefore w:val="2"/>')
    file = read_body(tmp_path, table(row(cell(para(run("a"))), wide, merged, odd), late))
    assert [(one.column, one.span, one.goes_on) for one in file.rows[0].cells] == [
        (0, 1, False),
        (1, 3, False),
        (4, 1, True),
        (5, 1, False),
        (6, 1, False),
    ]
    assert file.rows[1].cells[0].column == 2


@pytest.mark.parametrize(
    ("head", "is_head"), [("<w:tblHeader/>", True), ('<w:tblHeader w:val="0"/>', False), ("", False)]
)
def test_a_row_tells_whether_it_repeats_on_every_page(head: str, is_head: bool, tmp_path: Path):
    assert read_body(tmp_path, table(row(cell(para("")), properties=head))).rows[0].is_head is is_head


def test_tracked_rows_and_cells_bear_their_marks(tmp_path: Path):
    cells = [
        cell(para(run(sort)), properties=f'<w:{sort} w:id="5" {ANN}/>')
        for sort in ("cellIns", "cellDel", "cellMerge")
    ]
    file = read_body(tmp_path, table(row(*cells), row(cell(para(run("new"))), properties=TRACKED_ROW)))
    assert [[mark.sort for mark in one.marks] for one in file.rows[0].cells] == [
        ["cellIns"],
        ["cellDel"],
        ["cellMerge"],
    ]
    assert [mark.author for mark in file.rows[1].marks] == ["Ann"]
    assert texts(file, "rejected") == ["cellDel", "cellMerge"]
    assert texts(file, "accepted") == ["cellIns", "cellMerge", "new"]
    counted = {"cell_insertion": 1, "cell_deletion": 1, "cell_merge": 1, "row_insertion": 1}
    assert file.counts == counted


def test_a_paragraph_mark_bears_who_set_and_who_took_it(tmp_path: Path):
    both = f'<w:p><w:pPr><w:rPr><w:ins w:id="1" {ANN}/><w:del w:id="2" {ANN}/></w:rPr></w:pPr></w:p>'
    file = read_body(tmp_path, para(run("a"), "ins") + both + para(run("b"), "moveTo") + para(run("c")))
    first, second, third, last = file.paragraphs
    assert first.mark_inserted in first.marks
    assert first.mark_deleted is None
    assert [mark.sort for mark in second.marks] == ["ins", "del"]
    assert (second.mark_inserted, second.mark_deleted) == second.marks
    assert [mark.sort for mark in third.marks] == ["moveTo"]
    assert third.mark_inserted in third.marks
    assert last.marks == ()
    assert file.counts == {"mark_insertion": 2, "mark_deletion": 1, "mark_move_to": 1}


def test_changes_of_looks_are_counted_and_set_aside(tmp_path: Path):
    old = f'<w:rPrChange w:id="1" {ANN}><w:rPr><w:ins w:id="9" {ANN}/></w:rPr></w:rPrChange>'
    properties = (
        f'<w:pPr><w:pStyle w:val="Body"/><w:numPr><w:ins w:id="2" {ANN}/></w:numPr><w:rPr>{old}</w:rPr>'
        f'<w:pPrChange w:id="3" {ANN}><w:pPr/></w:pPrChange></w:pPr>'
    )
    looks = f'<w:b/><w:ins w:id="4" {ANN}/><w:rPrChange w:id="5" {ANN}><w:rPr/></w:rPrChange>'
    styled = f"<w:r><w:rPr>{looks}</w:rPr><w:t>a</w:t></w:r>"
    file = read_body(tmp_path, f'<w:p>{properties}<w:customXmlInsRangeStart w:id="6" {ANN}/>{styled}</w:p>')
    assert file.formatting_count == 6
    assert file.counts == {"formatting": 6}
    assert file.paragraphs[0].marks == ()
    assert (file.paragraphs[0].whole, file.paragraphs[0].style) == ("a", "Body")


def test_tracked_elements_around_whole_blocks_count_for_what_is_in_them(tmp_path: Path):
    body = ins(para(run("a")) + table(ins(row(ins(cell(para(run("b")))))))) + para(run("c"))
    file = read_body(tmp_path, body)
    assert texts(file, "rejected") == ["c"]
    assert texts(file, "accepted") == ["a", "b", "c"]
    assert file.counts == {"insertion": 3}


def test_runs_and_equations_beside_paragraphs_are_read_as_paragraphs(tmp_path: Path):
    file = read_body(
        tmp_path, run("loose") + "<m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara>"
    )
    assert texts(file) == ["loose", "x"]


def test_the_end_of_a_section_is_told(tmp_path: Path):
    file = read_body(tmp_path, "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" + para(run("b")))
    assert [one.ends_section for one in file.paragraphs] == [True, False]


def test_a_label_between_paragraphs_belongs_to_the_next_one(tmp_path: Path):
    start, end = '<w:bookmarkStart w:id="3" w:name="f_a"/>', '<w:bookmarkEnd w:id="3"/>'
    file = read_body(tmp_path, para(run("x")) + start + end + para(run("a")) + para(run("b")))
    assert [one.labels for one in file.paragraphs] == [(), (Label("f_a", 0, 0),), ()]
    file = read_body(tmp_path, start + para(run("abc")) + end + para(run("b")))
    assert [one.labels for one in file.paragraphs] == [(Label("f_a", 0, 3),), ()]


def test_a_label_over_two_paragraphs_is_told_as_split(tmp_path: Path):
    start, end = '<w:bookmarkStart w:id="3" w:name="f_a"/>', '<w:bookmarkEnd w:id="3"/>'
    file = read_body(tmp_path, para(run("1") + start + run("ab")) + para(run("c") + end + run("d")))
    assert [one.labels for one in file.paragraphs] == [(Label("f_a", 1, 3, is_split=True),), ()]


def test_a_label_that_nothing_ends_or_that_comes_last_is_kept(tmp_path: Path):
    start = '<w:bookmarkStart w:id="{0}" w:name="r_{0}"/>'
    file = read_body(tmp_path, para(run("ab") + start.format(1)) + start.format(2))
    assert file.paragraphs[0].labels == (Label("r_1", 2, 2), Label("r_2", 2, 2))
    assert read_body(tmp_path, start.format(1) + '<w:bookmarkEnd w:id="9"/>').paragraphs == ()


def test_a_label_inside_a_deletion_is_found(tmp_path: Path):
    start, end = '<w:bookmarkStart w:id="3" w:name="f_a"/>', '<w:bookmarkEnd w:id="3"/>'
    marked = gone("ab").replace("<w:r>", f"{start}<w:r>").replace("</w:del>", f"{end}</w:del>")
    assert read_body(tmp_path, para(run("1") + marked)).paragraphs[0].labels == (Label("f_a", 1, 3),)
