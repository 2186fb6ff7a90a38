"""What people are told."""

from success_desktop.errors import UserError
from success_desktop.i18n import use_language


def test_an_error_fills_its_places_and_gives_a_remedy() -> None:
    error = UserError("No {what} here", advice="Look in {where}", what="map", where="the hall")
    assert error.sentence("en") == "No map here"
    assert error.remedy("en") == "Look in the hall"


def test_an_error_without_advice_is_its_sentence() -> None:
    use_language("en")
    assert str(UserError("No map")) == "No map"
    assert str(UserError("No map", advice="Draw one")) == "No map Draw one"


def test_an_error_inside_another_is_told_in_the_same_language() -> None:
    inner = UserError("“{text}” is not a year.", text="กา")
    outer = UserError("{reason}", reason=inner)
    assert outer.sentence("en") == "“กา” is not a year."
    assert outer.sentence("th") == inner.sentence("th")
    assert outer.sentence("th") != outer.sentence("en")
