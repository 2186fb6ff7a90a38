"""A reviewer's own file with our replies: nothing else differs, whatever program the file came from."""

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from success_desktop.documents.reply_copy import Answer, write_reply_copy
from success_desktop.documents.returned.census import count_elements
from success_desktop.documents.returned.package_in import open_package
from success_desktop.documents.returned.reading import read_returned
from success_desktop.errors import UserError
from tests.documents.reply_reading import (
    COMMENT_PARTS,
    answer_all,
    changed_parts,
    read_threads,
    without_marks,
)
from tests.documents.review_files import AT, thread, word, write_for_review
from tests.documents.word_lint import lint
from tests.documents.word_plans import strategy_plan

FILES = Path(__file__).parents[1] / "files" / "returned"
REGISTERS = {"[Content_Types].xml", "word/_rels/document.xml.rels"}
WITHOUT_SIGN = {"word-comments-ranges.docx": 1}
"""Threads of which the file keeps the words, but to which nothing in its text refers any more."""


def with_comments() -> list[str]:
    return [path.name for path in sorted(FILES.glob("*.docx")) if _has_comments(path)]


def _has_comments(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as package:
            return any(name.endswith("comments.xml") for name in package.namelist())
    except zipfile.BadZipFile:
        return False


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A file with three remarks, the second of which is answered already."""
    plan = strategy_plan()
    first, second, *_others = [node for node in plan.walk() if node.kind == "project"]
    said = [
        thread(word(1), place=(first.id, "name", "th")),
        thread(word(2), word(3, author="ผู้วางแผน"), place=(second.id, "name", "th")),
        thread(word(4)),
    ]
    return write_for_review(plan, said, tmp_path / "sent.docx")


@pytest.mark.parametrize("name", with_comments())
def test_only_threads_get_replies_whatever_program_the_file_came_from(name: str, tmp_path: Path):
    source, target = FILES / name, tmp_path / "reply.docx"
    left_out = answer_all(source, target)
    assert len(left_out) == WITHOUT_SIGN.get(name, 0)
    before, after = read_returned(source), read_returned(target)
    old, new = read_threads(before), read_threads(after)
    assert [head[:2] for head in new.heads] == [head[:2] for head in old.heads]
    told = [replies[-1][1] for replies in new.replies if replies and replies[-1][1].startswith("ตอบ")]
    assert len(told) == len(old.heads) - len(left_out)
    assert all(line.endswith("& จบ") for line in told)
    assert sum(head[2] for head in new.heads) == len(told)
    main = open_package(source).main
    ours = {one.id for one in after.comments} - {one.id for one in before.comments}
    for part in changed_parts(source, target) - REGISTERS:
        if not COMMENT_PARTS.search(part):
            marked, bare = open_package(target).read(part), open_package(source).read(part)
            assert without_marks(marked, ours) == without_marks(bare, set()), part
            assert part == main or "foot" in part or "head" in part or "note" in part
    assert not count_elements(target).differences(dict(after.counts))


def test_a_file_of_our_own_stays_valid_and_lint_free(sent, tmp_path):
    target = tmp_path / "reply.docx"
    assert answer_all(sent, target) == ()
    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(target))
    assert [str(error) for error in result.errors] == []
    assert lint(target) == []


def test_replies_hang_on_their_remarks_and_ticks_stand_on_whole_threads(sent, tmp_path):
    target = tmp_path / "reply.docx"
    answer_all(sent, target)
    threads = read_threads(read_returned(target))
    assert all(head[2] for head in threads.heads)
    assert [[reply[1] for reply in replies] for replies in threads.replies] == [
        ["ตอบ 0\n& จบ"],
        ["ข้อ 3", "ตอบ 1\n& จบ"],
        ["ตอบ 2\n& จบ"],
    ]
    assert all(reply[2] for replies in threads.replies for reply in replies)
    reply = next(one for one in read_returned(target).comments if one.text.startswith("ตอบ 0"))
    assert (reply.durable_id, reply.author, reply.at) == ("00000001", "เทศบาล <ก>", AT)


def test_a_thread_that_is_not_done_is_not_ticked(sent, tmp_path):
    target = tmp_path / "reply.docx"
    answer_all(sent, target, is_done=False)
    assert not any(one.is_resolved for one in read_returned(target).comments)


def test_a_tick_alone_alters_only_the_parts_of_comments(sent, tmp_path):
    target = tmp_path / "reply.docx"
    write_reply_copy(sent, [Answer((0,), is_done=True)], target)
    changed = changed_parts(sent, target)
    assert "word/commentsExtended.xml" in changed
    assert all(COMMENT_PARTS.search(name) for name in changed)
    assert [head[2] for head in read_threads(read_returned(target)).heads] == [True, False, False]


def test_nothing_to_say_leaves_every_part_as_it_came(sent, tmp_path):
    target = tmp_path / "reply.docx"
    write_reply_copy(sent, [Answer((0,)), Answer((1, 2))], target)
    assert changed_parts(sent, target) == set()


def test_a_copy_can_be_answered_again(sent, tmp_path):
    once, twice = tmp_path / "once.docx", tmp_path / "twice.docx"
    answer_all(sent, once)
    answer_all(once, twice)
    replies = read_threads(read_returned(twice)).replies
    assert [len(each) for each in replies] == [2, 3, 2]
    assert lint(twice) == []
    ids = [one.para_id for one in read_returned(twice).comments]
    assert len(set(ids)) == len(ids)


def test_a_file_that_is_none_is_refused(tmp_path):
    path = tmp_path / "ไม่ใช่.docx"
    path.write_bytes(b"no zip")
    with pytest.raises(UserError):
        write_reply_copy(path, [], tmp_path / "reply.docx")


def test_replies_and_ticks_survive_libreoffice(sent, tmp_path):
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    target = tmp_path / "reply.docx"
    answer_all(sent, target)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    saved = tmp_path / "saved"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir"]
    subprocess.run([*command, str(saved), str(target)], check=True, capture_output=True, timeout=120)
    comments = read_returned(saved / "reply.docx").comments
    assert sorted(one.text for one in comments) == sorted(one.text for one in read_returned(target).comments)
    assert all(one.is_resolved for one in comments)
    assert {one.author for one in comments} == {"ดร.สมชาย", "ผู้วางแผน", "เทศบาล <ก>"}
    assert {one.at for one in comments if one.author == "เทศบาล <ก>"} == {AT}
