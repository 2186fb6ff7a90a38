"""What the store promises about revisions: kept for good, in the order of their ancestry, sealed over their past."""

import sqlite3
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from success_desktop.domain.edits import AddNode, SetValue, remove_branch
from success_desktop.domain.revision import Occasion, Revision
from success_desktop.store import revisions
from success_desktop.store.database import reading, writing
from success_desktop.store.history_check import find_damage
from success_desktop.store.keyframes import add_keyframe
from success_desktop.store.plans import PlanStore, create_plan
from success_desktop.store.revisions import NewRevision, list_revisions, newest_revision, take_revision
from success_desktop.store.rewinding import read_plan_at
from tests.store.samples import (
    ISSUE,
    NOW,
    PROJECT,
    content,
    lengthen_name,
    new_small_plan,
    rename,
    transaction,
)

NAMED = NewRevision("ann", NOW, "ร่างแรก", "Named revision")


def _automatic(occasion: Occasion) -> NewRevision:
    return NewRevision("ann", NOW, "", "", occasion)


def _numbers(kept: list[Revision]) -> list[int]:
    return [revision.number for revision in kept]


def test_a_revision_is_the_plan_at_that_time(store: PlanStore):
    before = store.read_plan()
    taken = take_revision(store, NAMED)
    store.commit(transaction(*remove_branch(before, ISSUE)))
    assert list_revisions(store) == [taken] == [newest_revision(store)]
    assert (taken.number, taken.parent_id, taken.message, taken.at) == (1, None, "ร่างแรก", NOW)
    assert content(read_plan_at(store, taken.number)) == content(before)


def test_a_plan_without_revisions_has_no_newest(store: PlanStore):
    assert newest_revision(store) is None
    assert list_revisions(store) == []


def test_revisions_are_listed_by_ancestry_whatever_the_clock_said(store: PlanStore):
    taken = []
    for day in range(5):
        taken.append(take_revision(store, replace(NAMED, at=NOW - timedelta(days=day), message=str(day))))
        lengthen_name(store)
    assert list_revisions(store) == taken
    assert [kept.parent_id for kept in taken] == [None, *(kept.id for kept in taken[:-1])]
    assert [kept.ordinal for kept in taken] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("occasion", ["", "import", "export", "restore"])
def test_no_revision_gives_way_to_one_that_stays(store: PlanStore, occasion: Occasion):
    taken = []
    for before in ("hour", occasion, "closing", occasion, ""):
        taken.append(take_revision(store, _automatic(before)))
        lengthen_name(store)
    assert list_revisions(store) == taken
    assert find_damage(store) == []


def test_the_newest_of_closing_and_an_hour_gives_way_to_the_next(store: PlanStore):
    first = take_revision(store, NAMED)
    for occasion in ("hour", "hour", "closing", "hour"):
        lengthen_name(store)
        last = take_revision(store, _automatic(occasion))
    kept = list_revisions(store)
    assert kept == [first, last]
    assert (last.ordinal, last.number, last.parent_id) == (2, 5, first.id)
    assert find_damage(store) == []


def test_the_first_revision_of_a_plan_may_be_replaced_too(store: PlanStore):
    take_revision(store, _automatic("closing"))
    lengthen_name(store)
    last = take_revision(store, _automatic("closing"))
    assert list_revisions(store) == [last]
    assert (last.ordinal, last.parent_id) == (1, None)
    assert find_damage(store) == []


def test_an_hourly_revision_with_a_child_stays(store: PlanStore):
    hourly = take_revision(store, _automatic("hour"))
    child = take_revision(store, NAMED)
    next_hourly = take_revision(store, _automatic("hour"))
    assert list_revisions(store) == [hourly, child, next_hourly]


def test_taking_a_revision_twice_keeps_both(store: PlanStore):
    taken = [take_revision(store, NAMED), take_revision(store, NAMED)]
    assert _numbers(taken) == [1, 1]
    assert taken[0].fingerprint != taken[1].fingerprint
    assert list_revisions(store) == taken


def test_revisions_of_plans_in_one_database_do_not_mix(store: PlanStore):
    other = create_plan(store.engine, new_small_plan())
    taken, others = take_revision(store, NAMED), take_revision(other, NAMED)
    assert (list_revisions(store), list_revisions(other)) == ([taken], [others])
    lengthen_name(other)
    assert find_damage(store) == find_damage(other) == []


def test_what_a_revision_costs_does_not_grow_with_the_plan(store: PlanStore, monkeypatch: pytest.MonkeyPatch):
    """Only the first one looks at everything that the plan holds."""
    take_revision(store, NAMED)
    monkeypatch.setattr(revisions, "read_rows", lambda *_given: pytest.fail("the whole plan was read"))
    lengthen_name(store)
    assert take_revision(store, NAMED).number == 2


def test_a_keyframe_is_kept_after_many_edits(store: PlanStore, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(revisions, "KEYFRAME_EDITS", 10)
    states = {}
    for _round in range(12):
        for _step in range(4):
            lengthen_name(store)
        states[take_revision(store, NAMED).number] = content(store.read_plan())
    store.commit(transaction(SetValue(PROJECT, "lead_agencies", ISSUE, None, "W")))
    with reading(store.engine) as cursor:
        cursor.execute("SELECT number FROM keyframe ORDER BY number")
        frames = [row[0] for row in cursor.fetchall()]
    assert frames == [13, 25, 37, 49]
    assert {number: content(read_plan_at(store, number)) for number in states} == states
    assert find_damage(store) == []


def test_no_keyframe_is_kept_of_a_plan_that_has_gone_on_meanwhile(
    store: PlanStore, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(revisions, "KEYFRAME_EDITS", 0)

    def add_late(late_store: PlanStore, number: int) -> None:
        lengthen_name(late_store)
        add_keyframe(late_store, number)

    monkeypatch.setattr(revisions, "add_keyframe", add_late)
    lengthen_name(store)
    take_revision(store, NAMED)
    with reading(store.engine) as cursor:
        cursor.execute("SELECT COUNT(*) FROM keyframe")
        assert cursor.fetchall()[0][0] == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revision SET message = 'forged'",
        "UPDATE revision SET label = 'forged' WHERE occasion = 'hour'",
        "DELETE FROM revision",
        "DELETE FROM revision WHERE ordinal = 1",
        "INSERT OR REPLACE INTO revision SELECT * FROM revision",
        "UPDATE txn SET author = 'forged'",
        "DELETE FROM txn",
        "DELETE FROM txn WHERE number = 3",
        "INSERT OR REPLACE INTO txn SELECT * FROM txn",
        "UPDATE step SET new = NULL",
        "UPDATE step SET new = NULL WHERE number = 2",
        "DELETE FROM step",
        "INSERT INTO step SELECT plan_id, number, 1, entity, node_id, field, part, old, new FROM step"
        " WHERE number = 2",
    ],
)
def test_what_is_kept_for_good_cannot_be_altered_with_another_tool(store: PlanStore, statement: str):
    if store.engine.dialect.name != "sqlite":
        pytest.skip("an office's server keeps other programs away by its own rights")
    lengthen_name(store)
    take_revision(store, _automatic("hour"))
    take_revision(store, NAMED)
    lengthen_name(store)
    refused = pytest.raises(sqlite3.IntegrityError, match=r"kept for good|only added to")
    with refused, writing(store.engine, store.plan_id) as cursor:
        cursor.execute(statement)
    assert find_damage(store) == []


def test_only_the_newest_transaction_can_grow_with_another_tool_too(store: PlanStore):
    if store.engine.dialect.name != "sqlite":
        pytest.skip("an office's server keeps other programs away by its own rights")
    for _time in range(2):
        lengthen_name(store)
    refused = pytest.raises(sqlite3.IntegrityError, match="only added to")
    with refused, writing(store.engine, store.plan_id) as cursor:
        cursor.execute("UPDATE step SET new = '\"forged\"' WHERE number = 2")


def test_a_revision_survives_the_removal_of_what_it_shows(store: PlanStore):
    store.commit(transaction(AddNode("n", "agency", "0root", "X"), rename(None, "กองช่าง", "n")))
    taken = take_revision(store, NAMED)
    store.commit(transaction(*remove_branch(store.read_plan(), "n")))
    assert read_plan_at(store, taken.number).nodes["n"].text("name", "th") == "กองช่าง"


def test_two_windows_on_one_plan_take_turns(engine: Engine):
    store = create_plan(engine, new_small_plan())
    taken = [take_revision(store, NAMED)]
    lengthen_name(store)
    taken.append(take_revision(PlanStore(engine, store.plan_id, store.template), NAMED))
    assert list_revisions(store) == taken
