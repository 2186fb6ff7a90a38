"""Each tracked element gets one stamp with its own number; what it is on is counted; dates become moments."""

from datetime import UTC, datetime

import pytest
from lxml import etree

from success_desktop.documents.returned.returned_file import Run, Stamp, stands
from success_desktop.documents.returned.stamps import Clock, StampBook
from success_desktop.documents.returned.word_names import W
from success_desktop.documents.word_dates import THAI_TIME


def element(tag: str, **attributes: str) -> etree._Element:
    return etree.Element(f"{W}{tag}", {f"{W}{key}": value for key, value in attributes.items()})


def stamp(sort, author: str = "Ann") -> Stamp:
    return Stamp(sort, author, None, f"body:{author}")


def test_stamps_are_numbered_by_part_and_counted_by_what_they_are_on():
    book = StampBook(Clock(""))
    book.begin("body")
    first = book.make(element("ins", author="Ann", date="2026-11-20T10:00:00Z", id="7"), "ins")
    second = book.make(element("del", id="7"), "del", "row_")
    book.begin("header1")
    third = book.make(element("cellMerge"), "cellMerge", "cell_")
    assert [one.change_id for one in (first, second, third)] == ["body:1", "body:2", "header1:1"]
    assert first == Stamp(
        "ins", "Ann", datetime(2026, 11, 20, 10, tzinfo=UTC), "body:1", "2026-11-20T10:00:00Z"
    )
    assert (second.author, second.at, second.written_at) == ("", None, "")
    assert book.counts == {"insertion": 1, "row_deletion": 1, "cell_merge": 1}
    assert list(book.stamps.values()) == [first, second, third]


def test_a_move_bears_the_name_of_the_innermost_open_range_of_its_own_end():
    book = StampBook(Clock(""))
    book.begin("body")
    book.open_move(element("moveFromRangeStart", id="1", name="outer"), "moveFrom")
    book.open_move(element("moveFromRangeStart", id="2", name="inner"), "moveFrom")
    assert book.make(element("moveFrom"), "moveFrom").move == "inner"
    assert book.make(element("moveTo"), "moveTo").move == ""
    book.close_move(element("moveFromRangeEnd", id="2"), "moveFrom")
    book.close_move(element("moveFromRangeEnd", id="9"), "moveFrom")
    assert book.make(element("moveFrom"), "moveFrom").move == "outer"
    book.begin("footnotes")
    assert book.make(element("moveFrom"), "moveFrom").move == ""


@pytest.mark.parametrize(
    "application", ["Microsoft Office Word", "LibreOffice/7.4", "WPS Office", "microsoft mac"]
)
def test_programs_that_write_the_time_on_the_wall_are_taken_at_thai_time(application: str):
    assert Clock(application).read(element("ins", date="2026-01-01T06:30:00Z"))[1] == datetime(
        2025, 12, 31, 23, 30, tzinfo=UTC
    )


def test_a_moment_is_read_the_same_way_each_time():
    clock = Clock("")
    assert clock.moment("2026-01-01T00:00:00Z", UTC) == datetime(2026, 1, 1, tzinfo=UTC)
    assert clock.moment("2026-01-01T00:00:00Z", THAI_TIME) == datetime(2025, 12, 31, 17, tzinfo=UTC)
    assert clock.moment("2026-01-01T00:00:00Z", UTC) == datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("sorts", "is_sent", "is_returned"),
    [
        ((), True, True),
        (("ins",), False, True),
        (("del",), True, False),
        (("ins", "del"), False, False),
        (("moveTo",), False, True),
        (("moveFrom",), True, False),
        (("cellIns",), False, True),
        (("cellDel",), True, False),
        (("cellMerge",), True, True),
    ],
)
def test_what_bears_marks_stands_as_they_say(sorts: tuple[str, ...], is_sent: bool, is_returned: bool):
    marks = tuple(stamp(sort) for sort in sorts)
    assert stands(marks, "rejected") is is_sent
    assert stands(marks, "accepted") is is_returned


def test_a_run_names_who_brought_and_who_took_it():
    run = Run("a", (stamp("ins", "Ann"), stamp("ins", "Ben"), stamp("moveFrom", "Cat")))
    assert (run.inserted, run.deleted, run.is_moved) == (run.marks[0], run.marks[2], True)
    assert (Run("a").inserted, Run("a").deleted, Run("a").is_moved) == (None, None, False)
