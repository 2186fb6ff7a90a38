"""A real X screen with a window manager and a Thai keyboard, for programs of their own and the keys sent to them."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

NEEDED = ("Xvfb", "openbox", "xdotool", "setxkbmap")
"""Programs that make such a screen; on Debian, dev.py installs them."""
PATIENCE_SECONDS = 30.0
"""How long to wait for what must come; no test waits so long unless it fails."""
LOOKING_SECONDS = 0.05
KEY_GAP_MS = "12"
_THAI_KEYSYMS = 0xDA0 - 0xE00
"""From a Thai letter to what X calls its key: both are in the order of TIS 620."""
ENDING_SECONDS = 10.0


class RealScreen:
    """Runs programs on the screen `display` (":7") and acts as the person before it."""

    def __init__(self, display: str, environment: Mapping[str, str]) -> None:
        self.environment = {**environment, "DISPLAY": display}

    def press(self, *keys: str) -> None:
        """Press keys one after the other, named as X does: "ctrl+Return", "Tab"."""
        self._do("key", "--clearmodifiers", "--delay", KEY_GAP_MS, *keys)

    def type(self, text: str) -> None:
        """Type Thai letters with the keys of the Thai keyboard that they are on."""
        self.press(*(f"{_THAI_KEYSYMS + ord(letter):#x}" for letter in text))

    def wait_for_window(self, title: str) -> None:
        """Wait until the window of that title has the keyboard. Raises TimeoutError."""
        wait_until(lambda: self.active_title() == title, f"the window “{title}”, now “{self.active_title()}”")

    def active_title(self) -> str:
        """The title of the window that has the keyboard; "" when none has."""
        return self._ask("getactivewindow", "getwindowname")

    @contextmanager
    def watched(self, path: Path) -> Iterator[None]:
        """Keep a picture of the screen when what is done here fails."""
        is_done = False
        try:
            yield
            is_done = True
        finally:
            if not is_done:
                self.photograph(path)

    def photograph(self, path: Path) -> None:
        """Keep a picture of the screen, where ImageMagick is there to take it."""
        if shutil.which("import"):
            path.parent.mkdir(parents=True, exist_ok=True)
            command = ["import", "-window", "root", str(path)]
            subprocess.run(command, env=self.environment, check=False, timeout=PATIENCE_SECONDS)

    def _do(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environment, check=True, timeout=PATIENCE_SECONDS)

    def _ask(self, *words: str) -> str:
        command = ["xdotool", *words]
        done = subprocess.run(
            command,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_SECONDS,
        )
        return done.stdout.strip()


def missing_programs() -> list[str]:
    """What this machine lacks for a real screen."""
    return [name for name in NEEDED if shutil.which(name) is None]


@contextmanager
def real_screen(home: Path) -> Iterator[RealScreen]:
    """A screen of 1366 by 768 for a person whose everything lies in `home`; all that runs on it ends with it."""
    with ExitStack() as running:
        screen = RealScreen(running.enter_context(_display()), _environment(home))
        running.enter_context(started(["openbox"], screen.environment))
        subprocess.run(["setxkbmap", "th"], env=screen.environment, check=True, timeout=PATIENCE_SECONDS)
        yield screen


@contextmanager
def started(command: list[str], environment: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program, which has ended when this is left."""
    process = subprocess.Popen(command, env=dict(environment), stdout=subprocess.DEVNULL)
    try:
        yield process
    finally:
        _end(process)


def wait_until(is_there: Callable[[], bool], what: str) -> None:
    """Look again and again. Raises TimeoutError naming `what` when it has not come in time."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not is_there():
        if time.monotonic() > end:
            raise TimeoutError(f"waited {PATIENCE_SECONDS:.0f} seconds for {what}")
        time.sleep(LOOKING_SECONDS)


@contextmanager
def _display() -> Iterator[str]:
    """An X server of its own, on a number that it finds free itself."""
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1366x768x24",
        "-noreset",
        "-nolisten",
        "tcp",
    ]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("Xvfb has not started")
        yield f":{number}"
    finally:
        _end(server)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(ENDING_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _environment(home: Path) -> dict[str, str]:
    """What programs are told of the person: nothing of whoever runs the tests but where programs lie."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "QT_", "DBUS_"))
    }
    folders = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("DATA", "CONFIG", "CACHE", "STATE")}
    return {**kept, **folders, "HOME": str(home), "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
