"""The developer's one command: ``python3 dev.py run`` opens the program, ``python3 dev.py test`` checks it.

Needs nothing but a Python of 3.11 or later: it makes the virtual environment ``.venv`` with the exact libraries
of requirements.lock, compiles the catalogues and, on Debian and its kin, installs the system packages that Qt and
the tests want. Standard library only, and readable by an older Python, so that such a one can say what is wrong.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
OUT = ROOT / "out"
ON_WINDOWS = os.name == "nt"
PROGRAMS = VENV / ("Scripts" if ON_WINDOWS else "bin")
SUFFIX = ".exe" if ON_WINDOWS else ""
PYTHON = PROGRAMS / ("python" + SUFFIX)
STAMP = VENV / "installed-lock"
LOCK = ROOT / "requirements.lock"
OLDEST_PYTHON = (3, 11)

# Debian packages by what they are for; `run` needs the first row, `test` all of them.
QT_PACKAGES = (
    "libglib2.0-0 libgl1 libegl1 libx11-6 libdbus-1-3 libfontconfig1 libfreetype6 libxkbcommon0 libthai0 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 libxcb-image0 "
    "libxcb-render-util0 libxcb-util1 libxcb-randr0 libxcb-sync1 libxcb-xfixes0 libx11-xcb1"
)
DEBIAN_PACKAGES = {
    "the window (Qt and its Thai line breaks)": QT_PACKAGES,
    "tests of the window": "xvfb xauth xdotool openbox imagemagick",
    "tests of the office database": "postgresql",
    "tests of Word and PDF files": "poppler-utils libreoffice-writer-nogui python3-uno",
}

SAMPLE_DOCUMENTS = (
    ("sample-both.docx", ["--language", "both"], "the plan in Word, in both languages"),
    ("sample-both.pdf", ["--language", "both"], "the same as PDF"),
    ("sample-forms.pdf", ["--form", "p01,p02"], "official forms as PDF"),
    ("sample-forms.xlsx", ["--form", "p01,p02"], "the same in Excel"),
)

WITHOUT_HOUSE = ["--ignore=tests/house/test_sizes.py", "--ignore=tests/house/test_catalogue.py"]
CHECKS = [
    ("format", ["ruff", "format", "--check", "--output-format", "concise", "."]),
    ("lint", ["ruff", "check", "--output-format", "concise", "."]),
    ("types", ["mypy"]),
    ("rooms", ["lint-imports", "--no-logo"]),
    ("sizes", ["pytest", "-q", "tests/house/test_sizes.py"]),
    ("catalogues", ["pytest", "-q", "tests/house/test_catalogue.py"]),
    ("tests", ["pytest", "-q", "-n", "3", "--dist", "loadfile", "--cov", "--cov-report=", *WITHOUT_HOUSE]),
    ("coverage", ["python", "-m", "tests.house.floors"]),
]


class SetUpError(Exception):
    """Something this script cannot put right by itself; the message tells the developer what to do."""


def main() -> int:
    """Do what the command line asks; the exit code."""
    if sys.version_info < OLDEST_PYTHON:
        print(f"SUCCESS Desktop needs Python 3.11 or later; this one is {platform.python_version()}.")
        return 1
    options = _read_command_line()
    os.environ.update(PYTHONUTF8="1", PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_ROOT_USER_ACTION="ignore")
    os.chdir(ROOT)
    try:
        set_up(for_tests=options.command == "test")
        if options.command == "run":
            return open_sample()
        if options.command == "catalogue":
            return _run_tool("python", "-m", "tests.house.catalogue")
        return _run_tool("pytest", *options.targets) if options.targets else check_everything()
    except SetUpError as error:
        print(error)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.")
        return 130


def _read_command_line() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py", description="Run, test and translate SUCCESS Desktop.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="open the sample plan in a window; without a display make its files")
    commands.add_parser("test", help="run every check, or pytest on the TARGETs given").add_argument(
        "targets", metavar="TARGET", nargs="*", help="a test file or folder; pytest's own options may follow"
    )
    commands.add_parser("catalogue", help="collect the interface's sentences, update translations/th.po")
    options, more = parser.parse_known_args()
    if options.command == "test":
        options.targets = sys.argv[sys.argv.index("test") + 1 :]
    elif more:
        parser.error("unknown: " + " ".join(more))
    return options


# --- setting up ------------------------------------------------------------------------------------------


def set_up(*, for_tests: bool) -> None:
    """Make the checkout ready: system packages, virtual environment, libraries, compiled catalogues."""
    set_up_system(for_tests)
    if not _is_venv_sound():
        _say("Making the virtual environment .venv ...")
        _run([sys.executable, "-m", "venv", "--clear", str(VENV)], "No virtual environment could be made.")
    wanted = wanted_stamp()
    if not STAMP.exists() or STAMP.read_text(encoding="utf-8") != wanted:
        _say("Installing the libraries of requirements.lock (the first time takes some minutes) ...")
        STAMP.unlink(missing_ok=True)
        _pip("--requirement", str(LOCK))
        _pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        STAMP.write_text(wanted, encoding="utf-8")
    _compile_catalogues()


def wanted_stamp() -> str:
    """What the virtual environment must have been made from: the lock and the project's own metadata."""
    return hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()


def _is_venv_sound() -> bool:
    """Whether .venv was made in this place and holds a Python of the version that runs this script, with pip."""
    ask = "import pip, sys; print('%d.%d' % sys.version_info[:2])"
    made = VENV / "pyvenv.cfg"
    if not PYTHON.exists() or not made.exists() or str(VENV) not in made.read_text(encoding="utf-8"):
        return False
    answer = subprocess.run([str(PYTHON), "-c", ask], capture_output=True, text=True, check=False)
    return answer.stdout.strip() == "{}.{}".format(*sys.version_info[:2])


def _pip(*what: str) -> None:
    options = ["-qq", "--no-input", "--no-warn-script-location"]
    _run(
        [str(PYTHON), "-m", "pip", "install", *options, *what],
        "The libraries could not be installed: see above. Is the network up?",
    )


def _compile_catalogues() -> None:
    """Compile each translations/*.po that is newer than its .mo."""
    for source in sorted((ROOT / "translations").glob("*.po")):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            command = [str(PYTHON), "-m", "babel.messages.frontend", "--quiet", "compile"]
            command += ["--input-file", str(source), "--output-file", str(compiled), "--locale", source.stem]
            _run(command, f"{source.name} could not be compiled.")


def set_up_system(for_tests: bool) -> None:
    """Install what Debian still lacks where apt-get may be used; else say what is missing and go on."""
    if not sys.platform.startswith("linux"):
        return
    if shutil.which("dpkg-query") is None:
        if not VENV.exists():
            _say("This is not Debian or its kin. Qt needs the libraries that Debian calls:")
            _say("  " + QT_PACKAGES)
        return
    missing = missing_packages(for_tests)
    if missing:
        _say("Debian packages still missing:")
        for purpose, names in missing.items():
            _say(f"  for {purpose}: {' '.join(names)}")
        _install(missing)


def _install(missing: dict[str, list[str]]) -> None:
    """Install Debian packages, purpose by purpose, or say how the developer can."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends"]
    prefix = _privilege()
    if prefix is None:
        everything = " ".join(command + [name for names in missing.values() for name in names])
        _say(f"To install them: sudo apt-get update && sudo {everything}")
        return
    _say("Installing them ...")
    _apt(prefix, ["apt-get", "update"])
    for purpose, names in missing.items():
        if not _apt(prefix, [*command, *names]):
            _say(f"Those for {purpose} could not be installed; going on without them.")


def missing_packages(for_tests: bool) -> dict[str, list[str]]:
    """The Debian packages that are not installed, by purpose; another that provides one counts as it."""
    query = ["dpkg-query", "--show", "--showformat=${db:Status-Status} ${Package} ${Provides}\\n"]
    rows = subprocess.run(query, capture_output=True, text=True, check=True).stdout.splitlines()
    present = {word.strip(",") for row in rows if row.startswith("installed ") for word in row.split()[1:]}
    wanted = {purpose: names.split() for purpose, names in DEBIAN_PACKAGES.items()}
    if not for_tests:
        wanted = dict(list(wanted.items())[:1])
    if importlib.util.find_spec("ensurepip") is None:
        wanted["the virtual environment"] = [_venv_package()]
    lacking = {purpose: [name for name in names if name not in present] for purpose, names in wanted.items()}
    return {purpose: names for purpose, names in lacking.items() if names}


def _venv_package() -> str:
    return "python{}.{}-venv".format(*sys.version_info[:2])


def _privilege() -> list[str] | None:
    """How to run apt-get here: as we are (root), through sudo without a password, or not at all (None)."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    if shutil.which("sudo") is None:
        return None
    return None if subprocess.run([*sudo, "true"], capture_output=True, check=False).returncode else sudo


def _apt(prefix: list[str], command: list[str]) -> bool:
    """Run apt-get without questions, its chatter kept for the case that it fails; whether it succeeded."""
    calmly = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *command]
    done = subprocess.run(calmly, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        _say("\n".join(done.stdout.splitlines()[-5:]))
    return done.returncode == 0


# --- running ---------------------------------------------------------------------------------------------


def open_sample() -> int:
    """Open the window on the sample plan; where there is no display, make its files instead; the exit code."""
    OUT.mkdir(exist_ok=True)
    program, plan = str(PROGRAMS / ("success-desktop" + SUFFIX)), OUT / "sample.success"
    if not plan.exists():
        _run_quietly([program, "new", str(plan), "--sample"], "The sample plan could not be made.")
    if _has_display():
        return subprocess.run([program, str(plan)], check=False).returncode
    _say(f"There is no display here, so no window can open. Made instead, in {OUT}:")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for name, words, purpose in SAMPLE_DOCUMENTS:
        command = [program, "export", str(plan), str(OUT / name), *words]
        _run_quietly(command, "The documents could not be made.")
        _say(f"  {name}  {purpose}")
    picture = OUT / "sample.png"
    _run_quietly([program, "screenshot", str(plan), str(picture)], "The picture could not be made.")
    _say(f"  {picture.name}  the window")
    return 0


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def check_everything() -> int:
    """Run each check, whatever the others say, and sum up; 1 when any failed."""
    results = []
    for name, command in CHECKS:
        _say(f"\n=== {name} ===")
        started = time.monotonic()
        verdict = "FAILED" if _run_tool(*command) else "passed"
        results.append((name, verdict, time.monotonic() - started))
        _say(f"--- {verdict} in {results[-1][2]:.1f} s")
    _say("\n=== summary ===")
    for name, verdict, seconds in results:
        _say(f"{name:<12}{verdict:<8}{seconds:>8.1f} s")
    return int(any(verdict == "FAILED" for _name, verdict, _seconds in results))


def _run_tool(name: str, *arguments: str) -> int:
    """Run a tool of the virtual environment; its exit code."""
    return subprocess.run([str(PROGRAMS / (name + SUFFIX)), *arguments], check=False).returncode


def _run(command: list[str], sentence: str) -> None:
    """Run a command that must succeed; SetUpError with `sentence` when it does not."""
    if subprocess.run(command, check=False).returncode:
        raise SetUpError(sentence)


def _run_quietly(command: list[str], sentence: str) -> None:
    """Run a command that must succeed, and show what it said only if it did not."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        _say(done.stdout.decode(errors="replace"))
        raise SetUpError(sentence)


def _say(sentence: str) -> None:
    """Print at once, so that what a tool prints next comes after it."""
    print(sentence, flush=True)


if __name__ == "__main__":
    sys.exit(main())
