"""The seal names plan, revision and day in the document's words, and holds the revision's fingerprint."""

from datetime import UTC, datetime

import pytest

from success_desktop.documents.seals import make_seal
from success_desktop.domain.revision import Revision
from success_desktop.domain.seal import read_seal_code, read_seal_payload, seal_code
from tests.plans import small_plan

FINGERPRINT = "ab" * 32


def revision(label=""):
    at = datetime(2025, 2, 12, 3, 30, tzinfo=UTC)
    return Revision("r1", 7, None, "นายผู้เขียน", at, "ข้อความ", label, "", FINGERPRINT, 4)


def test_code_and_qr_code_are_of_the_same_fingerprint():
    seal = make_seal(small_plan(), revision())
    assert seal.code == seal_code(FINGERPRINT) == read_seal_code(seal.code)
    assert read_seal_payload(seal.payload) == (small_plan().root_id.upper(), FINGERPRINT)


@pytest.mark.parametrize(
    ("language", "digits", "words"),
    [
        ("th", False, ["แผนเมืองทดสอบ พ.ศ. 2568–2572 · ฉบับที่ 4 · 12 ก.พ. 2568"]),
        ("th", True, ["แผนเมืองทดสอบ พ.ศ. ๒๕๖๘–๒๕๗๒ · ฉบับที่ ๔ · ๑๒ ก.พ. ๒๕๖๘"]),
        ("en", False, ["Test town plan 2025–2029 · Revision 4 · 12 Feb 2025"]),
        (
            "both",
            False,
            [
                "แผนเมืองทดสอบ พ.ศ. 2568–2572 · ฉบับที่ 4 · 12 ก.พ. 2568",
                "Test town plan 2025–2029 · Revision 4 · 12 Feb 2025",
            ],
        ),
    ],
)
def test_the_words_are_the_documents(language, digits, words):
    assert [phrase.text for phrase in make_seal(small_plan(), revision(), language, digits).words] == words


def test_a_label_and_an_edition_are_named():
    (words,) = make_seal(small_plan(), revision("ร่างที่ 3"), edition="เพิ่มเติม ครั้งที่ 2/2568").words
    assert "2572 เพิ่มเติม ครั้งที่ 2/2568 · ฉบับที่ 4 “ร่างที่ 3”" in words.text


def test_a_seal_names_no_author():
    seal = make_seal(small_plan(), revision())
    assert "ผู้เขียน" not in repr(seal)
