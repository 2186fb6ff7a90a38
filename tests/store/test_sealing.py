"""What the store promises about its hashes: equal plans have equal ones, and an edit leads from one to the next."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from success_desktop.store.database import reading
from success_desktop.store.plan_rows import Rows, read_rows
from success_desktop.store.plans import PlanStore, create_plan
from success_desktop.store.sealing import (
    hash_after,
    hash_before,
    hash_of_log,
    hash_of_rows,
    read_hash,
    seal_of,
    write_hash,
)
from tests.store.samples import lengthen_name, new_small_plan, random_edits, transaction

EXPECTED = [
    "8da85be0be7c40741ba2b511679ad1c6bd4a0f1759b73c8a8650a903c44ef8f2",
    "51271a054ceb32040d3abc1ace82708b19c26031c0bbb8b5b92fa3067bf1249b",
    "c070f72387374777e143f2b1117ddbe5ed6dce7c56a2b5e1e965814afa4d615a",
    "617acc93222423f1c5930032ab4b6b0d323253af3d31343d5173141176400a47",
]


def _hash(store: PlanStore) -> int:
    with reading(store.engine) as cursor:
        return hash_of_rows(read_rows(cursor, store.plan_id, store.mark))


def test_equal_plans_have_equal_hashes_and_other_plans_others(store: PlanStore):
    other = create_plan(store.engine, new_small_plan())
    assert _hash(store) == _hash(other)
    lengthen_name(store)
    assert _hash(store) != _hash(other)


def test_the_order_of_rows_does_not_matter(store: PlanStore):
    with reading(store.engine) as cursor:
        rows = read_rows(cursor, store.plan_id, store.mark)
    assert hash_of_rows({name: list(reversed(table)) for name, table in rows.items()}) == hash_of_rows(rows)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**9))
def test_the_log_leads_from_each_hash_to_the_next_and_back(engine: Engine, seed: int):
    chance = Random(seed)
    store = create_plan(engine, new_small_plan())
    hashes = [_hash(store)]
    for _step in range(8):
        if edits := random_edits(chance, store.read_plan()):
            store.commit(transaction(*edits))
            hashes.append(_hash(store))
    with reading(store.engine) as cursor:
        for number, (before, after) in enumerate(pairwise(hashes), 1):
            _transactions, steps = store.log(cursor).rows(number, number + 1)
            assert hash_after(before, steps) == after
            assert hash_before(after, steps) == before
        _transactions, steps = store.log(cursor).rows(0)
    assert hash_after(hashes[0], steps) == hashes[-1]


def test_a_hash_is_written_at_full_length():
    assert write_hash(1) == "0" * 63 + "1"
    assert int(write_hash(2**256 - 1), 16) == 2**256 - 1


def test_a_hash_that_has_been_damaged_is_none():
    assert read_hash(write_hash(7)) == 7
    assert [read_hash(text) for text in ("", "no hash", "0x", "-1 ")] == [0, 0, 0, 2**256 - 1]


@pytest.mark.parametrize("state", ["no JSON", "[]", '{"parent_id":"a"}', "7"])
def test_a_step_that_has_been_damaged_has_a_hash_too(state: str):
    sound = (2, 0, "node", "b", "", "", None, '{"parent_id":"a","position":"W","kind":"project"}')
    assert hash_after(0, [(*sound[:7], state)]) not in (0, hash_after(0, [sound]))


def test_the_hash_of_the_log_tells_transactions_from_steps():
    row = (1, "a")
    assert len({hash_of_log([row], []), hash_of_log([], [row]), hash_of_log([], [])}) == 3


@pytest.mark.parametrize("index", range(3))
def test_every_word_of_a_seal_counts(index: int):
    words: list[str | int | None] = ["ก", 2, None]
    sealed = seal_of(words, "")
    words[index] = "other"
    assert seal_of(words, "") != sealed != seal_of(["ก", 2, None], sealed)


def test_the_spellings_stay_as_they_are_for_ever():
    """Every revision that was ever taken has been sealed by these."""
    rows: Rows = {
        "node": [("a", None, "V", "plan"), ("b", "a", "W", "project")],
        "text": [("b", "name", "th", "น้ำ “ก”\n🌊")],
        "word": [("b", "status", "completed")],
        "day": [("b", "start_on", "2026-10-01")],
        "number": [("b", "target", 2568, "3.5"), ("b", "baseline", 0, "1")],
        "money": [("b", "budget", 2568, "loan", 120), ("b", "budget", 0, "", 7)],
        "link": [("b", "lead_agencies", "a", "V")],
    }
    steps = [
        (2, 0, "node", "b", "", "", None, '{"parent_id":"a","position":"W","kind":"project"}'),
        (2, 1, "text", "b", "name", "th", None, '"น้ำ “ก”\\n🌊"'),
        (3, 0, "node", "b", "", "", '{"parent_id":"a","position":"W"}', '{"parent_id":"a","position":"X"}'),
    ]
    transactions = [(2, "uid", "ann", "2026-11-22T08:30:15.123456+00:00", "edit", None, None)]
    told = [
        write_hash(hash_of_rows(rows)),
        write_hash(hash_after(0, steps)),
        hash_of_log(transactions, steps),
        seal_of(["id", 2, None, 1, "ann", "at", "ร่าง", "", "hour", 3, "c", "l"], "parent"),
    ]
    assert told == EXPECTED
