"""Looking for files and folders where people name them: where nobody can look, nothing is there."""

import os
from pathlib import Path


def is_there(path: Path) -> bool:
    """Whether a file or folder is there; False also for names that are too long and folders that may not be looked into."""
    try:
        return path.exists()
    except OSError:
        return False


def is_same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to the same place, by whatever links; the file need not be there."""
    return Path(os.path.realpath(one)) == Path(os.path.realpath(other))


def is_folder(path: Path) -> bool:
    """Whether a folder is there, told as by `is_there`."""
    try:
        return path.is_dir()
    except OSError:
        return False
