"""Every view, panel and colour scheme looks as it was last agreed on.

The pictures lie in tests/screens/pictures/. Where the window has changed for good, look at what a failing test leaves in
out/screens/, then pin the new looks: ``.venv/bin/python -m pytest tests/screens --update-pictures``.
"""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from tests.screens import comparing
from tests.screens.comparing import PICTURES, TOLERATED_SHARE, check_picture, find_difference, keep_picture
from tests.screens.scenes import SCENES

VIEWS_AND_PANELS = [(scene, language, "light") for scene in SCENES for language in ("th", "en")]
OTHER_COLOURS = [
    (scene, "th", scheme)
    for scene in ("page", "table", "compare", "feedback")
    for scheme in ("dark", "contrast")
]
LARGEST = 90_000
"""Bytes of a picture: all of them together travel with every checkout."""


def picture_path(scene, language, scheme):
    """Where a picture is pinned."""
    return PICTURES / f"{scene}-{language}{'' if scheme == 'light' else '-' + scheme}.png"


@pytest.mark.parametrize(("scene", "language", "scheme"), [*VIEWS_AND_PANELS, *OTHER_COLOURS])
def test_the_window_looks_as_it_was_agreed_on(photograph, request, scene, language, scheme):
    seen = photograph(scene, language, scheme)
    path = picture_path(scene, language, scheme)
    if request.config.getoption("--update-pictures"):
        keep_picture(seen, path)
    check_picture(seen, path)


def test_every_pinned_picture_is_taken_and_small():
    expected = {picture_path(*shot) for shot in (*VIEWS_AND_PANELS, *OTHER_COLOURS)}
    assert set(PICTURES.iterdir()) == expected
    assert {path.name: path.stat().st_size for path in expected if path.stat().st_size > LARGEST} == {}


@pytest.fixture
def pinned():
    """One of the pinned pictures, and a copy of it to alter."""
    path = PICTURES / "page-th.png"
    return path, QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)


@pytest.fixture
def left_behind(tmp_path, monkeypatch):
    """Where failing tests leave their pictures."""
    monkeypatch.setattr(comparing, "LEFT_BEHIND", comparing.ROOT / "out" / "planted" / tmp_path.name)
    yield comparing.LEFT_BEHIND
    for path in comparing.LEFT_BEHIND.glob("*"):
        path.unlink()
    comparing.LEFT_BEHIND.rmdir()


def test_a_picture_is_like_itself(pinned):
    path, picture = pinned
    check_picture(picture, path)
    assert find_difference(picture, picture).share == 0


def test_a_word_in_another_place_is_found_and_shown(pinned, left_behind):
    path, picture = pinned
    word = picture.copy(QRect(40, 44, 60, 24))
    painter = QPainter(picture)
    painter.drawImage(700, 400, word)
    painter.end()
    with pytest.raises(AssertionError, match=r"page-th\.png looks different.*--update-pictures"):
        check_picture(picture, path)
    assert QImage(str(left_behind / "page-th.png")) == picture
    difference = QImage(str(left_behind / "page-th.difference.png"))
    changed = [x for x in range(700, 760) if difference.pixelColor(x, 412) == QColor("black")]
    assert changed
    assert difference.pixelColor(100, 100) != QColor("black")


def test_another_shade_that_nobody_sees_is_let_pass(pinned):
    path, picture = pinned
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), QColor(0, 0, 0, 20))
    painter.end()
    check_picture(picture, path)


def test_a_window_of_another_size_is_found(pinned):
    _path, picture = pinned
    assert find_difference(picture.copy(0, 0, 1365, 768), picture).share == 1


def test_a_picture_never_pinned_is_missed(pinned, tmp_path):
    with pytest.raises(AssertionError, match="has not been pinned yet"):
        check_picture(pinned[1], tmp_path / "none.png")


def test_few_colours_make_a_picture_small_and_change_nothing_to_be_seen(pinned, tmp_path):
    _path, picture = pinned
    keep_picture(picture, tmp_path / "kept.png")
    kept = QImage(str(tmp_path / "kept.png"))
    assert kept.format() == QImage.Format.Format_Indexed8
    assert find_difference(kept, picture).share <= TOLERATED_SHARE
    assert (tmp_path / "kept.png").stat().st_size <= LARGEST
