"""Ids."""

import re

from success_desktop.ids import new_id


def test_ids_never_meet_and_are_26_characters() -> None:
    ids = {new_id() for _count in range(2000)}
    assert len(ids) == 2000
    assert all(re.fullmatch("[0-9a-hjkmnp-tv-z]{26}", one) for one in ids)


def test_later_ids_sort_after_earlier_ones() -> None:
    first = new_id()
    later = first
    while later[:10] == first[:10]:
        later = new_id()
    assert later > first
