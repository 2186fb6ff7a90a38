"""Making the pack of an edition: asking for papers and facts, then writing everything in the background."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from success_desktop.domain.letters.stated_facts import AskedFact
from success_desktop.domain.office import Edition, Wordings, read_office
from success_desktop.domain.plan import Plan
from success_desktop.errors import UserError
from success_desktop.i18n import _
from success_desktop.services.editions import begin_edition
from success_desktop.services.offices import read_switches, set_authority
from success_desktop.services.packing import Pack, PackChoice, prepare_pack, write_pack
from success_desktop.services.papers import list_facts, list_papers, read_facts, read_letters, word_fact
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.ui.background import Progress
from success_desktop.ui.document_names import name_printout
from success_desktop.ui.documents.facts_form import FactField
from success_desktop.ui.documents.pack_dialog import PackDialog, PackWish
from success_desktop.ui.documents.print_verb import remember_switches, usual_switches
from success_desktop.ui.editions.edition_words import name_edition
from success_desktop.ui.review.surroundings import Surroundings


class PackTalk(QObject):
    """Joins a pack dialog with the plan: papers and facts follow what is chosen, and facts are kept as they are typed."""

    def __init__(self, editor: PlanEditor, dialog: PackDialog) -> None:
        super().__init__(dialog)
        self._editor, self._dialog = editor, dialog
        self._letters = read_letters()
        self._shown: tuple[object, ...] = ()
        dialog.asked.connect(self.refresh)
        dialog.facts.typed.connect(self._on_fact_typed)
        self.refresh()

    def refresh(self) -> None:
        """Offer the papers of the edition at such an authority, and ask for what they state."""
        wish = self._dialog.chosen()
        papers_of = (wish.authority, wish.edition.kind)
        if papers_of != self._shown:
            self._shown = papers_of
            self._dialog.show_papers(list_papers(*papers_of, self._letters))
        self._dialog.propose(_propose(self._editor.file.path, wish.edition))
        self._show_facts()

    def _show_facts(self) -> None:
        wish = self._dialog.chosen()
        reader = read_facts(
            self._editor, wish.authority, _fresh(self._editor.plan, wish.edition), self._letters
        )
        facts = list_facts(reader, wish.paper_ids or ("",), self._letters)
        self._dialog.facts.show_facts(facts, self._dialog.languages())

    def _on_fact_typed(self, fact: AskedFact, said: Wordings, field: FactField) -> None:
        try:
            word_fact(self._editor, self._placed(fact), said)
        except UserError as error:
            field.refuse(f"{error.sentence()} {error.remedy()}".strip())
        else:
            field.refuse("")

    def _placed(self, fact: AskedFact) -> AskedFact:
        """The fact where it can be kept: what is told of a first edition that nobody has begun yet begins it."""
        edition = self._dialog.chosen().edition
        if fact.source == "edition" and not edition.id:
            edition_id = begin_edition(self._editor, edition.kind)
            edition = read_office(self._editor.plan).edition(edition_id)
            self._dialog.take_edition(edition)
        return replace(fact, node_id=edition.id) if fact.source == "edition" else fact


def make_pack(around: Surroundings, edition_id: str = "") -> None:
    """Ask what the pack of an edition ("": the newest) shall hold, then write it."""
    editor = around.bridge.editor
    if editor is None or around.documents.task is not None:
        return
    around.bridge.leaving.emit()
    office = read_office(editor.plan)
    editions = list(reversed(office.editions)) or [Edition(id="")]
    editions.sort(key=lambda edition: edition.id != edition_id)
    switches = read_switches(editor.plan, usual_switches(around.settings))
    folder = _propose(editor.file.path, editions[0])
    dialog = PackDialog(editions, office.authority, switches, folder, around.window)
    if around.bridge.do(lambda: PackTalk(editor, dialog)) is None:
        dialog.deleteLater()
    elif dialog.ask():
        dialog.facts.commit()
        wish = dialog.chosen()
        remember_switches(around, switches, wish.switches)
        around.bridge.do(lambda: set_authority(editor, wish.authority))
        write_wish(around, editor, wish)


def write_wish(around: Surroundings, editor: PlanEditor, wish: PackWish) -> None:
    """Write a pack in the background, under a small window that can stop it."""
    choice = PackChoice(
        authority=wish.authority,
        edition=_fresh(editor.plan, wish.edition),
        paper_ids=wish.paper_ids,
        suffixes=wish.suffixes,
        switches=wish.switches,
        author=around.settings.author_name(),
    )
    pack = around.bridge.do(lambda: prepare_pack(editor, choice))
    around.bridge.revised.emit()
    if pack is not None:
        around.documents.write_file(
            partial(_write, pack, wish.target), wish.target, _("Pack for the council")
        )


def _propose(plan_path: Path, edition: Edition) -> Path:
    """The folder of a pack, beside the plan's file."""
    return plan_path.with_name(
        name_printout(plan_path.stem, _("pack {edition}").format(edition=name_edition(edition)))
    )


def _fresh(plan: Plan, edition: Edition) -> Edition:
    """The edition as it is now: facts typed meanwhile belong to it."""
    known: Sequence[Edition] = read_office(plan).editions
    return next((one for one in known if one.id == edition.id), edition)


def _write(pack: Pack, target: Path, progress: Progress) -> Path:
    write_pack(pack, target, progress)
    return target
