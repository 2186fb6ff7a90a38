"""The returned files themselves: what their makers write is sound, and what lies in the folder is what they write."""

import zipfile
from pathlib import Path

import pytest

from success_desktop.services.library import open_plan
from tests.documents.redline.resolver import read_document, reject_all
from tests.documents.returned.judging import read_list
from tests.documents.returned.making.all_cases import all_cases
from tests.documents.returned.making.case import Case
from tests.documents.returned.making.reviewed_plan import FOLDER, PLAN_FILE, reviewed_plan
from tests.documents.returned.making.sending_out import SENT

CASES = {case.name: case for case in all_cases()}
SILENT = ("untracked", "bilingual", "labels-altered", "google", "bare", "section-added", "swapped", "digits")
BEYOND = ("word-cells", "word-wrapped", "word-main-part", "word-strict", "word-notes")
"""Files with what the resolver of redlines does not know: inserted cells, controls around paragraphs, other names."""

TRACKED = [name for name in CASES if not any(word in name for word in (*SILENT, *BEYOND))]
ONE_OF_EACH = ["word-comments-threads", "word-tracked-words", "word-row-moved", "google-rows", "word-wrapped"]


def test_every_file_has_its_list_and_every_maker_its_file():
    files = {path.stem for path in FOLDER.glob("*.docx")} - {path.stem for path in SENT.values()}
    assert files == {path.stem for path in FOLDER.glob("*.json")}
    assert set(CASES) <= files
    assert all(name.startswith("office-") for name in files - set(CASES))


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_a_file_is_what_its_maker_makes(name: str, tmp_path: Path):
    CASES[name].make(reviewed_plan(), tmp_path)
    for made in tmp_path.iterdir():
        assert read_parts(made) == read_parts(FOLDER / made.name)


@pytest.mark.parametrize("name", TRACKED)
def test_with_all_changes_rejected_it_is_the_file_that_was_sent(name: str):
    path = FOLDER / f"{name}.docx"
    assert reject_all(path) == read_document(FOLDER / read_list(path)["sent"])


def test_the_plan_in_the_folder_is_the_one_described(tmp_path: Path):
    path = tmp_path / "แผน.success"
    path.write_bytes(PLAN_FILE.read_bytes())
    editor = open_plan(path, "สมหญิง")
    described = reviewed_plan()
    assert {node.id: node.fields for node in editor.plan.walk()} == {
        node.id: node.fields for node in described.walk()
    }
    editor.close(publish=False)


def test_every_construct_is_cited():
    assert not [name for name, case in CASES.items() if not cites(case)]


def cites(case: Case) -> bool:
    return all(case.cites) and bool(case.cites) and bool(case.did)


def read_parts(path: Path) -> dict[str, bytes]:
    """The parts of a package, or the text of a list."""
    if path.suffix != ".docx":
        return {path.name: path.read_bytes()}
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}
