"""dev.py finds out which Debian packages are missing, installs them where it may, and else says how."""

import sys
from pathlib import Path

import pytest

import dev

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian packages are Linux's")


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole PATH: what lies in it is all that the machine has."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def write_program(programs: Path, name: str, script: str) -> None:
    """Put a program on the machine."""
    target = programs / name
    target.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    target.chmod(0o755)


def install_packages(programs: Path, *rows: str) -> None:
    """Let dpkg-query know these packages: ``name`` or ``name provided, provided``."""
    listing = "\n".join(f"installed {row}" for row in rows)
    write_program(programs, "dpkg-query", f"/bin/cat <<'END'\n{listing}\nremoved xauth\nEND")


def test_what_is_missing_is_named_by_its_purpose(programs):
    install_packages(
        programs, *dev.QT_PACKAGES.split(), "xvfb", "xdotool", "openbox", "imagemagick", "postgresql"
    )
    assert dev.missing_packages(for_tests=True) == {
        "tests of the window": ["xauth"],
        "tests of Word and PDF files": ["poppler-utils", "libreoffice-writer-nogui", "python3-uno"],
    }


def test_running_the_program_asks_for_no_test_packages(programs):
    install_packages(programs, *dev.QT_PACKAGES.split())
    assert dev.missing_packages(for_tests=False) == {}


def test_a_package_that_another_one_provides_is_not_missing(programs):
    others = [name for name in dev.QT_PACKAGES.split() if name != "libglib2.0-0"]
    install_packages(programs, *others, "libglib2.0-0t64 libglib2.0-0 (= 2.80.0-6), libgio (= 2.80)")
    assert dev.missing_packages(for_tests=False) == {}


def test_without_the_right_to_install_the_one_command_is_printed(programs, capsys):
    install_packages(programs, *(name for name in dev.QT_PACKAGES.split() if name != "libthai0"))
    dev.set_up_system(for_tests=False)
    printed = capsys.readouterr().out
    assert "sudo apt-get update && sudo apt-get install --yes --no-install-recommends libthai0\n" in printed


def test_with_passwordless_sudo_what_is_missing_is_installed(programs, tmp_path, capsys):
    install_packages(programs, *(name for name in dev.QT_PACKAGES.split() if name != "libthai0"))
    write_program(programs, "sudo", 'shift; exec "$@"')
    write_program(programs, "env", 'shift; exec "$@"')
    write_program(programs, "true", "exit 0")
    write_program(programs, "apt-get", f'echo "$*" >> {tmp_path}/asked')
    dev.set_up_system(for_tests=False)
    asked = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()
    assert asked == ["update", "install --yes --no-install-recommends libthai0"]
    assert "sudo" not in capsys.readouterr().out


def test_a_failed_installation_is_told_and_not_fatal(programs, capsys):
    install_packages(programs)
    write_program(programs, "sudo", 'shift; exec "$@"')
    write_program(programs, "env", 'shift; exec "$@"')
    write_program(programs, "true", "exit 0")
    write_program(programs, "apt-get", "echo E: no network; exit 100")
    dev.set_up_system(for_tests=False)
    printed = capsys.readouterr().out
    assert "E: no network" in printed
    assert "Those for the window (Qt and its Thai line breaks) could not be installed; going on" in printed


def test_a_machine_with_everything_hears_nothing(programs, capsys):
    install_packages(programs, *(name for names in dev.DEBIAN_PACKAGES.values() for name in names.split()))
    dev.set_up_system(for_tests=True)
    assert capsys.readouterr().out == ""


def test_each_program_that_a_check_runs_is_pinned():
    pinned = {line.partition("==")[0] for line in dev.LOCK.read_text(encoding="utf-8").splitlines()}
    assert {"ruff", "mypy", "import-linter", "pytest", "pytest-xdist", "pytest-cov", "coverage"} <= pinned


def test_the_stamp_changes_with_the_lock(tmp_path, monkeypatch):
    before = dev.wanted_stamp()
    changed = tmp_path / "requirements.lock"
    changed.write_text(dev.LOCK.read_text(encoding="utf-8") + "another==1.0\n", encoding="utf-8")
    monkeypatch.setattr(dev, "LOCK", changed)
    assert dev.wanted_stamp() != before
