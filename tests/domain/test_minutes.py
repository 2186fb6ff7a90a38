"""Minutes pasted from anywhere become points, and no letter of them is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.minutes import Minutes, Point, fit_depths, number_points, split_minutes

_THAI = "๐๑๒๓๔๕๖๗๘๙"

COMMITTEE = """ประเด็นข้อเสนอแนะสำคัญจากการประชุม วันที่ 12 กุมภาพันธ์ 2567
๑. แผนควรชัดเจนและตรงประเด็น
   ๑.๑ ผลลัพธ์ที่ภาคภูมิใจ
   ๑.๒ สิ่งที่ต้องปรับปรุง แก้ไข และยกระดับ
๒. จุดเข้าถึง (entry point) ที่เฉียบคม
   งบประมาณที่ขอ
   12.5 ล้านบาท ตามข้อบัญญัติ
๓. ข้อมูลเชิงลึกตั้งแต่ครัวเรือนถึงลุ่มน้ำ และการแบ่งปันข้อมูล
๔. ความสำเร็จคือการเปลี่ยนทัศนคติของผู้บริหารเมือง
๕. เครื่องมือและการมีส่วนร่วมของทุกคน
"""


def outline(minutes: Minutes) -> list[str]:
    """The points as "number text", the way they are shown."""
    return [f"{number} {point.text}" for number, point in numbered(minutes.points)]


def numbered(points: tuple[Point, ...]) -> list[tuple[str, Point]]:
    """The points beside their numbers."""
    return list(zip(number_points(points), points, strict=True))


def letters(*texts: str) -> str:
    """What is written, without the spaces between."""
    return "".join("".join(texts).split())


def test_the_committees_five_points_come_out_with_their_two_sub_points() -> None:
    minutes = split_minutes(COMMITTEE)
    assert minutes.preface.startswith("ประเด็นข้อเสนอแนะสำคัญ")
    assert [number for number, _point in numbered(minutes.points)] == ["1", "1.1", "1.2", "2", "3", "4", "5"]
    assert minutes.points[1] == Point(1, "ผลลัพธ์ที่ภาคภูมิใจ", "๑.๑")


def test_a_line_that_only_begins_with_a_number_goes_on_with_its_point() -> None:
    second = split_minutes(COMMITTEE).points[3]
    assert second.text.splitlines()[1:] == ["งบประมาณที่ขอ", "12.5 ล้านบาท ตามข้อบัญญัติ"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ข้อ 1 ก\nข้อ 1.1 ข\nข้อ ๒ ค", ["1 ก", "1.1 ข", "2 ค"]),
        ("ข้อที่ 1: ก\nข้อที่ 2: ข", ["1 ก", "2 ข"]),
        ("Item 1 - Flood\nItem 2 - Heat", ["1 Flood", "2 Heat"]),
        (
            "Recommendation 1: Say it plainly\na) proud of\nb) improve",
            ["1 Say it plainly", "1.1 proud of", "1.2 improve"],
        ),
        ("1) a\n(1) b\n(2) c\n2) d", ["1 a", "1.1 b", "1.2 c", "2 d"]),
        ("1. ก\nก. ข\nข. ค\n2. ง", ["1 ก", "1.1 ข", "1.2 ค", "2 ง"]),
        ("1. a\n(i) b\n(ii) c\n(iii) d", ["1 a", "1.1 b", "1.2 c", "1.3 d"]),
        ("1.\tจากเวิร์ด\n•\tย่อย\no\tไม่ใช่จุด", ["1 จากเวิร์ด", "1.1 ย่อย\no\tไม่ใช่จุด"]),
        ("- a\n  - b\n- c", ["1 a", "1.1 b", "2 c"]),
        (
            "1. a\n1.1 b\n1.1.1 c\n1.1.2 d\n1.2 e\n2. f",
            ["1 a", "1.1 b", "1.1.1 c", "1.1.2 d", "1.2 e", "2 f"],
        ),
        ("1.ติดกัน\n2.ติดกันด้วย", ["1 ติดกัน", "2 ติดกันด้วย"]),
        ("1. a\n2) b\n3. c", ["1 a", "2 b", "3 c"]),
        ("4. มาจากหน้าถัดไป\n5. ต่อ", ["1 มาจากหน้าถัดไป", "2 ต่อ"]),
        ("1. a\n3. b", ["1 a", "2 b"]),
        ("1.1 a\n1.2 b\n2.1 c", ["1 a", "2 b", "3 c"]),
        ("1. a\n1. b", ["1 a", "2 b"]),
        ("1\tก\n2\tข", ["1 ก", "2 ข"]),
        ("1.\nหัวข้อบรรทัดถัดไป\n2. ข", ["1 หัวข้อบรรทัดถัดไป", "2 ข"]),
    ],
)
def test_every_way_of_numbering_is_read(text: str, expected: list[str]) -> None:
    assert outline(split_minutes(text)) == expected


@pytest.mark.parametrize(
    "line",
    [
        "ข้อ 17 ของระเบียบกระทรวงมหาดไทย",
        "16.00 น. ปิดประชุม",
        "1.5 million baht a year",
        "2567 เป็นปีแรก",
        "ก.พ. 2567",
        "อ. เมือง",
        "9) ไม่ใช่ข้อ",
        "3.7 ไม่ใช่ข้อ",
        "hello) there",
    ],
)
def test_what_only_looks_like_a_mark_is_text(line: str) -> None:
    assert split_minutes(f"1. ก\n{line}").points == (Point(0, f"ก\n{line}", "1."),)


def test_points_that_begin_with_people_years_and_places_are_points() -> None:
    text = "1. คนในชุมชนควรมีส่วนร่วม\n1.1 คนรุ่นใหม่\n1.2 ปีงบประมาณ 2568\n1.3 ล้านนาศึกษา\n2. ปีหน้าควรทบทวน\n3. km of canals"
    assert outline(split_minutes(text)) == [
        "1 คนในชุมชนควรมีส่วนร่วม",
        "1.1 คนรุ่นใหม่",
        "1.2 ปีงบประมาณ 2568",
        "1.3 ล้านนาศึกษา",
        "2 ปีหน้าควรทบทวน",
        "3 km of canals",
    ]


@pytest.mark.parametrize("line", ["1.1 ล้านบาท", "1.1 ปี ต่อแห่ง", "1.1 คน"])
def test_an_amount_that_could_be_a_sub_point_is_none(line: str) -> None:
    assert split_minutes(f"1. ก\n{line}").points == (Point(0, f"ก\n{line}", "1."),)


def test_a_paragraph_with_numbers_inside_is_split_there() -> None:
    minutes = split_minutes("ที่ประชุมเสนอแนะ ๑) ชัดเจน ๒) เฉียบคม 3) แบ่งปัน")
    assert minutes == Minutes(
        "ที่ประชุมเสนอแนะ", (Point(0, "ชัดเจน", "๑)"), Point(0, "เฉียบคม", "๒)"), Point(0, "แบ่งปัน", "3)"))
    )


def test_lines_without_marks_are_a_point_each() -> None:
    assert split_minutes("ข้อแรก\n\n  ข้อสอง (ดู 2)") == Minutes(
        "", (Point(0, "ข้อแรก"), Point(0, "ข้อสอง (ดู 2)"))
    )


def test_nothing_is_no_point() -> None:
    assert split_minutes(" \n\t\n") == Minutes("", ())


def test_prose_that_begins_with_a_letter_and_a_stop_is_no_list() -> None:
    assert split_minutes("อ. เมือง\nจ. สงขลา").points == (Point(0, "อ. เมือง"), Point(0, "จ. สงขลา"))


def test_a_time_in_front_of_everything_is_no_point() -> None:
    assert split_minutes("9.30 เปิดประชุม\n1. ก") == Minutes("9.30 เปิดประชุม", (Point(0, "ก", "1."),))


def test_points_that_skip_a_depth_are_numbered_as_the_next() -> None:
    assert number_points([Point(2, "a"), Point(2, "b"), Point(0, "c")]) == ("1", "1.1", "2")


def test_depths_are_made_to_fit() -> None:
    assert [point.depth for point in fit_depths([Point(3, "a"), Point(5, "b"), Point(-1, "c")])] == [0, 1, 0]


@given(st.text(alphabet="กขคง ab123๑๒.()-•\n\tข้อ", max_size=80))
def test_no_letter_of_any_minutes_is_lost(text: str) -> None:
    minutes = split_minutes(text)
    parts = (part for point in minutes.points for part in (point.label, point.text))
    assert letters(minutes.preface, *parts) == letters(text)


_trees = st.lists(
    st.tuples(st.integers(0, 3), st.text(alphabet="กขคงจabcde ", min_size=1, max_size=12).filter(str.strip)),
    min_size=1,
    max_size=20,
)


@given(_trees, st.booleans(), st.sampled_from(["", "ข้อ ", "Item "]))
def test_points_written_with_dotted_numbers_come_back_as_they_were(
    rows: list[tuple[int, str]], has_thai_digits: bool, word: str
) -> None:
    points = fit_depths([Point(depth, f"เรื่อง{text.strip()}") for depth, text in rows])
    lines = []
    for number, point in numbered(points):
        shown = number.translate(str.maketrans("0123456789", _THAI)) if has_thai_digits else number
        stop = "." if point.depth == 0 and not word else ""
        lines.append(f"{'  ' * point.depth}{word}{shown}{stop} {point.text}")
    found = split_minutes("\n".join(lines))
    assert [(point.depth, point.text) for point in found.points] == [(p.depth, p.text) for p in points]
