"""The look in one place: colours and sizes as tokens, poured into ``resources/style.qss`` and into Qt's palette.

Another scheme (dark, high contrast) is another `Tokens`; nothing else in the program names a colour.
"""

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from success_desktop.paths import resource_path
from success_desktop.ui.fonts import load_ui_font

BODY_POINTS = 11.0
SECONDARY_POINTS = 9.5
HEADING_POINTS = 14.0

GRID = 8
OUTLINE_WIDTH = 292
SLIM_BAR_HEIGHT = 46
ICON_SIZE = 16


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme, as ``#RRGGBB``. Text on its ground has a contrast of at least 4.5:1.

    `ground` is behind the cards of the page, `pane` behind the outline, `card` behind what is edited. `accent_ink` is
    written on `accent`; each badge colour is a ground with its own ink.
    """

    ground: str = "#F4F6F6"
    pane: str = "#FBFDFD"
    card: str = "#FFFFFF"
    text: str = "#1F2933"
    secondary: str = "#5C6B73"
    disabled: str = "#9AA7AD"
    border: str = "#D5DCDC"
    divider: str = "#E3E8E8"
    hover: str = "#EEF4F3"
    header: str = "#EDF1F1"
    accent: str = "#0F766E"
    accent_hover: str = "#0C625C"
    accent_ink: str = "#FFFFFF"
    selection: str = "#D9EFEC"
    selection_ink: str = "#0B4F4A"
    inserted: str = "#0B6B3A"
    deleted: str = "#B42318"
    amber: str = "#FDE7C7"
    amber_ink: str = "#8A4B08"
    red: str = "#FBE0DE"
    red_ink: str = "#B42318"
    green: str = "#D9EFE0"
    green_ink: str = "#0B6B3A"


LIGHT = Tokens()


def use_theme(app: QApplication, tokens: Tokens = LIGHT) -> None:
    """Give the whole application the look of `tokens`: style, font, palette and style sheet."""
    app.setStyle(QStyleFactory.create("Fusion"))
    font = QFont(load_ui_font())
    font.setPointSizeF(BODY_POINTS)
    app.setFont(font)
    app.setPalette(_palette(tokens))
    app.setStyleSheet(style_sheet(tokens))


def style_sheet(tokens: Tokens = LIGHT) -> str:
    """The style sheet with the tokens filled in. Raises KeyError when the sheet names a token that does not exist."""
    sheet = Template(resource_path("style.qss").read_text(encoding="utf-8"))
    sizes = {"body": f"{BODY_POINTS}pt", "small": f"{SECONDARY_POINTS}pt", "heading": f"{HEADING_POINTS}pt"}
    icons = {"icons": resource_path("icons").as_posix()}
    return sheet.substitute(asdict(tokens), **sizes, **icons)


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for place, colour in {
        role.Window: tokens.ground,
        role.WindowText: tokens.text,
        role.Base: tokens.card,
        role.AlternateBase: tokens.header,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.disabled,
        role.Button: tokens.card,
        role.ButtonText: tokens.text,
        role.ToolTipBase: tokens.text,
        role.ToolTipText: tokens.card,
        role.Highlight: tokens.selection,
        role.HighlightedText: tokens.selection_ink,
        role.Link: tokens.accent,
        role.Accent: tokens.accent,
    }.items():
        palette.setColor(place, QColor(colour))
    for place in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(tokens.disabled))
    return palette
