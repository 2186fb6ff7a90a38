"""The command line: ``success-desktop [PLAN]`` opens the window, ``success-desktop COMMAND …`` does one thing and ends.

Exit codes: 0 done; 1 not done, with a sentence on the error stream saying why and what to do; 2 the command itself could
not be understood.
"""

import argparse
import io
import os
import re
import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

from success_desktop import __version__, app
from success_desktop.command_rows import Command
from success_desktop.commands import COMMANDS, FAMILIES
from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES, N_, Language, _, interface_language, use_language
from success_desktop.settings import load_settings

_LANGUAGE_VARIABLE = "SUCCESS_LANGUAGE"


# What argparse complains of, in its own words, and how we say it.
_COMPLAINTS: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (?P<names>.+)", N_("{names} is missing")),
    (r"unrecognized arguments: (?P<words>.+)", N_("{words} means nothing here")),
    (
        r"argument (?P<name>\S+): invalid choice: (?P<given>.+) \(choose from (?P<known>.+)\)",
        N_("{name} cannot be {given}; choose from {known}"),
    ),
    (r"argument (?P<name>\S+): expected (?:one|1) argument", N_("{name} needs a value")),
)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Lays help out as it is written, and calls the usage what the interface calls it."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, _("Usage: ") if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser that speaks the interface's language."""

    def __init__(self, **details: Any) -> None:
        super().__init__(**details, add_help=False, formatter_class=_Formatter)
        self.given = self.add_argument_group(_("To give"))
        self.options = self.add_argument_group(_("Options"))

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(
            2, _("The command could not be understood: {problem}").format(problem=_in_words(message)) + "\n"
        )


def _in_words(complaint: str) -> str:
    """A complaint of argparse in the interface's language; its own words where it is one that we do not know."""
    for pattern, wording in _COMPLAINTS:
        if found := re.fullmatch(pattern, complaint):
            return _(wording).format(**found.groupdict())
    return complaint


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, or open the window. Returns the exit code."""
    words = _deed_first(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    use_language(_interface_language(words))
    names = {command.name.partition(" ")[0] for command in COMMANDS}
    options = _window_parser() if not any(word in names for word in words[:3]) else _command_parser()
    given = options.parse_args(words)
    code = 0
    try:
        code = given.run(given) or code
        sys.stdout.flush()
    except UserError as error:
        print(f"{error.sentence()}\n{error.remedy()}".strip(), file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read the answer has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def _deed_first(words: Sequence[str]) -> list[str]:
    """The words of a command with its deed before its plan: ``edition PLAN new`` means ``edition new PLAN``."""
    arranged = list(words)
    names = {command.name for command in COMMANDS}
    for place, (family, plan, deed) in enumerate(zip(arranged[:3], arranged[1:], arranged[2:], strict=False)):
        if f"{family} {deed}" in names and f"{family} {plan}" not in names:
            arranged[place + 1 : place + 3] = [deed, plan]
            break
    return arranged


def _interface_language(words: Sequence[str]) -> Language:
    """The language asked for on the command line, in the environment, or in the settings."""
    asked = os.environ.get(_LANGUAGE_VARIABLE, "")
    for word, following in pairwise((*words, "")):
        name, _sign, value = word.partition("=")
        if name == "--interface":
            asked = value or following
    return asked if asked in LANGUAGES else load_settings().interface_language


def _speak_utf8() -> None:
    """Let answers go out in UTF-8, as JSON must be, also into a file or pipe of a Windows that speaks Windows-874."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _window_parser() -> _Parser:
    names = "\n".join(f"  {command.name:<14} {_(command.purpose)}" for command in COMMANDS)
    parser = _Parser(
        prog="success-desktop",
        description=_("An editor for strategies and action plans. Without a command it opens the window."),
        epilog=_("Commands (each has --help):") + "\n" + names,
    )
    parser.given.add_argument("plan", metavar="PLAN", nargs="?", type=Path, help=_("the plan to open"))
    parser.options.add_argument(
        "--review", action="store_true", help=_("open a copy of it only to remark on, as a reviewer does")
    )
    _add_common_options(parser)
    parser.set_defaults(
        run=lambda given: app.run_window(given.plan, interface_language(), is_for_review=given.review)
    )
    return parser


def _command_parser() -> _Parser:
    parser = _Parser(prog="success-desktop")
    _add_common_options(parser)
    kinds = parser.add_subparsers(dest="command", required=True)
    families: dict[str, Any] = {}
    for command in COMMANDS:
        first, _blank, second = command.name.partition(" ")
        if second and first not in families:
            families[first] = _add_family(kinds.add_parser(first, description=_(FAMILIES[first])))
        _add_command(families[first] if second else kinds, second or first, command)
    return parser


def _add_family(parser: _Parser) -> Any:
    """What the second words of commands of two words are added to."""
    _add_common_options(parser)
    return parser.add_subparsers(dest="deed", title=_("Commands"), metavar=_("COMMAND"), required=True)


def _add_command(kinds: Any, name: str, command: Command) -> None:
    purpose = _(command.purpose)
    own = kinds.add_parser(name, help=purpose, description=purpose)
    for names, details in command.arguments:
        group = own.options if names.startswith("-") else own.given
        group.add_argument(*names.split("/"), **{**details, "help": _(details["help"])})
    _add_common_options(own)
    own.set_defaults(run=command.run)


def _add_common_options(parser: _Parser) -> None:
    parser.options.add_argument(
        "--interface", choices=LANGUAGES, default=argparse.SUPPRESS, help=_("the language of messages")
    )
    parser.options.add_argument("--help", "-h", action="help", help=_("show this help"))
    parser.options.add_argument(
        "--version", action="version", version=__version__, help=_("show the version")
    )
