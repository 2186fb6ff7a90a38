"""What the store promises about history: every revision stays what it was, however much is done afterwards."""

import sqlite3
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from success_desktop.domain.edits import AddNode, SetValue, remove_branch
from success_desktop.store import revisions
from success_desktop.store.database import reading, writing
from success_desktop.store.plans import PlanStore, create_plan
from success_desktop.store.revisions import (
    NewRevision,
    find_broken_revisions,
    fingerprint_of,
    list_revisions,
    read_plan_at,
    read_revision,
    take_revision,
)
from tests.store.samples import (
    ISSUE,
    NOW,
    PROJECT,
    content,
    new_small_plan,
    random_edits,
    rename,
    transaction,
)

NAMED = NewRevision("ann", NOW, "ร่างแรก", "Named revision")
AUTOMATIC = NewRevision("ann", NOW, "", "Every day", is_automatic=True)


def _change(store: PlanStore) -> None:
    old = store.read_plan().nodes[PROJECT].text("name", "th")
    store.commit(transaction(rename(old, old + "ก")))


def test_a_revision_is_the_plan_at_that_time(store: PlanStore):
    before = store.read_plan()
    taken = take_revision(store, NAMED)
    store.commit(transaction(*remove_branch(before, ISSUE)))
    assert list_revisions(store) == [taken]
    assert (taken.number, taken.parent_id, taken.message, taken.at) == (1, None, "ร่างแรก", NOW)
    assert content(read_revision(store, taken.id)) == content(before)
    assert content(read_plan_at(store, 1)) == content(before)


def test_revisions_are_listed_by_ancestry_whatever_the_clock_said(store: PlanStore):
    taken = []
    for day in range(5):
        taken.append(take_revision(store, replace(NAMED, at=NOW - timedelta(days=day), message=str(day))))
        _change(store)
    assert list_revisions(store) == taken
    assert [kept.parent_id for kept in taken] == [None, *(kept.id for kept in taken[:-1])]


def test_no_revision_gives_way_to_another_not_even_an_automatic_one(store: PlanStore):
    taken = [take_revision(store, AUTOMATIC), take_revision(store, NAMED), take_revision(store, AUTOMATIC)]
    sent = content(store.read_plan())
    _change(store)
    taken.append(take_revision(store, AUTOMATIC))
    assert list_revisions(store) == taken
    assert [kept.parent_id for kept in taken] == [None, *(kept.id for kept in taken[:-1])]
    assert content(read_revision(store, taken[2].id)) == sent
    assert find_broken_revisions(store) == []


def test_an_unknown_revision_is_not_found(store: PlanStore):
    with pytest.raises(KeyError, match="nothing"):
        read_revision(store, "nothing")
    with pytest.raises(ValueError, match="begins with transaction 1"):
        read_plan_at(store, 0)


def test_equal_plans_have_equal_fingerprints_and_other_plans_others(store: PlanStore):
    plan = store.read_plan()
    other = create_plan(store.engine, new_small_plan()).read_plan()
    assert fingerprint_of(plan, "") == fingerprint_of(other, "")
    assert fingerprint_of(plan, "") != fingerprint_of(plan, fingerprint_of(plan, ""))
    _change(store)
    assert fingerprint_of(plan, "") != fingerprint_of(store.read_plan(), "")


def test_a_history_that_was_tampered_with_is_found_out(store: PlanStore):
    taken = take_revision(store, NAMED)
    assert find_broken_revisions(store) == []
    with writing(store.engine, store.plan_id) as cursor:
        cursor.execute("UPDATE text_value SET text = 'forged' WHERE field = 'name'")
    assert find_broken_revisions(store) == [taken]


def test_a_keyframe_is_kept_when_rewinding_would_take_long(store: PlanStore, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(revisions, "KEYFRAME_STEPS", 10)
    states = {}
    for _round in range(12):
        for _step in range(4):
            _change(store)
        states[take_revision(store, NAMED).id] = content(store.read_plan())
    store.commit(transaction(SetValue(PROJECT, "lead_agencies", ISSUE, None, "W")))
    with reading(store.engine) as cursor:
        cursor.execute("SELECT number FROM keyframe ORDER BY number")
        frames = [row[0] for row in cursor.fetchall()]
    assert frames == [13, 25, 37, 49]
    assert {taken_id: content(read_revision(store, taken_id)) for taken_id in states} == states
    assert find_broken_revisions(store) == []


def test_rewinding_starts_at_the_nearest_later_keyframe(store: PlanStore, monkeypatch: pytest.MonkeyPatch):
    """Seen by a log that leads astray behind the keyframe: it is not followed."""
    monkeypatch.setattr(revisions, "KEYFRAME_STEPS", 0)
    before = content(store.read_plan())
    for _step in range(5):
        _change(store)
    take_revision(store, NAMED)
    _change(store)
    with writing(store.engine, store.plan_id) as cursor:
        cursor.execute("DROP TRIGGER step_stays" if store.engine.dialect.name == "sqlite" else "SELECT 1")
        cursor.execute("UPDATE step SET new = '\"astray\"' WHERE number = 7")
    assert content(read_plan_at(store, 1)) == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revision SET message = 'forged'",
        "DELETE FROM revision",
        "UPDATE txn SET author = 'forged'",
        "DELETE FROM txn",
        "UPDATE step SET new = NULL",
        "DELETE FROM step",
    ],
)
def test_what_is_kept_for_good_cannot_be_altered_with_another_tool(store: PlanStore, statement: str):
    if store.engine.dialect.name != "sqlite":
        pytest.skip("an office's server keeps other programs away by its own rights")
    take_revision(store, NAMED)
    _change(store)
    refused = pytest.raises(sqlite3.IntegrityError, match=r"kept for good|only added to")
    with refused, writing(store.engine, store.plan_id) as cursor:
        cursor.execute(statement)
    assert find_broken_revisions(store) == []


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**9), frame_steps=st.sampled_from([3, 2000]))
def test_every_moment_of_a_random_history_comes_back(engine: Engine, seed: int, frame_steps: int):
    chance = Random(seed)
    store = create_plan(engine, new_small_plan())
    moments = {1: content(store.read_plan())}
    taken = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(revisions, "KEYFRAME_STEPS", frame_steps)
        for _step in range(14):
            if edits := random_edits(chance, store.read_plan()):
                number = store.commit(transaction(*edits)).number
                moments[number] = content(store.read_plan())
                if chance.random() < 0.4:
                    taken[take_revision(store, NAMED).id] = number
    assert {number: content(read_plan_at(store, number)) for number in moments} == moments
    for revision_id, number in taken.items():
        assert content(read_revision(store, revision_id)) == moments[number]
    assert find_broken_revisions(store) == []


def test_a_revision_survives_the_removal_of_what_it_shows(store: PlanStore):
    store.commit(transaction(AddNode("n", "agency", "0root", "X"), rename(None, "กองช่าง", "n")))
    taken = take_revision(store, NAMED)
    store.commit(transaction(*remove_branch(store.read_plan(), "n")))
    assert read_revision(store, taken.id).nodes["n"].text("name", "th") == "กองช่าง"
