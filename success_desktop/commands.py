"""The commands of the command line: one for each thing that scripts and servers do with a plan. Each calls a service."""

import argparse
import json
from collections.abc import Mapping
from pathlib import Path

from success_desktop import app
from success_desktop.command_rows import (
    JSON,
    PLAN,
    Command,
    answer,
    argument,
    reading,
    writing,
)
from success_desktop.domain.plan import Plan
from success_desktop.edition_commands import EDITION_COMMANDS
from success_desktop.forms_commands import FORMS_COMMANDS
from success_desktop.i18n import LANGUAGES, N_, _, interface_language
from success_desktop.ids import new_id
from success_desktop.pack_commands import PACK_COMMANDS
from success_desktop.printing_commands import PRINTING_COMMANDS
from success_desktop.review_commands import REVIEW_COMMANDS
from success_desktop.revision_commands import REVISION_COMMANDS
from success_desktop.services import (
    checking,
    describing,
    entering,
    importing,
    importing_report,
    keeping,
    library,
)
from success_desktop.settings import load_settings


def _new(given: argparse.Namespace) -> None:
    author = load_settings().author_name()
    if given.sample:
        editor = library.new_sample(given.plan, author)
    else:
        editor = library.new_plan(given.plan, library.find_template(given.template), author)
    editor.close()
    print(_("Made {path}").format(path=given.plan))


def _import(given: argparse.Namespace) -> None:
    opened = reading if given.dry_run else writing
    with opened(given.plan) as editor:
        under = describing.find_node(editor.plan, given.under).id if given.under else None
        options = importing.ImportOptions(form=given.template_form, under=under, sheet=given.sheet)
        preview = importing.preview_import(editor.plan, given.file, options, new_id)
        if not given.dry_run:
            keeping.keep_automatically(
                editor, "import", _("Before importing {name}").format(name=given.file.name)
            )
            importing.accept_import(editor, preview)
    if given.json:
        answer(importing_report.describe_preview(preview))
    else:
        print("\n".join(importing_report.report_preview(preview)))


def _show(given: argparse.Namespace) -> None:
    with reading(given.plan) as editor:
        plan = editor.plan
    if given.json:
        answer(describing.describe_plan(plan))
    else:
        print("\n".join(describing.list_lines(plan, interface_language())))


def _set(given: argparse.Namespace) -> None:
    with writing(given.plan) as editor:
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
        answer(checking.describe_report(report))
    else:
        print("\n".join(checking.report_lines(report)))
    return 0 if report.is_sound else 1


def _screenshot(given: argparse.Namespace) -> None:
    app.take_screenshot(given.plan, given.file, interface_language())
    print(_("Made {path}").format(path=given.file))


FAMILIES: Mapping[str, str] = {
    "review": N_("send a draft out, bring remarks in, decide and answer"),
    "forms": N_("choose the official forms, and check typed sums"),
    "edition": N_("prepare, amend and adopt the editions of a plan"),
}
"""What commands of two words that begin with the same one are for."""

COMMANDS: tuple[Command, ...] = (
    Command(
        "new",
        N_("make a plan from a template, or the sample plan"),
        (
            PLAN,
            argument("--template", N_("the template’s id"), default="success-strategic-plan", metavar="T"),
            argument("--sample", N_("the sample plan “เมืองตัวอย่าง”"), action="store_true"),
        ),
        _new,
    ),
    Command(
        "import",
        N_("bring project rows in from Excel or CSV"),
        (
            PLAN,
            argument("file", N_("an .xlsx, .ods or .csv file"), metavar="FILE", type=Path),
            argument(
                "--template-form", N_("the form the rows are in, such as p02"), default="p02", metavar="FORM"
            ),
            argument("--under", N_("the node they go under: id, number or name"), metavar="NODE"),
            argument("--sheet", N_("only this sheet of the workbook"), metavar="NAME"),
            argument("--dry-run", N_("say what would come in; change nothing"), action="store_true"),
            JSON,
        ),
        _import,
    ),
    *PRINTING_COMMANDS,
    Command("show", N_("show the plan’s tree"), (PLAN, JSON), _show),
    Command(
        "set",
        N_("give a field a value"),
        (
            PLAN,
            argument("node", N_("id, number or name of a node"), metavar="NODE"),
            argument(
                "field", N_("the field; of yearly fields FIELD:YEAR or FIELD:YEAR:SOURCE"), metavar="FIELD"
            ),
            argument("value", N_("the value as one would type it; empty clears it"), metavar="VALUE"),
            argument("--language", N_("the language of the text"), choices=LANGUAGES, default="th"),
            JSON,
        ),
        _set,
    ),
    Command("check-file", N_("prove that a plan file is whole"), (PLAN, JSON), _check_file),
    *REVISION_COMMANDS,
    *REVIEW_COMMANDS,
    *EDITION_COMMANDS,
    *PACK_COMMANDS,
    *FORMS_COMMANDS,
    Command(
        "screenshot",
        N_("take a picture of the window on a plan"),
        (PLAN, argument("file", N_("the picture to make, OUT.png"), metavar="OUT", type=Path)),
        _screenshot,
    ),
)
