"""The house's limits hold in this checkout, and each check finds what it is there to find."""

from pathlib import Path

import PySide6.QtCore
import PySide6.QtGui
import PySide6.QtPrintSupport
import PySide6.QtSvg
import PySide6.QtSvgWidgets
import PySide6.QtWidgets
import pytest

from tests.house import measure, prose

ROOT = Path(__file__).resolve().parents[2]
QT_MODULES = (
    PySide6.QtCore,
    PySide6.QtGui,
    PySide6.QtPrintSupport,
    PySide6.QtSvg,
    PySide6.QtSvgWidgets,
    PySide6.QtWidgets,
)
QT_CLASSES = [
    thing for module in QT_MODULES for name in dir(module) if isinstance(thing := getattr(module, name), type)
]
QT_NAMES = {name for qt_class in QT_CLASSES for name in dir(qt_class)}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """An empty checkout to plant faults in."""
    for room in ("domain", "ui", "store"):
        (tmp_path / "success_desktop" / room).mkdir(parents=True)
    (tmp_path / "tests").mkdir()
    return tmp_path


def plant(copy: Path, place: str, text: str) -> None:
    """Write a module into the copy."""
    target = copy / place
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def places(findings) -> list[str]:
    """The places that findings point at, without what they say."""
    return [":".join(finding.split(":")[:2]) for finding in findings]


def assert_none(findings) -> None:
    """Fail with all findings, one a line."""
    lines = list(findings)
    assert not lines, "\n".join(lines)


# --- this checkout --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "find",
    [
        measure.find_long_modules,
        measure.find_long_functions,
        measure.find_crowded_classes,
        measure.find_long_signatures,
        measure.find_drawer_names,
        measure.find_broad_excepts,
        measure.find_undocumented,
        measure.find_impure_domain,
    ],
    ids=lambda find: find.__name__.removeprefix("find_"),
)
def test_the_checkout_keeps_the_limit(find):
    assert_none(find(ROOT))


def test_the_program_hardly_silences_its_checks():
    assert_none(measure.find_suppressions(ROOT, measure.program_files(ROOT)))


def test_the_tests_and_tools_hardly_silence_their_checks():
    program = set(measure.program_files(ROOT))
    others = [path for path in measure.all_files(ROOT) if path not in program]
    assert_none(measure.find_suppressions(ROOT, others))


def test_camel_case_is_only_used_to_override_qt():
    assert_none(measure.find_foreign_camel_case(ROOT, QT_NAMES))


def test_there_is_at_least_as_much_test_code_as_program():
    program, tests = (
        measure.count_lines(find(ROOT)) for find in (measure.program_files, measure.trial_files)
    )
    assert tests >= program, f"{program} lines of program, {tests} of tests"


def test_no_file_holds_notes_to_oneself_or_traces_of_one_machine():
    assert_none(prose.find_unwanted_text(ROOT, prose.tracked_files(ROOT)))


# --- planted faults -------------------------------------------------------------------------------------


def test_a_module_of_301_lines_is_found(copy):
    plant(copy, "success_desktop/domain/just.py", "x = 1\n" * 300)
    plant(copy, "success_desktop/domain/over.py", "x = 1\n" * 301)
    assert places(measure.find_long_modules(copy)) == ["success_desktop/domain/over.py:1"]


def test_a_function_of_41_lines_is_found_even_inside_a_class(copy):
    just = "def just():\n" + "    x = 1\n" * 39
    over = "class A:\n    async def over(self):\n" + "        x = 1\n" * 40
    plant(copy, "success_desktop/store/long.py", just + over)
    assert places(measure.find_long_functions(copy)) == ["success_desktop/store/long.py:42"]


def test_a_class_of_21_methods_is_found_and_setters_do_not_count(copy):
    methods = "".join(f"    def m{number}(self): ...\n" for number in range(20))
    plant(
        copy,
        "success_desktop/ui/just.py",
        f"class Just:\n{methods}    @m1.setter\n    def m1(self, v): ...\n",
    )
    plant(copy, "success_desktop/ui/over.py", f"class Over:\n{methods}    def one_more(self): ...\n")
    assert places(measure.find_crowded_classes(copy)) == ["success_desktop/ui/over.py:1"]


def test_a_sixth_parameter_is_found_also_when_keyword_only(copy):
    plant(copy, "success_desktop/ui/just.py", "def just(self, a, b, /, c, *d, e, f, **g): ...\n")
    plant(copy, "success_desktop/ui/over.py", "def over(a, b, c, *, d, e, f): ...\n")
    assert places(measure.find_long_signatures(copy)) == ["success_desktop/ui/over.py:1"]


@pytest.mark.parametrize("place", ["domain/utils.py", "ui/dialog_base.py", "store/common/__init__.py"])
def test_a_drawer_among_the_modules_is_found(copy, place):
    plant(copy, f"success_desktop/{place}", "")
    assert places(measure.find_drawer_names(copy)) == [f"success_desktop/{place}:1"]


@pytest.mark.parametrize(
    "code", ["class PlanManager: ...", "def _helper(): ...", "class A:\n    def handler(self): ..."]
)
def test_a_drawer_among_the_functions_and_classes_is_found(copy, code):
    plant(copy, "success_desktop/domain/plan.py", code)
    assert len(list(measure.find_drawer_names(copy))) == 1


@pytest.mark.parametrize(
    "code",
    [
        "try: ...\nexcept: ...",
        "try: ...\nexcept Exception: ...",
        "try: ...\nexcept (OSError, BaseException) as e: ...",
        "with contextlib.suppress(Exception): ...",
    ],
)
def test_a_catch_all_is_found_outside_its_two_places(copy, code):
    plant(copy, "success_desktop/store/plans.py", code)
    plant(copy, "success_desktop/ui/background.py", "try: ...\nexcept Exception: ...")
    assert places(measure.find_broad_excepts(copy))[0].startswith("success_desktop/store/plans.py:")


def test_a_second_catch_all_in_one_of_the_two_places_is_found(copy):
    plant(
        copy,
        "success_desktop/ui/background.py",
        "try: ...\nexcept Exception: ...\ntry: ...\nexcept Exception: ...",
    )
    assert places(measure.find_broad_excepts(copy)) == ["success_desktop/ui/background.py:4"]


def test_catching_what_is_known_is_no_catch_all(copy):
    plant(copy, "success_desktop/store/plans.py", "try: ...\nexcept (OSError, ValueError): ...")
    assert list(measure.find_broad_excepts(copy)) == []


@pytest.mark.parametrize(
    "comment", ["type: ignore[arg-type]", "noqa: BLE001", "pragma: no cover", "noqa: E501, F401 - ok"]
)
def test_a_suppression_without_a_reason_is_found(copy, comment):
    plant(copy, "success_desktop/store/plans.py", f"x = 1  # {comment}\n")
    assert places(measure.find_suppressions(copy, measure.program_files(copy))) == [
        "success_desktop/store/plans.py:1"
    ]


def test_one_suppression_with_its_reason_may_stand_and_a_second_may_not(copy):
    line = "x = 1  # type: ignore[arg-type]  # the library's stub forgets None\n"
    plant(copy, "success_desktop/store/plans.py", line)
    assert list(measure.find_suppressions(copy, measure.program_files(copy))) == []
    plant(copy, "success_desktop/store/plans.py", line * 2)
    assert len(list(measure.find_suppressions(copy, measure.program_files(copy)))) == 2


def test_a_suppression_quoted_in_a_text_is_none(copy):
    plant(copy, "success_desktop/store/plans.py", "x = '# noqa'\n")
    assert list(measure.find_suppressions(copy, measure.program_files(copy))) == []


def test_missing_docstrings_are_found_on_everything_public(copy):
    code = (
        "class A:\n    def b(self): ...\n    def _c(self): ...\n    def __eq__(self, o): ...\ndef d(): ...\n"
    )
    plant(copy, "success_desktop/domain/plan.py", code)
    found = places(measure.find_undocumented(copy))
    assert found == [f"success_desktop/domain/plan.py:{line}" for line in (1, 1, 2, 5)]


@pytest.mark.parametrize(
    "code", ["datetime.now()", "date.today()", "datetime.datetime.utcnow()", "open('x')", "p.read_text()"]
)
def test_the_domain_looking_at_the_clock_or_a_file_is_found(copy, code):
    plant(copy, "success_desktop/domain/plan.py", code)
    plant(copy, "success_desktop/store/plans.py", code)
    assert places(measure.find_impure_domain(copy)) == ["success_desktop/domain/plan.py:1"]


def test_camel_case_that_is_not_qts_is_found(copy):
    plant(copy, "success_desktop/ui/tree.py", "def changeEvent(self, event): ...\ndef showPlan(self): ...\n")
    assert places(measure.find_foreign_camel_case(copy, QT_NAMES)) == ["success_desktop/ui/tree.py:2"]


# Put together here, so that this file does not hold them itself.
UNWANTED = [
    "# TO" + "DO: later",
    "cd /ho" + "me/anna",
    "C:\\Us" + "ers\\anna",
    "https://py" + "pi.org/simple",
    "/ro" + "ot/x",
]


@pytest.mark.parametrize("text", UNWANTED)
def test_unwanted_text_is_found(copy, text):
    plant(copy, "docs/guide.md", f"A line.\n{text}\n")
    assert places(prose.find_unwanted_text(copy, prose.tracked_files(copy))) == ["docs/guide.md:2"]


def test_pictures_and_fonts_are_not_read_as_text(copy):
    (copy / "font.ttf").write_bytes(b"\0\1TO" + b"DO")
    assert list(prose.find_unwanted_text(copy, prose.tracked_files(copy))) == []
