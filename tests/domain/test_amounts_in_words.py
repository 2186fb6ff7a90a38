from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.amounts_in_words import baht_in_words
from success_desktop.i18n import LANGUAGES, Language

AMOUNTS = st.integers(0, 10**17).map(lambda satang: Decimal(satang) / 100)


@pytest.mark.parametrize(
    ("amount", "thai", "english"),
    [
        ("0", "ศูนย์บาทถ้วน", "Zero baht"),
        ("1", "หนึ่งบาทถ้วน", "One baht"),
        ("10", "สิบบาทถ้วน", "Ten baht"),
        ("11", "สิบเอ็ดบาทถ้วน", "Eleven baht"),
        ("12", "สิบสองบาทถ้วน", "Twelve baht"),
        ("20", "ยี่สิบบาทถ้วน", "Twenty baht"),
        ("21", "ยี่สิบเอ็ดบาทถ้วน", "Twenty-one baht"),
        ("25", "ยี่สิบห้าบาทถ้วน", "Twenty-five baht"),
        ("30", "สามสิบบาทถ้วน", "Thirty baht"),
        ("100", "หนึ่งร้อยบาทถ้วน", "One hundred baht"),
        ("101", "หนึ่งร้อยเอ็ดบาทถ้วน", "One hundred one baht"),
        ("210", "สองร้อยสิบบาทถ้วน", "Two hundred ten baht"),
        ("1001", "หนึ่งพันเอ็ดบาทถ้วน", "One thousand one baht"),
        ("20000", "สองหมื่นบาทถ้วน", "Twenty thousand baht"),
        ("1200000", "หนึ่งล้านสองแสนบาทถ้วน", "One million two hundred thousand baht"),
        ("1000001", "หนึ่งล้านเอ็ดบาทถ้วน", "One million one baht"),
        ("10000000", "สิบล้านบาทถ้วน", "Ten million baht"),
        ("11000000", "สิบเอ็ดล้านบาทถ้วน", "Eleven million baht"),
        ("21000021", "ยี่สิบเอ็ดล้านยี่สิบเอ็ดบาทถ้วน", "Twenty-one million twenty-one baht"),
        (
            "2874575072",
            "สองพันแปดร้อยเจ็ดสิบสี่ล้านห้าแสนเจ็ดหมื่นห้าพันเจ็ดสิบสองบาทถ้วน",
            "Two billion eight hundred seventy-four million five hundred seventy-five thousand seventy-two baht",
        ),
        ("1000000000000", "หนึ่งล้านล้านบาทถ้วน", "One trillion baht"),
        ("1000001000000", "หนึ่งล้านเอ็ดล้านบาทถ้วน", "One trillion one million baht"),
        ("0.25", "ยี่สิบห้าสตางค์", "Twenty-five satang"),
        ("0.01", "หนึ่งสตางค์", "One satang"),
        ("1.01", "หนึ่งบาทหนึ่งสตางค์", "One baht and one satang"),
        ("100.50", "หนึ่งร้อยบาทห้าสิบสตางค์", "One hundred baht and fifty satang"),
        ("-5", "ลบห้าบาทถ้วน", "Minus five baht"),
        ("-0.25", "ลบยี่สิบห้าสตางค์", "Minus twenty-five satang"),
        ("0.005", "หนึ่งสตางค์", "One satang"),
        ("0.995", "หนึ่งบาทถ้วน", "One baht"),
        ("-0.004", "ศูนย์บาทถ้วน", "Zero baht"),
    ],
)
def test_an_amount_is_spelt_out(amount: str, thai: str, english: str):
    assert baht_in_words(Decimal(amount)) == thai
    assert baht_in_words(Decimal(amount), "en") == english


@given(AMOUNTS, AMOUNTS, st.sampled_from(LANGUAGES))
def test_two_amounts_never_read_alike(one: Decimal, other: Decimal, language: Language):
    assert (baht_in_words(one, language) == baht_in_words(other, language)) == (one == other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_of_the_first_amounts_read_alike(language: Language):
    amounts = [*range(12_000), *range(990_000, 1_012_000), *(10**power for power in range(6, 16))]
    assert len({baht_in_words(Decimal(amount), language) for amount in amounts}) == len(set(amounts))


@given(AMOUNTS.filter(bool), st.sampled_from(LANGUAGES))
def test_a_debt_reads_as_its_amount_with_minus_before(amount_baht: Decimal, language: Language):
    minus = "ลบ" if language == "th" else "minus "
    assert (
        baht_in_words(-amount_baht, language).lower() == minus + baht_in_words(amount_baht, language).lower()
    )


@given(st.integers(0, 10**15))
def test_whole_baht_end_as_letters_demand(baht: int):
    assert baht_in_words(Decimal(baht)).endswith("บาทถ้วน")
    assert baht_in_words(Decimal(baht), "en").endswith(" baht")
