"""Bars of a waterfall, in millions of baht."""

from collections.abc import Sequence
from decimal import Decimal

from success_desktop.ui.figures.figure_button import Figure
from success_desktop.ui.figures.waterfall_bars import (
    Bar,
    PlacedBar,
    place_bars,
    step_text,
)

MILLION = 10**6


def bar(millions: float, name: str = "โครงการ") -> Bar:
    """A total or a step of so many million baht."""
    baht = Decimal(str(millions)) * MILLION
    return Bar(name, "แก้ไข", step_text(baht), baht, Figure(name, f"{baht:,.0f} baht", ""))


def placed_bars(start: float, steps: Sequence[float], most: int = 20) -> list[PlacedBar]:
    """The bars from a total through the steps to where they lead."""
    return place_bars(bar(start), [bar(step) for step in steps], bar(start + sum(steps)), most)
