"""What a letter is made of, and whom it is for."""

from typing import get_args

import pytest

from success_desktop.domain.letters.letter import Suits, list_places
from success_desktop.domain.office import AuthorityKind, EditionKind
from tests.domain.letters.letter_samples import letter, shipped_letters

AUTHORITIES: tuple[AuthorityKind, ...] = get_args(AuthorityKind)
KINDS: tuple[EditionKind, ...] = get_args(EditionKind)


@pytest.mark.parametrize("authority", AUTHORITIES)
@pytest.mark.parametrize("kind", KINDS)
def test_what_names_nobody_suits_everybody(authority, kind):
    assert Suits().suits(authority, kind)


def test_what_names_some_suits_only_those():
    only = Suits(authorities=("obt",), editions=("first", "addition"))
    assert only.suits("obt", "first")
    assert not only.suits("obt", "change")
    assert not only.suits("thesaban", "first")


def test_a_letter_prints_the_blocks_that_suit():
    assert len(list(letter().blocks_for("thesaban", "addition"))) == 5
    assert len(list(letter().blocks_for("thesaban", "first"))) == 4


def test_the_places_of_a_wording_are_told_in_order_with_their_style():
    assert list(list_places("ณ {day:formal} ที่ {place} {day}")) == [
        ("day", "formal"),
        ("place", ""),
        ("day", ""),
    ]


def test_only_a_subdistrict_authority_puts_a_plan_before_its_council():
    council = {"motion", "principles", "council_agenda", "council_attendance", "council_minutes"}
    letters = shipped_letters()
    for authority in AUTHORITIES:
        for kind in KINDS:
            found = {name for name in council if letters[name].when.suits(authority, kind)}
            assert found == (council if authority == "obt" and kind != "correction" else set())


def test_a_correction_is_the_executives_alone():
    letters = shipped_letters().values()
    for authority in AUTHORITIES:
        ids = {letter.id for letter in letters if letter.when.suits(authority, "correction")}
        assert ids == {"announcement", "memo", "forwarding"}


def test_every_announcement_cites_its_clause_and_its_day():
    announcement = shipped_letters()["announcement"]
    for authority in AUTHORITIES:
        for kind in KINDS:
            wordings = [block.th for block in announcement.blocks_for(authority, kind)]
            named = {name for wording in wordings for name, _style in list_places(wording)}
            assert {"clause", "announced_on", "executive_name", "edition_title", "regulation"} <= named


def test_only_additions_and_first_editions_speak_of_the_civic_forum():
    announcement = shipped_letters()["announcement"]
    for kind in KINDS:
        text = "".join(block.th for block in announcement.blocks_for("thesaban", kind))
        assert ("ประชาคมท้องถิ่น" in text) == (kind in ("first", "addition"))


def test_both_wordings_of_a_paragraph_state_the_same_facts_but_for_those_of_one_language():
    for name, shipped in shipped_letters().items():
        for block in shipped.blocks:
            thai = {fact for fact, _style in list_places(block.th)}
            english = {fact for fact, _style in list_places(block.en)}
            assert english <= thai | {"edition_kind", "area", "contact"}, (name, block.th)


def test_letters_have_places_of_their_own_in_a_pack():
    orders = [letter.order for letter in shipped_letters().values()]
    assert len(orders) == len(set(orders))
