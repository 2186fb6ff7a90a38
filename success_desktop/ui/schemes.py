"""The colour schemes: light, dark and high contrast, each a set of tokens. Nothing else in the program names a colour.

Measured (WCAG 2): text on its ground has a contrast of at least 4.5:1, in high contrast 7:1; what shows where to type and
where the keyboard is, at least 3:1.
"""

from dataclasses import dataclass, field, fields
from typing import Literal, get_args

ColourChoice = Literal["system", "light", "dark", "contrast"]
"""What a person can choose; "system" is whatever the system says at the moment."""

COLOUR_CHOICES: tuple[ColourChoice, ...] = get_args(ColourChoice)

_NOT_A_COLOUR = {"is_colour": False}


@dataclass(frozen=True, slots=True)
class Tokens:
    """The look of one scheme: colours as ``#RRGGBB``, widths of lines in pixels.

    `ground` is behind the cards of the page, `pane` behind the outline, `card` behind what is edited. `accent_ink` is
    written on `accent`; each badge colour is a ground with its own ink. `border` and `divider` tell areas apart,
    `field_border` shows where something can be entered or pressed. `edge` is the width of a border, `focus_edge` that of
    the ring around what has the keyboard, always one more; `tint_edge` is that of the border around what a tint sets off.
    `link_line` is the line of a link at rest ("none" or "underline").
    """

    ground: str = "#F4F6F6"
    pane: str = "#FBFDFD"
    card: str = "#FFFFFF"
    text: str = "#1F2933"
    secondary: str = "#53626A"
    disabled: str = "#9AA7AD"
    border: str = "#D5DCDC"
    field_border: str = "#C5CFCF"
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
    series: tuple[str, ...] = field(
        default=("#0F766E", "#C88232", "#652B82", "#609BA9", "#1C541C", "#9D3BCE"), metadata=_NOT_A_COLOUR
    )
    edge: int = field(default=1, metadata=_NOT_A_COLOUR)
    focus_edge: int = field(default=2, metadata=_NOT_A_COLOUR)
    tint_edge: int = field(default=0, metadata=_NOT_A_COLOUR)
    link_line: str = field(default="none", metadata=_NOT_A_COLOUR)


COLOURS: tuple[str, ...] = tuple(part.name for part in fields(Tokens) if part.metadata != _NOT_A_COLOUR)
"""The names of the tokens that are colours."""

LIGHT = Tokens()

DARK = Tokens(
    ground="#171C1F",
    pane="#1B2125",
    card="#20272B",
    text="#E6ECEE",
    secondary="#A9B6BC",
    disabled="#6B787E",
    border="#3A454A",
    field_border="#75848B",
    divider="#2E383D",
    hover="#2A3438",
    header="#283136",
    accent="#4FC7B8",
    accent_hover="#74D6CA",
    accent_ink="#06201D",
    selection="#16463F",
    selection_ink="#E3FBF7",
    inserted="#6FD39B",
    deleted="#FF9B90",
    amber="#46330F",
    amber_ink="#FFD08A",
    red="#4B211E",
    red_ink="#FFB0A8",
    green="#173B28",
    green_ink="#8FE0B1",
    series=("#4FC7B8", "#C8785B", "#B3D788", "#C081DF", "#45A19B", "#9CB82E"),
)

CONTRAST = Tokens(
    ground="#000000",
    pane="#000000",
    card="#000000",
    text="#FFFFFF",
    secondary="#FFFFFF",
    disabled="#3FF23F",
    border="#FFFFFF",
    field_border="#FFFFFF",
    divider="#FFFFFF",
    hover="#262626",
    header="#1A1A1A",
    accent="#FFE600",
    accent_hover="#FFF27A",
    accent_ink="#000000",
    selection="#0A55B3",
    selection_ink="#FFFFFF",
    inserted="#7CFF9B",
    deleted="#FFA39A",
    amber="#000000",
    amber_ink="#FFD400",
    red="#000000",
    red_ink="#FFB3AB",
    green="#000000",
    green_ink="#8CFFAA",
    series=("#FFE600", "#7C9BFF", "#FFFFFF", "#FF7A50", "#4CE0A0", "#F4A0FF"),
    edge=2,
    focus_edge=3,
    tint_edge=1,
    link_line="underline",
)


def scheme_for(choice: ColourChoice, *, is_dark: bool = False, wants_contrast: bool = False) -> Tokens:
    """The tokens of a choice; for "system" the two flags tell what the system asks for, contrast before darkness."""
    if choice == "contrast" or (choice == "system" and wants_contrast):
        return CONTRAST
    if choice == "dark" or (choice == "system" and is_dark):
        return DARK
    return LIGHT
