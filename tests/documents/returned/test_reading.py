"""A whole file: the plan and the revision it is of, the texts it was sent with, its margins and notes, its dates."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import DocumentLanguage
from success_desktop.documents.outline_passages import list_printed_fields, list_rows, list_tables
from success_desktop.documents.returned.reading import read_returned
from success_desktop.documents.returned.resolving import read_lines
from success_desktop.documents.returned.returned_file import CellPlace, ReturnedFile
from success_desktop.documents.returned.sent_map import SentMap
from success_desktop.documents.word_writer import write_word
from tests.documents.redline.redline_pairs import short_sample
from tests.documents.returned.word_files import (
    ins,
    only,
    para,
    read_body,
    rewrite,
    run,
    texts,
    write_file,
    write_zip,
)

REVISION = "01j0000000000000000000000b"
EXACT = 'w16du:dateUtc="2026-11-20T04:00:00Z"'


@pytest.fixture(scope="module", params=["th", "both"])
def sent(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):
    """A plan as it is sent: its outline and the file."""
    language: DocumentLanguage = request.param
    outline = build_outline(short_sample(), OutlineOptions(language, language == "th", REVISION))
    path = tmp_path_factory.mktemp("sent") / "sent.docx"
    write_word(outline, path)
    return outline, path


def without(path: Path, target: Path, *folders: str) -> Path:
    """A copy of a file without the parts of some folders, as some programs save it."""
    with zipfile.ZipFile(path) as package:
        return write_zip(
            target, {name: package.read(name) for name in package.namelist() if not name.startswith(folders)}
        )


def read_sent(path: Path) -> tuple[ReturnedFile, SentMap]:
    """A file, and the map that it must hold."""
    file = read_returned(path)
    assert file.sent is not None
    return file, file.sent


def shown_in(file: ReturnedFile, place: CellPlace) -> str:
    return "\n".join(file.paragraphs[number].whole for number in file.cell_of(place).paragraphs)


def test_a_file_that_was_sent_says_what_it_was_sent_with(sent):
    outline, path = sent
    file, map_inside = read_sent(path)
    assert (file.plan_id, file.revision_id, file.old_revision_id) == (outline.plan_id, REVISION, "")
    assert (map_inside.plan_id, map_inside.revision_id) == (outline.plan_id, REVISION)
    assert (map_inside.language, map_inside.has_thai_digits) == (outline.language, outline.has_thai_digits)
    assert [(one.name, one.node_id, one.field, one.language) for one in map_inside.fields] == [
        printed.anchor for printed in list_printed_fields(outline)
    ]
    assert [one.value.shown for one in map_inside.fields] == [
        f"{printed.value.mark} {printed.value.text}".strip() if printed.value.mark else printed.value.text
        for printed in list_printed_fields(outline)
    ]
    assert (file.counts, file.comments, file.application) == ({}, (), "SUCCESS Desktop")


def test_the_rows_that_were_sent_come_back_cell_by_cell(sent):
    outline, path = sent
    file, map_inside = read_sent(path)
    rows = {
        mark.name: file.row_of(paragraph.place)
        for paragraph in file.paragraphs
        for mark in paragraph.labels
        if mark.name.startswith("r_") and paragraph.place is not None
    }
    assert [one.form for one in map_inside.tables] == [one.form for one in list_tables(outline)]
    for table in list_tables(outline):
        for printed in list_rows(table):
            found = rows[printed.anchor.name]
            shown = [
                shown_in(file, CellPlace(found.table, found.number, place))
                for place in range(len(found.cells))
            ]
            _, known = map_inside.row_by_name[printed.anchor.name]
            assert shown == ["\n".join(one.shown for one in texts_sent) for texts_sent in known.cells]
            assert known.node_id == printed.anchor.node_id


def test_every_label_that_was_sent_comes_back_with_its_text(sent):
    _, path = sent
    file, map_inside = read_sent(path)
    labels = {
        mark.name: line.text[mark.start : mark.end]
        for line in read_lines(file, "accepted")
        for mark in line.labels
    }
    fields = map_inside.field_by_name
    assert fields.keys() <= labels.keys()
    assert {name: labels[name] for name in fields} == {name: one.label for name, one in fields.items()}


def test_the_title_of_the_plan_comes_back_in_one_piece(sent):
    outline, path = sent
    assert outline.title.text in texts(read_returned(path))


@pytest.mark.parametrize("folders", [("docProps",), ("customXml",), ("docProps", "customXml")])
def test_the_plan_is_known_from_whatever_a_program_left(folders: tuple[str, ...], sent, tmp_path: Path):
    outline, path = sent
    file = read_returned(without(path, tmp_path / "saved.docx", *folders))
    assert (file.plan_id, file.revision_id) == (outline.plan_id, REVISION)
    assert (file.sent is None) == ("customXml" in folders)


def test_a_file_of_no_plan_says_so(tmp_path: Path):
    footer = f"<w:ftr>{para(run('page 1'))}</w:ftr>"
    file = read_body(tmp_path, para(run("a")), {"footer1": footer, "customXml": "<other></other>"})
    assert (file.plan_id, file.revision_id, file.sent, file.application) == ("", "", None, "")


def test_a_footer_that_names_only_the_plan_is_enough(tmp_path: Path):
    footer = f"<w:ftr>{para(run(f'Plan {REVISION}'))}</w:ftr>"
    file = read_body(tmp_path, para(run("a")), {"footer1": footer})
    assert (file.plan_id, file.revision_id) == (REVISION, "")


def test_the_texts_of_margins_and_notes_are_stories_of_their_own(tmp_path: Path):
    separator = f'<w:footnote w:id="-1" w:type="separator">{para(run("---"))}</w:footnote>'
    parts = {
        "header2": f"<w:hdr>{para(run('head 2'))}</w:hdr>",
        "header10": f"<w:hdr>{para(run('head 10'))}</w:hdr>",
        "footnotes": f'<w:footnotes>{separator}<w:footnote w:id="3">{para(run("note"))}</w:footnote></w:footnotes>',
    }
    file = read_body(tmp_path, para(run("a")), parts)
    assert [(one.story, one.whole, one.note_id) for one in file.paragraphs] == [
        ("body", "a", ""),
        ("header1", "head 2", ""),
        ("header2", "head 10", ""),
        ("footnotes", "note", "3"),
    ]


def test_a_document_without_a_body_is_an_empty_one(tmp_path: Path):
    path = rewrite(write_file(tmp_path / "empty.docx", ""), "word/document.xml", "w:body", "w:nothing")
    assert read_returned(path).paragraphs == ()


def test_a_style_is_told_by_its_name(tmp_path: Path):
    styles = '<w:styles><w:style w:styleId="a3"><w:name w:val="Heading 2"/></w:style></w:styles>'
    file = read_body(tmp_path, para(run("a"), style="a3") + para(run("b"), style="Own"), {"styles": styles})
    assert [file.style_name(one) for one in file.paragraphs] == ["heading 2", "own"]


@pytest.mark.parametrize(
    ("application", "signed", "at"),
    [
        ("", 'w:date="2026-11-20T10:00:00Z"', datetime(2026, 11, 20, 10, tzinfo=UTC)),
        ("Microsoft Office Word", 'w:date="2026-11-20T10:00:00Z"', datetime(2026, 11, 20, 3, tzinfo=UTC)),
        ("LibreOffice/24.2", 'w:date="2026-11-20T10:00:00"', datetime(2026, 11, 20, 3, tzinfo=UTC)),
        ("SUCCESS Desktop", 'w:date="2026-11-20T10:00:00Z"', datetime(2026, 11, 20, 3, tzinfo=UTC)),
        ("Microsoft Office Word", 'w:date="2026-11-20T10:00:00+02:00"', datetime(2026, 11, 20, 8, tzinfo=UTC)),
        ("Microsoft Office Word", f'w:date="2026-11-20T10:00:00Z" {EXACT}', datetime(2026, 11, 20, 4, tzinfo=UTC)),
        ("", 'w:date="0-00-00T00:00:00Z"', None),
        ("", 'w:date="2569-11-20T10:00:00Z"', datetime(2569, 11, 20, 10, tzinfo=UTC)),
        ("", 'w:date="0001-01-01T00:00:00+14:00"', None),
        ("", 'w:date="yesterday"', None),
        ("", "", None),
    ],
)  # fmt: skip
def test_a_date_is_the_moment_that_its_program_means(
    application: str, signed: str, at: datetime | None, tmp_path: Path
):
    path = tmp_path / "returned.docx"
    read_body(tmp_path, para(ins(run("a"), f'w:author="Ann" {signed}')))
    with zipfile.ZipFile(path) as package:
        contents = {name: package.read(name) for name in package.namelist()}
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"
    more = f'<Relationship Id="a" Type="{relation}" Target="app.xml"/></Relationships>'
    contents["_rels/.rels"] = contents["_rels/.rels"].replace(b"</Relationships>", more.encode())
    contents["app.xml"] = (
        f"<Properties><Pages>1</Pages><Application>{application}</Application></Properties>".encode()
    )
    (stamp,) = read_returned(write_zip(path, contents)).stamps.values()
    assert stamp.at == at
    assert stamp.written_at in signed


def test_a_stamp_says_in_which_part_it_stands(tmp_path: Path):
    header = f"<w:hdr>{para(ins(run('a')))}</w:hdr>"
    file = read_body(tmp_path, para(ins(run("b")) + ins(run("c"))), {"header1": header})
    assert list(file.stamps) == ["body:1", "body:2", "header1:1"]
    assert only(file, "header1").runs[0].marks == (file.stamps["header1:1"],)
