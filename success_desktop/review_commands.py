"""The commands of the review: send a draft out, bring in what comes back, list it, decide, and answer.

    success-desktop review send PLAN OUT.docx          {"path", "revision_id", "revision"}
    success-desktop review import PLAN FILE.docx       the receipt (services.receipts)
    success-desktop review list PLAN                   [item, …] (services.feedback_data)
    success-desktop review decide PLAN ITEM HOW        the item as it is now
    success-desktop review matrix PLAN OUT.docx|.xlsx  {"path", "items", "open"}
    success-desktop review reply PLAN FILE OUT         {"path", "replies", "resolved", …}
    success-desktop review form PLAN OUT.docx          {"path"}

Braces: what ``--json`` answers. ITEM: round:number (2:1.1), a number, or an id. Each command loads what it needs when run.
"""

import argparse
from collections.abc import Mapping
from dataclasses import asdict, replace
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
from success_desktop.domain.feedback import Disposition, read_feedback
from success_desktop.domain.response_matrix import MatrixScope
from success_desktop.errors import UserError
from success_desktop.i18n import N_, _, interface_language
from success_desktop.services import describing, export, feedback_data, revisions

_HOW: Mapping[str, Disposition] = {
    "accept": "accepted",
    "partly": "partly",
    "defer": "deferred",
    "decline": "declined",
    "duplicate": "duplicate",
    "out-of-scope": "out_of_scope",
    "reopen": "open",
}


def _send(given: argparse.Namespace) -> None:
    from success_desktop.services.sending import SendingOptions, prepare_sending, send_for_review

    export.require_word_name(given.file)
    with sending(given.plan) as editor:
        asked = revisions.find_revision(editor, given.revision) if given.revision else None
        options = SendingOptions(word_options(given), given.open_remarks, given.message)
        draft = prepare_sending(editor, given.file.name, options, asked)
        send_for_review(draft, given.file)
        kept = revisions.find_revision(editor, draft.revision_id) if draft.revision_id else None
    _tell_made(given, given.file, {"revision_id": draft.revision_id, "revision": kept and kept.ordinal})


def _import_review(given: argparse.Namespace) -> None:
    from success_desktop.services.review_files import merge_review, preview_review, read_review

    pack = read_review(given.file)
    take = preview_review if given.dry_run else merge_review
    with reading(given.plan) if given.dry_run else writing(given.plan) as editor:
        receipt = take(editor, pack, given.file.name)
    if given.json:
        answer(receipt.as_data())
    else:
        print(receipt.sentence())


def _import(given: argparse.Namespace) -> None:
    if given.file.suffix.lower() == ".review":
        _import_review(given)
        return
    from success_desktop.services import receiving
    from success_desktop.services.receipts_in_words import receipt_sentences
    from success_desktop.services.receiving_files import open_file

    opened = open_file(given.file)
    options = receiving.ReceivingOptions(
        reviewer=given.reviewer, revision=given.revision, is_forced=given.force
    )
    with reading(given.plan) if given.dry_run else writing(given.plan) as editor:
        incoming = receiving.preview(editor, opened, options)
        receipt = incoming.receipt if given.dry_run else receiving.receive(editor, incoming)
    if given.json:
        answer(receipt.as_data())
    else:
        print("\n".join(receipt_sentences(receipt, interface_language())))


def _list(given: argparse.Namespace) -> None:
    with reading(given.plan) as editor:
        plan = editor.plan
    feedback = read_feedback(plan)
    wanted = feedback_data.find_round(feedback, given.round).id if given.round else ""
    remarks = [
        remark
        for remark in feedback.remarks.values()
        if (remark.is_open or not given.open) and wanted in ("", remark.round_id)
    ]
    describer = feedback_data.FeedbackDescriber(plan, feedback)
    if given.json:
        answer([describer.describe(remark) for remark in remarks])
    else:
        lines = [describer.line(remark, interface_language()) for remark in remarks]
        print("\n".join(lines or [_("No remarks.")]))


def _decide(given: argparse.Namespace) -> None:
    from success_desktop.services.deciding import decide

    with writing(given.plan) as editor:
        feedback = read_feedback(editor.plan)
        remark = feedback_data.find_remark(feedback, given.item)
        if given.how == "duplicate" and not given.of:
            raise UserError(
                N_("It is not said which item is repeated."),
                advice=N_("Add --of with the number of that item."),
            )
        of_id = feedback_data.find_remark(feedback, given.of).id if given.of else ""
        decide(editor, remark.id, _HOW[given.how], given.response, of_id)
        plan = editor.plan
    feedback = read_feedback(plan)
    describer, decided = feedback_data.FeedbackDescriber(plan, feedback), feedback.remarks[remark.id]
    if given.json:
        answer(describer.describe(decided))
    else:
        print(describer.line(decided, interface_language()).strip())


def _matrix(given: argparse.Namespace) -> None:
    from success_desktop.services import matrix

    matrix.require_matrix_name(given.file)
    with reading(given.plan) as editor:
        feedback = read_feedback(editor.plan)
        scope = MatrixScope(
            tuple(feedback_data.find_round(feedback, name).id for name in given.round),
            given.reviewer,
            describing.find_node(editor.plan, given.under).id if given.under else "",
        )
        made = matrix.write_matrix(
            editor, given.file, matrix.MatrixOptions(scope, given.by, word_options(given))
        )
    _tell_made(given, given.file, {"items": len(made.items), "open": made.open_count})
    if made.open_count and not given.json:
        print(
            _("Still waiting for a decision or a response: {count} items.").format(
                count=f"{made.open_count:,}"
            )
        )


def _reply(given: argparse.Namespace) -> None:
    from success_desktop.services.replies_in_words import reply_sentence
    from success_desktop.services.replying import write_reply

    with reading(given.plan) as editor:
        receipt = write_reply(editor.plan, editor.author, given.file, given.out)
    _tell_made(given, given.out, asdict(receipt))
    if not given.json:
        message, places = reply_sentence(receipt)
        print(_(message).format(name=given.out.name, **places))


def _form(given: argparse.Namespace) -> None:
    from success_desktop.services.comment_forms import write_comment_form

    export.require_word_name(given.file)
    with sending(given.plan) as editor:
        revision_id = revisions.revision_id_for_export(editor, given.file.name)
        look = replace(word_options(given), revision_id=revision_id)
        write_comment_form(editor.plan, given.file, look)
    _tell_made(given, given.file, {})


def _tell_made(given: argparse.Namespace, path: Path, more: Mapping[str, object]) -> None:
    """Say that a file is there."""
    if given.json:
        answer({"path": str(path), **more})
    else:
        print(_("Made {path}").format(path=path))


_OUT = argument("file", N_("the Word file to make, OUT.docx"), metavar="OUT", type=Path)

REVIEW_COMMANDS: tuple[Command, ...] = (
    Command(
        "review send",
        N_("make the Word file that reviewers write into"),
        (
            PLAN,
            _OUT,
            argument("--revision", N_("a revision: number, label or id"), default="", metavar="R"),
            argument(
                "--open-remarks", N_("put the remarks still open into it as comments"), action="store_true"
            ),
            argument(
                "--message", N_("a word to the reviewers on the first page"), default="", metavar="TEXT"
            ),
            *WORD,
            JSON,
        ),
        _send,
    ),
    Command(
        "review import",
        N_("bring in what a reviewer wrote into the Word file"),
        (
            PLAN,
            argument(
                "file", N_("the file that came back, FILE.docx or FILE.review"), metavar="FILE", type=Path
            ),
            argument("--reviewer", N_("who sent it, if the file does not tell"), default="", metavar="NAME"),
            argument("--revision", N_("the revision it is a copy of"), default="", metavar="R"),
            argument("--force", N_("take it also if it is a copy of another plan"), action="store_true"),
            argument("--dry-run", N_("say what would come in; change nothing"), action="store_true"),
            JSON,
        ),
        _import,
    ),
    Command(
        "review list",
        N_("list the reviewers’ items"),
        (
            PLAN,
            argument("--open", N_("only those without a decision"), action="store_true"),
            argument("--round", N_("only those of this round (a number)"), default="", metavar="N"),
            JSON,
        ),
        _list,
    ),
    Command(
        "review decide",
        N_("decide on an item"),
        (
            PLAN,
            argument("item", N_("round and number such as 2:1.1, a number, or an id"), metavar="ITEM"),
            argument(
                "how",
                N_("accept, partly, defer, decline, duplicate, out-of-scope or reopen"),
                metavar="HOW",
                choices=tuple(_HOW),
            ),
            argument("--response", N_("what its author is answered"), default="", metavar="TEXT"),
            argument("--of", N_("the item that a duplicate repeats"), default="", metavar="ITEM"),
            JSON,
        ),
        _decide,
    ),
    Command(
        "review matrix",
        N_("make the response matrix, as Word or Excel"),
        (
            PLAN,
            argument("file", N_("the file to make, OUT.docx or OUT.xlsx"), metavar="OUT", type=Path),
            argument(
                "--by",
                N_("what it is grouped by"),
                choices=("round", "reviewer", "strategy"),
                default="round",
            ),
            argument(
                "--round",
                N_("only this round (may be given again)"),
                action="append",
                default=[],
                metavar="N",
            ),
            argument("--reviewer", N_("only what this reviewer said"), default="", metavar="NAME"),
            argument("--under", N_("only what is about this node or below it"), default="", metavar="NODE"),
            *WORD,
            JSON,
        ),
        _matrix,
    ),
    Command(
        "review reply",
        N_("write our replies into a copy of a reviewer’s own file"),
        (
            PLAN,
            argument("file", N_("the Word file that came back, FILE.docx"), metavar="FILE", type=Path),
            argument("out", N_("the copy to make, OUT.docx"), metavar="OUT", type=Path),
            JSON,
        ),
        _reply,
    ),
    Command(
        "review form",
        N_("make a comment form to print and fill in by hand"),
        (PLAN, _OUT, *WORD, JSON),
        _form,
    ),
)
"""The rows of the command table that are about the review."""
