"""The resolver makes of every shape of tracked changes what the standard says."""

from pathlib import Path

import pytest

from tests.documents.redline.hand_made import (
    Shape,
    added,
    cell,
    gone,
    ins,
    moved,
    paragraph,
    plain,
    removed,
    row,
    run,
    surround,
    table,
    write_shape,
)
from tests.documents.redline.resolver import Reading, Table, accept_all, read_document, reject_all
from tests.documents.redline.shapes import HEADS, SHAPES


def blocks_of(reading: Reading):
    return tuple(block for pages in reading for block in pages.blocks)


def resolve(xml: str, folder: Path):
    path = write_shape(Shape(xml, (), ()), folder / "shape.docx")
    return blocks_of(reject_all(path)), blocks_of(accept_all(path))


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_holds_an_old_and_a_new_text(name: str, tmp_path: Path):
    path = write_shape(SHAPES[name], tmp_path / "shape.docx")
    assert blocks_of(reject_all(path)) == SHAPES[name].old
    assert blocks_of(accept_all(path)) == SHAPES[name].new


@pytest.mark.parametrize("name", HEADS)
def test_the_head_of_a_page_is_resolved_too(name: str, tmp_path: Path):
    path = write_shape(HEADS[name], tmp_path / "shape.docx", is_head=True)
    assert [pages.margins for pages in reject_all(path)] == [(HEADS[name].old, ())]
    assert [pages.margins for pages in accept_all(path)] == [(HEADS[name].new, ())]


def test_the_mark_of_a_cells_last_paragraph_cannot_go(tmp_path: Path):
    old, new = resolve(table(row(cell(plain("a"), added("n")))) + plain("z"), tmp_path)
    assert old == (Table(((("a", ""),),)), "z")
    assert new == (Table(((("a", "n"),),)), "z")


def test_a_row_stays_when_only_its_text_is_tracked(tmp_path: Path):
    old, new = resolve(table(row(cell(paragraph(gone("x"))))) + plain("z"), tmp_path)
    assert old == (Table(((("x",),),)), "z")
    assert new == (Table(((("",),),)), "z")


def test_text_left_before_a_table_keeps_its_paragraph(tmp_path: Path):
    old, new = resolve(paragraph(run("kept"), "del") + table(row(cell(plain("x")))) + plain("z"), tmp_path)
    assert old == new == ("kept", Table(((("x",),),)), "z")


def test_what_was_inserted_and_then_deleted_is_in_neither(tmp_path: Path):
    nested = ins("x").replace(run("x"), gone("x"))
    assert resolve(paragraph(run("a") + nested) + plain("z"), tmp_path) == (("a", "z"), ("a", "z"))


def test_a_word_deleted_where_a_text_was_moved_to_is_in_neither(tmp_path: Path):
    arrived = moved("x", "To").replace(run("x"), run("x") + gone("y"))
    old, new = resolve(surround("To", paragraph(arrived, "moveTo")) + plain("z"), tmp_path)
    assert (old, new) == (("z",), ("x", "z"))


def test_a_removed_section_leaves_its_pages_to_the_next(tmp_path: Path):
    turned = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    path = write_shape(
        Shape(removed("x") + paragraph("", "del", turned) + plain("z"), (), ()), tmp_path / "a.docx"
    )
    assert [(pages.blocks, pages.orientation) for pages in reject_all(path)] == [
        (("x", ""), "landscape"),
        (("z",), "portrait"),
    ]
    assert [(pages.blocks, pages.orientation) for pages in accept_all(path)] == [(("z",), "portrait")]


def test_pages_turned_by_a_tracked_change_turn_back(tmp_path: Path):
    old = '<w:sectPrChange w:id="5" w:author="ก"><w:sectPr/></w:sectPrChange>'
    turned = f'<w:sectPr><w:pgSz w:orient="landscape"/>{old}</w:sectPr>'
    path = write_shape(Shape(paragraph("", properties=turned) + plain("z"), (), ()), tmp_path / "a.docx")
    assert reject_all(path)[0].orientation == "portrait"
    assert accept_all(path)[0].orientation == "landscape"


def test_a_document_without_changes_reads_the_same_in_every_way(tmp_path: Path):
    xml = plain("a\u0e48") + table(row(cell(plain("x"), plain("")), cell(plain("y")))) + plain("z")
    path = write_shape(Shape(xml, (), ()), tmp_path / "a.docx")
    assert read_document(path) == accept_all(path) == reject_all(path)
    assert blocks_of(read_document(path)) == ("a\u0e48", Table(((("x", ""), ("y",)),)), "z")


def test_a_tree_can_be_prepared_before_it_is_resolved(tmp_path: Path):
    path = write_shape(SHAPES["paragraph added"], tmp_path / "a.docx")

    def untrack(tree):
        for mark in [mark for mark in tree.iter("{*}ins") if mark.getparent().tag.endswith("rPr")]:
            mark.getparent().remove(mark)

    assert blocks_of(reject_all(path, untrack)) == ("a", "", "b")
