"""A redline of ours that a secretary decided on in Word: exactly her decisions come in."""

import zipfile
from functools import partial
from pathlib import Path

import pytest

from success_desktop.domain.feedback import read_feedback
from success_desktop.domain.proposals import AddedRow, RemovedRow, read_proposal
from success_desktop.services import deciding, editing
from success_desktop.services.comparing import PRESENT, Point
from success_desktop.services.entering import enter_value
from success_desktop.services.receiving import ReceivingOptions, open_file, preview, receive_file
from success_desktop.services.redlining import export_redline, prepare_redline
from success_desktop.services.revisions import read_revision, take_revision
from tests.documents.returned.making.places import node
from tests.services.redlines_decided import decide
from tests.services.returned_copies import open_reviewed

SECRETARY = "เลขานุการ"
RATIONALE = (node("water"), "rationale", "th")
UNIT = (node("flooded"), "unit", "th")
KPI = (node("pump"), "kpi", "th")
BASELINE = (node("flooded"), "baseline", "")
GOAL = (node("safe_canals"), "description", "th")
EDITION = (node("plan"), "edition", "th")
ROLE = (node("driving"), "body", "th")
PLACES = (RATIONALE, UNIT, KPI, BASELINE)


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """An editor on the plan after a day's edits, the plan before them, and the redline between the two."""
    folder = tmp_path_factory.mktemp("redline")
    editor = open_reviewed(folder)
    old = take_revision(editor, "", "ก่อนประชุม")
    before = read_revision(editor, old)
    text = editor.plan.nodes[node("water")].text("rationale", "th")
    enter_value(editor, RATIONALE, text.replace("กว่าครึ่ง", "ราวร้อยละ 60"))
    enter_value(editor, UNIT, "หลังคาเรือน")
    enter_value(editor, KPI, "ระบายน้ำภายใน 12 ชั่วโมง")
    enter_value(editor, BASELINE, "1920")
    enter_value(editor, GOAL, "")
    for language in ("th", "en"):
        enter_value(editor, (*EDITION[:2], language), "")
        enter_value(editor, (*ROLE[:2], language), "")
    editing.remove_node(editor, node("sago"))
    path = folder / "redline.docx"
    export_redline(prepare_redline(editor, Point("", old), PRESENT, path.name), path)
    yield editor, before, path
    editor.close(publish=False)


def always(choice, _around, _changed):
    return choice


def decided(sent, tmp_path: Path, choose) -> Path:
    _editor, _before, path = sent
    target = tmp_path / "ตัดสินแล้ว.docx"
    decide(path, target, choose)
    return target


def coming_in(sent, path):
    editor, _before, _path = sent
    return preview(editor, open_file(path), ReceivingOptions(reviewer=SECRETARY))


def verdicts(incoming):
    return {decision[:3]: decision.verdict for decision in incoming.receipt.decisions}


def test_all_accepted_there_is_nothing_to_propose(sent, tmp_path):
    incoming = coming_in(sent, decided(sent, tmp_path, lambda _around, _changed: "accept"))
    assert incoming.matches == ()
    assert set(verdicts(incoming).values()) == {"accepted"}
    assert {*PLACES, GOAL, EDITION, ROLE, (node("sago"), "", "")} <= verdicts(incoming).keys()


def test_all_rejected_every_change_is_proposed_back(sent, tmp_path):
    _editor, before, _path = sent
    incoming = coming_in(sent, decided(sent, tmp_path, lambda _around, _changed: "reject"))
    assert set(verdicts(incoming).values()) == {"rejected"}
    proposed = {match.remark.anchor.place: match.remark.proposed for match in incoming.matches}
    for place in (RATIONALE, UNIT, KPI, GOAL, EDITION, ROLE):
        assert proposed[place] == before.nodes[place[0]].text(place[1], "th")
    assert proposed[BASELINE] == "1,840"
    rows = [match.remark for match in incoming.matches if match.remark.sort == "added"]
    assert [type(read_proposal(row.proposed)) for row in rows] == [AddedRow]
    assert "ป่าสาคู" in rows[0].proposed
    assert {match.remark.trace for match in incoming.matches} == {"tracked"}
    assert {match.remark.author for match in incoming.matches} == {SECRETARY}


def test_all_left_open_nothing_is_said(sent, tmp_path):
    incoming = coming_in(sent, decided(sent, tmp_path, lambda _around, _changed: "leave"))
    assert incoming.matches == ()
    assert set(verdicts(incoming).values()) == {"open"}
    assert incoming.receipt.aside["ours"] == sum(incoming.receipt.in_file.values())


def test_half_accepted_exactly_her_decisions_come_in(sent, tmp_path):
    editor, before, _path = sent

    def choose(around, changed):
        if changed in ("กว่าครึ่ง", "ราวร้อยละ 60"):
            return "reject"
        return "leave" if "ครัวเรือน" in around and "ต่อปี" in around else "accept"

    incoming = coming_in(sent, decided(sent, tmp_path, choose))
    found = verdicts(incoming)
    assert (found[RATIONALE], found[UNIT], found[KPI], found[BASELINE]) == (
        "rejected", "open", "accepted", "accepted"
    )  # fmt: skip
    assert [match.remark.anchor.place for match in incoming.matches] == [RATIONALE]
    receive_file(editor, tmp_path / "ตัดสินแล้ว.docx", ReceivingOptions(reviewer=SECRETARY))
    (remark,) = read_feedback(editor.plan).remarks.values()
    assert deciding.accept(editor, remark.id) is None
    assert editor.plan.nodes[node("water")].text("rationale", "th") == before.nodes[node("water")].text(
        "rationale", "th"
    )
    editor.undo()
    editor.undo()


def test_a_change_worded_anew_is_told_as_mixed_and_proposed_as_it_reads(sent, tmp_path):
    def choose(_around, changed):
        return "reject" if changed == "ราวร้อยละ 60" else "accept"

    incoming = coming_in(sent, decided(sent, tmp_path, choose))
    assert verdicts(incoming)[RATIONALE] == "mixed"
    (remark,) = (match.remark for match in incoming.matches)
    assert remark.trace == "untracked"
    assert "เมืองตัวอย่างไหลมาจากนอกเขตเทศบาล" in remark.proposed


def test_what_was_accepted_and_has_been_taken_back_since_is_proposed_again(sent, tmp_path):
    editor, before, _path = sent
    path = decided(sent, tmp_path, lambda _around, _changed: "accept")
    enter_value(editor, UNIT, before.nodes[UNIT[0]].text("unit", "th"))
    incoming = coming_in(sent, path)
    editor.undo()
    (remark,) = (match.remark for match in incoming.matches)
    assert (remark.anchor.place, remark.proposed) == (UNIT, "หลังคาเรือน")
    assert remark.anchor.seen == before.nodes[UNIT[0]].text("unit", "th")


def test_a_field_and_a_row_that_were_new_are_proposed_to_go_when_they_were_rejected(tmp_path):
    editor = open_reviewed(tmp_path)
    for language in ("th", "en"):
        enter_value(editor, (*EDITION[:2], language), "")
        enter_value(editor, (*GOAL[:2], language), "")
        enter_value(editor, (*RATIONALE[:2], language), "")
    old = take_revision(editor, "", "ก่อน")
    for place in (EDITION, GOAL, RATIONALE):
        enter_value(editor, place, "คำอธิบายใหม่")
    added_id = editing.add_node(editor, node("restore"), "project")
    editing.set_text(editor, (added_id, "name", "th"), "โครงการใหม่เอี่ยม")
    path = tmp_path / "redline.docx"
    export_redline(prepare_redline(editor, Point("", old), PRESENT, path.name), path)
    for choice, verdict in (("reject", "rejected"), ("accept", "accepted"), ("leave", "open")):
        target = tmp_path / f"{choice}.docx"
        decide(path, target, partial(always, choice))
        incoming = preview(editor, open_file(target), ReceivingOptions(reviewer=SECRETARY))
        found = verdicts(incoming)
        assert found[(added_id, "", "")] == verdict
        assert {found[place] for place in (EDITION, GOAL, RATIONALE)} == {verdict}
        if choice == "reject":
            proposed = {match.remark.anchor.place: match.remark for match in incoming.matches}
            assert {proposed[place].proposed for place in (EDITION, GOAL, RATIONALE)} == {""}
            assert read_proposal(proposed[(added_id, "", "")].proposed) == RemovedRow(added_id)
            assert {one.trace for one in proposed.values()} == {"tracked"}
        else:
            assert incoming.matches == ()
    editor.close(publish=False)


def test_a_row_that_was_struck_comes_back_as_the_node_that_it_was(tmp_path):
    editor = open_reviewed(tmp_path)
    old = take_revision(editor, "", "ก่อนประชุม")
    before = editor.plan.nodes[node("sago")]
    editing.remove_node(editor, before.id)
    path, target = tmp_path / "redline.docx", tmp_path / "ตัดสินแล้ว.docx"
    export_redline(prepare_redline(editor, Point("", old), PRESENT, path.name), path)
    decide(path, target, partial(always, "reject"))
    receive_file(editor, target, ReceivingOptions(reviewer=SECRETARY))
    (remark,) = read_feedback(editor.plan).remarks.values()
    row = read_proposal(remark.proposed)
    assert isinstance(row, AddedRow)
    assert (row.old_id, row.old_revision_id, row.node_id) == (before.id, old.id, "")
    assert deciding.accept(editor, remark.id) is None
    back = editor.plan.nodes[before.id]
    assert (back.parent_id, back.fields) == (before.parent_id, before.fields)
    assert read_feedback(editor.plan).remarks[remark.id].anchor.node_id == before.id
    deciding.reopen(editor, remark.id)
    assert deciding.accept(editor, remark.id) is None
    assert sum(one.fields == before.fields for one in editor.plan.walk()) == 1
    editor.close(publish=False)


def test_what_the_secretary_adds_herself_is_hers(sent, tmp_path):
    """Beside deciding, she writes a word with tracking on, after the redline had been sent."""
    path = decided(sent, tmp_path, lambda _around, _changed: "accept")
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    own = f'<w:ins w:id="77" w:author="{SECRETARY}" w:date="2031-01-01T09:00:00Z"><w:r><w:t>ด้วย</w:t></w:r></w:ins>'
    body = parts["word/document.xml"].decode()
    place = body.index("</w:p>", body.index("ตัวเลขจึงมาจากสามทาง"))
    parts["word/document.xml"] = (body[:place] + own + body[place:]).encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    (match,) = coming_in(sent, path).matches
    assert (match.remark.author, match.remark.trace) == (SECRETARY, "tracked")
    assert match.remark.anchor.place == (node("monitoring"), "body", "th")
    assert "ด้วย" in match.remark.proposed


def test_a_redline_from_a_revision_that_is_not_known_is_read_as_a_plain_draft(sent, tmp_path, monkeypatch):
    editor, _before, path = sent
    opened = open_file(path)
    object.__setattr__(opened.file, "old_revision_id", "01jrev00000000000000000099")
    incoming = preview(editor, opened, ReceivingOptions(reviewer=SECRETARY))
    assert incoming.receipt.decisions == ()
    assert incoming.receipt.is_balanced
