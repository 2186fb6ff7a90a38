"""Characters that Word keeps as a number in a symbol font (ECMA-376 part 1, 17.3.3.30)."""

from lxml import etree

from success_desktop.documents.returned.word_names import W

_PRIVATE = 0xF000
"""Where Word puts the characters of symbol fonts (U+F000 to U+F0FF)."""
_LAST_PRIVATE = 0xF0FF

_WINGDINGS = {
    0x4A: "☺",
    0x4C: "☹",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "◻",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xEF: "⇦",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
"""What people type in Wingdings: bullets, ticks, boxes, and the arrows and faces that Word makes of ``-->`` and ``:)``."""

_UNKNOWN = "□"


def read_symbol(element: etree._Element) -> str:
    """The character that a ``w:sym`` shows; a box for one of a symbol font that Unicode has no character for here."""
    try:
        number = int(element.get(f"{W}char", ""), 16)
        character = chr(number)
    except (ValueError, OverflowError):
        return _UNKNOWN
    if _PRIVATE <= number <= _LAST_PRIVATE:
        number -= _PRIVATE
        character = chr(number) if " " <= chr(number) <= "~" else _UNKNOWN
    if "wingdings" in element.get(f"{W}font", "").lower():
        return _WINGDINGS.get(number, _UNKNOWN)
    return character if character.isprintable() else _UNKNOWN
