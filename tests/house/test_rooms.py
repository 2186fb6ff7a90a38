"""The rooms import downwards only, and the contracts that say so bite."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# Module, its code, and how import-linter names the fault.
FAULTS = {
    "the screen reaching for storage": (
        "ui/planted_store.py",
        "from success_desktop import store\n",
        "success_desktop.ui.planted_store -> success_desktop.store (l.1)",
    ),
    "the screen reaching for file formats, for type checking only": (
        "ui/planted_types.py",
        "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from success_desktop import documents\n",
        "success_desktop.ui.planted_types -> success_desktop.documents (l.4)",
    ),
    "the domain reaching for Qt, inside a function": (
        "domain/planted_qt.py",
        "def draw() -> None:\n    import PySide6.QtCore\n",
        "success_desktop.domain.planted_qt -> PySide6 (l.2)",
    ),
    "the domain looking at the clock": (
        "domain/planted_clock.py",
        "from time import time\n",
        "success_desktop.domain.planted_clock -> time (l.1)",
    ),
    "the domain making ids by itself": (
        "domain/planted_id.py",
        "from success_desktop.ids import new_id\n",
        "success_desktop.domain.planted_id -> success_desktop.ids (l.1)",
    ),
    "file formats reaching for storage": (
        "documents/planted.py",
        "import success_desktop.store\n",
        "success_desktop.documents.planted -> success_desktop.store (l.1)",
    ),
    "storage reaching for file formats": (
        "store/planted.py",
        "import success_desktop.documents\n",
        "success_desktop.store.planted -> success_desktop.documents (l.1)",
    ),
    "storage reaching up to services": (
        "store/planted_up.py",
        "import success_desktop.services\n",
        "success_desktop.store.planted_up -> success_desktop.services (l.1)",
    ),
    "services reading Word files themselves": (
        "services/planted_word.py",
        "from docx import Document\n",
        "success_desktop.services.planted_word -> docx (l.1)",
    ),
    "services speaking SQL": (
        "services/planted_sql.py",
        "import sqlalchemy as sa\n",
        "success_desktop.services.planted_sql -> sqlalchemy (l.1)",
    ),
    "a module that belongs to no room": ("planted_anywhere.py", "", "- success_desktop.planted_anywhere"),
}

INNOCENT = {
    "ui/planted_fine.py": "import PySide6.QtCore\nimport success_desktop.services\n",
    "store/planted_fine.py": "import sqlalchemy\nimport success_desktop.domain\n",
    "documents/planted_fine.py": "import docx\nimport success_desktop.domain\n",
    "domain/planted_fine.py": "import datetime\nfrom success_desktop.paths import resource_path\n",
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the program in `folder`."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def verdict(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    """What import-linter says of a copy of the program in which all FAULTS are planted."""
    folder = tmp_path_factory.mktemp("planted")
    shutil.copytree(ROOT / "success_desktop", folder / "success_desktop")
    shutil.copy(ROOT / ".importlinter", folder)
    planted = INNOCENT | {place: code for place, code, _line in FAULTS.values()}
    for place, code in planted.items():
        (folder / "success_desktop" / place).write_text(code, encoding="utf-8")
    return lint_imports(folder)


def test_the_rooms_import_downwards_only():
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_planted_faults_break_the_contracts(verdict):
    assert verdict.returncode == 1


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_named(verdict, fault):
    assert FAULTS[fault][2] in verdict.stdout


def test_each_room_may_use_its_own_libraries_and_the_rooms_below(verdict):
    assert "planted_fine" not in verdict.stdout
