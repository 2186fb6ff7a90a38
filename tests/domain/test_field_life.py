"""The life of a field: traced back from what it holds now, step by step."""

from datetime import UTC, datetime

from success_desktop.domain.edits import MoveNode, SetValue
from success_desktop.domain.field_life import trace_field
from success_desktop.domain.history import Entry
from success_desktop.domain.revision import Revision, Transaction

AT = datetime(2024, 2, 12, tzinfo=UTC)
PLACE = ("p1", "objective")


def entry(number: int, *edits: SetValue | MoveNode) -> Entry:
    return Entry(Transaction(number, f"uid-{number}", "สมหญิง", AT, "Edit text"), edits)


def wording(old: str | None, new: str | None, part: str = "th", field: str = "objective") -> SetValue:
    return SetValue("p1", field, part, old, new)


def revision(ordinal: int, number: int) -> Revision:
    return Revision(f"r{ordinal}", number, None, "สมหญิง", AT, "", f"ร่างที่ {ordinal}", "", "", ordinal)


def test_each_wording_stands_between_the_one_before_and_the_one_after():
    entries = [entry(5, wording("น้ำท่วม", "น้ำแล้ง")), entry(3, wording("น้ำ", "น้ำท่วม"))]
    newest, middle, first = trace_field({"th": "น้ำแล้ง"}, entries, PLACE, [])
    assert (newest.parts, newest.former) == ({"th": "น้ำแล้ง"}, {"th": "น้ำท่วม"})
    assert (middle.parts, middle.former) == ({"th": "น้ำท่วม"}, {"th": "น้ำ"})
    assert (first.parts, first.former, first.entry) == ({"th": "น้ำ"}, {}, None)


def test_a_field_that_was_empty_at_first_begins_with_its_first_wording():
    (only,) = trace_field({"th": "น้ำ"}, [entry(2, wording(None, "น้ำ"))], PLACE, [])
    assert only.entry is not None
    assert only.former == {}


def test_an_emptied_field_remembers_what_it_said():
    emptied, said = trace_field({}, [entry(3, wording("น้ำ", None)), entry(2, wording(None, "น้ำ"))], PLACE, [])
    assert (emptied.parts, said.parts) == ({}, {"th": "น้ำ"})


def test_the_other_language_stays_as_it_was():
    (newest, first) = trace_field({"th": "ดิน", "en": "Soil"}, [entry(2, wording("น้ำ", "ดิน"))], PLACE, [])
    assert newest.former == {"th": "น้ำ", "en": "Soil"}
    assert first.parts == {"th": "น้ำ", "en": "Soil"}


def test_other_fields_and_moves_are_not_part_of_it():
    entries = [
        entry(4, MoveNode("p1", "a", "V", "b", "V")),
        entry(3, wording("ก", "ข", field="name")),
        entry(2, wording("น้ำ", "ดิน"), wording("ก", "ข", field="name")),
    ]
    life = trace_field({"th": "ดิน"}, entries, PLACE, [])
    assert [one.parts for one in life] == [{"th": "ดิน"}, {"th": "น้ำ"}]


def test_a_field_that_never_held_anything_has_no_life():
    assert trace_field({}, [], PLACE, []) == []


def test_a_wording_is_first_kept_in_the_first_revision_behind_it():
    entries = [entry(9, wording("ข", "ค")), entry(4, wording("ก", "ข"))]
    revisions = [revision(1, 2), revision(2, 6), revision(3, 8)]
    newest, middle, first = trace_field({"th": "ค"}, entries, PLACE, revisions)
    assert newest.revision is None
    assert middle.revision == revisions[1]
    assert first.revision == revisions[0]


def test_a_wording_replaced_before_anybody_kept_it_is_in_no_revision():
    entries = [entry(5, wording("ข", "ค")), entry(4, wording("ก", "ข"))]
    newest, middle, first = trace_field({"th": "ค"}, entries, PLACE, [revision(1, 7)])
    assert newest.revision == revision(1, 7)
    assert middle.revision is None
    assert first.revision is None
