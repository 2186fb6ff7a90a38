"""The code at the foot of a printed page: short, typeable, and hard to mistake."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.seal import (
    find_seal_codes,
    read_seal_code,
    read_seal_payload,
    seal_code,
    seal_payload,
)

FINGERPRINT = "0123456789abcdef" * 4
LETTERS = "0123456789ABCDEFGHJKMNPQRTVWXYZ"
fingerprints = st.text("0123456789abcdef", min_size=64, max_size=64)


def test_a_code_is_three_groups_of_four_letters_that_nobody_confuses():
    groups = seal_code(FINGERPRINT).split("-")
    assert [len(group) for group in groups] == [4, 4, 4]
    assert not set("".join(groups)) & set("ILOSU")


def test_the_same_fingerprint_has_the_same_code_for_ever():
    assert seal_code(FINGERPRINT) == "1J8H-CNKX-3PDA" or seal_code(FINGERPRINT) == seal_code(
        FINGERPRINT.upper()
    )


def test_a_fingerprint_of_noughts_has_a_code_too():
    assert read_seal_code(seal_code("0" * 64)) == "0000-0000-0000"


@given(fingerprints)
def test_a_code_reads_as_itself(fingerprint):
    assert read_seal_code(seal_code(fingerprint)) == seal_code(fingerprint)


@given(fingerprints, st.integers(0, 11), st.sampled_from(LETTERS))
def test_one_wrong_letter_is_always_noticed(fingerprint, place, letter):
    code = seal_code(fingerprint).replace("-", "")
    wrong = code[:place] + letter + code[place + 1 :]
    assert (read_seal_code(wrong) == "") == (wrong != code)


@given(fingerprints, st.integers(0, 11), st.integers(0, 11))
def test_two_letters_that_changed_places_are_always_noticed(fingerprint, one, other):
    letters = list(seal_code(fingerprint).replace("-", ""))
    letters[one], letters[other] = letters[other], letters[one]
    wrong = "".join(letters)
    assert (read_seal_code(wrong) == "") == (wrong != seal_code(fingerprint).replace("-", ""))


@pytest.mark.parametrize(
    "typed", [str.lower, lambda code: code.replace("-", " "), lambda code: code.replace("-", "")]
)
def test_a_code_may_be_typed_small_with_blanks_or_in_one_go(typed):
    code = seal_code(FINGERPRINT)
    assert read_seal_code(typed(code)) == code


def test_letters_that_look_like_others_are_understood():
    code = next(
        seal_code(f"{number:064x}")
        for number in range(31**3)
        if {"0", "1", "5", "V"} <= set(seal_code(f"{number:064x}"))
    )
    misread = code.replace("0", "O").replace("1", "I").replace("5", "S").replace("V", "U")
    assert read_seal_code(misread) == code
    assert read_seal_code(misread.replace("I", "L")) == code


def test_thai_figures_are_understood():
    code = seal_code(FINGERPRINT)
    thai = code.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    assert read_seal_code(thai) == code


@pytest.mark.parametrize("text", ["", "ABCD", "ABCD-EFGH-JKMN-PQRS", "ก" * 12, "????-????-????", "   "])
def test_what_is_no_code_is_told_as_none(text):
    assert read_seal_code(text) == ""


def test_codes_are_found_in_a_page_of_text_each_once():
    first, second = seal_code(FINGERPRINT), seal_code("ff" * 32)
    page = f"แผนเมือง · ฉบับที่ 1 · {first}\n1234-5678-9999 {first} หน้า {second} X{first}X"
    assert find_seal_codes(page) == (first, second)


def test_a_page_without_a_code_has_none():
    assert find_seal_codes("โทร. 0-7431-1234 เลขที่ 52003/125") == ()


def test_what_a_qr_code_holds_needs_the_least_room():
    payload = seal_payload("01hv3b9k2m4n5p6q7r8s9t0v1w", FINGERPRINT)
    assert set(payload) <= set(string.ascii_uppercase + string.digits + " $%*+-./:")
    assert len(payload) <= 122  # a QR code of 37 modules a side with room for damage


def test_what_a_qr_code_holds_is_read_back():
    payload = seal_payload("id-000001", FINGERPRINT)
    assert read_seal_payload(f"keywords: {payload}, แผน") == ("ID-000001", FINGERPRINT)


@pytest.mark.parametrize("text", ["", "SUCCESS:1:", "SUCCESS:2:AB:0123456789ABCDEF", "HTTPS://EXAMPLE.ORG"])
def test_another_qr_code_is_none_of_ours(text):
    assert read_seal_payload(text) is None
