"""Who changed what, and when: the attributes of tracked elements and comments as stamps with moments of their own."""

from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from typing import Literal

from lxml import etree

from success_desktop.documents.returned.returned_file import Sort, Stamp
from success_desktop.documents.returned.word_names import AUTHOR, DATE, DATE_UTC, ID, NAME
from success_desktop.documents.word_dates import THAI_TIME

_CLOCK_WRITERS = ("microsoft", "libreoffice", "openoffice", "wps", "kingsoft", "success desktop")
"""How programs call themselves that write the time on the wall and a Z behind it, as if it were UTC."""

Holder = Literal["", "mark_", "row_", "cell_"]
"""What a tracked element is on: text, a paragraph mark, a row or a cell."""

_COUNTED: dict[str, str] = {
    "ins": "insertion",
    "del": "deletion",
    "moveFrom": "move_from",
    "moveTo": "move_to",
    "cellIns": "insertion",
    "cellDel": "deletion",
    "cellMerge": "merge",
}


class Clock:
    """Reads the dates of one file, whose last writer was `application` (what it calls itself, "" unknown)."""

    def __init__(self, application: str) -> None:
        has_wall_time = application.lower().startswith(_CLOCK_WRITERS)
        self._zone = THAI_TIME if has_wall_time else UTC
        self._known: dict[str, datetime | None] = {}

    def read(self, element: etree._Element) -> tuple[str, datetime | None]:
        """The date of an element as it is written, and the moment (UTC) that it means.

        Newer Word says the moment in an attribute of its own beside the time on the wall (MS-DOCX, dateUtc).
        """
        written, utc = element.get(DATE, ""), element.get(DATE_UTC, "")
        return written, self.moment(utc, UTC) if utc else self.moment(written, self._zone)

    def moment(self, written: str, zone: timezone) -> datetime | None:
        """The moment (UTC) of a date; None for one that no calendar has, such as 0-00-00. `zone` holds where it says Z."""
        key = f"{zone}{written}"
        if key not in self._known:
            self._known[key] = _read_moment(written, zone)
        return self._known[key]


class StampBook:
    """Makes the stamps of one file, and counts them by what they are on."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._part = ""
        self._number = 0
        self._open_moves: dict[tuple[str, str], str] = {}
        self.stamps: dict[str, Stamp] = {}
        self.counts: Counter[str] = Counter()

    def begin(self, part: str) -> None:
        """What follows stands in this part of the file."""
        self._part = part
        self._number = 0
        self._open_moves.clear()

    def make(self, element: etree._Element, sort: Sort, holder: Holder = "") -> Stamp:
        """The stamp of a tracked element; each may be asked for once."""
        self._number += 1
        self.counts[holder + _COUNTED[sort]] += 1
        written, at = self._clock.read(element)
        stamp = Stamp(
            sort, element.get(AUTHOR, ""), at, f"{self._part}:{self._number}", written, self._move_of(sort)
        )
        self.stamps[stamp.change_id] = stamp
        return stamp

    def open_move(self, element: etree._Element, sort: str) -> None:
        """One end of a move begins; `sort` is moveFrom or moveTo."""
        self._open_moves[sort, element.get(ID, "")] = element.get(NAME, "")

    def close_move(self, element: etree._Element, sort: str) -> None:
        """One end of a move ends."""
        self._open_moves.pop((sort, element.get(ID, "")), None)

    def _move_of(self, sort: str) -> str:
        names = [name for (end, _id), name in self._open_moves.items() if end == sort]
        return names[-1] if names else ""


def _read_moment(written: str, zone: timezone) -> datetime | None:
    try:
        moment = datetime.fromisoformat(written)
        is_aware = moment.tzinfo is not None and moment.utcoffset() != timedelta()
        return (moment if is_aware else moment.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
