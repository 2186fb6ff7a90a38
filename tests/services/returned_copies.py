"""Copies of a draft in the hands of reviewers, and the plan they speak of, open for editing."""

import functools
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from success_desktop.domain.feedback import Remark, read_feedback
from success_desktop.domain.plan import Plan
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.store.plan_file import PlanFile
from tests.documents.returned.making.must_come_out import MustComeOut
from tests.documents.returned.making.package import Package
from tests.documents.returned.making.places import ARPHA, BUNMEE, thai
from tests.documents.returned.making.programs import WORD_365
from tests.documents.returned.making.returned_copy import Copy
from tests.documents.returned.making.reviewed_plan import PLAN_FILE, reviewed_plan
from tests.documents.returned.making.sending_out import SENT

Deed = Callable[[Copy], object]
PLANNER = "สมหญิง"
_RECEIVED_AT = datetime(2024, 2, 20, 2, 0, tzinfo=UTC)


@functools.cache
def _plan() -> Plan:
    return reviewed_plan()


class Watch:
    """A clock that goes on by a second whenever somebody looks at it."""

    def __init__(self) -> None:
        self._at = _RECEIVED_AT

    def __call__(self) -> datetime:
        self._at += timedelta(seconds=10)
        return self._at


def open_reviewed(folder: Path) -> PlanEditor:
    """The plan of the returned files, in a file of its own."""
    path = folder / "แผน.success"
    shutil.copy(PLAN_FILE, path)
    return PlanEditor(PlanFile.open(path), PLANNER, Watch())


def write_copy(path: Path, *deeds: Deed, draft: Path = SENT["th"]) -> Path:
    """A copy of a draft with what its reviewer did, one deed after the other, saved at `path`."""
    plan = _plan()
    copy = Copy(Package(draft), plan, WORD_365, MustComeOut(plan, {}))
    for deed in deeds:
        deed(copy)
    copy.save(path.parent, path.stem)
    return path


RATIONALE = thai("water", "rationale")


def track(copy):
    copy.replace(RATIONALE, "กว่าครึ่ง", "ราวร้อยละ 60", ARPHA)


def track_more(copy):
    copy.replace(RATIONALE, "ราว 4 ชั่วโมง", "ราว 5 ชั่วโมง", ARPHA)


def say(copy):
    return copy.comment(thai("exposure", "definition"), "บ้านที่พื้นต่ำ", "วัดจากอะไร", BUNMEE)


def say_more(copy):
    copy.comment(RATIONALE, "สัตว์น้ำที่ชาวบ้านเคยจับกิน", "มีสถิติหรือไม่", BUNMEE)


def type_over(copy):
    copy.retype(RATIONALE, "กว่าครึ่ง", "เกือบทั้งหมด")


def remarks(editor) -> list[Remark]:
    return list(read_feedback(editor.plan).remarks.values())


def plan_without_feedback(editor):
    return {key: one for key, one in editor.plan.nodes.items() if not key.startswith("f-")}
