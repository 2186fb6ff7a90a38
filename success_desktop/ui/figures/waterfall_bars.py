"""The bars of a waterfall: which are drawn, between which amounts, and on what scale."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from success_desktop.i18n import _
from success_desktop.ui.figures.figure_button import Figure
from success_desktop.ui.figures.overview_figures import baht_text, others

_HUNDREDTH = Decimal("0.01")
_CUT = Decimal("0.5")
_BELOW = Decimal("0.4")


class Bar(NamedTuple):
    """A total, or a step on the way from one to the other, in words; `baht` is signed for a step.

    `head` and `note` (which may be "") stand below the bar, `text` stands on it.
    """

    head: str
    note: str
    text: str
    baht: Decimal
    figure: Figure


class PlacedBar(NamedTuple):
    """A bar between two amounts. `places` are those of the steps that it stands for; totals stand for none."""

    bar: Bar
    from_baht: Decimal
    to_baht: Decimal
    places: tuple[int, ...] = ()

    @property
    def is_total(self) -> bool:
        """Whether the bar is a total, which stands on the ground."""
        return not self.places


class Scale(NamedTuple):
    """The amounts at the foot and at the top of a chart. A broken one does not begin at nought: that has to be seen."""

    low_baht: Decimal
    high_baht: Decimal
    is_broken: bool

    def share(self, baht: Decimal) -> float:
        """How far up the chart an amount is, from 0 to 1."""
        height = self.high_baht - self.low_baht
        return float((baht - self.low_baht) / height) if height else 0.0


def place_bars(start: Bar, steps: Sequence[Bar], end: Bar, most: int) -> list[PlacedBar]:
    """The bars from the start to the end, the steps one from where the other left off.

    Of more than `most` steps the smallest are put together in a last one. Steps of nought are left out: there is nothing to
    draw.
    """
    placed, level = [PlacedBar(start, Decimal(0), start.baht)], start.baht
    for bar, places in _fold(steps, most):
        placed.append(PlacedBar(bar, level, level + bar.baht, places))
        level += bar.baht
    return [*placed, PlacedBar(end, Decimal(0), end.baht)]


def scale_of(placed: Sequence[PlacedBar]) -> Scale:
    """A scale on which the steps can be seen: from nought, or broken where they would be lost at the top of high totals."""
    levels = [
        level for one in placed for level in (one.to_baht, one.from_baht if one.places else one.to_baht)
    ]
    low, high = min(levels), max(levels)
    if low > high * _CUT and high > low:
        return Scale(max(Decimal(0), low - (high - low) * _BELOW), high, is_broken=True)
    return Scale(min(Decimal(0), low), high, is_broken=False)


def total_text(baht: Decimal) -> str:
    """A total on its bar: "9.35 M"."""
    return _("{millions} M").format(millions=_millions(baht))


def step_text(baht: Decimal) -> str:
    """A step on its bar, in millions with its sign: "+0.90", "-0.15"; "+<0.01" for what would round to nought."""
    sign = "-" if baht < 0 else "+"
    return f"{sign}{_millions(abs(baht))}"


def _millions(baht: Decimal) -> str:
    millions = (baht / 10**6).quantize(_HUNDREDTH, ROUND_HALF_UP)
    return "<0.01" if baht > 0 and not millions else f"{millions + 0:,f}"


def _fold(steps: Sequence[Bar], most: int) -> list[tuple[Bar, tuple[int, ...]]]:
    """The steps to be drawn, in their order, each with the places of those it stands for."""
    drawn = [place for place, bar in enumerate(steps) if bar.baht]
    if len(drawn) <= most:
        return [(steps[place], (place,)) for place in drawn]
    by_size = sorted(drawn, key=lambda place: -abs(steps[place].baht))
    kept, rest = sorted(by_size[: most - 1]), sorted(by_size[most - 1 :])
    return [
        *((steps[place], (place,)) for place in kept),
        (_together([steps[place] for place in rest]), tuple(rest)),
    ]


def _together(bars: Sequence[Bar]) -> Bar:
    baht = sum((bar.baht for bar in bars), Decimal(0))
    name = others(len(bars))
    return Bar(name, "", step_text(baht) if baht else "0", baht, Figure(name, baht_text(baht), ""))
