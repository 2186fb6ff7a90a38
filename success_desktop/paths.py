"""Where things lie: what ships with the program, and what the program keeps for one person on one machine."""

from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent


def _shipped(folder: str) -> Path:
    """A folder that ships with the program: inside the installed package, or beside it in a source checkout."""
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder


def resource_path(*names: str) -> Path:
    """A file under resources/, e.g. ``resource_path("templates", "ldp-2566-strategy.yaml")``."""
    return _shipped("resources").joinpath(*names)


def translation_path(language: str) -> Path:
    """The catalogue (.po) of a language."""
    return _shipped("translations") / f"{language}.po"


def data_folder() -> Path:
    """The user's local data: working copies of plans. Never roams, never synchronised; it may not exist yet."""
    return Path(platformdirs.user_data_dir("success-desktop", appauthor=False, roaming=False))


def cache_folder() -> Path:
    """What the program can make again at any time; it may not exist yet."""
    return Path(platformdirs.user_cache_dir("success-desktop", appauthor=False))


def settings_path() -> Path:
    """The file of the user's settings on this machine. Raises OSError when its folder cannot be made."""
    return (
        Path(platformdirs.user_config_dir("success-desktop", appauthor=False, ensure_exists=True))
        / "settings.json"
    )
