"""The command line on a review: out, back, listed, decided, answered."""

import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from success_desktop import cli
from tests.documents.word_lint import lint
from tests.documents.word_reading import read_body, read_part, read_text

RETURNED = Path(__file__).parent / "files" / "returned"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan with the revision that the returned files are copies of."""
    return Path(shutil.copy(RETURNED / "plan.success", tmp_path / "แผน.success"))


@pytest.fixture
def reviewed(plan: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The same with an advisor's three threads and another's tracked words in it."""
    for name in ("word-comments-threads.docx", "word-tracked-words.docx"):
        assert run("review", "import", str(plan), str(RETURNED / name)) == 0
    capsys.readouterr()
    return plan


def run(*words: str) -> int:
    return cli.main(["--interface", "en", *words])


def told(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    capsys.readouterr()
    assert run(*words, "--json") == 0
    return json.loads(capsys.readouterr().out)


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(*words) == 0
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(*words) == 1
    return capsys.readouterr().err


def items(capsys, plan: Path, *words: str) -> dict[str, Any]:
    return {item["item"]: item for item in told(capsys, "review", "list", str(plan), *words)}


def test_a_draft_goes_out_for_review_with_the_revision_it_names(plan, tmp_path, capsys):
    out = tmp_path / "ร่าง.docx"
    sent = told(capsys, "review", "send", str(plan), str(out), "--message", "ภายในวันศุกร์")
    assert lint(out) == []
    with zipfile.ZipFile(out) as package:
        assert sent["revision_id"].encode() in package.read("docProps/custom.xml")
    assert "ภายในวันศุกร์" in read_text(read_body(out))
    assert sent["path"] == str(out)
    again = tmp_path / "ร่างเดิม.docx"
    assert "Made" in said(capsys, "review", "send", str(plan), str(again), "--revision", "1")
    assert ".docx" in refused(capsys, "review", "send", str(plan), str(tmp_path / "ร่าง.success"))


def test_open_remarks_go_along_when_asked_for(reviewed, tmp_path, capsys):
    out = tmp_path / "ร่าง.docx"
    assert run("review", "send", str(reviewed), str(out), "--open-remarks") == 0
    assert "คำนี้หมายถึงสิทธิแบบใด" in read_text(read_part(out, "word/comments.xml"))


def test_a_returned_file_comes_in_once_and_the_receipt_says_so(plan, capsys):
    name = str(RETURNED / "word-comments-threads.docx")
    seen = told(capsys, "review", "import", str(plan), name, "--dry-run")
    assert seen["remarks_new"] == 3
    assert told(capsys, "review", "list", str(plan)) == []
    first = told(capsys, "review", "import", str(plan), name)
    assert (first["remarks_new"], first["replies_new"], first["standing"]) == (3, 3, "sent")
    again = told(capsys, "review", "import", str(plan), name)
    assert (again["remarks_new"], again["remarks_known"]) == (0, 3)
    assert "3 known already" in said(capsys, "review", "import", str(plan), name)


def test_what_is_no_word_file_is_refused_in_words(plan, tmp_path, capsys):
    broken = tmp_path / "เสีย.docx"
    broken.write_bytes(b"PK\x03\x04 broken")
    assert refused(capsys, "review", "import", str(plan), str(broken)).strip()
    assert told(capsys, "review", "list", str(plan)) == []


def test_the_list_tells_who_where_and_what(reviewed, capsys):
    listed = items(capsys, reviewed)
    first = listed["1:1"]
    assert (first["author"], first["kind"], first["disposition"]) == ("Dr. Carol Example", "comment", "open")
    assert first["text"]["th"] == "คำนี้หมายถึงสิทธิแบบใด"
    assert first["anchor"]["quote"] == "ข้อมูลเป็นของชุมชน"
    assert first["anchor"]["field"] == "name"
    wordings = [item for item in listed.values() if item["kind"] == "wording"]
    assert wordings
    assert all(item["trace"] == "tracked" and item["proposed"] for item in wordings)
    assert list(items(capsys, reviewed, "--round", "1")) == ["1:1", "1:2", "1:3"]
    lines = said(capsys, "review", "list", str(reviewed)).splitlines()
    assert len(lines) == len(listed)
    assert "1:1  [Not decided yet]  Dr. Carol Example" in lines[0]
    assert refused(capsys, "review", "list", str(reviewed), "--round", "7")


def test_a_plan_without_remarks_says_so(plan, capsys):
    assert said(capsys, "review", "list", str(plan)) == "No remarks.\n"


def test_accepting_a_wording_changes_the_plan_and_closes_the_item(reviewed, capsys):
    wording = next(item for item in items(capsys, reviewed).values() if item["kind"] == "wording")
    decided = told(
        capsys, "review", "decide", str(reviewed), wording["item"], "accept", "--response", "แก้แล้ว"
    )
    assert (decided["disposition"], decided["response"]["th"]) == ("accepted", "แก้แล้ว")
    assert wording["item"] not in items(capsys, reviewed, "--open")
    capsys.readouterr()
    shown = json.dumps(told(capsys, "show", str(reviewed)), ensure_ascii=False)
    assert json.dumps(wording["proposed"], ensure_ascii=False)[1:-1] in shown


@pytest.mark.parametrize(
    ("how", "disposition"),
    [
        ("partly", "partly"),
        ("defer", "deferred"),
        ("decline", "declined"),
        ("out-of-scope", "out_of_scope"),
    ],
)
def test_an_item_is_decided_in_each_way(reviewed, capsys, how, disposition):
    line = said(capsys, "review", "decide", str(reviewed), "1:2", how, "--response", "เหตุผล")
    assert line.startswith("1:2  [")
    assert items(capsys, reviewed)["1:2"]["disposition"] == disposition
    assert run("review", "decide", str(reviewed), "1:2", "reopen") == 0
    assert items(capsys, reviewed)["1:2"]["disposition"] == "open"


def test_the_help_on_deciding_names_every_way_to_decide(capsys):
    with pytest.raises(SystemExit):
        cli.main(["review", "decide", "--help", "--interface", "en"])
    told = capsys.readouterr().out
    for how in ("accept", "partly", "defer", "decline", "duplicate", "out-of-scope", "reopen"):
        assert how in told


def test_a_duplicate_names_what_it_repeats(reviewed, capsys):
    assert "--of" in refused(capsys, "review", "decide", str(reviewed), "1:3", "duplicate")
    decided = told(capsys, "review", "decide", str(reviewed), "1:3", "duplicate", "--of", "1:2")
    assert decided["duplicate_of"] == "1:2"


def test_an_item_that_is_not_there_or_not_clear_is_refused(reviewed, capsys):
    assert "9:9" in refused(capsys, "review", "decide", str(reviewed), "9:9", "accept")
    assert "1:1, 2:1" in refused(capsys, "review", "decide", str(reviewed), "1", "accept")
    assert "declined" in refused(capsys, "review", "decide", str(reviewed), "1:1", "decline")


def test_the_matrix_goes_out_as_word_and_excel_and_says_what_waits(reviewed, tmp_path, capsys):
    word, excel = tmp_path / "ตาราง.docx", tmp_path / "ตาราง.xlsx"
    run("review", "decide", str(reviewed), "1:1", "accept", "--response", "อธิบายในอภิธานศัพท์")
    made = told(capsys, "review", "matrix", str(reviewed), str(word), "--language", "both")
    assert made["open"] == made["items"] - 1
    assert lint(word) == []
    assert "waiting" in said(capsys, "review", "matrix", str(reviewed), str(excel), "--by", "reviewer")
    cells = [
        str(cell.value) for row in openpyxl.load_workbook(excel).worksheets[0].iter_rows() for cell in row
    ]
    assert "อธิบายในอภิธานศัพท์" in cells
    one = told(capsys, "review", "matrix", str(reviewed), str(excel), "--round", "1", "--under", "1.1.1")
    assert one["items"] == 1
    none = told(
        capsys, "review", "matrix", str(reviewed), str(excel), "--reviewer", "ไม่มี", "--by", "strategy"
    )
    assert none["items"] == 0
    assert ".docx or .xlsx" in refused(capsys, "review", "matrix", str(reviewed), str(tmp_path / "a.pdf"))


def test_a_matrix_with_nothing_waiting_says_only_that_it_is_made(plan, tmp_path, capsys):
    out = tmp_path / "ตาราง.xlsx"
    assert said(capsys, "review", "matrix", str(plan), str(out)) == f"Made {out}\n"


def test_our_answers_go_back_into_the_advisors_own_file(reviewed, tmp_path, capsys):
    run("review", "decide", str(reviewed), "1:2", "accept", "--response", "ระบุแล้ว 12 ชุมชน")
    source, out = RETURNED / "word-comments-threads.docx", tmp_path / "ตอบ.docx"
    capsys.readouterr()
    made = told(capsys, "review", "reply", str(reviewed), str(source), str(out))
    assert (made["path"], made["replies"]) == (str(out), 1)
    assert "ระบุแล้ว 12 ชุมชน" in read_text(read_part(out, "word/comments.xml"))
    made_line, told_line = said(capsys, "review", "reply", str(reviewed), str(source), str(out)).splitlines()
    assert made_line == f"Made {out}"
    assert told_line.startswith("ตอบ.docx has 1 new replies and ")


def test_a_comment_form_is_printed(plan, tmp_path, capsys):
    out = tmp_path / "แบบ.docx"
    assert told(capsys, "review", "form", str(plan), str(out))["path"] == str(out)
    assert lint(out) == []
    assert "Made" in said(capsys, "review", "form", str(plan), str(out), "--language", "en")


def test_the_words_of_a_command_are_asked_for(capsys):
    with pytest.raises(SystemExit) as end:
        cli.main(["--interface", "th", "review"])
    assert end.value.code == 2
    assert "ยังไม่ได้ระบุ" in capsys.readouterr().err
    with pytest.raises(SystemExit) as end:
        cli.main(["--interface", "th", "review", "--help"])
    assert end.value.code == 0
    helped = capsys.readouterr().out
    assert "positional" not in helped
    assert "matrix" in helped
