"""What the store promises about typing: what goes on in one value is one transaction, until a revision stands at it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from success_desktop.domain.edits import Edit, SetValue
from success_desktop.domain.revision import Transaction
from success_desktop.store.database import reading
from success_desktop.store.history_check import find_damage
from success_desktop.store.plans import NewTransaction, PlanStore
from success_desktop.store.revisions import NewRevision, take_revision
from success_desktop.store.rewinding import read_plan_at
from tests.store.samples import ISSUE, NOW, PROJECT, content, name_of, rename, transaction

FIRST = "สร้างถนนคอนกรีต"
LATER = NOW + timedelta(seconds=2)


def _go_on(store: PlanStore, *edits: Edit, continues: int = 2, author: str = "ann") -> Transaction:
    return store.commit(NewTransaction(author, LATER, "edit", edits, continues=continues))


def _counts(store: PlanStore) -> tuple[int, int]:
    """How many transactions and steps the log holds."""
    with reading(store.engine) as cursor:
        transactions, steps = store.log(cursor).rows(0)
    return len(transactions), len(steps)


def test_what_continues_the_newest_transaction_becomes_part_of_it(store: PlanStore):
    before = content(store.read_plan())
    first = store.commit(transaction(rename(FIRST, "ก")))
    grown = _go_on(store, rename("ก", "กข"))
    assert (grown.number, grown.at, grown.label, grown.continues) == (2, LATER, first.label, None)
    assert grown.uid != first.uid
    assert store.list_transactions(after=1) == [grown]
    assert store.read_edits(2) == (rename(FIRST, "กข"),)
    assert name_of(store) == "กข"
    assert content(read_plan_at(store, 1)) == before
    assert store.last_uid() == grown.uid


def test_typing_for_long_does_not_make_the_log_longer(store: PlanStore):
    store.commit(transaction(rename(FIRST, "ก")))
    for length in range(1, 50):
        assert _go_on(store, rename("ก" * length, "ก" * (length + 1))).number == 2
    assert _counts(store) == (2, 1)
    assert store.read_edits(2) == (rename(FIRST, "ก" * 50),)


@pytest.mark.parametrize(
    ("edits", "continues", "author"),
    [
        ((rename("ก", "กข"),), 1, "ann"),
        ((rename("ก", "กข"),), 2, "bob"),
        ((SetValue(PROJECT, "name", "en", "Build a road", "x"),), 2, "ann"),
        ((SetValue(PROJECT, "objective", "th", None, "x"),), 2, "ann"),
        ((rename(None, "x", ISSUE),), 2, "ann"),
        ((rename("ก", "กข"), rename(None, "x", ISSUE)), 2, "ann"),
        ((rename("ก", FIRST),), 2, "ann"),
    ],
    ids=["another step", "another person", "language", "field", "node", "two values", "as it was before"],
)
def test_anything_else_is_a_transaction_of_its_own(
    store: PlanStore, edits: tuple[Edit, ...], continues: int, author: str
):
    first = store.commit(transaction(rename(FIRST, "ก")))
    assert _go_on(store, *edits, continues=continues, author=author).number == 3
    assert store.list_transactions(after=1)[0] == first
    assert store.read_edits(2) == (rename(FIRST, "ก"),)


def test_nothing_grows_that_a_revision_stands_at(store: PlanStore):
    store.commit(transaction(rename(FIRST, "ก")))
    taken = take_revision(store, NewRevision("ann", NOW, "ร่าง", ""))
    assert _go_on(store, rename("ก", "กข")).number == 3
    assert _go_on(store, rename("กข", "กขค")).number == 3
    assert read_plan_at(store, taken.number).nodes[PROJECT].text("name", "th") == "ก"
    assert store.read_edits(3) == (rename("ก", "กขค"),)
    assert find_damage(store) == []


def test_an_undoing_does_not_grow(store: PlanStore):
    store.commit(transaction(rename(FIRST, "ก")))
    store.commit(replace(transaction(rename("ก", FIRST)), undoes=2))
    assert _go_on(store, rename(FIRST, "ข"), continues=3).number == 4


def test_a_transaction_of_many_edits_does_not_grow(store: PlanStore):
    store.commit(transaction(rename(FIRST, "ก"), rename(None, "x", ISSUE)))
    assert _go_on(store, rename("ก", "กข")).number == 3


def test_a_value_that_is_cleared_and_typed_anew_is_still_one_step(store: PlanStore):
    store.commit(transaction(SetValue(PROJECT, "objective", "th", None, "ก")))
    assert _go_on(store, SetValue(PROJECT, "objective", "th", "ก", None)).number == 3
    for old, new in ((None, "ข"), ("ข", "ขค")):
        grown = _go_on(store, SetValue(PROJECT, "objective", "th", old, new))
        assert (grown.number, grown.continues) == (3, 2)
    assert [edit for _number, edit in store.read_edits_between(1, 3)] == [
        SetValue(PROJECT, "objective", "th", None, "ก"),
        SetValue(PROJECT, "objective", "th", "ก", "ขค"),
    ]


def test_a_cleared_value_that_had_a_wording_folds_too(store: PlanStore):
    store.commit(transaction(rename(FIRST, "ก")))
    assert _go_on(store, rename("ก", None)).number == 2
    assert store.read_edits(2) == (rename(FIRST, None),)
    assert _go_on(store, rename(None, "ข")).number == 2
    assert store.read_edits(2) == (rename(FIRST, "ข"),)
