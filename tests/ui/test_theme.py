"""The look: one place for colours, legible, and a font that never cuts Thai marks."""

import re
from dataclasses import asdict
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QColor, QFont, QFontInfo, QIcon

from success_desktop.paths import resource_path
from success_desktop.ui.fonts import FAMILY
from success_desktop.ui.icons import draw_icon
from success_desktop.ui.theme import BODY_POINTS, LIGHT, style_sheet

PAIRS = [
    ("text", "ground"),
    ("text", "card"),
    ("text", "selection"),
    ("secondary", "ground"),
    ("secondary", "card"),
    ("accent_ink", "accent"),
    ("accent_ink", "accent_hover"),
    ("selection_ink", "selection"),
    ("accent", "green"),
    ("amber_ink", "amber"),
    ("red_ink", "red"),
    ("green_ink", "green"),
    ("inserted", "card"),
    ("deleted", "card"),
]
ENOUGH = 4.5


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    dot = QColor(colour)
    shares = [dot.redF(), dot.greenF(), dot.blueF()]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(ink, ground):
    colours = asdict(LIGHT)
    lighter, darker = sorted((luminance(colours[ink]), luminance(colours[ground])), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= ENOUGH


def test_the_style_sheet_names_no_colour_of_its_own():
    source = resource_path("style.qss").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9A-Fa-f]{6}\b", source) == []
    assert "$" not in style_sheet()


def test_the_program_writes_in_its_own_font(application):
    assert QFontInfo(application.qt.font()).family() == FAMILY
    assert application.qt.font().pointSizeF() == BODY_POINTS


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_lines_are_high_enough_for_stacked_thai_marks(weight):
    font = TTFont(resource_path("fonts", "ui", f"SuccessUI-{weight}.ttf"))
    glyphs, outlines = font.getBestCmap(), font["glyf"]
    highest = max(outlines[glyphs[ord(letter)]].yMax for letter in "ป์ปี้ฬ็โไ")
    assert font["hhea"].ascent == font["OS/2"].sTypoAscender == font["OS/2"].usWinAscent >= highest
    assert -font["hhea"].descent == -font["OS/2"].sTypoDescender == font["OS/2"].usWinDescent
    assert len({font["hmtx"][glyphs[ord(digit)]][0] for digit in "0123456789"}) == 1


def test_the_font_is_built_from_sarabun_to_the_byte(tmp_path):
    scope: dict[str, object] = {
        "__file__": str(resource_path("fonts", "ui", "build_ui_font.py")),
        "__name__": "build",
    }
    exec(resource_path("fonts", "ui", "build_ui_font.py").read_text(encoding="utf-8"), scope)
    build = scope["build"]
    assert callable(build)
    built = tmp_path / "built.ttf"
    build(resource_path("fonts", "Sarabun-Bold.ttf"), built)
    assert built.read_bytes() == resource_path("fonts", "ui", "SuccessUI-Bold.ttf").read_bytes()


@pytest.mark.parametrize("path", sorted(resource_path("icons").glob("*.svg")), ids=lambda path: path.stem)
def test_an_icon_is_drawn_in_the_colour_asked_for(application, path: Path):
    picture = draw_icon(path.stem, "#FF0000").pixmap(16, 16).toImage()
    dots = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
    colours = {dot.name() for dot in dots if dot.alpha() > 200}
    assert colours
    if path.stem != "success":
        assert colours <= {"#ff0000", "#fe0000", "#ff0100"}


def test_a_disabled_icon_is_paler(application):
    icon = draw_icon("save")
    assert icon.pixmap(16, QIcon.Mode.Disabled).toImage() != icon.pixmap(16, QIcon.Mode.Normal).toImage()


def test_an_icon_that_does_not_exist_is_a_bug(application):
    with pytest.raises(FileNotFoundError):
        draw_icon("no-such-icon")


def test_headings_are_larger_than_the_body(application, qtbot, desk, window):
    heading = window.frame.start_page.heading
    assert QFont(heading.font()).pointSizeF() > BODY_POINTS
