"""Three advisors, three Word copies of one draft: one tracks, one has switched tracking off, one only comments."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from success_desktop.services.clashes import list_clashes
from success_desktop.services.deciding import accept, decline, resolve_clash
from success_desktop.services.library import open_plan
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.receiving import ReceivingOptions, receive_file
from tests.documents.returned.making.case import return_copy
from tests.documents.returned.making.places import ARPHA, BUNMEE, CAROL, place, thai
from tests.documents.returned.making.returned_copy import Copy
from tests.documents.returned.making.reviewed_plan import PLAN_FILE
from tests.trips.reviewing import feedback_of, plan_fields, remarks_of

RATIONALE = thai("water", "rationale")
MONITORING = thai("monitoring", "body")
BUDGET = place("park", "budget", "2570")


def track(copy: Copy) -> None:
    """What Arpha does: she tracks."""
    copy.replace(RATIONALE, "กว่าครึ่ง", "ราวร้อยละ 60", ARPHA)
    copy.replace(MONITORING, "ทุกไตรมาส", "ทุกเดือน", ARPHA)


def type_silently(copy: Copy) -> None:
    """What Bunmee does: his tracking is off."""
    copy.retype(MONITORING, "ทุกไตรมาส", "ทุกหกเดือน")
    copy.retype(thai("vision"), "ทุกคนพร้อม", "ทุกชุมชนพร้อม")


def remark(copy: Copy) -> None:
    """What Carol does: she only comments."""
    copy.comment(RATIONALE, "ดาดคอนกรีตเมื่อ 15 ปีก่อน", "Which canal?", CAROL)
    copy.comment(BUDGET, "10,500,000", "Why so much?", CAROL)


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[PlanEditor]:
    path = Path(shutil.copy(PLAN_FILE, tmp_path / "แผนเมือง.success"))
    opened = open_plan(path, "สมหญิง")
    yield opened
    opened.close(publish=False)


@pytest.fixture
def before(editor: PlanEditor) -> dict[str, object]:
    return plan_fields(editor)


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the three copies."""
    folder = tmp_path_factory.mktemp("copies")
    for name, do in (("อาภา", track), ("บุญมี", type_silently), ("carol", remark)):
        return_copy(folder / f"{name}.docx", do)
    return folder


@pytest.fixture
def received(editor: PlanEditor, before: dict[str, object], copies: Path) -> PlanEditor:
    """The plan once all three copies have come in."""
    receive_file(editor, copies / "อาภา.docx")
    receive_file(editor, copies / "บุญมี.docx", ReceivingOptions(reviewer=BUNMEE.name))
    receive_file(editor, copies / "carol.docx")
    return editor


def test_each_remark_stands_on_its_field_under_the_right_name(received: PlanEditor):
    told = {(one.author, one.sort, one.anchor.place[:2]) for one in feedback_of(received).remarks.values()}
    assert told == {
        (ARPHA.name, "wording", RATIONALE[:2]),
        (ARPHA.name, "wording", MONITORING[:2]),
        (BUNMEE.name, "wording", MONITORING[:2]),
        (BUNMEE.name, "wording", thai("vision")[:2]),
        (CAROL.name, "comment", RATIONALE[:2]),
        (CAROL.name, "comment", BUDGET[:2]),
    }


def test_silent_edits_are_told_from_tracked_ones(received: PlanEditor):
    assert {one.trace for one in remarks_of(received, BUNMEE.name)} == {"untracked"}
    assert {one.trace for one in remarks_of(received, ARPHA.name)} == {"tracked"}


def test_nothing_is_applied_before_a_person_decides(received: PlanEditor, before: dict[str, object]):
    assert plan_fields(received) == before
    assert feedback_of(received).open_count == 6


def test_two_wordings_of_one_passage_are_shown_together_and_decided_once(received: PlanEditor):
    (clash,) = list_clashes(received.plan, feedback_of(received))
    assert (clash.node_id, clash.field, clash.part) == MONITORING
    assert {choice.author for choice in clash.choices} == {ARPHA.name, BUNMEE.name}
    text = next(choice.text for choice in clash.choices if choice.author == ARPHA.name)
    resolve_clash(received, clash, text)
    assert "ทุกเดือน" in received.plan.nodes[MONITORING.node].text("body", "th")
    settled = {
        one.author: one for one in feedback_of(received).remarks.values() if one.anchor.place == MONITORING
    }
    assert settled[ARPHA.name].disposition == "accepted"
    assert not settled[BUNMEE.name].is_open
    assert not list_clashes(received.plan, feedback_of(received))


def test_accepting_is_one_step_with_the_state_and_undone_with_it(received: PlanEditor):
    (wording,) = [one for one in remarks_of(received, ARPHA.name) if one.anchor.place == RATIONALE]
    before = received.plan
    accept(received, wording.id)
    assert "ราวร้อยละ 60" in received.plan.nodes[RATIONALE.node].text("rationale", "th")
    assert feedback_of(received).remarks[wording.id].disposition == "accepted"
    received.undo()
    assert plan_fields(received) == {
        node.id: (node.kind, node.parent_id, node.position, dict(node.fields)) for node in before.walk()
    }
    assert feedback_of(received).remarks[wording.id].is_open


def test_the_same_file_again_adds_nothing(received: PlanEditor, copies: Path):
    count = len(feedback_of(received).remarks)
    receipt = receive_file(received, copies / "carol.docx")
    assert (receipt.remarks_new, receipt.remarks_updated, receipt.remarks_known) == (0, 0, 2)
    assert len(feedback_of(received).remarks) == count


def test_an_amended_file_updates_one_adds_one_and_keeps_decisions(received: PlanEditor, tmp_path: Path):
    first, second = remarks_of(received, CAROL.name)
    decline(received, second.id, "เป็นราคากลาง")

    def amend(copy: Copy) -> None:
        copy.comment(RATIONALE, "ดาดคอนกรีตเมื่อ 15 ปีก่อน", "Which of the canals?", CAROL)
        copy.comment(BUDGET, "10,500,000", "Why so much?", CAROL)
        copy.comment(thai("vision"), "สายน้ำมีชีวิต", "Lovely.", CAROL)

    receipt = receive_file(received, return_copy(tmp_path / "carol (2).docx", amend))
    assert (receipt.remarks_new, receipt.remarks_updated, receipt.remarks_known) == (1, 1, 1)
    assert len(feedback_of(received).rounds) == 3
    now = feedback_of(received).remarks
    assert now[first.id].spoken("en") == "Which of the canals?"
    assert now[second.id].disposition == "declined"
    assert len(remarks_of(received, CAROL.name)) == 3
