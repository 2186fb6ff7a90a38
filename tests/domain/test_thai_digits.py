import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.thai_digits import DIGIT_STYLES, arabic_digits, print_digits, thai_digits


def test_letters_get_thai_digits():
    assert thai_digits("12 ก.พ. 2567 จำนวน 1,200,000.50 บาท") == "๑๒ ก.พ. ๒๕๖๗ จำนวน ๑,๒๐๐,๐๐๐.๕๐ บาท"


@pytest.mark.parametrize(
    "address",
    [
        "plan2567@city9.go.th",
        "https://city9.go.th/plan/2568?page=3",
        "www.city9.go.th/2568",
        "ftp://10.0.0.1/a",
    ],
)
def test_addresses_keep_their_digits(address: str):
    assert thai_digits(f"ปี 2567 ดูที่{address} หน้า 3") == f"ปี ๒๕๖๗ ดูที่{address} หน้า ๓"


def test_thai_digits_become_arabic_anywhere():
    assert arabic_digits("ข้อ ๒๒/๑ และ 3") == "ข้อ 22/1 และ 3"


def test_a_style_is_one_switch_for_a_document():
    printed = [print_digits("ข้อ 1 และ ๒", style) for style in DIGIT_STYLES]
    assert dict(zip(DIGIT_STYLES, printed, strict=True)) == {
        "as_typed": "ข้อ 1 และ ๒",
        "arabic": "ข้อ 1 และ 2",
        "thai": "ข้อ ๑ และ ๒",
    }


@given(st.text())
def test_digits_change_and_nothing_else_does(text: str):
    assert arabic_digits(thai_digits(text)) == arabic_digits(text)
    assert len(thai_digits(text)) == len(text)
    assert thai_digits(thai_digits(text)) == thai_digits(text)
