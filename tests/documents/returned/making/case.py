"""One returned file: who wrote with what, what they did, and by which rule it is written like that."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from success_desktop.domain.plan import Plan
from tests.documents.returned.making.must_come_out import MustComeOut
from tests.documents.returned.making.package import Package
from tests.documents.returned.making.programs import WORD_365
from tests.documents.returned.making.returned_copy import Copy, Program
from tests.documents.returned.making.reviewed_plan import reviewed_plan
from tests.documents.returned.making.sending_out import SENT

Labels = Literal["live", "none"]
"""Whether the bookmarks on the labels are still in the file."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """A file to make. `did` says what was done; `cites` the rules for how it is written; `labels` if bookmarks live."""

    name: str
    program: Program
    did: str
    cites: tuple[str, ...]
    do: Callable[[Copy], None]
    language: Literal["th", "both", "digits"] = "th"
    labels: Labels = "live"

    def make(self, plan: Plan, folder: Path) -> None:
        """Make the file and its list in `folder`."""
        about = {
            "program": self.program.name,
            "did": self.did,
            "cites": list(self.cites),
            "sent": SENT[self.language].name,
            "labels": self.labels,
        }
        copy = Copy(Package(SENT[self.language]), plan, self.program, MustComeOut(plan, about))
        self.do(copy)
        copy.save(folder, self.name)


def return_copy(path: Path, do: Callable[[Copy], None], program: Program = WORD_365) -> Path:
    """The file that a reviewer sends back as `path`, after doing something to their copy of the Thai draft."""
    plan = reviewed_plan()
    copy = Copy(Package(SENT["th"]), plan, program, MustComeOut(plan, {}))
    do(copy)
    copy.save(path.parent, path.stem)
    return path
