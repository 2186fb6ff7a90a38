"""What tests/conftest.py promises to every test, tried on a small suite of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SUITE = """
import logging
import os
import warnings

import pytest
from PySide6.QtCore import qWarning
from success_desktop.i18n import interface_language, use_language
from success_desktop.paths import data_folder, settings_path


def test_passes_quietly():
    logging.getLogger("plan").info("nothing to see")


def test_fails_on_a_warning_in_the_log():
    logging.getLogger("plan").warning("disk nearly full")


@pytest.mark.logs("nearly full")
def test_passes_on_an_announced_line():
    logging.getLogger("plan").warning("disk nearly full")


@pytest.mark.logs("nearly full")
def test_fails_when_the_announced_line_does_not_come():
    pass


def test_fails_on_a_python_warning():
    warnings.warn("old", DeprecationWarning)


def test_fails_on_a_qt_warning():
    qWarning("QWidget: lost")


def test_passes_as_the_first_to_speak_english():
    use_language("en")
    assert not data_folder().exists()
    data_folder().mkdir(parents=True)
    settings_path().write_text("{}")


def test_passes_in_thai_again_as_another_person():
    assert interface_language() == "th"
    assert not data_folder().exists()
    assert not settings_path().exists()
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"


def test_skips_without_shared_data(shared_data):
    pass
"""


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The verdicts that the small suite got, by test; a test can fail and then err when it is taken down."""
    folder = tmp_path_factory.mktemp("suite")
    (folder / "tests").mkdir()
    for name in ("pyproject.toml", "tests/conftest.py"):
        shutil.copy(ROOT / name, folder / name)
    (folder / "tests" / "test_suite.py").write_text(SUITE, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider", "tests"]
    environment = {name: value for name, value in os.environ.items() if name != "SUCCESS_SHARED_DATA"}
    environment["PYTHONPATH"] = str(ROOT)
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    rows = [line.split() for line in done.stdout.splitlines() if line.startswith("tests/test_suite.py::")]
    verdicts: dict[str, set[str]] = {}
    for row in rows:
        verdicts.setdefault(row[0].partition("::")[2], set()).add(row[1])
    return verdicts


TESTS = [line[4:].partition("(")[0] for line in SUITE.splitlines() if line.startswith("def ")]


@pytest.mark.parametrize("test", [test for test in TESTS if test.startswith("test_passes")])
def test_what_is_in_order_passes(outcome, test):
    assert outcome[test] == {"PASSED"}


@pytest.mark.parametrize("test", [test for test in TESTS if test.startswith("test_fails")])
def test_what_is_not_in_order_does_not_pass(outcome, test):
    assert outcome[test] & {"FAILED", "ERROR"}


def test_absent_shared_data_skips(outcome):
    assert outcome["test_skips_without_shared_data"] == {"SKIPPED"}
