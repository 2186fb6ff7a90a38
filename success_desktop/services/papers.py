"""The papers that a council, a committee or an executive needs for an edition of a plan, and the facts that they state."""

from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import Literal, NamedTuple

from success_desktop.domain.calendar_dates import parse_date
from success_desktop.domain.edits import set_value
from success_desktop.domain.letters.figures import PROJECT, Reckoned, edition_title, reckon
from success_desktop.domain.letters.letter import FactBook, Letter
from success_desktop.domain.letters.letter_text import parse_facts, parse_letter
from success_desktop.domain.letters.stated_facts import AskedFact, FactReader
from success_desktop.domain.office import AuthorityKind, Edition, EditionKind, Wordings, read_office
from success_desktop.domain.office_edits import set_edition, set_facts
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Wording
from success_desktop.domain.thai_typed import plain_text
from success_desktop.domain.totals import total_of_nodes
from success_desktop.errors import UserError
from success_desktop.i18n import N_, Language, translate
from success_desktop.paths import data_folder, resource_path
from success_desktop.services.edition_rows import Amendment, read_amendment
from success_desktop.services.plan_editor import PlanEditor

PaperSort = Literal["letter", "forms", "changes", "plan", "matrix", "summary"]

_FACTS = "facts"
_WORD, _PDF, _EXCEL = ".docx", ".pdf", ".xlsx"
_LONGEST_STEM = 80
"""Letters of a file's name at most: Windows takes 260 for a path, Linux 255 bytes, of which a Thai letter takes three."""
_FORBIDDEN = str.maketrans({"/": "-", "\\": "-", ":": " ", **dict.fromkeys('*?"<>|', "")})


class Paper(NamedTuple):
    """A paper of a pack: its place there (from 1), what it is called, and the kinds of file that it is made as.

    `id` is that of a letter, or the same as `sort`; `is_usual` ones are made unless others are asked for.
    """

    id: str
    number: int
    name: Wording
    sort: PaperSort
    suffixes: tuple[str, ...]
    is_usual: bool = True

    def file_stem(self, edition: Edition, language: Language) -> str:
        """The name of its file without the suffix: “01 ประกาศใช้แผน เพิ่มเติม ครั้งที่ 2-2568”."""
        words = " ".join(filter(None, (self.name.spoken(language), edition_title(edition, language))))
        return f"{self.number:02} {words}".translate(_FORBIDDEN)[:_LONGEST_STEM].rstrip(" .")


class LetterBook(NamedTuple):
    """All letters there are, in the order of a pack, and the facts that they may state."""

    facts: FactBook
    letters: tuple[Letter, ...]

    def letters_for(self, authority: AuthorityKind, kind: EditionKind) -> tuple[Letter, ...]:
        """The letters that an edition of that kind needs at that authority."""
        return tuple(letter for letter in self.letters if letter.when.suits(authority, kind))


class _Document(NamedTuple):
    """A paper that is no letter: which editions have it, and how it is called there."""

    sort: PaperSort
    message: str
    suffixes: tuple[str, ...]
    kinds: tuple[EditionKind, ...]
    is_usual: bool = True


_ALL_KINDS: tuple[EditionKind, ...] = ("first", "addition", "change", "correction")
_DOCUMENTS = (
    _Document("forms", N_("Forms of the plan"), (_WORD, _PDF, _EXCEL), ("first",)),
    _Document("changes", N_("List of projects"), (_WORD, _PDF, _EXCEL), ("addition",)),
    _Document("changes", N_("Comparison of old and new"), (_WORD, _PDF, _EXCEL), ("change", "correction")),
    _Document("plan", N_("The plan in full"), (_WORD, _PDF), ("first",)),
    _Document(
        "matrix", N_("Comment response matrix"), (_WORD, _PDF, _EXCEL), ("first", "addition", "change")
    ),
    _Document("summary", N_("The plan in brief, for everybody"), (_WORD, _PDF), _ALL_KINDS),
    _Document("plan", N_("The plan in full"), (_WORD, _PDF), _ALL_KINDS[1:], is_usual=False),
)


def own_letters_folder() -> Path:
    """Where a user's own letters lie; one there stands in for a shipped one of the same file name."""
    return data_folder() / "letters"


def read_letters() -> LetterBook:
    """Every letter with the facts, shipped and own. Raises UserError, with file and line, when one has a mistake."""
    paths = {
        path.stem: path
        for folder in (resource_path("letters"), own_letters_folder())
        for path in sorted(folder.glob("*.yaml"))
    }
    facts_path = paths.pop(_FACTS)
    book = parse_facts(_read(facts_path), facts_path.name)
    letters = (parse_letter(_read(path), path.name, book) for path in paths.values())
    return LetterBook(book, tuple(sorted(letters, key=lambda letter: (letter.order, letter.id))))


def list_papers(
    authority: AuthorityKind, kind: EditionKind, letters: LetterBook | None = None
) -> tuple[Paper, ...]:
    """The papers of an edition of that kind at that authority, in their order, numbered without a gap."""
    book = letters or read_letters()
    found = [
        Paper(letter.id, 0, letter.name, "letter", (_WORD, _PDF))
        for letter in book.letters_for(authority, kind)
    ]
    for document in _DOCUMENTS:
        if kind in document.kinds:
            name = Wording(th=translate(document.message, "th"), en=translate(document.message, "en"))
            found.append(Paper(document.sort, 0, name, document.sort, document.suffixes, document.is_usual))
    return tuple(paper._replace(number=number) for number, paper in enumerate(found, start=1))


def choose_papers(papers: Sequence[Paper], paper_ids: Iterable[str]) -> tuple[Paper, ...]:
    """The papers of these ids; the usual ones when none is given. Raises UserError for an id that is not among them."""
    wanted = tuple(paper_ids)
    unknown = set(wanted) - {paper.id for paper in papers}
    if unknown:
        raise UserError(
            N_("The pack of this edition has no paper “{name}”."),
            advice=N_("Choose from: {known}"),
            name=", ".join(sorted(unknown)),
            known=", ".join(paper.id for paper in papers),
        )
    return tuple(paper for paper in papers if (paper.id in wanted if wanted else paper.is_usual))


def read_facts(
    editor: PlanEditor, authority: AuthorityKind, edition: Edition, letters: LetterBook | None = None
) -> FactReader:
    """What the letters of an edition state of the plan as that edition has it. An edition without an id is a first one."""
    book = letters or read_letters()
    amendment = read_amendment(editor, edition.id) if edition.id else None
    plan = amendment.plan if amendment else editor.plan
    return FactReader(
        book.facts, plan, read_office(editor.plan), authority, edition, _reckon(plan, amendment)
    )


def list_facts(
    reader: FactReader, paper_ids: Iterable[str] = (), letters: LetterBook | None = None
) -> list[AskedFact]:
    """The facts that people can word for these papers (default: for all letters of the edition)."""
    wanted = tuple(paper_ids)
    book = letters or read_letters()
    suited = book.letters_for(reader.authority, reader.edition.kind)
    return reader.ask(letter for letter in suited if not wanted or letter.id in wanted)


def list_missing_facts(
    reader: FactReader, paper_ids: Iterable[str] = (), languages: Sequence[Language] = ("th",)
) -> list[AskedFact]:
    """The facts that these papers state and that nobody has worded in one of the languages: they print as dots."""
    return [fact for fact in list_facts(reader, paper_ids) if set(fact.lacks) & set(languages)]


def word_fact(editor: PlanEditor, fact: AskedFact, wordings: Wordings) -> None:
    """Word a fact where it belongs: in the plan, in its office matters, or in the edition. One step of undo.

    A fact without a language of its own (`plain`, `date`) is kept as its Thai wording; a day that the edition itself knows
    is put right there. Raises UserError when that is typed as no day, KeyError when the edition is not one of the plan's.
    """
    label = N_("edit what letters say")
    if fact.source == "plan":
        edits = (
            set_value(editor.plan, fact.node_id, fact.field, language, plain_text(text))
            for language, text in wordings.items()
        )
        editor.edit(label, tuple(chain.from_iterable(edits)))
    elif fact.field and fact.type == "date" and _has_day(editor.plan, fact):
        day = parse_date(wordings.get("th") or wordings.get("en", ""))
        editor.edit(label, set_edition(editor.plan, fact.node_id, {fact.field: day}))
    elif fact.field and fact.type == "text":
        text = wordings.get("th") or wordings.get("en", "")
        value = text if fact.field == "clause" else dict(wordings)
        editor.edit(label, set_edition(editor.plan, fact.node_id, {fact.field: value}))
    else:
        editor.edit(label, set_facts(editor.plan, fact.node_id, {fact.name: wordings}))


def _has_day(plan: Plan, fact: AskedFact) -> bool:
    """Whether an edition itself knows the day that a fact tells: it goes before what letters were told."""
    return getattr(read_office(plan).edition(fact.node_id), fact.field) is not None


def _reckon(plan: Plan, amendment: Amendment | None) -> Reckoned:
    """What an edition adds up to: the first one all projects, another those that it amends, or else its other rows."""
    if amendment is None or amendment.edition.kind == "first":
        return reckon(plan)
    rows = [row for row in amendment.here if row.kind == PROJECT] or list(amendment.here)
    nodes = [plan.nodes[row.row_id] for row in rows if row.row_id in plan.nodes]
    return Reckoned(len(rows), total_of_nodes(plan, nodes).total_baht)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            N_("The letter “{path}” cannot be read."),
            advice=N_("Check that the file is there and is plain text in UTF-8."),
            path=path,
        ) from error
