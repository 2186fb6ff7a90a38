"""What the lines before the first point of minutes tell of the meeting: its name, and the day on which it was held."""

import re
from datetime import date
from typing import NamedTuple

from success_desktop.domain.calendar_dates import parse_date
from success_desktop.domain.thai_digits import arabic_digits
from success_desktop.errors import UserError

_LONGEST_NAME = 150
"""A line of more characters is no name but a text."""

_MEETING = re.compile("ประชุม|meeting|minutes", re.IGNORECASE)

_DAY = re.compile(
    r"\d{1,2}\s+(?:เดือน\s*)?[ก-๙.]+\s+(?:พ\.\s?ศ\.\s*)?\d{4}|\d{1,2}\s+[A-Za-z]+\s+\d{4}|[A-Za-z]+\s+\d{1,2},\s*\d{4}"
)


class Heading(NamedTuple):
    """The name of a meeting ("" for none), its day, and the lines that tell something else."""

    name: str
    on: date | None
    rest: str


def read_heading(preface: str) -> Heading:
    """Read the preface of minutes: the first line that speaks of a meeting is its name, the first day its day.

    A day counts when its month is written by name.
    """
    lines = preface.splitlines()
    names = (line for line in lines if _MEETING.search(line) and len(line) <= _LONGEST_NAME)
    name = next(names, "")
    return Heading(name.strip(), _first_day(preface), "\n".join(line for line in lines if line is not name))


def _first_day(text: str) -> date | None:
    for found in _DAY.finditer(arabic_digits(text)):
        try:
            return parse_date(" ".join(found[0].split()))
        except UserError:
            continue  # "3 เรื่อง 2567" looks like a day and is none
    return None
