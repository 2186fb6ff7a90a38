"""The language that somebody wrote in, told by the letters: people write where they stand and choose no language first."""

from success_desktop.i18n import Language

_FIRST_THAI, _LAST_THAI, _BAHT = "\u0e01", "\u0e5b", "\u0e3f"


def language_of(text: str) -> Language:
    """Thai for a text with any Thai letter or digit in it, else English; the sign for baht (฿) is neither."""
    return "th" if any(_FIRST_THAI <= letter <= _LAST_THAI and letter != _BAHT for letter in text) else "en"


def worded(text: str) -> dict[Language, str]:
    """A text under the language it is written in; nothing for a blank one."""
    return {language_of(text): text} if text.strip() else {}
