"""Minutes that are pasted bring the name and the day of their meeting along."""

from datetime import date

import pytest

from success_desktop.domain.minutes_heading import Heading, read_heading

THAI = """รายงานการประชุมคณะกรรมการที่ปรึกษา ครั้งที่ ๑/๒๕๖๗
วันจันทร์ที่ ๑๒ กุมภาพันธ์ พ.ศ. ๒๕๖๗ เวลา 13.30 น. ผ่าน Zoom"""


def test_the_line_on_a_meeting_is_its_name_and_the_first_day_its_day():
    heading = read_heading(THAI)
    assert heading.name == "รายงานการประชุมคณะกรรมการที่ปรึกษา ครั้งที่ ๑/๒๕๖๗"
    assert heading.on == date(2024, 2, 12)
    assert heading.rest == "วันจันทร์ที่ ๑๒ กุมภาพันธ์ พ.ศ. ๒๕๖๗ เวลา 13.30 น. ผ่าน Zoom"


@pytest.mark.parametrize(
    "text",
    [
        "Meeting of 12 February 2024",
        "Meeting, February 12, 2024",
        "ประชุม 12 ก.พ. 2567",
        "ประชุม 12 เดือนกุมภาพันธ์ 2567",
    ],
)
def test_days_are_read_as_people_write_them(text: str):
    assert read_heading(text).on == date(2024, 2, 12)


def test_what_only_looks_like_a_day_is_passed_over():
    assert read_heading("พิจารณา 3 เรื่อง 2567\nเมื่อ 12 ก.พ. 2567").on == date(2024, 2, 12)
    assert read_heading("พิจารณา 3 เรื่อง 2567").on is None


def test_the_name_need_not_stand_first():
    assert read_heading(f"เทศบาลเมืองตัวอย่าง\n{THAI}").name.startswith("รายงานการประชุม")
    assert read_heading("ข้อเสนอแนะ") == Heading("", None, "ข้อเสนอแนะ")


def test_a_long_line_is_a_text_and_no_name():
    text = "ที่ประชุมได้พิจารณาร่างแผนแล้ว " * 10
    assert read_heading(text) == Heading("", None, text)


def test_minutes_without_a_preface_tell_nothing():
    assert read_heading("") == Heading("", None, "")
