"""What a mayor asks before the council: one sum has changed, and nothing else; the redline says so."""

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from success_desktop import cli
from tests.documents.p02_workbooks import project, save_workbook
from tests.documents.redline.resolver import (
    ARRIVED,
    GONE,
    W,
    accept_all,
    read_document,
    read_parts,
    reject_all,
)

GROUPS = ("1. ยุทธศาสตร์ด้านการบริหารจัดการน้ำ", "1.1 กลยุทธ์ป้องกันน้ำท่วม", "(1) แผนงานอุตสาหกรรมและการโยธา")
ROWS = 30
CHANGED = "โครงการที่ 17"
BEFORE, AFTER = "ร่างที่ 3", "ร่างที่ 3 หลังประชุม 12 ก.พ. 2567"
COMPUTED = "คำนวณโดยโปรแกรม"


def run(*words: str | Path) -> None:
    assert cli.main([str(word) for word in words]) == 0


def project_ids(tree: dict[str, Any]) -> dict[str, str]:
    """The ids of all projects by their Thai names."""
    own = {tree["fields"]["name"]["th"]: tree["id"]} if tree["kind"] == "project" else {}
    return own | {name: found for child in tree["children"] for name, found in project_ids(child).items()}


@pytest.fixture
def plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A plan of thirty projects in one table, sent out before and after one of its sums has changed."""
    plan = tmp_path / "แผนเมือง.success"
    rows = [project(number, f"โครงการที่ {number}", None, 1200000) for number in range(1, ROWS + 1)]
    workbook = save_workbook(tmp_path / "แบบ ผ.02.xlsx", {"ผ.02": (GROUPS, rows)})
    run("new", plan, "--template", "ldp-2566-strategy")
    run("import", plan, workbook)
    run("commit", plan, "-m", "ก่อนเสนอสภา", "--label", BEFORE)
    run("export", plan, tmp_path / "before.docx")
    capsys.readouterr()
    run("show", plan, "--json")
    ids = project_ids(json.loads(capsys.readouterr().out))
    run("set", plan, ids[CHANGED], "budget:2567", "1,500,000")
    run("commit", plan, "-m", "ตามมติ", "--label", AFTER)
    run("export", plan, tmp_path / "after.docx")
    return plan


def texts(element: etree._Element, *names: str) -> str:
    return "".join(text.text or "" for text in element.iter(*(f"{W}{name}" for name in names)))


def changes(element: etree._Element) -> list[tuple[str, str]]:
    """The tracked texts of an element with who changed them: "−" before what went, "+" before what came."""
    found = []
    for change in element.iter(*ARRIVED, *GONE):
        sign = "+" if change.tag in ARRIVED else "−"
        found.append((sign + texts(change, "t", "delText"), str(change.get(f"{W}author"))))
    return found


def test_one_sum_of_thirty_rows_marks_one_cell_and_the_sums_as_computed(plan: Path, tmp_path: Path):
    redline = tmp_path / "redline.docx"
    run("diff", plan, BEFORE, AFTER, "-o", redline)
    rows = [row for row in read_parts(redline)["document.xml"].iter(f"{W}tr") if changes(row)]
    (edited,) = [row for row in rows if CHANGED in texts(row, "t")]
    (cell,) = [cell for cell in edited.iter(f"{W}tc") if changes(cell)]
    (gone, person), (come, _person) = changes(cell)
    assert (gone, come) == ("−1,200,000", "+1,500,000")
    assert person != COMPUTED

    sums = [change for row in rows if row is not edited for change in changes(row)]
    assert {("−36,000,000", COMPUTED), ("+36,300,000", COMPUTED)} <= set(sums)
    assert {author for _text, author in sums} == {COMPUTED}
    assert all(CHANGED not in text for text, _author in sums)


def test_the_redline_is_both_documents_that_were_sent(plan: Path, tmp_path: Path):
    redline = tmp_path / "redline.docx"
    run("diff", plan, BEFORE, AFTER, "-o", redline)
    assert reject_all(redline) == read_document(tmp_path / "before.docx")
    assert accept_all(redline) == read_document(tmp_path / "after.docx")


def test_the_way_back_is_a_redline_too(plan: Path, tmp_path: Path):
    redline = tmp_path / "back.docx"
    run("diff", plan, AFTER, BEFORE, "-o", redline)
    assert reject_all(redline) == read_document(tmp_path / "after.docx")
    assert accept_all(redline) == read_document(tmp_path / "before.docx")
