"""The census counts what is in the XML, knows nothing of the reader, and tells where the two disagree."""

from pathlib import Path

import pytest

from success_desktop.documents.returned.census import SORTS, Census, count_elements
from success_desktop.documents.returned.reading import read_returned
from tests.documents.returned.word_files import ANN, cell, gone, ins, para, row, run, table, write_file

CHANGE = f'w:id="1" {ANN}'
NUMBERED = f"<w:numPr><w:ins {CHANGE}/></w:numPr>"
CASES = [
    (para(run("a")), {}),
    (para(ins(run("a")) + gone("b")), {"insertion": 1, "deletion": 1}),
    (para(ins(gone("b"))), {"insertion": 1, "deletion": 1}),
    (para(f"<w:moveFrom {CHANGE}/><w:moveTo {CHANGE}/>"), {"move_from": 1, "move_to": 1}),
    (para("", "ins") + para("", "del"), {"mark_insertion": 1, "mark_deletion": 1}),
    (para("", "moveFrom") + para("", "moveTo"), {"mark_move_from": 1, "mark_move_to": 1}),
    (table(row(cell(para("")), properties=f"<w:ins {CHANGE}/>")), {"row_insertion": 1}),
    (table(row(cell(para("")), properties=f"<w:del {CHANGE}/>")), {"row_deletion": 1}),
    (table(row(cell(para(""), properties=f"<w:cellMerge {CHANGE}/>"))), {"cell_merge": 1}),
    (para(f"<m:oMath><m:r><m:rPr/><w:ins {CHANGE}><m:t>x</m:t></w:ins></m:r></m:oMath>"), {"insertion": 1}),
    (f"<w:p><w:pPr>{NUMBERED}</w:pPr></w:p>", {"formatting": 1}),
    (f"<w:p><w:pPr><w:pPrChange {CHANGE}><w:pPr>{NUMBERED}</w:pPr></w:pPrChange></w:pPr></w:p>", {"formatting": 1}),
    (f"<w:p><w:customXmlDelRangeStart {CHANGE}/></w:p>", {"formatting": 1}),
    (f"<w:tbl><w:tblPr><w:tblPrChange {CHANGE}/></w:tblPr></w:tbl>", {"formatting": 1}),
    (f"<w:p><w:pPr><w:sectPr><w:sectPrChange {CHANGE}/></w:sectPr></w:pPr></w:p>", {"formatting": 1}),
]  # fmt: skip
BOX = f"<w:txbxContent>{para(ins(run('x')))}</w:txbxContent>"
CHOICE, FALLBACK = f"<mc:Choice Requires='wps'>{BOX}</mc:Choice>", f"<mc:Fallback>{BOX}</mc:Fallback>"


@pytest.mark.parametrize(("body", "counts"), CASES)
def test_every_sort_is_counted_and_the_reader_agrees(body: str, counts: dict[str, int], tmp_path: Path):
    path = write_file(tmp_path / "returned.docx", body)
    assert count_elements(path).counts == counts
    assert dict(read_returned(path).counts) == counts
    assert counts.keys() <= set(SORTS)


@pytest.mark.parametrize(
    "forms", [CHOICE + FALLBACK, CHOICE + CHOICE + FALLBACK, FALLBACK, FALLBACK + CHOICE]
)
def test_what_stands_there_in_several_forms_counts_once(forms: str, tmp_path: Path):
    body = para(f"<w:r><mc:AlternateContent>{forms}</mc:AlternateContent></w:r>")
    path = write_file(tmp_path / "returned.docx", body)
    assert count_elements(path).counts == dict(read_returned(path).counts) == {"insertion": 1}


def test_every_story_is_counted(tmp_path: Path):
    changed = para(ins(run("a")))
    parts = {
        "header1": f"<w:hdr>{changed}</w:hdr>",
        "header2": f"<w:hdr>{changed}</w:hdr>",
        "footer1": f"<w:ftr>{changed}</w:ftr>",
        "footnotes": f'<w:footnotes><w:footnote w:id="1">{changed}</w:footnote></w:footnotes>',
        "endnotes": f'<w:endnotes><w:endnote w:id="1">{changed}</w:endnote></w:endnotes>',
        "comments": f'<w:comments><w:comment w:id="1" {ANN}>{changed}</w:comment></w:comments>',
    }
    path = write_file(tmp_path / "returned.docx", changed, parts)
    file = read_returned(path)
    assert count_elements(path).counts == dict(file.counts) == {"insertion": 7, "comment": 1}
    assert list(dict.fromkeys(one.story for one in file.paragraphs)) == [
        *("body", "header1", "header2", "footer1", "footnotes", "endnotes", "comments")
    ]
    assert {mark.change_id for one in file.paragraphs for piece in one.runs for mark in piece.marks} == set(
        file.stamps
    )


def test_it_tells_where_a_reading_disagrees():
    census = Census({"insertion": 3, "comment": 1})
    assert census.differences({"insertion": 3, "comment": 1}) == {}
    assert census.differences({"insertion": 2, "comment": 1, "reply": 1}) == {
        "insertion": (3, 2),
        "reply": (0, 1),
    }
