"""Proposals that exclude each other: one choice, made once, settles them all."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from success_desktop.errors import UserError
from success_desktop.i18n import use_language
from success_desktop.services import editing
from success_desktop.services.clashes import Clash, list_clashes
from success_desktop.services.deciding import (
    accept,
    clash_error,
    decide,
    resolve_clash,
)
from tests.plans import named
from tests.random_plans import random_wording
from tests.services.proposals import (
    SEEN,
    budget_place,
    feedback,
    now,
    seen_place,
    take_in,
    text_at,
    wording,
)


@pytest.fixture
def place(editor):
    return seen_place(editor)


@pytest.fixture
def rivals(editor, place):
    """Two open proposals of two reviewers for one amount in a text."""
    one = wording(editor.plan, place, SEEN.replace("200,000", "300,000"), author="อ.วิชัย")
    two = wording(editor.plan, place, SEEN.replace("200,000", "900,000"), author="อ.มาลี")
    take_in(editor, one, two)
    return one, two


def test_two_reviewers_on_one_passage_are_decided_once(editor, place, rivals):
    one, two = rivals
    clash = accept(editor, one.id)
    assert isinstance(clash, Clash)
    assert [choice.author for choice in clash.choices] == ["อ.วิชัย", "อ.มาลี"]
    settled = resolve_clash(editor, clash, one.proposed)
    assert settled == {one.id: "accepted", two.id: "declined"}
    assert text_at(editor, place) == one.proposed
    assert now(editor, two).response.keys() == {"th", "en"}
    assert now(editor, one).response == {}
    assert list_clashes(editor.plan, feedback(editor)) == ()


def test_one_undo_takes_back_a_resolved_clash(editor, rivals):
    before = editor.plan
    clash = accept(editor, rivals[0].id)
    assert isinstance(clash, Clash)
    resolve_clash(editor, clash, rivals[0].proposed)
    editor.undo()
    assert editor.plan == before


def test_a_third_wording_takes_what_it_takes_of_each(editor, place):
    one = wording(editor.plan, place, SEEN.replace("200,000", "300,000").replace("สายหลัก", "ทุกสาย"))
    two = wording(editor.plan, place, SEEN.replace("200,000", "900,000"))
    take_in(editor, one, two)
    clash = accept(editor, two.id)
    assert isinstance(clash, Clash)
    chosen = SEEN.replace("200,000", "500,000").replace("สายหลัก", "ทุกสาย")
    assert resolve_clash(editor, clash, chosen, "ปรับตามงบที่มี")[one.id] == "partly"
    assert now(editor, two).response == {"th": "ปรับตามงบที่มี"}
    assert text_at(editor, place) == chosen


def test_whoever_only_struck_words_is_followed_when_they_are_struck(editor, place):
    one = wording(editor.plan, place, SEEN.replace(" งบประมาณ 200,000 บาท", ""))
    two = wording(editor.plan, place, SEEN.replace("200,000", "900,000"))
    take_in(editor, one, two)
    clash = accept(editor, one.id)
    assert isinstance(clash, Clash)
    settled = resolve_clash(editor, clash, "ขุดลอกคลองทุกสาย ระยะทาง 4 กม.")
    assert settled == {one.id: "partly", two.id: "declined"}


def test_keeping_todays_text_declines_all(editor, place, rivals):
    clash = accept(editor, rivals[0].id)
    assert isinstance(clash, Clash)
    assert set(resolve_clash(editor, clash, clash.today).values()) == {"declined"}
    assert text_at(editor, place) == SEEN


def test_a_response_written_before_is_kept_when_a_clash_is_resolved(editor, place):
    one = wording(editor.plan, place, SEEN.replace("200,000", "300,000"))
    two = wording(editor.plan, place, SEEN.replace("200,000", "900,000"), response={"th": "ขอบคุณ"})
    take_in(editor, one, two)
    clash = accept(editor, one.id)
    assert isinstance(clash, Clash)
    resolve_clash(editor, clash, one.proposed)
    assert now(editor, two).response == {"th": "ขอบคุณ"}


def test_a_clash_on_an_amount_takes_one_of_the_amounts(editor):
    one, two = (wording(editor.plan, budget_place(editor), text) for text in ("600,000", "700,000"))
    take_in(editor, one, two)
    clash = accept(editor, two.id)
    assert isinstance(clash, Clash)
    with pytest.raises(UserError):
        resolve_clash(editor, clash, "ล้านกว่า")
    assert resolve_clash(editor, clash, "700,000") == {one.id: "declined", two.id: "accepted"}


def test_a_clash_seen_before_another_edit_is_not_resolved_blindly(editor, place, rivals):
    clash = accept(editor, rivals[0].id)
    assert isinstance(clash, Clash)
    editing.set_text(editor, place, "เขียนใหม่ทั้งหมด")
    with pytest.raises(UserError):
        resolve_clash(editor, clash, "อะไรก็ได้")
    assert text_at(editor, place) == "เขียนใหม่ทั้งหมด"


def test_a_clash_shown_in_the_other_language_is_the_same_clash(editor):
    place = named(editor.plan, "Project dredge"), "start_on", ""
    one = wording(editor.plan, place, "1 ม.ค. 2568")
    two = wording(editor.plan, place, "1 ก.พ. 2568")
    take_in(editor, one, two)
    clash = accept(editor, one.id)
    assert isinstance(clash, Clash)
    use_language("en")
    assert resolve_clash(editor, clash, one.proposed)[two.id] == "declined"


def test_whoever_cannot_be_shown_a_clash_is_told_of_it(editor, rivals):
    with pytest.raises(UserError, match="มาลี"):
        decide(editor, rivals[0].id, "accepted")
    clash = accept(editor, rivals[0].id)
    assert isinstance(clash, Clash)
    assert "อ.วิชัย" in clash_error(replace(clash, choices=clash.choices[:1])).sentence()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32 - 1))
def test_however_it_is_decided_undo_is_exact(editor, place, seed):
    rng = Random(seed)
    start = editor.plan
    one = wording(editor.plan, place, random_wording(SEEN, rng), name="1")
    two = wording(editor.plan, place, random_wording(SEEN, rng), name="2", author="อ.มาลี")
    take_in(editor, one, two)
    editing.set_text(editor, place, random_wording(SEEN, rng))
    editor.end_step()
    steps = []
    for remark in (one, two):
        steps.append(editor.plan)
        number = editor.file.store.last_number()
        clash = accept(editor, remark.id)
        if isinstance(clash, Clash):
            resolve_clash(editor, clash, rng.choice(clash.choices).text)
        assert not now(editor, remark).is_open
        if editor.file.store.last_number() == number:
            steps.pop()
    for step in reversed(steps):
        editor.undo()
        assert editor.plan == step
    while editor.plan != start and editor.undo_label:
        editor.undo()
    assert editor.plan == start
