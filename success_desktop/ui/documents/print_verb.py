"""Exporting a document: asking what and how, remembering how, and writing it in the background."""

from functools import partial
from pathlib import Path
from typing import cast, get_args

from success_desktop.domain.edition_words import edition_name
from success_desktop.domain.feedback_kinds import FEEDBACK_ID
from success_desktop.domain.forms.form_set import FormSet
from success_desktop.domain.office import FormatSwitches, read_office
from success_desktop.domain.plan import Plan
from success_desktop.domain.reviewing import reviewed_round
from success_desktop.domain.revision import Revision
from success_desktop.i18n import _, interface_language
from success_desktop.services.form_sets import form_set_of
from success_desktop.services.offices import keep_switches, read_switches
from success_desktop.services.printing import PrintOptions, Printout, prepare_printout, write_printout
from success_desktop.settings import Settings
from success_desktop.ui.background import Progress
from success_desktop.ui.document_names import name_document, name_matrix, name_printout
from success_desktop.ui.documents.form_lines import name_form
from success_desktop.ui.documents.papers_box import Offered, OfferedForm
from success_desktop.ui.documents.print_dialog import PrintChoice, PrintDialog
from success_desktop.ui.documents.unprinted_words import tell_unprinted
from success_desktop.ui.kept_settings import keep_settings
from success_desktop.ui.review.surroundings import Surroundings
from success_desktop.ui.work_view import LanguageMode


def export_document(around: Surroundings, revision: Revision | None = None, edition_id: str = "") -> None:
    """Ask what of the plan shall be printed and how, then write it: of the present, or of a revision.

    With `edition_id` the book of that edition is proposed.
    """
    editor = around.bridge.editor
    if editor is None or around.documents.task is not None:
        return
    around.bridge.leaving.emit()
    found = around.bridge.do(lambda: form_set_of(editor.plan))
    if found is None:
        return
    switches = read_switches(editor.plan, usual_switches(around.settings))
    dialog = PrintDialog(
        _offered(editor.plan, found),
        switches,
        partial(_propose, editor.file.path, found, revision),
        partial(tell_unprinted, editor.plan, found),
        around.window,
    )
    dialog.choose_kind(around.settings.document_suffix)
    if edition_id:
        dialog.papers.choose_edition(edition_id)
    if dialog.ask():
        choice = dialog.chosen()
        remember_switches(around, switches, choice.switches)
        around.settings.document_suffix = choice.path.suffix.lower()
        keep_settings(around.settings, around.bridge)
        write_document(around, choice, revision)


def write_document(around: Surroundings, choice: PrintChoice, revision: Revision | None = None) -> None:
    """Write a document in the background. The plan is kept as a revision first, which the document names."""
    editor = around.bridge.editor
    if editor is None:
        return
    options = PrintOptions(
        switches=choice.switches,
        revision=revision,
        edition_id=choice.edition_id,
        fiscal_year_be=choice.fiscal_year_be,
        password=choice.password,
        author=around.settings.author_name(),
    )
    printout = around.bridge.do(lambda: prepare_printout(editor, choice.what, options, choice.path.name))
    around.bridge.revised.emit()
    if printout is not None:
        work = partial(_write, printout, choice.path)
        around.documents.write_file(work, choice.path, _("Export document"))


def usual_switches(settings: Settings) -> FormatSwitches:
    """How a person prints the documents of a plan that remembers nothing of it yet."""
    known = settings.page_language in get_args(LanguageMode)
    return FormatSwitches(
        language=cast(LanguageMode, settings.page_language) if known else "th",
        has_thai_digits=settings.has_thai_digits,
        font=settings.word_font,
        has_embedded_font=settings.has_embedded_font,
    )


def remember_switches(around: Surroundings, before: FormatSwitches, chosen: FormatSwitches) -> None:
    """Let the plan remember switches that somebody has altered, and the person's settings, for plans to come."""
    editor, settings = around.bridge.editor, around.settings
    settings.has_thai_digits = chosen.has_thai_digits
    settings.word_font = chosen.font
    settings.has_embedded_font = chosen.has_embedded_font
    if editor is not None and chosen != before and not reviewed_round(editor.plan):
        around.bridge.do(lambda: keep_switches(editor, chosen))


def _offered(plan: Plan, form_set: FormSet) -> Offered:
    """What a plan has to be printed, in the language of the interface."""
    language = interface_language()
    forms = [OfferedForm(name, name_form(form), form.of_year) for name, form in form_set.forms.items()]
    editions = {
        edition.id: edition_name(edition, language) for edition in reversed(read_office(plan).editions)
    }
    return Offered(forms, editions, plan.years(), bool(plan.children.get(FEEDBACK_ID)))


def _propose(plan_path: Path, form_set: FormSet, revision: Revision | None, what: tuple[str, ...]) -> Path:
    """The file of what is printed, beside the plan's own, without its ending."""
    stem = plan_path.stem if revision is None else name_document(plan_path.stem, revision)
    if what == ("matrix",):
        stem = name_matrix(stem)
    elif what == ("changes",):
        stem = name_printout(stem, _("change book"))
    elif what and what != ("plan",):
        language = interface_language()
        names = [
            form_set.forms[name].stamp.spoken(language) or form_set.forms[name].name.spoken(language)
            for name in what
        ]
        stem = name_printout(stem, names[0] if len(names) == 1 else _("official forms"))
    return plan_path.with_name(stem)


def _write(printout: Printout, path: Path, progress: Progress) -> Path:
    write_printout(printout, path, progress)
    return path
