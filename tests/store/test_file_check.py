"""What looking a plan file over finds, and that it leaves no trace."""

import stat
from pathlib import Path

import pytest

from success_desktop.errors import UserError
from success_desktop.store.file_check import check_file
from success_desktop.store.plan_file import PlanFile
from success_desktop.store.revisions import NewRevision, take_revision
from success_desktop.store.tables import SCHEMA_NUMBER
from tests.store.files import run_sql
from tests.store.samples import NOW, PROJECT, new_small_plan, rename, transaction


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A published plan file with two transactions and a revision at the first."""
    path = tmp_path / "แผน #1.success"
    opened = PlanFile.create(path, new_small_plan())
    take_revision(opened.store, NewRevision("ann", NOW, "ร่างแรก", "Named"))
    opened.store.commit(transaction(rename("สร้างถนนคอนกรีต", "ข")))
    opened.close()
    return path


DAMAGES = (
    "UPDATE node SET parent_id = '0root' WHERE parent_id IS NULL",
    "UPDATE node SET kind = 'spaceship' WHERE parent_id IS NOT NULL",
    "UPDATE number_value SET number = 'many'",
    "UPDATE day_value SET day = 'soon'",
    "UPDATE text_value SET text = CAST(x'e0b8' AS TEXT)",
    "DROP TRIGGER IF EXISTS txn_stays; UPDATE txn SET at = 'once'",
)
"""What leaves every page in order, and yet no plan."""


def _sentences(path: Path) -> list[str]:
    report = check_file(path)
    assert not report.is_sound
    assert all(problem.remedy("en") for problem in report.problems)
    return [problem.sentence("en") for problem in report.problems]


def test_a_sound_file_is_counted_and_left_untouched(path: Path):
    path.chmod(stat.S_IREAD)
    before = path.read_bytes(), path.stat().st_mtime_ns
    report = check_file(path)
    assert report.is_sound
    assert (report.schema_number, report.nodes, report.transactions, report.revisions) == (
        SCHEMA_NUMBER,
        4,
        2,
        1,
    )
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [entry.name for entry in path.parent.iterdir() if entry.suffix != ""] == [path.name]


def test_a_forged_past_is_found(path: Path):
    run_sql(path, "DROP TRIGGER step_stays", "UPDATE step SET old = '\"forged\"'")
    assert _sentences(path) == [
        "Revision 1 “Named” is damaged. The plan as it is now does not follow from it: the plan was altered by another"
        " program."
    ]


@pytest.mark.parametrize(
    "statements",
    [
        ["DELETE FROM plan"],
        ["INSERT INTO plan SELECT 'second', template_id, template_text, root_id, created_at FROM plan"],
        ["DROP TABLE plan"],
        ["DROP TABLE word_value"],
        [f"DELETE FROM node WHERE id = '{PROJECT}'"],
    ],
    ids=lambda statements: statements[0],
)
def test_a_file_that_holds_no_plan_is_found_out(path: Path, statements: list[str]):
    run_sql(path, *statements)
    assert _sentences(path) == [f"The file “{path}” is damaged."]


@pytest.mark.parametrize("statement", DAMAGES)
def test_rows_that_make_no_plan_are_found_out(path: Path, statement: str):
    run_sql(path, *statement.split("; "))
    assert _sentences(path) == ["The plan's data is damaged."]


def test_a_shortcut_into_history_that_is_damaged_is_found_out(path: Path):
    opened = PlanFile.open(path)
    take_revision(opened.store, NewRevision("ann", NOW, "ร่าง", "Named"))
    opened.close()
    run_sql(path, "INSERT INTO keyframe SELECT plan_id, 1, x'00ff' FROM plan")
    assert _sentences(path) == [
        "Revision 1 “Named” is damaged. The whole copy of the plan that is kept beside it is damaged."
    ]


def test_a_blot_is_found(path: Path):
    data = bytearray(path.read_bytes())
    data[8192:9000] = b"\xaa" * 808
    path.write_bytes(data)
    assert _sentences(path) == ["The plan's data is damaged."]


def test_an_older_file_is_only_checked_for_damage(path: Path):
    run_sql(path, "PRAGMA user_version = 0")
    report = check_file(path)
    assert report.is_sound
    assert (report.schema_number, report.nodes) == (0, 0)


def test_what_is_no_plan_file_is_refused(tmp_path: Path):
    with pytest.raises(UserError) as told:
        check_file(tmp_path / "nothing.success")
    assert told.value.sentence("en") == f"The file “{tmp_path / 'nothing.success'}” does not exist."
