"""On whose advice something was done, in the words of either language."""

from datetime import UTC, datetime

import pytest

from success_desktop.domain.advice import NO_ADVICE, Advice
from success_desktop.domain.answers import Answers
from success_desktop.domain.authorship import Stamp
from success_desktop.domain.feedback import Feedback, Remark, Round
from success_desktop.domain.revision import Transaction

AT = datetime(2024, 2, 12, tzinfo=UTC)
STAMP = Stamp("สมหญิง", AT)


def advice(round_name: str = "", **fields) -> Advice:
    """One step that answers one remark."""
    given = {"author": "อ.วิชัย", "text": {"th": "ใช้คำว่า\nฟื้นฟู"}, **fields}
    remark = Remark(id="f-1", round_id="f-r", parent_id="f-r", number="2.1", answers=("uid",), **given)
    feedback = Feedback((Round(id="f-r", number=3, name=round_name),), {"f-1": remark})
    step = Transaction(7, "uid", *STAMP, "Edit text")
    return Advice(feedback, Answers(feedback.remarks, [step], []))


def test_a_step_tells_who_said_what():
    (line,) = advice().lines_of_step(7, "en")
    assert line == "on the advice of อ.วิชัย, item 3:2.1: “ใช้คำว่า ฟื้นฟู”"


def test_a_mere_proposal_is_told_by_its_author_and_number():
    assert advice(text={}).lines_of_step(7, "en") == ("on the advice of อ.วิชัย, item 3:2.1",)


@pytest.mark.parametrize(
    ("round_name", "told"),
    [("Committee", "on the advice of Committee, item 3:2.1"), ("", "on item 3:2.1")],
)
def test_what_nobody_signed_is_the_rounds(round_name, told):
    assert advice(round_name, author="").told([STAMP], "en") == told


def test_scripts_are_given_the_numbers():
    assert advice().numbers([STAMP]) == ["3:2.1"]
    assert advice().numbers([]) == []


def test_without_feedback_nothing_is_done_on_advice():
    assert NO_ADVICE.lines_of_step(7, "th") == ()
    assert NO_ADVICE.told([STAMP], "th") == ""
