"""Which papers an edition needs, what they ask of people, and where the answers are kept."""

import re
from datetime import date
from decimal import Decimal

import pytest

from success_desktop.domain.office import Edition, read_office
from success_desktop.errors import UserError
from success_desktop.paths import resource_path
from success_desktop.services import papers
from success_desktop.services.editions import announce_edition
from success_desktop.services.papers import (
    choose_papers,
    list_facts,
    list_missing_facts,
    list_papers,
    own_letters_folder,
    read_facts,
    read_letters,
    word_fact,
)
from tests.services.packs import MAYOR, UNBEGUN, amend, name_town
from tests.services.towns import adopt_first, edition_of

KINDS = ("first", "addition", "change", "correction")
COUNCIL = {"motion", "principles", "council_agenda", "council_attendance", "council_minutes"}


def ids(authority, kind, *, usual=False):
    return [paper.id for paper in list_papers(authority, kind) if paper.is_usual or not usual]


def fact(editor, name, edition=UNBEGUN):
    reader = read_facts(editor, "thesaban", edition)
    return next(asked for asked in list_facts(reader) if asked.name == name)


def test_a_town_has_no_motion_and_a_subdistrict_has():
    assert not COUNCIL & set(ids("thesaban", "addition"))
    assert set(ids("obt", "addition")) >= COUNCIL
    assert not COUNCIL & set(ids("obj", "first"))


def test_a_correction_needs_the_executive_alone():
    assert ids("obt", "correction", usual=True) == [
        "announcement",
        "memo",
        "forwarding",
        "changes",
        "summary",
    ]


def test_the_first_edition_has_forms_and_the_others_a_list_of_what_they_amend():
    assert {"forms", "plan"} <= set(ids("thesaban", "first", usual=True))
    for kind in KINDS[1:]:
        assert "changes" in ids("thesaban", kind)
        assert "forms" not in ids("thesaban", kind)
        assert "plan" not in ids("thesaban", kind, usual=True)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("authority", ["thesaban", "obt", "obj"])
def test_papers_are_numbered_without_a_gap(authority, kind):
    listed = list_papers(authority, kind)
    assert [paper.number for paper in listed] == list(range(1, len(listed) + 1))


@pytest.mark.parametrize(
    ("language", "stem"),
    [("th", "01 ประกาศใช้แผน เพิ่มเติม ครั้งที่ 2-2568"), ("en", "01 Announcement of the plan Addition No. 2-2025")],
)
def test_files_are_named_in_the_language_of_the_papers(language, stem):
    edition = Edition(id="o-1", kind="addition", number=2, year_be=2568)
    assert list_papers("thesaban", "addition")[0].file_stem(edition, language) == stem


def test_no_name_of_a_file_is_too_long_or_holds_what_windows_refuses():
    edition = Edition(id="o-1", kind="change", number=12, year_be=2568)
    for paper in list_papers("obt", "change"):
        for language in ("th", "en"):
            stem = paper.file_stem(edition, language)
            assert len(f"{stem}.docx".encode()) <= 255
            assert not set('/\\:*?"<>|') & set(stem)
            assert stem == stem.strip(" .")


def test_without_a_wish_the_usual_papers_are_chosen():
    listed = list_papers("thesaban", "addition")
    assert [paper.id for paper in choose_papers(listed, ())] == ids("thesaban", "addition", usual=True)


def test_papers_are_chosen_in_the_order_of_the_pack():
    listed = list_papers("thesaban", "addition")
    assert [paper.id for paper in choose_papers(listed, ["plan", "memo"])] == ["memo", "plan"]


def test_a_paper_that_this_edition_has_not_is_refused():
    with pytest.raises(UserError, match="motion"):
        choose_papers(list_papers("thesaban", "first"), ["motion"])


def test_facts_are_asked_for_only_by_the_letters_that_are_wanted(town):
    reader = read_facts(town, "thesaban", UNBEGUN)
    assert "memo_number" in {asked.name for asked in list_facts(reader)}
    assert "memo_number" not in {asked.name for asked in list_facts(reader, ["announcement"])}


def test_what_is_missing_is_told_by_language(town):
    name_town(town)
    reader = read_facts(town, "thesaban", UNBEGUN)
    assert "executive_name" not in {asked.name for asked in list_missing_facts(reader)}
    assert "clerk_name" in {asked.name for asked in list_missing_facts(reader)}
    assert not list_missing_facts(reader, ["announcement"], ())
    assert list_missing_facts(reader, ["announcement"])


def test_a_fact_in_thai_alone_is_missing_in_english(town):
    name_town(town)
    word_fact(town, fact(town, "division"), {"th": "กองช่าง"})
    reader = read_facts(town, "thesaban", UNBEGUN)
    assert "division" not in {asked.name for asked in list_missing_facts(reader, (), ("th",))}
    assert "division" in {asked.name for asked in list_missing_facts(reader, (), ("th", "en"))}


def test_a_fact_of_the_office_is_kept_there_and_undone_in_one_step(town):
    word_fact(town, fact(town, "executive_name"), {"th": MAYOR, "en": "Mr Somchai"})
    assert read_office(town.plan).facts["executive_name"] == {"th": MAYOR, "en": "Mr Somchai"}
    town.undo()
    assert "executive_name" not in read_office(town.plan).facts


def test_a_fact_of_the_plan_is_kept_in_the_plan_and_undone_in_one_step(town):
    before = town.plan.root.parts("organisation")
    word_fact(town, fact(town, "organisation"), {"th": "เทศบาลใหม่", "en": "New Town"})
    assert town.plan.root.parts("organisation") == {"th": "เทศบาลใหม่", "en": "New Town"}
    town.undo()
    assert town.plan.root.parts("organisation") == before


def test_facts_of_an_edition_are_kept_with_it(town):
    edition = amend(town)
    word_fact(town, fact(town, "memo_on", edition), {"th": "14 ก.พ. 68"})
    word_fact(town, fact(town, "clause", edition), {"th": "ข้อ 22 (2)"})
    word_fact(town, fact(town, "reasons", edition), {"th": "น้ำท่วม", "en": "floods"})
    word_fact(town, fact(town, "announced_on", edition), {"th": "20/2/2568"})
    kept = edition_of(town, edition.id)
    assert kept.facts["memo_on"] == {"th": "14 ก.พ. 68"}
    assert kept.clause == "ข้อ 22 (2)"
    assert kept.reasons == {"th": "น้ำท่วม", "en": "floods"}
    reader = read_facts(town, "thesaban", kept)
    assert reader.state("announced_on", "th", "formal") == "20 กุมภาพันธ์ พ.ศ. 2568"


def test_an_addition_counts_what_it_adds_and_the_first_edition_everything(town):
    first = read_facts(town, "thesaban", UNBEGUN).reckoned
    edition = amend(town)
    added = read_facts(town, "thesaban", edition).reckoned
    assert first.project_count > 1
    assert added.project_count == 1
    assert (first.total_baht, added.total_baht) == (Decimal(3_650_000), Decimal(250_000))


def test_an_adopted_first_edition_counts_everything_too(town):
    amend(town)
    first = read_office(town.plan).adopted[0]
    assert read_facts(town, "thesaban", first).reckoned.project_count > 1


def test_an_own_letter_stands_in_for_the_shipped_one():
    folder = own_letters_folder()
    folder.mkdir(parents=True)
    block = 'blocks: [{th: "{organisation}", en: "{organisation}"}]'
    own = f"id: memo\norder: 2\nname: {{th: บันทึกของเรา, en: Our memo}}\n{block}\n"
    (folder / "memo.yaml").write_text(own, encoding="utf-8")
    names = {letter.id: letter.name.th for letter in read_letters().letters}
    assert names["memo"] == "บันทึกของเรา"
    assert len(names) == 11


def test_an_own_letter_with_a_slip_is_told_with_its_line():
    folder = own_letters_folder()
    folder.mkdir(parents=True)
    (folder / "thanks.yaml").write_text("id: thanks\norder: first\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"thanks\.yaml"):
        read_letters()


def test_a_letter_that_is_no_text_is_told():
    folder = own_letters_folder()
    folder.mkdir(parents=True)
    (folder / "memo.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserError, match=r"memo\.yaml"):
        list_papers("thesaban", "first")


def test_letters_that_were_read_once_can_be_handed_on():
    book = read_letters()
    assert papers.list_papers("obj", "change", book) == list_papers("obj", "change")


def test_the_day_of_an_announcement_that_is_recorded_can_be_put_right(town):
    edition_id = adopt_first(town)
    announce_edition(town, edition_id)
    asked = fact(town, "announced_on", edition_of(town, edition_id))
    word_fact(town, asked, {"th": "1 ต.ค. 2568"})
    assert edition_of(town, edition_id).announced_on == date(2025, 10, 1)
    with pytest.raises(UserError):
        word_fact(town, asked, {"th": "ไม่ทราบ"})
    word_fact(town, asked, {"th": ""})
    assert edition_of(town, edition_id).announced_on is None


def test_the_day_of_an_announcement_to_come_is_told_to_the_letters_alone(town):
    edition_id = adopt_first(town)
    word_fact(town, fact(town, "announced_on", edition_of(town, edition_id)), {"th": "1 ต.ค. 2568"})
    edition = edition_of(town, edition_id)
    assert edition.announced_on is None
    assert read_facts(town, "thesaban", edition).state("announced_on", "th") == "1 ตุลาคม 2568"


def test_the_minutes_of_the_council_have_every_item_of_its_agenda():
    folder = resource_path("letters")
    agenda, minutes = (
        set(re.findall(r"ระเบียบวาระที่ \d", (folder / f"council_{name}.yaml").read_text(encoding="utf-8")))
        for name in ("agenda", "minutes")
    )
    assert agenda == minutes
    assert len(agenda) == 6
