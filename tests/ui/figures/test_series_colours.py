"""The colours of a chart's series are told apart by all eyes, also by those that see no red, no green or no blue."""

import itertools
import math

import pytest

from success_desktop.ui.schemes import CONTRAST, DARK, LIGHT

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

EYES: dict[str, Matrix] = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}
"""What is left of linear red, green and blue (Machado, Oliveira and Fernandes 2009, severity 1)."""

TO_CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
TO_LAB: Matrix = (
    (0.2104542553, 0.793617785, -0.0040720468),
    (1.9779984951, -2.428592205, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.808675766),
)
LEAST_DISTANCE = 0.06


def times(matrix: Matrix, triple: Triple) -> Triple:
    """A matrix times a vector."""
    first, second, third = (sum(a * b for a, b in zip(row, triple, strict=True)) for row in matrix)
    return first, second, third


def linear(colour: str) -> Triple:
    """Linear red, green and blue of ``#RRGGBB``, each from 0 to 1."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    first, second, third = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return first, second, third


def seen(colour: str, eyes: str) -> Triple:
    """Where a colour lies in OKLab for these eyes."""
    left, middle, right = (min(1.0, max(0.0, part)) for part in times(EYES[eyes], linear(colour)))
    first, second, third = (cone ** (1 / 3) for cone in times(TO_CONES, (left, middle, right)))
    return times(TO_LAB, (first, second, third))


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("scheme", [LIGHT, DARK, CONTRAST])
def test_any_two_series_differ_for_any_eyes(scheme, eyes):
    for one, other in itertools.combinations(scheme.series, 2):
        assert math.dist(seen(one, eyes), seen(other, eyes)) >= LEAST_DISTANCE, (one, other)


def test_two_greys_that_are_nearly_the_same_would_be_found():
    assert math.dist(seen("#777777", "all"), seen("#7A7A7A", "all")) < LEAST_DISTANCE


def test_red_and_green_are_nearer_to_each_other_without_green_cones():
    red, green = "#C0392B", "#6B7A1E"
    assert math.dist(seen(red, "no green"), seen(green, "no green")) < math.dist(
        seen(red, "all"), seen(green, "all")
    )


def test_every_scheme_has_as_many_series_as_a_chart_shows():
    assert {len(scheme.series) for scheme in (LIGHT, DARK, CONTRAST)} == {6}
    assert all(len(set(scheme.series)) == len(scheme.series) for scheme in (LIGHT, DARK, CONTRAST))
