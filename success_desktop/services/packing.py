"""The pack (ชุดเอกสาร): every paper that an edition of a plan needs, made in one go into a folder or a zip file.

What is printed is gathered from the open plan first (`prepare_pack`); writing it then needs no open plan, so it may be
done in the background.
"""

import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from success_desktop.documents.letters import build_letter
from success_desktop.documents.outline_blocks import Outline, Paragraph, Phrase, Seal, Section
from success_desktop.documents.plain_summary import build_summary
from success_desktop.documents.seals import make_seal
from success_desktop.domain.letters.figures import edition_title
from success_desktop.domain.letters.stated_facts import FactReader
from success_desktop.domain.office import AuthorityKind, Edition, FormatSwitches
from success_desktop.domain.plan import Plan
from success_desktop.i18n import LANGUAGES, N_, Language, translate
from success_desktop.services.concealing import conceal_printout
from success_desktop.services.export import Progress, replace_file
from success_desktop.services.form_sets import form_set_of
from success_desktop.services.papers import (
    LetterBook,
    Paper,
    choose_papers,
    list_papers,
    read_facts,
    read_letters,
)
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.printing import (
    CHANGES,
    MATRIX,
    PLAN,
    PrintOptions,
    Printout,
    prepare_printout,
    write_printout,
)
from success_desktop.services.replacing_folders import replace_folder
from success_desktop.services.revisions import find_revision, revision_id_for_export

ZIP_SUFFIX = ".zip"
PACK_SUFFIXES = (".docx", ".pdf", ".xlsx")
_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The day that a zip file gives each paper: the same papers make the same file."""
_DRAFT = N_("DRAFT")


@dataclass(frozen=True, slots=True)
class PackChoice:
    """What goes into a pack: for whom, of which edition, which papers (none: the usual ones) in which kinds of file.

    `edition` without an id stands for a first edition that nobody has begun yet. `author` is named in the files where the
    switches let names in.
    """

    authority: AuthorityKind
    edition: Edition
    paper_ids: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = PACK_SUFFIXES
    switches: FormatSwitches = field(default_factory=FormatSwitches)
    author: str = ""

    @property
    def language(self) -> Language:
        """The language of the files' names."""
        return "en" if self.switches.language == "en" else "th"


@dataclass(frozen=True, slots=True)
class PackedPaper:
    """A paper that only waits to be written: the stem of its files' names, the kinds of file, and what is printed."""

    paper: Paper
    stem: str
    suffixes: tuple[str, ...]
    printout: Printout

    @property
    def files(self) -> tuple[str, ...]:
        """The names of its files."""
        return tuple(f"{self.stem}{suffix}" for suffix in self.suffixes)


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that only waits to be written. `known_stems` are the names that papers of packs bear, behind their number."""

    papers: tuple[PackedPaper, ...]
    known_stems: tuple[str, ...]

    @property
    def files(self) -> tuple[str, ...]:
        """The names of all files, in their order."""
        return tuple(name for paper in self.papers for name in paper.files)

    def is_ours(self, name: str) -> bool:
        """Whether a file of that name can have come from a pack."""
        number, _blank, rest = name.partition(" ")
        return (
            number.isdecimal()
            and Path(name).suffix.lower() in PACK_SUFFIXES
            and rest.startswith(self.known_stems)
        )


def prepare_pack(editor: PlanEditor, choice: PackChoice) -> Pack:
    """Gather everything that the papers need. A revision is kept, which they name; an adopted edition has its own.

    Raises UserError when a paper is not of this edition, a letter has a mistake, or the edition cannot be read.
    """
    letters = read_letters()
    papers = choose_papers(list_papers(choice.authority, choice.edition.kind, letters), choice.paper_ids)
    gathering = _Gathering(editor, choice, letters)
    packed = (
        PackedPaper(
            paper,
            paper.file_stem(choice.edition, choice.language),
            tuple(suffix for suffix in paper.suffixes if suffix in choice.suffixes),
            gathering.printout(paper),
        )
        for paper in papers
    )
    return Pack(tuple(paper for paper in packed if paper.suffixes), tuple(_known_stems(letters)))


def write_pack(pack: Pack, target: Path, progress: Progress | None = None) -> list[str]:
    """Write a pack into the folder `target`, or into one zip file where the name says so; returns the names of the files.

    Raises UserError, with advice, when it cannot be written, and lets through what `progress` raises (Cancelled); then
    nothing is left behind, and what was there is as it was.
    """
    tell = progress or _tell_nobody
    tell(0.0)
    if target.suffix.lower() == ZIP_SUFFIX:
        replace_file(target, lambda draft_path: _write_zip(pack, draft_path, tell))
    else:
        replace_folder(target, lambda folder: _write_papers(pack, folder, tell), pack.is_ours)
    tell(1.0)
    return list(pack.files)


def _write_papers(
    pack: Pack, folder: Path, tell: Progress, done: Callable[[Path], None] | None = None
) -> None:
    """Write every file into a folder; `done` is told of each."""
    count, written = max(len(pack.files), 1), 0
    for paper in pack.papers:
        built = replace(paper.printout, outline=partial(_hand_over, paper.printout.outline()))
        for name in paper.files:
            path = folder / name
            write_printout(built, path, partial(_tell_share, tell, written, count))
            written += 1
            if done:
                done(path)


def _write_zip(pack: Pack, draft_path: Path, tell: Progress) -> None:
    """Write every file into a zip, one at a time, so that no more than one lies on the disk beside it."""
    with (
        tempfile.TemporaryDirectory() as folder,
        zipfile.ZipFile(draft_path, "w", zipfile.ZIP_DEFLATED) as archive,
    ):

        def put_in(path: Path) -> None:
            entry = zipfile.ZipInfo(path.name, _OLDEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())
            path.unlink()

        _write_papers(pack, Path(folder), tell, put_in)


def _known_stems(letters: LetterBook) -> Iterator[str]:
    """What the names of papers begin with behind their number, in both languages, for any edition and authority."""
    for letter in letters.letters:
        yield from (letter.name.spoken(language) for language in LANGUAGES)
    for kind in ("first", "addition", "change", "correction"):
        for paper in list_papers("thesaban", kind, letters):
            yield from (paper.name.spoken(language) for language in LANGUAGES)


class _Gathering:
    """Gathers what the papers of one pack print, all at the same revision."""

    def __init__(self, editor: PlanEditor, choice: PackChoice, letters: LetterBook) -> None:
        self._editor = editor
        self._choice = choice
        self._letters = {letter.id: letter for letter in letters.letters}
        edition = choice.edition
        name = edition_title(edition, choice.language) or translate(N_("First edition"), choice.language)
        self._revision_id = edition.revision_id or revision_id_for_export(editor, name)
        revision = find_revision(editor, self._revision_id) if self._revision_id else None
        self._reader: FactReader = read_facts(editor, choice.authority, edition, letters)
        self._options = PrintOptions(
            switches=choice.switches, revision=revision, edition_id=edition.id, author=choice.author
        )
        self._seal = self._make_seal()

    def printout(self, paper: Paper) -> Printout:
        """A paper, with the seal at its foot and on the paper that was chosen."""
        gathered = self._gather(paper)
        if paper.sort == "matrix" and not self._choice.switches.names_authors:
            gathered = conceal_printout(self._editor, gathered, self._choice.language)
        return replace(gathered, outline=partial(_dress, gathered.outline, self._choice.switches, self._seal))

    def _gather(self, paper: Paper) -> Printout:
        if paper.sort == "letter":
            look = self._options.look(self._revision_id).for_outline(self._revision_id)
            build = partial(build_letter, self._letters[paper.id], self._reader, look)
            return Printout((paper.id,), self._options, build)
        if paper.sort == "summary":
            look = self._options.look(self._revision_id).for_outline(self._revision_id)
            return Printout((paper.id,), self._options, partial(build_summary, self._reader, look))
        what = {"changes": (CHANGES,), "plan": (PLAN,), "matrix": (MATRIX,)}.get(paper.sort)
        return prepare_printout(self._editor, what or self._list_forms(), self._options)

    def _list_forms(self) -> tuple[str, ...]:
        """The forms that a plan is announced with: all of its form set but that of one year's operations."""
        form_set = form_set_of(self._reader.plan)
        return tuple(
            name
            for name, form in form_set.forms.items()
            if not any(column.show == "months" for column in form.columns)
        )

    def _make_seal(self) -> Seal | None:
        revision, choice = self._options.revision, self._choice
        if revision is None:
            return None
        switches = choice.switches
        plan: Plan = self._reader.plan
        title = edition_title(choice.edition, choice.language)
        return make_seal(plan, revision, switches.language, switches.has_thai_digits, title)


def _dress(build: Callable[[], Outline], switches: FormatSwitches, seal: Seal | None) -> Outline:
    """An outline on the paper that was chosen, with the seal of the pack, marked as a draft where it is one.

    The seal tells the plan and its revision in words and a code; their ids, for advisors' copies, give way to it.
    """
    languages: Iterable[Language] = LANGUAGES if switches.language == "both" else (switches.language,)
    marks = tuple(Phrase(translate(_DRAFT, language), language) for language in languages)
    outline = build()
    return replace(
        outline,
        sections=outline.sections or (_say_nothing(languages),),
        paper=switches.paper,
        seal=seal,
        origin=outline.origin._replace(text="") if seal else outline.origin,
        watermark=marks if switches.is_draft else (),
    )


def _say_nothing(languages: Iterable[Language]) -> Section:
    """The page of a paper that has nothing to list: a file without any page could not be opened."""
    lines = (Phrase(translate(N_("Nothing to list"), language), language) for language in languages)
    return Section("portrait", (), tuple(Paragraph((line,), "centre") for line in lines), margins="letter")


def _hand_over(outline: Outline) -> Outline:
    """An outline that has been made, for every kind of file alike."""
    return outline


def _tell_share(tell: Progress, written: int, count: int, share: float) -> None:
    """How much of a pack is done when `written` of `count` files are, and a share of the next."""
    tell((written + share) / count)


def _tell_nobody(_share: float) -> None:
    """Progress that nobody follows."""
