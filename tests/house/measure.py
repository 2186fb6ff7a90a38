"""The house's limits, measured on source files.

Each function takes the folder of a checkout (or of a copy with planted faults) and yields findings: lines of text that
begin with ``path:line:``. No finding means that the limit holds.
"""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TypeVar

MODULE_LINES = 300
FUNCTION_LINES = 40
CLASS_METHODS = 20
PARAMETERS = 5
LINES_A_SUPPRESSION = 1000

BANNED_NAMES = {"utils", "util", "common", "misc", "helper", "helpers", "manager", "handler", "base"}
BANNED_CLASS_ENDINGS = ("Utils", "Misc", "Helper", "Helpers", "Manager", "Handler")
BROAD_EXCEPTIONS = {"Exception", "BaseException"}
MAY_CATCH_ALL = {"success_desktop/ui/background.py", "success_desktop/ui/error_dialogs.py"}
CLOCK_CALLS = {"now", "today", "utcnow"}
FILE_CALLS = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir"}

# The directive, the codes it names, and what remains: the reason.
SUPPRESSION = re.compile(
    r"#\s*(?:type:\s*ignore|(?:ruff:\s*)?noqa|mypy:|pragma:\s*no|pylint:)"
    r"(?:\[[^\]]*\])?(?::?\s*[A-Z]+[0-9]+(?:,\s*[A-Z]+[0-9]+)*)?(?P<reason>.*)"
)
REASON_LETTERS = 10

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_FUNCTIONS: tuple[type[_Function], ...] = (ast.FunctionDef, ast.AsyncFunctionDef)
_CATCHES: tuple[type[ast.ExceptHandler | ast.Call], ...] = (ast.ExceptHandler, ast.Call)
_Node = TypeVar("_Node", bound=ast.AST)


def program_files(root: Path) -> list[Path]:
    """The source of the program."""
    return sorted((root / "success_desktop").rglob("*.py"))


def trial_files(root: Path) -> list[Path]:
    """The source of the tests."""
    return sorted((root / "tests").rglob("*.py"))


def all_files(root: Path) -> list[Path]:
    """Everything in Python that people maintain here."""
    tools = chain(root.glob("*.py"), (root / "installer").rglob("*.py"))
    return [*program_files(root), *trial_files(root), *sorted(tools)]


def count_lines(paths: list[Path]) -> int:
    """How many lines the files have together."""
    return sum(len(_read(path).splitlines()) for path in paths)


def find_long_modules(root: Path) -> Iterator[str]:
    """Modules of more than MODULE_LINES lines."""
    for path in all_files(root):
        if (lines := count_lines([path])) > MODULE_LINES:
            yield f"{_at(root, path)} {lines} lines, {MODULE_LINES} are the limit"


def find_long_functions(root: Path) -> Iterator[str]:
    """Functions of more than FUNCTION_LINES lines, from `def` to their end."""
    for path, node in _nodes(all_files(root), *_FUNCTIONS):
        if (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION_LINES:
            yield f"{_at(root, path, node)} {node.name} has {lines} lines, {FUNCTION_LINES} are the limit"


def find_crowded_classes(root: Path) -> Iterator[str]:
    """Classes of more than CLASS_METHODS methods; a property and its setter are one."""
    for path, node in _nodes(all_files(root), ast.ClassDef):
        methods = {item.name for item in node.body if isinstance(item, _Function)}
        if len(methods) > CLASS_METHODS:
            yield f"{_at(root, path, node)} {node.name} has {len(methods)} methods, {CLASS_METHODS} are the limit"


def find_long_signatures(root: Path) -> Iterator[str]:
    """Functions of more than PARAMETERS parameters: keyword-only ones count; self, cls, * and ** do not."""
    for path, node in _nodes(all_files(root), *_FUNCTIONS):
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        names = [argument.arg for argument in arguments if argument.arg not in {"self", "cls"}]
        if len(names) > PARAMETERS:
            yield f"{_at(root, path, node)} {node.name} takes {len(names)}, {PARAMETERS} are the limit"


def find_drawer_names(root: Path) -> Iterator[str]:
    """Modules, packages, classes and functions whose name says nothing about what is in them."""
    for path in all_files(root):
        words = {word for part in path.relative_to(root).with_suffix("").parts for word in part.split("_")}
        if banned := words & BANNED_NAMES:
            yield f"{_at(root, path)} a module called {', '.join(sorted(banned))}"
    for path, node in _nodes(all_files(root), *_FUNCTIONS, ast.ClassDef):
        is_drawer = isinstance(node, ast.ClassDef) and node.name.endswith(BANNED_CLASS_ENDINGS)
        if is_drawer or node.name.strip("_").lower() in BANNED_NAMES:
            yield f"{_at(root, path, node)} something called {node.name}"


def find_broad_excepts(root: Path) -> Iterator[str]:
    """Catch-alls, except one in each of the MAY_CATCH_ALL modules."""
    allowed = set(MAY_CATCH_ALL)
    for path, node in _nodes(program_files(root), *_CATCHES):
        if not _is_broad(node):
            continue
        place = path.relative_to(root).as_posix()
        if place not in allowed:
            yield f"{_at(root, path, node)} catches everything"
        allowed.discard(place)


def find_suppressions(root: Path, paths: list[Path]) -> Iterator[str]:
    """Comments that silence a check without saying why; all of them when they are too many for so little code."""
    found = [(place, match) for path in paths for place, match in _suppressions(root, path)]
    for place, match in found:
        if sum(map(str.isalpha, match["reason"])) < REASON_LETTERS:
            yield f"{place} no reason given: {match[0]}"
    if len(found) > max(1, count_lines(paths) // LINES_A_SUPPRESSION):
        yield from (f"{place} one of {len(found)} suppressions: {match[0]}" for place, match in found)


def find_undocumented(root: Path) -> Iterator[str]:
    """Public modules, classes, functions and methods without a docstring."""
    for path in [*program_files(root), *root.glob("*.py")]:
        tree = ast.parse(_read(path))
        if not ast.get_docstring(tree):
            yield f"{_at(root, path)} the module has no docstring"
        for node in _public_definitions(tree):
            if not ast.get_docstring(node):
                yield f"{_at(root, path, node)} {node.name} has no docstring"


def find_impure_domain(root: Path) -> Iterator[str]:
    """Calls by which the domain would look at the clock or at a file; imports are import-linter's part."""
    for path in sorted((root / "success_desktop" / "domain").rglob("*.py")):
        for _path, node in _nodes([path], ast.Call):
            if (name := _called_name(node)) in CLOCK_CALLS | FILE_CALLS:
                yield f"{_at(root, path, node)} calls {name}()"


def find_foreign_camel_case(root: Path, qt_names: set[str]) -> Iterator[str]:
    """Functions in camelCase that do not override anything of Qt's."""
    for path, node in _nodes(program_files(root), *_FUNCTIONS):
        if node.name != node.name.lower() and node.name != "N_" and node.name not in qt_names:
            yield f"{_at(root, path, node)} {node.name} is in camelCase but not Qt's"


def _suppressions(root: Path, path: Path) -> Iterator[tuple[str, re.Match[str]]]:
    with tokenize.open(path) as stream:
        text = stream.read()
    if SUPPRESSION.search(text):
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT and (match := SUPPRESSION.search(token.string)):
                yield f"{path.relative_to(root).as_posix()}:{token.start[0]}:", match


def _public_definitions(tree: ast.Module | ast.ClassDef) -> Iterator[ast.ClassDef | _Function]:
    for node in tree.body:
        if not isinstance(node, ast.ClassDef | _Function) or node.name.startswith("_") or _is_echo(node):
            continue
        yield node
        if isinstance(node, ast.ClassDef):
            yield from _public_definitions(node)


def _is_echo(node: ast.ClassDef | _Function) -> bool:
    """Whether the definition only completes another of its name: a property's setter, an overload."""
    return any(ast.unparse(decorator).endswith((".setter", "overload")) for decorator in node.decorator_list)


def _is_broad(node: ast.ExceptHandler | ast.Call) -> bool:
    if isinstance(node, ast.Call):
        return _called_name(node) == "suppress" and any(_names_all(argument) for argument in node.args)
    return node.type is None or _names_all(node.type)


def _names_all(expression: ast.expr) -> bool:
    parts = expression.elts if isinstance(expression, ast.Tuple) else [expression]
    return any(ast.unparse(part).removeprefix("builtins.") in BROAD_EXCEPTIONS for part in parts)


def _called_name(call: ast.Call) -> str:
    """The last word of what is called: ``now`` for ``datetime.datetime.now(...)``."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _nodes(paths: list[Path], *kinds: type[_Node]) -> Iterator[tuple[Path, _Node]]:
    for path in paths:
        for node in ast.walk(ast.parse(_read(path))):
            if isinstance(node, kinds):
                yield path, node


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _at(root: Path, path: Path, node: ast.stmt | ast.expr | ast.ExceptHandler | None = None) -> str:
    return f"{path.relative_to(root).as_posix()}:{node.lineno if node else 1}:"
