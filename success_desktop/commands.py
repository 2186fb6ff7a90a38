"""The commands of the command line: one for each thing that scripts and servers do with a plan. Each calls a service."""

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from success_desktop import app
from success_desktop.domain.plan import Plan
from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES, N_, _, interface_language
from success_desktop.ids import new_id
from success_desktop.services import (
    checking,
    describing,
    entering,
    export,
    importing,
    importing_report,
    library,
    plan_editor,
    revisions,
)
from success_desktop.settings import load_settings


@dataclass(frozen=True)
class Command:
    """One row of the command table: its name, what it is for, the arguments it takes and what it does."""

    name: str
    purpose: str
    arguments: Sequence[tuple[str, dict[str, Any]]]
    run: Callable[[argparse.Namespace], int | None]


@contextmanager
def _reading(path: Path) -> Iterator[plan_editor.PlanEditor]:
    """An open plan whose file stays as it is."""
    editor = library.open_plan(path, load_settings().author_name())
    try:
        yield editor
    finally:
        editor.close(publish=False)


@contextmanager
def _writing(path: Path) -> Iterator[plan_editor.PlanEditor]:
    """An open plan that is put into its file at the end; on a fault the file is left as it was."""
    editor = library.open_plan(path, load_settings().author_name(), must_write=True)
    try:
        yield editor
        editor.close()
    finally:
        editor.close(publish=False)


def _new(given: argparse.Namespace) -> None:
    author = load_settings().author_name()
    if given.sample:
        editor = library.new_sample(given.plan, author)
    else:
        editor = library.new_plan(given.plan, library.find_template(given.template), author)
    editor.close()
    print(_("Made {path}").format(path=given.plan))


def _import(given: argparse.Namespace) -> None:
    opened = _reading if given.dry_run else _writing
    with opened(given.plan) as editor:
        under = describing.find_node(editor.plan, given.under).id if given.under else None
        options = importing.ImportOptions(form=given.template_form, under=under, sheet=given.sheet)
        preview = importing.preview_import(editor.plan, given.file, options, new_id)
        if not given.dry_run:
            importing.accept_import(editor, preview)
    if given.json:
        print(json.dumps(importing_report.describe_preview(preview), ensure_ascii=False, indent=1))
    else:
        print("\n".join(importing_report.report_preview(preview)))


def _export(given: argparse.Namespace) -> None:
    export.require_word_name(given.file)
    settings = load_settings()
    with _reading(given.plan) as editor:
        had_work = not editor.file.is_published
        plan, revision_id = _plan_to_print(editor, given)
        options = export.ExportOptions(
            language=given.language,
            has_thai_digits=given.thai_digits or settings.has_thai_digits,
            font=given.font or settings.word_font,
            has_embedded_font=given.embed_font or settings.has_embedded_font,
            revision_id=revision_id,
        )
        try:
            export.export_word(plan, given.file, options)
        except UserError:
            if not had_work:
                editor.abandon()  # no document, no revision for it
            raise
        if editor.file.is_writable:
            editor.close()
    print(_("Made {path}").format(path=given.file))


def _plan_to_print(editor: plan_editor.PlanEditor, given: argparse.Namespace) -> tuple[Plan, str]:
    """The plan as it is or as it was at the revision asked for, and the id of the revision that the document stands for."""
    if given.revision:
        asked = revisions.find_revision(editor, given.revision)
        return revisions.read_revision(editor, asked), asked.id
    return editor.plan, revisions.revision_id_for_export(editor, given.file.name)


def _show(given: argparse.Namespace) -> None:
    with _reading(given.plan) as editor:
        plan = editor.plan
    if given.json:
        print(json.dumps(describing.describe_plan(plan), ensure_ascii=False, indent=1))
    else:
        print("\n".join(describing.list_lines(plan, interface_language())))


def _set(given: argparse.Namespace) -> None:
    with _writing(given.plan) as editor:
        node = describing.find_node(editor.plan, given.node)
        entering.enter_field(editor, (node.id, given.field), given.value, given.language)
        plan = editor.plan
    _print_field(plan, node.id, given)


def _print_field(plan: Plan, node_id: str, given: argparse.Namespace) -> None:
    field = given.field.partition(":")[0]
    value = describing.describe_plan(plan, node_id)["fields"].get(field)
    if given.json:
        print(json.dumps({"id": node_id, "field": field, "value": value}, ensure_ascii=False))
    else:
        print(_("Set {field}: {value}").format(field=field, value=json.dumps(value, ensure_ascii=False)))


def _check_file(given: argparse.Namespace) -> int:
    report = checking.check_plan_file(given.plan)
    if given.json:
        print(json.dumps(checking.describe_report(report), ensure_ascii=False, indent=1))
    else:
        print("\n".join(checking.report_lines(report)))
    return 0 if report.is_sound else 1


def _keep(given: argparse.Namespace) -> None:
    with _writing(given.plan) as editor:
        revision = revisions.take_revision(editor, given.message, given.label)
    print(revision.id)


def _revisions(given: argparse.Namespace) -> None:
    with _reading(given.plan) as editor:
        kept = [revisions.describe_revision(revision) for revision in revisions.list_revisions(editor)]
    if given.json:
        print(json.dumps(kept, ensure_ascii=False, indent=1))
    else:
        for revision in kept:
            print(
                "  ".join(
                    str(revision[name]) for name in ("number", "at", "author", "label", "message", "id")
                )
            )


def _screenshot(given: argparse.Namespace) -> None:
    app.take_screenshot(given.plan, given.file, interface_language())
    print(_("Made {path}").format(path=given.file))


_PLAN: tuple[str, dict[str, Any]] = (
    "plan",
    {"metavar": "PLAN", "type": Path, "help": N_("a plan file, NAME.success")},
)
_JSON: tuple[str, dict[str, Any]] = (
    "--json",
    {"action": "store_true", "help": N_("answer with data in JSON")},
)


def _option(name: str, purpose: str, **details: Any) -> tuple[str, dict[str, Any]]:
    return name, {"help": purpose, **details}


COMMANDS: tuple[Command, ...] = (
    Command(
        "new",
        N_("make a plan from a template, or the sample plan"),
        (
            _PLAN,
            _option("--template", N_("the template’s id"), default="success-strategic-plan", metavar="T"),
            _option("--sample", N_("the sample plan “เมืองตัวอย่าง”"), action="store_true"),
        ),
        _new,
    ),
    Command(
        "import",
        N_("bring project rows in from Excel or CSV"),
        (
            _PLAN,
            _option("file", N_("an .xlsx, .ods or .csv file"), metavar="FILE", type=Path),
            _option(
                "--template-form", N_("the form the rows are in, such as p02"), default="p02", metavar="FORM"
            ),
            _option("--under", N_("the node they go under: id, number or name"), metavar="NODE"),
            _option("--sheet", N_("only this sheet of the workbook"), metavar="NAME"),
            _option("--dry-run", N_("say what would come in; change nothing"), action="store_true"),
            _JSON,
        ),
        _import,
    ),
    Command(
        "export",
        N_("make a Word file"),
        (
            _PLAN,
            _option("file", N_("the Word file to make, OUT.docx"), metavar="OUT", type=Path),
            _option(
                "--language",
                N_("the language of the document"),
                choices=("th", "en", "both"),
                default="th",
            ),
            _option("--revision", N_("a kept revision: id, label or number"), metavar="R"),
            _option("--thai-digits", N_("print Thai digits"), action="store_true"),
            _option("--font", N_("the font family of the document"), metavar="NAME"),
            _option("--embed-font", N_("put the Sarabun font into the file"), action="store_true"),
        ),
        _export,
    ),
    Command("show", N_("show the plan’s tree"), (_PLAN, _JSON), _show),
    Command(
        "set",
        N_("give a field a value"),
        (
            _PLAN,
            _option("node", N_("id, number or name of a node"), metavar="NODE"),
            _option(
                "field", N_("the field; of yearly fields FIELD:YEAR or FIELD:YEAR:SOURCE"), metavar="FIELD"
            ),
            _option("value", N_("the value as one would type it; empty clears it"), metavar="VALUE"),
            _option("--language", N_("the language of the text"), choices=LANGUAGES, default="th"),
            _JSON,
        ),
        _set,
    ),
    Command("check-file", N_("prove that a plan file is whole"), (_PLAN, _JSON), _check_file),
    Command(
        "keep",
        N_("keep a named revision"),
        (
            _PLAN,
            _option("message", N_("what this revision is"), metavar="MESSAGE"),
            _option("--label", N_("a short name, such as “Draft 3”"), default="", metavar="LABEL"),
        ),
        _keep,
    ),
    Command("revisions", N_("list the revisions kept"), (_PLAN, _JSON), _revisions),
    Command(
        "screenshot",
        N_("take a picture of the window on a plan"),
        (_PLAN, _option("file", N_("the picture to make, OUT.png"), metavar="OUT", type=Path)),
        _screenshot,
    ),
)
