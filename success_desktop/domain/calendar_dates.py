"""Dates as Thai offices write and type them: day, month by name, Buddhist year; in English the common era."""

import re
from datetime import date
from typing import Literal, get_args

from success_desktop.domain.calendar import (
    BUDDHIST_OFFSET,
    ERA_PATTERN,
    FIRST_CLEAR_YEAR,
    era_year_text,
    unclear_year,
    year_be_of,
    year_of_match,
    year_text,
)
from success_desktop.domain.thai_typed import quotation, typed_key
from success_desktop.errors import UserError
from success_desktop.i18n import N_, Language

DateStyle = Literal["formal", "long", "short", "compact"]
"""How a date is written (Thai; English knows two of the four):

- formal: 12 กุมภาพันธ์ พ.ศ. 2567 (announcements); 12 February 2024
- long: 12 กุมภาพันธ์ 2567; 12 February 2024
- short: 12 ก.พ. 2567; 12 Feb 2024
- compact: 12 ก.พ. 67, where columns are narrow and the century is plain; 12 Feb 2024
"""
DATE_STYLES: tuple[DateStyle, ...] = get_args(DateStyle)

_MONTHS = (
    ("มกราคม", "ม.ค.", "January"),
    ("กุมภาพันธ์", "ก.พ.", "February"),
    ("มีนาคม", "มี.ค.", "March"),
    ("เมษายน", "เม.ย.", "April"),
    ("พฤษภาคม", "พ.ค.", "May"),
    ("มิถุนายน", "มิ.ย.", "June"),
    ("กรกฎาคม", "ก.ค.", "July"),
    ("สิงหาคม", "ส.ค.", "August"),
    ("กันยายน", "ก.ย.", "September"),
    ("ตุลาคม", "ต.ค.", "October"),
    ("พฤศจิกายน", "พ.ย.", "November"),
    ("ธันวาคม", "ธ.ค.", "December"),
)
_LONG_MONTHS: dict[Language, tuple[str, ...]] = {
    "th": tuple(thai for thai, _short, _english in _MONTHS),
    "en": tuple(english for _thai, _short, english in _MONTHS),
}
_SHORT_MONTHS: dict[Language, tuple[str, ...]] = {
    "th": tuple(short for _thai, short, _english in _MONTHS),
    "en": tuple(english[:3] for _thai, _short, english in _MONTHS),
}
_CENTURY_BE = 2500
_MONTHS_OF_YEAR = 12

_WEEKDAY = r"(?:ณ ?)?(?:วัน[^\d ]*? ?ที่ ?)?"
_MIDNIGHT = r"(?:[t ]0?0:00(?::00)?)?"
_NAMED = re.compile(
    rf"{_WEEKDAY}(?P<day>\d\d?)(?:st|nd|rd|th)? ?[-/]? ?(?:เดือน ?)?(?P<month>[^\d ,/-]+?)[,/-]? ?"
    rf"{ERA_PATTERN} ?(?P<year>\d{{1,9}})"
)
_NAMED_FIRST = re.compile(
    r"(?:[a-z]+day,? )?(?P<month>[a-z]+\.?) (?P<day>\d\d?)(?:st|nd|rd|th)?,? (?P<year>\d{1,9})(?P<be>)(?P<ce>)"
)
_DAY_FIRST = re.compile(
    rf"(?P<day>\d\d?)(?P<sign>[/.-])(?P<month>\d\d?)(?P=sign)(?P<year>\d{{1,9}})(?P<be>)(?P<ce>){_MIDNIGHT}"
)
_YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}})(?P<sign>[/.-])(?P<month>\d\d?)(?P=sign)(?P<day>\d\d?)(?P<be>)(?P<ce>){_MIDNIGHT}"
)
_FORMS = (_NAMED, _NAMED_FIRST, _DAY_FIRST, _YEAR_FIRST)


def month_text(month: int, language: Language, *, is_short: bool = False) -> str:
    """The name of month 1 to 12: กุมภาพันธ์, ก.พ., February, Feb."""
    names = _SHORT_MONTHS if is_short else _LONG_MONTHS
    return names[language][month - 1]


def date_text(day: date, language: Language, style: DateStyle = "long") -> str:
    """A day as documents and screens print it. A compact Thai date of another century than 2500 keeps its whole year."""
    is_short = style in ("short", "compact")
    return (
        f"{day.day} {month_text(day.month, language, is_short=is_short)} {_year_text(day, language, style)}"
    )


def parse_date(text: str) -> date | None:
    """Read a day as people type it; None for a blank or a dash.

    Understood, with Thai or Arabic digits, with or without the stops of short months, พ.ศ., ค.ศ. or "วันที่":
    12 กุมภาพันธ์ 2567, 12 ก.พ. 67, 12-ก.พ.-67, 12 February 2024, February 12, 2024, 12/2/2567 (the day first), 2024-02-12;
    midnight behind a day in figures, which spreadsheets write, is left out. Years from 2400 on are Buddhist. Two digits of a
    year are the Thai short form: understood beside a Thai month, or as in 12/2/67 when no other century can be meant.
    Raises UserError for other text and for days that no calendar has.
    """
    key = typed_key(text)
    if not key:
        return None
    found = next(filter(None, (form.fullmatch(key) for form in _FORMS)), None)
    month = _month_of(found["month"]) if found else None
    if found is None or month is None:
        raise UserError(
            N_("“{text}” is not a date."),
            advice=N_("Type it like 12 กุมภาพันธ์ 2567, 12 ก.พ. 67 or 12/2/2567."),
            text=quotation(text),
        )
    _refuse_short_year(found, text)
    return _day_of(year_of_match(found, text), month, int(found["day"]), text)


def has_month_first(text: str) -> bool:
    """Whether a day in figures can only have its month first, as American spreadsheets write it: 2/13/2024."""
    found = _DAY_FIRST.fullmatch(typed_key(text))
    return found is not None and int(found["month"]) > _MONTHS_OF_YEAR >= int(found["day"])


def has_open_order(text: str) -> bool:
    """Whether a day in figures is another day when its month stands first: 2/12/2024, but not 13/2/2024 or 5/5/2024."""
    found = _DAY_FIRST.fullmatch(typed_key(text))
    return (
        found is not None
        and max(int(found["month"]), int(found["day"])) <= _MONTHS_OF_YEAR
        and int(found["month"]) != int(found["day"])
    )


def _year_text(day: date, language: Language, style: DateStyle) -> str:
    year_be = year_be_of(day)
    if style == "compact" and language == "th" and year_be // 100 == _CENTURY_BE // 100:
        return f"{year_be % 100:02}"
    return era_year_text(year_be, language) if style == "formal" else year_text(year_be, language)


def _month_of(name: str) -> int | None:
    """The number of a month given by number or name, None when it is neither."""
    return int(name) if name.isdecimal() else _MONTHS_BY_NAME.get(name.replace(".", ""))


def _months_by_name() -> dict[str, int]:
    """Month numbers by all names that people type, as search keys without stops."""
    names = [*_LONG_MONTHS.values(), *_SHORT_MONTHS.values()]
    keys = {
        typed_key(name).replace(".", ""): month for row in names for month, name in enumerate(row, start=1)
    }
    return keys | {"sept": 9}


_MONTHS_BY_NAME = _months_by_name()


def _refuse_short_year(found: re.Match[str], text: str) -> None:
    """12/2/24 and 12 Feb 24 may mean 2524 or 2567: nobody may guess. From 12/2/50 on, only 2550 is near."""
    month = found["month"]
    is_thai = any("ก" <= letter <= "ฮ" for letter in month) or bool(found["be"])
    is_clear = month.isdecimal() and int(found["year"]) >= FIRST_CLEAR_YEAR
    if len(found["year"]) == 2 and not (is_thai or is_clear):
        raise unclear_year(text)


def _day_of(year_be: int, month: int, day: int, text: str) -> date:
    try:
        return date(year_be - BUDDHIST_OFFSET, month, day)
    except ValueError as impossible:
        raise UserError(
            N_("There is no such day as “{text}”."),
            advice=N_("Check the day, the month and the year."),
            text=quotation(text),
        ) from impossible
