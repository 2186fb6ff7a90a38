"""What stands beside a plan lies among its own rows: written, logged, sealed, rewound and refused as they are."""

import pytest

from success_desktop.domain.edits import AddNode, StaleEdit, apply, invert
from success_desktop.domain.feedback import read_feedback
from success_desktop.domain.feedback_edits import set_feedback
from success_desktop.domain.feedback_kinds import FEEDBACK_ID
from success_desktop.store.history_check import find_damage
from success_desktop.store.plans import PlanStore
from success_desktop.store.revisions import NewRevision, take_revision
from success_desktop.store.rewinding import read_plan_at
from tests.feedback_samples import FILE, small_feedback
from tests.office_samples import small_office
from tests.plans import small_plan
from tests.store.samples import NOW, lengthen_name, transaction

BROUGHT = small_feedback(small_plan())


@pytest.fixture
def reviewed(store: PlanStore) -> PlanStore:
    """A plan that was revised, reviewed, edited, and decided on."""
    take_revision(store, NewRevision("ann", NOW, "ร่างแรก", "ร่างแรก"))
    store.commit(transaction(*BROUGHT))
    lengthen_name(store)
    first = next(iter(read_feedback(store.read_plan()).remarks))
    store.commit(transaction(*set_feedback(store.read_plan(), first, {"disposition": "accepted"})))
    take_revision(store, NewRevision("ann", NOW, "ตอบแล้ว", "ร่างที่ 2"))
    return store


def test_feedback_reads_back_as_it_was_written(store: PlanStore):
    plan = store.read_plan()
    store.commit(transaction(*BROUGHT))
    assert store.read_plan() == apply(plan, BROUGHT)


def test_office_matters_read_back_as_they_were_filed_and_the_past_has_none(store: PlanStore):
    plan = store.read_plan()
    filed = small_office(plan)
    store.commit(transaction(*filed))
    assert store.read_plan() == apply(plan, filed)
    assert read_plan_at(store, 1) == plan
    assert find_damage(store) == []


def test_the_past_has_the_feedback_of_its_day_and_the_plan_its_root(reviewed: PlanStore):
    before, brought = read_plan_at(reviewed, 1), read_plan_at(reviewed, 2)
    assert read_feedback(before).rounds == ()
    assert [item.disposition for item in read_feedback(brought).remarks.values()] == ["open"] * 6
    assert {before.root_id, brought.root_id} == {reviewed.read_plan().root_id}


def test_revisions_seal_the_feedback_too(reviewed: PlanStore):
    assert find_damage(reviewed) == []


def test_feedback_that_came_is_taken_back_with_its_root(store: PlanStore):
    plan = store.read_plan()
    store.commit(transaction(*BROUGHT))
    store.commit(transaction(*invert(BROUGHT)))
    assert store.read_plan() == plan


def test_a_second_root_of_the_plan_is_still_refused(reviewed: PlanStore):
    kind = reviewed.read_plan().root.kind
    with pytest.raises(StaleEdit):
        reviewed.commit(transaction(AddNode("id-another", kind, None, "W")))
    with pytest.raises(StaleEdit):
        reviewed.commit(transaction(AddNode(FEEDBACK_ID, "feedback", None, "W")))


def test_a_round_cannot_come_twice(reviewed: PlanStore):
    with pytest.raises(StaleEdit):
        reviewed.commit(transaction(AddNode(FILE.id, "round", FEEDBACK_ID, "W")))
