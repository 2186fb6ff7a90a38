"""The commands of the pack: make every paper that an edition needs in one go, and check a printed copy.

    success-desktop pack PLAN FOLDER                   {"path", "files", "missing"}
    success-desktop verify-copy PLAN CODE|FILE         {"standing", "code", "revision", "edition", "sentences"}

Braces: what ``--json`` answers. Each command loads what it needs when run.
"""

import argparse
from pathlib import Path

from success_desktop.command_rows import JSON, PLAN, Command, answer, argument, reading, sending
from success_desktop.domain.office import Edition, read_office
from success_desktop.domain.plan import Plan
from success_desktop.i18n import LANGUAGES, N_, Language, _, interface_language
from success_desktop.printing_commands import SWITCHES, switches_asked
from success_desktop.services.edition_data import find_named_edition
from success_desktop.settings import load_settings

_FORMATS = {"word": ".docx", "pdf": ".pdf", "excel": ".xlsx"}
_FIRST = "first"


def _pack(given: argparse.Namespace) -> None:
    from success_desktop.services import packing, papers

    settings = load_settings()
    with sending(given.plan) as editor:
        switches = switches_asked(editor, given, settings)
        choice = packing.PackChoice(
            authority=given.authority or read_office(editor.plan).authority,
            edition=_edition(editor.plan, given.edition),
            paper_ids=tuple(filter(None, given.papers.split(","))),
            suffixes=tuple(_FORMATS[name] for name in given.format or _FORMATS),
            switches=switches,
            author=settings.author_name(),
        )
        languages: tuple[Language, ...] = LANGUAGES if switches.language == "both" else (switches.language,)
        facts = papers.read_facts(editor, choice.authority, choice.edition)
        missing = papers.list_missing_facts(facts, choice.paper_ids, languages)
        target = _target(given.folder, is_zip=given.zip)
        files = packing.write_pack(packing.prepare_pack(editor, choice), target)
    labels = [fact.label.spoken(interface_language()) for fact in missing]
    if given.json:
        answer({"path": str(target), "files": files, "missing": [fact.name for fact in missing]})
        return
    print(_("Made {path}").format(path=target))
    print("\n".join(f"  {name}" for name in files))
    if labels:
        print(_("Printed as dots, because nobody has told them: {facts}").format(facts=", ".join(labels)))
        print(_("The window asks for them: Documents, Pack for the council."))


def _verify_copy(given: argparse.Namespace) -> int | None:
    from success_desktop.services import verifying_copies as copies

    with reading(given.plan) as editor:
        path = Path(given.copy)
        is_file = path.suffix.lower() in copies.COPY_SUFFIXES or path.is_file()
        verdict = copies.verify_file(editor, path) if is_file else copies.verify_code(editor, given.copy)
    sentences = copies.verdict_sentences(verdict, interface_language())
    if given.json:
        answer(
            {
                "standing": verdict.standing,
                "code": verdict.code,
                "revision": verdict.revision and verdict.revision.ordinal,
                "edition": verdict.edition and verdict.edition.id,
                "sentences": sentences,
            }
        )
    else:
        print("\n".join(sentences))
    return None if verdict.is_ours else 1


def _edition(plan: Plan, name: str) -> Edition:
    """The edition that is asked for; without a word the one being prepared, else the newest, else a first one unbegun."""
    office = read_office(plan)
    if name and not (name == _FIRST and not office.editions):
        return find_named_edition(plan, name)
    known = office.open_edition or next(reversed(office.editions), None)
    return known or Edition(id="")


def _target(folder: Path, *, is_zip: bool) -> Path:
    """The folder, or the zip file that stands for it."""
    return folder.with_name(f"{folder.name}.zip") if is_zip and folder.suffix.lower() != ".zip" else folder


PACK_COMMANDS: tuple[Command, ...] = (
    Command(
        "pack",
        N_("make every paper that an edition needs, in one go"),
        (
            PLAN,
            argument(
                "folder", N_("the folder to make, or a file that ends in .zip"), metavar="FOLDER", type=Path
            ),
            argument(
                "--authority",
                N_("thesaban, obt or obj: who decides on the plan"),
                choices=("thesaban", "obt", "obj"),
            ),
            argument(
                "--edition",
                N_("an edition: its name such as “addition 2/2568”, its id, or “first”"),
                default="",
                metavar="E",
            ),
            argument(
                "--papers", N_("only these papers, such as memo,forms,summary"), default="", metavar="P"
            ),
            argument(
                "--format",
                N_("word, pdf or excel (may be given again; all without it)"),
                action="append",
                choices=tuple(_FORMATS),
            ),
            argument("--zip", N_("make one zip file"), action="store_true"),
            *SWITCHES,
            JSON,
        ),
        _pack,
    ),
    Command(
        "verify-copy",
        N_("tell which revision of a plan a printed copy shows"),
        (
            PLAN,
            argument(
                "copy",
                N_("the code at the foot of the page, or a PDF, Word or Excel file"),
                metavar="CODE|FILE",
            ),
            JSON,
        ),
        _verify_copy,
    ),
)
"""The rows of the command table that are about the pack."""
