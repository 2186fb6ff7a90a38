"""The words of the interface and of the documents, in Thai and English, from one gettext catalogue.

English sentences in the source are the catalogue's keys. The interface speaks one language at a time (`use_language`);
a document may speak another, so everything that prints passes its language on (`translate`).
"""

import functools
import gettext
import io
from typing import Literal, get_args

from success_desktop.paths import translation_path

Language = Literal["th", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


class _Interface:
    """What all threads of the program speak."""

    language: Language = "th"


def use_language(language: Language) -> None:
    """Let the interface speak `language` from now on."""
    _Interface.language = language


def interface_language() -> Language:
    """The language that the interface speaks now."""
    return _Interface.language


def translate(message: str, language: Language | None = None) -> str:
    """The wording of the catalogue entry `message` in `language` (default: the interface's); English where none is known."""
    if not message:
        return ""
    return _catalogue(language or interface_language()).gettext(message)


def translate_in_context(context: str, message: str) -> str | None:
    """The interface's wording of `message` as used in `context` (a Qt class, say); None when the catalogue has none."""
    wording = _catalogue(interface_language()).pgettext(context, message)
    return None if wording == message else wording


def _(message: str) -> str:
    """Translate for the interface, now. Also the mark by which Babel finds the entry."""
    return translate(message)


def N_(message: str) -> str:
    """Mark `message` for the catalogue without translating it yet."""
    return message


@functools.cache
def _catalogue(language: Language) -> gettext.NullTranslations:
    """Read a catalogue; the compiled file when it is fresh, else the source that translators edit."""
    source = translation_path(language)
    if language == "en" or not source.exists():
        return gettext.NullTranslations()
    compiled = source.with_suffix(".mo")
    if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
        with compiled.open("rb") as stream:
            return gettext.GNUTranslations(stream)
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    buffer = io.BytesIO()
    with source.open("rb") as stream:
        write_mo(buffer, read_po(stream, locale=language))
    buffer.seek(0)
    return gettext.GNUTranslations(buffer)
