"""The whole pack of the sample plan: nobody is named who should not be, and a clerk can check every paper."""

import zipfile
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from docx import Document
from lxml import etree

from success_desktop.domain.feedback import Reply, Round
from success_desktop.domain.feedback_edits import add_remarks, add_replies, add_round
from success_desktop.domain.office import Edition, FormatSwitches
from success_desktop.domain.seal import find_seal_codes, seal_code
from success_desktop.services.library import new_sample
from success_desktop.services.packing import PackChoice, prepare_pack, write_pack
from success_desktop.services.revisions import take_revision
from success_desktop.services.verifying_copies import verify_file
from tests.documents.word_lint import lint
from tests.services.reviews import ROUND_ID, project_of, remark

AUTHOR = "นายผู้เขียนลับ ไม่เผยนาม"
REVIEWERS = ("ศ.วิชัย", "ดร.วิจารณ์ ไม่ออกชื่อ")
REPLIER = "นางสาวผู้ตอบ ปิดชื่อ"
SECRETS = (AUTHOR, REPLIER, *REVIEWERS)
ENCODINGS = ("utf-8", "utf-16-be", "utf-16-le")


@pytest.fixture
def editor(tmp_path):
    """The sample, reviewed by people and worked on by an author whose names shall not leave."""
    opened = new_sample(tmp_path / "เมืองตัวอย่าง.success", AUTHOR)
    said = (remark("one", "ควรระบุตัวชี้วัด", project_of(opened.plan)), remark("two", "ดีแล้ว"))
    heard = Round(id=ROUND_ID, number=1, sort="file", name=f"จาก {REVIEWERS[1]}", reviewer=REVIEWERS[1])
    opened.edit("review", (*add_round(opened.plan, heard), *add_remarks(opened.plan, said)))
    reply = Reply(id="f-00000000000000000000000a", author=REPLIER, text="แก้ไขแล้ว", is_ours=True)
    opened.edit("reply", add_replies(opened.plan, remark("one", "").id, (reply,)))
    take_revision(opened, "หลังประชุม", "ร่างที่ 3")
    yield opened
    opened.close(publish=False)


def pack(editor, target, *paper_ids, names_authors=False, language="both"):
    switches = FormatSwitches(language=language, names_authors=names_authors)
    choice = PackChoice("obt", Edition(id=""), paper_ids, switches=switches, author=AUTHOR)
    write_pack(prepare_pack(editor, choice), target)
    return sorted(target.iterdir())


def list_parts(path: Path):
    """Every part of a file, unpacked: of packages each entry, of PDFs each object's words and each stream."""
    if path.suffix != ".pdf":
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                yield name, package.read(name)
            yield "names", "\n".join(package.namelist()).encode()
            return
    yield "raw", path.read_bytes()
    with pikepdf.open(path) as document:
        for place, item in enumerate(document.objects):
            yield f"object {place}", repr(item).encode()
            if isinstance(item, pikepdf.Stream):
                yield f"stream {place}", item.read_bytes()
            if isinstance(item, pikepdf.Dictionary):
                strings = (value for value in item.values() if isinstance(value, pikepdf.String))
                yield from ((f"object {place}", str(value).encode()) for value in strings)
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            yield "text", page.get_textpage().get_text_range().encode()


def texts_of(content: bytes):
    """What a part says: as it is, and where it is XML as one run of text, so that a name in pieces is found as well."""
    yield content
    if content.lstrip().startswith(b"<"):
        yield "".join(map(str, etree.fromstring(content, etree.XMLParser(recover=True)).itertext())).encode()


def leaks(path: Path, secrets=SECRETS):
    """The names that a file gives away, each with the part in which it stands."""
    return [
        (secret, part)
        for part, content in list_parts(path)
        for text in texts_of(content)
        for secret in secrets
        for encoding in ENCODINGS
        if secret.encode(encoding) in text or secret.encode(encoding).hex().encode() in text.lower()
    ]


def test_no_name_of_an_author_or_a_reviewer_is_in_any_part_of_any_paper(editor, tmp_path):
    files = pack(editor, tmp_path / "ชุด")
    assert {path.suffix for path in files} == {".docx", ".pdf", ".xlsx"}
    assert [(path.name, leak) for path in files for leak in leaks(path)] == []


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".xlsx"])
def test_the_search_for_leaks_finds_names_where_they_are_let_in(editor, tmp_path, suffix):
    files = pack(editor, tmp_path / "ชุด", "matrix", names_authors=True)
    (path,) = (path for path in files if path.suffix == suffix)
    assert REVIEWERS[0] in {secret for secret, _part in leaks(path)}


def test_the_search_for_leaks_finds_the_author_in_the_properties(editor, tmp_path):
    files = pack(editor, tmp_path / "ชุด", "memo", names_authors=True)
    for path in files:
        assert AUTHOR in {secret for secret, _part in leaks(path)}, path.name


def test_no_paper_tells_who_saved_it_or_on_which_machine(editor, tmp_path):
    for path in pack(editor, tmp_path / "ชุด", "memo", "matrix"):
        if path.suffix == ".docx":
            properties = Document(str(path)).core_properties
            assert (properties.author, properties.last_modified_by) == ("", "")
        content = b"".join(content for _part, content in list_parts(path))
        for place in (Path.home(), tmp_path):
            assert str(place).encode() not in content, path.name


def test_a_clerk_can_check_every_paper(editor, tmp_path):
    for path in pack(editor, tmp_path / "ชุด", language="th"):
        verdict = verify_file(editor, path)
        assert verdict.standing == "current", path.name
        assert verdict.revision is not None


def test_every_word_file_of_the_pack_is_sound(editor, tmp_path):
    for path in pack(editor, tmp_path / "ชุด"):
        if path.suffix == ".docx":
            lint(path)


def test_every_pdf_of_the_pack_opens_and_says_something_on_every_page(editor, tmp_path):
    for path in pack(editor, tmp_path / "ชุด", language="th"):
        if path.suffix == ".pdf":
            with pypdfium2.PdfDocument(path) as document:
                assert all(page.get_textpage().get_text_range().strip() for page in document), path.name


def test_a_code_read_off_a_page_of_the_pdf_is_that_of_the_properties(editor, tmp_path):
    (path,) = (path for path in pack(editor, tmp_path / "ชุด", "memo", language="th") if path.suffix == ".pdf")
    verdict = verify_file(editor, path)
    with pypdfium2.PdfDocument(path) as document:
        codes = {code for page in document for code in find_seal_codes(page.get_textpage().get_text_range())}
    assert verdict.revision is not None
    assert codes == {seal_code(verdict.revision.fingerprint)} == {verdict.code}
