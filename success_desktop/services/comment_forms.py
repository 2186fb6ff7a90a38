"""Comment forms on paper: printed for people without Word, and what they wrote on them typed back in."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from success_desktop.documents.form_outline import build_form_outline
from success_desktop.documents.word_writer import write_word
from success_desktop.domain.edits import apply
from success_desktop.domain.feedback import NOWHERE, Anchor, Remark, Round
from success_desktop.domain.feedback_edits import add_remarks, add_round
from success_desktop.domain.lookup import find_nodes
from success_desktop.domain.plan import Plan
from success_desktop.domain.scripts import worded
from success_desktop.domain.thai_digits import arabic_digits
from success_desktop.errors import UserError
from success_desktop.i18n import N_, Language, interface_language, translate
from success_desktop.ids import new_feedback_id
from success_desktop.services.export import ExportOptions, replace_file, require_word_name
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import newest_revision

_SUGGESTION = N_("Suggestion: {text}")


class FormHead(NamedTuple):
    """Whom a form is from and when it was filled in; `place` is the office, community or village named on it."""

    reviewer: str = ""
    on: date | None = None
    place: str = ""


class FormLine(NamedTuple):
    """A line as somebody wrote it. `place` is a node's id, number or name, or words that say where; all may be blank."""

    place: str = ""
    remark: str = ""
    suggestion: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nobody wrote anything on it."""
        return not (self.remark.strip() or self.suggestion.strip())


def write_comment_form(plan: Plan, path: Path, look: ExportOptions | None = None) -> None:
    """Write a form on `plan` to the Word file `path`, replacing the one that is there.

    Raises UserError, with advice, when the file cannot be written; the old one is then as it was.
    """
    require_word_name(path)
    chosen = look or ExportOptions()
    outline = build_form_outline(plan, chosen.for_outline(chosen.revision_id))
    replace_file(path, lambda draft_path: write_word(outline, draft_path, chosen.for_word()))


def add_form_round(
    editor: PlanEditor, head: FormHead, lines: Sequence[FormLine], initiator: object | None = None
) -> str:
    """Bring a filled form in as a round of its own, one remark for each line; one step of undo. Returns the round's id.

    A line whose place names one thing in the plan stands there; the others keep the words that say where. Nobody named is
    "a representative of the community". Raises UserError when there is nothing on the form.
    """
    written = [line for line in lines if not line.is_blank]
    if not written:
        raise UserError(N_("There is nothing on the form yet."), advice=N_("Type at least one line."))
    newest = newest_revision(editor)
    reviewer = head.reviewer.strip() or translate(N_("A representative of the community"))
    new = Round(
        id=new_feedback_id(),
        number=0,
        sort="form",
        name=translate(N_("Comment form")),
        reviewer=reviewer,
        on=head.on,
        place=head.place.strip(),
        revision_id=newest.id if newest else "",
        received_at=editor.now(),
    )
    round_edits = add_round(editor.plan, new)
    remarks = [_remark(editor.plan, new, line) for line in written]
    remark_edits = add_remarks(apply(editor.plan, round_edits), remarks)
    editor.edit(N_("Type in a comment form"), (*round_edits, *remark_edits), initiator)
    return new.id


def read_place(plan: Plan, text: str) -> str:
    """The id of the node that somebody means by a number, a name or an id; "" when that is none, or several."""
    found = find_nodes(plan, arabic_digits(text.strip()))
    return found[0].id if len(found) == 1 else ""


def _remark(plan: Plan, of: Round, line: FormLine) -> Remark:
    node_id = read_place(plan, line.place)
    return Remark(
        id=new_feedback_id(),
        round_id=of.id,
        parent_id=of.id,
        number="",
        author=of.reviewer,
        nature="comment",
        text=_wordings(line),
        anchor=Anchor(node_id, revision_id=of.revision_id) if node_id else NOWHERE,
        placed_by="hand" if node_id else "",
        context="" if node_id else line.place.strip(),
    )


def _wordings(line: FormLine) -> dict[Language, str]:
    """What stands on a line, in the language it was written in."""
    return worded("\n".join(_texts(line)))


def _texts(line: FormLine) -> Iterator[str]:
    if line.remark.strip():
        yield line.remark.strip()
    if line.suggestion.strip():
        yield translate(_SUGGESTION, interface_language()).format(text=line.suggestion.strip())
