"""`export` prints the plan and its forms as the plan remembers, and as the command asks for besides."""

from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pikepdf
import pypdfium2
import pytest
from docx import Document

from success_desktop import cli
from success_desktop.command_rows import writing
from success_desktop.domain.office import FormatSwitches
from success_desktop.services import offices


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "เมืองตัวอย่าง.success"
    assert cli.main(["new", str(path), "--sample"]) == 0
    return path


OPENED: Mapping[str, Callable[[Path], object]] = {
    ".docx": lambda path: Document(str(path)),
    ".pdf": pikepdf.open,
    ".xlsx": openpyxl.load_workbook,
}
"""How another program reads each kind of file."""


def read_pdf(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize("form", ["plan", "p01", "p02", "p02-1", "p02-2", "p03", "pd02", "matrix"])
@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".xlsx"])
def test_each_form_comes_as_each_kind_of_file(sample, tmp_path, capsys, form, suffix):
    target = tmp_path / f"ผล{suffix}"
    code = cli.main(["export", str(sample), str(target), "--form", form])
    if (form, suffix) == ("plan", ".xlsx"):
        assert code == 1
        assert ".docx, .pdf" in capsys.readouterr().err
        assert not target.exists()
        return
    assert code == 0
    assert str(target) in capsys.readouterr().out
    assert OPENED[suffix](target)


def test_several_forms_make_one_file(sample, tmp_path):
    target = tmp_path / "แบบ.xlsx"
    assert cli.main(["export", str(sample), str(target), "--form", "p01,p02,p03"]) == 0
    assert len(openpyxl.load_workbook(target).sheetnames) == 3


def test_an_unknown_form_is_refused_with_those_that_there_are(sample, tmp_path, capsys):
    assert cli.main(["export", str(sample), str(tmp_path / "ก.pdf"), "--form", "p99"]) == 1
    said = capsys.readouterr().err
    assert "p99" in said
    assert "p02" in said


def test_what_the_plan_remembers_holds_unless_the_command_says_otherwise(sample, tmp_path):
    with writing(sample) as editor:
        offices.keep_switches(editor, FormatSwitches(language="en", paper="F4"))
    assert cli.main(["export", str(sample), str(tmp_path / "en.pdf"), "--form", "p02"]) == 0
    assert (
        cli.main(["export", str(sample), str(tmp_path / "th.pdf"), "--form", "p02", "--language", "th"]) == 0
    )
    assert "Project" in read_pdf(tmp_path / "en.pdf")
    assert "โครงการ" in read_pdf(tmp_path / "th.pdf")
    with pypdfium2.PdfDocument(tmp_path / "en.pdf") as document:
        assert max(document[0].get_size()) == pytest.approx(935.4, abs=1)


def test_a_draft_for_one_reader(sample, tmp_path):
    target = tmp_path / "ร่าง.pdf"
    words = [
        "--form",
        "p02",
        "--draft",
        "--paper",
        "A3",
        "--hide-alignment",
        "--name-authors",
        "--password",
        "1234",
    ]
    assert cli.main(["export", str(sample), str(target), *words]) == 0
    with pikepdf.open(target, password="1234") as document:
        assert document.is_encrypted
        assert str(document.docinfo["/Author"])
    with pypdfium2.PdfDocument(target, password="1234") as document:
        assert "ร่าง" in document[0].get_textpage().get_text_range()


def test_an_operation_plan_is_of_the_year_asked_for(sample, tmp_path):
    for year in ("2568", "2569"):
        target = tmp_path / f"{year}.pdf"
        assert cli.main(["export", str(sample), str(target), "--form", "pd02", "--year", year]) == 0
        assert f"ประจำปีงบประมาณ พ.ศ. {year}" in read_pdf(target)


def test_the_book_of_an_edition_is_printed_by_its_name(sample, tmp_path, capsys):
    assert cli.main(["edition", "new", str(sample), "first"]) == 0
    target = tmp_path / "บัญชี.pdf"
    words = ["export", str(sample), str(target), "--form", "changes", "--edition"]
    assert cli.main([*words, "first"]) == 0
    assert "ผ.02" in read_pdf(target)
    assert cli.main([*words, "9"]) == 1
    assert "9" in capsys.readouterr().err
