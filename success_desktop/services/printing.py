"""Printing a plan: its book, its official forms, its change book or its response matrix, as Word, PDF or Excel.

What is printed is gathered from the open plan first (`prepare_printout`). Writing the file then needs no open plan, so that
it may be done in the background.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from success_desktop.documents.change_book import build_change_book
from success_desktop.documents.forms.form_document import EditionWords, FormPrintOptions, build_form_outline
from success_desktop.documents.forms_excel import write_excel
from success_desktop.documents.matrix_excel import write_matrix_workbook
from success_desktop.documents.matrix_outline import build_matrix_outline
from success_desktop.documents.outline import build_outline
from success_desktop.documents.outline_blocks import Outline, Phrase, Seal
from success_desktop.documents.pdf_writer import PdfOptions, write_pdf
from success_desktop.documents.seals import make_seal
from success_desktop.documents.word_writer import WordOptions, write_word
from success_desktop.domain.office import FormatSwitches, read_office
from success_desktop.domain.plan import Plan
from success_desktop.domain.revision import Revision
from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES, N_, translate
from success_desktop.services.edition_books import read_change_book, switches_of_edition
from success_desktop.services.edition_rows import find_edition
from success_desktop.services.export import ExportOptions, Progress, replace_file
from success_desktop.services.form_sets import form_set_of
from success_desktop.services.matrix import MatrixOptions, read_matrix
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import (
    find_revision,
    list_revisions,
    read_revision,
    revision_id_for_export,
)

PLAN, MATRIX, CHANGES = "plan", "matrix", "changes"
"""What can be printed beside the official forms of a form set, which go by their names (p01, p02 …)."""

_WORD, _PDF, _EXCEL = ".docx", ".pdf", ".xlsx"
_SUFFIXES = {PLAN: (_WORD, _PDF)}
_ALL_SUFFIXES = (_WORD, _PDF, _EXCEL)
_SHARE_OF_READING = 0.15
_DRAFT = N_("DRAFT")


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """How and of what a document is made.

    `revision` is the one to print, None the present. `edition_id` names the edition of a change book ("": the one being
    prepared), and in the titles of forms; `fiscal_year_be` (Buddhist Era, 0: the plan's first) is the year of an operation
    plan (ผด.02). `password` locks a PDF; `author` is named in the file's properties where the switches let names in.
    """

    switches: FormatSwitches = field(default_factory=FormatSwitches)
    revision: Revision | None = None
    edition_id: str = ""
    fiscal_year_be: int = 0
    password: str = ""
    author: str = ""
    matrix: MatrixOptions | None = None

    @property
    def named_author(self) -> str:
        """The author that the file names; "" where no names are to leave."""
        return self.author if self.switches.names_authors else ""

    def for_word(self) -> WordOptions:
        """How a Word file looks."""
        return WordOptions(
            self.switches.font or WordOptions().font, self.switches.has_embedded_font, self.named_author
        )

    def look(self, revision_id: str) -> ExportOptions:
        """The same for writers of documents that know no paper, no draft and no seal."""
        word = self.for_word()
        return ExportOptions(
            language=self.switches.language,
            has_thai_digits=self.switches.has_thai_digits,
            font=word.font,
            has_embedded_font=word.has_embedded_font,
            author=word.author,
            revision_id=revision_id,
        )


@dataclass(frozen=True, slots=True)
class Printout:
    """A document that only waits to be written: everything of the open plan that it needs has been gathered."""

    what: tuple[str, ...]
    options: PrintOptions
    outline: Callable[[], Outline]

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The kinds of file that it can be written to."""
        return suffixes_of(self.what)


def suffixes_of(what: Sequence[str]) -> tuple[str, ...]:
    """The kinds of file (".docx" …) in which these make sense: a plan's book is no workbook."""
    return _SUFFIXES.get(what[0], _ALL_SUFFIXES) if what else ()


def prepare_printout(
    editor: PlanEditor, what: Sequence[str], options: PrintOptions, file_name: str = ""
) -> Printout:
    """Gather what a document needs: `what` is one of PLAN, MATRIX, CHANGES, or the names of official forms.

    A revision is kept for it (and for the file of that name), so that the document names what it shows. Raises UserError for
    a form that the plan's form set does not have, for what is printed alone and is asked for with others, for a year that is
    not the plan's, and for an edition that has no change book.
    """
    _require_alone(what)
    if what[0] == CHANGES:
        options = _of_edition(editor, options)
    revision_id, plan = _plan_to_print(editor, file_name or what[0], options)
    outline = _gather(editor, plan, tuple(what), options, revision_id)
    return Printout(tuple(what), options, outline)


def write_printout(printout: Printout, path: Path, progress: Progress | None = None) -> None:
    """Write a document to `path` as the kind of file that its suffix names, replacing the one there.

    Raises UserError, with advice, for a suffix that does not suit, for a password on what is no PDF, and when the file
    cannot be written; the old file is then as it was. Lets through what `progress` raises (Cancelled).
    """
    require_print_name(path, printout.suffixes)
    require_lock(path, printout.options.password)
    tell = progress or _tell_nobody
    tell(0.0)
    outline = printout.outline()
    tell(_SHARE_OF_READING)

    def tell_writing(share: float) -> None:
        tell(_SHARE_OF_READING + (1 - _SHARE_OF_READING) * share)

    replace_file(
        path, lambda draft_path: _write(printout, outline, draft_path, path.suffix.lower(), tell_writing)
    )
    tell(1.0)


def require_print_name(path: Path, suffixes: Sequence[str]) -> None:
    """Raise UserError unless a file has one of these suffixes, so that it takes the place of no plan by mistake."""
    if path.suffix.lower() not in suffixes:
        raise UserError(
            N_("“{name}” is not the name of a file that this document can be written to."),
            advice=N_("Give a name that ends in {suffixes}."),
            name=path.name,
            suffixes=", ".join(suffixes),
        )


def require_lock(path: Path, password: str) -> None:
    """Raise UserError for a password on a file that cannot be locked: nobody is to send it out believing that it is."""
    if password and path.suffix.lower() != _PDF:
        raise UserError(
            N_("Only a PDF can be locked with a password."),
            advice=N_("Give a name that ends in .pdf, or leave the password out."),
        )


def _require_alone(what: Sequence[str]) -> None:
    alone = next((name for name in what if name in (PLAN, MATRIX, CHANGES)), "")
    if alone and len(what) > 1:
        raise UserError(
            N_("“{name}” is a document of its own."),
            advice=N_("Print it into a file of its own, without other forms."),
            name=alone,
        )


def _of_edition(editor: PlanEditor, options: PrintOptions) -> PrintOptions:
    """How the book of an edition is printed: one that is adopted as it was, on the pages that others cite."""
    edition = find_edition(editor.plan, options.edition_id)
    if not edition.is_adopted:
        return replace(options, edition_id=edition.id)
    frozen = switches_of_edition(editor, edition)
    switches = replace(options.switches, paper=frozen.paper, shows_alignment=frozen.shows_alignment)
    revision = find_revision(editor, edition.revision_id)
    return replace(options, edition_id=edition.id, switches=switches, revision=revision)


def _plan_to_print(editor: PlanEditor, file_name: str, options: PrintOptions) -> tuple[str, Plan]:
    """The id of the revision that the document shows ("" where none can be kept), and the plan at that revision."""
    asked = options.revision
    if asked is not None and not asked.is_replaceable:
        return asked.id, read_revision(editor, asked)
    plan = editor.plan if asked is None else read_revision(editor, asked)
    return revision_id_for_export(editor, file_name), plan


def _gather(
    editor: PlanEditor, plan: Plan, what: tuple[str, ...], options: PrintOptions, revision_id: str
) -> Callable[[], Outline]:
    """What makes the outline, once everything that it needs of the open plan has been read."""
    if what[0] == MATRIX:
        wanted = options.matrix or MatrixOptions()
        matrix = read_matrix(editor, wanted.scope, wanted.by)
        return partial(build_matrix_outline, matrix, options.look(revision_id).for_outline(revision_id))
    if what[0] == PLAN:
        look = options.look(revision_id).for_outline(revision_id)
        return partial(_dress, partial(build_outline, plan, look), options)
    wanted_forms = _form_options(editor, plan, options, revision_id)
    if what[0] == CHANGES:
        return partial(build_change_book, read_change_book(editor, options.edition_id), wanted_forms)
    form_set = form_set_of(plan)
    for name in what:
        if name not in form_set.forms:
            raise UserError(
                N_("The plan’s forms do not include “{name}”."),
                advice=N_("Choose from: {known}"),
                name=name,
                known=", ".join((PLAN, CHANGES, MATRIX, *form_set.forms)),
            )
    return partial(build_form_outline, plan, form_set, what, wanted_forms)


def _dress(build: Callable[[], Outline], options: PrintOptions) -> Outline:
    """The outline of a plan on the paper that is wanted, marked as a draft where it is one."""
    outline = build()
    return replace(outline, paper=options.switches.paper, watermark=_watermark(options.switches))


def _form_options(
    editor: PlanEditor, plan: Plan, options: PrintOptions, revision_id: str
) -> FormPrintOptions:
    switches = options.switches
    _require_year(plan, options.fiscal_year_be)
    office = read_office(editor.plan)
    edition = office.edition(options.edition_id) if options.edition_id else None
    return FormPrintOptions(
        language=switches.language,
        has_thai_digits=options.look(revision_id).for_outline(revision_id).has_thai_digits,
        revision_id=revision_id,
        shows_alignment=switches.shows_alignment,
        edition=EditionWords(edition.kind, edition.number, edition.year_be) if edition else None,
        first_page=edition.first_page if edition else 1,
        fiscal_year_be=options.fiscal_year_be or None,
        paper=switches.paper,
        watermark=_watermark(switches),
        seal=_seal(editor, plan, options, revision_id),
    )


def _require_year(plan: Plan, year_be: int) -> None:
    if year_be and year_be not in plan.years():
        raise UserError(
            N_("The plan has no fiscal year {year}."),
            advice=N_("Choose from: {known}"),
            year=str(year_be),
            known=", ".join(map(str, plan.years())),
        )


def _watermark(switches: FormatSwitches) -> tuple[Phrase, ...]:
    if not switches.is_draft:
        return ()
    languages = LANGUAGES if switches.language == "both" else (switches.language,)
    return tuple(Phrase(translate(_DRAFT, language), language) for language in languages)


def _seal(editor: PlanEditor, plan: Plan, options: PrintOptions, revision_id: str) -> Seal | None:
    """What ties each page to the revision; None where none could be kept."""
    revision = next((kept for kept in list_revisions(editor) if kept.id == revision_id), None)
    if revision is None:
        return None
    return make_seal(plan, revision, options.switches.language, options.switches.has_thai_digits)


def _write(printout: Printout, outline: Outline, path: Path, suffix: str, progress: Progress) -> None:
    options = printout.options
    if suffix == _WORD:
        write_word(outline, path, options.for_word(), progress)
    elif suffix == _PDF:
        write_pdf(outline, path, PdfOptions(password=options.password, author=options.named_author), progress)
    elif printout.what[0] == MATRIX:
        write_matrix_workbook(outline, path, options.for_word().font_in_use)
    else:
        write_excel(outline, path)


def _tell_nobody(_share: float) -> None:
    """Progress that nobody follows."""
