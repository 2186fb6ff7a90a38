"""The window as it stands on the screen, for trips through it."""

from tests.ui.conftest import application, desk, settings, window

__all__ = ["application", "desk", "settings", "window"]
