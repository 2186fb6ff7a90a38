"""A pack is written whole or not at all, of the right papers, each with the seal of one revision."""

import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest
from docx import Document

from success_desktop.documents.seal_reading import read_seals
from success_desktop.domain.amounts import format_baht
from success_desktop.domain.office import FormatSwitches, read_office
from success_desktop.domain.seal import seal_code
from success_desktop.errors import Cancelled, UserError
from success_desktop.services import editing
from success_desktop.services.editions import begin_edition
from success_desktop.services.packing import prepare_pack, write_pack
from success_desktop.services.papers import list_papers
from success_desktop.services.revisions import list_revisions
from tests.services.packs import MAYOR, amend, choice, name_town
from tests.services.reviews import hold_meeting, remark
from tests.services.test_printing import text_of
from tests.services.towns import adopt_first, edition_of

LETTERS = ("announcement", "memo")


def pack(editor, target, *paper_ids, **more):
    return write_pack(prepare_pack(editor, choice(*paper_ids, **more)), target)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def target(tmp_path):
    return tmp_path / "ออก" / "ชุดเอกสาร"


@pytest.fixture(autouse=True)
def place(target):
    target.parent.mkdir()


def test_every_paper_is_made_in_every_kind_that_suits_it(town, target):
    listed = list_papers("thesaban", "first")
    expected = sorted(
        f"{paper.file_stem(choice().edition, 'th')}{suffix}"
        for paper in listed
        if paper.is_usual
        for suffix in paper.suffixes
    )
    assert sorted(pack(town, target)) == expected == names(target)


def test_only_the_kinds_that_are_wanted_are_made(town, target):
    assert pack(town, target, "memo", "forms", suffixes=(".pdf",)) == [
        "02 บันทึกข้อความเสนอผู้บริหาร.pdf",
        "07 แบบฟอร์มของแผน.pdf",
    ]


def test_a_paper_in_none_of_the_kinds_is_left_out(town, target):
    assert pack(town, target, "memo", "forms", suffixes=(".xlsx",)) == ["07 แบบฟอร์มของแผน.xlsx"]


def test_a_zip_holds_the_same_files_under_their_thai_names(town, target):
    folder = pack(town, target, *LETTERS)
    zipped = target.with_suffix(".zip")
    assert pack(town, zipped, *LETTERS) == folder
    with zipfile.ZipFile(zipped) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == folder
        for name in folder:
            assert archive.read(name)[:4] == (target / name).read_bytes()[:4]
    assert names(target.parent) == ["ชุดเอกสาร", "ชุดเอกสาร.zip"]


def test_the_same_pack_is_the_same_zip(town, target):
    ready = prepare_pack(town, choice("memo", suffixes=(".docx",)))
    first, second = target.with_suffix(".zip"), target.with_name("อีกชุด.zip")
    write_pack(ready, first)
    write_pack(ready, second)
    assert first.read_bytes() == second.read_bytes()


def test_progress_runs_from_nothing_to_all(town, target):
    told: list[float] = []
    write_pack(prepare_pack(town, choice(*LETTERS)), target, told.append)
    assert told[0] == 0.0
    assert told[-1] == 1.0
    assert told == sorted(told)


@pytest.mark.parametrize("suffix", ["", ".zip"])
@pytest.mark.parametrize("share", [0.0, 0.3, 0.9])
def test_a_pack_that_is_cancelled_leaves_nothing(town, target, suffix, share):
    def stop(done):
        if done >= share:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_pack(prepare_pack(town, choice(*LETTERS)), target.with_suffix(suffix), stop)
    assert names(target.parent) == []


def test_a_pack_that_is_cancelled_leaves_the_older_one_whole(town, target):
    made = pack(town, target, *LETTERS)
    before = {name: (target / name).read_bytes() for name in made}
    editing.set_text(town, (town.plan.root_id, "title", "th"), "แผนใหม่")

    def stop(done):
        if done > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_pack(prepare_pack(town, choice(*LETTERS)), target, stop)
    assert {name: (target / name).read_bytes() for name in names(target)} == before


def test_an_older_pack_is_replaced_as_a_whole(town, target):
    pack(town, target, *LETTERS)
    assert pack(town, target, "memo", suffixes=(".docx",)) == names(target)


def test_an_english_pack_replaces_a_thai_one(town, target):
    pack(town, target, *LETTERS)
    english = FormatSwitches(language="en")
    made = pack(town, target, "memo", suffixes=(".docx",), switches=english)
    assert made == names(target) == ["02 Memo to the executive.docx"]


def test_a_folder_with_other_things_is_refused(town, target):
    target.mkdir()
    (target / "02 งบประมาณ.docx").write_text("ของคนอื่น")
    with pytest.raises(UserError):
        pack(town, target, *LETTERS)
    assert names(target) == ["02 งบประมาณ.docx"]


@pytest.mark.parametrize(
    ("name", "is_ours"),
    [
        ("01 ประกาศใช้แผน เพิ่มเติม ครั้งที่ 1-2568.docx", True),
        ("12 Announcement of the plan.PDF", True),
        ("01 ประกาศใช้แผน.txt", False),
        ("ประกาศใช้แผน.docx", False),
        ("01 งบประมาณ.docx", False),
        ("01", False),
    ],
)
def test_files_of_a_pack_are_known_by_their_names(town, name, is_ours):
    assert prepare_pack(town, choice("memo")).is_ours(name) == is_ours


def test_letters_state_what_the_plan_and_its_office_say(town, target):
    name_town(town)
    pack(town, target, "announcement")
    for suffix in (".docx", ".pdf"):
        text = text_of(target / f"01 ประกาศใช้แผน{suffix}").replace("\u00a0", " ")
        for words in ("ประกาศเทศบาลเมืองทดสอบ", MAYOR, "3,650,000"):
            assert words in text


def test_all_papers_bear_the_seal_of_the_same_revision(town, target):
    made = pack(town, target)
    revision = list_revisions(town)[-1]
    for name in made:
        found = read_seals(target / name)
        assert found.properties == (town.plan.root_id.upper(), revision.fingerprint)
        assert set(found.codes) <= {seal_code(revision.fingerprint)}


def test_a_pack_keeps_one_revision_and_the_next_one_none(town, target):
    count = len(list_revisions(town))
    pack(town, target, *LETTERS)
    pack(town, target, *LETTERS)
    assert len(list_revisions(town)) == count + 1


def test_a_plan_that_may_only_be_read_is_packed_without_a_seal(town, target, monkeypatch):
    monkeypatch.setattr("success_desktop.services.packing.revision_id_for_export", lambda _editor, _name: "")
    monkeypatch.setattr("success_desktop.services.printing.revision_id_for_export", lambda _editor, _name: "")
    pack(town, target, "memo")
    assert read_seals(target / "02 บันทึกข้อความเสนอผู้บริหาร.docx").properties is None


def test_an_addition_has_its_number_in_every_name_and_title(town, target):
    name_town(town)
    edition = amend(town)
    made = pack(town, target, edition=edition)
    assert all(f"เพิ่มเติม ครั้งที่ 1-{edition.year_be}" in name for name in made)
    announced = text_of(target / made[0]).replace("\u00a0", " ")
    assert "จำนวน 1 โครงการ งบประมาณรวมทั้งสิ้น 250,000 บาท (สองแสนห้าหมื่นบาทถ้วน)" in announced
    assert "ข้อ 22" in announced


def test_the_list_of_additions_holds_the_new_row_and_its_money(town, target):
    edition = amend(town)
    (name,) = pack(town, target, "changes", edition=edition, suffixes=(".docx",))
    text = text_of(target / name)
    assert "โครงการบ้านพี่เลี้ยง" in text
    assert format_baht(Decimal(250_000)) in text


def test_an_adopted_edition_is_packed_at_its_own_revision(town, target):
    amend(town)
    first = read_office(town.plan).adopted[0]
    count = len(list_revisions(town))
    pack(town, target, "memo", "forms", edition=first)
    assert len(list_revisions(town)) == count
    (sealed,) = {read_seals(path).properties for path in target.iterdir()}
    revision = next(kept for kept in list_revisions(town) if kept.id == first.revision_id)
    assert sealed == (town.plan.root_id.upper(), revision.fingerprint)
    assert "โครงการบ้านพี่เลี้ยง" not in text_of(target / "07 แบบฟอร์มของแผน.docx")


def test_an_edition_without_rows_still_makes_files_that_open(town, target):
    adopt_first(town)
    edition = edition_of(town, begin_edition(town, "change"))
    made = pack(town, target, "changes", edition=edition)
    assert len(made) == 3
    assert "ไม่มีรายการ" in text_of(target / made[0])
    assert "ไม่มีรายการ" in text_of(target / made[1])


def test_a_draft_says_so_on_every_page(town, target):
    pack(town, target, "memo", suffixes=(".docx",), switches=FormatSwitches(is_draft=True))
    with zipfile.ZipFile(target / "02 บันทึกข้อความเสนอผู้บริหาร.docx") as package:
        heads = [package.read(name).decode() for name in package.namelist() if "header" in name]
    assert any("ร่าง" in head for head in heads)


def test_a_pack_in_both_languages_has_both(town, target):
    name_town(town)
    pack(town, target, "announcement", suffixes=(".docx",), switches=FormatSwitches(language="both"))
    text = text_of(target / "01 ประกาศใช้แผน.docx")
    assert "ประกาศเทศบาลเมืองทดสอบ" in text
    assert "Announcement of Test Town Municipality" in text


def test_authors_are_named_only_when_that_is_asked_for(town, target):
    hold_meeting(town, remark("one", "ควรระบุตัวชี้วัด"))
    quiet = choice("memo", "matrix", suffixes=(".docx",), author="สมหญิง ผู้เขียน")
    write_pack(prepare_pack(town, quiet), target)
    matrix = next(path for path in target.iterdir() if "ตาราง" in path.name)
    assert "ศ.วิชัย" not in text_of(matrix)
    assert "สมหญิง ผู้เขียน" not in (Document(str(matrix)).core_properties.author or "")
    named = replace(quiet, switches=FormatSwitches(names_authors=True))
    write_pack(prepare_pack(town, named), target)
    assert "ศ.วิชัย" in text_of(matrix)
    assert Document(str(matrix)).core_properties.author == "สมหญิง ผู้เขียน"


def test_a_paper_that_the_edition_has_not_is_refused_before_anything_is_written(town, target):
    with pytest.raises(UserError):
        pack(town, target, "motion")
    assert names(target.parent) == []


@pytest.mark.parametrize(
    ("authority", "kind"),
    [("thesaban", "change"), ("obt", "addition"), ("obt", "correction"), ("obj", "change")],
)
def test_every_kind_of_edition_can_be_packed_at_every_authority(town, target, authority, kind):
    edition = amend(town, kind)
    made = pack(town, target, edition=edition, authority=authority, suffixes=(".docx",))
    assert len(made) == len([paper for paper in list_papers(authority, kind) if paper.is_usual])
