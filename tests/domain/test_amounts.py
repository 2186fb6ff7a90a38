from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.amounts import (
    LARGEST_BAHT,
    LARGEST_NUMBER,
    format_baht,
    format_baht_difference,
    format_millions,
    format_number,
    parse_baht,
    parse_number,
)
from success_desktop.domain.thai_digits import thai_digits
from success_desktop.errors import UserError

SATANG_AMOUNTS = st.integers(0, int(LARGEST_BAHT) * 100).map(lambda satang: Decimal(satang) / 100)


@pytest.mark.parametrize(
    ("typed", "baht"),
    [
        ("10,500,000.00", "10500000"),
        (" 1,632,820 ", "1632820"),
        ("1632820", "1632820"),
        ("๑๒๐๐๐๐", "120000"),
        ("๑,๒๐๐,๐๐๐", "1200000"),
        ("1.2 ล้าน", "1200000"),
        ("1.2ล้านบาท", "1200000"),
        ("1.2 ลบ.", "1200000"),
        ("1.2 ล.บ.", "1200000"),
        ("1.2m", "1200000"),
        ("1.2 M", "1200000"),
        ("1.2 million", "1200000"),
        ("500k", "500000"),
        ("1.200 ล้าน", "1200000"),
        ("5 แสนบาท", "500000"),
        ("3 หมื่นบาท", "30000"),
        ("1 200 000", "1200000"),
        ("1\u00a0200\u00a0000.00", "1200000"),
        ("1\u202f200", "1200"),
        ("１，２００，０００．００", "1200000"),
        ("฿1,200", "1200"),
        ("฿ 1,200.-", "1200"),
        ("1,200 ฿", "1200"),
        ("THB 1,200", "1200"),
        ("1,200.- บาท", "1200"),
        ("\n 1,200 \n", "1200"),
        ("๑.๒ ล้านบาทถ้วน", "1200000"),
        ("1.234567 ล้าน", "1234567"),
        ("5 แสน", "500000"),
        ("2 หมื่น", "20000"),
        ("3 พันล้านบาท", "3000000000"),
        ("2 ร้อยล้าน", "200000000"),
        ("1 ล้านล้าน", "1000000000000"),
        ("500,000 บาท", "500000"),
        ("500,000บาทถ้วน", "500000"),
        ("500,000.-", "500000"),
        ("1,200,000 -", "1200000"),
        ("1,200,000\u00a0บาท", "1200000"),
        ("฿500", "500"),
        ("500 Baht", "500"),
        ("500 THB", "500"),
        ("1.5 million baht", "1500000"),
        ("0", "0"),
        ("0.00", "0"),
        ("007", "7"),
        ("1,000,000,000,000,000", "1000000000000000"),
    ],
)
def test_an_amount_is_understood_as_planners_type_it(typed: str, baht: str):
    assert str(parse_baht(typed)) == baht


@pytest.mark.parametrize(
    ("typed", "baht"), [("99.5", "99.50"), ("1,234.56", "1234.56"), ("0.05 บาท", "0.05")]
)
def test_satang_are_kept(typed: str, baht: str):
    assert str(parse_baht(typed)) == baht


@pytest.mark.parametrize("typed", ["", " ", "-", "–", "—", " - ", "\u200b"])
def test_blank_is_no_money_and_not_nought(typed: str):
    assert parse_baht(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "1,23,456",
        "1,200,00,0",
        "1234,567",
        "1.2.3",
        "abc",
        "1,500 - 2,000",
        "1,500-2,000",
        "ล้านบาท",
        "500 ดอลลาร์",
        "1 ล้าน 2 แสน",
        "1e6",
        ".5",
        "5.",
        "1 20 000",
        "1,200 000",
        "1.2E+06",
        "=500",
        "500 บาท/คน",
    ],
)
def test_what_is_no_single_amount_is_refused_by_name(typed: str):
    with pytest.raises(UserError) as refusal:
        parse_baht(typed)
    assert refusal.value.sentence("en") == f"“{typed}” is not an amount of money."
    assert "1,200,000" in refusal.value.remedy("en")


@pytest.mark.parametrize("typed", ["150\n200", "150 \r\n 200", "1 200\n000"])
def test_figures_in_two_lines_are_two_numbers(typed: str):
    for read_typed in (parse_baht, parse_number):
        with pytest.raises(UserError, match=r"150 200|1 200 000"):
            read_typed(typed)


@pytest.mark.parametrize("typed", ["-500", "- 500 บาท", "−500", "–1,200", "(500)", "-฿500"])
def test_less_than_nothing_is_refused(typed: str):
    with pytest.raises(UserError) as refusal:
        parse_baht(typed)
    assert refusal.value.sentence("en") == f"“{typed}” is less than nothing."


@pytest.mark.parametrize("typed", ["1,5oo", "1,5OO", "l,200", "1O,000", "฿1,5oo", "5OO,OOO.00"])
def test_letters_among_digits_are_named(typed: str):
    for read_typed in (parse_baht, parse_number):
        with pytest.raises(UserError) as refusal:
            read_typed(typed)
        assert refusal.value.sentence("en") == f"“{typed}” has letters among its digits."
        assert "letter o" in refusal.value.remedy("en")


@pytest.mark.parametrize(
    "typed", ["1.200.000", "1.200", "10.500", "1.200.000,50", "12,5", "12,34", "1,200,50"]
)
def test_an_amount_with_two_readings_is_refused(typed: str):
    with pytest.raises(UserError) as refusal:
        parse_baht(typed)
    assert refusal.value.sentence("en") == f"“{typed}” can be read in more than one way."
    assert "1,200,000.50" in refusal.value.remedy("en")


@pytest.mark.parametrize("typed", ["1.200.000", "12,5"])
def test_a_number_with_two_readings_is_refused(typed: str):
    with pytest.raises(UserError, match=typed):
        parse_number(typed)


@pytest.mark.parametrize("typed", ["10.1234", "1000.500", "1.123456789 ล้าน"])
def test_parts_of_a_satang_are_refused(typed: str):
    with pytest.raises(UserError) as refusal:
        parse_baht(typed)
    assert refusal.value.sentence("en") == f"“{typed}” is not a whole number of satang."


@pytest.mark.parametrize("typed", ["1,000,000,000,000,000.01", "1001 ล้านล้าน", "9" * 400])
def test_a_slip_of_the_key_is_refused(typed: str):
    with pytest.raises(UserError) as refusal:
        parse_baht(typed)
    assert "more money than a plan can hold" in refusal.value.sentence("en")


def test_tables_print_thousands_and_a_dash_for_none():
    assert format_baht(Decimal(1200000)) == "1,200,000"
    assert format_baht(Decimal("1200000.00")) == "1,200,000"
    assert format_baht(Decimal("1200000.5")) == "1,200,000.50"
    assert format_baht(Decimal(0)) == "0"
    assert format_baht(None) == "-"
    assert format_baht(None, blank="") == ""


def test_halves_of_a_satang_round_up_and_nought_has_no_sign():
    assert format_baht(Decimal("0.005")) == "0.01"
    assert format_baht(Decimal("-0.001")) == "0"
    assert format_baht(Decimal("999.999")) == "1,000"


def test_a_difference_shows_its_sign():
    assert format_baht_difference(Decimal(300000)) == "+300,000"
    assert format_baht_difference(Decimal("-50000.5")) == "-50,000.50"
    assert format_baht_difference(Decimal(0)) == "0"


@pytest.mark.parametrize(
    ("baht", "millions"),
    [
        ("0", "0.0"),
        ("1", "<0.1"),
        ("49999.99", "<0.1"),
        ("50000", "0.1"),
        ("3550000", "3.6"),
        ("3649999", "3.6"),
        ("1234567890", "1,234.6"),
    ],
)
def test_charts_say_millions_with_one_decimal_and_never_nought_for_something(baht: str, millions: str):
    assert format_millions(Decimal(baht)) == millions


@given(SATANG_AMOUNTS)
def test_a_printed_amount_is_read_back(amount_baht: Decimal):
    printed = format_baht(amount_baht)
    assert parse_baht(printed) == amount_baht
    assert parse_baht(thai_digits(f"{printed} บาท")) == amount_baht
    assert parse_baht(printed.replace(",", "")) == amount_baht
    assert parse_baht(printed.replace(",", "\u00a0")) == amount_baht


@given(st.text(alphabet="0123456789๐๙,.- ล้านแสบท()฿", max_size=12) | st.text(max_size=12))
def test_any_text_is_an_amount_or_refused_in_words(text: str):
    outcome = read(text)
    if isinstance(outcome, UserError):
        assert outcome.sentence("en")
        assert outcome.remedy("en")
    else:
        assert outcome is None or 0 <= outcome <= LARGEST_BAHT


def read(text: str) -> Decimal | UserError | None:
    try:
        return parse_baht(text)
    except UserError as refusal:
        return refusal


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("80", "80"),
        ("๘๐", "80"),
        ("80%", "80"),
        ("80 %", "80"),
        ("80 เปอร์เซ็นต์", "80"),
        ("ร้อยละ 80", "80"),
        ("ร้อยละ๘๐.๕", "80.5"),
        ("1,250.50", "1250.50"),
        ("-2.5", "-2.5"),
        ("−2.5", "-2.5"),
        ("–3", "-3"),
        ("+5", "5"),
        ("0.001", "0.001"),
        ("12.5%", "12.5"),
        ("１２．５％", "12.5"),
        ("1.2 ล้าน", "1200000"),
        ("5 แสน", "500000"),
        ("1.2345678 ล้าน", "1234567.8000000"),
        ("1 250 000", "1250000"),
    ],
)
def test_the_value_of_an_indicator_is_understood(typed: str, value: str):
    assert str(parse_number(typed)) == value


@pytest.mark.parametrize("typed", ["", "-", " – "])
def test_a_blank_value_is_not_nought(typed: str):
    assert parse_number(typed) is None


@pytest.mark.parametrize("typed", ["80 ครัวเรือน", "80-90", "30 m", "5k", "ไม่น้อยกว่า 80", "1.2.3", "--5"])
def test_what_is_no_single_number_is_refused_by_name(typed: str):
    with pytest.raises(UserError) as refusal:
        parse_number(typed)
    assert refusal.value.sentence("en") == f"“{typed}” is not a number."


def test_numbers_print_with_the_decimals_they_were_typed_with():
    assert format_number(Decimal("1250.50")) == "1,250.50"
    assert format_number(Decimal("1E+3")) == "1,000"
    assert format_number(None) == "-"
    assert format_number(None, blank="ไม่มี") == "ไม่มี"


@given(st.decimals(-(10**12), 10**12, allow_nan=False, places=4))
def test_a_printed_number_is_read_back(value: Decimal):
    assert parse_number(format_number(value)) == value


def test_a_number_of_more_digits_than_anything_has_is_refused() -> None:
    assert parse_number("1,000,000,000,000,000") == LARGEST_NUMBER
    for slip in ("1,000,000,000,000,001", "-1" + "0" * 15 + "1", "0." + "0" * 50 + "1"):
        with pytest.raises(UserError):
            parse_number(slip)
