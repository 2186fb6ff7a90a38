"""Every returned file: all of it accounted for, every remark on its field. The lists beside the files say what was done."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from success_desktop.documents.returned.census import count_elements
from success_desktop.domain.feedback import Remark
from success_desktop.services.library import open_plan
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.receipts import Receipt
from success_desktop.services.receiving import preview
from success_desktop.services.receiving_files import open_file
from tests.conftest import move_in
from tests.documents.returned.judging import Listed, Verdict, judge, read_list
from tests.documents.returned.making.reviewed_plan import FOLDER, PLAN_FILE

FILES = sorted(path.with_suffix(".docx") for path in FOLDER.glob("*.json"))
NAMES = [path.stem for path in FILES]
UNTOUCHED = [name for name in NAMES if name.endswith(("nothing-done", "formatting-only"))]


class Reading(NamedTuple):
    """What came out of a file, beside what should."""

    path: Path
    listed: Listed
    receipt: Receipt
    remarks: Sequence[Remark]
    verdict: Verdict


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlanEditor]:
    """The plan that was sent out, open."""
    folder = tmp_path_factory.mktemp("reviewed")
    with pytest.MonkeyPatch.context() as patch:
        move_in(folder, patch)
        path = Path(shutil.copy(PLAN_FILE, folder / "แผน.success"))
        opened = open_plan(path, "สมหญิง")
        yield opened
        opened.close(publish=False)


@pytest.fixture(scope="module")
def readings(editor: PlanEditor) -> Mapping[str, Reading]:
    """What comes out of every file; nothing is taken in."""
    return {path.stem: _read(editor, path) for path in FILES}


def _read(editor: PlanEditor, path: Path) -> Reading:
    incoming = preview(editor, open_file(path))
    remarks = [match.remark for match in incoming.matches]
    listed = read_list(path)
    return Reading(path, listed, incoming.receipt, remarks, judge(listed, remarks))


def test_there_are_at_least_thirty_files_from_every_program():
    programs = {read_list(path)["program"] for path in FILES}
    assert len(FILES) >= 30
    assert {"Word 365", "Word 2016", "Word 2010", "LibreOffice 7.4", "Google Docs", "WPS Office"} <= programs


@pytest.mark.parametrize("name", NAMES)
def test_everything_in_a_file_is_accounted_for(readings: Mapping[str, Reading], name: str):
    reading = readings[name]
    receipt = reading.receipt
    assert receipt.is_balanced
    assert {sort: count for sort, count in receipt.in_file.items() if count} == {
        sort: count for sort, count in count_elements(reading.path).counts.items() if count
    }
    made = reading.listed["counts"]
    assert {sort: receipt.in_file.get(sort, 0) for sort in made} == made


@pytest.mark.parametrize("name", NAMES)
def test_no_comment_is_ever_dropped(readings: Mapping[str, Reading], name: str):
    assert not [told for told in readings[name].verdict.lost if told.startswith("comment")]


@pytest.mark.parametrize("name", UNTOUCHED)
def test_a_file_in_which_no_word_was_touched_brings_no_remark(readings: Mapping[str, Reading], name: str):
    assert not readings[name].verdict.more


@pytest.mark.parametrize(("labels", "share"), [("live", 0.98), ("none", 0.85)])
def test_remarks_stand_on_their_fields(readings: Mapping[str, Reading], labels: str, share: float):
    chosen = [reading for reading in readings.values() if reading.listed["labels"] == labels]
    right = sum(reading.verdict.right for reading in chosen)
    listed = sum(reading.verdict.listed for reading in chosen)
    assert right >= share * listed, _tell(chosen, right, listed)


@pytest.mark.parametrize(("labels", "share"), [("live", 0.01), ("none", 0.10)])
def test_hardly_a_remark_comes_out_that_nobody_made(
    readings: Mapping[str, Reading], labels: str, share: float
):
    chosen = [reading for reading in readings.values() if reading.listed["labels"] == labels]
    more = sum(len(reading.verdict.more) for reading in chosen)
    listed = sum(reading.verdict.listed for reading in chosen)
    assert more <= share * listed, _tell(chosen, more, listed)


def _tell(readings: Sequence[Reading], count: int, listed: int) -> str:
    """Each remark that is not as it should be, by its file."""
    lines = [f"{count} of {listed}"]
    for reading in readings:
        for sort in ("lost", "misplaced", "more"):
            lines += [f"{reading.path.stem}: {sort}: {told}" for told in getattr(reading.verdict, sort)]
    return "\n".join(lines)
