"""The look: one place for colours, legible in every scheme, and a font that never cuts Thai marks."""

import re
from dataclasses import asdict
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QImage, QPalette

from success_desktop.paths import resource_path
from success_desktop.settings import load_settings
from success_desktop.ui.fonts import FAMILY
from success_desktop.ui.schemes import COLOUR_CHOICES, COLOURS, CONTRAST, DARK, LIGHT, Tokens, scheme_for
from success_desktop.ui.system_colours import choose_colours
from success_desktop.ui.theme import BODY_POINTS, SECONDARY_POINTS, style_sheet, tokens

GROUNDS = ("ground", "pane", "card", "hover", "header")
WRITTEN = [
    *((ink, ground) for ink in ("text", "secondary", "accent") for ground in GROUNDS),
    *((ink, ground) for ink in ("text", "secondary") for ground in ("amber", "red", "green")),
    *(
        (f"{tone}_ink", ground)
        for tone in ("amber", "red", "green")
        for ground in (tone, "card", "ground", "pane")
    ),
    ("accent_ink", "accent"),
    ("accent_ink", "accent_hover"),
    ("accent", "green"),
    ("selection_ink", "selection"),
    ("text", "selection"),
    ("secondary", "selection"),
    ("inserted", "card"),
    ("deleted", "card"),
]
"""Inks and the grounds that they are written on."""

EDGES = [
    *(("accent", ground) for ground in (*GROUNDS, "selection")),
    ("accent_ink", "accent"),
    ("red_ink", "red"),
]
"""What must be seen without being read: rings of the focus and of what was refused, and what they lie on."""

FIELD_EDGES = [("field_border", ground) for ground in ("card", "ground", "pane", "hover")]
"""The borders of fields at rest: calm in the light scheme, where a field is a white card on a tinted ground."""

SCHEMES = {"light": (LIGHT, 4.5), "dark": (DARK, 4.5), "contrast": (CONTRAST, 7.0)}
ENOUGH_FOR_EDGES = 3.0


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    dot = QColor(colour)
    shares = [dot.redF(), dot.greenF(), dot.blueF()]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def contrast(scheme: Tokens, first: str, second: str) -> float:
    """The contrast between two tokens, from 1 to 21."""
    colours = asdict(scheme)
    lighter, darker = sorted((luminance(colours[first]), luminance(colours[second])), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", SCHEMES)
def test_text_stands_out_from_its_ground(name):
    scheme, enough = SCHEMES[name]
    weak = {pair: contrast(scheme, *pair) for pair in WRITTEN if contrast(scheme, *pair) < enough}
    assert weak == {}


@pytest.mark.parametrize("name", SCHEMES)
def test_fields_and_the_focus_have_an_edge_that_is_seen(name):
    scheme, _enough = SCHEMES[name]
    pairs = EDGES if scheme is LIGHT else [*EDGES, *FIELD_EDGES]
    if scheme is CONTRAST:
        pairs = [*pairs, ("border", "card"), ("divider", "ground")]
    weak = {pair: contrast(scheme, *pair) for pair in pairs if contrast(scheme, *pair) < ENOUGH_FOR_EDGES}
    assert weak == {}


@pytest.mark.parametrize("name", SCHEMES)
def test_a_scheme_gives_every_colour_as_six_digits(name):
    colours = asdict(SCHEMES[name][0])
    assert [token for token in COLOURS if not re.fullmatch("#[0-9A-F]{6}", colours[token])] == []
    assert SCHEMES[name][0].focus_edge == SCHEMES[name][0].edge + 1


def test_the_style_sheet_names_no_colour_of_its_own():
    source = resource_path("style.qss").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9A-Fa-f]{6}\b", source) == []
    for scheme, _enough in SCHEMES.values():
        assert "$" not in re.sub(r"/\*.*?\*/", "", style_sheet(scheme), flags=re.DOTALL)


def test_no_module_but_the_schemes_names_a_colour():
    room = Path(__file__).resolve().parents[2] / "success_desktop" / "ui"
    named = [
        path.name
        for path in room.rglob("*.py")
        if re.search(
            r"\"#[0-9A-Fa-f]{6}\"|Qt\.GlobalColor\.(?!transparent)", path.read_text(encoding="utf-8")
        )
    ]
    assert named == ["schemes.py"]


def test_nothing_in_the_program_is_written_below_eleven_points(application):
    assert min(BODY_POINTS, SECONDARY_POINTS) >= 11
    sizes = re.findall(r"font-size:\s*([^;]+);", style_sheet())
    assert sizes
    assert {size for size in sizes if not size.endswith("pt") or float(size.removesuffix("pt")) < 11} == set()


@pytest.mark.parametrize(
    ("choice", "is_dark", "wants_contrast", "expected"),
    [
        ("system", False, False, LIGHT),
        ("system", True, False, DARK),
        ("system", False, True, CONTRAST),
        ("system", True, True, CONTRAST),
        ("light", True, True, LIGHT),
        ("dark", False, False, DARK),
        ("contrast", False, False, CONTRAST),
    ],
)
def test_the_system_decides_unless_a_scheme_is_chosen(choice, is_dark, wants_contrast, expected):
    assert scheme_for(choice, is_dark=is_dark, wants_contrast=wants_contrast) is expected


@pytest.fixture
def system(application):
    """The hints of the system; what a test makes them say is taken back."""
    hints = application.qt.styleHints()
    yield hints
    application.colours.choose("system")


def test_a_change_in_the_system_is_followed_at_once(application, system):
    application.colours.choose("system")
    assert tokens() == LIGHT
    system.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert tokens() == application.colours.wanted()


@pytest.mark.parametrize("choice", COLOUR_CHOICES)
def test_a_scheme_chosen_in_the_menu_is_shown_at_once_and_kept(desk, window, application, choice):
    window.actions_table[f"colours_{choice}"].trigger()
    expected = scheme_for(choice)
    assert tokens() == expected
    assert application.qt.palette().color(QPalette.ColorRole.Base) == QColor(expected.card)
    assert window.grab().toImage().pixelColor(400, 700) == QColor(expected.ground)
    assert load_settings().colour_scheme == choice
    assert window.actions_table[f"colours_{choice}"].isChecked()
    application.colours.choose("system")


def test_an_unknown_scheme_in_the_settings_is_the_system_s(application, system):
    application.colours.choose("dark")
    application.colours.choose("sepia")
    assert application.colours.choice == "system"
    assert tokens() == LIGHT


def test_nothing_is_chosen_where_no_application_follows(application, system):
    application.colours.setParent(None)
    choose_colours("dark")
    assert tokens() == LIGHT
    application.colours.setParent(application.qt)


def picture_of(widget) -> QImage:
    """What a widget looks like."""
    picture = widget.grab().toImage()
    assert isinstance(picture, QImage)
    return picture


@pytest.mark.parametrize("choice", ["dark", "contrast", "light"])
def test_a_window_switched_looks_like_one_opened_in_that_scheme(
    open_desk, project_id, window, application, choice
):
    application.colours.choose(choice)
    application.settle(50)
    switched = picture_of(window)
    application.colours.choose("dark" if choice == "light" else "light")
    application.settle(50)
    assert picture_of(window) != switched
    application.colours.choose(choice)
    open_desk.workspace.outline.select_node(open_desk.bridge.editor.plan.root_id)
    open_desk.workspace.outline.select_node(project_id)
    application.settle(50)
    assert picture_of(window) == switched
    application.colours.choose("system")


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


@pytest.mark.parametrize("name", SCHEMES)
def test_the_focus_is_seen_in_every_scheme(name, desk, window, application):
    application.colours.choose(name)
    card = window.frame.start_page.cards[0]
    window.frame.start_page.shelf.setFocus()
    application.settle(20)
    without = picture_of(card)
    card.setFocus(Qt.FocusReason.TabFocusReason)
    application.settle(20)
    assert picture_of(card) != without
    application.colours.choose("system")


def test_headings_are_larger_than_the_body(application, qtbot, desk, window):
    heading = window.frame.start_page.heading
    assert QFont(heading.font()).pointSizeF() > BODY_POINTS
