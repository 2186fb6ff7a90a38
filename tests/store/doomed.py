"""A writer that commits without end, to be killed in the middle. It says every number that the store has told it is safe."""

from decimal import Decimal
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Literal

from success_desktop.domain.edits import SetValue
from success_desktop.store import revisions
from success_desktop.store.plan_file import PlanFile
from success_desktop.store.revisions import NewRevision, take_revision
from tests.killing import READY
from tests.store.samples import NOW, PROJECT, transaction

YEAR = 2599
Mode = Literal["commit", "publish", "keep"]


def write_on(path: Path, mode: Mode, watcher: Connection) -> None:
    """Count a target up for ever; publish each time, or keep a revision of each."""
    revisions.KEYFRAME_EDITS = 15
    opened = PlanFile.open(path)
    now = opened.store.read_plan().nodes[PROJECT].yearly_numbers("target").get(YEAR)
    watcher.send(READY)
    while True:
        new = Decimal(int(now or 0) + 1)
        opened.store.commit(transaction(SetValue(PROJECT, "target", str(YEAR), now, new)))
        now = new
        if mode == "publish":
            if int(now) % 3 == 0:
                take_revision(opened.store, NewRevision("ann", NOW, str(now), "Named"))
            opened.publish()
        if mode == "keep":
            kept = NewRevision("ann", NOW, str(now), "", "hour" if int(now) % 3 else "")
            take_revision(opened.store, kept)
        watcher.send(int(now))
