"""What the files of documents are called: legible, safe on every disk, and told apart."""

from datetime import UTC, datetime

import pytest

from success_desktop.domain.revision import Occasion, Revision
from success_desktop.domain.thai_clusters import THAI_MARKS
from success_desktop.i18n import use_language
from success_desktop.services.comparing import PRESENT, Point
from success_desktop.ui.document_names import name_document, name_redline


def point(label: str, occasion: Occasion = "") -> Point:
    revision = Revision("r", 4, None, "ก", datetime.now(UTC), "", label, occasion, "", 12)
    return Point(label, revision)


@pytest.fixture
def thai():
    use_language("th")


def test_signs_that_no_file_may_bear_are_left_out_of_its_name(thai):
    name = name_redline('แผน: "ก/ข"', point("ร่าง <3>?"), PRESENT)
    assert name == "แผน ก ข ร่าง 3 → ปัจจุบัน แสดงการแก้ไข"


def test_a_revision_that_the_program_kept_goes_by_its_number(thai):
    assert name_redline("แผน", point("", occasion="hour"), PRESENT).startswith("แผน ฉบับที่ 12 → ")


@pytest.mark.parametrize("letters", [10, 60, 300])
def test_a_long_name_is_cut_where_letters_end_and_fits_every_disk(thai, letters: int):
    name = name_redline("ที่" * letters, point("น้ำท่วมซ้ำซาก" * letters), point("ร่างที่ 3. "))
    assert len(f"{name}.docx".encode()) <= 255
    assert name.endswith("→ ร่างที่ 3 แสดงการแก้ไข")
    for word in name.split():
        assert word[0] not in THAI_MARKS
    assert "ที่" in name


def test_only_the_plan_is_cut_short_while_that_is_enough(thai):
    name = name_redline(
        "แผนยุทธศาสตร์และแผนปฏิบัติการด้านการเตรียมความพร้อม", point("ร่างที่ 2 เสนอคณะ"), point("ร่างที่ 3")
    )
    assert "ร่างที่ 2 เสนอคณะ → ร่างที่ 3" in name


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("ร่างที่ 3/2567: เสนอ*สภา?", "แผน ร่างที่ 3 2567 เสนอ สภา"),
        ("ที่" * 100, "แผน " + "ที่" * 48),
        ("ร่าง ก.พ.", "แผน ร่าง ก.พ"),
    ],
)
def test_a_document_of_a_revision_bears_the_names_of_both(thai, label: str, name: str):
    revision = point(label).revision
    assert revision is not None
    document = name_document("แผน", revision)
    assert name.startswith(document)
    assert len(document.encode()) <= 220
    assert document == name or len(name.encode()) > 220


def test_a_document_of_what_the_program_kept_bears_its_number(thai):
    revision = point("", occasion="closing").revision
    assert revision is not None
    assert name_document("แผน", revision) == "แผน ฉบับที่ 12"
