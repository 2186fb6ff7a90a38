"""The commands about a plan's history: keep a revision, list them, compare two, restore from one, prove them unbroken."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from success_desktop.command_rows import (
    JSON,
    PLAN,
    WORD,
    Command,
    answer,
    argument,
    reading,
    sending,
    word_options,
    writing,
)
from success_desktop.domain.authorship import Authorship
from success_desktop.domain.comparison import compare_plans
from success_desktop.domain.moments import Moment
from success_desktop.domain.plan import Plan
from success_desktop.domain.restoring import Scope
from success_desktop.domain.revision import Revision
from success_desktop.domain.revision_in_words import revision_name
from success_desktop.errors import UserError
from success_desktop.i18n import N_, _, interface_language
from success_desktop.services import (
    comparing,
    comparing_data,
    comparing_report,
    describing,
    entering,
    export,
    money,
    plan_editor,
    redlining,
    restoring,
    revisions,
    verifying,
)


def _commit(given: argparse.Namespace) -> None:
    with writing(given.plan, given.author) as editor:
        earlier = [
            kept for kept in revisions.list_revisions(editor) if given.label and kept.label == given.label
        ]
        revision = revisions.take_revision(editor, given.message, given.label)
    if given.json:
        answer(revisions.describe_revision(revision))
        return
    print(_("Kept revision {number}: {name}").format(number=revision.ordinal, name=_title(revision)))
    if earlier:
        numbers = ", ".join(str(kept.ordinal) for kept in earlier)
        print(
            _("Older revisions have this name, too: {numbers}. The name stands for the newest.").format(
                numbers=numbers
            )
        )


def _log(given: argparse.Namespace) -> None:
    with reading(given.plan) as editor:
        kept = revisions.list_revisions(editor)
    if given.json:
        answer([revisions.describe_revision(revision) for revision in kept])
        return
    if not kept:
        print(_("No revision of this plan has been kept yet."))
    for revision in kept:
        moment = Moment(revision.at.astimezone()).spoken(interface_language())
        print(f"{revision.ordinal:>4}  {moment}  {revision.author}  {_title(revision)}  [{revision.id}]")


def _title(revision: Revision) -> str:
    """What a revision is called in a line: its label and its message, else whatever it goes by."""
    note = revision.message.strip().partition("\n")[0]
    return f"{revision.label} · {note}" if revision.label and note else revision_name(revision)


def _diff(given: argparse.Namespace) -> None:
    if given.output is not None:
        _write_redline(given)
        return
    with reading(given.plan) as editor:
        compared = comparing.compare_points(editor, *_points(editor, given))
    language = interface_language()
    if given.json:
        told = money.describe_money(compared, language) if given.money else None
        answer(told or comparing_data.describe_comparison(compared))
    elif given.money:
        print("\n".join(money.report_money(compared, language)))
    else:
        print("\n".join(comparing_report.report_comparison(compared, language)))


def _write_redline(given: argparse.Namespace) -> None:
    export.require_word_name(given.output)
    with sending(given.plan) as editor:
        compared = redlining.prepare_redline(editor, *_points(editor, given), given.output.name)
        redlining.export_redline(compared, given.output, word_options(given))
    if given.json:
        answer({**comparing_data.describe_comparison(compared), "path": str(given.output)})
    else:
        print(_("Made {path}").format(path=given.output))


def _points(
    editor: plan_editor.PlanEditor, given: argparse.Namespace
) -> tuple[comparing.Point, comparing.Point]:
    return comparing.find_point(editor, given.old), comparing.find_point(editor, given.new)


def _restore(given: argparse.Namespace) -> None:
    opened = reading if given.dry_run else writing
    with opened(given.plan) as editor:
        revision = revisions.find_revision(editor, given.revision)
        past = revisions.read_revision(editor, revision)
        scope = _scope(editor.plan, past, given)
        preview = restoring.preview_restore(editor, revision, scope)
        kept = None if given.dry_run else restoring.restore(editor, preview)
    point = comparing.Point(given.revision, revision)
    compared = comparing.Compared(preview.comparison, Authorship((), ()), comparing.PRESENT, point)
    links, language = preview.restoration.dropped_links, interface_language()
    if given.json:
        dropped = [link._asdict() for link in links]
        answer({**comparing_data.describe_comparison(compared), "dropped_links": dropped})
    else:
        lost = comparing_report.report_dropped_links(
            links, compare_plans(past, preview.comparison.old), language
        )
        report = comparing_report.report_comparison(compared, language)
        print("\n".join((*_what_was_done(preview, kept, given), *report, *lost)))


def _what_was_done(
    preview: restoring.RestorePreview, kept: Revision | None, given: argparse.Namespace
) -> Iterator[str]:
    if preview.is_nothing:
        return
    name = revision_name(preview.revision)
    if given.dry_run:
        yield _("This would be restored from {name}; nothing has been done yet:").format(name=name)
        return
    yield _("Restored from {name}:").format(name=name)
    if kept is not None:
        yield _("The plan as it was before is revision {number}.").format(number=kept.ordinal)


def _scope(present: Plan, past: Plan, given: argparse.Namespace) -> Scope:
    """What is to be brought back. A node is named as it is called now, or as it was called then when it has gone."""
    if not given.node:
        if given.field or given.branch:
            raise UserError(
                N_("It is not said which node is meant."),
                advice=N_("Add --node with an id, a number or a name."),
            )
        return Scope()
    try:
        node = describing.find_node(present, given.node)
    except UserError:
        node = describing.find_node(past, given.node)
    field, _sign, part = given.field.partition(":")
    known = present.template.kind(node.kind).fields
    if field and field not in known:
        raise entering.no_field(node.kind, field, known)
    return Scope(node.id, field, part, is_branch=given.branch)


def _verify(given: argparse.Namespace) -> int:
    with reading(given.plan) as editor:
        found = verifying.verify_history(editor)
        count = len(revisions.list_revisions(editor)) if not found else 0
    if given.json:
        damages = [verifying.describe_damage(damage) for damage in found]
        answer({"path": str(given.plan), "is_sound": not found, "damages": damages})
    elif found:
        print("\n".join(map(verifying.report_damage, found)))
    else:
        print(_("The history is unbroken: {count} revisions.").format(count=f"{count:,}"))
    return 1 if found else 0


_REVISION = N_("a revision: number, label or id")

REVISION_COMMANDS: tuple[Command, ...] = (
    Command(
        "commit",
        N_("keep the plan as it is as a revision"),
        (
            PLAN,
            argument("-m/--message", N_("what this revision is"), metavar="MESSAGE", required=True),
            argument("--label", N_("a short name, such as “Draft 3”"), default="", metavar="LABEL"),
            argument("--author", N_("who keeps it"), default="", metavar="NAME"),
            JSON,
        ),
        _commit,
    ),
    Command("log", N_("list the revisions kept"), (PLAN, JSON), _log),
    Command(
        "diff",
        N_("compare two revisions, or one with the plan as it is now"),
        (
            PLAN,
            argument("old", _REVISION, metavar="A"),
            argument(
                "new", N_("the other one; “now” is the plan as it is"), metavar="B", nargs="?", default="now"
            ),
            argument("--money", N_("only what happened to the budgets"), action="store_true"),
            argument("-o/--output", N_("a Word file to make with tracked changes"), metavar="OUT", type=Path),
            *WORD,
            JSON,
        ),
        _diff,
    ),
    Command(
        "restore",
        N_("bring back what a revision holds"),
        (
            PLAN,
            argument("revision", _REVISION, metavar="A"),
            argument("--node", N_("only this node: id, number or name"), default="", metavar="NODE"),
            argument("--branch", N_("with everything below it"), action="store_true"),
            argument(
                "--field", N_("only this field of it: FIELD or FIELD:PART"), default="", metavar="FIELD"
            ),
            argument("--dry-run", N_("say what would be brought back; change nothing"), action="store_true"),
            JSON,
        ),
        _restore,
    ),
    Command("verify", N_("prove that the history is unbroken"), (PLAN, JSON), _verify),
)
"""The rows of the command table that are about revisions."""
