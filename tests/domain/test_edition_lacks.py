"""What an edition still lacks before it can be adopted."""

from dataclasses import replace

from success_desktop.domain.edition_lacks import list_lacks, needs_reasons
from success_desktop.domain.editions import EditionRow
from success_desktop.domain.office import Edition, RowNote
from tests.editions import LAMP, ROAD, form_set, row_id, town_plan, without

PLAN = town_plan()
WHOLE = Edition(id="o-1", kind="change", number=1, year_be=2568, clause="ข้อ 22/1")
LAMP_ROW = EditionRow(row_id(PLAN, LAMP), "project", "removed", "p02", (), "removed")
ROAD_ROW = EditionRow(row_id(PLAN, ROAD), "project", "edited", "p02", ("name",), "substance", ("name",))
TOLD = RowNote(id="o-2", row_id=ROAD_ROW.row_id, reason={"th": "จำเป็น"})


def fields(edition: Edition, *rows: EditionRow) -> list[tuple[str, str]]:
    return [(lack.row_id, lack.field) for lack in list_lacks(edition, rows, PLAN, PLAN, form_set())]


def test_a_whole_edition_lacks_nothing() -> None:
    assert fields(WHOLE, replace(ROAD_ROW, note=TOLD)) == []


def test_number_year_clause_and_rows_are_asked_for() -> None:
    assert fields(Edition(id="o-1", kind="change")) == [
        ("", "number"),
        ("", "year_be"),
        ("", "clause"),
        ("", "rows"),
    ]


def test_a_first_edition_has_neither_number_nor_reasons_to_give() -> None:
    first = Edition(id="o-1", kind="first", clause="ข้อ 17")

    assert list_lacks(first, [ROAD_ROW], PLAN, None, form_set()) == []


def test_a_first_edition_of_an_empty_plan_lacks_rows() -> None:
    first = Edition(id="o-1", kind="first", clause="ข้อ 17")
    (lack,) = list_lacks(first, [], PLAN, None, form_set())

    assert lack.text("en") == "The plan has no row yet that a form prints."


def test_each_row_without_a_reason_is_named_even_one_that_is_gone() -> None:
    blank = replace(TOLD, reason={"th": "  "})
    lacks = list_lacks(
        WHOLE, [LAMP_ROW, replace(ROAD_ROW, note=blank)], without(PLAN, LAMP), PLAN, form_set()
    )

    assert [lack.text("th") for lack in lacks] == [
        f"ยังไม่ได้ใส่เหตุผลและความจำเป็น: {LAMP}",
        f"ยังไม่ได้ใส่เหตุผลและความจำเป็น: {ROAD}",
    ]


def test_a_merger_or_duplicate_with_no_other_row_is_named() -> None:
    merged = replace(TOLD, deed="merged")
    paired = replace(TOLD, deed="duplicate", other_id=LAMP_ROW.row_id)

    assert fields(WHOLE, replace(ROAD_ROW, note=merged)) == [(ROAD_ROW.row_id, "other_id")]
    assert fields(WHOLE, replace(ROAD_ROW, note=paired)) == []


def test_a_form_set_says_which_kinds_of_editions_need_reasons_and_else_the_regulation_does() -> None:
    silent = form_set().model_copy(update={"editions": {}})
    spec = form_set().editions["change"].model_copy(update={"has_reasons": False})
    lenient = form_set().model_copy(update={"editions": {"change": spec}})

    assert needs_reasons(WHOLE, silent)
    assert not needs_reasons(replace(WHOLE, kind="correction"), silent)
    assert not needs_reasons(WHOLE, lenient)
