"""Pinned pictures: kept small on the disk, compared with what the screen shows now."""

import os
import platform
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter

ROOT = Path(__file__).resolve().parents[2]
PICTURES = Path(__file__).resolve().parent / "pictures"
LEFT_BEHIND = ROOT / "out" / "screens"

PINNED = ("Linux", "6.11.3", "offscreen")
"""The system, the PySide6 and the Qt platform that the pictures are taken on: elsewhere letters are drawn otherwise."""
ENOUGH = 24
"""A pixel differs when its red, green or blue is further off than this, of 255."""
NEAR = 24
"""How far a kept colour may be from the one seen, red, green and blue together: no further than what is let pass."""
GROUND = 1000
"""Pixels that make a colour a ground of something, which is kept as it is; the rest are the edges of letters."""
TOLERATED_SHARE = 0.0002
"""The share of pixels that may differ: 209 of a window, less than one word."""
_MOST_COLOURS = 256


class Difference(NamedTuple):
    """How far a picture is from the pinned one: the share of its pixels that differ, and a picture of where."""

    share: float
    picture: QImage


def here() -> tuple[str, str, str]:
    """What `PINNED` is on this machine."""
    return platform.system(), PySide6.__version__, QGuiApplication.platformName()


def find_difference(seen: QImage, pinned: QImage) -> Difference:
    """Compare two pictures pixel by pixel; pictures of different sizes differ everywhere."""
    if seen.size() != pinned.size():
        return Difference(1.0, seen)
    marks = [_far(mine, theirs) for mine, theirs in zip(_channels(seen), _channels(pinned), strict=True)]
    together = marks[0] | marks[1] | marks[2]
    count = together.bit_count()
    return Difference(count / (seen.width() * seen.height()), _paint_marks(seen, together))


def keep_picture(seen: QImage, path: Path) -> None:
    """Write a picture with few colours: a third of the bytes, and nobody sees the rest."""
    path.parent.mkdir(parents=True, exist_ok=True)
    plain = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    small = seen.convertToFormat(QImage.Format.Format_Indexed8, choose_colours(seen), plain)
    writer = QImageWriter(str(path), b"png")
    writer.setQuality(0)  # of PNG: how little work is put into making it small
    assert writer.write(small), writer.errorString()


def choose_colours(seen: QImage) -> list[int]:
    """Colours (as Qt's numbers) that stand for all of a picture's, each at most `NEAR` away."""
    data = memoryview(seen.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")
    kept: list[int] = []
    for colour, count in Counter(data).most_common():
        if count >= GROUND or all(_distance(colour, other) > NEAR for other in kept):
            kept.append(colour)
    return kept[:_MOST_COLOURS]


def _distance(one: int, other: int) -> int:
    return sum(abs((one >> place & 255) - (other >> place & 255)) for place in (0, 8, 16))


def check_picture(seen: QImage, path: Path) -> None:
    """Fail where the screen shows something else than the pinned picture at `path`, and leave both views of it in out/."""
    how = "Where that is right: .venv/bin/python -m pytest tests/screens --update-pictures"
    assert path.exists(), f"{path.name} has not been pinned yet. {how}"
    difference = find_difference(seen, QImage(str(path)))
    if difference.share > TOLERATED_SHARE:
        LEFT_BEHIND.mkdir(parents=True, exist_ok=True)
        seen.save(str(LEFT_BEHIND / path.name))
        difference.picture.save(str(LEFT_BEHIND / f"{path.stem}.difference.png"))
        raise AssertionError(
            f"{path.name} looks different in {difference.share:.3%} of its pixels; see "
            f"{LEFT_BEHIND.relative_to(ROOT)}{os.sep}{path.stem}.difference.png. {how}"
        )


def _channels(picture: QImage) -> list[bytes]:
    """The blue, green and red of all pixels, a byte each."""
    data = bytes(picture.convertToFormat(QImage.Format.Format_RGB32).constBits())
    return [data[place::4] for place in range(3)]


def _far(mine: bytes, theirs: bytes) -> int:
    """A number with a byte for each pixel, in their order: 1 where it is further than `ENOUGH` from its fellow."""
    return int.from_bytes(
        (abs(one - other) > ENOUGH for one, other in zip(mine, theirs, strict=True)), byteorder="little"
    )


def _paint_marks(seen: QImage, together: int) -> QImage:
    """The picture, pale, with what differs in black."""
    size = seen.size()
    marks = bytes(255 if mark else 0 for mark in together.to_bytes(size.width() * size.height(), "little"))
    stencil = QImage(marks, size.width(), size.height(), size.width(), QImage.Format.Format_Alpha8)
    picture = seen.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.setOpacity(0.7)
    painter.fillRect(picture.rect(), Qt.GlobalColor.white)
    painter.setOpacity(1.0)
    painter.drawImage(0, 0, stencil)
    painter.end()
    return picture
