"""The command that prints: a plan's book, its official forms, its change book or its response matrix."""

import argparse
from pathlib import Path

from success_desktop.command_rows import PLAN, WORD, Argument, Command, argument, sending
from success_desktop.domain.office import FormatSwitches
from success_desktop.i18n import N_, _
from success_desktop.services import offices, plan_editor, printing, revisions
from success_desktop.services.edition_data import find_named_edition
from success_desktop.settings import Settings, load_settings


def _export(given: argparse.Namespace) -> None:
    what = given.form.split(",")
    printing.require_print_name(given.file, printing.suffixes_of(what))
    printing.require_lock(given.file, given.password or "")
    with sending(given.plan) as editor:
        printout = printing.prepare_printout(editor, what, _options(editor, given), given.file.name)
        printing.write_printout(printout, given.file)
    print(_("Made {path}").format(path=given.file))


def _options(editor: plan_editor.PlanEditor, given: argparse.Namespace) -> printing.PrintOptions:
    settings = load_settings()
    return printing.PrintOptions(
        switches=switches_asked(editor, given, settings),
        revision=revisions.find_revision(editor, given.revision) if given.revision else None,
        edition_id=find_named_edition(editor.plan, given.edition).id if given.edition else "",
        fiscal_year_be=given.year or 0,
        password=given.password or "",
        author=settings.author_name(),
    )


def switches_asked(
    editor: plan_editor.PlanEditor, given: argparse.Namespace, settings: Settings
) -> FormatSwitches:
    """The plan's own switches, else those of the settings, with what the command asks for besides."""
    usual = FormatSwitches(
        has_thai_digits=settings.has_thai_digits,
        font=settings.word_font,
        has_embedded_font=settings.has_embedded_font,
    )
    known = offices.read_switches(editor.plan, usual)
    return FormatSwitches(
        language=given.language or known.language,
        has_thai_digits=given.thai_digits or known.has_thai_digits,
        font=given.font or known.font,
        has_embedded_font=given.embed_font or known.has_embedded_font,
        paper=given.paper or known.paper,
        is_draft=given.draft or known.is_draft,
        shows_alignment=known.shows_alignment and not given.hide_alignment,
        names_authors=given.name_authors or known.names_authors,
    )


SWITCHES: tuple[Argument, ...] = (
    argument("--language", N_("the language of the document"), choices=("th", "en", "both")),
    *WORD[1:],
    argument("--paper", N_("the paper"), choices=("A4", "F4", "A3")),
    argument("--draft", N_("print the word “draft” across every page"), action="store_true"),
    argument("--hide-alignment", N_("leave the lines ก to จ out of forms"), action="store_true"),
    argument("--name-authors", N_("name the author in the file’s properties"), action="store_true"),
)
"""What every official document can be asked for, whatever the plan remembers of how it is printed."""

PRINTING_COMMANDS: tuple[Command, ...] = (
    Command(
        "export",
        N_("make a Word, PDF or Excel file"),
        (
            PLAN,
            argument("file", N_("the file to make: OUT.docx, OUT.pdf or OUT.xlsx"), metavar="OUT", type=Path),
            argument(
                "--form",
                N_("plan, changes, matrix, or forms such as p02 or p01,p02,p03"),
                default=printing.PLAN,
                metavar="FORM",
            ),
            argument("--revision", N_("a revision: number, label or id"), metavar="R"),
            argument(
                "--edition", N_("an edition: its name, such as “change 1/2568”, or its id"), metavar="E"
            ),
            argument(
                "--year", N_("the fiscal year of an operation plan, such as 2568"), type=int, metavar="YEAR"
            ),
            *SWITCHES,
            argument("--password", N_("lock a PDF with this password"), metavar="WORD"),
        ),
        _export,
    ),
)
