"""Which siblings have moved: as few as possible, and those whose position was written anew."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.sibling_order import moved_siblings

ORDERS = st.integers(0, 9).flatmap(lambda count: st.permutations("abcdefghi"[:count]))


def fewest_moves(new: list[str]) -> int:
    """How many letters must leave `new` so that the rest stands in the order of the alphabet, by trying all choices."""
    for left_out in range(len(new) + 1):
        for kept in itertools.combinations(new, len(new) - left_out):
            if list(kept) == sorted(kept):
                return left_out
    raise AssertionError


def test_nobody_moves_in_an_order_that_is_the_same():
    assert moved_siblings("abc", "abc") == frozenset()


@pytest.mark.parametrize(
    ("new", "moved"), [("bca", "a"), ("cab", "c"), ("acbd", "b"), ("acbd", "c"), ("dabc", "d")]
)
def test_the_one_that_was_dragged_is_the_one_that_moved(new: str, moved: str):
    settled = set(new) - {moved}
    assert moved_siblings(sorted(new), list(new), settled) == {moved}


def test_of_two_that_changed_places_the_one_with_a_new_position_moved():
    assert moved_siblings("ab", "ba", {"b"}) == {"a"}
    assert moved_siblings("ab", "ba", {"a"}) == {"b"}


def test_who_kept_its_position_has_not_moved_though_many_were_moved_around_it():
    assert moved_siblings("abcd", "bcda", {"a"}) == {"b", "c", "d"}
    assert moved_siblings("abcd", "bcda", {"b", "d"}) == {"a"}


@given(ORDERS)
def test_no_choice_is_smaller(new: list[str]):
    moved = moved_siblings(sorted(new), new)
    stayed = [node_id for node_id in new if node_id not in moved]
    assert stayed == sorted(stayed)
    assert len(moved) == fewest_moves(new)
