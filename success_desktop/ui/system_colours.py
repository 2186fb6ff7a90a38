"""Which colour scheme the program shows: the one chosen, or what the system asks for, which can change at any time."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from success_desktop.ui.schemes import COLOUR_CHOICES, ColourChoice, Tokens, scheme_for
from success_desktop.ui.theme import tokens, use_tokens


class SystemColours(QObject):
    """One for the process. Follows the system's light, dark and high-contrast schemes as long as "system" is chosen."""

    def __init__(self, app: QApplication, choice: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self.choice: ColourChoice = "system"
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)
        self.choose(choice)

    def choose(self, choice: str) -> None:
        """Show a scheme from now on; one that is not known means the system's.

        The frames that the system draws around windows follow where they can.
        """
        self.choice = next((known for known in COLOUR_CHOICES if known == choice), "system")
        if self.choice == "system":
            self._hints.unsetColorScheme()
        else:
            is_dark = self.choice != "light"
            self._hints.setColorScheme(Qt.ColorScheme.Dark if is_dark else Qt.ColorScheme.Light)
        self._on_system_changed()

    def wanted(self) -> Tokens:
        """The tokens that should be in use now."""
        wants_contrast = (
            self._hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        )
        is_dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        return scheme_for(self.choice, is_dark=is_dark, wants_contrast=wants_contrast)

    def leave(self) -> None:
        """Follow the system no longer, for a process that goes on without a window."""
        self._hints.colorSchemeChanged.disconnect(self._on_system_changed)
        self._hints.accessibility().contrastPreferenceChanged.disconnect(self._on_system_changed)
        self.setParent(None)

    def _on_system_changed(self) -> None:
        wanted = self.wanted()
        if wanted != tokens():
            use_tokens(self._app, wanted)


def choose_colours(choice: str) -> None:
    """Let the running interface show another scheme (a `ColourChoice`)."""
    app = QApplication.instance()
    colours = app.findChild(SystemColours) if app is not None else None
    if colours is not None:
        colours.choose(choice)
