"""What every test stands on: no display, a person of its own, Thai, and no unexpected word in the log."""

import itertools
import logging
import os
import re
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from success_desktop.i18n import use_language

ROOT = Path(__file__).resolve().parents[1]

# Machines differ: a test says what is right, never how fast.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the pictures that tests/screens compares with be taken anew."""
    parser.addoption("--update-pictures", action="store_true", help="pin what the window looks like now")


@pytest.fixture(scope="session")
def new_homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders for persons that lie in one of their own and are counted here.

    pytest looks through all of its folders to number the next one, which takes longer with every test.
    """
    street = tmp_path_factory.mktemp("persons")
    return (street / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def person(new_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person who has never used the program: the folder that holds all of their data, settings and caches."""
    home = next(new_homes)
    home.mkdir(mode=0o700)
    move_in(home, monkeypatch)
    return home


def move_in(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program keep data, settings and caches in the folder `home`."""
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(home / variable.lower()))
    for variable in ("LOCALAPPDATA", "APPDATA", "WIN_PD_OVERRIDE_LOCAL_APPDATA", "WIN_PD_OVERRIDE_APPDATA"):
        monkeypatch.setenv(variable, str(home / variable.lower()))


@pytest.fixture(autouse=True)
def interface_in_thai() -> None:
    """Every test begins in Thai, whatever language the one before it chose."""
    use_language("th")


@pytest.fixture
def shared_data() -> Path:
    """The folder of real plan data that is not part of the project; tests that need it are skipped without it."""
    default = ROOT.parent / "shared" / "data"
    folder = Path(os.environ.get("SUCCESS_SHARED_DATA") or default)
    if not folder.is_dir():
        pytest.skip(f"no shared data: set SUCCESS_SHARED_DATA ({folder} is not there)")
    return folder


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a warning or worse in the log, unless ``@pytest.mark.logs(pattern)`` announces it."""
    announced = [re.compile(mark.args[0]) for mark in request.node.iter_markers("logs")]
    watch = LogWatch()
    logging.getLogger().addHandler(watch)
    yield
    logging.getLogger().removeHandler(watch)
    unexpected = [line for line in watch.lines if not any(pattern.search(line) for pattern in announced)]
    assert not unexpected, "unexpected in the log:\n" + "\n".join(unexpected)
    missing = [pattern.pattern for pattern in announced if not any(map(pattern.search, watch.lines))]
    assert not missing, "announced but not in the log: " + ", ".join(missing)


class LogWatch(logging.Handler):
    """Collects log lines of level WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")
