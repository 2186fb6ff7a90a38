"""Positions: there is always room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.order import position_between, spread_positions


@given(st.lists(st.integers(min_value=0, max_value=10_000), min_size=1, max_size=200))
def test_there_is_always_room_between_two_neighbours(places: list[int]) -> None:
    row: list[str] = []
    for place in places:
        index = place % (len(row) + 1)
        before = row[index - 1] if index else None
        after = row[index] if index < len(row) else None
        row.insert(index, position_between(before, after))
    assert row == sorted(set(row))


@given(st.integers(min_value=0, max_value=3000))
def test_many_positions_come_in_order_and_stay_short(count: int) -> None:
    row = spread_positions(count)
    assert len(row) == count
    assert row == sorted(set(row))
    assert all(len(position) <= 50 for position in row)


def test_positions_can_be_spread_between_two_others() -> None:
    assert all("K" < position < "L" for position in spread_positions(500, "K", "L"))


def test_appending_five_hundred_times_stays_under_fifty_characters() -> None:
    last = None
    for _place in range(500):
        last = position_between(last, None)
    assert last is not None
    assert len(last) < 50


def test_there_is_no_place_between_a_position_and_itself() -> None:
    with pytest.raises(ValueError, match="no place"):
        position_between("V", "V")
