"""Sending a draft out to be reviewed: a Word file that tracks what is typed into it and finds its way back."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from success_desktop.documents.outline import build_outline
from success_desktop.documents.returned.comment_keys import durable_id_of
from success_desktop.documents.word_review import ReviewPack, SentThread, SentWord
from success_desktop.documents.word_writer import write_word
from success_desktop.domain.anchors import carry_anchor
from success_desktop.domain.feedback import Feedback, Remark, read_feedback
from success_desktop.domain.feedback_words import SORTS
from success_desktop.domain.plan import Plan
from success_desktop.domain.revision import Revision
from success_desktop.i18n import LANGUAGES, N_, Language, translate
from success_desktop.services.export import ExportOptions, Progress, replace_file, require_word_name
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import read_revision, revision_id_for_export

_SHARE_OF_READING = 0.15

_NOTE = (
    N_("Draft for comment: how to comment"),
    N_("Change any text as you like: Word marks what you change, because change tracking is on."),
    N_("To say something, select the words and choose Review, New Comment."),
    N_("Save this file and send it back. Nothing needs to be installed."),
)


@dataclass(frozen=True, slots=True)
class SendingOptions:
    """How a draft goes out.

    `document` is how the file looks; its `revision_id` is not looked at. With `has_open_remarks` the remarks that nobody has
    decided on go along as comments. `message` is added to the note on the first page: by when, and to whom.
    """

    document: ExportOptions = field(default_factory=ExportOptions)
    has_open_remarks: bool = False
    message: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan at a revision, made ready to go out. `open_count` is how many remarks go along."""

    plan: Plan
    revision_id: str
    pack: ReviewPack
    options: SendingOptions

    @property
    def open_count(self) -> int:
        """How many earlier remarks go along as comments."""
        return len(self.pack.threads)


def prepare_sending(
    editor: PlanEditor, file_name: str, options: SendingOptions, revision: Revision | None = None
) -> Draft:
    """Make a draft ready to go out as `file_name`: of the plan as it is, which is kept as a revision, or of `revision`.

    Remarks go along as they are now, each on its words as the draft has them. A revision that the next one of its sort would
    replace stays for good: it is named in the file.
    """
    is_kept_now = revision is None or revision.is_replaceable
    kept_id = revision_id_for_export(editor, file_name) if is_kept_now else ""
    plan = editor.plan if revision is None else read_revision(editor, revision)
    revision_id = kept_id if revision is None else revision.id
    threads = tuple(list_threads(plan, editor.plan, options)) if options.has_open_remarks else ()
    return Draft(plan, revision_id, ReviewPack(write_note(options.message), threads), options)


def send_for_review(draft: Draft, path: Path, progress: Progress | None = None) -> None:
    """Write a draft to the Word file `path`, replacing the one that is there; it may be done in any thread.

    Raises UserError, with advice, when the file cannot be written, and lets through what `progress` raises (Cancelled). In
    both cases the old file is as it was and no other is left behind.
    """
    require_word_name(path)
    tell = progress or _tell_nobody
    document = draft.options.document
    tell(0.0)
    outline = build_outline(draft.plan, document.for_outline(draft.revision_id))
    tell(_SHARE_OF_READING)

    def tell_of_writing(share: float) -> None:
        tell(_SHARE_OF_READING + (1 - _SHARE_OF_READING) * share)

    replace_file(
        path, lambda target: write_word(outline, target, document.for_word(), tell_of_writing, draft.pack)
    )


def write_note(message: str) -> tuple[tuple[str, ...], ...]:
    """The note on the first page, in both languages whatever the document's; `message` stands below the first of them."""
    first, *others = (tuple(translate(line, language) for line in _NOTE) for language in LANGUAGES)
    added = tuple(line for line in message.splitlines() if line.strip())
    return ((*first, *added), *others)


def list_threads(plan: Plan, present: Plan, options: SendingOptions) -> Iterator[SentThread]:
    """The open remarks of the present plan as threads for a document of `plan`."""
    language: Language = "en" if options.document.language == "en" else "th"
    feedback = read_feedback(present)
    for remark in feedback.remarks.values():
        if remark.is_open:
            yield _make_thread(plan, feedback, remark, language)


def _make_thread(plan: Plan, feedback: Feedback, remark: Remark, language: Language) -> SentThread:
    carried = carry_anchor(plan, remark.anchor)
    is_there = carried.state != "gone"
    quote = "" if is_there and remark.is_placed else remark.anchor.quote or remark.quote
    first = SentWord(
        durable_id=durable_id_of(remark.id),
        node_id=remark.id,
        author=remark.author or _author_of(feedback, remark),
        initials=remark.initials,
        at=remark.at,
        text=_word_remark(remark, quote, language),
    )
    replies = (
        SentWord(
            durable_id=durable_id_of(reply.id),
            node_id=reply.id,
            author=reply.author,
            at=reply.at,
            text=reply.text,
        )
        for reply in remark.replies
    )
    start, end = (carried.start, carried.end) if is_there else (0, 0)
    return SentThread(words=(first, *replies), places=_places_of(plan, remark), start=start, end=end)


def _author_of(feedback: Feedback, remark: Remark) -> str:
    """Who is named for a remark that names nobody: whoever its round is from."""
    found = feedback.round(remark.round_id)
    return found.reviewer or found.name


def _word_remark(remark: Remark, quote: str, language: Language) -> str:
    """What a comment says: the remark, and where it proposes a wording that wording, in lines of their own."""
    lines = [translate(N_("On “{quote}”:"), language).format(quote=quote)] if quote else []
    said = remark.spoken(language)
    if remark.sort == "wording":
        lines.append(f"{translate(SORTS['wording'], language)}: {remark.proposed}")
    elif remark.sort != "comment":
        lines.append(translate(SORTS[remark.sort], language))
    return "\n".join((*lines, said) if said else lines)


def _places_of(plan: Plan, remark: Remark) -> tuple[tuple[str, str, str], ...]:
    """The passage of a remark, then the nodes that it lies in, for where the document does not print it."""
    anchor = remark.anchor
    places = [anchor.place]
    node = plan.nodes.get(anchor.node_id)
    while node is not None and node.parent_id:
        node = plan.nodes[node.parent_id]
        places.append((node.id, "", ""))
    return tuple(places) if remark.is_placed else ()


def _tell_nobody(_share: float) -> None:
    """Progress that nobody follows."""
