"""The colours of figures: told from the card, from each other's numbers, in every scheme."""

import pytest
from PySide6.QtGui import QColor

from success_desktop.ui.figures.year_chart import contrast, ink_on, series_colour
from success_desktop.ui.schemes import CONTRAST, DARK, LIGHT
from success_desktop.ui.theme import use_theme


@pytest.mark.parametrize("scheme", [LIGHT, DARK, CONTRAST])
def test_bars_stand_out_from_the_card_and_their_numbers_from_the_bars(scheme, application):
    use_theme(application.qt, scheme)
    for place in range(len(scheme.series)):
        fill = series_colour(place)
        assert contrast(fill, QColor(scheme.card)) >= 3
        assert contrast(ink_on(fill), fill) >= 4.5
    assert series_colour(99) == series_colour(len(scheme.series) - 1)
    use_theme(application.qt, LIGHT)


def test_black_on_white_has_the_greatest_contrast(qapp):
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("white"), QColor("white")) == 1


# --- lines ---------------------------------------------------------------------------------------------------------
