from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.calendar_dates import (
    DATE_STYLES,
    DateStyle,
    date_text,
    has_month_first,
    has_open_order,
    month_text,
    parse_date,
)
from success_desktop.domain.thai_digits import thai_digits
from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES, Language

THE_DAY = date(2024, 2, 12)
DAYS = st.dates(date(1858, 1, 1), date(2156, 12, 31))


@pytest.mark.parametrize(
    ("style", "thai", "english"),
    [
        ("formal", "12 กุมภาพันธ์ พ.ศ. 2567", "12 February 2024"),
        ("long", "12 กุมภาพันธ์ 2567", "12 February 2024"),
        ("short", "12 ก.พ. 2567", "12 Feb 2024"),
        ("compact", "12 ก.พ. 67", "12 Feb 2024"),
    ],
)
def test_a_date_prints_in_four_styles(style: DateStyle, thai: str, english: str):
    assert date_text(THE_DAY, "th", style) == thai
    assert date_text(THE_DAY, "en", style) == english


def test_a_compact_date_keeps_a_century_that_is_not_plain():
    assert date_text(date(2005, 1, 2), "th", "compact") == "2 ม.ค. 48"
    assert date_text(date(1957, 1, 1), "th", "compact") == "1 ม.ค. 00"
    assert date_text(date(1956, 12, 31), "th", "compact") == "31 ธ.ค. 2499"
    assert date_text(date(2057, 1, 1), "th", "compact") == "1 ม.ค. 2600"


def test_months_have_long_and_short_names():
    assert [month_text(month, "th", is_short=True) for month in range(1, 13)] == (
        ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."]
    )
    assert month_text(11, "th") == "พฤศจิกายน"
    assert month_text(9, "en") == "September"
    assert month_text(9, "en", is_short=True) == "Sep"


@pytest.mark.parametrize(
    "typed",
    [
        "12 กุมภาพันธ์ 2567",
        "๑๒ กุมภาพันธ์ ๒๕๖๗",
        "12 กุมภาพันธ์ พ.ศ. 2567",
        "12 กุมภาพันธ์ พ.ศ.๒๕๖๗",
        "วันจันทร์ที่ 12 กุมภาพันธ์ พ.ศ. 2567",
        "วันที่ 12 เดือนกุมภาพันธ์ พ.ศ. 2567",
        "ณ วันที่ ๑๒ เดือน กุมภาพันธ์ พุทธศักราช ๒๕๖๗",
        "12 ก.พ. 2567",
        "12 ก.พ 2567",
        "12 กพ. 2567",
        "12 กพ 67",
        "12 ก.พ. 67",
        "12ก.พ.67",
        "12 ก.พ.พ.ศ.2567",
        "12 ก.พ. 2024",
        "12 ก.พ. ค.ศ. 2024",
        "12 กุมภาพันธ\u0e4c\u0e4c 2567",
        "12\u00a0ก.พ.\u00a02567",
        "12 February 2024",
        "12 february, 2024",
        "12 Feb 2024",
        "12 Feb. 2024",
        "12 FEB 2567",
        "12 February B.E. 2567",
        "12/2/2567",
        "12/02/2567",
        "12-2-2567",
        "12.2.2567",
        "12/2/2024",
        "12/2/67",
        "๑๒/๒/๖๗",
        "2024-02-12",
        "2567-02-12",
        "2567/2/12",
        "2024-02-12 00:00:00",
        "2024-02-12T00:00",
        "12/2/2567 0:00",
        "12/2/2024 00:00:00",
        "12-ก.พ.-67",
        "12-ก.พ.-2567",
        "12/ก.พ./2567",
        "12-Feb-2024",
        "February 12, 2024",
        "Feb 12 2024",
        "Monday, February 12, 2024",
        "12th February 2024",
        "１２/２/２５６７",
    ],
)
def test_a_date_is_understood_as_people_type_it(typed: str):
    assert parse_date(typed) == THE_DAY


@pytest.mark.parametrize("typed", ["", "  ", "-", "–"])
def test_a_blank_or_a_dash_is_no_date(typed: str):
    assert parse_date(typed) is None


@pytest.mark.parametrize(
    "typed",
    ["31 ก.พ. 2567", "29 ก.พ. 2566", "31 เมษายน 2567", "0/1/2567", "32/1/2567", "1/13/2567", "2567-02-30"],
)
def test_a_day_that_no_calendar_has_is_refused(typed: str):
    with pytest.raises(UserError) as refusal:
        parse_date(typed)
    assert refusal.value.sentence("en") == f"There is no such day as “{typed}”."


def test_leap_days_are_those_of_the_common_era():
    assert parse_date("29 ก.พ. 2567") == date(2024, 2, 29)
    assert parse_date("29/2/2543") == date(2000, 2, 29)


@pytest.mark.parametrize(
    "typed",
    [
        "เร็ว ๆ นี้",
        "ก.พ. 2567",
        "12 กุมภา 2567",
        "12 ² 2567",
        "12/2-2567",
        "2567",
        "12 2 2567",
        "2024-02-12 10:30",
        "12 ก.พ.",
    ],
)
def test_what_is_no_date_is_refused_by_name(typed: str):
    with pytest.raises(UserError) as refusal:
        parse_date(typed)
    assert refusal.value.sentence("en") == f"“{typed}” is not a date."
    assert "12 ก.พ. 67" in refusal.value.remedy("en")


@pytest.mark.parametrize("typed", ["12/2/24", "12/2/49", "12 Feb 24", "12 Feb 67", "12-Feb-24", "Feb 12, 24"])
def test_nobody_guesses_a_century(typed: str):
    with pytest.raises(UserError) as refusal:
        parse_date(typed)
    assert refusal.value.sentence("en") == f"The year in “{typed}” is not clear."


@pytest.mark.parametrize(
    "typed", ["12 ก.พ. พ.ศ. 2024", "12 ก.พ. ค.ศ. 24", "12 Feb 124", "12/2/25670", "12/2/5"]
)
def test_a_year_that_no_plan_can_mean_is_refused(typed: str):
    with pytest.raises(UserError) as refusal:
        parse_date(typed)
    assert refusal.value.sentence("en") == f"The year in “{typed}” cannot be right."


@given(DAYS, st.sampled_from(LANGUAGES), st.sampled_from(DATE_STYLES))
def test_a_printed_date_is_read_back(day: date, language: Language, style: DateStyle):
    printed = date_text(day, language, style)
    assert parse_date(printed) == day
    assert parse_date(thai_digits(printed)) == day
    assert parse_date(printed.replace(".", "")) == day


@given(DAYS)
def test_the_day_comes_first_in_numbers(day: date):
    assert parse_date(f"{day.day}/{day.month}/{day.year + 543}") == day
    assert parse_date(day.isoformat()) == day


@pytest.mark.parametrize(
    ("typed", "is_american", "is_open"),
    [
        ("2/13/2024", True, False),
        ("2/12/2024", False, True),
        ("12-2-2567", False, True),
        ("13/2/2024", False, False),
        ("5/5/2024", False, False),
        ("13/13/2024", False, False),
        ("12 ก.พ. 2567", False, False),
        ("", False, False),
    ],
)
def test_the_order_of_day_and_month_is_known_to_be_open(typed: str, is_american: bool, is_open: bool):
    assert has_month_first(typed) is is_american
    assert has_open_order(typed) is is_open


@given(DAYS, st.sampled_from(DATE_STYLES))
def test_thai_dates_never_say_common_era(day: date, style: DateStyle):
    assert "ค.ศ." not in date_text(day, "th", style)


@given(DAYS, st.sampled_from(LANGUAGES), st.sampled_from(["formal", "long", "short"]))
def test_two_days_never_print_alike(day: date, language: Language, style: DateStyle):
    assert date_text(day, language, style) != date_text(day + timedelta(days=366), language, style)


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_refused_in_words(text: str):
    outcome = read(text)
    if isinstance(outcome, UserError):
        assert outcome.sentence("en")
        assert outcome.remedy("en")
    else:
        assert outcome is None or date(1857, 1, 1) <= outcome <= date(2157, 12, 31)


def read(text: str) -> date | UserError | None:
    try:
        return parse_date(text)
    except UserError as refusal:
        return refusal
