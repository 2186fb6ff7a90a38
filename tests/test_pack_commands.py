"""The commands of the pack, as a clerk or a script calls them."""

import argparse
import json
import zipfile
from pathlib import Path

import pytest

from success_desktop.domain.seal import seal_code
from success_desktop.errors import UserError
from success_desktop.pack_commands import PACK_COMMANDS
from success_desktop.services import library
from success_desktop.services.revisions import list_revisions
from tests.editions import open_town
from tests.services.packs import amend, name_town


@pytest.fixture
def plan_path(tmp_path: Path) -> Path:
    """The file of a town that prepares an addition."""
    editor = open_town(tmp_path / "เมือง.success")
    name_town(editor)
    amend(editor)
    editor.close()
    return tmp_path / "เมือง.success"


@pytest.fixture
def bare_path(tmp_path: Path) -> Path:
    """The file of a town that has no edition yet."""
    open_town(tmp_path / "ใหม่.success").close()
    return tmp_path / "ใหม่.success"


def run(*words: object) -> int | None:
    """Run a command line of the pack."""
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(required=True)
    for command in PACK_COMMANDS:
        row = commands.add_parser(command.name)
        for names, details in command.arguments:
            row.add_argument(*names.split("/"), **details)
        row.set_defaults(run=command.run)
    given = parser.parse_args([str(word) for word in words])
    code: int | None = given.run(given)
    return code


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_edition_in_the_making_is_packed_without_a_word(plan_path, tmp_path, capsys):
    target = tmp_path / "ชุด"
    run("pack", plan_path, target, "--authority", "thesaban", "--papers", "announcement,memo")
    assert [name.partition(" ")[0] for name in names(target)] == ["01", "01", "02", "02"]
    assert all("เพิ่มเติม" in name for name in names(target))
    told = capsys.readouterr().out
    assert str(target) in told
    assert names(target)[0] in told
    assert "ชื่อปลัด" in told
    assert "เอกสาร › ชุดเอกสาร" in told


def test_an_edition_may_be_named_by_its_kind(plan_path, tmp_path):
    target = tmp_path / "ชุด"
    run("pack", plan_path, target, "--edition", "first", "--papers", "memo", "--format", "word")
    assert names(target) == ["02 บันทึกข้อความเสนอผู้บริหาร.docx"]


def test_a_plan_without_editions_is_packed_as_a_first_one(bare_path, tmp_path):
    for word in ([], ["--edition", "first"]):
        target = tmp_path / f"ชุด{len(word)}"
        run("pack", bare_path, target, "--papers", "memo", "--format", "pdf", *word)
        assert names(target) == ["02 บันทึกข้อความเสนอผู้บริหาร.pdf"]


def test_an_edition_that_is_not_there_is_refused_and_nothing_is_made(bare_path, tmp_path):
    with pytest.raises(UserError):
        run("pack", bare_path, tmp_path / "ชุด", "--edition", "change 7/2568")
    assert not (tmp_path / "ชุด").exists()


@pytest.mark.parametrize("name", ["ชุด", "ชุด.zip"])
def test_one_zip_is_made_when_that_is_asked_for(bare_path, tmp_path, name):
    run("pack", bare_path, tmp_path / name, "--zip", "--papers", "memo", "--format", "word")
    with zipfile.ZipFile(tmp_path / "ชุด.zip") as archive:
        assert archive.namelist() == ["02 บันทึกข้อความเสนอผู้บริหาร.docx"]


def test_a_script_is_told_the_files_and_what_is_missing(bare_path, tmp_path, capsys):
    run("pack", bare_path, tmp_path / "ชุด", "--papers", "memo", "--format", "word", "--json")
    told = json.loads(capsys.readouterr().out)
    assert told["files"] == ["02 บันทึกข้อความเสนอผู้บริหาร.docx"]
    assert "clerk_name" in told["missing"]
    assert "organisation" not in told["missing"]


def test_in_both_languages_what_lacks_either_is_missing(plan_path, tmp_path, capsys):
    words = ("--papers", "announcement", "--format", "word", "--json", "--language")
    run("pack", plan_path, tmp_path / "ก", *words, "th")
    thai = json.loads(capsys.readouterr().out)["missing"]
    run("pack", plan_path, tmp_path / "ข", *words, "both")
    both = json.loads(capsys.readouterr().out)["missing"]
    assert set(thai) <= set(both)


def test_nothing_is_said_of_missing_facts_when_none_is(bare_path, tmp_path, capsys):
    run("pack", bare_path, tmp_path / "ชุด", "--papers", "forms", "--format", "excel")
    assert "เส้นประ" not in capsys.readouterr().out


def test_the_revision_that_the_papers_name_is_kept_in_the_file(bare_path, tmp_path, capsys):
    run("pack", bare_path, tmp_path / "ชุด", "--papers", "memo", "--format", "pdf")
    capsys.readouterr()
    assert run("verify-copy", bare_path, tmp_path / "ชุด" / "02 บันทึกข้อความเสนอผู้บริหาร.pdf") is None
    told = capsys.readouterr().out
    assert "ตรงกับแผนที่เป็นอยู่" in told or "of this plan" in told


def test_a_code_is_verified_and_answered_as_data(plan_path, capsys):
    editor = library.open_plan(plan_path, "ผู้ตรวจ")
    first = list_revisions(editor)[0]
    editor.close()
    run("verify-copy", plan_path, seal_code(first.fingerprint), "--json")
    told = json.loads(capsys.readouterr().out)
    assert told["revision"] == first.ordinal
    assert told["standing"] in ("current", "earlier")
    assert told["sentences"]


def test_a_copy_that_is_not_of_this_plan_ends_with_a_status_of_one(plan_path, capsys):
    assert run("verify-copy", plan_path, "0000-0000-0000", "--json") == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["standing"], told["revision"], told["edition"]) == ("unknown", None, None)
    assert run("verify-copy", plan_path, "นี่ไม่ใช่รหัส") == 1


def test_an_adopted_edition_is_told_to_scripts(plan_path, tmp_path, capsys):
    run("pack", plan_path, tmp_path / "ชุด", "--edition", "first", "--papers", "memo", "--format", "word")
    capsys.readouterr()
    run("verify-copy", plan_path, next((tmp_path / "ชุด").iterdir()), "--json")
    assert json.loads(capsys.readouterr().out)["edition"].startswith("o-")


def test_a_file_of_another_kind_is_told_to_be_no_document(plan_path, tmp_path):
    path = tmp_path / "บันทึก.txt"
    path.write_text("ไม่มีรหัส", encoding="utf-8")
    with pytest.raises(UserError, match=path.name):
        run("verify-copy", plan_path, path)
