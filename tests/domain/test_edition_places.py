"""Where a row was printed before."""

from datetime import date

from success_desktop.domain.edition_places import EarlierPlace, find_earlier_place
from success_desktop.domain.office import Edition, Office, PrintedPlace

ROAD_FIRST, LAMP_FIRST = PrintedPlace("p02", 101, "2"), PrintedPlace("p02", 102, "1")
ROAD_LATER = PrintedPlace("p02", 3, "1")

FIRST = Edition(
    id="o-1",
    kind="first",
    revision_id="r1",
    adopted_on=date(2023, 1, 1),
    places={"road": ROAD_FIRST, "lamp": LAMP_FIRST},
)
SECOND = Edition(id="o-2", kind="correction", base_id="o-1", revision_id="r2", places={"road": ROAD_LATER})
THIRD = Edition(id="o-3", kind="change", base_id="o-1")
OFFICE = Office(editions=(FIRST, SECOND, THIRD))


def test_a_row_is_cited_from_the_book_that_amended_it_last() -> None:
    assert find_earlier_place(OFFICE, THIRD, "road") == EarlierPlace(SECOND, ROAD_LATER)


def test_a_row_not_touched_since_is_cited_from_the_first_book() -> None:
    assert find_earlier_place(OFFICE, THIRD, "lamp") == EarlierPlace(FIRST, LAMP_FIRST)


def test_an_adopted_edition_cites_only_books_before_it() -> None:
    assert find_earlier_place(OFFICE, SECOND, "road") == EarlierPlace(FIRST, ROAD_FIRST)


def test_a_row_of_no_book_is_not_cited() -> None:
    assert find_earlier_place(OFFICE, THIRD, "new") is None
    assert find_earlier_place(Office(editions=(THIRD,)), THIRD, "road") is None
    assert find_earlier_place(OFFICE, FIRST, "road") is None


def test_editions_that_claim_to_amend_each_other_do_not_lead_in_circles() -> None:
    one = Edition(id="o-1", kind="change", base_id="o-2", revision_id="r1")
    other = Edition(id="o-2", kind="change", base_id="o-1", revision_id="r2")

    assert find_earlier_place(Office(editions=(one, other)), one, "road") is None
