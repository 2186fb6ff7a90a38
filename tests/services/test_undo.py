"""The stacks of undo and redo, read off a log."""

from datetime import UTC, datetime

from success_desktop.domain.revision import Transaction
from success_desktop.services.undo import Step, UndoStacks, read_stacks

AT = datetime(2026, 11, 22, tzinfo=UTC)


def entry(
    number: int, label: str = "Edit", undoes: int | None = None, continues: int | None = None
) -> Transaction:
    return Transaction(number, f"uid-{number}", "ก", AT, label, undoes, continues)


def test_the_making_of_the_plan_cannot_be_undone() -> None:
    assert read_stacks([entry(1)]) == UndoStacks()


def test_edits_are_undone_last_first() -> None:
    stacks = read_stacks([entry(1), entry(2, "Add"), entry(3, "Move")])
    assert stacks.undo == [Step((2,), "Add"), Step((3,), "Move")]
    assert stacks.redo == []


def test_what_was_undone_can_be_redone_and_undone_again() -> None:
    log = [entry(1), entry(2, "Add"), entry(3, "Add", undoes=2)]
    undone = read_stacks(log)
    assert (undone.undo, undone.redo) == ([], [Step((3,), "Add")])
    redone = read_stacks([*log, entry(4, "Add", undoes=3)])
    assert (redone.undo, redone.redo) == ([Step((4,), "Add")], [])


def test_a_new_edit_forgets_what_could_be_redone() -> None:
    stacks = read_stacks([entry(1), entry(2), entry(3, undoes=2), entry(4, "Move")])
    assert stacks == UndoStacks([Step((4,), "Move")], [])


def test_quick_edits_fold_into_one_step() -> None:
    stacks = read_stacks([entry(1), entry(2), entry(3, continues=2), entry(4, continues=2), entry(5)])
    assert [step.numbers for step in stacks.undo] == [(2, 3, 4), (5,)]


def test_taking_back_something_that_is_on_neither_stack_changes_nothing() -> None:
    log = [entry(1), entry(2), entry(3)]
    assert read_stacks([*log, entry(4, undoes=2)]) == read_stacks(log)


def test_a_transaction_that_has_grown_is_still_one_step() -> None:
    stacks = read_stacks([entry(1), entry(2), entry(3, continues=2)])
    stacks.add(entry(3, continues=2))
    assert [step.numbers for step in stacks.undo] == [(2, 3)]
