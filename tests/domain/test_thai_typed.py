import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.thai_typed import plain_text, quotation, typed_key


@pytest.mark.parametrize("text", ["", "   ", "-", " – ", "—", "−", "- -", "\u200b", "\u00a0\n"])
def test_a_blank_and_a_dash_are_nothing(text: str):
    assert typed_key(text) == ""


def test_spaces_and_capitals_do_not_matter():
    assert typed_key("  12   ก.พ.\u00a0๒๕๖๗ ") == "12 ก.พ. 2567"
    assert typed_key("12\tFEB\n2024") == "12 feb 2024"


def test_a_message_quotes_a_short_text_whole():
    assert quotation(" หนึ่ง  ล้าน\nบาท ") == "หนึ่ง ล้าน บาท"
    assert quotation("ก" * 60) == "ก" * 60


def test_a_message_quotes_the_beginning_of_a_long_text():
    assert quotation("น้ำ" * 61) == "น้ำ" * 59 + "…"


@given(st.text(max_size=200))
def test_a_quotation_is_one_short_line(text: str):
    assert "\n" not in quotation(text)
    assert quotation(quotation(text)) == quotation(text)


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("น้ำ\nท่วม\t2568", "น้ำ\nท่วม\t2568"),
        ("หนึ่ง\r\nสอง\rสาม\vสี่", "หนึ่ง\nสอง\nสาม\nสี่"),
        ("ก\x00ข\x01ค\x7f", "กขค"),
        ("ก\ud800ข\uffff", "กข"),
    ],
)
def test_pasted_text_is_kept_without_what_no_file_can_hold(pasted: str, kept: str) -> None:
    assert plain_text(pasted) == kept
