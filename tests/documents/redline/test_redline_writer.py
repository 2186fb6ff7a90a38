"""The file around a redline: pages of both documents, lines at head and foot, properties, settings and the map."""

import re
import zipfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator

from success_desktop.documents.redline.redline_writer import write_redline
from success_desktop.documents.word_map import write_map
from success_desktop.documents.word_package import OLD_REVISION_PROPERTY, PLAN_PROPERTY, REVISION_PROPERTY
from success_desktop.documents.word_writer import WordOptions, write_word
from success_desktop.domain.edits import AddNode, Edit, SetValue, place_among, remove_branch
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import BlockSpec, PartSpec, Wording
from success_desktop.domain.thai_clusters import SARA_AM, THAI_MARKS
from success_desktop.errors import Cancelled
from tests.documents.redline.resolver import Reading, accept_all, read_document, reject_all
from tests.documents.redline.revised_plans import (
    MALEE,
    NEW_TITLE,
    SOMCHAI,
    Story,
    find_node,
    read_words,
    retitled,
    write_value,
)
from tests.documents.word_lint import lint
from tests.documents.word_plans import branch, issue_plan, plan_of, project, root, strategy_plan
from tests.documents.word_reading import read_body, read_part


def add_text(part: str):
    """The step that writes a section of text into a part of the document that had none."""

    def step(plan: Plan) -> Iterable[Edit]:
        place = place_among(plan, plan.root_id)
        yield AddNode("a-section", "section", plan.root_id, place)
        yield SetValue("a-section", "part", "", None, part)
        yield SetValue("a-section", "name", "th", None, "กลไก")
        yield SetValue("a-section", "body", "th", None, "ประชุมทุกเดือน\nและรายงานทุกปี")

    return step


def expected(story: Story, folder: Path, *, is_backwards: bool = False) -> tuple[Reading, Reading]:
    """The two documents as they are written by themselves."""
    made = story.redline(is_backwards=is_backwards)
    for outline, name in ((made.old, "old"), (made.new, "new")):
        write_word(outline, folder / f"{name}.docx")
    return read_document(folder / "old.docx"), read_document(folder / "new.docx")


def resolve(story: Story, folder: Path, *, is_backwards: bool = False) -> tuple[Reading, Reading]:
    """The story's redline with all rejected, and with all accepted."""
    path = folder / "redline.docx"
    write_redline(story.redline(is_backwards=is_backwards), path)
    assert lint(path) == []
    return reject_all(path), accept_all(path)


@pytest.mark.parametrize("is_backwards", [False, True], ids=["comes", "goes"])
@pytest.mark.parametrize("part", ["context", "direction", "implementation", "monitoring"])
def test_pages_that_only_one_document_has_come_and_go_whole(part: str, is_backwards: bool, tmp_path: Path):
    story = Story(strategy_plan()).step(MALEE, add_text(part))
    old, new = expected(story, tmp_path, is_backwards=is_backwards)
    assert resolve(story, tmp_path, is_backwards=is_backwards) == (old, new)


def test_the_text_before_a_form_is_a_section_of_its_own_and_its_end_is_tracked(tmp_path):
    """The part begins on the form's turned pages; with a text in front it begins upright, and the form follows."""
    path = Story(strategy_plan()).step(MALEE, add_text("implementation")).write(tmp_path)
    ends = [
        end
        for end in read_body(path).iter(qn("w:p"))
        if end.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None
    ]
    tracked = [end for end in ends if end.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:ins')}") is not None]
    assert len(tracked) == 1
    assert audit(path) == []
    size = tracked[0].find(f".//{qn('w:pgSz')}")
    assert size is not None
    assert size.get(qn("w:orient")) != "landscape"


def audit(path: Path) -> list[str]:
    """What a validator for Word files finds."""
    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(path))
    return [str(error) for error in result.errors]


def plan_ending_in(*blocks: BlockSpec) -> Plan:
    """A plan whose last part holds the blocks given."""
    plan = strategy_plan()
    document = plan.template.document
    last = PartSpec(title=Wording(th="ท้ายเล่ม", en="End"), blocks=blocks)
    parts = document.model_copy(update={"parts": (*document.parts[:2], last)})
    template = plan.template.model_copy(update={"document": parts})
    return Plan(template, plan.nodes, plan.children, plan.root_id)


@pytest.mark.parametrize("is_backwards", [False, True], ids=["comes", "goes"])
def test_pages_at_the_end_leave_the_pages_before_them_as_they_lay(is_backwards: bool, tmp_path: Path):
    plan = plan_ending_in(BlockSpec(form="p02"), BlockSpec(narrative="section", where={"part": "monitoring"}))
    story = Story(plan).step(MALEE, add_text("monitoring"))
    old, new = expected(story, tmp_path, is_backwards=is_backwards)
    assert {old[-1].orientation, new[-1].orientation} == {"portrait", "landscape"}
    assert resolve(story, tmp_path, is_backwards=is_backwards) == (old, new)
    assert audit(tmp_path / "redline.docx") == []


def test_pages_that_turn_have_turned_once_accepted_and_the_ones_behind_them_have_not(tmp_path):
    made = Story(strategy_plan()).redline()
    first, *others = made.new.sections
    turned = replace(made, new=replace(made.new, sections=(replace(first, orientation="landscape"), *others)))
    write_redline(turned, tmp_path / "redline.docx")
    assert audit(tmp_path / "redline.docx") == []
    before, after = (read(tmp_path / "redline.docx") for read in (reject_all, accept_all))
    lying = [[pages.orientation for pages in reading] for reading in (before, after)]
    assert lying[0][2:4] == ["portrait", lying[1][3]]
    assert lying[1][2] == "landscape"
    assert lying[0][3:] == lying[1][3:]


def test_a_cover_that_goes_goes_with_its_page(tmp_path):
    story = Story(issue_plan()).step(
        MALEE, write_value("plan", "title", "th", None), write_value("plan", "title", "en", None)
    )
    old, new = expected(story, tmp_path)
    assert len(old) == len(new) + 1
    assert resolve(story, tmp_path) == (old, new)


def test_the_file_names_the_plan_and_both_revisions(tmp_path):
    path = retitled().write(tmp_path)
    custom = {one.get("name"): one[0].text for one in read_part(path, "docProps/custom.xml")}
    assert custom == {
        PLAN_PROPERTY: strategy_plan().root_id,
        REVISION_PROPERTY: "rev-new",
        OLD_REVISION_PROPERTY: "rev-old",
    }
    assert docx.Document(str(path)).core_properties.title == NEW_TITLE


def test_what_is_typed_into_it_is_tracked_too(tmp_path):
    settings = read_part(retitled().write(tmp_path), "word/settings.xml")
    assert settings.find(qn("w:trackRevisions")) is not None


def test_it_carries_the_map_of_the_new_document(tmp_path):
    """Every label and row of the new document is there under the name that the map gives it."""
    story = retitled().step(MALEE, lambda plan: remove_branch(plan, find_node(plan, "project", "ขยะ").id))
    path = story.write(tmp_path)
    sent = read_part(path, "customXml/item1.xml")
    assert sent.get("revision") == "rev-new"
    written = "".join(write_map(story.redline().new))
    names = {one.get("name") for one in sent.iter() if one.get("name")}
    assert all(f'name="{name}"' in written for name in names)
    marks = [mark.get(qn("w:name")) for mark in read_body(path).iter(qn("w:bookmarkStart"))]
    assert names <= set(marks)
    assert max(Counter(marks).values()) == 1


def test_no_number_of_a_change_is_used_twice_in_any_part(tmp_path):
    path = retitled().step(MALEE, add_text("implementation")).write(tmp_path)
    numbers: Counter[str | None] = Counter()
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                tree = etree.fromstring(package.read(name))
                changes = tree.iter(qn("w:ins"), qn("w:del"), qn("w:sectPrChange"))
                numbers.update(change.get(qn("w:id")) for change in changes)
    assert numbers
    assert max(numbers.values()) == 1


def test_no_run_begins_with_a_mark(tmp_path):
    story = retitled().step(
        SOMCHAI, write_value("strategy", "national_strategy", "th", "ยุทธศาสตร์ที่ 5 การเติบโตบนคุณภาพชีวิตที่ดี")
    )
    texts = [text.text or "" for text in read_body(story.write(tmp_path)).iter(qn("w:t"), qn("w:delText"))]
    assert any("ที่ดี" in text for text in texts)
    assert not [text for text in texts if re.match(f"[{THAI_MARKS}{SARA_AM}]", text)]


def test_the_same_story_makes_the_same_bytes_and_the_look_is_the_options(tmp_path):
    options = WordOptions(font="TH Sarabun New", author="สมหญิง")
    made = retitled().redline()
    for name in ("one", "two"):
        write_redline(made, tmp_path / f"{name}.docx", options)
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()
    document = docx.Document(str(tmp_path / "one.docx"))
    assert document.styles["Normal"].font.name == "TH Sarabun New"
    assert document.core_properties.author == "สมหญิง"


def test_an_embedded_font_travels_along(tmp_path):
    write_redline(retitled().redline(), tmp_path / "redline.docx", WordOptions(has_embedded_font=True))
    with zipfile.ZipFile(tmp_path / "redline.docx") as package:
        assert len([name for name in package.namelist() if name.endswith(".odttf")]) == 4
    assert lint(tmp_path / "redline.docx") == []


def test_progress_only_grows_and_can_stop_the_writing(tmp_path):
    told: list[float] = []
    write_redline(retitled().redline(), tmp_path / "redline.docx", progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0

    def stop(_share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_redline(retitled().redline(), tmp_path / "redline.docx", progress=stop)


def test_rows_that_stay_are_set_in_columns_of_one_width_in_both_documents(tmp_path):
    """A longer amount widens the columns of both, so that nothing but the amount is marked."""
    story = Story(strategy_plan()).step(
        MALEE, write_value("project", "budget", "2566:ordinance", Decimal(999_999_999_999), "ขยะ")
    )
    old, new = expected(story, tmp_path)
    assert resolve(story, tmp_path) == (old, new)
    body = read_body(tmp_path / "redline.docx")
    rows = [row for row in body.iter(qn("w:tr")) if row.find(f"{qn('w:trPr')}/{qn('w:ins')}") is not None]
    assert rows == []
    changed = {change.get(qn("w:author")) for change in body.iter(qn("w:ins"))}
    assert changed == {MALEE, "คำนวณโดยโปรแกรม"}


def test_one_amount_in_thirty_rows_marks_one_cell_and_the_sums_as_computed(tmp_path):
    projects = [project(f"ที่ {number}", {2569: {"ordinance": 1_200_000}}) for number in range(1, 31)]
    story = Story(plan_of(root(branch(*projects)))).step(
        MALEE, write_value("project", "budget", "2569:ordinance", Decimal(1_500_000), "ที่ 17")
    )
    changes = [*read_body(story.write(tmp_path)).iter(qn("w:ins"), qn("w:del"))]
    told = Counter((change.get(qn("w:author")), "".join(read_words(change))) for change in changes)
    assert told.pop((MALEE, "1,200,000")) == told.pop((MALEE, "1,500,000")) == 1
    assert {author for author, _text in told} == {"คำนวณโดยโปรแกรม"}
    assert {"36,000,000", "36,300,000"} <= {text for _author, text in told}


def test_nothing_but_the_revision_is_marked_where_nothing_differs(tmp_path):
    path = Story(strategy_plan()).write(tmp_path)
    assert not list(read_body(path).iter(qn("w:ins"), qn("w:del")))
