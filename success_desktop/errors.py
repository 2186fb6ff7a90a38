"""What a person can be told and act on. Every other exception in the program is a bug."""

from typing import Protocol, runtime_checkable

from success_desktop.i18n import Language, interface_language, translate


@runtime_checkable
class Spoken(Protocol):
    """What a sentence can name in either language: a moment, a wording, another error."""

    def spoken(self, language: Language) -> str:
        """The words in `language`."""


class UserError(Exception):
    """A situation that the user can understand and mend, worded in the user's language when it is shown.

    `message` and `advice` are English catalogue entries (marked with `N_`) with named places such as ``{path}``; `places`
    fills them; a place that is `Spoken` is worded in the sentence's language. Raising one never loses data: whoever raises
    it has left the plan and the files as they were.
    """

    def __init__(self, message: str, *, advice: str = "", **places: object) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice
        self.places = places

    def sentence(self, language: Language | None = None) -> str:
        """Say what happened, in `language` (default: the language of the interface)."""
        return translate(self.message, language).format(**self._worded(language))

    def remedy(self, language: Language | None = None) -> str:
        """Say what the user can do about it; empty when the message says it all."""
        return translate(self.advice, language).format(**self._worded(language)) if self.advice else ""

    def __str__(self) -> str:
        return f"{self.sentence()} {self.remedy()}".strip()

    def spoken(self, language: Language) -> str:
        """The sentence in `language`, for another error that names this one."""
        return self.sentence(language)

    def _worded(self, language: Language | None) -> dict[str, object]:
        tongue = language or interface_language()
        return {
            name: place.spoken(tongue) if isinstance(place, Spoken) else place
            for name, place in self.places.items()
        }


class Unwritten(UserError):
    """Something could not be written for a reason outside the program: it may go well when it is tried again."""


class Unreadable(UserError):
    """A file is not, or no longer, what it should be: an earlier copy of it may help."""


class Cancelled(Exception):
    """The user stopped the work. Nothing has been changed."""
