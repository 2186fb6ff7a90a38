"""What answered a remark, read off the log: the deciding step, what was attached, nothing that was taken back."""

import pytest

from success_desktop.domain.answer_changes import ChangedNode, ChangedValue
from success_desktop.domain.edits import SetValue
from success_desktop.domain.feedback import Remark
from success_desktop.domain.feedback_edits import set_feedback
from success_desktop.services import answer_history, editing
from success_desktop.services.answer_history import NO_ANSWER, Answer, read_answers
from success_desktop.services.attaching import attach_edits
from success_desktop.services.clashes import list_clashes
from success_desktop.services.deciding import accept, accept_partly, decline, reopen, resolve_clash
from success_desktop.services.revisions import take_revision
from tests.plans import named
from tests.services.proposals import Place, comment, feedback, take_in, wording


@pytest.fixture
def place(editor) -> Place:
    return named(editor.plan, "Project dredge"), "name", "th"


def answer_of(editor, remark: Remark) -> Answer:
    here = feedback(editor).remarks[remark.id]
    return read_answers(editor, [(here, here.anchor)])[remark.id]


def news(answer: Answer) -> list[object]:
    """What stands in the values changed."""
    return [change.new for change in answer.changes if isinstance(change, ChangedValue)]


def uid(editor) -> str:
    return str(editor.file.store.list_transactions()[-1].uid)


def rename(editor, name: str, node: str = "Project gauge") -> str:
    """Give a project another Thai name, as a step of its own; the uid of what was done."""
    editing.set_text(editor, (named(editor.plan, node), "name", "th"), name)
    editor.end_step()
    return uid(editor)


def test_what_deciding_changed_is_the_answer(editor, place: Place):
    proposed = wording(editor.plan, place, "โครงการใหม่")
    take_in(editor, proposed)
    assert answer_of(editor, proposed) == NO_ANSWER
    accept(editor, proposed.id)
    number = editor.file.store.last_number()
    changed = ChangedValue(*place, "โครงการdredge", "โครงการใหม่")
    assert answer_of(editor, proposed) == Answer((changed,), number)


def test_a_decision_taken_back_or_made_anew_is_no_answer_and_done_again_is_one(editor, place: Place):
    proposed = wording(editor.plan, place, "โครงการใหม่")
    take_in(editor, proposed)
    accept(editor, proposed.id)
    editor.undo()
    assert answer_of(editor, proposed) == NO_ANSWER
    editor.redo()
    assert len(answer_of(editor, proposed).changes) == 1
    reopen(editor, proposed.id)
    assert answer_of(editor, proposed) == NO_ANSWER
    decline(editor, proposed.id, "ไม่รับ")
    assert answer_of(editor, proposed) == NO_ANSWER


def test_what_was_changed_is_still_the_answer_after_opening_a_remark_again(editor, place: Place):
    proposed = wording(editor.plan, place, "โครงการใหม่")
    take_in(editor, proposed)
    accept(editor, proposed.id)
    first = answer_of(editor, proposed)
    reopen(editor, proposed.id)
    accept(editor, proposed.id, "แก้ตามข้อเสนอ")
    assert answer_of(editor, proposed) == first
    reopen(editor, proposed.id)
    accept_partly(editor, proposed.id, "โครงการใหม่กว่า")
    assert answer_of(editor, proposed).changes == (ChangedValue(*place, "โครงการdredge", "โครงการใหม่กว่า"),)


def test_steps_attached_by_hand_are_told_with_all_that_was_typed_in_them(editor):
    said = comment("ควรชัดเจน")
    take_in(editor, said)
    gauge = named(editor.plan, "Project gauge")
    editing.set_text(editor, (gauge, "name", "th"), "โครงการวัด")
    take_revision(editor, "ระหว่างพิมพ์")
    editing.set_text(editor, (gauge, "name", "th"), "โครงการวัดระดับน้ำ")
    editor.end_step()
    attach_edits(editor, said.id, [uid(editor)])
    (change,) = answer_of(editor, said).changes
    assert change == ChangedValue(gauge, "name", "th", "โครงการgauge", "โครงการวัดระดับน้ำ")


def test_an_attached_step_taken_back_since_is_not_told(editor):
    said = comment("ควรชัดเจน")
    take_in(editor, said)
    kept = rename(editor, "โครงการหนึ่ง")
    lost = rename(editor, "โครงการสอง", "Project map")
    editor.undo()
    attach_edits(editor, said.id, [kept])
    edits = set_feedback(editor.plan, said.id, {"answers": [kept, lost, "of-another-copy"]})
    editor.edit("attach", edits)
    assert news(answer_of(editor, said)) == ["โครงการหนึ่ง"]


def test_one_step_that_settled_two_remarks_tells_each_of_its_own_place(editor, place: Place):
    other = (named(editor.plan, "Project gauge"), "name", "th")
    one, two = wording(editor.plan, place, "หนึ่ง"), wording(editor.plan, other, "สอง")
    take_in(editor, one, two)
    plan = editor.plan
    decided = {"disposition": "accepted"}
    edits = (
        SetValue(*place, "โครงการdredge", "หนึ่ง"),
        SetValue(*other, "โครงการgauge", "สอง"),
        *set_feedback(plan, one.id, decided),
        *set_feedback(plan, two.id, decided),
    )
    editor.edit("both", edits)
    assert news(answer_of(editor, one)) == ["หนึ่ง", "สอง"]
    both = [(remark, remark.anchor) for remark in feedback(editor).remarks.values()]
    answers = read_answers(editor, both)
    assert news(answers[one.id]) == ["หนึ่ง"]
    assert news(answers[two.id]) == ["สอง"]


def test_a_clash_decided_once_is_the_answer_to_all_of_it(editor, place: Place):
    one, two = wording(editor.plan, place, "หนึ่ง"), wording(editor.plan, place, "สอง", author="อ.มาลี")
    take_in(editor, one, two)
    (clash,) = list_clashes(editor.plan, feedback(editor))
    resolve_clash(editor, clash, "สอง", "รวมแล้ว")
    pairs = [(remark, remark.anchor) for remark in feedback(editor).remarks.values()]
    answers = read_answers(editor, pairs)
    assert answers[one.id] == answers[two.id]
    assert answers[one.id].changes


def test_a_node_deleted_for_a_remark_is_told_by_its_name(editor):
    said = comment("ตัดออก")
    take_in(editor, said)
    editing.remove_node(editor, named(editor.plan, "Project map"))
    attach_edits(editor, said.id, [uid(editor)])
    (change,) = answer_of(editor, said).changes
    assert isinstance(change, ChangedNode)
    assert (change.deed, change.names["en"]) == ("removed", "Project map")


def test_many_remarks_are_answered_in_one_sweep_just_the_same(editor, place: Place, monkeypatch):
    remarks = [wording(editor.plan, place, f"ชื่อที่ {number}") for number in range(3)]
    take_in(editor, *remarks)
    for remark in remarks:
        resolved = feedback(editor).remarks[remark.id]
        edits = (
            SetValue(*place, editor.plan.nodes[place[0]].text("name", "th"), resolved.proposed),
            *set_feedback(editor.plan, remark.id, {"disposition": "accepted"}),
        )
        editor.edit("accept", edits)
    pairs = [(one, one.anchor) for one in feedback(editor).remarks.values()]
    one_by_one = read_answers(editor, pairs)
    monkeypatch.setattr(answer_history, "_MANY", 1)
    assert read_answers(editor, pairs) == one_by_one
    assert [news(answer)[0] for answer in one_by_one.values()] == [
        "ชื่อที่ 0",
        "ชื่อที่ 1",
        "ชื่อที่ 2",
    ]
