"""Leaving the names of reviewers and planners out of a document that goes to a council."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from success_desktop.documents.concealing import conceal_names
from success_desktop.documents.outline_blocks import Outline
from success_desktop.domain.feedback import read_feedback
from success_desktop.i18n import N_, Language, translate
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.printing import Printout
from success_desktop.services.revisions import list_revisions


def conceal_printout(editor: PlanEditor, printout: Printout, language: Language) -> Printout:
    """A document of tables without the names of those who reviewed or wrote the plan: each is called by a number."""
    return replace(printout, outline=partial(_conceal, printout, list_aliases(editor, language)))


def list_aliases(editor: PlanEditor, language: Language) -> dict[str, str]:
    """What everybody who reviewed or wrote the plan is called instead: “Reviewer 1”, and “The planning team”."""
    reviewers = dict.fromkeys(name.strip() for name in _reviewers(editor) if name.strip())
    word = translate(N_("Reviewer {number}"), language)
    aliases = {name: word.format(number=number) for number, name in enumerate(reviewers, start=1)}
    team = translate(N_("The planning team"), language)
    return {name: team for name in _writers(editor) if name.strip()} | aliases


def _reviewers(editor: PlanEditor) -> Iterator[str]:
    """Everybody named in the feedback, in the order in which they came."""
    feedback = read_feedback(editor.plan)
    for of in feedback.rounds:
        yield of.reviewer
    for remark in feedback.remarks.values():
        yield remark.author
        yield from (reply.author for reply in remark.replies if not reply.is_ours)


def _writers(editor: PlanEditor) -> Iterator[str]:
    """Everybody who kept a revision or answered a remark, and whoever works now."""
    yield editor.author
    yield from (revision.author for revision in list_revisions(editor))
    for remark in read_feedback(editor.plan).remarks.values():
        yield from (reply.author for reply in remark.replies if reply.is_ours)


def _conceal(printout: Printout, aliases: dict[str, str]) -> Outline:
    return conceal_names(printout.outline(), aliases)
