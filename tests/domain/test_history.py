"""What happened, told once for each step of a person, the newest first."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from success_desktop.domain.edits import AddNode, Edit, MoveNode, RemoveNode, SetValue
from success_desktop.domain.history import Entry, gather_entries
from success_desktop.domain.revision import Transaction

AT = datetime(2026, 11, 22, tzinfo=UTC)


def entry(number: int, undoes: int | None = None, continues: int | None = None) -> Transaction:
    return Transaction(number, f"uid-{number}", "ก", AT, "Edit text", undoes, continues)


def wording(old: str | None, new: str | None) -> SetValue:
    return SetValue("n", "name", "th", old, new)


def told(
    transactions: list[Transaction], edits: list[tuple[int, Edit]]
) -> list[tuple[int, tuple[Edit, ...]]]:
    return [(change.step.number, change.edits) for change in gather_entries(transactions, edits)]


def test_the_newest_change_comes_first():
    edits: list[tuple[int, Edit]] = [(2, wording(None, "ก")), (3, wording("ก", "ข"))]
    assert told([entry(1), entry(2), entry(3)], edits) == [
        (3, (wording("ก", "ข"),)),
        (2, (wording(None, "ก"),)),
    ]


def test_quick_edits_of_one_value_are_one_change_told_by_its_end():
    edits: list[tuple[int, Edit]] = [
        (2, wording(None, "น")),
        (3, wording("น", "น้ำ")),
        (4, wording("น้ำ", "น้ำท่วม")),
    ]
    log = [entry(2), entry(3, continues=2), entry(4, continues=2)]
    assert told(log, edits) == [(4, (wording(None, "น้ำท่วม"),))]


def test_a_step_that_ended_where_it_began_is_none():
    edits: list[tuple[int, Edit]] = [(2, wording("ก", "ข")), (3, wording("ข", "ก"))]
    assert told([entry(2), entry(3, continues=2)], edits) == []


def test_values_of_several_fields_in_one_step_stay_apart():
    budget = SetValue("n", "budget", "2568:ordinance", None, Decimal(5))
    edits: list[tuple[int, Edit]] = [(2, wording("ก", "ข")), (2, budget)]
    assert told([entry(2)], edits) == [(2, (wording("ก", "ข"), budget))]


def test_moves_within_a_step_are_told_from_the_first_place_to_the_last():
    edits: list[tuple[int, Edit]] = [
        (2, MoveNode("n", "a", "1", "b", "2")),
        (2, MoveNode("n", "b", "2", "c", "3")),
    ]
    assert told([entry(2)], edits) == [(2, (MoveNode("n", "a", "1", "c", "3"),))]


def test_coming_and_going_are_told():
    edits: list[tuple[int, Edit]] = [
        (2, AddNode("n", "goal", "a", "1")),
        (3, RemoveNode("n", "goal", "a", "1")),
    ]
    assert [type(change[1][0]) for change in told([entry(2), entry(3)], edits)] == [RemoveNode, AddNode]


def test_a_change_knows_whether_it_takes_another_back():
    edit = wording("ก", "ข")
    assert Entry(entry(3, undoes=2), (edit,)).is_undo
    assert not Entry(replace(entry(3)), (edit,)).is_undo
