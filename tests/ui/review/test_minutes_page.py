"""Pasted minutes are shown split into points before they come in."""

from datetime import date

from PySide6.QtWidgets import QApplication

from tests.ui.review.meetings import held, panel_of, said

MINUTES = "ข้อเสนอแนะ\n๑. ชัดเจน\n๑.๑ ภาคภูมิใจ\n๑.๒ ต้องปรับปรุง\n๒. Entry point\n"


def test_pasted_minutes_are_shown_split_before_they_come_in(open_desk):
    QApplication.clipboard().setText(MINUTES)
    open_desk.review.paste_minutes()
    panel = panel_of(open_desk)
    shown = [panel.minutes.found.item(row).text().split() for row in range(panel.minutes.found.count())]
    assert [words[0] for words in shown] == ["1", "1.1", "1.2", "2"]
    assert held(open_desk) == []
    panel.minutes.take.click()
    (made,) = held(open_desk)
    assert made.agenda == "ข้อเสนอแนะ"
    assert said(open_desk) == ["1 ชัดเจน", "1.1 ภาคภูมิใจ", "1.2 ต้องปรับปรุง", "2 Entry point"]


def test_pasted_minutes_name_and_date_their_meeting(open_desk):
    heading = "รายงานการประชุมคณะกรรมการที่ปรึกษา ครั้งที่ 1\nวันที่ 12 กุมภาพันธ์ 2567"
    QApplication.clipboard().setText(f"{heading}\n{MINUTES}")
    open_desk.review.paste_minutes()
    panel_of(open_desk).minutes.take.click()
    (made,) = held(open_desk)
    assert made.name == "รายงานการประชุมคณะกรรมการที่ปรึกษา ครั้งที่ 1"
    assert made.on == date(2024, 2, 12)
    assert made.agenda == "วันที่ 12 กุมภาพันธ์ 2567\nข้อเสนอแนะ"


def test_pasting_can_be_given_up(open_desk, meeting):
    meeting.paste(MINUTES, is_for_new=False)
    meeting.minutes.keeps_preface.setChecked(False)
    meeting.minutes.cancel.click()
    assert said(open_desk) == []
    assert meeting.stack.currentIndex() == 0


def test_nothing_pasted_cannot_be_taken(meeting):
    meeting.paste(" ", is_for_new=True)
    assert not meeting.minutes.take.isEnabled()
