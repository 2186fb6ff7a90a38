"""The floors of test coverage, room by room: ``python -m tests.house.floors`` after a run of pytest with --cov."""

import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path, PureWindowsPath
from typing import Any

import coverage

FLOORS_PERCENT = {"domain": 100.0, "services": 100.0}
FLOOR_ELSEWHERE_PERCENT = 90.0


@dataclass
class Room:
    """What the tests reach of one room: lines and branches, and by file what they miss."""

    name: str
    lines: int = 0
    covered_lines: int = 0
    branches: int = 0
    covered_branches: int = 0
    missing: dict[str, str] = field(default_factory=dict)

    @property
    def percent(self) -> float:
        """The lower of line and branch coverage."""
        lines = self.covered_lines / self.lines if self.lines else 1.0
        branches = self.covered_branches / self.branches if self.branches else 1.0
        return 100 * min(lines, branches)

    @property
    def floor_percent(self) -> float:
        """What `percent` must reach."""
        return FLOORS_PERCENT.get(self.name, FLOOR_ELSEWHERE_PERCENT)

    @property
    def is_low(self) -> bool:
        """Whether the tests reach too little of the room."""
        return self.percent < self.floor_percent

    def add(self, path: str, report: Mapping[str, Any]) -> None:
        """Count a file, as coverage's JSON report describes it."""
        summary = report["summary"]
        self.lines += summary["num_statements"]
        self.covered_lines += summary["covered_lines"]
        self.branches += summary["num_branches"]
        self.covered_branches += summary["covered_branches"]
        if missing := [*_missing_lines(report), *_missing_branches(report)]:
            self.missing[path] = ", ".join(missing)


def _missing_lines(report: Mapping[str, Any]) -> Iterator[str]:
    """The lines that never ran; a stretch in which nothing ran is told as one."""
    ran = dict.fromkeys(report["executed_lines"], True) | dict.fromkeys(report["missing_lines"], False)
    for has_run, stretch in groupby(sorted(ran), key=ran.__getitem__):
        if not has_run:
            first, *others = stretch
            yield f"{first}-{others[-1]}" if others else str(first)


def _missing_branches(report: Mapping[str, Any]) -> Iterator[str]:
    """The branches never taken from lines that did run."""
    for start, end in report["missing_branches"]:
        if start not in report["missing_lines"]:
            yield f"{start}->{'exit' if end < 0 else end}"


def gather_rooms(report: Mapping[str, Any]) -> list[Room]:
    """The rooms of a report of `coverage json`; the modules outside all rooms are the "floor" beneath them."""
    rooms: dict[str, Room] = {}
    for name, file_report in sorted(report["files"].items()):
        path = PureWindowsPath(name).as_posix()
        inside = path.split("success_desktop/", 1)[-1].split("/")
        room = inside[0] if len(inside) > 1 else "floor"
        rooms.setdefault(room, Room(room)).add(path, file_report)
    return list(rooms.values())


def describe(rooms: list[Room]) -> Iterator[str]:
    """The table of rooms, then what the tests miss in those that are too low."""
    for room in rooms:
        verdict = "TOO LOW" if room.is_low else "ok"
        yield f"{room.name:<12}{room.percent:>7.2f} %   floor {room.floor_percent:>3.0f} %   {verdict}"
    for room in rooms:
        for path, missing in room.missing.items() if room.is_low else ():
            yield f"  {path}: {missing}"


def main() -> int:
    """Judge the run that pytest left in .coverage; 1 when a room is too low or nothing was measured."""
    measured = coverage.Coverage()
    measured.load()
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "coverage.json"
        try:
            measured.json_report(outfile=str(target))
        except coverage.exceptions.NoDataError:
            print("No coverage was measured: run the tests first.")
            return 1
        rooms = gather_rooms(json.loads(target.read_text(encoding="utf-8")))
    print("\n".join(describe(rooms)))
    return int(any(room.is_low for room in rooms))


if __name__ == "__main__":
    sys.exit(main())
