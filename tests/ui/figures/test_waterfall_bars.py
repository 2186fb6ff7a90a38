"""The bars of a waterfall: each begins where the one before left off, small steps are put together, the scale is honest."""

import itertools
from decimal import Decimal
from random import Random

import pytest

from success_desktop.ui.figures.waterfall_bars import (
    Scale,
    scale_of,
    step_text,
)
from tests.ui.figures.waterfalls import MILLION, placed_bars


def test_each_step_begins_where_the_one_before_left_off() -> None:
    placed = placed_bars(4, [2, -1, 3])
    assert [(int(one.from_baht), int(one.to_baht)) for one in placed] == [
        (0, 4 * MILLION),
        (4 * MILLION, 6 * MILLION),
        (6 * MILLION, 5 * MILLION),
        (5 * MILLION, 8 * MILLION),
        (0, 8 * MILLION),
    ]
    assert [one.is_total for one in placed] == [True, False, False, False, True]


def test_too_many_steps_keep_the_largest_in_their_order_and_put_the_rest_together() -> None:
    steps = [0.1, 5, -0.2, -3, 0.3, 4]
    placed = placed_bars(10, steps, most=4)
    assert [one.places for one in placed] == [(), (1,), (3,), (5,), (0, 2, 4), ()]
    others = placed[4].bar
    assert others.baht == Decimal(200_000)
    assert others.text == "+0.20"
    assert placed[4].to_baht == placed[5].to_baht


def test_the_bars_end_at_the_end_however_many_are_drawn() -> None:
    steps = [0.5 * (-1) ** place * place for place in range(40)]
    for most in range(1, 45):
        placed = placed_bars(30, steps, most)
        assert placed[-2].to_baht == placed[-1].to_baht
        assert len(placed) <= most + 2
        assert sorted(place for one in placed for place in one.places) == list(range(1, 40))


def test_steps_put_together_may_balance() -> None:
    others = placed_bars(10, [5, 1, -1], most=2)[2]
    assert (others.bar.baht, others.bar.text, others.places) == (Decimal(0), "0", (1, 2))


def test_a_step_of_nought_is_not_drawn() -> None:
    assert [one.places for one in placed_bars(10, [0, 1, 0])] == [(), (1,), ()]


def test_the_scale_begins_at_nought_where_the_steps_can_be_seen() -> None:
    scale = scale_of(placed_bars(4, [2, -1, 6]))
    assert scale == Scale(Decimal(0), Decimal(11 * MILLION), is_broken=False)
    assert scale.share(Decimal(0)) == 0
    assert scale.share(Decimal(11 * MILLION)) == 1


def test_the_scale_is_broken_where_high_totals_would_dwarf_the_steps() -> None:
    scale = scale_of(placed_bars(160, [1, -2]))
    assert scale.is_broken
    assert 0 < scale.low_baht < 159 * MILLION
    assert 0.1 < scale.share(Decimal(159 * MILLION)) < 0.5


def test_nothing_at_all_has_a_scale_too() -> None:
    scale = scale_of(placed_bars(0, []))
    assert (scale.share(Decimal(0)), scale.is_broken) == (0, False)
    assert not scale_of(placed_bars(5, [])).is_broken


def test_a_fall_below_nought_still_has_room() -> None:
    assert scale_of(placed_bars(1, [-3, 4])).low_baht == -2 * MILLION


@pytest.mark.parametrize(
    ("baht", "text"),
    [
        (900_000, "+0.90"),
        (-150_000, "-0.15"),
        (4_000, "+<0.01"),
        (-4_999, "-<0.01"),
        (5_000, "+0.01"),
        (10**10, "+10,000.00"),
    ],
)
def test_steps_are_written_in_millions_with_their_sign(baht: int, text: str) -> None:
    assert step_text(Decimal(baht)) == text


@pytest.mark.parametrize("seed", range(40))
def test_at_random_every_step_is_drawn_once_and_the_way_ends_at_the_end(seed: int) -> None:
    chance = Random(seed)
    steps = [chance.choice((0, 1, -1)) * chance.randint(1, 900) for _step in range(chance.randint(0, 60))]
    most = chance.randint(1, 12)
    placed = placed_bars(chance.randint(0, 10**4), steps, most)
    drawn = placed[1:-1]
    assert len(drawn) <= most
    assert sorted(place for one in drawn for place in one.places) == [
        place for place, step in enumerate(steps) if step
    ]
    assert all(before.to_baht == after.from_baht for before, after in itertools.pairwise([placed[0], *drawn]))
    assert ([placed[0], *drawn][-1]).to_baht == placed[-1].to_baht


@pytest.mark.parametrize("seed", range(40))
def test_at_random_everything_lies_within_the_scale_and_higher_is_more(seed: int) -> None:
    chance = Random(seed)
    steps = [chance.uniform(-3, 4) for _step in range(chance.randint(0, 9))]
    placed = placed_bars(chance.choice((0, 5, 5_000)), steps)
    scale = scale_of(placed)
    levels = sorted(one.to_baht for one in placed)
    shares = [scale.share(level) for level in levels]
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
    assert scale.is_broken == (scale.low_baht > 0)
