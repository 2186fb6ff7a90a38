"""The look in one place: the tokens in use, poured into ``resources/style.qss`` and into Qt's palette; and the sizes."""

from dataclasses import asdict
from string import Template

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from success_desktop.paths import resource_path
from success_desktop.ui.fonts import load_ui_font
from success_desktop.ui.icon_files import drawn_icon_path
from success_desktop.ui.schemes import LIGHT, Tokens

BODY_POINTS = 11.0
SECONDARY_POINTS = 11.0
HEADING_POINTS = 14.0

GRID = 8
OUTLINE_WIDTH = 292
PANEL_WIDTH = 330
PANEL_HEIGHT = 240
SLIM_BAR_HEIGHT = 46
ICON_SIZE = 16

_SCHEME_PROPERTY = "colour_tokens"
_SHEET_ICONS = {"chevron_down": "text", "chevron_up": "text", "check": "accent_ink", "minus": "accent_ink"}
"""The icons that the style sheet names as files, each with the token of its colour."""


def tokens() -> Tokens:
    """The colours in use; read them when painting, for the scheme can change while the program runs."""
    app = QApplication.instance()
    chosen = app.property(_SCHEME_PROPERTY) if app is not None else None
    return chosen if isinstance(chosen, Tokens) else LIGHT


def use_theme(app: QApplication, chosen: Tokens = LIGHT) -> None:
    """Give the whole application the look of `chosen`: style, font, palette and style sheet."""
    app.setStyle(QStyleFactory.create("Fusion"))
    font = QFont(load_ui_font())
    font.setPointSizeF(BODY_POINTS)
    app.setFont(font)
    use_tokens(app, chosen)


def use_tokens(app: QApplication, chosen: Tokens) -> None:
    """Change the colours alone. Every widget is told (PaletteChange) and painted anew."""
    app.setProperty(_SCHEME_PROPERTY, chosen)
    app.setPalette(_palette(chosen))
    app.setStyleSheet(style_sheet(chosen))


def style_sheet(chosen: Tokens = LIGHT) -> str:
    """The style sheet with the tokens filled in. Raises KeyError when the sheet names a token that does not exist."""
    sheet = Template(resource_path("style.qss").read_text(encoding="utf-8"))
    sizes = {"body": f"{BODY_POINTS}pt", "small": f"{SECONDARY_POINTS}pt", "heading": f"{HEADING_POINTS}pt"}
    colours = asdict(chosen)
    icons = {
        name: drawn_icon_path(name.replace("_", "-"), colours[ink]).as_posix()
        for name, ink in _SHEET_ICONS.items()
    }
    return sheet.substitute(colours, **sizes, **icons)


def _palette(chosen: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for place, colour in {
        role.Window: chosen.ground,
        role.WindowText: chosen.text,
        role.Base: chosen.card,
        role.AlternateBase: chosen.header,
        role.Text: chosen.text,
        role.PlaceholderText: chosen.secondary,
        role.Button: chosen.card,
        role.ButtonText: chosen.text,
        role.BrightText: chosen.deleted,
        role.Light: chosen.hover,
        role.Midlight: chosen.header,
        role.Mid: chosen.border,
        role.Dark: chosen.field_border,
        role.Shadow: chosen.field_border,
        role.ToolTipBase: chosen.text,
        role.ToolTipText: chosen.card,
        role.Highlight: chosen.selection,
        role.HighlightedText: chosen.selection_ink,
        role.Link: chosen.accent,
        role.LinkVisited: chosen.accent,
        role.Accent: chosen.accent,
    }.items():
        palette.setColor(place, QColor(colour))
    for place in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(chosen.disabled))
    return palette
