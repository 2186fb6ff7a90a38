"""The command line on editions: begun, amended, given reasons, adopted, announced, listed."""

import json
from pathlib import Path
from typing import Any

import pytest

from success_desktop import cli
from tests.editions import CANAL, LAMP, ROAD, TRAINING, open_town


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The town of tests.editions in a file."""
    path = tmp_path / "เมือง.success"
    open_town(path).close()
    return path


@pytest.fixture
def adopted(plan: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The same with its first edition adopted on 1 October 2565."""
    assert run("edition", "new", str(plan), "first") == 0
    assert run("edition", "adopt", str(plan), "--on", "1 ต.ค. 2565", "--first-page", "100") == 0
    capsys.readouterr()
    return plan


def run(*words: str) -> int:
    return cli.main(["--interface", "en", *words])


def told(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    capsys.readouterr()
    assert run(*words, "--json") == 0
    return json.loads(capsys.readouterr().out)


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert run(*words) == 0
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(*words) == 1
    return capsys.readouterr().err


def pay(plan: Path, name: str, year_be: int, baht: str) -> None:
    assert run("set", str(plan), name, f"budget:{year_be}:ordinance", baht) == 0


def row(answer: Any, name: str) -> Any:
    return next(row for row in answer["rows"] if row["name"]["th"] == name)


def test_the_first_edition_is_begun_and_adopted(plan, capsys):
    begun = told(capsys, "edition", "new", str(plan), "first")
    assert (begun["kind"], begun["clause"], begun["is_adopted"]) == ("first", "ข้อ 17 (4)", False)
    adopted = told(capsys, "edition", "adopt", str(plan), "--on", "2022-10-01", "--first-page", "100")
    assert (adopted["id"], adopted["is_adopted"], adopted["adopted_on"]) == (begun["id"], True, "2022-10-01")
    assert {place["page"] for place in adopted["places"].values()} == {101, 102, 103}
    assert told(capsys, "edition", "list", str(plan)) == [adopted]
    log = said(capsys, "log", str(plan))
    assert "First edition" in log


def test_the_plan_may_come_before_the_deed_and_the_first_edition_needs_no_name(plan, capsys):
    begun = told(capsys, "edition", str(plan), "new")
    assert begun["kind"] == "first"
    assert told(capsys, "edition", str(plan), "list") == [begun]
    assert run("edition", str(plan), "adopt") == 0
    assert told(capsys, "edition", str(plan), "list")[0]["is_adopted"]
    assert "addition" in refused(capsys, "edition", str(plan), "new").lower()


def test_people_are_told_in_sentences(plan, capsys):
    assert said(capsys, "edition", "list", str(plan)) == "No edition yet.\n"
    assert said(capsys, "edition", "new", str(plan), "first") == "Began: First edition\n"
    assert "Rows: 6" in said(capsys, "edition", "rows", str(plan))
    assert said(capsys, "edition", "adopt", str(plan)) == "Adopted: First edition\n"
    assert "First edition · ข้อ 17 (4) · adopted" in said(capsys, "edition", "list", str(plan))


def test_an_edition_is_numbered_as_asked_for(adopted, capsys):
    begun = told(capsys, "edition", "new", str(adopted), "correction", "--number", "2", "--year", "2566")
    assert begun["name"] == {"th": "แก้ไข ครั้งที่ 2/2566", "en": "Correction No. 2/2023"}


def test_rows_show_what_an_edition_amends_and_what_is_missing(adopted, capsys):
    pay(adopted, ROAD, 2567, "900,000")
    run("edition", "new", str(adopted), "change")
    answer = told(capsys, "edition", "rows", str(adopted))
    assert row(answer, ROAD)["routed"] == "change"
    assert [lack["field"] for lack in answer["lacking"]] == ["reason"]
    lines = said(capsys, "edition", "rows", str(adopted))
    assert "The budget over all years is another one." in lines
    assert f"The reason and necessity is missing: {ROAD}" in lines


def test_a_note_gives_a_row_its_reason_in_either_language(adopted, capsys):
    pay(adopted, ROAD, 2567, "900,000")
    run("edition", "new", str(adopted), "change")
    told(capsys, "edition", "note", str(adopted), ROAD, "--reason", "ราคาสูงขึ้น")
    answer = told(
        capsys, "edition", "note", str(adopted), ROAD, "--reason", "Prices rose", "--language", "en"
    )
    assert row(answer, ROAD)["reason"] == {"th": "ราคาสูงขึ้น", "en": "Prices rose"}
    assert answer["lacking"] == []
    assert "Reason: ราคาสูงขึ้น" not in said(capsys, "edition", "note", str(adopted), ROAD, "--reason", "อื่น")


def test_a_row_is_assigned_with_a_reason_only_and_given_back_to_the_rule(adopted, capsys):
    pay(adopted, ROAD, 2567, "900,000")
    run("edition", "new", str(adopted), "correction")
    refusal = refused(capsys, "edition", "note", str(adopted), ROAD, "--route", "correction")
    assert "without a word" in refusal
    words = ("--route", "correction", "--because", "พิมพ์ผิด")
    assert row(told(capsys, "edition", "note", str(adopted), ROAD, *words), ROAD)["routed"] == "correction"
    answer = told(capsys, "edition", "note", str(adopted), ROAD, "--route", "rule")
    assert row(answer, ROAD)["routed"] == "change"


def test_a_deed_is_recorded_and_taken_back(adopted, capsys):
    run("edition", "new", str(adopted), "correction")
    answer = told(capsys, "edition", "note", str(adopted), LAMP, "--deed", "duplicate", "--other", ROAD)
    lamp = row(answer, LAMP)
    assert (lamp["nature"], lamp["deed"]) == ("same", "duplicate")
    assert lamp["other_id"]
    assert told(capsys, "edition", "note", str(adopted), LAMP, "--deed", "none")["rows"] == []


def test_clause_number_year_and_reasons_are_set(adopted, capsys):
    run("edition", "new", str(adopted), "change")
    words = ("--clause", "ข้อ 22/2", "--number", "5", "--year", "2568", "--reasons", "นโยบายรัฐบาล")
    edition = told(capsys, "edition", "set", str(adopted), *words)
    assert (edition["clause"], edition["number"], edition["year_be"]) == ("ข้อ 22/2", 5, 2568)
    again = told(capsys, "edition", "set", str(adopted), "--reasons", "Policy", "--language", "en")
    assert again["reasons"] == {"th": "นโยบายรัฐบาล", "en": "Policy"}
    assert again["clause"] == "ข้อ 22/2"
    assert said(capsys, "edition", "set", str(adopted), "--clause", "") == "Set Change No. 5/2025\n"


def test_two_editions_prepared_at_once_are_told_apart_by_name(adopted, capsys):
    pay(adopted, ROAD, 2567, "900,000")
    pay(adopted, TRAINING, 2566, "")
    pay(adopted, TRAINING, 2567, "100,000")
    for kind in ("change", "correction"):
        run("edition", "new", str(adopted), kind, "--number", "1", "--year", "2568")
    answer = told(capsys, "edition", "rows", str(adopted), "--edition", "change 1/2568")
    assert answer["edition"]["kind"] == "change"
    run("edition", "note", str(adopted), TRAINING, "--edition", "แก้ไข ครั้งที่ 1/2568", "--reason", "พิมพ์ผิด")
    done = told(capsys, "edition", "adopt", str(adopted), "--edition", "correction 1/2568")
    assert (done["kind"], done["is_adopted"], len(done["places"])) == ("correction", True, 1)


def test_adopting_without_reasons_is_refused_and_leaves_the_file_alone(adopted, capsys):
    pay(adopted, ROAD, 2567, "900,000")
    run("edition", "new", str(adopted), "change")
    before = adopted.read_bytes()
    assert ROAD in refused(capsys, "edition", "adopt", str(adopted))
    assert not told(capsys, "edition", "list", str(adopted))[-1]["is_adopted"]
    assert adopted.read_bytes() == before


def test_the_edition_adopted_last_is_announced_unless_another_is_named(adopted, capsys):
    announced = told(capsys, "edition", "announce", str(adopted), "--on", "5 ต.ค. 2565")
    assert announced["announced_on"] == "2022-10-05"
    words = ("--edition", "first", "--on", "6 ต.ค. 2565")
    assert "Announced: First edition" in said(capsys, "edition", "announce", str(adopted), *words)


def test_nothing_is_announced_while_nothing_is_adopted(plan, capsys):
    assert "No edition of this plan" in refused(capsys, "edition", "announce", str(plan))


def test_an_edition_is_given_up(adopted, capsys):
    run("edition", "new", str(adopted), "change", "--number", "1", "--year", "2568")
    assert said(capsys, "edition", "remove", str(adopted)) == "Removed: Change No. 1/2025\n"
    assert len(told(capsys, "edition", "list", str(adopted))) == 1


def test_an_unknown_edition_or_row_is_refused(adopted, capsys):
    assert "has no edition" in refused(capsys, "edition", "rows", str(adopted), "--edition", "change 9/2568")
    run("edition", "new", str(adopted), "change")
    assert "ไม่มี" in refused(capsys, "edition", "note", str(adopted), "ไม่มี", "--reason", "x")
    assert CANAL not in said(capsys, "edition", "rows", str(adopted))


def test_what_is_no_row_of_a_form_cannot_be_noted(adopted, capsys):
    run("edition", "new", str(adopted), "change")
    assert refused(capsys, "edition", "note", str(adopted), "ด้านคน", "--reason", "x")
    assert "ด้านคน" not in said(capsys, "edition", "rows", str(adopted))
