"""One row of an edition: the rule's word, a person's word, and what is recorded of it."""

from dataclasses import replace

import pytest

from success_desktop.domain.edition_routing import ROUTES, RULES
from success_desktop.domain.editions import EditionRow
from success_desktop.domain.office import Deed, RowNote

ROW = EditionRow("r-1", "project", "edited", "p02", ("name",), "wording", ("name",))
NOTE = RowNote(id="o-1", row_id="r-1")


def test_the_rule_s_word_holds_until_a_person_says_otherwise() -> None:
    assert (ROW.proposed, ROW.routed, ROW.is_overridden) == ("correction", "correction", False)
    assert replace(ROW, note=NOTE).routed == "correction"

    overridden = replace(ROW, note=replace(NOTE, routed="change"))

    assert (overridden.proposed, overridden.routed, overridden.is_overridden) == (
        "correction",
        "change",
        True,
    )


def test_a_person_who_says_what_the_rule_says_overrides_nothing() -> None:
    assert not replace(ROW, note=replace(NOTE, routed="correction")).is_overridden


def test_a_recorded_reason_goes_before_the_row_s_own() -> None:
    row = replace(ROW, own_reason={"th": "จากแถว"})

    assert row.reason == {"th": "จากแถว"}
    assert replace(row, note=NOTE).reason == {"th": "จากแถว"}
    assert replace(row, note=replace(NOTE, reason={"th": "จากมติ"})).reason == {"th": "จากมติ"}


@pytest.mark.parametrize("deed", ["coordination", "programme"])
def test_what_the_plan_shows_without_a_doubt_needs_no_recording(deed: Deed) -> None:
    row = replace(ROW, proposed_deed=deed, proposed_other_id="x")

    assert (row.deed, row.other_id) == (deed, "x")


@pytest.mark.parametrize("deed", ["merged", "duplicate"])
def test_what_is_guessed_holds_once_it_is_recorded(deed: Deed) -> None:
    row = replace(ROW, proposed_deed=deed, proposed_other_id="x")

    assert row.deed == ""
    recorded = replace(row, note=replace(NOTE, deed=deed, other_id="y"))
    assert (recorded.deed, recorded.other_id) == (deed, "y")


def test_every_rule_has_words_and_leads_somewhere() -> None:
    assert ROUTES.keys() == RULES.keys()
    assert set(ROUTES.values()) == {"addition", "change", "correction"}
