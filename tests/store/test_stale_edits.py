"""What the store promises when an edit meets another plan than it was made for: it is named, and nothing is written."""

from dataclasses import replace
from decimal import Decimal

import pytest

from success_desktop.domain.edits import AddNode, Edit, MoveNode, RemoveNode, SetValue, StaleEdit
from success_desktop.store.plans import PlanStore
from tests.store.samples import AGENCY, ISSUE, NOW, PROJECT, ROOT, content, name_of, rename, transaction

STALE: list[list[Edit]] = [
    [rename("another", "x")],
    [rename(None, "x")],
    [SetValue(PROJECT, "note", "th", "there was none", None)],
    [SetValue("nobody", "name", "th", None, "x")],
    [SetValue(PROJECT, "lead_agencies", "nobody", None, "V")],
    [SetValue(PROJECT, "baseline", "", Decimal(4), Decimal(5))],
    [AddNode(PROJECT, "project", ROOT, "V")],
    [AddNode("new", "project", "nobody", "V")],
    [RemoveNode(PROJECT, "project", ISSUE, "V")],
    [RemoveNode(ISSUE, "strategic_issue", ROOT, "V")],
    [RemoveNode(AGENCY, "agency", ROOT, "W")],
    [RemoveNode("nobody", "project", ROOT, "V")],
    [MoveNode(PROJECT, ROOT, "V", ROOT, "W")],
    [MoveNode(PROJECT, ISSUE, "W", ROOT, "W")],
    [MoveNode(PROJECT, ISSUE, "V", "nobody", "W")],
    [MoveNode(ISSUE, ROOT, "V", PROJECT, "V")],
    [MoveNode(ISSUE, ROOT, "V", ISSUE, "V")],
    [AddNode("second", "plan", None, "V")],
]


@pytest.mark.parametrize("edits", STALE, ids=str)
def test_a_stale_edit_is_named_and_nothing_is_written(store: PlanStore, edits: list[Edit]):
    before = content(store.read_plan())
    fitting = rename("สร้างถนนคอนกรีต", "เปลี่ยนแล้ว")
    around = [SetValue(PROJECT, "reason", "en", None, "because"), *edits]
    for attempt in (edits, [*around, SetValue(AGENCY, "name", "th", None, "เทศบาล")]):
        with pytest.raises(StaleEdit) as stale:
            store.commit(transaction(*attempt))
        assert stale.value.edit == edits[0]
    assert content(store.read_plan()) == before
    assert store.last_number() == 1
    store.commit(transaction(fitting))
    assert name_of(store) == "เปลี่ยนแล้ว"


def test_equal_numbers_spelt_differently_are_not_stale(store: PlanStore):
    store.commit(transaction(SetValue(PROJECT, "baseline", "", Decimal("3.500"), Decimal("0.0"))))
    store.commit(transaction(SetValue(PROJECT, "baseline", "", Decimal("-0"), Decimal("1E+2"))))
    assert store.read_plan().nodes[PROJECT].number("baseline") == 100


@pytest.mark.parametrize(
    "edit",
    [
        SetValue(PROJECT, "baseline", "", Decimal("3.5"), Decimal("NaN")),
        SetValue(PROJECT, "budget", "2569:loan", None, Decimal("0.001")),
        SetValue(PROJECT, "budget", "2569:loan", None, Decimal(10) ** 17),
        SetValue(PROJECT, "budget", "2569:loan", None, Decimal("Infinity")),
        SetValue(PROJECT, "note", "th", None, None),
        SetValue(PROJECT, "note", "th", None, "a\x00b"),
        SetValue(PROJECT, "note", "th", None, "\ud800"),
        SetValue(PROJECT, "status", "", "not_started", Decimal(1)),
    ],
    ids=str,
)
def test_a_value_that_no_table_can_hold_is_refused(store: PlanStore, edit: SetValue):
    with pytest.raises(ValueError, match=r"stored|nothing changes|shape|surrogates"):
        store.commit(transaction(edit))
    assert store.last_number() == 1


def test_a_transaction_says_something_and_when(store: PlanStore):
    with pytest.raises(ValueError, match="without edits"):
        store.commit(transaction())
    with pytest.raises(ValueError, match="time zone"):
        store.commit(replace(transaction(rename("สร้างถนนคอนกรีต", "x")), at=NOW.replace(tzinfo=None)))
    assert name_of(store) == "สร้างถนนคอนกรีต"


def test_two_moves_side_by_side_cannot_make_a_ring(store: PlanStore):
    store.commit(transaction(AddNode("4issue", "strategic_issue", ROOT, "X")))
    store.commit(transaction(MoveNode(ISSUE, ROOT, "V", "4issue", "V")))
    with pytest.raises(StaleEdit):
        store.commit(transaction(MoveNode("4issue", ROOT, "X", ISSUE, "V")))
    assert store.read_plan().children[ROOT] == (AGENCY, "4issue")
