from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.amounts import parse_baht, parse_number
from success_desktop.domain.calendar import (
    FIRST_YEAR_BE,
    LAST_YEAR_BE,
    era_year_text,
    fiscal_months,
    fiscal_quarter_of,
    fiscal_year_of,
    fiscal_year_span,
    fiscal_year_text,
    parse_year,
    parse_years,
    year_be_of,
    year_text,
    years_text,
)
from success_desktop.domain.calendar_dates import parse_date
from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES, Language

YEARS_BE = st.integers(FIRST_YEAR_BE, LAST_YEAR_BE)


def test_thai_prints_buddhist_years_and_english_the_common_era():
    assert year_be_of(date(2024, 2, 12)) == 2567
    assert [year_text(2568, language) for language in ("th", "en")] == ["2568", "2025"]
    assert [era_year_text(2568, language) for language in ("th", "en")] == ["พ.ศ. 2568", "2025"]
    assert [fiscal_year_text(2568, language) for language in ("th", "en")] == [
        "ปีงบประมาณ พ.ศ. 2568",
        "fiscal year 2025",
    ]


def test_a_range_of_years_prints_as_on_the_cover_of_a_plan():
    assert years_text(2568, 2572, "th") == "พ.ศ. 2568–2572"
    assert years_text(2568, 2572, "en") == "2025–2029"
    assert years_text(2568, 2568, "th") == "พ.ศ. 2568"


@given(YEARS_BE)
def test_thai_text_never_says_common_era(year_be: int):
    printed = [
        era_year_text(year_be, "th"),
        years_text(year_be, year_be + 4, "th"),
        fiscal_year_text(year_be, "th"),
    ]
    assert not [text for text in printed if "ค.ศ." in text]


@pytest.mark.parametrize(
    ("typed", "year_be"),
    [
        ("2568", 2568),
        ("๒๕๖๘", 2568),
        (" พ.ศ. 2568 ", 2568),
        ("พ.ศ.๒๕๖๘", 2568),
        ("พศ 2568", 2568),
        ("พ. ศ. 2568", 2568),
        ("ปีงบประมาณ พ.ศ. 2568", 2568),
        ("ปี 2568", 2568),
        ("68", 2568),
        ("50", 2550),
        ("พ.ศ. 48", 2548),
        ("2025", 2568),
        ("ค.ศ. 2025", 2568),
        ("B.E. 2568", 2568),
        ("A.D. 2025", 2568),
        ("FY 2025", 2568),
        ("fiscal year 2025", 2568),
        ("2400", 2400),
        ("1857", 2400),
        ("", None),
        ("-", None),
    ],
)
def test_a_year_is_understood_as_people_type_it(typed: str, year_be: int | None):
    assert parse_year(typed) == year_be


@pytest.mark.parametrize("typed", ["ปีหน้า", "2568/1", "fy25", "2,568", "25.68", "-2568", "2568 2569"])
def test_what_is_no_year_is_refused_by_name(typed: str):
    with pytest.raises(UserError) as refusal:
        parse_year(typed)
    assert refusal.value.sentence("en") == f"“{typed}” is not a year."
    assert "2568" in refusal.value.remedy("en")


@pytest.mark.parametrize(
    "typed", ["5", "568", "25680", "พ.ศ. 2025", "ค.ศ. 2568", "ค.ศ. 25", "1800", "2701", "0000"]
)
def test_a_year_that_no_plan_can_mean_is_refused(typed: str):
    with pytest.raises(UserError) as refusal:
        parse_year(typed)
    assert refusal.value.sentence("en") == f"The year in “{typed}” cannot be right."


@pytest.mark.parametrize("typed", ["25", "24", "ปี 49", "00"])
def test_nobody_guesses_the_century_of_a_year(typed: str):
    with pytest.raises(UserError) as refusal:
        parse_year(typed)
    assert refusal.value.sentence("en") == f"The year in “{typed}” is not clear."


@given(YEARS_BE, st.sampled_from(LANGUAGES))
def test_a_printed_year_is_read_back(year_be: int, language: Language):
    assert parse_year(year_text(year_be, language)) == year_be
    assert parse_year(era_year_text(year_be, language)) == year_be
    assert parse_year(fiscal_year_text(year_be, language)) == year_be


@given(YEARS_BE, YEARS_BE, st.sampled_from(LANGUAGES))
def test_a_printed_range_is_read_back(one: int, other: int, language: Language):
    first, last = sorted((one, other))
    assert parse_years(years_text(first, last, language)) == (first, last)


@pytest.mark.parametrize(
    "typed",
    [
        "พ.ศ. 2568–2572",
        "พ.ศ. ๒๕๖๘ - ๒๕๗๒",
        "2568-2572",
        "2568 ถึง 2572",
        "2568—72",
        "พ.ศ. 2568 – พ.ศ. 2572",
        "2025 to 2029",
        "FY 2025 – FY 2029",
    ],
)
def test_a_range_is_understood_as_people_type_it(typed: str):
    assert parse_years(typed) == (2568, 2572)


def test_one_year_is_a_range_and_a_blank_is_none():
    assert parse_years("2568") == (2568, 2568)
    assert parse_years(" ") is None
    assert parse_years("–") is None


@pytest.mark.parametrize("typed", ["2572-2568", "2568-", "-2568", "2568-2569-2570", "2568--2570", "ถึง"])
def test_a_range_without_two_ends_in_order_is_refused(typed: str):
    with pytest.raises(UserError) as refusal:
        parse_years(typed)
    assert refusal.value.sentence("en") == f"“{typed}” is not a range of years."


def test_the_fiscal_year_begins_in_october():
    assert fiscal_year_span(2568) == (date(2024, 10, 1), date(2025, 9, 30))
    assert fiscal_year_of(date(2024, 9, 30)) == 2567
    assert fiscal_year_of(date(2024, 10, 1)) == 2568
    assert fiscal_year_of(date(2025, 1, 1)) == 2568


def test_october_of_fiscal_year_2571_lies_in_2570():
    assert fiscal_months(2571)[0] == date(2027, 10, 1)
    assert year_be_of(fiscal_months(2571)[0]) == 2570
    assert [month.month for month in fiscal_months(2571)] == [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9]


def test_quarters_follow_the_fiscal_year():
    assert [fiscal_quarter_of(month) for month in fiscal_months(2568)] == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]


@given(st.dates(date(1860, 1, 1), date(2150, 1, 1)))
def test_every_day_lies_in_one_fiscal_year(day: date):
    year_be = fiscal_year_of(day)
    first, last = fiscal_year_span(year_be)
    assert first <= day <= last
    assert fiscal_year_span(year_be + 1)[0] == last + timedelta(days=1)
    assert day.replace(day=1) in fiscal_months(year_be)


@pytest.mark.parametrize("read", [parse_year, parse_years, parse_date, parse_number, parse_baht])
def test_thousands_of_digits_are_refused_like_any_other_slip(read: Callable[[str], object]) -> None:
    with pytest.raises(UserError):
        read("9" * 5000)
