"""Characters that no face can show: printed as a gap that names them, while the text behind it stays what it was."""

import re
import unicodedata
from collections.abc import Iterator

_INVISIBLE = "\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
INVISIBLE = re.compile(f"[{_INVISIBLE}]")
"""Characters without a picture: joiners, marks of direction, soft hyphens, controls. Nothing is printed for them."""

_ACCENTED = re.compile("[^\u0300-\u036f\u0e00-\u0e7f][\u0300-\u036f]+")
"""A letter and its accents. Thai has nothing to compose, and marks in an unusual order are to stay in it."""
_BLANKS = str.maketrans(
    dict.fromkeys("\t\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000", " ")
)
_NO_BREAK_BLANKS = str.maketrans(dict.fromkeys("\u2007\u202f", "\u00a0"))


def clean(text: str) -> str:
    """`text` with the blanks that faces have, and with letters and accents composed; to be drawn, not to be kept."""
    return _ACCENTED.sub(_compose, text).translate(_BLANKS).translate(_NO_BREAK_BLANKS)


def _compose(accented: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", accented.group())


def part_gaps(text: str, missing: re.Pattern[str]) -> Iterator[tuple[str, bool]]:
    """The stretches of `text`, and whether each is a gap: characters that `missing` matches, with the joiners among them.

    Joined they are `text`; what is invisible outside of gaps is a gap of its own.
    """
    offset = 0
    for match in re.finditer(f"(?:{missing.pattern}|{INVISIBLE.pattern})+", text):
        if offset < match.start():
            yield text[offset : match.start()], False
        yield match.group(), True
        offset = match.end()
    if offset < len(text):
        yield text[offset:], False


def name_gap(text: str) -> str:
    """What is printed instead of `text`: the code and the name of its first character, and how many there are.

    Of a letter the script alone is named, since its code says the rest. Nothing for what is invisible.
    """
    visible = INVISIBLE.sub("", text)
    if not visible:
        return ""
    name = unicodedata.name(visible[0], "").lower()
    if unicodedata.category(visible[0]).startswith("L"):
        name = name.partition(" ")[0]
    named = f"{name_code(text)} {name}".rstrip()
    return f"[{named}]" if len(visible) == 1 else f"[{named} … ×{len(visible)}]"


def name_code(text: str) -> str:
    """The code of the first visible character as Unicode writes it: U+0E81; nothing for what is invisible."""
    visible = INVISIBLE.sub("", text)
    return f"U+{ord(visible[0]):04X}" if visible else ""
