"""What is told of a file that cannot be read as a returned Word file: what it is, and what helps."""

from collections.abc import Iterable

from success_desktop.errors import UserError
from success_desktop.i18n import N_

_SAVE_AS_WORD = N_("Open it in Word or LibreOffice, save it as a Word document (.docx), then bring that in.")
_SEND_AGAIN = N_("Ask the reviewer to save it again as a Word document (.docx) and to send that.")


def no_word_file(name: str) -> UserError:
    """The file is something else altogether."""
    return UserError(N_("“{name}” is not a Word file."), advice=_SAVE_AS_WORD, name=name)


def old_word(name: str) -> UserError:
    """The file is of Word 97 to 2003, or of another program of that time."""
    return UserError(
        N_("“{name}” is in the format of old Word versions (.doc)."), advice=_SAVE_AS_WORD, name=name
    )


def encrypted(name: str) -> UserError:
    """The file is protected by a password."""
    return UserError(
        N_("“{name}” is protected by a password."),
        advice=N_("Open it in Word with the password, save it without one, then bring that in."),
        name=name,
    )


def damaged(name: str) -> UserError:
    """The file begins like a Word file and is broken or cut off."""
    return UserError(N_("“{name}” is damaged or was cut off on its way."), advice=_SEND_AGAIN, name=name)


def hostile(name: str) -> UserError:
    """The file holds what no word processor writes: definitions that could blow up or reach out when they are read."""
    return UserError(
        N_("“{name}” holds instructions that no Word document needs, so it was not read."),
        advice=N_("Ask the reviewer who sent it. If in doubt, do not open it."),
        name=name,
    )


def too_large(name: str) -> UserError:
    """The file, or what is packed in it, is larger than any plan."""
    return UserError(
        N_("“{name}” is too large to be read."),
        advice=N_("Remove large pictures from it in Word and save it again, then bring that in."),
        name=name,
    )


def unreadable(name: str) -> UserError:
    """The file cannot be opened at all."""
    return UserError(
        N_("“{name}” cannot be opened."),
        advice=N_("Check that it is still there and that no other program holds it."),
        name=name,
    )


def no_document(name: str, parts: Iterable[str]) -> UserError:
    """The file is a zip, but no Word document: `parts` are the names in it."""
    folders = {part.split("/")[0].lower() for part in parts}
    if "xl" in folders:
        return UserError(
            N_("“{name}” is an Excel workbook, not a Word file."), advice=_SAVE_AS_WORD, name=name
        )
    if "ppt" in folders:
        return UserError(N_("“{name}” is a presentation, not a Word file."), advice=_SAVE_AS_WORD, name=name)
    if "content.xml" in folders:
        return UserError(
            N_("“{name}” is an OpenDocument file, not a Word file."), advice=_SAVE_AS_WORD, name=name
        )
    return no_word_file(name)
