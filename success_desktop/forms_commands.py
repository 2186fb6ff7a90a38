"""The commands of the official forms: which there are, in which a plan is printed, and whether typed sums are right.

success-desktop forms list PLAN                the form sets, and what each leaves out of this plan
success-desktop forms use PLAN ID|FILE.yaml    print the plan in a set of the shelf, or in one's own
success-desktop forms save PLAN OUT.yaml       a copy of the plan's set, to be changed and used
success-desktop forms check PLAN TYPED.xlsx    a typed ผ.01 against the plan; 1 when something disagrees

What ``--json`` answers names years of the Buddhist Era and money in baht.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from success_desktop.command_rows import JSON, PLAN, Command, answer, argument, reading, writing
from success_desktop.domain.calendar import year_text
from success_desktop.domain.forms.form_set import FormSet
from success_desktop.domain.forms.unprinted import UnprintedField, list_unprinted_of_set
from success_desktop.domain.plan import Plan
from success_desktop.i18n import N_, _, interface_language
from success_desktop.services import checking_totals, form_sets


def _list(given: argparse.Namespace) -> None:
    with reading(given.plan) as editor:
        plan = editor.plan
    used = form_sets.form_set_of(plan)
    others = (known for known in form_sets.list_form_sets() if known.text != used.text)
    if given.json:
        answer([_describe(plan, known, known is used) for known in (used, *others)])
        return
    for known in (used, *others):
        print("\n".join(_lines(plan, known, known is used)))


def _use(given: argparse.Namespace) -> None:
    is_file = given.form_set.lower().endswith(form_sets.FORM_SET_SUFFIX)
    with writing(given.plan) as editor:
        if is_file:
            chosen = form_sets.use_own_form_set(editor, Path(given.form_set))
        else:
            chosen = form_sets.use_form_set(editor, given.form_set)
    if given.json:
        answer({"id": chosen.id, "is_own": is_file})
        return
    print(_("The plan is printed in: {name}").format(name=chosen.name.spoken(interface_language())))


def _save(given: argparse.Namespace) -> None:
    with reading(given.plan) as editor:
        form_sets.save_form_set_copy(editor.plan, given.file, given.set)
    print(_("Made {path}").format(path=given.file))


def _check(given: argparse.Namespace) -> int:
    with reading(given.plan) as editor:
        report = checking_totals.check_typed_summary(editor.plan, given.file)
    if given.json:
        answer(report.as_data())
    else:
        print("\n".join(report.sentences(interface_language())))
    return 0 if report.is_right else 1


def _describe(plan: Plan, form_set: FormSet, is_used: bool) -> dict[str, Any]:
    return {
        "id": form_set.id,
        "name": form_set.name.model_dump(),
        "is_used": is_used,
        "is_own": is_used and form_sets.has_own_form_set(plan),
        "forms": {name: form.name.model_dump() for name, form in form_set.forms.items()},
        "unprinted": [
            {
                "kind": one.kind,
                "field": one.field,
                "label": one.label.model_dump(),
                "years": list(one.years_be),
                "count": one.count,
                "nodes": list(one.node_ids),
            }
            for one in list_unprinted_of_set(form_set, plan)
        ],
    }


def _lines(plan: Plan, form_set: FormSet, is_used: bool) -> Iterator[str]:
    language = interface_language()
    yield f"{'*' if is_used else ' '} {form_set.id}  {form_set.name.spoken(language)}"
    for name, form in form_set.forms.items():
        yield f"    {name:<10} {form.stamp.spoken(language)} {form.name.spoken(language)}".rstrip()
    unprinted = list_unprinted_of_set(form_set, plan)
    if unprinted:
        yield "    " + _("Filled in, but printed in none of these forms:")
    for one in unprinted:
        yield f"        {_tell_unprinted(plan, one)}"


def _tell_unprinted(plan: Plan, one: UnprintedField) -> str:
    language = interface_language()
    kind = plan.template.kind(one.kind).name.spoken(language)
    years = " ".join(year_text(year_be, language) for year_be in one.years_be)
    label = f"{one.label.spoken(language)} {years}".rstrip()
    return _("{kind}, {label}: {count}").format(kind=kind, label=label, count=f"{one.count:,}")


FORMS_COMMANDS: tuple[Command, ...] = (
    Command(
        "forms list",
        N_("list the sets of official forms, and what each leaves out of the plan"),
        (PLAN, JSON),
        _list,
    ),
    Command(
        "forms use",
        N_("print the plan in another set of forms"),
        (
            PLAN,
            argument("form_set", N_("the id of a form set, or a file of your own: FILE.yaml"), metavar="SET"),
            JSON,
        ),
        _use,
    ),
    Command(
        "forms save",
        N_("make a copy of a form set to change and use"),
        (
            PLAN,
            argument("file", N_("the file to make: OUT.yaml"), metavar="OUT", type=Path),
            argument("--set", N_("the id of a form set; without it the plan's"), default="", metavar="ID"),
        ),
        _save,
    ),
    Command(
        "forms check",
        N_("compare the sums of a typed form ผ.01 with the plan"),
        (
            PLAN,
            argument("file", N_("an Excel, OpenDocument or CSV file"), metavar="TYPED", type=Path),
            JSON,
        ),
        _check,
    ),
)
"""The rows of the command table that are about official forms."""
