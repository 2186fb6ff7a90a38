"""Where a row was printed before: the edition whose book shows it as it was adopted last, the page and the number there.

An announcement cites a changed row by them: “หน้า 101 โครงการลำดับที่ 2”. A book holds the rows that its edition adopted, so
a row that was not touched since is looked for in ever earlier ones.
"""

from typing import NamedTuple

from success_desktop.domain.office import Edition, Office, PrintedPlace


class EarlierPlace(NamedTuple):
    """The place of a row in the book of an earlier edition."""

    edition: Edition
    place: PrintedPlace


def find_earlier_place(office: Office, edition: Edition, row_id: str) -> EarlierPlace | None:
    """Where a row was printed last before `edition`; None when no book is known to have it."""
    known = {other.id: other for other in office.editions}
    base_id = edition.base_id if edition.is_adopted or not office.adopted else office.adopted[-1].id
    passed = {edition.id}
    while base_id in known and base_id not in passed:
        earlier = known[base_id]
        if row_id in earlier.places:
            return EarlierPlace(earlier, earlier.places[row_id])
        passed.add(base_id)
        base_id = earlier.base_id
    return None
