"""The line drawings of ``resources/icons`` in a colour: as text, and as files for the style sheet."""

import functools
from pathlib import Path

from success_desktop.paths import cache_folder, resource_path


def read_drawing(name: str, colour: str) -> str:
    """The SVG called `name` with its lines in `colour` (``#RRGGBB``).

    Raises FileNotFoundError when there is none of that name: icons ship with the program.
    """
    return _read_as_shipped(resource_path("icons", f"{name}.svg")).replace("currentColor", colour)


def drawn_icon_path(name: str, colour: str) -> Path:
    """A file with the icon called `name` in a colour (``#RRGGBB``), written now if it is not there yet.

    Where nothing can be written, on a full disk say, it is the drawing as it ships, whose lines are black.
    """
    drawing = read_drawing(name, colour).encode()
    path = cache_folder() / "icons" / f"{name}-{colour.removeprefix('#').lower()}.svg"
    try:
        if not path.is_file() or path.read_bytes() != drawing:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(drawing)
    except OSError:
        return resource_path("icons", f"{name}.svg")
    return path


@functools.cache
def _read_as_shipped(path: Path) -> str:
    """A drawing as its file has it, read once: a window shows most icons in several places."""
    return path.read_text(encoding="utf-8")
