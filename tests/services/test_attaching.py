"""On whose advice was this changed? Asked of the history, answered by what was accepted and what was attached."""

import pytest

from success_desktop.domain.advice import NO_ADVICE
from success_desktop.domain.authorship import Stamp
from success_desktop.domain.revision import Transaction
from success_desktop.services import editing
from success_desktop.services.attaching import (
    answers_of,
    attach_edits,
    detach_edits,
    read_advice,
)
from success_desktop.services.clashes import Clash
from success_desktop.services.deciding import accept, reopen, resolve_clash
from success_desktop.services.histories import list_entries
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import take_revision
from tests.plans import named
from tests.services.proposals import comment, now, take_in, wording


@pytest.fixture
def place(editor):
    return named(editor.plan, "Project dredge"), "name", "th"


def newest_step(editor: PlanEditor) -> Transaction:
    """What was done last."""
    return editor.file.store.list_transactions()[-1]


def answered(editor, node_id: str) -> list[list[str]]:
    """For each entry in the history of a node, newest first, who is answered by it."""
    answers = read_advice(editor, (node_id,)).answers
    return [
        [remark.author for remark in answers.of_step(entry.step.number)]
        for entry in list_entries(editor, node_id)
    ]


def test_what_was_accepted_is_the_answer_of_its_step(editor, place):
    proposed = wording(editor.plan, place, "ฟื้นฟูคลอง")
    take_in(editor, proposed)
    editing.set_text(editor, place, "ขุดลอกคลองdredge")
    editor.end_step()
    assert answered(editor, place[0]) == [[]]
    clash = accept(editor, proposed.id)
    assert isinstance(clash, Clash)
    resolve_clash(editor, clash, "ฟื้นฟูคลอง")
    assert answered(editor, place[0]) == [["อ.วิชัย"], []]


def test_steps_attached_by_hand_are_answers(editor, place):
    said = comment("ใช้คำว่าฟื้นฟู")
    take_in(editor, said)
    editing.set_text(editor, place, "ฟื้นฟูคลอง")
    step = newest_step(editor)
    attach_edits(editor, said.id, [step.uid, step.uid])
    assert answers_of(editor, now(editor, said)) == (step,)
    assert answered(editor, place[0]) == [["อ.มาลี"]]
    detach_edits(editor, said.id, [step.uid])
    assert answers_of(editor, now(editor, said)) == ()
    assert answered(editor, place[0]) == [[]]
    editor.undo()
    assert now(editor, said).answers == (step.uid,)


def test_all_edits_of_one_sitting_count_as_the_step(editor, place, clock):
    said = comment("ใช้คำว่าฟื้นฟู")
    take_in(editor, said)
    editing.set_text(editor, place, "ฟื้นฟู")
    take_revision(editor, "ร่าง")
    clock.pass_seconds(1)
    editing.set_text(editor, place, "ฟื้นฟูคลอง")
    newest = newest_step(editor)
    first = newest.continues
    assert first is not None
    attach_edits(editor, said.id, [newest.uid])
    answers = read_advice(editor).answers
    assert [item.id for item in answers.of_step(first)] == [said.id]
    assert answered(editor, place[0]) == [["อ.มาลี"]]


def test_what_was_taken_back_answers_nobody(editor, place):
    proposed = wording(editor.plan, place, "ฟื้นฟูคลอง")
    take_in(editor, proposed)
    accept(editor, proposed.id)
    assert answered(editor, place[0])[0] == ["อ.วิชัย"]
    editor.undo()
    assert not any(answered(editor, place[0]))
    editor.redo()
    assert answered(editor, place[0]) == [[], [], ["อ.วิชัย"]], "redone, accepting it is what answers it"
    reopen(editor, proposed.id)
    assert not any(answered(editor, place[0]))


def test_a_stamp_tells_its_remarks(editor, place, clock):
    proposed = wording(editor.plan, place, "ฟื้นฟูคลอง")
    take_in(editor, proposed)
    clock.pass_seconds(60)
    accept(editor, proposed.id)
    answers = read_advice(editor).answers
    assert [item.id for item in answers.of_stamps([Stamp("สมหญิง", clock())])] == [proposed.id]
    assert answers.of_stamps([Stamp("ใคร", clock())]) == ()
    assert answers.of_stamps([]) == ()


def test_unknown_steps_answer_nobody(editor, place):
    said = comment("ใช้คำว่าฟื้นฟู", answers=("uid-of-another-plan",))
    take_in(editor, said)
    answers = read_advice(editor).answers
    assert answers.of_step(1) == answers.of_step(99) == ()
    assert answers_of(editor, now(editor, said)) == ()


def test_a_plan_without_feedback_has_no_answers(editor):
    assert read_advice(editor) is NO_ADVICE


def test_an_attached_step_that_was_taken_back_answers_nobody(editor, place):
    said = comment("ใช้คำว่าฟื้นฟู")
    take_in(editor, said)
    editing.set_text(editor, place, "ฟื้นฟูคลอง")
    step = newest_step(editor)
    editor.undo()
    attach_edits(editor, said.id, [step.uid])
    assert not any(answered(editor, place[0]))
