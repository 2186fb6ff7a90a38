"""A file from outside does no harm: what is no clean Word file is refused in plain words, and nothing outside is touched."""

import io
import zipfile
from pathlib import Path

import pytest

from success_desktop.documents.returned import package_in
from success_desktop.documents.returned.census import count_elements
from success_desktop.documents.returned.package_in import open_package
from success_desktop.documents.returned.reading import read_returned
from success_desktop.errors import UserError
from tests.documents.returned.word_files import (
    PACKAGE,
    RELATION,
    para,
    read_body,
    rewrite,
    run,
    texts,
    write_file,
    write_zip,
)

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
STRICT = "http://purl.oclc.org/ooxml"
BOMB = f'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "{"&a;" * 10}"><!ENTITY c "{"&b;" * 10}">]>'
PROLOGUES = {
    "a bomb of entities": (BOMB, "&c;"),
    "a file outside": ('<!DOCTYPE w [<!ENTITY x SYSTEM "{secret}">]>', "&x;"),
    "a definition outside": ('<!DOCTYPE w SYSTEM "{secret}">', "a"),
    "a definition that is not used": ('<!DOCTYPE w [<!ENTITY x "y">]>', "a"),
}


def write_bytes(folder: Path, content: bytes, name: str = "returned.docx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def refusal(path: Path) -> str:
    """What is told of a file; the census refuses it in the same words."""
    with pytest.raises(UserError) as told:
        read_returned(path)
    with pytest.raises(UserError) as told_too:
        count_elements(path)
    assert told.value.message == told_too.value.message
    assert told.value.remedy("en")
    return told.value.sentence("en")


def main_relation(target: str, kind: str = f"{RELATION}/officeDocument", mode: str = "Internal") -> str:
    one = f'<Relationship Id="r" Type="{kind}" Target="{target}" TargetMode="{mode}"/>'
    return f'<Relationships xmlns="{PACKAGE}">{one}</Relationships>'


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is not a Word file"),
        (b"%PDF-1.7 ...", "is not a Word file"),
        (rb"{\rtf1 text}", "is not a Word file"),
        (b"PK\x03\x04 and then nothing", "is damaged"),
        (OLE + b"WordDocument", "old Word versions"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "is protected by a password"),
    ],
)
def test_what_is_no_package_is_refused_by_what_it_is(content: bytes, sentence: str, tmp_path: Path):
    assert sentence in refusal(write_bytes(tmp_path, content))


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("xl/workbook.xml", "is an Excel workbook"),
        ("ppt/presentation.xml", "is a presentation"),
        ("content.xml", "is an OpenDocument file"),
        ("readme.txt", "is not a Word file"),
    ],
)
def test_a_zip_of_something_else_is_refused_by_what_it_is(part: str, sentence: str, tmp_path: Path):
    assert sentence in refusal(write_zip(tmp_path / "returned.docx", {part: "x"}))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path):
    assert "cannot be opened" in refusal(tmp_path / "gone.docx")


def test_a_file_cut_off_anywhere_is_refused(tmp_path: Path):
    whole = write_file(tmp_path / "whole.docx", para(run("น้ำ" * 50))).read_bytes()
    for end in range(2, len(whole), 37):
        assert "is damaged" in refusal(write_bytes(tmp_path, whole[:end]))


def test_a_part_with_a_wrong_sum_is_refused(tmp_path: Path):
    path = tmp_path / "returned.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as package:
        package.writestr("_rels/.rels", main_relation("word/document.xml"))
        package.writestr("word/document.xml", "<w>text that is altered</w>")
    path.write_bytes(path.read_bytes().replace(b"altered", b"changed"))
    assert "is damaged" in refusal(path)


def test_an_encrypted_zip_is_refused(tmp_path: Path):
    path = write_file(tmp_path / "returned.docx", para(run("a")))
    content = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.find(mark)
        while start >= 0:
            content[start + place] |= 1
            start = content.find(mark, start + 4)
    assert "is damaged" in refusal(write_bytes(tmp_path, bytes(content)))


def test_xml_that_is_broken_is_refused(tmp_path: Path):
    path = write_file(tmp_path / "returned.docx", para(run("a")))
    assert "is damaged" in refusal(rewrite(path, "word/document.xml", "</w:body>", ""))


def test_a_main_part_that_is_missing_is_refused(tmp_path: Path):
    contents = {"_rels/.rels": main_relation("word/document.xml"), "word/styles.xml": "<w/>"}
    assert "is not a Word file" in refusal(write_zip(tmp_path / "returned.docx", contents))


def test_a_main_part_outside_is_not_fetched(tmp_path: Path):
    contents = {
        "_rels/.rels": main_relation("word/document.xml", mode="External"),
        "word/document.xml": "<w/>",
    }
    assert "is not a Word file" in refusal(write_zip(tmp_path / "returned.docx", contents))


@pytest.mark.parametrize("name", PROLOGUES)
def test_a_part_with_definitions_is_refused_and_nothing_is_opened(name: str, tmp_path: Path):
    secret = write_bytes(tmp_path, b"secret", "secret.txt")
    prologue, text = PROLOGUES[name]
    path = write_file(tmp_path / "returned.docx", para(run("HERE")))
    path = rewrite(
        path,
        "word/document.xml",
        "<w:document",
        prologue.replace("{secret}", secret.as_uri()) + "<w:document",
    )
    assert "holds instructions" in refusal(rewrite(path, "word/document.xml", "HERE", text))


def test_elements_nested_without_end_are_refused(tmp_path: Path):
    deep = "<w:smartTag>" * 5000 + "</w:smartTag>" * 5000
    assert "is damaged" in refusal(write_file(tmp_path / "returned.docx", f"<w:p>{deep}</w:p>"))


def test_a_part_that_would_fill_the_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = write_file(tmp_path / "returned.docx", para(run("a" * 5000)))
    monkeypatch.setattr(package_in, "LARGEST_PART_BYTES", 4000)
    assert "is too large" in refusal(path)


def test_parts_that_would_fill_the_memory_together_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = write_file(
        tmp_path / "returned.docx",
        para(run("a" * 5000)),
        {"header1": f"<w:hdr>{para(run('b' * 5000))}</w:hdr>"},
    )
    monkeypatch.setattr(package_in, "MOST_BYTES", 12_000)
    assert "is too large" in refusal(path)


def test_a_part_that_lies_about_its_size_is_refused(tmp_path: Path):
    path = write_file(tmp_path / "returned.docx", para(run("a" * 5000)))
    with zipfile.ZipFile(path) as package:
        size = package.getinfo("word/document.xml").file_size
    content = path.read_bytes().replace(size.to_bytes(4, "little"), (90).to_bytes(4, "little"))
    assert "is damaged" in refusal(write_bytes(tmp_path, content))


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = write_file(tmp_path / "returned.docx", para(run("a")))
    monkeypatch.setattr(package_in, "LARGEST_FILE_BYTES", 10)
    assert "is too large" in refusal(path)


def test_a_zip_of_countless_parts_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = write_file(tmp_path / "returned.docx", para(run("a")))
    monkeypatch.setattr(package_in, "MOST_PARTS", 2)
    assert "is too large" in refusal(path)


def test_a_main_part_under_another_name_is_found(tmp_path: Path):
    path = write_file(tmp_path / "returned.docx", para(run("น้ำ")))
    with zipfile.ZipFile(path) as package:
        content = package.read("word/document.xml")
    contents: dict[str, str | bytes] = {
        "_rels/.rels": main_relation("/Other%20Folder/main2.xml"),
        "other folder\\Main2.xml": content,
    }
    assert texts(read_returned(write_zip(path, contents))) == ["น้ำ"]


def test_the_strict_variant_is_read_as_the_common_one(tmp_path: Path):
    path = write_file(tmp_path / "returned.docx", para(run("น้ำ")))
    common = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    path = rewrite(path, "word/document.xml", common, f"{STRICT}/wordprocessingml/main")
    path = rewrite(path, "_rels/.rels", RELATION, f"{STRICT}/officeDocument/relationships")
    file = read_returned(path)
    assert texts(file) == ["น้ำ"]
    assert count_elements(path).differences(dict(file.counts)) == {}


def test_a_file_with_macros_is_read_and_they_are_left_alone(tmp_path: Path):
    path = write_file(tmp_path / "returned.docm", para(run("น้ำ")))
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/vbaProject.bin", b"\xcc\x61 Auto_Open")
    assert texts(read_returned(path)) == ["น้ำ"]


def test_a_template_and_pictures_outside_are_never_followed(tmp_path: Path):
    path = write_file(tmp_path / "returned.docx", para(run("น้ำ")))
    outside = (
        f'<Relationship Id="x" Type="{RELATION}/header" Target="http://localhost:9/h.xml" TargetMode="External"/>'
        f'<Relationship Id="y" Type="{RELATION}/attachedTemplate" Target="file:///t.dotm" TargetMode="External"/>'
        f'<Relationship Id="z" Type="{RELATION}/header" Target="../../../../outside.xml"/></Relationships>'
    )
    (tmp_path / "outside.xml").write_text("<w/>")
    path = rewrite(path, "word/_rels/document.xml.rels", "</Relationships>", outside)
    assert [one.story for one in read_returned(path).paragraphs] == ["body"]


def test_documents_put_in_whole_are_counted_and_stay_unread(tmp_path: Path):
    file = read_body(tmp_path, para(run("a")) + '<w:altChunk r:id="r9"/>')
    assert (texts(file), file.embedded_count) == (["a"], 1)


def test_a_package_tells_its_parts_by_name(tmp_path: Path):
    package = open_package(
        write_file(tmp_path / "returned.docx", para(run("a")), {"styles": "<w:styles></w:styles>"})
    )
    assert package.main == "word/document.xml"
    assert set(package.names) == {
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/styles.xml",
    }
    assert package.holds("/word/Styles.xml")
    assert [one.target for one in package.related(package.main, "styles")] == ["word/styles.xml"]
    assert package.related("word/styles.xml", "header") == ()
    with pytest.raises(UserError):
        package.read("word/none.xml")


def test_a_file_may_be_moved_once_it_is_open(tmp_path: Path):
    path = write_file(tmp_path / "returned.docx", para(run("a")))
    package = open_package(path)
    path.rename(tmp_path / "elsewhere.docx")
    assert zipfile.is_zipfile(io.BytesIO((tmp_path / "elsewhere.docx").read_bytes()))
    assert b"<w:t" in package.read(package.main)


def test_xml_that_is_packed_tighter_than_any_text_is_refused_and_a_picture_is_not(tmp_path: Path):
    path = write_file(tmp_path / "returned.docx", "<w:p/>" * 2_000_000)
    assert path.stat().st_size < 100_000
    assert "holds instructions" in refusal(path)
    assert len(open_package(path).read("word/document.xml")) > 10_000_000
