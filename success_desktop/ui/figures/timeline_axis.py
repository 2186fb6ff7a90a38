"""The axis of the timeline: which day stands where, in pixels, and how far it is drawn out and scrolled."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from success_desktop.domain.calendar import fiscal_months, fiscal_quarter_of, fiscal_year_of, fiscal_year_span
from success_desktop.domain.timespans import quarters_of_year

Zoom = Literal["all", "years", "quarters", "months"]
Unit = Literal["year", "quarter", "month"]

PIXELS_A_DAY: dict[Zoom, float] = {"years": 0.55, "quarters": 1.1, "months": 2.6}
"""How wide a day is in each of the steps of zoom; "all" has the width that is there."""

WIDEST_DAY = 24.0
_DAY_SNAP = 5.0
_MONTH_HEADS = 1.9
_WHEEL_FACTOR = 1.25


class Tick(NamedTuple):
    """A stretch of the axis: a fiscal year (`number` is its Buddhist year), a quarter (1 to 4) or a month (1 to 12)."""

    unit: Unit
    number: int
    first_on: date
    left: float
    right: float


class TimeAxis:
    """Days on a line that is `width` pixels wide and scrolled by `offset` pixels. It holds whole fiscal years.

    `is_fitted`: all of it is kept in sight whatever the width.
    """

    def __init__(self) -> None:
        self.years: tuple[int, ...] = ()
        self.first_on = date.min
        self.days = 1
        self.width = 1
        self.offset = 0.0
        self.is_fitted = True
        self.pixels_a_day = 1.0

    def set_years(self, years: Sequence[int]) -> None:
        """Hold these fiscal years (Buddhist Era, without gaps, one at least); what is in sight stays there."""
        seen_on = self.day_at(0.0) if self.years else None
        self.years = tuple(years)
        self.first_on = fiscal_year_span(years[0])[0]
        self.days = (fiscal_year_span(years[-1])[1] - self.first_on).days + 1
        self.set_width(self.width)
        if seen_on is not None:
            self.scroll_to(self.offset + self.x_of(seen_on))

    def set_width(self, width: int) -> None:
        """Fill `width` pixels."""
        self.width = max(width, 1)
        narrowest = self.width / self.days
        self.pixels_a_day = narrowest if self.is_fitted else max(self.pixels_a_day, narrowest)
        self.scroll_to(self.offset)

    def zoom_to(self, zoom: Zoom, around: date | None = None) -> None:
        """Go to one of the steps of zoom, keeping the day `around` in the middle where there is one."""
        kept_on = around or self.day_at(self.width / 2)
        self.is_fitted = zoom == "all"
        self.pixels_a_day = PIXELS_A_DAY.get(zoom, 0.0)
        self.set_width(self.width)
        self.center_on(kept_on)

    def zoom_by(self, steps: float, x: float) -> None:
        """Draw the axis out by so many turns of the wheel (negative: push it together); the day under `x` stays there."""
        kept = (x + self.offset) / self.pixels_a_day
        wanted = min(self.pixels_a_day * _WHEEL_FACTOR**steps, WIDEST_DAY)
        self.is_fitted = wanted * self.days <= self.width
        self.pixels_a_day = wanted
        self.set_width(self.width)
        self.scroll_to(kept * self.pixels_a_day - x)

    @property
    def zoom(self) -> Zoom | None:
        """The step of zoom that it stands on; None between two."""
        if self.is_fitted:
            return "all"
        return next((zoom for zoom, pixels in PIXELS_A_DAY.items() if pixels == self.pixels_a_day), None)

    @property
    def snaps_to_days(self) -> bool:
        """Whether a day is wide enough to be aimed at; else dragging goes by months."""
        return self.pixels_a_day >= _DAY_SNAP

    @property
    def lower_unit(self) -> Unit:
        """What the lower line of the header counts: quarters, or months where they have room."""
        return "month" if self.pixels_a_day >= _MONTH_HEADS else "quarter"

    @property
    def reach(self) -> int:
        """How far it can be scrolled, in pixels."""
        return max(0, round(self.days * self.pixels_a_day) - self.width)

    def scroll_to(self, offset: float) -> None:
        """Scroll so that `offset` pixels are hidden to the left, as far as that goes."""
        self.offset = min(max(offset, 0.0), float(self.reach))

    def center_on(self, day: date) -> None:
        """Scroll a day into the middle, as far as that goes."""
        self.scroll_to(self.offset + self.x_of(day) - self.width / 2)

    def holds(self, day: date) -> bool:
        """Whether a day lies on the axis, in sight or not."""
        return bool(self.years) and 0 <= (day - self.first_on).days < self.days

    def x_of(self, day: date) -> float:
        """Where a day begins, in pixels from the left of what is in sight."""
        return (day - self.first_on).days * self.pixels_a_day - self.offset

    def day_at(self, x: float) -> date:
        """The day under a place, the first or the last one beyond the ends."""
        days = int((x + self.offset) // self.pixels_a_day)
        return self.first_on + timedelta(days=min(max(days, 0), self.days - 1))

    def ticks(self, unit: Unit) -> Iterator[Tick]:
        """The years, quarters or months in sight, from left to right."""
        if not self.years:
            return
        first_be, last_be = fiscal_year_of(self.day_at(0.0)), fiscal_year_of(self.day_at(self.width))
        for year_be in range(first_be, last_be + 1):
            starts = _starts(unit, year_be)
            ends = [*starts[1:], fiscal_year_span(year_be)[1] + timedelta(days=1)]
            for first_on, next_on in zip(starts, ends, strict=True):
                left, right = self.x_of(first_on), self.x_of(next_on)
                if right > 0 and left < self.width:
                    yield Tick(unit, _number(unit, year_be, first_on), first_on, left, right)


def _starts(unit: Unit, year_be: int) -> list[date]:
    if unit == "year":
        return [fiscal_year_span(year_be)[0]]
    return (
        [first_on for first_on, _ in quarters_of_year(year_be)]
        if unit == "quarter"
        else list(fiscal_months(year_be))
    )


def _number(unit: Unit, year_be: int, first_on: date) -> int:
    if unit == "year":
        return year_be
    return fiscal_quarter_of(first_on) if unit == "quarter" else first_on.month
