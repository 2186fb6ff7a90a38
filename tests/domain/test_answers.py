"""Which remarks a step of the history answered."""

from datetime import UTC, datetime, timedelta

from success_desktop.domain.answers import Answers
from success_desktop.domain.authorship import Stamp
from success_desktop.domain.edits import AddNode, Edit, SetValue
from success_desktop.domain.feedback import Disposition, Remark
from success_desktop.domain.revision import Transaction

START = datetime(2024, 2, 12, tzinfo=UTC)


def done(number: int, undoes: int | None = None, continues: int | None = None) -> Transaction:
    """A step of สมหญิง, a minute after the one before."""
    at = START + timedelta(minutes=number)
    return Transaction(number, f"uid-{number}", "สมหญิง", at, "Edit", undoes, continues)


def remark(name: str, disposition: Disposition = "open", answers: tuple[str, ...] = ()) -> Remark:
    return Remark(id=name, round_id="r", parent_id="r", number="1", disposition=disposition, answers=answers)


def decided(name: str, disposition: str) -> SetValue:
    return SetValue(name, "disposition", "", None, disposition)


def told(answers: Answers, number: int) -> list[str]:
    return [item.id for item in answers.of_step(number)]


def test_all_steps_that_accepted_a_remark_answer_it():
    remarks = {"f-1": remark("f-1", "accepted"), "f-2": remark("f-2", "declined")}
    edits: list[tuple[int, Edit]] = [
        (1, AddNode("f-1", "remark", "r", "V")),
        (2, SetValue("f-1", "text", "th", None, "ก")),
        (2, decided("f-1", "partly")),
        (3, decided("f-1", "accepted")),
        (3, decided("f-2", "declined")),
        (3, decided("f-9", "accepted")),
    ]
    answers = Answers(remarks, [done(1), done(2), done(3)], edits)
    assert [told(answers, number) for number in (1, 2, 3, 4)] == [[], ["f-1"], ["f-1"], []]


def test_attached_steps_answer_with_all_that_belongs_to_them():
    remarks = {"f-1": remark("f-1", answers=("uid-3", "uid-of-nobody"))}
    answers = Answers(remarks, [done(1), done(2), done(3, continues=2)], [])
    assert [told(answers, number) for number in (1, 2, 3)] == [[], ["f-1"], ["f-1"]]


def test_a_remark_is_told_once_for_a_step_that_answers_it_twice():
    remarks = {"f-1": remark("f-1", "accepted", ("uid-2",))}
    answers = Answers(remarks, [done(1), done(2)], [(2, decided("f-1", "accepted"))])
    assert told(answers, 2) == ["f-1"]


def test_steps_taken_back_answer_nobody():
    remarks = {"f-1": remark("f-1", answers=("uid-2",))}
    answers = Answers(remarks, [done(1), done(2), done(3, undoes=2)], [])
    assert told(answers, 2) == told(answers, 3) == []


def test_a_stamp_stands_for_its_step():
    remarks = {"f-1": remark("f-1", answers=("uid-2",))}
    answers = Answers(remarks, [done(1), done(2)], [])
    assert [item.id for item in answers.of_stamps([Stamp("สมหญิง", done(2).at)] * 2)] == ["f-1"]
    assert answers.of_stamps([Stamp("สมหญิง", START)]) == ()
    assert answers.of_stamps([]) == ()
