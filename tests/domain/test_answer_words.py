"""What a reviewer is answered: the decision and the response, in the reviewer's language where there is one."""

from dataclasses import replace

import pytest

from success_desktop.domain.answer_words import is_done, word_answer
from success_desktop.domain.feedback import Disposition, Feedback, Remark, Round
from success_desktop.i18n import Language


def remark(disposition: Disposition = "open", response: dict[Language, str] | None = None) -> Remark:
    said = response or {}
    return Remark(
        id="f-1", round_id="f-r", parent_id="f-r", number="2", disposition=disposition, response=said
    )


def answer(one: Remark, language: Language = "en") -> str:
    return word_answer(Feedback((Round(id="f-r", number=3),), {one.id: one}), one, language)


def test_an_open_remark_has_no_answer():
    assert answer(remark(response={"th": "กำลังคิด"})) == ""


def test_the_decision_comes_first_then_the_response():
    declined = remark("declined", response={"en": "It is right as it is.", "th": "ถูกต้องแล้ว"})
    assert answer(declined) == "Not accepted: It is right as it is."
    assert answer(declined, "th").endswith(": ถูกต้องแล้ว")


def test_a_response_in_the_other_language_is_better_than_none():
    assert answer(remark("deferred", response={"th": "ปีหน้า"})) == "Deferred: ปีหน้า"


def test_a_decision_without_a_response_stands_alone():
    assert answer(remark("out_of_scope")) == "Out of scope"


def test_an_accepted_wording_says_so_by_itself():
    assert answer(replace(remark("accepted"), sort="wording")) == "Accepted: Revised as proposed."


def test_a_duplicate_names_the_item_it_repeats():
    assert answer(replace(remark("duplicate"), duplicate_of="f-1")) == "Duplicate: See item 3:2."
    assert answer(replace(remark("duplicate"), duplicate_of="f-gone")) == "Duplicate"


@pytest.mark.parametrize(
    ("disposition", "done"),
    [
        ("open", False),
        ("accepted", True),
        ("partly", True),
        ("duplicate", True),
        ("deferred", False),
        ("declined", False),
        ("out_of_scope", False),
    ],
)
def test_only_what_needs_no_further_word_is_ticked(disposition: Disposition, done: bool):
    assert is_done(remark(disposition)) is done
