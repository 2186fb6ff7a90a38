"""What an amended file does to remarks on which somebody has worked meanwhile."""

from dataclasses import replace

from success_desktop.documents.returned.found_remarks import Found
from success_desktop.domain.edits import Edit
from success_desktop.domain.feedback import NOWHERE, Anchor, Remark
from success_desktop.domain.proposals import AddedRow, Cell, write_proposal
from success_desktop.services.arranging import place_remark
from success_desktop.services.deciding import accept, reopen
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.proposing import proposal_of
from success_desktop.services.receiving_edits import ReceivedRound, write_edits
from success_desktop.services.receiving_matches import KnownRemarks, Match
from tests.feedback_samples import FILE
from tests.plans import named
from tests.services.proposals import feedback, now, row_remark, take_in, wording


def amend(editor: PlanEditor, said: Remark) -> None:
    """Let an amended file say something else of a remark that is in the plan."""
    match = Match(Found(said), replace(said, source=f"{said.source}|amended"), now(editor, said))
    known = KnownRemarks(feedback(editor), editor.plan.root_id)
    edits: list[Edit] = list(write_edits(editor.plan, ReceivedRound(FILE, is_new=False), (match,), known))
    editor.edit("amend", edits)


def test_a_row_that_was_made_stays_the_row_of_its_remark(editor):
    approach = named(editor.plan, "Restore the canals")
    proposed = row_remark("added", AddedRow(approach, "project"), approach)
    take_in(editor, proposed)
    accept(editor, proposed.id)
    made_id = now(editor, proposed).anchor.node_id
    cells = (Cell("name", "th", "ปลูกป่าชายคลอง"),)
    amend(editor, replace(proposed, proposed=write_proposal(AddedRow(approach, "project", "", cells))))
    amended = now(editor, proposed)
    assert amended.anchor.node_id == made_id
    assert proposal_of(amended) == AddedRow(approach, "project", "", cells, made_id)
    reopen(editor, proposed.id)
    accept(editor, proposed.id)
    assert len(editor.plan.children_of(approach)) == 3


def test_an_amended_row_goes_where_somebody_has_put_it(editor):
    approach = named(editor.plan, "Restore the canals")
    lost = replace(row_remark("added", AddedRow("", "project"), ""), anchor=NOWHERE)
    take_in(editor, lost)
    place_remark(editor, lost.id, (approach, "", ""))
    cells = (Cell("name", "th", "ปลูกป่าชายคลอง"),)
    amend(editor, replace(lost, proposed=write_proposal(AddedRow("", "project", "", cells))))
    assert proposal_of(now(editor, lost)) == AddedRow(approach, "project", "", cells)


def test_an_amended_row_on_a_node_that_has_gone_waits_for_another_place(editor):
    gauge = named(editor.plan, "Project gauge")
    lost = replace(row_remark("added", AddedRow("", "project"), ""), anchor=NOWHERE)
    take_in(editor, replace(lost, anchor=Anchor("gone-id"), placed_by="hand"))
    amend(editor, replace(lost, proposed=write_proposal(AddedRow("", "project", gauge))))
    assert proposal_of(now(editor, lost)) == AddedRow("", "project", gauge)


def test_words_that_were_put_into_a_text_by_hand_are_amended_within_it(editor):
    place = (named(editor.plan, "Project gauge"), "name", "th")
    lost = wording(editor.plan, place, "เครื่องวัดน้ำ", name="lost", quote="gauge")
    lost = replace(lost, anchor=NOWHERE, placed_by="")
    take_in(editor, lost)
    place_remark(editor, lost.id, place)
    assert now(editor, lost).proposed == "โครงการเครื่องวัดน้ำ"
    amend(editor, replace(lost, proposed="เครื่องวัดฝน"))
    assert now(editor, lost).proposed == "โครงการเครื่องวัดฝน"


def test_a_remark_that_has_found_its_place_at_last_says_by_what(editor):
    place = (named(editor.plan, "Project gauge"), "name", "th")
    found = wording(editor.plan, place, "เครื่องวัดน้ำ", name="lost")
    take_in(editor, replace(found, anchor=NOWHERE, placed_by=""))
    amend(editor, found)
    assert (now(editor, found).anchor.place, now(editor, found).placed_by) == (place, "bookmark")
