"""Folders that a cloud service carries between computers: by their names, by what the services leave in them."""

import fnmatch
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple


class Synchronised(NamedTuple):
    """The topmost folder that a service keeps in step, and the service's name."""

    service: str
    folder: Path


_NAMES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), service)
    for pattern, service in (
        (r"onedrive( - .+)?|onedrive-.+", "OneDrive"),
        (r"google ?drive( - .+|-.+)?|my drive|ไดรฟ์ของฉัน", "Google Drive"),
        (r"dropbox( \(.+\))?", "Dropbox"),
        (r"icloud ?drive|com~apple~clouddocs", "iCloud"),
        (r"nextcloud\d?", "Nextcloud"),
        (r"owncloud\d?", "ownCloud"),
    )
)
"""What the services call their folders when nobody chose another name."""

_MARKS: tuple[tuple[str, str], ...] = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".tmp.drivedownload", "Google Drive"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".sync_*.db", "Nextcloud"),
    ("._sync_*.db", "ownCloud"),
    (".stfolder", "Syncthing"),
)
"""What the services leave in the topmost folder, whatever it is called; every name begins with a dot."""

_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""Where Windows says which folders OneDrive keeps."""


def find_synchronised(path: Path, environment: Mapping[str, str] | None = None) -> Synchronised | None:
    """The synchronised folder that a file lies in; None when it lies in none that can be told."""
    told = os.environ if environment is None else environment
    own = [Path(told[name]) for name in _VARIABLES if told.get(name)]
    found = [place for folder in path.parents if (place := _look_at(folder, own)) is not None]
    return found[-1] if found else None


def _look_at(folder: Path, own: list[Path]) -> Synchronised | None:
    if folder in own:
        return Synchronised("OneDrive", folder)
    for service in _services_of(folder):
        return Synchronised(service, folder)
    return None


def _services_of(folder: Path) -> Iterator[str]:
    yield from (service for name, service in _NAMES if name.fullmatch(folder.name))
    try:
        names = [entry.name for entry in folder.glob(".*")]  # read once: a folder may hold thousands of files
    except OSError:
        return  # Who may not look into a folder cannot tell.
    yield from (service for pattern, service in _MARKS if fnmatch.filter(names, pattern))
