"""Rounds and remarks written down, classed and answered by hand: each verb one step, nothing that came in ever dropped."""

import pytest

from success_desktop.domain.feedback import Reply
from success_desktop.domain.feedback_edits import add_remarks
from success_desktop.domain.plan import Plan
from success_desktop.errors import UserError
from success_desktop.services.arranging import move_down
from success_desktop.services.deciding import accept
from success_desktop.services.feedback import (
    assign,
    can_remove_round,
    edit_reply,
    remove_remark,
    remove_reply,
    remove_round,
    reply,
    set_nature,
    set_response,
    set_weight,
)
from success_desktop.services.meetings import indent_point
from success_desktop.services.plan_editor import PlanEditor
from tests.feedback_samples import FILE, remark
from tests.services.proposals import comment, feedback, now, take_in


@pytest.fixture
def said(editor):
    """A comment that came in a file."""
    found = comment("ควรระบุปีให้ชัด", source="comment|1")
    take_in(editor, found)
    return found


def typed(editor: PlanEditor) -> str:
    """The id of a remark of the same round that came in no file."""
    new = remark("typed", FILE)
    editor.edit("take down", add_remarks(editor.plan, (new,)))
    return new.id


def undoes(editor: PlanEditor, before: Plan) -> bool:
    """Whether one press of Ctrl+Z leads back to the plan as it was."""
    editor.undo()
    return editor.plan == before


def test_a_response_is_worded_language_by_language(editor, said):
    set_response(editor, said.id, "th", "แก้แล้ว")
    set_response(editor, said.id, "en", "Done")
    set_response(editor, said.id, "th", "")
    assert now(editor, said).response == {"en": "Done"}


def test_remarks_are_classed_together_in_one_step(editor):
    one, two = comment("1"), comment("2")
    take_in(editor, one, two)
    before = editor.plan
    ids = [one.id, two.id, one.id]
    set_nature(editor, ids, "question")
    assert [now(editor, item).nature for item in (one, two)] == ["question"] * 2
    assert undoes(editor, before)
    set_weight(editor, ids, "major")
    assign(editor, ids, " สมชาย \n ใจดี")
    assert (now(editor, two).weight, now(editor, two).assignee) == ("major", "สมชาย ใจดี")


def test_our_replies_are_signed_and_can_be_mended(editor, said, clock):
    reply_id = reply(editor, said.id, " ปีใดครับ ")
    (answer,) = now(editor, said).replies
    assert (answer.id, answer.author, answer.at, answer.text) == (reply_id, "สมหญิง", clock(), "ปีใดครับ")
    assert answer.is_ours
    edit_reply(editor, reply_id, "ปีใดคะ")
    assert now(editor, said).replies[0].text == "ปีใดคะ"
    remove_reply(editor, reply_id)
    assert now(editor, said).replies == ()


def test_a_reply_that_says_nothing_is_refused(editor, said):
    with pytest.raises(UserError):
        reply(editor, said.id, "\n ")
    reply_id = reply(editor, said.id, "ครับ")
    with pytest.raises(UserError):
        edit_reply(editor, reply_id, "")


def test_a_reviewers_reply_stays_as_it_came(editor):
    theirs = comment("1", replies=(Reply(id="f-theirs", author="อ.มาลี", text="ขอดูอีกครั้ง", source="2"),))
    take_in(editor, theirs)
    for verb in (remove_reply, lambda one, reply_id: edit_reply(one, reply_id, "อื่น")):
        with pytest.raises(UserError):
            verb(editor, "f-theirs")
    assert now(editor, theirs).replies[0].text == "ขอดูอีกครั้ง"


def test_what_came_in_a_file_is_never_removed(editor, said):
    below = typed(editor)
    with pytest.raises(UserError):
        remove_remark(editor, said.id)
    before = editor.plan
    remove_remark(editor, below)
    assert below not in feedback(editor).remarks
    assert undoes(editor, before)


def test_a_remark_stays_when_something_below_it_came_in_a_file(editor, said):
    parent = typed(editor)
    move_down(editor, said.id)
    indent_point(editor, said.id)
    with pytest.raises(UserError):
        remove_remark(editor, parent)


def test_a_round_goes_whole_until_something_in_it_is_answered(editor, said):
    before = editor.plan
    assert can_remove_round(feedback(editor), FILE.id)
    remove_round(editor, FILE.id)
    assert feedback(editor).rounds == ()
    assert undoes(editor, before)


@pytest.mark.parametrize(
    "answer",
    [
        lambda editor, item: accept(editor, item.id),
        lambda editor, item: set_response(editor, item.id, "th", "ขอบคุณ"),
        lambda editor, item: reply(editor, item.id, "ปีใดครับ"),
    ],
)
def test_an_answered_round_stays(editor, said, answer):
    answer(editor, said)
    assert not can_remove_round(feedback(editor), FILE.id)
    with pytest.raises(UserError):
        remove_round(editor, FILE.id)
    assert said.id in feedback(editor).remarks
