"""The signs of what became of a node are told apart without colours, in every scheme, and by ear."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from success_desktop.i18n import use_language
from success_desktop.ui.compare.signs import SIGN_SIZE, paint_sign, sign_words
from success_desktop.ui.schemes import CONTRAST, DARK, LIGHT, Tokens
from success_desktop.ui.theme import use_tokens

SIGNS = ("added", "removed", "moved", "renamed")


@pytest.fixture(params=[LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def scheme(request, qapp: QApplication, application):
    use_tokens(qapp, request.param)
    yield request.param
    use_tokens(qapp, LIGHT)


def painted(sign: str, scheme: Tokens) -> QImage:
    """A sign on a card."""
    image = QImage(SIGN_SIZE, SIGN_SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(scheme.card))
    painter = QPainter(image)
    paint_sign(painter, QRect(0, 0, SIGN_SIZE, SIGN_SIZE), sign)
    painter.end()
    return image


def shape_of(image: QImage) -> frozenset[tuple[int, int]]:
    """The pixels of the sign itself, whatever its colour: those unlike the ground around its middle."""
    ground = QColor(image.pixel(SIGN_SIZE // 2, 2)).lightness()
    places = ((x, y) for x in range(3, SIGN_SIZE - 3) for y in range(3, SIGN_SIZE - 3))
    return frozenset((x, y) for x, y in places if abs(QColor(image.pixel(x, y)).lightness() - ground) > 40)


def test_each_sign_has_a_shape_of_its_own(scheme):
    shapes = {shape_of(painted(sign, scheme)) for sign in SIGNS}
    assert len(shapes) == len(SIGNS)
    assert all(shapes)


@pytest.mark.parametrize("sign", ["edited", "same"])
def test_what_is_only_edited_has_no_sign(scheme, sign):
    blank = QImage(SIGN_SIZE, SIGN_SIZE, QImage.Format.Format_RGB32)
    blank.fill(QColor(scheme.card))
    assert painted(sign, scheme) == blank


def test_a_screen_reader_hears_each_in_both_languages(application):
    thai = [sign_words(sign) for sign in SIGNS]
    use_language("en")
    english = [sign_words(sign) for sign in SIGNS]
    assert english == ["added", "deleted", "moved", "renamed"]
    assert len({*thai, *english}) == 2 * len(SIGNS)
    assert sign_words("edited") == sign_words("same") == ""
