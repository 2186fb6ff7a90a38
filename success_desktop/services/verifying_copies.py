"""Telling of a printed copy which revision and edition of a plan it shows, by the seal at the foot of its pages."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from success_desktop.documents.seal_reading import SealsFound, UnreadableCopyError, read_seals
from success_desktop.domain.beside import is_beside
from success_desktop.domain.calendar_dates import date_text
from success_desktop.domain.letters.figures import edition_title
from success_desktop.domain.office import Edition, read_office
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.revision import Revision
from success_desktop.domain.seal import find_seal_codes, read_seal_code, read_seal_payload, seal_code
from success_desktop.errors import UserError
from success_desktop.i18n import N_, Language, translate
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.revisions import list_revisions, read_revision

COPY_SUFFIXES = (".pdf", ".docx", ".xlsx")

Standing = Literal["current", "earlier", "foreign", "unknown", "altered", "mistyped", "unsealed"]
"""What a copy is: of the plan as it is now; of an earlier revision; of another plan; of no revision that this plan has; a
file whose pages and properties do not agree; a code with a slip; a file without a seal."""

_SENTENCES: dict[Standing, str] = {
    "current": N_("This copy is of this plan, as it is now."),
    "earlier": N_("This copy is of this plan, but of an earlier revision: the plan has been edited since."),
    "foreign": N_("This copy is not of this plan: its seal names another."),
    "unknown": N_(
        "This plan has no revision with that seal: the copy is of another plan, or of a revision that never came here."
    ),
    "altered": N_(
        "The pages of this file carry another seal than its properties: somebody has put it together or changed it."
    ),
    "mistyped": N_(
        "This is no code of a seal. Check it letter by letter: it has three groups of four, without I, L, O, S and U."
    ),
    "unsealed": N_(
        "No seal was found in this file. Type the code that stands at the foot of the printed page."
    ),
}
_NOT_ALL = N_(
    "The seal tells which revision was printed. Whether the pages were changed afterwards, only comparing them can tell."
)


@dataclass(frozen=True, slots=True)
class CopyVerdict:
    """What can be said of a copy. `revision` is the one it shows, `edition` the adopted edition that this revision is."""

    standing: Standing
    code: str = ""
    revision: Revision | None = None
    edition: Edition | None = None

    @property
    def is_ours(self) -> bool:
        """Whether the copy is of a revision of this plan."""
        return self.revision is not None


def verify_code(editor: PlanEditor, text: str) -> CopyVerdict:
    """What a code is of that somebody typed off a page, or that a phone read out of the QR code there."""
    if payload := read_seal_payload(text.upper()):
        return _judge(editor, SealsFound(payload))
    code = read_seal_code(text) or next(iter(find_seal_codes(text.upper())), "")
    return _judge(editor, SealsFound(codes=(code,))) if code else CopyVerdict("mistyped")


def verify_file(editor: PlanEditor, path: Path) -> CopyVerdict:
    """What a PDF, a Word file or a workbook is of. Raises UserError when it cannot be read."""
    require_copy_name(path)
    try:
        found = read_seals(path)
    except UnreadableCopyError as error:
        raise UserError(
            N_("“{name}” cannot be read: it is damaged, or locked with a password."),
            advice=N_("Type the code at the foot of the printed page instead."),
            name=path.name,
        ) from error
    except OSError as error:
        raise UserError(
            N_("“{name}” could not be opened."),
            advice=N_("Check that the file is there, and that no other program holds it."),
            name=path.name,
        ) from error
    return _judge(editor, found)


def require_copy_name(path: Path) -> None:
    """Raise UserError unless a file has the name of a document that can carry a seal."""
    if path.suffix.lower() not in COPY_SUFFIXES:
        raise UserError(
            N_("“{name}” is no PDF, Word file or Excel workbook."),
            advice=N_(
                "Choose a file that ends in .pdf, .docx or .xlsx, or type the code of the printed page."
            ),
            name=path.name,
        )


def verdict_sentences(verdict: CopyVerdict, language: Language) -> list[str]:
    """A verdict in plain words, line by line: what the copy is, which revision, which edition, and what that proves."""
    lines = [translate(_SENTENCES[verdict.standing], language)]
    if verdict.revision is not None:
        lines.append(_word_revision(verdict.revision, language))
    if verdict.edition is not None:
        lines.append(_word_edition(verdict.edition, language))
    if verdict.code:
        lines.append(translate(N_("Code: {code}"), language).format(code=verdict.code))
    if verdict.revision is not None:
        lines.append(translate(_NOT_ALL, language))
    return lines


def _judge(editor: PlanEditor, found: SealsFound) -> CopyVerdict:
    if found.properties is None and not found.codes:
        return CopyVerdict("unsealed")
    code = seal_code(found.properties[1]) if found.properties else found.codes[0]
    if any(other != code for other in found.codes):
        return CopyVerdict("altered", code)
    if found.properties and found.properties[0] != editor.plan.root_id.upper():
        return CopyVerdict("foreign", code)
    revision = _find_revision(editor, found, code)
    if revision is None:
        return CopyVerdict("unknown", code)
    editions = (of for of in read_office(editor.plan).adopted if of.revision_id == revision.id)
    standing: Standing = "current" if _is_as_now(editor, revision) else "earlier"
    return CopyVerdict(standing, code, revision, next(editions, None))


def _is_as_now(editor: PlanEditor, revision: Revision) -> bool:
    """Whether the plan says what it said then. What lies beside it does not count: adopting alters nothing in it."""
    return revision.number == editor.file.store.last_number() or (
        _say(read_revision(editor, revision)) == _say(editor.plan)
    )


def _say(plan: Plan) -> dict[str, Node]:
    return {node.id: node for node in plan.nodes.values() if not is_beside(node.id)}


def _find_revision(editor: PlanEditor, found: SealsFound, code: str) -> Revision | None:
    """The revision with that fingerprint; where only the code is known, the newest with that code."""
    for revision in reversed(list_revisions(editor)):
        fingerprint = found.properties[1] if found.properties else ""
        if revision.fingerprint == fingerprint or (
            not fingerprint and seal_code(revision.fingerprint) == code
        ):
            return revision
    return None


def _word_revision(revision: Revision, language: Language) -> str:
    words = translate(N_("Revision {number} of {day}"), language).format(
        number=revision.ordinal, day=date_text(revision.at.astimezone().date(), language)
    )
    said = revision.label or revision.message
    return f"{words}: {said}" if said else words


def _word_edition(edition: Edition, language: Language) -> str:
    name = edition_title(edition, language) or translate(N_("First edition"), language)
    if edition.announced_on is None:
        return translate(N_("It is the edition “{name}”."), language).format(name=name)
    day = date_text(edition.announced_on, language)
    return translate(N_("It is the edition “{name}”, announced on {day}."), language).format(
        name=name, day=day
    )
