"""Work done in a process of its own that is killed without warning, wherever it stands."""

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import Any

READY = "ready"
"""What work says before it begins."""

_LOADED_BEFORE = ["tests.store.doomed", "tests.trips.doomed"]
"""The one process that all others are forked from loads these, whichever test comes first."""


@contextmanager
def process_of(work: Callable[..., None], *arguments: Any) -> Iterator[Connection]:
    """A process that does `work(*arguments, connection)`, once it has said READY. It is killed at the end.

    Where processes can be forked they come from one that has loaded what they need already.
    """
    if sys.platform == "win32":
        context = multiprocessing.get_context("spawn")
    else:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(_LOADED_BEFORE)
    watcher, told = context.Pipe()
    process = context.Process(target=_begin, args=(work, arguments, told, dict(os.environ)))
    process.start()
    told.close()
    try:
        assert watcher.recv() == READY
        yield watcher
    finally:
        process.kill()
        process.join()
        process.close()


def last_words(watcher: Connection) -> list[int]:
    """All the numbers that a killed process had said and nobody had heard yet."""
    said: list[int] = []
    with watcher, suppress(EOFError, ConnectionResetError):
        while True:
            said.append(watcher.recv())
    return said


def _begin(
    work: Callable[..., None], arguments: tuple[Any, ...], told: Connection, environment: Mapping[str, str]
) -> None:
    os.environ.update(environment)
    work(*arguments, told)
