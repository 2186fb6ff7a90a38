"""What revisions go by, and which one the present is told against."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import get_args

import pytest

from success_desktop.domain.revision import Occasion, Revision, find_landmark
from success_desktop.domain.revision_in_words import OCCASIONS, revision_name
from success_desktop.i18n import use_language

PLAIN = Revision("r12", 40, "r11", "สมหญิง", datetime(2024, 2, 12, tzinfo=UTC), "", "", "", "", 12)
NAMED = replace(PLAIN, id="r13", label="ร่างที่ 3")
CLOSING = replace(PLAIN, id="r14", occasion="closing")
EXPORTED = replace(PLAIN, id="r15", occasion="export")


def test_a_revision_goes_by_its_name_whatever_its_note_says() -> None:
    assert revision_name(replace(NAMED, message="ตามมติ")) == "ร่างที่ 3"


def test_without_a_name_it_goes_by_the_first_line_of_its_note() -> None:
    assert revision_name(replace(PLAIN, message="\n ตามมติ \nครั้งที่ 2")) == "ตามมติ"


def test_without_words_it_goes_by_its_number() -> None:
    assert revision_name(PLAIN) == "ฉบับที่ 12"
    use_language("en")
    assert revision_name(PLAIN) == "Revision 12"


def test_an_automatic_one_tells_what_it_was_kept_for() -> None:
    kept = replace(PLAIN, occasion="import", message="ก่อนนำเข้า ก.docx")
    assert revision_name(kept) == "อัตโนมัติ ก่อนนำเข้า ก.docx"


def test_automatic_ones_without_a_note_say_each_in_its_own_words_why_they_were_kept() -> None:
    occasions = [occasion for occasion in get_args(Occasion) if occasion]
    assert list(OCCASIONS) == occasions
    names = {revision_name(replace(PLAIN, occasion=occasion)) for occasion in occasions}
    assert len(names) == len(occasions)
    assert all(len(name) > len("อัตโนมัติ ") and name.startswith("อัตโนมัติ ") for name in names)


@pytest.mark.parametrize(
    ("kept", "landmark"),
    [
        ((), None),
        ((NAMED,), NAMED),
        ((PLAIN, NAMED), NAMED),
        ((NAMED, EXPORTED, CLOSING), NAMED),
        ((EXPORTED, CLOSING), CLOSING),
    ],
)
def test_the_landmark_is_the_newest_that_a_person_kept_else_the_newest(
    kept: tuple[Revision, ...], landmark: Revision | None
) -> None:
    assert find_landmark(kept) == landmark
