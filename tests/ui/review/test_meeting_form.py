"""What is known of a meeting is filled in while it goes on."""

from datetime import date

from tests.ui.acting import type_text
from tests.ui.review.meetings import held


def test_what_is_known_of_a_meeting_is_kept_when_a_field_is_left(open_desk, meeting):
    form = meeting.form
    form.lines["on"].clear()
    type_text(form.lines["on"], "12 ก.พ. 2567")
    type_text(form.lines["place"], "Zoom 123")
    type_text(form.texts["attendees"], "9 คน")
    meeting.commit_pending()
    (known,) = held(open_desk)
    assert (known.on, known.place, known.attendees) == (date(2024, 2, 12), "Zoom 123", "9 คน")
    assert form.lines["on"].text() == "12 ก.พ. 2567"
    assert "12 ก.พ. 2567" in meeting.head.rounds.currentText()


def test_a_day_that_is_none_is_marked_and_stays_as_typed(open_desk, meeting):
    line = meeting.form.lines["on"]
    line.clear()
    type_text(line, "32 ก.พ. 2567")
    meeting.commit_pending()
    assert meeting.form.refusal.isVisibleTo(meeting)
    assert line.text() == "32 ก.พ. 2567"
    assert held(open_desk)[0].on != date(2024, 2, 12)
