"""Whatever ships and is not ours has a line in THIRD-PARTY-NOTICES.md."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.measure import program_files
from tests.house.prose import tracked_files

ROOT = Path(__file__).resolve().parents[2]
NOTICES = (ROOT / "THIRD-PARTY-NOTICES.md").read_text(encoding="utf-8")

# What the project made itself; everything else under resources/ is taken to be someone else's.
OWN = [
    "resources/*.qss",
    "resources/*.py",
    "resources/dictionaries/NOTICE.txt",
    "resources/dictionaries/known_names.txt",
    "resources/dictionaries/planning_words.txt",
    "resources/dictionaries/thai_plain_words.txt",
    "resources/dictionaries/thai_slips.tsv",
    "resources/forms/*",
    "resources/help/*",
    "resources/letters/*",
    "resources/pictures/*",  # of the program itself
    "resources/samples/*",
    "resources/templates/*",
]


def shipped_files() -> list[str]:
    """The tracked files under resources/, relative to the checkout."""
    tracked = (path.relative_to(ROOT).as_posix() for path in tracked_files(ROOT))
    return [name for name in tracked if name.startswith("resources/")]


def noticed_patterns(notices: str) -> list[str]:
    """The files that the notices speak of."""
    return re.findall(r"^\| `(resources/[^`]+)`", notices, flags=re.MULTILINE)


def find_unnoticed(files: list[str], notices: str) -> list[str]:
    """Files that are neither the project's own nor named in the notices."""
    known = [*OWN, *noticed_patterns(notices)]
    return [name for name in files if not any(fnmatch(name, pattern) for pattern in known)]


def run_time_libraries() -> Iterator[str]:
    """The names of all libraries that the program needs, with the libraries these need, on any system."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [*project["dependencies"], *project["optional-dependencies"]["server"], "tzdata"]
    seen = set()
    while waiting:
        requirement = Requirement(waiting.pop())
        name = canonicalize_name(requirement.name)
        extras = {"", *requirement.extras}
        if name in seen or (
            requirement.marker and not any(requirement.marker.evaluate({"extra": e}) for e in extras)
        ):
            continue
        seen.add(name)
        yield name
        if name != "tzdata":
            waiting += requires(name) or []


def imported_packages(root: Path) -> set[str]:
    """The top-level names of all that the program imports and that is neither Python's nor its own."""
    names = set()
    for path in program_files(root):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names) - {"success_desktop"}


def find_undeclared_imports(root: Path) -> list[str]:
    """Packages that the program in `root` imports although this project does not ask for them by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["server"]]
    declared = {canonicalize_name(Requirement(text).name) for text in wanted}
    providers = packages_distributions()
    return sorted(
        name
        for name in imported_packages(root)
        if declared.isdisjoint(canonicalize_name(provider) for provider in providers.get(name, []))
    )


def find_unnoticed_libraries(notices: str) -> list[str]:
    """Run-time libraries without a line in the notices."""
    listed = notices.partition("## Libraries at run time")[2]
    words = {canonicalize_name(word) for word in re.findall(r"[\w.-]*\w", listed)}
    return sorted(name for name in run_time_libraries() if name not in words)


def test_every_resource_that_is_not_ours_has_its_licence_line():
    assert find_unnoticed(shipped_files(), NOTICES) == []


def test_every_licence_line_speaks_of_something_that_ships():
    stale = [
        line for line in noticed_patterns(NOTICES) if not any(fnmatch(name, line) for name in shipped_files())
    ]
    assert stale == []


def test_every_run_time_library_has_its_licence_line():
    assert find_unnoticed_libraries(NOTICES) == []


@pytest.mark.parametrize("folder", ["fonts", "dictionaries"])
def test_licence_texts_lie_beside_what_they_cover(folder):
    names = [Path(name).name.upper() for name in shipped_files() if name.startswith(f"resources/{folder}/")]
    assert any(name.startswith(("OFL", "LICEN", "NOTICE")) for name in names)


def test_every_library_that_the_program_imports_is_declared():
    assert find_undeclared_imports(ROOT) == []


def test_an_undeclared_import_is_found_even_when_another_library_brings_it(tmp_path):
    (tmp_path / "success_desktop").mkdir()
    code = "import os\nimport mako\nfrom docx.shared import Pt\ndef f():\n    import nowhere.at_all\n"
    (tmp_path / "success_desktop" / "plan.py").write_text(code, encoding="utf-8")
    assert find_undeclared_imports(tmp_path) == ["mako", "nowhere"]


def test_a_resource_without_a_line_is_found():
    files = ["resources/icons/open.svg", "resources/figures/stranger.svg", "resources/templates/plan.yaml"]
    notices = "| `resources/icons/*` | Icons | Someone | ISC |\n"
    assert find_unnoticed(files, notices) == ["resources/figures/stranger.svg"]


def test_a_library_without_a_line_is_found():
    assert find_unnoticed_libraries(NOTICES.replace("| lxml", "| else")) == ["lxml"]
