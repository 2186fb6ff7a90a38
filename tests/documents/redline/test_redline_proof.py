"""A redline holds two documents, character for character: random pairs of a real plan in Thai, and faults that are found.

A share runs here; ``python -m tests.benchmarks.prove_redline`` runs a thousand, some hundreds of them in LibreOffice.
"""

import re
import shutil
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from success_desktop.documents.returned.reading import read_returned
from tests.documents.redline.hard_pairs import hard_pairs
from tests.documents.redline.redline_pairs import (
    REVISIONS,
    Files,
    draw_pair,
    find_faults,
    short_sample,
    write_pair,
)
from tests.documents.redline.resolver import ARRIVED, GONE, read_parts
from tests.documents.redline.revised_sample import revised_sample
from tests.documents.word_plans import sample_plan

PAIRS = 12
AUDITED = (7, 9)

HARD_PAIRS = dict(hard_pairs())
BUSY_PAIR = 7
"""A drawn pair whose redline holds every kind of change that is broken below."""

PLANTED = [
    ("an added paragraph left out", r"(<w:rPr>)<w:ins [^>]*/>(</w:rPr>)", r"\1\2", "rejected: "),
    ("a removed paragraph kept", r"(<w:rPr>)<w:del [^>]*/>(</w:rPr>)", r"\1\2", "accepted: "),
    ("an added row taken for old", r"(<w:trPr>(?:<[^/][^>]*/>)*?)<w:ins [^>]*/></w:trPr>", r"\1</w:trPr>", "rejected: "),
    ("a removed word kept", r"<w:delText[^>]*>[^<]+</w:delText>", "", "rejected: "),
    ("an added word lost", r'(<w:ins [^>]*><w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t [^>]*>)[^<]+', r"\1", "accepted: "),
    ("an id used twice", r'<w:ins w:id="\d+"', '<w:ins w:id="1000001"', "of a change is used 2 times"),
    ("a day without a time", r'w:date="(\d{4}-\d\d-\d\d)T[^"]*"', r'w:date="\1"', "has the date"),
    ("a moment seven hours off", r'(w16du:dateUtc="\d{4}-\d\d-\d\d)T[^"]*"', r'\1T23:59:59Z"', "does not show Thai time"),
    ("a moment not to be passed over", r' w16du"', '"', "may be passed over"),
    ("a change by nobody", r'w:author="[^"]+"', 'w:author=""', "has no author"),
    ("a move without arrival", r"<w:moveToRangeStart [^>]*/>", "", "has no end To"),
    ("a move without end", r"<w:moveFromRangeEnd [^>]*/>", "", "has no end"),
    ("a deleted text that is none", r"<w:delText([^>]*>[^<]+)</w:delText>", r"<w:t\1</w:t>", "is no delText"),
    ("a torn letter", r"([ก-ฮ])([ิ-ู])", r'\1</w:t></w:r><w:r><w:t xml:space="preserve">\2', "begins with a mark"),
    ("a label that is lost", r'<w:bookmarkStart w:id="\d+" w:name="f_\w+"/><w:bookmarkEnd [^>]*/>', "", "is lost"),
]  # fmt: skip


@pytest.mark.parametrize("seed", range(PAIRS))
def test_rejected_it_is_the_old_document_and_accepted_the_new_one(seed: int, tmp_path: Path):
    assert list(find_faults(write_pair(draw_pair(seed), tmp_path))) == []


@pytest.mark.parametrize("name", HARD_PAIRS)
def test_a_hard_pair_is_held_too(name: str, tmp_path: Path):
    assert list(find_faults(write_pair(HARD_PAIRS[name], tmp_path))) == []


def test_where_nothing_differs_only_the_revisions_are_marked(tmp_path: Path):
    redline = write_pair(HARD_PAIRS["nothing differs"], tmp_path).redline
    parts = read_parts(redline)
    assert next(parts["document.xml"].iter(*ARRIVED, *GONE), None) is None
    marked = {
        "".join(map(str, run.itertext())) for tree in parts.values() for run in tree.iter(*ARRIVED, *GONE)
    }
    assert marked == set(REVISIONS)


@pytest.mark.parametrize("seed", AUDITED)
def test_a_redline_is_a_valid_word_file(seed: int, tmp_path: Path):
    path = write_pair(draw_pair(seed), tmp_path).redline
    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(path))
    assert [str(error) for error in result.errors] == []


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return write_pair(draw_pair(BUSY_PAIR), tmp_path_factory.mktemp("redline"))


@pytest.mark.parametrize("fault", PLANTED, ids=[fault[0] for fault in PLANTED])
def test_a_planted_fault_is_found(files: Files, tmp_path: Path, fault: tuple[str, str, str, str]):
    name, pattern, replacement, finding = fault
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(files.redline) as source, zipfile.ZipFile(broken, "w") as target:
        for entry in source.namelist():
            data = source.read(entry)
            if entry == "word/document.xml":
                changed, times = re.subn(pattern, replacement, data.decode(), count=1, flags=re.DOTALL)
                assert times == 1, f"nothing to break for {name}"
                data = changed.encode()
            target.writestr(entry, data)
    found = list(find_faults(files._replace(redline=broken)))
    assert any(finding in line for line in found), found


def test_the_old_document_is_no_redline(files: Files, tmp_path: Path):
    shutil.copy(files.old, tmp_path / "copy.docx")
    found = list(find_faults(files._replace(redline=tmp_path / "copy.docx")))
    assert found[0].startswith("accepted: ")


def test_the_redline_of_a_revised_plan_holds_both_documents(tmp_path: Path):
    assert list(find_faults(write_pair(revised_sample(), tmp_path))) == []


def test_a_seed_draws_the_same_pair_in_every_run():
    assert draw_pair(3) == draw_pair(3)
    assert draw_pair(3) != draw_pair(4)


def test_the_short_sample_has_nearly_every_kind_of_the_whole_one():
    kinds, all_kinds = ({node.kind for node in plan.walk()} for plan in (short_sample(), sample_plan()))
    assert {"strategic_issue", "goal", "approach", "project", "indicator", "agency", "term"} <= kinds
    assert len(kinds) >= len(all_kinds) - 2


def test_the_times_of_changes_come_back_as_they_went_out(files: Files):
    stamps = read_returned(files.redline).stamps.values()
    assert stamps
    for stamp in stamps:
        assert stamp.at is not None
        assert datetime.fromisoformat(stamp.written_at) - stamp.at == timedelta(hours=7)
