"""Which draft a returned file speaks of: the plan as it was then, and what was printed of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import DocumentLanguage
from success_desktop.documents.returned.returned_file import ReturnedFile
from success_desktop.documents.returned.sendings import Sending, sending_of
from success_desktop.documents.returned.sent_map import SentMap
from success_desktop.domain.plan import Plan
from success_desktop.domain.revision import Revision
from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.receipts import Standing
from success_desktop.services.receiving_files import OpenedFile
from success_desktop.services.revisions import find_revision, list_revisions, read_revision
from success_desktop.services.sending import write_note

_LANGUAGES: tuple[DocumentLanguage, ...] = ("th", "en", "both")
_THAI_DIGITS = frozenset("๐๑๒๓๔๕๖๗๘๙")


@dataclass(frozen=True)
class SentDraft:
    """A draft that went out: the plan as it was, what was printed, and its revision (None: unknown, the plan is today's)."""

    plan: Plan
    sending: Sending
    standing: Standing
    revision: Revision | None = None

    @property
    def revision_id(self) -> str:
        """The revision's id; "" where it is unknown."""
        return self.revision.id if self.revision else ""


def find_draft(
    editor: PlanEditor, opened: OpenedFile, name: str = "", *, is_forced: bool = False
) -> SentDraft:
    """The draft that a file speaks of; `name` (id, label or number of a revision) says so where the file does not.

    Raises UserError for a file of another plan unless `is_forced`, and when there is no revision of that name.
    """
    file = opened.file
    if file.plan_id and file.plan_id != editor.plan.root_id:
        if not is_forced:
            raise _other_plan(opened.name)
        return SentDraft(editor.plan, _sending(file, editor.plan, ""), "other_plan")
    kept = list_revisions(editor)
    wanted = find_revision(editor, name) if name else _find(kept, file.revision_id)
    if wanted is not None:
        plan = read_revision(editor, wanted)
        sending = _sending(file, plan, wanted.id)
        return SentDraft(plan, sending, _standing_of(wanted, kept) if file.plan_id else "no_ids", wanted)
    if file.plan_id:
        return SentDraft(editor.plan, _sending(file, editor.plan, ""), "unknown_revision")
    newest = next((revision for revision in reversed(kept) if revision.occasion == "export"), None)
    plan = read_revision(editor, newest) if newest else editor.plan
    return SentDraft(plan, _sending(file, plan, newest.id if newest else ""), "no_ids", newest)


def print_again(plan: Plan, sent: SentMap, revision_id: str) -> Sending:
    """What is sent when `plan` is printed as another document was: in its language and its digits."""
    language: DocumentLanguage = next((one for one in _LANGUAGES if one == sent.language), "th")
    return _with_note(
        sending_of(build_outline(plan, OutlineOptions(language, sent.has_thai_digits, revision_id)))
    )


def _with_note(sending: Sending) -> Sending:
    """What was sent, the note on the first page of a draft for review among the lines that the program words."""
    note = (line for paragraph in write_note("") for line in paragraph)
    return replace(sending, furniture=sending.furniture.union(note))


def _sending(file: ReturnedFile, plan: Plan, revision_id: str) -> Sending:
    """What was sent: the texts of the map inside the file, which no later version of the program words otherwise.

    The margins are in no map: they are known only where the revision is.
    """
    sending = _sending_by_texts(file, plan, revision_id)
    return sending if revision_id else replace(sending, heads=(), feet=())


def _sending_by_texts(file: ReturnedFile, plan: Plan, revision_id: str) -> Sending:
    if file.sent is not None:
        printed = print_again(plan, file.sent, revision_id)
        return replace(printed, sent=file.sent, furniture=printed.furniture.union(file.sent.note))
    return max(_possible_sendings(file, plan, revision_id), key=lambda sending: _count_common(file, sending))


def _possible_sendings(file: ReturnedFile, plan: Plan, revision_id: str) -> Iterator[Sending]:
    has_thai_digits = any(_THAI_DIGITS & set(paragraph.whole) for paragraph in file.paragraphs)
    for language in _LANGUAGES:
        for digits in {False, has_thai_digits and language != "en"}:
            yield _with_note(sending_of(build_outline(plan, OutlineOptions(language, digits, revision_id))))


def _count_common(file: ReturnedFile, sending: Sending) -> int:
    """How many of the lines sent stand in the file."""
    lines = {paragraph.text("rejected") for paragraph in file.paragraphs}
    texts = [field.value.shown for field in sending.sent.fields]
    texts += [
        text.shown
        for table in sending.sent.tables
        for row in table.rows
        for cell in row.cells
        for text in cell
    ]
    return sum(line in lines for text in texts for line in text.split("\n") if line)


def _find(kept: list[Revision], revision_id: str) -> Revision | None:
    return next((revision for revision in kept if revision_id and revision.id == revision_id), None)


def _standing_of(wanted: Revision, kept: list[Revision]) -> Standing:
    """Whether another draft has been sent since."""
    later = (revision for revision in kept if revision.ordinal > wanted.ordinal)
    return "older" if any(revision.occasion == "export" for revision in later) else "sent"


def _other_plan(name: str) -> UserError:
    return UserError(
        N_("“{name}” was made from another plan."),
        advice=N_(
            "Open that plan and read the file in there. If this plan is a copy of it, it can be taken in anyway: what reads "
            "the same is placed, the rest waits without a place."
        ),
        name=name,
    )
