"""The commands about editions: begin one, see which rows it amends, say why, adopt it.

    success-desktop edition new PLAN KIND      the edition (services.edition_data)
    success-desktop edition list PLAN          [edition, …]
    success-desktop edition rows PLAN          {"edition", "rows", "lacking"}
    success-desktop edition note PLAN ROW      the same, after the note
    success-desktop edition set PLAN           the edition as it is now
    success-desktop edition adopt PLAN         the edition as it is now
    success-desktop edition announce PLAN      the edition as it is now
    success-desktop edition remove PLAN        the edition as it was

What ``--json`` answers stands on the right. ``--edition`` takes an id or a name; without it the newest edition that is being
prepared is meant. Each command loads what it needs when run.
"""

import argparse
from collections.abc import Mapping
from datetime import date

from success_desktop.command_rows import JSON, PLAN, Command, answer, argument, reading, writing
from success_desktop.domain.calendar import parse_year
from success_desktop.domain.calendar_dates import parse_date
from success_desktop.domain.office import Deed, Edition, Routing, read_office
from success_desktop.domain.plan import Plan
from success_desktop.domain.word_fields import FieldValue
from success_desktop.i18n import LANGUAGES, N_, _, interface_language

_KINDS = ("first", "addition", "change", "correction")
_ROUTES: Mapping[str, Routing] = {
    "addition": "addition",
    "change": "change",
    "correction": "correction",
    "rule": "",
}
_DEEDS: Mapping[str, Deed] = {
    "coordination": "coordination",
    "merged": "merged",
    "duplicate": "duplicate",
    "programme": "programme",
    "none": "",
}


def _new(given: argparse.Namespace) -> None:
    from success_desktop.services.editions import begin_edition

    with writing(given.plan) as editor:
        year_be = parse_year(given.year) if given.year else 0
        edition_id = begin_edition(editor, given.kind, given.number, year_be or 0)
        edition = read_office(editor.plan).edition(edition_id)
    _tell(given, edition, _("Began: {name}"))


def _list(given: argparse.Namespace) -> None:
    from success_desktop.services import edition_data

    with reading(given.plan) as editor:
        office = read_office(editor.plan)
    if given.json:
        answer([edition_data.describe_edition(edition) for edition in office.editions])
    else:
        print("\n".join(edition_data.edition_lines(office, interface_language())))


def _rows(given: argparse.Namespace) -> None:
    from success_desktop.services import edition_data
    from success_desktop.services.edition_rows import read_amendment

    with reading(given.plan) as editor:
        amendment = read_amendment(editor, _asked(editor.plan, given))
    if given.json:
        answer(edition_data.describe_rows(amendment))
    else:
        print("\n".join(edition_data.row_lines(amendment, interface_language())))


def _note(given: argparse.Namespace) -> None:
    from success_desktop.services import edition_data, editions
    from success_desktop.services.edition_rows import read_amendment

    with writing(given.plan) as editor:
        amendment = read_amendment(editor, _asked(editor.plan, given))
        edition_id, row_id = amendment.edition.id, edition_data.find_row_id(amendment, given.row)
        edition_data.require_row(amendment, row_id)
        if given.reason:
            note = amendment.edition.note(row_id)
            told = dict(note.reason) if note is not None else {}
            editions.note_row(editor, edition_id, row_id, {**told, given.language: given.reason})
        if given.route:
            editions.route_row(editor, edition_id, row_id, _ROUTES[given.route], given.because)
        if given.deed:
            other_id = edition_data.find_row_id(amendment, given.other) if given.other else ""
            editions.record_deed(editor, edition_id, row_id, _DEEDS[given.deed], other_id)
        noted = read_amendment(editor, edition_id)
    if given.json:
        answer(edition_data.describe_rows(noted))
    else:
        print("\n".join(edition_data.noted_lines(noted, row_id, interface_language())))


def _set(given: argparse.Namespace) -> None:
    from success_desktop.services.edition_rows import find_edition
    from success_desktop.services.editions import set_edition

    with writing(given.plan) as editor:
        edition = find_edition(editor.plan, _asked(editor.plan, given))
        values: dict[str, FieldValue] = {}
        if given.number:
            values["number"] = given.number
        if given.year:
            values["year_be"] = parse_year(given.year)
        if given.clause is not None:
            values["clause"] = given.clause
        if given.reasons is not None:
            values["reasons"] = {**edition.reasons, given.language: given.reasons}
        set_edition(editor, edition.id, values)
        edition = read_office(editor.plan).edition(edition.id)
    _tell(given, edition, _("Set {name}"))


def _adopt(given: argparse.Namespace) -> None:
    from success_desktop.services.adopting import adopt_edition
    from success_desktop.services.edition_rows import find_edition

    with writing(given.plan) as editor:
        edition_id = find_edition(editor.plan, _asked(editor.plan, given)).id
        adopt_edition(editor, edition_id, _day(given.on), given.first_page)
        edition = read_office(editor.plan).edition(edition_id)
    _tell(given, edition, _("Adopted: {name}"))


def _announce(given: argparse.Namespace) -> None:
    from success_desktop.services.editions import announce_edition

    with writing(given.plan) as editor:
        adopted = read_office(editor.plan).adopted
        newest = adopted[-1].id if adopted else ""
        edition_id = _asked(editor.plan, given) or newest
        announce_edition(editor, edition_id, _day(given.on))
        edition = read_office(editor.plan).edition(edition_id)
    _tell(given, edition, _("Announced: {name}"))


def _remove(given: argparse.Namespace) -> None:
    from success_desktop.services.edition_rows import find_edition
    from success_desktop.services.editions import remove_edition

    with writing(given.plan) as editor:
        edition = find_edition(editor.plan, _asked(editor.plan, given))
        remove_edition(editor, edition.id)
    _tell(given, edition, _("Removed: {name}"))


def _asked(plan: Plan, given: argparse.Namespace) -> str:
    """The id of the edition asked for; "" for none."""
    from success_desktop.services.edition_data import find_named_edition

    return find_named_edition(plan, given.edition).id if given.edition else ""


def _day(text: str) -> date | None:
    return parse_date(text) if text else None


def _tell(given: argparse.Namespace, edition: Edition, wording: str) -> None:
    """Answer with an edition, or say what was done with it."""
    from success_desktop.domain.edition_words import edition_name
    from success_desktop.services.edition_data import describe_edition

    if given.json:
        answer(describe_edition(edition))
    else:
        print(wording.format(name=edition_name(edition, interface_language())))


_EDITION = argument("--edition", N_("the edition: its id or its name"), default="", metavar="E")
_LANGUAGE = argument("--language", N_("the language of the text"), choices=LANGUAGES, default="th")
_ON = argument("--on", N_("the day, if not today"), default="", metavar="DAY")
_YEAR = argument("--year", N_("its year, if not this one"), default="", metavar="YEAR")

EDITION_COMMANDS: tuple[Command, ...] = (
    Command(
        "edition new",
        N_("begin to prepare an edition"),
        (
            PLAN,
            argument(
                "kind",
                N_("first, addition, change or correction"),
                metavar="KIND",
                choices=_KINDS,
                nargs="?",
                default="first",
            ),
            argument("--number", N_("its number, if not the next"), type=int, default=0, metavar="N"),
            _YEAR,
            JSON,
        ),
        _new,
    ),
    Command("edition list", N_("list the editions"), (PLAN, JSON), _list),
    Command(
        "edition rows",
        N_("show which rows an edition amends, and what is missing"),
        (PLAN, _EDITION, JSON),
        _rows,
    ),
    Command(
        "edition note",
        N_("say why a row is amended, to which kind it belongs, or what became of it"),
        (
            PLAN,
            argument("row", N_("id, number or name of a row"), metavar="ROW"),
            _EDITION,
            argument("--reason", N_("the reason and necessity"), default="", metavar="TEXT"),
            _LANGUAGE,
            argument(
                "--route",
                N_("assign it to this kind; rule: as the rule says"),
                choices=tuple(_ROUTES),
                default="",
            ),
            argument("--because", N_("why it is assigned otherwise"), default="", metavar="TEXT"),
            argument("--deed", N_("what became of it"), choices=tuple(_DEEDS), default=""),
            argument("--other", N_("the row or programme that this refers to"), default="", metavar="ROW"),
            JSON,
        ),
        _note,
    ),
    Command(
        "edition set",
        N_("change an edition’s number, year, clause or reasons"),
        (
            PLAN,
            _EDITION,
            argument("--number", N_("its number"), type=int, default=0, metavar="N"),
            _YEAR,
            argument("--clause", N_("the clause that the announcement cites"), metavar="TEXT"),
            argument("--reasons", N_("why the plan is amended"), metavar="TEXT"),
            _LANGUAGE,
            JSON,
        ),
        _set,
    ),
    Command(
        "edition adopt",
        N_("adopt an edition: freeze the plan, its forms and the places of its rows"),
        (
            PLAN,
            _EDITION,
            _ON,
            argument("--first-page", N_("the number of its first page"), type=int, default=1, metavar="N"),
            JSON,
        ),
        _adopt,
    ),
    Command(
        "edition announce", N_("record the day of an announcement"), (PLAN, _EDITION, _ON, JSON), _announce
    ),
    Command("edition remove", N_("give up an edition being prepared"), (PLAN, _EDITION, JSON), _remove),
)
"""The rows of the command table that are about editions."""
