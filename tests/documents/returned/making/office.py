"""Copies that go through LibreOffice: what is done there is done by LibreOffice itself, driven through its bridge."""

import json
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, Literal

from success_desktop.domain.plan import Plan
from tests.documents.returned.making.case import Labels
from tests.documents.returned.making.marking import Person
from tests.documents.returned.making.must_come_out import MustComeOut, Place
from tests.documents.returned.making.package import write_parts
from tests.documents.returned.making.reviewed_plan import FOLDER
from tests.documents.returned.making.sending_out import SENT

_WORKER = Path(__file__).with_name("office_worker.py")
_PYTHON = "/usr/bin/python3"
_DATE = re.compile(rb'w:date="2\d{3}-[^"]*"')
_SAVED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


class OfficeCopy:
    """What a person does at LibreOffice, put down twice: for LibreOffice to do, and for the list of what must come out."""

    def __init__(self, must: MustComeOut, source: Path) -> None:
        self.must = must
        self.source = source
        self.deeds: list[list[Any]] = []
        self._author = ""
        self._is_tracking = True

    def sit(self, person: Person) -> None:
        """Another person takes the keyboard."""
        self.deeds.append(["sit", person.name, person.initials])
        self._author = person.name

    def track(self, *, is_on: bool) -> None:
        """Switch tracking on or off."""
        self.deeds.append(["track", is_on])
        self._is_tracking = is_on

    @property
    def signed(self) -> str:
        """Who edits are signed by: nobody while nothing is tracked."""
        return self._author if self._is_tracking else ""

    def replace(self, place: Place, old: str, new: str, nth: int = 0) -> None:
        """Type over words."""
        self.deeds.append(["replace", old, new, nth])
        self.must.wording(place, old, new, self.signed)

    def put_before(self, place: Place, words: str, new: str, nth: int = 0) -> None:
        """Type in front of words."""
        self.deeds.append(["put_before", words, new, nth])
        self.must.wording(place, words, new + words, self.signed)

    def put_after(self, place: Place, words: str, new: str, nth: int = 0) -> None:
        """Type behind words."""
        self.deeds.append(["put_after", words, new, nth])
        self.must.wording(place, words, words + new, self.signed)

    def comment(self, place: Place, words: str, text: str, *others: Place, nth: int = 0) -> dict[str, Any]:
        """Remark on words."""
        self.deeds.append(["comment", words, text, nth])
        self.must.counts["comment"] += 1
        return self.must.comment(place, text, self._author, words, *others)


@dataclass(frozen=True, kw_only=True)
class OfficeCase:
    """A file to be made by LibreOffice. `source` names the file that it opens, one that was sent or one made by hand."""

    name: str
    did: str
    do: Callable[[OfficeCopy], None]
    has_window: bool = True
    language: Literal["th", "both"] = "th"
    source: str = ""
    labels: Labels = "live"

    def make(self, plan: Plan, office: "subprocess.Popen[str]", folder: Path) -> None:
        """Let LibreOffice make the file, and write its list."""
        sent = SENT[self.language]
        source = FOLDER / f"{self.source}.docx" if self.source else sent
        about = {
            "program": "LibreOffice 7.4",
            "did": self.did,
            "cites": [],
            "sent": sent.name,
            "labels": self.labels,
        }
        copy = OfficeCopy(MustComeOut(plan, about), source)
        self.do(copy)
        target = folder / f"{self.name}.docx"
        with (
            tempfile.TemporaryDirectory() as desk
        ):  # LibreOffice leaves the marks of its locks beside what it opens
            opened = Path(shutil.copy(source, desk))
            job = {"source": str(opened), "target": str(Path(desk) / "made.docx"), "deeds": copy.deeds}
            _hand_over(office, {**job, "has_window": self.has_window})
            _steady(Path(desk) / "made.docx", target)
        copy.must.save(folder / f"{self.name}.json")


@contextmanager
def open_office(profile: Path) -> "Iterator[subprocess.Popen[str]]":
    """LibreOffice with a profile of its own, waiting for jobs."""
    command = [_PYTHON, str(_WORKER), str(profile)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            assert process.stdin is not None
            process.stdin.close()


def _hand_over(office: "subprocess.Popen[str]", job: dict[str, Any]) -> None:
    assert office.stdin is not None
    assert office.stdout is not None
    office.stdin.write(json.dumps(job) + "\n")
    office.stdin.flush()
    answer = office.stdout.readline()
    assert answer.strip() == '""', (job["source"], answer)


def _steady(made: Path, path: Path) -> None:
    """Give what LibreOffice dates by the clock the dates of a morning in 2567, so that the file is the same in every run."""
    with zipfile.ZipFile(made) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    numbers = count(1)

    def date(_found: re.Match[bytes]) -> bytes:
        number = next(numbers)
        return f'w:date="2024-02-13T{10 + number // 60 % 10:02}:{number % 60:02}:00Z"'.encode()

    for name, part in parts.items():
        if name.startswith("word/") and name.endswith(".xml") and name != "word/comments.xml":
            part = _DATE.sub(date, part)
        parts[name] = _SAVED.sub(rb"\g<1>2024-02-13T12:00:00Z\2", part)
    write_parts(parts, path)
