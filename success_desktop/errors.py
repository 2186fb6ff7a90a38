"""What a person can be told and act on. Every other exception in the program is a bug."""

from success_desktop.i18n import Language, translate


class UserError(Exception):
    """A situation that the user can understand and mend, worded in the user's language when it is shown.

    `message` and `advice` are English catalogue entries (marked with `N_`) with named places such as ``{path}``; `places`
    fills them. Raising one never loses data: whoever raises it has left the plan and the files as they were.
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

    def _worded(self, language: Language | None) -> dict[str, object]:
        return {
            name: place.sentence(language) if isinstance(place, UserError) else place
            for name, place in self.places.items()
        }
