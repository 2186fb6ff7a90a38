"""A secretary accepts half of a redline in Word and sends it back: what comes in is exactly what she decided."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from lxml import etree

from success_desktop.services import editing
from success_desktop.services.comparing import PRESENT, Point
from success_desktop.services.library import open_plan
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.receipts import Receipt
from success_desktop.services.receiving import receive_file
from success_desktop.services.redlining import export_redline, prepare_redline
from success_desktop.services.revisions import list_revisions
from tests.documents.returned.making.marking import parent_of
from tests.documents.returned.making.must_come_out import Place
from tests.documents.returned.making.package import Package, W
from tests.documents.returned.making.places import thai
from tests.documents.returned.making.reviewed_plan import PLAN_FILE
from tests.trips.reviewing import feedback_of, plan_fields

EDITED: Mapping[Place, tuple[str, str]] = {
    thai("background", "body"): ("คนสามรุ่น", "คนสี่รุ่น"),
    thai("vision"): ("ทุกคนพร้อม", "ทุกชุมชนพร้อม"),
    thai("monitoring", "body"): ("ทุกไตรมาส", "ทุกเดือน"),
    thai("restore", "description"): ("รักษาโค้ง", "รักษาคุ้ง"),
    thai("exposure", "definition"): ("บ้านที่พื้นต่ำ", "บ้านใต้ถุนต่ำ"),
    thai("mission_2"): ("คนสุดท้าย", "ทุกคน"),
}
"""What the planners have rewritten since the draft."""

TAKEN, REFUSED, LEFT = list(EDITED)[:2], list(EDITED)[2:4], list(EDITED)[4:]
"""What the secretary accepts, rejects, and does not touch."""


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[PlanEditor]:
    """The plan with six passages rewritten since it was sent."""
    path = Path(shutil.copy(PLAN_FILE, tmp_path / "แผนเมือง.success"))
    opened = open_plan(path, "สมหญิง")
    for place, (old, new) in EDITED.items():
        text = opened.plan.nodes[place.node].text(place.field, "th")
        editing.set_text(opened, (place.node, place.field, "th"), text.replace(old, new))
        opened.end_step()
    yield opened
    opened.close(publish=False)


@pytest.fixture
def receipt(editor: PlanEditor, tmp_path: Path) -> Receipt:
    """What came in of the redline that the secretary has half decided."""
    path = tmp_path / "redline.docx"
    sent = list_revisions(editor)[0]
    export_redline(prepare_redline(editor, Point("1", sent), PRESENT, path.name), path)
    package = Package(path)
    for place in TAKEN:
        settle(package, EDITED[place], keeps="ins")
    for place in REFUSED:
        settle(package, EDITED[place], keeps="del")
    package.save(path)
    return receive_file(editor, path)


def settle(package: Package, wording: tuple[str, str], keeps: str) -> None:
    """Accept ("ins") or reject ("del") all that is tracked in the paragraphs that hold both wordings, as Word does it."""
    for paragraph in package.body.iter(f"{W}p"):
        if is_of(paragraph, wording):
            for mark in list(paragraph.iter(f"{W}ins", f"{W}del")):
                if mark.tag == f"{W}{keeps}":
                    keep(mark)
                parent_of(mark).remove(mark)


def is_of(paragraph: etree._Element, wording: tuple[str, str]) -> bool:
    """Whether the paragraph's old text has the first wording, and its new text the second."""
    old, new = (
        "".join(str(text.text or "") for text in paragraph.iter(f"{W}t", f"{W}delText") if stands(text, lost))
        for lost in ("ins", "del")
    )
    return wording[0] in old and wording[1] in new


def stands(text: etree._Element, lost: str) -> bool:
    return next(text.iterancestors(f"{W}{lost}"), None) is None


def keep(mark: etree._Element) -> None:
    """What a mark holds becomes plain text in front of it."""
    for run in list(mark):
        for text in run.findall(f"{W}delText"):
            text.tag = f"{W}t"
        mark.addprevious(run)


def test_each_decision_is_read_back_as_she_made_it(receipt: Receipt):
    told = {Place(*decision[:3]): decision.verdict for decision in receipt.decisions}
    assert told == {
        **dict.fromkeys(TAKEN, "accepted"),
        **dict.fromkeys(REFUSED, "rejected"),
        **dict.fromkeys(LEFT, "open"),
    }


def test_what_she_refused_becomes_a_proposal_and_nothing_else_does(editor: PlanEditor, receipt: Receipt):
    remarks = feedback_of(editor).remarks.values()
    assert {Place(*remark.anchor.place) for remark in remarks} == set(REFUSED)
    assert all(EDITED[Place(*remark.anchor.place)][0] in remark.proposed for remark in remarks)


def test_her_file_changes_nothing_in_the_plan_by_itself(editor: PlanEditor, request: pytest.FixtureRequest):
    before = plan_fields(editor)
    request.getfixturevalue("receipt")
    assert plan_fields(editor) == before
