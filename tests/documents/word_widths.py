"""How wide the program's own font sets a text: the advances that its file holds."""

import functools

from fontTools.ttLib import TTFont

from success_desktop.paths import resource_path


@functools.cache
def _advances(face: str) -> dict[int, float]:
    """The advance of each character, as a share of the font's size."""
    font = TTFont(resource_path("fonts", f"Sarabun-{face}.ttf"))
    metrics, unit = font["hmtx"], font["head"].unitsPerEm
    return {code: metrics[glyph][0] / unit for code, glyph in font.getBestCmap().items()}


def width_of(text: str, half_points: int, face: str = "Bold") -> float:
    """The width of a line of text, in twips."""
    return sum(_advances(face)[ord(letter)] for letter in text) * half_points * 10
