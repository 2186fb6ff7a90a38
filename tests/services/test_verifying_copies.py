"""A clerk learns from the seal which revision of which plan a copy shows."""

from dataclasses import replace
from datetime import date

import pytest
from docx import Document

from success_desktop.domain.office import read_office
from success_desktop.domain.office_edits import set_edition
from success_desktop.domain.seal import seal_code, seal_payload
from success_desktop.errors import UserError
from success_desktop.services import editing
from success_desktop.services.packing import prepare_pack, write_pack
from success_desktop.services.revisions import list_revisions, take_revision
from success_desktop.services.verifying_copies import (
    CopyVerdict,
    verdict_sentences,
    verify_code,
    verify_file,
)
from tests.documents.test_seal_reading import rewrite
from tests.editions import open_town
from tests.services.packs import amend, choice
from tests.services.towns import adopt_first, edition_of

PAPER = "02 บันทึกข้อความเสนอผู้บริหาร"


@pytest.fixture
def copies(town, tmp_path):
    """A folder with a memo as Word and PDF, printed of the plan as it is."""
    folder = tmp_path / "ชุด"
    write_pack(prepare_pack(town, choice("memo", "forms")), folder)
    return folder


def test_the_code_of_the_present_is_of_the_plan_as_it_is(town):
    revision = take_revision(town, "ก่อนพิมพ์")
    verdict = verify_code(town, seal_code(revision.fingerprint))
    assert (verdict.standing, verdict.revision, verdict.is_ours) == ("current", revision, True)


def test_a_code_may_be_typed_carelessly(town):
    revision = take_revision(town, "ก่อนพิมพ์")
    typed = seal_code(revision.fingerprint).lower().replace("-", " ").replace("0", "o")
    assert verify_code(town, typed).revision == revision


def test_a_code_may_stand_in_a_sentence(town):
    revision = take_revision(town, "ก่อนพิมพ์")
    assert verify_code(town, f"รหัส {seal_code(revision.fingerprint)} ท้ายหน้า").revision == revision


def test_what_a_phone_read_is_understood(town):
    revision = take_revision(town, "ก่อนพิมพ์")
    payload = seal_payload(town.plan.root_id, revision.fingerprint)
    assert verify_code(town, payload).revision == revision
    assert verify_code(town, payload.lower()).revision == revision


def test_an_older_copy_is_told_as_one(town):
    revision = take_revision(town, "ก่อนพิมพ์")
    editing.set_text(town, (town.plan.root_id, "title", "th"), "แผนใหม่")
    verdict = verify_code(town, seal_code(revision.fingerprint))
    assert (verdict.standing, verdict.revision) == ("earlier", revision)


def test_a_slip_of_the_key_is_told(town):
    code = seal_code(take_revision(town, "ก่อนพิมพ์").fingerprint)
    wrong = ("1" if code[0] != "1" else "2") + code[1:]
    assert verify_code(town, wrong) == CopyVerdict("mistyped")
    assert verify_code(town, "สวัสดี").standing == "mistyped"


def test_a_code_that_no_revision_has_is_unknown(town):
    verdict = verify_code(town, seal_code("cd" * 32))
    assert (verdict.standing, verdict.is_ours) == ("unknown", False)


def test_a_seal_of_another_plan_is_foreign(town):
    assert verify_code(town, seal_payload("01other", "cd" * 32)).standing == "foreign"


def test_a_seal_that_names_this_plan_but_no_revision_of_it_is_unknown(town):
    assert verify_code(town, seal_payload(town.plan.root_id, "cd" * 32)).standing == "unknown"


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_a_file_tells_its_revision(town, copies, suffix):
    verdict = verify_file(town, copies / f"{PAPER}{suffix}")
    assert (verdict.standing, verdict.revision) == ("current", list_revisions(town)[-1])


def test_a_workbook_tells_its_revision(town, copies):
    assert verify_file(town, copies / "07 แบบฟอร์มของแผน.xlsx").is_ours


def test_a_file_of_another_plan_is_foreign(copies, tmp_path, town):
    other = open_town(tmp_path / "อื่น.success")
    editing.set_text(other, (other.plan.root_id, "title", "th"), "อื่น")
    folder = tmp_path / "ชุดอื่น"
    write_pack(prepare_pack(other, choice("memo")), folder)
    verdict = verify_file(town, folder / f"{PAPER}.pdf")
    other.close(publish=False)
    assert verdict.standing == "unknown"  # the two towns of tests have the same id


def test_a_file_put_together_from_two_is_told(town, copies, tmp_path):
    path = copies / f"{PAPER}.docx"
    old, new = seal_code(list_revisions(town)[-1].fingerprint).encode(), seal_code("cd" * 32).encode()
    rewrite(path, lambda _name, content: content.replace(old, new))
    assert verify_file(town, path).standing == "altered"


def test_a_file_without_a_seal_is_told(town, tmp_path):
    path = tmp_path / "other.docx"
    Document().save(str(path))
    assert verify_file(town, path) == CopyVerdict("unsealed")


@pytest.mark.parametrize("name", ["a.txt", "a.success", "a"])
def test_other_files_are_refused_by_name(town, tmp_path, name):
    with pytest.raises(UserError):
        verify_file(town, tmp_path / name)


def test_a_file_that_is_not_there_and_one_that_is_damaged_are_told_apart(town, tmp_path):
    with pytest.raises(UserError, match="gone"):
        verify_file(town, tmp_path / "gone.pdf")
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"nothing")
    with pytest.raises(UserError, match="เสียหาย"):
        verify_file(town, broken)


def test_an_adopted_edition_is_named(town):
    amend(town)
    first = read_office(town.plan).adopted[0]
    revision = next(kept for kept in list_revisions(town) if kept.id == first.revision_id)
    verdict = verify_code(town, seal_code(revision.fingerprint))
    assert verdict.edition == first
    assert "แผนฉบับแรก" in "\n".join(verdict_sentences(verdict, "th"))


def test_the_day_of_the_announcement_is_told(town):
    amend(town)
    first = read_office(town.plan).adopted[0]
    town.edit("announce", set_edition(town.plan, first.id, {"announced_on": date(2025, 2, 20)}))
    revision = next(kept for kept in list_revisions(town) if kept.id == first.revision_id)
    told = verdict_sentences(verify_code(town, seal_code(revision.fingerprint)), "th")
    assert any("20 กุมภาพันธ์ 2568" in line for line in told)


def test_a_verdict_is_told_in_plain_words(town):
    revision = take_revision(town, "ก่อนพิมพ์", "ร่างที่ 3")
    verdict = verify_code(town, seal_code(revision.fingerprint))
    thai, english = verdict_sentences(verdict, "th"), verdict_sentences(verdict, "en")
    assert len(thai) == len(english) == 4
    assert "ร่างที่ 3" in thai[1]
    assert "2026" in english[1]
    assert seal_code(revision.fingerprint) in thai[2]


@pytest.mark.parametrize(
    "standing", ["current", "earlier", "foreign", "unknown", "altered", "mistyped", "unsealed"]
)
@pytest.mark.parametrize("language", ["th", "en"])
def test_every_verdict_has_a_sentence_without_jargon(standing, language):
    (line,) = verdict_sentences(CopyVerdict(standing), language)
    assert line
    assert not any(word in line.lower() for word in ("hash", "fingerprint", "metadata", "none"))


def test_a_revision_without_a_label_is_told_by_its_message(town):
    revision = take_revision(town, "ก่อนเสนอสภา")
    verdict = CopyVerdict("earlier", "", revision)
    assert "ก่อนเสนอสภา" in verdict_sentences(verdict, "th")[1]
    silent = CopyVerdict("earlier", "", replace(revision, message=""))
    assert ":" not in verdict_sentences(silent, "en")[1]


def test_a_copy_of_the_edition_just_adopted_is_of_the_plan_as_it_is(town):
    edition = edition_of(town, adopt_first(town))
    revision = next(kept for kept in list_revisions(town) if kept.id == edition.revision_id)
    code = seal_code(revision.fingerprint)
    assert verify_code(town, code).standing == "current"
    editing.set_text(town, (town.plan.root_id, "title", "th"), "แผนที่แก้แล้ว")
    assert verify_code(town, code).standing == "earlier"
