"""Everything that can be printed comes out as the file that was asked for, or says why it cannot."""

import zipfile
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pikepdf
import pypdfium2
import pytest
from docx import Document

from success_desktop.domain.amounts import format_baht
from success_desktop.domain.office import FormatSwitches
from success_desktop.domain.office_edits import add_edition
from success_desktop.domain.totals import add_by_year
from success_desktop.errors import Cancelled, UserError
from success_desktop.services import editing
from success_desktop.services.adopting import adopt_edition
from success_desktop.services.editions import begin_edition
from success_desktop.services.matrix import MatrixOptions
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.printing import (
    CHANGES,
    MATRIX,
    PLAN,
    PrintOptions,
    prepare_printout,
    suffixes_of,
    write_printout,
)
from success_desktop.services.revisions import list_revisions, take_revision
from tests.feedback_samples import small_feedback
from tests.office_samples import CHANGE
from tests.plans import named

NAME = "Project dredge"


def printed(editor: PlanEditor, path: Path, what: Sequence[str], options: PrintOptions | None = None) -> Path:
    """The file that a printout was written to."""
    write_printout(prepare_printout(editor, what, options or PrintOptions(), path.name), path)
    return path


def in_english(**more: Any) -> PrintOptions:
    return PrintOptions(switches=FormatSwitches(language="en"), **more)


def text_of(path: Path, password: str = "") -> str:
    """All the text of a file, whatever its kind."""
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path, password=password) as document:
            return "\n".join(page.get_textpage().get_text_range() for page in document)
    if path.suffix == ".xlsx":
        sheets = openpyxl.load_workbook(path).worksheets
        return "\n".join(str(cell.value) for sheet in sheets for row in sheet for cell in row if cell.value)
    return "\n".join(Document(str(path)).element.body.itertext())


def parts_of(path: Path) -> bytes:
    with zipfile.ZipFile(path) as package:
        return b"\n".join(package.read(name) for name in package.namelist())


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_the_book_of_the_plan(editor, tmp_path, suffix):
    text = text_of(printed(editor, tmp_path / f"แผน{suffix}", (PLAN,), in_english()))
    assert NAME in text
    assert "Contents" in text


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".xlsx"])
def test_forms_hold_the_money_of_the_plan(editor, tmp_path, suffix):
    path = printed(editor, tmp_path / f"แบบ{suffix}", ("p01", "p02"), in_english())
    totals: dict[int, Decimal] = {}
    for node in editor.plan.walk():
        if node.kind == "project":
            add_by_year(totals, node.parts("budget"))
    text = text_of(path)
    assert NAME in text
    assert totals
    for baht in totals.values():
        assert (format_baht(baht) if suffix != ".xlsx" else str(int(baht))) in text


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".xlsx"])
def test_the_response_matrix(editor, tmp_path, suffix):
    editor.edit("Import", small_feedback(editor.plan))
    path = printed(
        editor, tmp_path / f"ตาราง{suffix}", (MATRIX,), in_english(matrix=MatrixOptions(by="reviewer"))
    )
    assert "Comment response matrix" in text_of(path)


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".xlsx"])
def test_the_change_book_of_an_edition(editor, tmp_path, suffix):
    edition_id = begin_edition(editor, "first")
    path = printed(editor, tmp_path / f"บัญชี{suffix}", (CHANGES,), in_english(edition_id=edition_id))
    assert NAME in text_of(path)


def test_the_book_of_an_adopted_edition_prints_as_it_was(editor, tmp_path):
    edition_id = begin_edition(editor, "first")
    adopted = adopt_edition(editor, edition_id, first_page=7)
    before = printed(editor, tmp_path / "ก่อน.pdf", (CHANGES,), in_english(edition_id=edition_id)).read_bytes()
    editing.set_text(editor, (named(editor.plan, NAME), "name", "en"), "Another name")
    switches = FormatSwitches(language="en", paper="A3", shows_alignment=False)
    later = PrintOptions(switches=switches, edition_id=edition_id)
    assert printed(editor, tmp_path / "หลัง.pdf", (CHANGES,), later).read_bytes() == before
    assert list_revisions(editor)[-1] == adopted
    assert "Page 7" in text_of(tmp_path / "หลัง.pdf")


def test_forms_name_the_edition_they_are_printed_for(editor, tmp_path):
    editor.edit("Begin an edition", add_edition(editor.plan, CHANGE))
    path = printed(editor, tmp_path / "แบบ.docx", ("p02",), PrintOptions(edition_id=CHANGE.id))
    assert "เปลี่ยนแปลง ครั้งที่ 2/2568" in text_of(path)


def test_a_revision_prints_as_the_plan_was_then(editor, tmp_path):
    kept = take_revision(editor, "ก่อน", "ร่างที่ 1")
    editing.set_text(editor, (named(editor.plan, NAME), "name", "en"), "Another name")
    path = printed(editor, tmp_path / "แบบ.pdf", ("p02",), in_english(revision=kept))
    assert NAME in text_of(path)
    assert list_revisions(editor) == [kept]


def test_a_revision_that_may_give_way_is_kept_for_the_document(editor, tmp_path):
    kept = take_revision(editor, "ปิด", occasion="closing")
    printed(editor, tmp_path / "แบบ.pdf", ("p02",), in_english(revision=kept))
    assert [revision.occasion for revision in list_revisions(editor)][-1] == "export"


def test_every_page_of_a_form_can_be_checked_against_its_revision(editor, tmp_path):
    path = printed(editor, tmp_path / "แบบ.pdf", ("p02",))
    (revision,) = list_revisions(editor)
    with pikepdf.open(path) as document:
        assert revision.fingerprint[:12].upper() in str(document.docinfo["/Keywords"]).upper()


@pytest.mark.parametrize("what", [(PLAN,), ("p02",)])
@pytest.mark.parametrize(("language", "words"), [("th", "ร่าง"), ("en", "DRAFT")])
def test_a_draft_says_so_behind_its_text(editor, tmp_path, what, language, words):
    switches = FormatSwitches(language=language, is_draft=True, paper="A3")
    path = printed(editor, tmp_path / "ร่าง.pdf", what, PrintOptions(switches=switches))
    with pypdfium2.PdfDocument(path) as document:
        assert max(document[len(document) - 1].get_size()) == pytest.approx(1191, abs=1)
        assert words in document[len(document) - 1].get_textpage().get_text_range()


def test_both_languages_have_both_words_for_a_draft(editor, tmp_path):
    switches = FormatSwitches(language="both", is_draft=True)
    text = text_of(printed(editor, tmp_path / "ร่าง.pdf", ("p02",), PrintOptions(switches=switches)))
    assert "DRAFT" in text


def test_a_locked_pdf_opens_with_its_password_only(editor, tmp_path):
    path = printed(editor, tmp_path / "ลับ.pdf", ("p02",), in_english(password="รหัส1234"))
    with pytest.raises(pypdfium2.PdfiumError):
        text_of(path)
    assert NAME in text_of(path, "รหัส1234")


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_nobody_is_named_in_a_file_unless_that_is_wished(editor, tmp_path, suffix):
    silent = printed(editor, tmp_path / f"ก{suffix}", ("p02",), in_english(author="Somsri Jaidee"))
    switches = FormatSwitches(language="en", names_authors=True)
    named_one = printed(
        editor, tmp_path / f"ข{suffix}", ("p02",), PrintOptions(switches=switches, author="Somsri Jaidee")
    )
    if suffix == ".pdf":
        with pikepdf.open(named_one) as told, pikepdf.open(silent) as untold:
            assert str(told.docinfo["/Author"]) == "Somsri Jaidee"
            assert "/Author" not in untold.docinfo
    else:
        assert b"Somsri" in parts_of(named_one)
        assert b"Somsri" not in parts_of(silent)


def test_a_plan_that_may_only_be_read_prints_without_a_seal(editor, tmp_path, monkeypatch):
    monkeypatch.setattr(type(editor.file), "is_writable", False)
    path = printed(editor, tmp_path / "แบบ.pdf", ("p02",))
    with pikepdf.open(path) as document:
        assert "/Keywords" not in document.docinfo
    assert list_revisions(editor) == []


@pytest.mark.parametrize(
    ("what", "name"),
    [((PLAN,), "แผน.xlsx"), (("p02",), "แบบ.success"), ((MATRIX,), "ตาราง"), ((CHANGES,), "บัญชี.txt")],
)
def test_another_kind_of_file_is_refused_and_stays_as_it_is(editor, tmp_path, what, name):
    if what == (CHANGES,):
        begin_edition(editor, "first")
    path = tmp_path / name
    path.write_text("ของเดิม", encoding="utf-8")
    with pytest.raises(UserError) as refusal:
        printed(editor, path, what)
    assert name in refusal.value.sentence("th")
    assert ".docx" in refusal.value.remedy("th")
    assert path.read_text(encoding="utf-8") == "ของเดิม"


def test_a_form_that_the_plan_has_not_is_refused_with_those_that_it_has(editor):
    with pytest.raises(UserError) as refusal:
        prepare_printout(editor, ("p02", "p99"), PrintOptions())
    assert "p99" in refusal.value.sentence("th")
    assert "p02-1" in refusal.value.remedy("th")


@pytest.mark.parametrize("what", [("p02", PLAN), (PLAN, "p02"), ("p01", MATRIX), (CHANGES, "p02")])
def test_what_is_a_document_of_its_own_is_not_mixed_with_forms(editor, what):
    with pytest.raises(UserError) as refusal:
        prepare_printout(editor, what, PrintOptions())
    assert any(f"“{name}”" in refusal.value.sentence("en") for name in (PLAN, MATRIX, CHANGES))


@pytest.mark.parametrize("year_be", [-1, 25, 2599])
def test_a_year_that_is_not_the_plans_is_refused_with_those_that_are(editor, year_be):
    with pytest.raises(UserError) as refusal:
        prepare_printout(editor, ("pd02",), PrintOptions(fiscal_year_be=year_be))
    assert str(year_be) in refusal.value.sentence("en")
    assert str(editor.plan.years()[0]) in refusal.value.remedy("en")


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_a_password_on_what_cannot_be_locked_is_refused(editor, tmp_path, suffix):
    with pytest.raises(UserError, match="PDF"):
        printed(editor, tmp_path / f"ลับ{suffix}", ("p02",), PrintOptions(password="รหัส"))
    assert list(tmp_path.glob(f"*{suffix}")) == []


def test_nothing_at_all_makes_no_file():
    assert suffixes_of(()) == ()


def test_printing_can_be_stopped_and_leaves_the_old_file(editor, tmp_path):
    path = tmp_path / "แบบ.pdf"
    path.write_bytes(b"old")
    told: list[float] = []

    def stop(share: float) -> None:
        told.append(share)
        if share > 0:
            raise Cancelled

    printout = prepare_printout(editor, ("p02",), PrintOptions())
    with pytest.raises(Cancelled):
        write_printout(printout, path, stop)
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir() if not entry.name.endswith((".open", ".success"))] == [
        "แบบ.pdf"
    ]
    assert told[0] == 0


def test_progress_goes_from_nothing_to_all(editor, tmp_path):
    told: list[float] = []
    write_printout(prepare_printout(editor, ("p02",), PrintOptions()), tmp_path / "แบบ.docx", told.append)
    assert told[0] == 0
    assert told[-1] == 1
    assert told == sorted(told)
