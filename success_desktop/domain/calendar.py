"""Years as Thai offices count them: Buddhist years, and fiscal years from October to September.

A year is an ``int`` of the Buddhist Era everywhere in the program (its name ends in ``_be``); English text prints the common
era (2568 is 2025). Fiscal year *y* runs from 1 October *y* - 1 to 30 September *y*: fiscal year 2568 is October 2024 to
September 2025.
"""

import re
from datetime import date

from success_desktop.domain.thai_typed import quotation, typed_key
from success_desktop.errors import UserError
from success_desktop.i18n import N_, Language

BUDDHIST_OFFSET = 543
"""Buddhist year = year of the common era + 543. Days and months are the same in both."""

FIRST_YEAR_BE, LAST_YEAR_BE = 2400, 2700
"""The years that can be typed. No year of the common era that a plan can mean lies among them, so 2025 is surely CE."""

FIRST_CLEAR_YEAR = 50
"""Of years with two digits, those from here on can only be Buddhist: 67 is 2567, while 24 may be 2524 or 2024."""

_OCTOBER = 10
_SHORT = 2

ERA_PATTERN = r"(?:(?P<be>พ\.? ?ศ\.?|พุทธศักราช|b\.?e\.?)|(?P<ce>ค\.? ?ศ\.?|a\.?d\.?|c\.?e\.?))?"
"""A regular expression for the name of an era before a year, in a search key; groups be and ce tell which."""

_YEAR = re.compile(rf"(?:ปี ?งบประมาณ|ปี|(?:fiscal year|fy)(?=.*\d{{4}}))? ?{ERA_PATTERN} ?(?P<year>\d{{1,9}})")
_DASH = re.compile(r" ?(?:-|–|—|ถึง|\bto\b) ?")


def year_be_of(day: date) -> int:
    """The Buddhist year of a day (the calendar's, not the fiscal one)."""
    return day.year + BUDDHIST_OFFSET


def year_text(year_be: int, language: Language) -> str:
    """A year as a document prints it, bare: 2568 in Thai, 2025 in English."""
    return str(year_be if language == "th" else year_be - BUDDHIST_OFFSET)


def era_year_text(year_be: int, language: Language) -> str:
    """A year within a sentence: "พ.ศ. 2568" in Thai (never ค.ศ.), "2025" in English."""
    return f"{'พ.ศ. ' if language == 'th' else ''}{year_text(year_be, language)}"


def years_text(first_be: int, last_be: int, language: Language) -> str:
    """A range of years: "พ.ศ. 2568–2572", "2025–2029"; one year alone when both are the same."""
    first = era_year_text(first_be, language)
    return first if first_be == last_be else f"{first}–{year_text(last_be, language)}"


def fiscal_year_text(year_be: int, language: Language) -> str:
    """A fiscal year within a sentence: "ปีงบประมาณ พ.ศ. 2568", "fiscal year 2025"."""
    name = "ปีงบประมาณ" if language == "th" else "fiscal year"
    return f"{name} {era_year_text(year_be, language)}"


def parse_year(text: str) -> int | None:
    """Read a year as people type it; None for a blank or a dash.

    Understood: 2568, ๒๕๖๘, 68 (Thai short form), พ.ศ. 2568, ปีงบประมาณ 2568, 2025, ค.ศ. 2025, FY 2025. Four digits from 2400
    on are Buddhist, others CE, unless an era says otherwise. 25 alone may be 2525 or 2025: nobody guesses, up to 49. Returns
    a Buddhist year; raises UserError for anything else.
    """
    key = typed_key(text)
    if not key:
        return None
    found = _YEAR.fullmatch(key)
    if found is None:
        raise UserError(
            N_("“{text}” is not a year."),
            advice=N_("Type a year such as 2568 or 2025."),
            text=quotation(text),
        )
    if (
        len(found["year"]) == _SHORT
        and int(found["year"]) < FIRST_CLEAR_YEAR
        and not (found["be"] or found["ce"])
    ):
        raise unclear_year(text)
    return year_of_match(found, text)


def parse_years(text: str) -> tuple[int, int] | None:
    """Read a range of years ("พ.ศ. 2568–2572", "2025 - 2029", "2568 ถึง 2572") or one year; None for a blank or a dash.

    Returns first and last Buddhist year; raises UserError, also for a range that runs backwards.
    """
    key = typed_key(text)
    if not key:
        return None
    ends = [parse_year(end) for end in _DASH.split(key)]
    years = [end for end in ends if end is not None]
    if len(ends) > 2 or len(years) < len(ends) or years[0] > years[-1]:
        raise UserError(
            N_("“{text}” is not a range of years."),
            advice=N_("Type it like 2568–2572."),
            text=quotation(text),
        )
    return years[0], years[-1]


def fiscal_year_of(day: date) -> int:
    """The Buddhist number of the fiscal year in which a day lies."""
    return year_be_of(day) + (day.month >= _OCTOBER)


def fiscal_year_span(year_be: int) -> tuple[date, date]:
    """First and last day of a fiscal year: of 2568, 1 October 2024 and 30 September 2025."""
    year_ce = year_be - BUDDHIST_OFFSET
    return date(year_ce - 1, _OCTOBER, 1), date(year_ce, _OCTOBER - 1, 30)


def fiscal_months(year_be: int) -> tuple[date, ...]:
    """The first days of the twelve months of a fiscal year, October to September."""
    year_ce = year_be - BUDDHIST_OFFSET
    before = (date(year_ce - 1, month, 1) for month in range(_OCTOBER, 13))
    return (*before, *(date(year_ce, month, 1) for month in range(1, _OCTOBER)))


def fiscal_quarter_of(day: date) -> int:
    """The quarter of the fiscal year, 1 to 4; October begins the first."""
    return (day.month - _OCTOBER) % 12 // 3 + 1


def unclear_year(text: str) -> UserError:
    """What to say of a year of two digits that may be of the one era or of the other."""
    return UserError(
        N_("The year in “{text}” is not clear."),
        advice=N_("Type the year with four digits, such as 2567 or 2024."),
        text=quotation(text),
    )


def year_of_match(found: re.Match[str], text: str) -> int:
    """The Buddhist year meant by the groups year, be and ce of a match in `text` (see `ERA_PATTERN`).

    Two digits are the Thai short form: 68 is 2568. Raises UserError for years that no plan can mean.
    """
    year = int(found["year"])
    if len(found["year"]) == _SHORT and not found["ce"]:
        return 2500 + year
    is_ce = found["ce"] or (year < FIRST_YEAR_BE and not found["be"])
    year_be = year + BUDDHIST_OFFSET if is_ce else year
    if len(found["year"]) == 4 and FIRST_YEAR_BE <= year_be <= LAST_YEAR_BE:
        return year_be
    raise UserError(
        N_("The year in “{text}” cannot be right."),
        advice=N_("Type the year with four digits, such as 2568 or 2025."),
        text=quotation(text),
    )
