"""Aligning two sequences: names first, then families, and nothing lost."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from success_desktop.documents.redline.alignment import Key, Step, align, keep_order


def keys(text: str) -> list[Key]:
    """Letters are names; digits are things without a name, of the family of that digit."""
    return [Key("", letter) if letter.isdigit() else Key(letter, "letter") for letter in text]


def merged(old: str, new: str) -> str:
    """``a`` stayed, ``-a`` went, ``+a`` came, ``<a`` and ``>a`` are the ends of a move."""
    signs = {"from": "<", "to": ">"}
    words = []
    for step in align(keys(old), keys(new)):
        if step.old is None:
            assert step.new is not None
            words.append(f"+{new[step.new]}")
        elif step.new is None:
            words.append(f"-{old[step.old]}")
        else:
            words.append(signs.get(step.end, "") + (new[step.new] if step.end == "to" else old[step.old]))
    return " ".join(words)


def test_what_has_the_same_name_stays():
    assert merged("abc", "abc") == "a b c"


def test_what_went_and_what_came_stand_where_they_stood():
    assert merged("abd", "acd") == "a b d"  # of one family: b became c
    assert merged("a1d", "a2d") == "a -1 +2 d"
    assert merged("", "ab") == "+a +b"
    assert merged("ab", "") == "-a -b"


def test_of_things_out_of_order_the_fewest_are_moved():
    assert merged("abcd", "dabc") == ">d a b c <d"
    assert merged("abcd", "bcda") == "<a b c d >a"


def test_two_that_change_places_are_one_move():
    assert merged("ab", "ba").count("<") == 1


def test_things_of_one_family_are_paired_between_those_that_stayed():
    assert merged("a1b2", "a1b2") == "a 1 b 2"
    assert merged("a11b", "a1b") == "a 1 -1 b"
    assert merged("a1b", "a1cb") == "a 1 +c b"


def test_what_has_no_name_is_not_paired_across_one_that_stayed():
    assert merged("1ab", "ab1") == "-1 a b +1"


def test_what_was_moved_is_not_paired_with_a_stranger():
    assert merged("abx", "xabc") == ">x a b <x +c"


def test_no_family_no_pair():
    steps = list(align([Key("a")], [Key("b")]))
    assert steps == [Step(0, None), Step(None, 0)]


@given(st.permutations(range(7)))
def test_the_longest_part_in_order_is_kept(order: list[int]):
    pairs = [(old, new) for new, old in enumerate(order)]
    kept = keep_order(pairs)
    assert [old for old, _ in kept] == sorted(old for old, _ in kept)
    assert set(kept) <= set(pairs)
    longest = max(
        size for size in range(1, 8) for chosen in combinations(order, size) if list(chosen) == sorted(chosen)
    )
    assert len(kept) == longest


def test_of_nothing_nothing_is_kept():
    assert keep_order([]) == []


@given(
    st.lists(st.sampled_from("abcdefgh"), unique=True),
    st.lists(st.sampled_from("abcdefgh"), unique=True),
    st.lists(st.sampled_from("123"), max_size=4),
    st.lists(st.sampled_from("123"), max_size=4),
)
def test_every_thing_of_both_stands_there_once_in_its_order(
    old: list[str], new: list[str], old_digits: list[str], new_digits: list[str]
):
    before, after = keys("".join((*old, *old_digits))), keys("".join((*new_digits, *new)))
    steps = list(align(before, after))
    assert [step.old for step in steps if step.old is not None and step.end != "to"] == list(
        range(len(before))
    )
    assert [step.new for step in steps if step.new is not None and step.end != "from"] == list(
        range(len(after))
    )
    departures = {(step.old, step.new) for step in steps if step.end == "from"}
    assert departures == {(step.old, step.new) for step in steps if step.end == "to"}
